"""The notices of a master as its register has them: what was typed over 处罚登记 since changes none of them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pinzhi_xl.numerals import plain
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.followup import Penalty

About = tuple[str | None, str | None]
"""Finding and person: what a notice is about, whatever its round."""


@dataclass(frozen=True)
class IssuedPenalty:
    """One numbered notice: finding and person, which round of reissuing it is, and what its paper says.

    `renewed` marks the one that is about to be reissued: the law looks at it as at a new one.
    """

    number: str
    finding: str
    person: str
    turn: int
    payload: Mapping[str, str]
    void: bool = False
    renewed: bool = False

    @property
    def about(self) -> About:
        """Finding and person."""
        return self.finding, self.person

    @property
    def money(self) -> Decimal | None:
        """The proposed amount as printed, in yuan; None where the paper has none."""
        return figure(self.payload.get("proposed_money"))

    @property
    def points(self) -> Decimal | None:
        """The proposed points as printed."""
        return figure(self.payload.get("proposed_points"))


def figure(text: str | None) -> Decimal | None:
    """A figure as a paper has it; None where it has none."""
    return Decimal(plain(Decimal(text))) if text else None


def latest_of(issued: Collection[IssuedPenalty]) -> dict[About, IssuedPenalty]:
    """The notice of the latest round by what it is about."""
    return {one.about: one for one in sorted(issued, key=lambda one: one.turn)}


def as_registered(book: Book, issued: Collection[IssuedPenalty]) -> Sequence[Penalty]:
    """The rows of 处罚登记 with the numbers and amounts of their papers, rows that were deleted included (B3, B7).

    A number that somebody typed or copied into a row is none of its own.
    """
    latest = latest_of(issued)
    rows: list[Penalty] = []
    for row in book.rows(Penalty):
        notice = latest.pop((row.finding, row.person), None)
        own = {"number": None} if notice is None else {"number": notice.number, "money": notice.money}
        rows.append(replace(row, **own))
    return [*rows, *(lost_row(notice) for notice in latest.values())]


def lost_row(notice: IssuedPenalty) -> Penalty:
    """The row of a notice that is not on the sheet any more, as far as its paper says it."""
    said = notice.payload
    return Penalty(
        finding=notice.finding,
        person=notice.person,
        name=said.get("person") or None,
        department=said.get("department") or None,
        occurred_at=said.get("occurred_at") or None,
        place=said.get("place") or None,
        clause=said.get("clause_number") or None,
        proposal=said.get("proposal") or None,
        points=notice.points,
        money=notice.money,
        number=notice.number,
    )
