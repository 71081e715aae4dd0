"""A step: which cells a task wrote, what they held before, and the way back."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal

from pinzhi_xl.kinds import Grid, Raw, as_text
from pinzhi_xl.model import Cell, Edit, Link, ReplaceRows, SetAt, Value
from pinzhi_xl.sheets import SHEETS
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.results import CheckResult, RunLog
from pinzhi_xl.workbook.plan import SheetPlan, planned

KEPT_APART = frozenset({RunLog.sheet.label, CheckResult.sheet.label})
"""The log is never taken back, and the list of problems is made anew by checking."""

_KEYS = {kind.sheet.label: kind.sheet.column(kind.sheet.key[0]).label for kind in SHEETS if kind.sheet.key}
_COMPUTED = frozenset(kind.sheet.label for kind in SHEETS if kind.sheet.all_computed)


@dataclass(frozen=True)
class Change:
    """One cell: what it held, and what the task put there. Both alike for a key that only has to be the same."""

    sheet: str
    row: int
    column: int
    before: Value
    after: Value

    @property
    def cell(self) -> Cell:
        """Its address."""
        return Cell(self.sheet, self.row, self.column)


@dataclass(frozen=True)
class Step:
    """What one task wrote into the master `identity`; `title` and `at` say which task and when."""

    identity: str
    title: str
    at: str
    changes: Sequence[Change] = field(default_factory=tuple)

    @property
    def cells(self) -> int:
        """How many cells would go back."""
        return sum(change.before != change.after for change in self.changes)


def step_of(edits: Sequence[Edit], book: Book, title: str, at: str) -> Step:
    """The step that these edits of `book` are."""
    plans = planned([edit for edit in edits if edit.sheet not in KEPT_APART], book.layouts, "")
    found = [change for plan in plans for change in changes(plan, book.grids.get(plan.layout.sheet, ()))]
    return Step(book.identity, title, at, found)


def changes(plan: SheetPlan, grid: Grid) -> Iterator[Change]:
    """The cells of one sheet that come to differ, and the keys of the rows they stand in."""
    sheet, layout = plan.layout.sheet, plan.layout
    cells = {row: dict(columns) for row, columns in plan.change.cells.items()}
    for row in range(layout.header_row + 1, layout.last_row + 1) if plan.change.cleared else ():
        for column in plan.change.cleared:
            cells.setdefault(row, {}).setdefault(column, None)
    key = layout.columns.get(_KEYS.get(sheet, ""), 0)
    for row, columns in sorted(cells.items()):
        changed = [
            Change(sheet, row, column, before, comparable(value))
            for column, value in sorted(columns.items())
            if (before := held(grid, row, column)) != comparable(value)
        ]
        yield from changed
        if changed and row in plan.added and not plan.replaced:
            yield from _blanks(plan, grid, row, {change.column for change in changed})
        if changed and key and key not in columns:
            same = held(grid, row, key)
            yield Change(sheet, row, key, same, same)


def _blanks(plan: SheetPlan, grid: Grid, row: int, written: Container[int]) -> Iterator[Change]:
    """The cells of an added row that stay blank: once somebody fills one, the row is no longer ours to take away.

    Columns of the user's own that hold something in the row above go on by themselves and are no sign.
    """
    layout = plan.layout
    declared = set(layout.columns.values())
    width = max([len(grid[layout.header_row - 1]) if grid else 0, *declared])
    for column in range(1, width + 1):
        goes_on = column not in declared and held(grid, layout.last_row, column) is not None
        if column not in written and not goes_on and held(grid, layout.header_row, column) is not None:
            yield Change(layout.sheet, row, column, None, None)


def held(grid: Grid, row: int, column: int) -> Value:
    """What a cell of a grid holds, in the one form in which cells are compared and written."""
    cells = grid[row - 1] if row <= len(grid) else ()
    return comparable(cells[column - 1]) if column <= len(cells) else None


def shown(value: Value) -> str:
    """A compared content as a person reads it."""
    return f"{value:f}" if isinstance(value, Decimal) else as_text(_raw(value))


def _raw(value: Value) -> Raw:
    return value.text if isinstance(value, Link) else float(value) if isinstance(value, Decimal) else value


def comparable(value: Raw | Value) -> Value:
    """A cell's content in one form: blanks as None, numbers exact, midnight as a day, a link as its text."""
    match value:
        case None | "":
            return None
        case Link():
            return value.text
        case bool():
            return as_text(value)
        case int() | float() | Decimal():
            return Decimal(format(value, ".15g")).normalize()
        case datetime() if value.time() == time():
            return value.date()
        case datetime() | date() | time():
            return value
    return as_text(value)


def overtaken(step: Step, book: Book) -> Change | None:
    """The first cell that no longer holds what the step left in it."""
    grids = book.grids
    return next((c for c in step.changes if held(grids.get(c.sheet, ()), c.row, c.column) != c.after), None)


def way_back(step: Step, book: Book) -> list[Edit]:
    """The edits that put back what was there; sheets that tasks own as a whole get their rows of before."""
    edits: list[Edit] = []
    replaced: dict[str, dict[tuple[int, int], Value]] = {}
    for change in step.changes:
        if change.before == change.after:
            continue
        if change.sheet in _COMPUTED:
            replaced.setdefault(change.sheet, {})[change.row, change.column] = change.before
        else:
            edits.append(SetAt(change.sheet, change.row, change.column, change.before))
    return [
        *edits,
        *(ReplaceRows(sheet, _rows_of_before(sheet, book, cells)) for sheet, cells in replaced.items()),
    ]


def _rows_of_before(sheet: str, book: Book, before: Mapping[tuple[int, int], Value]) -> list[dict[str, Value]]:
    """The rows of a replaced sheet as they were: those of now with the cells of before laid over them."""
    layout, grid = book.layouts[sheet], book.grids.get(sheet, ())
    last = max(layout.last_row, *(row for row, _ in before))
    rows = []
    for row in range(layout.header_row + 1, last + 1):
        values = {
            label: before[row, column] if (row, column) in before else held(grid, row, column)
            for label, column in layout.columns.items()
        }
        if any(value is not None for value in values.values()):
            rows.append(values)
    return rows
