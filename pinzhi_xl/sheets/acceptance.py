"""Acceptance of a new community: 交付计划, 交付资料, 查验测试, 交付验收, 设计评审 (G03, G05, G06; practice.md §8)."""

from datetime import date

from pinzhi_xl.kinds import Kind
from pinzhi_xl.schema import Holds, Numbering, Row, column, declare
from pinzhi_xl.sheets.acceptance_terms import (
    CLASS_ALIASES,
    PART_ALIASES,
    STAGE_ALIASES,
    Adoption,
    DefectClass,
    DesignStage,
    DocumentKind,
    PartKind,
    TestResult,
)
from pinzhi_xl.sheets.modules import Module


@declare("delivery_plan", "交付计划", "每个要交付的项目一行：何时交付、三方是谁", key=("community",), module=Module.ACCEPTANCE, serves=("G05",))
class DeliveryPlan(Row):
    """When a community is delivered, and who the parties are."""

    community: str | None = column("项目", Kind.REFERENCE, "项目名称", refers="community", required=True, width=14)
    delivered_on: date | None = column("交付日期", Kind.DATE, "交付业主的日期；资料须在此前若干天移交", required=True, width=12)
    accepted_on: date | None = column("验收日期", Kind.DATE, "三方现场查验的日期", width=12)
    developer: str | None = column("建设单位", Kind.TEXT, "建设单位名称", width=22)
    builder: str | None = column("施工单位", Kind.TEXT, "施工单位名称，可空", width=22)
    owners: str | None = column("业主代表", Kind.TEXT, "共同验收的业主代表，写 张女士，不写房号电话", holds=Holds.NAME, width=14)
    remark: str | None = column("备注", Kind.TEXT, "如 分期、分批", holds=Holds.TEXT, width=20)


@declare("delivery_document", "交付资料", "建设单位应移交的资料，一种一行", key=("community", "name"), module=Module.ACCEPTANCE, serves=("G05",))
class DeliveryDocument(Row):
    """A kind of document that must be handed over before a community is delivered."""

    community: str | None = column("项目", Kind.REFERENCE, "项目名称；空白为各项目通用的清单", refers="community", width=14)
    name: str | None = column("资料名称", Kind.TEXT, "如 竣工总平面图", required=True, width=26)
    kind: DocumentKind | None = column("类别", Kind.CHOICE, "规划竣工、单体建筑、结构、设备等", choices=DocumentKind, width=11)
    expected: int | None = column("应有份数", Kind.WHOLE, "空白为 1；不适用的填 0", low=0, high=9999, width=9)
    received: int | None = column("已交份数", Kind.WHOLE, "空白为没有交", low=0, high=9999, width=9)
    received_on: date | None = column("移交日期", Kind.DATE, "最后一份移交的日期", width=12)
    receiver: str | None = column("接收人", Kind.TEXT, "姓名", holds=Holds.NAME, width=10)
    remark: str | None = column("备注", Kind.TEXT, "缺什么、何时补交", holds=Holds.TEXT, width=22)
    missing: int | None = column("缺", Kind.WHOLE, "由程序计算：应有减已交", computed=True, width=6)

    @property
    def copies_missing(self) -> int:
        """应有份数 (1 where blank) less 已交份数, at least 0."""
        return max(0, (1 if self.expected is None else self.expected) - (self.received or 0))


@declare("acceptance_test", "查验测试", "共用部位的查验、共用设备的测试，一项一行", key=("number",), module=Module.ACCEPTANCE, numbering=Numbering("CS-{:%Y%m}-", 3), serves=("G05", "G06"))
class AcceptanceTest(Row):
    """One check of a shared part, or one test of shared equipment."""

    number: str | None = column("测试编号", Kind.CODE, "空着由程序编号", numbered=True, width=16)
    community: str | None = column("项目", Kind.REFERENCE, "项目名称", refers="community", required=True, width=14)
    day: date | None = column("测试日期", Kind.DATE, "查验或测试的日期", required=True, width=12)
    kind: PartKind | None = column("类别", Kind.CHOICE, "共用部位或共用设备", choices=(PartKind.SHARED_PART, PartKind.SHARED_EQUIPMENT), aliases=PART_ALIASES, required=True, width=10)
    part: str | None = column("部位或设备", Kind.TEXT, "如 1号电梯、地下室排水泵", required=True, width=20)
    checked: str | None = column("测试内容", Kind.TEXT, "查了什么、测了什么", required=True, width=28)
    requirement: str | None = column("标准要求", Kind.TEXT, "应达到什么", width=24)
    record: str | None = column("测试记录", Kind.TEXT, "实测数据或记录编号", holds=Holds.TEXT, width=22)
    result: TestResult | None = column("结果", Kind.CHOICE, "合格或不合格；空白为没有测", choices=TestResult, width=8)
    tester: str | None = column("测试人", Kind.TEXT, "姓名", holds=Holds.NAME, width=10)


@declare("acceptance_defect", "交付验收", "交付验收的遗留问题，一个一行，到复验合格为止", key=("number",), module=Module.ACCEPTANCE, numbering=Numbering("YS-{:%Y%m}-", 3), serves=("G05", "G06"))
class AcceptanceDefect(Row):
    """A defect that remains after acceptance, until it passes the re-check."""

    number: str | None = column("问题编号", Kind.CODE, "空着由程序编号", numbered=True, width=16)
    community: str | None = column("项目", Kind.REFERENCE, "项目名称", refers="community", required=True, width=14)
    day: date | None = column("发现日期", Kind.DATE, "发现的日期", required=True, width=12)
    test: str | None = column("测试编号", Kind.REFERENCE, "由哪次查验测试发现，可空", refers="acceptance_test", width=16)
    place: str | None = column("部位", Kind.TEXT, "哪个部位、哪台设备、哪份资料", required=True, width=20)
    kind: PartKind | None = column("类别", Kind.CHOICE, "共用部位、共用设备、资料", choices=PartKind, aliases=PART_ALIASES, required=True, width=10)
    problem: str | None = column("问题", Kind.TEXT, "什么问题，不写房号电话", required=True, holds=Holds.TEXT, width=32)
    severity: DefectClass | None = column("分级", Kind.CHOICE, "A 结构安全、消防隐患，立即整改；B 限期；C 后续优化", choices=DefectClass, aliases=CLASS_ALIASES, required=True, width=7)
    record: str | None = column("测试记录", Kind.TEXT, "检测数据或记录编号", holds=Holds.TEXT, width=18)
    demand: str | None = column("整改要求", Kind.TEXT, "改到什么程度（G06）", holds=Holds.TEXT, width=24)
    unit: str | None = column("责任单位", Kind.TEXT, "建设、施工或供货单位", width=20)
    due_on: date | None = column("期限", Kind.DATE, "空白按分级从发现日期起算，天数见“参数”", width=12)
    done_on: date | None = column("整改完成日期", Kind.DATE, "责任单位报完成的日期；二次整改后改填新的", width=13)
    reinspected_on: date | None = column("复验日期", Kind.DATE, "复验的日期", width=12)
    reinspector: str | None = column("复验人", Kind.TEXT, "姓名", holds=Holds.NAME, width=10)
    outcome: TestResult | None = column("复验结论", Kind.CHOICE, "合格或不合格", choices=TestResult, width=9)
    second_due_on: date | None = column("二次期限", Kind.DATE, "复验不合格的，再整改的期限", width=12)
    void_reason: str | None = column("作废原因", Kind.TEXT, "登错了填原因，不删行", holds=Holds.TEXT, width=14)
    deadline: date | None = column("到期日", Kind.DATE, "由程序计算：期限，或二次期限", computed=True, width=12)
    state: str | None = column("状态", Kind.TEXT, "由程序判定", computed=True, width=9)
    overdue_days: int | None = column("逾期天数", Kind.WHOLE, "由程序计算", computed=True, width=9)

    @property
    def is_void(self) -> bool:
        """True once a reason for voiding it is given."""
        return bool(self.void_reason)


@declare("design_review", "设计评审", "前期评审初步设计和施工图的意见，一条一行", key=("number",), module=Module.ACCEPTANCE, numbering=Numbering("PS-{:%Y%m}-", 3), serves=("G03",))
class DesignReview(Row):
    """An opinion on the design of a community before it is built."""

    number: str | None = column("评审编号", Kind.CODE, "空着由程序编号", numbered=True, width=16)
    day: date | None = column("评审日期", Kind.DATE, "提出意见的日期", required=True, width=12)
    community: str | None = column("项目", Kind.REFERENCE, "项目名称；还没有接管的也可先写名称", refers="community", lenient=True, required=True, width=14)
    stage: DesignStage | None = column("阶段", Kind.CHOICE, "初步设计或施工图，两个阶段都要参与（G03）", choices=DesignStage, aliases=STAGE_ALIASES, required=True, width=10)
    drawing: str | None = column("图纸", Kind.TEXT, "图名、图号、版本", required=True, width=24)
    opinion: str | None = column("评审意见", Kind.TEXT, "从物业管理看有什么问题、怎样改", required=True, holds=Holds.TEXT, width=36)
    reviewer: str | None = column("评审人", Kind.TEXT, "姓名", holds=Holds.NAME, width=10)
    adoption: Adoption | None = column("采纳情况", Kind.CHOICE, "采纳、部分采纳、不采纳；空白为没有回复", choices=Adoption, width=10)
    answer: str | None = column("回复", Kind.TEXT, "设计、建设单位的回复；不采纳的写理由", holds=Holds.TEXT, width=26)
    answered_on: date | None = column("回复日期", Kind.DATE, "回复的日期", width=12)
    state: str | None = column("状态", Kind.TEXT, "由程序判定", computed=True, width=10)
