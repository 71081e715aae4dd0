"""限期整改通知单: a stub for the quality department, and a copy for the department with a reply to tear off."""

from typing import TYPE_CHECKING

from pinzhi_xl.documents.design.blank import blank_document, finished
from pinzhi_xl.documents.design.drawing import (
    Form,
    at_right,
    element,
    field,
    line,
    page,
    put,
    section_break,
    spaced,
    tabs,
    tag,
    write,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

# Millimetres from the left border: every place where some row of a table has a vertical line.
_WIDTH = 172
_WHO = (0, 20, 74, 94, 172)
_LINES = (0, 11, 70, 100, 131, 149, 172)
_REPLY = (0, 11, 34, 82, 104, 125, 150, 172)
_SIGNED = (0, 26, 86, 112, 172)
_DATE = "　　　年　　月　　日"
_HEADINGS = ("序号", "位置与问题", "条款、要求\n与程度", "整改目标", "责任人", "整改期限")
_REPLY_HEADINGS = ("序号", "位置", "整改措施", "完成日期", "责任人\n签字", "复查结论", "复查人\n及日期")
_OUTCOMES = ("□ 整改完成", "□ 二次整改", "□ 扣分关闭")


def build() -> bytes:
    """The template as a .docx file."""
    document = blank_document()
    page(document.sections[0], top=16, bottom=14, left=22, right=16)
    _header_and_footer(document)
    tag(document, "for copy in copies")
    _head(document)
    _who_and_when(document)
    _lines(document)
    _demand(document)
    _signatures(document)
    tag(document, "if loop.last")
    _reply(document)
    tag(document, "endif")
    tag(document, "if not loop.last")
    section_break(document)
    tag(document, "endif")
    tag(document, "endfor")
    document.add_paragraph(style="Tail")
    return finished(document)


def _header_and_footer(document: "Document") -> None:
    section = document.sections[0]
    header = section.header.paragraphs[0]
    header.style = "Sample"
    tabs(header, (_WIDTH, "right", "none"))
    write(header, "{% if sample_mark %}【{{ sample_mark }}】\t")
    write(header, "本单为{{ sample_mark }}，不作为整改依据{% endif %}")
    footer = section.footer.paragraphs[0]
    footer.style = "Margin"
    tabs(footer, (_WIDTH / 2, "center", "none"), (_WIDTH, "right", "none"))
    write(footer, "{{ number }}　{{ edition_in_full }}\t校验码 {{ mark }}\t第 ")
    field(footer, "PAGE")
    write(footer, " 页")


def _head(document: "Document") -> None:
    line(document, "{{ company }}", "Company")
    line(document, "限 期 整 改 通 知 单", "Paper Title")
    tag(document, "if second")
    line(document, "（{{ second }}　原通知 {{ first_number }}）", "Company")
    tag(document, "endif")
    tag(document, "if replaced_number")
    line(document, "（原通知 {{ replaced_number }} 已作废，以本通知为准）", "Company")
    tag(document, "endif")
    text = "编号：{{ number }}{% if edition %}（{{ edition }}）{% endif %}\t签发日期：{{ issued_on }}"
    caption = line(document, text, "Heading Line")
    write(caption, "\t{{ copy.sign }}{{ copy.name }}（{{ copy.use }}）")
    tabs(caption, (98, "center", "none"), (_WIDTH, "right", "none"))


def _who_and_when(document: "Document") -> None:
    form = Form(document, _WHO)
    pairs = (
        (("项目", "{{ community }}"), ("责任部门", "{{ department }}")),
        (("检查日期", "{{ inspected_on }}"), ("检查编号", "{{ inspection }}")),
        (("检查类型", "{{ inspection_type }}"), ("检查人", "{{ inspector }}")),
    )
    for row in pairs:
        cells = form.row(*_WHO, height=7.5)
        for place, (label, text) in enumerate(row):
            put(cells[2 * place], label, "Label")
            put(cells[2 * place + 1], text)
    spaced(line(document, _opening(), "Heading Line"), 5)


def _opening() -> str:
    return (
        "{% if second %}下列问题经复查未整改到位，请按新的期限完成二次整改："
        "{% else %}检查中发现下列问题，请按期限完成整改：{% endif %}"
    )


def _lines(document: "Document") -> None:
    form = Form(document, _LINES)
    _heading_row(form, _LINES, _HEADINGS)
    form.condition("for line in lines")
    cells = form.row(*_LINES, height=10)
    _centred(cells[0], "{{ line.index }}")
    _only_if(cells[1], "line.place", "位置：{{ line.place }}")
    put(cells[1], "{{ line.facts }}", "Notice")
    _only_if(cells[1], "line.unit", "责任单位：{{ line.unit }}")
    put(cells[2], "{{ line.requirement }}", "Notice")
    put(cells[2], "（{{ line.severity }}{% if line.red_line %}，{{ line.red_line }}{% endif %}）", "Notice")
    put(cells[3], "{{ line.target }}", "Notice")
    _centred(cells[4], "{{ line.owner }}")
    _centred(cells[5], "{{ line.due_on }}")
    form.condition("endfor")


def _demand(document: "Document") -> None:
    text = (
        "请责任部门按上列目标和期限完成整改，填写回执交{{ issuer }}复查。逾期未完成，或者复查仍不合格的，"
        "按公司检查考核有关规定处理。"
    )
    _kept(spaced(line(document, text, "Notice"), 4))
    tag(document, "if holiday_note")
    _kept(line(document, "{{ holiday_note }}", "Notice"))
    tag(document, "endif")
    _kept(line(document, "", "Tail"))


def _signatures(document: "Document") -> None:
    form = Form(document, _SIGNED)
    _signed(form, ("签发人", "{{ issuer }}"), ("签收人", "{{ department }}"), last=True)


def _reply(document: "Document") -> None:
    seam = _kept(spaced(line(document, "\t编号 {{ number }}\t骑 缝\t", "Margin"), 8))
    tabs(seam, (50, "left", "middleDot"), (112, "left", "middleDot"), (_WIDTH, "right", "middleDot"))
    _kept(spaced(line(document, "整 改 回 执", "Company", bold=True), 4))
    caption = _kept(
        line(document, "{{ community }}　{{ department }}\t整改后撕下，交{{ issuer }}", "Heading Line")
    )
    tabs(caption, (_WIDTH, "right", "none"))
    form = Form(document, _REPLY)
    _heading_row(form, _REPLY, _REPLY_HEADINGS)
    form.condition("for line in lines")
    cells = form.row(*_REPLY, height=16)
    _kept(_centred(cells[0], "{{ line.index }}"))  # the whole reply stays on one page if it can
    put(cells[1], "{{ line.place }}", "Notice", next_row=True)
    for cell in (*cells[2:5], cells[6]):
        put(cell, "", "Notice", next_row=True)
    for outcome in _OUTCOMES:
        put(cells[5], outcome, "Notice", next_row=True)
    form.condition("endfor")
    note = "复查为二次整改的，期限：______年____月____日。　整改效果：□ 达到　□ 部分达到　□ 未达到"
    _kept(spaced(line(document, note, "Notice"), 4))
    _kept(line(document, "", "Tail"))
    closing = Form(document, _SIGNED)
    _signed(closing, ("部门负责人", "　"), ("复查人", "　"), last=True)


def _heading_row(form: Form, edges: tuple[int, ...], headings: tuple[str, ...]) -> None:
    """A row of headings that Word repeats at the top of every page."""
    cells = form.row(*edges, height=8)
    for cell, heading in zip(cells, headings, strict=True):
        for piece in heading.split("\n"):
            _kept(_centred(cell, piece))
    for properties in cells[0]._tc.xpath("../w:trPr"):
        properties.append(element("tblHeader"))


def _signed(form: Form, left: tuple[str, str], right: tuple[str, str], *, last: bool) -> None:
    cells = form.row(*_SIGNED, height=13)
    for place, (label, text) in enumerate((left, right)):
        put(cells[2 * place], label, "Label", next_row=not last)
        put(cells[2 * place + 1], text, next_row=not last)
        at_right(put(cells[2 * place + 1], _DATE, "Notice"))


def _only_if(cell: "_Cell", name: str, text: str) -> None:
    """A line that stands only when the field `name` is given."""
    put(cell, f"{{%p if {name} %}}", "Notice")
    put(cell, text, "Notice")
    put(cell, "{%p endif %}", "Notice")


def _centred(cell: "_Cell", text: str) -> "Paragraph":
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph = put(cell, text, "Notice")
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def _kept(paragraph: "Paragraph") -> "Paragraph":
    """The paragraph on the page of what follows it."""
    paragraph.paragraph_format.keep_with_next = True
    return paragraph
