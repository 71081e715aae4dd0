"""Words of training: problems of its sheets, and what its papers say."""

import re

from pinzhi_xl.wording.problem_entry import Entry, error, reminder

TRAINING: dict[str, Entry] = {
    "training-theme-unlisted": error(
        "必选主题“{value}”不在“参数”的必选培训里（现有：{themes}）。",
        "请改为其中一个，或在“参数”必选培训中加上“部门：{value}”；不是必选的请清空。",
    ),
    "training-theme-unmarked": reminder(
        "主题含“{theme}”，却没有填必选主题，不会计入每季度必选培训。", "确是必选培训的，请在必选主题填“{theme}”。"
    ),
    "training-department-unknown": reminder(
        "“参数”必选培训写的部门“{value}”在“部门”表里没有，不会提示漏训。", "请改为“部门”表中的名称，写成 部门：主题。"
    ),
    "training-uncovered": reminder(
        "{quarter}“{community}”还没有办必选培训“{theme}”{department}，也没有排在本季度内的计划。",
        "请在“培训计划”排一次，必选主题填“{theme}”；已办的请补齐签到。",
    ),
    "training-missed": reminder(
        "培训 {value} 计划 {day} 举办，过期 {days} 天还没有人签到。",
        "已办的请在“培训记录”补签到；改期请改计划日期；不办请填取消原因。",
    ),
    "training-cancelled-yet-held": error(
        "培训 {number} 填了取消原因，却有 {count} 人签到。已取消的培训下一步只能是：恢复（清空取消原因）。",
        "办过的请清空取消原因；确实取消的请清空这些人的签到和成绩。",
    ),
    "training-more-than-expected": error(
        "应训人数是 {value}，签到却有 {count} 人，培训覆盖率会超过 100%。", "请核对应训人数，或删去多余的签到。"
    ),
    "evaluation-before-session": error(
        "培训还没有人签到，却填了“{label}”。待实施的培训下一步只能是：签到、改期、取消。",
        "请先在“培训记录”填签到；填错行的请移到对应的培训。",
    ),
    "evaluation-unsigned": reminder("填了评估分数，没有填评估人。", "请填写评估人。"),
    "lecturer-is-no-trainer": reminder(
        "讲师“{value}”在“人员”表里没有“品质培训师”的角色。", "请核对；确由此人授课的，在“人员”的角色中加上品质培训师。"
    ),
    "signed-before-session": error("签到日期 {value} 早于培训 {number} 的计划日期 {day}。", "请核对签到日期；提前办的请改计划日期。"),
    "training-day-in-future": error("“{label}”{value} 晚于今天（{today}）。", "还没有发生的请留空；写错的请改正。"),
    "score-without-signing": error(
        "没有签到，却填了“{label}”。未签到的下一步只能是：签到。", "来了的请补签到日期；没来的请清空考核内容。"
    ),
    "exam-not-needed": reminder("培训 {number} 的考核要求是“了解”，不考核，这里的成绩不计入合格率。", "要考的请把考核要求改为熟悉或掌握。"),
    "exam-before-lesson": error("考核日期 {value} 早于签到日期 {day}。", "请核对两个日期。"),
    "exam-too-late": reminder(
        "考核日期 {value} 超过课后 {limit} 日（最迟 {day}）。", "以后请在期限内考核；期限在“参数”考核期限。"
    ),
    "exam-overdue": reminder(
        "课后 {limit} 日已过（最迟 {day}），还没有成绩，计为应考未合格。", "请补考核并填成绩；只要求了解的请改考核要求。"
    ),
    "exam-without-way": reminder("有成绩，没有填考核方式。", "请选书面、口头或实操。"),
    "retest-without-test": error("没有成绩，却填了“{label}”。下一步只能是：考核。", "请先填成绩；第一次就考过的请填在成绩栏。"),
    "retest-though-passed": error("成绩 {score} 已合格，却填了“{label}”。已合格的没有下一步。", "请清空补考内容，或核对成绩。"),
    "retest-before-test": error("补考日期 {value} 早于考核日期 {day}。", "请核对两个日期。"),
    "retest-undated": reminder("有补考成绩，没有补考日期。", "请填补考日期。"),
    "trained-not-employed": reminder("{value} 在 {day} 不在职（入职 {joined}，离职 {left}）。", "请核对工号，或“人员”的入职、离职日期。"),
    "trained-of-another-unit": reminder(
        "{value} 属于“{unit}”，不在培训 {number} 的对象“{wanted}”之内。", "请核对工号或培训编号；调岗、旁听的可不管。"
    ),
    "training-withheld": error(
        "培训 {value} 有 {count} 处错误，没有出表。", "请按校验结果改正“培训计划”“培训记录”中的错误后重出。"
    ),
    "check-without-result": reminder("抽查没有填结果。", "请选合格或不合格。"),
    "check-without-followup": reminder("抽查不合格，没有写怎样补训。", "请在“后续”写明补训或再抽查的安排。"),
    "checked-before-training": error("抽查日期 {value} 早于培训 {number} 的计划日期 {day}。", "请核对抽查日期或培训编号。"),
    "check-of-another-unit": reminder("{value} 在“{unit}”，抽查记在“{community}”。", "请核对项目或工号。"),
    "check-one-way": reminder(
        "{quarter}“{community}”的培训抽查只有{way}，没有{lacking}。", "制度要求书面和口头都抽查（Z51），请补一次{lacking}抽查。"
    ),
}  # fmt: skip

OF_DEPARTMENT = re.compile("[：:]")
"""Parts the department from the theme in 参数.必选培训."""

FOR_DEPARTMENT = "（{department}）"
UNKNOWN_DAY = "未填"

RECORD_PAPER, SIGN_IN_PAPER = "培训记录与评估表", "培训签到表"
WHOLE_COMPANY, ALL_DEPARTMENTS = "全公司", "不限部门"
UNNUMBERED = "未编号"
INTERNAL_NAME = "{name}（内部）"
INTERNAL = "内部资料：含员工全名，只用于签到，不得张贴、转发；用后存入培训档案。"
HOURS = "{hours} 课时"
PEOPLE = "{count} 人"
DEPTH_EXAMINED = "{depth}（课后 {days} 日内考核）"
DEPTH_ALONE = "{depth}（不考核）"
MANDATORY = "{theme}（规定必选）"
LEVELS = {"reaction": "一级：反应", "learning": "二级：学习", "behaviour": "三级：行为"}
LEVEL_MEANING = {
    "reaction": "学员对内容、讲师、组织的评价",
    "learning": "考核成绩，学到了什么",
    "behaviour": "一段时间后在岗位上用了没有",
}
FROM_SCORES = "取考核平均成绩"
NOT_COUNTED = "未计入：{names}。"
WEIGHT = "{weight}%"
MARK_OF_PASSING = "{mark} 分及以上"
RESULTS = "应训 {expected} 人，参训 {present} 人，培训覆盖率 {coverage}；应考 {examined} 人，合格 {passed} 人，培训合格率 {rate}。"
ABSENT_ONES = "未参训 {count} 人，应安排补训。"
WAITING_ONES = "待考 {count} 人，待补考 {resit} 人。"
CHECKS = "培训后抽查 {count} 人次（书面 {written}、口头 {oral}），合格 {passed} 人次。"
NO_CHECKS = "还没有针对本次培训的抽查（培训抽查）。"

COVERAGE, PASS_RATE = "培训覆盖率", "培训合格率"
COVERAGE_FORMULA = "参训人数 ÷ 应训人数（期内应办、未取消的培训；全公司的培训只计入公司）"
PASS_FORMULA = "合格人数 ÷ 应考人数（熟悉、掌握类；已有成绩或已过考核期限的为应考，补考合格计合格）"
