"""录入: the filled 录入单 becomes an inspection with its findings and people, and is empty again."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pinzhi_xl.documents.naming import file_name
from pinzhi_xl.entering import Entered, enter
from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.photos import PICTURE
from pinzhi_xl.problem import Problem, errors_of
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.entry_form import EntryHead, EntryLine
from pinzhi_xl.tasks.run import Run, write
from pinzhi_xl.wording import entering as words
from pinzhi_xl.workbook.port import Workbook


class FormMissing(PinzhiError):
    """The master was made before there was an entry form."""

    sentence = words.FORM_MISSING


@dataclass(frozen=True)
class EnterOutcome:
    """What was entered, all problems, and whether the master was written."""

    entered: Entered
    written: bool

    @property
    def problems(self) -> Sequence[Problem]:
        """All problems of the form, in sheet order."""
        return self.entered.problems

    @property
    def errors(self) -> list[Problem]:
        """The problems for which nothing was entered."""
        return errors_of(self.entered.problems)

    @property
    def sentence(self) -> str:
        """What happened, in one sentence."""
        inspection = self.entered.inspection
        if inspection is None:
            return words.REFUSED_LINE.format(errors=len(self.errors))
        line = words.ENTERED_LINE if self.written else words.DRY_LINE
        return line.format(community=inspection.community, day=inspection.day, result=_result(self.entered))

    def as_json(self) -> dict[str, Any]:
        """The inspection's number (null when nothing was entered), those of its findings, and the problems."""
        inspection = self.entered.inspection
        return {
            "inspection": inspection.number if inspection else None,
            "findings": [row.number for row in self.entered.findings],
            "problems": [problem.as_json() for problem in self.problems],
        }


def enter_form(workbook: Workbook, run: Run) -> EnterOutcome:
    """Enter the form and empty it in one writing; with any error nothing is written."""
    if not run.dry_run:
        workbook.check_writable()
    book = workbook.read()
    if book.form is None:
        raise FormMissing(name=workbook.path.name, sheet=EntryLine.sheet.label)
    entered = enter(book, book.form, find_photos(workbook.path, book.form.head), run.as_of)
    return EnterOutcome(entered, _write(workbook, book, entered, run))


def _write(workbook: Workbook, book: Book, entered: Entered, run: Run) -> bool:
    inspection = entered.inspection
    if inspection is None:
        return False
    run.confirm(
        words.ASK.format(community=inspection.community, day=inspection.day, findings=len(entered.findings))
    )
    scope = words.SCOPE.format(community=inspection.community, day=inspection.day)
    return write(workbook, book, entered.edits, run, words.ENTER, scope, _result(entered))


def _result(entered: Entered) -> str:
    number = entered.inspection.number if entered.inspection else ""
    return words.ENTERED.format(number=number, findings=len(entered.findings), people=len(entered.offenders))


def find_photos(master: Path, head: EntryHead) -> list[str]:
    """The pictures in the visit's folder ``照片/<检查日期> <项目>`` beside the master."""
    if head.community is None or head.day is None:
        return []
    name = file_name(head.day.isoformat(), head.community, suffix="")
    folder = master.absolute().parent / words.PHOTO_FOLDER / name
    if not folder.is_dir():
        return []
    return sorted(item.name for item in folder.iterdir() if PICTURE.fullmatch(item.name))
