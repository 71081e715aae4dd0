"""Rules of 问题登记 and 违纪人员 (contract §4; checklists.md 必填与校验)."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from pinzhi_xl.month import Month
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.scoring.facts import Case, place_key
from pinzhi_xl.sheets.inspections import Offender
from pinzhi_xl.sheets.organisation import PlaceName
from pinzhi_xl.sheets.terms import Disposition, Frequency, Verdict


@serves("Z04", "Z24")
def a_finding_is_of_an_inspected_department(scene: Scene) -> Iterator[Problem]:
    """A finding's department is set up in the community and was covered by its inspection."""
    for case in scene.facts.cases:
        department = case.row.department
        if department and not scene.facts.is_set_up(case.visit.community, department):
            yield scene.book.problem(
                "department-not-set-up", case.row, "department", community=case.visit.community
            )
        elif department and not case.visit.covers(department):
            yield scene.book.problem("department-skipped", case.row, "department", inspection=case.row.inspection)


@serves("Z04")
def a_confirmed_department_has_no_finding(scene: Scene) -> Iterator[Problem]:
    """A department recorded as 全部合格 has no finding 不合格 in that inspection."""
    for case in scene.facts.cases:
        if case.row.failed and case.row.department in case.visit.row.confirmed_departments:
            yield scene.book.problem(
                "department-confirmed", case.row, "department", inspection=case.row.inspection
            )


@serves("Z24")
def a_finding_quotes_an_item_of_its_department(scene: Scene) -> Iterator[Problem]:
    """The item is in force on the day and belongs to the department of the row."""
    for case in scene.facts.cases:
        if case.item is None:
            yield scene.book.problem("item-not-in-force", case.row, "item", day=case.visit.day)
        elif case.row.department and case.item.department and case.item.department != case.row.department:
            yield scene.book.problem(
                "wrong-department", case.row, "department", item=case.code, owner=case.item.department
            )


@serves("Z24")
def an_item_is_either_failed_or_not_applicable(scene: Scene) -> Iterator[Problem]:
    """不适用 and 不合格 exclude each other for one item of one community's day."""
    verdicts: dict[tuple[str, date, str], set[Verdict]] = defaultdict(set)
    for case in scene.facts.cases:
        if case.row.verdict is not None:
            verdicts[case.visit.community, case.visit.day, case.code].add(Verdict(case.row.verdict))
    for case in scene.facts.cases:
        if len(verdicts[case.visit.community, case.visit.day, case.code]) > 1:
            yield scene.book.problem("failed-and-not-applicable", case.row, "item", day=case.visit.day)


@serves("B02")
def a_red_line_is_allowed_and_confirmed(scene: Scene) -> Iterator[Problem]:
    """红线 only where the item says so; without 红线确认人, or where nothing is scored, it has no effect."""
    for case in scene.facts.cases:
        if not case.row.red_line or case.item is None:
            continue
        if not case.item.red_line:
            yield scene.book.problem("red-line-not-allowed", case.row, "red_line", item=case.code)
        elif not case.row.red_line_by:
            yield scene.book.problem("red-line-unconfirmed", case.row, "red_line_by")
        elif not case.visit.scored:
            yield scene.book.problem("red-line-not-scored", case.row, "red_line")


@serves("Z24")
def a_finding_deducts_or_is_told_not_to(scene: Scene) -> Iterator[Problem]:
    """A failed finding on an item that left the day deducts nothing, and says so."""
    for case in scene.facts.cases:
        if not case.row.failed or not case.visit.scored or case.item is None:
            continue
        community, department = case.visit.community, case.row.department or ""
        visits = scene.facts.scored_days[community][case.visit.day]
        covering = [visit for visit in visits if visit.covers(department)]
        if case.code in scene.facts.not_applicable(community, department):
            yield scene.book.problem("item-not-applicable-here", case.row, "item", community=community)
        elif covering and all(case.code in visit.skipped_items for visit in covering):
            yield scene.book.problem("item-skipped", case.row, "item", inspection=case.row.inspection)
        elif not any(visit.meets(case.item.shifts) for visit in covering):
            yield scene.book.problem("item-other-shift", case.row, "item")
        elif (earlier := _counted_on(scene, case)) is not None:
            yield scene.book.problem("item-counted-already", case.row, "item", earlier=earlier)


def _counted_on(scene: Scene, case: Case) -> date | None:
    """The earlier day of the month on which a 每月一次 item was counted, if it was."""
    if case.item is None or case.item.frequency is not Frequency.MONTHLY:
        return None
    for day, visits in scene.facts.days(case.visit.community, Month.of(case.visit.day)):
        seen = [visit for visit in visits if visit.covers(case.row.department or "")]
        visited = any(visit.meets(case.item.shifts) for visit in seen) and not all(
            case.code in visit.skipped_items for visit in seen
        )
        if day < case.visit.day and visited:
            return day
    return None


@serves("B13")
def a_finding_is_described(scene: Scene) -> Iterator[Problem]:
    """Place, facts and reasons are there, so that the finding can be followed and repeated."""
    for case in scene.facts.cases:
        row = case.row
        if row.adjustment and not row.adjustment_reason:
            yield scene.book.problem("adjusted-without-reason", row, "adjustment")
        if row.verdict is Verdict.NOT_APPLICABLE and not row.facts:
            yield scene.book.problem("not-applicable-without-reason", row, "facts")
        if row.failed and not row.facts:
            yield scene.book.problem("facts-missing", row, "facts")
        if row.failed and not row.place:
            yield scene.book.problem("place-missing", row, "place")


@serves("Z60", "B02")
def a_place_is_listed(scene: Scene) -> Iterator[Problem]:
    """Places come from 位置: another spelling would hide a repeat."""
    listed: dict[str, set[str]] = defaultdict(set)
    for row in scene.book.rows(PlaceName):
        if row.community and row.name:
            listed[row.community].add(place_key(row.name))
    for case in scene.facts.cases:
        place, community = case.row.place, case.visit.community
        if place and listed[community] and place_key(place) not in listed[community]:
            yield scene.book.problem("place-unknown", case.row, "place", community=community)


@serves("Z09")
def a_penalty_names_its_people(scene: Scene) -> Iterator[Problem]:
    """处置 with 处罚 needs people in 违纪人员, and people there need such a 处置."""
    named = {row.finding for row in scene.book.rows(Offender)}
    penalised = set()
    for case in scene.facts.cases:
        disposition = case.row.disposition
        if disposition is not None and Disposition(disposition).penalises and case.row.failed:
            penalised.add(case.row.number)
            if case.row.number not in named:
                yield scene.book.problem("penalty-without-person", case.row, "disposition")
    for row in scene.book.rows(Offender):
        if row.finding and row.finding not in penalised:
            yield scene.book.problem("person-without-penalty", row, "finding")


FINDING_RULES: tuple[Rule, ...] = (
    a_finding_is_of_an_inspected_department,
    a_confirmed_department_has_no_finding,
    a_finding_quotes_an_item_of_its_department,
    an_item_is_either_failed_or_not_applicable,
    a_red_line_is_allowed_and_confirmed,
    a_finding_deducts_or_is_told_not_to,
    a_finding_is_described,
    a_place_is_listed,
    a_penalty_names_its_people,
)
