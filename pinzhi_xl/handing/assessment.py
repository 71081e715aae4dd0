"""移交绩效考核处: what is confirmed, what is still pending, and the departments' deductions (Z06, contract §2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from pinzhi_xl.commendations import commended
from pinzhi_xl.handing.notices import Notice, faults, issued_notices, void_numbers
from pinzhi_xl.handing.printed import Papers, changed_fields
from pinzhi_xl.keys import natural
from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.month import Month
from pinzhi_xl.penalties.state import Life, is_revoked
from pinzhi_xl.problem import Problem, errors_of
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.commendations import Commendation
from pinzhi_xl.sheets.followup import Appeal, Penalty
from pinzhi_xl.sheets.organisation import Department, Person
from pinzhi_xl.sheets.results import ScoreRow
from pinzhi_xl.sheets.terms import TOTAL, Decision, PenaltyState, ScoreStatus
from pinzhi_xl.wording import handover as words
from pinzhi_xl.wording.notices import FIELD_NAMES


@dataclass(frozen=True)
class Pending:
    """A notice that may not count yet, and why."""

    notice: Notice
    reason: str


@dataclass(frozen=True)
class Assessment:
    """A month's list: confirmed notices by department and person, pending ones, deductions of departments,
    and beside them the bonus points of persons who were commended."""

    month: Month
    confirmed: Sequence[Notice]
    pending: Sequence[Pending]
    revoked: int
    deductions: Sequence[ScoreRow]
    locked: bool
    problems: Sequence[Problem]
    bonuses: Sequence[Commendation] = ()

    @property
    def bonus_points(self) -> Decimal:
        """Bonus points in all."""
        return sum((row.points or Decimal(0) for row in self.bonuses), Decimal(0))

    @property
    def points(self) -> Decimal:
        """Decided points in all."""
        return sum((decided_points(one) or Decimal(0) for one in self.confirmed), Decimal(0))

    @property
    def money(self) -> Decimal:
        """Decided money in all."""
        return sum((decided_money(one) or Decimal(0) for one in self.confirmed), Decimal(0))


def decided_points(notice: Notice) -> Decimal | None:
    """What 行政部 decided; an agreement without a figure is to the proposal."""
    row = notice.row
    return row.points if row.decided_points is None and row.decision == Decision.AGREED else row.decided_points


def decided_money(notice: Notice) -> Decimal | None:
    """What 行政部 decided; an agreement without a figure is to the proposal."""
    row = notice.row
    return row.money if row.decided_money is None and row.decision == Decision.AGREED else row.decided_money


def assess(facts: Facts, month: Month, as_of: date, papers: Papers | None = None) -> Assessment:
    """The list of a month as of a day: confirmed is decided, past its appeal, and neither revoked nor void.

    An agreement without a figure is to the proposal on paper (one of `papers`), not to what was typed over it.
    """
    book, papers = facts.book, papers or {}
    life = Life(facts, void_numbers(book), as_of)
    faulty = faults(book)
    confirmed: list[Notice] = []
    pending: list[Pending] = []
    revoked = 0
    for notice in issued_notices(book):
        if notice.is_void or notice.month != month:
            continue
        if notice.row.row in faulty:
            pending.append(Pending(notice, words.HAS_ERRORS))
        elif is_revoked(notice.row, life.appeals(notice.row)):
            revoked += 1
        elif reason := _open(life, notice) or _typed_over(notice, papers, book):
            pending.append(Pending(notice, reason))
        else:
            confirmed.append(notice)
    places = {row.name: place for place, row in enumerate(book.rows(Department))}
    confirmed.sort(key=lambda one: _by_person(one, places))
    pending.sort(key=lambda one: _by_person(one.notice, places))
    rows = [row for row in book.rows(ScoreRow) if row.month == str(month)]
    parts = [row for row in rows if row.department not in (None, TOTAL)]
    locked = bool(rows) and all(row.status is ScoreStatus.LOCKED for row in rows)
    problems = [p for p in errors_of(book.problems) if p.cell.sheet in (Penalty.sheet.label, Appeal.sheet.label)]
    bonuses = _bonuses(facts, month, as_of)
    return Assessment(month, confirmed, pending, revoked, parts, locked, problems, bonuses)


def _bonuses(facts: Facts, month: Month, as_of: date) -> list[Commendation]:
    """The commendations with points of persons, named by 人员 where 姓名 is blank."""
    names = {row.number: row.name for row in facts.book.rows(Person) if row.number}
    rows = (row for row in commended(facts, month, as_of).granted if row.person and row.points)
    return [replace(row, name=row.name or names.get(row.person or "")) for row in rows]


def _open(life: Life, notice: Notice) -> str:
    """Why a notice does not count yet (law.md §3: an appeal and its period come first); empty when it does."""
    row = notice.row
    state = life.state(row)
    if state not in (PenaltyState.DECIDED, PenaltyState.EXECUTED):
        return words.PENDING.get(state, words.UNDECIDED)
    if decided_points(notice) is None and decided_money(notice) is None and row.decision == Decision.CHANGED:
        return words.NO_FIGURE
    return words.MAY_APPEAL.format(day=life.deadline(row)) if life.hurdle(row) else ""


def _typed_over(notice: Notice, papers: Papers, book: Book) -> str:
    """Why the proposal that stands for the decided figure is not the one on paper; empty when it is."""
    row, paper = notice.row, papers.get(notice.number)
    if paper is None or row.decision != Decision.AGREED:
        return ""
    standing_in = {"proposed_points": row.decided_points is None, "proposed_money": row.decided_money is None}
    changed = [name for name in changed_fields(notice, paper, book) if standing_in.get(name)]
    return words.TYPED_OVER.format(fields=LIST_MARK.join(FIELD_NAMES[name] for name in changed)) if changed else ""


def _by_person(notice: Notice, places: Mapping[str | None, int]) -> tuple[object, ...]:
    row = notice.row
    return places.get(row.department, len(places)), notice.department, row.person or "", natural(notice.number)
