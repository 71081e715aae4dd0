"""What owners ask to have repaired, and how long it takes: 报修工单."""

from datetime import date, time

from pinzhi_xl.kinds import Kind
from pinzhi_xl.schema import Holds, Numbering, Row, column, declare
from pinzhi_xl.sheets.modules import Module
from pinzhi_xl.sheets.service_terms import (
    CHANNEL_ALIASES,
    REPAIR_CATEGORY_ALIASES,
    SATISFACTION_ALIASES,
    Channel,
    RepairCategory,
    Satisfaction,
)


@declare(
    "repair_order", "报修工单", "报修一单一行：登记→派工→响应→完成→回访", key=("number",), module=Module.SERVICE,
    numbering=Numbering("BX-{:%Y%m%d}-", 2, "day"),
    serves=("Z35", "Z38", "Z57", "Z58", "F07", "G08", "J05"),
)  # fmt: skip
class RepairOrder(Row):
    """One request for repair until the owner says how it went (J05)."""

    number: str | None = column("工单号", Kind.CODE, "空着由程序编号", numbered=True, width=17)
    day: date | None = column("报修日期", Kind.DATE, "报修日期", required=True, width=12)
    at: time | None = column("报修时间", Kind.TIME, "急修按分钟计，请填", width=9)
    channel: Channel | None = column("渠道", Kind.CHOICE, "、".join(Channel), choices=Channel, aliases=CHANNEL_ALIASES, width=10)
    community: str | None = column("项目", Kind.REFERENCE, "项目名称", refers="community", required=True, width=14)
    reporter: str | None = column("报修人", Kind.TEXT, "写张女士、李先生，不写全名", holds=Holds.OWNER, width=10)
    room: str | None = column("房号或位置", Kind.TEXT, "如 3栋1单元502、2号楼电梯厅", holds=Holds.OWNER, width=16)
    content: str | None = column("内容", Kind.TEXT, "报修什么", required=True, holds=Holds.TEXT, width=34)
    category: RepairCategory | None = column(
        "分类", Kind.CHOICE, "、".join(RepairCategory), choices=RepairCategory, aliases=REPAIR_CATEGORY_ALIASES, width=10
    )
    urgent: bool | None = column("是否急修", Kind.YES_NO, "停水停电、漏水、困人等填是，空白为小修", width=9)
    worker: str | None = column("派工", Kind.TEXT, "派给谁，工号或姓名", holds=Holds.EITHER, width=10)
    responded_on: date | None = column("响应日期", Kind.DATE, "到场日期；空白为报修当天", width=12)
    responded_at: time | None = column("响应时间", Kind.TIME, "到场时间", width=9)
    promised_on: date | None = column("承诺完成", Kind.DATE, "答应业主的完成日，空白按“参数”推算", width=12)
    done_on: date | None = column("完成日期", Kind.DATE, "修好的日期", width=12)
    done_at: time | None = column("完成时间", Kind.TIME, "急修请填", width=9)
    result: str | None = column("处理结果", Kind.TEXT, "做了什么、换了什么", holds=Holds.TEXT, width=30)
    revisitor: str | None = column("回访人", Kind.TEXT, "工号或姓名", holds=Holds.EITHER, width=10)
    revisited_on: date | None = column("回访日期", Kind.DATE, "完成之后", width=12)
    satisfaction: Satisfaction | None = column(
        "回访满意度", Kind.CHOICE, "、".join(Satisfaction), choices=Satisfaction, aliases=SATISFACTION_ALIASES, width=11
    )
    cancelled: str | None = column("取消原因", Kind.TEXT, "重复报修、业主撤回等；填了即取消", holds=Holds.TEXT, width=18)
    response_minutes: int | None = column("响应分钟", Kind.WHOLE, "由程序计算：报修到响应", computed=True, width=9)
    due: str | None = column("完成期限", Kind.TEXT, "由程序推算", computed=True, width=17)
    in_time: str | None = column("是否及时", Kind.TEXT, "由程序判定；空白为未到期", computed=True, width=9)
    state: str | None = column("状态", Kind.TEXT, "由程序判定", computed=True, width=9)
    overdue_days: int | None = column("逾期天数", Kind.WHOLE, "由程序计算", computed=True, width=9)
