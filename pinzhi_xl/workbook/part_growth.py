"""How a sheet's table follows the rows that a plan adds or replaces."""

from collections.abc import Iterable

from pinzhi_xl.workbook.errors import TableOverlap, TotalsRow
from pinzhi_xl.workbook.part_cells import all_cells
from pinzhi_xl.workbook.part_frame import Range
from pinzhi_xl.workbook.part_sheet import Sheet
from pinzhi_xl.workbook.part_table import Table
from pinzhi_xl.workbook.plan import SheetPlan


def follow(plan: SheetPlan, sheet: Sheet, tables: Iterable[Table]) -> dict[str, bytes]:
    """The table parts that change; the plan gets the formulas of the user's calculated columns."""
    tables = list(tables)
    table = next((item for item in tables if _belongs(item, plan)), None)
    if table is None or not (plan.added or plan.replaced):
        return {}
    if table.has_totals:
        raise TotalsRow(sheet=plan.layout.sheet)
    own = set(plan.layout.columns.values())
    for column, formula in table.formulas().items():
        if column not in own:
            plan.change.formulas.update({(row, column): formula for row in plan.added})
    bottom = _bottom(plan, sheet, table, own)
    if bottom == table.area.bottom:
        return {}
    area = Range(table.area.left, table.area.top, table.area.right, bottom)
    if any(other.area.meets(area) for other in tables if other is not table):
        raise TableOverlap(sheet=plan.layout.sheet, ref=area.ref)
    return {table.part: table.grown(bottom)}


def _belongs(table: Table, plan: SheetPlan) -> bool:
    columns = plan.layout.columns.values()
    inside = any(table.area.left <= column <= table.area.right for column in columns)
    return table.area.top == plan.layout.header_row and inside


def _bottom(plan: SheetPlan, sheet: Sheet, table: Table, own: set[int]) -> int:
    last = max(plan.added, default=0)
    if not plan.replaced:
        return max(table.area.bottom, last)
    users = set(range(table.area.left, table.area.right + 1)) - own
    return max(plan.layout.header_row + 1, last, _last_filled(sheet, users, table.area.top))


def _last_filled(sheet: Sheet, columns: set[int], above: int) -> int:
    if not columns:
        return 0
    for number in reversed(list(sheet.rows_below(above))):
        row_xml = sheet.row(number)
        for span in all_cells(row_xml, number):
            cell = row_xml[span.start : span.end]
            if span.column in columns and (b"<v" in cell or b"<is" in cell or b"<f" in cell):
                return number
    return 0
