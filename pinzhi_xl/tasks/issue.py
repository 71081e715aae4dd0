"""开单: numbers what is due and complete, makes the papers, and writes the numbers back.

Order: score → draft → trial rendering → number in the register → paper on disk → sheets. Each step can be
repeated: a number once given is found again by its key, a paper that is missing is made anew from the register.
"""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pinzhi_xl.drafts import Drafts, PaperDraft, only_of
from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.keys import natural
from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.model import Cell, Edit
from pinzhi_xl.month import Month
from pinzhi_xl.nameless import nameless_of
from pinzhi_xl.numbering import is_monthly
from pinzhi_xl.numerals import chinese_date
from pinzhi_xl.penalties import Life
from pinzhi_xl.problem import Problem, errors_of
from pinzhi_xl.register.entry import Entry
from pinzhi_xl.register.journal import Issued
from pinzhi_xl.retention import is_pseudonym
from pinzhi_xl.schema import Row
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets import TEMPLATE_IDENTITY
from pinzhi_xl.sheets.followup import Penalty, Rectification
from pinzhi_xl.sheets.inspections import Finding, Inspection
from pinzhi_xl.sheets.results import IssuedPaper, RunLog, ScoreRow
from pinzhi_xl.tasks.chosen import Chosen
from pinzhi_xl.tasks.closed_month import closed_to_new
from pinzhi_xl.tasks.desk import Desk, Places, desk_for
from pinzhi_xl.tasks.filing import Files, noted, subject_of
from pinzhi_xl.tasks.notices import NOTICE_KINDS, NoticeKind, number_of, stamped
from pinzhi_xl.tasks.papers import Paper, papers_json
from pinzhi_xl.tasks.run import Run, TemplateMaster, require_columns, write
from pinzhi_xl.tasks.score import Scored, compute
from pinzhi_xl.tasks.standing import about_of, blank_of, in_force, register_key
from pinzhi_xl.wording import notices as notice_words
from pinzhi_xl.wording import tasks as words
from pinzhi_xl.wording.problems import make_problem
from pinzhi_xl.workbook.port import Workbook

NUMBERING_FIELDS = frozenset({"number_prefix", "number_pattern"})
"""Payload fields that fix how a number reads for good: a later change of 参数 is no change of the paper."""

UNSETTLED_FIELDS = frozenset({"money_note", "calendar_note"})
"""Payload fields that say what was not known on the day of issue: knowing it since is no change of the paper."""


TARGETS = (Penalty, Rectification, IssuedPaper, ScoreRow, RunLog)
"""Sheets that issuing writes to: they have to be whole before a number is taken."""


class NumbersStand(PinzhiError):
    """Numbers were given and papers made, but the sheets could not be written: issuing again finds them."""

    sentence = words.NUMBERS_STAND


class NumberLost(PinzhiError):
    """A sheet holds a number that the register does not: issuing on could give it twice."""

    sentence = words.NUMBER_LOST


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
        """The form of contract §2."""
        return papers_json(self.papers, self.problems)


def issue_papers(
    workbook: Workbook,
    month: Month,
    places: Places,
    run: Run,
    kinds: Sequence[NoticeKind] = NOTICE_KINDS,
    chosen: Chosen | None = None,
) -> IssueOutcome:
    """Issue every paper of a month that is complete, or those of `chosen` findings only.

    Issuing again finds the same numbers. A paper over several findings is issued whole when one is chosen.
    """
    if not run.dry_run:
        workbook.check_writable([kind.sheet.label for kind in (*TARGETS, Inspection, Finding)])
    book = workbook.read()
    if book.identity == TEMPLATE_IDENTITY:
        raise TemplateMaster(name=workbook.path.name)
    desk = desk_for(workbook.path, book.settings, places)
    scored = compute(book, month, run)
    clerk = _Clerk(scored.facts, desk, month, run, None if chosen is None else chosen.among(scored.book))
    clerk.reconcile()
    require_columns(book, TARGETS)
    drafts = clerk.drafts(kinds, scored)
    if run.dry_run:
        papers = [clerk.preview(draft) for found in drafts for draft in found.complete]
        return IssueOutcome(papers, _problems(scored, drafts), scored, clerk.folder)
    _ask(clerk, drafts, run)
    issued: list[Paper] = []
    keys: set[tuple[str, str]] = set()
    while fresh := [d for found in drafts for d in found.complete if (d.kind, d.key) not in keys]:
        tried = [clerk.issue(draft) for draft in run.progress.track(fresh, words.ISSUE, len(fresh))]
        issued += [paper for paper in tried if paper is not None]
        keys |= {(draft.kind, draft.key) for draft in fresh}
        drafts = clerk.drafts(kinds, scored)  # a first notice may make a second one due
    if chosen is None:
        clerk.tell_without_basis([kind.name for kind in kinds], keys, scored.blocked)
    for found in drafts:
        for row in found.pending:
            clerk.note(row)
    clerk.note_states()
    edits = [*scored.edits, *clerk.edits, *clerk.files.sheet()]
    new = sum(paper.new for paper in issued)
    result = words.ISSUED.format(new=new, old=len(issued) - new)
    try:
        write(workbook, book, edits, run, words.ISSUE, str(month), result)
    except PinzhiError as error:
        numbers = LIST_MARK.join(paper.number for paper in issued if paper.new)
        if not numbers:
            raise
        raise NumbersStand(numbers=numbers, reason=error) from error
    problems = [*_problems(scored, drafts), *clerk.problems]
    return IssueOutcome(in_order(issued), problems, scored, clerk.folder)


def _ask(clerk: "_Clerk", drafts: Sequence[Drafts], run: Run) -> None:
    """How many papers are new and how many there are already; nothing is asked when none is new."""
    complete = [draft for found in drafts for draft in found.complete]
    new = [draft for draft in complete if not clerk.is_issued(draft)]
    if new:
        counts = Counter(draft.kind for draft in new)
        kinds = LIST_MARK.join(words.KIND_COUNT.format(kind=kind, count=count) for kind, count in counts.items())
        facts = {"month": clerk.month, "new": len(new), "old": len(complete) - len(new), "kinds": kinds}
        run.confirm(_scope(clerk.chosen, new) + words.ASK_ISSUE.format(**facts))


def _scope(chosen: Set[str] | None, new: Sequence[PaperDraft]) -> str:
    """Which findings are meant, and which others stand on the same papers."""
    if chosen is None:
        return ""
    others = {
        row.finding for draft in new for row in draft.rows if isinstance(row, Penalty | Rectification)
    } - chosen
    more = words.SAME_PAPER.format(findings=LIST_MARK.join(sorted(filter(None, others)))) if others else ""
    return words.CHOSEN.format(count=len(chosen), more=more)


def _problems(scored: Scored, drafts: Sequence[Drafts]) -> list[Problem]:
    return list(dict.fromkeys([*scored.problems, *(p for found in drafts for p in found.problems)]))


def in_order(papers: Sequence[Paper]) -> list[Paper]:
    """Papers by kind as they are issued, each kind by number."""
    kinds = [kind.name for kind in NOTICE_KINDS]
    return sorted(papers, key=lambda paper: (kinds.index(paper.kind), natural(paper.number)))


class _Clerk:
    """Takes drafts to numbers, papers and rows."""

    def __init__(self, facts: Facts, desk: Desk, month: Month, run: Run, chosen: Set[str] | None = None) -> None:
        self.facts = facts
        self.book = facts.book
        self.desk = desk
        self.run = run
        self.month = month
        self.chosen = chosen
        self.folder = desk.output / str(month)
        self.edits: list[Edit] = []
        self.problems: list[Problem] = []
        self.noted: dict[int, Penalty] = {}
        self.life = Life(facts, frozenset(), run.as_of)
        self.held: dict[str, Entry] = {}
        self.files = Files(self.book, desk)

    def drafts(self, kinds: Sequence[NoticeKind], scored: Scored) -> list[Drafts]:
        """What is due of each kind, given what the register holds of this master by now."""
        known = self.files.entries()
        self.held = {entry.key: entry for entry in known}
        self.life = Life(self.facts, [number_of(entry) for entry in known if entry.is_void], self.run.as_of)
        drafted = [kind.draft(scored, self.month, self.run.as_of, known, None) for kind in kinds]
        found = [in_force(drafts, self.held, self.book) for drafts in drafted]
        if scored.locked:
            found = [closed_to_new(drafts, self.is_issued, self.facts, self.month) for drafts in found]
        return found if self.chosen is None else [only_of(drafts, self.chosen) for drafts in found]

    def is_issued(self, draft: PaperDraft) -> bool:
        """True when the register has its number already."""
        return self._key(draft) in self.held

    def reconcile(self) -> None:
        """Refuse to go on when a sheet knows numbers that the register does not have."""
        known = {number_of(entry): entry for entry in self.desk.register.entries()}
        rows: list[Penalty | Rectification] = [*self.book.rows(Penalty), *self.book.rows(Rectification)]
        for number in (one for row in rows if row.number for one in row.number.split(LIST_MARK)):
            if number not in known:
                raise NumberLost(number=number, where=self.desk.register.root)
        for row in self.book.rows(IssuedPaper):
            entry = known.get(row.number or "")
            if row.number and (entry is None or (entry.revision == 1 and row.head not in (None, entry.hash))):
                raise NumberLost(number=row.number, where=self.desk.register.root)

    def issue(self, draft: PaperDraft) -> Paper | None:
        """Number a draft (or find its number), make its paper where it is missing, and note its rows.

        None when the paper cannot be printed: that is told and takes no number.
        """
        from pinzhi_xl.documents.errors import PaperIncomplete, ValueTooLong
        from pinzhi_xl.documents.papers import FORMS
        from pinzhi_xl.documents.store import make_folder

        held = self.held.get(self._key(draft))
        if held is None:
            try:
                FORMS[draft.kind].render(self._trial(draft), self.desk.templates)
            except (PaperIncomplete, ValueTooLong) as error:
                self._tell_unprintable(draft, str(error))
                return None
            make_folder(self.folder / draft.kind)
            issued = self._number(draft)
        else:
            issued = Issued(held, new=False, changed=held.differing(draft.fields))
        if changed := [name for name in issued.changed if name not in NUMBERING_FIELDS | UNSETTLED_FIELDS]:
            self._tell_changed(draft, issued.entry, changed)
        paper = self.files.paper(issued.entry, issued.new)
        self.files.make(issued.entry)
        for row in draft.rows:
            self.note(stamped(row, issued.entry))
        return paper

    def _number(self, draft: PaperDraft) -> Issued:
        from pinzhi_xl.documents.papers import FORMS

        return self.desk.register.issue(
            draft.kind,
            self.run.as_of.year,
            self._key(draft),
            draft.fields,
            self.run.as_of,
            FORMS[draft.kind].digest(self.desk.templates),
            month=self.run.as_of.month if is_monthly(self.book.settings.number_pattern) else 0,
            reserved=blank_of(self.book, self.desk.register, draft),
        )

    def preview(self, draft: PaperDraft) -> Paper:
        """What `issue` would give, without giving it."""
        entry = self.held.get(self._key(draft))
        if entry is not None:
            return self.files.paper(entry, new=False)
        issued_on = chinese_date(self.run.as_of)
        fields = draft.fields
        return Paper(
            draft.kind, "", 1, self.folder / draft.kind, True, fields["community"], subject_of(fields), issued_on
        )

    def _key(self, draft: PaperDraft) -> str:
        return register_key(self.book, draft.kind, draft.key)

    def _trial(self, draft: PaperDraft) -> dict[str, str]:
        return {**draft.fields, "number": "—", "edition": "", "issued_on": "—", "mark": "00000000"}

    def _tell_unprintable(self, draft: PaperDraft, reason: str) -> None:
        for name, label in notice_words.FIELD_NAMES.items():
            reason = reason.replace(f"“{name}”", f"“{label}”")
        about = draft.key.split("/")[0]
        cell = self.book.cell(draft.rows[0], "finding")
        self.problems.append(make_problem("cannot-print", cell, value=about, reason=reason.rstrip("。")))

    def tell_without_basis(
        self, kinds: Sequence[str], keys: Set[tuple[str, str]], blocked: Mapping[str, Sequence[Problem]]
    ) -> None:
        """A reminder for each numbered paper of the month that the sheets no longer ask for."""
        nameless = nameless_of(self.book)
        for entry in self.files.entries():
            if entry.series not in kinds or entry.is_void or nameless.has(self.files.registered(entry)):
                continue
            about = about_of(entry)
            of_month = entry.payload.get("month") == str(self.month)
            if of_month and (entry.series, about) not in keys and entry.payload.get("community") not in blocked:
                number, finding = number_of(entry), about.split("/")[0]
                row = next((row for row in self.book.rows(IssuedPaper) if row.number == number), None)
                cell = Cell(IssuedPaper.sheet.label) if row is None else self.book.cell(row, "number")
                self.problems.append(make_problem("notice-without-basis", cell, value=finding, number=number))

    def _tell_changed(self, draft: PaperDraft, entry: Entry, changed: Sequence[str]) -> None:
        names = LIST_MARK.join(notice_words.FIELD_NAMES.get(name, name) for name in changed)
        cell = self.book.cell(draft.rows[0], "finding")
        number = number_of(entry)
        about = entry.key.split("/")[2]
        self.problems.append(make_problem("content-changed", cell, value=about, number=number, fields=names))

    def note_states(self) -> None:
        """Where each notice stands by now, of those that no paper of this run is about (practice.md §3.3)."""
        papers = {number_of(entry): entry.key.split("/")[2:4] for entry in self.held.values()}
        for row in self.book.rows(Penalty):
            if row.row not in self.noted and (self.chosen is None or row.finding in self.chosen):
                about = papers.get(row.number or "", [row.finding, row.person])
                theirs = about != [row.finding, row.person] and not is_pseudonym(row.person)
                self.note(replace(row, number=None, edition=None, issued_on=None) if theirs else row)

    def note(self, wanted: Row) -> None:
        """Make a sheet row read as wanted: added when it is not there, else computed and blank cells filled."""
        if isinstance(wanted, Penalty):
            wanted = replace(wanted, state=self.life.state(wanted).value)
            self.noted[wanted.row] = wanted
        self.edits += noted(self.book, wanted)
