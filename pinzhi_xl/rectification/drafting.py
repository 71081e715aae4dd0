"""Rectification notices that are due (H16, Z09; practice.md §4): one per inspection and department.

A finding goes onto one first notice and stays there; what is found later for the same inspection and department
goes onto a next one. After 二次整改 with 二次期限 a second notice follows, which names the first.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from pinzhi_xl.drafts import Drafts, PaperDraft, held_back, in_day_order
from pinzhi_xl.month import Month
from pinzhi_xl.people import names_in
from pinzhi_xl.problem import Problem
from pinzhi_xl.rectification.filling import Filler
from pinzhi_xl.rectification.issued import IssuedNotice, Shelf
from pinzhi_xl.rectification.marking import Marker
from pinzhi_xl.rectification.payload import Line, payload_of
from pinzhi_xl.scoring.facts import Case, Facts
from pinzhi_xl.sheets.followup import Rectification
from pinzhi_xl.sheets.terms import Outcome
from pinzhi_xl.wording import rectification as words

MUST_HAVE = {
    "owner": ("rectification-no-owner", "owner"),
    "due_on": ("rectification-no-deadline", "item"),
    "target": ("rectification-no-target", "item"),
}
"""Field of a row without which there is no notice (H16) → problem, and the finding's field it comes from."""


def draft_rectifications(
    facts: Facts,
    month: Month,
    blocked: Mapping[str, Sequence[Problem]],
    as_of: date,
    issued: Iterable[IssuedNotice] = (),
) -> Drafts:
    """Every notice due for a month, those already `issued` drafted again as the sheets say now.

    Pending are rows whose notice cannot be issued yet, and numbered rows of any month whose 状态 has changed.
    """
    drafter = _Drafter(facts, month, blocked, as_of, Shelf(issued))
    drafter.draft_issued()
    due = [case for case in drafter.cases.values() if case.visit.day in month]
    drafter.draft_first(case for case in in_day_order(due) if case.visit.community not in blocked)
    drafter.draft_second()
    drafter.refresh_states()
    problems = [*drafter.problems, *held_back(due, blocked, month)]
    return Drafts(drafter.complete, list(dict.fromkeys(problems)), list(drafter.pending.values()))


class _Drafter:
    """Drafts the notices of one run."""

    def __init__(
        self,
        facts: Facts,
        month: Month,
        blocked: Mapping[str, Sequence[Problem]],
        as_of: date,
        shelf: Shelf,
    ) -> None:
        self.facts = facts
        self.month = month
        self.blocked = blocked
        self.as_of = as_of
        self.shelf = shelf
        self.names = names_in(facts)
        self.filler = Filler(facts, as_of)
        self.marker = Marker(facts, as_of, shelf)
        self.cases = {case.row.number: case for case in facts.cases if is_due(case)}
        self.complete: list[PaperDraft] = []
        self.problems: list[Problem] = []
        self.pending: dict[str | None, Rectification] = {}
        self._placed: set[str | None] = set()
        sheet = Rectification.sheet.label
        self._faulty = {p.cell.row for p in facts.book.problems if p.is_error and p.cell.sheet == sheet}

    def draft_issued(self) -> None:
        """Notices of the month that have a number, in order of their rounds: what they would say now."""
        for notice in self.shelf.notices:
            if notice.void or notice.payload["month"] != str(self.month):
                continue
            if notice.payload["community"] in self.blocked:
                continue
            if lines := self._lines_on(notice):
                self._complete(notice.key, notice.place[1], lines, notice.first_number)

    def draft_first(self, cases: Iterable[Case]) -> None:
        """New notices for findings that stand on none yet."""
        groups: dict[tuple[str, str], list[Case]] = {}
        for case in cases:
            if not self.shelf.of(case.row.number) and self._has_happened(case):
                place = (case.visit.row.number or "", case.row.department or "")
                groups.setdefault(place, []).append(case)
        for (inspection, department), group in groups.items():
            key = f"{inspection}/{department}/{self.shelf.next_round(inspection, department)}"
            self._new(key, department, [self._line(case, second=False) for case in group], "")

    def _has_happened(self, case: Case) -> bool:
        if case.visit.day <= self.as_of:
            return True
        number, day = case.row.number, case.visit.day
        self.problems.append(
            self.facts.book.problem(
                "issued-before-act", case.row, "inspection", about=number, day=day, as_of=self.as_of
            )
        )
        return False

    def draft_second(self) -> None:
        """Second notices for findings that were sent back on re-inspection (practice.md §2: 二次整改)."""
        groups: dict[str, list[Line]] = {}
        first: dict[str, IssuedNotice] = {}
        for case in in_day_order(self.cases.values()):
            notice = self.shelf.first_of(case.row.number)
            if notice is None or case.visit.community in self.blocked or self.shelf.has_second(case.row.number):
                continue
            line = self._line(case, second=True)
            if self._sent_back(line):
                groups.setdefault(notice.key, []).append(line)
                first[notice.key] = notice
        for key, lines in groups.items():
            notice = first[key]
            inspection, department = notice.place
            again = f"{inspection}/{department}/{self.shelf.next_again(notice)}"
            self._new(again, department, lines, notice.number)

    def _sent_back(self, line: Line) -> bool:
        case, row, due_on = line
        if row.outcome is not Outcome.AGAIN or due_on is None:
            return False
        return case.visit.day in self.month or (
            row.reinspected_on is not None and row.reinspected_on in self.month
        )

    def _still_on(self, notice: IssuedNotice) -> list[Case]:
        """The findings of a notice that still ask for what it says, in its order."""
        found = [self.cases[number] for number in notice.findings if number in self.cases]
        return [case for case in found if (case.visit.row.number, case.row.department) == notice.place]

    def _lines_on(self, notice: IssuedNotice) -> list[Line]:
        """The lines of a notice as they would read now; a second notice needs a row that was sent back."""
        second = bool(notice.first_number)
        lines = [self._line(case, second) for case in self._still_on(notice)]
        return [line for line in lines if line[1].row or not second]

    def _line(self, case: Case, second: bool) -> Line:
        row = self.marker.marked(self.filler.row(case))
        return case, row, row.second_due_on if second else row.due_on

    def _new(self, key: str, department: str, lines: Sequence[Line], first_number: str) -> None:
        """A notice without a number yet: complete, or refused while any of its lines lacks something."""
        lacking = [problem for line in lines for problem in self._lacking(line)]
        if lacking:
            self.problems += lacking
            self.pending.update((row.finding, row) for _, row, _ in lines if row.finding not in self._placed)
            return
        for case, row, due_on in lines:
            if due_on is not None and due_on < self.as_of:
                self.problems.append(self._problem("rectification-late", case, row, "due_on", "item", due=due_on))
        lines = [(case, self.marker.with_state(row), due_on) for case, row, due_on in lines]
        self._complete(key, department, lines, first_number)

    def _complete(self, key: str, department: str, lines: Sequence[Line], first_number: str) -> None:
        fields = payload_of(self.facts, department, lines, self.month, first_number, self.names)
        self.complete.append(PaperDraft(words.NOTICE, key, fields, [row for _, row, _ in lines]))
        self._placed.update(row.finding for _, row, _ in lines)

    def _lacking(self, line: Line) -> list[Problem]:
        """What a line lacks of owner, deadline and target (H16), and of facts."""
        case, row, due_on = line
        present = {"owner": row.owner, "due_on": due_on, "target": row.target}
        found = [
            self._problem(code, case, row, name, origin)
            for name, (code, origin) in MUST_HAVE.items()
            if not present[name]
        ]
        book, number = self.facts.book, case.row.number
        if not case.row.facts:
            found.append(book.problem("rectification-no-facts", case.row, "facts", about=number))
        if row.row in self._faulty:
            sheet = Rectification.sheet.label
            found.append(book.problem("row-has-errors", row, "finding", sheet=sheet, line=row.row))
        return found

    def _problem(
        self, code: str, case: Case, row: Rectification, name: str, origin: str, **facts: object
    ) -> Problem:
        """A problem at the row's cell, or at the finding's while there is no row."""
        at, field = (row, name) if row.row else (case.row, origin)
        return self.facts.book.problem(code, at, field, about=case.row.number, **facts)

    def refresh_states(self) -> None:
        """Rows that are not written with a notice of this run, but stand otherwise than they say."""
        known = self._placed | self.pending.keys()
        self.pending.update((row.finding, row) for row in self.marker.changed(known))


def is_due(case: Case) -> bool:
    """A numbered finding 不合格 of a department that has to be rectified."""
    return bool(case.row.failed and case.rectifies and case.row.number and case.row.department)
