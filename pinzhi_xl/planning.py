"""督导计划: what a month still lacks is added, days off are avoided, clashes told (Z02, B11, law.md §5.3)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pinzhi_xl.keys import fill_keys, natural
from pinzhi_xl.model import Cell, SetCell
from pinzhi_xl.month import Month
from pinzhi_xl.planned import breadth, is_cancelled, original, short_date, wanted, weekdays_of
from pinzhi_xl.problem import Problem, errors_of
from pinzhi_xl.schema import Row
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.inspections import InspectionPlan
from pinzhi_xl.sheets.organisation import Community
from pinzhi_xl.sheets.settings import SETTING_COLUMNS, SettingRow
from pinzhi_xl.sheets.standards import Holiday
from pinzhi_xl.sheets.terms import DayKind, InspectionKind, PlanState
from pinzhi_xl.wording import planning as words
from pinzhi_xl.wording.problems import make_problem

_NUMBERED_DAY = re.compile(r"JH-(\d{4})(\d{2})(\d{2})-\d+")
_SETTINGS = frozenset({"plan_session", "monthly_week", "flood_month", "heating_month", "yearly_month"})
_SHEETS: dict[str, type[Row]] = {
    kind.sheet.label: kind for kind in (InspectionPlan, Community, Holiday, SettingRow)
}


@dataclass(frozen=True)
class MonthPlan:
    """A month as planned: all its rows in order, new ones with sheet row 0, and the edits of blank keys.

    `book` is the master as it will be, new rows included.
    """

    book: Book
    rows: Sequence[InspectionPlan]
    problems: Sequence[Problem]
    keys: Sequence[SetCell]

    @property
    def new(self) -> list[InspectionPlan]:
        """The rows to be added."""
        return [row for row in self.rows if not row.row]


def plan_month(facts: Facts, month: Month) -> MonthPlan:
    """Add to the sheet what the month still lacks; rows that are there stay as they are."""
    filled, edits = fill_keys(facts.book)
    planner = _Planner(facts, month)
    made = [row for name in facts.communities for row in planner.of(name)]
    order = {name: place for place, name in enumerate(facts.communities)}
    made.sort(key=lambda row: (row.day, order[row.community or ""], -breadth(row)))
    tables = {**filled.tables, InspectionPlan: (*filled.rows(InspectionPlan), *made)}
    numbered, _ = fill_keys(replace(filled, tables=tables))
    rows = [row for row in numbered.rows(InspectionPlan) if _concerns(row, month)]
    rows.sort(
        key=lambda row: (row.day or month.last, order.get(row.community or "", len(order)), natural(row.number))
    )
    keys = [edit for edit in edits if edit.sheet == InspectionPlan.sheet.label]
    problems = [*planner.problems, *_unreasoned(facts.book, rows), *_years_unknown(facts, month, rows)]
    return MonthPlan(numbered, rows, problems, keys)


class _Planner:
    """Plans one month, community by community; collects problems on the way."""

    def __init__(self, facts: Facts, month: Month) -> None:
        self.facts = facts
        self.month = month
        self.problems: list[Problem] = [p for p in errors_of(facts.book.problems) if p.cell.sheet in _SHEETS]
        self.days_off = {r.day: r.name for r in facts.book.rows(Holiday) if r.day and r.kind is DayKind.OFF}
        self.obstacles = _obstacles(facts.book, self.problems)
        self.rows = {row.name: row for row in reversed(facts.book.rows(Community))}

    def of(self, name: str) -> Iterator[InspectionPlan]:
        """The rows that a community still lacks, without numbers."""
        community = self.rows[name]
        obstacle = self.obstacles.get(name) or self.obstacles.get(None)
        if obstacle is not None:
            self.problems.append(make_problem("plan-withheld", obstacle.cell, community=name))
        elif not community.weekdays:
            self.problems.append(self.facts.book.problem("no-weekdays", community, "weekdays", community=name))
        else:
            yield from self._lacking(community)

    def _lacking(self, community: Community) -> Iterator[InspectionPlan]:
        present = [row for row in self.facts.book.rows(InspectionPlan) if row.community == community.name]
        known = {key for row in present for key in _keys(row)}
        fresh = [
            row for row in wanted(self.facts.settings, community, self.month) if (row.kind, row.day) not in known
        ]
        standing = [row for row in present if not is_cancelled(row)]
        moved = [self._off_days_off(row) for row in fresh]
        for row in sorted(moved, key=lambda row: (-breadth(row), row.moved_from is not None, original(row))):
            settled = self._settled(row, [other for other in standing if other.day == row.day], community)
            if settled.state != PlanState.CANCELLED:
                standing.append(settled)
            yield settled

    def _off_days_off(self, row: InspectionPlan) -> InspectionPlan:
        """Moved to the next working day when it falls on a listed day off (law.md §5.3)."""
        if row.day is None or row.day not in self.days_off:
            return row
        name = self.days_off[row.day]
        holiday = words.DAY_OFF_NAMED.format(name=name) if name else words.DAY_OFF
        return replace(
            row,
            day=self.facts.calendar.add(row.day, 1),
            moved_from=row.day,
            state=PlanState.MOVED,
            cancelled=words.MOVED.format(holiday=holiday, day=short_date(row.day)),
        )

    def _settled(
        self, row: InspectionPlan, same_day: Sequence[InspectionPlan], community: Community
    ) -> InspectionPlan:
        """Cancelled in favour of one at least as wide on its day, else as it is, a clash told."""
        wide = breadth(row)
        wider = next((other for other in same_day if breadth(other) >= wide > 0), None)
        if wider is None and wide == 1 and self._meets_next_month(row, community):
            wider = InspectionPlan(kind=InspectionKind.PATROL)
        if wider is not None:
            return self._merged(row, wider)
        if clash := next((other for other in same_day if _collide(row, other)), None):
            self._tell("plan-clash", row, clash, number=clash.number or words.UNNUMBERED)
        return row

    def _meets_next_month(self, row: InspectionPlan, community: Community) -> bool:
        """A patrol moved beyond the month onto a fixed day of the community."""
        day = row.day
        return day is not None and day not in self.month and day.weekday() in weekdays_of(community)

    def _merged(self, row: InspectionPlan, other: InspectionPlan) -> InspectionPlan:
        kind = other.kind or InspectionKind.PATROL
        reason = words.MERGED_SAME_DAY.format(other=kind)
        if row.moved_from is not None and row.day is not None:
            name = self.days_off[row.moved_from]
            holiday = words.DAY_OFF_NAMED.format(name=name) if name else words.DAY_OFF
            reason = words.MERGED.format(holiday=holiday, day=short_date(row.day), other=kind)
            self._tell("plan-merged", row, other, moved_from=short_date(row.moved_from), reason=holiday)
        return replace(row, state=PlanState.CANCELLED, cancelled=reason)

    def _tell(self, code: str, row: InspectionPlan, other: InspectionPlan, **facts: str) -> None:
        told: dict[str, str] = {
            "community": row.community or "",
            "kind": row.kind or InspectionKind.PATROL,
            "other": other.kind or InspectionKind.PATROL,
        }
        day = short_date(row.day) if row.day else ""
        cell = self.facts.book.cell(other) if other.row else Cell(InspectionPlan.sheet.label)
        self.problems.append(make_problem(code, cell, value=other.number or "", day=day, **told, **facts))


def _collide(row: InspectionPlan, other: InspectionPlan) -> bool:
    """A moved one meets what was not on its day before; one in its place meets a narrower one that stays."""
    if row.moved_from is not None:
        return original(other) != original(row)
    return 0 < breadth(other) < breadth(row)


def _keys(row: InspectionPlan) -> Iterator[tuple[InspectionKind, date | None]]:
    """By what a row is known again: kind and original day, and the day in its number where a date was retyped."""
    kind = row.kind or InspectionKind.PATROL
    yield kind, original(row)
    match = _NUMBERED_DAY.fullmatch(row.number or "")
    if match and row.moved_from is None:
        year, month, day = map(int, match.groups())
        if 1 <= month <= 12 and 1 <= day <= Month(year, month).last.day:
            yield kind, date(year, month, day)


def _concerns(row: InspectionPlan, month: Month) -> bool:
    return row.day is not None and (row.day in month or original(row) in month)


def _obstacles(book: Book, errors: Sequence[Problem]) -> Mapping[str | None, Problem]:
    """Community → an error that forbids planning it; None → one that forbids planning at all."""
    found: dict[str | None, Problem] = {}
    for problem in errors:
        kind = _SHEETS[problem.cell.sheet]
        row = next((row for row in book.rows(kind) if row.row == problem.cell.row), None)
        match row:
            case InspectionPlan(community=str(name)) | Community(name=str(name)):
                found.setdefault(name, problem)
            case InspectionPlan() | Community():
                pass  # concerns no community that could be planned
            case SettingRow(name=str(name)) if name not in _LABELS:
                pass
            case _:
                found.setdefault(None, problem)
    return found


_LABELS = frozenset(col.label for col in SETTING_COLUMNS if col.identifier in _SETTINGS)


def _unreasoned(book: Book, rows: Sequence[InspectionPlan]) -> Iterator[Problem]:
    """Whoever cancels says why (practice.md §6)."""
    for row in rows:
        if is_cancelled(row) and not row.cancelled:
            yield book.problem("cancelled-without-reason", row, "cancelled", about=row.number or "")


def _years_unknown(facts: Facts, month: Month, rows: Sequence[InspectionPlan]) -> Iterator[Problem]:
    """Without the year's notice days off are unknown, and that is said (law.md §5.3)."""
    years = {month.year, *(row.day.year for row in rows if row.day and not row.row)}
    for year in sorted(years):
        if not facts.calendar.knows(year):
            cell = Cell(Holiday.sheet.label)
            yield make_problem("year-without-holidays", cell, value=str(year), year=year)
