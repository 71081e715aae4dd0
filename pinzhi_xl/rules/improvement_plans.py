"""Rules of 整改计划: what departments promised after a seminar, and how far it has come (Z21–Z23)."""

from collections.abc import Iterator

from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.sheets.modules import Module
from pinzhi_xl.sheets.seminar import ImprovementPlan, Resolution


def _promised(scene: Scene) -> Iterator[ImprovementPlan]:
    """Rows that say what is to be done."""
    return (row for row in scene.book.rows(ImprovementPlan) if row.measure is not None)


@serves("Z21")
def a_department_submits_its_plan(scene: Scene) -> Iterator[Problem]:
    """The department of a resolution submits a plan within 参数.整改计划提交天数 working days."""
    if not scene.facts.settings.has(Module.SEMINAR):
        return
    plans = scene.book.rows(ImprovementPlan)
    by_resolution = {row.resolution for row in plans if row.resolution}
    by_meeting = {(row.seminar, row.department) for row in plans if row.seminar}
    for row in scene.book.rows(Resolution):
        if row.day is None or not row.department or row.becomes_assignment is False:
            continue
        limit = scene.facts.calendar.add(row.day, scene.facts.settings.plan_days)
        submitted = row.number in by_resolution or (row.seminar, row.department) in by_meeting
        if not submitted and limit < scene.as_of:
            yield scene.book.problem(
                "plan-not-submitted",
                row,
                "department",
                department=row.department,
                day=limit,
                number=row.number or "",
            )


@serves("Z21", "Z22")
def a_plan_has_owner_and_day(scene: Scene) -> Iterator[Problem]:
    """责任人 and 预计完成, not before it was submitted."""
    for row in _promised(scene):
        if not row.owner:
            yield scene.book.problem("plan-without-owner", row, "owner")
        if scene.book.is_vacant(row, "due_on"):
            yield scene.book.problem("plan-without-due", row, "due_on")
        elif row.due_on is not None and row.submitted_on is not None and row.due_on < row.submitted_on:
            yield scene.book.problem("plan-due-too-early", row, "due_on", day=row.submitted_on)


@serves("Z22")
def progress_of_a_plan_fits(scene: Scene) -> Iterator[Problem]:
    """100 per cent and 实际完成 go together: else the legal steps are named."""
    for row in _promised(scene):
        if row.progress == 100 and scene.book.is_vacant(row, "done_on"):
            yield scene.book.problem("plan-all-but-done", row, "progress")
        if row.done_on is None:
            continue
        if row.progress is not None and row.progress < 100:
            yield scene.book.problem("plan-done-not-all", row, "progress")
        if row.done_on > scene.as_of:
            yield scene.book.problem("plan-done-in-future", row, "done_on", today=scene.as_of)
        elif row.submitted_on is not None and row.done_on < row.submitted_on:
            yield scene.book.problem("plan-done-too-early", row, "done_on", day=row.submitted_on)


@serves("Z23")
def a_follow_up_check_is_complete(scene: Scene) -> Iterator[Problem]:
    """跟进情况 comes with 跟进检查人 and 跟进日期, after submission and not in the future."""
    for row in _promised(scene):
        for name in ("checker", "checked_on"):
            if row.checked and scene.book.is_vacant(row, name):
                yield scene.book.problem("plan-check-incomplete", row, name)
        if row.checked_on is None:
            continue
        if row.checked_on > scene.as_of:
            yield scene.book.problem("plan-checked-in-future", row, "checked_on", today=scene.as_of)
        elif row.submitted_on is not None and row.checked_on < row.submitted_on:
            yield scene.book.problem("plan-checked-too-early", row, "checked_on", day=row.submitted_on)


@serves("Z21")
def a_plan_is_of_one_meeting(scene: Scene) -> Iterator[Problem]:
    """决议编号 belongs to 会议编号."""
    meetings = {row.number: row.seminar for row in scene.book.rows(Resolution) if row.number and row.seminar}
    for row in scene.book.rows(ImprovementPlan):
        meeting = meetings.get(row.resolution or "")
        if meeting is not None and row.seminar is not None and meeting != row.seminar:
            yield scene.book.problem(
                "plan-resolution-elsewhere", row, "resolution", meeting=meeting, own=row.seminar
            )


IMPROVEMENT_PLAN_RULES: tuple[Rule, ...] = (
    a_department_submits_its_plan,
    a_plan_has_owner_and_day,
    progress_of_a_plan_fits,
    a_follow_up_check_is_complete,
    a_plan_is_of_one_meeting,
)
