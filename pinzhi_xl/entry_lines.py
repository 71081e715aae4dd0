"""What the lines of the entry form say: findings, unvisited items, and what became of each department."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.model import Cell
from pinzhi_xl.problem import Problem
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.entry_form import EntryHead, EntryLine, Mark
from pinzhi_xl.wording.problems import make_problem

TELLING = ("count", "place", "facts")
"""Any of these makes a line without 结果 a finding."""

BESIDE = (
    "place_note", "disposition", "offenders", "clause", "owner", "red_line", "red_line_by", "photos", "blanks",
)  # fmt: skip
CONSEQUENCES = ("count", "disposition", "offenders", "clause", "owner", "red_line", "red_line_by", "blanks")
"""What an item that does not apply cannot have."""


def filled_in(line: EntryLine, names: Sequence[str] = (*TELLING, *BESIDE)) -> list[str]:
    """Labels of those fields that hold something."""
    return [EntryLine.sheet.column(name).label for name in names if getattr(line, name) not in (None, ())]


def is_untouched(line: EntryLine) -> bool:
    """True for a line that is as it was printed."""
    return line.mark is None and not filled_in(line)


def verdict(line: EntryLine) -> Mark | None:
    """What an item's line says; None when nothing was written: the item is fine."""
    if line.mark is not None:
        return Mark(line.mark)
    return Mark.FAILED if filled_in(line, TELLING) else None


class Lines:
    """The lines of a form sorted by what they say; `problems` are the contradictions among them."""

    def __init__(self, facts: Facts, head: EntryHead, wrong: frozenset[int]) -> None:
        self.facts = facts
        self.head = head
        self.wrong = wrong
        self.rows = facts.book.rows(EntryLine)
        self.problems: list[Problem] = []
        self.confirmed: list[str] = []
        self.skipped: list[str] = []
        self._check_lines()
        self._check_items()
        for department in facts.departments:
            if head.community is None or facts.is_set_up(head.community, department):
                self._settle(department)
                self._check_printed(department)

    @cached_property
    def of_items(self) -> Sequence[EntryLine]:
        """Lines of items that could be read."""
        return [line for line in self.rows if line.code is not None and line.row not in self.wrong]

    @property
    def findings(self) -> Sequence[EntryLine]:
        """Lines that become findings, in sheet order."""
        return [line for line in self.of_items if verdict(line) in (Mark.FAILED, Mark.NOT_APPLICABLE)]

    @property
    def unvisited(self) -> Sequence[str]:
        """Codes of items not visited in departments that were."""
        codes = [
            line.code or ""
            for line in self.of_items
            if verdict(line) is Mark.UNVISITED and self.department_of(line) not in self.skipped
        ]
        return list(dict.fromkeys(codes))

    def department_of(self, line: EntryLine) -> str | None:
        """The department of a line: as written, else that of its item."""
        if line.department is not None or line.code is None:
            return line.department
        day = self.head.day or date.max
        item = self.facts.item_on(line.code, day) or next(iter(self.facts.editions.get(line.code, ())), None)
        return item.department if item else None

    def _check_lines(self) -> None:
        for line in self.rows:
            if line.row in self.wrong or is_untouched(line):
                continue
            problem = self._of_department(line) if line.code is None else self._of_item(line)
            if problem is not None:
                self.problems.append(problem)

    def _of_department(self, line: EntryLine) -> Problem | None:
        """Without a code a line is its department's, and says only ✓ or 未检."""
        extra = filled_in(line)
        if extra or line.department is None or line.mark not in (Mark.FINE, Mark.UNVISITED):
            value = LIST_MARK.join([*([line.mark] if line.mark else []), *extra])
            return self.facts.book.problem("entry-without-code", line, "code", about=value)
        return None

    def _of_item(self, line: EntryLine) -> Problem | None:
        """A line says one thing: fine and unvisited items have no particulars, others need a verdict."""
        said = verdict(line)
        if said is None:
            return self._problem("entry-unmarked", line, fields=LIST_MARK.join(filled_in(line)))
        names = {Mark.FAILED: (), Mark.NOT_APPLICABLE: CONSEQUENCES}.get(said, (*TELLING, *BESIDE))
        if extra := filled_in(line, names):
            return self._problem("entry-contradicts", line, fields=LIST_MARK.join(extra))
        if line.blanks and len(line.blanks) != len(line.offenders):
            blanks, people = len(line.blanks), len(line.offenders)
            return self.facts.book.problem("blanks-not-people", line, "blanks", blanks=blanks, people=people)
        return None

    def _check_items(self) -> None:
        """Lines of one item agree, as do those of one department."""
        said: dict[str, Mark] = {}
        for line in self.rows:
            key = line.code or self.department_of(line)
            mark = verdict(line)
            if line.row in self.wrong or key is None or mark is None:
                continue
            first = said.setdefault(key, mark)
            if first is not mark:
                self.problems.append(self._problem("marks-differ", line, about=mark, first=first, item=key))

    def _check_printed(self, department: str) -> None:
        """Items in force that the form does not list are fine like all that nobody mentions, but told."""
        if self.head.day is None or department in self.skipped:
            return
        listed = {line.code for line in self.rows}
        items = self.facts.in_force(self.head.day).get(department, [])
        missing = [item.code or "" for item in items if item.code not in listed]
        if missing:
            cell = Cell(EntryLine.sheet.label)
            words = {"department": department, "items": LIST_MARK.join(missing)}
            self.problems.append(make_problem("items-not-on-form", cell, **words))

    def _settle(self, department: str) -> None:
        """Each department is confirmed, skipped, or has something written on its items."""
        own = [line for line in self.rows if self.department_of(line) == department]
        heads = [line for line in own if line.code is None and line.row not in self.wrong]
        marked = next((line for line in heads if line.mark is not None), None)
        items = [line for line in own if line.code is not None and line.row not in self.wrong]
        if marked is None:
            if not any(verdict(line) for line in items) and not self.wrong & {line.row for line in own}:
                self._unsettled(department, heads[0] if heads else None)
        elif marked.mark == Mark.FINE:
            self.confirmed.append(department)
            self._contrary("confirmed-with-finding", marked, department, items, (Mark.FAILED,))
            self._contrary("confirmed-with-unvisited", marked, department, items, (Mark.UNVISITED,))
        elif marked.mark == Mark.UNVISITED:
            self.skipped.append(department)
            others = (Mark.FAILED, Mark.NOT_APPLICABLE, Mark.FINE)
            self._contrary("unvisited-with-finding", marked, department, items, others)

    def _unsettled(self, department: str, line: EntryLine | None) -> None:
        if line is not None:
            self.problems.append(self._problem("department-unsettled", line, department=department))
        else:
            cell = Cell(EntryLine.sheet.label)
            self.problems.append(make_problem("department-unsettled", cell, department=department))

    def _contrary(
        self, code: str, line: EntryLine, department: str, items: Sequence[EntryLine], marks: Sequence[Mark]
    ) -> None:
        against = dict.fromkeys(item.code or "" for item in items if verdict(item) in marks)
        if against:
            self.problems.append(self._problem(code, line, department=department, items=LIST_MARK.join(against)))

    def _problem(self, code: str, line: EntryLine, *, about: str | None = None, **facts: object) -> Problem:
        return self.facts.book.problem(code, line, "mark", about=about, **facts)
