"""How an assignment of 任务跟踪 stands on a day, and the computed columns that say so (Z14, F12)."""

from collections.abc import Iterator
from datetime import date

from pinzhi_xl.completion import known_done
from pinzhi_xl.deriving import changes
from pinzhi_xl.model import SetCell
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.assignments import Assignment, AssignmentState, Verification

CLOSED = (AssignmentState.DONE, AssignmentState.CANCELLED)
"""States in which nothing more is expected."""


def verdict_by(row: Assignment, as_of: date) -> Verification | None:
    """验证结论 as known on a day; None when the verification comes later or is still due."""
    if row.verdict is None or (row.verified_on is not None and row.verified_on > as_of):
        return None
    return row.verdict


def done_by(row: Assignment, as_of: date) -> date | None:
    """完成日期 as known on a day; after 退回 only one later than the verification counts."""
    sent_back = verdict_by(row, as_of) is Verification.RETURNED
    return known_done(row.done_on, as_of, sent_back=sent_back, looked_on=row.verified_on)


def state_on(row: Assignment, as_of: date) -> AssignmentState:
    """状态 on a day."""
    verdict = verdict_by(row, as_of)
    if verdict is Verification.CANCELLED:
        return AssignmentState.CANCELLED
    done = done_by(row, as_of)
    if done is not None:
        return AssignmentState.DONE if verdict is Verification.PASSED else AssignmentState.TO_VERIFY
    if row.deadline is not None and row.deadline < as_of:
        return AssignmentState.OVERDUE
    if verdict is Verification.RETURNED:
        return AssignmentState.RETURNED
    return AssignmentState.RUNNING if row.progress else AssignmentState.WAITING


def overdue_days(row: Assignment, as_of: date) -> int:
    """Calendar days after the deadline up to the day it was done or to `as_of`; 0 when in time or cancelled."""
    if row.deadline is None or state_on(row, as_of) is AssignmentState.CANCELLED:
        return 0
    return max(0, ((done_by(row, as_of) or as_of) - row.deadline).days)


def derive_assignments(facts: Facts, as_of: date) -> Iterator[SetCell]:
    """状态 and 逾期天数 of every assignment that says anything."""
    for row in facts.book.rows(Assignment):
        if row.content is not None or row.assigned_on is not None:
            values = {"state": state_on(row, as_of).value, "overdue_days": overdue_days(row, as_of)}
            yield from changes(facts.book, row, values)
