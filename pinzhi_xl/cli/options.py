"""What verbs have in common: the group, their arguments and options, the run of a call, JSON."""

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from pinzhi_xl import __version__
from pinzhi_xl.console import Bars, ChineseCommand, ChineseGroup
from pinzhi_xl.parameters import DayType, MonthType
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
