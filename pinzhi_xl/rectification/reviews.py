"""复查清单: what is to be looked at again on a day, the most urgent first."""

from dataclasses import dataclass
from datetime import date, timedelta

from pinzhi_xl.keys import natural
from pinzhi_xl.masking import mask_personal_numbers
from pinzhi_xl.rectification.payload import person_named, place_of
from pinzhi_xl.rectification.state import deadline_of, overdue_days, state_on
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.followup import Rectification
from pinzhi_xl.sheets.terms import RectificationState

OPEN_STATES = frozenset(
    {
        RectificationState.OPEN,
        RectificationState.AGAIN,
        RectificationState.OVERDUE,
        RectificationState.TO_REVIEW,
    }
)
"""States in which a rectification is not finished."""


@dataclass(frozen=True)
class Review:
    """One open rectification; `number` is empty while its notice has none."""

    finding: str
    community: str
    department: str
    place: str
    facts: str
    owner: str
    deadline: date
    days_overdue: int
    number: str
    state: RectificationState
    red_line: bool


def reviews_due(facts: Facts, as_of: date, *, community: str | None = None, ahead: int = 0) -> list[Review]:
    """What was done and waits for re-inspection, and what is open and due by `ahead` days after `as_of`.

    Red lines first, then the longest overdue, the nearest deadline, and the finding's number.
    """
    cases = {case.row.number: case for case in facts.cases if case.row.failed and case.rectifies}
    found: dict[str, Review] = {}
    for row in facts.book.rows(Rectification):
        case = cases.get(row.finding)
        deadline = deadline_of(row, as_of)
        if case is None or deadline is None or row.finding in found:
            continue
        if community not in (None, case.visit.community):
            continue
        state = state_on(row, as_of)
        waiting = state is RectificationState.TO_REVIEW
        if waiting or (state in OPEN_STATES and deadline <= as_of + timedelta(days=ahead)):
            found[row.finding or ""] = Review(
                finding=row.finding or "",
                community=case.visit.community,
                department=row.department or case.row.department or "",
                place=place_of(case),
                facts=mask_personal_numbers(case.row.facts or ""),
                owner=person_named(facts, row.owner) or "",
                deadline=deadline,
                days_overdue=overdue_days(row, as_of),
                number=row.number or "",
                state=state,
                red_line=case.red_line,
            )
    return sorted(
        found.values(),
        key=lambda one: (not one.red_line, -one.days_overdue, one.deadline, natural(one.finding)),
    )
