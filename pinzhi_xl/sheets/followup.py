"""What follows from findings: 整改跟踪, 处罚登记, 申诉, 空白单."""

from datetime import date
from decimal import Decimal

from pinzhi_xl.kinds import Kind
from pinzhi_xl.schema import Place, Row, column, declare
from pinzhi_xl.sheets.terms import (
    CONCLUSION_ALIASES,
    DECISION_ALIASES,
    DELIVERY_ALIASES,
    BlankUse,
    Conclusion,
    Decision,
    Delivery,
    Outcome,
)


@declare("rectification", "整改跟踪", "每个要整改的问题一行，到关闭为止", key=("finding",), place=Place.VISIBLE, serves=("Z15", "A14", "B04", "E07", "F03", "H16", "H17", "H18", "B03"))
class Rectification(Row):
    """The rectification of one finding (H16: owner, deadline and target)."""

    finding: str | None = column("问题编号", Kind.REFERENCE, "来自问题登记", refers="finding", required=True, width=17)
    department: str | None = column("责任部门", Kind.REFERENCE, "部门名称或别名", refers="department", width=13)
    owner: str | None = column("责任人", Kind.TEXT, "工号或姓名", width=10)
    measure: str | None = column("整改措施", Kind.TEXT, "责任部门填写", width=26)
    target: str | None = column("整改目标", Kind.TEXT, "可验收的目标", width=24)
    due_on: date | None = column("整改期限", Kind.DATE, "最迟完成日", width=12)
    extended_to: date | None = column("延期至", Kind.DATE, "批准后的新期限", width=12)
    extended_by: str | None = column("延期批准", Kind.TEXT, "批准人", width=10)
    progress: int | None = column("进度", Kind.WHOLE, "0–100", low=0, high=100, width=7)
    done_on: date | None = column("完成日期", Kind.DATE, "实际完成日", width=12)
    photos: str | None = column("整改后照片", Kind.TEXT, "文件名", width=12)
    reinspector: str | None = column("复查人", Kind.TEXT, "姓名", width=10)
    reinspected_on: date | None = column("复查日期", Kind.DATE, "复查日期", width=12)
    outcome: Outcome | None = column("复查结论", Kind.CHOICE, "整改完成、二次整改、扣分关闭", choices=Outcome, width=11)
    second_due_on: date | None = column("二次期限", Kind.DATE, "二次整改的期限", width=12)
    effect: str | None = column("效果评估", Kind.TEXT, "达到、部分达到、未达到（H18）", width=12)
    number: str | None = column("整改编号", Kind.TEXT, "由程序编号", computed=True, width=18)
    issued_on: date | None = column("签发日期", Kind.DATE, "由程序填写", computed=True, width=12)
    state: str | None = column("状态", Kind.TEXT, "由程序判定", computed=True, width=9)
    overdue_days: int | None = column("逾期天数", Kind.WHOLE, "由程序计算", computed=True, width=9)

    @property
    def deadline(self) -> date | None:
        """The day it must be done by, an approved extension included."""
        return self.extended_to or self.due_on


@declare("penalty", "处罚登记", "每人每单一行；行政部核定", key=("finding", "person"), place=Place.VISIBLE, serves=("Z09", "Z11", "Z59", "A06", "H05"))
class Penalty(Row):
    """One person's penalty notice and what became of it."""

    finding: str | None = column("问题编号", Kind.REFERENCE, "来自问题登记", refers="finding", required=True, width=17)
    person: str | None = column("工号", Kind.REFERENCE, "来自人员", refers="person", required=True, width=9)
    name: str | None = column("姓名", Kind.TEXT, "姓名", width=9)
    department: str | None = column("部门", Kind.REFERENCE, "部门名称或别名", refers="department", lenient=True, width=13)
    occurred_at: str | None = column("违纪时间", Kind.TEXT, "如 2014年8月4日9时40分", width=23)
    place: str | None = column("违纪地点", Kind.TEXT, "地点", width=18)
    clause: str | None = column("奖惩条款编号", Kind.REFERENCE, "处罚依据", refers="clause", width=12)
    proposal: str | None = column("建议处理", Kind.TEXT, "品质管理部的建议", width=18)
    points: Decimal | None = column("建议扣分", Kind.POINTS, "建议扣的绩效分", low=0, high=100, width=9)
    money: Decimal | None = column("建议金额", Kind.MONEY, "启用金额后才可填", low=0, width=9)
    delivery: Delivery | None = column(
        "送达方式", Kind.CHOICE, "当面、邮寄、电子", choices=Delivery, aliases=DELIVERY_ALIASES, width=9
    )
    received_on: date | None = column("签收日期", Kind.DATE, "签收日期", width=12)
    refused: bool | None = column("拒签", Kind.YES_NO, "拒签填是，须两名见证人", width=6)
    witness_1: str | None = column("见证人1", Kind.TEXT, "姓名", width=9)
    witness_2: str | None = column("见证人2", Kind.TEXT, "姓名", width=9)
    decision: Decision | None = column(
        "核定结果", Kind.CHOICE, "行政部填写：同意、变更、撤销", choices=Decision, aliases=DECISION_ALIASES, width=12
    )
    decided_points: Decimal | None = column("核定扣分", Kind.POINTS, "行政部填写", low=0, high=100, width=9)
    decided_money: Decimal | None = column("核定金额", Kind.MONEY, "行政部填写", low=0, width=9)
    decided_by: str | None = column("核定人", Kind.TEXT, "行政部填写", width=9)
    decided_on: date | None = column("核定日期", Kind.DATE, "行政部填写", width=12)
    payroll_month: str | None = column("执行月份", Kind.TEXT, "如 2014-09", width=9)
    number: str | None = column("处罚编号", Kind.TEXT, "由程序编号", computed=True, width=18)
    edition: int | None = column("版次", Kind.WHOLE, "由程序填写", computed=True, width=6)
    issued_on: date | None = column("开单日期", Kind.DATE, "由程序填写", computed=True, width=12)
    batch: str | None = column("移交批次", Kind.TEXT, "由程序填写", computed=True, width=12)
    handed_on: date | None = column("移交日期", Kind.DATE, "由程序填写", computed=True, optional=True, width=12)
    state: str | None = column("状态", Kind.TEXT, "由程序判定", computed=True, width=10)


@declare("appeal", "申诉", "员工对处罚的书面申诉", key=("penalty", "day"), serves=("Z11", "H05"))
class Appeal(Row):
    """An appeal against a penalty; not handled by the inspector."""

    penalty: str | None = column("处罚编号", Kind.TEXT, "处罚单编号", required=True, width=18)
    day: date | None = column("申诉日期", Kind.DATE, "收到申诉的日期", required=True, width=12)
    reason: str | None = column("理由", Kind.TEXT, "申诉理由", width=40)
    handler: str | None = column("受理人", Kind.TEXT, "不得为原检查人", width=10)
    conclusion: Conclusion | None = column(
        "结论", Kind.CHOICE, "维持、变更、撤销", choices=Conclusion, aliases=CONCLUSION_ALIASES, width=12
    )
    told_on: date | None = column("告知日期", Kind.DATE, "告知员工的日期", width=12)


@declare("blank_notice", "空白单", "领用的带号空白处罚单", key=("number",), serves=("Z08", "Z59"))
class BlankNotice(Row):
    """A numbered blank notice taken along by an inspector."""

    number: str | None = column("编号", Kind.TEXT, "由程序编号", computed=True, width=18)
    holder: str | None = column("领用人", Kind.TEXT, "姓名", width=10)
    taken_on: date | None = column("领用日期", Kind.DATE, "领用日期", width=12)
    use: BlankUse | None = column("用途", Kind.CHOICE, "在手、已回录、作废", choices=BlankUse, width=9)
    finding: str | None = column("问题编号", Kind.REFERENCE, "回录后的问题", refers="finding", lenient=True, width=17)
