"""A paper before it has a number: what the pure modules hand to the task that issues."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from pinzhi_xl.keys import natural
from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.month import Month
from pinzhi_xl.problem import Problem
from pinzhi_xl.schema import Row
from pinzhi_xl.scoring.facts import Case
from pinzhi_xl.wording.problems import make_problem

REPLACES = "replaces"
"""Payload field of a notice issued for a void one: the number of that."""


@dataclass(frozen=True)
class PaperDraft:
    """One paper of a kind, complete enough to be numbered.

    `key` names what it is about, the same on every run (the register adds the master's UUID and the kind).
    `fields` is the payload of the register: all the paper says but number, date and mark; every value a text.
    `rows` are the sheet rows it stands on as they shall read; a row with row number 0 is to be added.
    """

    kind: str
    key: str
    fields: Mapping[str, str]
    rows: Sequence[Row]


@dataclass(frozen=True)
class Drafts:
    """What is due in a month: complete drafts in the order they are to be numbered, and what stands in the way.

    `pending` are rows to be written although their paper is not complete, so that people can complete them.
    """

    complete: Sequence[PaperDraft] = ()
    problems: Sequence[Problem] = field(default_factory=tuple)
    pending: Sequence[Row] = ()


def only_of(drafts: Drafts, findings: Set[str]) -> Drafts:
    """What of the drafts is about at least one of these findings; what stands in the way is told all the same."""
    return replace(
        drafts,
        complete=[draft for draft in drafts.complete if any(_finding(row) in findings for row in draft.rows)],
        pending=[row for row in drafts.pending if _finding(row) in findings],
    )


def _finding(row: Row) -> str | None:
    return getattr(row, "finding", None)


def in_day_order(cases: Iterable[Case]) -> list[Case]:
    """Cases by day and number: the order in which papers are numbered."""
    return sorted(cases, key=lambda case: (case.visit.day, natural(case.row.number), case.row.row))


def held_back(due: Iterable[Case], blocked: Mapping[str, Sequence[Problem]], month: Month) -> list[Problem]:
    """One problem a blocked community, at its first error, naming the findings whose papers wait."""
    waiting: dict[str, list[str]] = {}
    for case in in_day_order(due):
        if case.visit.community in blocked:
            waiting.setdefault(case.visit.community, []).append(case.row.number or "")
    found = []
    for community, numbers in waiting.items():
        error = blocked[community][0]
        value = LIST_MARK.join(numbers)
        found.append(
            make_problem(
                "community-has-errors",
                error.cell,
                label=error.label,
                value=value,
                community=community,
                month=month,
            )
        )
    return found
