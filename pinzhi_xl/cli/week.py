"""The verbs of the week: plan, prepare, enter."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from pinzhi_xl import printout
from pinzhi_xl.cli.options import AS_OF, DRY_RUN, JSON, MASTER, MONTH, OUT, make_run, print_json, tell, verb
from pinzhi_xl.console import DATA_ERRORS, FINE
from pinzhi_xl.month import Month
from pinzhi_xl.parameters import DayType
from pinzhi_xl.sheets.terms import Shift
from pinzhi_xl.tasks.desk import Places
from pinzhi_xl.wording import planning as planning_words
from pinzhi_xl.workbook.port import ClosedFile


@verb("plan", MASTER, MONTH, AS_OF, DRY_RUN, JSON)
def plan(file: Path, month: Month, as_of: date | None, dry_run: bool, as_json: bool) -> int:
    """把该月该做的检查排进“督导计划”：每周巡检日、月度、防汛、供暖、年度；遇放假顺延并写明。

    已有的计划不动，再排一次不会多出来；最后报告督导计划完成率。

    例：pinzhi plan 品质管理总表.xlsx --month 2014-08
    """
    from pinzhi_xl.tasks.plan import plan_inspections

    run = make_run(as_of, dry_run=dry_run)
    outcome = plan_inspections(ClosedFile(file, run.now), month, run)
    return tell(outcome, as_json=as_json)


@verb(
    "prepare",
    MASTER,
    click.option(
        "--date", "day", metavar="YYYY-MM-DD", type=DayType(), required=True, help=planning_words.DATE_OPTION
    ),
    click.option(
        "--community", "communities", metavar="NAME", multiple=True, help=planning_words.COMMUNITY_OPTION
    ),
    click.option(
        "--shift",
        metavar="SHIFT",
        type=click.Choice([one.value for one in Shift]),
        help=planning_words.SHIFT_OPTION,
    ),
    OUT,
    AS_OF,
    DRY_RUN,
    JSON,
)
def prepare(
    file: Path,
    day: date,
    communities: Sequence[str],
    shift: str | None,
    out: Path | None,
    as_of: date | None,
    dry_run: bool,
    as_json: bool,
) -> int:
    """为某一天的检查准备纸质表：检查表（遗留问题在前、重复位置标 ★）和岗位签署确认表。

    例：pinzhi prepare 品质管理总表.xlsx --date 2014-08-04
    """
    from pinzhi_xl.tasks.prepare import prepare_papers

    run = make_run(as_of or day, dry_run=dry_run)
    chosen = Shift(shift) if shift else None
    outcome = prepare_papers(ClosedFile(file, run.now), day, communities, Places(None, out), run, chosen)
    code = tell(outcome, as_json=as_json)
    return DATA_ERRORS if outcome.failed else code


@verb("enter", MASTER, AS_OF, DRY_RUN, JSON)
def enter(file: Path, as_of: date | None, dry_run: bool, as_json: bool) -> int:
    """录入填好的“录入单”：写入检查记录、问题登记、违纪人员并编号，然后清空录入单。

    有任何一处错误就什么都不录入，列出后退出码为 1。照片放在总表旁的“照片/检查日期 项目”，
    按“序号-1.jpg”命名，自动关联。

    例：pinzhi enter 品质管理总表.xlsx
    """
    from pinzhi_xl.tasks.enter import enter_form

    run = make_run(as_of, dry_run=dry_run)
    outcome = enter_form(ClosedFile(file, run.now), run)
    if as_json:
        print_json(outcome.as_json())
    else:
        printout.show_problems(outcome.problems, reminders=True)
        click.echo(outcome.sentence)
    return DATA_ERRORS if outcome.errors else FINE
