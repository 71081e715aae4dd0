"""What the seminar is put into words with: its agenda, its papers, its problems."""

from pinzhi_xl.wording.problem_entry import Entry, error, reminder

SEMINAR = "专题会准备"

UNNUMBERED = "未编号"
UNDATED = "未定"
AND_MORE = "等"
ITEM = "{code} {name}"
RED_LINE_TOPIC = "{day:%m-%d} {place} {facts}"
OVERDUE_TOPIC = "逾期未完成的整改 {count} 项，最长逾期 {days} 天（{communities}；{numbers}）"
REPEAT_TOPIC = "整改后再次出现的问题 {count} 个，最多第 {most} 次（{communities}；{items}）"
FREQUENT_TOPIC = "{item} 本月出现 {count} 个（{communities}）"
CAUSE_TOPIC = "原因“{cause}”的问题 {count} 个，占本月 {share}%"
OPEN_TOPIC = "未到期、未关闭的整改 {count} 项（{parts}）"
OPEN_PART = "{name} {count}"
UNFINISHED_TOPIC = "决议 {number}（期限 {due}）未落实：{measure}"

ASK = "将为 {month} 的专题会写入：新会议 {meetings} 次、议题 {topics} 条、任务 {tasks} 条。继续？"
DONE = "会议 {meeting}：新议题 {topics} 条，新任务 {tasks} 条"
NOTHING_NEW = "{month} 的专题会（{meeting}）没有新的议题和任务。"
RECORDED = "会议 {meeting} 已有纪要，议题不再变动。"
TOPIC_LINE = "议题 {source} {community}{department} {content}"
TASK_LINE = "任务 {number} ← {resolution} {department} {content}"

PROBLEMS: dict[str, Entry] = {
    "meeting-month-unreadable": error("月份“{value}”看不懂。", "请写成 2014-08。"),
    "meeting-without-chair": reminder("会议已开，没有主持人。", "请填主持。"),
    "meeting-without-attendees": reminder("会议已开，没有参会人员。", "请填参会人员，签到表由此印出。"),
    "meeting-without-minutes": reminder("会议已开，没有纪要。", "请填纪要；写好后用“专题研讨会纪要”出文。"),
    "minutes-before-meeting": error(
        "会议定在 {day}，还没有开（筹备），不能有纪要；现在可以：改议题、改日期。", "开会后再填纪要，或更正日期。"
    ),
    "meeting-needs-assignments": reminder(
        "启用了专题会，没有启用任务跟踪，决议转成的任务看不到。", "请在参数“启用模块”加上任务跟踪。"
    ),
    "resolution-incomplete": error(
        "决议 {number} 没有{label}，不能转为任务。", "请补填决议内容、责任部门、责任人和期限，缺一不可。"
    ),
    "resolution-before-meeting": error("决议日期 {value} 早于会议日期 {day}。", "请核对两个日期。"),
    "resolution-in-future": error("决议日期 {value} 在今天（{today}）之后。", "开会以后再登记决议。"),
    "resolution-due-too-early": error("期限 {value} 早于决议日期 {day}。", "请核对期限。"),
    "resolution-item-unknown": error("会议 {meeting} 没有第 {value} 个议题。", "请核对议题序号，或空着。"),
    "resolution-not-turned": reminder("决议 {number} 还没有转为任务。", "请运行 pinzhi seminar。"),
    "resolution-assignment-gone": reminder("“任务跟踪”里没有 {value}。", "任务被删去了：请恢复，或在转任务填否。"),
    "plan-not-submitted": reminder(
        "{department}应在 {day} 前就决议 {number} 提交整改计划，还没有登记。", "请在整改计划登记。"
    ),
    "plan-without-due": reminder("没有预计完成日期，不知道是否逾期。", "请填预计完成。"),
    "plan-without-owner": reminder("没有责任人。", "请填责任人。"),
    "plan-due-too-early": error("预计完成 {value} 早于提交日期 {day}。", "请核对两个日期。"),
    "plan-done-in-future": error("实际完成 {value} 在今天（{today}）之后。", "完成后再填。"),
    "plan-done-too-early": error("实际完成 {value} 早于提交日期 {day}。", "请核对两个日期。"),
    "plan-all-but-done": error(
        "进度 100，没有实际完成日期；现在可以：填实际完成，或把进度改为 0–99。", "请填实际完成。"
    ),
    "plan-done-not-all": error(
        "有实际完成日期，进度为 {value}；现在可以：进度填 100，或清空实际完成。", "请核对进度和实际完成。"
    ),
    "plan-checked-too-early": error("跟进日期 {value} 早于提交日期 {day}。", "请核对两个日期。"),
    "plan-checked-in-future": error("跟进日期 {value} 在今天（{today}）之后。", "跟进检查后再填。"),
    "plan-check-incomplete": reminder("有跟进情况，没有{label}。", "请补填{label}。"),
    "plan-resolution-elsewhere": error(
        "决议 {value} 属于会议 {meeting}，不是 {own}。", "请核对会议编号和决议编号。"
    ),
}

MATERIAL, MINUTES, PROGRESS = "专题研讨会材料", "专题研讨会纪要", "整改计划及完成进度表"
RED_LINE, QUALITY_REPORT = "红线通报", "品质管理报告"
SEMINAR_NAME = "月度品质督导专题研讨会"
NO_MINUTES = "（会后补记）"
WHOLE_COMPANY = "全公司"
PLANS_SUM = "整改计划 {count} 项，截至{as_of}完成 {done} 项，逾期 {overdue} 项，平均进度 {progress}。"
NOT_SUBMITTED = "决议的责任部门中还没有提交整改计划的：{names}。"
RESOLUTIONS_SUM = "决议 {count} 项，已落实 {done} 项，落实中 {open} 项，其中逾期 {overdue} 项。"
RED_LINE_EFFECT = "按评分办法：当日得分最高计 {cap}（本次当日得分 {day_score}），{month}等级为差，排在没有红线的项目之后，不得评优。"
RED_LINE_MONTH = "这是该项目{month}第 {place} 项红线（当月共 {count} 项）。"
RED_LINE_AGAIN = "同一位置整改后再次出现，第 {count} 次。"
REPORT_TASKS = "任务：到期 {due} 项，按时完成 {done} 项（{rate}）；未结束 {open} 项，其中逾期 {overdue} 项。"
REPORT_SEMINAR = "专题会：{topic}，议题 {items} 条，决议 {count} 项，已落实 {done} 项。"
REPORT_PLANS = "整改计划：{count} 项，完成 {done} 项，逾期 {overdue} 项，平均进度 {progress}。"
REPORT_REVISIONS = "流程修订：本月生效 {count} 项，其中修改、简化 {improved} 项。"
HOUSEHOLDS = "{figure} 件/千户"
POINTS = "{figure} 分"
