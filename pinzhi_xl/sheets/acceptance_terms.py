"""The fixed terms of acceptance: kinds of documents and parts, severity classes, verdicts, states, design stages."""

from enum import StrEnum


class DocumentKind(StrEnum):
    """类别 of a document handed over (practice.md §8)."""

    PLANNING = "规划竣工"
    BUILDING = "单体建筑"
    STRUCTURE = "结构"
    EQUIPMENT = "设备"
    FACILITIES = "配套"
    PIPES = "地下管网"
    WARRANTY = "质量保修"
    OWNERS = "业主资料"
    OTHER = "其他"


class PartKind(StrEnum):
    """类别 of what is accepted."""

    SHARED_PART = "共用部位"
    SHARED_EQUIPMENT = "共用设备"
    DOCUMENTS = "资料"


PART_ALIASES = {"公共部位": "共用部位", "公用部位": "共用部位", "公共设备": "共用设备", "共用设施设备": "共用设备", "设备": "共用设备"}


class TestResult(StrEnum):
    """结果 of a test; blank means not tested yet."""

    PASSED = "合格"
    FAILED = "不合格"


class DefectClass(StrEnum):
    """分级 of a remaining defect: A safety, at once; B within a limit; C later."""

    A = "A"
    B = "B"
    C = "C"


CLASS_ALIASES = {f"{letter}{word}": letter for letter in "ABC" for word in ("类", "级")}


class DefectState(StrEnum):
    """状态 of a remaining defect as of a day."""

    OPEN = "待整改"
    OVERDUE = "逾期"
    TO_REVIEW = "待复验"
    AGAIN = "二次整改"
    CLOSED = "已关闭"
    VOID = "作废"


class DesignStage(StrEnum):
    """阶段 of the design that is reviewed (G03)."""

    PRELIMINARY = "初步设计"
    CONSTRUCTION = "施工图"


STAGE_ALIASES = {"方案": "初步设计", "方案设计": "初步设计", "初设": "初步设计", "施工图设计": "施工图"}


class Adoption(StrEnum):
    """采纳情况 of an opinion; blank means no answer yet."""

    ADOPTED = "采纳"
    PARTLY = "部分采纳"
    REJECTED = "不采纳"


class OpinionState(StrEnum):
    """状态 of an opinion as of a day."""

    WAITING = "待回复"
    OVERDUE = "逾期未回复"
    ANSWERED = "已回复"
