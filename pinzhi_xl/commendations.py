"""The commendations of a month that stand: approved, and nothing wrong with their rows (A08)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pinzhi_xl.month import Month
from pinzhi_xl.rules.base import Scene
from pinzhi_xl.rules.commendations import COMMENDATION_RULES
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.commendations import Commendation, CommendationState


@dataclass(frozen=True)
class Commended:
    """The rows of a month: those granted, how many are only proposed, how many are kept out by an error."""

    granted: Sequence[Commendation]
    proposed: int
    faulty: int


def commended(facts: Facts, month: Month, as_of: date) -> Commended:
    """The commendations of a month on a day, in sheet order; one that must not be is not granted."""
    book = facts.book
    rows = [row for row in book.rows(Commendation) if row.of_month == month]
    if not rows:
        return Commended((), 0, 0)
    found = [*book.problems, *(problem for rule in COMMENDATION_RULES for problem in rule(Scene(facts, as_of)))]
    wrong = {p.cell.row for p in found if p.is_error and p.cell.sheet == Commendation.sheet.label}
    granted = [row for row in rows if row.is_granted]
    return Commended(
        [row for row in granted if row.row not in wrong],
        sum(row.stands is CommendationState.PROPOSED for row in rows),
        sum(row.row in wrong for row in granted),
    )
