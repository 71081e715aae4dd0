"""A mystery visit in its own file: what is wrong with it, and the rows it becomes in the master (H13)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from pinzhi_xl.keys import fresh_numbers
from pinzhi_xl.kinds import LIST_MARK, fold
from pinzhi_xl.masking import PERSONAL_NUMBER
from pinzhi_xl.model import Cell
from pinzhi_xl.outings import find_community
from pinzhi_xl.problem import Problem, errors_of
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.inspections import Inspection
from pinzhi_xl.sheets.mystery import MysteryHead, MysteryLine, MysteryTouch
from pinzhi_xl.sheets.settings import DEFAULT_SETTINGS
from pinzhi_xl.sheets.terms import InspectionKind
from pinzhi_xl.wording.problems import make_problem


@dataclass(frozen=True)
class Visit:
    """The file of a visit as read: `identity` is the visit's own UUID, `book` its two sheets."""

    identity: str
    book: Book

    @property
    def head(self) -> MysteryHead | None:
        """Which community and when; None when nothing is typed."""
        return next(iter(self.book.rows(MysteryHead)), None)

    @property
    def lines(self) -> Sequence[MysteryLine]:
        """The points of contact, in sheet order."""
        return self.book.rows(MysteryLine)

    @property
    def scored(self) -> list[MysteryLine]:
        """Those that were met."""
        return [line for line in self.lines if line.full is not None and line.score is not None]

    @property
    def points(self) -> Fraction | None:
        """Points of a hundred of what was met; None when nothing was."""
        full = sum((line.full or Decimal(0) for line in self.scored), Decimal(0))
        got = sum((line.score or Decimal(0) for line in self.scored), Decimal(0))
        return Fraction(got) / Fraction(full) * 100 if full else None


@dataclass(frozen=True)
class Release:
    """The rows a visit becomes; none when it is in the master already or has errors."""

    inspection: Inspection | None
    touches: Sequence[MysteryTouch]
    problems: Sequence[Problem]
    known: bool = False


def visit_problems(visit: Visit, as_of: date, facts: Facts | None = None) -> list[Problem]:
    """What is wrong with a visit as filled in; with the master's `facts` also whether it fits there."""
    found = [*visit.book.problems, *_head_problems(visit, as_of, facts)]
    if not visit.scored:
        found.append(make_problem("mystery-empty", Cell(MysteryLine.sheet.label)))
    settings = facts.settings if facts is not None else DEFAULT_SETTINGS
    for line in visit.lines:
        found += _line_problems(visit.book, line, settings.mystery_pass)
    order = {MysteryHead.sheet.label: 0, MysteryLine.sheet.label: 1}
    return sorted(dict.fromkeys(found), key=lambda p: (order[p.cell.sheet], p.cell.row, p.cell.column))


def _head_problems(visit: Visit, as_of: date, facts: Facts | None) -> Iterator[Problem]:
    rows = visit.book.rows(MysteryHead)
    if not rows:
        yield make_problem("mystery-no-head", Cell(MysteryHead.sheet.label))
        return
    head = rows[0]
    for other in rows[1:]:
        yield visit.book.problem("mystery-two-heads", other, "community")
    if head.day is not None and head.day > as_of:
        yield visit.book.problem("mystery-in-future", head, "day", today=as_of)
    if head.start and head.end and head.end < head.start:
        yield visit.book.problem("ends-before-start", head, "end")
    if facts is not None and head.community and find_community(facts, head.community) is None:
        known = LIST_MARK.join(facts.communities)
        yield visit.book.problem("mystery-unknown-community", head, "community", known=known)


def _line_problems(book: Book, line: MysteryLine, least: Decimal) -> Iterator[Problem]:
    if line.facts and PERSONAL_NUMBER.search(line.facts):
        yield book.problem("personal-number", line, "facts", about="")
    if line.score is None or line.full is None:
        if line.facts and line.full is not None and book.is_vacant(line, "score"):
            yield book.problem("mystery-unscored", line, "score", touch=line.touch)
        return
    if line.score > line.full:
        yield book.problem("mystery-over-full", line, "score", full=line.full)
    if line.score * 100 < line.full * least and not line.facts:
        yield book.problem("mystery-without-facts", line, "facts", touch=line.touch)
    if line.evidence_at is None:
        yield book.problem("mystery-without-evidence", line, "evidence_at", touch=line.touch)


def release(visit: Visit, master: Book, as_of: date) -> Release:
    """The rows to add to the master; a visit released before adds none, and may not differ from what it was."""
    facts = Facts(master)
    problems = visit_problems(visit, as_of, facts)
    head = visit.head
    present = [row for row in master.rows(MysteryTouch) if fold(row.source or "") == fold(visit.identity)]
    if present:
        if errors_of(problems) or head is None or _told(head, visit.scored) != _as_released(present):
            there = present[0]
            problems.append(
                visit.book.problem(
                    "mystery-released-differs", head or MysteryHead(), "day",
                    released=there.released_on, community=there.community, there=there.day,
                )
            )  # fmt: skip
        return Release(None, (), problems, known=True)
    community = find_community(facts, head.community or "") if head is not None else None
    if errors_of(problems) or head is None or head.day is None or community is None:
        return Release(None, (), problems)
    number = next(fresh_numbers(master, Inspection, head.day))
    inspection = Inspection(
        number=number,
        community=community,
        day=head.day,
        start=head.start,
        end=head.end,
        kind=InspectionKind.MYSTERY,
        inspector=head.visitor,
        skipped_departments=tuple(facts.departments),
        scored=False,
    )
    numbers = fresh_numbers(master, MysteryTouch, head.day)
    touches = [
        MysteryTouch(
            number=next(numbers),
            community=community,
            day=head.day,
            touch=line.touch,
            full=line.full,
            score=line.score,
            facts=line.facts,
            evidence_at=line.evidence_at,
            released_on=as_of,
            inspection=number,
            source=visit.identity.upper(),
        )
        for line in visit.scored
    ]
    return Release(inspection, touches, problems)


def _told(head: MysteryHead, lines: Sequence[MysteryLine]) -> list[tuple[object, ...]]:
    """What a visit says, for comparison."""
    place = fold(head.community or "")
    return [(place, head.day, line.touch, line.full, line.score, line.facts) for line in lines]


def _as_released(rows: Sequence[MysteryTouch]) -> list[tuple[object, ...]]:
    return [(fold(row.community or ""), row.day, row.touch, row.full, row.score, row.facts) for row in rows]


def released(facts: Facts, community: str, first: date, last: date, as_of: date) -> list[MysteryTouch]:
    """The released points of contact of a community's visits in a period, known on a day, in sheet order."""
    return [
        row
        for row in facts.book.rows(MysteryTouch)
        if row.community == community
        and row.day is not None
        and first <= row.day <= last
        and row.released_on is not None
        and row.released_on <= as_of
        and row.full is not None
        and row.score is not None
    ]
