"""流程修订汇总 of a year, A4 upright (Z12, B05, F13)."""

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

REVISIONS = (
    ("编号", "{{ row.number }}", 23),
    ("文件/标准", "{{ row.name }}", 20),
    ("章节", "{{ row.chapter }}", 14),
    ("问题来源", "{{ row.issue }}", 21),
    ("修订建议", "{{ row.content }}", 32),
    ("类型", "{{ row.kind }}", 9),
    ("提出", "{{ row.proposed }}", 17),
    ("审批人", "{{ row.approver }}", 10),
    ("原版本→新版本", "{{ row.old }} → {{ row.new }}", 18),
    ("生效", "{{ row.effective }} {{ row.state }}", 18),
)


def build() -> bytes:
    """The template as a .docx file."""
    document = report_document("流程修订汇总", "{{ company }}　{{ year }}")
    labelled(document, (26, 65, 26, 65), ("年度", "{{ year }}", "编制部门", "{{ issuer }}"))
    heading(document, "一、总体情况")
    key_figures(
        document,
        ("提出", "{{ given_total }}"),
        ("批准", "{{ agreed_total }}"),
        ("待审批", "{{ open_total }}"),
        ("已生效", "{{ in_force_total }}"),
        ("流程优化项数", "{{ improved_total }}"),
    )
    sentences(document, "sentences")
    listing(
        document,
        "by_kind",
        (
            ("类型", "{{ row.name }}", 62),
            ("本年提出", "{{ row.given }}", 60),
            ("本年生效", "{{ row.in_force }}", 60),
        ),
    )
    heading(document, "二、修订明细")
    listing(document, "revisions", REVISIONS)
    heading(document, "三、检查标准现行版本")
    listing(
        document,
        "editions",
        (
            ("版本", "{{ row.edition }}", 34),
            ("生效日期", "{{ row.since }}", 40),
            ("条款数", "{{ row.count }}", 22),
            ("部门", "{{ row.name }}", 86),
        ),
        "统计日没有生效的条款。",
    )
    note(document, "流程优化项数＝本年生效的修订中类型为修改、简化的项数。版本变动应与本表各项修订一致。")
    signatures(document, "编制", "部门负责人")
    return finished(close(document))
