"""目录.xlsx: the list of a month's papers, ready to print, each with a link to its file."""

from collections.abc import Sequence
from copy import copy
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from pinzhi_xl.documents.cleaning import clean_text
from pinzhi_xl.documents.list_sheet import packed, put_text, set_up_page
from pinzhi_xl.wording import documents as wording

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTHS = (6, 16, 18, 8, 16, 14, 14, 44, 24)
_FILE_COLUMN = 8
_CENTRED = frozenset({1, 4, 7})
_TITLE_ROW, _HEADING_ROW = 1, 2
_RESERVED_IN_TARGET = {ord(char): f"%{ord(char):02X}" for char in ' "#%<>[]^`{}'} | {ord("\\"): "/"}


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One paper: what is printed of it, and `file`, its path relative to the folder of the index."""

    kind: str
    number: str
    edition: str
    community: str
    subject: str
    issued_on: str
    file: str
    remark: str = ""


def build_index(rows: Sequence[IndexRow], title: str = wording.INDEX_TITLE) -> bytes:
    """The index of `rows` in their order; the same rows give the same bytes."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = wording.INDEX_SHEET
    _head(sheet, wording.INDEX_COUNT.format(title=clean_text(title), count=len(rows)))
    for place, row in enumerate(rows, start=1):
        _fill(sheet, _HEADING_ROW + place, (str(place), *map(str, astuple(row))))
        _link(sheet, _HEADING_ROW + place, row.file)
    set_up_page(sheet, _TITLE_ROW, _HEADING_ROW, 0.5, wording.INDEX_FOOTER)
    return packed(book)


def listed_in(path: Path) -> list[IndexRow]:
    """The rows of an index written before; none when there is no readable one."""
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_path(str(path))
        lines = book.get_sheet_by_name(wording.INDEX_SHEET).to_python(skip_empty_area=False)
    except (OSError, ValueError, python_calamine.CalamineError):
        return []
    width = len(_WIDTHS)
    return [IndexRow(*map(str, line[1:width])) for line in lines[_HEADING_ROW:] if len(line) >= width]


def _head(sheet: "Worksheet", title: str) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for column, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.merge_cells(start_row=_TITLE_ROW, start_column=1, end_row=_TITLE_ROW, end_column=len(_WIDTHS))
    cell = _text_cell(sheet, _TITLE_ROW, 1, title)
    cell.font = Font(name="宋体", size=16, bold=True)
    cell.alignment = Alignment(horizontal="center", vertical="center")
    sheet.row_dimensions[_TITLE_ROW].height = 30
    _fill(sheet, _HEADING_ROW, wording.INDEX_HEADINGS, bold=True)
    sheet.row_dimensions[_HEADING_ROW].height = 20


def _fill(sheet: "Worksheet", row: int, texts: Sequence[str], *, bold: bool = False) -> None:
    for column, text in enumerate(texts, start=1):
        cell = _text_cell(sheet, row, column, text)
        if column == 1 and not bold:
            cell.value = int(text)
        if row > _HEADING_ROW + 1:
            _same_look(cell, cast("Cell", sheet.cell(_HEADING_ROW + 1, column)))
        else:
            _look(cell, bold=bold, centred=bold or column in _CENTRED)


def _same_look(cell: "Cell", model: "Cell") -> None:
    """The look of another cell; setting it anew for every cell costs a hundredfold."""
    cell._style = copy(model._style)  # type: ignore[attr-defined]  # absent from the stubs


def _look(cell: "Cell", *, bold: bool, centred: bool) -> None:
    from openpyxl.styles import Alignment, Border, Font, Side

    line = Side(style="thin")
    cell.font = Font(name="宋体", size=11, bold=bold)
    cell.border = Border(left=line, right=line, top=line, bottom=line)
    cell.alignment = Alignment(horizontal="center" if centred else "left", vertical="center", wrap_text=True)


def _text_cell(sheet: "Worksheet", row: int, column: int, text: str) -> "Cell":
    """The cell with `text` as text."""
    cell = cast("Cell", sheet.cell(row, column))
    put_text(cell, text)
    return cell


def _link(sheet: "Worksheet", row: int, file: str) -> None:
    from openpyxl.styles import Font
    from openpyxl.worksheet.hyperlink import Hyperlink

    if not file:
        return
    cell = cast("Cell", sheet.cell(row, _FILE_COLUMN))
    target = clean_text(file).translate(_RESERVED_IN_TARGET)
    cell.hyperlink = Hyperlink(ref=cell.coordinate, target=target)
    cell.font = Font(name="宋体", size=11, color="FF0563C1", underline="single")
