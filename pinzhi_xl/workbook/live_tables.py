"""How an Excel table that is open follows the rows that a plan adds or replaces."""

from collections.abc import Callable
from typing import Any

from pinzhi_xl.kinds import Grid
from pinzhi_xl.model import Cell, Layout
from pinzhi_xl.workbook.errors import TotalsRow
from pinzhi_xl.workbook.plan import SheetPlan

Sheet = Any
"""An xlwings sheet: only `live` imports xlwings."""


def follow(sheet: Sheet, plan: SheetPlan, grid: Grid) -> Callable[[], None] | None:
    """Let the sheet's table reach over the rows to come; returns the way back, None when it stays as it is."""
    if not (plan.added or plan.replaced):
        return None
    table = table_of(sheet, plan.layout)
    if table is None:
        return None
    if table.show_totals:
        raise TotalsRow(sheet=plan.layout.sheet)
    area = table.range
    top, left, right, old = area.row, area.column, area.last_cell.column, area.last_cell.row
    bottom = _bottom(plan, grid, (left, right), old)
    if bottom == old:
        return None
    steps: list[Callable[[], None]] = []

    def back() -> None:
        for step in reversed(steps):
            step()

    steps.append(lambda: table.resize(sheet.range((top, left), (old, right))))
    table.resize(sheet.range((top, left), (bottom, right)))
    if bottom > old > top:
        try:
            _continue_formulas(sheet, plan, (left, right), (old, bottom), steps)
        except BaseException:
            back()
            raise
    return back


def table_of(sheet: Sheet, layout: Layout) -> Any:  # noqa: ANN401 - an xlwings table
    """The table that a sheet's rows stand in; None when they stand in none."""
    for table in sheet.tables:
        heading = table.header_row_range
        if heading is not None and heading.row == layout.header_row:
            across = range(heading.column, heading.last_cell.column + 1)
            if any(column in across for column in layout.columns.values()):
                return table
    return None


def _bottom(plan: SheetPlan, grid: Grid, columns: tuple[int, int], old: int) -> int:
    """The last row of the table to be: never above a row where the user's own columns hold something."""
    last = max(plan.added, default=0)
    if not plan.replaced:
        return max(old, last)
    users = set(range(columns[0], columns[1] + 1)) - set(plan.layout.columns.values())
    filled = [
        row
        for row, cells in enumerate(grid, start=1)
        if row <= old and any(column <= len(cells) and cells[column - 1] != "" for column in users)
    ]
    return max(plan.layout.header_row + 1, last, *filled)


def _continue_formulas(
    sheet: Sheet,
    plan: SheetPlan,
    columns: tuple[int, int],
    rows: tuple[int, int],
    way_back: list[Callable[[], None]],
) -> None:
    """Calculated columns of the user's own go on into the new rows, where Excel has not done so itself."""
    old, bottom = rows
    for column in sorted(set(range(columns[0], columns[1] + 1)) - set(plan.layout.columns.values())):
        above, below = sheet.range((old, column)), sheet.range((old + 1, column), (bottom, column))
        formula = str(above.formula)
        if formula.startswith("=") and above.number_format != "@" and not sheet.range((old + 1, column)).formula:
            way_back.append(below.clear_contents)
            below.formula = _one_down(formula, old, column)


def _one_down(formula: str, row: int, column: int) -> str:
    """The formula as it reads one row further down."""
    from openpyxl.formula.translate import Translator  # a fifth of a second that hardly any click needs

    origin, below = (Cell("", number, column).address for number in (row, row + 1))
    return str(Translator(formula, origin=origin).translate_formula(below))
