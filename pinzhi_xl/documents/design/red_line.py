"""红线通报 to the general manager, one page a red line; only he lifts it (practice.md §1.4)."""

from typing import TYPE_CHECKING

from pinzhi_xl.documents.design.blank import finished
from pinzhi_xl.documents.design.drawing import Form, at_right, at_top, lines_to_write, put
from pinzhi_xl.documents.design.report_form import (
    close,
    heading,
    labelled,
    note,
    report_document,
    sentences,
    shaded,
    signatures,
)

if TYPE_CHECKING:
    from docx.document import Document


def build() -> bytes:
    """The template as a .docx file."""
    document = report_document("红线通报", "{{ community }}　{{ number }}")
    widths = (26, 65, 26, 65)
    labelled(
        document,
        widths,
        ("呈报", "总经理", "编制部门", "{{ issuer }}"),
        ("项目", "{{ community }}", "月份", "{{ month }}"),
        ("问题编号", "{{ number }}", "责任部门", "{{ department }}"),
        ("发现时间", "{{ day }}", "位置", "{{ place }}"),
        ("条款", "{{ item }}", "扣分", "{{ deduction }}"),
        ("标准要求", "{{ requirement }}"),
    )
    heading(document, "一、事实")
    labelled(
        document, widths, ("事实", "{{ facts }}"), ("处置", "{{ disposition }}", "确认人", "{{ confirmed_by }}")
    )
    heading(document, "二、影响")
    sentences(document, "sentences")
    heading(document, "三、处理")
    labelled(
        document,
        widths,
        ("责任人", "{{ owner }}", "整改期限", "{{ due }}"),
        ("处理状态", "{{ state }}", "统计日", "{{ as_of }}"),
    )
    heading(document, "四、解除（须总经理签批）")
    _lifting(document)
    note(document, "红线未经总经理签批不解除；解除不改变当月等级。签批后本通报原件由编制部门存档。")
    signatures(document, "编制", "品质部门负责人")
    return finished(close(document))


def _lifting(document: "Document") -> None:
    """What has to be shown before it is lifted, and the decision, to be written by hand."""
    edges = (0, 30, 182)
    form = Form(document, edges)
    for label, count in (("整改与复核情况", 3), ("总经理意见", 2)):
        head, space = form.row(*edges, height=11 * count)
        put(head, label, "Cell Head", next_row=True)
        shaded(head)
        at_top(space)
        lines_to_write(space, count)
    head, decision = form.row(*edges, height=18)
    put(head, "决定与签批", "Cell Head")
    shaded(head)
    put(decision, "□ 同意解除　　□ 不同意解除　　□ 限期再报", "Cell Text")
    at_right(put(decision, "总经理签字：　　　　　　　　　　年　　月　　日", "Cell Text"))
