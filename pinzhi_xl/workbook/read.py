"""Reading a master: by label, not by position; every fault becomes a problem with its cell."""

import gc
import hashlib
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import zip_longest
from operator import attrgetter
from pathlib import Path
from typing import Any, TypeVar

import python_calamine

from pinzhi_xl.kinds import LIST_MARK, Fault, Grid, Kind, Parsed, Raw, Reading, as_text, fold, is_blank, parse
from pinzhi_xl.model import Cell, Layout
from pinzhi_xl.problem import Problem
from pinzhi_xl.schema import Column, Row, Sheet
from pinzhi_xl.sheets import FORMS, LATER, SHEETS
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.entry_form import EntryLine
from pinzhi_xl.sheets.organisation import Department
from pinzhi_xl.sheets.settings import SettingRow
from pinzhi_xl.wording import reading as words
from pinzhi_xl.wording.problems import make_problem
from pinzhi_xl.workbook.form import read_head
from pinzhi_xl.workbook.preflight import SheetFacts, WorkbookDamaged, corners, inspect
from pinzhi_xl.workbook.settings import read_settings

R = TypeVar("R", bound=Row)
HEADING_ROWS = 12
_NEVER = Fault("")
Known = dict[str, dict[str, str]]
"""Sheet identifier → folded spelling of a key (or alias) → the key as it stands in the sheet."""


@dataclass(frozen=True)
class RawSheet:
    """One sheet as the fast reader gives it, with what only the XML knows."""

    grid: Grid
    facts: SheetFacts = field(default_factory=lambda: SheetFacts({}, ()))


def read_book(path: Path) -> Book:
    """The master at `path` with every problem met; raises only when the file as a whole cannot be read."""
    return read_content(path.read_bytes(), path.name)


def read_content(content: bytes, name: str) -> Book:
    """The master in `content`; `name` is used in sentences."""
    with _collector_paused():
        return _read(content, name)


def _read(content: bytes, name: str) -> Book:
    preflight = inspect(content, name)
    try:
        source = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        raw = {
            label: RawSheet(source.get_sheet_by_name(label).to_python(skip_empty_area=False), facts)
            for label, facts in preflight.sheets.items()
            if label in _LABELS
        }
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise WorkbookDamaged(name=name, detail=words.BROKEN_ZIP) from error
    return assemble(raw, preflight.identity, hashlib.sha256(content).hexdigest())


def assemble(raw: Mapping[str, RawSheet], identity: str, fingerprint: str = "") -> Book:
    """Typed rows from raw sheets by label: the one way from cells to a `Book`, whatever the source."""
    known: Known = {}
    tables: dict[type[Row], Sequence[Row]] = {}
    layouts: dict[str, Layout] = {}
    problems: list[Problem] = []
    for kind in READING_ORDER:
        if kind.sheet.label not in raw:
            if not (kind.sheet.all_computed or kind.sheet.module or kind in LATER):
                cell = Cell(kind.sheet.label)
                problems.append(make_problem("missing-sheet", cell, sheet=kind.sheet.label))
            tables[kind] = ()
            continue
        table = _Table(kind, raw[kind.sheet.label], known)
        tables[kind] = table.rows()
        layouts[kind.sheet.label] = table.layout
        problems += table.problems
        known[kind.sheet.identifier] = _keys(kind, tables[kind])
    form = None
    if EntryLine.sheet.label in raw:
        source = raw[EntryLine.sheet.label]
        table = _Table(EntryLine, source, known)
        tables[EntryLine] = table.rows()
        layouts[EntryLine.sheet.label] = table.layout
        form = read_head(source.grid, source.facts, table.header, table.reader, table.problems)
    settings, faults = read_settings(
        [row for row in tables[SettingRow] if isinstance(row, SettingRow)],
        layouts.get(SettingRow.sheet.label),
    )
    order = {kind.sheet.label: index for index, kind in enumerate(SHEETS)}
    problems = sorted([*problems, *faults], key=lambda p: (order[p.cell.sheet], p.cell.row, p.cell.column))
    grids = {label: source.grid for label, source in raw.items()}
    return Book(identity, tables, layouts, settings, tuple(problems), fingerprint, form=form, grids=grids)


def read_table(kind: type[R], source: RawSheet) -> tuple[Sequence[R], Layout, list[Problem]]:
    """One sheet that is no part of a master: its rows, where its columns stand, its faults."""
    table = _Table(kind, source, {})
    rows = [row for row in table.rows() if isinstance(row, kind)]
    return rows, table.layout, table.problems


def _keys(kind: type[Row], rows: Sequence[Row]) -> dict[str, str]:
    """Every spelling by which other sheets may quote this sheet's rows."""
    if not kind.sheet.key:
        return {}
    field_name = "name" if kind.sheet.identifier == "place" else kind.sheet.key[0]
    keys = [getattr(row, field_name) for row in rows]
    found = {fold(key): key for key in keys if isinstance(key, str)}
    for row in rows:
        if isinstance(row, Department) and row.name:
            for alias in row.aliases:
                found.setdefault(fold(alias), row.name)
    return found


def _order() -> tuple[type[Row], ...]:
    """Sheets so that each follows those it refers to."""
    waiting = list(SHEETS)
    done: dict[str, type[Row]] = {}
    while waiting:
        ready = [k for k in waiting if {c.refers for c in k.sheet.columns if c.refers} <= set(done)]
        for kind in ready:
            done[kind.sheet.identifier] = kind
            waiting.remove(kind)
    return tuple(done.values())


_LABELS = {kind.sheet.label for kind in (*SHEETS, *FORMS)}
_TARGETS = {kind.sheet.identifier: kind.sheet.label for kind in SHEETS}
READING_ORDER = _order()


class _Table:
    """Reads one sheet: finds the heading, then converts column by column, remembering what it has converted."""

    def __init__(self, kind: type[Row], source: RawSheet, known: Known) -> None:
        self.kind = kind
        self.sheet: Sheet = kind.sheet
        self.grid = source.grid
        self.facts = source.facts
        self.known = known
        self.problems: list[Problem] = []
        self.header = self._find_heading()
        self.columns = self._locate()
        self.layout = Layout(self.sheet.label, self.header, self.columns, self._last_row())

    def _find_heading(self) -> int:
        """1-based row among the first ones that carries most of the labels."""
        labels = {col.label for col in self.sheet.columns}
        best, most = 1, 0
        for index, cells in enumerate(self.grid[:HEADING_ROWS], start=1):
            hits = len(labels & {_heading(cell) for cell in cells})
            if hits > most:
                best, most = index, hits
        return best

    def _locate(self) -> dict[str, int]:
        headings = [_heading(cell) for cell in self.grid[self.header - 1]] if self.grid else []
        found: dict[str, int] = {}
        labels = {col.label for col in self.sheet.columns}
        for number, heading in enumerate(headings, start=1):
            if heading in found:
                cell = Cell(self.sheet.label, self.header, number)
                self.problems.append(make_problem("duplicate-heading", cell, label=heading, value=heading))
            elif heading in labels:
                found[heading] = number
        for col in self.sheet.columns:
            if col.label not in found and not col.optional:
                cell = Cell(self.sheet.label, self.header)
                self.problems.append(make_problem("missing-column", cell, label=col.label))
        return found

    def _last_row(self) -> int:
        positions = [number - 1 for number in self.columns.values()]
        for index in range(len(self.grid) - 1, self.header - 1, -1):
            cells = self.grid[index]
            filled = any(position < len(cells) and cells[position] != "" for position in positions)
            if filled and index + 1 not in self.facts.totals:
                return index + 1
        return self.header

    def rows(self) -> tuple[Row, ...]:
        """The rows with at least one typed cell, blank ones skipped, wherever they stand below the heading."""
        used = self._used_rows()
        self._report_merges(used)
        cells = self._columns_of(used)
        names = ("row", *(col.identifier for col in self.sheet.columns))
        values = [used, *(self._read_column(col, used, cells) for col in self.sheet.columns)]
        found = [_make(self.kind, dict(zip(names, row, strict=True))) for row in zip(*values, strict=True)]
        self._report_duplicates(found)
        return tuple(found)

    def _used_rows(self) -> list[int]:
        """1-based rows that hold anything typed (or, in an all-computed sheet, anything)."""
        wanted = [
            self.columns[col.label] - 1
            for col in self.sheet.columns
            if col.label in self.columns and (self.sheet.all_computed or not col.computed)
        ]
        hidden = {*self.facts.errors, *self.facts.uncomputed}
        errors = {row for row, column in hidden if column - 1 in wanted}
        used = []
        for index in range(self.header, self.layout.last_row):
            cells = self.grid[index]
            if index + 1 in self.facts.totals:
                continue
            if index + 1 in errors or any(p < len(cells) and not is_blank(cells[p]) for p in wanted):
                used.append(index + 1)
        return used

    def _columns_of(self, used: Sequence[int]) -> list[Sequence[Raw]]:
        """The used rows turned into columns."""
        rows = [self.grid[number - 1] for number in used]
        if len({len(row) for row in rows}) > 1:
            return list(zip_longest(*rows))
        return list(zip(*rows, strict=True))

    def _read_column(self, col: Column, used: Sequence[int], cells: Sequence[Sequence[Raw]]) -> Sequence[Parsed]:
        """One column's values; each distinct content is converted once."""
        blank: Parsed = () if col.kind is Kind.LIST else None
        position = self.columns.get(col.label, 0) - 1
        if position < 0 or position >= len(cells):
            return [blank] * len(used)
        column = cells[position]
        read = self.reader(col)
        if bool in set(map(type, column)):  # True and 1.0 are one key of a dict
            converted = [blank if is_blank(raw) else read(raw) for raw in column]
        else:
            memo = {raw: blank if is_blank(raw) else read(raw) for raw in set(column)}
            converted = [memo[raw] for raw in column]
        self._report_error_values(col, used)
        missing = blank if col.required and not col.computed else _NEVER
        if not any(isinstance(value, Fault) or value == missing for value in set(converted)):
            return converted  # type: ignore[return-value]  # no Fault is among them
        return [
            self._checked(col, number, raw, value)
            for number, raw, value in zip(used, column, converted, strict=True)
        ]

    def _checked(self, col: Column, number: int, raw: Raw, value: Parsed | Fault) -> Parsed:
        """The value, with a problem reported when it is a fault or a required cell is blank."""
        if isinstance(value, Fault):
            return self._faulty(col, number, raw, value)
        if col.required and not col.computed and (value is None or value == ()):
            self._report("required-blank", col, number, raw)
        return value

    def reader(self, col: Column) -> Callable[[Raw], Parsed | Fault]:
        """What turns a cell of a column that is not blank into its value."""
        known: dict[str, str] | None = None
        if col.choices:
            known = {fold(choice): choice for choice in col.choices}
            known |= {fold(name): known.get(fold(target), target) for name, target in col.aliases.items()}
        elif col.refers:
            known = self.known.get(col.refers, {})
        reading = Reading(
            known,
            col.low,
            col.high,
            col.code_like,
            "not-a-choice" if col.choices else "unknown-value" if col.lenient else "unknown-reference",
        )
        return lambda raw: parse(col.kind, raw, reading)

    def _faulty(self, col: Column, number: int, raw: Raw, fault: Fault) -> Parsed:
        """Report the fault; a lenient reference keeps what was typed."""
        if col.computed:
            return None
        target = _TARGETS.get(col.refers, "")
        choices = LIST_MARK.join(col.choices)
        self._report(fault.code, col, number, raw, choices=choices, target=target, **fault.facts)
        if fault.code == "unknown-value":
            return (as_text(raw),) if col.kind is Kind.LIST else as_text(raw)
        return () if col.kind is Kind.LIST else None

    def _report(self, code: str, col: Column, number: int, raw: Raw, **facts: str) -> None:
        cell = Cell(self.sheet.label, number, self.columns[col.label])
        if (number, cell.column) not in self.facts.errors and (number, cell.column) not in self.facts.uncomputed:
            self.problems.append(make_problem(code, cell, label=col.label, value=as_text(raw), **facts))

    def _report_error_values(self, col: Column, used: Sequence[int]) -> None:
        position = self.columns[col.label]
        rows = set(used)
        for (row, column), text in self.facts.errors.items():
            if column == position and row in rows and not col.computed:
                cell = Cell(self.sheet.label, row, column)
                self.problems.append(make_problem("error-value", cell, label=col.label, value=text))
        for row, column in self.facts.uncomputed:
            if column == position and row in rows and not col.computed:
                cell = Cell(self.sheet.label, row, column)
                self.problems.append(make_problem("formula-without-result", cell, label=col.label))

    def _report_merges(self, used: Sequence[int]) -> None:
        """One problem for every row that a merged range touches: each may have lost a value."""
        ours = set(self.columns.values())
        for area in self.facts.merges:
            top, left, bottom, right = corners(area)
            touched = ours & set(range(left, right + 1))
            if touched and bottom > self.header:
                rows = [number for number in used if top <= number <= bottom]
                for number in rows or [max(top, self.header + 1)]:
                    cell = Cell(self.sheet.label, number, min(touched))
                    self.problems.append(make_problem("merged-cells", cell, value=area))

    def _report_duplicates(self, rows: Sequence[Row]) -> None:
        """A key stands once; rows whose key is blank in part are left to the checks of required cells."""
        if not self.sheet.key or self.sheet.all_computed:
            return
        keys = [_folded(key) for key in map(attrgetter(*self.sheet.key), rows)]
        if len(set(keys)) == len(keys):
            return
        label = self.sheet.column(self.sheet.key[0]).label
        seen: dict[tuple[object, ...], int] = {}
        for row in rows:
            shown_key = tuple(getattr(row, name) for name in self.sheet.key)
            key = tuple(map(_folded, shown_key))
            if key[0] is None or (len(key) > 1 and None in key[:-1]):
                continue
            first = seen.setdefault(key, row.row)
            if first != row.row:
                cell = Cell(self.sheet.label, row.row, self.columns.get(label, 0))
                shown = LIST_MARK.join(str(part) for part in shown_key if part is not None)
                self.problems.append(make_problem("duplicate-key", cell, label=label, value=shown, first=first))


def _make(kind: type[Row], values: dict[str, Any]) -> Row:
    """A row without the cost of a frozen dataclass's constructor; `values` holds every field."""
    made = object.__new__(kind)
    object.__setattr__(made, "__dict__", values)
    return made


@contextmanager
def _collector_paused() -> Iterator[None]:
    """No cyclic garbage collection while millions of cells are made, none of them in a cycle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _folded(key: object) -> object:
    """A key as other sheets would be matched to it: texts folded, a row's several parts each."""
    if isinstance(key, tuple):
        return tuple(map(_folded, key))
    return fold(key) if isinstance(key, str) else key


def _heading(cell: Raw) -> str:
    return "".join(as_text(cell).split())
