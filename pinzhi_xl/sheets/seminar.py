"""Meetings of the department and what they come to: 专题会, 专题会议题, 专题会决议, 整改计划."""

from datetime import date
from enum import StrEnum

from pinzhi_xl.kinds import Kind
from pinzhi_xl.schema import Holds, Numbering, Row, column, declare
from pinzhi_xl.sheets.modules import Module


class MeetingKind(StrEnum):
    """会议类型; blank means the monthly seminar."""

    SEMINAR = "月度专题会"
    QUALITY_GROUP = "品质小组会"
    WEEKLY = "周例会"
    EXCHANGE = "经验交流会"


MEETING_KIND_ALIASES = {
    "专题会": "月度专题会",
    "专题研讨会": "月度专题会",
    "品质管理小组会议": "品质小组会",
    "例会": "周例会",
    "每周例会": "周例会",
    "交流会": "经验交流会",
}


class AgendaSource(StrEnum):
    """来源 of an agenda item, in the order in which they are discussed."""

    RED_LINE = "红线"
    OVERDUE = "逾期整改"
    REPEAT = "重复问题"
    FREQUENT = "高发问题"
    CAUSE = "高发原因"
    OPEN = "未关闭整改"
    UNFINISHED = "未落实决议"
    OTHER = "其他"


AGENDA_SOURCE_ALIASES = {"逾期": "逾期整改", "重复": "重复问题", "Top问题": "高发问题", "上月决议": "未落实决议", "未关闭": "未关闭整改"}


class MeetingState(StrEnum):
    """状态 of a meeting on a day."""

    PREPARING = "筹备"
    TO_RECORD = "待纪要"
    FOLLOWING = "跟进中"
    CLOSED = "已结"


class ResolutionState(StrEnum):
    """状态 of a resolution that has become no assignment; else it is that of the assignment."""

    NO_ASSIGNMENT = "未转任务"
    NOTED = "只作提示"


class PlanProgress(StrEnum):
    """状态 of a line of 整改计划 on a day."""

    WAITING = "未开始"
    RUNNING = "进行中"
    OVERDUE = "逾期"
    DONE = "已完成"


@declare(
    "seminar", "专题会", "月度品质督导专题研讨会、品质小组会、周例会，一次一行", key=("number",),
    module=Module.SEMINAR, numbering=Numbering("ZT-{:%Y%m}-"), serves=("Z20", "Z42", "F15", "G16", "G18"),
)  # fmt: skip
class Seminar(Row):
    """One meeting; its agenda and resolutions stand in sheets of their own."""

    number: str | None = column("会议编号", Kind.CODE, "空着由程序编号", numbered=True, width=13)
    kind: MeetingKind | None = column(
        "会议类型", Kind.CHOICE, "空白为月度专题会", choices=MeetingKind, aliases=MEETING_KIND_ALIASES, width=12
    )
    month: str | None = column("月份", Kind.TEXT, "总结哪个月，如 2014-08", width=10)
    day: date | None = column("日期", Kind.DATE, "开会日期", required=True, width=12)
    place: str | None = column("地点", Kind.TEXT, "会议室", width=14)
    chair: str | None = column("主持", Kind.TEXT, "工号或姓名", holds=Holds.EITHER, width=10)
    departments: tuple[str, ...] = column("参加部门", Kind.LIST, "用、分隔", refers="department", width=26)
    attendees: str | None = column("参会人员", Kind.TEXT, "工号或姓名，用、分隔", holds=Holds.EITHER, width=26)
    absentees: str | None = column("缺席人员", Kind.TEXT, "工号或姓名，用、分隔", holds=Holds.EITHER, width=18)
    topic: str | None = column("主题", Kind.TEXT, "会议主题", holds=Holds.TEXT, width=26)
    minutes: str | None = column("纪要", Kind.TEXT, "讨论情况和结论", holds=Holds.TEXT, width=48)
    recorder: str | None = column("记录人", Kind.TEXT, "工号或姓名", holds=Holds.EITHER, width=10)
    state: str | None = column("状态", Kind.TEXT, "由程序判定", computed=True, width=9)


@declare(
    "agenda_item", "专题会议题", "会前由程序从问题里列出，可改、可加、可不列入", key=("seminar", "place"),
    module=Module.SEMINAR, serves=("Z20", "F15"),
)  # fmt: skip
class AgendaItem(Row):
    """One item of a meeting's agenda."""

    seminar: str | None = column("会议编号", Kind.REFERENCE, "来自专题会", refers="seminar", required=True, width=13)
    place: int | None = column("议题序号", Kind.WHOLE, "1、2、3…", low=1, high=999, required=True, width=9)
    source: AgendaSource | None = column(
        "来源", Kind.CHOICE, "、".join(AgendaSource), choices=AgendaSource, aliases=AGENDA_SOURCE_ALIASES, width=11
    )
    source_number: str | None = column("来源编号", Kind.CODE, "问题编号、条款编码或决议编号", width=17)
    community: str | None = column("项目", Kind.REFERENCE, "项目名称", refers="community", lenient=True, width=14)
    department: str | None = column("部门", Kind.REFERENCE, "部门名称或别名", refers="department", lenient=True, width=13)
    content: str | None = column("内容", Kind.TEXT, "讨论什么；投影用，不写姓名", required=True, holds=Holds.TEXT, width=48)
    discussed: str | None = column("讨论情况", Kind.TEXT, "会上填写", holds=Holds.TEXT, width=34)
    listed: bool | None = column("列入", Kind.YES_NO, "空白为是；填否则不讨论，程序也不再列", width=7)
    day: date | None = column("会议日期", Kind.DATE, "由程序带出", computed=True, width=12)


@declare(
    "resolution", "专题会决议", "每项决议一行；由程序转为任务跟踪", key=("number",),
    module=Module.SEMINAR, numbering=Numbering("JY-{:%Y%m}-", 2), serves=("Z20", "Z23", "G16"),
)  # fmt: skip
class Resolution(Row):
    """One resolution of a meeting; becomes an assignment once."""

    number: str | None = column("决议编号", Kind.CODE, "空着由程序编号", numbered=True, width=14)
    seminar: str | None = column("会议编号", Kind.REFERENCE, "来自专题会", refers="seminar", required=True, width=13)
    day: date | None = column("决议日期", Kind.DATE, "决议日期", required=True, width=12)
    item: int | None = column("议题序号", Kind.WHOLE, "针对哪个议题，可空", low=1, high=999, width=9)
    community: str | None = column("项目", Kind.REFERENCE, "空白为全公司", refers="community", width=14)
    department: str | None = column("责任部门", Kind.REFERENCE, "部门名称或别名", refers="department", lenient=True, width=13)
    owner: str | None = column("责任人", Kind.TEXT, "工号或姓名", holds=Holds.EITHER, width=10)
    measure: str | None = column("决议内容", Kind.TEXT, "做什么、达到什么", required=True, holds=Holds.TEXT, width=44)
    due_on: date | None = column("期限", Kind.DATE, "最迟完成日", width=12)
    becomes_assignment: bool | None = column("转任务", Kind.YES_NO, "空白为是；只作提示的决议填否", width=8)
    assignment: str | None = column("任务编号", Kind.CODE, "由程序填写", computed=True, width=15)
    state: str | None = column("状态", Kind.TEXT, "任务的状态，由程序判定", computed=True, width=9)


@declare(
    "improvement_plan", "整改计划", "各部门会后提交的整改计划和完成进度", key=("number",),
    module=Module.SEMINAR, numbering=Numbering("ZG-{:%Y%m}-", 2, "submitted_on"),
    serves=("Z21", "Z22", "Z23"),
)  # fmt: skip
class ImprovementPlan(Row):
    """One measure that a department promises, and how far it has come."""

    number: str | None = column("计划编号", Kind.CODE, "空着由程序编号", numbered=True, width=17)
    seminar: str | None = column("会议编号", Kind.REFERENCE, "来自专题会", refers="seminar", width=13)
    resolution: str | None = column("决议编号", Kind.REFERENCE, "落实哪项决议，可空", refers="resolution", width=14)
    department: str | None = column("部门", Kind.REFERENCE, "提交部门", refers="department", required=True, width=13)
    community: str | None = column("项目", Kind.REFERENCE, "空白为全公司", refers="community", width=14)
    issue: str | None = column("问题", Kind.TEXT, "要解决的问题", holds=Holds.TEXT, width=30)
    measure: str | None = column("措施", Kind.TEXT, "整改措施", required=True, holds=Holds.TEXT, width=34)
    owner: str | None = column("责任人", Kind.TEXT, "工号或姓名", holds=Holds.EITHER, width=10)
    submitted_on: date | None = column("提交日期", Kind.DATE, "提交日期", required=True, width=12)
    due_on: date | None = column("预计完成", Kind.DATE, "预计完成日", width=12)
    done_on: date | None = column("实际完成", Kind.DATE, "实际完成日", width=12)
    progress: int | None = column("进度", Kind.WHOLE, "0–100", low=0, high=100, width=7)
    checker: str | None = column("跟进检查人", Kind.TEXT, "工号或姓名", holds=Holds.EITHER, width=11)
    checked_on: date | None = column("跟进日期", Kind.DATE, "最近一次跟进检查", width=12)
    checked: str | None = column("跟进情况", Kind.TEXT, "检查看到的情况", holds=Holds.TEXT, width=30)
    state: str | None = column("状态", Kind.TEXT, "由程序判定", computed=True, width=9)
    overdue_days: int | None = column("逾期天数", Kind.WHOLE, "由程序计算", computed=True, width=9)
