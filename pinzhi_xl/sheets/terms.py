"""The fixed terms people choose from; every member is the text on the sheet."""

from enum import StrEnum


class Shift(StrEnum):
    """班次 of an inspection or of an item; blank means all."""

    DAY = "白班"
    NIGHT = "夜班"


class Frequency(StrEnum):
    """频次: how often an item counts within a month."""

    EACH_TIME = "每次"
    MONTHLY = "每月一次"


class Method(StrEnum):
    """方式 of checking an item (B12, Z51)."""

    OBSERVE = "现场观察"
    RECORDS = "查阅记录"
    ASK = "询问人员"
    WRITTEN = "书面测试"


class Severity(StrEnum):
    """严重程度 of an item (B14)."""

    MINOR = "一般"
    MAJOR = "较重"
    SERIOUS = "严重"


class InspectionKind(StrEnum):
    """检查类型; patrols, monthly and yearly inspections are scored unless 计分 says otherwise (contract §4)."""

    PATROL = "全面巡检"
    MONTHLY = "月度检查"
    SPECIAL = "专项检查"
    SPOT = "抽查"
    MYSTERY = "神秘客户"
    YEARLY = "年度检查"

    @property
    def is_scored(self) -> bool:
        """What a blank 计分 means."""
        return self.breadth > 0

    @property
    def breadth(self) -> int:
        """How much of a community it covers: a wider inspection includes a narrower one; 0 covers only its theme."""
        return {InspectionKind.PATROL: 1, InspectionKind.MONTHLY: 2, InspectionKind.YEARLY: 3}.get(self, 0)


INSPECTION_KIND_ALIASES = {
    "全面检查": "全面巡检",
    "巡检": "全面巡检",
    "日常检查": "全面巡检",
    "周检": "全面巡检",
    "月检": "月度检查",
    "月度全面检查": "月度检查",
    "专项": "专项检查",
    "随机抽查": "抽查",
    "神秘客": "神秘客户",
    "暗访": "神秘客户",
}


class PlanState(StrEnum):
    """状态 of a planned inspection as the program writes it; people may write otherwise."""

    PENDING = "待执行"
    MOVED = "已改期"
    CANCELLED = "已取消"


CANCELLED_SPELLINGS = frozenset({"已取消", "取消"})
"""What people write for a planned inspection that will not take place."""


class Validity(StrEnum):
    """状态 of a record; blank means 有效. A void record stays in the sheet."""

    VALID = "有效"
    VOID = "作废"


class Verdict(StrEnum):
    """结论 of a finding."""

    FAILED = "不合格"
    NOT_APPLICABLE = "不适用"


class Disposition(StrEnum):
    """处置: what follows from a finding."""

    ON_THE_SPOT = "当场纠正"
    RECTIFY = "整改"
    PENALISE = "处罚"
    BOTH = "整改+处罚"
    RECORD_ONLY = "仅记录"

    @property
    def rectifies(self) -> bool:
        """True when a rectification line follows."""
        return self in (Disposition.RECTIFY, Disposition.BOTH)

    @property
    def penalises(self) -> bool:
        """True when a penalty notice for each person follows."""
        return self in (Disposition.PENALISE, Disposition.BOTH)


DISPOSITION_ALIASES = {"整改加处罚": "整改+处罚", "处罚+整改": "整改+处罚", "整改、处罚": "整改+处罚", "当场整改": "当场纠正"}


class Responsibility(StrEnum):
    """责任类型 of a person: did it, or was in charge."""

    DIRECT = "直接"
    IN_CHARGE = "管理"


class DayKind(StrEnum):
    """类型 of a listed day in 节假日."""

    OFF = "休"
    WORKING = "班"


class Outcome(StrEnum):
    """复查结论 of a rectification."""

    DONE = "整改完成"
    AGAIN = "二次整改"
    CLOSED = "扣分关闭"


class RectificationState(StrEnum):
    """状态 of a rectification as of a day; 作废 when its notice or its finding is void."""

    OPEN = "待整改"
    TO_REVIEW = "待复查"
    DONE = "整改完成"
    AGAIN = "二次整改"
    CLOSED = "扣分关闭"
    OVERDUE = "逾期"
    VOID = "作废"


class PenaltyState(StrEnum):
    """状态 of a penalty notice (practice.md §3.3): where it stands on its way from draft to execution."""

    DRAFT = "草稿"
    ISSUED = "已开具"
    DELIVERED = "已送达"
    APPEALED = "申诉中"
    UPHELD = "维持"
    CHANGED = "变更"
    REVOKED = "撤销"
    DECIDED = "已核定"
    EXECUTED = "已执行"
    VOID = "作废"


class Decision(StrEnum):
    """核定结果: what 行政部 makes of a proposal."""

    AGREED = "同意"
    CHANGED = "变更"
    REVOKED = "撤销"


DECISION_ALIASES = {"核定": "同意", "维持": "同意", "同意处罚": "同意", "调整": "变更", "不予处罚": "撤销", "不同意": "撤销"}


class Conclusion(StrEnum):
    """结论 of an appeal."""

    UPHELD = "维持"
    CHANGED = "变更"
    REVOKED = "撤销"


class Delivery(StrEnum):
    """送达方式."""

    IN_PERSON = "当面"
    POST = "邮寄"
    ELECTRONIC = "电子"


DELIVERY_ALIASES = {
    "当面送达": "当面",
    "直接送达": "当面",
    "现场签收": "当面",
    "当场": "当面",
    "快递": "邮寄",
    "EMS": "邮寄",
    "邮寄送达": "邮寄",
    "邮政": "邮寄",
    "电子送达": "电子",
    "微信": "电子",
    "企业微信": "电子",
    "钉钉": "电子",
    "短信": "电子",
    "邮件": "电子",
    "电子邮件": "电子",
}

CONCLUSION_ALIASES = {"驳回": "维持", "维持原处罚": "维持", "调整": "变更", "取消": "撤销", "撤消": "撤销"}


class WageAct(StrEnum):
    """类型 of a rule about deductions from wages: a fine for a violation, or compensation for a loss."""

    VIOLATION = "违纪"
    COMPENSATION = "赔偿"


class BlankUse(StrEnum):
    """用途 of a numbered blank notice."""

    IN_HAND = "在手"
    ENTERED = "已回录"
    VOID = "作废"


class InUse(StrEnum):
    """状态 of a community; blank means 在管."""

    ACTIVE = "在管"
    LEFT = "撤管"


class Grade(StrEnum):
    """等级 of a score, best first."""

    EXCELLENT = "优"
    GOOD = "良"
    FAIR = "中"
    POOR = "差"


class ScoreStatus(StrEnum):
    """状态 of a community's month (contract §2)."""

    NORMAL = "正常"
    SMALL_SAMPLE = "样本不足"
    HAS_ERRORS = "有错误未计分"
    LOCKED = "锁定"


TOTAL = "合计"
"""Stands in 得分.部门 for the community as a whole."""
