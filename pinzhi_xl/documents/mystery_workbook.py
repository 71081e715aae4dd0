"""The file of a mystery visit: 暗访 (which community, when) and 脚本 (what to look at), to fill in (H13)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from pinzhi_xl.documents.list_sheet import packed, put_text, set_up_page
from pinzhi_xl.kinds import Kind
from pinzhi_xl.schema import Row
from pinzhi_xl.sheets.mystery import MYSTERY_PROPERTY, MysteryHead, MysteryLine
from pinzhi_xl.wording import special as words

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_HEADING = 4
_FORMATS = {Kind.DATE: "yyyy-mm-dd", Kind.TIME: "h:mm", Kind.TEXT: "@"}
_GIVEN = ("number", "touch", "look_at", "full")
"""Columns of 脚本 that are there from the start; the others are to be filled in."""


def build_visit(script: Sequence[Mapping[str, str]], communities: Sequence[str], master: str, visit: str) -> bytes:
    """The workbook; `script` gives touch, look_at and full of each line, `master` and `visit` are UUIDs."""
    from openpyxl import Workbook
    from openpyxl.packaging.custom import StringProperty

    book = Workbook()
    book.remove(book.worksheets[0])
    identity = f"{master}/{visit}"
    head = _sheet(book.create_sheet(MysteryHead.sheet.label), MysteryHead, identity, 1)
    names = book.create_sheet(words.COMMUNITIES)
    for place, name in enumerate(communities, 1):
        put_text(cast("Any", names.cell(place, 1)), name)
    names.sheet_state = "hidden"
    if communities:
        _choose(head, f"'{words.COMMUNITIES}'!$A$1:$A${len(communities)}")
    lines = _sheet(book.create_sheet(MysteryLine.sheet.label, 1), MysteryLine, identity, len(script))
    for number, given in enumerate(script, 1):
        row = _HEADING + number
        cast("Any", lines.cell(row, 1)).value = number
        put_text(cast("Any", lines.cell(row, 2)), given["touch"])
        put_text(cast("Any", lines.cell(row, 3)), given["look_at"])
        cast("Any", lines.cell(row, 4)).value = Decimal(given["full"])
    _limit(lines, len(script))
    cast("Any", book).custom_doc_props.append(StringProperty(name=MYSTERY_PROPERTY, value=identity))
    return packed(book, master)


def _sheet(sheet: "Worksheet", kind: type[Row], identity: str, rows: int) -> "Worksheet":
    """Title, how to fill it in, the visit's mark, headings, and ruled rows."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter

    columns = kind.sheet.columns
    thin = Side(style="thin")
    border = Border(left=thin, right=thin, top=thin, bottom=thin)
    for row, text in enumerate(
        (words.VISIT_TITLE, words.VISIT_HOW, words.VISIT_MARK.format(identity=identity)), 1
    ):
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(columns))
        cell = cast("Any", sheet.cell(row, 1))
        put_text(cell, text)
        cell.font = Font(name="宋体", size=16 if row == 1 else 10, bold=row == 1)
        cell.alignment = Alignment(horizontal="center" if row == 1 else "left", vertical="center", wrap_text=True)
        sheet.row_dimensions[row].height = 30 if row == 1 else 34
    for place, col in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(place)].width = col.width
        heading = cast("Any", sheet.cell(_HEADING, place))
        put_text(heading, col.label)
        heading.font, heading.border = Font(name="宋体", size=10, bold=True), border
        heading.fill = PatternFill("solid", fgColor="FFEDEDED")
        heading.alignment = Alignment(horizontal="center", vertical="center")
        for row in range(_HEADING + 1, _HEADING + rows + 1):
            cell = cast("Any", sheet.cell(row, place))
            cell.font, cell.border = Font(name="宋体", size=10), border
            cell.number_format = _FORMATS.get(col.kind, "General")
            cell.alignment = Alignment(vertical="center", wrap_text=True)
            if kind is MysteryHead or col.identifier not in _GIVEN:
                cell.fill = PatternFill("solid", fgColor="FFFFF2CC")
            sheet.row_dimensions[row].height = 32
    set_up_page(sheet, _HEADING, _HEADING, 0.4, words.VISIT_FOOTER)
    return sheet


def _choose(sheet: "Worksheet", source: str) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation(type="list", formula1=source, allow_blank=True)
    rule.add(f"A{_HEADING + 1}")
    sheet.add_data_validation(rule)


def _limit(sheet: "Worksheet", rows: int) -> None:
    """得分 is between nothing and 满分."""
    from openpyxl.worksheet.datavalidation import DataValidation

    first, last = _HEADING + 1, _HEADING + rows
    rule = DataValidation(
        type="decimal", operator="between", formula1="0", formula2=f"D{first}", error=words.SCORE_HINT
    )
    rule.allow_blank = rule.showErrorMessage = True
    rule.add(f"E{first}:E{last}")
    sheet.add_data_validation(rule)
