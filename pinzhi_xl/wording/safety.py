"""What is said of drills, hidden dangers, equipment and its maintenance."""

from collections.abc import Mapping

from pinzhi_xl.wording.problem_entry import Entry, error, reminder

DRILL_RECORD = "演练记录"
MONTHLY = "安全设备月报"

FAILURE_RATE, FAILURE_RATE_FORMULA = "设施故障率", "故障台次 ÷ 设备总台次（每台每月计一台次）"
INTACT_RATE, INTACT_RATE_FORMULA = "设施完好率", "期末完好台数 ÷ 总台数；故障、停用不算完好，报废不计"
REPAIR_RATE, REPAIR_RATE_FORMULA = "维修及时率", "在“故障修复时限”内修复的故障 ÷ 故障"
UPKEEP_RATE, UPKEEP_RATE_FORMULA = "保养计划执行率", "已保养项 ÷ 到期的计划项"
COMPLETE_RATE, COMPLETE_RATE_FORMULA = "记录完整率", "已填项 ÷ 应填项"
ACCURATE_RATE, ACCURATE_RATE_FORMULA = "记录准确率", "抽查准确项 ÷ 抽查项"

DRILL_HINT = "请写应急演练“预案”里有的名称，如“火灾、电梯困人、防汛”；不要求的留空白"

DRILL_STEPS: Mapping[str, str] = {
    "待实施": "填实施日期，或填取消原因",
    "逾期未做": "填实施日期，或填取消原因",
    "待评估": "填评估和问题与改进",
    "已完成": "没有，已评估完毕",
    "已取消": "清空取消原因后再实施",
}
"""状态 of a drill → what may be done next."""

DANGER_STEPS: Mapping[str, str] = {
    "待整改": "填完成日期",
    "逾期": "填完成日期",
    "未消除": "再整改，填复查日期以后的完成日期",
    "待复查": "由责任人以外的人复查，填复查人、复查日期和结论",
    "已关闭": "没有，已消除",
}
"""状态 of a hidden danger → what may be done next."""

UPKEEP_STEPS = "先填完成日期，再填记录情况"
"""What may be done with maintenance that has not been done."""

_DRILLS: dict[str, Entry] = {
    "drill-overdue": reminder("演练计划日期 {value} 已过，还没有实施。", "请实施后填实施日期；不做的填取消原因。"),
    "drill-not-evaluated": reminder("{day} 的演练还没有评估。", "请填评估，并写明问题与改进。"),
    "drill-in-future": error("实施日期 {value} 在今天（{today}）之后。", "请核对实施日期。"),
    "drill-step": error("演练还是“{state}”，不能填“{label}”；现在可以：{legal}。", "请按顺序填写。"),
    "drill-cancelled-though-held": error(
        "演练已在 {day} 实施，不能取消；现在可以：{legal}。", "请清空取消原因；没有做的清空实施日期。"
    ),
    "drill-not-numbered": error("{value} 的演练还没有编号，不能出演练记录。", "请填计划日期，编号由程序给出。"),
    "drill-not-held": reminder(
        "{period} 没有实施过演练，没有出演练记录。", "演练后请在“应急演练”填实施日期；本月不演练的不用处理。"
    ),
    "drill-knew-more": error("答对人数 {value} 多于抽问人数（{asked}）。", "请核对这两个数。"),
    "drill-without-participants": reminder("已实施的演练没有参加人数。", "请按签到填参加人数。"),
    "drill-without-lessons": reminder("评估为“{verdict}”，没有写问题与改进。", "请写明问题和怎样改进。"),
    "drills-missing": reminder(
        "{value} 今年既没有演练也没有排计划的预案：{plans}。",
        "请在“应急演练”排上；不要求的从参数“年度演练预案”中去掉。",
    ),
    "regulation-review-due": reminder(
        "{name} 应在 {value} 以前复审，已过期。", "请复审后填新的复审日期；不再用的填废止日期。"
    ),
    "regulation-missing": reminder(
        "“安全制度”里没有现行有效的“{value}”制度。", "请登记这类制度的名称和生效日期。"
    ),
}

_DANGERS: dict[str, Entry] = {
    "danger-without-owner": reminder("隐患没有责任人，无人负责消除。", "请填责任人的工号或姓名。"),
    "danger-without-deadline": reminder("隐患没有期限。", "请填最迟消除的日期（自然日，不因节假日顺延）。"),
    "danger-without-interim": error(
        "重大隐患没有临时措施，消除以前无人防护。", "请写明消除以前怎样防护，如停用、围挡、专人值守。"
    ),
    "danger-overdue": reminder(
        "隐患应在 {value} 以前消除，已逾期 {days} 天。", "请督促责任人；消除后填完成日期。"
    ),
    "danger-due-too-early": error("期限 {value} 早于发现日期（{day}）。", "请核对期限。"),
    "danger-done-too-early": error("完成日期 {value} 早于发现日期（{day}）。", "请核对完成日期。"),
    "danger-done-in-future": error("完成日期 {value} 在今天（{today}）之后。", "请核对完成日期。"),
    "danger-reviewed-in-future": error("复查日期 {value} 在今天（{today}）之后。", "请核对复查日期。"),
    "danger-step": error("隐患还是“{state}”，不能填“{label}”；现在可以：{legal}。", "请先完成前一步。"),
    "danger-review-incomplete": error("复查缺“{label}”。", "复查人、复查日期、结论要一起填。"),
    "danger-reviewed-before-done": error(
        "复查日期 {value} 早于完成日期（{done}），不能算已消除。", "请核对这两个日期。"
    ),
    "danger-own-review": error("责任人 {value} 不能复查自己的整改；现在可以：{legal}。", "请改由其他人复查。"),
    "danger-drill-elsewhere": error(
        "演练 {value} 是 {community} 的，与隐患的项目不符。", "请核对演练编号或项目。"
    ),
}

_EQUIPMENT: dict[str, Entry] = {
    "lift-expired": error(
        "电梯 {equipment} 的检验有效期 {value} 已过，不得使用。", "请停用并填停用日期；检验合格后填新的有效期。"
    ),
    "certificate-expired": reminder(
        "设备 {equipment} 的检验有效期 {value} 已过。", "请安排检验，合格后填新的有效期。"
    ),
    "certificate-expiring": reminder("设备 {equipment} 的检验有效期到 {value}，还有 {days} 天。", "请申请检验。"),
    "lift-without-certificate": reminder("电梯 {equipment} 没有检验有效期。", "请按检验合格证填检验有效期至。"),
    "equipment-without-upkeep": reminder(
        "设备 {equipment} 没有保养计划。", "请在“设备保养”排上保养项、周期和计划日期。"
    ),
    "equipment-scrapped-before-use": error("报废日期 {value} 早于启用日期（{day}）。", "请核对这两个日期。"),
    "upkeep-overdue": reminder("保养计划日期 {value} 已过，还没有做。", "请保养后填完成日期。"),
    "upkeep-in-future": error("完成日期 {value} 在今天（{today}）之后。", "请核对完成日期。"),
    "upkeep-step": error(
        "保养还是“{state}”，不能填“{label}”；现在可以：{legal}。", "请填完成日期，没有做的清空“{label}”。"
    ),
    "upkeep-filled-more": error("已填项 {value} 多于应填项（{most}）。", "请核对这两个数。"),
    "upkeep-right-more": error("准确项 {value} 多于抽查项（{most}）。", "请核对这两个数。"),
    "upkeep-unrecorded": reminder("保养已完成，没有登记记录的应填项和已填项。", "请按保养记录表填写两项数目。"),
    "upkeep-not-planned-again": reminder(
        "“{value}”周期为{cycle}，上次 {done} 完成，应在 {due} 以前再做，还没有排计划。", "请在“设备保养”加一行。"
    ),
    "failure-in-future": error("{label} {value} 在今天（{today}）之后。", "请核对日期。"),
    "failure-order": error("{label}早于{before}。", "请核对故障、到场、修复的日期和时间。"),
    "failure-units": error("故障台数 {value} 多于设备 {equipment} 的台数（{most}）。", "请核对故障台数。"),
    "failure-not-repaired": reminder(
        "设备 {equipment} 的故障已过修复时限（{hours} 小时），还没有修复。", "请督促维修；修复后填修复日期和时间。"
    ),
    "failure-without-cause": reminder("故障已修复，没有写原因。", "请写明故障原因。"),
    "trapped-elsewhere": error("{equipment} 不是电梯，不能填困人。", "请核对设备编号或困人。"),
    "rescue-late": reminder(
        "电梯困人 {minutes} 分钟后才到场，超过 {limit} 分钟。", "请与维保单位核实原因，写进“原因”。"
    ),
}

PROBLEMS: dict[str, Entry] = {**_DRILLS, **_DANGERS, **_EQUIPMENT}

COMPANY = "全部项目"
NOT_GUARDED = "未填临时措施"
EXPIRED = "已过期 {days} 天"
EXPIRING = "还有 {days} 天"
LACKING = "未登记"
NOBODY = "未定"
MINUTES = "{minutes} 分钟"
PEOPLE = "{count} 人"
ASKED = "抽问 {asked} 人，答对 {knew} 人（{share}）"
NOT_ASKED = "未抽问"
HOURS = "{hours} 小时"
UNITS = "{units} 台"
OF_YEAR = "{held} / {plans}"
NO_LESSONS = "无"
NOT_EVALUATED = "未评估"

DANGERS_SUM = "截至{day}，未消除的隐患 {open} 处，其中重大 {serious} 处、逾期 {overdue} 处；本月新发现 {found} 处，消除 {removed} 处。"
UNGUARDED_SUM = "有 {count} 处重大隐患没有临时措施，须立即补上。"
EQUIPMENT_SUM = (
    "在册设备 {units} 台，完好 {intact} 台，故障 {failed} 台，停用 {stopped} 台；本月故障 {failures} 台次。"
)
CERTIFICATES_SUM = "检验有效期已过 {expired} 项，{days} 天内到期 {expiring} 项。"
UPKEEP_SUM = "本月到期保养 {planned} 项，已做 {done} 项，未做 {open} 项。"
DRILLS_SUM = "本月实施演练 {held} 次，计划未做 {overdue} 次，待评估 {waiting} 次。"
REGULATIONS_SUM = "现行安全制度 {count} 项，到期未复审 {due} 项。"
