"""How cells of the master look: one accent colour, grey for what the program computes."""

from copy import copy
from dataclasses import dataclass, replace

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.dimensions import ColumnDimension
from openpyxl.worksheet.worksheet import Worksheet

from pinzhi_xl.kinds import Kind
from pinzhi_xl.schema import Column
from pinzhi_xl.wording import master as words

ACCENT = "1F4E79"
ACCENT_LIGHT = "DDEBF7"
GREY = "D9D9D9"
GREY_LIGHT = "F2F2F2"
LINE = "BFBFBF"
RED = "C00000"
RED_LIGHT = "FBE3E0"
AMBER = "7F6000"
AMBER_LIGHT = "FFF2CC"
RED_MARK, AMBER_MARK = "FF9999", "FFE699"
WRAP_FROM = 18
"""Text columns at least this wide break their lines."""

TEXT_FORMAT = "@"
DATE_FORMAT = "yyyy-mm-dd"
FORMATS = {
    Kind.WHOLE: "0",
    Kind.POINTS: "0.0#",
    Kind.MONEY: "#,##0.00",
    Kind.DATE: DATE_FORMAT,
    Kind.TIME: "hh:mm",
}
LEFT = frozenset({Kind.TEXT, Kind.LIST, Kind.REFERENCE})


@dataclass(frozen=True)
class Look:
    """The appearance of a cell; a `fill` or `line` of "" is none."""

    size: float = 10
    bold: bool = False
    italic: bool = False
    underline: bool = False
    colour: str = "000000"
    fill: str = ""
    line: str = ""
    number_format: str = "General"
    horizontal: str = "general"
    wrap: bool = False
    indent: int = 0


class Brush:
    """Puts looks on cells and columns; each look is built once per workbook."""

    def __init__(self) -> None:
        self._built: dict[Look, object] = {}

    def paint(self, target: Cell | ColumnDimension, look: Look) -> None:
        """Give `target` the look."""
        if look not in self._built:
            _apply(target, look)
            self._built[look] = copy(target._style)  # type: ignore[union-attr]  # absent from the stubs
        target._style = copy(self._built[look])  # type: ignore[union-attr]  # the way openpyxl documents


def _apply(target: Cell | ColumnDimension, look: Look) -> None:
    target.font = Font(
        name=words.FONT,
        size=look.size,
        bold=look.bold,
        italic=look.italic,
        underline="single" if look.underline else None,
        color=f"FF{look.colour}",
    )
    target.fill = PatternFill("solid", fgColor=f"FF{look.fill}") if look.fill else PatternFill()
    side = Side("thin", color=f"FF{look.line}") if look.line else Side()
    target.border = Border(left=side, right=side, top=side, bottom=side)
    target.number_format = look.number_format
    target.alignment = Alignment(
        horizontal=look.horizontal, vertical="center", wrap_text=look.wrap, indent=look.indent
    )


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """The cell of a sheet without merges there."""
    found = sheet.cell(row, column)
    if not isinstance(found, Cell):
        raise TypeError(found)
    return found


def heading_look(col: Column) -> Look:
    """Required columns dark and bold, computed ones grey and slanted, the others light."""
    look = Look(line=LINE, horizontal="center", wrap=True)
    if col.computed:
        return replace(look, fill=GREY, italic=True)
    if col.required:
        return replace(look, fill=ACCENT, bold=True, colour="FFFFFF")
    return replace(look, fill=ACCENT_LIGHT)


def column_look(col: Column, *, grey: bool) -> Look:
    """The look of a column's cells without lines: format by kind, grey where `grey`."""
    texts = col.kind not in FORMATS
    return Look(
        fill=GREY_LIGHT if grey else "",
        number_format=TEXT_FORMAT if texts else FORMATS[col.kind],
        horizontal="left" if col.kind in LEFT else "right" if col.kind is Kind.MONEY else "center",
        wrap=texts and col.width >= WRAP_FROM,
    )
