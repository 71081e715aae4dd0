"""管理人员工作安排落实情况 of a month and 品质管理计划 of a year, A4 upright (Z14, E05, E10)."""

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

GROUPS = (
    ("{name}", "{{ row.name }}", 48),
    ("任务数", "{{ row.count }}", 22),
    ("已完成", "{{ row.done }}", 22),
    ("待验证", "{{ row.waiting }}", 22),
    ("逾期", "{{ row.overdue }}", 22),
    ("已取消", "{{ row.cancelled }}", 22),
    ("完成占比", "{{ row.share }}", 24),
)
OPEN_ITEMS = (
    ("序号", "{{ row.no }}", 8),
    ("编号", "{{ row.number }}", 25),
    ("来源", "{{ row.source }}", 15),
    ("内容", "{{ row.content }}", 38),
    ("交办人", "{{ row.assigned_by }}", 12),
    ("责任部门", "{{ row.department }}", 17),
    ("责任人", "{{ row.owner }}", 12),
    ("期限", "{{ row.due }}", 18),
    ("进度", "{{ row.progress }}", 12),
    ("逾期天数", "{{ row.overdue }}", 11),
    ("状态", "{{ row.state }}", 14),
)
FINISHED = (
    ("序号", "{{ row.no }}", 8),
    ("编号", "{{ row.number }}", 25),
    ("来源", "{{ row.source }}", 15),
    ("内容", "{{ row.content }}", 34),
    ("责任部门", "{{ row.department }}", 17),
    ("责任人", "{{ row.owner }}", 11),
    ("期限", "{{ row.due }}", 18),
    ("完成", "{{ row.done }}", 18),
    ("完成情况", "{{ row.result }}", 24),
    ("状态", "{{ row.state }}", 12),
)


def build() -> bytes:
    """The monthly follow-up as a .docx file."""
    document = report_document("管理人员工作安排落实情况", "{{ company }}　{{ month }}")
    labelled(document, (26, 65, 26, 65), ("月份", "{{ month }}", "编制部门", "{{ issuer }}"))
    heading(document, "一、总体情况")
    key_figures(
        document,
        ("本月布置", "{{ given_total }}"),
        ("本月到期", "{{ due_total }}"),
        ("按时完成率", "{{ on_time }}"),
        ("未结束", "{{ open_total }}"),
        ("逾期", "{{ overdue_total }}"),
        ("验证合格率", "{{ passed }}"),
    )
    sentences(document, "sentences")
    note(document, "任务按时完成率＝期限内完成 ÷ 本月到期（含提前完成，不含取消和未到期）；没有到期的记“—”。")
    for number, rows, name in (("二", "by_source", "来源"), ("三", "by_department", "责任部门")):
        heading(document, f"{number}、按{name}")
        listing(document, rows, [(head.format(name=name), cell, width) for head, cell, width in GROUPS])
    note(document, "本月布置、本月完成和尚未结束的任务；完成占比＝已完成 ÷（任务数 − 已取消）。")
    heading(document, "四、尚未结束的任务")
    listing(document, "open_items", OPEN_ITEMS, "没有尚未结束的任务。")
    heading(document, "五、本月完成的任务")
    listing(document, "finished", FINISHED, "本月没有完成的任务。")
    note(document, "")
    signatures(document, "编制", "部门负责人")
    return finished(close(document))


def build_plan() -> bytes:
    """The year's plan as a .docx file."""
    document = report_document("品质管理计划", "{{ company }}　{{ year }}")
    labelled(document, (26, 65, 26, 65), ("年度", "{{ year }}", "编制部门", "{{ issuer }}"))
    heading(document, "一、总体情况")
    key_figures(
        document,
        ("计划任务", "{{ plan_total }}"),
        ("已完成", "{{ done_total }}"),
        ("逾期", "{{ overdue_total }}"),
        ("平均进度", "{{ progress }}"),
    )
    sentences(document, "sentences")
    heading(document, "二、需求与交流")
    listing(document, "needs", FINISHED, "本年度没有登记需求访谈和经验交流。")
    heading(document, "三、计划任务")
    planned = [column for column in OPEN_ITEMS if column[0] not in ("来源", "交办人")]
    wider = {"内容": 49}
    columns = [(head, cell, wider.get(head, width)) for head, cell, width in planned]
    listing(document, "tasks", [*columns[:2], ("布置", "{{ row.given }}", 16), *columns[2:]])
    note(
        document,
        "每个环节的工作内容、责任部门、责任人和期限见上表；平均进度为各任务进度的简单平均，已完成的计 100%。",
    )
    signatures(document, "编制", "部门负责人", "分管领导", "总经理")
    return finished(close(document))
