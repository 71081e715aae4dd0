"""Planned inspections: which ones a month asks for, and how many were carried out (Z02, H11, A16–A20)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from pinzhi_xl.kinds import fold
from pinzhi_xl.month import Month
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.inspections import Inspection, InspectionPlan
from pinzhi_xl.sheets.organisation import Community
from pinzhi_xl.sheets.settings import Settings
from pinzhi_xl.sheets.terms import CANCELLED_SPELLINGS, InspectionKind, PlanState
from pinzhi_xl.wording import planning as words

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Completion:
    """督导计划完成率: inspections carried out of those planned (practice.md §6)."""

    done: int
    planned: int

    @property
    def rate(self) -> Fraction | None:
        """None where nothing was planned: neither 0 nor 100 %."""
        return Fraction(self.done, self.planned) if self.planned else None


def completion(book: Book, month: Month, community: str | None = None) -> Completion:
    """Of the inspections planned for days of a month (of one community, or of all) those that took place."""
    return completion_over(book, month.first, month.last, None if community is None else [community])


def completion_over(book: Book, first: date, last: date, communities: Sequence[str] | None = None) -> Completion:
    """Of the inspections planned from the first to the last day those that took place.

    A row is carried out when a valid inspection names it, or names no known plan and has its community, date and
    kind; a moved one counts on its new date. A cancelled row with a reason leaves the count, without one it stays.
    """
    rows = [
        row
        for row in book.rows(InspectionPlan)
        if row.day is not None
        and first <= row.day <= last
        and (communities is None or row.community in communities)
        and not (is_cancelled(row) and row.cancelled)
    ]
    known = {row.number for row in book.rows(InspectionPlan) if row.number}
    visits = [visit for visit in book.rows(Inspection) if visit.is_valid]
    named = {visit.plan for visit in visits if visit.plan in known}
    met = {
        (visit.community, visit.day, visit.kind or InspectionKind.PATROL)
        for visit in visits
        if visit.plan not in known
    }
    done = sum(
        row.number in named or (row.community, row.day, row.kind or InspectionKind.PATROL) in met for row in rows
    )
    return Completion(done, len(rows))


def is_cancelled(row: InspectionPlan) -> bool:
    """True when the row says it will not take place."""
    return fold(row.state or "") in CANCELLED_SPELLINGS


def breadth(row: InspectionPlan) -> int:
    """How much the planned inspection covers; a blank 检查类型 is a full patrol."""
    return (row.kind or InspectionKind.PATROL).breadth


def weekdays_of(community: Community) -> list[int]:
    """The fixed days of a community, Monday = 0, in order."""
    return sorted(words.WEEKDAYS.index(day) for day in community.weekdays)


def full_weeks(month: Month) -> list[date]:
    """The Mondays of the weeks that lie wholly in the month."""
    monday = month.first + timedelta(days=-month.first.weekday() % 7)
    return [monday + WEEK * n for n in range(5) if (monday + WEEK * n + timedelta(days=6)) in month]


def wanted(settings: Settings, community: Community, month: Month) -> Iterator[InspectionPlan]:
    """Every inspection of a community that the settings ask for, on its original day."""
    weeks, weekdays = full_weeks(month), weekdays_of(community)
    first = timedelta(days=weekdays[0])
    days = [month.first + timedelta(days=n) for n in range(month.last.day)]
    found = [(InspectionKind.PATROL, words.WEEKLY, day) for day in days if day.weekday() in weekdays]
    if settings.monthly_week:
        week = weeks[min(settings.monthly_week, len(weeks)) - 1]
        found.append((InspectionKind.MONTHLY, words.MONTHLY, week + first))
    if settings.yearly_month == month.number:
        found.append((InspectionKind.YEARLY, words.YEARLY, weeks[-1] + first))
    if settings.flood_month == month.number:
        found.append((InspectionKind.SPECIAL, words.FLOOD, weeks[0] + first))
    if settings.heating_month == month.number:
        found.append((InspectionKind.SPECIAL, words.HEATING, weeks[1] + first))
    for kind, frequency, day in found:
        yield InspectionPlan(
            community=community.name,
            kind=kind,
            frequency=frequency,
            day=day,
            session=settings.plan_session or None,
            state=PlanState.PENDING,
        )


def original(row: InspectionPlan) -> date:
    """The day an inspection was first meant for."""
    return row.moved_from or row.day or date.max


def short_date(day: date) -> str:
    """8月4日."""
    return words.SHORT_DATE.format(month=day.month, day=day.day)
