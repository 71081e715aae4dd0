"""What the reports are drawn of: A4 upright, headings, listings whose heading row comes again on each page."""

from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Pt

from pinzhi_xl.documents.design.blank import blank_document
from pinzhi_xl.documents.design.drawing import Form, element, field, line, page, put, tabs, tag, write

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

WIDTH = 182
"""Millimetres between the margins."""

Column = tuple[str, str, float]
"""Heading, text of the cell, width in millimetres."""

_TEXTS = ("facts", "place", "item", "name", "formula", "reason", "chain", "content", "measure", "result", "issue")
"""Fields of a row that are read as text; all others stand in the middle of their cell."""

# Name, East Asian font, points, bold, alignment, points before and after, outline level or None.
_STYLES = (
    ("Report Heading", "宋体", 12, True, "left", 9, 3, 0),
    ("Report Text", "仿宋", 11, False, "both", 0, 2, None),
    ("Report Note", "仿宋", 9, False, "left", 2, 2, None),
    ("Cell Head", "宋体", 9, True, "center", 0, 0, None),
    ("Cell Text", "仿宋", 9, False, "left", 0, 0, None),
    ("Cell Figure", "仿宋", 9, False, "center", 0, 0, None),
    ("Key Label", "宋体", 9, False, "center", 2, 0, None),
    ("Key Figure", "宋体", 15, True, "center", 0, 2, None),
)


def report_document(title: str, period: str) -> "Document":
    """A new report: margins, 示例 at the head, pages at the foot, company and title."""
    document = blank_document()
    page(document.sections[0], top=16, bottom=16, left=14, right=14)
    for name, font, size, bold, align, before, after, level in _STYLES:
        _style(document, name, font, size, bold, align, before, after, level)
    _header_and_footer(document, period)
    line(document, "{{ company }}", "Company")
    line(document, title, "Paper Title").paragraph_format.space_after = Pt(6)
    return document


def _style(
    document: "Document",
    name: str,
    font: str,
    size: int,
    bold: bool,
    align: str,
    before: int,
    after: int,
    level: int | None,
) -> None:
    style: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.font.size, style.font.bold = Pt(size), bold or None
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:ascii"), "Times New Roman")
    fonts.set(qn("w:hAnsi"), "Times New Roman")
    fonts.set(qn("w:eastAsia"), font)
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(before), Pt(after)
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.AT_LEAST, Pt(size * 1.3)
    layout.alignment = {"left": WD_ALIGN_PARAGRAPH.LEFT, "center": WD_ALIGN_PARAGRAPH.CENTER}.get(
        align, WD_ALIGN_PARAGRAPH.JUSTIFY
    )
    layout.keep_with_next = True if level is not None else None
    if level is not None:
        style.element.get_or_add_pPr().append(element("outlineLvl", val=level))


def _header_and_footer(document: "Document", period: str) -> None:
    section = document.sections[0]
    header = section.header.paragraphs[0]
    header.style = "Sample"
    tabs(header, (WIDTH, "right", "none"))
    write(header, "{% if sample_mark %}【{{ sample_mark }}】{% endif %}\t{{ holiday_note }}")
    footer = section.footer.paragraphs[0]
    footer.style = "Margin"
    tabs(footer, (WIDTH, "right", "none"))
    write(footer, f"{period}（统计日 {{{{ as_of }}}}）\t第 ")
    field(footer, "PAGE")
    write(footer, " 页 共 ")
    field(footer, "NUMPAGES")
    write(footer, " 页")


def heading(document: "Document", text: str) -> None:
    """A heading that stays with what follows."""
    line(document, text, "Report Heading")


def text(document: "Document", words: str) -> None:
    """A paragraph of running text."""
    line(document, words, "Report Text")


def note(document: "Document", words: str) -> None:
    """A small remark."""
    line(document, words, "Report Note")


def sentences(document: "Document", name: str) -> None:
    """Every sentence of a list, one paragraph after another without a break between them."""
    line(document, f"　　{{% for sentence in {name} %}}{{{{ sentence }}}}{{% endfor %}}", "Report Text")


def conditional(document: "Document", name: str, words: str) -> None:
    """A remark that stands only when the field `name` is given."""
    tag(document, f"if {name}")
    note(document, words)
    tag(document, "endif")


def listing(
    document: "Document", rows: str, columns: Sequence[Column], nothing: str = "无", height: float = 6
) -> None:
    """A table with a row, `height` millimetres or more, for every item of `rows`; without any, a line of text.

    A newline in the text of a cell begins a new paragraph.
    """
    tag(document, f"if {rows}")
    form = _table(document, [column[2] for column in columns])
    edges = _edges([column[2] for column in columns])
    heads = form.row(*edges, height=7)
    repeats(heads[0])
    for cell, (head, _, _) in zip(heads, columns, strict=True):
        put(cell, head, "Cell Head", next_row=True)
        shaded(cell)
    form.condition(f"for row in {rows}")
    for cell, (_, value, _) in zip(form.row(*edges, height=height), columns, strict=True):
        style = "Cell Text" if any(f"row.{name} " in value for name in _TEXTS) else "Cell Figure"
        for piece in value.split("\n"):
            put(cell, piece, style)
    form.condition("endfor")
    tag(document, "else")
    text(document, nothing)
    tag(document, "endif")


def repeats(cell: "_Cell") -> None:
    """The row of the cell comes again at the head of each page."""
    row: Any = cell._tc.getparent()
    row.get_or_add_trPr().append(element("tblHeader"))


def shaded(cell: "_Cell") -> None:
    """A light ground, legible in black and white."""
    properties = cell._tc.get_or_add_tcPr()
    properties.insert_element_before(
        element("shd", val="clear", color="auto", fill="EDEDED"),
        "w:noWrap", "w:tcMar", "w:textDirection", "w:tcFitText", "w:vAlign", "w:hideMark",
    )  # fmt: skip


def labelled(document: "Document", widths: Sequence[float], *rows: Sequence[str]) -> None:
    """A form of labels and values in turn."""
    form = _table(document, widths)
    for row in rows:
        own = widths if len(row) == len(widths) else [*widths[: len(row) - 1], sum(widths[len(row) - 1 :])]
        for place, (cell, words) in enumerate(zip(form.row(*_edges(own), height=7), row, strict=True)):
            put(cell, words, "Cell Text" if place % 2 else "Cell Head")
            if not place % 2:
                shaded(cell)


def key_figures(document: "Document", *figures: tuple[str, str]) -> None:
    """Figures side by side, each under its name."""
    widths = [WIDTH / len(figures)] * len(figures)
    form = _table(document, widths)
    for cell, (label, value) in zip(form.row(*_edges(widths), height=15), figures, strict=True):
        put(cell, label, "Key Label")
        put(cell, value, "Key Figure")


def lines_for(document: "Document", count: int, *, height: float = 8) -> None:
    """Empty ruled rows to write on by hand."""
    form = _table(document, [12, WIDTH - 12])
    for number in range(1, count + 1):
        label, _ = form.row(*_edges([12, WIDTH - 12]), height=height)
        put(label, str(number), "Cell Figure")


def signatures(document: "Document", *people: str, height: float = 12) -> None:
    """A row to sign in for each pair of people, with a date, never parted from each other."""
    widths = [26, 65, 26, 65]
    form = _table(document, widths)
    pairs = [people[place : place + 2] for place in range(0, len(people), 2)]
    for pair in pairs:
        cells = form.row(*_edges(widths), height=height)
        for place, who in enumerate(pair):
            shaded(cells[2 * place])
            put(cells[2 * place], who, "Cell Head", next_row=pair is not pairs[-1])
            dated = put(cells[2 * place + 1], "　　　年　　月　　日", "Cell Text")
            dated.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _table(document: "Document", widths: Sequence[float]) -> Form:
    """A ruled table as wide as the page, with narrow margins in its cells."""
    form = Form(document, _edges(widths))
    properties: Any = document.tables[-1]._tbl.tblPr
    margins = element("tblCellMar")
    for side in ("left", "right"):
        margins.append(element(side, w=60, type="dxa"))
    properties.insert_element_before(margins, "w:tblLook")
    return form


def _edges(widths: Sequence[float]) -> list[float]:
    return [0, *(round(edge, 3) for edge in accumulate(widths))]


def close(document: "Document") -> "Document":
    """A last line of next to no height, which Word wants behind a table."""
    document.add_paragraph(style="Tail")
    return document
