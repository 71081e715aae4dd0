"""The fixed terms of reviewing suppliers: services, aspects of the review, kinds of rule, states."""

from enum import StrEnum


class Service(StrEnum):
    """服务类别: what a supplier does for the company."""

    CLEANING = "保洁"
    SECURITY = "保安"
    GREENING = "绿化"
    REPAIRS = "维修"
    LIFTS = "电梯维保"
    FIRE = "消防维保"
    OTHER = "其他"


SERVICE_ALIASES = {"清洁": "保洁", "秩序": "保安", "秩序维护": "保安", "安保": "保安", "工程维修": "维修", "电梯": "电梯维保", "消防": "消防维保"}


class Aspect(StrEnum):
    """考核项 of the monthly review; together they make 100 points (practice.md §7)."""

    ATTENDANCE = "人员到岗"
    APPEARANCE = "着装礼仪"
    QUALITY = "作业质量"
    RECTIFICATION = "整改及时"
    COMPLAINTS = "有效投诉"
    EQUIPMENT = "设备物料"
    TRAINING = "培训"
    SAFETY = "安全"


class StandardRule(StrEnum):
    """规则 of a row of 供应商考核标准: what its 起点 and 取值 mean."""

    POINTS = "分值"
    ABSENCE = "缺岗扣分"
    COMPLAINT = "投诉扣分"
    RATE = "得分率"


class ReviewState(StrEnum):
    """状态 of a review: blank means 草稿."""

    DRAFT = "草稿"
    CONFIRMED = "已确认"
    DISPUTED = "有异议"
    SETTLED = "已结算"
    VOID = "作废"
