"""The year's turn of the findings: one that goes along takes along what its papers and its figures rest on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise

from pinzhi_xl.month import Month
from pinzhi_xl.retention import is_pseudonym
from pinzhi_xl.scoring.facts import Facts, place_key
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.carried import Carried
from pinzhi_xl.sheets.followup import Penalty
from pinzhi_xl.sheets.inspections import Finding, Inspection
from pinzhi_xl.sheets.organisation import Person
from pinzhi_xl.sheets.settings import Settings
from pinzhi_xl.sheets.terms import Validity


def since_of(settings: Settings, first: date) -> date:
    """From this day on everything goes along at the turn of `first`: the month where a repeat is looked for."""
    return Month.of(first - timedelta(days=max(settings.repeat_days, settings.complaint_repeat_days))).first


def not_whole_here(book: Book, day: date) -> Carried | None:
    """A row of 结转 when of a day only what was still open is here, the rest in the master before; else None."""
    rows = book.rows(Carried)
    return next((row for row in rows if row.carried_on and day < since_of(book.settings, row.carried_on)), None)


def days_of_findings(facts: Facts) -> Mapping[str, date]:
    """Finding → day of its inspection, void ones included: their numbers are not used again."""
    visits = {row.number: row.day for row in facts.book.rows(Inspection) if row.number and row.day}
    found = ((row.number, visits.get(row.inspection or "")) for row in facts.book.rows(Finding))
    return {number: day for number, day in found if number and day}


def with_what_they_rest_on(facts: Facts, findings: Iterable[str]) -> frozenset[str]:
    """The findings, those of the same inspection and department, those they repeat, and so on.

    A rectification notice is one of an inspection and department (contract §5), and a repeat is counted along the
    chain of those before it (contract §4): with only some of them a paper would read otherwise than it was issued.
    """
    needed = [_neighbours(facts), _predecessors(facts)]
    found: set[str] = set()
    waiting = set(findings)
    while waiting:
        found |= waiting
        waiting = {other for one in waiting for links in needed for other in links.get(one, ())} - found
    return frozenset(found)


def _neighbours(facts: Facts) -> Mapping[str, list[str]]:
    """Finding → those of its inspection and department."""
    groups: dict[tuple[str | None, str | None], list[str]] = defaultdict(list)
    for row in facts.book.rows(Finding):
        if row.number:
            groups[row.inspection, row.department].append(row.number)
    return {number: group for group in groups.values() for number in group}


def _predecessors(facts: Facts) -> Mapping[str, list[str]]:
    """Finding → those of the day before it on the same item and place, where it may repeat them."""
    spots: dict[tuple[str | None, ...], dict[date, list[str]]] = defaultdict(lambda: defaultdict(list))
    for case in facts.cases:
        if case.row.failed and case.row.place and case.row.number:
            spot = (case.visit.community, case.row.department, case.code, place_key(case.row.place))
            spots[spot][case.visit.day].append(case.row.number)
    return dict(pair for by_day in spots.values() for pair in _links(by_day, facts.settings.repeat_days))


def _links(by_day: Mapping[date, list[str]], window: int) -> Iterator[tuple[str, list[str]]]:
    for before, day in pairwise(sorted(by_day)):
        if (day - before).days <= window:
            yield from ((number, by_day[before]) for number in by_day[day])


def first_offences(facts: Facts, penalties: Iterable[Penalty], first: date) -> Iterator[Penalty]:
    """Of each person in service on a day the earliest numbered notice under each clause: 再次处理 asks for it."""
    days = days_of_findings(facts)
    gone = {row.number for row in facts.book.rows(Person) if row.left is not None and row.left < first}
    earliest: dict[tuple[str | None, str | None], Penalty] = {}
    for row in penalties:
        stands = row.number and row.state != Validity.VOID and row.finding in days
        if stands and row.person not in gone and not is_pseudonym(row.person):
            other = earliest.setdefault((row.person, row.clause), row)
            if days[row.finding or ""] < days[other.finding or ""]:
                earliest[row.person, row.clause] = row
    yield from earliest.values()
