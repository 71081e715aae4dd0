"""检查记录移交单 of a community and day to 绩效考核处, A4 upright (Z06)."""

from pinzhi_xl.documents.design.blank import finished
from pinzhi_xl.documents.design.report_form import (
    close,
    heading,
    labelled,
    listing,
    note,
    report_document,
    signatures,
)


def build() -> bytes:
    """The template as a .docx file."""
    document = report_document("检查记录移交单", "{{ community }}　{{ date }}")
    labelled(
        document,
        (26, 65, 26, 65),
        ("项目", "{{ community }}", "检查日期", "{{ date }}　{{ weekday }}"),
        ("移交部门", "{{ issuer }}", "接收部门", "绩效考核处"),
        ("合计", "{{ sentence }}"),
    )
    heading(document, "一、检查记录")
    listing(
        document,
        "visits",
        (
            ("序号", "{{ row.no }}", 10),
            ("检查编号", "{{ row.number }}", 34),
            ("时间", "{{ row.times }}", 26),
            ("检查类型", "{{ row.kind }}", 22),
            ("检查人", "{{ row.inspector }}", 22),
            ("未检部门", "{{ row.name }}", 34),
            ("扫描件", "{{ row.scan }}", 34),
        ),
    )
    heading(document, "二、问题与扣分")
    listing(
        document,
        "findings",
        (
            ("问题编号", "{{ row.number }}", 27),
            ("部门", "{{ row.department }}", 17),
            ("位置", "{{ row.place }}", 19),
            ("问题", "{{ row.facts }}", 45),
            ("条款", "{{ row.item }}", 22),
            ("处数", "{{ row.count }}", 9),
            ("扣分", "{{ row.deduction }}", 11),
            ("处置", "{{ row.disposition }}", 17),
            ("照片", "{{ row.photos }}", 15),
        ),
        "当日没有发现问题。",
    )
    heading(document, "三、违纪处罚（建议，以行政部核定为准）")
    listing(
        document,
        "penalties",
        (
            ("处罚编号", "{{ row.number }}", 40),
            ("问题编号", "{{ row.finding }}", 32),
            ("部门", "{{ row.department }}", 30),
            ("人员", "{{ row.person }}", 20),
            ("条款", "{{ row.clause }}", 20),
            ("建议扣分", "{{ row.points }}", 20),
            ("状态", "{{ row.state }}", 20),
        ),
        "当日没有违纪处罚。",
    )
    note(
        document,
        "人员姓名已隐去；核定后的个人扣分以按月移交的绩效考核清单为准。记录原件与上列编号一致，随单移交。",
    )
    signatures(document, "移交人", "接收人")
    return finished(close(document))
