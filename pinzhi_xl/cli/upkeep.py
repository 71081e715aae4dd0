"""The verbs that keep things in order: undo, setup, doctor, build."""

from datetime import date
from pathlib import Path

import click

from pinzhi_xl.cli.options import AS_OF, DRY_RUN, JSON, MASTER, make_run, print_json, verb
from pinzhi_xl.console import FINE
from pinzhi_xl.wording import cli as words
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
