"""月度督导总结: the first page alone says where it stands; the tables behind it say why."""

from typing import TYPE_CHECKING

from pinzhi_xl.documents.design.blank import finished
from pinzhi_xl.documents.design.drawing import tag
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
from pinzhi_xl.documents.design.weekly import DAYS

if TYPE_CHECKING:
    from docx.document import Document

OPEN_ITEMS = (
    ("序号", "{{ row.no }}", 9),
    ("项目", "{{ row.community }}", 19),
    ("发现", "{{ row.found }}", 17),
    ("部门", "{{ row.department }}", 17),
    ("位置", "{{ row.place }}", 20),
    ("问题", "{{ row.facts }}", 40),
    ("责任人", "{{ row.owner }}", 12),
    ("期限", "{{ row.due }}", 17),
    ("逾期天数", "{{ row.overdue }}", 13),
    ("状态", "{{ row.state }}", 18),
)
SHARES = (
    ("序号", "{{ row.no }}", 12),
    ("{name}", "{{ row.name }}", 66),
    ("问题数", "{{ row.findings }}", 19),
    ("处数", "{{ row.places }}", 19),
    ("扣分", "{{ row.deduction }}", 19),
    ("占比", "{{ row.share }}", 19),
    ("累计占比", "{{ row.running }}", 28),
)


def build() -> bytes:
    """The template as a .docx file."""
    document = report_document(
        "月度督导总结{% if draft %}（{{ draft }}）{% endif %}", "{{ subject }}　{{ month }}　{{ draft }}"
    )
    _first_page(document)
    heading(document, "四、各{{ unit_label }}得分")
    _units(document)
    _days(document)
    _findings(document)
    _following(document)
    heading(document, "九、下月计划")
    _plans(document)
    note(document, "{{ not_included }}")
    signatures(document, "编制", "部门负责人")
    return finished(close(document))


def _first_page(document: "Document") -> None:
    labelled(
        document,
        (26, 65, 26, 65),
        ("{% if company_wide %}范围{% else %}项目{% endif %}", "{{ subject }}", "月份", "{{ month }}"),
        ("编制部门", "{{ issuer }}", "统计日", "{{ as_of }}"),
    )
    heading(document, "一、总体情况")
    tag(document, "if company_wide")
    key_figures(
        document,
        ("平均得分", "{{ score }}"),
        ("较上月", "{{ change }}"),
        ("整改关闭率", "{{ closing_rate }}"),
        ("整改及时率", "{{ on_time }}"),
        ("重复率", "{{ repeat_share }}"),
    )
    tag(document, "else")
    key_figures(
        document,
        ("月得分", "{{ score }}"),
        ("等级", "{{ grade }}"),
        ("较上月", "{{ change }}"),
        ("排名", "{{ rank }}"),
        ("名次变动", "{{ rank_change }}"),
    )
    tag(document, "endif")
    key_figures(
        document,
        ("检查日", "{{ days_total }}"),
        ("问题", "{{ findings_total }}"),
        ("扣分", "{{ deduction }}"),
        ("红线", "{{ red_total }}"),
        ("逾期整改", "{{ overdue_total }}"),
    )
    sentences(document, "sentences")
    conditional(document, "held", "{{ held }}")
    heading(document, "二、红线与逾期整改")
    listing(
        document,
        "red_lines",
        (
            ("红线", "{{ row.no }}", 12),
            ("项目", "{{ row.community }}", 26),
            ("日期", "{{ row.day }}", 18),
            ("部门", "{{ row.department }}", 20),
            ("位置", "{{ row.place }}", 26),
            ("问题", "{{ row.facts }}", 56),
            ("条款", "{{ row.item }}", 24),
        ),
        "本月没有红线问题。",
    )
    text(document, "")
    listing(document, "overdue", OPEN_ITEMS, "截至统计日没有逾期的整改。")
    conditional(document, "overdue_more", "{{ overdue_more }}")
    heading(document, "三、需要支持与决定的事项（手工填写）")
    lines_for(document, 3)


def _units(document: "Document") -> None:
    """Communities have a rank, departments have none."""
    scored = (
        ("检查日", "{{ row.days }}", 16),
        ("得分", "{{ row.score }}", 16),
        ("等级", "{{ row.grade }}", 14),
        ("较上月", "{{ row.change }}", 16),
    )
    counted = (
        ("扣分", "{{ row.deduction }}", 17),
        ("问题数", "{{ row.findings }}", 15),
        ("红线", "{{ row.red_lines }}", 13),
        ("未检率", "{{ row.unvisited }}", 16),
    )
    ranked = (("排名", "{{ row.rank }}", 12), ("变动", "{{ row.rank_change }}", 12))
    tag(document, "if company_wide")
    listing(document, "units", (("项目", "{{ row.name }}", 35), *scored, *ranked, *counted))
    tag(document, "else")
    listing(document, "units", (("部门", "{{ row.name }}", 59), *scored, *counted))
    tag(document, "endif")


def _days(document: "Document") -> None:
    heading(document, "五、检查日与计划")
    text(document, "{{ plan_done }}")
    tag(document, "if not company_wide")
    listing(document, "days", DAYS, "本月没有检查记录。")
    tag(document, "endif")


def _findings(document: "Document") -> None:
    heading(document, "六、问题分析")
    for rows, name in (("by_department", "部门"), ("items", "条款"), ("causes", "原因")):
        columns = [(head.format(name=name), cell, width) for head, cell, width in SHARES]
        listing(document, rows, columns, f"{name}：没有问题。")
        text(document, "")
    heading(document, "七、重复问题（占 {{ repeat_share }}）")
    listing(
        document,
        "repeats",
        (
            ("序号", "{{ row.no }}", 11),
            ("项目", "{{ row.community }}", 22),
            ("日期", "{{ row.day }}", 17),
            ("部门", "{{ row.department }}", 20),
            ("位置", "{{ row.place }}", 24),
            ("条款", "{{ row.item }}", 28),
            ("次数", "{{ row.count }}", 14),
            ("重复链（问题编号）", "{{ row.chain }}", 46),
        ),
        "本月没有重复问题。",
    )


def _following(document: "Document") -> None:
    heading(document, "八、整改与处罚")
    key_figures(
        document,
        ("要求整改", "{{ asked_total }}"),
        ("已关闭", "{{ closed_total }}"),
        ("关闭率", "{{ closing_rate }}"),
        ("及时率", "{{ on_time }}"),
        ("整改率", "{{ passed }}"),
        ("一次复查合格率", "{{ first_pass }}"),
    )
    note(
        document,
        "关闭率＝本月要求整改中已关闭的占比；及时率＝期限内完成 ÷ 本月到期；整改率＝复查合格 ÷ 本月签发；"
        "一次复查合格率＝首次复查合格 ÷ 本月复查；没有分母的记“—”。未关闭的整改（含以前月份）：",
    )
    listing(document, "open_items", OPEN_ITEMS, "没有未关闭的整改。")
    text(document, "本月登记的处罚（按部门，不列姓名）：")
    listing(
        document,
        "penalties",
        (
            ("部门", "{{ row.department }}", 62),
            ("处罚份数", "{{ row.penalties }}", 40),
            ("其中已编号", "{{ row.issued }}", 40),
            ("建议扣绩效分", "{{ row.points }}", 40),
        ),
        "没有处罚。",
    )
    _corrections(document)


def _corrections(document: "Document") -> None:
    """Only where there are any: corrections of months that are final."""
    tag(document, "if corrections")
    text(document, "本月登记的冲正（更正已定稿月份的扣分，不改该月得分，也不计入本月得分）：")
    listing(
        document,
        "corrections",
        (
            ("冲正编号", "{{ row.number }}", 26),
            ("登记", "{{ row.day }}", 15),
            ("月份", "{{ row.month }}", 19),
            ("项目", "{{ row.community }}", 22),
            ("部门", "{{ row.department }}", 20),
            ("原问题编号", "{{ row.finding }}", 24),
            ("扣分差额", "{{ row.difference }}", 14),
            ("原因", "{{ row.reason }}", 30),
            ("批准人", "{{ row.approver }}", 12),
        ),
    )
    tag(document, "endif")


def _plans(document: "Document") -> None:
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
