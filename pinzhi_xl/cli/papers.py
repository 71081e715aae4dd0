"""The verbs that make papers: issue, report, month-end."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from pinzhi_xl import printout
from pinzhi_xl.cli.options import AS_OF, DRY_RUN, JSON, MASTER, MONTH, OUT, REGISTER, make_run, print_json, verb
from pinzhi_xl.console import DATA_ERRORS, FINE
from pinzhi_xl.month import Month
from pinzhi_xl.parameters import DayType, MonthType, NameType, WeekType, YearType, notice_names, report_names
from pinzhi_xl.tasks.desk import Places
from pinzhi_xl.wording import cli as words
from pinzhi_xl.workbook.port import ClosedFile
from pinzhi_xl.workbook.preflight import masters_in


@verb(
    "issue",
    MASTER,
    MONTH,
    click.option("--kind", metavar="KIND", type=NameType(notice_names), help=words.KIND_OPTION),
    click.option("--finding", "findings", metavar="NUMBER", multiple=True, help=words.FINDING_OPTION),
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
    findings: Sequence[str],
    out: Path | None,
    register: str | None,
    as_of: date | None,
    dry_run: bool,
    as_json: bool,
) -> int:
    """为该月要处罚、要整改的问题编号，出《违纪处罚单》《限期整改通知单》；再开一次不会多出新单。

    例：pinzhi issue 品质管理总表.xlsx --month 2014-08
    """
    from pinzhi_xl.tasks.chosen import Chosen
    from pinzhi_xl.tasks.issue import issue_papers
    from pinzhi_xl.tasks.notices import NOTICE_KINDS

    run = make_run(as_of, dry_run=dry_run)
    kinds = [item for item in NOTICE_KINDS if kind in (None, item.name)]
    chosen = Chosen(numbers=frozenset(findings)) if findings else None
    outcome = issue_papers(ClosedFile(file, run.now), month, Places(register, out), run, kinds, chosen)
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
        type=NameType(report_names),
        help=words.REPORT_KIND_OPTION,
    ),
    click.option("--modules", is_flag=True, help=words.MODULES_OPTION),
    click.option("--month", metavar="YYYY-MM", type=MonthType(), help=words.REPORT_MONTH_OPTION),
    click.option("--week", metavar="YYYY-Wnn", type=WeekType(), help=words.WEEK_OPTION),
    click.option("--date", "day", metavar="YYYY-MM-DD", type=DayType(), help=words.REPORT_DATE_OPTION),
    click.option("--year", metavar="YYYY", type=YearType(), help=words.REPORT_YEAR_OPTION),
    OUT,
    AS_OF,
    DRY_RUN,
    JSON,
)
def report(
    file: Path,
    kind: str | None,
    modules: bool,
    month: Month | None,
    week: date | None,
    day: date | None,
    year: date | None,
    out: Path | None,
    as_of: date | None,
    dry_run: bool,
    as_json: bool,
) -> int:
    """出一种报告：种类见 --kind；期间按种类用 --month、--week、--date 或 --year。

    只读总表，每次按现在的记录重出；有错误的项目不出，其余照常。通报类文书姓名只印姓。
    加 --modules（不写 --kind）出已启用的各模块的全部月度报告。

    例：pinzhi report 品质管理总表.xlsx --kind 检查周报 --week 2014-W33
    """
    from pinzhi_xl.summary.kinds import REPORT_KINDS
    from pinzhi_xl.tasks.report import make_reports, module_reports

    if (kind is None) is not modules:
        raise click.UsageError(words.KIND_OR_MODULES)
    given = {"month": month, "week": week, "date": day, "year": year}
    span = REPORT_KINDS[kind].period if kind else "month"
    period = given[span]
    if period is None or sum(value is not None for value in given.values()) > 1:
        raise click.UsageError(words.PERIOD_NEEDED.format(kind=kind or "--modules", option=f"--{span}"))
    run = make_run(as_of, dry_run=dry_run)
    workbook, places = ClosedFile(file, run.now), Places(None, out)
    if kind is not None:
        outcome = make_reports(workbook, REPORT_KINDS[kind], period, places, run)
    elif isinstance(period, Month):
        outcome = module_reports(workbook, period, places, run)
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
    printout.show_problems(outcome.told, reminders=True, err=as_json)
    return DATA_ERRORS if outcome.failed or outcome.errors else FINE
