"""撤回上一步: the cells that the last task wrote get back what they held, if they are still as it left them."""

from dataclasses import dataclass

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.month import Month
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.inspections import Finding, Inspection
from pinzhi_xl.sheets.results import ScoreRow
from pinzhi_xl.sheets.terms import ScoreStatus
from pinzhi_xl.tasks.run import Run, write
from pinzhi_xl.wording import tasks as words
from pinzhi_xl.workbook.last_step import forget_step, last_step
from pinzhi_xl.workbook.port import Workbook
from pinzhi_xl.workbook.steps import Step, held, overtaken, shown, way_back


class NothingToUndo(PinzhiError):
    """No step is kept."""

    sentence = words.NOTHING_TO_UNDO


class StepOvertaken(PinzhiError):
    """Somebody has changed a cell since the task wrote it."""

    sentence = words.STEP_OVERTAKEN


class StepOfAnother(PinzhiError):
    """The step kept here was made in another master of the same name."""

    sentence = words.STEP_OF_ANOTHER


class StepInLockedMonth(PinzhiError):
    """The step wrote into a month that has been made final since."""

    sentence = words.STEP_LOCKED


@dataclass(frozen=True)
class Undone:
    """The step that was taken back, or on a dry run would be."""

    step: Step
    written: bool

    @property
    def sentence(self) -> str:
        """What happened, in one line."""
        return words.UNDONE.format(title=self.step.title, cells=self.step.cells)


def undo_last(workbook: Workbook, run: Run) -> Undone:
    """Take the last step back as a whole; numbers that were given out stay in the register."""
    if not run.dry_run:
        workbook.check_writable()
    step = last_step(workbook.path)
    if step is None:
        raise NothingToUndo
    book = workbook.read()
    if step.identity != book.identity:
        raise StepOfAnother
    if (month := _locked_month(step, book)) is not None:
        raise StepInLockedMonth(title=step.title, month=month)
    changed = overtaken(step, book)
    if changed is not None:
        raise StepOvertaken(
            title=step.title,
            sheet=changed.sheet,
            cell=changed.cell.address,
            after=shown(changed.after),
            now=shown(held(book.grids.get(changed.sheet, ()), changed.row, changed.column)),
        )
    edits = way_back(step, book)
    run.confirm(words.ASK_UNDO.format(title=step.title, at=step.at, cells=step.cells))
    undone = Undone(step, written=False)
    made = write(workbook, book, edits, run, words.UNDO, step.title, undone.sentence, undoable=False)
    if made:
        forget_step(workbook.path)
    return Undone(step, made)


def _locked_month(step: Step, book: Book) -> str | None:
    """A locked month whose scores, inspections or findings the step wrote."""
    locked = {row.month for row in book.rows(ScoreRow) if row.status is ScoreStatus.LOCKED}
    days = {row.number: row.day for row in book.rows(Inspection)}
    months: dict[tuple[str, int], str | None] = {
        (ScoreRow.sheet.label, row.row): row.month for row in book.rows(ScoreRow)
    }
    for visit in book.rows(Inspection):
        months[Inspection.sheet.label, visit.row] = str(Month.of(visit.day)) if visit.day else None
    for finding in book.rows(Finding):
        day = days.get(finding.inspection)
        months[Finding.sheet.label, finding.row] = str(Month.of(day)) if day else None
    touched = (months.get((change.sheet, change.row)) for change in step.changes)
    return next((month for month in touched if month in locked), None)
