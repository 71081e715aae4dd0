"""Reading the head of the entry form: labels with the value right of them, above the heading of its lines."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pinzhi_xl.kinds import LIST_MARK, Fault, Grid, Kind, Parsed, Raw, as_text, is_blank
from pinzhi_xl.model import Cell
from pinzhi_xl.problem import Problem
from pinzhi_xl.schema import Column
from pinzhi_xl.sheets import SHEETS
from pinzhi_xl.sheets.entry_form import HEAD_COLUMNS, EntryForm, EntryHead, EntryLine
from pinzhi_xl.wording.problems import make_problem
from pinzhi_xl.workbook.preflight import SheetFacts

Reader = Callable[[Column], Callable[[Raw], Parsed | Fault]]

_LABEL_MARKS = re.compile(r"[\s:：*＊]")
_TWO = re.compile(r"[\s、,，;；/／\\+&~～—和与及至到]+")
_SINGLE = frozenset({Kind.DATE, Kind.TIME, Kind.REFERENCE, Kind.CHOICE})
_SHEET = EntryLine.sheet.label


def read_head(
    grid: Grid, facts: SheetFacts, heading: int, reader: Reader, problems: Sequence[Problem]
) -> EntryForm:
    """The form whose lines begin below row `heading` (1-based); `problems` are those of its lines."""
    head = _Head(grid, facts, heading, reader)
    values = {col.identifier: head.value(col) for col in HEAD_COLUMNS}
    cells = {label: places[0] for label, places in head.places.items()}
    made: dict[str, Any] = values
    return EntryForm(EntryHead(**made), cells, frozenset(head.filled), (*head.problems, *problems))


class _Head:
    """The head of one form while it is read."""

    def __init__(self, grid: Grid, facts: SheetFacts, heading: int, reader: Reader) -> None:
        self.grid = grid
        self.facts = facts
        self.reader = reader
        self.places = self._find(heading)
        self.filled: list[str] = []
        self.problems: list[Problem] = []

    def _find(self, heading: int) -> Mapping[str, list[Cell]]:
        """Label → the cells right of it, in sheet order; a label that stands twice has two."""
        wanted = {col.label for col in HEAD_COLUMNS}
        found: dict[str, list[Cell]] = {}
        for row, cells in enumerate(self.grid[: heading - 1], start=1):
            for column, raw in enumerate(cells, start=1):
                label = _LABEL_MARKS.sub("", as_text(raw))
                if label in wanted:
                    found.setdefault(label, []).append(Cell(_SHEET, row, column + 1))
        return found

    def value(self, col: Column) -> Parsed:
        """The value of a field; None when it is blank, or wrong and told."""
        places = self.places.get(col.label)
        if places is None:
            self._tell("form-label-missing", col, Cell(_SHEET), "")
            return None
        spots = {(cell.row, cell.column): cell for cell in places}
        typed = [(cell, raw) for cell in places if not is_blank(raw := self._raw(cell))]
        if wrong := spots.keys() & self.facts.errors.keys():
            spot = min(wrong)
            self._tell("error-value", col, spots[spot], self.facts.errors[spot])
        elif wrong := spots.keys() & self.facts.uncomputed:
            self._tell("formula-without-result", col, spots[min(wrong)], "")
        elif typed:
            self.filled.append(col.label)
            return self._parsed(col, *typed[0], others=typed[1:])
        elif col.required:
            self._tell("form-head-blank", col, places[0], "")
        return None

    def _parsed(self, col: Column, cell: Cell, raw: Raw, others: Sequence[tuple[Cell, Raw]]) -> Parsed:
        read = self.reader(col)
        if others:
            self._tell("two-visits", col, others[0][0], as_text(others[0][1]))
            return None
        value = read(raw)
        if not isinstance(value, Fault):
            return value
        parts = [part for part in _TWO.split(as_text(raw)) if part]
        several = len(parts) > 1 and not any(isinstance(read(part), Fault) for part in parts)
        if col.kind in _SINGLE and several:
            self._tell("two-visits", col, cell, as_text(raw))
        else:
            self._tell(value.code, col, cell, as_text(raw), **value.facts)
        return None

    def _raw(self, cell: Cell) -> Raw:
        cells = self.grid[cell.row - 1]
        return cells[cell.column - 1] if cell.column <= len(cells) else None

    def _tell(self, code: str, col: Column, cell: Cell, value: str, **facts: str) -> None:
        target = next((kind.sheet.label for kind in SHEETS if kind.sheet.identifier == col.refers), "")
        words = {"choices": LIST_MARK.join(col.choices), "target": target, **facts}
        self.problems.append(make_problem(code, cell, label=col.label, value=value, **words))
