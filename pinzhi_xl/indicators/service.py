"""How complaints and repairs are settled (F06, F07; practice.md §6)."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from pinzhi_xl.indicators.base import Counted, Indicator, Scope, Unit
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.service import complaints, repairs
from pinzhi_xl.sheets.complaints import Complaint
from pinzhi_xl.sheets.modules import Module
from pinzhi_xl.sheets.organisation import Community
from pinzhi_xl.sheets.repairs import RepairOrder
from pinzhi_xl.sheets.service_terms import Justified, RepairState
from pinzhi_xl.wording import service as words


def accepted(facts: Facts, scope: Scope) -> Iterator[Complaint]:
    """受理: complaints received in the period (and given to the department), 无效 ones left out."""
    for row in facts.rows_in(Complaint, scope.communities):
        if scope.holds(row.day) and scope.covers(row.department) and complaints.is_accepted(row):
            yield row


def ordered(facts: Facts, scope: Scope) -> Iterator[RepairOrder]:
    """Repair orders of the period that were not cancelled."""
    for row in facts.rows_in(RepairOrder, scope.communities):
        if scope.holds(row.day) and repairs.counts(row):
            yield row


def handled(facts: Facts, scope: Scope) -> Counted:
    """办结 ÷ 受理."""
    rows = list(accepted(facts, scope))
    return Counted(sum(complaints.is_settled(row, scope.as_of) for row in rows), len(rows))


def handled_in_time(facts: Facts, scope: Scope) -> Counted:
    """Settled by 办结期限 ÷ 受理."""
    rows = list(accepted(facts, scope))
    return Counted(sum(complaints.is_in_time(facts, row, scope.as_of) is True for row in rows), len(rows))


def satisfied(facts: Facts, scope: Scope) -> Counted:
    """Satisfied ÷ followed up, of the complaints received in the period."""
    rows = [row for row in accepted(facts, scope) if complaints.is_revisited(row, scope.as_of)]
    return Counted(sum(row.satisfaction is not None and row.satisfaction.is_satisfied for row in rows), len(rows))


def repeated(facts: Facts, scope: Scope) -> Counted:
    """Repeated ÷ 受理."""
    rows = list(accepted(facts, scope))
    again = complaints.repeats(facts, scope.communities) if rows else {}
    return Counted(sum(row.row in again for row in rows), len(rows))


def per_household(facts: Facts, scope: Scope) -> Counted:
    """有效 complaints ÷ households, of the communities whose 入住户数 is known."""
    homes = {row.name: row.households for row in facts.book.rows(Community) if row.name and row.households}
    known = {name: homes[name] for name in scope.communities if name in homes}
    rows = accepted(facts, scope._replace(communities=tuple(known)))
    return Counted(sum(row.justified is Justified.VALID for row in rows), sum(known.values()))


def repaired_in_time(facts: Facts, scope: Scope) -> Counted:
    """Reached and repaired by the deadline ÷ all orders."""
    rows = list(ordered(facts, scope))
    punctual = sum(repairs.is_in_time(facts.settings, row, scope.as_of) is True for row in rows)
    return Counted(punctual, len(rows))


def repaired(facts: Facts, scope: Scope) -> Counted:
    """Repaired ÷ all orders."""
    rows = list(ordered(facts, scope))
    return Counted(sum(repairs.is_repaired(row, scope.as_of) for row in rows), len(rows))


def satisfied_by_repair(facts: Facts, scope: Scope) -> Counted:
    """Satisfied ÷ followed up, of the orders of the period."""
    rows = [row for row in ordered(facts, scope) if repairs.state_on(row, scope.as_of) is RepairState.DONE]
    return Counted(sum(row.satisfaction is not None and row.satisfaction.is_satisfied for row in rows), len(rows))


def response(facts: Facts, scope: Scope) -> Counted:
    """Minutes from request to arrival ÷ orders whose two times are known."""
    found = [repairs.response_minutes(row, scope.as_of) for row in ordered(facts, scope)]
    minutes = [one for one in found if one is not None]
    return Counted(sum(minutes), len(minutes))


def _rate(
    name: str, formula: str, count: Callable[[Facts, Scope], Counted], *serves: str, better: int = 1
) -> Indicator:
    return Indicator(name, formula, Unit.PER_CENT, count, better, Module.SERVICE, serves)


def _by_department(indicator: Indicator) -> Indicator:
    """Of complaints, which are given to a department; repair orders are not."""
    return replace(indicator, by_department=True)


SERVICE_INDICATORS: tuple[Indicator, ...] = (
    _by_department(_rate(words.HANDLING_RATE, words.HANDLING_FORMULA, handled, "F06", "J10")),
    _by_department(_rate(words.ON_TIME_RATE, words.ON_TIME_FORMULA, handled_in_time, "F06")),
    _by_department(_rate(words.SATISFIED_RATE, words.SATISFIED_FORMULA, satisfied, "F06")),
    _rate(words.REPEAT_RATE, words.REPEAT_FORMULA, repeated, "B09", "J11", better=-1),
    Indicator(
        words.COMPLAINT_RATE,
        words.COMPLAINT_FORMULA,
        Unit.PER_THOUSAND,
        per_household,
        -1,
        Module.SERVICE,
        ("F06",),
    ),
    _rate(words.REPAIR_ON_TIME, words.REPAIR_ON_TIME_FORMULA, repaired_in_time, "F07", "Z38", "Z58"),
    _rate(words.REPAIR_DONE, words.REPAIR_DONE_FORMULA, repaired, "F07", "Z35"),
    _rate(words.REPAIR_SATISFIED, words.REPAIR_SATISFIED_FORMULA, satisfied_by_repair, "F07", "J05"),
    Indicator(
        words.REPAIR_RESPONSE,
        words.REPAIR_RESPONSE_FORMULA,
        Unit.MEAN,
        response,
        -1,
        Module.SERVICE,
        ("F07", "Z38"),
    ),
)
