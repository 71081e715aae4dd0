"""What speaks against honouring somebody: executed penalties, red lines (practice.md §1.4, §7)."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property

from pinzhi_xl.month import Month
from pinzhi_xl.penalties.state import Life, void_numbers
from pinzhi_xl.scoring.facts import Case, Facts
from pinzhi_xl.sheets.followup import Penalty
from pinzhi_xl.sheets.settings import typed_month
from pinzhi_xl.sheets.terms import PenaltyState


class Record:
    """Executed penalties and red lines, by whom and when."""

    def __init__(self, facts: Facts, as_of: date) -> None:
        self.facts = facts
        self.as_of = as_of

    @cached_property
    def _executed(self) -> Mapping[tuple[str, Month], Sequence[str]]:
        """Person and month → numbers of executed notices, by the month of the act and that of 执行月份."""
        life = Life(self.facts, void_numbers(self.facts.book), self.as_of)
        found: dict[tuple[str, Month], list[str]] = {}
        for row in self.facts.book.rows(Penalty):
            if row.person and row.number and life.state(row) is PenaltyState.EXECUTED:
                for month in self._months(row):
                    found.setdefault((row.person, month), []).append(row.number)
        return found

    def _months(self, row: Penalty) -> set[Month]:
        """The month of the act (of the issue where the act is not known), and 执行月份."""
        act = self.facts.day_of_finding(row.finding) or row.issued_on
        paid = typed_month(row.payroll_month or "")
        return {month for month in (Month.of(act) if act else None, paid) if month is not None}

    def penalties(self, person: str, month: Month) -> Sequence[str]:
        """Numbers of the penalties of a person that were executed in a month or for an act of it."""
        return self._executed.get((person, month), ())

    @cached_property
    def _red(self) -> Mapping[tuple[str, Month], Sequence[Case]]:
        found: dict[tuple[str, Month], list[Case]] = {}
        for case in self.facts.cases:
            if case.red_line:
                found.setdefault((case.visit.community, Month.of(case.visit.day)), []).append(case)
        return found

    def red_lines(self, community: str, month: Month) -> Sequence[Case]:
        """The confirmed red lines of a community in a month."""
        return self._red.get((community, month), ())
