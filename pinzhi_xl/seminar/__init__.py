"""The monthly seminar: its agenda, what became of its resolutions, the plans of the departments (Z20–Z23)."""

from pinzhi_xl.seminar.agenda import Topic, topics_of
from pinzhi_xl.seminar.preparing import Preparation, prepare_seminar
from pinzhi_xl.seminar.state import (
    assignments_by_resolution,
    derive_meetings,
    derive_plans,
    derive_resolutions,
    is_finished,
    meeting_state,
    month_of,
    plan_overdue,
    plan_state,
    resolution_state,
    seminars_of,
)

__all__ = [
    "Preparation",
    "Topic",
    "assignments_by_resolution",
    "derive_meetings",
    "derive_plans",
    "derive_resolutions",
    "is_finished",
    "meeting_state",
    "month_of",
    "plan_overdue",
    "plan_state",
    "prepare_seminar",
    "resolution_state",
    "seminars_of",
    "topics_of",
]
