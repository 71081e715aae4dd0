"""Rules of 专题会 and its resolutions (Z20, Z42, F15, G16)."""

from collections.abc import Iterator

from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.seminar.preparing import lacking_of
from pinzhi_xl.seminar.state import assignments_by_resolution
from pinzhi_xl.sheets.assignments import Assignment
from pinzhi_xl.sheets.modules import Module
from pinzhi_xl.sheets.seminar import AgendaItem, Resolution, Seminar
from pinzhi_xl.sheets.settings import typed_month


@serves("Z20")
def the_month_of_a_meeting_is_readable(scene: Scene) -> Iterator[Problem]:
    """月份 is a month: the agenda is made by it."""
    for row in scene.book.rows(Seminar):
        if row.month and typed_month(row.month) is None:
            yield scene.book.problem("meeting-month-unreadable", row, "month")


@serves("Z20", "Z42", "F15", "G16")
def a_meeting_is_recorded_when_held(scene: Scene) -> Iterator[Problem]:
    """纪要, 主持 and 参会人员 once it was held; no 纪要 before."""
    for row in scene.book.rows(Seminar):
        if row.day is None:
            continue
        if row.day > scene.as_of:
            if row.minutes:
                yield scene.book.problem("minutes-before-meeting", row, "minutes", day=row.day)
        elif row.day < scene.as_of:
            wanted = {
                "chair": "meeting-without-chair",
                "attendees": "meeting-without-attendees",
                "minutes": "meeting-without-minutes",
            }
            for name, code in wanted.items():
                if not getattr(row, name):
                    yield scene.book.problem(code, row, name)


@serves("Z20")
def a_seminar_needs_the_assignments(scene: Scene) -> Iterator[Problem]:
    """Resolutions become rows of 任务跟踪, so its module goes with this one."""
    settings, rows = scene.facts.settings, scene.book.rows(Resolution)
    if rows and settings.has(Module.SEMINAR) and not settings.has(Module.TASKS):
        yield scene.book.problem("meeting-needs-assignments", rows[0])


@serves("Z20", "Z23")
def a_resolution_can_be_carried_out(scene: Scene) -> Iterator[Problem]:
    """What, which department, who and by when, unless it is to become no assignment."""
    for row in scene.book.rows(Resolution):
        lacking = [name for name in lacking_of(row) if scene.book.is_vacant(row, name) and name != "measure"]
        if row.measure is not None and row.becomes_assignment is not False and lacking:
            yield scene.book.problem("resolution-incomplete", row, lacking[0], number=row.number or "")


@serves("Z20")
def a_resolution_belongs_to_its_meeting(scene: Scene) -> Iterator[Problem]:
    """Not before the meeting, not in the future, due later, about an item of its agenda."""
    meetings = {row.number: row for row in scene.book.rows(Seminar) if row.number}
    places = {(row.seminar, row.place) for row in scene.book.rows(AgendaItem)}
    for row in scene.book.rows(Resolution):
        meeting = meetings.get(row.seminar or "")
        if row.day is not None:
            if row.day > scene.as_of:
                yield scene.book.problem("resolution-in-future", row, "day", today=scene.as_of)
            elif meeting is not None and meeting.day is not None and row.day < meeting.day:
                yield scene.book.problem("resolution-before-meeting", row, "day", day=meeting.day)
            if row.due_on is not None and row.due_on < row.day:
                yield scene.book.problem("resolution-due-too-early", row, "due_on", day=row.day)
        if row.item is not None and row.seminar is not None and (row.seminar, row.item) not in places:
            yield scene.book.problem("resolution-item-unknown", row, "item", meeting=row.seminar)


@serves("Z20", "Z23")
def a_resolution_becomes_an_assignment(scene: Scene) -> Iterator[Problem]:
    """One that is not in 任务跟踪 yet is told; one whose assignment has gone, too."""
    turned = assignments_by_resolution(scene.book)
    numbers = {row.number for row in scene.book.rows(Assignment)}
    for row in scene.book.rows(Resolution):
        if row.becomes_assignment is False or row.number in turned:
            continue
        if row.assignment and row.assignment not in numbers:
            yield scene.book.problem("resolution-assignment-gone", row, "assignment")
        elif not row.assignment and row.measure is not None and not lacking_of(row):
            yield scene.book.problem("resolution-not-turned", row, "assignment", number=row.number or "")


SEMINAR_RULES: tuple[Rule, ...] = (
    the_month_of_a_meeting_is_readable,
    a_meeting_is_recorded_when_held,
    a_seminar_needs_the_assignments,
    a_resolution_can_be_carried_out,
    a_resolution_belongs_to_its_meeting,
    a_resolution_becomes_an_assignment,
)
