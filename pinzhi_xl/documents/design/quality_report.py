"""品质管理报告 to the management, A4 upright: where it stands, what is wrong, what the figures say (H03)."""

from pinzhi_xl.documents.design.blank import finished
from pinzhi_xl.documents.design.drawing import line, tag
from pinzhi_xl.documents.design.monthly import OPEN_ITEMS, SHARES
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
    text,
)

UNITS = (
    ("项目", "{{ row.name }}", 40),
    ("检查日", "{{ row.days }}", 17),
    ("得分", "{{ row.score }}", 17),
    ("等级", "{{ row.grade }}", 15),
    ("较上月", "{{ row.change }}", 19),
    ("排名", "{{ row.rank }}", 15),
    ("变动", "{{ row.rank_change }}", 15),
    ("问题数", "{{ row.findings }}", 15),
    ("红线", "{{ row.red_lines }}", 13),
    ("未检率", "{{ row.unvisited }}", 16),
)
RED_LINES = (
    ("红线", "{{ row.no }}", 12),
    ("项目", "{{ row.community }}", 26),
    ("日期", "{{ row.day }}", 20),
    ("部门", "{{ row.department }}", 20),
    ("位置", "{{ row.place }}", 26),
    ("问题", "{{ row.facts }}", 78),
)
REPEATS = (
    ("序号", "{{ row.no }}", 11),
    ("项目", "{{ row.community }}", 26),
    ("日期", "{{ row.day }}", 19),
    ("部门", "{{ row.department }}", 24),
    ("位置", "{{ row.place }}", 40),
    ("条款", "{{ row.item }}", 44),
    ("次数", "{{ row.count }}", 18),
)
INDICATORS = (
    ("指标", "{{ row.name }}", 40),
    ("本月", "{{ row.value }}", 22),
    ("上月", "{{ row.before }}", 22),
    ("变动", "{{ row.change }}", 20),
    ("公式", "{{ row.formula }}", 78),
)


def build() -> bytes:
    """The template as a .docx file."""
    document = report_document(
        "品质管理报告{% if draft %}（{{ draft }}）{% endif %}", "{{ company }}　{{ month }}　{{ draft }}"
    )
    labelled(
        document,
        (26, 65, 26, 65),
        ("呈报", "公司管理层", "月份", "{{ month }}"),
        ("编制部门", "{{ issuer }}", "统计日", "{{ as_of }}"),
    )
    heading(document, "一、总体情况")
    key_figures(
        document,
        ("平均得分", "{{ score }}"),
        ("较上月", "{{ change }}"),
        ("整改关闭率", "{{ closing_rate }}"),
        ("整改及时率", "{{ on_time }}"),
    )
    key_figures(
        document,
        ("问题", "{{ findings_total }}"),
        ("红线", "{{ red_total }}"),
        ("逾期整改", "{{ overdue_total }}"),
        ("重复率", "{{ repeat_share }}"),
    )
    sentences(document, "sentences")
    conditional(document, "held", "{{ held }}")
    heading(document, "二、工作进展")
    text(document, "　　{{ plan_done }}")
    tag(document, "for sentence in progress")
    line(document, "　　{{ sentence }}", "Report Text")
    tag(document, "endfor")
    heading(document, "三、各项目")
    listing(document, "units", UNITS)
    heading(document, "四、主要问题")
    listing(document, "red_lines", RED_LINES, "本月没有红线问题。")
    for rows, name in (("items", "条款"), ("causes", "原因")):
        text(document, "")
        columns = [(head.format(name=name), cell, width) for head, cell, width in SHARES]
        listing(document, rows, columns, f"{name}：没有问题。")
    text(document, "")
    listing(document, "repeats", REPEATS, "本月没有重复问题。")
    text(document, "")
    listing(document, "overdue", OPEN_ITEMS, "截至统计日没有逾期的整改。")
    conditional(document, "overdue_more", "{{ overdue_more }}")
    heading(document, "五、指标")
    listing(document, "indicators", INDICATORS, "没有启用带指标的模块。")
    note(document, "没有分母的指标记“—”；只列已启用模块的指标。")
    heading(document, "六、下月计划")
    listing(
        document,
        "plans",
        (
            ("日期", "{{ row.day }}", 24),
            ("星期", "{{ row.weekday }}", 16),
            ("项目", "{{ row.community }}", 38),
            ("检查类型", "{{ row.kind }}", 34),
            ("时段", "{{ row.session }}", 40),
            ("检查人", "{{ row.inspector }}", 30),
        ),
        "督导计划里没有下月的检查。",
    )
    heading(document, "七、需要支持与决定的事项（手工填写）")
    lines_for(document, 3)
    note(document, "")
    signatures(document, "编制", "部门负责人")
    return finished(close(document))
