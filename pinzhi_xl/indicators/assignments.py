"""How assignments are carried out and procedures improved (F11, F12, F13; practice.md §6)."""

from collections.abc import Iterator

from pinzhi_xl.assignments import done_by, state_on, verdict_by
from pinzhi_xl.indicators.base import Counted, Indicator, Scope, Unit
from pinzhi_xl.revisions import state_on as revision_state
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.assignments import Assignment, AssignmentState, Verification
from pinzhi_xl.sheets.modules import Module
from pinzhi_xl.sheets.revisions import Revision, RevisionState
from pinzhi_xl.wording import assignments as words


def assignments_within(facts: Facts, scope: Scope) -> Iterator[Assignment]:
    """Assignments of the communities; those of no community belong to the company as a whole."""
    whole = set(facts.communities) <= set(scope.communities)
    for row in facts.book.rows(Assignment):
        if row.content is not None and (whole if row.community is None else row.community in scope.communities):
            yield row


def on_time(facts: Facts, scope: Scope) -> Counted:
    """Done by the deadline ÷ due in the period; done early counts as due, not due yet and not done does not."""
    due = part = 0
    for row in assignments_within(facts, scope):
        deadline = row.deadline
        cancelled = state_on(row, scope.as_of) is AssignmentState.CANCELLED
        if deadline is None or cancelled or not scope.first <= deadline <= scope.last:
            continue
        done = done_by(row, scope.as_of)
        if done is not None or deadline < scope.as_of:
            due += 1
            part += done is not None and done <= deadline
    return Counted(part, due)


def passed(facts: Facts, scope: Scope) -> Counted:
    """Passed ÷ passed or returned on verification in the period."""
    rows = [row for row in assignments_within(facts, scope) if scope.holds(row.verified_on)]
    verdicts = [verdict_by(row, scope.as_of) for row in rows]
    whole = [one for one in verdicts if one in (Verification.PASSED, Verification.RETURNED)]
    return Counted(whole.count(Verification.PASSED), len(whole))


def improved(facts: Facts, scope: Scope) -> Counted:
    """Revisions that changed or simplified a procedure and took effect in the period; of the whole company."""
    found = [
        row
        for row in facts.book.rows(Revision)
        if row.kind is not None
        and row.kind.improves
        and revision_state(row, scope.as_of) is RevisionState.IN_FORCE
        and scope.holds(row.effective_on)
    ]
    return Counted(len(found), 1)


ASSIGNMENT_INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        words.ON_TIME_RATE,
        words.ON_TIME_FORMULA,
        Unit.PER_CENT,
        on_time,
        module=Module.TASKS,
        serves=("F11", "F12"),
    ),
    Indicator(
        words.PASS_RATE,
        words.PASS_FORMULA,
        Unit.PER_CENT,
        passed,
        module=Module.TASKS,
        serves=("F11",),
    ),
    Indicator(
        words.IMPROVED_COUNT,
        words.IMPROVED_FORMULA,
        Unit.COUNT,
        improved,
        module=Module.TASKS,
        serves=("F13",),
    ),
)
