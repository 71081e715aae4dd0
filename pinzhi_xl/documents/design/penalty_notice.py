"""违纪处罚单: one ruled A4 page for each of three copies, drawn after the department's paper form."""

from typing import TYPE_CHECKING

from pinzhi_xl.documents.design.blank import blank_document, finished
from pinzhi_xl.documents.design.drawing import (
    Form,
    at_right,
    at_top,
    field,
    line,
    lines_to_write,
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

# Millimetres from the left border: every place where some row of the form has a vertical line.
_EDGES = (0, 24, 62, 80, 84, 104, 122, 140, 172)
_PAIRS = (0, 24, 104, 122, 172)
_TRIPLES = (0, 24, 62, 80, 122, 140, 172)
_EVEN_PAIRS = (0, 24, 84, 104, 172)
_WHOLE = (0, 24, 172)
_HALVES = (0, 84, 172)
_DATE = "　　　年　　月　　日"


def build() -> bytes:
    """The template as a .docx file."""
    document = blank_document()
    page(document.sections[0], top=16, bottom=14, left=22, right=16)
    _header_and_footer(document)
    tag(document, "for copy in copies")
    _head(document)
    form = Form(document, _EDGES)
    _who_and_when(form)
    _what(form)
    _proposal_and_decision(form)
    _answer(form)
    _signatures(form)
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
    tabs(header, (172, "right", "none"))
    write(header, "{% if sample_mark %}【{{ sample_mark }}】\t")
    write(header, "本单为{{ sample_mark }}，不作为处罚依据{% endif %}")
    footer = section.footer.paragraphs[0]
    footer.style = "Margin"
    tabs(footer, (86, "center", "none"), (172, "right", "none"))
    write(footer, "{{ number }}　{{ edition_in_full }}\t校验码 {{ mark }}\t第 ")
    field(footer, "PAGE")
    write(footer, " 页")


def _head(document: "Document") -> None:
    tag(document, "if not loop.first")
    seam = line(document, "\t编号 {{ number }}\t骑 缝\t", "Margin")
    tabs(seam, (50, "left", "middleDot"), (112, "left", "middleDot"), (172, "right", "middleDot"))
    tag(document, "endif")
    line(document, "{{ company }}", "Company")
    line(document, "违 纪 处 罚 单", "Paper Title")
    text = "编号：{{ number }}{% if edition %}（{{ edition }}）{% endif %}\t开单日期：{{ issued_on }}"
    caption = line(document, text, "Heading Line")
    write(caption, "\t{{ copy.sign }}{{ copy.name }}（{{ copy.use }}）")
    tabs(caption, (98, "center", "none"), (172, "right", "none"))


def _who_and_when(form: Form) -> None:
    _labelled(form, _PAIRS, 8, ("项目", "{{ community }}"), ("部门", "{{ department }}"))
    _labelled(
        form, _TRIPLES, 8, ("岗位", "{{ post }}"), ("姓名", "{{ person }}"), ("工号", "{{ employee_number }}")
    )
    _labelled(form, _EVEN_PAIRS, 8, ("违纪时间", "{{ occurred_at }}"), ("地点", "{{ place }}"))
    _labelled(form, _EVEN_PAIRS, 8, ("班次", "{{ shift }}"), ("检查类型", "{{ inspection_type }}"))


def _what(form: Form) -> None:
    _labelled(form, _WHOLE, 20, ("违纪事实", "{{ facts }}"))
    regulation = "制度名称：{{ regulation }}　　版本：{{ regulation_version }}"
    (cell,) = _labelled(form, _WHOLE, 22, ("处罚依据", regulation))
    put(cell, "条款编号：{{ clause_number }}　　公示日期：{{ published_on }}")
    put(cell, "条文：{{ clause_text }}")
    _labelled(form, _WHOLE, 8, ("证据", "{{ evidence }}"))
    (cell,) = _labelled(form, _WHOLE, 8, ("重复次数\n加重说明", "{{ repeat_note }}"))
    put(cell, "{%p if red_line %}")
    put(cell, "本项为红线问题，须经总经理签批。")
    put(cell, "{%p endif %}")


def _proposal_and_decision(form: Form) -> None:
    left, right = form.row(*_HALVES, height=7)
    put(left, "{{ issuer }}建议", "Label", next_row=True)
    put(right, "行政部核定（手工填写）", "Label", next_row=True)
    proposal, decision = form.row(*_HALVES, height=32)
    at_top(proposal)
    put(proposal, "建议处理：{{ proposal }}")
    _money(proposal, "proposed_points", "建议扣绩效分：{{ proposed_points }} 分")
    _money(proposal, "proposed_money", "建议金额：¥{{ proposed_money }}（大写：{{ proposed_money_words }}）")
    _money(proposal, "money_note", "{{ money_note }}")
    at_right(spaced(put(proposal, "{{ issuer }}　　{{ issued_on }}"), 24))
    at_top(decision)
    put(decision, "□ 同意建议　　□ 不予处罚", "Deciding")
    put(decision, "□ 变更为：__________________________", "Deciding")
    put(decision, "核定扣绩效分：____________ 分", "Deciding")
    _money(decision, "proposed_money", "核定金额：________ 元（大写：____________）", "Deciding")
    put(decision, f"核定人签字：__________{_DATE}", "Deciding")


def _answer(form: Form) -> None:
    _labelled(form, _WHOLE, 10, ("整改要求\n及期限", "{{ rectification }}"))
    label, cell = form.row(*_WHOLE, height=26)
    put(label, "当事人", "Label", next_row=True)  # what is signed stays with the signatures
    put(label, "陈述申辩", "Label", next_row=True)
    lines_to_write(cell, 3)


def _signatures(form: Form) -> None:
    _signed(form, ("检查人", "{{ inspector }}"), ("当事人", "{{ person }}"), "□ 拒签　签收日期：")
    _signed(form, ("见证人1", "（拒签时）"), ("见证人2", "（拒签时）"))
    _signed(form, ("部门负责人", "　"), ("行政部", "（接收）"))
    form.condition("if red_line")
    label, place = form.row(*_WHOLE, height=13)
    put(label, "总经理", "Label", next_row=True)
    put(place, "（红线问题签批）")
    at_right(put(place, _DATE, "Notice"))
    form.condition("endif")
    label, place = form.row(*_WHOLE, height=13)
    put(label, "告知", "Label")
    put(
        place,
        "如有异议，可于签收之日起 {{ appeal_days }} 个工作日内向行政部书面申诉，申诉期内暂不执行；"
        "拒绝签收的，由两名见证人签字证明已经送达。本单为处罚建议，经行政部核定后执行。",
        "Notice",
    )
    _money(place, "calendar_note", "{{ calendar_note }}", "Notice")


def _signed(form: Form, left: tuple[str, str], right: tuple[str, str], dated: str = "") -> None:
    cells = form.row(*_EVEN_PAIRS, height=13)
    for place, (label, text) in enumerate((left, right)):
        put(cells[2 * place], label, "Label", next_row=True)
        put(cells[2 * place + 1], text, next_row=True)
        at_right(put(cells[2 * place + 1], f"{dated}{_DATE[1:]}" if place and dated else _DATE, "Notice"))


def _labelled(form: Form, edges: tuple[int, ...], height: float, *pairs: tuple[str, str]) -> list["_Cell"]:
    """A row of labels and values; returns the value cells."""
    cells = form.row(*edges, height=height)
    for place, (label, text) in enumerate(pairs):
        for piece in label.split("\n"):
            put(cells[2 * place], piece, "Label")
        put(cells[2 * place + 1], text)
    return cells[1::2]


def _money(cell: "_Cell", name: str, text: str, style: str = "Value") -> None:
    """A line that stands only when the field `name` is given."""
    put(cell, f"{{%p if {name} %}}", style)
    put(cell, text, style)
    put(cell, "{%p endif %}", style)
