"""What is due on complaints: answer, settlement, follow-up, reply, cause and prevention (A11, B09, H02)."""

from collections.abc import Iterator
from datetime import date

from pinzhi_xl.masking import mask_owner
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.rules.complaints import complaints_in
from pinzhi_xl.schema import Row
from pinzhi_xl.service.complaints import (
    due_on,
    is_accepted,
    is_answered_in_time,
    is_settled,
    overdue_days,
    repeats,
    responded_on,
    response_hours,
    standard_due,
    state_on,
)
from pinzhi_xl.service.owners import is_full_name
from pinzhi_xl.sheets.repairs import RepairOrder
from pinzhi_xl.sheets.service_terms import ComplaintState, Urgency
from pinzhi_xl.wording.service import COMPLAINT_STEPS, REPEATED


@serves("H02", "F06")
def a_complaint_moves_on(scene: Scene) -> Iterator[Problem]:
    """What waits on the day after receipt, past its deadline, or some working days after the step before."""
    for row in complaints_in(scene):
        state = state_on(row, scene.as_of)
        waiting = row.day is not None and row.day < scene.as_of
        legal = COMPLAINT_STEPS[state]
        if state is ComplaintState.TO_CLASSIFY and waiting and scene.book.is_vacant(row, "category"):
            yield scene.book.problem("complaint-unclassified", row, "category", legal=legal)
        elif state is ComplaintState.TO_ASSIGN and waiting:
            yield scene.book.problem("complaint-unassigned", row, "department", legal=legal)
        elif state is ComplaintState.TO_REVISIT and _is_past(scene, row.done_on):
            days = scene.facts.settings.revisit_days
            yield scene.book.problem("complaint-revisit-due", row, "revisited_on", days=days, legal=legal)
        elif state is ComplaintState.TO_REPLY and _is_past(scene, row.revisited_on):
            days = scene.facts.settings.revisit_days
            yield scene.book.problem("complaint-reply-due", row, "replied_on", days=days)


@serves("H02", "F06", "J10")
def a_complaint_is_settled_in_time(scene: Scene) -> Iterator[Problem]:
    """What is not settled past 办结期限, or not answered within its hours."""
    for row in complaints_in(scene):
        if not is_accepted(row) or is_settled(row, scene.as_of):
            continue
        days = overdue_days(scene.facts, row, scene.as_of)
        if days:
            due = due_on(scene.facts, row)
            yield scene.book.problem("complaint-overdue", row, "done_on", due=due, days=days)
        late = is_answered_in_time(scene.facts, row, scene.as_of) is False
        if late and responded_on(row) is None and row.urgency is not None:
            hours = response_hours(scene.facts.settings, row.urgency)
            yield scene.book.problem("complaint-unanswered", row, "responded_on", urgency=row.urgency, hours=hours)


@serves("B09", "J11", "A03")
def a_settled_complaint_says_why_and_what_next(scene: Scene) -> Iterator[Problem]:
    """原因分类 of every settled complaint, 预防措施 of repeated and 重大 ones, and of those left dissatisfied."""
    repeated = repeats(scene.facts)
    for row in complaints_in(scene):
        if not is_settled(row, scene.as_of):
            continue
        if row.cause_kind is None:
            yield scene.book.problem("complaint-without-cause", row, "cause_kind")
        if row.prevention:
            continue
        if row.row in repeated or row.urgency is Urgency.MAJOR:
            why = REPEATED if row.row in repeated else Urgency.MAJOR.value
            yield scene.book.problem("complaint-without-prevention", row, "prevention", why=why)
        elif row.satisfaction is not None and row.satisfaction.is_dissatisfied and not row.finding:
            yield scene.book.problem("complaint-dissatisfied", row, "satisfaction")


@serves("F06")
def a_promise_keeps_to_the_rule(scene: Scene) -> Iterator[Problem]:
    """承诺时限 later than that of the 级别 is told."""
    for row in complaints_in(scene):
        limit = standard_due(scene.facts, row)
        if is_accepted(row) and row.promised_on is not None and limit is not None and row.promised_on > limit:
            yield scene.book.problem("complaint-promise-too-long", row, "promised_on", limit=limit)


@serves("B08")
def owners_are_not_named_in_full(scene: Scene) -> Iterator[Problem]:
    """投诉人 and 报修人 stand as 张女士, not with the whole name (law.md §4)."""
    for row in complaints_in(scene):
        yield from _full_name(scene, row, "complainant", row.complainant)
    for order in scene.book.rows(RepairOrder):
        yield from _full_name(scene, order, "reporter", order.reporter)


def _full_name(scene: Scene, row: Row, field: str, name: str | None) -> Iterator[Problem]:
    if name and is_full_name(name):
        masked = mask_owner(name)
        yield scene.book.problem("owner-full-name", row, field, about=masked, masked=masked)


def _is_past(scene: Scene, day: date | None) -> bool:
    """True once the working days for the step after a day are over."""
    facts = scene.facts
    return day is not None and facts.calendar.add(day, facts.settings.revisit_days) < scene.as_of


COMPLAINT_REMINDERS: tuple[Rule, ...] = (
    a_complaint_moves_on,
    a_complaint_is_settled_in_time,
    a_settled_complaint_says_why_and_what_next,
    a_promise_keeps_to_the_rule,
    owners_are_not_named_in_full,
)
