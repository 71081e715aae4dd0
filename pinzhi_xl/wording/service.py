"""What 投诉台账 and 报修工单 are put into words with: their steps, papers, figures and problems."""

from pinzhi_xl.sheets.service_terms import ComplaintState, RepairState
from pinzhi_xl.wording.problem_entry import Entry, error, reminder

REPLY, ANALYSIS = "投诉回复单", "投诉报修分析"

COMPLAINT_STEPS = {
    ComplaintState.TO_CLASSIFY: "分类（填分类、有效性、级别）",
    ComplaintState.TO_ASSIGN: "派发（填派发部门），或把有效性改为无效",
    ComplaintState.HANDLING: "处理（填处理结果和办结日期）",
    ComplaintState.TO_REVISIT: "回访（填回访人、回访日期、满意度）",
    ComplaintState.TO_REPLY: "回复（填回复日期）",
    ComplaintState.REPLIED: "没有下一步，投诉已回复",
    ComplaintState.INVALID: "填原因和回复日期，或把有效性改为有效",
}
"""State of a complaint → the legal next steps."""

REPAIR_STEPS = {
    RepairState.TO_ASSIGN: "派工（填派工），或填取消原因",
    RepairState.TO_RESPOND: "响应（填响应时间），或填取消原因",
    RepairState.REPAIRING: "完成（填处理结果和完成日期），或填取消原因",
    RepairState.TO_REVISIT: "回访（填回访人、回访日期、回访满意度）",
    RepairState.DONE: "没有下一步，工单已完成",
    RepairState.CANCELLED: "没有下一步；要修请清空取消原因",
}
"""State of a repair order → the legal next steps."""

PROBLEMS: dict[str, Entry] = {
    "complaint-step-too-early": error(
        "投诉{state}，还不能填“{label}”；现在可以：{legal}。",
        "请按登记、分类、处理、回访、回复的顺序补齐，或清空“{label}”。",
    ),
    "complaint-invalid-handled": error(
        "无效投诉不派发、不办结、不回访，却填了“{label}”；现在可以：{legal}。",
        "请清空“{label}”，或把有效性改为有效。",
    ),
    "complaint-day-too-early": error("{label} {value} 早于{before} {limit}。", "请核对这两个日期。"),
    "complaint-day-in-future": error("{label} {value} 在今天（{today}）之后。", "办了再填；请核对日期。"),
    "complaint-received-in-future": reminder("日期 {value} 在今天（{today}）之后。", "请核对日期。"),
    "complaint-answer-too-early": error(
        "响应时间 {value} 早于受理时间 {limit}。", "请核对时间；第二天响应的请填响应日期。"
    ),
    "complaint-other-community": error(
        "问题 {value} 是“{owner}”的，投诉是“{community}”的。", "请核对关联问题编号或项目。"
    ),
    "complaint-unclassified": reminder("受理后还没有分类。", "请{legal}。"),
    "complaint-unassigned": reminder("已分类，还没有派发。", "请{legal}。"),
    "complaint-unanswered": reminder(
        "{urgency}投诉应在 {hours} 小时内答复，还没有响应。", "请马上联系投诉人，并填响应日期、响应时间。"
    ),
    "complaint-overdue": reminder("投诉已过办结期限 {due}，逾期 {days} 天。", "请督办派发部门，并向投诉人说明。"),
    "complaint-revisit-due": reminder("办结已满 {days} 个工作日，还没有回访。", "请{legal}。"),
    "complaint-reply-due": reminder("回访已满 {days} 个工作日，还没有回复。", "请出投诉回复单，并填回复日期。"),
    "complaint-without-prevention": reminder(
        "{why}投诉已办结，没有预防措施。", "请写明怎样防止再发生；长期措施可另登记问题、开整改单。"
    ),
    "complaint-without-cause": reminder("投诉已办结，没有原因分类。", "请填原因和原因分类，投诉分析要用。"),
    "complaint-invalid-without-reason": reminder(
        "判为无效，没有写原因。", "请在原因栏写明为何无效，并向投诉人解释。"
    ),
    "complaint-dissatisfied": reminder(
        "回访{value}，既没有预防措施，也没有关联问题。", "请再处理并回访，把结果和措施补进本行。"
    ),
    "complaint-promise-too-long": reminder(
        "承诺时限 {value} 晚于规定期限 {limit}。", "请核对；确需延长请向投诉人说明。"
    ),
    "owner-full-name": reminder("{label}像是全名。", "请写成{masked}：业主的个人信息只记必要的。"),
    "repair-step-too-early": error(
        "工单{state}，还不能填“{label}”；现在可以：{legal}。",
        "请按派工、响应、完成、回访的顺序补齐，或清空“{label}”。",
    ),
    "repair-cancelled-done": error(
        "工单已取消，却填了“{label}”；现在可以：{legal}。", "请清空“{label}”，或清空取消原因。"
    ),
    "repair-day-too-early": error("{label} {value} 早于{before} {limit}。", "请核对这两个时间。"),
    "repair-day-in-future": error("{label} {value} 在今天（{today}）之后。", "办了再填；请核对日期。"),
    "repair-received-in-future": reminder("报修日期 {value} 在今天（{today}）之后。", "请核对日期。"),
    "repair-without-time": reminder("急修没有{label}，是否及时只能按日期判断。", "请填{label}。"),
    "repair-unassigned": reminder("报修后还没有派工。", "请{legal}。"),
    "repair-overdue": reminder("工单已过完成期限 {due}。", "请督办；修不好的请与业主另约，填承诺完成。"),
    "repair-revisit-due": reminder("完成已满 {days} 个工作日，还没有回访。", "请{legal}。"),
    "no-settled-complaint": reminder(
        "{period} 没有办结的投诉，没有出投诉回复单。", "请核对月份，以及投诉台账的办结日期。"
    ),
    "no-service-rows": reminder(
        "{period} 没有投诉和报修，没有出投诉报修分析。", "请核对月份，以及投诉台账、报修工单是否已录入。"
    ),
    "reply-withheld": error("投诉 {value} 这一行还有错误，没有出投诉回复单。", "请先运行校验并改正这一行，再出。"),
}

RECTIFICATION = "{number} {state}"
NO_NUMBER = "未开整改单"
MOMENT = "{:%Y-%m-%d %H:%M}"
REPEATED = "重复"

GENERIC_OWNERS = frozenset(
    {
        "业主",
        "某业主",
        "租户",
        "住户",
        "商户",
        "访客",
        "匿名",
        "匿名业主",
        "多名业主",
        "多户业主",
        "业主代表",
        "家属",
    }
)
"""What may stand for an owner without a name."""

OWNER_MARKS = ("*", "某", "先生", "女士", "小姐", "业主", "租户", "住户")
"""A name with any of these in it is no full name."""

STAFF = "工作人员"
"""Stands for the names of employees in what goes to owners."""

HANDLING_RATE = "投诉处理率"
ON_TIME_RATE = "投诉及时率"
SATISFIED_RATE = "投诉满意率"
REPEAT_RATE = "重复投诉率"
COMPLAINT_RATE = "投诉率"
REPAIR_ON_TIME = "报修及时率"
REPAIR_DONE = "报修解决率"
REPAIR_SATISFIED = "报修满意率"
REPAIR_RESPONSE = "报修平均响应"
HANDLING_FORMULA = "办结 ÷ 受理（受理不含无效）"
ON_TIME_FORMULA = "办结期限内办结 ÷ 受理（含未到期的）"
SATISFIED_FORMULA = "回访满意（非常满意、满意）÷ 已回访"
REPEAT_FORMULA = "重复投诉 ÷ 受理"
COMPLAINT_FORMULA = "有效投诉件数 ÷（入住户数 ÷ 1000）；没有填入住户数的项目不计"
REPAIR_ON_TIME_FORMULA = "按时限到场并完成 ÷ 报修总数（不含取消）"
REPAIR_DONE_FORMULA = "完成 ÷ 报修总数（不含取消）"
REPAIR_SATISFIED_FORMULA = "回访满意（非常满意、满意）÷ 已回访"
REPAIR_RESPONSE_FORMULA = "报修到到场的分钟数之和 ÷ 有时间记录的单数"

OWNER = "业主"
ROOM_IN_BRACKETS = "（{room}）"
REPLY_FILE = "{number} {community}"
REPLY_LEAD = "您于{day}向{community}管理处反映的问题，我们已经处理，现回复如下："
NO_PREVENTION = "已按上述结果处理，并将继续关注。"

RECEIVED = "{month}受理投诉 {count} 件（上月 {before} 件），另有无效 {invalid} 件；已办结 {settled} 件，重复投诉 {repeated} 件。"
NO_COMPLAINT = "{month}没有受理投诉（上月 {before} 件）。"
LATE = "截至统计日，已过期限未办结的投诉 {overdue} 件（含以前月份）；首次响应超时 {unanswered} 件。"
MOST = "投诉最多的是{category}（{count} 件，占 {share}）。"
MOST_CAUSE = "已查明的原因以{cause}为主（{count} 件）。"
TO_PREVENT = "重复、重大投诉中还缺预防措施的 {count} 件。"
REPAIRS = "报修 {count} 单（急修 {urgent} 单，上月共 {before} 单），已完成 {done} 单；截至统计日，已过期限未完成 {overdue} 单（含以前月份）。"
NO_REPAIR = "{month}没有报修（上月 {before} 单）。"
WRONG_ROWS = "投诉台账、报修工单还有 {count} 处错误，有关各行按已查实的步骤统计；请校验改正后重出。"
MINUTES = "{figure} 分钟"
PER_THOUSAND = "{figure} 件/千户"
UNKNOWN_CATEGORY, UNKNOWN_CAUSE = "未分类", "未填原因分类"
OF_COMPLAINTS, OF_REPAIRS = "投诉", "报修"
