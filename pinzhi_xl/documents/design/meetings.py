"""专题研讨会材料, projected before the whole room, and 专题研讨会纪要 with its table to sign in (Z20, Z42)."""

from typing import TYPE_CHECKING

from pinzhi_xl.documents.design.blank import finished
from pinzhi_xl.documents.design.drawing import line, tag
from pinzhi_xl.documents.design.monthly import SHARES
from pinzhi_xl.documents.design.plans import GROUPS
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

if TYPE_CHECKING:
    from docx.document import Document


def build_material() -> bytes:
    """The material as a .docx file: departments and figures, nobody's name."""
    document = report_document("专题研讨会材料", "{{ topic }}　{{ month }}")
    labelled(
        document,
        (26, 65, 26, 65),
        ("会议", "{{ topic }}", "月份", "{{ month }}"),
        ("会议日期", "{{ date }}", "编制部门", "{{ issuer }}"),
        ("参加部门", "{{ departments }}"),
    )
    heading(document, "一、本月情况")
    key_figures(
        document,
        ("平均得分", "{{ score }}"),
        ("较上月", "{{ change }}"),
        ("问题", "{{ findings_total }}"),
        ("红线", "{{ red_total }}"),
        ("逾期整改", "{{ overdue_total }}"),
        ("关闭率", "{{ closing_rate }}"),
        ("重复率", "{{ repeat_share }}"),
    )
    conditional(document, "held", "{{ held }}")
    _figures(document)
    heading(document, "二、议题")
    listing(
        document,
        "agenda",
        (
            ("序号", "{{ row.no }}", 10),
            ("来源", "{{ row.source }}", 22),
            ("项目", "{{ row.community }}", 24),
            ("部门", "{{ row.department }}", 22),
            ("内容", "{{ row.content }}", 104),
        ),
        "还没有议题。",
    )
    heading(document, "三、以前会议未落实的决议")
    listing(
        document,
        "unfinished",
        (
            ("决议编号", "{{ row.number }}", 30),
            ("责任部门", "{{ row.department }}", 26),
            ("决议内容", "{{ row.measure }}", 84),
            ("期限", "{{ row.due }}", 20),
            ("状态", "{{ row.state }}", 22),
        ),
        "以前的决议都已落实。",
    )
    heading(document, "四、整改计划进度")
    listing(document, "plans", GROUPS, "还没有登记整改计划。")
    note(document, "投影用，不列个人；个人责任会后按制度办理。")
    return finished(close(document))


def _figures(document: "Document") -> None:
    listing(
        document,
        "units",
        (
            ("项目", "{{ row.name }}", 50),
            ("检查日", "{{ row.days }}", 20),
            ("得分", "{{ row.score }}", 20),
            ("等级", "{{ row.grade }}", 18),
            ("较上月", "{{ row.change }}", 22),
            ("扣分", "{{ row.deduction }}", 18),
            ("问题数", "{{ row.findings }}", 18),
            ("红线", "{{ row.red_lines }}", 16),
        ),
    )
    for rows, name in (("by_department", "部门"), ("causes", "原因")):
        text(document, "")
        columns = [(head.format(name=name), cell, width) for head, cell, width in SHARES]
        listing(document, rows, columns, f"{name}：没有问题。")


def build_minutes() -> bytes:
    """The minutes as a .docx file."""
    document = report_document("{{ kind }}纪要", "{{ number }}　{{ date }}")
    labelled(
        document,
        (26, 65, 26, 65),
        ("主题", "{{ topic }}", "会议编号", "{{ number }}"),
        ("日期", "{{ date }}", "地点", "{{ place }}"),
        ("主持", "{{ chair }}", "记录", "{{ recorder }}"),
        ("参加部门", "{{ departments }}"),
        ("编制部门", "{{ issuer }}"),
        ("参会人员", "{{ attendees }}", "缺席", "{{ absentees }}"),
    )
    heading(document, "一、议题与讨论")
    listing(
        document,
        "agenda",
        (
            ("序号", "{{ row.no }}", 10),
            ("来源", "{{ row.source }}", 20),
            ("项目", "{{ row.community }}", 22),
            ("部门", "{{ row.department }}", 20),
            ("议题", "{{ row.content }}", 60),
            ("讨论情况", "{{ row.result }}", 50),
        ),
        "没有登记议题。",
    )
    heading(document, "二、会议纪要")
    tag(document, "for paragraph in minutes")
    line(document, "　　{{ paragraph }}", "Report Text")
    tag(document, "endfor")
    heading(document, "三、决议")
    listing(
        document,
        "resolutions",
        (
            ("序号", "{{ row.no }}", 9),
            ("决议编号", "{{ row.number }}", 24),
            ("决议内容", "{{ row.measure }}", 42),
            ("项目", "{{ row.community }}", 19),
            ("责任部门", "{{ row.department }}", 18),
            ("责任人", "{{ row.owner }}", 12),
            ("期限", "{{ row.due }}", 18),
            ("任务编号", "{{ row.task }}", 26),
            ("状态", "{{ row.state }}", 14),
        ),
        "会议没有形成决议。",
    )
    conditional(document, "resolutions_sum", "{{ resolutions_sum }}")
    heading(document, "四、签到表")
    listing(
        document,
        "signing",
        (
            ("序号", "{{ row.no }}", 14),
            ("部门", "{{ row.department }}", 50),
            ("职务", "", 38),
            ("签名", "", 48),
            ("时间", "", 32),
        ),
        "没有登记参加部门和参会人员。",
        height=9,
    )
    line(document, "", "Report Note")
    signatures(document, "主持人", "记录人")
    return finished(close(document))
