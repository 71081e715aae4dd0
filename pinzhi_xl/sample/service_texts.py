"""The Chinese words of the sample's complaints and repair orders that are not in its tables."""

RECEPTIONIST, REPAIRER, SERVICE = "客服员", "维修工", "客服部"
INVALID, INVALID_CAUSE = "无效", "属相邻关系或业主之间的事务，已说明解决途径并告知社区调解"
RECTIFY = "整改"
YES = "是"
PUBLIC, PUBLIC_REPORTER, PUBLIC_PLACE = "公共", "业主", "楼道公共区域"
OWNERS = ("张女士", "李先生", "王女士", "赵先生", "陈女士", "刘先生", "孙女士", "周先生")
ROOM = "{house}栋{unit}单元{floor}0{door}"
ANSWERS = ("非常满意", "满意", "一般", "不满意")
ANSWER_WEIGHTS = (30, 50, 14, 6)
BY_PHONE = "来电"
OPEN_CONTENT, OPEN_CATEGORY = "可视对讲主机黑屏，访客呼叫无反应", "门禁对讲"
