"""The fixed terms of special inspections, draws and mystery visits; every member is the text on the sheet."""

from enum import StrEnum


class SpecialVerdict(StrEnum):
    """结论 of one item of a special inspection."""

    MET = "符合"
    FAILED = "不符合"
    NOT_APPLICABLE = "不适用"


class SpecialReview(StrEnum):
    """复查结论 of an item that had failed."""

    PASSED = "通过"
    FAILED = "未通过"


class SpecialState(StrEnum):
    """状态 of one item of a special inspection as of a day."""

    MET = "符合"
    NOT_APPLICABLE = "不适用"
    OPEN = "待整改"
    OVERDUE = "逾期"
    TO_REVIEW = "待复查"
    AGAIN = "重新整改"
    CLOSED = "已关闭"

    @property
    def is_open(self) -> bool:
        """True while a failed item is not closed."""
        return self in (SpecialState.OPEN, SpecialState.OVERDUE, SpecialState.TO_REVIEW, SpecialState.AGAIN)


class DrawUnit(StrEnum):
    """抽取对象: what is drawn, an item of a department or a place of a community."""

    ITEM = "条款"
    PLACE = "位置"


class DrawWay(StrEnum):
    """抽取方式: all alike, or the more likely the longer not visited."""

    EQUAL = "等概率"
    WAITING = "久未检优先"
