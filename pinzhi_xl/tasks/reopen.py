"""重新开账: a month that is final can be scored again, with the reason on record (issue 5 point 5)."""

from dataclasses import dataclass
from typing import Any

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.month import Month
from pinzhi_xl.scoring.locked import is_locked, unlock
from pinzhi_xl.sheets.corrections import Correction
from pinzhi_xl.sheets.results import ScoreRow
from pinzhi_xl.tasks.run import Run, replacing, write
from pinzhi_xl.wording import closing as words
from pinzhi_xl.workbook.last_step import forget_step
from pinzhi_xl.workbook.port import Workbook


class MonthNotLocked(PinzhiError):
    """Only a month that is final can be reopened."""

    sentence = words.NOT_LOCKED


class ReasonBlank(PinzhiError):
    """A month is not reopened without a reason."""

    sentence = words.REASON_BLANK


@dataclass(frozen=True)
class Reopened:
    """A month reopened, or on a dry run to be: the rows of 得分 unlocked, and the valid 冲正 of the month."""

    month: Month
    reason: str
    rows: int
    corrections: int
    written: bool

    @property
    def sentence(self) -> str:
        """What happened and what to do next."""
        line = words.REOPENED if self.written else words.WOULD_REOPEN
        said = line.format(month=self.month, rows=self.rows)
        return said + (words.CORRECTIONS_STAND.format(count=self.corrections) if self.corrections else "")

    def as_json(self) -> dict[str, Any]:
        """As ``--json`` shows it."""
        return {
            "month": str(self.month),
            "reason": self.reason,
            "rows": self.rows,
            "corrections": self.corrections,
            "written": self.written,
        }


def reopen_month(workbook: Workbook, month: Month, reason: str, run: Run) -> Reopened:
    """Take the lock off a month; who, when and why stay in 运行记录. Not undoable: `--final` locks it again."""
    reason = " ".join(reason.split())
    if not reason:
        raise ReasonBlank
    if not run.dry_run:
        workbook.check_writable()
    book = workbook.read()
    if not is_locked(book, month):
        raise MonthNotLocked(month=month)
    rows = sum(row.month == str(month) for row in book.rows(ScoreRow))
    corrections = sum(row.is_valid and row.of_month == month for row in book.rows(Correction))
    run.confirm(words.ASK_REOPEN.format(month=month, reason=reason))
    edits = replacing(book, ScoreRow, unlock(book, month))
    result = words.REOPEN_RESULT.format(reason=reason)
    written = write(workbook, book, edits, run, words.REOPEN, str(month), result, undoable=False)
    if written:
        forget_step(workbook.path)
    return Reopened(month, reason, rows, corrections, written)
