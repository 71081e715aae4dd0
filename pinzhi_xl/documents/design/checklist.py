"""检查表: A4 across; what is still open first, then the items by department, with room to write by hand."""

from typing import TYPE_CHECKING, Any

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from pinzhi_xl.documents.design.blank import blank_document, finished
from pinzhi_xl.documents.design.drawing import (
    Form,
    element,
    field,
    line,
    page,
    put,
    spaced,
    tabs,
    tag,
    write,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

WIDTH = 269
"""Millimetres between the margins of a page across."""

# Millimetres from the left border.
_HEAD = (0, 20, 74, 94, 150, 170, 269)
_OPEN = (0, 10, 41, 61, 85, 115, 194, 216, 269)
_ITEMS = (0, 15, 91, 102, 114, 133, 142, 151, 163, 178, 190, 269)
_SIGNS = (0, 91, 178, 269)
_BOX = "□"


def build() -> bytes:
    """The template as a .docx file."""
    document = blank_document()
    section = document.sections[0]
    page(section, top=15, bottom=14, left=14, right=14)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    header_and_footer(document, WIDTH)
    line(document, "{{ company }}", "Company")
    line(document, "品 质 检 查 表", "Paper Title")
    _head(document)
    _open_items(document)
    _items(document)
    document.add_paragraph(style="Tail")
    return finished(document)


def header_and_footer(document: "Document", width: float) -> None:
    """示例 at the head; at the foot where and when, and the pages."""
    section = document.sections[0]
    header = section.header.paragraphs[0]
    header.style = "Sample"
    write(header, "{% if sample_mark %}【{{ sample_mark }}】{% endif %}")
    footer = section.footer.paragraphs[0]
    footer.style = "Margin"
    tabs(footer, (width, "right", "none"))
    write(footer, "{{ community }}　{{ day }}\t第 ")
    field(footer, "PAGE")
    write(footer, " 页 共 ")
    field(footer, "NUMPAGES")
    write(footer, " 页")


def repeated(cells: list["_Cell"]) -> list["_Cell"]:
    """The row of `cells` again at the head of every page of its table."""
    row: Any = cells[0]._tc.getparent()
    row.get_or_add_trPr().append(element("tblHeader"))
    return cells


def headings(form: Form, edges: tuple[float, ...], *labels: str) -> None:
    """The repeated heading row of a table; a label may have two lines."""
    for cell, label in zip(repeated(form.row(*edges, height=8)), labels, strict=True):
        shaded(cell)
        for piece in label.split("\n"):
            centred(cell, piece)


def centred(cell: "_Cell", text: str) -> None:
    """Small text in the middle of its cell."""
    put(cell, text, "Notice").alignment = WD_ALIGN_PARAGRAPH.CENTER


def shaded(cell: "_Cell") -> None:
    """Light grey, still light on a copier."""
    properties = cell._tc.get_or_add_tcPr()
    properties.insert_element_before(element("shd", val="clear", color="auto", fill="EDEDED"), "w:vAlign")


def pairs(form: Form, edges: tuple[float, ...], *texts: tuple[str, str]) -> None:
    """A row of labels and values."""
    cells = form.row(*edges, height=8)
    for place, (label, text) in enumerate(texts):
        put(cells[2 * place], label, "Label")
        put(cells[2 * place + 1], text)


def _head(document: "Document") -> None:
    form = Form(document, _HEAD)
    pairs(form, _HEAD, ("项目", "{{ community }}"), ("检查日期", "{{ day }}"), ("时段", "{{ session }}"))
    kind = ("检查类型", "{{ inspection_type }}")
    pairs(form, _HEAD, kind, ("班次", "{{ shift }}"), ("检查人", "{{ inspector }}"))
    clock = "　　时　　分"
    pairs(form, _HEAD, ("到达时间", clock), ("离开时间", clock), ("陪检人", "（受检方填写）"))
    spaced(line(document, "{%p if warning %}", "Notice"), 3)
    line(document, "※ {{ warning }}", "Notice")
    tag(document, "endif")


def _open_items(document: "Document") -> None:
    tag(document, "if open_count")
    spaced(line(document, "一、先复查：以前各次检查未关闭的整改（{{ open_count }} 项）", "Heading Line"), 4)
    form = Form(document, _OPEN)
    headings(form, _OPEN, "序", "问题编号", "发现", "部门", "位置", "条款与问题描述", "期限", "本次复查（划 ✓）")
    form.condition("for one in open_items")
    cells = form.row(*_OPEN, height=11)
    for cell, name in zip(cells, ("index", "number", "found_on", "department"), strict=False):
        centred(cell, f"{{{{ one.{name} }}}}")
    put(cells[4], "{{ one.place }}", "Notice")
    put(cells[5], "{{ one.item }}：{{ one.facts }}", "Notice")
    centred(cells[6], "{{ one.due_on }}")
    centred(cells[6], "{%p if one.state %}")
    centred(cells[6], "{{ one.state }}")
    centred(cells[6], "{%p endif %}")
    put(cells[7], f"{_BOX} 整改完成　{_BOX} 扣分关闭", "Notice")
    put(cells[7], f"{_BOX} 二次整改，限　　月　　日", "Notice")
    form.condition("endfor")
    spaced(line(document, "二、按部门检查", "Heading Line"), 6)
    tag(document, "endif")


def _items(document: "Document") -> None:
    how = (
        "合格划 ✓，不合格划 × 并写处数、位置和现象；没有检查的划未检，本项目没有的划不适用。"
        "★ 为近期要求整改过的位置，再次发现即为重复问题，请写明同一位置名称。"
    )
    spaced(line(document, how, "Notice"), 3)
    form = Form(document, _ITEMS)
    headings(
        form, _ITEMS,
        "编码", "检查项", "分值", "单次\n扣分", "方式", "✓", "×", "未检", "不适用", "处数", "位置 · 问题描述",
    )  # fmt: skip
    form.condition("for row in rows")
    form.condition("if row.heading")
    name, verdict = form.row(_ITEMS[0], _ITEMS[5], _ITEMS[-1], height=7)
    for cell in (name, verdict):
        shaded(cell)
    put(name, "{{ row.heading }}", "Value", next_row=True)
    put(verdict, f"{_BOX} 全部合格　　{_BOX} 本部门未检　　受检人签认：", "Notice", next_row=True)
    form.condition("else")
    cells = form.row(*_ITEMS, height=9)
    centred(cells[0], "{{ row.code }}")
    put(cells[1], "{{ row.text }}", "Notice")
    put(cells[1], "{%p if row.stars %}", "Notice")
    put(cells[1], "{{ row.stars }}", "Notice")
    put(cells[1], "{%p endif %}", "Notice")
    for cell, text in zip(cells[2:5], ("points", "deduction", "method"), strict=True):
        centred(cell, f"{{{{ row.{text} }}}}")
    form.condition("endif")
    form.condition("endfor")
    others, rest = form.row(_ITEMS[0], _ITEMS[5], _ITEMS[-1], height=7)
    for cell in (others, rest):
        shaded(cell)
    put(others, "其他发现（写明部门和条款编码）", "Value", next_row=True)
    put(rest, "", "Notice", next_row=True)
    form.condition("for blank in blank_rows")
    for place, cell in enumerate(form.row(*_ITEMS, height=9)):
        put(cell, "" if place else "{{ blank }}", "Notice", next_row=True)
    form.condition("endfor")
    _signatures(form)


def _signatures(form: Form) -> None:
    """In the table, so that nobody signs a page without a line on it."""
    cells = form.row(*_SIGNS, height=14)
    for cell, text in zip(cells, ("检查人签名：", "陪检人签名：", "日期：　　　　年　　月　　日"), strict=True):
        put(cell, text)
