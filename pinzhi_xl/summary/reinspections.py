"""整改复查单 of a community and day: what was looked at again, with which outcome and effect (H17, H18)."""

from collections.abc import Sequence
from datetime import date

from pinzhi_xl.indicators import Scope
from pinzhi_xl.indicators.core import FIRST_PASS_RATE
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import chinese_date
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.rectification import deadline_of
from pinzhi_xl.scoring.facts import Case
from pinzhi_xl.sheets.followup import Rectification
from pinzhi_xl.sheets.terms import Outcome
from pinzhi_xl.summary.daily import daily
from pinzhi_xl.summary.figures import per_cent, short_day, weekday
from pinzhi_xl.summary.rows import RowTexts, item_of
from pinzhi_xl.summary.source import Source
from pinzhi_xl.wording import reports as words

Reviewed = tuple[Case, Rectification]
"""A finding and its row of 整改跟踪."""


def reinspections(scene: ReportScene, day: date) -> tuple[Sequence[Report], Sequence[Problem]]:
    """A record for every community in which something was re-inspected on the day; names are masked."""
    source = Source(scene)

    def found(community: str) -> Sequence[Reviewed]:
        rows = source.facts.rectifications_of.get(community, ())
        pairs = ((source.facts.case_of(row.finding), row) for row in rows if row.reinspected_on == day)
        return [(case, row) for case, row in pairs if case is not None and row.outcome is not None]

    def made(community: str, rows: Sequence[Reviewed]) -> Sequence[Report]:
        values = _values(source, community, day, rows)
        return [Report(words.REINSPECTION, Month.of(day), f"{day} {community}", community, values)]

    return daily(source, day, Rectification, found, made)


def _values(source: Source, community: str, day: date, rows: Sequence[Reviewed]) -> dict[str, PaperValue]:
    outcomes = [row.outcome for _, row in rows]
    inspectors = dict.fromkeys(row.reinspector for _, row in rows if row.reinspector)
    scope = Scope([community], day, day, max(day, source.as_of))
    return {
        **source.head(day.year),
        "community": community,
        "date": chinese_date(day),
        "weekday": weekday(day),
        "total": str(len(rows)),
        "passed": str(outcomes.count(Outcome.DONE)),
        "again": str(outcomes.count(Outcome.AGAIN)),
        "closed": str(outcomes.count(Outcome.CLOSED)),
        "first_pass": per_cent(FIRST_PASS_RATE.count(source.facts, scope).ratio),
        "inspectors": source.person(words.LIST.join(inspectors)),
        "reviews": [_row(source, case, row) for case, row in rows],
    }


def _row(source: Source, case: Case, row: Rectification) -> RowTexts:
    return {
        "number": row.number or words.NUMBER_PENDING,
        "department": case.row.department or "",
        "item": item_of(case),
        "facts": source.masked(case.row.facts, rooms=False),
        "reason": source.masked(row.measure, rooms=False),
        "owner": source.person(row.owner) or words.NOTHING,
        "due": short_day(deadline_of(row, row.reinspected_on or date.max)),
        "done": short_day(row.done_on),
        "outcome": str(row.outcome),
        "effect": source.masked(row.effect) or words.NOTHING,
        "second": short_day(row.second_due_on),
    }
