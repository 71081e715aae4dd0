"""A workbook as read: typed rows with their addresses, settings, and the problems met on the way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from pinzhi_xl.kinds import Grid, spell
from pinzhi_xl.model import Cell, Layout, SetCell, Value
from pinzhi_xl.problem import Problem
from pinzhi_xl.schema import Row
from pinzhi_xl.sheets.carried import Carried
from pinzhi_xl.sheets.entry_form import EntryForm
from pinzhi_xl.sheets.settings import DEFAULT_SETTINGS, Settings
from pinzhi_xl.wording.problems import make_problem

R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class Book:
    """All sheets of a master at one moment.

    `identity` is the master's own UUID; `fingerprint` the sha256 of the file read (empty for a book in memory);
    `problems` those found while reading. `layouts` says by sheet label where each table stands. `fresh` are the
    key cells that were blank when read and have been numbered since. `form` is 录入单, None where there is none: its
    problems are its own until it is entered. `grids` are the cells by sheet label as they were read: what undoing a
    step goes back to.
    """

    identity: str
    tables: Mapping[type[Row], Sequence[Row]]
    layouts: Mapping[str, Layout]
    settings: Settings = DEFAULT_SETTINGS
    problems: Sequence[Problem] = field(default_factory=tuple)
    fingerprint: str = ""
    fresh: frozenset[Cell] = frozenset()
    form: EntryForm | None = None
    grids: Mapping[str, Grid] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def _unreadable(self) -> frozenset[Cell]:
        return frozenset(problem.cell for problem in self.problems)

    @cached_property
    def origins(self) -> Mapping[str, str]:
        """Inspections and findings that came from the master of a year before → the UUID their papers stand under."""
        return {row.number: row.origin for row in self.rows(Carried) if row.number and row.origin}

    def owner_of(self, about: str) -> str:
        """The UUID under which papers about an inspection or finding are numbered; `about` begins with its number."""
        return self.origins.get(about.partition("/")[0], self.identity)

    def is_vacant(self, row: Row, field_name: str) -> bool:
        """True when a row's field was left blank, rather than filled with what could not be read."""
        return getattr(row, field_name) is None and self.cell(row, field_name) not in self._unreadable

    def rows(self, kind: type[R]) -> Sequence[R]:
        """The rows of one sheet in sheet order; empty when the sheet is missing."""
        return self.tables.get(kind, ())  # type: ignore[return-value]  # a table holds rows of its own kind

    def cell(self, row: Row, field_name: str = "") -> Cell:
        """The address of a row's field, or of the row when no field is named."""
        sheet = type(row).sheet
        layout = self.layouts.get(sheet.label)
        label = sheet.column(field_name).label if field_name else ""
        return Cell(sheet.label, row.row, layout.columns.get(label, 0) if layout else 0)

    def problem(
        self, code: str, row: Row, field_name: str = "", *, about: str | None = None, **facts: object
    ) -> Problem:
        """A problem of the catalogue at a row's field; `about` is shown in place of the field's own value."""
        label = type(row).sheet.column(field_name).label if field_name else ""
        value = getattr(row, field_name) if field_name else None
        return make_problem(
            code, self.cell(row, field_name), label=label, value=spell(value) if about is None else about, **facts
        )

    def set(self, row: Row, field_name: str, value: Value) -> SetCell:
        """The edit that puts `value` into a row's field, guarded by the row's first key as it was read."""
        sheet = type(row).sheet
        key = None
        if sheet.key and sheet.key[0] != field_name and self.cell(row, sheet.key[0]) not in self.fresh:
            present = getattr(row, sheet.key[0])
            key = (sheet.column(sheet.key[0]).label, present) if present is not None else None
        return SetCell(sheet.label, row.row, sheet.column(field_name).label, value, key)
