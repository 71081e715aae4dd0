"""The verb that switches modules on."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pinzhi_xl import printout
from pinzhi_xl.cli.options import AS_OF, DRY_RUN, JSON, MASTER, make_run, print_json, verb
from pinzhi_xl.console import DATA_ERRORS, FINE
from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.sheets.modules import ALL_MODULES, Module, modules_named
from pinzhi_xl.wording import modules as words
from pinzhi_xl.workbook.port import ClosedFile

if TYPE_CHECKING:
    from pinzhi_xl.tasks.modules import ModulesSet


@verb(
    "modules",
    MASTER,
    click.option("--on", metavar="NAME", multiple=True, help=words.ON_OPTION),
    click.option("--off", metavar="NAME", multiple=True, help=words.OFF_OPTION),
    click.option("--apply", "applied", is_flag=True, help=words.APPLY_OPTION),
    AS_OF,
    DRY_RUN,
    JSON,
)
def modules(
    file: Path,
    on: Sequence[str],
    off: Sequence[str],
    applied: bool,
    as_of: date | None,
    dry_run: bool,
    as_json: bool,
) -> int:
    """启用或停用模块：投诉报修、满意度、培训、供应商等；启用后它的工作表显示出来。

    不加选项只列出各模块。也可以直接改“参数”里的“启用模块”，再加 --apply 运行，
    或校验一次，表就显示出来。停用不删数据。

    例：pinzhi modules 品质管理总表.xlsx --on 投诉报修 --on 培训
    """
    from pinzhi_xl.tasks.modules import apply_modules, set_modules

    if applied and (on or off):
        raise click.UsageError(words.APPLY_ALONE)
    run = make_run(as_of, dry_run=dry_run or not (on or off or applied))
    workbook = ClosedFile(file, run.now)
    outcome = apply_modules(workbook, run) if applied else set_modules(workbook, _named(on), _named(off), run)
    _show(outcome, as_json=as_json)
    printout.show_problems(outcome.problems, err=as_json)
    return DATA_ERRORS if outcome.problems else FINE


def _show(outcome: "ModulesSet", *, as_json: bool) -> None:
    if as_json:
        print_json(
            {
                "modules": [line.as_json() for line in outcome.lines],
                "shown": list(outcome.shown),
                "hidden": list(outcome.hidden),
            }
        )
        return
    for line in outcome.lines:
        mark = words.ON if line.on else words.OFF
        rows = words.ROWS.format(count=line.rows) if line.rows else ""
        lacking = words.LACKING if line.lacking else ""
        click.echo(
            words.LINE.format(mark=mark, name=line.module, sheets=LIST_MARK.join(line.sheets), rows=rows + lacking)
        )
    if any(line.lacking for line in outcome.lines):
        click.echo(words.LACKING_ADVICE)
    for sentence, labels in ((words.SHOWN, outcome.shown), (words.HIDDEN, outcome.hidden)):
        if labels:
            click.echo(sentence.format(names=LIST_MARK.join(labels)))


def _named(names: Sequence[str]) -> frozenset[Module]:
    found, unknown = modules_named(names)
    if unknown:
        choices = LIST_MARK.join((*Module, ALL_MODULES))
        raise click.UsageError(words.UNKNOWN.format(name=unknown[0], choices=choices))
    return found
