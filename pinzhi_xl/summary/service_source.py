"""What the papers about complaints and repairs look up: rows of a period, wrong rows, masked texts."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TypeVar

from pinzhi_xl.indicators import BY_NAME, Scope, Unit
from pinzhi_xl.indicators.service import accepted, ordered
from pinzhi_xl.masking import mask_names
from pinzhi_xl.month import Month
from pinzhi_xl.papers import ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Scene
from pinzhi_xl.rules.complaints import COMPLAINT_RULES
from pinzhi_xl.rules.repairs import REPAIR_RULES
from pinzhi_xl.service import complaints, repairs
from pinzhi_xl.service.owners import is_full_name
from pinzhi_xl.sheets.complaints import Complaint
from pinzhi_xl.sheets.repairs import RepairOrder
from pinzhi_xl.sheets.service_terms import ComplaintState
from pinzhi_xl.summary.figures import one
from pinzhi_xl.summary.source import Source
from pinzhi_xl.wording import reports as report_words
from pinzhi_xl.wording import service as words

T = TypeVar("T", Complaint, RepairOrder)


class ServiceSource:
    """A scene with what is counted of complaints and repair orders; `source` is what other reports look up."""

    def __init__(self, scene: ReportScene) -> None:
        self.source = Source(scene)
        self.facts = scene.facts
        self.as_of = scene.as_of

    def scope(self, communities: Sequence[str], month: Month) -> Scope:
        """The communities and the month as indicators count them."""
        return Scope(communities, month.first, month.last, self.as_of)

    def complaints(self, communities: Sequence[str], month: Month) -> list[Complaint]:
        """受理 of the month, by day and number."""
        return _by_day(accepted(self.facts, self.scope(communities, month)))

    def repairs(self, communities: Sequence[str], month: Month) -> list[RepairOrder]:
        """Orders of the month that were not cancelled, by day and number."""
        return _by_day(ordered(self.facts, self.scope(communities, month)))

    def invalid(self, communities: Sequence[str], month: Month) -> int:
        """How many complaints of the month were 无效."""
        scope = self.scope(communities, month)
        return sum(
            scope.holds(row.day) and complaints.state_on(row, self.as_of) is ComplaintState.INVALID
            for row in self.facts.rows_in(Complaint, communities)
        )

    def overdue_complaints(self, communities: Sequence[str]) -> list[Complaint]:
        """What is not settled and past its deadline on the day, whenever it was received; the latest first."""
        return [row for row in self._overdue_complaints if row.community in communities]

    @cached_property
    def _overdue_complaints(self) -> Sequence[Complaint]:
        rows = [
            row
            for row in self.facts.book.rows(Complaint)
            if complaints.is_accepted(row)
            and (row.day is None or row.day <= self.as_of)
            and not complaints.is_settled(row, self.as_of)
            and complaints.overdue_days(self.facts, row, self.as_of)
        ]
        return sorted(rows, key=lambda row: -complaints.overdue_days(self.facts, row, self.as_of))

    def overdue_repairs(self, communities: Sequence[str]) -> list[RepairOrder]:
        """What is not repaired and past its deadline on the day; the latest first."""
        return [row for row in self._overdue_repairs if row.community in communities]

    @cached_property
    def _overdue_repairs(self) -> Sequence[RepairOrder]:
        settings = self.facts.settings
        rows = [
            row
            for row in self.facts.book.rows(RepairOrder)
            if repairs.counts(row)
            and not repairs.is_repaired(row, self.as_of)
            and repairs.overdue_days(settings, row, self.as_of)
        ]
        return sorted(rows, key=lambda row: -repairs.overdue_days(settings, row, self.as_of))

    @cached_property
    def repeats(self) -> Mapping[int, str]:
        """Sheet row → the complaint it repeats."""
        return complaints.repeats(self.facts)

    @cached_property
    def errors(self) -> Mapping[tuple[str, int], Problem]:
        """(sheet, row) → the first error of a row of the two sheets."""
        scene = Scene(self.facts, self.as_of)
        found = list(self.facts.book.problems)
        for rule in (*COMPLAINT_RULES, *REPAIR_RULES):
            found += rule(scene)
        sheets = (Complaint.sheet.label, RepairOrder.sheet.label)
        wrong = [problem for problem in reversed(found) if problem.is_error and problem.cell.sheet in sheets]
        return {(problem.cell.sheet, problem.cell.row): problem for problem in wrong}

    def figure(self, name: str, communities: Sequence[str], month: Month) -> str:
        """An indicator as papers print it; “—” when there is nothing to divide by."""
        indicator = BY_NAME[name]
        value = indicator.value(self.facts, self.scope(communities, month))
        if value is None:
            return report_words.NOTHING
        pattern = {Unit.PER_CENT: report_words.PER_CENT, Unit.PER_THOUSAND: words.PER_THOUSAND}
        return pattern.get(indicator.unit, words.MINUTES).format(figure=one(value))

    def text(self, typed: str | None) -> str:
        """Free text with persons, owners and rooms masked."""
        return mask_names(self.source.masked(typed), self._owners)

    def text_for_owner(self, typed: str | None) -> str:
        """Free text without the name of any employee: 工作人员 stands in its place."""
        bare = typed or ""
        names = sorted((name for name in self.source.everyone if len(name) > 1), key=lambda name: -len(name))
        if names:
            bare = re.sub("|".join(re.escape(name) for name in names), words.STAFF, bare)
        return self.text(bare)

    @cached_property
    def _owners(self) -> Sequence[str]:
        """The owners whose whole name somebody typed."""
        rows = self.facts.book.rows(Complaint)
        names = [row.complainant for row in rows] + [row.reporter for row in self.facts.book.rows(RepairOrder)]
        return sorted({"".join(name.split()) for name in names if name and is_full_name(name)})


def _by_day(rows: Iterator[T]) -> list[T]:
    return sorted(rows, key=lambda row: (row.day or date.max, row.row))
