"""What may be taken from wages: 工资扣减规则 by region, 扣减上限 by person and month (law.md §1). No wages here."""

from datetime import date
from decimal import Decimal

from pinzhi_xl.kinds import Kind
from pinzhi_xl.month import Month
from pinzhi_xl.schema import Row, column, declare
from pinzhi_xl.sheets.settings import typed_month
from pinzhi_xl.sheets.terms import WageAct


@declare("deduction_rule", "工资扣减规则", "各地对扣工资的规定；行政部、法务核对后填核对人和核对日期才生效", key=("region", "act", "since"), serves=("Z11",))
class DeductionRule(Row):
    """What a region allows; it serves only once somebody has checked it (law.md §1.1)."""

    region: str | None = column("地区", Kind.TEXT, "与参数“地区”写法一致", required=True, width=10)
    act: WageAct | None = column("类型", Kind.CHOICE, "违纪或赔偿损失", choices=WageAct, required=True, width=7)
    forbids: bool | None = column("禁止罚款", Kind.YES_NO, "规章制度不得规定罚款的填是", width=9)
    ratio: Decimal | None = column("比例", Kind.POINTS, "当月累计上限占当月工资的比例，如 0.2", low=0, high=1, width=7)
    floor: Decimal | None = column("底线系数", Kind.POINTS, "扣后不低于最低工资的几倍，空白为 1", low=0, high=10, width=9)
    in_writing: bool | None = column("书面告知", Kind.YES_NO, "须提前书面告知原因和数额的填是", width=9)
    once: bool | None = column("禁止重复", Kind.YES_NO, "同一违纪不得重复处分的填是", width=9)
    since: date | None = column("生效日期", Kind.DATE, "空白为一直有效", width=11)
    until: date | None = column("失效日期", Kind.DATE, "从这天起失效，空白为有效", width=11)
    basis: str | None = column("依据", Kind.TEXT, "法规名称、条号和状态", width=60)
    checked_by: str | None = column("核对人", Kind.TEXT, "行政部或法务核对原文的人", width=9)
    checked_on: date | None = column("核对日期", Kind.DATE, "核对原文的日期；空白为未核对", width=11)

    def in_force(self, day: date) -> bool:
        """True when the rule applies on `day` (生效日期 ≤ day < 失效日期)."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)

    @property
    def is_checked(self) -> bool:
        """True once somebody has put their name and a day to it."""
        return bool(self.checked_by) and self.checked_on is not None


@declare("deduction_cap", "扣减上限", "行政部算好的当月可扣上限；工资本身不进总表（pinzhi cap 可代算）", key=("person", "month"), serves=("Z11",))
class DeductionCap(Row):
    """How much may be taken from one person's pay of one month, as 行政部 says (law.md §1.2)."""

    person: str | None = column("工号", Kind.REFERENCE, "来自人员", refers="person", required=True, width=9)
    month: str | None = column("工资所属月", Kind.TEXT, "如 2014-08", required=True, width=11)
    limit: Decimal | None = column("上限", Kind.MONEY, "当月累计可扣的最多金额（元）", low=0, required=True, width=10)
    given_by: str | None = column("提供人", Kind.TEXT, "行政部提供的人", width=9)
    given_on: date | None = column("提供日期", Kind.DATE, "提供的日期", width=11)

    @property
    def of_month(self) -> Month | None:
        """The month of the pay; None when it cannot be read."""
        return typed_month(self.month or "")
