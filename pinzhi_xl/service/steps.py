"""The steps of complaints and repair orders: a row waits for the first step that lacks a field (A11)."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from enum import StrEnum
from typing import NamedTuple

from pinzhi_xl.schema import Row


class Step(NamedTuple):
    """The state of a row that waits for this step, and the fields that complete it."""

    state: StrEnum
    fields: Sequence[str]


def step_of(steps: Sequence[Step], filled: Callable[[str], bool]) -> int:
    """Index of the first step that lacks a field; the number of steps when none does."""
    for index, step in enumerate(steps):
        if not all(filled(name) for name in step.fields):
            return index
    return len(steps)


def known_by(row: Row, name: str, received: date | None, as_of: date) -> bool:
    """True for a field filled by a day; a date before the receipt or after the day is none."""
    value = getattr(row, name)
    if isinstance(value, date):
        return value <= as_of and (received is None or value >= received)
    return value is not None


def moment(day: date | None, at: time | None) -> datetime | None:
    """Day and time together; None unless both are known."""
    return datetime.combine(day, at) if day is not None and at is not None else None
