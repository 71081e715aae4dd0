"""Reading a sheet that is open in Excel: one block of values, and what only the program knows of it."""

from collections.abc import Iterator
from typing import Any

from pinzhi_xl.kinds import Raw
from pinzhi_xl.model import column_letters
from pinzhi_xl.wording import reading as words
from pinzhi_xl.workbook.live_cells import read_block
from pinzhi_xl.workbook.preflight import SheetFacts, WorkbookTooLarge
from pinzhi_xl.workbook.read import RawSheet

MAX_CELLS = 5_000_000
"""What one block may hold: a sheet of blank formatted rows to the very end would exhaust a small machine."""

Sheet = Any
"""An xlwings sheet: only `live` imports xlwings."""


def read_sheet(sheet: Sheet, name: str) -> RawSheet:
    """The cells of a sheet from A1 to the last one used; `name` is the workbook's, for the sentence."""
    corner = sheet.used_range.last_cell
    rows, columns = int(corner.row), int(corner.column)
    if rows * columns > MAX_CELLS:
        detail = words.SIZE_CELLS.format(sheet=sheet.name, rows=rows, columns=columns)
        raise WorkbookTooLarge(name=name, detail=detail)
    block = sheet.range((1, 1), (rows, columns))
    cells, errors = read_block(block)
    found = {(row + 1, column + 1): text for (row, column), text in errors.items()}
    grid = _trimmed(cells, max((row for row, _ in found), default=0))
    merges = tuple(_merges(sheet, (1, 1, len(grid), columns))) if grid else ()
    return RawSheet(grid, SheetFacts(found, merges, totals=frozenset(_totals(sheet))))


def _trimmed(grid: list[list[Raw]], least: int) -> list[list[Raw]]:
    """Without the blank rows at the end: formats alone make Excel count them as used. `least` rows stay."""
    while len(grid) > least and all(cell == "" for cell in grid[-1]):
        grid.pop()
    return grid


def _merges(sheet: Sheet, area: tuple[int, int, int, int]) -> Iterator[str]:
    """The merged ranges of an area (top, left, bottom, right), found by halving where it is merged in part.

    Each is told once, by the part of the area that holds its first cell.
    """
    top, left, bottom, right = area
    if sheet.range((top, left), (bottom, right)).merge_cells is False:
        return
    merged = sheet.range((top, left)).merge_area
    last = merged.last_cell
    if last.row >= bottom and last.column >= right:
        if (merged.row, merged.column) == (top, left) and merged.shape != (1, 1):
            yield f"{column_letters(left)}{top}:{column_letters(last.column)}{last.row}"
        return
    if bottom > top:
        middle = (top + bottom) // 2
        halves = (top, left, middle, right), (middle + 1, left, bottom, right)
    else:
        middle = (left + right) // 2
        halves = (top, left, bottom, middle), (top, middle + 1, bottom, right)
    for half in halves:
        yield from _merges(sheet, half)


def _totals(sheet: Sheet) -> Iterator[int]:
    """The totals rows of its tables."""
    for table in sheet.tables:
        if table.show_totals:
            yield int(table.totals_row_range.row)
