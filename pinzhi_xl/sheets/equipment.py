"""Equipment, its maintenance and its failures: 设备, 设备保养, 设备故障."""

from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum

from pinzhi_xl.kinds import Kind
from pinzhi_xl.schema import Holds, Numbering, Row, column, declare
from pinzhi_xl.sheets.modules import Module


class EquipmentKind(StrEnum):
    """类别 of equipment."""

    LIFT = "电梯"
    FIRE = "消防"
    PUMP = "水泵"
    POWER = "配电"
    MONITOR = "监控"
    GATE = "门禁道闸"
    OTHER = "其他"


EQUIPMENT_KIND_ALIASES = {"升降机": "电梯", "消防设施": "消防", "给排水": "水泵", "供水": "水泵", "供配电": "配电", "安防": "监控", "道闸": "门禁道闸", "门禁": "门禁道闸"}


class EquipmentState(StrEnum):
    """状态 of equipment on a day."""

    FINE = "正常"
    FAILED = "故障"
    STOPPED = "停用"
    SCRAPPED = "报废"


@declare(
    "equipment", "设备", "设施设备台账：电梯、消防、水泵、配电等", key=("code",), module=Module.SAFETY,
    serves=("J04", "G09", "F08", "C03"),
)  # fmt: skip
class Equipment(Row):
    """One line of the equipment register: one or several units of a kind."""

    code: str | None = column("编号", Kind.CODE, "设备编号", required=True, width=12)
    community: str | None = column("项目", Kind.REFERENCE, "项目名称", refers="community", required=True, width=14)
    name: str | None = column("名称", Kind.TEXT, "设备名称", required=True, width=22)
    kind: EquipmentKind | None = column(
        "类别", Kind.CHOICE, "、".join(EquipmentKind), choices=EquipmentKind, aliases=EQUIPMENT_KIND_ALIASES,
        required=True, width=10,
    )  # fmt: skip
    place: str | None = column("位置", Kind.TEXT, "安装在哪里", width=18)
    units: int | None = column("台数", Kind.WHOLE, "空白为 1", low=1, high=9999, width=7)
    in_use_from: date | None = column("启用日期", Kind.DATE, "空白为一直在用", width=12)
    valid_until: date | None = column("检验有效期至", Kind.DATE, "检验合格证上的日期；电梯必填", width=13)
    contractor: str | None = column("维保单位", Kind.TEXT, "单位名称", width=22)
    stopped_on: date | None = column("停用日期", Kind.DATE, "停用中的填，恢复使用后清空", width=12)
    scrapped_on: date | None = column("报废日期", Kind.DATE, "报废、拆除的填", width=12)
    state: str | None = column("状态", Kind.TEXT, "由程序按设备故障、停用日期、报废日期判定", computed=True, width=8)

    @property
    def count(self) -> int:
        """台数; blank means one."""
        return self.units or 1


class Cycle(StrEnum):
    """周期 of maintenance."""

    HALF_MONTH = "半月"
    MONTH = "每月"
    QUARTER = "每季"
    HALF_YEAR = "半年"
    YEAR = "每年"
    ONCE = "一次"

    @property
    def days(self) -> int | None:
        """The longest time between two turns in natural days; None for once (lifts: at most 15, TSG T5002)."""
        return {"半月": 15, "每月": 31, "每季": 92, "半年": 184, "每年": 366}.get(self.value)


CYCLE_ALIASES = {"15天": "半月", "月": "每月", "月度": "每月", "季": "每季", "季度": "每季", "年": "每年", "年度": "每年", "每半年": "半年", "每半月": "半月", "单次": "一次"}


class UpkeepState(StrEnum):
    """状态 of planned maintenance on a day."""

    PLANNED = "待保养"
    OVERDUE = "逾期"
    DONE = "已完成"


@declare(
    "upkeep", "设备保养", "设备保养的计划和记录，一项一行", key=("number",), module=Module.SAFETY,
    numbering=Numbering("BY-{:%Y%m}-", 3, "planned_on"), serves=("Z37", "G09", "F09", "F10", "J04", "C03"),
)  # fmt: skip
class Upkeep(Row):
    """One item of maintenance: planned, done, and how well its record was kept (F10)."""

    number: str | None = column("保养编号", Kind.CODE, "空着由程序编号", numbered=True, width=15)
    equipment: str | None = column("设备编号", Kind.REFERENCE, "来自设备", refers="equipment", required=True, width=12)
    item: str | None = column("保养项", Kind.TEXT, "保养什么", required=True, width=26)
    cycle: Cycle | None = column("周期", Kind.CHOICE, "、".join(Cycle), choices=Cycle, aliases=CYCLE_ALIASES, width=8)
    planned_on: date | None = column("计划日期", Kind.DATE, "最迟哪天做", required=True, width=12)
    done_on: date | None = column("完成日期", Kind.DATE, "实际保养日", width=12)
    worker: str | None = column("保养人", Kind.TEXT, "工号、姓名或单位", width=10, holds=Holds.EITHER)
    fields: int | None = column("应填项", Kind.WHOLE, "记录表应填的项数", low=0, high=999, width=8)
    filled: int | None = column("已填项", Kind.WHOLE, "其中填了的项数", low=0, high=999, width=8)
    sampled: int | None = column("抽查项", Kind.WHOLE, "抽查核对的项数", low=0, high=999, width=8)
    right: int | None = column("准确项", Kind.WHOLE, "其中与实际相符的项数", low=0, high=999, width=8)
    remark: str | None = column("备注", Kind.TEXT, "备注", width=22, holds=Holds.TEXT)
    community: str | None = column("项目", Kind.TEXT, "由程序填写", computed=True, width=14)
    state: str | None = column("状态", Kind.TEXT, "由程序判定", computed=True, width=9)


class FailureState(StrEnum):
    """状态 of a failure on a day."""

    WAITING = "待到场"
    REPAIRING = "维修中"
    REPAIRED = "已修复"


@declare(
    "failure", "设备故障", "设备故障的报告、到场和修复", key=("number",), module=Module.SAFETY,
    numbering=Numbering("GZ-{:%Y%m}-", 2, "failed_on"), serves=("F08", "G09", "J04"),
)  # fmt: skip
class Failure(Row):
    """One failure of one or several units."""

    number: str | None = column("故障编号", Kind.CODE, "空着由程序编号", numbered=True, width=14)
    equipment: str | None = column("设备编号", Kind.REFERENCE, "来自设备", refers="equipment", required=True, width=12)
    units: int | None = column("故障台数", Kind.WHOLE, "空白为 1", low=1, high=9999, width=9)
    failed_on: date | None = column("故障日期", Kind.DATE, "发生日期", required=True, width=12)
    failed_at: time | None = column("故障时间", Kind.TIME, "如 9:05", width=10)
    trapped: bool | None = column("困人", Kind.YES_NO, "电梯困人填是", width=7)
    arrived_on: date | None = column("到场日期", Kind.DATE, "空白为故障当天", width=12)
    arrived_at: time | None = column("到场时间", Kind.TIME, "如 9:25", width=10)
    repaired_on: date | None = column("修复日期", Kind.DATE, "修复日期", width=12)
    repaired_at: time | None = column("修复时间", Kind.TIME, "如 11:30", width=10)
    cause: str | None = column("原因", Kind.TEXT, "故障原因", width=28, holds=Holds.TEXT)
    hours: Decimal | None = column("停机小时", Kind.POINTS, "由程序计算", computed=True, width=9)
    state: str | None = column("状态", Kind.TEXT, "由程序判定", computed=True, width=9)

    @property
    def count(self) -> int:
        """故障台数; blank means one."""
        return self.units or 1

    @property
    def failed(self) -> datetime | None:
        """When it failed; None without a time."""
        return _moment(self.failed_on, self.failed_at)

    @property
    def arrived(self) -> datetime | None:
        """When help came; None without a time."""
        return _moment(self.arrived_on or self.failed_on, self.arrived_at)

    @property
    def repaired(self) -> datetime | None:
        """When it ran again; None without a time."""
        return _moment(self.repaired_on, self.repaired_at)


def _moment(day: date | None, at: time | None) -> datetime | None:
    return datetime.combine(day, at) if day is not None and at is not None else None
