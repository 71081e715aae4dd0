"""Where reports are laid down: the folder of their month and kind, and what lies there already."""

from dataclasses import dataclass
from pathlib import Path

from pinzhi_xl.month import Month
from pinzhi_xl.numerals import chinese_date
from pinzhi_xl.papers import Report
from pinzhi_xl.scoring.locked import is_locked
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.results import RunLog
from pinzhi_xl.tasks.desk import Desk
from pinzhi_xl.tasks.papers import Paper
from pinzhi_xl.tasks.run import Run
from pinzhi_xl.wording import reports as words
from pinzhi_xl.wording.closing import CLOSING_NAME
from pinzhi_xl.wording.tasks import FINAL


@dataclass(frozen=True)
class Shelf:
    """Where the reports of a master go; with `kept` a paper that is there already is not made again.

    `closing` counts how often their month has been made final, the coming time included.
    """

    book: Book
    desk: Desk
    run: Run
    kept: bool = False
    closing: int = 1

    def put(self, report: Report) -> Paper:
        """Write one report.

        A file that somebody has worked on in Word is kept and the new one laid beside it; so is one that was
        made from another master.
        """
        from pinzhi_xl.documents.engine import render
        from pinzhi_xl.documents.package import with_owner
        from pinzhi_xl.documents.store import write_paper
        from pinzhi_xl.documents.templates import find_template

        path = self._place(report)
        new = False
        if not self.run.dry_run and not (self.kept and path.exists()):
            template = find_template(f"{report.kind}.docx", self.desk.templates)
            new = write_paper(path, with_owner(render(template, report.values), self.book.identity))
        today = chinese_date(self.run.as_of)
        return Paper(report.kind, "", 1, path, new, report.community, report.name, today)

    def _place(self, report: Report) -> Path:
        from pinzhi_xl.documents.naming import file_name
        from pinzhi_xl.documents.package import owner_of

        again = self.closing > 1
        name = CLOSING_NAME.format(name=report.name, closing=self.closing) if again else report.name
        path = self.desk.output / str(report.month) / report.kind / file_name(name)
        if self.kept or not path.exists():
            return path
        owner = owner_of(path)
        if owner is None:
            return path.with_stem(words.NEW_DRAFT.format(name=path.stem))
        return path if owner == self.book.identity else path.with_stem(f"{path.stem} {self.book.identity[:8]}")


def shelf_for(book: Book, desk: Desk, run: Run, month: Month, *, final: bool = False) -> Shelf:
    """Where the reports of a month go: once it was final and reopened, beside those of the closing before."""
    locked = is_locked(book, month)
    lines = (line for line in book.rows(RunLog) if line.task == FINAL and line.scope == str(month))
    closing = sum(1 for _ in lines) + (0 if locked else 1)
    return Shelf(book, desk, run, kept=locked and not final, closing=closing)
