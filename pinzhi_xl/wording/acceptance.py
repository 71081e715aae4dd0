"""The words of acceptance: problems, legal next steps, and the paper."""

from pinzhi_xl.wording.problem_entry import Entry, error, reminder

STEP_DONE = "填写整改完成日期"
STEP_REINSPECT = "填写复验日期、复验人和复验结论"
STEP_SECOND = "填写二次期限"
STEP_DONE_AGAIN = "再整改后把整改完成日期改为复验日期之后的新日期"
STEP_VOID = "登错了的填写作废原因"
STEP_NOTHING = "不再改动，已关闭"

ACCEPTING: dict[str, Entry] = {
    "defect-reinspected-before-done": error(
        "问题 {number} 没有整改完成日期，就填了{label}；现在可以：{legal}。", "请先填整改完成日期，或清空{label}。"
    ),
    "defect-outcome-without-day": error(
        "问题 {number} 有复验结论，没有复验日期；现在可以：{legal}。", "请填写复验日期，或清空复验结论。"
    ),
    "defect-day-without-outcome": reminder(
        "有复验日期，没有复验结论，暂按待复验。", "请填写复验结论：合格或不合格。"
    ),
    "defect-passed-before-done": error(
        "复验日期 {value} 早于整改完成日期 {done}，不能判合格；现在可以：{legal}。", "请核对两个日期。"
    ),
    "defect-without-second-deadline": error(
        "问题 {number} 复验不合格，没有二次期限；现在可以：{legal}。", "请填写二次期限。"
    ),
    "defect-second-deadline-unasked": error(
        "问题 {number} 没有复验，就填了二次期限；现在可以：{legal}。", "请先复验；没有复验不合格请清空二次期限。"
    ),
    "defect-second-deadline-early": error("二次期限 {value} 早于复验日期 {day}。", "请核对二次期限。"),
    "defect-done-before-found": error("整改完成日期 {value} 早于发现日期 {day}。", "请核对两个日期。"),
    "defect-due-before-found": error("期限 {value} 早于发现日期 {day}。", "请核对期限。"),
    "defect-due-relaxed": reminder(
        "{severity} 类的期限 {value} 晚于按分级的 {limit}。",
        "A 类应立即整改；确需放宽的请在整改要求写明批准和临时措施。",
    ),
    "defect-in-future": reminder("{label} {value} 在今天（{today}）之后，暂不算数。", "请核对日期。"),
    "defect-without-reinspector": reminder("有复验结论，没有复验人。", "请填写复验人。"),
    "defect-without-unit": reminder("没有责任单位，不知道由谁整改。", "请填写建设、施工或供货单位。"),
    "defect-other-community": error(
        "测试 {value} 是“{owner}”的，这一行是“{community}”。", "请核对测试编号或项目。"
    ),
    "test-failed-without-defect": reminder(
        "测试 {number} 不合格，“交付验收”没有登记遗留问题。", "请在“交付验收”登记，填上这个测试编号。"
    ),
    "document-overdue": reminder(
        "“{community}”{day} 交付，应在 {limit} 前移交资料，“{value}”还缺 {missing} 份。",
        "请催建设单位移交，并填写已交份数和移交日期。",
    ),
    "document-not-listed": reminder(
        "“{value}”的交付资料没有登记：{names}。", "请在“交付资料”给该项目逐种登记；确实不需要的应有份数填 0。"
    ),
    "document-too-many": reminder("已交 {value} 份，多于应有 {expected} 份。", "请核对份数。"),
    "document-undated": reminder("填了已交份数，没有移交日期。", "请填写移交日期。"),
    "document-uncounted": reminder("填了移交日期，没有已交份数，仍按没有交。", "请填写已交份数。"),
    "delivery-unplanned": reminder(
        "“{value}”没有交付计划，不知道资料何时应移交。", "请在“交付计划”填写该项目的交付日期。"
    ),
    "acceptance-without-owners": reminder(
        "已填验收日期，没有业主代表。", "验收应有业主代表共同参加；请填写业主代表。"
    ),
    "acceptance-after-delivery": reminder(
        "验收日期 {value} 在交付日期 {day} 之后。", "应先验收后交付，请核对日期。"
    ),
    "delivered-with-class-a": reminder(
        "“{community}”{day} 已到交付日期，A 类问题 {value} 还没有关闭。",
        "A 类涉及结构安全、消防，关闭前不宜交付；请采取临时措施并报告。",
    ),
    "design-stage-missing": reminder(
        "“{value}”有施工图的评审意见，没有初步设计的。", "两个阶段都要参与；确未参与的请在评审意见写明原因。"
    ),
    "opinion-rejected-without-answer": reminder("意见不采纳，没有回复。", "请填写设计或建设单位不采纳的理由。"),
    "opinion-answered-without-adoption": error(
        "有回复日期，没有采纳情况；现在可以：填写采纳、部分采纳或不采纳。", "请填写采纳情况，或清空回复日期。"
    ),
    "opinion-answered-early": error("回复日期 {value} 早于评审日期 {day}。", "请核对两个日期。"),
    "opinion-overdue": reminder("意见 {number} 应在 {day} 前回复，还没有回复。", "请催设计或建设单位回复。"),
    "nothing-to-accept": reminder(
        "{day} 没有交付验收的资料、测试或遗留问题，没有出清单。", "请先在“交付资料”“查验测试”“交付验收”登记。"
    ),
    "acceptance-withheld": error(
        "“{community}”的“{sheet}”第 {line} 行有错误，没有出交付验收遗留问题清单。", "请先按校验结果改正该行。"
    ),
}

DEFECT_LIST = "交付验收遗留问题清单"
UNKNOWN = "未填"
NOTHING = "—"
NOT_TESTED = "未测"
COMPLETE = "齐全"
MISSING = "缺 {missing} 份"
LATE = "{day}（迟 {days} 日）"
SUMMARY_DOCUMENTS = (
    "应移交资料 {kinds} 种，齐全 {complete} 种，缺 {missing} 种；按交付前 {lead} 日，应在{limit}前移交。"
)
SUMMARY_DOCUMENTS_UNDATED = "应移交资料 {kinds} 种，齐全 {complete} 种，缺 {missing} 种；没有交付日期。"
SUMMARY_TESTS = "查验测试 {tests} 项，合格 {passed} 项，不合格 {failed} 项，未测 {untested} 项。"
SUMMARY_DEFECTS = "登记遗留问题 {all} 项，已关闭 {closed} 项，未关闭 {open} 项（A 类 {a}、B 类 {b}、C 类 {c}），其中逾期 {overdue} 项。"
SUMMARY_OPINIONS = "前期设计评审意见 {all} 条，采纳 {adopted} 条，部分采纳 {partly} 条，不采纳 {rejected} 条，未回复 {waiting} 条。"
CLASS_A_OPEN = "有 A 类问题未关闭，涉及结构安全或消防，请立即整改，关闭前采取临时措施。"
OVERDUE_STATE = "{state} {days} 日"
LIST = "、"
