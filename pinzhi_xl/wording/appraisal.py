"""Indicators, monthly review and yearly appraisal in words."""

from pinzhi_xl.wording.problem_entry import Entry, error, reminder

REVIEW = "月度评估"
REVIEW_PAPER, YEAR_PAPER = "部门月度评估表", "年度考核报告"
TOTAL = "合计"
COMPANY = "公司"
PARTS = {"inspection": "检查", "rectification": "整改", "service": "投诉报修", "satisfaction": "满意度"}
STATUS_FINE, STATUS_ERRORS = "正常", "有错误未计分"
YES, NO = "是", "否"
UNITS = {
    "per cent": "%", "points": "分", "mean": "平均", "per thousand": "件/千户", "count": "项",
}  # fmt: skip
WEIGHTS = "权重：{weights}；缺数据的分量剔除后归一。"
WEIGHT = "{part} {weight}%"
MISSING = "、"
RECTIFICATION_OF = ("整改率", "整改及时率")
SERVICE_OF = ("投诉及时率", "投诉满意率", "报修及时率", "报修满意率")
SURVEY_SCORE, MYSTERY_SCORE = "满意度得分", "神秘客户得分"
SELF_REVIEW = ("督导计划完成率", "任务按时完成率", "培训覆盖率", "整改及时率")

ASK = "把 {month} 的指标和月度评估写入总表（{rows} 行）？"
ASK_TARGETS = "把 {year} 年的目标起草进“目标”（{rows} 行）？"
RESULT = "指标 {indicators} 行，月度评估 {reviews} 行"
TARGETS_RESULT = "起草 {year} 年目标 {rows} 行"
DONE = "{month} 指标 {indicators} 行、月度评估 {reviews} 行{written}。"
TARGETS_DONE = "{year} 年目标起草 {rows} 行{written}；已有的不动，请核对目标值并填写措施。"
WRITTEN, UNCHANGED, WOULD = "，已写入总表", "，总表已是最新", "（试运行，没有写入）"
REVIEW_HEADINGS = ("项目", "部门", "检查", "整改", "投诉报修", "满意度", "综合得分", "等级", "排名", "未计入")
YEAR_OPTION = "年度，如 2026：按全年指标起草次年的目标。"
ONE_OF = "请写 --month 或 --year 其中一个。"
DRAFTED = "按 {year} 年实际 {actual} 起草，请核对"
NO_ACTUAL = "按 {year} 年目标延续，请核对"

YEAR = "{year}年"
MEAN_LINE = "{year}年有得分的项目 {count} 个，全年平均得分 {score}；第一名{names}（{best}）。"
NO_SCORES = "{year}年没有月度得分。"
RED_LINE = "全年红线 {count} 项，涉及：{names}。"
NO_RED_LINE = "全年没有红线问题。"
TARGETS_MET = "有目标的指标 {count} 项，达标 {met} 项。"
NO_TARGETS = "没有登记 {year} 年的目标，不作达标评价。"
MONTH_AND_SCORE = "{month}月 {score}"
HELD = "未列入的项目：{names}（有错误，改正后重出）。"

PROBLEMS: dict[str, Entry] = {
    "unknown-indicator": error("没有“{value}”这个指标。", "请写“指标”表里的名称：{names}。"),
    "target-above-hundred": error("“{indicator}”以百分数计，目标 {value} 超过 100。", "请改为 100 以内的数。"),
    "no-targets": reminder(
        "{year}年还没有登记任何目标，指标无法评价达标与否。", "请在“目标”填写，或运行 pinzhi review --year 起草。"
    ),
}
