"""The filled list of 行政部 taken over into 处罚登记: in part, twice without harm, never over a decision."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from pinzhi_xl.handing.lawfulness import Lawfulness, Unlawful
from pinzhi_xl.handing.notices import faults, void_numbers
from pinzhi_xl.handing.proposals import changed_proposals
from pinzhi_xl.kinds import fold, spell
from pinzhi_xl.model import Cell, Edit, Layout
from pinzhi_xl.problem import Problem
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.decision_list import DecisionLine
from pinzhi_xl.sheets.followup import Penalty
from pinzhi_xl.sheets.terms import Decision
from pinzhi_xl.wording import handover as words
from pinzhi_xl.wording.problems import make_problem

TAKEN: Mapping[str, str] = {
    "decision": "decision",
    "points": "decided_points",
    "money": "decided_money",
    "decided_by": "decided_by",
    "decided_on": "decided_on",
}
"""Field of a list's line → field of 处罚登记."""

_AGREED_TO = {"points": "proposed_points", "money": "proposed_money"}
_FIGURES = ("decided_points", "decided_money")


@dataclass(frozen=True)
class Reply:
    """A list as read: its lines, where its columns stand, and which batch it is of."""

    lines: Sequence[DecisionLine]
    layout: Layout
    batch: str


@dataclass
class Taken:
    """What a reply brings: rows as they will be, the edits, changed figures as lines of the log, and problems."""

    rows: list[Penalty] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    decided: int = 0
    known: int = 0
    waiting: int = 0


def take_over(book: Book, reply: Reply, as_of: date) -> Taken:
    """Match every line with its row of 处罚登记; with any problem nothing is to be written."""
    return _Reception(book, reply, as_of).take()


class _Reception:
    def __init__(self, book: Book, reply: Reply, as_of: date) -> None:
        self.book = book
        self.reply = reply
        self.as_of = as_of
        self.rows = {fold(row.number): row for row in book.rows(Penalty) if row.number}
        self.void = {fold(number) for number in void_numbers(book)}
        self.faulty = faults(book)
        self.taken = Taken()
        self.lawfulness = Lawfulness(book, as_of)
        self.weighed: dict[int, tuple[DecisionLine, Penalty]] = {}

    def take(self) -> Taken:
        """All lines in their order."""
        for line in self.reply.lines:
            if line.number is None:
                continue
            row = self.rows.get(fold(line.number))
            refusal = self._refusal(line, row)
            if refusal is not None:
                self.taken.problems.append(refusal)
            elif row is not None:
                self._take_line(line, row)
        rows = [row for _, row in self.weighed.values()]
        for row, unlawful in self.lawfulness.over_the_cap(rows):
            line, _ = self.weighed[row.row]
            self.taken.problems.append(self._unlawful(unlawful, line))
        return self.taken

    def _refusal(self, line: DecisionLine, row: Penalty | None) -> Problem | None:
        """Why a line is of no notice that could be decided."""
        number = fold(line.number or "")
        if number in self.void:
            return None if line.is_blank else self._problem("reply-void", line, "number")
        if row is None:
            return self._problem("reply-unknown-number", line, "number")
        if row.batch != self.reply.batch:
            code = "reply-other-batch" if row.batch else "reply-not-handed"
            return self._problem(code, line, "number", batch=self.reply.batch, other=row.batch)
        if row.row in self.faulty and not line.is_blank:
            return self._problem(
                "reply-row-faulty", line, "number", row=row.row, reason=self.faulty[row.row].rstrip("。")
            )
        return None

    def _take_line(self, line: DecisionLine, row: Penalty) -> None:
        if fold(line.number or "") in self.void:
            return
        if line.is_blank:
            self.taken.waiting += row.decision is None
            return
        wrong = [*self._impossible(line, row)]
        if wrong:
            self.taken.problems += wrong
            return
        wanted = self._wanted(line, row)
        conflicts = [self._conflict(line, row, name) for name in wanted if self._differs(row, name, wanted[name])]
        if conflicts:
            self.taken.problems += conflicts
            return
        news = {name: value for name, value in wanted.items() if getattr(row, TAKEN[name]) is None}
        if not news:
            self.taken.known += 1
            return
        if changed := [*self._changed_since(line, row)]:
            self.taken.problems += changed
            return
        filled: dict[str, Any] = {TAKEN[name]: value for name, value in news.items()}
        decided = replace(row, **filled)
        if unlawful := list(self.lawfulness.of_step(row, decided)):
            self.taken.problems += [self._unlawful(one, line) for one in unlawful]
            return
        if news.keys() & {"decision", "money"}:
            self.weighed[row.row] = line, decided
        self._enter(row, decided, filled)

    def _enter(self, row: Penalty, decided: Penalty, filled: Mapping[str, Any]) -> None:
        """The decision of one line as edits, and each figure of it as a line of the log."""
        self.taken.decided += 1
        self.taken.rows.append(decided)
        for name, value in filled.items():
            self.taken.edits.append(self.book.set(row, name, value))
            if name in _FIGURES:
                label, new = Penalty.sheet.column(name).label, spell(value)
                change = words.CHANGE.format(number=row.number, label=label, old=words.BLANK, new=new)
                self.taken.changes.append(change)

    def _wanted(self, line: DecisionLine, row: Penalty) -> dict[str, str | Decimal | date]:
        """What the line says, blank cells left out; an agreement without figures is to those on the list."""
        said = {name: getattr(line, name) for name in TAKEN}
        if line.decision is Decision.AGREED:
            said["points"] = line.proposed_points if line.points is None else line.points
            if line.money is None and self.book.settings.money:
                said["money"] = line.proposed_money
        return {name: value for name, value in said.items() if value is not None}

    def _impossible(self, line: DecisionLine, row: Penalty) -> Iterator[Problem]:
        """What no decision can be: incomplete, contradicting itself, or dated when it could not be made."""
        if line.decision is None:
            yield self._problem("reply-without-decision", line, "decision", number=line.number)
        for name in ("decided_by", "decided_on"):
            if line.decision is not None and getattr(line, name) is None:
                yield self._problem("reply-incomplete", line, name, number=line.number)
        if line.decided_on is not None:
            if row.issued_on is not None and line.decided_on < row.issued_on:
                yield self._problem("reply-before-issue", line, "decided_on", day=row.issued_on)
            elif line.decided_on > self.as_of:
                yield self._problem("reply-in-future", line, "decided_on", day=self.as_of)
        if line.money and not self.book.settings.money:
            yield self._problem("reply-money-off", line, "money")
        else:
            yield from self._contradiction(line)

    def _contradiction(self, line: DecisionLine) -> Iterator[Problem]:
        """Figures that are not what 核定结果 says."""
        for name, proposed in (("points", line.proposed_points), ("money", line.proposed_money)):
            value = getattr(line, name)
            if line.decision is Decision.AGREED and value is not None and value != (proposed or 0):
                shown = words.BLANK if proposed is None else spell(proposed)
                yield self._problem("reply-agreed-otherwise", line, name, proposed=shown)
            elif line.decision is Decision.REVOKED and value:
                yield self._problem("reply-revoked-with-figure", line, name)
        if line.decision is Decision.CHANGED and line.points is None and line.money is None:
            yield self._problem("reply-changed-without-figure", line, "points", number=line.number)

    def _changed_since(self, line: DecisionLine, row: Penalty) -> Iterator[Problem]:
        """What was agreed to is not what 处罚登记 proposes by now: nobody agreed to that."""
        if line.decision is not Decision.AGREED:
            return
        for name, field_name, seen, present in changed_proposals(line, row, self.reply.layout):
            where = self.book.cell(row, field_name)
            yield self._problem(
                "reply-proposal-changed", line, name, place=line.row, number=row.number,
                seen=seen or words.BLANK, present=present or words.BLANK, sheet=where.sheet, address=where.address,
            )  # fmt: skip

    def _differs(self, row: Penalty, name: str, value: object) -> bool:
        present = getattr(row, TAKEN[name])
        if isinstance(present, str) and isinstance(value, str):
            return fold(present) != fold(value)
        return present is not None and present != value

    def _conflict(self, line: DecisionLine, row: Penalty, name: str) -> Problem:
        present = getattr(row, TAKEN[name])
        where = self.book.cell(row, TAKEN[name])
        said = getattr(line, name)
        if said is None:
            about = words.AGREED_TO_PROPOSAL.format(value=spell(getattr(line, _AGREED_TO[name])))
        else:
            about = spell(said)
        return self._problem(
            "reply-conflict", line, name, value=about, number=row.number, present=spell(present),
            sheet=where.sheet, address=where.address,
        )  # fmt: skip

    def _unlawful(self, found: Unlawful, line: DecisionLine) -> Problem:
        facts = {"place": line.row, "number": line.number, **found.facts}
        return self._problem(found.code, line, found.name, value=found.value, **facts)

    def _problem(
        self, code: str, line: DecisionLine, name: str, *, value: str | None = None, **facts: object
    ) -> Problem:
        col = DecisionLine.sheet.column(name)
        cell = Cell(DecisionLine.sheet.label, line.row, self.reply.layout.columns.get(col.label, 0))
        shown = spell(getattr(line, name)) if value is None else value
        return make_problem(code, cell, label=col.label, value=shown, **facts)
