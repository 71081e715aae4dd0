"""Failures of equipment: how long it stood still, whether help came in time (F08)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from pinzhi_xl.deriving import changes
from pinzhi_xl.model import SetCell
from pinzhi_xl.numerals import half_up
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.equipment import Failure, FailureState

HOUR = timedelta(hours=1)


def failures_of(book: Book) -> Mapping[str, Sequence[Failure]]:
    """设备编号 → its failures in sheet order."""
    found: dict[str, list[Failure]] = defaultdict(list)
    for row in book.rows(Failure):
        if row.equipment:
            found[row.equipment].append(row)
    return found


def stands_still(row: Failure, day: date) -> bool:
    """True on the days from the failure to the one before the repair."""
    begun = row.failed_on is not None and row.failed_on <= day
    return begun and (row.repaired_on is None or row.repaired_on > day)


def state_on(row: Failure, as_of: date) -> FailureState:
    """状态 on a day."""
    if row.repaired_on is not None and row.repaired_on <= as_of:
        return FailureState.REPAIRED
    came = row.arrived_at is not None or row.arrived_on is not None
    arrived_on = row.arrived_on or row.failed_on
    return FailureState.REPAIRING if came and arrived_on and arrived_on <= as_of else FailureState.WAITING


def hours_still(row: Failure) -> Decimal | None:
    """Hours from failure to repair, one place; None without both moments."""
    if row.failed is None or row.repaired is None or row.repaired < row.failed:
        return None
    return half_up(Fraction((row.repaired - row.failed) // timedelta(minutes=1), 60))


def repaired_in_time(row: Failure, hours: int) -> bool:
    """True when it ran again within so many hours; without times of day only a repair on the same day counts."""
    if row.failed is not None and row.repaired is not None:
        return timedelta() <= row.repaired - row.failed <= hours * HOUR
    return row.repaired_on is not None and row.repaired_on == row.failed_on


def minutes_to_arrive(row: Failure) -> int | None:
    """Minutes until help came; None without both moments."""
    if row.failed is None or row.arrived is None:
        return None
    return (row.arrived - row.failed) // timedelta(minutes=1)


def derive_failures(facts: Facts, as_of: date) -> Iterator[SetCell]:
    """停机小时 and 状态 of every failure."""
    for row in facts.book.rows(Failure):
        if row.failed_on is not None:
            yield from changes(facts.book, row, {"hours": hours_still(row), "state": state_on(row, as_of).value})
