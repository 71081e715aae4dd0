"""冲正: what is set right after a month was locked, as rows of its own (issue 5 point 5)."""

from datetime import date
from decimal import Decimal

from pinzhi_xl.kinds import Kind
from pinzhi_xl.month import Month
from pinzhi_xl.schema import Numbering, Row, column, declare
from pinzhi_xl.sheets.settings import typed_month
from pinzhi_xl.sheets.terms import Validity


@declare("correction", "冲正", "已定稿月份的扣分更正；锁定的得分不变，写进登记当月的月度督导总结", key=("number",), numbering=Numbering("CZ-{:%Y%m}-", 3), serves=("Z06", "A19"))
class Correction(Row):
    """A reversal: what a finding of a locked month should have cost more (+) or less (−)."""

    number: str | None = column("冲正编号", Kind.CODE, "空着由程序编号", numbered=True, width=17)
    month: str | None = column("月份", Kind.TEXT, "被冲正的月份，已定稿锁定的，如 2014-08", required=True, width=10)
    community: str | None = column("项目", Kind.REFERENCE, "项目名称", refers="community", required=True, width=14)
    department: str | None = column("部门", Kind.REFERENCE, "部门名称或别名", refers="department", required=True, width=13)
    finding: str | None = column("原问题编号", Kind.REFERENCE, "来自问题登记", refers="finding", required=True, width=17)
    difference: Decimal | None = column(
        "扣分差额", Kind.POINTS, "多扣的填负数（退回），少扣的填正数，不能是 0", required=True, low=-100, high=100, width=9
    )
    reason: str | None = column("原因", Kind.TEXT, "为何更正", required=True, width=30)
    approver: str | None = column("批准人", Kind.TEXT, "批准更正的人", required=True, width=10)
    day: date | None = column("登记日期", Kind.DATE, "登记的日期，须在被冲正的月份之后", required=True, width=12)
    validity: Validity | None = column("状态", Kind.CHOICE, "空白为有效；登错了填作废，不删行", choices=Validity, width=7)

    @property
    def is_valid(self) -> bool:
        """False once the row is void."""
        return self.validity is not Validity.VOID

    @property
    def of_month(self) -> Month | None:
        """The month that is corrected; None when it cannot be read."""
        return typed_month(self.month or "")
