"""Papers of one day: one or more for every community that has something to tell."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from pinzhi_xl.model import Cell
from pinzhi_xl.month import Month
from pinzhi_xl.papers import Report
from pinzhi_xl.problem import Problem
from pinzhi_xl.schema import Row
from pinzhi_xl.summary.source import Source
from pinzhi_xl.wording.problems import make_problem

T = TypeVar("T")


def daily(
    source: Source,
    day: date,
    sheet: type[Row],
    found: Callable[[str], Sequence[T]],
    made: Callable[[str, Sequence[T]], Sequence[Report]],
) -> tuple[Sequence[Report], Sequence[Problem]]:
    """What is `made` of what is `found` for each community; one whose month has errors is told instead.

    Where no community has anything, that is told at `sheet`.
    """
    reports: list[Report] = []
    problems: list[Problem] = []
    for community in source.facts.communities:
        present = found(community)
        if not present:
            continue
        problem = source.blocked(community, [Month.of(day)])
        if problem is None:
            reports += made(community, present)
        else:
            problems.append(problem)
    if not reports and not problems:
        problems.append(make_problem("nothing-to-report", Cell(sheet.sheet.label), period=str(day)))
    return reports, problems
