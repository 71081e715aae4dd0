"""Which departments a supplier runs, and what its staff are answerable for (law.md §7)."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from pinzhi_xl.kinds import SEPARATORS, fold
from pinzhi_xl.month import Month
from pinzhi_xl.scoring.facts import Case, Facts
from pinzhi_xl.sheets.inspections import Offender
from pinzhi_xl.sheets.organisation import Person
from pinzhi_xl.sheets.suppliers import SupplierReview


def suppliers_named(text: str | None) -> list[str]:
    """The suppliers of a cell of 项目部门.供应商; several are parted by 、."""
    return [part.strip() for part in SEPARATORS.split(text or "") if part.strip()]


def departments_run(facts: Facts, supplier: str, community: str) -> list[str]:
    """The departments of a community that 项目部门 says a supplier runs, in sheet order."""
    return [
        department
        for (own, department), row in facts.exceptions.items()
        if own == community and fold(supplier) in map(fold, suppliers_named(row.supplier))
    ]


def departments_of(facts: Facts, row: SupplierReview) -> list[str]:
    """The departments a review is about: those it names, else all that the supplier runs there."""
    run = departments_run(facts, row.supplier or "", row.community or "")
    return [name for name in run if name in row.departments] if row.departments else run


class Offence(NamedTuple):
    """What a supplier's worker did: the finding, and who."""

    case: Case
    person: Person


def offences_in(facts: Facts, first: date, last: date) -> list[Offence]:
    """What workers of any supplier did in a period, in sheet order; such findings bring no penalty notice."""
    people = {row.number: row for row in facts.book.rows(Person) if row.number and row.employer}
    found = []
    for row in facts.book.rows(Offender):
        person, case = people.get(row.person or ""), facts.case_of(row.finding)
        if person is not None and case is not None and case.row.failed and first <= case.visit.day <= last:
            found.append(Offence(case, person))
    return found


def offences_of(facts: Facts, row: SupplierReview, month: Month) -> Sequence[Offence]:
    """What a reviewed supplier's workers did in the community and the month."""
    return [
        offence
        for offence in offences_in(facts, month.first, month.last)
        if fold(offence.person.employer or "") == fold(row.supplier or "")
        and offence.case.visit.community == row.community
        and (not row.departments or offence.case.row.department in row.departments)
    ]
