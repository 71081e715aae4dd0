"""The entry form of the master: head, items by department in walking order, spare lines, signatures."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from pinzhi_xl.kinds import Kind
from pinzhi_xl.model import Value
from pinzhi_xl.schema import Column, Row
from pinzhi_xl.sheets.entry_form import GIVEN, HEAD_COLUMNS, EntryLine
from pinzhi_xl.sheets.organisation import Department
from pinzhi_xl.sheets.standards import StandardItem
from pinzhi_xl.wording import entering as words
from pinzhi_xl.workbook.build_print import set_up_print
from pinzhi_xl.workbook.build_styles import (
    ACCENT,
    ACCENT_LIGHT,
    FORMATS,
    GREY_LIGHT,
    LINE,
    Brush,
    Look,
    cell_at,
    column_look,
    heading_look,
)
from pinzhi_xl.workbook.build_tables import TABLE_STYLE, put
from pinzhi_xl.workbook.build_validation import Lists, validate_area

TITLE_ROW, HINT_ROW, DEPARTMENT_HINT_ROW, HEAD_ROWS, HEADING_ROW = 1, 2, 3, (4, 5), 7
LABEL_COLUMNS = ("code", "count", "place_note", "disposition")
"""Each pair of the head: the label in this column, the value in the next."""

SPARE_LINES = 8
LINES_WITH_RULES = 400
HEIGHTS = {TITLE_ROW: 28, HINT_ROW: 18, DEPARTMENT_HINT_ROW: 18, 4: 24, 5: 24, 6: 8, HEADING_ROW: 33}
LINE_HEIGHT, WRAPPED_HEIGHT, SIGNATURE_HEIGHT = 21, 15, 34
CHARACTERS_A_LINE = 14
"""Chinese characters of 检查项 on one line."""

_COLUMNS = EntryLine.sheet.columns
_NUMBERS = {col.identifier: number for number, col in enumerate(_COLUMNS, start=1)}
_TITLE = Look(size=16, bold=True, colour=ACCENT)
_HINT = Look(size=9, colour="595959")
_SIGNATURE = Look(size=11)

Contents = Mapping[type[Row], Sequence[Mapping[str, Value]]]
Line = Mapping[str, Value]


def draw_form(sheet: Worksheet, contents: Contents, lists: Lists, brush: Brush) -> None:
    """Draw the form for the departments and items of `contents`."""
    _write(sheet, brush, (TITLE_ROW, 1), words.FORM_TITLE, _TITLE)
    _write(sheet, brush, (HINT_ROW, 1), words.FORM_HINT, _HINT)
    _write(sheet, brush, (DEPARTMENT_HINT_ROW, 1), words.FORM_DEPARTMENT_HINT, _HINT)
    for row, height in HEIGHTS.items():
        sheet.row_dimensions[row].height = height
    _head(sheet, lists, brush)
    _columns(sheet, lists, brush)
    lines = [*_lines(contents), *[{}] * SPARE_LINES]
    for row, line in enumerate(lines, start=HEADING_ROW + 1):
        _line(sheet, brush, row, line)
    last = HEADING_ROW + len(lines)
    _table(sheet, last)
    _write(sheet, brush, (last + 2, _NUMBERS["item"]), words.SIGNATURES, _SIGNATURE)
    sheet.row_dimensions[last + 2].height = SIGNATURE_HEIGHT
    _print(sheet, last + 2)


def _write(sheet: Worksheet, brush: Brush, place: tuple[int, int], value: Value, look: Look) -> None:
    cell = cell_at(sheet, *place)
    put(cell, value)
    brush.paint(cell, look)


def _head(sheet: Worksheet, lists: Lists, brush: Brush) -> None:
    """Labels with an entry cell right of each, four to a row."""
    for index, col in enumerate(HEAD_COLUMNS):
        row = HEAD_ROWS[index // len(LABEL_COLUMNS)]
        column = _NUMBERS[LABEL_COLUMNS[index % len(LABEL_COLUMNS)]]
        label = words.REQUIRED_LABEL if col.required else words.HEAD_LABEL
        look = Look(bold=col.required, horizontal="right")
        _write(sheet, brush, (row, column), label.format(label=col.label), look)
        entry = replace(column_look(col, grey=False), line=ACCENT, horizontal="left", wrap=False)
        brush.paint(cell_at(sheet, row, column + 1), entry)
        validate_area(sheet, col, lists, f"{get_column_letter(column + 1)}{row}")


def _columns(sheet: Worksheet, lists: Lists, brush: Brush) -> None:
    for number, col in enumerate(_COLUMNS, start=1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = col.width
        _write(sheet, brush, (HEADING_ROW, number), col.label, heading_look(col))
        first = HEADING_ROW + 1
        validate_area(sheet, col, lists, f"{letter}{first}:{letter}{first + LINES_WITH_RULES}")


def _lines(contents: Contents) -> Iterator[Line]:
    """Each department's own line, then its items in force, in the order of 部门 and 检查标准."""
    groups: dict[Value, list[Line]] = {row.get("name"): [] for row in contents.get(Department, ())}
    for item in contents.get(StandardItem, ()):
        if not item.get("until"):
            groups.setdefault(item.get("department"), []).append(item)
    number = 0
    for department, items in groups.items():
        yield {"department": department, "item": words.DEPARTMENT_LINE.format(department=department)}
        for item in items:
            number += 1
            yield {"number": str(number), **{name: item.get(name) for name in GIVEN if name != "number"}}


def _line(sheet: Worksheet, brush: Brush, row: int, line: Line) -> None:
    own = "item" in line and "code" not in line
    for number, col in enumerate(_COLUMNS, start=1):
        _write(sheet, brush, (row, number), line.get(col.identifier), _look(col, bool(line), own))
    item = line.get("item")
    lines = 1 if own or not isinstance(item, str) else -(-len(item) // CHARACTERS_A_LINE)
    sheet.row_dimensions[row].height = max(LINE_HEIGHT, WRAPPED_HEIGHT * lines)


def _look(col: Column, given: bool, own: bool) -> Look:
    """What the form says is shaded; what people fill is white in a frame."""
    look = replace(column_look(col, grey=False), line=LINE)
    if col.kind is Kind.REFERENCE or col.identifier == "mark":
        look = replace(look, horizontal="center")
    if col.kind not in FORMATS:
        look = replace(look, wrap=True, indent=int(col.identifier == "item"))
    if own:
        entry = col.identifier == "mark"
        return replace(look, bold=True, fill="" if entry else ACCENT_LIGHT, wrap=False)
    if given and col.identifier in GIVEN:
        return replace(look, fill=GREY_LIGHT)
    return look


def _table(sheet: Worksheet, last: int) -> None:
    ref = f"A{HEADING_ROW}:{get_column_letter(len(_COLUMNS))}{last}"
    table = Table(displayName=EntryLine.sheet.label, ref=ref)
    table.tableStyleInfo = TableStyleInfo(name=TABLE_STYLE, showRowStripes=False)
    sheet.add_table(table)


def _print(sheet: Worksheet, last: int) -> None:
    sheet.freeze_panes = f"{get_column_letter(_NUMBERS['item'] + 1)}{HEADING_ROW + 1}"
    sheet.print_area = f"A1:{get_column_letter(len(_COLUMNS))}{last}"
    sheet.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"
    sheet.sheet_view.showGridLines = False
    set_up_print(sheet, landscape=True)
