"""The verbs: arguments → one task call → words for the user. Each returns its exit code."""

import getpass
import json
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from pinzhi_xl import __version__, printout
from pinzhi_xl.console import DATA_ERRORS, FAILED, FINE, Bars, ChineseCommand, ChineseGroup, say
from pinzhi_xl.month import Month
from pinzhi_xl.parameters import DayType, MonthType, WeekType
from pinzhi_xl.sheets.terms import Shift
from pinzhi_xl.tasks.desk import Places
from pinzhi_xl.tasks.notices import NOTICE_KINDS
from pinzhi_xl.tasks.report import REPORT_KINDS
from pinzhi_xl.tasks.run import Run
from pinzhi_xl.wording import cli as words
from pinzhi_xl.wording import planning as planning_words
from pinzhi_xl.workbook.port import ClosedFile
from pinzhi_xl.workbook.preflight import masters_in

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


def verb(name: str, *options: Decorator) -> Decorator:
    """Declare a verb with its arguments and options, the first ones first in the help."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            function = option(function)
        return pinzhi.command(name, cls=ChineseCommand)(function)

    return decorate


def make_run(as_of: date | None, *, dry_run: bool = False) -> Run:
    """The run of a call: today unless ``--as-of`` says otherwise."""
    now = datetime.now()
    return Run(as_of or now.date(), now, _user(), dry_run, Bars())


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


def print_json(value: object) -> None:
    """One JSON object on stdout."""
    click.echo(json.dumps(value, ensure_ascii=False))


@verb(
    "demo",
    click.option("--out", metavar="DIR", type=click.Path(path_type=Path), help=words.DEMO_OUT_OPTION),
    AS_OF,
    JSON,
)
def demo(out: Path | None, as_of: date | None, as_json: bool) -> int:
    """生成一个示例月（三个小区，2014 年 8 月），走完校验、评分、开单。

    示例的登记册放在示例文件夹里，不会碰你自己的登记册。

    例：pinzhi demo --out 示例
    """
    from pinzhi_xl.tasks.demo import DEMO_DAY, DEMO_MONTH, run_demo
    from pinzhi_xl.wording.tasks import DEMO_FOLDER

    outcome = run_demo(out or Path(DEMO_FOLDER), DEMO_MONTH, make_run(as_of or DEMO_DAY), say)
    if as_json:
        print_json(outcome.month_end.as_json())
    else:
        printout.show_demo(outcome)
    return FINE if not outcome.month_end.failed else FAILED


@verb(
    "new",
    MASTER,
    click.option("--sample", metavar="YYYY-MM", type=MonthType(), help=words.SAMPLE_OPTION),
    JSON,
)
def new(file: Path, sample: Month | None, as_json: bool) -> int:
    """新建一份总表：空白的，或带一个示例月。

    例：pinzhi new 品质管理总表.xlsx
    """
    from pinzhi_xl.tasks.new import new_master

    path = new_master(file, sample).absolute()
    if as_json:
        print_json({"path": str(path)})
    else:
        click.echo(words.NEW_DONE.format(path=path))
    return FINE


@verb("schema", JSON)
def schema(as_json: bool) -> int:
    """列出总表的每个工作表、每个栏目及其含义。

    例：pinzhi schema --json
    """
    from pinzhi_xl.tasks.describe import describe_sheets

    if as_json:
        print_json(describe_sheets())
    else:
        printout.show_schema(describe_sheets())
    return FINE


@verb("plan", MASTER, MONTH, AS_OF, DRY_RUN, JSON)
def plan(file: Path, month: Month, as_of: date | None, dry_run: bool, as_json: bool) -> int:
    """把该月该做的检查排进“督导计划”：每周巡检日、月度、防汛、供暖、年度；遇放假顺延并写明。

    已有的计划不动，再排一次不会多出来；最后报告督导计划完成率。

    例：pinzhi plan 品质管理总表.xlsx --month 2014-08
    """
    from pinzhi_xl.tasks.plan import plan_inspections

    run = make_run(as_of, dry_run=dry_run)
    outcome = plan_inspections(ClosedFile(file, run.now), month, run)
    if as_json:
        print_json(outcome.as_json())
    else:
        for line in outcome.lines():
            click.echo(line)
    printout.show_problems(outcome.problems, reminders=True, err=as_json)
    return DATA_ERRORS if outcome.errors else FINE


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
    if as_json:
        print_json(outcome.as_json())
    else:
        for line in outcome.lines():
            click.echo(line)
    printout.show_problems(outcome.problems, reminders=True, err=as_json)
    return DATA_ERRORS if outcome.errors or outcome.failed else FINE


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


@verb("check", MASTER, AS_OF, DRY_RUN, JSON)
def check(file: Path, as_of: date | None, dry_run: bool, as_json: bool) -> int:
    """校验总表：列出每处问题的位置、原因和改法，并写入“校验结果”。

    有错误时退出码为 1。

    例：pinzhi check 品质管理总表.xlsx
    """
    from pinzhi_xl.tasks.check import check_master

    run = make_run(as_of, dry_run=dry_run)
    checked = check_master(ClosedFile(file, run.now), run)
    if as_json:
        print_json({"problems": [problem.as_json() for problem in checked.problems]})
    else:
        printout.show_problems(checked.problems, reminders=True)
        printout.show_check_summary(checked.problems, dry_run=dry_run or bool(checked.unwritten))
    if checked.unwritten:
        say(checked.unwritten)
        return DATA_ERRORS if checked.errors else FAILED
    return DATA_ERRORS if checked.errors else FINE


@verb("score", MASTER, MONTH, AS_OF, DRY_RUN, JSON)
def score(file: Path, month: Month, as_of: date | None, dry_run: bool, as_json: bool) -> int:
    """计算一个月的扣分、得分、等级和排名，写回总表。

    有错误的项目不计分，其余照常；再算一次结果相同。

    例：pinzhi score 品质管理总表.xlsx --month 2014-08
    """
    from pinzhi_xl.tasks.score import score_master

    run = make_run(as_of, dry_run=dry_run)
    scored = score_master(ClosedFile(file, run.now), month, run)
    if as_json:
        print_json(scored.as_json())
    else:
        printout.show_scores(scored.scores.month, scored.scores.communities)
        printout.show_blocked({} if scored.locked else scored.blocked)
        click.echo(words.WRITTEN if scored.written else words.UNCHANGED)
    told = [problem for problem in scored.problems if problem.is_error or problem.code == "locked-differs"]
    printout.show_problems(told, reminders=True, err=as_json)
    return DATA_ERRORS if scored.errors else FINE


@verb(
    "issue",
    MASTER,
    MONTH,
    click.option(
        "--kind", metavar="KIND", type=click.Choice([kind.name for kind in NOTICE_KINDS]), help=words.KIND_OPTION
    ),
    OUT,
    REGISTER,
    AS_OF,
    DRY_RUN,
    JSON,
)
def issue(
    file: Path,
    month: Month,
    kind: str | None,
    out: Path | None,
    register: str | None,
    as_of: date | None,
    dry_run: bool,
    as_json: bool,
) -> int:
    """为该月要处罚、要整改的问题编号，出《违纪处罚单》《限期整改通知单》；再开一次不会多出新单。

    例：pinzhi issue 品质管理总表.xlsx --month 2014-08
    """
    from pinzhi_xl.tasks.issue import issue_papers

    run = make_run(as_of, dry_run=dry_run)
    kinds = [item for item in NOTICE_KINDS if kind in (None, item.name)]
    outcome = issue_papers(ClosedFile(file, run.now), month, Places(register, out), run, kinds)
    if as_json:
        print_json(outcome.as_json())
    else:
        printout.show_papers(outcome.papers, dry_run=dry_run)
    printout.show_problems(outcome.problems, err=as_json)
    return DATA_ERRORS if outcome.errors else FINE


@verb(
    "report",
    MASTER,
    click.option(
        "--kind",
        metavar="KIND",
        type=click.Choice(list(REPORT_KINDS)),
        required=True,
        help=words.REPORT_KIND_OPTION,
    ),
    click.option("--month", metavar="YYYY-MM", type=MonthType(), help=words.REPORT_MONTH_OPTION),
    click.option("--week", metavar="YYYY-Wnn", type=WeekType(), help=words.WEEK_OPTION),
    click.option("--date", "day", metavar="YYYY-MM-DD", type=DayType(), help=words.REPORT_DATE_OPTION),
    OUT,
    AS_OF,
    DRY_RUN,
    JSON,
)
def report(
    file: Path,
    kind: str,
    month: Month | None,
    week: date | None,
    day: date | None,
    out: Path | None,
    as_of: date | None,
    dry_run: bool,
    as_json: bool,
) -> int:
    """出一种报告：检查周报、月度督导总结、项目品质值班评估记录、复查清单、岗位签署情况、
    扣分明细确认单、月度评估与排名通报。

    只读总表，每次按现在的记录重出；有错误的项目不出，其余照常。通报类文书姓名只印姓。

    例：pinzhi report 品质管理总表.xlsx --kind 检查周报 --week 2014-W33
    """
    from pinzhi_xl.tasks.report import make_reports

    chosen = REPORT_KINDS[kind]
    given = {"month": month, "week": week, "date": day}
    period = given[chosen.period]
    if period is None or sum(value is not None for value in given.values()) > 1:
        raise click.UsageError(words.PERIOD_NEEDED.format(kind=kind, option=f"--{chosen.period}"))
    run = make_run(as_of, dry_run=dry_run)
    outcome = make_reports(ClosedFile(file, run.now), chosen, period, Places(None, out), run)
    if as_json:
        print_json(outcome.as_json())
    else:
        printout.show_reports(outcome.papers, dry_run=dry_run)
    printout.show_problems(outcome.problems, reminders=True, err=as_json)
    return DATA_ERRORS if outcome.errors else FINE


@verb(
    "month-end",
    click.argument("files", metavar=f"{words.ARGUMENT_FILE}…", nargs=-1, type=click.Path(path_type=Path)),
    click.option("--folder", metavar="DIR", type=click.Path(path_type=Path), help=words.FOLDER_OPTION),
    MONTH,
    click.option("--final", is_flag=True, help=words.FINAL_OPTION),
    click.option("--last-workday-only", is_flag=True, help=words.LAST_WORKDAY_OPTION),
    click.option("--workers", metavar="N", type=click.IntRange(1, 64), default=1, help=words.WORKERS_OPTION),
    OUT,
    REGISTER,
    AS_OF,
    DRY_RUN,
    JSON,
)
def month_end(
    files: Sequence[Path],
    folder: Path | None,
    month: Month,
    final: bool,
    last_workday_only: bool,
    workers: int,
    out: Path | None,
    register: str | None,
    as_of: date | None,
    dry_run: bool,
    as_json: bool,
) -> int:
    """月末处理：对一份或多份总表依次校验、评分、开单，并生成目录。

    某一份出错时跳过它继续，最后列出，退出码为 1。加 --final 定稿：锁定该月得分。

    例：pinzhi month-end 总表.xlsx --month 2014-08
    """
    from pinzhi_xl.tasks.month_end import Wanted, close_month

    masters = [*files, *(masters_in(folder) if folder is not None else ())]
    if not masters:
        raise click.UsageError(words.NO_MASTERS.format(folder=folder or words.ARGUMENT_FILE))
    wanted = Wanted(month, Places(register, out), final, last_workday_only)
    outcome = close_month(masters, wanted, make_run(as_of, dry_run=dry_run), workers)
    if as_json:
        print_json(outcome.as_json())
    else:
        printout.show_month_end(outcome, dry_run=dry_run)
    printout.show_problems(outcome.errors, err=as_json)
    return DATA_ERRORS if outcome.failed or outcome.errors else FINE
