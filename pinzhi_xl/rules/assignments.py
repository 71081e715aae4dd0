"""Rules of 任务跟踪: steps that cannot be, and assignments without an end (Z14, F12)."""

from collections.abc import Iterator

from pinzhi_xl.assignments import state_on
from pinzhi_xl.kinds import fold
from pinzhi_xl.people import PEOPLE
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.sheets.assignments import Assignment, AssignmentSource, AssignmentState, Verification
from pinzhi_xl.sheets.seminar import Resolution
from pinzhi_xl.wording.assignments import LEGAL_STEPS


def _given(scene: Scene) -> Iterator[Assignment]:
    """Rows that say what is to be done."""
    return (row for row in scene.book.rows(Assignment) if row.content is not None)


@serves("Z14", "E10", "F12")
def an_assignment_has_owner_and_deadline(scene: Scene) -> Iterator[Problem]:
    """Who does it and until when, unless it was cancelled."""
    for row in _given(scene):
        if row.verdict is not Verification.CANCELLED:
            if not row.owner:
                yield scene.book.problem("assignment-without-owner", row, "owner")
            if scene.book.is_vacant(row, "due_on"):
                yield scene.book.problem("assignment-without-deadline", row, "due_on")


@serves("Z14")
def the_deadline_of_an_assignment_is_later(scene: Scene) -> Iterator[Problem]:
    """期限 not before 布置日期, 延期至 after 期限."""
    for row in _given(scene):
        if row.due_on is not None and row.assigned_on is not None and row.due_on < row.assigned_on:
            yield scene.book.problem("assignment-due-too-early", row, "due_on", day=row.assigned_on)
        if row.extended_to is None:
            continue
        if scene.book.is_vacant(row, "due_on"):
            yield scene.book.problem("assignment-extension-alone", row, "extended_to")
        elif row.due_on is not None and row.extended_to <= row.due_on:
            yield scene.book.problem("assignment-extension-not-later", row, "extended_to", due=row.due_on)


@serves("Z14")
def an_assignment_is_done_in_its_time(scene: Scene) -> Iterator[Problem]:
    """完成日期 between 布置日期 and the day of action."""
    for row in _given(scene):
        if row.done_on is None:
            continue
        if row.done_on > scene.as_of:
            yield scene.book.problem("assignment-done-in-future", row, "done_on", today=scene.as_of)
        elif row.assigned_on is not None and row.done_on < row.assigned_on:
            yield scene.book.problem("assignment-done-too-early", row, "done_on", day=row.assigned_on)


@serves("Z14")
def progress_of_an_assignment_fits(scene: Scene) -> Iterator[Problem]:
    """100 per cent has a day, a day means 100 per cent and something to say."""
    for row in _given(scene):
        if row.progress == 100 and scene.book.is_vacant(row, "done_on"):
            yield scene.book.problem("assignment-all-but-done", row, "progress")
        if row.done_on is not None and row.progress is not None and row.progress < 100:
            yield scene.book.problem("assignment-done-not-all", row, "progress")
        if row.done_on is not None and row.verdict is Verification.PASSED and not row.result:
            yield scene.book.problem("assignment-without-result", row, "result")


@serves("Z14", "Z43")
def a_verdict_follows_completion(scene: Scene) -> Iterator[Problem]:
    """通过 and 退回 only of what is done, 取消 only of what is not: else the legal steps are named."""
    for row in _given(scene):
        if row.verdict is None or (row.done_on is None and not scene.book.is_vacant(row, "done_on")):
            continue
        if row.verdict is Verification.CANCELLED and row.done_on is not None:
            legal = LEGAL_STEPS[AssignmentState.TO_VERIFY]
            yield scene.book.problem(
                "assignment-done-not-cancelled", row, "verdict", state=AssignmentState.TO_VERIFY, legal=legal
            )
        elif row.verdict is not Verification.CANCELLED and row.done_on is None:
            state = _unverified(row, scene)
            yield scene.book.problem("assignment-not-done", row, "verdict", state=state, legal=LEGAL_STEPS[state])


def _unverified(row: Assignment, scene: Scene) -> AssignmentState:
    """The state without the verdict that cannot be."""
    state = state_on(row, scene.as_of)
    if state is not AssignmentState.RETURNED:
        return state
    return AssignmentState.RUNNING if row.progress else AssignmentState.WAITING


@serves("Z14")
def a_verification_is_complete(scene: Scene) -> Iterator[Problem]:
    """验证结论 comes with 验证人 and 验证日期, by somebody else, and not before completion."""
    for row in _given(scene):
        if row.verdict is None:
            if row.verified_on is not None and scene.book.is_vacant(row, "verdict"):
                yield scene.book.problem("assignment-day-without-verdict", row, "verdict")
            continue
        if scene.book.is_vacant(row, "verified_on"):
            yield scene.book.problem("assignment-verdict-without-day", row, "verified_on")
        if not row.verifier:
            yield scene.book.problem("assignment-verdict-without-person", row, "verifier")
        elif _same_person(row.verifier, row.owner):
            yield scene.book.problem("assignment-own-verifier", row, "verifier")
        yield from _verified_when(scene, row)


def _verified_when(scene: Scene, row: Assignment) -> Iterator[Problem]:
    if row.verified_on is None:
        return
    if row.verified_on > scene.as_of:
        yield scene.book.problem("assignment-verified-in-future", row, "verified_on", today=scene.as_of)
    elif row.verdict is Verification.PASSED and row.done_on is not None and row.verified_on < row.done_on:
        yield scene.book.problem("assignment-verified-too-early", row, "verified_on", done=row.done_on)


def _same_person(verifier: str, owner: str | None) -> bool:
    owners = {fold(part) for part in PEOPLE.split(owner or "") if part.strip()}
    return fold(verifier) in owners


@serves("Z14", "Z20")
def a_resolution_is_one_assignment(scene: Scene) -> Iterator[Problem]:
    """来源编号 of a row from 专题会 is a resolution, and no two rows quote the same one."""
    known = {row.number for row in scene.book.rows(Resolution)}
    first: dict[str, Assignment] = {}
    for row in scene.book.rows(Assignment):
        if row.source is not AssignmentSource.SEMINAR or not row.source_number:
            continue
        if row.source_number not in known:
            yield scene.book.problem("assignment-unknown-resolution", row, "source_number")
        other = first.setdefault(row.source_number, row)
        if other is not row:
            yield scene.book.problem(
                "assignment-twice", row, "source_number", number=other.number or "", line=other.row
            )


ASSIGNMENT_RULES: tuple[Rule, ...] = (
    an_assignment_has_owner_and_deadline,
    the_deadline_of_an_assignment_is_later,
    an_assignment_is_done_in_its_time,
    progress_of_an_assignment_fits,
    a_verdict_follows_completion,
    a_verification_is_complete,
    a_resolution_is_one_assignment,
)
