"""Rules of 专项检查: what belongs together, and which step may follow which (A15–A17, G04)."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from pinzhi_xl.kinds import LIST_MARK, fold
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.sheets.special import SpecialResult
from pinzhi_xl.sheets.special_terms import SpecialReview, SpecialVerdict
from pinzhi_xl.special.results import Checked, SpecialFacts
from pinzhi_xl.wording import special as words

FOLLOW_UP = ("done_on", "reviewer", "reviewed_on", "outcome")
"""What is filled in after a failed item has been mended."""


@serves("A15")
def a_result_belongs_to_a_special_inspection(scene: Scene) -> Iterator[Problem]:
    """检查编号 is that of a valid inspection of the kind 专项检查."""
    joined = SpecialFacts(scene.facts)
    for row in scene.book.rows(SpecialResult):
        if row.inspection and joined.visit_of(row) is None:
            yield scene.book.problem("special-not-special", row, "inspection")


@serves("A15", "A16", "A17", "G04")
def a_result_is_about_an_item_of_its_theme(scene: Scene) -> Iterator[Problem]:
    """主题 and 序号 stand in 专项清单 and were checked on the day."""
    joined = SpecialFacts(scene.facts)
    for row in scene.book.rows(SpecialResult):
        if row.theme is None or row.number is None:
            continue
        item, visit = joined.item_of(row), joined.visit_of(row)
        if item is None:
            yield scene.book.problem("special-item-unknown", row, "number", theme=row.theme)
        elif visit is not None and not item.in_force(visit.day):
            yield scene.book.problem(
                "special-item-off", row, "number", theme=row.theme, until=item.until, day=visit.day
            )


@serves("A15", "A13")
def a_special_item_takes_its_steps_in_order(scene: Scene) -> Iterator[Problem]:
    """不符合 → 整改完成 → 复查; nothing of it for another 结论, nor for what 整改跟踪 follows."""
    for row in scene.book.rows(SpecialResult):
        if row.verdict is None:
            continue
        if row.verdict is not SpecialVerdict.FAILED:
            why = words.HAS_NO_FAILURE.format(verdict=row.verdict)
            yield from _forbidden(scene, row, why, words.NEXT_MET.format(verdict=row.verdict))
        elif row.finding:
            why = words.IN_FINDINGS.format(finding=row.finding)
            yield from _forbidden(scene, row, why, words.NEXT_FINDING.format(finding=row.finding))
        elif row.done_on is None and row.outcome is not None:
            yield _step(scene, row, "outcome", words.NOT_DONE, words.NEXT_OPEN)
        elif row.done_on is not None:
            yield from _review(scene, row)


def _forbidden(scene: Scene, row: SpecialResult, why: str, legal: str) -> Iterator[Problem]:
    field = next((name for name in FOLLOW_UP if getattr(row, name) is not None), None)
    if field is not None:
        yield _step(scene, row, field, why, legal)


def _step(scene: Scene, row: SpecialResult, field: str, why: str, legal: str) -> Problem:
    return scene.book.problem("special-step", row, field, why=why, legal=legal)


def _review(scene: Scene, row: SpecialResult) -> Iterator[Problem]:
    """A review has its day, its person and its outcome, and nothing passes before it was mended."""
    begun = row.outcome is not None or row.reviewed_on is not None
    for field in ("reviewed_on", "outcome", "reviewer"):
        if begun and scene.book.is_vacant(row, field):
            yield scene.book.problem("special-review-incomplete", row, field)
    passed = row.outcome is SpecialReview.PASSED and row.reviewed_on is not None and row.done_on is not None
    if passed and row.reviewed_on and row.done_on and row.reviewed_on < row.done_on:
        yield scene.book.problem("special-review-early", row, "reviewed_on", done=row.done_on)


@serves("A15", "A13")
def a_special_item_is_mended_in_its_time(scene: Scene) -> Iterator[Problem]:
    """期限 and 整改完成 are not before the inspection; what is dated ahead does not count yet."""
    for one in SpecialFacts(scene.facts).results:
        for field, code in (("due_on", "special-due-early"), ("done_on", "special-done-early")):
            day: date | None = getattr(one.row, field)
            if day is not None and day < one.visit.day:
                yield scene.book.problem(code, one.row, field, day=one.visit.day)
        for field in ("done_on", "reviewed_on"):
            day = getattr(one.row, field)
            if day is not None and day > scene.as_of:
                yield scene.book.problem("special-done-in-future", one.row, field, today=scene.as_of)


@serves("A15", "H14")
def a_failed_item_has_facts_department_and_deadline(scene: Scene) -> Iterator[Problem]:
    """What has failed says what was seen, whose it is and by when."""
    for one in SpecialFacts(scene.facts).results:
        if one.row.failed and not one.row.finding:
            lacking = [label for name, label in words.LACKING.items() if scene.book.is_vacant(one.row, name)]
            if lacking:
                yield scene.book.problem(
                    "special-failed-incomplete", one.row, "verdict", lacking=LIST_MARK.join(lacking)
                )


@serves("A15")
def a_finding_is_of_the_same_day_and_community(scene: Scene) -> Iterator[Problem]:
    """问题编号 names a finding made on the day of the special inspection in its community."""
    for one in SpecialFacts(scene.facts).results:
        case = scene.facts.case_of(one.row.finding) if one.row.finding else None
        if case is not None and (case.visit.community, case.visit.day) != (one.visit.community, one.visit.day):
            yield scene.book.problem(
                "special-finding-other", one.row, "finding", community=case.visit.community, day=case.visit.day
            )


@serves("A16")
def supplies_are_counted(scene: Scene) -> Iterator[Problem]:
    """A line of supplies has 实有数量, and is not 符合 when there is less than there should be."""
    for one in SpecialFacts(scene.facts).results:
        if not one.is_supply or one.row.verdict is SpecialVerdict.NOT_APPLICABLE:
            continue
        if scene.book.is_vacant(one.row, "have"):
            yield scene.book.problem("special-supply-uncounted", one.row, "have", item=one.item.item)
        elif one.shortage and not one.row.failed:
            yield scene.book.problem(
                "special-supply-short", one.row, "have", item=one.item.item, needed=one.item.needed
            )


@serves("A15", "B01")
def every_item_of_a_theme_has_a_result(scene: Scene) -> Iterator[Problem]:
    """An inspection of the year that began a theme says something of each of its items."""
    joined = SpecialFacts(scene.facts)
    begun: dict[tuple[str, str], list[Checked]] = defaultdict(list)
    for one in joined.results:
        begun[one.row.inspection or "", fold(one.row.theme or "")].append(one)
    for found in begun.values():
        first = found[0]
        done = {one.row.number for one in found}
        theme = first.row.theme or ""
        left = [item.number for item in joined.items_of(theme, first.visit.day) if item.number not in done]
        if left and first.visit.day.year == scene.as_of.year:  # of earlier ones only what is open came along
            yield scene.book.problem(
                "special-items-left",
                first.row,
                "inspection",
                theme=theme,
                count=len(left),
                numbers=LIST_MARK.join(map(str, left)),
            )


SPECIAL_RULES: tuple[Rule, ...] = (
    a_result_belongs_to_a_special_inspection,
    a_result_is_about_an_item_of_its_theme,
    a_special_item_takes_its_steps_in_order,
    a_special_item_is_mended_in_its_time,
    a_failed_item_has_facts_department_and_deadline,
    a_finding_is_of_the_same_day_and_community,
    supplies_are_counted,
    every_item_of_a_theme_has_a_result,
)
