"""Who is inspected: 项目, 部门, 项目部门, 位置, 人员."""

from datetime import date
from decimal import Decimal

from pinzhi_xl.kinds import Kind
from pinzhi_xl.schema import Row, column, declare
from pinzhi_xl.sheets.terms import InUse
from pinzhi_xl.sheets.training_terms import Role


@declare("community", "项目", "公司管理的小区，一行一个", key=("name",), serves=("Z02", "J12"))
class Community(Row):
    """A residential community."""

    name: str | None = column("项目名称", Kind.TEXT, "小区名称，各表的“项目”都取自这里", required=True, width=16)
    region: str | None = column("区域", Kind.TEXT, "所属区域或城市，可空", width=12)
    manager: str | None = column("项目经理", Kind.TEXT, "管理处负责人姓名", width=12)
    weekdays: tuple[str, ...] = column(
        "巡检星期",
        Kind.LIST,
        "固定巡检日，如 一、四（Z02）",
        choices=("一", "二", "三", "四", "五", "六", "日"),
        aliases={f"{prefix}{day}": day for prefix in ("周", "星期") for day in "一二三四五六日"},
        width=12,
    )
    state: InUse | None = column("状态", Kind.CHOICE, "在管或撤管，空白为在管", choices=InUse, width=8)
    households: int | None = column(
        "入住户数", Kind.WHOLE, "投诉率（每千户）按它计算，可空", low=0, optional=True, width=10
    )


@declare("department", "部门", "被检查的部门及其权重", key=("name",), serves=("Z24", "F16"))
class Department(Row):
    """A department and its weight in a community's score."""

    name: str | None = column("部门名称", Kind.TEXT, "部门的标准名称", required=True, width=16)
    aliases: tuple[str, ...] = column("别名", Kind.LIST, "录入时也认的叫法，用、分隔", width=20)
    weight: Decimal | None = column(
        "权重", Kind.POINTS, "计算项目得分时的权重，只按已检部门归一", required=True, low=0, width=8
    )


@declare("community_department", "项目部门", "某项目某部门与通例不同之处；没有行就按通例", key=("community", "department"), serves=("Z45", "G15"))
class CommunityDepartment(Row):
    """What a department of one community does otherwise than the rest."""

    community: str | None = column("项目", Kind.REFERENCE, "项目名称", refers="community", required=True, width=16)
    department: str | None = column("部门", Kind.REFERENCE, "部门名称或别名", refers="department", required=True, width=14)
    set_up: bool | None = column("是否设置", Kind.YES_NO, "该项目有没有这个部门，空白为是", width=10)
    weight: Decimal | None = column("权重", Kind.POINTS, "代替部门表中的权重，空白不代替", low=0, width=8)
    head: str | None = column(
        "负责人工号", Kind.REFERENCE, "整改责任人默认取此人", refers="person", lenient=True, width=12
    )
    supplier: str | None = column("供应商", Kind.TEXT, "外包时承接单位名称", width=18)
    not_applicable: tuple[str, ...] = column(
        "不适用条款", Kind.LIST, "该项目长期不适用的条款编码，用、分隔", refers="standard_item", width=20
    )


@declare("place", "位置", "检查到的地点；应签岗位要到岗签署确认", key=("community", "name"), serves=("Z60", "B02"))
class PlaceName(Row):
    """A place of a community; 是否应签岗位 marks posts that must sign (Z60)."""

    community: str | None = column("项目", Kind.REFERENCE, "项目名称", refers="community", required=True, width=16)
    name: str | None = column("位置名称", Kind.TEXT, "如 客服中心、3栋大堂、东门岗", required=True, width=18)
    must_sign: bool | None = column("是否应签岗位", Kind.YES_NO, "重要岗位填是", width=14)
    key: bool | None = column("是否重点", Kind.YES_NO, "重点部位填是，每月至少到一次（B02）", optional=True, width=10)


@declare("person", "人员", "员工名册；不设身份证号、手机、住址、工资", key=("number",), serves=("E01", "E02", "E03", "E04", "F14", "J06", "J07"))
class Person(Row):
    """An employee, or a supplier's worker when 用工单位 names another company."""

    number: str | None = column("工号", Kind.CODE, "员工编号，唯一", required=True, width=10)
    name: str | None = column("姓名", Kind.TEXT, "姓名", required=True, width=10)
    community: str | None = column("项目", Kind.REFERENCE, "所在项目", refers="community", lenient=True, width=16)
    department: str | None = column("部门", Kind.REFERENCE, "所在部门", refers="department", lenient=True, width=14)
    post: str | None = column("岗位", Kind.TEXT, "岗位名称", width=14)
    employer: str | None = column("用工单位", Kind.TEXT, "空白为本公司；外包人员填单位名称", width=18)
    joined: date | None = column("入职日期", Kind.DATE, "入职日期", width=12)
    left: date | None = column("离职日期", Kind.DATE, "离职后填写", width=12)
    roles: tuple[Role, ...] = column(
        "角色",
        Kind.LIST,
        "在品质管理中担任的角色（E04、F14），可多选，可空",
        choices=Role,
        optional=True,
        width=14,
    )
