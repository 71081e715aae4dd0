"""投诉报修分析: the figures first, then by community, by category and cause, and what is to be done (A03, J11)."""

from typing import TYPE_CHECKING

from pinzhi_xl.documents.design.blank import finished
from pinzhi_xl.documents.design.report_form import (
    Column,
    close,
    conditional,
    heading,
    key_figures,
    labelled,
    lines_for,
    listing,
    note,
    report_document,
    sentences,
    signatures,
    text,
)

if TYPE_CHECKING:
    from docx.document import Document

_SHARES = (
    ("序号", "{{ row.no }}", 16),
    ("{name}", "{{ row.name }}", 76),
    ("{unit}", "{{ row.count }}", 30),
    ("占比", "{{ row.share }}", 30),
    ("累计占比", "{{ row.running }}", 30),
)


def build() -> bytes:
    """The template as a .docx file."""
    document = report_document("投诉报修分析{% if draft %}（{{ draft }}）{% endif %}", "{{ month }}　{{ draft }}")
    _head(document)
    _communities(document)
    heading(document, "三、投诉分类与原因")
    _shares(document, "by_category", "投诉分类", "件数")
    text(document, "")
    _shares(document, "by_cause", "原因分类（已办结的投诉）", "件数")
    _repeated_and_overdue(document)
    _repairs(document)
    _satisfaction(document)
    _preventions(document)
    note(
        document,
        "处理率＝办结 ÷ 受理；及时率＝期限内办结 ÷ 受理（含未到期的）；满意率＝回访满意 ÷ 已回访；"
        "投诉率＝有效投诉 ÷ 入住千户；"
        "报修及时率＝按时限到场并完成 ÷ 报修；解决率＝完成 ÷ 报修。受理不含无效，报修不含取消；没有分母的记“—”。",
    )
    signatures(document, "编制", "部门负责人")
    return finished(close(document))


def _head(document: "Document") -> None:
    labelled(
        document,
        (26, 65, 26, 65),
        ("月份", "{{ month }}", "统计日", "{{ as_of }}"),
        ("编制部门", "{{ issuer }}", "范围", "全部在管项目"),
    )
    heading(document, "一、总体情况")
    key_figures(
        document,
        ("受理投诉", "{{ complaints_total }} 件"),
        ("投诉处理率", "{{ handling }}"),
        ("投诉及时率", "{{ on_time }}"),
        ("投诉满意率", "{{ satisfied }}"),
        ("重复投诉率", "{{ repeat_rate }}"),
    )
    key_figures(
        document,
        ("报修", "{{ orders_total }} 单"),
        ("报修及时率", "{{ repair_on_time }}"),
        ("报修解决率", "{{ repair_done }}"),
        ("报修满意率", "{{ repair_satisfied }}"),
        ("报修平均响应", "{{ repair_response }}"),
    )
    text(document, "　　投诉率 {{ complaint_rate }}。")
    sentences(document, "sentences")
    conditional(document, "wrong", "{{ wrong }}")


def _communities(document: "Document") -> None:
    heading(document, "二、各项目")
    listing(
        document,
        "complaint_sums",
        (
            ("项目", "{{ row.name }}", 30),
            ("受理", "{{ row.received }}", 12),
            ("无效", "{{ row.invalid }}", 12),
            ("办结", "{{ row.settled }}", 12),
            ("逾期", "{{ row.overdue }}", 12),
            ("重复", "{{ row.repeated }}", 12),
            ("处理率", "{{ row.handling }}", 21),
            ("及时率", "{{ row.on_time }}", 21),
            ("满意率", "{{ row.satisfied }}", 21),
            ("投诉率", "{{ row.rate }}", 29),
        ),
    )
    text(document, "")
    listing(
        document,
        "repair_sums",
        (
            ("项目", "{{ row.name }}", 30),
            ("报修", "{{ row.orders }}", 14),
            ("急修", "{{ row.urgent }}", 14),
            ("完成", "{{ row.done }}", 14),
            ("逾期", "{{ row.overdue }}", 14),
            ("及时率", "{{ row.on_time }}", 22),
            ("解决率", "{{ row.solved }}", 22),
            ("满意率", "{{ row.satisfied }}", 22),
            ("平均响应", "{{ row.response }}", 30),
        ),
    )


def _shares(document: "Document", rows: str, name: str, unit: str) -> None:
    columns: list[Column] = [(head.format(name=name, unit=unit), cell, width) for head, cell, width in _SHARES]
    listing(document, rows, columns, f"{name}：没有。")


def _repeated_and_overdue(document: "Document") -> None:
    heading(document, "四、重复投诉")
    listing(
        document,
        "repeated",
        (
            ("受理号", "{{ row.number }}", 29),
            ("项目", "{{ row.community }}", 19),
            ("日期", "{{ row.day }}", 19),
            ("投诉人", "{{ row.owner }}", 15),
            ("内容", "{{ row.facts }}", 41),
            ("上一件", "{{ row.before }}", 29),
            ("预防措施", "{{ row.item }}", 30),
        ),
        "本月没有重复投诉。",
    )
    heading(document, "五、已过期限未办结的投诉（含以前月份，逾期按天）")
    listing(
        document,
        "overdue",
        (
            ("受理号", "{{ row.number }}", 29),
            ("项目", "{{ row.community }}", 19),
            ("日期", "{{ row.day }}", 19),
            ("级别", "{{ row.urgency }}", 10),
            ("部门", "{{ row.department }}", 19),
            ("内容", "{{ row.facts }}", 40),
            ("期限", "{{ row.due }}", 19),
            ("逾期", "{{ row.overdue }}", 12),
            ("状态", "{{ row.state }}", 15),
        ),
        "没有已过期限未办结的投诉。",
    )


def _repairs(document: "Document") -> None:
    heading(document, "六、报修")
    _shares(document, "by_repair", "报修分类", "单数")
    text(document, "已过期限未完成的报修（含以前月份，逾期按天）：")
    listing(
        document,
        "overdue_orders",
        (
            ("工单号", "{{ row.number }}", 30),
            ("项目", "{{ row.community }}", 19),
            ("日期", "{{ row.day }}", 19),
            ("房号或位置", "{{ row.place }}", 24),
            ("内容", "{{ row.facts }}", 44),
            ("派工", "{{ row.worker }}", 14),
            ("逾期", "{{ row.overdue }}", 15),
            ("状态", "{{ row.state }}", 17),
        ),
        "没有已过期限未完成的报修。",
    )


def _satisfaction(document: "Document") -> None:
    heading(document, "七、回访满意度")
    listing(
        document,
        "satisfaction",
        (
            ("类别", "{{ row.name }}", 26),
            ("非常满意", "{{ row.very_satisfied }}", 22),
            ("满意", "{{ row.satisfied }}", 22),
            ("一般", "{{ row.fair }}", 22),
            ("不满意", "{{ row.dissatisfied }}", 22),
            ("非常不满意", "{{ row.very_dissatisfied }}", 22),
            ("未回访", "{{ row.silent }}", 22),
            ("满意率", "{{ row.rate }}", 24),
        ),
        "本月没有办结的投诉和报修。",
    )


def _preventions(document: "Document") -> None:
    heading(document, "八、原因、预防措施与改进建议")
    listing(
        document,
        "preventions",
        (
            ("受理号", "{{ row.number }}", 29),
            ("项目", "{{ row.community }}", 18),
            ("分类", "{{ row.category }}", 14),
            ("原因分类", "{{ row.kind }}", 18),
            ("原因", "{{ row.reason }}", 38),
            ("预防措施", "{{ row.item }}", 38),
            ("关联整改", "{{ row.chain }}", 27),
        ),
        "没有写明原因和预防措施的投诉。",
    )
    text(document, "改进建议（手工填写）：")
    lines_for(document, 2)
