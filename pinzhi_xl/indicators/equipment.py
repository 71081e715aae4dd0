"""Equipment and its maintenance in figures (F08, F09, F10; practice.md §6)."""

from collections.abc import Iterator, Mapping
from datetime import date

from pinzhi_xl.indicators.base import Counted, Indicator, Scope, Unit
from pinzhi_xl.month import Month
from pinzhi_xl.safety.equipment import is_there, units_intact
from pinzhi_xl.safety.failures import failures_of, repaired_in_time
from pinzhi_xl.safety.upkeep import done_by, equipment_by_code
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.equipment import Equipment, Failure, Upkeep
from pinzhi_xl.sheets.modules import Module
from pinzhi_xl.wording import safety as words
from pinzhi_xl.workdays import DAY


def _register(facts: Facts, scope: Scope) -> Mapping[str, Equipment]:
    found = equipment_by_code(facts.book)
    return {code: row for code, row in found.items() if row.community in scope.communities}


def _failures(facts: Facts, scope: Scope) -> list[Failure]:
    """The failures of the period."""
    register = _register(facts, scope)
    return [row for row in facts.book.rows(Failure) if row.equipment in register and scope.holds(row.failed_on)]


def _months(scope: Scope) -> Iterator[tuple[date, date]]:
    """First and last day of each month that the period touches, as far as the day of counting."""
    end = min(scope.last, scope.as_of)
    month = Month.of(scope.first)
    while month.first <= end:
        yield max(month.first, scope.first), min(month.last, end)
        month = Month.of(month.last + DAY)


def _failure_rate(facts: Facts, scope: Scope) -> Counted:
    """Units failed ÷ units of the register, each unit counted once for every month in which it was there."""
    units = sum(
        row.count
        for row in _register(facts, scope).values()
        for first, last in _months(scope)
        if is_there(row, first) or is_there(row, last)
    )
    return Counted(sum(row.count for row in _failures(facts, scope)), units)


def _intact_rate(facts: Facts, scope: Scope) -> Counted:
    """Units in working order ÷ units there, on the last day of the period; what is stopped is not in order."""
    day = min(scope.last, scope.as_of)
    failures = failures_of(facts.book)
    rows = [row for row in _register(facts, scope).values() if is_there(row, day)]
    intact = sum(units_intact(row, failures.get(row.code or "", ()), day) for row in rows)
    return Counted(intact, sum(row.count for row in rows))


def _repaired_in_time(facts: Facts, scope: Scope) -> Counted:
    """Failures repaired within the limit ÷ failures of the period."""
    rows = _failures(facts, scope)
    hours = facts.settings.fault_hours
    done = [row for row in rows if row.repaired_on is not None and row.repaired_on <= scope.as_of]
    return Counted(sum(repaired_in_time(row, hours) for row in done), len(rows))


def _upkeep(facts: Facts, scope: Scope) -> list[Upkeep]:
    register = _register(facts, scope)
    return [row for row in facts.book.rows(Upkeep) if row.equipment in register]


def _executed(facts: Facts, scope: Scope) -> Counted:
    """Items done by the end of the period ÷ items planned for it, both up to the day of counting."""
    end = min(scope.last, scope.as_of)
    rows = [row for row in _upkeep(facts, scope) if scope.holds(row.planned_on)]
    return Counted(sum(done_by(row, end) for row in rows), len(rows))


def _complete(facts: Facts, scope: Scope) -> Counted:
    """Fields filled ÷ fields to be filled in the records of what was done in the period."""
    rows = [row for row in _upkeep(facts, scope) if scope.holds(row.done_on) and row.fields]
    return Counted(
        sum(min(row.filled or 0, row.fields or 0) for row in rows), sum(row.fields or 0 for row in rows)
    )


def _accurate(facts: Facts, scope: Scope) -> Counted:
    """Entries found right ÷ entries looked into, of what was done in the period."""
    rows = [row for row in _upkeep(facts, scope) if scope.holds(row.done_on) and row.sampled]
    return Counted(
        sum(min(row.right or 0, row.sampled or 0) for row in rows), sum(row.sampled or 0 for row in rows)
    )


EQUIPMENT_INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        words.FAILURE_RATE, words.FAILURE_RATE_FORMULA, Unit.PER_CENT, _failure_rate, -1, Module.SAFETY, ("F08",)
    ),
    Indicator(
        words.INTACT_RATE, words.INTACT_RATE_FORMULA, Unit.PER_CENT, _intact_rate, 1, Module.SAFETY, ("F08",)
    ),
    Indicator(
        words.REPAIR_RATE, words.REPAIR_RATE_FORMULA, Unit.PER_CENT, _repaired_in_time, 1, Module.SAFETY, ("F08",)
    ),
    Indicator(words.UPKEEP_RATE, words.UPKEEP_RATE_FORMULA, Unit.PER_CENT, _executed, 1, Module.SAFETY, ("F09",)),
    Indicator(
        words.COMPLETE_RATE, words.COMPLETE_RATE_FORMULA, Unit.PER_CENT, _complete, 1, Module.SAFETY, ("F10",)
    ),
    Indicator(
        words.ACCURATE_RATE, words.ACCURATE_RATE_FORMULA, Unit.PER_CENT, _accurate, 1, Module.SAFETY, ("F10",)
    ),
)
