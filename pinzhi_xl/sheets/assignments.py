"""What somebody was told to do, and to what end it came: 任务跟踪."""

from datetime import date
from enum import StrEnum

from pinzhi_xl.kinds import Kind
from pinzhi_xl.schema import Holds, Numbering, Row, column, declare
from pinzhi_xl.sheets.modules import Module


class AssignmentSource(StrEnum):
    """来源 of an assignment: who or what it comes from."""

    MANAGEMENT = "管理安排"
    SEMINAR = "专题会"
    CONSULTING = "咨询"
    ASSISTANCE = "协助"
    MATERIALS = "资料调取"
    INSTRUCTION = "指令"
    PLAN = "年度计划"
    NEEDS = "需求访谈"
    EXCHANGE = "经验交流"


SOURCE_ALIASES = {
    "工作安排": "管理安排",
    "领导安排": "管理安排",
    "专题研讨会": "专题会",
    "会议决议": "专题会",
    "技术咨询": "咨询",
    "协助请求": "协助",
    "资料": "资料调取",
    "公司指令": "指令",
    "计划": "年度计划",
    "需求记录": "需求访谈",
    "需求": "需求访谈",
    "对标": "经验交流",
}


class Verification(StrEnum):
    """验证结论 of an assignment."""

    PASSED = "通过"
    RETURNED = "退回"
    CANCELLED = "取消"


VERIFICATION_ALIASES = {"合格": "通过", "完成": "通过", "不通过": "退回", "不合格": "退回", "返工": "退回", "作废": "取消"}


class AssignmentState(StrEnum):
    """状态 of an assignment on a day."""

    WAITING = "未开始"
    RUNNING = "进行中"
    OVERDUE = "逾期"
    TO_VERIFY = "待验证"
    RETURNED = "退回"
    DONE = "已完成"
    CANCELLED = "已取消"


@declare(
    "assignment", "任务跟踪", "各级安排、决议、咨询、协助、资料、指令，一事一行，到验证为止", key=("number",),
    module=Module.TASKS, numbering=Numbering("RW-{:%Y%m}-", 3, "assigned_on"),
    serves=("Z14", "Z43", "A05", "A07", "B07", "E05", "E10", "F11", "F12", "G01", "G02", "G18"),
)  # fmt: skip
class Assignment(Row):
    """One assignment, followed until it is verified (Z14)."""

    number: str | None = column("编号", Kind.CODE, "空着由程序编号", numbered=True, width=15)
    source: AssignmentSource | None = column(
        "来源", Kind.CHOICE, "、".join(AssignmentSource), choices=AssignmentSource, aliases=SOURCE_ALIASES,
        required=True, width=11,
    )  # fmt: skip
    source_number: str | None = column("来源编号", Kind.CODE, "决议编号、文件号等，可空", width=15)
    content: str | None = column("内容", Kind.TEXT, "要做什么", required=True, holds=Holds.TEXT, width=36)
    assigned_by: str | None = column("交办人", Kind.TEXT, "工号或姓名", holds=Holds.EITHER, width=10)
    department: str | None = column("责任部门", Kind.REFERENCE, "部门名称或别名", refers="department", lenient=True, width=13)
    owner: str | None = column("责任人", Kind.TEXT, "工号或姓名", holds=Holds.EITHER, width=10)
    community: str | None = column("项目", Kind.REFERENCE, "空白为全公司", refers="community", width=14)
    assigned_on: date | None = column("布置日期", Kind.DATE, "布置日期", required=True, width=12)
    due_on: date | None = column("期限", Kind.DATE, "最迟完成日", width=12)
    extended_to: date | None = column("延期至", Kind.DATE, "批准后的新期限", width=12)
    progress: int | None = column("进度", Kind.WHOLE, "0–100", low=0, high=100, width=7)
    done_on: date | None = column("完成日期", Kind.DATE, "实际完成日", width=12)
    result: str | None = column("完成情况", Kind.TEXT, "做了什么、结果如何", holds=Holds.TEXT, width=30)
    verifier: str | None = column("验证人", Kind.TEXT, "责任人以外的人", holds=Holds.EITHER, width=10)
    verified_on: date | None = column("验证日期", Kind.DATE, "验证日期", width=12)
    verdict: Verification | None = column(
        "验证结论", Kind.CHOICE, "通过、退回（重做）、取消", choices=Verification, aliases=VERIFICATION_ALIASES, width=10
    )
    state: str | None = column("状态", Kind.TEXT, "由程序判定", computed=True, width=9)
    overdue_days: int | None = column("逾期天数", Kind.WHOLE, "由程序计算", computed=True, width=9)

    @property
    def deadline(self) -> date | None:
        """The day it must be done by, an extension included."""
        return self.extended_to or self.due_on
