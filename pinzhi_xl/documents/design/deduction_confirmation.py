"""扣分明细确认单: every deduction and how it came about, for the community manager to sign."""

from pinzhi_xl.documents.design.blank import finished
from pinzhi_xl.documents.design.drawing import Form, line, put
from pinzhi_xl.documents.design.report_form import (
    WIDTH,
    close,
    heading,
    labelled,
    lines_for,
    listing,
    note,
    report_document,
    signatures,
)


def build() -> bytes:
    """The template as a .docx file."""
    document = report_document(
        "扣分明细确认单{% if draft %}（{{ draft }}）{% endif %}", "{{ community }}　{{ month }}　{{ draft }}"
    )
    labelled(
        document,
        (26, 65, 26, 65),
        ("项目", "{{ community }}", "月份", "{{ month }}"),
        ("项目经理", "{{ manager }}", "检查人", "{{ inspectors }}"),
        (
            "月得分",
            "{{ score }}（{{ grade }}）",
            "扣分合计",
            "{{ deduction_total }}（{{ findings_total }} 个问题，{{ places_total }} 处）",
        ),
    )
    heading(document, "一、各部门扣分合计（与得分表一致）")
    listing(
        document,
        "departments",
        (
            ("部门", "{{ row.name }}", 52),
            ("检查日", "{{ row.days }}", 26),
            ("问题数", "{{ row.findings }}", 26),
            ("扣分", "{{ row.deduction }}", 26),
            ("月得分", "{{ row.score }}", 26),
            ("等级", "{{ row.grade }}", 26),
        ),
    )
    heading(document, "二、检查日得分")
    listing(
        document,
        "days",
        (
            ("日期", "{{ row.day }}", 30),
            ("星期", "{{ row.weekday }}", 18),
            ("时间", "{{ row.times }}", 54),
            ("问题数", "{{ row.findings }}", 20),
            ("扣分", "{{ row.deduction }}", 20),
            ("得分", "{{ row.score }}", 20),
            ("等级", "{{ row.grade }}", 20),
        ),
    )
    heading(document, "三、扣分明细")
    listing(
        document,
        "findings",
        (
            ("序号", "{{ row.no }}", 9),
            ("日期", "{{ row.day }}", 17),
            ("部门", "{{ row.department }}", 16),
            ("条款", "{{ row.item }}", 24),
            ("位置", "{{ row.place }}", 21),
            ("问题", "{{ row.facts }}", 41),
            (
                "算式（单次 × 处数 × 倍数 ± 调整）",
                "{{ row.formula }}{% if row.reason %}；调整原因：{{ row.reason }}{% endif %}"
                "{% if row.repeat %}；{{ row.repeat }}{% endif %}",
                43,
            ),
            ("扣分", "{{ row.deduction }}", 11),
        ),
        "本月计分检查没有扣分的问题。",
    )
    note(document, "每项扣分以该条款分值为限；同一条款当日多个问题合并封顶，按问题编号先后分摊。")
    heading(document, "四、项目意见")
    form = Form(document, (0, WIDTH))
    (cell,) = form.row(0, WIDTH, height=12)
    put(
        cell,
        "□ 无异议，确认以上扣分。　　　　□ 有异议，序号及理由如下（可另附材料）：",
        "Report Text",
        next_row=True,
    )
    line(document, "", "Report Note")
    lines_for(document, 3)
    line(document, "", "Report Note")
    signatures(document, "项目经理", "检查人", "{{ issuer }}负责人", "收回日期")
    return finished(close(document))
