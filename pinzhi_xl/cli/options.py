"""What verbs have in common: the group, their arguments and options, the run of a call, JSON."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol

import click

from pinzhi_xl import __version__
from pinzhi_xl.console import DATA_ERRORS, FINE, Bars, ChineseCommand, ChineseGroup
from pinzhi_xl.parameters import DayType, MonthType
from pinzhi_xl.printout import show_problems
from pinzhi_xl.problem import Problem
from pinzhi_xl.tasks.run import Run, account
from pinzhi_xl.wording import cli as words

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


MASTER = click.argument("file", metavar=words.ARGUMENT_FILE, type=click.Path(path_type=Path))
MONTH = click.option("--month", metavar="YYYY-MM", type=MonthType(), required=True, help=words.MONTH_OPTION)
JSON = click.option("--json", "as_json", is_flag=True, help=words.JSON_OPTION)
AS_OF = click.option("--as-of", metavar="YYYY-MM-DD", type=DayType(), help=words.AS_OF_OPTION)
REGISTER = click.option("--register", metavar="PATH|URL", help=words.REGISTER_OPTION)
OUT = click.option("--out", metavar="DIR", type=click.Path(path_type=Path), help=words.OUT_OPTION)
DRY_RUN = click.option("--dry-run", is_flag=True, help=words.DRY_RUN_OPTION)


@click.group(cls=ChineseGroup, name="pinzhi", help=words.GROUP_HELP)
@click.version_option(__version__, message=words.VERSION_TEXT, help=words.VERSION_OPTION)
def pinzhi() -> None:
    """The group of all verbs."""


def verb(name: str, *options: Decorator, group: click.Group = pinzhi) -> Decorator:
    """Declare a verb with its arguments and options, the first ones first in the help."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            function = option(function)
        return group.command(name, cls=ChineseCommand)(function)

    return decorate


def make_run(as_of: date | None, *, dry_run: bool = False) -> Run:
    """The run of a call: today unless ``--as-of`` says otherwise."""
    now = datetime.now()
    return Run(as_of or now.date(), now, account(), dry_run, Bars())


def print_json(value: object) -> None:
    """One JSON object on stdout."""
    click.echo(json.dumps(value, ensure_ascii=False))


class Told(Protocol):
    """The outcome of a task that says itself what there is to say."""

    @property
    def problems(self) -> Sequence[Problem]:
        """What was met."""
        ...

    @property
    def errors(self) -> Sequence[Problem]:
        """Those of the problems that block."""
        ...

    def lines(self) -> Sequence[str]:
        """What was done, in words."""
        ...

    def as_json(self) -> Mapping[str, Any]:
        """The form of contract §2."""
        ...


def tell(outcome: Told, *, as_json: bool, reminders: bool = True) -> int:
    """Say an outcome, as JSON or in words, and the problems besides; the exit code."""
    if as_json:
        print_json(outcome.as_json())
    else:
        for line in outcome.lines():
            click.echo(line)
    show_problems(outcome.problems, reminders=reminders, err=as_json)
    return DATA_ERRORS if outcome.errors else FINE
