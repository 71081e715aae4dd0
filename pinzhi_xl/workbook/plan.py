"""Edits by label become changes by position, one per sheet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from pinzhi_xl.model import AppendRow, Cell, Edit, Layout, Link, ReplaceRows, SetAt, SetCell, Value
from pinzhi_xl.workbook.change import Key, SheetChange
from pinzhi_xl.workbook.errors import ColumnMissing, RowOutOfRange, SheetMissing, TextTooLong, ValueNotFinite
from pinzhi_xl.workbook.part_text import LIMIT, clean, length

LAST_ROW = 1_048_576


@dataclass(slots=True)
class SheetPlan:
    """The change of one sheet, and what its table has to follow."""

    layout: Layout
    change: SheetChange
    next_row: int
    added: list[int] = field(default_factory=list)
    replaced: bool = False

    def take(self, edit: Edit) -> None:
        """Add one edit; of two edits of a cell the later one counts."""
        if isinstance(edit, SetCell):
            self._set(edit)
        elif isinstance(edit, SetAt):
            self._put_at(edit.row, edit.column, edit.value)
        elif isinstance(edit, AppendRow):
            self._append(edit.values)
        else:
            self._replace(edit)

    def _set(self, edit: SetCell) -> None:
        self._put(edit.row, edit.label, edit.value)
        if edit.key:
            label, value = edit.key
            key = Key(edit.row, self._column(label), label, value)
            if not self.change.keys or self.change.keys[-1] != key:
                self.change.keys.append(key)

    def _append(self, values: Mapping[str, Value]) -> None:
        for label, value in values.items():
            self._put(self.next_row, label, value)
        self.added.append(self.next_row)
        self.next_row += 1

    def _replace(self, edit: ReplaceRows) -> None:
        header = self.layout.header_row
        self.change.cells = {row: cells for row, cells in self.change.cells.items() if row <= header}
        self.change.cleared = frozenset(self.layout.columns.values())
        self.added, self.next_row, self.replaced = [], header + 1, True
        for row in edit.rows:
            self._append(row)

    def _put(self, row: int, label: str, value: Value) -> None:
        self._put_at(row, self._column(label), value)

    def _put_at(self, row: int, column: int, value: Value) -> None:
        _check(value, Cell(self.layout.sheet, row, column))
        if row > LAST_ROW:
            raise RowOutOfRange(sheet=self.layout.sheet, row=row)
        self.change.cells.setdefault(row, {})[column] = value

    def _column(self, label: str) -> int:
        if label not in self.layout.columns:
            raise ColumnMissing(sheet=self.layout.sheet, label=label)
        return self.layout.columns[label]


def planned(edits: Iterable[Edit], layouts: Mapping[str, Layout], name: str) -> list[SheetPlan]:
    """One plan per sheet that the edits touch; `name` is the file's, for the sentence of a missing sheet."""
    plans: dict[str, SheetPlan] = {}
    for edit in edits:
        plan = plans.get(edit.sheet)
        if plan is None:
            layout = layouts.get(edit.sheet)
            if layout is None:
                raise SheetMissing(name=name, sheet=edit.sheet)
            change = SheetChange(layout.sheet, layout.header_row)
            plan = plans[edit.sheet] = SheetPlan(layout, change, layout.last_row + 1)
        plan.take(edit)
    return list(plans.values())


def _check(value: Value, cell: Cell) -> None:
    text = value.text if isinstance(value, Link) else value
    if isinstance(text, str) and len(text) > LIMIT // 2 and length(clean(text)) > LIMIT:
        raise TextTooLong(sheet=cell.sheet, cell=cell.address, length=length(clean(text)))
    if isinstance(value, Decimal) and not value.is_finite():
        raise ValueNotFinite(sheet=cell.sheet, cell=cell.address, value=value)
