"""Rules of 冲正: what was deducted in a locked month is set right by rows of its own (issue 5 point 5)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from pinzhi_xl.month import Month
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.scoring.locked import is_locked
from pinzhi_xl.sheets.corrections import Correction
from pinzhi_xl.sheets.inspections import Finding


@serves("Z18")
def a_correction_is_of_a_locked_month(scene: Scene) -> Iterator[Problem]:
    """冲正 is for a month that is final, registered in a later one: what that month's papers say stays."""
    for row in _corrections(scene):
        month = row.of_month
        if month is None:
            if row.month is not None:
                yield scene.book.problem("correction-month-unreadable", row, "month")
        elif not is_locked(scene.book, month):
            yield scene.book.problem("correction-month-open", row, "month")
        elif row.day is not None and Month.of(row.day) <= month:
            yield scene.book.problem("correction-too-early", row, "day", month=month)


@serves("Z18")
def a_correction_is_of_a_finding_of_that_month(scene: Scene) -> Iterator[Problem]:
    """The finding lies in the month that is corrected, in the community and department that are named."""
    places = _places(scene)
    for row in _corrections(scene):
        community, department, day = places.get(row.finding or "", (None, None, None))
        month = row.of_month
        if day is not None and month is not None and day not in month:
            yield scene.book.problem("correction-other-month", row, "finding", day=day, month=month)
        elif community is not None and row.community is not None and row.community != community:
            yield scene.book.problem("correction-other-place", row, "community", owner=community)
        elif department is not None and row.department is not None and row.department != department:
            yield scene.book.problem("correction-other-place", row, "department", owner=department)


def _places(scene: Scene) -> Mapping[str, tuple[str | None, str | None, date | None]]:
    """Finding → community, department and day: as they were scored, else as they stand now."""
    visits = scene.facts.visits
    found = {}
    for row in scene.book.rows(Finding):
        visit = visits.get(row.inspection or "")
        community = row.community or (visit.community if visit else None)
        found[row.number or ""] = (community, row.department, row.day or (visit.day if visit else None))
    return found


@serves("Z18")
def a_correction_takes_back_no_more_than_was_deducted(scene: Scene) -> Iterator[Problem]:
    """扣分差额 is not zero, and all reversals of a finding together never make its deduction negative."""
    deducted = {row.number: row.deduction or Decimal(0) for row in scene.book.rows(Finding) if row.number}
    left: dict[str, Decimal] = defaultdict(Decimal, deducted)
    for row in _corrections(scene):
        if row.difference is None:
            continue
        if row.difference == 0:
            yield scene.book.problem("correction-zero", row, "difference")
        elif row.finding is not None:
            before = left[row.finding]
            left[row.finding] = before + row.difference
            if row.difference < 0 and left[row.finding] < 0:
                left[row.finding] = before
                yield scene.book.problem("correction-too-much", row, "difference", left=f"{before:f}")


def _corrections(scene: Scene) -> Iterator[Correction]:
    return (row for row in scene.book.rows(Correction) if row.is_valid)


CORRECTION_RULES: tuple[Rule, ...] = (
    a_correction_is_of_a_locked_month,
    a_correction_is_of_a_finding_of_that_month,
    a_correction_takes_back_no_more_than_was_deducted,
)
