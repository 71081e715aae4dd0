"""移交清单: the list 行政部 fills in and sends back; no sheet of the master."""

from datetime import date
from decimal import Decimal

from pinzhi_xl.kinds import Kind
from pinzhi_xl.schema import Row, column, declare
from pinzhi_xl.sheets.terms import DECISION_ALIASES, Decision

HANDOVER_PROPERTY = "pinzhi_xl.handover"
"""Custom document property of a list: the master's UUID and the batch, parted by a slash."""


@declare("decision_list", "移交清单", "移交行政部的处罚单；填好核定栏后收回", key=("number",))
class DecisionLine(Row):
    """What 行政部 says of one notice, and the proposal it says that of; found by 处罚编号 (contract §2, receive)."""

    number: str | None = column("处罚编号", Kind.TEXT, "处罚单编号", required=True, width=18)
    proposed_clause: str | None = column("条款编号", Kind.TEXT, "移交时的依据", computed=True, optional=True, width=7)
    proposal: str | None = column("建议处理", Kind.TEXT, "移交时的建议", computed=True, optional=True, width=12)
    proposed_points: Decimal | None = column(
        "建议扣分", Kind.POINTS, "移交时的建议", computed=True, low=0, high=100, width=8
    )
    proposed_money: Decimal | None = column(
        "建议金额", Kind.MONEY, "移交时的建议；未启用金额的清单没有", computed=True, optional=True, low=0, width=8
    )
    decision: Decision | None = column(
        "核定结果", Kind.CHOICE, "同意、变更、撤销", choices=Decision, aliases=DECISION_ALIASES, width=10
    )
    points: Decimal | None = column("核定扣分", Kind.POINTS, "核定的绩效分", low=0, high=100, width=9)
    money: Decimal | None = column("核定金额", Kind.MONEY, "核定的金额", low=0, width=9)
    decided_by: str | None = column("核定人", Kind.TEXT, "姓名", width=10)
    decided_on: date | None = column("核定日期", Kind.DATE, "核定日期", width=12)

    @property
    def is_blank(self) -> bool:
        """True while 行政部 has written nothing."""
        return (self.decision, self.points, self.money, self.decided_by, self.decided_on) == (None,) * 5
