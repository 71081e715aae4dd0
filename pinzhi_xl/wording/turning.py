"""The year's turn in words."""

ENDED_STATES = frozenset(
    {
        "已完成",
        "已关闭",
        "整改完成",
        "扣分关闭",
        "作废",
        "已取消",
        "已作废",
        "已归档",
        "已执行",
        "已回复",
        "无效",
        "已公布",
        "撤销",
        "符合",
        "不适用",
        "已结",
        "已生效",
        "未批准",
        "只作提示",
        "已修复",
        "已结算",
    }
)
"""States of the modules' sheets after which nothing is left to do."""

FROM_OPTION = "从这份上年总表结转：基础资料、参数、未关闭的整改和申诉、重复问题的来历都带过来。"
YEAR_OPTION = "结转到哪一年，如 2027；与 --from 一起用。"
TURN = "年度结转"
RESULT = "从“{name}”结转 {rows} 行，{open} 项未关闭的整改，{penalties} 份未了结的处罚单"
DONE = "已由“{old}”结转建成 {path}：{result}。"
OWN_COLUMNS = "自己加的栏目、录入单和运行记录不结转，需要的请自己复制。"

NOT_FINAL = (
    "“{name}”里还有没有定稿的月份：{months}，不能结转，否则这些月份的得分会丢。"
    "请先逐月运行 pinzhi month-end “{name}” --month 月份 --final。"
)
HAS_ERRORS = "“{name}”里还有 {count} 处错误，不能结转。请先运行 pinzhi check “{name}”，按“校验结果”改正。"
NEEDS_BOTH = "--from 和 --year 要一起用，例如 pinzhi new 2027总表.xlsx --from 2026总表.xlsx --year 2027。"
NOT_WITH_SAMPLE = "--sample 和 --from 不能一起用。"
NOT_WHOLE = "{period}的记录在“{file}”里是全的，这份总表只带来了当时没有了结的，算出的数字不对。请对“{file}”运行。"
