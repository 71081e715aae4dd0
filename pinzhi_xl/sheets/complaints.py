"""What owners complain of, and how each complaint is settled: 投诉台账."""

from datetime import date, time

from pinzhi_xl.kinds import Kind
from pinzhi_xl.schema import Holds, Numbering, Row, column, declare
from pinzhi_xl.sheets.modules import Module
from pinzhi_xl.sheets.service_terms import (
    CHANNEL_ALIASES,
    COMPLAINT_CATEGORY_ALIASES,
    SATISFACTION_ALIASES,
    CauseKind,
    Channel,
    ComplaintCategory,
    Justified,
    Satisfaction,
    Urgency,
)


@declare(
    "complaint", "投诉台账", "业主的投诉，一件一行：登记→分类→处理→回访→回复", key=("number",), module=Module.SERVICE,
    numbering=Numbering("TS-{:%Y%m%d}-", 2, "day"),
    serves=("A03", "A11", "B08", "B09", "F06", "G08", "H02", "J10", "J11"),
)  # fmt: skip
class Complaint(Row):
    """One complaint from registration to the reply (A11)."""

    number: str | None = column("受理号", Kind.CODE, "空着由程序编号", numbered=True, width=17)
    day: date | None = column("日期", Kind.DATE, "受理日期", required=True, width=12)
    at: time | None = column("时间", Kind.TIME, "受理时间；紧急投诉按小时计，请填", width=8)
    channel: Channel | None = column("渠道", Kind.CHOICE, "、".join(Channel), choices=Channel, aliases=CHANNEL_ALIASES, width=10)
    community: str | None = column("项目", Kind.REFERENCE, "项目名称", refers="community", required=True, width=14)
    complainant: str | None = column("投诉人", Kind.TEXT, "写张女士、李先生，不写全名", holds=Holds.OWNER, width=10)
    room: str | None = column("房号", Kind.TEXT, "如 3栋1单元502；文书上自动遮盖", holds=Holds.OWNER, width=14)
    content: str | None = column("内容", Kind.TEXT, "投诉什么", required=True, holds=Holds.TEXT, width=38)
    category: ComplaintCategory | None = column(
        "分类", Kind.CHOICE, "、".join(ComplaintCategory), choices=ComplaintCategory, aliases=COMPLAINT_CATEGORY_ALIASES, width=10
    )
    justified: Justified | None = column("有效性", Kind.CHOICE, "有效、无效（不属于物业服务的）", choices=Justified, width=8)
    urgency: Urgency | None = column("级别", Kind.CHOICE, "一般、重大、紧急；响应和办结时限见“参数”", choices=Urgency, width=8)
    first_handler: str | None = column("首问责任人", Kind.TEXT, "工号或姓名", holds=Holds.EITHER, width=11)
    department: str | None = column("派发部门", Kind.REFERENCE, "由哪个部门处理", refers="department", width=13)
    responded_on: date | None = column("响应日期", Kind.DATE, "第一次答复投诉人；空白为受理当天", width=12)
    responded_at: time | None = column("响应时间", Kind.TIME, "第一次答复投诉人的时间", width=9)
    promised_on: date | None = column("承诺时限", Kind.DATE, "答应业主的办结日，空白按级别推算", width=12)
    result: str | None = column("处理结果", Kind.TEXT, "怎样处理、结果如何；印在投诉回复单上", holds=Holds.TEXT, width=36)
    done_on: date | None = column("办结日期", Kind.DATE, "处理完毕的日期", width=12)
    revisitor: str | None = column("回访人", Kind.TEXT, "工号或姓名", holds=Holds.EITHER, width=10)
    revisited_on: date | None = column("回访日期", Kind.DATE, "办结之后", width=12)
    satisfaction: Satisfaction | None = column(
        "满意度", Kind.CHOICE, "、".join(Satisfaction), choices=Satisfaction, aliases=SATISFACTION_ALIASES, width=10
    )
    replied_on: date | None = column("回复日期", Kind.DATE, "书面回复业主的日期", width=12)
    cause: str | None = column("原因", Kind.TEXT, "根源是什么；无效的写为何无效", holds=Holds.TEXT, width=28)
    cause_kind: CauseKind | None = column("原因分类", Kind.CHOICE, "、".join(CauseKind), choices=CauseKind, width=13)
    prevention: str | None = column("预防措施", Kind.TEXT, "怎样防止再发生；重复的、重大的必填", holds=Holds.TEXT, width=30)
    finding: str | None = column("关联问题编号", Kind.REFERENCE, "查实后登记的问题", refers="finding", width=17)
    repeats: str | None = column("重复自", Kind.CODE, "由程序判定：同一业主同一类投诉的上一件", computed=True, width=17)
    rectification: str | None = column("关联整改", Kind.TEXT, "由程序填写：关联问题的整改编号和状态", computed=True, width=24)
    due_on: date | None = column("办结期限", Kind.DATE, "由程序推算", computed=True, width=12)
    in_time: str | None = column("是否及时", Kind.TEXT, "由程序判定；空白为未到期", computed=True, width=9)
    state: str | None = column("状态", Kind.TEXT, "由程序判定", computed=True, width=9)
    overdue_days: int | None = column("逾期天数", Kind.WHOLE, "由程序计算", computed=True, width=9)
