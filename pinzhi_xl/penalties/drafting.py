"""Penalty notices: who is due one, whether it would stand, and what it says (Z09, H05, Z59; law.md §2–3).

A notice is the quality department's proposal; 行政部 decides. One notice per person of 违纪人员. Suppliers'
staff get none.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from pinzhi_xl.drafts import Drafts, PaperDraft, held_back, in_day_order
from pinzhi_xl.month import Month
from pinzhi_xl.penalties.acts import clause_of
from pinzhi_xl.penalties.fields import Charge, fields_of, moment_of, place_of
from pinzhi_xl.penalties.grounds import binding_clause
from pinzhi_xl.penalties.issued import IssuedPenalty, latest_of, lost_row
from pinzhi_xl.penalties.law import Law
from pinzhi_xl.penalties.region import bar_to_money
from pinzhi_xl.problem import Problem
from pinzhi_xl.retention import is_pseudonym
from pinzhi_xl.schema import Row
from pinzhi_xl.scoring.facts import Case, Facts
from pinzhi_xl.scoring.repeats import ONCE, Repeat
from pinzhi_xl.sheets.followup import Penalty
from pinzhi_xl.sheets.inspections import Offender
from pinzhi_xl.sheets.organisation import Person
from pinzhi_xl.sheets.standards import Clause
from pinzhi_xl.sheets.terms import Disposition, Validity
from pinzhi_xl.wording import notices as words
from pinzhi_xl.wording import penalties as penalty_words

R = TypeVar("R", bound=Row)
MIN_FACTS = 10
"""Fewest characters that make a description of facts (practice.md §3.2 row 4)."""


def draft_penalties(
    facts: Facts,
    month: Month,
    blocked: Mapping[str, Sequence[Problem]],
    repeats: Mapping[int, Repeat],
    as_of: date,
    issued: Collection[IssuedPenalty] = (),
) -> Drafts:
    """Every notice due for the findings of a month; those of a blocked community are held back and told.

    `issued` are the notices that the register holds of this master.
    """
    drafter = _Drafter(facts, repeats, as_of, issued)
    due = [
        case
        for case in facts.cases
        if case.visit.day in month and case.row.failed and _penalises(case) and case.row.number
    ]
    for case in in_day_order(due):
        if case.visit.community not in blocked:
            drafter.draft(case)
    return Drafts(drafter.complete, [*drafter.problems, *held_back(due, blocked, month)])


def _penalises(case: Case) -> bool:
    return case.row.disposition is not None and Disposition(case.row.disposition).penalises


class _Drafter:
    """Drafts the notices of one run; collects problems on the way."""

    def __init__(
        self, facts: Facts, repeats: Mapping[int, Repeat], as_of: date, issued: Collection[IssuedPenalty]
    ) -> None:
        self.facts = facts
        self.book = facts.book
        self.repeats = repeats
        self.as_of = as_of
        self.law = Law(facts, as_of, issued)
        self.issued = latest_of(issued)
        self.faulty = {(p.cell.sheet, p.cell.row) for p in self.book.problems if p.is_error}
        self.complete: list[PaperDraft] = []
        self.problems: list[Problem] = []
        self.rows = {(row.finding, row.person): row for row in self.book.rows(Penalty)}
        self.days = {case.row.number: case.visit.day for case in facts.cases if case.row.number}
        self.numbered: dict[tuple[str | None, str | None], list[date]] = {}
        for penalty in self.book.rows(Penalty):
            if penalty.number and penalty.state != Validity.VOID and penalty.finding in self.days:
                self.numbered.setdefault((penalty.person, penalty.clause), []).append(self.days[penalty.finding])
        self.offenders: dict[str, list[Offender]] = {}
        for row in self.book.rows(Offender):
            if row.finding and row.person:
                named = self.offenders.setdefault(row.finding, [])
                if row.person not in {other.person for other in named}:
                    named.append(row)

    def draft(self, case: Case) -> None:
        """Draft one notice for each person of a finding."""
        offenders = self.offenders.get(case.row.number or "", [])
        if not offenders:
            self._report("no-offender", case, "disposition", case.row.number)
            return
        if case.visit.day > self.as_of:
            self._report(
                "issued-before-act", case, "inspection", case.row.number, day=case.visit.day, as_of=self.as_of
            )
            return
        if len(case.row.facts or "") < MIN_FACTS:
            self._report("facts-too-short", case, "facts", case.row.number)
            return
        for offender in offenders:
            if not is_pseudonym(offender.person):  # archived: its notice is the register's alone
                self._draft_for(case, offender)

    def _draft_for(self, case: Case, offender: Offender) -> None:
        person = self.law.people.get(offender.person or "")
        if person is None or not self._may_be_penalised(case, offender, person):
            return
        row = self._row(case, offender, person)
        basis = [
            *self._named(Offender, lambda r: (r.finding, r.person) == (offender.finding, offender.person)),
            *self._named(Person, lambda r: r.number == person.number),
            *self._named(Penalty, lambda r: (r.finding, r.person) == (row.finding, row.person)),
            *self._named(Clause, lambda r: r.number == row.clause),
        ]
        if not self._sound(case, basis):
            return
        clause = self._clause(case, row)
        if clause is None:
            return
        row = self._with_proposal(row, case, clause)
        if not row.proposal:
            self._report("no-proposal", case, "clause", case.row.number)
        elif row.money and not self.facts.settings.money:
            self.problems.append(self.book.problem("money-off", row, "money"))
        elif (refusal := self.law.refusal(case, row, clause)) is not None:
            self.problems.append(refusal)
        else:
            self.law.admit(case, row)
            self.problems += self.law.reminders(case, row)
            charge = Charge(case, offender, person, clause, row)
            fields = fields_of(charge, self.facts.settings, self.repeats.get(case.row.row, ONCE), self._notes(row))
            key = f"{row.finding}/{row.person}/1"
            self.complete.append(PaperDraft(words.PENALTY, key, fields, [row]))

    def _named(self, kind: type[R], wanted: Callable[[R], bool]) -> list[R]:
        return [row for row in self.book.rows(kind) if wanted(row)]

    def _sound(self, case: Case, basis: Sequence[Row]) -> bool:
        """True when no row the paper rests on has an error: a paper never rests on what could not be read."""
        for row in basis:
            sheet = type(row).sheet.label
            if (sheet, row.row) in self.faulty:
                self._report("row-has-errors", case, "disposition", case.row.number, sheet=sheet, line=row.row)
                return False
        return True

    def _may_be_penalised(self, case: Case, offender: Offender, person: Person) -> bool:
        """Named, own staff, still employed on the day (law.md §7, B5)."""
        if not person.name:
            problem: Problem | None = self.book.problem("person-unnamed", offender, "person")
        else:
            problem = self.law.outsider(case, Penalty(finding=case.row.number, person=offender.person))
        if problem is not None:
            self.problems.append(problem)
        return problem is None

    def _row(self, case: Case, offender: Offender, person: Person) -> Penalty:
        """The row of 处罚登记 for this person, what is blank in it filled from the finding."""
        about = (case.row.number, offender.person)
        notice = self.issued.get(about)
        blank = Penalty(finding=case.row.number, person=offender.person) if notice is None else lost_row(notice)
        present = self.rows.get(about, blank)
        return replace(
            present,
            number=None if notice is None else notice.number,
            name=present.name or person.name,
            department=present.department or person.department or case.row.department,
            occurred_at=present.occurred_at or moment_of(case),
            place=present.place or place_of(case),
            clause=clause_of(case, present),
        )

    def _clause(self, case: Case, row: Penalty) -> Clause | None:
        """The edition of the clause that binds on the day of the act (law.md §2, B1)."""
        if not row.clause:
            self._report("no-clause", case, "clause", case.row.number)
        elif (problem := self.law.clauseless(case, row)) is not None:
            self.problems.append(problem)
        return binding_clause(self.book, row.clause, case.visit.day)

    def _with_proposal(self, row: Penalty, case: Case, clause: Clause) -> Penalty:
        """What is proposed: as typed in 处罚登记, else 首次处理 or, after an earlier notice, 再次处理."""
        again = self._earlier(row, case, clause)
        proposal = row.proposal or (clause.again if again and clause.again else clause.first)
        open_to_money = self.facts.settings.money and not row.number and row.money is None
        if open_to_money and bar_to_money(self.book, case.visit.day) is None:
            row = replace(row, money=clause.money)
        points = row.points if row.points is not None else clause.points
        return replace(row, proposal=proposal, points=points)

    def _notes(self, row: Penalty) -> dict[str, str]:
        """What the paper says is not settled yet: the amount (W1), the working days of a year (W4)."""
        issued_on = row.issued_on or self.as_of
        last = self.facts.calendar.add(issued_on, self.facts.settings.appeal_days)
        years = sorted(year for year in {issued_on.year, last.year} if not self.facts.calendar.knows(year))
        named = penalty_words.YEARS.join(map(str, years))
        return {
            "money_note": penalty_words.CAP_UNKNOWN if self.law.cap_is_unknown(row) else "",
            "calendar_note": penalty_words.HOLIDAYS_UNKNOWN.format(years=named) if years else "",
        }

    def _earlier(self, row: Penalty, case: Case, clause: Clause) -> bool:
        """True when the same person already has a numbered notice under the clause for an earlier day."""
        return any(day < case.visit.day for day in self.numbered.get((row.person, clause.number), ()))

    def _report(self, code: str, case: Case, field_name: str, about: str | None, **facts: object) -> None:
        problem = self.book.problem(code, case.row, field_name, about=about, **facts)
        if problem not in self.problems:
            self.problems.append(problem)
