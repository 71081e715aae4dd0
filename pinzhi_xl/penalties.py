"""Penalty notices: who is due one, whether it would stand, and what it says (Z09, H05, Z59; law.md §2–3).

A notice is the quality department's proposal; 行政部 decides. One notice per person of 违纪人员. Suppliers'
staff get none.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from pinzhi_xl.drafts import Drafts, PaperDraft, held_back, in_day_order
from pinzhi_xl.kinds import fold
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import capital_money, chinese_date, half_up, plain
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.findings import PERSONAL_NUMBER
from pinzhi_xl.schema import Row
from pinzhi_xl.scoring.facts import Case, Facts
from pinzhi_xl.scoring.repeats import ONCE, Repeat
from pinzhi_xl.sheets.followup import Penalty
from pinzhi_xl.sheets.inspections import Offender
from pinzhi_xl.sheets.organisation import Person
from pinzhi_xl.sheets.standards import Clause
from pinzhi_xl.sheets.terms import Disposition, Responsibility, Shift, Validity
from pinzhi_xl.wording import notices as words

R = TypeVar("R", bound=Row)
MIN_FACTS = 10
"""Fewest characters that make a description of facts (practice.md §3.2 row 4)."""


def draft_penalties(
    facts: Facts,
    month: Month,
    blocked: Mapping[str, Sequence[Problem]],
    repeats: Mapping[int, Repeat],
    as_of: date,
) -> Drafts:
    """Every notice due for the findings of a month; those of a blocked community are held back and told."""
    drafter = _Drafter(facts, repeats, as_of)
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

    def __init__(self, facts: Facts, repeats: Mapping[int, Repeat], as_of: date) -> None:
        self.facts = facts
        self.book = facts.book
        self.repeats = repeats
        self.as_of = as_of
        self.faulty = {(p.cell.sheet, p.cell.row) for p in self.book.problems if p.is_error}
        self.complete: list[PaperDraft] = []
        self.problems: list[Problem] = []
        self.people = {row.number: row for row in self.book.rows(Person) if row.number}
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
            self._draft_for(case, offender)

    def _draft_for(self, case: Case, offender: Offender) -> None:
        person = self.people.get(offender.person or "")
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
        clause = self._clause(case, row.clause)
        if clause is None:
            return
        row = self._with_proposal(row, case, clause)
        if not row.proposal:
            self._report("no-proposal", case, "clause", case.row.number)
        elif row.money and not self.facts.settings.money:
            self.problems.append(self.book.problem("money-off", row, "money"))
        else:
            fields = self._fields(case, offender, person, clause, row)
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
        """Own staff, named, still employed on the day (law.md §7, B5)."""
        problem: Problem | None = None
        shown = person.name or person.number
        if not person.name:
            problem = self.book.problem("person-unnamed", offender, "person")
        elif person.employer and fold(person.employer) not in {fold(self.facts.settings.company), fold(words.OWN)}:
            problem = self.book.problem(
                "supplier-staff", offender, "person", person=shown, employer=person.employer
            )
        elif person.left is not None and person.left <= case.visit.day:
            problem = self.book.problem("person-has-left", offender, "person", person=shown, left=person.left)
        if problem is not None:
            self.problems.append(problem)
        return problem is None

    def _row(self, case: Case, offender: Offender, person: Person) -> Penalty:
        """The row of 处罚登记 for this person, what is blank in it filled from the finding."""
        present = self.rows.get((case.row.number, offender.person)) or Penalty(
            finding=case.row.number, person=offender.person
        )
        return replace(
            present,
            name=present.name or person.name,
            department=present.department or person.department or case.row.department,
            occurred_at=present.occurred_at or _moment(case),
            place=present.place or _place(case),
            clause=present.clause or case.row.clause or (case.item.clause if case.item else None),
        )

    def _clause(self, case: Case, number: str | None) -> Clause | None:
        """The edition of the clause that binds on the day of the act (law.md §2, B1)."""
        if not number:
            self._report("no-clause", case, "clause", case.row.number)
            return None
        binding = [row for row in self.book.rows(Clause) if row.number == number and row.binding(case.visit.day)]
        if not binding or not binding[-1].text:
            self._report("clause-not-binding", case, "clause", number, day=case.visit.day)
            return None
        return binding[-1]

    def _with_proposal(self, row: Penalty, case: Case, clause: Clause) -> Penalty:
        """What is proposed: as typed in 处罚登记, else 首次处理 or, after an earlier notice, 再次处理."""
        again = self._earlier(row, case, clause)
        proposal = row.proposal or (clause.again if again and clause.again else clause.first)
        money = row.money if row.money is not None or not self.facts.settings.money else clause.money
        points = row.points if row.points is not None else clause.points
        return replace(row, proposal=proposal, points=points, money=money)

    def _earlier(self, row: Penalty, case: Case, clause: Clause) -> bool:
        """True when the same person already has a numbered notice under the clause for an earlier day."""
        return any(day < case.visit.day for day in self.numbered.get((row.person, clause.number), ()))

    def _fields(
        self, case: Case, offender: Offender, person: Person, clause: Clause, row: Penalty
    ) -> dict[str, str]:
        """The payload of the register: all the paper says but number, date and mark, and how it is numbered."""
        settings = self.facts.settings
        inspection = case.visit.row
        in_charge = offender.responsibility is Responsibility.IN_CHARGE
        money = row.money if settings.money and row.money else None
        return {
            "month": str(Month.of(case.visit.day)),
            "number_prefix": settings.penalty_prefix,
            "number_pattern": settings.number_pattern,
            "company": settings.company,
            "issuer": settings.issuer,
            "sample_mark": words.SAMPLE_MARK if settings.sample else "",
            "community": case.visit.community,
            "department": row.department or "",
            "post": (person.post or "") + (words.CHARGE_OF if in_charge else ""),
            "person": row.name or "",
            "employee_number": row.person or "",
            "occurred_at": row.occurred_at or "",
            "place": mask_personal_numbers(row.place or ""),
            "shift": inspection.shift or words.ALL_SHIFTS,
            "inspection_type": inspection.kind or words.PATROL,
            "facts": mask_personal_numbers(case.row.facts or ""),
            "regulation": words.REGULATION.format(name=(clause.regulation or "").strip("《》")),
            "regulation_version": clause.edition or "",
            "clause_number": clause.number or "",
            "clause_text": clause.text or "",
            "published_on": chinese_date(clause.published) if clause.published else "",
            "evidence": _evidence(case),
            "proposal": mask_personal_numbers(row.proposal or ""),
            "proposed_points": "" if row.points is None else plain(row.points),
            "proposed_money": "" if money is None else f"{half_up(money, 2)}",
            "proposed_money_words": "" if money is None else words.MONEY.format(capital=capital_money(money)),
            "repeat_note": self._repeat_note(case),
            "rectification": words.RECTIFY if case.rectifies else words.NO_RECTIFICATION,
            "inspector": inspection.inspector or "",
            "appeal_days": str(settings.appeal_days),
            "red_line": words.YES if case.red_line else "",
        }

    def _repeat_note(self, case: Case) -> str:
        repeat = self.repeats.get(case.row.row, ONCE)
        if repeat.count == 1:
            return words.NOT_REPEATED
        days = self.facts.settings.repeat_days
        return words.REPEATED_IN.format(days=days, count=repeat.count, of=repeat.of)

    def _report(self, code: str, case: Case, field_name: str, about: str | None, **facts: object) -> None:
        problem = self.book.problem(code, case.row, field_name, about=about, **facts)
        if problem not in self.problems:
            self.problems.append(problem)


def mask_personal_numbers(text: str) -> str:
    """Identity and mobile numbers with all but the first three characters masked (law.md §4, W3)."""
    return PERSONAL_NUMBER.sub(lambda match: match[0][:3] + words.MASK * (len(match[0]) - 3), text)


def _moment(case: Case) -> str:
    """When it happened: a night shift that passes midnight belongs to the day it began, its small hours do not."""
    day, at = case.visit.day, case.row.found_at
    if at is None:
        return chinese_date(day)
    start = case.visit.row.start
    if case.visit.row.shift is Shift.NIGHT and start is not None and at < start:
        day += timedelta(days=1)
    return words.OCCURRED.format(date=chinese_date(day), hour=at.hour, minute=at.minute)


def _place(case: Case) -> str:
    place, note = case.row.place or "", case.row.place_note or ""
    return words.PLACE_WITH_NOTE.format(place=place, note=note) if place and note else place or note


def _evidence(case: Case) -> str:
    parts = [
        words.EVIDENCE_INSPECTION.format(number=case.row.inspection),
        words.EVIDENCE_FINDING.format(number=case.row.number),
    ]
    if case.row.photos:
        parts.append(words.EVIDENCE_PHOTOS.format(names=case.row.photos))
    return words.EVIDENCE_SEPARATOR.join(parts)
