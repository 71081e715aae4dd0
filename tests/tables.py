"""Books from the tables in a test's docstring: the test shows the sheet it is about.

A section is a sheet label on a line of its own, a line of headings and lines of cells, parted by ``|``; a blank line
ends it. Columns and sheets that are not shown are there, but empty; sheets of set-up that are not shown
(部门, 检查标准, 项目) hold the small standard set below. Cells are texts as typed, so they go through the same
reading as a workbook's.
"""

import inspect
from collections.abc import Callable

from pinzhi_xl.kinds import Raw
from pinzhi_xl.sheets import SHEETS
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.entry_form import EntryLine
from pinzhi_xl.workbook.read import RawSheet, assemble

SET_UP = """
项目
项目名称
凤鸣华府
瑞景华庭
阳光美地

部门
部门名称 | 别名 | 权重
客服部 | 客服中心 | 30
环境部 | 公共环境 | 70

检查标准
编码 | 部门 | 检查项 | 分值 | 单次扣分 | 可判红线 | 班次 | 频次
A1 | 客服部 | 着装 | 10 | 2 | | |
A2 | 客服部 | 档案 | 30 | 3 | | |
A3 | 客服部 | 夜间值守 | 20 | 5 | 是 | 夜班 |
A4 | 客服部 | 月度计划 | 10 | 4 | | | 每月一次
B1 | 环境部 | 楼梯口 | 20 | 2 | 是 | |
B2 | 环境部 | 绿化 | 30 | 1.5 | | |
"""


def tables(text: str) -> dict[str, list[list[str]]]:
    """Sheet label → lines of cells, heading first."""
    found: dict[str, list[list[str]]] = {}
    for block in inspect.cleandoc(text).split("\n\n"):
        lines = [line for line in block.splitlines() if line.strip()]
        if len(lines) > 1 and lines[0].strip() in {kind.sheet.label for kind in SHEETS}:
            found[lines[0].strip()] = [[cell.strip() for cell in line.split("|")] for line in lines[1:]]
    return found


def book_of(
    text: str, identity: str = "11111111-1111-4111-8111-111111111111", form: list[list[Raw]] | None = None
) -> Book:
    """The book whose sheets the text shows; `form` is the grid of 录入单, if there is one."""
    shown = tables(SET_UP) | tables(text)
    raw: dict[str, RawSheet] = {}
    for kind in SHEETS:
        labels = [col.label for col in kind.sheet.columns]
        lines = shown.get(kind.sheet.label, [labels])
        unknown = set(lines[0]) - set(labels)
        assert not unknown, f"{kind.sheet.label} has no {unknown}"
        heading = [*lines[0], *(label for label in labels if label not in lines[0])]
        grid: list[list[Raw]] = [list(heading)]
        for line in lines[1:]:
            assert len(line) <= len(lines[0]), line
            grid.append([*line, *[""] * (len(heading) - len(line))])
        raw[kind.sheet.label] = RawSheet(grid)
    if form is not None:
        raw[EntryLine.sheet.label] = RawSheet(form)
    return assemble(raw, identity)


def book_shown_in(function: Callable[..., object]) -> Book:
    """The book of a test function's docstring."""
    return book_of(function.__doc__ or "")
