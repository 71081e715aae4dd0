"""A notice on its way to other content: its next edition, or a new number in place of a void one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pinzhi_xl.drafts import PaperDraft
from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.kinds import LIST_MARK, spell
from pinzhi_xl.model import Edit
from pinzhi_xl.numbering import is_monthly
from pinzhi_xl.problem import Problem, errors_of
from pinzhi_xl.register.entry import Entry
from pinzhi_xl.register.journal import Issued
from pinzhi_xl.schema import Row
from pinzhi_xl.sheets.followup import Penalty, Rectification
from pinzhi_xl.tasks.filing import Files, noted
from pinzhi_xl.tasks.issue import NUMBERING_FIELDS
from pinzhi_xl.tasks.notices import number_of, stamped
from pinzhi_xl.tasks.papers import Paper, papers_json
from pinzhi_xl.tasks.run import Run, log_line, write
from pinzhi_xl.tasks.settled import LINES, left_out
from pinzhi_xl.tasks.standing import next_free, replacing_fields
from pinzhi_xl.wording import notices as notice_words
from pinzhi_xl.wording import reissue as words
from pinzhi_xl.workbook.port import Workbook

WEIGHED = ("proposed_points", "proposed_money")
"""Fields of which every change is a line of its own in 运行记录 (practice.md §3.3)."""

OF_THE_OLD_PAPER = (
    "delivery", "received_on", "refused", "witness_1", "witness_2", "decision", "decided_points", "decided_money",
    "decided_by", "decided_on", "payroll_month", "batch", "handed_on",
)  # fmt: skip
"""Fields of 处罚登记 that say what became of one paper: emptied, and logged, when another takes its place."""


class NothingToCorrect(PinzhiError):
    """The sheets say what the paper says."""

    sentence = words.UNCHANGED


@dataclass(frozen=True)
class Reissued:
    """The paper, if there is one now, and what stood in the way."""

    papers: Sequence[Paper] = field(default_factory=tuple)
    problems: Sequence[Problem] = field(default_factory=tuple)

    @property
    def errors(self) -> list[Problem]:
        """The problems for which nothing was done."""
        return errors_of(self.problems)

    def as_json(self) -> dict[str, Any]:
        """The form of contract §2."""
        return papers_json(self.papers, self.problems)


class Correction:
    """One notice on its way to other content: number, paper, rows and lines of the log."""

    def __init__(
        self, workbook: Workbook, files: Files, entry: Entry, draft: PaperDraft, reason: str, run: Run
    ) -> None:
        self.workbook = workbook
        self.files = files
        self.book = files.book
        self.entry = entry
        self.draft = draft
        self.reason = reason
        self.run = run

    def correct(self) -> Reissued:
        """The next edition under the same number; the old paper stays."""
        old = self.entry
        kept = {name: value for name, value in old.payload.items() if name in NUMBERING_FIELDS}
        fields = {**self.draft.fields, **kept}
        if not old.differing(fields):
            raise NothingToCorrect(number=number_of(old), edition=old.edition)
        self._try(fields)
        if self.run.dry_run:
            return Reissued([self.files.paper(replace(old, edition=old.edition + 1), new=True)])
        self.run.confirm(words.ASK_CORRECT.format(number=number_of(old), edition=old.edition + 1))
        digest = self._digest()
        issued = self.files.desk.register.correct(old, fields, self.reason, self.run.as_of, digest)
        self.files.make(issued.entry)
        rows = (stamped(row, issued.entry) for row in self.draft.rows)
        edits = [
            edit
            for row in (*rows, *left_out(self.book, self.entry, issued.entry))
            for edit in noted(self.book, row)
        ]
        result = words.CORRECTED.format(edition=issued.entry.edition, reason=self.reason)
        self._write(edits, issued.entry, words.CORRECT, result)
        return Reissued([self.files.paper(issued.entry, issued.new)])

    def replace(self) -> Reissued:
        """Void the number and issue a new one that names it."""
        old = self.entry
        fields = replacing_fields(self.draft.fields, number_of(old))
        self._try(fields)
        if self.run.dry_run:
            return Reissued([replace(self.files.paper(old, new=True), number="")])
        ask = words.ASK_REPLACE_LINES if LINES in fields else words.ASK_REPLACE
        self.run.confirm(ask.format(number=number_of(old)))
        register = self.files.desk.register
        register.void(old.series, old.year, old.number, self.reason, self.run.as_of, month=old.month)
        issued = self._numbered(fields)
        self.files.make(issued.entry)
        new = number_of(issued.entry)
        self._write(list(self._rows(issued.entry)), issued.entry, words.REPLACE, self._said(new))
        return Reissued([self.files.paper(issued.entry, issued.new)])

    def _numbered(self, fields: Mapping[str, str]) -> Issued:
        monthly = is_monthly(self.book.settings.number_pattern)
        return self.files.desk.register.issue(
            self.draft.kind,
            self.run.as_of.year,
            next_free(self.entry.key, {entry.key for entry in self.files.entries()}),
            fields,
            self.run.as_of,
            self._digest(),
            month=self.run.as_of.month if monthly else 0,
        )

    def _said(self, new: str) -> str:
        return words.REPLACED.format(new=new, reason=self.reason)

    def _rows(self, new: Entry) -> Iterator[Edit]:
        """The rows of the void notice as those of the new one; what became of the old paper is emptied."""
        for row in self.draft.rows:
            if isinstance(row, Rectification):
                yield from noted(self.book, self._renumbered(row, new))
                continue
            fresh: Row = row
            if isinstance(row, Penalty):
                emptied: dict[str, Any] = dict.fromkeys(OF_THE_OLD_PAPER)
                fresh = replace(row, number=None, state=None, **emptied)
            yield from noted(self.book, stamped(fresh, new))
            yield from self._emptied(row)
        for left in left_out(self.book, self.entry, new):
            yield from noted(self.book, left)

    def _emptied(self, row: Row) -> Iterator[Edit]:
        if isinstance(row, Penalty) and row.row:
            for name in OF_THE_OLD_PAPER:
                if getattr(row, name) is not None and not Penalty.sheet.column(name).computed:
                    yield self.book.set(row, name, None)

    def _renumbered(self, row: Rectification, new: Entry) -> Rectification:
        numbers = [one for one in (row.number or "").split(LIST_MARK) if one and one != number_of(self.entry)]
        return replace(row, number=LIST_MARK.join([*numbers, number_of(new)]), issued_on=new.issued_on)

    def _write(self, edits: list[Edit], new: Entry, task: str, result: str) -> None:
        number = number_of(self.entry)
        told = (*self._changes(new), *self._lost(task))
        lines = [log_line(self.run, task, number, result) for result in told]
        everything = [*edits, *self.files.sheet(), *lines]
        write(self.workbook, self.book, everything, self.run, task, number, result, undoable=False)

    def _changes(self, new: Entry) -> Iterator[str]:
        """Each change of points or money: 字段 旧→新 原因."""
        for name in WEIGHED:
            was, now = self.entry.payload.get(name, ""), new.payload.get(name, "")
            if was != now:
                yield self._line(notice_words.FIELD_NAMES.get(name, name), was, now)

    def _lost(self, task: str) -> Iterator[str]:
        """What the old paper had come to, before it is emptied."""
        for row in self.draft.rows if task == words.REPLACE else ():
            if isinstance(row, Penalty):
                for name in OF_THE_OLD_PAPER:
                    if (value := getattr(row, name)) is not None:
                        yield self._line(Penalty.sheet.column(name).label, spell(value), "")

    def _line(self, label: str, before: str, after: str) -> str:
        return words.CHANGED_LINE.format(
            label=label, before=before or words.NOTHING, after=after or words.NOTHING, reason=self.reason
        )

    def _try(self, fields: Mapping[str, str]) -> None:
        """Refuse before anything is entered what cannot be printed."""
        from pinzhi_xl.documents.papers import FORMS

        trial = {**fields, "number": "—", "edition": "", "issued_on": "—", "mark": "0" * 8}
        FORMS[self.draft.kind].render(trial, self.files.desk.templates)

    def _digest(self) -> str:
        from pinzhi_xl.documents.papers import FORMS

        return FORMS[self.draft.kind].digest(self.files.desk.templates)
