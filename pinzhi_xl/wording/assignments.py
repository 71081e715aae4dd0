"""What 任务跟踪 and 流程修订 are put into words with: their papers and problems."""

from pinzhi_xl.sheets.assignments import AssignmentState
from pinzhi_xl.sheets.revisions import RevisionState
from pinzhi_xl.wording.problem_entry import Entry, error, reminder

FOLLOW_UP, REVISIONS_OF_YEAR, QUALITY_PLAN = "管理人员工作安排落实情况", "流程修订汇总", "品质管理计划"

LEGAL_STEPS = {
    AssignmentState.WAITING: "填进度、填完成日期、填延期至，或验证结论填取消",
    AssignmentState.RUNNING: "填进度、填完成日期、填延期至，或验证结论填取消",
    AssignmentState.RETURNED: "重做后改完成日期（晚于验证日期）、填延期至，或验证结论填取消",
    AssignmentState.OVERDUE: "填完成日期、填延期至，或验证结论填取消",
    AssignmentState.TO_VERIFY: "验证结论填通过或退回",
    AssignmentState.DONE: "没有下一步，任务已完成",
    AssignmentState.CANCELLED: "没有下一步，任务已取消",
}
"""State of an assignment → what may be filled in next."""

REVISION_STEPS = {
    RevisionState.PROPOSED: "审批填同意或不同意，并填审批人、审批日期",
    RevisionState.REFUSED: "清空新版本和生效日期；要改请另提一行修订",
    RevisionState.APPROVED: "填新版本、生效日期",
    RevisionState.IN_FORCE: "没有下一步，再改请另提一行修订",
}
"""State of a revision → what may be filled in next."""

PROBLEMS: dict[str, Entry] = {
    "assignment-without-owner": reminder("这项任务没有责任人。", "请填责任人；没有人负责的任务落实不了。"),
    "assignment-without-deadline": reminder("这项任务没有期限，不计入任务按时完成率。", "请填期限。"),
    "assignment-due-too-early": error("期限 {value} 早于布置日期 {day}。", "请核对布置日期和期限。"),
    "assignment-extension-alone": error("有延期至，没有期限。", "请先填原来的期限。"),
    "assignment-extension-not-later": error("延期至 {value} 不晚于期限 {due}。", "请核对延期至。"),
    "assignment-done-too-early": error("完成日期 {value} 早于布置日期 {day}。", "请核对布置日期和完成日期。"),
    "assignment-done-in-future": error("完成日期 {value} 在今天（{today}）之后。", "完成后再填。"),
    "assignment-not-done": error(
        "任务还没有完成（{state}），验证结论不能填{value}；现在可以：{legal}。", "请先填完成日期，或清空验证结论。"
    ),
    "assignment-done-not-cancelled": error(
        "任务已填完成日期（{state}），不能取消；现在可以：{legal}。", "请改验证结论，或清空完成日期。"
    ),
    "assignment-verdict-without-day": error("有验证结论，没有验证日期。", "请填验证日期。"),
    "assignment-verdict-without-person": error("有验证结论，没有验证人。", "请填验证人。"),
    "assignment-day-without-verdict": reminder("有验证日期，没有验证结论。", "请填验证结论：通过、退回或取消。"),
    "assignment-verified-too-early": error("验证日期 {value} 早于完成日期 {done}。", "请核对两个日期。"),
    "assignment-verified-in-future": error("验证日期 {value} 在今天（{today}）之后。", "验证后再填。"),
    "assignment-own-verifier": reminder("验证人就是责任人 {value}。", "请由责任人以外的人验证。"),
    "assignment-all-but-done": reminder("进度已是 100，没有完成日期。", "请填写完成日期。"),
    "assignment-done-not-all": reminder("有完成日期，进度只有 {value}。", "请核对进度和完成日期。"),
    "assignment-without-result": reminder("已完成，没有写完成情况。", "请写做了什么、结果如何。"),
    "assignment-unknown-resolution": reminder("“专题会决议”里没有 {value}。", "请核对来源编号。"),
    "assignment-twice": error(
        "决议 {value} 已有任务 {number}（第 {line} 行）。", "一项决议只转一条任务，请删去或改来源编号。"
    ),
    "revision-without-approver": error("有审批，没有审批人。", "请填审批人。"),
    "revision-without-approval-day": error("有审批，没有审批日期。", "请填审批日期。"),
    "revision-approved-too-early": error("审批日期 {value} 早于提出日期 {day}。", "请核对两个日期。"),
    "revision-approved-in-future": error("审批日期 {value} 在今天（{today}）之后。", "审批后再填。"),
    "revision-not-approved": error(
        "修订{state}，不能生效；现在可以：{legal}。", "请按上面的步骤办，或清空生效日期。"
    ),
    "revision-effective-too-early": error(
        "生效日期 {value} 早于审批日期 {day}。", "批准以前不能生效，请核对日期。"
    ),
    "revision-without-effective-day": reminder("已批准，没有生效日期。", "请填生效日期。"),
    "revision-same-edition": error("新版本与原版本相同（{value}）。", "请核对版本。"),
    "revision-edition-lacking": reminder("类型为{kind}，应填{label}。", "请补填版本。"),
    "revision-edition-idle": error("类型为{kind}，不应有{label} {value}。", "请核对类型和版本。"),
    "revision-not-in-standard": reminder(
        "修订 {number} 已生效，“检查标准”里没有{day}{what}的相应条款。",
        "请在检查标准增加新版本行并停用旧行，或核对章节、版本、生效日期。",
    ),
    "edition-without-revision": reminder(
        "条款 {item} 的版本 {edition} 从 {value} 起生效，“流程修订”里没有批准的修订。",
        "请在流程修订补登这次修订。",
    ),
    "ended-without-revision": reminder(
        "条款 {item} 从 {value} 起停用，没有新版本接替，“流程修订”里也没有批准的废止。",
        "请在流程修订补登，类型填废止。",
    ),
}
BEGINS, ENDS = "起生效", "起停用"

PUBLIC_IMAGE, RECORDS = "公共形象标准督察情况", "检查记录移交单"
NOBODY = "未指定"
NO_DEPARTMENT = "未填部门"
PROGRESS = "{progress}%"
FOLLOWED = "本月布置任务 {given} 项，截至{as_of}，{month}及以前布置、尚未结束的 {open} 项，其中逾期 {overdue} 项、待验证 {waiting} 项。"
DUE_RATE = "本月到期 {due} 项，按时完成 {done} 项，任务按时完成率 {rate}。"
NO_DUE = "本月没有到期的任务。"
PASSED_RATE = "本月验证 {whole} 项，通过 {part} 项。"
REVISED = "{year}年提出修订 {given} 项，批准 {agreed} 项，未批准 {refused} 项，待审批 {open} 项；截至{as_of}当年已生效 {in_force} 项，其中修改、简化 {improved} 项（流程优化项数）。"
PLANNED = (
    "{year}年品质管理计划任务 {count} 项，截至{as_of}完成 {done} 项，逾期 {overdue} 项，平均进度 {progress}。"
)
PLAN_NEEDS = "本年度需求访谈、经验交流 {count} 项，计划任务据此安排。"
YEAR = "{year}年"
YEAR_FILE = "{year}年 公司"
FIRST_EDITION = "原版"
EVERY_CHAPTER = "全部"
IMAGE_FOUND = "公共形象标准 {items} 条，本月计分和不计分检查共 {visits} 次，发现问题 {findings} 个（{places} 处），扣 {deduction} 分；涉及条款 {hit} 条。"
IMAGE_NONE = "公共形象标准 {items} 条，本月检查 {visits} 次，没有发现问题。"
IMAGE_REPEATS = "其中重复问题 {count} 个。"
IMAGE_BEFORE = "上月问题 {before} 个。"
RECORDS_SUM = "检查 {visits} 次，问题 {findings} 个（{places} 处），扣 {deduction} 分；违纪处罚 {penalties} 份，照片 {photos} 张。"

ON_TIME_RATE, PASS_RATE, IMPROVED_COUNT = "任务按时完成率", "任务验证合格率", "流程优化项数"
ON_TIME_FORMULA = "期限内完成 ÷ 期内到期的任务（不含取消；未到期的不计）"
PASS_FORMULA = "验证通过 ÷ 期内已验证的任务（通过、退回）"
IMPROVED_FORMULA = "期内生效的流程修订中类型为修改、简化的项数"
