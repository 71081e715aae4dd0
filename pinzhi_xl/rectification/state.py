"""How a rectification stands on a day: what is written in its row by then, and nothing of what comes later."""

from datetime import date

from pinzhi_xl.completion import known_done
from pinzhi_xl.sheets.followup import Rectification
from pinzhi_xl.sheets.terms import Outcome, RectificationState


def outcome_by(row: Rectification, as_of: date) -> Outcome | None:
    """复查结论 as known on a day; None when the re-inspection comes later or is still due."""
    if row.outcome is None or (row.reinspected_on is not None and row.reinspected_on > as_of):
        return None
    return Outcome(row.outcome)


def done_by(row: Rectification, as_of: date) -> date | None:
    """完成日期 as known on a day; after 二次整改 only one later than the re-inspection counts."""
    sent_back = outcome_by(row, as_of) is Outcome.AGAIN
    return known_done(row.done_on, as_of, sent_back=sent_back, looked_on=row.reinspected_on)


def deadline_of(row: Rectification, as_of: date) -> date | None:
    """The day it must be done by: 二次期限 once that is set, else 延期至, else 整改期限."""
    if row.second_due_on is None:
        return row.deadline
    undecided = row.outcome is Outcome.AGAIN and outcome_by(row, as_of) is None
    return row.deadline if undecided else row.second_due_on


def state_on(row: Rectification, as_of: date) -> RectificationState:
    """状态 on a day; a row marked 作废 stays so."""
    if row.state == RectificationState.VOID:
        return RectificationState.VOID
    outcome = outcome_by(row, as_of)
    if outcome is Outcome.DONE:
        return RectificationState.DONE
    if outcome is Outcome.CLOSED:
        return RectificationState.CLOSED
    if done_by(row, as_of) is not None:
        return RectificationState.TO_REVIEW
    deadline = deadline_of(row, as_of)
    if deadline is not None and deadline < as_of:
        return RectificationState.OVERDUE
    return RectificationState.AGAIN if outcome is Outcome.AGAIN else RectificationState.OPEN


def overdue_days(row: Rectification, as_of: date) -> int:
    """Calendar days after the deadline, up to the day it was done or to `as_of`; 0 when in time or void.

    What was closed without being done stops counting on the day of the re-inspection.
    """
    deadline = deadline_of(row, as_of)
    if deadline is None or row.state == RectificationState.VOID:
        return 0
    until = done_by(row, as_of)
    if until is None:
        closed = outcome_by(row, as_of) in (Outcome.DONE, Outcome.CLOSED)
        until = row.reinspected_on if closed and row.reinspected_on is not None else as_of
    return max(0, (until - deadline).days)
