"""Rectification: notices that are due, how each line stands on a day, what is to be looked at again, and rates."""

from pinzhi_xl.rectification.drafting import draft_rectifications
from pinzhi_xl.rectification.issued import IssuedNotice
from pinzhi_xl.rectification.payload import lines_of
from pinzhi_xl.rectification.rates import closing_rate, first_pass_rate, on_time_rate, overdue_rate
from pinzhi_xl.rectification.reviews import Review, reviews_due
from pinzhi_xl.rectification.state import deadline_of, overdue_days, state_on

__all__ = [
    "IssuedNotice",
    "Review",
    "closing_rate",
    "deadline_of",
    "draft_rectifications",
    "first_pass_rate",
    "lines_of",
    "on_time_rate",
    "overdue_days",
    "overdue_rate",
    "reviews_due",
    "state_on",
]
