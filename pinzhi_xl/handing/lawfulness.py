"""Which decisions of a reply would not be lawful: a step out of turn, an amount over the cap (law.md §1.2, §3)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pinzhi_xl.kinds import LIST_MARK, spell
from pinzhi_xl.penalties.caps import ledger_of
from pinzhi_xl.penalties.pay import amount_of, pay_of
from pinzhi_xl.penalties.state import Life, next_steps, void_numbers
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.followup import Penalty
from pinzhi_xl.sheets.settings import typed_month
from pinzhi_xl.sheets.terms import Decision, PenaltyState
from pinzhi_xl.wording import penalties as penalty_words


@dataclass(frozen=True)
class Unlawful:
    """Why a decision cannot be taken over: problem of the catalogue, field of the line, value and facts."""

    code: str
    name: str
    value: str | None = None
    facts: Mapping[str, object] = field(default_factory=dict)


class Lawfulness:
    """The decisions of one reply against a book as it stands on a day."""

    def __init__(self, book: Book, as_of: date) -> None:
        self.facts = Facts(book)
        self.life = Life(self.facts, void_numbers(book), as_of)

    def of_step(self, row: Penalty, decided: Penalty) -> Iterator[Unlawful]:
        """Whether deciding, and the 执行月份 that stands there already, are legal steps (next_steps)."""
        if row.decision is None and (code := self._bar_to_deciding(row, decided)) is not None:
            yield Unlawful(code, "decision", facts={"legal": LIST_MARK.join(self.life.steps(row))})
            return
        if row.received_on and decided.decided_on and decided.decided_on < row.received_on:
            yield Unlawful("reply-before-delivery", "decided_on", facts={"day": row.received_on})
        if (reason := self._bar_to_executing(decided)) is not None:
            at = {"row": row.row, "month": row.payroll_month, "reason": reason.rstrip("。")}
            yield Unlawful("reply-executes", "decision", facts=at)

    def _bar_to_deciding(self, row: Penalty, decided: Penalty) -> str | None:
        state = self.life.state(row)
        if penalty_words.DECIDE in next_steps(state):
            return None
        if state is PenaltyState.APPEALED:
            return "reply-under-appeal"
        if state is PenaltyState.REVOKED:
            return None if decided.decision is Decision.REVOKED else "reply-revoked-on-appeal"
        return "reply-not-delivered"

    def _bar_to_executing(self, decided: Penalty) -> str | None:
        """The sentence of the rule that 执行月份 would break once the decision is there; None when none."""
        month = typed_month(decided.payroll_month or "")
        if month is None or decided.decision is Decision.REVOKED:
            return None  # 校验 tells those, whatever the reply says
        act = self.life.before_act(decided)
        code = self.life.hurdle(decided) or ("executed-before-act" if act is not None else None)
        code = code or ("executed-without-cap" if self.life.lacks_cap(decided) else None)
        if code is None:
            return None
        facts: dict[str, object] = {"day": self.life.deadline(decided), "money": spell(amount_of(decided))}
        facts["month"] = act
        legal = LIST_MARK.join(self.life.steps(decided))
        return self.facts.book.problem(
            code, decided, "payroll_month", about=None, number=decided.number, legal=legal, **facts
        ).message

    def over_the_cap(self, decided: Sequence[Penalty]) -> Iterator[tuple[Penalty, Unlawful]]:
        """The decisions that do not fit beside all that stands; those of the reply count as it decides them."""
        ledger = ledger_of(self.facts, self.life)
        for row in decided:
            ledger.release((row.finding, row.person))
        for row in decided:
            pay, amount, key = pay_of(self.facts, row), amount_of(row), (row.finding, row.person)
            if pay is None or ledger.admit(key, pay, amount):
                continue
            cap, left = ledger.caps[pay], ledger.remaining(pay)
            facts = {"person": row.person, "month": pay[1], "cap": cap, "left": left}
            yield row, Unlawful("reply-over-the-cap", "money", f"{amount:f}", facts)
