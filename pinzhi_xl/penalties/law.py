"""What keeps a notice from being issued beyond its own row: region, cap, clause, double penalty (law.md §8)."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import date

from pinzhi_xl.penalties.acts import act_of, acts_numbered
from pinzhi_xl.penalties.caps import ledger_of
from pinzhi_xl.penalties.grounds import binding_clause, had_left, is_of_another_employer
from pinzhi_xl.penalties.issued import IssuedPenalty, as_registered, latest_of
from pinzhi_xl.penalties.pay import pay_of
from pinzhi_xl.penalties.proposals import is_dismissal, is_too_heavy
from pinzhi_xl.penalties.region import bar_to_money
from pinzhi_xl.penalties.state import Life, void_numbers
from pinzhi_xl.problem import Problem
from pinzhi_xl.scoring.facts import Case, Facts
from pinzhi_xl.sheets.followup import Penalty
from pinzhi_xl.sheets.inspections import Offender
from pinzhi_xl.sheets.organisation import Person
from pinzhi_xl.sheets.standards import Clause
from pinzhi_xl.wording import penalties as words

Check = Callable[[Case, Penalty, Clause], Problem | None]


class Law:
    """The law on new notices, one after the other: what is let through counts for those that follow.

    `issued` is what the register holds; without it the sheets are believed, which does for a check.
    """

    def __init__(self, facts: Facts, as_of: date, issued: Collection[IssuedPenalty] | None = None) -> None:
        self.facts = facts
        self.book = facts.book
        void = void_numbers(self.book) if issued is None else {one.number for one in issued if one.void}
        rows = self.book.rows(Penalty) if issued is None else as_registered(self.book, issued)
        renewed = {one.about for one in latest_of(issued or ()).values() if one.renewed}
        self.settled = {(row.finding, row.person) for row in rows if row.number} - renewed
        self.ledger = ledger_of(facts, Life(facts, void, as_of), rows)
        self.acts = acts_numbered(facts, void, rows)
        self.offenders = {(row.finding, row.person): row for row in reversed(self.book.rows(Offender))}
        self.people = {row.number: row for row in self.book.rows(Person) if row.number}

    def outsider(self, case: Case, row: Penalty) -> Problem | None:
        """Why the person of a notice gets none: another's staff (told only), or gone on the day (B5)."""
        person = self.people.get(row.person or "")
        if person is None:
            return None
        shown = person.name or person.number
        if is_of_another_employer(person, self.facts.settings.company):
            return self._of_person("supplier-staff", case, row, person=shown, employer=person.employer)
        if had_left(person, case.visit.day):
            return self._of_person("person-has-left", case, row, person=shown, left=person.left)
        return None

    def clauseless(self, case: Case, row: Penalty) -> Problem | None:
        """Why the clause that a notice names is no ground on the day of the act (B1)."""
        day = case.visit.day
        if not row.clause or binding_clause(self.book, row.clause, day) is not None:
            return None
        return self.problem("clause-not-binding", case, row, "clause", about=row.clause, day=day)

    def refusal(self, case: Case, row: Penalty, clause: Clause) -> Problem | None:
        """The first BLOCK that applies; None lets the notice through. One that has its number stays as it is."""
        if (row.finding, row.person) in self.settled:
            return None
        checks: tuple[Check, ...] = (self._region, self._consultation, self._double, self._cap)
        problems = (check(case, row, clause) for check in checks)
        return next((problem for problem in problems if problem is not None), None)

    def admit(self, case: Case, row: Penalty) -> None:
        """Remember a notice that was let through."""
        act = act_of(case, row.person, row.clause)
        if act is not None:
            self.acts.setdefault(act, row)
        pay = pay_of(self.facts, row)
        if (row.finding, row.person) not in self.settled and row.money and pay is not None:
            self.ledger.admit((row.finding, row.person), pay, row.money)

    def reminders(self, case: Case, row: Penalty) -> Iterator[Problem]:
        """What is told and does not block: the cap is unknown (W1), the proposal weighs too much (W7)."""
        if self.cap_is_unknown(row):
            yield self.problem("cap-unknown", case, row, "money", about=row.person, money=row.money)
        yield from self.weight(case, row)

    def weight(self, case: Case, row: Penalty) -> Iterator[Problem]:
        """A proposal against the severity of the item; one to dismiss is referred (law.md §2, W7)."""
        proposal, severity = row.proposal or "", case.item.severity if case.item else None
        if is_dismissal(proposal):
            yield self.problem("dismissal-referred", case, row, "proposal", about=proposal)
        if is_too_heavy(proposal, severity, red_line=case.red_line):
            yield self.problem(
                "proposal-too-heavy", case, row, "proposal", about=proposal, severity=severity or words.MINOR
            )

    def cap_is_unknown(self, row: Penalty) -> bool:
        """True for money against a pay for which 行政部 has given no cap."""
        pay = pay_of(self.facts, row)
        return bool(row.money) and (pay is None or pay not in self.ledger.caps)

    def _region(self, case: Case, row: Penalty, clause: Clause) -> Problem | None:
        code = bar_to_money(self.book, case.visit.day) if row.money else None
        region = self.book.settings.region or words.NO_REGION
        return None if code is None else self.problem(code, case, row, "money", region=region, money=row.money)

    def _consultation(self, case: Case, row: Penalty, clause: Clause) -> Problem | None:
        if not row.money or (clause.consulted is not None and clause.consulted <= case.visit.day):
            return None
        return self.problem("money-without-consultation", case, row, "money", clause=clause.number)

    def _double(self, case: Case, row: Penalty, clause: Clause) -> Problem | None:
        act = act_of(case, row.person, row.clause)
        first = None if act is None else self.acts.get(act)
        if first is None or first.finding == row.finding:
            return None
        return self.problem(
            "penalised-already", case, row, "finding", about=row.finding, person=row.person, clause=row.clause,
            day=case.visit.day, first=self._shown(first),
        )  # fmt: skip

    def _shown(self, first: Penalty) -> str | None:
        """The number of a notice as its row shows it; the finding while it shows none."""
        rows = (
            row for row in self.book.rows(Penalty) if (row.finding, row.person) == (first.finding, first.person)
        )
        return next((row.number for row in rows if row.number), first.finding)

    def _cap(self, case: Case, row: Penalty, clause: Clause) -> Problem | None:
        pay, key = pay_of(self.facts, row), (row.finding, row.person)
        if not row.money or pay is None or self.ledger.fits(key, pay, row.money):
            return None
        cap, left = self.ledger.caps[pay], self.ledger.remaining(pay, key)
        return self.problem(
            "over-the-cap",
            case,
            row,
            "money",
            f"{row.money:f}",
            person=row.person,
            month=pay[1],
            cap=cap,
            left=left,
        )

    def _of_person(self, code: str, case: Case, row: Penalty, **facts: object) -> Problem:
        """A problem at the person's row of 违纪人员, whatever stands in 处罚登记."""
        return self.problem(code, case, replace(row, row=0), "person", None, **facts)

    def problem(
        self, code: str, case: Case, row: Penalty, name: str, about: str | None = None, **facts: object
    ) -> Problem:
        """A problem at the row of 处罚登记, or of 违纪人员 while there is none: neither concerns a score."""
        if row.row:
            return self.book.problem(code, row, name, about=about, **facts)
        offender = self.offenders.get((row.finding, row.person))
        if offender is None:
            return self.book.problem(code, case.row, "number", about=about, **facts)
        return self.book.problem(code, offender, "person", about=about, **facts)
