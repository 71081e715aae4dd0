"""A data sheet of the master: heading in row 1, an Excel table, formats for rows to come."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, time
from unicodedata import east_asian_width

from openpyxl.cell import Cell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from pinzhi_xl.kinds import Kind, as_text
from pinzhi_xl.model import Link, Value
from pinzhi_xl.schema import Column, Row, Sheet
from pinzhi_xl.sheets.results import CheckResult
from pinzhi_xl.wording import master as words
from pinzhi_xl.workbook.build_print import set_up_ledger
from pinzhi_xl.workbook.build_styles import (
    AMBER,
    AMBER_LIGHT,
    GREY,
    LINE,
    RED,
    RED_LIGHT,
    Brush,
    Look,
    cell_at,
    column_look,
    heading_look,
)
from pinzhi_xl.workbook.part_text import LIMIT, clean, length

LAST_ROW = 5000
"""Rows 2 to this one carry validation; a table may grow beyond it."""

TABLE_STYLE = "TableStyleLight2"
HEADING_HEIGHT = 33
ROW_HEIGHT = 18
LINE_HEIGHT = 15
DEFAULT_WIDTH = 12
FROZEN_UP_TO = 46
"""Widest frozen part, in characters: what leaves room on a small screen."""

ContentRows = Sequence[Mapping[str, Value]]


def draw_table(sheet: Worksheet, kind: type[Row], rows: ContentRows, brush: Brush) -> None:
    """Draw the sheet of `kind` with `rows`; one blank formatted row when there are none."""
    declared = kind.sheet
    looks = [column_look(col, grey=col.computed and not declared.all_computed) for col in declared.columns]
    _head(sheet, declared, looks, brush)
    _fill(sheet, declared, rows or [{}], [replace(look, line=LINE) for look in looks], brush)
    _make_table(sheet, declared, len(rows) or 1)
    frozen = _frozen_columns(declared)
    sheet.freeze_panes = f"{get_column_letter(frozen + 1)}2"
    if kind is CheckResult:
        _mark_levels(sheet, declared)
    set_up_ledger(sheet, sum(_width(col) for col in declared.columns), frozen)
    if declared.all_computed:
        sheet.sheet_properties.tabColor = f"FF{GREY}"


def _head(sheet: Worksheet, declared: Sheet, looks: Sequence[Look], brush: Brush) -> None:
    sheet.row_dimensions[1].height = HEADING_HEIGHT
    for number, (col, look) in enumerate(zip(declared.columns, looks, strict=True), start=1):
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width = _width(col)
        brush.paint(dimension, look)
        cell = cell_at(sheet, 1, number)
        put(cell, col.label)
        brush.paint(cell, heading_look(col))


def _fill(sheet: Worksheet, declared: Sheet, rows: ContentRows, looks: Sequence[Look], brush: Brush) -> None:
    positions = {col.identifier: number for number, col in enumerate(declared.columns, start=1)}
    for row, values in enumerate(rows, start=2):
        for number, look in enumerate(looks, start=1):
            brush.paint(cell_at(sheet, row, number), look)
        for identifier, value in values.items():
            col = declared.column(identifier)
            cell = cell_at(sheet, row, positions[identifier])
            put(cell, _as_entered(value, col.kind))
            brush.paint(cell, looks[positions[identifier] - 1])
        lines = max(_lines(values.get(col.identifier), col) for col in declared.columns)
        sheet.row_dimensions[row].height = max(ROW_HEIGHT, LINE_HEIGHT * lines + 3)


def _lines(value: Value, col: Column) -> int:
    """How many lines a text takes in its column; Excel fits the row anew once somebody edits it."""
    if not isinstance(value, str) or not column_look(col, grey=False).wrap:
        return 1
    room = int(_width(col)) - 1
    return sum(-(-_display_width(line) // room) or 1 for line in value.split("\n"))


def _display_width(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WFA" else 1 for letter in text)


def _as_entered(value: Value, kind: Kind) -> Value:
    """A truth as 是/否; a day or time in a text column as text."""
    if isinstance(value, bool):
        return words.YES if value else words.NO
    if isinstance(value, date | time) and kind not in (Kind.DATE, Kind.TIME):
        return as_text(value)
    return value


def put(cell: Cell, value: Value) -> None:
    """Put a value into a cell; a text stays a text, whatever it begins with."""
    if isinstance(value, Link):
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=location(value.sheet, value.address))
        value = value.text
    if not isinstance(value, str):
        cell.value = value
        return
    text = clean(value)
    if length(text) > LIMIT:
        raise ValueError(cell.coordinate)
    if text:
        cell.value = text
        cell.data_type = "s"


def location(sheet: str, address: str) -> str:
    """Where an internal link leads: ``'检查记录'!A1``."""
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!{address}"


def _make_table(sheet: Worksheet, declared: Sheet, rows: int) -> None:
    table = Table(displayName=declared.label, ref=f"A1:{get_column_letter(len(declared.columns))}{rows + 1}")
    table.tableStyleInfo = TableStyleInfo(name=TABLE_STYLE, showRowStripes=True)
    sheet.add_table(table)


def _frozen_columns(declared: Sheet) -> int:
    """How many key columns lead the sheet, as far as they leave room when frozen."""
    frozen, width = 0, 0.0
    for col in declared.columns:
        width += _width(col)
        if col.identifier not in declared.key or width > FROZEN_UP_TO:
            break
        frozen += 1
    return frozen


def _width(col: Column) -> float:
    return col.width or DEFAULT_WIDTH


def _mark_levels(sheet: Worksheet, declared: Sheet) -> None:
    area = f"A2:{get_column_letter(len(declared.columns))}{LAST_ROW}"
    for sign, colour, fill, bold in (
        (words.ERROR_SIGN, RED, RED_LIGHT, True),
        (words.REMINDER_SIGN, AMBER, AMBER_LIGHT, False),
    ):
        shown = DifferentialStyle(font=Font(color=f"FF{colour}", bold=bold), fill=PatternFill(bgColor=f"FF{fill}"))
        rule = Rule("expression", dxf=shown, formula=[f'LEFT($A2,1)="{sign}"'])
        sheet.conditional_formatting.add(area, rule)
