"""移交: the lists for 行政部 (in batches) and 绩效考核处, each as workbook and Word paper (contract §2, §6)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.handing import Batch, assess, hand_over
from pinzhi_xl.handing.printed import Papers
from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.model import Cell, Edit, Value
from pinzhi_xl.month import Month
from pinzhi_xl.problem import Problem, errors_of
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets import TEMPLATE_IDENTITY
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.followup import Penalty
from pinzhi_xl.sheets.results import RunLog, ScoreRow
from pinzhi_xl.tasks.desk import Places, desk_for
from pinzhi_xl.tasks.filing import Files
from pinzhi_xl.tasks.handover_files import ListShelf, Receiver
from pinzhi_xl.tasks.notices import number_of
from pinzhi_xl.tasks.papers import Paper, papers_json
from pinzhi_xl.tasks.run import Run, TemplateMaster, require_columns, write
from pinzhi_xl.wording import handover as words
from pinzhi_xl.wording.problems import make_problem
from pinzhi_xl.workbook.port import Workbook


class NumberUnknown(PinzhiError):
    """A notice that is to be handed over has a number that the register does not: it is not the right one."""

    sentence = words.NUMBER_UNKNOWN


@dataclass(frozen=True)
class HandedOver:
    """The files of a hand-over, the batches behind them, what was held back, and what happened in a sentence."""

    papers: Sequence[Paper]
    problems: Sequence[Problem]
    sentence: str
    dry_run: bool = False
    batches: Sequence[Batch] = field(default_factory=tuple)

    @property
    def errors(self) -> list[Problem]:
        """The problems that held something back."""
        return errors_of(self.problems)

    def as_json(self) -> dict[str, Any]:
        """The form of contract §2; `number` is the batch."""
        return papers_json(self.papers, self.problems)

    def lines(self) -> list[str]:
        """What happened, then one file a line."""
        fresh = words.PLANNED if self.dry_run else words.NEW
        return [
            self.sentence,
            *(
                words.DOCUMENT_LINE.format(mark=fresh if paper.new else words.OLD, path=paper.path)
                for paper in self.papers
            ),
        ]


def hand_month_over(workbook: Workbook, month: Month, to: Receiver, places: Places, run: Run) -> HandedOver:
    """Hand a month over to one of the two receivers; only the batches of 行政部 are written into the master."""
    writes = to is Receiver.ADMINISTRATION and not run.dry_run
    if writes:
        workbook.check_writable()
    book = workbook.read()
    if book.identity == TEMPLATE_IDENTITY:
        raise TemplateMaster(name=workbook.path.name)
    desk = desk_for(workbook.path, book.settings, places)
    shelf = ListShelf(book, desk, month, to, run)
    if to is Receiver.PERFORMANCE:
        return _hand_assessment(book, month, shelf, run)
    return _hand_batches(workbook, book, month, shelf, run)


def _hand_batches(workbook: Workbook, book: Book, month: Month, shelf: ListShelf, run: Run) -> HandedOver:
    """The new batch, when there is one, and the files of those before it."""
    registered = _registered(book, shelf)
    handing = hand_over(book, month, registered)
    made = [(batch, *shelf.batch_contents(batch)) for batch in handing.batches]
    new = next((batch for batch in handing.batches if batch.new), None)
    if lost := next((one.number for one in (new.notices if new else ()) if one.number not in registered), None):
        raise NumberUnknown(number=lost, where=shelf.desk.register.root)
    if new is not None:
        require_columns(book, (Penalty, RunLog))
        run.confirm(words.ASK_HANDOVER.format(count=len(new.notices), batch=new.name))
        numbers = LIST_MARK.join(notice.number for notice in new.notices)
        result = words.BATCH_RESULT.format(batch=new.name, count=len(new.notices), numbers=numbers)
        write(workbook, book, _batch_edits(book, new, run), run, words.HAND_OVER, str(month), result)
    papers = [paper for batch, sheet, text in made for paper in shelf.put_batch(batch, sheet, text)]
    return HandedOver(papers, handing.problems, _said(month, handing.batches, new), run.dry_run, handing.batches)


def _registered(book: Book, shelf: ListShelf) -> Papers:
    """What the register keeps of each paper of this master, by number."""
    return {number_of(entry): entry.payload for entry in Files(book, shelf.desk).entries()}


def _said(month: Month, batches: Sequence[Batch], new: Batch | None) -> str:
    if new is not None:
        late = words.HEAD_LATE if new.is_late else ""
        return words.HANDED.format(batch=new.name, count=len(new.notices), late=late)
    return words.NOTHING_NEW if batches else words.NOTHING_TO_HAND.format(month=month)


def _batch_edits(book: Book, batch: Batch, run: Run) -> list[Edit]:
    """移交批次 and, where the master has the column, 移交日期."""
    fields: dict[str, Value] = {"batch": batch.name, "handed_on": run.as_of}
    columns = book.layouts[Penalty.sheet.label].columns
    return [
        book.set(notice.row, name, value)
        for notice in batch.notices
        for name, value in fields.items()
        if Penalty.sheet.column(name).label in columns
    ]


def _hand_assessment(book: Book, month: Month, shelf: ListShelf, run: Run) -> HandedOver:
    """The list as of the day; made anew each time, since more is confirmed as time goes by."""
    found = assess(Facts(book), month, run.as_of, _registered(book, shelf))
    problems = [*found.problems]
    if not found.deductions:
        problems.append(make_problem("not-scored-for-handover", Cell(ScoreRow.sheet.label), month=month))
    papers = shelf.put_assessment(found)
    from pinzhi_xl.documents.handover import lock_said

    sentence = words.ASSESSED.format(
        confirmed=len(found.confirmed), pending=len(found.pending), locked=lock_said(found)
    )
    return HandedOver(papers, problems, sentence, run.dry_run)
