"""Words of the life of a penalty notice, of what it may cost, and of how heavy a proposal is."""

ISSUE, DELIVER, REFUSE = "开单", "送达签收", "拒签并由两名见证人签字"
APPEAL, CONCLUDE, DECIDE = "申诉", "申诉结论（维持、变更或撤销）", "行政部核定"
EXECUTE, FILE, VOID = "执行", "归档", "作废"
NOT_YET = "申诉期满（{day} 之后）再执行"
CAP_UNKNOWN = "金额待行政部核定"
HOLIDAYS_UNKNOWN = "未核节假日：{years}年放假安排未录入，申诉期限按周一至周五推算，仅供参考。"
YEARS = "、"
REFERRED = "移交行政部"
UNNUMBERED = "{finding} {person} 的处罚单"
NO_REGION = "未填"
MINOR = "一般"
BAD_AMOUNT = "“{value}”不是 0 到 {most} 之间的数字。"
CAP_LINE = "当月可扣上限：{cap} 元"
CAP_HELP_WAGE = "当月工资（当月应发，不是月标准）；只用于计算，不保存"
CAP_HELP_MINIMUM = "当地月最低工资"
CAP_HELP_RATIO = "比例，如 0.2 即 20%"
CAP_HELP_FLOOR = "底线系数：扣后不低于最低工资的几倍，默认 1"

NEGATIONS = ("不", "未", "免", "不予", "免予", "不予以", "免于")
MOVE = ("记过", "调岗", "调离", "降职", "降级", "降薪", "停职", "撤职")
DISMISS = ("解除", "辞退", "开除", "终止劳动", "劝退", "除名")
"""Words by which a proposal is known to be of a grade, the heaviest that occurs counting."""
