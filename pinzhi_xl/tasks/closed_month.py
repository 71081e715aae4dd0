"""Issuing after a month is final: what has its number stays, nothing new is given one (law.md §8 B7)."""

from collections.abc import Callable
from dataclasses import replace

from pinzhi_xl.drafts import Drafts, PaperDraft
from pinzhi_xl.month import Month
from pinzhi_xl.problem import Problem
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.followup import Penalty, Rectification

FOLLOWS = "first_number"
"""Payload field of a second notice: it follows one that was issued while the month was open."""


def closed_to_new(drafts: Drafts, is_issued: Callable[[PaperDraft], bool], facts: Facts, month: Month) -> Drafts:
    """The drafts of a final month that may go on; each of the others is told at its findings."""
    kept = [one for one in drafts.complete if is_issued(one) or one.fields.get(FOLLOWS)]
    refused = [one for one in drafts.complete if one not in kept]
    problems = list(dict.fromkeys(problem for one in refused for problem in _told(one, facts, month)))
    return replace(drafts, complete=kept, problems=[*drafts.problems, *problems])


def _told(draft: PaperDraft, facts: Facts, month: Month) -> list[Problem]:
    findings = {row.finding for row in draft.rows if isinstance(row, Penalty | Rectification)}
    return [
        facts.book.problem("month-closed-to-notices", case.row, "number", month=month, kind=draft.kind)
        for case in facts.cases
        if case.row.number in findings
    ]
