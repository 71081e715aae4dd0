"""脱敏归档: the names leave the records past the retention period; scores and statistics stay (law.md §4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pinzhi_xl.archiving import archive
from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.retention import retention_limit
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.tasks.run import Run, write
from pinzhi_xl.wording import closing as words
from pinzhi_xl.workbook.last_step import forget_step
from pinzhi_xl.workbook.port import Workbook


class InsideRetention(PinzhiError):
    """What is still to be kept is not made nameless."""

    sentence = words.INSIDE_RETENTION


@dataclass(frozen=True)
class Archived:
    """What was made nameless, or on a dry run would be: rows by sheet, persons concerned."""

    before: date
    rows: Mapping[str, int]
    people: int
    written: bool

    @property
    def sentence(self) -> str:
        """What happened, and where the old names still stand."""
        if not self.rows:
            return words.NOTHING_TO_ARCHIVE.format(before=self.before)
        line = words.ARCHIVED if self.written else words.WOULD_ARCHIVE
        return line.format(before=self.before, rows=_listed(self.rows), people=self.people) + words.STILL_NAMED

    def as_json(self) -> dict[str, Any]:
        """As ``--json`` shows it."""
        return {
            "before": str(self.before),
            "rows": dict(self.rows),
            "people": self.people,
            "written": self.written,
        }


def archive_master(workbook: Workbook, before: date, run: Run) -> Archived:
    """Make the records before a day nameless in one write; a second time there is nothing to write.

    Not undoable, and the step before is forgotten: what it would give back are the names.
    """
    if not run.dry_run:
        workbook.check_writable()
    book = workbook.read()
    years = book.settings.retention_years
    limit = retention_limit(run.as_of, years)
    if before > limit:
        raise InsideRetention(before=before, years=years, limit=limit)
    made = archive(Facts(book), before)
    if not made.rows:
        return Archived(before, {}, 0, written=False)
    listed = _listed(made.rows)
    run.confirm(words.ASK_ARCHIVE.format(before=before, rows=listed))
    scope = words.ARCHIVE_SCOPE.format(before=before)
    result = words.ARCHIVE_RESULT.format(rows=listed, people=made.people)
    written = write(workbook, book, made.edits, run, words.ARCHIVE, scope, result, undoable=False)
    if written:
        forget_step(workbook.path)
    return Archived(before, made.rows, made.people, written)


def _listed(rows: Mapping[str, int]) -> str:
    return LIST_MARK.join(words.ROWS.format(sheet=sheet, count=count) for sheet, count in rows.items())
