"""The register's own verbs: the numbers there are, whether they are sound, voiding, rebuilding what is derived."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.model import Edit
from pinzhi_xl.month import Month
from pinzhi_xl.register.entry import Entry
from pinzhi_xl.register.errors import RegisterBehind, RegisterForked
from pinzhi_xl.scoring.locked import is_locked
from pinzhi_xl.sheets import TEMPLATE_IDENTITY
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.followup import BlankNotice, Penalty, Rectification
from pinzhi_xl.sheets.results import IssuedPaper, RunLog
from pinzhi_xl.sheets.settings import typed_month
from pinzhi_xl.sheets.terms import BlankUse, PenaltyState, RectificationState, Validity
from pinzhi_xl.tasks.blanks import blank_rows
from pinzhi_xl.tasks.desk import Places, desk_for
from pinzhi_xl.tasks.filing import Files, shown_subject
from pinzhi_xl.tasks.notices import number_of
from pinzhi_xl.tasks.papers import Paper
from pinzhi_xl.tasks.run import Run, TemplateMaster, require_columns, write
from pinzhi_xl.wording import reissue as words
from pinzhi_xl.workbook.port import Workbook


class NoticeExecuted(PinzhiError):
    """An executed notice is not voided: what was deducted is set right by a decision and a reversal."""

    sentence = words.EXECUTED


class NoticeLocked(PinzhiError):
    """The month of the notice is final: it may be printed again and no more."""

    sentence = words.MONTH_LOCKED


@dataclass(frozen=True)
class Voided:
    """A number that is void now; `new` when it was this call that voided it."""

    number: str
    new: bool
    written: bool

    def as_json(self) -> dict[str, Any]:
        """One object for ``register void --json``."""
        return {"number": self.number, "voided": self.new, "written": self.written}


@dataclass(frozen=True)
class Rebuilt:
    """What was missing and is there again."""

    papers: Sequence[Paper] = field(default_factory=tuple)
    blanks: int = 0
    written: bool = False

    def as_json(self) -> dict[str, Any]:
        """The form of contract §2."""
        return {"documents": [paper.as_json() for paper in self.papers], "problems": [], "failed": []}


def opened(workbook: Workbook, places: Places, run: Run) -> Files:
    """The papers of a master that is about to be written, unless it is only looked at."""
    if not run.dry_run:
        workbook.check_writable()
    return looked_at(workbook, places)


def looked_at(workbook: Workbook, places: Places) -> Files:
    """The papers of a master, read only."""
    book = workbook.read()
    if book.identity == TEMPLATE_IDENTITY:
        raise TemplateMaster(name=workbook.path.name)
    return Files(book, desk_for(workbook.path, book.settings, places))


def list_numbers(workbook: Workbook, places: Places, kind: str | None, year: int | None) -> list[dict[str, Any]]:
    """Every number of the register this master uses, by kind and year."""
    entries = looked_at(workbook, places).desk.register.entries()
    return [
        {
            "number": number_of(entry),
            "kind": entry.series,
            "edition": entry.edition,
            "state": state_of(entry),
            "subject": shown_subject(entry),
            "issued_on": entry.issued_on.isoformat(),
            "mark": entry.mark,
        }
        for entry in entries
        if kind in (None, entry.series) and year in (None, entry.year)
    ]


def state_of(entry: Entry) -> str:
    """有效, 作废, or 空白在手."""
    if entry.is_void:
        return Validity.VOID.value
    return words.BLANK_STATE if entry.is_blank else Validity.VALID.value


def verify_register(workbook: Workbook, places: Places) -> tuple[int, list[str]]:
    """How many numbers there are; what is wrong with the register, and where 发文登记 (its anchors) differs."""
    files = looked_at(workbook, places)
    register = files.desk.register
    flaws = [flaw.sentence for flaw in register.verify()]
    entries = register.entries()
    known = {number_of(entry): entry for entry in entries}
    for row in files.book.rows(IssuedPaper):
        entry = known.get(row.number or "")
        if row.number and entry is None:
            flaws.append(words.ANCHOR_LOST.format(number=row.number, mark=row.mark or words.NOTHING))
        elif entry is not None and row.head:
            try:
                register.check_anchor(entry.series, entry.year, entry.number, row.head, month=entry.month)
            except (RegisterBehind, RegisterForked) as error:
                flaws.append(str(error))
    return len(entries), flaws


def void_number(workbook: Workbook, number: str, reason: str, places: Places, run: Run) -> Voided:
    """Declare a number 作废 in the register and on the sheets; the paper stays. An executed notice is refused."""
    files = opened(workbook, places, run)
    book = files.book
    entry = files.entry(number)
    if not entry.is_void:
        refuse_executed(book, entry, run.as_of)
        refuse_locked(book, entry)
    require_columns(book, (Penalty, Rectification, BlankNotice, IssuedPaper, RunLog))
    if run.dry_run:
        return Voided(number_of(entry), not entry.is_void, False)
    new = not entry.is_void
    if new:
        subject = shown_subject(entry)
        run.confirm(words.ASK_VOID.format(number=number_of(entry), subject=subject, reason=reason))
        entry = files.desk.register.void(
            entry.series, entry.year, entry.number, reason, run.as_of, month=entry.month
        )
    edits = [*void_rows(book, entry), *files.sheet()]
    result = words.VOIDED.format(reason=entry.reason)
    written = write(workbook, book, edits, run, words.VOID, number_of(entry), result, undoable=False)
    return Voided(number_of(entry), new, written)


def refuse_executed(book: Book, entry: Entry, as_of: date) -> None:
    """NoticeExecuted when the penalty was carried out already: its payroll month has begun."""
    for row in book.rows(Penalty):
        month = typed_month(row.payroll_month or "")
        done = row.state == PenaltyState.EXECUTED or (month is not None and month.first <= as_of)
        if row.number == number_of(entry) and done:
            place = words.ROW_PLACE.format(row=row.row)
            raise NoticeExecuted(number=row.number, row=place)


def refuse_locked(book: Book, entry: Entry) -> None:
    """NoticeLocked when the month of the paper is final."""
    month = month_of(entry)
    if month is not None and is_locked(book, month):
        raise NoticeLocked(number=number_of(entry), month=month)


def month_of(entry: Entry) -> Month | None:
    """The month whose findings a paper is about; None for a blank."""
    return typed_month(entry.payload.get("month", ""))


def void_rows(book: Book, entry: Entry) -> list[Edit]:
    """作废 on the rows that stand on the number alone, and on its blank when it was never filled."""
    number = number_of(entry)
    edits: list[Edit] = []
    for row in book.rows(Penalty):
        if row.number == number and row.state != PenaltyState.VOID:
            edits.append(book.set(row, "state", PenaltyState.VOID.value))
    for notice in book.rows(Rectification):
        if notice.number == number and notice.state != RectificationState.VOID:
            edits.append(book.set(notice, "state", RectificationState.VOID.value))
    for blank in book.rows(BlankNotice):
        if blank.number == number and entry.was_blank and blank.use != BlankUse.VOID:
            edits.append(book.set(blank, "use", BlankUse.VOID.value))
    return edits


def rebuild(workbook: Workbook, places: Places, run: Run) -> Rebuilt:
    """发文登记, lost rows of 空白单 and lost papers again from the register; never a number."""
    files = opened(workbook, places, run)
    book = files.book
    require_columns(book, (BlankNotice, IssuedPaper, RunLog))
    missing = [entry for entry in files.entries() if not entry.is_void and not files.path(entry).exists()]
    blanks = blank_rows(files)
    edits = [*blanks, *files.sheet()]
    papers = [files.paper(entry, new=True) for entry in missing]
    if run.dry_run or not (missing or edits):
        return Rebuilt(papers, len(blanks))
    run.confirm(words.ASK_REBUILD.format(papers=len(missing), blanks=len(blanks)))
    for entry in run.progress.track(missing, words.REBUILD, len(missing)):
        files.make(entry)
    result = words.REBUILT.format(papers=len(missing), blanks=len(blanks))
    scope = LIST_MARK.join(dict.fromkeys(entry.series for entry in files.entries()))
    written = write(workbook, book, edits, run, words.REBUILD, scope, result)
    return Rebuilt(papers, len(blanks), written)
