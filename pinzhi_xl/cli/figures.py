"""The verbs that look and count: check, score."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import click

from pinzhi_xl import printout
from pinzhi_xl.cli.options import AS_OF, DRY_RUN, JSON, MASTER, MONTH, make_run, print_json, verb
from pinzhi_xl.console import DATA_ERRORS, FAILED, FINE, say
from pinzhi_xl.month import Month
from pinzhi_xl.parameters import AmountType
from pinzhi_xl.wording import cli as words
from pinzhi_xl.wording import penalties as penalty_words
from pinzhi_xl.workbook.port import ClosedFile


@verb("check", MASTER, click.option("--clear", is_flag=True, help=words.CLEAR_OPTION), AS_OF, DRY_RUN, JSON)
def check(file: Path, clear: bool, as_of: date | None, dry_run: bool, as_json: bool) -> int:
    """校验总表：列出每处问题的位置、原因和改法，并写入“校验结果”。

    有错误时退出码为 1。加 --clear 只清空“校验结果”。

    例：pinzhi check 品质管理总表.xlsx
    """
    from pinzhi_xl.tasks.check import check_master, clear_marks

    run = make_run(as_of, dry_run=dry_run)
    if clear:
        lines = clear_marks(ClosedFile(file, run.now), run)
        print_json({"cleared": lines}) if as_json else click.echo(words.CLEARED.format(lines=lines))
        return FINE
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
    from pinzhi_xl.rules.locking import TOLD_AT_CLOSING
    from pinzhi_xl.tasks.score import score_master

    run = make_run(as_of, dry_run=dry_run)
    scored = score_master(ClosedFile(file, run.now), month, run)
    if as_json:
        print_json(scored.as_json())
    else:
        printout.show_scores(scored.scores.month, scored.scores.communities)
        printout.show_blocked({} if scored.locked else scored.blocked)
        click.echo(words.WRITTEN if scored.written else words.UNCHANGED)
    told = [problem for problem in scored.problems if problem.is_error or problem.code in TOLD_AT_CLOSING]
    printout.show_problems(told, reminders=True, err=as_json)
    return DATA_ERRORS if scored.errors else FINE


@verb(
    "cap",
    click.option("--wage", required=True, type=AmountType(10**9), metavar="W", help=penalty_words.CAP_HELP_WAGE),
    click.option(
        "--minimum", required=True, type=AmountType(10**9), metavar="M", help=penalty_words.CAP_HELP_MINIMUM
    ),
    click.option("--ratio", required=True, type=AmountType(1), metavar="R", help=penalty_words.CAP_HELP_RATIO),
    click.option("--floor", default="1", type=AmountType(10), metavar="F", help=penalty_words.CAP_HELP_FLOOR),
    JSON,
)
def cap(wage: Decimal, minimum: Decimal, ratio: Decimal, floor: Decimal, as_json: bool) -> int:
    """行政部用：算出一个人当月最多可扣多少元，填入“扣减上限”；工资不保存、不进总表。

    上限 = 比例×工资 与 工资−底线系数×最低工资 中较小的，不低于 0，向下取到分。

    例：pinzhi cap --wage 3000 --minimum 2000 --ratio 0.2
    """
    from pinzhi_xl.penalties.caps import cap_of

    limit = cap_of(wage, minimum, ratio, floor)
    print_json({"cap": f"{limit:f}"}) if as_json else click.echo(penalty_words.CAP_LINE.format(cap=limit))
    return FINE
