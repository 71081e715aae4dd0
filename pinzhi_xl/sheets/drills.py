"""Emergency drills and the safety regulations behind them: 应急演练, 安全制度."""

from datetime import date
from enum import StrEnum

from pinzhi_xl.kinds import Kind
from pinzhi_xl.schema import Holds, Numbering, Row, column, declare
from pinzhi_xl.sheets.modules import Module


class DrillPlan(StrEnum):
    """预案 that a drill tries out (Z54 names the first three)."""

    FIGHT = "斗殴"
    FIRE = "火灾"
    THEFT = "被盗"
    LIFT = "电梯困人"
    FLOOD = "防汛"
    OUTAGE = "停水停电"
    OTHER = "其他"


DRILL_PLAN_ALIASES = {
    "打架斗殴": "斗殴",
    "打架": "斗殴",
    "消防": "火灾",
    "火警": "火灾",
    "消防演练": "火灾",
    "盗窃": "被盗",
    "困人": "电梯困人",
    "电梯": "电梯困人",
    "水浸": "防汛",
    "暴雨": "防汛",
    "停电": "停水停电",
    "停水": "停水停电",
}


class DrillVerdict(StrEnum):
    """评估 of a drill."""

    REACHED = "达到要求"
    PARTLY = "基本达到"
    MISSED = "未达到"


DRILL_VERDICT_ALIASES = {"合格": "达到要求", "良好": "达到要求", "达到": "达到要求", "基本合格": "基本达到", "不合格": "未达到"}


class DrillState(StrEnum):
    """状态 of a drill on a day."""

    PLANNED = "待实施"
    OVERDUE = "逾期未做"
    TO_EVALUATE = "待评估"
    DONE = "已完成"
    CANCELLED = "已取消"


@declare(
    "drill", "应急演练", "应急预案的演练，一次一行：计划、实施、评估", key=("number",), module=Module.SAFETY,
    numbering=Numbering("YL-{:%Y}-", 3, "planned_on"), serves=("G11", "Z54", "J02"),
)  # fmt: skip
class Drill(Row):
    """One drill, from its plan to its evaluation."""

    number: str | None = column("编号", Kind.CODE, "空着由程序编号", numbered=True, width=14)
    community: str | None = column("项目", Kind.REFERENCE, "项目名称", refers="community", required=True, width=14)
    plan: DrillPlan | None = column(
        "预案", Kind.CHOICE, "、".join(DrillPlan), choices=DrillPlan, aliases=DRILL_PLAN_ALIASES, required=True, width=11
    )
    subject: str | None = column("演练内容", Kind.TEXT, "演练什么场景", width=30, holds=Holds.TEXT)
    planned_on: date | None = column("计划日期", Kind.DATE, "计划哪天演练", required=True, width=12)
    organiser: str | None = column("组织人", Kind.TEXT, "工号或姓名", width=10, holds=Holds.EITHER)
    held_on: date | None = column("实施日期", Kind.DATE, "实际演练日", width=12)
    participants: int | None = column("参加人数", Kind.WHOLE, "员工人数", low=0, high=9999, width=10)
    owners: int | None = column("业主参加", Kind.WHOLE, "业主人数，没有填 0", low=0, high=9999, width=10)
    minutes: int | None = column("用时", Kind.WHOLE, "分钟", low=0, high=1440, width=8)
    asked: int | None = column("抽问人数", Kind.WHOLE, "抽问预案内容的人数（Z54）", low=0, high=9999, width=10)
    knew: int | None = column("答对人数", Kind.WHOLE, "抽问中掌握预案的人数", low=0, high=9999, width=10)
    verdict: DrillVerdict | None = column(
        "评估", Kind.CHOICE, "、".join(DrillVerdict), choices=DrillVerdict, aliases=DRILL_VERDICT_ALIASES, width=11
    )
    lessons: str | None = column("问题与改进", Kind.TEXT, "没有问题填“无”", width=36, holds=Holds.TEXT)
    cancelled: str | None = column("取消原因", Kind.TEXT, "取消的写明原因", width=16, holds=Holds.TEXT)
    state: str | None = column("状态", Kind.TEXT, "由程序判定", computed=True, width=10)


class RegulationKind(StrEnum):
    """类别 of a safety regulation (G10); 食品 only where there is a canteen."""

    FIRE = "消防"
    TRAFFIC = "交通"
    ORDER = "治安"
    EQUIPMENT = "设备"
    FOOD = "食品"
    EMERGENCY = "应急预案"
    OTHER = "其他"


REGULATION_KIND_ALIASES = {"消防安全": "消防", "交通安全": "交通", "车辆": "交通", "食品安全": "食品", "预案": "应急预案"}


@declare(
    "safety_regulation", "安全制度", "消防、交通、治安等安全管理制度和应急预案的目录", key=("name",), module=Module.SAFETY,
    serves=("G10", "J02", "Z54"),
)  # fmt: skip
class SafetyRegulation(Row):
    """One safety regulation in force, and when it is to be looked through again."""

    name: str | None = column("制度名称", Kind.TEXT, "制度或预案的名称", required=True, width=34)
    kind: RegulationKind | None = column(
        "类别", Kind.CHOICE, "、".join(RegulationKind), choices=RegulationKind, aliases=REGULATION_KIND_ALIASES,
        required=True, width=11,
    )  # fmt: skip
    edition: str | None = column("版本", Kind.TEXT, "如 2026 版", width=10)
    department: str | None = column("责任部门", Kind.TEXT, "谁负责修订", width=13)
    effective_on: date | None = column("生效日期", Kind.DATE, "生效日期", width=12)
    review_on: date | None = column("复审日期", Kind.DATE, "最迟哪天复审", width=12)
    repealed_on: date | None = column("废止日期", Kind.DATE, "仍有效的留空", width=12)

    def in_force(self, day: date) -> bool:
        """True from 生效日期 (blank: always) to the day before 废止日期."""
        begun = self.effective_on is None or self.effective_on <= day
        return begun and (self.repealed_on is None or day < self.repealed_on)
