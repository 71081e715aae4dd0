"""The quick entry form: 录入单, laid out like the printed checklist of one visit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

from pinzhi_xl.kinds import Kind
from pinzhi_xl.model import Cell
from pinzhi_xl.problem import Problem
from pinzhi_xl.schema import Place, Row, column, columns_of, declare
from pinzhi_xl.sheets.terms import (
    DISPOSITION_ALIASES,
    INSPECTION_KIND_ALIASES,
    Disposition,
    InspectionKind,
    Shift,
)


class Mark(StrEnum):
    """结果 of a line of the form; blank means fine."""

    FINE = "✓"
    FAILED = "×"
    UNVISITED = "未检"
    NOT_APPLICABLE = "不适用"


MARK_ALIASES = {
    **dict.fromkeys(("√", "✔", "对", "合格", "全部合格"), "✓"),
    **dict.fromkeys(("x", "✗", "✘", "✕", "╳", "错", "不合格"), "×"),
    **dict.fromkeys(("未查", "没检"), "未检"),
    "n/a": "不适用",
}


@declare("entry_line", "录入单", "一次检查填一张，用 pinzhi enter 录入后自动清空", place=Place.VISIBLE, serves=("Z05", "B13"))
class EntryLine(Row):
    """One item of the visit, or with 编码 blank the department as a whole."""

    number: str | None = column("序号", Kind.CODE, "照片按 序号-1.jpg 命名；加行时接着编", width=6)
    department: str | None = column("部门", Kind.REFERENCE, "加行时可空", refers="department", width=12)
    code: str | None = column(
        "编码", Kind.REFERENCE, "同一项的第二个问题：加一行，写同样的编码", refers="standard_item", width=8
    )
    item: str | None = column("检查项", Kind.TEXT, "由程序带出", computed=True, width=30)
    points: Decimal | None = column("分值", Kind.POINTS, "由程序带出", computed=True, width=6)
    mark: Mark | None = column(
        "结果", Kind.CHOICE, "空白或✓：没有问题；×：有问题；未检；不适用（原因写在问题描述）", choices=Mark, aliases=MARK_ALIASES, width=8
    )
    count: int | None = column("处数", Kind.WHOLE, "空白为 1", low=1, high=999, width=6)
    place: str | None = column("位置", Kind.TEXT, "取自位置表；没有位置不判重复", width=14)
    place_note: str | None = column("位置说明", Kind.TEXT, "更细的位置", width=13)
    facts: str | None = column("问题描述", Kind.TEXT, "时间、地点、现象，不写身份证号与手机号", width=34)
    disposition: Disposition | None = column(
        "处置", Kind.CHOICE, "空白为仅记录", choices=Disposition, aliases=DISPOSITION_ALIASES, width=11
    )
    offenders: tuple[str, ...] = column("违纪人员", Kind.LIST, "工号，多人用、分隔", refers="person", width=12)
    clause: str | None = column(
        "奖惩条款编号", Kind.REFERENCE, "处罚依据，空白取检查标准的推荐条款", refers="clause", width=9
    )
    owner: str | None = column("整改责任人", Kind.TEXT, "工号或姓名，空白取部门负责人", width=11)
    red_line: bool | None = column("红线", Kind.YES_NO, "红线填是，须由确认人确认才生效", width=6)
    red_line_by: str | None = column("红线确认人", Kind.TEXT, "确认红线的人", width=11)
    photos: str | None = column("照片", Kind.TEXT, "文件名；按 序号-1.jpg 命名的自动带出", width=11)
    blanks: tuple[str, ...] = column(
        "空白单号", Kind.LIST, "现场用掉的空白单编号，一人一张，与违纪人员同序，用、分隔", refers="blank_notice", optional=True, width=14
    )


GIVEN = ("number", "department", "code", "item", "points")
"""What the form says by itself: kept when it is emptied."""


@dataclass(frozen=True, kw_only=True)
class EntryHead:
    """What is said once for the whole visit, above the lines."""

    community: str | None = column("项目", Kind.REFERENCE, "项目名称", refers="community", required=True)
    day: date | None = column("检查日期", Kind.DATE, "夜班填开始那天", required=True)
    inspector: str | None = column("检查人", Kind.TEXT, "姓名，多人用、分隔；录入后保留", required=True)
    start: time | None = column("开始时间", Kind.TIME, "如 9:00")
    kind: InspectionKind | None = column(
        "检查类型", Kind.CHOICE, "空白为全面巡检", choices=InspectionKind, aliases=INSPECTION_KIND_ALIASES
    )
    shift: Shift | None = column("班次", Kind.CHOICE, "白班或夜班，空白为全部", choices=Shift)
    companion: str | None = column("陪检人", Kind.TEXT, "受检方陪同人")
    end: time | None = column("结束时间", Kind.TIME, "如 11:30")


HEAD_COLUMNS = columns_of(EntryHead)


@dataclass(frozen=True)
class EntryForm:
    """The form as read: its head, the cell of each head value by label, those filled, and every problem of the sheet.

    The lines are the rows of `EntryLine`.
    """

    head: EntryHead
    cells: Mapping[str, Cell] = field(default_factory=dict)
    filled: frozenset[str] = frozenset()
    problems: Sequence[Problem] = ()
