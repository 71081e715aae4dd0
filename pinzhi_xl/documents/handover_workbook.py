"""Lists handed over as a workbook: titled tables, columns to be filled in, and where the list comes from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from pinzhi_xl.documents.list_sheet import packed, put_text, set_up_page
from pinzhi_xl.sheets.terms import Decision
from pinzhi_xl.wording import handover as words

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

CellValue = str | int | Decimal | date | None
_TEXT, _DAY, _MONEY, _NUMBER = "@", "yyyy-mm-dd", "0.00", "General"
_TO_FILL = (_TEXT, _NUMBER, _MONEY, _TEXT, _DAY)
"""Formats of the five columns of 行政部: result, points, money, who, when."""


@dataclass(frozen=True)
class ListSheet:
    """One sheet: `lines` above the table, headings, widths, rows; the last `to_fill` columns are to fill in."""

    tab: str
    lines: Sequence[str]
    headings: Sequence[str]
    widths: Sequence[float]
    rows: Sequence[Sequence[CellValue]]
    total: Sequence[CellValue] = ()
    to_fill: int = 0


def build_lists(sheets: Sequence[ListSheet], mark: tuple[str, str], owner: str) -> bytes:
    """The workbook; `mark` is a custom property by which the list is known again, `owner` the master's UUID."""
    from openpyxl import Workbook
    from openpyxl.packaging.custom import StringProperty

    book = Workbook()
    book.remove(book.worksheets[0])
    for made in sheets:
        _draw(book.create_sheet(made.tab), made)
    cast("Any", book).custom_doc_props.append(StringProperty(name=mark[0], value=mark[1]))
    return packed(book, owner)


def _draw(sheet: "Worksheet", made: ListSheet) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for column, width in enumerate(made.widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    span = sum(made.widths)
    for row, text in enumerate(made.lines, start=1):
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(made.headings))
        cell = _put(sheet, row, 1, text)
        cell.font = Font(name="宋体", size=16 if row == 1 else 11, bold=row == 1)
        side = "center" if row == 1 else "left"
        cell.alignment = Alignment(horizontal=side, vertical="center", wrap_text=True)
        needed = 1 + int(len(text) * 2.1 / span)
        sheet.row_dimensions[row].height = 30 if row == 1 else 16 * needed + 2
    head = len(made.lines) + 1
    _line(sheet, head, made.headings, made, bold=True)
    sheet.row_dimensions[head].height = 22
    for place, values in enumerate(made.rows, start=head + 1):
        _line(sheet, place, values, made)
        sheet.row_dimensions[place].height = _height(values, made.widths)
    if made.total:
        last = head + len(made.rows) + 1
        _line(sheet, last, made.total, made, bold=True)
        sheet.row_dimensions[last].height = 19
    if made.to_fill and made.rows:
        _validate(sheet, head + 1, head + len(made.rows), len(made.headings))
    set_up_page(sheet, head, head, 0.4, words.FOOTER)


def _height(values: Sequence[CellValue], widths: Sequence[float]) -> float:
    """Tall enough for the longest text at two columns a character."""
    lines = [
        1 + int(sum(2 if ord(char) > 255 else 1 for char in value) / max(width - 1, 1))
        for value, width in zip(values, widths, strict=True)
        if isinstance(value, str)
    ]
    return min(15.0 * max(lines, default=1) + 4, 400)


def _line(
    sheet: "Worksheet", row: int, values: Sequence[CellValue], made: ListSheet, *, bold: bool = False
) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    thin = Side(style="thin")
    first_to_fill = len(made.headings) - made.to_fill
    for column, value in enumerate(values, start=1):
        cell = _put(sheet, row, column, value)
        cell.font = Font(name="宋体", size=10, bold=bold)
        cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
        side = "left" if made.headings[column - 1] in words.LEFT_HEADINGS and not bold else "center"
        cell.alignment = Alignment(horizontal=side, vertical="center", wrap_text=True)
        if column > first_to_fill:
            if not bold:
                cell.number_format = _TO_FILL[column - first_to_fill - 1]
            cell.fill = PatternFill("solid", fgColor="FFFFF2CC")
        elif bold:
            cell.fill = PatternFill("solid", fgColor="FFEDEDED")


def _put(sheet: "Worksheet", row: int, column: int, value: CellValue) -> "Cell":
    """The cell with `value`; a text stays text: ``=x`` is no formula and ``#REF!`` no error."""
    cell = cast("Cell", sheet.cell(row, column))
    if isinstance(value, str):
        put_text(cell, value)
        cell.number_format = _TEXT
    elif value is not None:
        cell.value = value
        cell.number_format = _DAY if isinstance(value, date) else _NUMBER
    return cell


def _validate(sheet: "Worksheet", first: int, last: int, columns: int) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    choices = ",".join(Decision)
    rules = (
        DataValidation(type="list", formula1=f'"{choices}"', error=words.DECISION_HINT, errorTitle=" "),
        DataValidation(type="decimal", operator="between", formula1="0", formula2="100", error=words.POINTS_HINT),
        DataValidation(type="decimal", operator="greaterThanOrEqual", formula1="0", error=words.MONEY_HINT),
        None,
        DataValidation(type="date", operator="greaterThan", formula1="32874", error=words.DATE_HINT),  # 1990
    )
    for offset, rule in enumerate(rules, start=columns - len(rules) + 1):
        if rule is not None:
            rule.allow_blank, rule.showErrorMessage = True, True
            letter = get_column_letter(offset)
            rule.add(f"{letter}{first}:{letter}{last}")
            sheet.add_data_validation(rule)
