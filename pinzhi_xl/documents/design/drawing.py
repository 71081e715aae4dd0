"""Small strokes of which the papers are drawn: paragraphs, form tables on a grid of millimetres, sections."""

from collections.abc import Sequence
from copy import deepcopy
from itertools import pairwise
from typing import TYPE_CHECKING

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

if TYPE_CHECKING:
    from docx.blkcntnr import BlockItemContainer
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import Section


_AFTER_TABS = ("w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr")


def element(tag: str, **attributes: str | int) -> "BaseOxmlElement":
    """A new ``w:`` element with ``w:`` attributes."""
    made: BaseOxmlElement = OxmlElement(f"w:{tag}")  # type: ignore[assignment]
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def write(paragraph: Paragraph, text: str, *, bold: bool = False) -> Paragraph:
    """Append `text`; quotation marks, dashes and boxes take the Chinese font."""
    run = paragraph.add_run(text)
    run.bold = True if bold else None
    fonts = element("rFonts", hint="eastAsia")
    run._element.get_or_add_rPr().insert(0, fonts)
    return paragraph


def line(container: "Document | BlockItemContainer", text: str, style: str, **options: bool) -> Paragraph:
    """A new paragraph of one text."""
    return write(container.add_paragraph(style=style), text, **options)


def tag(container: "Document | BlockItemContainer", statement: str) -> None:
    """A template statement in a paragraph of its own, which disappears when the paper is made."""
    line(container, f"{{%p {statement} %}}", "Value")


def tabs(paragraph: Paragraph, *stops: tuple[float, str, str]) -> None:
    """Tab stops: millimetres, alignment (left, center, right) and leader (none, dot, hyphen, underscore)."""
    listed = element("tabs")
    for at, align, leader in stops:
        listed.append(element("tab", val=align, leader=leader, pos=Mm(at).twips))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(listed, *_AFTER_TABS)


def field(paragraph: Paragraph, instruction: str) -> None:
    """A field Word keeps up to date, such as PAGE."""
    simple = element("fldSimple", instr=instruction)
    paragraph._p.append(simple)
    run = element("r")
    run.append(text := element("t"))
    text.text = "1"
    simple.append(run)


def page(section: "Section", *, top: float, bottom: float, left: float, right: float) -> None:
    """A4 upright with margins in millimetres, header and footer 8 mm from the edge, pages counted from 1."""
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    section.left_margin, section.right_margin = Mm(left), Mm(right)
    section.header_distance = section.footer_distance = Mm(8)
    counting = element("pgNumType", start=1)
    section._sectPr.insert_element_before(counting, "w:cols", "w:titlePg", "w:docGrid")


def section_break(document: "Document") -> None:
    """End the section here: the next page begins anew with the same margins, header and page count."""
    ending = document.add_paragraph(style="Tail")
    ending._p.get_or_add_pPr().append(deepcopy(document.sections[-1]._sectPr))


class Form:
    """A ruled table on a grid: `edges` are all positions in millimetres where some row has a border."""

    def __init__(self, document: "Document", edges: Sequence[float]) -> None:
        self._edges = list(edges)
        self._table = document.add_table(rows=0, cols=len(edges) - 1)
        self._table.autofit = False
        for column, width in zip(self._table.columns, _widths(edges), strict=True):
            column.width = width
        properties = self._table._tbl.tblPr
        borders = element("tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            thick = 8 if side in ("top", "left", "bottom", "right") else 4
            borders.append(element(side, val="single", sz=thick, space=0, color="000000"))
        total = element("tblW", w=Mm(edges[-1] - edges[0]).twips, type="dxa")
        for old in properties.findall(qn("w:tblW")):
            properties.replace(old, total)
        properties.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
        for look in properties.findall(qn("w:tblLook")):
            properties.remove(look)

    def row(self, *edges: float, height: float) -> list[_Cell]:
        """A row of at least `height` millimetres with borders at `edges`, never split over two pages."""
        made = self._table._tbl.add_tr()
        cells = [self._cell(made, left, right) for left, right in pairwise(edges)]
        properties = made.get_or_add_trPr()
        properties.append(element("cantSplit"))
        row = self._table.rows[-1]
        row.height, row.height_rule = Mm(height), WD_ROW_HEIGHT_RULE.AT_LEAST
        return cells

    def condition(self, statement: str) -> None:
        """A template statement in a row of its own, which disappears when the paper is made."""
        (cell,) = self.row(self._edges[0], self._edges[-1], height=5)
        put(cell, f"{{%tr {statement} %}}")

    def _cell(self, row: "BaseOxmlElement", left: float, right: float) -> _Cell:
        made = element("tc")
        properties = element("tcPr")
        properties.append(element("tcW", w=Mm(right - left).twips, type="dxa"))
        span = self._edges.index(right) - self._edges.index(left)
        if span > 1:
            properties.append(element("gridSpan", val=span))
        made.append(properties)
        made.append(element("p"))
        row.append(made)
        cell = _Cell(made, self._table)  # type: ignore[arg-type]
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        return cell


def _widths(edges: Sequence[float]) -> list[Length]:
    return [Mm(right - left) for left, right in pairwise(edges)]


def put(cell: _Cell, text: str, style: str = "Value", *, next_row: bool = False) -> Paragraph:
    """Text into a cell: its first paragraph while that is empty, a further one after that."""
    first = cell.paragraphs[0]
    used = bool(first.text) or len(cell.paragraphs) > 1
    paragraph = cell.add_paragraph() if used else first
    paragraph.style = style
    if next_row:
        paragraph.paragraph_format.keep_with_next = True
    return write(paragraph, text) if text else paragraph


def lines_to_write(cell: _Cell, count: int) -> None:
    """Dotted lines to write on by hand; the cell must still be empty."""
    for number in range(count):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        paragraph.style = "Writing"
        borders = element("pBdr")
        for side in ("bottom", "between"):
            borders.append(element(side, val="dotted", sz=4, space=0, color="808080"))
        properties = paragraph._p.get_or_add_pPr()
        properties.insert_element_before(borders, "w:tabs", *_AFTER_TABS)


def at_right(paragraph: Paragraph) -> Paragraph:
    """The paragraph against the right border of its cell."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return paragraph


def at_top(cell: _Cell) -> None:
    """The text of a cell begins at its upper border."""
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.TOP


def spaced(paragraph: Paragraph, before: float) -> Paragraph:
    """Points of white space above a paragraph."""
    paragraph.paragraph_format.space_before = Pt(before)
    return paragraph
