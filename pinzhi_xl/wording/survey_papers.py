"""Words of 满意度问卷 and 满意度报告."""

QUESTIONNAIRE, REPORT = "满意度问卷", "满意度报告"

QUESTIONS = {
    "客服": "客服人员的态度、接待和对咨询、诉求的答复",
    "秩序": "门岗、巡逻、车辆和访客管理",
    "环境": "楼道、电梯、道路的清洁和垃圾清运",
    "绿化": "草坪、树木、花卉的养护",
    "工程维修": "报修的响应速度、维修质量和上门礼仪",
    "投诉处理": "投诉的受理、处理结果和回复",
    "公共设施": "电梯、照明、门禁、健身和消防等设施的完好",
    "收费透明": "收费项目、标准和收支的公示",
    "总体": "对物业服务的总体评价",
}
"""Dimension → what a resident is asked about."""

BOX = "□"
OPEN_QUESTIONS = ("您最希望我们改进的是什么？", "您还需要哪些服务，有什么建议？")
RETURN_BY = "请于 {day} 前交回客服中心或投入意见箱。"
RETURN = "请填好后交回客服中心或投入意见箱。"
NUMBER_LATER = "（未登记）"
WAYS = "□ 上门　□ 电话　□ 线上"

LOW, SMALL = "▼", "※"
CELL = "{figure}{mark}"
ALL = "合计"
COMPANY_FILE = "公司"
PHONE = "{count}（{share}）"
DAYS = "{first:%m-%d} 至 {last:%m-%d}"
FROM_SENTENCES = (
    "{half}参加统计的项目 {count} 个，发放问卷 {issued} 份，回收 {returned} 份，有效 {valid} 份；"
    "发放率 {issue_rate}，回收率 {return_rate}。"
)
OVERALL = "总体满意率 {rate}（{change_rate}），满意度得分 {score}（{change_score}）。"
COMPARED = "较上期 {change}"
NOT_COMPARED = "没有上期可比"
ONLY_COMMON = "与上期的比较只算两期都有调查的项目：{names}。"
LOWEST = "满意率最低的维度：{parts}。"
LOWEST_PART = "{dimension} {rate}"
BELOW = "低于目标 {target}% 的有 {count} 项。"
NONE_BELOW = "各项目各维度都达到目标 {target}%。"
MISSING = "没有本期调查的项目：{names}。"
RUNNING = "调查还没有结束或没有录入、未列入的项目：{names}。"
WRONG = "有错误、未列入的项目：{names}。"
SMALL_NOTE = "※ 有效答卷少于 {limit} 份，结果仅供参考：{names}。"
SMALL_NAME = "{community}（{count} 份）"
CELL_NOTE = "▼ 低于满意率目标；※ 该维度有效答案少于 {limit} 份，仅供参考。"
OPINION_TIMES = "{text}（{count} 份）"
MORE_OPINIONS = "另有 {count} 条意见，见“满意度答卷”。"
OPINIONS = "共收到意见 {count} 条；姓名、电话、房号已隐去。"
NO_OPINIONS = "没有收到书面意见。"
NEEDS = "{community}：{text}"
OWNER = "{department}　{person}"
BEFORE_AFTER = "{before} → {after}"
TO_BE_SET = "待定"
UNDRAFTED = "未起草"
