"""Rows of 整改跟踪 as they shall read: what people typed, and the draft where a cell is blank."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from pinzhi_xl.rectification.payload import person_named
from pinzhi_xl.scoring.facts import Case, Facts
from pinzhi_xl.sheets.followup import Rectification
from pinzhi_xl.sheets.organisation import Person
from pinzhi_xl.sheets.terms import Severity


class Filler:
    """Fills rows for findings; a cell that could not be read is left as it is."""

    def __init__(self, facts: Facts, as_of: date) -> None:
        self.facts = facts
        self.as_of = as_of
        self._present: dict[str, Rectification] = {}
        for row in facts.book.rows(Rectification):
            self._present.setdefault(row.finding or "", row)

    def row(self, case: Case) -> Rectification:
        """The row of a finding, its blanks filled; one to be added when there is none."""
        present = self._present.get(case.row.number or "") or Rectification(finding=case.row.number)
        drafts: dict[str, Callable[[Case], object]] = {
            "department": lambda case: case.row.department,
            "owner": self._owner,
            "target": lambda case: case.item.target if case.item else None,
            "due_on": self._deadline,
        }
        blank = {name: draft(case) for name, draft in drafts.items() if self.facts.book.is_vacant(present, name)}
        return replace(present, **blank)  # type: ignore[arg-type]  # each draft is of its field's type

    def _owner(self, case: Case) -> str | None:
        """The finding's own 整改责任人, else the head of the department there, unless gone by now."""
        if case.row.owner:
            return person_named(self.facts, case.row.owner)
        special = self.facts.exceptions.get((case.visit.community, case.row.department or ""))
        people = self.facts.book.rows(Person)
        head = next((row for row in people if special and row.number and row.number == special.head), None)
        if head is None or (head.left is not None and head.left <= self.as_of):
            return None
        return head.name

    def _deadline(self, case: Case) -> date:
        """检查日期 and the days of the item or its severity; safety items in natural days (law.md §5.3)."""
        days = self._days(case)
        if is_safety(case):
            return case.visit.day + timedelta(days=days)
        return self.facts.calendar.add(case.visit.day, days)

    def _days(self, case: Case) -> int:
        if case.item is not None and case.item.days is not None:
            return case.item.days
        settings = self.facts.settings
        severity = (case.item.severity if case.item else None) or Severity.MINOR
        by_severity = {
            Severity.MINOR: settings.days_minor,
            Severity.MAJOR: settings.days_major,
            Severity.SERIOUS: settings.days_serious,
        }
        return by_severity[Severity(severity)]


def is_safety(case: Case) -> bool:
    """True for red lines, and for 严重 items that may be judged one: they do not wait for working days."""
    item = case.item
    return bool(case.row.red_line or (item is not None and item.red_line and item.severity == Severity.SERIOUS))
