"""整改计划及完成进度表 of a month's seminar, A4 upright (Z21–Z23)."""

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
    signatures,
    text,
)

GROUPS = (
    ("部门", "{{ row.name }}", 62),
    ("计划项", "{{ row.count }}", 24),
    ("已完成", "{{ row.done }}", 24),
    ("逾期", "{{ row.overdue }}", 24),
    ("完成占比", "{{ row.share }}", 24),
    ("平均进度", "{{ row.progress }}", 24),
)


def build() -> bytes:
    """The template as a .docx file."""
    document = report_document("整改计划及完成进度表", "{{ company }}　{{ month }}")
    labelled(document, (26, 65, 26, 65), ("月份", "{{ month }}", "编制部门", "{{ issuer }}"))
    heading(document, "一、总体进度")
    key_figures(
        document,
        ("计划项", "{{ plan_total }}"),
        ("已完成", "{{ done_total }}"),
        ("完成占比", "{{ done_share }}"),
        ("逾期", "{{ overdue_total }}"),
        ("平均进度", "{{ progress }}"),
    )
    text(document, "　　{{ sentence }}")
    conditional(document, "owing", "{{ owing }}")
    heading(document, "二、各部门")
    listing(document, "groups", GROUPS, "还没有登记整改计划。")
    heading(document, "三、计划与进度")
    listing(
        document,
        "plans",
        (
            ("序号", "{{ row.no }}", 8),
            ("计划编号", "{{ row.number }}", 23),
            ("部门", "{{ row.department }}", 16),
            ("项目", "{{ row.community }}", 17),
            ("问题", "{{ row.issue }}", 21),
            ("措施", "{{ row.measure }}", 24),
            ("责任人", "{{ row.owner }}", 11),
            ("预计完成", "{{ row.due }}", 18),
            ("实际完成", "{{ row.done }}", 18),
            ("进度", "{{ row.progress }}", 12),
            ("状态", "{{ row.state }}{% if row.overdue != '—' %} {{ row.overdue }}天{% endif %}", 14),
        ),
        "还没有登记整改计划。",
    )
    heading(document, "四、会后跟进检查")
    listing(
        document,
        "checks",
        (
            ("计划编号", "{{ row.number }}", 30),
            ("部门", "{{ row.department }}", 26),
            ("跟进日期", "{{ row.day }}", 22),
            ("检查人", "{{ row.checker }}", 20),
            ("跟进情况", "{{ row.result }}", 84),
        ),
        "还没有跟进检查。",
    )
    note(document, "平均进度＝各项进度的简单平均，已完成的计 100%；含以前月份到本月初尚未完成的计划。")
    signatures(document, "编制", "部门负责人")
    return finished(close(document))
