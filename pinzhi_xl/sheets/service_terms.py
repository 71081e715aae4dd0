"""The fixed terms of 投诉台账 and 报修工单."""

from enum import StrEnum


class Channel(StrEnum):
    """渠道 by which a complaint or a request comes in."""

    VISIT = "来访"
    PHONE = "来电"
    ONLINE = "线上"
    BOX = "意见箱"
    PATROL = "巡查走访"
    FORWARDED = "转办"


CHANNEL_ALIASES = {
    "上门": "来访",
    "前台": "来访",
    "电话": "来电",
    "微信": "线上",
    "微信群": "线上",
    "网络": "线上",
    "APP": "线上",
    "小程序": "线上",
    "公众号": "线上",
    "信箱": "意见箱",
    "走访": "巡查走访",
    "巡查": "巡查走访",
    "政府转办": "转办",
    "社区转办": "转办",
    "12345": "转办",
    "热线转办": "转办",
}


class ComplaintCategory(StrEnum):
    """分类 of a complaint (practice.md §7)."""

    ATTITUDE = "服务态度"
    SURROUNDINGS = "环境"
    ORDER = "秩序"
    FACILITIES = "设施"
    FEES = "收费"
    DECORATION = "装修"
    NEIGHBOURS = "邻里"
    OTHER = "其他"


COMPLAINT_CATEGORY_ALIASES = {
    "态度": "服务态度",
    "服务": "服务态度",
    "保洁": "环境",
    "卫生": "环境",
    "绿化": "环境",
    "安全": "秩序",
    "停车": "秩序",
    "设备": "设施",
    "设施设备": "设施",
    "费用": "收费",
    "邻里纠纷": "邻里",
    "噪音": "邻里",
}


class Justified(StrEnum):
    """有效性 of a complaint: whether it is one that the company answers for."""

    VALID = "有效"
    INVALID = "无效"


class Urgency(StrEnum):
    """级别 of a complaint: each has its own hours to respond and days to settle."""

    GENERAL = "一般"
    MAJOR = "重大"
    URGENT = "紧急"


class Satisfaction(StrEnum):
    """满意度 as heard on following up, best first."""

    VERY_SATISFIED = "非常满意"
    SATISFIED = "满意"
    FAIR = "一般"
    DISSATISFIED = "不满意"
    VERY_DISSATISFIED = "非常不满意"

    @property
    def is_satisfied(self) -> bool:
        """True for what counts in the rate of satisfaction."""
        return self in (Satisfaction.VERY_SATISFIED, Satisfaction.SATISFIED)

    @property
    def is_dissatisfied(self) -> bool:
        """True for what must be looked at again."""
        return self in (Satisfaction.DISSATISFIED, Satisfaction.VERY_DISSATISFIED)


SATISFACTION_ALIASES = {"很满意": "非常满意", "基本满意": "一般", "很不满意": "非常不满意"}


class CauseKind(StrEnum):
    """原因分类 of a complaint (H15 and practice.md §4)."""

    STAFF = "员工操作不当"
    PROCEDURE = "流程不合理"
    TRAINING = "培训不到位"
    AGEING = "设施老化"
    OUTSIDE = "外部原因"


class ComplaintState(StrEnum):
    """状态 of a complaint: the step it waits for (A11: 登记→分类→处理→跟踪→反馈)."""

    TO_CLASSIFY = "待分类"
    TO_ASSIGN = "待派发"
    HANDLING = "处理中"
    TO_REVISIT = "待回访"
    TO_REPLY = "待回复"
    REPLIED = "已回复"
    INVALID = "无效"


class RepairCategory(StrEnum):
    """分类 of a request for repair."""

    PLUMBING = "给排水"
    ELECTRICAL = "电气照明"
    DOORS = "门窗五金"
    LEAK = "渗漏"
    ENTRANCE = "门禁对讲"
    LIFT = "电梯"
    PUBLIC = "公共设施"
    OTHER = "其他"


REPAIR_CATEGORY_ALIASES = {
    "水": "给排水",
    "水管": "给排水",
    "下水": "给排水",
    "电": "电气照明",
    "照明": "电气照明",
    "门窗": "门窗五金",
    "漏水": "渗漏",
    "门禁": "门禁对讲",
    "对讲": "门禁对讲",
}


class RepairState(StrEnum):
    """状态 of a repair order: the step it waits for."""

    TO_ASSIGN = "待派工"
    TO_RESPOND = "待响应"
    REPAIRING = "维修中"
    TO_REVISIT = "待回访"
    DONE = "已完成"
    CANCELLED = "已取消"
