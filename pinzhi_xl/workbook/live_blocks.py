"""One column's run of cells in a sheet that is open in Excel: reading it, writing it, putting it back."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from pinzhi_xl.kinds import Raw
from pinzhi_xl.model import Link, Value
from pinzhi_xl.workbook.live_cells import as_typed, read_block, runs, would_turn
from pinzhi_xl.workbook.steps import comparable

LONGEST_IN_A_BLOCK = 8000
"""Longer texts are handed over one by one: a block of them is refused by older Excels."""

_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
"""What a number format says in words, or of colours and places."""

TEXT_FORMAT, GENERAL_FORMAT, DATE_FORMAT, TIME_FORMAT = "@", "General", "yyyy-mm-dd", "hh:mm"
Sheet = Any
"""An xlwings sheet: only `live` imports xlwings."""

Formats = Sequence[tuple[int, int, str]]
"""Number formats from top to bottom: first and last row of each stretch."""


@dataclass(frozen=True)
class Before:
    """A block as it was: row by row what its cells held and how that is typed, its error values, its formats."""

    sheet: Sheet
    first: int
    column: int
    contents: Sequence[Raw]
    typed: Sequence[str]
    errors: Set[int]
    formats: Formats

    @property
    def is_plain(self) -> bool:
        """True when no cell holds a formula or an error: all of them can be written as they read."""
        return not any(self.formula_at(index) for index in range(len(self.contents)))

    def formula_at(self, index: int) -> str:
        """The formula of a cell, or the error typed there; empty where it holds a value."""
        text = self.typed[index]
        is_formula = text.startswith("=") and comparable(text) != comparable(self.contents[index])
        return text if is_formula or index in self.errors else ""


def block_at(sheet: Sheet, first: int, column: int, rows: int) -> Any:  # noqa: ANN401 - an xlwings range
    """The range of a block."""
    return sheet.range((first, column), (first + rows - 1, column))


def block_before(sheet: Sheet, first: int, column: int, rows: int) -> Before:
    """A block as it is now."""
    block = block_at(sheet, first, column, rows)
    held = block.formula
    formulas = [held] if rows == 1 else [row[0] for row in held]
    typed = [one if isinstance(one, str) else "" for one in formulas]
    cells, errors = read_block(block)
    formats = list(_formats(sheet, column, first, first + rows - 1))
    return Before(sheet, first, column, [row[0] for row in cells], typed, {row for row, _ in errors}, formats)


def _formats(sheet: Sheet, column: int, first: int, last: int) -> Iterator[tuple[int, int, str]]:
    """The number formats of a block; where there are several, each half is asked for."""
    found = block_at(sheet, first, column, last - first + 1).number_format
    if found is not None or first == last:
        yield first, last, found or GENERAL_FORMAT
        return
    middle = (first + last) // 2
    yield from _formats(sheet, column, first, middle)
    yield from _formats(sheet, column, middle + 1, last)


def put(sheet: Sheet, first: int, column: int, values: Sequence[Value], formats: Formats) -> None:
    """Put values below each other; a text stays a text and a number a number, whatever format the cells had."""
    for top, bottom, number_format in _needed(first, values, formats):
        block_at(sheet, top, column, bottom - top + 1).number_format = number_format
    long = {index for index, one in enumerate(values) if isinstance(one, str) and len(one) > LONGEST_IN_A_BLOCK}
    block = block_at(sheet, first, column, len(values))
    block.value = [[None if index in long else as_typed(value)] for index, value in enumerate(values)]
    for index in long:
        sheet.range((first + index, column)).value = values[index]


def _needed(first: int, values: Sequence[Value], formats: Formats) -> Iterator[tuple[int, int, str]]:
    """The formats that have to be given first, so that Excel takes the values as they are."""
    wanted: dict[str, list[int]] = {}
    for top, bottom, present in formats:
        for row in range(top, bottom + 1):
            needed = _format_for(values[row - first], present)
            if needed != present:
                wanted.setdefault(needed, []).append(row)
    for number_format, rows in wanted.items():
        for top, bottom in runs(rows):
            yield top, bottom, number_format


def _format_for(value: Value, present: str) -> str:
    """The number format in which a value stays what it is: the present one wherever it does."""
    value = value.text if isinstance(value, Link) else value
    if value is None:
        return present
    if isinstance(value, str):
        return TEXT_FORMAT if would_turn(value) else present
    shown = set(_QUOTED.sub("", present).lower())
    if isinstance(value, time):
        return present if "h" in shown else TIME_FORMAT
    if isinstance(value, datetime | date):
        return present if shown & {"y", "d"} or present == GENERAL_FORMAT else DATE_FORMAT
    return GENERAL_FORMAT if present == TEXT_FORMAT or shown & {"y", "d", "h"} else present


def put_back(before: Before) -> None:
    """What the block held, formulas as formulas, and its formats."""
    sheet, column = before.sheet, before.column
    rows = len(before.contents)
    now = list(_formats(sheet, column, before.first, before.first + rows - 1))
    put(sheet, before.first, column, [comparable(content) for content in before.contents], now)
    for top, bottom, number_format in before.formats:
        block_at(sheet, top, column, bottom - top + 1).number_format = number_format
    for index in range(rows):
        if formula := before.formula_at(index):
            sheet.range((before.first + index, column)).formula = formula
