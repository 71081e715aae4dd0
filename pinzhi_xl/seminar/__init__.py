"""The monthly seminar: its agenda, what became of its resolutions, the plans of the departments (Z20–Z23)."""

from pinzhi_xl.seminar.agenda import Topic, topics_of
from pinzhi_xl.seminar.preparing import Preparation, prepare_seminar
from pinzhi_xl.seminar.state import (
    assignment_of,
    derive_meetings,
    derive_plans,
    is_finished,
    meeting_state,
    month_of,
    plan_overdue,
    plan_state,
    seminars_of,
)

__all__ = [
    "Preparation",
    "Topic",
    "assignment_of",
    "derive_meetings",
    "derive_plans",
    "is_finished",
    "meeting_state",
    "month_of",
    "plan_overdue",
    "plan_state",
    "prepare_seminar",
    "seminars_of",
    "topics_of",
]
