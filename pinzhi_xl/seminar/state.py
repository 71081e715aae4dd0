"""How meetings, resolutions and plans stand on a day, and the computed columns that say so (Z20, Z22, Z23)."""

from collections.abc import Iterator, Mapping
from datetime import date

from pinzhi_xl.assignments import CLOSED
from pinzhi_xl.assignments import state_on as assignment_state
from pinzhi_xl.deriving import changes
from pinzhi_xl.model import SetCell
from pinzhi_xl.month import Month
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.assignments import Assignment, AssignmentSource
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.seminar import (
    AgendaItem,
    ImprovementPlan,
    MeetingKind,
    MeetingState,
    PlanProgress,
    Resolution,
    ResolutionState,
    Seminar,
)
from pinzhi_xl.sheets.settings import typed_month


def month_of(row: Seminar) -> Month | None:
    """The month a meeting is about: 月份, else that of 日期; None when neither is readable."""
    typed = typed_month(row.month) if row.month else None
    return typed or (Month.of(row.day) if row.day else None)


def seminars_of(book: Book, month: Month) -> list[Seminar]:
    """The monthly seminars about a month, in sheet order."""
    wanted = (None, MeetingKind.SEMINAR)
    return [row for row in book.rows(Seminar) if row.kind in wanted and month_of(row) == month]


def assignments_by_resolution(book: Book) -> Mapping[str, Assignment]:
    """Resolution → the assignment it has become, the first one where there are several."""
    return {
        row.source_number: row
        for row in reversed(book.rows(Assignment))
        if row.source is AssignmentSource.SEMINAR and row.source_number
    }


def is_finished(resolution: Resolution, assignment: Assignment | None, as_of: date) -> bool:
    """True once nothing more is expected of a resolution: its assignment is closed, or it was to become none."""
    if assignment is not None:
        return assignment_state(assignment, as_of) in CLOSED
    return resolution.becomes_assignment is False


def resolution_state(resolution: Resolution, assignment: Assignment | None, as_of: date) -> str:
    """状态 of a resolution: that of its assignment, if it has become one."""
    if assignment is not None:
        return assignment_state(assignment, as_of).value
    noted = resolution.becomes_assignment is False
    return (ResolutionState.NOTED if noted else ResolutionState.NO_ASSIGNMENT).value


def meeting_state(book: Book, row: Seminar, as_of: date) -> MeetingState:
    """状态 of a meeting: before its day 筹备, then 待纪要 until 纪要 is written, 跟进中 until all is done."""
    if row.day is None or row.day > as_of:
        return MeetingState.PREPARING
    if not row.minutes:
        return MeetingState.TO_RECORD if row.day < as_of else MeetingState.PREPARING
    assignments = assignments_by_resolution(book)
    own = [one for one in book.rows(Resolution) if row.number and one.seminar == row.number]
    closed = all(is_finished(one, assignments.get(one.number or ""), as_of) for one in own)
    return MeetingState.CLOSED if closed else MeetingState.FOLLOWING


def plan_state(row: ImprovementPlan, as_of: date) -> PlanProgress:
    """状态 of a line of 整改计划."""
    if row.done_on is not None and row.done_on <= as_of:
        return PlanProgress.DONE
    if row.due_on is not None and row.due_on < as_of:
        return PlanProgress.OVERDUE
    return PlanProgress.RUNNING if row.progress else PlanProgress.WAITING


def plan_overdue(row: ImprovementPlan, as_of: date) -> int:
    """Calendar days after 预计完成 up to 实际完成 or `as_of`; 0 when in time."""
    if row.due_on is None:
        return 0
    done = row.done_on if row.done_on is not None and row.done_on <= as_of else as_of
    return max(0, (done - row.due_on).days)


def derive_meetings(facts: Facts, as_of: date) -> Iterator[SetCell]:
    """状态 of every meeting with a date, and the date at each item of its agenda."""
    for row in facts.book.rows(Seminar):
        if row.day is not None:
            yield from changes(facts.book, row, {"state": meeting_state(facts.book, row, as_of).value})
    days = {row.number: row.day for row in facts.book.rows(Seminar) if row.number}
    for item in facts.book.rows(AgendaItem):
        yield from changes(facts.book, item, {"day": days.get(item.seminar or "")})


def derive_resolutions(facts: Facts, as_of: date) -> Iterator[SetCell]:
    """状态 of every resolution that says anything."""
    turned = assignments_by_resolution(facts.book)
    for row in facts.book.rows(Resolution):
        if row.measure is not None:
            state = resolution_state(row, turned.get(row.number or ""), as_of)
            yield from changes(facts.book, row, {"state": state})


def derive_plans(facts: Facts, as_of: date) -> Iterator[SetCell]:
    """状态 and 逾期天数 of every line of 整改计划 that says anything."""
    for row in facts.book.rows(ImprovementPlan):
        if row.measure is not None or row.submitted_on is not None:
            values = {"state": plan_state(row, as_of).value, "overdue_days": plan_overdue(row, as_of)}
            yield from changes(facts.book, row, values)
