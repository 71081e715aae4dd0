"""Rows joined for scoring and rules: each finding with its inspection and its item of that day."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from pinzhi_xl.kinds import fold
from pinzhi_xl.month import Month
from pinzhi_xl.schema import Row
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.followup import Rectification
from pinzhi_xl.sheets.inspections import Finding, Inspection
from pinzhi_xl.sheets.organisation import Community, CommunityDepartment, Department
from pinzhi_xl.sheets.standards import Holiday, StandardItem
from pinzhi_xl.sheets.terms import DayKind, Disposition, InUse, Shift
from pinzhi_xl.workdays import Calendar

K = TypeVar("K")
V = TypeVar("V")
R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class Visit:
    """A valid inspection whose community and date are known."""

    row: Inspection
    community: str
    day: date
    scored: bool
    skipped_departments: frozenset[str]
    skipped_items: frozenset[str]

    def covers(self, department: str) -> bool:
        """True unless the department stands under 未检部门."""
        return department not in self.skipped_departments

    def meets(self, shifts: Sequence[Shift]) -> bool:
        """True when an item of these shifts (none = all) can be seen by this inspection (no shift = all)."""
        return not shifts or self.row.shift is None or self.row.shift in shifts


@dataclass(frozen=True)
class Case:
    """A valid finding with its visit, item code and the item's edition in force that day, None if none."""

    row: Finding
    visit: Visit
    code: str
    item: StandardItem | None

    @property
    def rectifies(self) -> bool:
        """True when the disposition asks for rectification."""
        return self.row.disposition is not None and Disposition(self.row.disposition).rectifies

    @property
    def red_line(self) -> bool:
        """True for a red line that counts: marked, allowed by the item, and confirmed (contract §4)."""
        return bool(
            self.row.failed
            and self.row.red_line
            and self.row.red_line_by
            and self.item is not None
            and self.item.red_line
        )


class Facts:
    """The joined view of a book. Rows that could not be read far enough to be joined are left out:
    their problems block the score anyway."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.settings = book.settings
        self._in_force: dict[date, dict[str, list[StandardItem]]] = {}
        self._by_community: dict[type[Row], Mapping[str, Sequence[Row]]] = {}

    def rows_in(self, kind: type[R], communities: Iterable[str]) -> Iterator[R]:
        """The rows of a sheet with a column 项目 that are of some communities, one community after the other."""
        if kind not in self._by_community:
            self._by_community[kind] = _group((vars(row)["community"], row) for row in self.book.rows(kind))
        rows: Mapping[str, Sequence[R]] = self._by_community[kind]  # type: ignore[assignment]  # rows of their kind
        for name in dict.fromkeys(communities):
            yield from rows.get(name, ())

    @cached_property
    def calendar(self) -> Calendar:
        """Working days by the 节假日 sheet."""
        rows = self.book.rows(Holiday)
        return Calendar({row.day: row.kind is DayKind.WORKING for row in rows if row.day and row.kind})

    @cached_property
    def communities(self) -> tuple[str, ...]:
        """Names of the communities in charge, in sheet order."""
        rows = self.book.rows(Community)
        return tuple(dict.fromkeys(row.name for row in rows if row.name and row.state is not InUse.LEFT))

    @cached_property
    def departments(self) -> Mapping[str, Decimal]:
        """Department → weight, in sheet order."""
        return {row.name: row.weight or Decimal(0) for row in self.book.rows(Department) if row.name}

    @cached_property
    def exceptions(self) -> Mapping[tuple[str, str], CommunityDepartment]:
        """(community, department) → its row of 项目部门."""
        return {
            (row.community, row.department): row
            for row in self.book.rows(CommunityDepartment)
            if row.community and row.department
        }

    @cached_property
    def editions(self) -> Mapping[str, list[StandardItem]]:
        """Item code → its editions in sheet order."""
        found: dict[str, list[StandardItem]] = defaultdict(list)
        for row in self.book.rows(StandardItem):
            if row.code:
                found[row.code].append(row)
        return found

    @cached_property
    def visits(self) -> Mapping[str, Visit]:
        """Inspection number → visit; unnumbered ones under a name of their own."""
        found = {}
        for row in self.book.rows(Inspection):
            if row.is_valid and row.community and row.day:
                found[row.number or f"#{row.row}"] = Visit(
                    row,
                    row.community,
                    row.day,
                    row.is_scored,
                    frozenset(row.skipped_departments),
                    frozenset(row.skipped_items),
                )
        return found

    @cached_property
    def cases(self) -> Sequence[Case]:
        """Valid findings of valid inspections, in sheet order."""
        found = []
        for row in self.book.rows(Finding):
            visit = self.visits.get(row.inspection or "")
            if visit is not None and row.is_valid and row.item:
                found.append(Case(row, visit, row.item, self.item_on(row.item, visit.day)))
        return found

    @cached_property
    def _by_finding(self) -> Mapping[str, Case]:
        return {case.row.number: case for case in reversed(self.cases) if case.row.number}

    def case_of(self, finding: str | None) -> Case | None:
        """The case of a finding's number."""
        return self._by_finding.get(finding or "")

    def day_of_finding(self, finding: str | None) -> date | None:
        """The inspection day of a finding."""
        case = self.case_of(finding)
        return None if case is None else case.visit.day

    @cached_property
    def cases_by_day(self) -> Mapping[tuple[str, date], list[Case]]:
        """(community, day) → its cases."""
        return _group(((case.visit.community, case.visit.day), case) for case in self.cases)

    @cached_property
    def cases_of(self) -> Mapping[str, list[Case]]:
        """Community → its cases."""
        return _group((case.visit.community, case) for case in self.cases)

    @cached_property
    def rectifications_of(self) -> Mapping[str, list[Rectification]]:
        """Community → its rows of 整改跟踪."""
        owners = {case.row.number: case.visit.community for case in self.cases}
        return _group((owners.get(row.finding, ""), row) for row in self.book.rows(Rectification))

    @cached_property
    def scored_days(self) -> Mapping[str, Mapping[date, list[Visit]]]:
        """Community → day → its scored visits."""
        found: dict[str, dict[date, list[Visit]]] = defaultdict(lambda: defaultdict(list))
        for visit in self.visits.values():
            if visit.scored:
                found[visit.community][visit.day].append(visit)
        return found

    def days(self, community: str, month: Month) -> list[tuple[date, list[Visit]]]:
        """The inspection days of a community in a month, in order."""
        by_day = self.scored_days.get(community, {})
        return sorted((day, visits) for day, visits in by_day.items() if day in month)

    def item_on(self, code: str, day: date) -> StandardItem | None:
        """The edition of an item in force on a day; None when there is none."""
        return next((item for item in self.editions.get(code, ()) if item.in_force(day)), None)

    def in_force(self, day: date) -> Mapping[str, list[StandardItem]]:
        """Department → items in force on a day, each code once."""
        if day not in self._in_force:
            found: dict[str, list[StandardItem]] = defaultdict(list)
            for code in self.editions:
                item = self.item_on(code, day)
                if item is not None and item.department and item.points:
                    found[item.department].append(item)
            self._in_force[day] = found
        return self._in_force[day]

    def is_set_up(self, community: str, department: str) -> bool:
        """False when 项目部门 says the community has no such department."""
        row = self.exceptions.get((community, department))
        return row is None or row.set_up is not False

    def weight(self, community: str, department: str) -> Decimal:
        """项目部门.权重, else 部门.权重."""
        row = self.exceptions.get((community, department))
        if row is not None and row.weight is not None:
            return row.weight
        return self.departments.get(department, Decimal(0))

    def not_applicable(self, community: str, department: str) -> frozenset[str]:
        """Items that 项目部门 lists as not applicable."""
        row = self.exceptions.get((community, department))
        return frozenset(row.not_applicable) if row is not None else frozenset()


def place_key(place: str) -> str:
    """One spelling of a place for comparison."""
    return fold(place)


def _group(pairs: Iterable[tuple[K, V]]) -> Mapping[K, list[V]]:
    found: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found
