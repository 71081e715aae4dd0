"""Spot checks drawn by lot: 抽查抽取 (E03, E11, H12)."""

from datetime import date
from decimal import Decimal

from pinzhi_xl.kinds import Kind
from pinzhi_xl.schema import Row, column, declare
from pinzhi_xl.sheets.modules import Module
from pinzhi_xl.sheets.special_terms import DrawUnit, DrawWay


@declare(
    "spot_draw", "抽查抽取", "每次抽查抽中什么、用的什么种子：照此重抽，结果相同", key=("day", "rank"),
    module=Module.SPECIAL, serves=("E03", "E11", "H12", "A10"),
)  # fmt: skip
class SpotDraw(Row):
    """One lot of a draw, with all that is needed to repeat it."""

    day: date | None = column("抽取日期", Kind.DATE, "抽查的日期", computed=True, width=12)
    seed: str | None = column("种子", Kind.TEXT, "重抽时用的种子", computed=True, width=20)
    unit: DrawUnit | None = column("抽取对象", Kind.CHOICE, "条款或位置", choices=DrawUnit, computed=True, width=10)
    way: DrawWay | None = column("抽取方式", Kind.CHOICE, "等概率，或久未检优先", choices=DrawWay, computed=True, width=12)
    population: int | None = column("总体", Kind.WHOLE, "可抽的总数", computed=True, width=8)
    digest: str | None = column("总体校验", Kind.TEXT, "总体的校验码：总体没有变，重抽才会相同", computed=True, width=18)
    asked: int | None = column("抽取数", Kind.WHOLE, "要抽几个", computed=True, width=8)
    rank: int | None = column("次序", Kind.WHOLE, "第几个抽中", computed=True, width=7)
    community: str | None = column("项目", Kind.TEXT, "抽中的项目", computed=True, width=14)
    department: str | None = column("部门", Kind.TEXT, "抽中的部门", computed=True, width=13)
    item: str | None = column("条款编码", Kind.CODE, "抽中的条款", computed=True, width=10)
    place: str | None = column("位置", Kind.TEXT, "抽中的位置", computed=True, width=16)
    what: str | None = column("抽中内容", Kind.TEXT, "检查项或位置", computed=True, width=36)
    waited: int | None = column("距上次检查天数", Kind.WHOLE, "抽取日之前最近一次检查距今多少天", computed=True, width=14)
    weight: Decimal | None = column("权重", Kind.POINTS, "抽取时的权重", computed=True, width=7)
    plan: str | None = column("计划编号", Kind.CODE, "督导计划中的抽查", computed=True, width=18)
