"""Rectification: notices that are due, how each line stands on a day, what is to be looked at again."""

from pinzhi_xl.rectification.drafting import draft_rectifications
from pinzhi_xl.rectification.issued import IssuedNotice
from pinzhi_xl.rectification.payload import lines_of
from pinzhi_xl.rectification.reviews import Review, reviews_due
from pinzhi_xl.rectification.state import deadline_of, overdue_days, state_on

__all__ = [
    "IssuedNotice",
    "Review",
    "deadline_of",
    "draft_rectifications",
    "lines_of",
    "overdue_days",
    "reviews_due",
    "state_on",
]
