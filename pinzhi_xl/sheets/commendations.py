"""表彰奖励: what is praised, beside 处罚登记 where what is wrong stands (A08, J09)."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from pinzhi_xl.kinds import Kind
from pinzhi_xl.month import Month
from pinzhi_xl.schema import Holds, Numbering, Row, column, declare
from pinzhi_xl.sheets.modules import Module
from pinzhi_xl.sheets.settings import typed_month


class Basis(StrEnum):
    """依据: what a commendation rests on (practice.md §7)."""

    SCORE = "评分"
    PENNANT = "锦旗"
    OWNER = "业主表扬"
    OTHER = "其他"


class Award(StrEnum):
    """形式 of a commendation."""

    NOTICE = "通报"
    BANNER = "流动红旗"
    PRIZE = "奖品"


class CommendationState(StrEnum):
    """状态: where a commendation stands; blank means 拟表彰."""

    PROPOSED = "拟表彰"
    APPROVED = "已批准"
    ANNOUNCED = "已公布"
    WITHDRAWN = "撤销"


@declare("commendation", "表彰奖励", "表彰奖励个人和集体，与处罚登记并列，避免只罚不奖", key=("number",), module=Module.APPRAISAL, numbering=Numbering("BZ-{:%Y%m}-", 2), serves=("A08", "J09"))
class Commendation(Row):
    """One commendation of a person or of a team."""

    number: str | None = column("表彰编号", Kind.CODE, "空着由程序编号", numbered=True, width=15)
    day: date | None = column("日期", Kind.DATE, "提出表彰的日期", required=True, width=12)
    month: str | None = column("所属月份", Kind.TEXT, "表彰哪个月的表现，如 2014-08；空白为日期所在的月", width=10)
    community: str | None = column("项目", Kind.REFERENCE, "项目名称", refers="community", required=True, width=14)
    department: str | None = column("部门", Kind.REFERENCE, "部门名称或别名；表彰整个项目时空着", refers="department", width=13)
    person: str | None = column("工号", Kind.REFERENCE, "表彰个人填工号，来自人员", refers="person", holds=Holds.NUMBER, width=9)
    name: str | None = column("姓名", Kind.TEXT, "可空，按工号取自人员", holds=Holds.NAME, width=9)
    team: str | None = column("集体名称", Kind.TEXT, "表彰集体填名称，如 客服部、夜班二组", width=16)
    reason: str | None = column("事由", Kind.TEXT, "做了什么好事、成绩如何", required=True, holds=Holds.TEXT, width=34)
    basis: Basis | None = column("依据", Kind.CHOICE, "评分、锦旗、业主表扬、其他", choices=Basis, required=True, width=10)
    evidence: str | None = column("依据说明", Kind.TEXT, "如 8月得分96.2第一名、锦旗照片编号、表扬记录号", holds=Holds.TEXT, width=24)
    awards: tuple[Award, ...] = column("形式", Kind.LIST, "通报、流动红旗、奖品，可多选", choices=Award, width=14)
    points: Decimal | None = column("加分", Kind.POINTS, "给个人加的绩效分，报绩效考核处", low=0, high=100, width=7)
    exception: str | None = column("特别说明", Kind.TEXT, "同月受过处罚等仍要表彰的理由；撤销的原因", holds=Holds.TEXT, width=24)
    consent: bool | None = column("本人同意公开", Kind.YES_NO, "是：本人同意在通报中印全名；还须“参数”表彰公开姓名为是", width=13)
    approver: str | None = column("批准人", Kind.TEXT, "批准表彰的人", holds=Holds.NAME, width=10)
    approved_on: date | None = column("批准日期", Kind.DATE, "批准的日期", width=12)
    announced_on: date | None = column("公布日期", Kind.DATE, "通报发出的日期", width=12)
    state: CommendationState | None = column("状态", Kind.CHOICE, "拟表彰、已批准、已公布、撤销；空白为拟表彰", choices=CommendationState, width=9)

    @property
    def stands(self) -> CommendationState:
        """状态 as typed; a blank one is 拟表彰."""
        return CommendationState.PROPOSED if self.state is None else CommendationState(self.state)

    @property
    def is_granted(self) -> bool:
        """True once it is approved and not withdrawn."""
        return self.stands in (CommendationState.APPROVED, CommendationState.ANNOUNCED)

    @property
    def is_personal(self) -> bool:
        """True where a person is praised rather than a team."""
        return bool(self.person or self.name)

    @property
    def of_month(self) -> Month | None:
        """The month whose work is praised; None when neither it nor the day can be read."""
        if self.month:
            return typed_month(self.month)
        return None if self.day is None else Month.of(self.day)
