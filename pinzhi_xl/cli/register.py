"""The verbs of the register: reissue, and the group register list, verify, reserve, void, rebuild."""

import sys
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import click

from pinzhi_xl import printout
from pinzhi_xl.cli.options import (
    AS_OF,
    DRY_RUN,
    JSON,
    MASTER,
    OUT,
    REGISTER,
    make_run,
    pinzhi,
    print_json,
    verb,
)
from pinzhi_xl.console import DATA_ERRORS, FINE, ChineseGroup
from pinzhi_xl.parameters import NameType, notice_names
from pinzhi_xl.tasks.desk import Places
from pinzhi_xl.wording import reissue as words
from pinzhi_xl.workbook.port import ClosedFile

NUMBER = click.argument("number", metavar=words.ARGUMENT_NUMBER)
REASON = click.option("--reason", metavar="TEXT", default="", help=words.REASON_OPTION)


@verb(
    "reissue",
    MASTER,
    NUMBER,
    click.option("--reprint", is_flag=True, help=words.REPRINT_OPTION),
    click.option("--correct", is_flag=True, help=words.CORRECT_OPTION),
    click.option("--void-and-replace", is_flag=True, help=words.REPLACE_OPTION),
    REASON,
    OUT,
    REGISTER,
    AS_OF,
    DRY_RUN,
    JSON,
)
def reissue(
    file: Path,
    number: str,
    reprint: bool,
    correct: bool,
    void_and_replace: bool,
    reason: str,
    out: Path | None,
    register: str | None,
    as_of: date | None,
    dry_run: bool,
    as_json: bool,
) -> int:
    """重开一份已编号的文书：原样再打一次；签收之前更正，同号出下一版；作废原号，换新号并注明原单。

    扣分、金额的每处改动都记入“运行记录”。已定稿月份的文书只能再打一次。

    例：pinzhi reissue 品质管理总表.xlsx 品罚〔2014〕1号 --correct --reason 建议扣分填错
    """
    from pinzhi_xl.tasks import reissue as task

    chosen = dict(zip(task.Way, (reprint, correct, void_and_replace), strict=True))
    ways = [way for way, wanted in chosen.items() if wanted]
    if len(ways) != 1:
        raise click.UsageError(words.WAY_NEEDED)
    if ways[0] is not task.Way.REPRINT and not reason.strip():
        raise click.UsageError(words.REASON_NEEDED)
    run = make_run(as_of, dry_run=dry_run)
    outcome = task.reissue(ClosedFile(file, run.now), number, ways[0], reason.strip(), Places(register, out), run)
    if as_json:
        print_json(outcome.as_json())
    elif dry_run and outcome.papers:
        click.echo(words.PLANNED_LINE.format(number=number))
    else:
        for paper in outcome.papers:
            click.echo(words.PAPER_LINE.format(number=paper.number, subject=paper.subject, path=paper.path))
    if outcome.errors and not as_json:
        click.echo(words.NOT_DRAFTED.format(number=number))
    printout.show_problems(outcome.problems, err=as_json)
    return DATA_ERRORS if outcome.errors else FINE


@pinzhi.group("register", cls=ChineseGroup, help=words.REGISTER_HELP)
def register_group() -> None:
    """The group of the register's verbs."""


register_verb = partial(verb, group=register_group)
"""Declare a verb of the group."""


@register_verb(
    "list",
    MASTER,
    click.option("--kind", metavar="KIND", type=NameType(notice_names), help=words.KIND_OPTION),
    click.option("--year", metavar="YYYY", type=click.IntRange(1900, 9999), help=words.YEAR_OPTION),
    REGISTER,
    JSON,
)
def list_verb(file: Path, kind: str | None, year: int | None, register: str | None, as_json: bool) -> int:
    """列出登记册里的编号：版次、状态、对象、校验码。

    例：pinzhi register list 品质管理总表.xlsx --year 2014
    """
    from pinzhi_xl.tasks.registering import list_numbers

    run = make_run(None, dry_run=True)
    found = list_numbers(ClosedFile(file, run.now), Places(register), kind, year)
    if as_json:
        print_json({"numbers": found})
    elif not found:
        click.echo(words.LIST_EMPTY)
    else:
        names = ("number", "kind", "edition", "state", "subject", "issued_on", "mark")
        click.echo("\t".join(words.HEADINGS))
        for one in found:
            click.echo("\t".join(str(one[name]) for name in names))
    return FINE


@register_verb("verify", MASTER, REGISTER, JSON)
def verify_verb(file: Path, register: str | None, as_json: bool) -> int:
    """核对登记册：逐条验算，并与总表的“发文登记”对照；有问题退出码为 1。

    例：pinzhi register verify 品质管理总表.xlsx
    """
    from pinzhi_xl.tasks.registering import verify_register

    run = make_run(None, dry_run=True)
    count, flaws = verify_register(ClosedFile(file, run.now), Places(register))
    if as_json:
        print_json({"numbers": count, "flaws": flaws})
    elif not flaws:
        click.echo(words.VERIFY_FINE.format(count=count))
    else:
        for flaw in flaws:
            click.echo(words.FLAW_LINE.format(sentence=flaw))
        click.echo(words.VERIFY_BAD.format(count=len(flaws)))
    return DATA_ERRORS if flaws else FINE


@register_verb(
    "reserve",
    MASTER,
    click.option("--count", metavar="N", type=click.IntRange(1, 200), required=True, help=words.COUNT_OPTION),
    click.option("--holder", metavar="NAME", required=True, help=words.HOLDER_OPTION),
    click.option("--yes", is_flag=True, help=words.YES_OPTION),
    OUT,
    REGISTER,
    AS_OF,
    DRY_RUN,
    JSON,
)
def reserve_verb(
    file: Path,
    count: int,
    holder: str,
    yes: bool,
    out: Path | None,
    register: str | None,
    as_of: date | None,
    dry_run: bool,
    as_json: bool,
) -> int:
    """领用带号的空白处罚单，现场手写开单用；每领一次都是新号。

    用过的随“录入单”回录，填在“空白单号”；没用的用 pinzhi register void 作废。

    例：pinzhi register reserve 品质管理总表.xlsx --count 3 --holder 检查员
    """
    from pinzhi_xl.tasks.blanks import reserve

    run = make_run(as_of, dry_run=dry_run)
    if sys.stdin.isatty() and not yes:
        run = replace(run, ask=lambda question: click.confirm(question, err=True))
    outcome = reserve(ClosedFile(file, run.now), count, holder.strip(), Places(register, out), run)
    if as_json:
        print_json(outcome.as_json())
    elif dry_run:
        click.echo(words.RESERVE_PLANNED.format(holder=holder, count=count))
    else:
        for paper in outcome.papers:
            click.echo(words.PAPER_LINE.format(number=paper.number, subject=paper.subject, path=paper.path))
    return FINE


@register_verb("void", MASTER, NUMBER, REASON, REGISTER, OUT, AS_OF, DRY_RUN, JSON)
def void_verb(
    file: Path,
    number: str,
    reason: str,
    register: str | None,
    out: Path | None,
    as_of: date | None,
    dry_run: bool,
    as_json: bool,
) -> int:
    """作废一个编号：登记册、发文登记、处罚登记或整改跟踪都记作废；编号和原纸保留，不再使用。

    已执行的处罚单不能作废。

    例：pinzhi register void 品质管理总表.xlsx 品罚〔2014〕3号 --reason 空白单未用
    """
    from pinzhi_xl.tasks.registering import void_number

    if not reason.strip():
        raise click.UsageError(words.REASON_NEEDED)
    run = make_run(as_of, dry_run=dry_run)
    outcome = void_number(ClosedFile(file, run.now), number, reason.strip(), Places(register, out), run)
    if as_json:
        print_json(outcome.as_json())
    else:
        planned = words.VOID_PLANNED if dry_run else words.VOID_DONE
        click.echo((planned if outcome.new else words.VOID_ALREADY).format(number=outcome.number))
    return FINE


@register_verb("rebuild", MASTER, OUT, REGISTER, AS_OF, DRY_RUN, JSON)
def rebuild_verb(
    file: Path, out: Path | None, register: str | None, as_of: date | None, dry_run: bool, as_json: bool
) -> int:
    """按登记册重建“发文登记”，补出缺少的文书和“空白单”的行；不编新号。

    例：pinzhi register rebuild 品质管理总表.xlsx
    """
    from pinzhi_xl.tasks.registering import rebuild

    run = make_run(as_of, dry_run=dry_run)
    outcome = rebuild(ClosedFile(file, run.now), Places(register, out), run)
    if as_json:
        print_json(outcome.as_json())
        return FINE
    for paper in outcome.papers:
        click.echo(words.PAPER_LINE.format(number=paper.number, subject=paper.subject, path=paper.path))
    counts = {"papers": len(outcome.papers), "blanks": outcome.blanks}
    if dry_run:
        click.echo(words.REBUILD_PLANNED.format(**counts))
    else:
        touched = outcome.written or outcome.papers
        click.echo(words.REBUILT_LINE.format(**counts) if touched else words.REBUILD_SAME)
    return FINE
