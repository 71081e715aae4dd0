"""Reports as values: what a period comes to, composed of its records; pure, no file and no clock."""

from pinzhi_xl.summary.deductions import confirmations
from pinzhi_xl.summary.duty import duty_reports
from pinzhi_xl.summary.monthly import monthly_reports
from pinzhi_xl.summary.ranking import ranking_reports
from pinzhi_xl.summary.review_lists import review_lists
from pinzhi_xl.summary.signed_posts import signed_posts
from pinzhi_xl.summary.weekly import weekly_reports

__all__ = [
    "confirmations",
    "duty_reports",
    "monthly_reports",
    "ranking_reports",
    "review_lists",
    "signed_posts",
    "weekly_reports",
]
