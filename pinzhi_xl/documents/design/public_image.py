"""公共形象标准督察情况 of a month, A4 upright (Z13)."""

from pinzhi_xl.documents.design.blank import finished
from pinzhi_xl.documents.design.report_form import (
    close,
    conditional,
    heading,
    key_figures,
    labelled,
    listing,
    note,
    report_document,
    sentences,
    signatures,
)

COUNTS = (
    ("问题数", "{{ row.findings }}", 20),
    ("处数", "{{ row.places }}", 18),
    ("扣分", "{{ row.deduction }}", 18),
    ("重复", "{{ row.repeats }}", 18),
)


def build() -> bytes:
    """The template as a .docx file."""
    document = report_document("公共形象标准督察情况", "{{ company }}　{{ month }}")
    labelled(document, (26, 65, 26, 65), ("月份", "{{ month }}", "编制部门", "{{ issuer }}"))
    heading(document, "一、总体情况")
    key_figures(
        document,
        ("公共形象条款", "{{ items_total }}"),
        ("问题", "{{ findings_total }}"),
        ("处数", "{{ places_total }}"),
        ("扣分", "{{ deduction }}"),
        ("整改关闭率", "{{ closing_rate }}"),
    )
    sentences(document, "sentences")
    conditional(document, "held", "{{ held }}")
    heading(document, "二、各项目")
    listing(document, "by_community", (("项目", "{{ row.name }}", 108), *COUNTS))
    heading(document, "三、各条标准的落实")
    standard = (
        ("编码", "{{ row.code }}", 18),
        ("标准", "{{ row.name }}", 60),
        ("部门", "{{ row.department }}", 30),
    )
    listing(document, "items", (*standard, *COUNTS))
    heading(document, "四、问题明细")
    listing(
        document,
        "findings",
        (
            ("序号", "{{ row.no }}", 8),
            ("项目", "{{ row.community }}", 19),
            ("日期", "{{ row.day }}", 18),
            ("部门", "{{ row.department }}", 19),
            ("位置", "{{ row.place }}", 18),
            ("问题", "{{ row.facts }}", 38),
            ("条款", "{{ row.item }}", 20),
            ("扣分", "{{ row.deduction }}", 10),
            ("处置", "{{ row.disposition }}", 16),
            ("状态", "{{ row.state }}", 16),
        ),
        "本月没有公共形象方面的问题。",
    )
    note(document, "统计哪些条款见参数“公共形象条款”。")
    signatures(document, "编制", "部门负责人")
    return finished(close(document))
