"""Duty records: 值班评估, 岗位签署."""

from datetime import date, time

from pinzhi_xl.kinds import Kind
from pinzhi_xl.schema import Row, column, declare
from pinzhi_xl.sheets.terms import Grade, Shift
from pinzhi_xl.wording.reports import POST_ABSENT


@declare("duty_review", "值班评估", "项目品质值班评估记录（Z55–Z61）", key=("community", "day", "session"), serves=("Z55", "Z56", "Z57", "Z58", "Z61"))
class DutyReview(Row):
    """The day's judgement of a community under four heads."""

    community: str | None = column("项目", Kind.REFERENCE, "项目名称", refers="community", required=True, width=14)
    day: date | None = column("日期", Kind.DATE, "日期", required=True, width=12)
    session: str | None = column("时段", Kind.TEXT, "上午或下午", width=12)
    weather: str | None = column("天气", Kind.TEXT, "天气", width=8)
    grounds_grade: Grade | None = column("公共环境评价", Kind.CHOICE, "优良中差", choices=Grade, width=13)
    grounds: str | None = column("公共环境情况", Kind.TEXT, "情况", width=24)
    order_grade: Grade | None = column("秩序部评价", Kind.CHOICE, "优良中差", choices=Grade, width=11)
    order: str | None = column("秩序部情况", Kind.TEXT, "情况", width=24)
    service_grade: Grade | None = column("客服中心评价", Kind.CHOICE, "优良中差", choices=Grade, width=13)
    service: str | None = column("客服中心情况", Kind.TEXT, "情况", width=24)
    repair_grade: Grade | None = column("工程维修评价", Kind.CHOICE, "优良中差", choices=Grade, width=13)
    repair: str | None = column("工程维修情况", Kind.TEXT, "情况", width=24)
    overall: Grade | None = column("综合评价", Kind.CHOICE, "优良中差", choices=Grade, width=9)
    inspector: str | None = column("品质专员", Kind.TEXT, "姓名", width=10)


@declare("post_signature", "岗位签署", "重要岗位到岗签署确认（Z60）", key=("community", "day", "post", "shift"), serves=("Z60",))
class PostSignature(Row):
    """A post's signature on a day."""

    community: str | None = column("项目", Kind.REFERENCE, "项目名称", refers="community", required=True, width=14)
    day: date | None = column("日期", Kind.DATE, "日期", required=True, width=12)
    post: str | None = column("岗位", Kind.TEXT, "位置表中的应签岗位", required=True, width=16)
    shift: Shift | None = column("班次", Kind.CHOICE, "白班或夜班", choices=Shift, width=8)
    on_duty: str | None = column("当值人", Kind.TEXT, "姓名", width=10)
    signed_at: time | None = column("签署时间", Kind.TIME, "如 9:40", width=10)
    presence: str | None = column("在岗状态", Kind.TEXT, "在岗、离岗、缺岗", width=10)

    @property
    def is_signed(self) -> bool:
        """True when somebody signed: a time, or at least a name; an absent post is not signed for."""
        return self.presence != POST_ABSENT and (self.signed_at is not None or bool(self.on_duty))
