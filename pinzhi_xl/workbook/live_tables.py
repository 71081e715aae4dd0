"""How an Excel table that is open follows the rows that a plan adds or replaces."""

from collections.abc import Callable
from typing import Any

from pinzhi_xl.kinds import Grid
from pinzhi_xl.workbook.errors import TotalsRow
from pinzhi_xl.workbook.plan import SheetPlan

Sheet = Any
"""An xlwings sheet: only `live` imports xlwings."""


def follow(sheet: Sheet, plan: SheetPlan, grid: Grid) -> Callable[[], None] | None:
    """Let the sheet's table reach over the rows to come; returns the way back, None when it stays as it is."""
    if not (plan.added or plan.replaced):
        return None
    table = next((one for one in sheet.tables if _belongs(one, plan)), None)
    if table is None:
        return None
    if table.show_totals:
        raise TotalsRow(sheet=plan.layout.sheet)
    area = table.range
    top, left, right, old = area.row, area.column, area.last_cell.column, area.last_cell.row
    bottom = _bottom(plan, grid, (left, right), old)
    if bottom == old:
        return None
    table.resize(sheet.range((top, left), (bottom, right)))
    if bottom > old > top:
        _continue_formulas(sheet, plan, (left, right), old, bottom)
    return lambda: table.resize(sheet.range((top, left), (old, right)))


def _belongs(table: Any, plan: SheetPlan) -> bool:  # noqa: ANN401 - an xlwings table
    heading = table.header_row_range
    if heading is None or heading.row != plan.layout.header_row:
        return False
    return any(heading.column <= column <= heading.last_cell.column for column in plan.layout.columns.values())


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


def _continue_formulas(sheet: Sheet, plan: SheetPlan, columns: tuple[int, int], old: int, bottom: int) -> None:
    """Calculated columns of the user's own go on into the new rows, where Excel has not done so itself."""
    for column in sorted(set(range(columns[0], columns[1] + 1)) - set(plan.layout.columns.values())):
        above, below = sheet.range((old, column)), sheet.range((old + 1, column))
        if str(above.formula).startswith("=") and not below.formula:
            above.copy(sheet.range((old + 1, column), (bottom, column)))
