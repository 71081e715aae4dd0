"""What the department is measured by: 指标, 目标, 月度评估 (A18–A21, F05–F13, G13, practice.md §1.2, §6)."""

from decimal import Decimal

from pinzhi_xl.kinds import Kind
from pinzhi_xl.schema import Row, column, declare
from pinzhi_xl.sheets.modules import Module
from pinzhi_xl.sheets.terms import Grade


@declare(
    "target", "目标", "品质目标：哪一年哪个指标要达到多少；次年的由 pinzhi review --year 起草", key=("year", "indicator", "community"),
    module=Module.APPRAISAL, serves=("A21", "E05", "E08", "E09", "F01", "G02"),
)  # fmt: skip
class Target(Row):
    """What an indicator is to come to in a year, of one community or (blank) of all."""

    year: int | None = column("年度", Kind.WHOLE, "如 2026", required=True, low=2000, high=2199, width=9)
    indicator: str | None = column("指标", Kind.TEXT, "“指标”表里的名称", required=True, width=18)
    community: str | None = column("项目", Kind.REFERENCE, "项目名称；空白为各项目和全公司都用", refers="community", width=14)
    value: Decimal | None = column("目标值", Kind.POINTS, "与指标同一单位", required=True, low=0, high=1000000, width=9)
    owner: str | None = column("责任部门", Kind.TEXT, "落实这个目标的部门（E10）", width=16)
    measure: str | None = column("措施", Kind.TEXT, "怎样达到", width=40)


@declare(
    "indicator_value", "指标", "每月各项指标：分子、分母、数值、目标（pinzhi review 计算）", key=("month", "community", "indicator"),
    module=Module.APPRAISAL, serves=("F05", "F06", "F07", "F08", "F09", "F10", "F12", "F13", "F16", "G13"),
)  # fmt: skip
class IndicatorValue(Row):
    """One indicator of a month, of a community or (合计) of the company."""

    month: str | None = column("月份", Kind.TEXT, "如 2014-08", computed=True, width=9)
    community: str | None = column("项目", Kind.TEXT, "项目名称，合计为全公司", computed=True, width=14)
    indicator: str | None = column("指标", Kind.TEXT, "指标名称", computed=True, width=18)
    part: Decimal | None = column("分子", Kind.POINTS, "见公式", computed=True, width=9)
    whole: Decimal | None = column("分母", Kind.POINTS, "见公式", computed=True, width=9)
    value: Decimal | None = column("数值", Kind.POINTS, "分母为 0 时空白，文书上印“—”", computed=True, width=9)
    unit: str | None = column("单位", Kind.TEXT, "%、分、件等", computed=True, width=10)
    target: Decimal | None = column("目标", Kind.POINTS, "来自“目标”", computed=True, width=9)
    met: str | None = column("达标", Kind.TEXT, "是、否", computed=True, width=7)
    formula: str | None = column("公式", Kind.TEXT, "怎么算的", computed=True, width=44)


@declare(
    "monthly_review", "月度评估", "综合月度评估：检查、整改、投诉报修、满意度按权重合成（pinzhi review 计算）", key=("month", "community", "department"),
    module=Module.APPRAISAL, serves=("A18", "A19", "G13", "E12", "F11"),
)  # fmt: skip
class MonthlyReview(Row):
    """The composite appraisal of a department's month, or of a community's (合计)."""

    month: str | None = column("月份", Kind.TEXT, "如 2014-08", computed=True, width=9)
    community: str | None = column("项目", Kind.TEXT, "项目名称", computed=True, width=14)
    department: str | None = column("部门", Kind.TEXT, "部门名称，合计为整个项目", computed=True, width=13)
    inspection: Decimal | None = column("检查", Kind.POINTS, "月检查得分", computed=True, width=8)
    rectification: Decimal | None = column("整改", Kind.POINTS, "整改率、及时率的平均", computed=True, width=8)
    service: Decimal | None = column("投诉报修", Kind.POINTS, "投诉、报修的及时率和满意率的平均", computed=True, width=10)
    satisfaction: Decimal | None = column("满意度", Kind.POINTS, "满意度得分、神秘客户得分的平均", computed=True, width=8)
    total: Decimal | None = column("综合得分", Kind.POINTS, "按权重合成，缺的分量剔除后归一", computed=True, width=10)
    grade: Grade | None = column("等级", Kind.CHOICE, "优良中差", choices=Grade, computed=True, width=7)
    rank: int | None = column("排名", Kind.WHOLE, "项目之间的排名", computed=True, width=7)
    missing: str | None = column("未计入", Kind.TEXT, "没有数据、未计入的分量", computed=True, width=26)
    status: str | None = column("状态", Kind.TEXT, "正常或有错误未计分", computed=True, width=13)
