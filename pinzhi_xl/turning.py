"""The year's turn: which rows of a master its successor takes along (issue 6; practice.md §11)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pinzhi_xl.month import Month
from pinzhi_xl.penalties.state import Life, void_numbers
from pinzhi_xl.rectification.state import state_on
from pinzhi_xl.schema import Row
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.scoring.locked import is_locked
from pinzhi_xl.sheets.corrections import Correction
from pinzhi_xl.sheets.duty import DutyReview, PostSignature
from pinzhi_xl.sheets.followup import Appeal, BlankNotice, Penalty, Rectification
from pinzhi_xl.sheets.inspections import Finding, Inspection, InspectionPlan, Offender
from pinzhi_xl.sheets.organisation import Community, CommunityDepartment, Department, Person, PlaceName
from pinzhi_xl.sheets.payroll import DeductionCap, DeductionRule
from pinzhi_xl.sheets.results import IssuedPaper, ScoreRow
from pinzhi_xl.sheets.settings import SettingRow, typed_month
from pinzhi_xl.sheets.standards import Clause, Holiday, StandardItem
from pinzhi_xl.sheets.terms import BlankUse, PenaltyState, RectificationState
from pinzhi_xl.turning_findings import days_of_findings, first_offences, since_of, with_what_they_rest_on
from pinzhi_xl.turning_modules import kept_of_modules, quoted_numbers

Kept = Mapping[type[Row], Sequence[Row]]
"""Rows by sheet, in the order of the sheet."""

WHOLE: tuple[type[Row], ...] = (
    SettingRow,
    Community,
    Department,
    CommunityDepartment,
    PlaceName,
    Person,
    StandardItem,
    Clause,
    DeductionRule,
    Holiday,
)
"""Sheets that go along as they are."""

_ENDED = (RectificationState.DONE, RectificationState.CLOSED, RectificationState.VOID)
_OVER = (PenaltyState.EXECUTED, PenaltyState.REVOKED, PenaltyState.VOID)


def months_not_final(facts: Facts, first: date) -> list[Month]:
    """The months with scored days before the new year that are not locked: their scores would be lost."""
    days = (day for by_day in facts.scored_days.values() for day in by_day if day < first)
    return sorted({month for month in map(Month.of, days) if not is_locked(facts.book, month)})


@dataclass(frozen=True)
class Turn:
    """The turn of a year: the master's facts, and the first day of the new one.

    What goes along is what is still open, whatever belongs to it, and all of the last months as far back as a
    repeat is looked for, so that scores, repeats and caps come out as they would in the old master, and each paper
    reads as it was issued. The months of what goes along stay final. With the first
    day of the running year it is how a master of an older edition is replaced: nothing of the year is left behind.
    """

    facts: Facts
    first: date

    @property
    def since(self) -> date:
        """From this day on everything goes along: the first day of the month in which the repeat window begins."""
        return since_of(self.facts.settings, self.first)

    @cached_property
    def life(self) -> Life:
        """The penalties as they stand when the year turns."""
        return Life(self.facts, void_numbers(self.facts.book), self.first)

    @cached_property
    def penalties(self) -> list[Penalty]:
        """Those of the findings that go along."""
        return [row for row in self.facts.book.rows(Penalty) if row.finding in self._numbers]

    def _wanted(self) -> Iterator[Penalty]:
        """Those not over, with the others of their months, which stand on the same lists; those of a pay of the
        last months (law.md §1.2); of each person in service the first under a clause: a next one is no first."""
        rows = self.facts.book.rows(Penalty)
        months = {self._month(row) for row in rows if self.life.state(row) not in _OVER} - {None}
        for row in rows:
            month = typed_month(row.payroll_month or "")
            counts = month is not None and month.last >= self.since
            if counts or self.life.state(row) not in _OVER or self._month(row) in months:
                yield row
        yield from first_offences(self.facts, rows, self.first)

    def _month(self, row: Penalty) -> Month | None:
        day = self._days.get(row.finding or "")
        return None if day is None else Month.of(day)

    @cached_property
    def rectifications(self) -> list[Rectification]:
        """Those of the findings that go along."""
        return [row for row in self.facts.book.rows(Rectification) if row.finding in self._numbers]

    def _is_open(self, row: Rectification) -> bool:
        """Not closed, or counted by a figure of the last months or of those to come."""
        days = (row.deadline, row.second_due_on, row.done_on, row.reinspected_on)
        counts = any(day is not None and day >= self.since for day in days)
        return counts or state_on(row, self.first) not in _ENDED

    @property
    def open_rectifications(self) -> int:
        """Numbered ones that are not closed."""
        return sum(bool(r.number) and state_on(r, self.first) not in _ENDED for r in self.rectifications)

    @property
    def open_penalties(self) -> int:
        """Numbered ones that are not over."""
        return sum(bool(r.number) and self.life.state(r) not in _OVER for r in self.penalties)

    @cached_property
    def modules(self) -> Mapping[type[Row], list[Row]]:
        """The rows of the modules' sheets."""
        return kept_of_modules(self.facts.book, self.since)

    @cached_property
    def _days(self) -> Mapping[str, date]:
        return days_of_findings(self.facts)

    @cached_property
    def _numbers(self) -> frozenset[str]:
        """The findings that go along."""
        wanted = {row.finding for row in self._wanted() if row.finding}
        wanted |= {
            row.finding for row in self.facts.book.rows(Rectification) if row.finding and self._is_open(row)
        }
        wanted |= set(quoted_numbers(self.modules, "finding"))
        wanted |= {number for number, day in self._days.items() if day >= self.since}
        return with_what_they_rest_on(self.facts, wanted)

    @cached_property
    def inspections(self) -> list[Inspection]:
        """Those of the last months, and those of what goes along."""
        findings = (row for row in self.facts.book.rows(Finding) if row.number in self._numbers)
        wanted = {row.inspection for row in findings} | set(quoted_numbers(self.modules, "inspection"))
        rows = self.facts.book.rows(Inspection)
        return [row for row in rows if row.number in wanted or (row.day and row.day >= self.since)]

    @cached_property
    def blanks(self) -> list[BlankNotice]:
        """Those in hand, those of the last months, and those that were filled for what goes along."""
        filled = {row.blank for row in self.facts.book.rows(Offender) if row.finding in self._numbers}
        return [
            row
            for row in self.facts.book.rows(BlankNotice)
            if row.use is BlankUse.IN_HAND or row.number in filled or (row.taken_on and row.taken_on >= self.since)
        ]

    def rows(self) -> Iterator[tuple[type[Row], Sequence[Row]]]:
        """Every sheet of which rows go along, and those rows."""
        book = self.facts.book
        for kind in WHOLE:
            yield kind, book.rows(kind)
        yield Finding, [row for row in book.rows(Finding) if row.number in self._numbers]
        yield Inspection, self.inspections
        yield Offender, [row for row in book.rows(Offender) if row.finding in self._numbers]
        yield Correction, [row for row in book.rows(Correction) if row.finding in self._numbers]
        yield Rectification, self.rectifications
        yield Penalty, self.penalties
        numbers = {row.number for row in self.penalties if row.number}
        yield Appeal, [row for row in book.rows(Appeal) if row.penalty in numbers]
        yield BlankNotice, self.blanks
        about = self._numbers | {row.number for row in self.inspections}
        taken = {row.number for row in self.blanks}
        yield IssuedPaper, [r for r in book.rows(IssuedPaper) if r.finding in about or r.number in taken]
        yield InspectionPlan, [row for row in book.rows(InspectionPlan) if row.day and row.day >= self.since]
        yield DeductionCap, [r for r in book.rows(DeductionCap) if r.of_month and r.of_month.last >= self.since]
        months = {str(Month.of(row.day)) for row in self.inspections if row.day}
        yield ScoreRow, [row for row in book.rows(ScoreRow) if row.month in months or self._is_compared(row)]
        yield DutyReview, [row for row in book.rows(DutyReview) if row.day and row.day >= self.since]
        yield PostSignature, [row for row in book.rows(PostSignature) if row.day and row.day >= self.since]
        yield from self.modules.items()

    def _is_compared(self, row: ScoreRow) -> bool:
        month = typed_month(row.month or "")
        return month is not None and month.year >= self.first.year - 1
