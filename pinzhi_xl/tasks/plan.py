"""排计划: the inspections that a month still lacks, added to 督导计划."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pinzhi_xl.model import AppendRow, Edit
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import half_up
from pinzhi_xl.planned import Completion, completion
from pinzhi_xl.planning import MonthPlan, plan_month
from pinzhi_xl.problem import Problem, errors_of
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.inspections import InspectionPlan
from pinzhi_xl.sheets.terms import InspectionKind
from pinzhi_xl.tasks.run import Run, as_values, write
from pinzhi_xl.wording import planning as words
from pinzhi_xl.workbook.port import Workbook


@dataclass(frozen=True)
class PlanOutcome:
    """The month's plan, how far it has been carried out, and whether the master was changed."""

    month: Month
    plan: MonthPlan
    completion: Completion
    written: bool

    @property
    def problems(self) -> Sequence[Problem]:
        """All that was met."""
        return self.plan.problems

    @property
    def errors(self) -> list[Problem]:
        """The problems that kept a community from being planned."""
        return errors_of(self.plan.problems)

    def as_json(self) -> dict[str, Any]:
        """The planned inspections of the month, the completion rate in per cent, and the problems."""
        return {
            "month": str(self.month),
            "planned": [_row_json(row) for row in self.plan.rows],
            "completion": {
                "done": self.completion.done,
                "planned": self.completion.planned,
                "rate": _per_cent(self.completion),
            },
            "problems": [problem.as_json() for problem in self.plan.problems],
        }

    def lines(self) -> list[str]:
        """One inspection a line, then the sum and the completion rate."""
        new = len(self.plan.new)
        rate = _per_cent(self.completion)
        return [
            *(_line(row) for row in self.plan.rows),
            words.PLAN_SUMMARY.format(month=self.month, new=new, old=len(self.plan.rows) - new),
            words.COMPLETION.format(
                rate=words.NO_RATE if rate is None else f"{rate}%",
                done=self.completion.done,
                planned=self.completion.planned,
            ),
        ]


def plan_inspections(workbook: Workbook, month: Month, run: Run) -> PlanOutcome:
    """Plan a month; planning again adds nothing and leaves what people typed as it is."""
    if not run.dry_run:
        workbook.check_writable()
    book = workbook.read()
    plan = plan_month(Facts(book), month)
    edits: list[Edit] = [*plan.keys, *(AppendRow(InspectionPlan.sheet.label, as_values(row)) for row in plan.new)]
    old = len(plan.rows) - len(plan.new)
    if edits:
        run.confirm(words.ASK.format(month=month, new=len(plan.new), old=old))
    result = words.PLANNED.format(new=len(plan.new), old=old)
    written = write(workbook, book, edits, run, words.PLAN, str(month), result)
    return PlanOutcome(month, plan, completion(plan.book, month), written)


def _per_cent(found: Completion) -> str | None:
    return None if found.rate is None else str(half_up(found.rate * 100))


def _row_json(row: InspectionPlan) -> dict[str, Any]:
    return {
        "number": row.number,
        "community": row.community,
        "kind": row.kind or InspectionKind.PATROL,
        "frequency": row.frequency or "",
        "day": row.day.isoformat() if row.day else None,
        "moved_from": row.moved_from.isoformat() if row.moved_from else None,
        "reason": row.cancelled or "",
        "state": row.state or "",
        "new": not row.row,
    }


def _line(row: InspectionPlan) -> str:
    return words.PLAN_LINE.format(
        mark=words.PLAN_MARK_OLD if row.row else words.PLAN_MARK_NEW,
        number=row.number or words.UNNUMBERED,
        community=row.community or "",
        day=row.day,
        weekday=words.WEEKDAYS[row.day.weekday()] if row.day else "",
        kind=row.kind or InspectionKind.PATROL,
        frequency=row.frequency or "",
        state=row.state or "",
        reason=words.PLAN_REASON.format(reason=row.cancelled) if row.cancelled else "",
    )
