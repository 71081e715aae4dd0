"""Rules of 交付验收: the steps from a defect to its passed re-check, each only after the one before (G06)."""

from collections.abc import Iterator

from pinzhi_xl.acceptance import first_deadline
from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.sheets.acceptance import AcceptanceDefect, AcceptanceTest
from pinzhi_xl.sheets.acceptance_terms import TestResult
from pinzhi_xl.wording import acceptance as words


def legal_steps(row: AcceptanceDefect) -> str:
    """What may be filled in next, given what is filled in already."""
    if row.done_on is None:
        steps: tuple[str, ...] = (words.STEP_DONE, words.STEP_VOID)
    elif row.outcome is TestResult.PASSED and row.reinspected_on is not None and row.reinspected_on >= row.done_on:
        steps = (words.STEP_NOTHING,)
    elif row.outcome is TestResult.FAILED and row.reinspected_on is not None:
        steps = (words.STEP_SECOND,) if row.second_due_on is None else (words.STEP_DONE_AGAIN,)
    else:
        steps = (words.STEP_REINSPECT, words.STEP_VOID)
    return LIST_MARK.join(steps)


def _defects(scene: Scene) -> Iterator[AcceptanceDefect]:
    return (row for row in scene.book.rows(AcceptanceDefect) if not row.is_void)


def _name(row: AcceptanceDefect) -> str:
    return row.number or words.NOTHING


@serves("G06")
def a_defect_is_rectified_before_it_is_rechecked(scene: Scene) -> Iterator[Problem]:
    """登记 → 整改完成 → 复验 → 合格 or 二次整改: a step before its turn is refused, the legal ones are named."""
    for row in _defects(scene):
        if row.done_on is None and scene.book.is_vacant(row, "done_on"):
            early = next((n for n in ("outcome", "reinspected_on", "second_due_on") if getattr(row, n)), None)
            if early is not None:
                yield scene.book.problem(
                    "defect-reinspected-before-done", row, early, number=_name(row), legal=legal_steps(row)
                )
        elif row.done_on is not None:
            yield from _recheck(scene, row)


def _recheck(scene: Scene, row: AcceptanceDefect) -> Iterator[Problem]:
    legal, book = legal_steps(row), scene.book
    if row.outcome is not None and book.is_vacant(row, "reinspected_on"):
        yield book.problem("defect-outcome-without-day", row, "reinspected_on", number=_name(row), legal=legal)
    elif (
        row.outcome is TestResult.PASSED
        and row.reinspected_on
        and row.done_on
        and row.reinspected_on < row.done_on
    ):
        yield book.problem("defect-passed-before-done", row, "reinspected_on", done=row.done_on, legal=legal)
    if row.outcome is TestResult.FAILED and book.is_vacant(row, "second_due_on"):
        yield book.problem("defect-without-second-deadline", row, "second_due_on", number=_name(row), legal=legal)
    if row.second_due_on is not None and book.is_vacant(row, "outcome") and book.is_vacant(row, "reinspected_on"):
        yield book.problem("defect-second-deadline-unasked", row, "second_due_on", number=_name(row), legal=legal)


@serves("G06")
def days_of_a_defect_follow_each_other(scene: Scene) -> Iterator[Problem]:
    """发现 ≤ 期限, 发现 ≤ 整改完成, 复验 ≤ 二次期限 of a failed re-check."""
    for row in _defects(scene):
        if row.day is not None and row.due_on is not None and row.due_on < row.day:
            yield scene.book.problem("defect-due-before-found", row, "due_on", day=row.day)
        if row.day is not None and row.done_on is not None and row.done_on < row.day:
            yield scene.book.problem("defect-done-before-found", row, "done_on", day=row.day)
        failed = row.outcome is TestResult.FAILED and row.reinspected_on is not None
        if failed and row.second_due_on is not None and row.second_due_on < row.reinspected_on:  # type: ignore[operator]
            yield scene.book.problem("defect-second-deadline-early", row, "second_due_on", day=row.reinspected_on)


@serves("G06")
def a_defect_says_what_is_needed(scene: Scene) -> Iterator[Problem]:
    """责任单位, 复验人 and 复验结论 are given; days ahead do not count yet."""
    for row in _defects(scene):
        if not row.unit:
            yield scene.book.problem("defect-without-unit", row, "unit")
        if row.outcome is not None and not row.reinspector:
            yield scene.book.problem("defect-without-reinspector", row, "reinspector")
        if row.done_on is not None and row.reinspected_on is not None and scene.book.is_vacant(row, "outcome"):
            yield scene.book.problem("defect-day-without-outcome", row, "outcome")
        for name in ("done_on", "reinspected_on"):
            day = getattr(row, name)
            if day is not None and day > scene.as_of:
                yield scene.book.problem("defect-in-future", row, name, today=scene.as_of)


@serves("G06")
def a_deadline_fits_the_class(scene: Scene) -> Iterator[Problem]:
    """A at once, B and C within their days (practice.md §8); a later 期限 is told."""
    settings = scene.facts.settings
    for row in _defects(scene):
        if row.due_on is None or row.severity is None:
            continue
        limit = first_deadline(AcceptanceDefect(day=row.day, severity=row.severity), settings)
        if limit is not None and row.due_on > limit:
            yield scene.book.problem("defect-due-relaxed", row, "due_on", severity=row.severity, limit=limit)


@serves("G06")
def tests_and_defects_belong_together(scene: Scene) -> Iterator[Problem]:
    """A test that failed has its defect registered, and a defect quotes a test of its own community."""
    tests = {row.number: row for row in scene.book.rows(AcceptanceTest) if row.number}
    quoted = set()
    for row in _defects(scene):
        test = tests.get(row.test or "")
        if test is not None:
            quoted.add(test.number)
            if row.community and test.community and row.community != test.community:
                yield scene.book.problem(
                    "defect-other-community", row, "test", owner=test.community, community=row.community
                )
    for number, test in tests.items():
        if test.result is TestResult.FAILED and number not in quoted:
            yield scene.book.problem("test-failed-without-defect", test, "result", number=number)


DEFECT_RULES: tuple[Rule, ...] = (
    a_defect_is_rectified_before_it_is_rechecked,
    days_of_a_defect_follow_each_other,
    a_defect_says_what_is_needed,
    a_deadline_fits_the_class,
    tests_and_defects_belong_together,
)
