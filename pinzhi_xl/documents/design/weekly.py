"""检查周报: one community's week on one or two pages."""

from pinzhi_xl.documents.design.blank import finished
from pinzhi_xl.documents.design.report_form import (
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
)

DAYS = (
    ("日期", "{{ row.day }}", 18),
    ("星期", "{{ row.weekday }}", 12),
    ("时间", "{{ row.times }}", 38),
    ("检查类型", "{{ row.kinds }}", 30),
    ("检查人", "{{ row.inspectors }}", 24),
    ("问题数", "{{ row.findings }}", 15),
    ("扣分", "{{ row.deduction }}", 15),
    ("得分", "{{ row.score }}", 17),
    ("等级", "{{ row.grade }}", 13),
)
FINDINGS = (
    ("序号", "{{ row.no }}", 9),
    ("部门", "{{ row.department }}", 15),
    ("位置", "{{ row.place }}", 20),
    ("问题", "{{ row.facts }}", 43),
    ("条款", "{{ row.item }}", 21),
    ("处数", "{{ row.count }}", 9),
    ("扣分", "{{ row.deduction }}", 10),
    ("处置", "{{ row.disposition }}", 12),
    ("责任人", "{{ row.owner }}", 12),
    ("期限", "{{ row.due }}", 17),
    ("状态", "{{ row.state }}", 14),
)
OPEN_ITEMS = (
    ("序号", "{{ row.no }}", 9),
    ("发现", "{{ row.found }}", 17),
    ("部门", "{{ row.department }}", 19),
    ("位置", "{{ row.place }}", 23),
    ("问题", "{{ row.facts }}", 53),
    ("责任人", "{{ row.owner }}", 13),
    ("期限", "{{ row.due }}", 17),
    ("逾期天数", "{{ row.overdue }}", 13),
    ("状态", "{{ row.state }}", 18),
)


def build() -> bytes:
    """The template as a .docx file."""
    document = report_document("检 查 周 报", "{{ community }}　{{ week_code }}")
    labelled(
        document,
        (26, 65, 26, 65),
        ("项目", "{{ community }}", "周次", "{{ week }}"),
        ("检查日期与时间", "{{ inspected }}"),
        ("受检部门", "{{ seen }}", "未检部门", "{{ missed }}"),
        ("检查人", "{{ inspectors }}", "编制部门", "{{ issuer }}"),
    )
    conditional(document, "month_note", "{{ month_note }}")
    heading(document, "一、本周概况")
    key_figures(
        document,
        ("平均得分", "{{ score }}"),
        ("等级", "{{ grade }}"),
        ("较上周", "{{ change }}"),
        ("问题", "{{ findings_total }}"),
        ("扣分", "{{ deduction_total }}"),
        ("以前未关闭", "{{ open_total }}"),
        ("其中逾期", "{{ overdue_total }}"),
    )
    sentences(document, "sentences")
    listing(document, "days", DAYS, "本周没有检查记录。")
    heading(document, "二、各部门")
    listing(
        document,
        "departments",
        (
            ("部门", "{{ row.department }}", 44),
            ("检查日", "{{ row.days }}", 23),
            ("问题数", "{{ row.findings }}", 23),
            ("处数", "{{ row.places }}", 23),
            ("扣分", "{{ row.deduction }}", 23),
            ("平均得分", "{{ row.score }}", 23),
            ("较上周", "{{ row.change }}", 23),
        ),
    )
    heading(
        document, "三、问题清单（{{ findings_total }} 个，{{ places_total }} 处，扣 {{ deduction_total }} 分）"
    )
    listing(document, "findings", FINDINGS, "本周没有发现问题。")
    heading(document, "四、以前各周未关闭的整改（{{ open_total }} 项，逾期 {{ overdue_total }} 项）")
    listing(document, "open_items", OPEN_ITEMS)
    heading(document, "五、处罚（不列全名）")
    listing(
        document,
        "penalties",
        (
            ("序号", "{{ row.no }}", 12),
            ("处罚单编号", "{{ row.number }}", 40),
            ("问题编号", "{{ row.finding }}", 34),
            ("部门", "{{ row.department }}", 26),
            ("当事人", "{{ row.person }}", 18),
            ("依据条款", "{{ row.clause }}", 18),
            ("建议扣分", "{{ row.points }}", 16),
            ("状态", "{{ row.state }}", 18),
        ),
    )
    heading(document, "六、亮点与表扬（手工填写）")
    lines_for(document, 2)
    heading(document, "七、下周计划")
    listing(
        document,
        "plans",
        (
            ("日期", "{{ row.day }}", 30),
            ("星期", "{{ row.weekday }}", 18),
            ("检查类型", "{{ row.kind }}", 40),
            ("时段", "{{ row.session }}", 56),
            ("检查人", "{{ row.inspector }}", 38),
        ),
        "督导计划里没有下周的检查。",
    )
    note(document, "得分为计分检查日得分的平均；处数为各问题处数之和；整改状态和逾期天数以统计日为准。")
    signatures(document, "编制", "项目签收")
    return finished(close(document))
