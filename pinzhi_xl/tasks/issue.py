"""开单: numbers what is due and complete, makes the papers, and writes the numbers back.

Order: score → draft → trial rendering → number in the register → paper on disk → sheets. Each step can be
repeated: a number once given is found again by its key, a paper that is missing is made anew from the register.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.model import AppendRow, Edit
from pinzhi_xl.month import Month
from pinzhi_xl.numbering import format_number, is_monthly
from pinzhi_xl.numerals import chinese_date
from pinzhi_xl.penalties import PenaltyDraft, draft_penalties
from pinzhi_xl.problem import Problem, errors_of
from pinzhi_xl.register.entry import Entry
from pinzhi_xl.sheets import TEMPLATE_IDENTITY
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.followup import Penalty
from pinzhi_xl.sheets.results import IssuedPaper
from pinzhi_xl.sheets.terms import Validity
from pinzhi_xl.tasks.desk import Desk, Places, desk_for
from pinzhi_xl.tasks.run import Run, TemplateMaster, as_values, replacing, write
from pinzhi_xl.tasks.score import Scored, compute
from pinzhi_xl.wording import notices as notice_words
from pinzhi_xl.wording import tasks as words
from pinzhi_xl.wording.problems import make_problem
from pinzhi_xl.workbook.port import Workbook

NUMBERING_FIELDS = frozenset({"number_prefix", "number_pattern"})
"""Payload fields that fix how a number reads for good: a later change of 参数 is no change of the paper."""


class NumberLost(PinzhiError):
    """A sheet holds a number that the register does not: issuing on could give it twice."""

    sentence = words.NUMBER_LOST


@dataclass(frozen=True)
class Paper:
    """One paper of a run: what it is, where it lies, and whether its number is new."""

    kind: str
    number: str
    edition: int
    path: Path
    new: bool
    community: str
    subject: str
    issued_on: str

    def as_json(self) -> dict[str, Any]:
        """The form of contract §2."""
        return {
            "kind": self.kind,
            "number": self.number,
            "edition": self.edition,
            "path": str(self.path),
            "new": self.new,
        }


@dataclass(frozen=True)
class IssueOutcome:
    """The papers of a run in order of their numbers, all problems, and the scores they rest on."""

    papers: Sequence[Paper]
    problems: Sequence[Problem]
    scored: Scored
    month_folder: Path

    @property
    def errors(self) -> list[Problem]:
        """The problems that block."""
        return errors_of(self.problems)

    def as_json(self) -> dict[str, Any]:
        """The form of contract §2 for ``issue --json``."""
        return {
            "documents": [paper.as_json() for paper in self.papers],
            "problems": [problem.as_json() for problem in self.problems],
            "failed": [],
        }


def issue_penalties(workbook: Workbook, month: Month, places: Places, run: Run) -> IssueOutcome:
    """Issue every 违纪处罚单 of a month that is complete; issuing again finds the same numbers."""
    if not run.dry_run:
        workbook.check_writable()
    book = workbook.read()
    if book.identity == TEMPLATE_IDENTITY:
        raise TemplateMaster(name=workbook.path.name)
    desk = desk_for(workbook.path, book.settings, places)
    scored = compute(book, month, run)
    drafts = draft_penalties(scored.facts, month, scored.blocked, scored.scores.repeats)
    clerk = _Clerk(scored.book, desk, month, run)
    clerk.reconcile()
    problems = list(dict.fromkeys([*scored.problems, *drafts.problems]))
    if run.dry_run:
        papers = [clerk.preview(draft) for draft in drafts.complete]
        return IssueOutcome(papers, problems, scored, clerk.folder)
    issued = [clerk.issue(draft) for draft in run.progress.track(drafts.complete, words.ISSUE)]
    edits = [*scored.edits, *clerk.edits, *clerk.register_sheet()]
    new = sum(paper.new for paper in issued)
    result = words.ISSUED.format(new=new, old=len(issued) - new)
    write(workbook, book, edits, run, words.ISSUE, str(month), result)
    return IssueOutcome(issued, [*problems, *clerk.problems], scored, clerk.folder)


class _Clerk:
    """Takes drafts to numbers, papers and rows."""

    def __init__(self, book: Book, desk: Desk, month: Month, run: Run) -> None:
        self.book = book
        self.desk = desk
        self.run = run
        self.month = month
        self.folder = desk.output / str(month)
        self.edits: list[Edit] = []
        self.problems: list[Problem] = []

    def reconcile(self) -> None:
        """Refuse to go on when a sheet knows numbers that the register does not have."""
        known = {number_of(entry): entry for entry in self.desk.register.entries()}
        for row in self.book.rows(IssuedPaper):
            entry = known.get(row.number or "")
            if row.number and (entry is None or (entry.revision == 1 and row.head not in (None, entry.hash))):
                raise NumberLost(number=row.number, where=self.desk.register.root)

    def issue(self, draft: PenaltyDraft) -> Paper:
        """Number a draft (or find its number), make its paper where it is missing, and note the row."""
        from pinzhi_xl.documents.notices import PENALTY_TEMPLATE, render_penalty
        from pinzhi_xl.documents.templates import find_template, template_digest

        key = self._key(draft)
        if self.desk.register.find(notice_words.PENALTY, key) is None:
            render_penalty(self._trial(draft), self.desk.templates)
        issued = self.desk.register.issue(
            notice_words.PENALTY,
            self.run.as_of.year,
            key,
            draft.fields,
            self.run.as_of,
            template_digest(find_template(PENALTY_TEMPLATE, self.desk.templates)),
            month=self.run.as_of.month if is_monthly(self.book.settings.number_pattern) else 0,
        )
        if changed := [name for name in issued.changed if name not in NUMBERING_FIELDS]:
            self._tell_changed(draft, issued.entry, changed)
        paper = self._paper(issued.entry, issued.new)
        if not issued.entry.is_void and not paper.path.exists():
            self._make(issued.entry, paper.path)
        self._note(draft, issued.entry)
        return paper

    def preview(self, draft: PenaltyDraft) -> Paper:
        """What `issue` would give, without giving it."""
        entry = self.desk.register.find(notice_words.PENALTY, self._key(draft))
        if entry is not None:
            return self._paper(entry, new=False)
        fields = draft.fields
        path = self.folder / notice_words.PENALTY
        issued_on = chinese_date(self.run.as_of)
        return Paper(notice_words.PENALTY, "", 1, path, True, fields["community"], fields["person"], issued_on)

    def _key(self, draft: PenaltyDraft) -> str:
        """The master's own UUID, kind, finding, person and round (contract §5)."""
        return "/".join((self.book.identity, notice_words.PENALTY, draft.finding, draft.person, "1"))

    def _trial(self, draft: PenaltyDraft) -> dict[str, str]:
        return {**draft.fields, "number": "—", "edition": "", "issued_on": "—", "mark": "00000000"}

    def _paper(self, entry: Entry, new: bool) -> Paper:
        from pinzhi_xl.documents.notices import penalty_file_name

        fields = paper_fields(entry)
        month = entry.payload.get("month", str(self.month))
        path = self.desk.output / month / notice_words.PENALTY / penalty_file_name(fields)
        return Paper(
            notice_words.PENALTY,
            fields["number"],
            entry.edition,
            path,
            new,
            fields["community"],
            fields["person"],
            fields["issued_on"],
        )

    def _make(self, entry: Entry, path: Path) -> None:
        from pinzhi_xl.documents.notices import render_penalty
        from pinzhi_xl.documents.store import write_paper

        write_paper(path, render_penalty(paper_fields(entry), self.desk.templates))

    def _tell_changed(self, draft: PenaltyDraft, entry: Entry, changed: Sequence[str]) -> None:
        names = LIST_MARK.join(notice_words.FIELD_NAMES.get(name, name) for name in changed)
        cell = self.book.cell(draft.row, "finding")
        number = number_of(entry)
        self.problems.append(
            make_problem("content-changed", cell, value=draft.finding, number=number, fields=names)
        )

    def _note(self, draft: PenaltyDraft, entry: Entry) -> None:
        """The row of 处罚登记: drafted values where it was blank, and what the register says."""
        wanted = replace(
            draft.row,
            number=number_of(entry),
            edition=entry.edition,
            issued_on=entry.issued_on,
            state=Validity.VOID if entry.is_void else draft.row.state or notice_words.ISSUED_STATE,
        )
        if not draft.existing:
            self.edits.append(AppendRow(Penalty.sheet.label, as_values(wanted)))
            return
        present = next(row for row in self.book.rows(Penalty) if row.row == draft.existing)
        for col in Penalty.sheet.columns:
            value = getattr(wanted, col.identifier)
            if getattr(present, col.identifier) != value:
                self.edits.append(self.book.set(present, col.identifier, value))

    def register_sheet(self) -> list[Edit]:
        """发文登记: this master's entries as the register has them."""
        mine = [e for e in self.desk.register.entries() if e.key.startswith(f"{self.book.identity}/")]
        rows = [self._registered(entry) for entry in sorted(mine, key=lambda e: (e.series, e.year, e.number))]
        return replacing(self.book, IssuedPaper, rows)

    def _registered(self, entry: Entry) -> IssuedPaper:
        path = self._paper(entry, new=False).path
        return IssuedPaper(
            number=number_of(entry),
            kind=entry.series,
            edition=entry.edition,
            community=entry.payload.get("community") or None,
            subject=entry.payload.get("person") or None,
            finding=entry.key.split("/")[2],
            issued_on=entry.issued_on,
            path=path.relative_to(self.desk.output).as_posix(),
            mark=entry.mark,
            head=entry.hash,
            state=Validity.VOID if entry.is_void else Validity.VALID,
        )


def number_of(entry: Entry) -> str:
    """An entry's number as it was printed on the paper, whatever 参数 says by now."""
    prefix, pattern = entry.payload["number_prefix"], entry.payload["number_pattern"]
    return format_number(prefix, entry.year, entry.number, pattern, month=entry.month)


def paper_fields(entry: Entry) -> Mapping[str, str]:
    """The fields of a paper from its register entry: the same paper whenever it is made."""
    return {
        **entry.payload,
        "number": number_of(entry),
        "edition": "" if entry.edition == 1 else notice_words.EDITION.format(edition=entry.edition),
        "issued_on": chinese_date(entry.issued_on),
        "mark": entry.mark,
    }
