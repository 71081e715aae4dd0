"""The life of a notice: where it stands by what is filled in, and which steps the law leaves (law.md §3).

practice.md §3.3: 草稿 → 已开具 → 已送达 → 申诉中 → 维持/变更/撤销 → 已核定 → 已执行; 作废 at any time.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from pinzhi_xl.kinds import fold
from pinzhi_xl.model import Edit
from pinzhi_xl.month import Month
from pinzhi_xl.penalties.pay import amount_of, caps_of, pay_of
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.followup import Appeal, Penalty
from pinzhi_xl.sheets.results import IssuedPaper
from pinzhi_xl.sheets.settings import typed_month
from pinzhi_xl.sheets.terms import Conclusion, Decision, PenaltyState
from pinzhi_xl.wording import penalties as words
from pinzhi_xl.wording.privacy import ARCHIVED
from pinzhi_xl.workdays import Calendar


def void_numbers(book: Book) -> frozenset[str]:
    """Numbers that are void by 发文登记, or by 处罚登记 as the program wrote it."""
    kinds: tuple[type[IssuedPaper] | type[Penalty], ...] = (IssuedPaper, Penalty)
    rows = (row for kind in kinds for row in book.rows(kind))
    return frozenset(row.number for row in rows if row.number and row.state == PenaltyState.VOID)


STEPS: Mapping[PenaltyState, tuple[str, ...]] = {
    PenaltyState.DRAFT: (words.ISSUE,),
    PenaltyState.ISSUED: (words.DELIVER, words.REFUSE, words.VOID),
    PenaltyState.DELIVERED: (words.APPEAL, words.DECIDE, words.VOID),
    PenaltyState.APPEALED: (words.CONCLUDE, words.VOID),
    PenaltyState.UPHELD: (words.DECIDE, words.VOID),
    PenaltyState.CHANGED: (words.DECIDE, words.VOID),
    PenaltyState.REVOKED: (words.FILE, words.VOID),
    PenaltyState.DECIDED: (words.APPEAL, words.EXECUTE, words.VOID),
    PenaltyState.EXECUTED: (words.FILE,),
    PenaltyState.VOID: (words.FILE,),
}


def next_steps(state: PenaltyState) -> tuple[str, ...]:
    """The legal steps from a state by their Chinese names (practice.md §3.3)."""
    return STEPS[state]


def is_witnessed(row: Penalty) -> bool:
    """True when two different people witnessed a refusal (law.md §3); archived names count as different."""
    names = [fold(name) for name in (row.witness_1, row.witness_2) if name]
    return len(names) == 2 and (names[0] != names[1] or names[0] == fold(ARCHIVED))


def is_delivered(row: Penalty) -> bool:
    """True from 签收日期 on; a refusal needs its two witnesses besides the day (law.md §3)."""
    return row.received_on is not None and (not row.refused or is_witnessed(row))


def appeal_deadline(row: Penalty, calendar: Calendar, days: int) -> date | None:
    """The last day of the appeal period: `days` working days after 签收; None before delivery (law.md §3)."""
    return calendar.add(row.received_on, days) if row.received_on and is_delivered(row) else None


def is_revoked(row: Penalty, appeals: Sequence[Appeal]) -> bool:
    """True when 行政部 or the last concluded appeal revoked the notice."""
    last = _last(appeals)
    return row.decision == Decision.REVOKED or (last is not None and last.conclusion == Conclusion.REVOKED)


def hurdle(row: Penalty, appeals: Sequence[Appeal], as_of: date, deadline: date | None) -> str | None:
    """The problem code for which a notice may not be executed on a day; None when it may (law.md §3, W2).

    An appeal that is concluded ends the waiting; one that is open, and a period still running, block.
    """
    if is_revoked(row, appeals):
        return "executed-though-revoked"
    if row.decision is None or not is_delivered(row):
        return "executed-before-decision"
    if any(appeal.conclusion is None for appeal in appeals):
        return "executed-under-appeal"
    if _is_superseded(row, _last(appeals)):
        return "executed-though-changed"
    if not appeals and deadline is not None and as_of <= deadline:
        return "executed-in-appeal-period"
    return None


def state_of(row: Penalty, appeals: Sequence[Appeal], as_of: date, deadline: date | None) -> PenaltyState:
    """Where a notice stands on a day, by what is filled in; an illegal step does not move it on."""
    if row.state == PenaltyState.VOID:
        return PenaltyState.VOID
    if not row.number:
        return PenaltyState.DRAFT
    if not is_delivered(row) or (row.received_on is not None and row.received_on > as_of):
        return PenaltyState.ISSUED
    if any(appeal.conclusion is None for appeal in appeals):
        return PenaltyState.APPEALED
    if is_revoked(row, appeals):
        return PenaltyState.REVOKED
    return _after_decision(row, appeals, as_of, deadline)


def _after_decision(row: Penalty, appeals: Sequence[Appeal], as_of: date, deadline: date | None) -> PenaltyState:
    last = _last(appeals)
    if row.decision is None:
        return PenaltyState.DELIVERED if last is None else PenaltyState(str(last.conclusion))
    if _is_superseded(row, last):
        return PenaltyState.CHANGED
    month = typed_month(row.payroll_month or "")
    if month is not None and month.first <= as_of and hurdle(row, appeals, as_of, deadline) is None:
        return PenaltyState.EXECUTED
    return PenaltyState.DECIDED


def _is_superseded(row: Penalty, appeal: Appeal | None) -> bool:
    """True when the decision is older than the appeal that changed it: a new one is due."""
    if appeal is None or appeal.conclusion != Conclusion.CHANGED:
        return False
    return row.decided_on is not None and appeal.day is not None and row.decided_on < appeal.day


def _last(appeals: Sequence[Appeal]) -> Appeal | None:
    """The latest concluded appeal."""
    concluded = [appeal for appeal in appeals if appeal.conclusion is not None]
    return max(concluded, key=lambda appeal: (appeal.day or date.min, appeal.row), default=None)


class Life:
    """All notices of a book as they stand on a day; `void` are the numbers that are void."""

    def __init__(self, facts: Facts, void: Collection[str], as_of: date) -> None:
        self.facts = facts
        self.void = frozenset(void)
        self.as_of = as_of
        self.caps = caps_of(facts.book)
        self._appeals: dict[str, list[Appeal]] = {}
        for appeal in facts.book.rows(Appeal):
            self._appeals.setdefault(fold(appeal.penalty or ""), []).append(appeal)

    def appeals(self, row: Penalty) -> Sequence[Appeal]:
        """The appeals against a notice."""
        return self._appeals.get(fold(row.number), ()) if row.number else ()

    def deadline(self, row: Penalty) -> date | None:
        """The last day on which the person may appeal."""
        return appeal_deadline(row, self.facts.calendar, self.facts.settings.appeal_days)

    def is_void(self, row: Penalty) -> bool:
        """True when the number is void; what somebody typed into 状态 does not count."""
        return row.number in self.void

    def state(self, row: Penalty) -> PenaltyState:
        """Where a notice stands."""
        if self.is_void(row):
            return PenaltyState.VOID
        state = state_of(replace(row, state=None), self.appeals(row), self.as_of, self.deadline(row))
        if state is PenaltyState.EXECUTED and (self.lacks_cap(row) or self.before_act(row) is not None):
            return PenaltyState.DECIDED  # law.md §1.2: 上限未知，不计入已执行
        return state

    def lacks_cap(self, row: Penalty) -> bool:
        """True for an amount against a pay for which 行政部 has given no cap (W1)."""
        return bool(amount_of(row)) and pay_of(self.facts, row) not in self.caps

    def before_act(self, row: Penalty) -> Month | None:
        """The month of the act when 执行月份 lies before it; None when it does not (law.md §1.2)."""
        paid, day = typed_month(row.payroll_month or ""), self.facts.day_of_finding(row.finding)
        return Month.of(day) if paid is not None and day is not None and paid < Month.of(day) else None

    def hurdle(self, row: Penalty) -> str | None:
        """Why a notice may not be executed."""
        return hurdle(row, self.appeals(row), self.as_of, self.deadline(row))

    def steps(self, row: Penalty) -> tuple[str, ...]:
        """The legal steps of a notice; execution only once nothing stands in its way."""
        steps = next_steps(self.state(row))
        code, last = self.hurdle(row), self.deadline(row)
        if words.EXECUTE not in steps or (code is None and not self.lacks_cap(row)):
            return steps
        waiting = (words.NOT_YET.format(day=last),) if code == "executed-in-appeal-period" else ()
        at = steps.index(words.EXECUTE)
        return (*steps[:at], *waiting, *steps[at + 1 :])


def state_edits(book: Book, void_numbers: Collection[str], as_of: date) -> list[Edit]:
    """The edits that make 处罚登记.状态 say where each notice stands on a day."""
    layout = book.layouts.get(Penalty.sheet.label)
    if layout is None or Penalty.sheet.column("state").label not in layout.columns:
        return []
    life = Life(Facts(book), void_numbers, as_of)
    wanted = ((row, life.state(row).value) for row in book.rows(Penalty))
    return [book.set(row, "state", state) for row, state in wanted if row.state != state]
