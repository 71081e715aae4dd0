"""部门月度评估表: the composite review of communities and departments, and the indicators."""

from pinzhi_xl.documents.design.blank import finished
from pinzhi_xl.documents.design.report_form import (
    close,
    conditional,
    heading,
    labelled,
    listing,
    note,
    report_document,
    signatures,
)

PARTS = (
    ("检查", "{{ row.inspection }}", 16),
    ("整改", "{{ row.rectification }}", 16),
    ("投诉报修", "{{ row.service }}", 18),
    ("满意度", "{{ row.satisfaction }}", 16),
    ("综合得分", "{{ row.total }}", 18),
    ("等级", "{{ row.grade }}", 12),
)


def build() -> bytes:
    """The template as a .docx file."""
    document = report_document("部门月度评估表", "{{ month }}")
    labelled(
        document,
        (26, 65, 26, 65),
        ("月份", "{{ month }}{% if draft %}（{{ draft }}）{% endif %}", "编制部门", "{{ issuer }}"),
    )
    conditional(document, "held", "{{ held }}")
    heading(document, "一、各项目")
    listing(
        document,
        "communities",
        (
            ("名次", "{{ row.rank }}", 12),
            ("项目", "{{ row.community }}", 28),
            *PARTS,
            ("未计入", "{{ row.chain }}", 46),
        ),
    )
    heading(document, "二、各部门")
    listing(
        document,
        "departments",
        (
            ("项目", "{{ row.community }}", 24),
            ("部门", "{{ row.department }}", 24),
            *PARTS,
            ("未计入", "{{ row.chain }}", 38),
        ),
    )
    note(document, "{{ weights }}“—”表示没有数据。有红线的月份等级为差，排在没有红线的项目之后。")
    heading(document, "三、指标")
    listing(
        document,
        "indicators",
        (
            ("指标", "{{ row.name }}", 30),
            ("公司", "{{ row.value }}", 17),
            ("分子/分母", "{{ row.counts }}", 20),
            ("目标", "{{ row.target }}", 14),
            ("达标", "{{ row.met }}", 11),
            ("各项目", "{{ row.chain }}", 48),
            ("公式", "{{ row.formula }}", 42),
        ),
    )
    signatures(document, "编制", "品质管理部", "绩效考核处签收", "总经理")
    return finished(close(document))
