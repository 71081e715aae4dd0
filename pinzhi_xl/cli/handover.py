"""The verbs between departments: handover, receive."""

from datetime import date
from pathlib import Path

import click

from pinzhi_xl import printout
from pinzhi_xl.cli.options import (
    AS_OF,
    DRY_RUN,
    JSON,
    MASTER,
    MONTH,
    OUT,
    REGISTER,
    make_run,
    print_json,
    tell,
    verb,
)
from pinzhi_xl.console import DATA_ERRORS, FINE
from pinzhi_xl.month import Month
from pinzhi_xl.tasks.desk import Places
from pinzhi_xl.wording import handover as words
from pinzhi_xl.workbook.port import ClosedFile


@verb(
    "handover",
    MASTER,
    MONTH,
    click.option(
        "--to",
        metavar="TO",
        type=click.Choice([words.ADMINISTRATION, words.PERFORMANCE]),
        required=True,
        help=words.TO_OPTION,
    ),
    REGISTER,
    OUT,
    AS_OF,
    DRY_RUN,
    JSON,
)
def handover(
    file: Path,
    month: Month,
    to: str,
    register: str | None,
    out: Path | None,
    as_of: date | None,
    dry_run: bool,
    as_json: bool,
) -> int:
    """移交处罚单：给行政部分批出《违纪分类汇总表》和待核定清单，给绩效考核处出《绩效考核清单》。

    Excel 和 Word（有签字栏）各一份。行政部的每一批写入“移交批次”，第一批之后的标补报；没有新单就不编新批次。

    例：pinzhi handover 品质管理总表.xlsx --month 2014-08 --to 行政部
    """
    from pinzhi_xl.tasks.handover import hand_month_over
    from pinzhi_xl.tasks.handover_files import Receiver

    run = make_run(as_of, dry_run=dry_run)
    outcome = hand_month_over(ClosedFile(file, run.now), month, Receiver(to), Places(register, out), run)
    return tell(outcome, as_json=as_json)


@verb(
    "receive",
    MASTER,
    click.argument("reply", metavar=words.REPLY_ARGUMENT, type=click.Path(path_type=Path)),
    AS_OF,
    DRY_RUN,
    JSON,
)
def receive(file: Path, reply: Path, as_of: date | None, dry_run: bool, as_json: bool) -> int:
    """接收行政部填回的清单：核定结果、扣分、金额、核定人、日期写入“处罚登记”，分数和金额逐条留记录。

    可以分几次接收，同一份再收一次不会有变化；有任何一处错误就什么都不写，没有错的行也一起等改正，并列出清单里的单元格。
    核定金额会超过当月扣减上限的、走错一步的（还没有送达、申诉没有结论、执行月份填早了）也是错误。

    例：pinzhi receive 品质管理总表.xlsx "2014-08-1 违纪分类汇总表（内部）.xlsx"
    """
    from pinzhi_xl.tasks.receive import receive_reply

    run = make_run(as_of, dry_run=dry_run)
    outcome = receive_reply(ClosedFile(file, run.now), reply, run)
    if as_json:
        print_json(outcome.as_json())
    printout.show_problems(outcome.problems, reminders=True, err=as_json)
    if not as_json:
        for line in outcome.lines():
            click.echo(line)
    return DATA_ERRORS if outcome.errors else FINE
