"""Rules of 检查记录."""

from collections.abc import Iterator
from datetime import timedelta

from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.sheets.inspections import Inspection
from pinzhi_xl.sheets.standards import Holiday
from pinzhi_xl.sheets.terms import Shift

FAR = timedelta(days=92)
"""Beyond this a date after the day of action is a slip of the pen, not work entered ahead."""


@serves("Z03", "B13")
def an_inspection_ends_after_it_starts(scene: Scene) -> Iterator[Problem]:
    """The end is not before the start, but for night shifts that pass midnight."""
    for row in scene.book.rows(Inspection):
        if row.start and row.end and row.end < row.start and row.shift is not Shift.NIGHT:
            yield scene.book.problem("ends-before-start", row, "end")


@serves("Z04")
def an_inspection_covers_something(scene: Scene) -> Iterator[Problem]:
    """Not every department can be left out."""
    for visit in scene.facts.visits.values():
        if visit.scored and visit.skipped_departments >= set(scene.facts.departments):
            yield scene.book.problem("nothing-inspected", visit.row, "skipped_departments")


@serves("B13")
def an_inspection_is_not_in_the_future(scene: Scene) -> Iterator[Problem]:
    """What is recorded has happened by the day of action."""
    for visit in scene.facts.visits.values():
        if visit.day > scene.as_of + FAR:
            yield scene.book.problem("far-future", visit.row, "day", today=scene.as_of)
        elif visit.day > scene.as_of:
            yield scene.book.problem("in-the-future", visit.row, "day", today=scene.as_of)


@serves("Z18")
def the_year_has_holidays(scene: Scene) -> Iterator[Problem]:
    """Without the year's notice working days are a guess, and are said to be one (law.md §5.3)."""
    known = {row.day.year for row in scene.book.rows(Holiday) if row.day}
    told: set[int] = set()
    for visit in scene.facts.visits.values():
        if visit.day.year not in known and visit.day.year not in told:
            told.add(visit.day.year)
            yield scene.book.problem("year-without-holidays", visit.row, "day", year=visit.day.year)


@serves("B15")
def a_community_inspected_is_in_charge(scene: Scene) -> Iterator[Problem]:
    """A community given up is not ranked; inspections of it are told."""
    active = set(scene.facts.communities)
    for visit in scene.facts.visits.values():
        if visit.community not in active:
            yield scene.book.problem("community-left", visit.row, "community")


INSPECTION_RULES: tuple[Rule, ...] = (
    an_inspection_ends_after_it_starts,
    an_inspection_covers_something,
    an_inspection_is_not_in_the_future,
    the_year_has_holidays,
    a_community_inspected_is_in_charge,
)
