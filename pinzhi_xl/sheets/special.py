"""Special inspections by theme and the coverage of key places: 专项清单, 专项检查, 重点巡查 (A15–A17, G04, B02)."""

from datetime import date
from decimal import Decimal

from pinzhi_xl.kinds import Kind
from pinzhi_xl.schema import Holds, Row, column, declare
from pinzhi_xl.sheets.modules import Module
from pinzhi_xl.sheets.special_terms import SpecialReview, SpecialState, SpecialVerdict
from pinzhi_xl.sheets.terms import Method


@declare(
    "special_item", "专项清单", "各专项检查查什么：防汛、供暖、施工现场等，可自己加主题", key=("theme", "number"),
    module=Module.SPECIAL, serves=("A15", "A16", "A17", "G04"),
)  # fmt: skip
class SpecialItem(Row):
    """One item of a theme; with 应备数量 it is a line of its list of supplies."""

    theme: str | None = column("主题", Kind.TEXT, "如 防汛、供暖、施工现场", required=True, width=12)
    number: int | None = column("序号", Kind.WHOLE, "主题内的序号", low=1, high=999, required=True, width=7)
    group: str | None = column("类别", Kind.TEXT, "如 排水、低洼区、物资", width=12)
    item: str | None = column("检查项", Kind.TEXT, "查什么", required=True, width=34)
    requirement: str | None = column("要求", Kind.TEXT, "怎样算符合", width=44)
    method: Method | None = column("方式", Kind.CHOICE, "检查方式（B12）", choices=Method, width=10)
    key: bool | None = column("是否重点", Kind.YES_NO, "重点项填是，报告里先列", width=9)
    needed: Decimal | None = column("应备数量", Kind.POINTS, "只用于物资：应备多少", low=0, width=9)
    unit: str | None = column("单位", Kind.TEXT, "物资的计量单位", width=7)
    until: date | None = column("停用日期", Kind.DATE, "从这天起不再检查", width=12)

    def in_force(self, day: date) -> bool:
        """True when the item is checked on `day`."""
        return self.until is None or day < self.until


@declare(
    "special_result", "专项检查", "每次专项检查每个检查项一行", key=("inspection", "theme", "number"),
    module=Module.SPECIAL, serves=("A15", "A16", "A17", "G04"),
)  # fmt: skip
class SpecialResult(Row):
    """What was found about one item, and what became of it."""

    inspection: str | None = column("检查编号", Kind.REFERENCE, "检查记录中的专项检查", refers="inspection", required=True, width=18)
    theme: str | None = column("主题", Kind.TEXT, "专项清单中的主题", required=True, width=12)
    number: int | None = column("序号", Kind.WHOLE, "专项清单中的序号", low=1, high=999, required=True, width=7)
    verdict: SpecialVerdict | None = column("结论", Kind.CHOICE, "符合、不符合、不适用", choices=SpecialVerdict, required=True, width=9)
    have: Decimal | None = column("实有数量", Kind.POINTS, "物资填实际数量", low=0, width=9)
    facts: str | None = column("情况", Kind.TEXT, "时间、地点、现象", holds=Holds.TEXT, width=38)
    department: str | None = column("责任部门", Kind.REFERENCE, "部门名称或别名", refers="department", width=12)
    owner: str | None = column("责任人", Kind.TEXT, "工号或姓名", holds=Holds.EITHER, width=10)
    due_on: date | None = column("期限", Kind.DATE, "整改期限", width=12)
    done_on: date | None = column("整改完成", Kind.DATE, "实际完成日", width=12)
    reviewer: str | None = column("复查人", Kind.TEXT, "姓名", holds=Holds.NAME, width=10)
    reviewed_on: date | None = column("复查日期", Kind.DATE, "复查日期", width=12)
    outcome: SpecialReview | None = column("复查结论", Kind.CHOICE, "通过、未通过", choices=SpecialReview, width=9)
    finding: str | None = column("问题编号", Kind.REFERENCE, "已登记到问题登记的，整改以整改跟踪为准", refers="finding", width=17)
    community: str | None = column("项目", Kind.TEXT, "由程序带出", computed=True, width=14)
    item: str | None = column("检查项", Kind.TEXT, "由程序带出", computed=True, width=34)
    state: SpecialState | None = column("状态", Kind.CHOICE, "由程序判定", choices=SpecialState, computed=True, width=9)

    @property
    def failed(self) -> bool:
        """True for an item that did not meet its requirement."""
        return self.verdict is SpecialVerdict.FAILED


@declare(
    "key_patrol", "重点巡查", "到重点位置看过一次填一行；没有问题也填", key=("community", "day", "place", "at"),
    module=Module.SPECIAL, serves=("B02",),
)  # fmt: skip
class KeyPatrol(Row):
    """One visit to a key place."""

    community: str | None = column("项目", Kind.REFERENCE, "项目名称", refers="community", required=True, width=14)
    day: date | None = column("日期", Kind.DATE, "巡查日期", required=True, width=12)
    place: str | None = column("位置", Kind.TEXT, "位置表中标为重点的位置", required=True, width=18)
    at: str | None = column("时间", Kind.TEXT, "如 9:40，可空", width=9)
    inspector: str | None = column("巡查人", Kind.TEXT, "姓名", holds=Holds.NAME, width=10)
    facts: str | None = column("情况", Kind.TEXT, "正常，或发现了什么", holds=Holds.TEXT, width=40)
