"""The issued notices of a month, joined with what they rest on: where hand-over lists begin."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pinzhi_xl.month import Month
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.followup import Penalty
from pinzhi_xl.sheets.inspections import Finding, Inspection
from pinzhi_xl.sheets.results import IssuedPaper
from pinzhi_xl.sheets.standards import Clause
from pinzhi_xl.sheets.terms import Validity


@dataclass(frozen=True)
class Notice:
    """One issued notice: its row, community, day of the act, facts, and what kind of violation it is."""

    row: Penalty
    number: str
    community: str
    day: date | None
    facts: str
    violation: str
    is_void: bool

    @property
    def department(self) -> str:
        """The department of the person."""
        return self.row.department or ""

    @property
    def month(self) -> Month | None:
        """The month of the act; where that is not known any more, of the issue."""
        day = self.day or self.row.issued_on
        return None if day is None else Month.of(day)


def void_numbers(book: Book) -> frozenset[str]:
    """Numbers that are void by 发文登记, which is what the register says."""
    rows = book.rows(IssuedPaper)
    return frozenset(row.number for row in rows if row.number and row.state == Validity.VOID)


def issued_notices(book: Book) -> list[Notice]:
    """Every numbered notice of 处罚登记, in sheet order."""
    findings: dict[str | None, Finding] = {row.number: row for row in book.rows(Finding) if row.number}
    inspections: dict[str | None, Inspection] = {row.number: row for row in book.rows(Inspection) if row.number}
    void = void_numbers(book)
    found = []
    for row in book.rows(Penalty):
        if row.number:
            finding = findings.get(row.finding)
            visit = inspections.get(finding.inspection) if finding else None
            day = visit.day if visit else None
            facts = (finding.facts if finding else None) or ""
            community = (visit.community if visit else None) or ""
            found.append(
                Notice(row, row.number, community, day, facts, violation_of(book, row, day), row.number in void)
            )
    return found


def faults(book: Book) -> Mapping[int, str]:
    """Rows of 处罚登记 that could not be read in full, each with the first thing wrong."""
    label = Penalty.sheet.label
    found: dict[int, str] = {}
    for problem in book.problems:
        if problem.is_error and problem.cell.sheet == label:
            found.setdefault(problem.cell.row, problem.message)
    return found


def violation_of(book: Book, row: Penalty, day: date | None) -> str:
    """The short name of the clause in the edition of the day; its number where it has none."""
    editions = [clause for clause in book.rows(Clause) if clause.number and clause.number == row.clause]
    binding = [clause for clause in editions if day is not None and clause.binding(day)]
    named = [clause.short for clause in [*reversed(binding), *reversed(editions)] if clause.short]
    return named[0] if named else row.clause or ""
