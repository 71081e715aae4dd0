"""The verbs of what is closed: reopen a final month, archive what is past its time."""

from datetime import date
from pathlib import Path

import click

from pinzhi_xl.cli.options import AS_OF, DRY_RUN, JSON, MASTER, MONTH, make_run, print_json, verb
from pinzhi_xl.console import FINE
from pinzhi_xl.month import Month
from pinzhi_xl.parameters import DayType
from pinzhi_xl.wording import closing as words
from pinzhi_xl.workbook.port import ClosedFile


@verb(
    "reopen",
    MASTER,
    MONTH,
    click.option("--reason", metavar="TEXT", required=True, help=words.REASON_OPTION),
    AS_OF,
    DRY_RUN,
    JSON,
)
def reopen(file: Path, month: Month, reason: str, as_of: date | None, dry_run: bool, as_json: bool) -> int:
    """重新开账：解除一个已定稿月份的锁定，改正记录后重新评分、再定稿。

    谁、何时、为何都记入“运行记录”，不能撤回；第一次定稿的报告保留，新报告另存。

    例：pinzhi reopen 品质管理总表.xlsx --month 2014-08 --reason 漏录东门检查
    """
    from pinzhi_xl.tasks.reopen import reopen_month

    run = make_run(as_of, dry_run=dry_run)
    reopened = reopen_month(ClosedFile(file, run.now), month, reason, run)
    print_json(reopened.as_json()) if as_json else click.echo(reopened.sentence)
    return FINE


@verb(
    "archive",
    MASTER,
    click.option("--before", metavar="YYYY-MM-DD", type=DayType(), required=True, help=words.BEFORE_OPTION),
    AS_OF,
    DRY_RUN,
    JSON,
)
def archive(file: Path, before: date, as_of: date | None, dry_run: bool, as_json: bool) -> int:
    """脱敏归档：把超过保存年限的记录里的姓名、工号去掉，得分和统计不变。

    登记册、备份和已出的文书里还有旧姓名，要另行保管；不能撤回。

    例：pinzhi archive 品质管理总表.xlsx --before 2011-01-01
    """
    from pinzhi_xl.tasks.archive import archive_master

    run = make_run(as_of, dry_run=dry_run)
    archived = archive_master(ClosedFile(file, run.now), before, run)
    print_json(archived.as_json()) if as_json else click.echo(archived.sentence)
    return FINE
