"""The daily work: 督导计划, 检查记录, 问题登记, 违纪人员."""

from datetime import date, time
from decimal import Decimal

from pinzhi_xl.kinds import Kind
from pinzhi_xl.schema import Numbering, Place, Row, column, declare
from pinzhi_xl.sheets.terms import (
    DISPOSITION_ALIASES,
    INSPECTION_KIND_ALIASES,
    Disposition,
    Grade,
    InspectionKind,
    Responsibility,
    Shift,
    Validity,
    Verdict,
)


@declare(
    "inspection_plan", "督导计划", "按星期排定的检查（Z02、B11）", key=("number",), place=Place.VISIBLE,
    numbering=Numbering("JH-{:%Y%m%d}-"), serves=("Z02", "Z03", "B10", "B11", "G07", "H11", "J12"),
)  # fmt: skip
class InspectionPlan(Row):
    """A planned inspection."""

    number: str | None = column("计划编号", Kind.CODE, "空着由程序编号", numbered=True, width=18)
    community: str | None = column("项目", Kind.REFERENCE, "项目名称", refers="community", required=True, width=14)
    kind: InspectionKind | None = column(
        "检查类型", Kind.CHOICE, "空白为全面巡检", choices=InspectionKind, aliases=INSPECTION_KIND_ALIASES, width=10
    )
    frequency: str | None = column("频次", Kind.TEXT, "如 每周、每月、每半年", width=8)
    day: date | None = column("计划日期", Kind.DATE, "计划日期", required=True, width=12)
    session: str | None = column("时段", Kind.TEXT, "如 上午9:00–11:30（Z03）", width=16)
    inspector: str | None = column("检查人", Kind.TEXT, "姓名", width=10)
    state: str | None = column("状态", Kind.TEXT, "待执行、已完成、已改期、已取消", width=9)
    moved_from: date | None = column("改期自", Kind.DATE, "原定日期", width=12)
    cancelled: str | None = column("取消原因", Kind.TEXT, "取消时必填", width=20)


@declare(
    "inspection", "检查记录", "一次到场检查一行", key=("number",), place=Place.VISIBLE,
    numbering=Numbering("JC-{:%Y%m%d}-"), serves=("Z03", "Z04", "Z45", "A02", "A10", "A13", "B01", "B13", "H01", "H12"),
)  # fmt: skip
class Inspection(Row):
    """One visit to a community; 得分/等级/未检率 are those of its day."""

    number: str | None = column("检查编号", Kind.CODE, "空着由程序编号", numbered=True, width=18)
    plan: str | None = column("计划编号", Kind.REFERENCE, "来自督导计划，可空", refers="inspection_plan", lenient=True, width=18)
    community: str | None = column("项目", Kind.REFERENCE, "项目名称", refers="community", required=True, width=14)
    day: date | None = column("检查日期", Kind.DATE, "夜班填开始那天", required=True, width=12)
    start: time | None = column("开始时间", Kind.TIME, "如 9:00", width=9)
    end: time | None = column("结束时间", Kind.TIME, "如 11:30", width=9)
    shift: Shift | None = column("班次", Kind.CHOICE, "白班或夜班，空白为全部", choices=Shift, width=7)
    kind: InspectionKind | None = column(
        "检查类型", Kind.CHOICE, "空白为全面巡检", choices=InspectionKind, aliases=INSPECTION_KIND_ALIASES, width=10
    )
    inspector: str | None = column("检查人", Kind.TEXT, "姓名，多人用、分隔", width=12)
    companion: str | None = column("陪检人", Kind.TEXT, "受检方陪同人", width=12)
    skipped_departments: tuple[str, ...] = column(
        "未检部门", Kind.LIST, "这次没有检查的部门，用、分隔", refers="department", width=26
    )
    skipped_items: tuple[str, ...] = column(
        "未检条款", Kind.LIST, "已检部门里没有检查到的条款编码", refers="standard_item", width=20
    )
    confirmed_departments: tuple[str, ...] = column(
        "全部合格部门", Kind.LIST, "检查后确认全部合格的部门，用、分隔", refers="department", optional=True, width=20
    )
    scored: bool | None = column("计分", Kind.YES_NO, "空白：全面巡检与月度检查为是，其余为否", width=6)
    validity: Validity | None = column("状态", Kind.CHOICE, "空白为有效", choices=Validity, width=7)
    scan: str | None = column("扫描件", Kind.TEXT, "签字原件的文件名", width=14)
    score: Decimal | None = column("得分", Kind.POINTS, "当日得分，由程序计算", computed=True, width=7)
    grade: Grade | None = column("等级", Kind.CHOICE, "当日等级，由程序计算", choices=Grade, computed=True, width=6)
    unvisited_rate: Decimal | None = column("未检率", Kind.POINTS, "当日未检率（%），由程序计算", computed=True, width=8)

    @property
    def is_valid(self) -> bool:
        """False once the record is void."""
        return self.validity is not Validity.VOID

    @property
    def is_scored(self) -> bool:
        """True when it counts towards scores (contract §4)."""
        by_kind = (self.kind or InspectionKind.PATROL).is_scored
        return self.is_valid and (by_kind if self.scored is None else self.scored)


@declare(
    "finding", "问题登记", "每个问题一行（Z05、B13）", key=("number",), place=Place.VISIBLE,
    numbering=Numbering("WT-{:%Y%m}-", 3), serves=("Z05", "Z59", "B13", "B14", "H04", "H14", "H15"),
)  # fmt: skip
class Finding(Row):
    """One finding of an inspection."""

    number: str | None = column("问题编号", Kind.CODE, "空着由程序编号", numbered=True, width=17)
    inspection: str | None = column("检查编号", Kind.REFERENCE, "来自检查记录", refers="inspection", required=True, width=17)
    department: str | None = column("部门", Kind.REFERENCE, "部门名称或别名", refers="department", required=True, width=12)
    item: str | None = column("条款编码", Kind.REFERENCE, "来自检查标准", refers="standard_item", required=True, width=9)
    verdict: Verdict | None = column("结论", Kind.CHOICE, "不合格或不适用", choices=Verdict, required=True, width=8)
    count: int | None = column("处数", Kind.WHOLE, "空白为 1", low=1, high=999, width=6)
    place: str | None = column("位置", Kind.TEXT, "取自位置表；没有位置不判重复", width=14)
    place_note: str | None = column("位置说明", Kind.TEXT, "更细的位置", width=14)
    facts: str | None = column("问题描述", Kind.TEXT, "时间、地点、现象，不写身份证号与手机号", width=38)
    found_at: time | None = column("发现时间", Kind.TIME, "如 9:40", width=9)
    owner: str | None = column("整改责任人", Kind.TEXT, "工号或姓名，空白取部门负责人", width=11)
    owner_unit: str | None = column("责任单位", Kind.TEXT, "外包单位等，可空", width=14)
    disposition: Disposition | None = column(
        "处置", Kind.CHOICE, "空白为仅记录", choices=Disposition, aliases=DISPOSITION_ALIASES, width=11
    )
    clause: str | None = column(
        "奖惩条款编号", Kind.REFERENCE, "处罚依据，空白取检查标准的推荐条款", refers="clause", lenient=True, width=12
    )
    cause: str | None = column("原因分类", Kind.TEXT, "员工操作不当、流程不合理、培训不到位等（H15）", width=14)
    red_line: bool | None = column("红线", Kind.YES_NO, "红线填是，须由确认人确认才生效", width=6)
    red_line_by: str | None = column("红线确认人", Kind.TEXT, "确认红线的人", width=11)
    adjustment: Decimal | None = column("扣分调整", Kind.POINTS, "加减扣分，须写原因", low=-100, high=100, width=9)
    adjustment_reason: str | None = column("调整原因", Kind.TEXT, "为何调整", width=16)
    photos: str | None = column("照片", Kind.TEXT, "照片文件名", width=12)
    validity: Validity | None = column("状态", Kind.CHOICE, "空白为有效", choices=Validity, width=7)
    community: str | None = column("项目", Kind.TEXT, "由程序带出", computed=True, width=12)
    day: date | None = column("检查日期", Kind.DATE, "由程序带出", computed=True, width=12)
    item_text: str | None = column("检查项", Kind.TEXT, "由程序带出，标准改版后不变", computed=True, width=24)
    unit_deduction: Decimal | None = column("单次扣分", Kind.POINTS, "由程序带出", computed=True, width=9)
    repeat: int | None = column("重复次数", Kind.WHOLE, "由程序判定", computed=True, width=9)
    repeat_of: str | None = column("重复自", Kind.CODE, "上一次的问题编号，由程序判定", computed=True, width=17)
    deduction: Decimal | None = column("扣分", Kind.POINTS, "由程序计算", computed=True, width=7)

    @property
    def is_valid(self) -> bool:
        """False once the record is void."""
        return self.validity is not Validity.VOID

    @property
    def failed(self) -> bool:
        """True for a valid finding 不合格."""
        return self.is_valid and self.verdict is Verdict.FAILED


@declare("offender", "违纪人员", "一个问题涉及几人就填几行", key=("finding", "person"), serves=("Z09", "Z16", "J09"))
class Offender(Row):
    """A person answerable for a finding; each gets a notice of their own."""

    finding: str | None = column("问题编号", Kind.REFERENCE, "来自问题登记", refers="finding", required=True, width=17)
    person: str | None = column("工号", Kind.REFERENCE, "来自人员", refers="person", required=True, width=10)
    responsibility: Responsibility | None = column(
        "责任类型", Kind.CHOICE, "直接或管理，空白为直接", choices=Responsibility, width=9
    )
    blank: str | None = column(
        "空白单号", Kind.REFERENCE, "现场已用带号空白单开出的，填那张的编号", refers="blank_notice", optional=True, width=18
    )
