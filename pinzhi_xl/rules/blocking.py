"""Which communities an error keeps from being scored: a wrong row never raises a score (contract §4)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property

from pinzhi_xl.kinds import fold
from pinzhi_xl.month import Month
from pinzhi_xl.problem import Problem
from pinzhi_xl.schema import Row
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.inspections import Finding, Inspection
from pinzhi_xl.sheets.organisation import Community, CommunityDepartment, Department
from pinzhi_xl.sheets.settings import SettingRow
from pinzhi_xl.sheets.standards import StandardItem

SCORING_SHEETS: Mapping[str, type[Row]] = {
    kind.sheet.label: kind
    for kind in (SettingRow, Department, StandardItem, Community, CommunityDepartment, Inspection, Finding)
}
"""The sheets a score is made from. An error in the first three, or in a sheet as a whole, concerns everyone."""

Where = tuple[str | None, date | None]
"""Community and day an error belongs to; None where that cannot be told, which means all of them."""


def blocking_errors(facts: Facts, problems: Iterable[Problem], month: Month) -> Mapping[str, list[Problem]]:
    """Community → the errors that keep its month from being scored; communities without any are absent.

    An error whose community or date cannot be told blocks every community or month it might belong to. What
    is dated within the repeat window before the month counts too: read wrongly it could hide a repeat.
    """
    found: dict[str, dict[Problem, None]] = defaultdict(dict)
    finder = _Finder(facts)
    window = timedelta(days=facts.settings.repeat_days)
    for problem in problems:
        if not problem.is_error:
            continue
        for community, day in finder.where(problem):
            if day is not None and not month.first - window <= day <= month.last:
                continue
            for name in facts.communities if community is None else (community,):
                found[name][problem] = None
    return {name: list(errors) for name, errors in found.items()}


class _Finder:
    """Finds the row of a problem and where it belongs, each sheet indexed once."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._rows: dict[str, dict[int, Row]] = {}

    @cached_property
    def _inspections(self) -> Mapping[str, list[Inspection]]:
        found: dict[str, list[Inspection]] = defaultdict(list)
        for row in self.facts.book.rows(Inspection):
            found[fold(row.number or "")].append(row)
        return found

    @cached_property
    def _findings(self) -> Mapping[str, list[Finding]]:
        found: dict[str, list[Finding]] = defaultdict(list)
        for row in self.facts.book.rows(Finding):
            found[fold(row.number or "")].append(row)
        return found

    def where(self, problem: Problem) -> Iterator[Where]:
        """Every community and day the problem may belong to; nothing when it does not touch scores."""
        kind = SCORING_SHEETS.get(problem.cell.sheet)
        if kind is None:
            return
        if problem.cell.sheet not in self._rows:
            self._rows[problem.cell.sheet] = {row.row: row for row in self.facts.book.rows(kind)}
        row = self._rows[problem.cell.sheet].get(problem.cell.row)
        if isinstance(row, Finding):
            for finding in self._findings[fold(row.number)] if row.number else [row]:
                yield from self._of_finding(finding)
        elif isinstance(row, Inspection):
            for twin in self._inspections[fold(row.number)] if row.number else [row]:
                yield twin.community, None if problem.code == "far-future" else twin.day
        elif isinstance(row, Community):
            yield row.name, None
        elif isinstance(row, CommunityDepartment):
            yield row.community, None
        else:
            yield None, None

    def _of_finding(self, row: Finding) -> Iterator[Where]:
        """Where its inspection is; without one it might be anywhere: what stands beside it may be pasted."""
        inspections = self._inspections.get(fold(row.inspection)) if row.inspection is not None else None
        if inspections is None:
            yield None, None
            return
        for inspection in inspections:
            yield inspection.community, inspection.day
