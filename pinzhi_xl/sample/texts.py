"""The Chinese words of the sample that are not in its tables: names, standing phrases, patterns."""

STEMS = "甲乙丙丁戊己庚辛壬癸"
"""Heavenly Stems: sample people are 员工甲 … 员工癸, then 员工甲一 …."""

ROUNDS = "一二三四五六七八九"
PERSON = "员工{stem}{round}"
WEEKDAYS = "一二三四五六日"

COMPANY = "仲瑞物业管理服务有限责任公司（示例）"
SETTINGS = {"公司名称": COMPANY, "示例": "是"}
"""Settings of the sample: name on the sheet → value."""

REGULATION = "员工手册（示例）"
EDITION = "{year}版"

LIST = "、"

MODULES, ALL_MODULES = "启用模块", "全部"

MORNING = "上午"
AFTERNOON = "下午"
SPOT = "抽查"

DONE = "已完成"
CANCELLED = "已取消"
HOLIDAY_REASON = "{name}放假，本次巡检取消"

TYPED_DATES = ("{0.year}年{0.month}月{0.day}日", "{0.year}/{0.month}/{0.day}", "{0.year}.{0.month}.{0.day}")
"""Ways in which people type a date, one for the first visit to each community."""

FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
PHOTO = "{day:%Y%m%d}_{at:%H%M}_{n}.jpg"
SCAN = "{number}.pdf"

MEASURES = ("当日整改并班前会讲评", "安排专人整改并拍照回复", "清理到位，列入每日巡查", "补齐记录并由主管复核")
EFFECT, EFFECT_PARTLY = "达到", "部分达到"

YES = "是"
DECIDER = "员工庚九"
WITNESSES = ("员工辛九", "员工壬九")
APPEAL_REASON = "当班时因接待来访业主暂离，已口头报告主管"
"""What 行政部 and the person concerned write in the sample year."""
MEETING_ROOM, MEETING_TOPIC = "公司二楼会议室", "{month}月品质督导专题研讨会"
PLAN_CHECKED = "现场查看，措施已落实"

TARGETS = (
    ("督导计划完成率", "100", "品质管理部", "按周排检查，遇放假顺延"),
    ("整改率", "90", "各部门", "逾期一天提醒部门负责人，三天报管理处"),
    ("整改及时率", "85", "各部门", "整改措施写明责任人、期限、目标"),
    ("重复问题率", "20", "各部门", "重复问题专题分析原因"),
    ("投诉及时率", "95", "客服部", "一般投诉 48 小时内响应"),
    ("报修及时率", "95", "设备维护部", "室内急修 15 分钟到位"),
    ("满意率", "90", "各项目", "不满意项逐条整改"),
    ("培训覆盖率", "95", "品质管理部", "缺席人员补训"),
    ("设施完好率", "98", "设备维护部", "按计划保养"),
)
"""Indicator, target, who sees to it, how."""

ON_POST, OFF_POST = "在岗", "缺岗"
"""What stands in 岗位签署.在岗状态."""
