"""The files of a hand-over in the output folder: made once, kept apart by master, never over somebody's work."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from pinzhi_xl.handing import Assessment, Batch, summarise
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import chinese_date
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.tasks.desk import Desk
from pinzhi_xl.tasks.papers import Paper
from pinzhi_xl.tasks.run import Run
from pinzhi_xl.wording import handover as words
from pinzhi_xl.wording import reports as report_words


class Receiver(StrEnum):
    """Who is handed the month's notices."""

    ADMINISTRATION = words.ADMINISTRATION
    PERFORMANCE = words.PERFORMANCE


@dataclass(frozen=True)
class ListShelf:
    """Where the lists lie: a file of an earlier batch is not made again, one somebody worked on not replaced."""

    book: Book
    desk: Desk
    month: Month
    to: Receiver
    run: Run

    def batch_contents(self, batch: Batch) -> tuple[bytes, bytes]:
        """Workbook and Word paper of a batch."""
        from pinzhi_xl.documents import handover as made
        from pinzhi_xl.documents import handover_lists as lists

        origin = self._origin(batch)
        summary = summarise(self.book, batch)
        paper = self._rendered(made.SUMMARY_TEMPLATE, made.batch_values(origin, batch, summary))
        return lists.batch_workbook(origin, batch, summary), paper

    def put_batch(self, batch: Batch, sheet: bytes, text: bytes) -> list[Paper]:
        """Both files of a batch."""
        name = words.SUMMARY_FILE.format(batch=batch.name)
        return self._put(words.SUMMARY, batch.name, name, (sheet, text), kept=not batch.new)

    def put_assessment(self, found: Assessment) -> list[Paper]:
        """Both files of 绩效考核清单."""
        from pinzhi_xl.documents import handover as made
        from pinzhi_xl.documents import handover_lists as lists

        origin = self._origin()
        paper = self._rendered(made.ASSESSMENT_TEMPLATE, made.assessment_values(origin, found))
        name = words.ASSESSMENT_FILE.format(month=self.month)
        return self._put(words.ASSESSMENT, "", name, (lists.assessment_workbook(origin, found), paper), kept=False)

    def _origin(self, batch: Batch | None = None) -> Any:  # noqa: ANN401 - documents are imported only when needed
        from pinzhi_xl.documents.handover import Origin

        day = self.run.as_of
        if batch is not None and not batch.new:
            day = next((one.row.handed_on for one in batch.notices if one.row.handed_on), day)
        note = "" if Facts(self.book).calendar.knows(day.year) else words.HOLIDAYS_UNKNOWN
        return Origin(self.book.identity, self.book.settings, day, note)

    def _rendered(self, template: str, values: Any) -> bytes:  # noqa: ANN401 - documents are imported only when needed
        from pinzhi_xl.documents.engine import render
        from pinzhi_xl.documents.package import with_owner
        from pinzhi_xl.documents.templates import find_template

        return with_owner(render(find_template(template, self.desk.templates), values), self.book.identity)

    def _put(self, kind: str, number: str, name: str, contents: Sequence[bytes], *, kept: bool) -> list[Paper]:
        from pinzhi_xl.documents.naming import file_name
        from pinzhi_xl.documents.store import write_paper

        folder = self.desk.output / str(self.month) / words.FOLDER.format(receiver=self.to.value)
        papers = []
        for content, suffix in zip(contents, (".xlsx", ".docx"), strict=True):
            path, stays = self._place(folder / file_name(name, suffix=suffix), kept=kept)
            new = not (path.is_file() and (stays or path.read_bytes() == content))
            if new and not self.run.dry_run:
                new = write_paper(path, content)
            papers.append(Paper(kind, number, 1, path, new, "", name, chinese_date(self.run.as_of)))
        return papers

    def _place(self, path: Path, *, kept: bool) -> tuple[Path, bool]:
        """Where a file goes, and whether what is there already stays as it is.

        It lies beside the list of another master, and a new one beside a list somebody has worked on.
        """
        mine = self.book.identity
        if _made_from(path) not in ("", mine):
            path = path.with_stem(f"{path.stem} {mine[:8]}")
        while not kept and path.is_file() and not _is_untouched(path):
            path = path.with_stem(report_words.NEW_DRAFT.format(name=path.stem))
        return path, kept


def _made_from(path: Path) -> str:
    """The UUID of the master a list was made from, also after somebody saved the workbook; empty when unknown."""
    from pinzhi_xl.documents.handover_lists import list_origin
    from pinzhi_xl.documents.package import owner_of

    return (owner_of(path) or list_origin(path)) if path.is_file() else ""


def _is_untouched(path: Path) -> bool:
    from pinzhi_xl.documents.package import owner_of

    return owner_of(path) is not None
