"""The indicators of inspections and rectifications, which every master has data for (practice.md §6)."""

from collections.abc import Iterator
from datetime import date

from pinzhi_xl.indicators.base import Counted, Indicator, Scope, Unit
from pinzhi_xl.kinds import fold
from pinzhi_xl.planned import completion_over
from pinzhi_xl.rectification.state import deadline_of, done_by, outcome_by
from pinzhi_xl.scoring.facts import Case, Facts
from pinzhi_xl.scoring.repeats import ONCE, find_repeats
from pinzhi_xl.sheets.duty import PostSignature
from pinzhi_xl.sheets.followup import Rectification
from pinzhi_xl.sheets.organisation import PlaceName
from pinzhi_xl.sheets.terms import Outcome, RectificationState
from pinzhi_xl.wording import indicators as words


def _plan_done(facts: Facts, scope: Scope) -> Counted:
    """督导计划完成率: planned inspections of the period that took place ÷ planned (see `completion_over`)."""
    found = completion_over(facts.book, scope.first, min(scope.last, scope.as_of), scope.communities)
    return Counted(found.done, found.planned)


def _rectifications(facts: Facts, scope: Scope) -> Iterator[Rectification]:
    """The valid rows of the scope's communities and departments."""
    for community in scope.communities:
        for row in facts.rectifications_of.get(community, ()):
            case = facts.case_of(row.finding)
            department = row.department or (case.row.department if case else None)
            if row.state != RectificationState.VOID and scope.covers(department):
                yield row


def _closing(facts: Facts, scope: Scope) -> Counted:
    """整改率: notified in the period and passed on re-inspection ÷ notified in the period."""
    rows = [row for row in _rectifications(facts, scope) if row.number and scope.holds(row.issued_on)]
    return Counted(sum(outcome_by(row, scope.as_of) is Outcome.DONE for row in rows), len(rows))


def _due(facts: Facts, scope: Scope) -> list[tuple[Rectification, date]]:
    """Rows with a deadline of the period that is past or that were done early, as `on_time_rate` counts them."""
    found = []
    for row in _rectifications(facts, scope):
        deadline = row.deadline
        if deadline is None or not scope.first <= deadline <= scope.last:
            continue
        done_early = row.done_on is not None and row.done_on <= scope.as_of
        if deadline < scope.as_of or done_early:
            found.append((row, deadline))
    return found


def _on_time(facts: Facts, scope: Scope) -> Counted:
    """整改及时率: done by the deadline ÷ due in the period."""
    due = _due(facts, scope)
    return Counted(sum(row.done_on is not None and row.done_on <= day for row, day in due), len(due))


def _overdue(facts: Facts, scope: Scope) -> Counted:
    """逾期率: not done and late on the day of counting ÷ due in the period; what was sent back is not done."""
    due = [row for row, _ in _due(facts, scope)]
    return Counted(sum(_is_late(row, scope.as_of) for row in due), len(due))


def _is_late(row: Rectification, as_of: date) -> bool:
    deadline = deadline_of(row, as_of)
    return done_by(row, as_of) is None and deadline is not None and deadline < as_of


def _first_pass(facts: Facts, scope: Scope) -> Counted:
    """一次复查合格率: passed the first re-inspection ÷ re-inspected in the period."""
    rows = [
        row
        for row in _rectifications(facts, scope)
        if scope.holds(row.reinspected_on) and outcome_by(row, scope.as_of) is not None
    ]
    return Counted(sum(row.outcome is Outcome.DONE and row.second_due_on is None for row in rows), len(rows))


def _failed(facts: Facts, scope: Scope) -> list[Case]:
    return [
        case
        for community in scope.communities
        for case in facts.cases_of.get(community, ())
        if case.row.failed and scope.holds(case.visit.day) and scope.covers(case.row.department)
    ]


def _repeats(facts: Facts, scope: Scope) -> Counted:
    """重复问题率: findings that repeat ÷ all failed findings of the period (contract §4)."""
    repeats = find_repeats(facts.cases, facts.settings.repeat_days)
    failed = _failed(facts, scope)
    return Counted(sum(repeats.get(case.row.row, ONCE).count > 1 for case in failed), len(failed))


def _posts(facts: Facts, scope: Scope) -> Counted:
    """岗位签署覆盖率: posts signed for ÷ posts that must sign, over the days on which anybody signed."""
    signed = due = 0
    for community in scope.communities:
        rows = [r for r in facts.book.rows(PostSignature) if r.community == community and scope.holds(r.day)]
        posts = {
            fold(row.name)
            for row in facts.book.rows(PlaceName)
            if row.community == community and row.must_sign and row.name
        }
        for day in {row.day for row in rows}:
            due += len(posts)
            signed += len({fold(row.post or "") for row in rows if row.day == day and row.is_signed} & posts)
    return Counted(signed, due)


PLAN_RATE = Indicator(*words.PLAN_DONE, Unit.PER_CENT, _plan_done, serves=("B10", "E12"))
CLOSING_RATE = Indicator(*words.CLOSING, Unit.PER_CENT, _closing, serves=("H17", "B04"), by_department=True)
ON_TIME_RATE = Indicator(*words.ON_TIME, Unit.PER_CENT, _on_time, serves=("H17",), by_department=True)
FIRST_PASS_RATE = Indicator(*words.FIRST_PASS, Unit.PER_CENT, _first_pass, serves=("H18",), by_department=True)
OVERDUE_RATE = Indicator(*words.OVERDUE, Unit.PER_CENT, _overdue, -1, serves=("H17",), by_department=True)
REPEAT_RATE = Indicator(*words.REPEATS, Unit.PER_CENT, _repeats, -1, serves=("B03",), by_department=True)
POST_RATE = Indicator(*words.POSTS, Unit.PER_CENT, _posts, serves=("Z60",))

CORE_INDICATORS: tuple[Indicator, ...] = (
    PLAN_RATE,
    CLOSING_RATE,
    ON_TIME_RATE,
    FIRST_PASS_RATE,
    OVERDUE_RATE,
    REPEAT_RATE,
    POST_RATE,
)
"""In the order of the sheet 指标."""
