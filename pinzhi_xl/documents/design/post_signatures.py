"""岗位签署确认表: one line for every post that must sign, A4 upright (Z60)."""

from typing import TYPE_CHECKING

from pinzhi_xl.documents.design.blank import blank_document, finished
from pinzhi_xl.documents.design.checklist import centred, header_and_footer, headings, pairs
from pinzhi_xl.documents.design.drawing import Form, line, page, put, spaced, tabs

if TYPE_CHECKING:
    from docx.document import Document

WIDTH = 178

# Millimetres from the left border.
_HEAD = (0, 20, 89, 109, 178)
_POSTS = (0, 12, 50, 72, 100, 122, 152, 178)
_BOX = "□"
_PRESENCE = f"{_BOX} 在岗　{_BOX} 离岗\n{_BOX} 缺岗"


def build() -> bytes:
    """The template as a .docx file."""
    document = blank_document()
    page(document.sections[0], top=16, bottom=14, left=16, right=16)
    header_and_footer(document, WIDTH)
    line(document, "{{ company }}", "Company")
    line(document, "岗位签署确认表", "Paper Title")
    form = Form(document, _HEAD)
    pairs(form, _HEAD, ("项目", "{{ community }}"), ("日期", "{{ day }}"))
    pairs(form, _HEAD, ("时段", "{{ session }}"), ("检查人", "{{ inspector }}"))
    how = "到岗时由当值人亲笔签名并写时间；无人当值的，由品质专员勾离岗或缺岗并签名。"
    spaced(line(document, how, "Notice"), 4)
    _posts(document)
    _sum(document)
    document.add_paragraph(style="Tail")
    return finished(document)


def _posts(document: "Document") -> None:
    form = Form(document, _POSTS)
    headings(form, _POSTS, "序号", "岗位", "班次", "当值人\n签名", "签署时间", "在岗状态", "品质专员\n签名")
    form.condition("for one in posts")
    _post(form, "{{ one.index }}", "{{ one.post }}", "{{ one.post_shift }}")
    form.condition("endfor")
    form.condition("for blank in blank_rows")
    _post(form, "{{ blank }}", "", f"{_BOX} 白班\n{_BOX} 夜班")
    form.condition("endfor")


def _post(form: Form, index: str, post: str, shift: str) -> None:
    cells = form.row(*_POSTS, height=13)
    put(cells[0], index, "Label")
    put(cells[1], post, next_row=not post)  # the empty rows stay with the signature below
    for piece in shift.split("\n"):
        centred(cells[2], piece)
    centred(cells[4], "　 时　 分")
    for piece in _PRESENCE.split("\n"):
        put(cells[5], piece, "Notice")


def _sum(document: "Document") -> None:
    text = "应签岗位 {{ post_count }} 个，已签 ______ 个，覆盖率 ______ %（已签 ÷ 应签）。"
    spaced(line(document, text, "Heading Line"), 8).paragraph_format.keep_with_next = True
    signs = spaced(line(document, "{{ issuer }} 品质专员签名：\t\t日期：　　　年　　月　　日", "Heading Line"), 12)
    tabs(signs, (105, "left", "underscore"), (118, "left", "none"))
