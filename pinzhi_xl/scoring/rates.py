"""The two rates that break ties between communities (practice.md §1.6, §6)."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from pinzhi_xl.month import Month
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.scoring.repeats import Repeat


def on_time_rate(facts: Facts, community: str, month: Month, as_of: date) -> Fraction | None:
    """整改及时率: done by the deadline ÷ due in the month as of a day; None when nothing was due."""
    on_time, due = on_time_counts(facts, community, month, as_of)
    return Fraction(on_time, due) if due else None


def on_time_counts(facts: Facts, community: str, month: Month, as_of: date) -> tuple[int, int]:
    """How many rectifications were done by the deadline, and how many were due in the month as of a day.

    What was done early counts as due; what is not due yet and not done does not count.
    """
    due = on_time = 0
    for row in facts.rectifications_of.get(community, ()):
        deadline = row.deadline
        if deadline is None or deadline not in month:
            continue
        if deadline < as_of or row.done_on is not None:
            due += 1
            on_time += row.done_on is not None and row.done_on <= deadline
    return on_time, due


def repeat_rate(facts: Facts, community: str, month: Month, repeats: Mapping[int, Repeat]) -> Fraction | None:
    """重复问题率: findings that repeat ÷ failed findings of the month; None without findings."""
    failed = [
        repeats[case.row.row]
        for case in facts.cases_of.get(community, ())
        if case.row.failed and case.visit.day in month
    ]
    return Fraction(sum(repeat.count > 1 for repeat in failed), len(failed)) if failed else None
