"""Where the rectification of a finding stands on a day: open or closed, its deadline, how many days overdue."""

from dataclasses import dataclass
from datetime import date

from pinzhi_xl.rectification import deadline_of, overdue_days, state_on
from pinzhi_xl.scoring.facts import Case
from pinzhi_xl.sheets.followup import Rectification
from pinzhi_xl.sheets.terms import RectificationState
from pinzhi_xl.wording import reports as words

CLOSED = (RectificationState.DONE, RectificationState.CLOSED)


@dataclass(frozen=True)
class Followed:
    """A finding that asks for rectification, its row of 整改跟踪 if any, and how it stands on a day.

    `overdue` counts the days past the deadline of what is not done yet; `closed_on` is None while it is open.
    """

    case: Case
    row: Rectification | None
    due: date | None
    overdue: int
    closed_on: date | None
    state: str

    @property
    def is_open(self) -> bool:
        """True until a closing 复查结论."""
        return self.closed_on is None


def follow(case: Case, row: Rectification | None, as_of: date) -> Followed:
    """How the rectification of a finding stands on the day `as_of`."""
    if row is None:
        return Followed(case, None, None, 0, None, words.UNISSUED)
    state, due = state_on(row, as_of), deadline_of(row, as_of)
    if state in CLOSED:
        closed_on = row.reinspected_on or row.done_on or case.visit.day
        return Followed(case, row, due, 0, closed_on, state.value)
    overdue = overdue_days(row, as_of) if state is RectificationState.OVERDUE else 0
    return Followed(case, row, due, overdue, None, state.value)
