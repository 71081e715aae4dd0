"""Words of the satisfaction survey: problems of its sheets, what is drafted, and what its papers say."""

from pinzhi_xl.wording.problem_entry import Entry, error, reminder

SURVEY: dict[str, Entry] = {
    "survey-period-unreadable": error("期次“{value}”看不懂。", "请写成 2026上半年 或 2026下半年。"),
    "survey-twice": error(
        "“{community}”{value} 的调查已在第 {first} 行登记过，满意率会算两遍。", "每个项目每半年一行；请合并两行，或改正期次、项目。"
    ),
    "survey-days-crossed": error("结束日期 {value} 早于开始日期 {day}。", "请核对两个日期。"),
    "survey-outside-period": reminder("结束日期 {value} 不在 {half} 内。", "请核对期次和日期；跨期的以结束日期所在的半年为准。"),
    "returned-over-issued": error("回收份数 {value} 多于发放份数 {issued}，回收率会超过 100%。", "请核对两个数。"),
    "returned-unissued": error(
        "填了回收份数 {value}，没有发放份数。下一步只能是：填写发放份数。", "请补填发放份数；还没有发放的请清空回收份数。"
    ),
    "returned-before-start": error(
        "调查 {value} 还没有开始（开始日期 {day}），却有{what}。未开始的调查下一步只能是：发放、改开始日期。",
        "已经开始的请改开始日期；填错行的请移到对应的调查。",
    ),
    "issued-over-households": reminder(
        "发放份数 {value} 多于入住户数 {households}。", "一户发了几份的可忽略；否则请核对入住户数。"
    ),
    "issue-rate-low": reminder("问卷发放率 {rate}% 低于目标 {target}%。", "请补发问卷；目标在“参数”问卷发放率目标。"),
    "return-rate-low": reminder("问卷回收率 {rate}% 低于目标 {target}%。", "请补收问卷；目标在“参数”问卷回收率目标。"),
    "phone-over-returned": error("电话代答份数 {value} 多于回收份数 {returned}。", "请核对两个数；电话代答的也计入回收份数。"),
    "phone-over-limit": reminder(
        "电话代答 {count} 份，占回收的 {rate}%，超过 {limit}%。", "请核实代答的真实性，以后多上门、线上回收；上限在“参数”电话代答上限。"
    ),
    "phone-miscounted": reminder("电话代答份数填 {value}，答卷中标明代答的有 {count} 份。", "请核对两处；以答卷为准时可清空这里。"),
    "answers-over-returned": error(
        "调查 {value} 的答卷有 {count} 份，多于回收份数 {returned}。", "请核对回收份数，或删去重复录入的答卷。"
    ),
    "tally-over-returned": error(
        "“{value}”合计 {count} 份，多于调查 {number} 的回收份数 {returned}。", "请核对各等级的份数和回收份数。"
    ),
    "answers-without-returned": error(
        "调查 {value} 已录入答卷，没有填回收份数。下一步只能是：填写回收份数。", "请补填回收份数（含无效的）。"
    ),
    "survey-both-ways": error(
        "调查 {number} 的“{value}”既有逐份答卷，又有汇总份数，会算两遍。", "同一次调查只用一种方式；请删去其中一种。"
    ),
    "survey-mixed-ways": reminder(
        "调查 {number} 别的维度逐份录入，“{value}”按汇总录入。", "同一次调查只用一种方式；请统一，否则各维度的份数不可比。"
    ),
    "answer-empty": reminder("第 {value} 号答卷没有一项作答，也没有意见。", "请补录，或把“有效”填为无效。"),
    "survey-not-entered": reminder(
        "调查 {value} 已于 {day} 结束，还没有录入答卷或汇总。", "请在“满意度答卷”逐份录入，或在“满意度汇总”填各等级份数。"
    ),
    "survey-without-overall": reminder(
        "调查 {value} 没有“总体”一项的答案，算不出总体满意率和得分。", "请补录“总体”。"
    ),
    "survey-small-sample": reminder(
        "调查 {value} 的有效答卷只有 {count} 份，少于 {limit} 份，结果仅供参考。", "请尽量补收；下限在“参数”小样本份数。"
    ),
    "survey-missing": reminder(
        "{half}“{community}”还没有登记满意度调查（每半年一次，A22）。", "请在“满意度调查”登记一行并安排发放；不在管的请改项目状态。"
    ),
    "survey-not-improved": reminder(
        "调查 {value} 有低于目标的维度还没有改进事项：{dimensions}。", "请运行 pinzhi survey 总表 --period {half}，或在“满意度改进”登记。"
    ),
    "survey-withheld": error("调查 {value} 有 {count} 处错误，{what}。", "请按校验结果改正满意度各表中的错误后再做一次。"),
    "improvement-other-community": error("改进事项的项目“{value}”与调查 {number} 的“{community}”不同。", "请改正项目或调查编号。"),
    "improvement-twice": error(
        "调查 {number} 的“{value}”已在第 {first} 行有改进事项{state}。", "同一维度只登记一次；前一项评估为“无效”以后才能再登记一项。"
    ),
    "improvement-before-survey": error(
        "登记日期 {value} 早于调查 {number} 的结束日期 {day}。未结束的调查下一步只能是：回收、结束。", "请核对登记日期或结束日期。"
    ),
    "improvement-survey-running": error(
        "调查 {value} 没有结束日期，还没有结果可改进。未结束的调查下一步只能是：回收、结束。", "已结束的请填写调查的结束日期。"
    ),
    "improvement-unclear": error(
        "改进事项没有可用的“{label}”，可能正是调查 {number} 要起草的，没有起草。", "请补填“{label}”后再运行一次。"
    ),
    "improvement-unplanned": error(
        "{number} 还没有{lacking}，却填了“{label}”。待定措施的下一步只能是：填写{lacking}。", "请先补齐措施、部门、责任人、期限。"
    ),
    "improvement-not-done": error(
        "{number} 还没有完成，却填了“{label}”。改进中的下一步只能是：填写完成日期、改期限。", "完成了的请填完成日期；没完成的请清空评估。"
    ),
    "improvement-undated": reminder("{number} 有效果评估，没有评估日期。", "请填写评估日期。"),
    "improvement-without-effect": error(
        "{number} 填了评估日期，没有效果评估。待评估的下一步只能是：填写有效或无效。", "请填写效果评估，或清空评估日期。"
    ),
    "improvement-days-crossed": error("“{label}”{value} 早于{before} {day}。", "请核对两个日期。"),
    "improvement-in-future": error("“{label}”{value} 晚于今天（{today}）。", "还没有发生的请留空；写错的请改正。"),
    "improvement-overdue": reminder("{number} 的期限 {value} 已过 {days} 天，还没有完成。", "请催办；完成的请填完成日期。"),
    "improvement-no-effect": reminder(
        "{number} 评估为无效，还没有再登记改进事项。未见效的下一步只能是：另起一行重新改进。", "请在“满意度改进”为同一调查、维度另起一行，写新的措施。"
    ),
    "improvement-finding-elsewhere": error("关联问题 {value} 是“{other}”的，不是“{community}”的。", "请改正关联问题编号。"),
    "survey-period-empty": reminder("{half} 没有登记满意度调查，没有起草改进事项。", "请核对期次，或先在“满意度调查”登记。"),
    "survey-still-running": reminder("调查 {value} 到 {as_of} 还没有结束，没有起草改进事项。", "请在结束并录入以后再运行。"),
}  # fmt: skip

DRAFTED_PROBLEM = "“{dimension}”满意率 {rate}%，低于目标 {target:f}%；不满意、非常不满意 {dissatisfied} 份（有效 {total} 份{small}）。"
DRAFTED_SMALL = "，样本少，仅供参考"
DEPARTMENT_OF = {
    "客服": "客服部",
    "秩序": "秩序维护部",
    "环境": "环境部",
    "绿化": "环境部",
    "工程维修": "设备维护部",
    "投诉处理": "客服部",
    "公共设施": "设备维护部",
    "收费透明": "管理处",
    "总体": "管理处",
}
"""Dimension → the department that answers for it."""

RETURNED, ANSWERS = "回收份数", "答卷或汇总"
AFTER = "（{state}）"
UNNUMBERED = "未编号"
NOT_DRAFTED, NOT_REPORTED = "没有起草改进事项", "没有列入报告"

TASK = "满意度改进"
PERIOD_OPTION = "期次，如 2026上半年；也可写 2026H1。"
BAD_PERIOD = "“{value}”不是期次。请写成 2026上半年 或 2026下半年。"
ASK = "将在“满意度改进”里为 {period} 增加 {new} 项改进（已有 {old} 项不动）。继续？"
RESULT = "新起草 {new} 项，已有 {old} 项"
LINE = "{mark} {number} {community} {dimension} 满意率 {rate}% {state}"
NEW, OLD = "新起草", "已有"
SUMMARY = "{period}：新起草 {new} 项改进，已有 {old} 项。"
NEXT = "请在“满意度改进”填写改进措施、责任部门、责任人和期限；报告：pinzhi report {file} --kind 满意度报告 --date {day}"

RATE, SCORE, ISSUED, BACK = "满意率", "满意度得分", "问卷发放率", "问卷回收率"
RATE_FORMULA = "总体的（非常满意 + 满意）÷ 有效答卷（期内结束的最近一次调查）"
SCORE_FORMULA = "总体的 Σ（5 至 1 分）÷（5 × 有效答卷）× 100（期内结束的最近一次调查）"
ISSUED_FORMULA = "发放份数 ÷ 入住户数（期内结束的最近一次调查）"
BACK_FORMULA = "回收份数 ÷ 发放份数（期内结束的最近一次调查）"
