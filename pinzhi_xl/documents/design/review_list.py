"""复查清单: what is to be looked at again, with boxes for the outcome, A4 upright."""

from pinzhi_xl.documents.design.blank import finished
from pinzhi_xl.documents.design.drawing import Form, line, put
from pinzhi_xl.documents.design.report_form import (
    close,
    labelled,
    note,
    repeats,
    report_document,
    shaded,
    signatures,
)

_EDGES = (0, 28, 44, 64, 98, 112, 128, 141, 156, 182)
_HEADS = ("编号", "部门", "位置", "问题", "责任人", "期限", "逾期", "状态", "复查结论")
_FIELDS = ("department", "place", "facts", "owner", "due", "overdue", "state")
_OUTCOMES = ("□ 整改完成", "□ 二次整改", "□ 扣分关闭")


def build() -> bytes:
    """The template as a .docx file."""
    document = report_document("复查清单", "{{ community }}　{{ date }}")
    labelled(
        document,
        (26, 65, 26, 65),
        ("项目", "{{ community }}", "日期", "{{ date }}　{{ weekday }}"),
        ("合计", "{{ total }} 项，逾期 {{ overdue }} 项，待复查 {{ waiting }} 项", "编制部门", "{{ issuer }}"),
    )
    note(document, "红线在前，其余按逾期天数和期限排列。复查后勾选结论，并记入“整改跟踪”。品质部门内部工作用。")
    form = Form(document, _EDGES)
    heads = form.row(*_EDGES, height=8)
    repeats(heads[0])
    for cell, words in zip(heads, _HEADS, strict=True):
        put(cell, words, "Cell Head", next_row=True)
        shaded(cell)
    form.condition("for row in reviews")
    cells = form.row(*_EDGES, height=14)
    for text in ("{{ row.number }}", "{{ row.notice }}"):
        put(cells[0], text, "Cell Figure")
    for cell, name in zip(cells[1:-1], _FIELDS, strict=True):
        put(cell, f"{{{{ row.{name} }}}}", "Cell Text" if name in ("place", "facts") else "Cell Figure")
    for text in _OUTCOMES:
        put(cells[-1], text, "Cell Text")
    form.condition("endfor")
    line(document, "", "Report Note")
    signatures(document, "复查人", "品质部门负责人")
    return finished(close(document))
