"""Writing into a sheet that is open in Excel: blocks by column, read back, and taken back when anything fails."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from pinzhi_xl.kinds import Raw
from pinzhi_xl.model import Cell, Link, Value
from pinzhi_xl.workbook.errors import CellMerged, ProofFailed
from pinzhi_xl.workbook.live_cells import as_typed, read_block, runs, would_turn
from pinzhi_xl.workbook.live_errors import SheetProtected
from pinzhi_xl.workbook.plan import SheetPlan
from pinzhi_xl.workbook.preflight import SheetFacts, corners
from pinzhi_xl.workbook.steps import comparable

LONGEST_IN_A_BLOCK = 8000
"""Longer texts are handed over one by one: a block of them is refused by older Excels."""

TEXT_FORMAT, GENERAL_FORMAT, DATE_FORMAT, TIME_FORMAT = "@", "General", "yyyy-mm-dd", "hh:mm"
Sheet = Any
"""An xlwings sheet: only `live` imports xlwings."""


@dataclass(frozen=True)
class Before:
    """A block as it was: what its cells held, and their number format where they had one in common."""

    sheet: Sheet
    first: int
    column: int
    contents: Sequence[Raw]
    formulas: Sequence[str]
    number_format: str | None


class SheetWriter:
    """Writes one sheet's plan and knows the way back."""

    def __init__(self, sheet: Sheet, plan: SheetPlan, name: str) -> None:
        self.sheet, self.plan, self.name = sheet, plan, name
        self.done: list[Before] = []

    def write(self) -> None:
        """Put every cell of the plan into the sheet, block by block, and read each back."""
        for column, cells in _by_column(self.plan).items():
            for first, last in runs(cells):
                self._write(column, first, [cells[row] for row in range(first, last + 1)])

    def take_back(self) -> None:
        """Put back what the blocks held, the last one first."""
        for before in reversed(self.done):
            _restore(before)
        self.done.clear()

    def _write(self, column: int, first: int, values: Sequence[Value]) -> None:
        before = _before(self.sheet, first, column, len(values))
        self.done.append(before)
        if self.plan.change.cleared:
            _clear_links(_block(self.sheet, first, column, len(values)))
        put(self.sheet, first, column, values, before.number_format)
        links = [(first + index, value) for index, value in enumerate(values) if isinstance(value, Link)]
        for row, link in links:
            target = f"#'{link.sheet.replace(chr(39), chr(39) * 2)}'!{link.address}"
            self.sheet.range((row, column)).add_hyperlink(target, link.text, link.address)
        self._prove(column, first, values)

    def _prove(self, column: int, first: int, values: Sequence[Value]) -> None:
        found, errors = read_block(_block(self.sheet, first, column, len(values)))
        for index, (meant, read) in enumerate(zip(values, found, strict=True)):
            if comparable(meant) != comparable(read[0]) or (index, 0) in errors:
                row = first + index
                cell = Cell(self.plan.layout.sheet, row, column).address
                raise ProofFailed(name=self.name, detail=f"{self.plan.layout.sheet} {cell}")


def put(sheet: Sheet, first: int, column: int, values: Sequence[Value], number_format: str | None = None) -> None:
    """Put values below each other; a text stays a text and a number a number, whatever format the cells had."""
    block = _block(sheet, first, column, len(values))
    _prepare(sheet, first, column, values, number_format)
    long = {index for index, one in enumerate(values) if isinstance(one, str) and len(one) > LONGEST_IN_A_BLOCK}
    block.value = [[None if index in long else as_typed(value)] for index, value in enumerate(values)]
    for index in long:
        sheet.range((first + index, column)).value = values[index]


def _prepare(sheet: Sheet, first: int, column: int, values: Sequence[Value], number_format: str | None) -> None:
    """Give the cells of a block formats in which Excel takes the values as they are."""
    texts, others = [], []
    for row, value in enumerate(values, start=first):
        text = value.text if isinstance(value, Link) else value
        if isinstance(text, str):
            if would_turn(text):
                texts.append(row)
        elif text is not None:
            others.append((row, text))
    if number_format != TEXT_FORMAT:
        for top, bottom in runs(texts):
            _block(sheet, top, column, bottom - top + 1).number_format = TEXT_FORMAT
    for row, value in others:
        clock = isinstance(value, time)
        if number_format in (TEXT_FORMAT, None) or (clock and "h" not in number_format):
            cell = sheet.range((row, column))
            if cell.number_format == TEXT_FORMAT or (clock and "h" not in cell.number_format):
                cell.number_format = _format_of(value)


def _format_of(value: Value) -> str:
    if isinstance(value, datetime | date):
        return DATE_FORMAT
    return TIME_FORMAT if isinstance(value, time) else GENERAL_FORMAT


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
    if getattr(sheet.api, "ProtectContents", False) is True:
        raise SheetProtected(sheet=label)
    merged = list(_areas(facts))
    for column, cells in _by_column(plan).items() if merged else ():
        for row in cells:
            for (top, left, bottom, right), area in merged:
                if top <= row <= bottom and left <= column <= right:
                    raise CellMerged(sheet=label, cell=Cell(label, row, column).address, merged=area)


def _areas(facts: SheetFacts) -> Iterator[tuple[tuple[int, int, int, int], str]]:
    for area in facts.merges:
        yield corners(area), area


def _block(sheet: Sheet, first: int, column: int, rows: int) -> Any:  # noqa: ANN401 - an xlwings range
    return sheet.range((first, column), (first + rows - 1, column))


def _before(sheet: Sheet, first: int, column: int, rows: int) -> Before:
    block = _block(sheet, first, column, rows)
    held = block.formula
    formulas = [held] if rows == 1 else [row[0] for row in held]
    texts = [str(one) if isinstance(one, str) else "" for one in formulas]
    return Before(sheet, first, column, [row[0] for row in read_block(block)[0]], texts, block.number_format)


def _restore(before: Before) -> None:
    """What the block held, formulas as formulas, and its format."""
    values = [comparable(content) for content in before.contents]
    put(before.sheet, before.first, before.column, values, None)
    if before.number_format is not None:
        _block(before.sheet, before.first, before.column, len(values)).number_format = before.number_format
    if before.number_format != TEXT_FORMAT:
        for row, formula in enumerate(before.formulas, start=before.first):
            if formula.startswith("=") and comparable(formula) != values[row - before.first]:
                before.sheet.range((row, before.column)).formula = formula


def _clear_links(block: Any) -> None:  # noqa: ANN401 - an xlwings range
    """Links of before go with what they stood on; a link left on a blank cell would lead astray."""
    with suppress(AttributeError):
        block.api.ClearHyperlinks()
