"""Rates of rectification of a community's month (practice.md §6); None where there is nothing to divide by."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from pinzhi_xl.month import Month
from pinzhi_xl.rectification.state import outcome_by
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.scoring.rates import on_time_rate
from pinzhi_xl.sheets.followup import Rectification
from pinzhi_xl.sheets.terms import Outcome, RectificationState

__all__ = ["closing_rate", "first_pass_rate", "on_time_rate", "overdue_rate"]


def closing_rate(facts: Facts, community: str, month: Month, as_of: date) -> Fraction | None:
    """整改率: passed on re-inspection by `as_of` ÷ notified in the month and not void."""
    rows = [
        row
        for row in _valid(facts, community)
        if row.number and row.issued_on is not None and row.issued_on in month and row.issued_on <= as_of
    ]
    return _share([outcome_by(row, as_of) is Outcome.DONE for row in rows])


def overdue_rate(facts: Facts, community: str, month: Month, as_of: date) -> Fraction | None:
    """逾期率: not done ÷ due in the month as of a day; due as in `on_time_rate`."""
    return _share(
        [
            row.done_on is None
            for row in facts.rectifications_of.get(community, ())
            if row.deadline is not None
            and row.deadline in month
            and (row.deadline < as_of or row.done_on is not None)
        ]
    )


def first_pass_rate(facts: Facts, community: str, month: Month, as_of: date) -> Fraction | None:
    """一次复查合格率: passed the first re-inspection ÷ re-inspected in the month, by `as_of`."""
    rows = [
        row
        for row in _valid(facts, community)
        if row.reinspected_on is not None and row.reinspected_on in month and outcome_by(row, as_of) is not None
    ]
    return _share([row.outcome is Outcome.DONE and row.second_due_on is None for row in rows])


def _valid(facts: Facts, community: str) -> list[Rectification]:
    rows = facts.rectifications_of.get(community, ())
    return [row for row in rows if row.state != RectificationState.VOID]


def _share(hits: Sequence[bool]) -> Fraction | None:
    return Fraction(sum(hits), len(hits)) if hits else None
