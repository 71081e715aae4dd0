# ruff: noqa: ANN401 - objects of UNO have no types
"""Runs in LibreOffice's Python: blocks of cells written as Excel does it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from tests.real.calc_cells import (
    CONTENTS,
    LOGICAL,
    Formats,
    Rectangle,
    Refused,
    area,
    format_keys,
    guard,
    merged,
    shown,
)
from tests.real.calc_formulas import balanced, moved, to_calc
from tests.real.calc_typing import DATE, DATE_TIME, TIME, Entry, typed

Cell = str | float | bool | list[Any] | None
_REFUSED = (501, 507, 508, 509, 510, 511, 512, 520, 539)


class Block:
    """A block being written: what each cell comes to hold, as Excel decides it cell by cell."""

    def __init__(self, sheet: Any, formats: Formats, rectangle: Rectangle) -> None:
        self._sheet = sheet
        self._formats = formats
        self._top, self._left = rectangle[0], rectangle[1]
        self._cells = area(sheet, rectangle)
        self._height = rectangle[2] - rectangle[0] + 1
        self._width = rectangle[3] - rectangle[1] + 1
        guard(sheet, self._cells)
        self._codes = self._codes_now()
        self._skipped = {
            (row - self._top, column - self._left)
            for place in merged(sheet, rectangle)
            for row in range(place[0], place[2] + 1)
            for column in range(place[1], place[3] + 1)
            if (row, column) != place[:2]
        }
        self._data: list[list[str | float]] = []
        self._written: list[tuple[int, int, str]] = []
        self._restyled: dict[str, list[tuple[int, int]]] = defaultdict(list)

    def _codes_now(self) -> list[list[str]]:
        found = format_keys(self._cells)
        grid = [["General"] * self._width for _ in range(self._height)]
        for key, places in found.items():
            kind, code = self._formats.of(key)
            code = "logical" if kind & LOGICAL else code
            if code != "General":
                for top, left, bottom, right in places:
                    for row in range(top, bottom + 1):
                        line = grid[row - self._top]
                        line[left - self._left : right - self._left + 1] = [code] * (right - left + 1)
        return grid

    def write(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Put the values in; notes and formats stay."""
        notes = self._notes()
        for row, line in enumerate(rows):
            self._data.append([self._taken(row, column, value) for column, value in enumerate(line)])
        self._cells.setDataArray(tuple(map(tuple, self._data)))
        self._restore(notes)
        for code, places in self._restyled.items():
            self._restyle(code, places)
        self._calculate()

    def fill(self, value: Cell) -> None:
        """Put one value into all cells; a formula's relative references move with the cell."""
        if isinstance(value, str) and value.startswith("="):
            lines = range(self._height)
            self.write([[moved(value, row, column) for column in range(self._width)] for row in lines])
        else:
            self.write([[value] * self._width for _ in range(self._height)])

    def _calculate(self) -> None:
        """Put the formulas in; if one of them cannot be understood, all are refused."""
        formulas = {(row, column): formula for row, column, formula in self._written}
        refused = [formula for formula in formulas.values() if not balanced(formula)]
        for top, left, bottom, right in runs(list(formulas)) if not refused else ():
            cells = self._cells.getCellRangeByPosition(left, top, right, bottom)
            lines = range(top, bottom + 1)
            cells.setFormulaArray(
                tuple(tuple(to_calc(formulas[row, column]) for column in range(left, right + 1)) for row in lines)
            )
            refused += [
                formulas[top + row, left + column]
                for row, line in enumerate(cells.getDataArray())
                if None in line
                for column, value in enumerate(line)
                if value is None and cells.getCellByPosition(column, row).getError() in _REFUSED
            ]
            if refused:
                cells.clearContents(CONTENTS)
            for key, places in format_keys(cells).items():
                if key in self._formats.automatic:
                    for place in places:
                        area(self._sheet, place).NumberFormat = self._formats.key(self._formats.automatic[key])
        if refused:
            raise Refused(f"1004: not a formula: {refused[0]}")

    def _taken(self, row: int, column: int, value: Cell) -> str | float:
        if (row, column) in self._skipped or value is None or value == "":
            return ""
        code = self._codes[row][column]
        if code == "@":
            return _as_text(value)
        entry = _entry(value)
        if entry.kind == "logical":
            return self._logical(row, column, code, bool(entry.value))
        if code == "logical":
            self._restyled[entry.code or "General"].append((row, column))
        elif code == "General" and entry.code:
            self._restyled[entry.code].append((row, column))
        if entry.kind == "formula":
            self._written.append((row, column, str(entry.value)))
            return ""
        return float(entry.value) if entry.kind == "number" else str(entry.value)

    def _logical(self, row: int, column: int, code: str, value: bool) -> str | float:
        """Calc knows a logical value by its format; where there is another one, as a formula."""
        if code not in ("General", "logical"):
            self._written.append((row, column, f"={value}()".upper()))
            return ""
        if code == "General":
            self._restyled["logical"].append((row, column))
        return float(value)

    def _restyle(self, code: str, places: list[tuple[int, int]]) -> None:
        key = self._formats.logical if code == "logical" else self._formats.key(code)
        for top, left, bottom, right in runs(places):
            self._cells.getCellRangeByPosition(left, top, right, bottom).NumberFormat = key

    def _notes(self) -> list[tuple[Any, str]]:
        notes = self._sheet.Annotations
        found = [(note.Position, note.String) for note in notes] if notes.Count else []
        return [
            (place, text)
            for place, text in found
            if 0 <= place.Row - self._top < self._height and 0 <= place.Column - self._left < self._width
        ]

    def _restore(self, notes: list[tuple[Any, str]]) -> None:
        if notes:
            left = {(note.Position.Row, note.Position.Column) for note in self._sheet.Annotations}
            for place, text in notes:
                if (place.Row, place.Column) not in left:
                    self._sheet.Annotations.insertNew(place, text)


def _entry(value: Cell) -> Entry:
    if isinstance(value, bool):
        return Entry("logical", value)
    if isinstance(value, str):
        return typed(value)
    if isinstance(value, list):
        number = float(value[1])
        return Entry("number", number, TIME if 0 <= number < 1 else DATE_TIME if number % 1 else DATE)
    return Entry("number", float(value or 0))


def _as_text(value: Cell) -> str:
    """What a cell formatted as text comes to hold."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, list):
        return str(value[2])
    if isinstance(value, str):
        return value[1:] if value.startswith("'") else value
    return shown(float(value or 0))


def runs(places: list[tuple[int, int]]) -> Iterator[Rectangle]:
    """Cells gathered into vertical runs, and equal runs side by side into rectangles."""
    columns: dict[tuple[int, int], list[int]] = defaultdict(list)
    by_column: dict[int, list[int]] = defaultdict(list)
    for row, column in places:
        by_column[column].append(row)
    for column, rows in by_column.items():
        rows.sort()
        start = previous = rows[0]
        for row in [*rows[1:], -2]:
            if row != previous + 1:
                columns[start, previous].append(column)
                start = row
            previous = row
    for (top, bottom), found in columns.items():
        found.sort()
        left = previous = found[0]
        for column in [*found[1:], -2]:
            if column != previous + 1:
                yield top, left, bottom, previous
                left = column
            previous = column
