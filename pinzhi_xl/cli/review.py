"""The verb of indicators, monthly review and next year's targets."""

from datetime import date
from pathlib import Path

import click

from pinzhi_xl import printout
from pinzhi_xl.cli.options import AS_OF, DRY_RUN, JSON, MASTER, make_run, print_json, verb
from pinzhi_xl.console import FINE
from pinzhi_xl.month import Month
from pinzhi_xl.parameters import MonthType, YearType
from pinzhi_xl.wording import appraisal as words
from pinzhi_xl.wording import cli as cli_words
from pinzhi_xl.workbook.port import ClosedFile


@verb(
    "review",
    MASTER,
    click.option("--month", metavar="YYYY-MM", type=MonthType(), help=cli_words.MONTH_OPTION),
    click.option("--year", metavar="YYYY", type=YearType(), help=words.YEAR_OPTION),
    AS_OF,
    DRY_RUN,
    JSON,
)
def review(
    file: Path, month: Month | None, year: date | None, as_of: date | None, dry_run: bool, as_json: bool
) -> int:
    """评估：--month 计算当月各项指标和综合月度评估，写入“指标”“月度评估”；--year 起草次年的目标。

    综合月度评估按权重合成检查、整改、投诉报修、满意度四个分量，没有数据的分量剔除后归一并写明。
    部门月度评估表和年度考核报告用 pinzhi report 出。

    例：pinzhi review 品质管理总表.xlsx --month 2026-08
    """
    from pinzhi_xl.tasks.review import draft_next_targets, review_master

    if (month is None) is (year is None):
        raise click.UsageError(words.ONE_OF)
    run = make_run(as_of, dry_run=dry_run)
    workbook = ClosedFile(file, run.now)
    if month is not None:
        reviewed = review_master(workbook, month, run)
        print_json(reviewed.as_json()) if as_json else printout.show_review(reviewed, dry_run=dry_run)
    elif year is not None:
        drafted = draft_next_targets(workbook, year.year, run)
        if as_json:
            print_json(drafted.as_json())
        else:
            written = words.WOULD if dry_run else words.WRITTEN if drafted.written else words.UNCHANGED
            click.echo(words.TARGETS_DONE.format(year=drafted.year, rows=len(drafted.rows), written=written))
    return FINE
