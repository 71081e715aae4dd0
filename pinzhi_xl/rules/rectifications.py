"""Rules of 整改跟踪: combinations that cannot be, or leave a rectification without an end (H16–H18).

None of them touches a score: they keep notices and final months back, not points.
"""

from collections.abc import Iterator
from datetime import date

from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.scoring.facts import Case
from pinzhi_xl.sheets.followup import Rectification
from pinzhi_xl.sheets.terms import Outcome
from pinzhi_xl.wording import rectification as words


def _followed(scene: Scene) -> Iterator[tuple[Rectification, Case]]:
    """Rows with their finding, where that is valid."""
    cases: dict[str | None, Case] = {case.row.number: case for case in scene.facts.cases if case.row.number}
    for row in scene.book.rows(Rectification):
        if (case := cases.get(row.finding)) is not None:
            yield row, case


@serves("H17")
def a_rectification_was_asked_for(scene: Scene) -> Iterator[Problem]:
    """A row without a notice whose finding does not ask for rectification is told."""
    for row, case in _followed(scene):
        if not row.number and not (case.row.failed and case.rectifies):
            yield scene.book.problem("not-to-be-rectified", row, "finding")


@serves("H16")
def a_deadline_is_not_before_the_inspection(scene: Scene) -> Iterator[Problem]:
    """整改期限 is the day of the inspection or later."""
    for row, case in _followed(scene):
        if row.due_on is not None and row.due_on < case.visit.day:
            yield scene.book.problem("deadline-before-found", row, "due_on", day=case.visit.day)


@serves("H16")
def an_extension_is_later_and_approved(scene: Scene) -> Iterator[Problem]:
    """延期至 lies after 整改期限 and names who approved it."""
    for row in scene.book.rows(Rectification):
        if row.extended_to is None:
            if row.extended_by:
                yield scene.book.problem("approval-without-extension", row, "extended_to")
            continue
        if not row.extended_by:
            yield scene.book.problem("extension-not-approved", row, "extended_by")
        if row.due_on is not None and row.extended_to <= row.due_on:
            yield scene.book.problem("extension-not-later", row, "extended_to", due=row.due_on)


@serves("H16", "H17")
def a_rectification_is_done_in_its_time(scene: Scene) -> Iterator[Problem]:
    """完成日期 lies between the inspection and the day of action."""
    for row, case in _followed(scene):
        if row.done_on is None:
            continue
        if row.done_on < case.visit.day:
            yield scene.book.problem("done-before-found", row, "done_on", day=case.visit.day)
        elif row.done_on > scene.as_of:
            yield scene.book.problem("done-in-future", row, "done_on", today=scene.as_of)
        elif row.issued_on is not None and row.done_on < row.issued_on:
            yield scene.book.problem("done-before-issued", row, "done_on", issued_on=row.issued_on)


@serves("Z23")
def progress_fits_completion(scene: Scene) -> Iterator[Problem]:
    """100 per cent has a day of completion, and a day of completion means 100 per cent."""
    for row in scene.book.rows(Rectification):
        if row.progress == 100 and row.done_on is None:
            yield scene.book.problem("all-but-done", row, "progress")
        elif row.done_on is not None and row.progress is not None and row.progress < 100:
            yield scene.book.problem("done-but-not-all", row, "progress")


@serves("H17")
def a_reinspection_is_complete(scene: Scene) -> Iterator[Problem]:
    """复查结论 comes with 复查日期 and 复查人, and nothing passes that was not done before."""
    for row in scene.book.rows(Rectification):
        if row.outcome is None:
            if row.reinspected_on is not None and row.second_due_on is None:
                yield scene.book.problem("day-without-outcome", row, "outcome")
            continue
        if row.reinspected_on is None:
            yield scene.book.problem("outcome-without-day", row, "reinspected_on")
        if not row.reinspector:
            yield scene.book.problem("outcome-without-person", row, "reinspector")
        if row.outcome is Outcome.DONE:
            yield from _passed(scene, row)


def _passed(scene: Scene, row: Rectification) -> Iterator[Problem]:
    if row.done_on is None:
        yield scene.book.problem("passed-but-not-done", row, "done_on")
    elif row.reinspected_on is not None and row.reinspected_on < row.done_on:
        yield scene.book.problem("reviewed-before-done", row, "reinspected_on", done=row.done_on)


@serves("H17")
def a_second_rectification_has_a_deadline(scene: Scene) -> Iterator[Problem]:
    """二次整改 has 二次期限, not before the re-inspection that asked for it, nor before the first deadline."""
    for row in scene.book.rows(Rectification):
        if row.second_due_on is None:
            if row.outcome is Outcome.AGAIN:
                yield scene.book.problem("again-without-deadline", row, "second_due_on")
            continue
        limits: list[tuple[str, date | None]] = [(words.FIRST_DEADLINE, row.due_on)]
        if row.outcome is Outcome.AGAIN:
            limits.insert(0, (words.REVIEW_DAY, row.reinspected_on))
        for label, limit in limits:
            if limit is not None and row.second_due_on < limit:
                yield scene.book.problem(
                    "second-deadline-too-early", row, "second_due_on", limit_label=label, limit=limit
                )
                break


RECTIFICATION_RULES: tuple[Rule, ...] = (
    a_rectification_was_asked_for,
    a_deadline_is_not_before_the_inspection,
    an_extension_is_later_and_approved,
    a_rectification_is_done_in_its_time,
    progress_fits_completion,
    a_reinspection_is_complete,
    a_second_rectification_has_a_deadline,
)
