"""Writing into a sheet that is open in Excel: blocks by column, read back, and taken back when anything fails."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from pinzhi_xl.model import Cell, Link, Value
from pinzhi_xl.sheets import SHEETS
from pinzhi_xl.workbook.errors import CellMerged
from pinzhi_xl.workbook.live_blocks import Before, Sheet, block_at, block_before, put, put_back
from pinzhi_xl.workbook.live_cells import read_block, runs
from pinzhi_xl.workbook.live_errors import NotTaken, SheetProtected
from pinzhi_xl.workbook.plan import SheetPlan
from pinzhi_xl.workbook.preflight import SheetFacts, corners
from pinzhi_xl.workbook.steps import comparable

WIDEST_GAP = 100
"""Cells between two that change: written with what they hold, so that one block serves instead of two."""

_COMPUTED = {
    kind.sheet.label: frozenset(col.label for col in kind.sheet.columns if col.computed) for kind in SHEETS
}


class SheetWriter:
    """Writes one sheet's plan and knows the way back."""

    def __init__(self, sheet: Sheet, plan: SheetPlan, name: str) -> None:
        self.sheet, self.plan, self.name = sheet, plan, name
        self.done: list[Before] = []
        own = _COMPUTED.get(plan.layout.sheet, frozenset())
        self._own = {column for label, column in plan.layout.columns.items() if label in own}

    def write(self) -> None:
        """Put every cell of the plan into the sheet, block by block, and read each back."""
        for column, cells in _by_column(self.plan).items():
            for first, last in self._stretches(column, cells):
                self._write_stretch(column, cells, first, last)

    def take_back(self) -> None:
        """Put back what the blocks held, the last one first."""
        for before in reversed(self.done):
            put_back(before)
        self.done.clear()

    def _stretches(self, column: int, cells: Mapping[int, Value]) -> list[tuple[int, int]]:
        """The rows to write at once; small gaps are bridged in columns that belong to the tasks alone."""
        found: list[tuple[int, int]] = []
        for first, last in runs(cells):
            if found and column in self._own and first - found[-1][1] <= WIDEST_GAP:
                found[-1] = (found[-1][0], last)
            else:
                found.append((first, last))
        return found

    def _write_stretch(self, column: int, cells: Mapping[int, Value], first: int, last: int) -> None:
        """Write a stretch as one block, unless somebody's formula stands in a gap of it."""
        before = block_before(self.sheet, first, column, last - first + 1)
        wanted = [row for row in cells if first <= row <= last]
        if before.is_plain or len(wanted) == len(before.contents):
            self._write(before, cells)
            return
        for top, bottom in runs(wanted):
            self._write(block_before(self.sheet, top, column, bottom - top + 1), cells)

    def _write(self, before: Before, cells: Mapping[int, Value]) -> None:
        rows = range(before.first, before.first + len(before.contents))
        held = dict(zip(rows, before.contents, strict=True))
        values = [cells[row] if row in cells else comparable(held[row]) for row in rows]
        self.done.append(before)
        if self.plan.change.cleared:
            _clear_links(block_at(self.sheet, before.first, before.column, len(values)))
        put(self.sheet, before.first, before.column, values, before.formats)
        for row, value in zip(rows, values, strict=True):
            if isinstance(value, Link):
                target = f"#'{value.sheet.replace(chr(39), chr(39) * 2)}'!{value.address}"
                self.sheet.range((row, before.column)).add_hyperlink(target, value.text, value.address)
        self._prove(before.column, before.first, values)

    def _prove(self, column: int, first: int, values: Sequence[Value]) -> None:
        found, errors = read_block(block_at(self.sheet, first, column, len(values)))
        for index, (meant, read) in enumerate(zip(values, found, strict=True)):
            if comparable(meant) != comparable(read[0]) or (index, 0) in errors:
                row = first + index
                cell = Cell(self.plan.layout.sheet, row, column).address
                raise NotTaken(sheet=self.plan.layout.sheet, cell=cell)


def _by_column(plan: SheetPlan) -> Mapping[int, Mapping[int, Value]]:
    """Column → row → value; columns that are replaced are blank where nothing is put."""
    found: dict[int, dict[int, Value]] = {}
    for column in plan.change.cleared:
        found[column] = dict.fromkeys(range(plan.layout.header_row + 1, plan.layout.last_row + 1))
    for row, cells in plan.change.cells.items():
        for column, value in cells.items():
            found.setdefault(column, {})[row] = value
    return found


def check_writable(sheet: Sheet, plan: SheetPlan, facts: SheetFacts) -> None:
    """Refuse a protected sheet, and a plan that would write into merged cells."""
    label = plan.layout.sheet
    check_unprotected(sheet)
    merged = list(_areas(facts))
    for column, cells in _by_column(plan).items() if merged else ():
        for row in cells:
            for (top, left, bottom, right), area in merged:
                if top <= row <= bottom and left <= column <= right:
                    raise CellMerged(sheet=label, cell=Cell(label, row, column).address, merged=area)


def check_unprotected(sheet: Sheet) -> None:
    """Refuse a protected sheet."""
    if getattr(sheet.api, "ProtectContents", False) is True:
        raise SheetProtected(sheet=sheet.name)


def _areas(facts: SheetFacts) -> Iterator[tuple[tuple[int, int, int, int], str]]:
    for area in facts.merges:
        yield corners(area), area


def _clear_links(block: Any) -> None:  # noqa: ANN401 - an xlwings range
    """Links of before go with what they stood on; a link left on a blank cell would lead astray."""
    with suppress(AttributeError):
        block.api.ClearHyperlinks()
