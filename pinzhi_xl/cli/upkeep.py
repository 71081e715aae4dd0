"""The verbs that keep things in order: undo, setup, doctor, build."""

from datetime import date
from pathlib import Path

import click

from pinzhi_xl.cli.options import AS_OF, DRY_RUN, JSON, MASTER, make_run, print_json, verb
from pinzhi_xl.console import DATA_ERRORS, FINE
from pinzhi_xl.wording import cli as words
from pinzhi_xl.wording import machine as said
from pinzhi_xl.workbook.port import ClosedFile


@verb("undo", MASTER, AS_OF, DRY_RUN, JSON)
def undo(file: Path, as_of: date | None, dry_run: bool, as_json: bool) -> int:
    """撤回上一步：把程序最近一次写入总表的单元格恢复成原来的内容。

    之后又改过其中任何一格就不撤回，并说明是哪一格。已登记的编号不收回，再开单还是原号。

    例：pinzhi undo 品质管理总表.xlsx
    """
    from pinzhi_xl.tasks.undo import undo_last

    run = make_run(as_of, dry_run=dry_run)
    undone = undo_last(ClosedFile(file, run.now), run)
    if as_json:
        print_json({"undone": undone.step.title, "cells": undone.step.cells, "written": undone.written})
    else:
        click.echo((words.UNDONE if undone.written else words.WOULD_UNDO).format(line=undone.sentence))
    return FINE


@verb(
    "setup",
    click.option("--to", metavar="DIR", type=click.Path(path_type=Path), help=said.SETUP_TO_OPTION),
    click.option("--remove", "away", is_flag=True, help=said.REMOVE_OPTION),
    JSON,
)
def setup(to: Path | None, away: bool, as_json: bool) -> int:
    """装上 Excel 加载项，功能区里出现选项卡“品质管理”；不需要管理员权限，再装一次不会多出来。

    程序升级、换了 Python 之后都再运行一次；加 --remove 取下。

    例：pinzhi setup
    """
    from pinzhi_xl.tasks.setup import install, remove

    done = remove(to) if away else install(to)
    if as_json:
        print_json({"path": str(done.path), "changed": done.changed})
    elif away:
        text = said.REMOVED if done.changed else said.NOT_INSTALLED
        click.echo(text.format(path=done.path))
    else:
        text = said.INSTALLED if done.changed else said.INSTALLED_ALREADY
        click.echo(text.format(path=done.path))
        click.echo(said.NEXT_STEPS if done.at_start else said.NEXT_STEPS_ELSEWHERE)
    return FINE


@verb(
    "doctor",
    click.argument("file", metavar=f"[{words.ARGUMENT_FILE}]", required=False, type=click.Path(path_type=Path)),
    click.option("--to", metavar="DIR", type=click.Path(path_type=Path), help=said.DOCTOR_TO_OPTION),
    JSON,
)
def doctor(file: Path | None, to: Path | None, as_json: bool) -> int:
    """检查这台电脑：程序、加载项、Excel、字体、模板；写上总表就连它的位置和登记册一起检查。

    什么都不改。每行开头：✓ 正常，▲ 注意，● 要处理；有要处理的，退出码是 1。

    例：pinzhi doctor 品质管理总表.xlsx
    """
    from pinzhi_xl.tasks.checked import State, checked_lines
    from pinzhi_xl.tasks.doctor import examine

    checks = examine(file, to=to)
    if as_json:
        print_json({"checks": [one.as_json() for one in checks]})
    else:
        for line in checked_lines(checks):
            click.echo(line)
    return DATA_ERRORS if any(one.state is State.ACT for one in checks) else FINE


@verb(
    "build",
    click.option(
        "--out",
        metavar="DIR",
        type=click.Path(path_type=Path),
        default=Path(),
        help=said.BUILD_OUT_OPTION,
    ),
    JSON,
)
def build(out: Path, as_json: bool) -> int:
    """重新生成随程序附带的空白总表、Excel 加载项和 Word 模板。

    内容相同就不动；您自己的总表不会被换掉。

    例：pinzhi build --out 新文件
    """
    from pinzhi_xl.tasks.build import build_all

    files = build_all(out)
    written = [one for one in files if one.written]
    if as_json:
        same = [str(one.path) for one in files if not one.written]
        print_json({"written": [str(one.path) for one in written], "unchanged": same})
        return FINE
    for one in files:
        mark = said.BUILT if one.written else said.BUILT_SAME
        click.echo(said.BUILD_LINE.format(mark=mark, path=one.path))
    click.echo(said.BUILD_SUMMARY.format(written=len(written), same=len(files) - len(written)))
    return FINE
