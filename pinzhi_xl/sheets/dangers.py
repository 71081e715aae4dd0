"""Hidden dangers found in drills and rounds, to their removal: 演练隐患."""

from datetime import date
from enum import StrEnum

from pinzhi_xl.kinds import Kind
from pinzhi_xl.schema import Holds, Numbering, Row, column, declare
from pinzhi_xl.sheets.modules import Module


class DangerSource(StrEnum):
    """来源: how a hidden danger came to light."""

    DRILL = "演练"
    ROUND = "日常排查"
    SPECIAL = "专项检查"
    JOINT = "联合检查"
    UPKEEP = "设备保养"
    OWNER = "业主反映"


DANGER_SOURCE_ALIASES = {"应急演练": "演练", "巡查": "日常排查", "排查": "日常排查", "专项": "专项检查", "部门联合": "联合检查", "保养": "设备保养", "业主": "业主反映"}


class DangerLevel(StrEnum):
    """等级, mildest first."""

    MINOR = "一般"
    MAJOR = "较大"
    SERIOUS = "重大"


class DangerVerdict(StrEnum):
    """结论 of the second look."""

    REMOVED = "已消除"
    REMAINS = "未消除"


DANGER_VERDICT_ALIASES = {"消除": "已消除", "合格": "已消除", "通过": "已消除", "不合格": "未消除", "不通过": "未消除"}


class DangerState(StrEnum):
    """状态 of a hidden danger on a day."""

    OPEN = "待整改"
    OVERDUE = "逾期"
    TO_REVIEW = "待复查"
    REMAINS = "未消除"
    CLOSED = "已关闭"


@declare(
    "danger", "演练隐患", "演练和排查中发现的安全隐患，一处一行，到复查消除为止；期限按自然日，不因节假日顺延", key=("number",),
    module=Module.SAFETY, numbering=Numbering("YH-{:%Y%m}-", 2, "found_on"), serves=("G12", "J02"),
)  # fmt: skip
class Danger(Row):
    """One hidden danger; its deadline is natural time (law.md §5.3: safety is not moved for holidays)."""

    number: str | None = column("编号", Kind.CODE, "空着由程序编号", numbered=True, width=14)
    community: str | None = column("项目", Kind.REFERENCE, "项目名称", refers="community", required=True, width=14)
    source: DangerSource | None = column(
        "来源", Kind.CHOICE, "、".join(DangerSource), choices=DangerSource, aliases=DANGER_SOURCE_ALIASES, width=10
    )
    drill: str | None = column(
        "演练编号", Kind.REFERENCE, "演练中发现的填应急演练的编号", refers="drill", width=14
    )
    found_on: date | None = column("发现日期", Kind.DATE, "发现日期", required=True, width=12)
    place: str | None = column("部位", Kind.TEXT, "在哪里", width=18, holds=Holds.TEXT)
    facts: str | None = column("隐患", Kind.TEXT, "是什么隐患", required=True, width=34, holds=Holds.TEXT)
    level: DangerLevel | None = column("等级", Kind.CHOICE, "、".join(DangerLevel), choices=DangerLevel, required=True, width=8)
    department: str | None = column("责任部门", Kind.REFERENCE, "部门名称或别名", refers="department", lenient=True, width=13)
    owner: str | None = column("责任人", Kind.TEXT, "工号或姓名", width=10, holds=Holds.EITHER)
    partners: str | None = column("配合部门", Kind.TEXT, "内外配合的部门、单位", width=18)
    interim: str | None = column("临时措施", Kind.TEXT, "消除以前怎样防护；重大隐患必填", width=26, holds=Holds.TEXT)
    due_on: date | None = column("期限", Kind.DATE, "最迟消除日，自然日", width=12)
    done_on: date | None = column("完成日期", Kind.DATE, "整改完成日；未消除再整改的填新的日期", width=12)
    measure: str | None = column("整改情况", Kind.TEXT, "怎样消除的", width=26, holds=Holds.TEXT)
    reviewer: str | None = column("复查人", Kind.TEXT, "责任人以外的人", width=10, holds=Holds.EITHER)
    reviewed_on: date | None = column("复查日期", Kind.DATE, "复查日期", width=12)
    verdict: DangerVerdict | None = column(
        "结论", Kind.CHOICE, "已消除、未消除", choices=DangerVerdict, aliases=DANGER_VERDICT_ALIASES, width=10
    )
    state: str | None = column("状态", Kind.TEXT, "由程序判定", computed=True, width=9)
    overdue_days: int | None = column("逾期天数", Kind.WHOLE, "由程序计算", computed=True, width=9)
