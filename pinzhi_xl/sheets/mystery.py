"""Mystery visits: 神秘客户, and the two sheets of the file in which a visit is kept until it is released (H13)."""

from datetime import date, time
from decimal import Decimal

from pinzhi_xl.kinds import Kind
from pinzhi_xl.schema import Holds, Numbering, Row, column, declare
from pinzhi_xl.sheets.modules import Module

MYSTERY_PROPERTY = "pinzhi_xl.mystery"
"""Custom document property of a visit's file: the master's UUID and the visit's own, parted by a slash."""


@declare(
    "mystery_touch", "神秘客户", "已放行的神秘客户暗访，每个触点一行；放行前一概不在总表", key=("number",),
    module=Module.SPECIAL, numbering=Numbering("SK-{:%Y%m%d}-", 2), serves=("H13",),
)  # fmt: skip
class MysteryTouch(Row):
    """One point of contact of a released visit."""

    number: str | None = column("编号", Kind.CODE, "空着由程序编号", numbered=True, width=17)
    community: str | None = column("项目", Kind.REFERENCE, "项目名称", refers="community", required=True, width=14)
    day: date | None = column("日期", Kind.DATE, "暗访日期", required=True, width=12)
    touch: str | None = column("触点", Kind.TEXT, "如 来电接听、门岗核验", required=True, width=20)
    full: Decimal | None = column("满分", Kind.POINTS, "本触点满分", low="0.01", required=True, width=7)
    score: Decimal | None = column("得分", Kind.POINTS, "0 到满分", low=0, required=True, width=7)
    facts: str | None = column("情况", Kind.TEXT, "看到、听到了什么", holds=Holds.TEXT, width=40)
    evidence_at: time | None = column("证据时间", Kind.TIME, "录音、照片的时间", width=10)
    released_on: date | None = column("放行日期", Kind.DATE, "由程序填写", computed=True, width=12)
    inspection: str | None = column("检查编号", Kind.CODE, "检查记录中的那次暗访，由程序填写", computed=True, width=18)
    source: str | None = column("来源", Kind.CODE, "暗访文件的标识，由程序填写", computed=True, width=20)


@declare("mystery_head", "暗访", "一次暗访：何时、何地", key=("community",))
class MysteryHead(Row):
    """Which community was visited and when."""

    community: str | None = column("项目", Kind.TEXT, "项目名称，与总表一致", required=True, width=18)
    day: date | None = column("暗访日期", Kind.DATE, "暗访日期", required=True, width=14)
    start: time | None = column("开始时间", Kind.TIME, "如 9:00", width=11)
    end: time | None = column("结束时间", Kind.TIME, "如 11:30", width=11)
    visitor: str | None = column("暗访人", Kind.TEXT, "可用代号", holds=Holds.NAME, width=14)


@declare("mystery_line", "脚本", "脚本的每个触点一行；没有经历的触点把得分空着", key=("number",))
class MysteryLine(Row):
    """One point of contact of the script; without a score it was not met and does not count."""

    number: int | None = column("序号", Kind.WHOLE, "序号", low=1, high=999, required=True, width=7)
    touch: str | None = column("触点", Kind.TEXT, "触点名称", required=True, width=20)
    look_at: str | None = column("观察要点", Kind.TEXT, "看什么、怎样给分", width=46)
    full: Decimal | None = column("满分", Kind.POINTS, "本触点满分", low="0.01", high=100, required=True, width=8)
    score: Decimal | None = column("得分", Kind.POINTS, "0 到满分；没有经历的空着", low=0, high=100, width=8)
    facts: str | None = column("情况", Kind.TEXT, "看到、听到了什么；不写身份证号与手机号", holds=Holds.TEXT, width=46)
    evidence_at: time | None = column("证据时间", Kind.TIME, "录音、照片的时间，如 9:12", width=11)
