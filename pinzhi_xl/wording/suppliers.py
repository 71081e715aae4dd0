"""The words of reviewing suppliers: defaults of the standard, problems, and the paper."""

from pinzhi_xl.sheets.supplier_terms import StandardRule
from pinzhi_xl.wording.problem_entry import Entry, error, reminder

GRADES = ("优秀", "良好", "合格", "一般", "较差", "不合格")
"""Grades of the rates of pay, best first (practice.md §1.3, S10)."""

STEP_MEANINGS = {
    StandardRule.ABSENCE: "缺岗 {low} 人次起扣 {value} 分",
    StandardRule.COMPLAINT: "有效投诉 {low} 次起扣 {value} 分",
    StandardRule.RATE: "得分 {low} 起付当月服务费的 {value}%",
}

MEAN, MEAN_FORMULA = "供应商得分", "各供应商当月得分之和 ÷ 考核份数"

SUPPLYING: dict[str, Entry] = {
    "supplier-month-unreadable": error("供应商考核的月份“{value}”看不懂。", "请写成 2014-08。"),
    "supplier-month-ahead": error("考核月份 {value} 还没有到（今天 {today}）。", "请核对月份。"),
    "supplier-unknown": error(
        "供应商“{value}”没有在“项目部门”承接“{community}”的任何部门，作业质量无从计算。",
        "请核对名称写法，或在“项目部门”的供应商一栏填写。",
    ),
    "supplier-other-department": error(
        "“{community}”的“{value}”在“项目部门”不是由“{supplier}”承接。", "请改正部门，或在“项目部门”填写供应商。"
    ),
    "supplier-twice": error(
        "{month}“{supplier}”在“{community}”的“{value}”已在第 {first} 行考核过。",
        "同一月份只考核一次；请核对，删去重复的一行。",
    ),
    "supplier-over-points": error(
        "“{label}”扣 {value} 分，超过考核标准的分值 {points}，这一行没有计分。",
        "请改为不超过 {points}，或改考核标准。",
    ),
    "supplier-fee-without-contract": error(
        "填了当月服务费，没有合同依据，不能算扣款，这一行没有计分。",
        "请填写服务合同编号和考核条款；没有合同依据请清空当月服务费。",
    ),
    "supplier-signature-undated": error("有对方签字，没有签字日期。", "请填写签字日期。"),
    "supplier-signed-before-month-end": reminder(
        "签字日期 {value} 在考核月份 {month} 结束以前，之后的检查没有算进去。",
        "请核对签字日期，月末后再请对方确认。",
    ),
    "supplier-unsigned": reminder(
        "状态是{state}，没有对方签字。", "按分结算须由供应商签字确认；请补签字人和签字日期，或改回草稿。"
    ),
    "supplier-settled-unscored": reminder("状态是已结算，还没有得分。", "请先计算扣分，再改为已结算。"),
    "supplier-bonus-capped": reminder(
        "加分 {value} 超过上限 {limit}，按 {limit} 计。", "请核对加分；上限见“参数”供应商加分上限。"
    ),
    "supplier-unexplained": reminder(
        "有扣分或加分，没有写事实。", "请在扣分加分说明写明时间、地点、事实，供对方核对。"
    ),
    "supplier-uninspected": reminder(
        "{month}“{community}”由该供应商承接的部门没有计分检查，作业质量不扣分。",
        "请核对检查记录；确实没有检查的请在说明中写明。",
    ),
    "supplier-below-floor": reminder(
        "“{supplier}”已连续 {value} 个月低于 {floor} 分，达到解约提示的 {limit} 个月。",
        "请按服务合同约谈、限期整改或解约，由签约部门决定。",
    ),
    "supplier-not-reviewed": reminder(
        "{month}“{supplier}”的人员在“{community}”有违纪（问题 {value}），该月没有供应商考核。",
        "供应商人员不开处罚单；请在“供应商考核”补一行，按服务合同处理。",
    ),
    "supplier-points-not-100": reminder(
        "供应商考核标准的分值合计是 {total}，不是 100。", "如非有意，请核对各考核项的分值。"
    ),
    "supplier-standard-without-aspect": error("规则“分值”没有填考核项，不起作用。", "请填写考核项。"),
    "supplier-step-without-start": error("规则“{value}”没有填起点，不起作用。", "请填写从几起。"),
    "supplier-unscored": error(
        "“{supplier}”{month} 在“{community}”还没有得分，没有出考核表。",
        "请先运行校验，改正这一行和该项目当月检查的错误，再出考核表。",
    ),
    "no-supplier-review": reminder("{month} 没有供应商考核，没有出考核表。", "请在“供应商考核”登记，再出考核表。"),
}

REVIEW_FORM = "供应商月度考核表"
BASIS = "本表依据{contract}，对供应商当月服务进行考核和结算，属合同履约事项，不是对员工的处罚；供应商人员的问题由供应商按其制度处理。"
CONTRACT, NO_CONTRACT = "服务合同（{contract}）", "服务合同"
SCORED = "总分 100 分，扣 {deducted} 分，加 {bonus} 分，得分 {score}，等级“{grade}”。"
SCORED_UNGRADED = "总分 100 分，扣 {deducted} 分，加 {bonus} 分，得分 {score}。"
BY_POINTS = "按扣款法：得分不低于 {full} 不扣服务费；{floor}–{full} 每低一分扣当月服务费的 {point}%；低于 {floor} 扣 {fixed}%。"
BY_RATE = "按得分率法：{steps}。"
RATE_STEP = "{low} 分起付 {value}%"
PAID = "本月付当月服务费的 {pay}%，扣 {held}%。"
HELD = "当月服务费 {fee} 元，扣款 {held} 元（人民币{capitals}），应付 {paid} 元。"
NO_FEE = "未填当月服务费，扣款金额由签约部门按合同计算。"
STREAK = "已连续 {months} 个月低于 {floor} 分，达到服务合同的解约提示（{limit} 个月），请签约部门处理。"
DISPUTED = "供应商对本月考核有异议，核对后再结算。"
SETTLED = "本月考核已结算。"

NOT_INSPECTED = "当月没有计分检查，不扣分"
INSPECTED = "{departments} 当月检查得分 {score}"
NOTHING_DUE = "当月没有到期的整改，不扣分"
RECTIFIED = "当月到期 {due} 项，及时完成 {on_time} 项"
RECTIFIED_UNKNOWN = "结算时已核定"
ABSENT = "缺岗 {count} 人次"
COMPLAINED = "有效投诉 {count} 次"
EXPLAINED = "见说明"
NOTHING_OFF = "无扣分"
NO_EXPLANATION = "无"
MONEY = "{amount:,.2f}"
