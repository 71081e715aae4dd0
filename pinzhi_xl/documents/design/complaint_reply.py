"""投诉回复单: what the company tells an owner about a complaint, A4 upright, one page (A11, B08)."""

from pinzhi_xl.documents.design.blank import finished
from pinzhi_xl.documents.design.drawing import Form, line, put
from pinzhi_xl.documents.design.report_form import (
    close,
    labelled,
    note,
    report_document,
    shaded,
    signatures,
    text,
)

_EDGES = (0, 26, 182)
_PARTS = (
    ("您反映的\n问题", "{{ complaint }}", 26),
    ("处理结果", "{{ result }}", 34),
    ("防止再次\n发生的措施", "{{ prevention }}", 26),
)
_OPINION = (("满意程度", "□ 非常满意　　□ 满意　　□ 一般　　□ 不满意　　□ 非常不满意", 9), ("您的意见", "　", 22))


def build() -> bytes:
    """The template as a .docx file."""
    document = report_document("投诉回复单", "{{ community }}　{{ number }}")
    text(document, "{{ owner }}{{ room }}：")
    text(document, "　　您好！{{ lead }}")
    labelled(
        document,
        (26, 65, 26, 65),
        ("受理号", "{{ number }}", "项目", "{{ community }}"),
        ("受理日期", "{{ received }}", "受理渠道", "{{ channel }}"),
        ("投诉分类", "{{ category }}", "办结日期", "{{ done }}"),
    )
    form = Form(document, _EDGES)
    for head, value, height in _PARTS:
        label, cell = form.row(*_EDGES, height=height)
        shaded(label)
        for words in head.split("\n"):
            put(label, words, "Cell Head")
        put(cell, value, "Report Text")
    text(document, "　　感谢您的监督。如对处理结果有不同意见，请在收到后告诉我们，我们将再次处理并答复。")
    opinion = Form(document, _EDGES)
    for head, value, height in _OPINION:
        label, cell = opinion.row(*_EDGES, height=height)
        shaded(label)
        put(label, head, "Cell Head")
        put(cell, value, "Cell Text")
    line(document, "", "Report Note")
    signatures(document, "回复单位", "业主签收", height=16)
    note(
        document,
        "编制部门：{{ issuer }}。回复单位加盖公章有效。一式两份，业主、客服各一份；姓名、房号按要求遮盖。",
    )
    return finished(close(document))
