"""神秘客户报告: what a mystery visit met, touch by touch (H13)."""

from pinzhi_xl.documents.design.blank import finished
from pinzhi_xl.documents.design.report_form import (
    close,
    heading,
    key_figures,
    labelled,
    listing,
    note,
    report_document,
    sentences,
    signatures,
)


def build() -> bytes:
    """The template as a .docx file."""
    document = report_document("神秘客户报告", "{{ community }}　{{ month }}")
    labelled(
        document,
        (26, 65, 26, 65),
        ("项目", "{{ community }}", "月份", "{{ month }}"),
        ("暗访日期", "{{ days }}", "放行日期", "{{ released }}"),
        ("编制部门", "{{ issuer }}"),
    )
    heading(document, "一、总体情况")
    key_figures(
        document,
        ("得分", "{{ points }}"),
        ("暗访", "{{ visits_total }}"),
        ("触点", "{{ touches_total }}"),
        ("未达标触点", "{{ low_total }}"),
    )
    sentences(document, "sentences")
    heading(document, "二、各触点")
    listing(
        document,
        "touches",
        (
            ("序号", "{{ row.no }}", 11),
            ("日期", "{{ row.day }}", 21),
            ("触点", "{{ row.name }}", 32),
            ("满分", "{{ row.full }}", 13),
            ("得分", "{{ row.score }}", 13),
            ("得分率", "{{ row.rate }}", 17),
            ("达标", "{{ row.result }}", 15),
            ("情况", "{{ row.facts }}", 43),
            ("证据时间", "{{ row.evidence }}", 17),
        ),
    )
    heading(document, "三、需要改进的触点（改进措施由项目填写）")
    listing(
        document,
        "low",
        (
            ("序号", "{{ row.no }}", 11),
            ("触点", "{{ row.name }}", 32),
            ("情况", "{{ row.facts }}", 55),
            ("改进措施", "", 54),
            ("完成日期", "", 30),
        ),
        "没有未达标的触点。",
    )
    note(document, "得分＝各触点得分之和 ÷ 满分之和 × 100，没有经历的触点不计；暗访不计入检查得分，不列员工全名。")
    signatures(document, "编制", "项目负责人")
    return finished(close(document))
