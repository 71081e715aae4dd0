"""How equipment stands on a day: in use, failed, stopped; its certificate (F08, J04)."""

from collections.abc import Iterator, Sequence
from datetime import date

from pinzhi_xl.deriving import changes
from pinzhi_xl.model import SetCell
from pinzhi_xl.safety.failures import failures_of, stands_still
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.equipment import Equipment, EquipmentState, Failure


def is_there(row: Equipment, day: date) -> bool:
    """True from 启用日期 to the day before 报废日期."""
    begun = row.in_use_from is None or row.in_use_from <= day
    return begun and (row.scrapped_on is None or day < row.scrapped_on)


def is_stopped(row: Equipment, day: date) -> bool:
    """True from 停用日期 on."""
    return row.stopped_on is not None and row.stopped_on <= day


def units_failed(row: Equipment, failures: Sequence[Failure], day: date) -> int:
    """Units that stand still on a day, at most those there are."""
    return min(row.count, sum(failure.count for failure in failures if stands_still(failure, day)))


def units_intact(row: Equipment, failures: Sequence[Failure], day: date) -> int:
    """Units in working order on a day: neither failed nor stopped."""
    if not is_there(row, day) or is_stopped(row, day):
        return 0
    return row.count - units_failed(row, failures, day)


def state_on(row: Equipment, failures: Sequence[Failure], day: date) -> EquipmentState:
    """状态 on a day; 故障 while any of the units stands still."""
    if row.scrapped_on is not None and row.scrapped_on <= day:
        return EquipmentState.SCRAPPED
    if is_stopped(row, day):
        return EquipmentState.STOPPED
    return EquipmentState.FAILED if units_failed(row, failures, day) else EquipmentState.FINE


def days_valid(row: Equipment, as_of: date) -> int | None:
    """Days left of the certificate: 0 on its last day, negative afterwards; None where none is named."""
    return None if row.valid_until is None else (row.valid_until - as_of).days


def derive_equipment(facts: Facts, as_of: date) -> Iterator[SetCell]:
    """状态 of every line of the register."""
    failures = failures_of(facts.book)
    for row in facts.book.rows(Equipment):
        if row.code is not None:
            state = state_on(row, failures.get(row.code, ()), as_of)
            yield from changes(facts.book, row, {"state": state.value})
