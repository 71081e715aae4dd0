"""Suppliers: 供应商考核 and its 供应商考核标准 (G15; practice.md §7, law.md §7)."""

from datetime import date
from decimal import Decimal

from pinzhi_xl.kinds import Kind
from pinzhi_xl.month import Month
from pinzhi_xl.schema import Holds, Row, column, declare
from pinzhi_xl.sheets.modules import Module
from pinzhi_xl.sheets.settings import typed_month
from pinzhi_xl.sheets.supplier_terms import SERVICE_ALIASES, Aspect, ReviewState, Service, StandardRule


@declare("supplier_review", "供应商考核", "每月、每个供应商、每个项目、每类服务一行；依据服务合同，与员工处罚分开", key=("month", "supplier", "community", "service"), module=Module.SUPPLIERS, serves=("G15",))
class SupplierReview(Row):
    """The review of one supplier's service to one community in one month; a matter of the contract, no penalty."""

    month: str | None = column("月份", Kind.TEXT, "考核的月份，如 2014-08", required=True, width=10)
    supplier: str | None = column("供应商", Kind.TEXT, "与“项目部门”的供应商写法相同", required=True, width=20)
    community: str | None = column("项目", Kind.REFERENCE, "项目名称", refers="community", required=True, width=14)
    service: Service | None = column("服务类别", Kind.CHOICE, "保洁、保安、绿化等", choices=Service, aliases=SERVICE_ALIASES, required=True, width=10)
    departments: tuple[str, ...] = column("部门", Kind.LIST, "考核哪些部门；空白为该供应商在“项目部门”承接的全部部门", refers="department", width=14)
    absences: int | None = column("缺岗人次", Kind.WHOLE, "当月应到岗而未到岗的人次合计，按考核标准扣分", low=0, high=9999, width=9)
    appearance: Decimal | None = column("着装礼仪", Kind.POINTS, "扣几分，最多扣到考核标准的分值", low=0, high=100, width=9)
    complaints: int | None = column("有效投诉次数", Kind.WHOLE, "当月核实有效的投诉次数，按考核标准扣分", low=0, high=9999, width=12)
    equipment: Decimal | None = column("设备物料", Kind.POINTS, "扣几分", low=0, high=100, width=9)
    training: Decimal | None = column("培训", Kind.POINTS, "扣几分", low=0, high=100, width=7)
    safety: Decimal | None = column("安全", Kind.POINTS, "扣几分", low=0, high=100, width=7)
    bonus: Decimal | None = column("加分", Kind.POINTS, "加几分，不超过“参数”供应商加分上限；总分不超过100", low=0, high=100, width=7)
    reason: str | None = column("扣分加分说明", Kind.TEXT, "各项扣分、加分的事实", holds=Holds.TEXT, width=30)
    fee: Decimal | None = column("当月服务费", Kind.MONEY, "按合同的当月服务费（元）；不填就不算扣款金额", low=0, width=11)
    contract: str | None = column("合同依据", Kind.TEXT, "服务合同编号和考核条款，如 FW-2014-03 第8条", width=20)
    signed_by: str | None = column("对方签字", Kind.TEXT, "供应商确认人的姓名", holds=Holds.NAME, width=10)
    signed_on: date | None = column("签字日期", Kind.DATE, "供应商确认的日期", width=12)
    state: ReviewState | None = column("状态", Kind.CHOICE, "草稿、已确认、有异议、已结算、作废；空白为草稿，已结算的不再重算", choices=ReviewState, width=8)
    attendance: Decimal | None = column("到岗扣分", Kind.POINTS, "由程序计算：缺岗人次按考核标准扣几分", computed=True, width=9)
    complained: Decimal | None = column("投诉扣分", Kind.POINTS, "由程序计算：有效投诉按考核标准扣几分", computed=True, width=9)
    inspected: Decimal | None = column("检查得分", Kind.POINTS, "由程序计算：承接部门的当月得分", computed=True, width=9)
    quality: Decimal | None = column("作业质量", Kind.POINTS, "由程序计算：按检查得分扣几分", computed=True, width=9)
    rectification: Decimal | None = column("整改及时", Kind.POINTS, "由程序计算：按当月到期整改未及时的比例扣几分", computed=True, width=9)
    deducted: Decimal | None = column("扣分合计", Kind.POINTS, "由程序计算：各项扣分之和", computed=True, width=9)
    score: Decimal | None = column("得分", Kind.POINTS, "由程序计算，0–100", computed=True, width=7)
    grade: str | None = column("等级", Kind.TEXT, "由程序判定，见考核标准的得分率", computed=True, width=8)
    pay_rate: Decimal | None = column("得分率", Kind.POINTS, "由程序计算：当月服务费付百分之几", computed=True, width=8)
    held_rate: Decimal | None = column("扣款比例", Kind.POINTS, "由程序计算：100 减得分率（%）", computed=True, width=9)
    held: Decimal | None = column("扣款金额", Kind.MONEY, "由程序计算：当月服务费 × 扣款比例；没有服务费为空白", computed=True, width=11)
    streak: int | None = column("连续低于70", Kind.WHOLE, "由程序计算：到本月为止连续几个月低于“参数”供应商扣款下限（默认70）", computed=True, width=11)

    @property
    def of_month(self) -> Month | None:
        """The month reviewed; None when it cannot be read."""
        return typed_month(self.month or "")

    @property
    def is_valid(self) -> bool:
        """False once the row is void."""
        return self.state is not ReviewState.VOID

    @property
    def is_signed(self) -> bool:
        """True once the supplier's side has signed, with a day."""
        return bool(self.signed_by) and self.signed_on is not None

    @property
    def is_settled(self) -> bool:
        """True once it is settled: its figures stay as they were."""
        return self.state is ReviewState.SETTLED and self.score is not None


@declare("supplier_standard", "供应商考核标准", "供应商考核的分值、扣分档和得分率；按服务合同改，改后按新的算", key=("rule", "low", "aspect"), module=Module.SUPPLIERS, serves=("G15",))
class SupplierStandard(Row):
    """One step of the rules of the review: from `low` upwards it is worth `value`."""

    rule: StandardRule | None = column("规则", Kind.CHOICE, "分值：某考核项最多扣几分；缺岗扣分、投诉扣分：从起点起共扣几分；得分率：得分从起点起付服务费的百分之几", choices=StandardRule, required=True, width=11)
    aspect: Aspect | None = column("考核项", Kind.CHOICE, "“分值”填是哪一项，其余规则空着", choices=Aspect, width=11)
    low: Decimal | None = column("起点", Kind.POINTS, "从几人次、几次、几分起（含）；“分值”填 0", low=0, high=9999, width=8)
    value: Decimal | None = column("取值", Kind.POINTS, "扣几分，或付百分之几", low=0, high=100, required=True, width=8)
    grade: str | None = column("等级", Kind.TEXT, "“得分率”填等级的叫法", width=9)
    meaning: str | None = column("说明", Kind.TEXT, "说明", width=40)
