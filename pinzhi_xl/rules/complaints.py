"""Rules of 投诉台账: no step before the one it rests on, no date before the one it follows (A11, B08)."""

from collections.abc import Iterator

from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.rules.stepwise import Order, days_in_order, first_early
from pinzhi_xl.service.complaints import STEPS, is_accepted, responded_on
from pinzhi_xl.service.steps import moment
from pinzhi_xl.sheets.complaints import Complaint
from pinzhi_xl.sheets.service_terms import ComplaintState, Justified
from pinzhi_xl.wording.service import COMPLAINT_STEPS

NOT_OF_INVALID = (
    "department", "promised_on", "result", "done_on", "revisitor", "revisited_on", "satisfaction", "finding",
)  # fmt: skip
"""What a complaint that is 无效 has none of."""

IN_ORDER: Order = (
    ("responded_on", ("day",)),
    ("promised_on", ("day",)),
    ("done_on", ("day", "responded_on")),
    ("revisited_on", ("done_on",)),
    ("replied_on", ("day", "done_on", "revisited_on")),
)
PAST = ("responded_on", "done_on", "revisited_on", "replied_on")
"""Dates of what has been done: never in the future."""


def complaints_in(scene: Scene) -> Iterator[Complaint]:
    """Rows that say what is complained of."""
    return (row for row in scene.book.rows(Complaint) if row.content is not None)


@serves("A11", "B08", "J10")
def a_complaint_takes_step_after_step(scene: Scene) -> Iterator[Problem]:
    """登记→分类→处理→跟踪→反馈: a field of a later step is refused, the legal next steps are named."""
    for row in complaints_in(scene):
        if row.justified is Justified.INVALID:
            continue
        if (early := first_early(scene, row, STEPS)) is not None:
            state, field = ComplaintState(early[0]), early[1]
            legal = COMPLAINT_STEPS[state]
            yield scene.book.problem("complaint-step-too-early", row, field, state=state, legal=legal)


@serves("A11", "B08")
def an_invalid_complaint_is_only_explained(scene: Scene) -> Iterator[Problem]:
    """无效 is not assigned, settled or followed up; what is left is to explain it."""
    for row in complaints_in(scene):
        if row.justified is not Justified.INVALID:
            continue
        done = [name for name in NOT_OF_INVALID if getattr(row, name) is not None]
        if done:
            legal = COMPLAINT_STEPS[ComplaintState.INVALID]
            yield scene.book.problem("complaint-invalid-handled", row, done[0], legal=legal)
        if not row.cause:
            yield scene.book.problem("complaint-invalid-without-reason", row, "cause")


@serves("A11", "H02")
def the_days_of_a_complaint_follow_each_other(scene: Scene) -> Iterator[Problem]:
    """No date before the one it follows, none of what is done after the day of action."""
    for row in complaints_in(scene):
        if row.day is not None and row.day > scene.as_of:
            yield scene.book.problem("complaint-received-in-future", row, "day", today=scene.as_of)
        yield from days_in_order(scene, row, IN_ORDER, PAST, "complaint")


@serves("A11")
def an_answer_follows_the_complaint(scene: Scene) -> Iterator[Problem]:
    """响应时间 not before 时间 of the same day."""
    for row in complaints_in(scene):
        received, answered = moment(row.day, row.at), moment(responded_on(row), row.responded_at)
        if received and answered and answered < received and answered.date() == received.date():
            yield scene.book.problem("complaint-answer-too-early", row, "responded_at", limit=row.at)


@serves("B08", "A03")
def a_finding_of_a_complaint_is_of_its_community(scene: Scene) -> Iterator[Problem]:
    """关联问题编号 names a finding of the same community."""
    for row in complaints_in(scene):
        case = scene.facts.case_of(row.finding)
        if case is not None and is_accepted(row) and row.community and case.visit.community != row.community:
            yield scene.book.problem(
                "complaint-other-community", row, "finding", owner=case.visit.community, community=row.community
            )


COMPLAINT_RULES: tuple[Rule, ...] = (
    a_complaint_takes_step_after_step,
    an_invalid_complaint_is_only_explained,
    the_days_of_a_complaint_follow_each_other,
    an_answer_follows_the_complaint,
    a_finding_of_a_complaint_is_of_its_community,
)
