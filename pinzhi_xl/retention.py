"""Which records are past the retention period, and what of a person each sheet holds (law.md §3, §4; W8)."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property

from pinzhi_xl.kinds import fold
from pinzhi_xl.people import PEOPLE
from pinzhi_xl.schema import Holds, Row
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets import SHEETS
from pinzhi_xl.sheets.corrections import Correction
from pinzhi_xl.sheets.duty import DutyReview, PostSignature
from pinzhi_xl.sheets.followup import Appeal, BlankNotice, Penalty, Rectification
from pinzhi_xl.sheets.inspections import Finding, Inspection, InspectionPlan, Offender
from pinzhi_xl.sheets.payroll import DeductionCap
from pinzhi_xl.wording.privacy import ARCHIVED, PSEUDONYM


def _holding(names: str = "", numbers: str = "", either: str = "", texts: str = "") -> Mapping[str, Holds]:
    by_kind = ((names, Holds.NAME), (numbers, Holds.NUMBER), (either, Holds.EITHER), (texts, Holds.TEXT))
    return {field: holds for fields, holds in by_kind for field in fields.split()}


def _declared(kind: type[Row]) -> Mapping[str, Holds]:
    """The columns that say themselves what of a person they hold."""
    return {col.identifier: col.holds for col in kind.sheet.columns if col.holds is not None}


HELD: Mapping[type[Row], Mapping[str, Holds]] = {
    InspectionPlan: _holding("inspector"),
    Inspection: _holding("inspector companion"),
    Finding: _holding(
        "red_line_by", either="owner", texts="facts place_note adjustment_reason cause photos owner_unit"
    ),
    Offender: _holding(numbers="person"),
    Rectification: _holding("extended_by reinspector", either="owner", texts="measure target effect photos"),
    Penalty: _holding("name witness_1 witness_2 decided_by", "person", texts="place proposal"),
    Appeal: _holding("handler", texts="reason"),
    Correction: _holding("approver", texts="reason"),
    BlankNotice: _holding("holder"),
    DutyReview: _holding("inspector", texts="grounds order service repair"),
    PostSignature: _holding("on_duty"),
    DeductionCap: _holding("given_by", "person"),
    **{kind: held for kind in SHEETS if (held := _declared(kind))},
}
"""Sheet → the columns that hold something of a person."""

_PSEUDONYM = re.compile(re.escape(PSEUDONYM).replace(re.escape("{code}"), "[0-9A-F]{8}"))


def pseudonym(identity: str, number: str) -> str:
    """What stands for an employee number: the same in one master for the same number, another in another."""
    digest = hashlib.sha256(f"{identity}/{fold(number)}".encode()).hexdigest()
    return PSEUDONYM.format(code=digest[:8].upper())


def is_pseudonym(number: str | None) -> bool:
    """True for a number that archiving has put in place of another."""
    return _PSEUDONYM.fullmatch(number or "") is not None


def retention_limit(as_of: date, years: int) -> date:
    """The day `years` before: what is older may be archived."""
    day = 28 if (as_of.month, as_of.day) == (2, 29) else as_of.day
    return date(as_of.year - years, as_of.month, day)


class Past:
    """The rows whose last day, and that of all that belongs to the same finding, lies before a day."""

    def __init__(self, facts: Facts, before: date) -> None:
        self.facts = facts
        self.book = facts.book
        self.before = before

    @cached_property
    def _finding_of(self) -> Mapping[str, str]:
        """Penalty number → its finding."""
        return {row.number: row.finding for row in self.book.rows(Penalty) if row.number and row.finding}

    @cached_property
    def _inspected(self) -> Mapping[str, date]:
        return {row.number: row.day for row in self.book.rows(Inspection) if row.number and row.day}

    def _about(self, row: Row) -> str | None:
        """The finding a row belongs to."""
        if isinstance(row, Finding):
            return row.number
        if isinstance(row, Appeal):
            return self._finding_of.get(row.penalty or "")
        return getattr(row, "finding", None)

    @cached_property
    def _last_days(self) -> Mapping[str, date]:
        """Finding → the last day anything was done about it."""
        found: dict[str, date] = defaultdict(lambda: date.min)
        for kind in (Finding, Rectification, Penalty, Appeal, Correction):
            for row in self.book.rows(kind):
                about = self._about(row)
                if about is not None:
                    found[about] = max(found[about], self._own_day(row))
        return found

    def _own_day(self, row: Row) -> date:
        days = [value for value in vars(row).values() if isinstance(value, date)]
        if isinstance(row, Finding):
            days += [self._inspected.get(row.inspection or "", date.min)]
        if isinstance(row, DeductionCap) and row.of_month is not None:
            days += [row.of_month.last]
        return max(days, default=date.min)

    def day_of(self, row: Row) -> date | None:
        """The last day of a row and of its finding; None when it has none: then it is never past."""
        about = self._about(row)
        days = (self._own_day(row), self._last_days.get(about, date.min) if about else date.min)
        return None if max(days) == date.min else max(days)

    def rows(self) -> Iterator[tuple[Row, Mapping[str, Holds], bool]]:
        """Every row that may hold something of a person, what it holds where, and whether it is past."""
        for kind, held in HELD.items():
            for row in self.book.rows(kind):
                day = self.day_of(row)
                yield row, held, day is not None and day < self.before


def expired(facts: Facts, limit: date) -> list[tuple[Row, date]]:
    """The rows past the retention period that still name a person, each with its day."""
    if not any(day < limit for day in _days_recorded(facts)):
        return []
    past = Past(facts, limit)
    return [
        (row, day)
        for row, held, is_past in past.rows()
        if is_past and (day := past.day_of(row)) is not None and any(_names(row, held))
    ]


def _days_recorded(facts: Facts) -> Iterator[date]:
    """The days that rows of their own stand under; what belongs to a finding is never before its inspection."""
    for kind in (InspectionPlan, Inspection, DutyReview, PostSignature, Appeal, Correction):
        for row in facts.book.rows(kind):
            day = getattr(row, "day", None)
            if isinstance(day, date):
                yield day
    yield from (row.taken_on for row in facts.book.rows(BlankNotice) if row.taken_on)
    for held in HELD:
        if held.sheet.module:
            for record in facts.book.rows(held):
                yield from (value for value in vars(record).values() if isinstance(value, date))


def _names(row: Row, held: Mapping[str, Holds]) -> Iterator[str]:
    """What of a row still names a person outright."""
    for field, holds in held.items():
        value = getattr(row, field)
        if holds is Holds.TEXT or not value or is_pseudonym(value):
            continue
        if any(part.strip() != ARCHIVED for part in PEOPLE.split(value)):
            yield value
