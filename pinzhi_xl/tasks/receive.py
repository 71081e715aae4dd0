"""接收核定: what 行政部 filled in goes into 处罚登记; with any problem nothing does (contract §2)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pinzhi_xl.handing import Reply, Taken, take_over, void_numbers
from pinzhi_xl.model import Edit
from pinzhi_xl.penalties.state import state_edits
from pinzhi_xl.problem import Problem, errors_of
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.followup import Penalty
from pinzhi_xl.sheets.results import RunLog
from pinzhi_xl.tasks.run import Run, log_line, require_columns, write
from pinzhi_xl.wording import handover as words
from pinzhi_xl.workbook.port import Workbook
from pinzhi_xl.workbook.reply import ReadReply, read_reply


@dataclass(frozen=True)
class Received:
    """What a reply brought: how many decisions are new, were known, are awaited; changed figures; problems."""

    batch: str
    taken: Taken
    problems: Sequence[Problem]
    written: bool
    dry_run: bool = False

    @property
    def errors(self) -> list[Problem]:
        """The problems for which nothing was taken over."""
        return errors_of(self.problems)

    def as_json(self) -> dict[str, Any]:
        """The batch, the counts, the changed figures and the problems."""
        fine = not self.errors
        return {
            "batch": self.batch,
            "received": self.taken.decided if fine else 0,
            "known": self.taken.known,
            "waiting": self.taken.waiting,
            "changes": self.taken.changes if fine else [],
            "written": self.written,
            "problems": [problem.as_json() for problem in self.problems],
        }

    def lines(self) -> list[str]:
        """What happened in one sentence, then the changed figures."""
        if self.errors:
            return [words.REFUSED.format(errors=len(self.errors))]
        text = words.RECEIVED if self.written else words.WOULD_RECEIVE if self.dry_run else words.NOTHING_CHANGED
        if not self.taken.decided:
            text = words.NOTHING_CHANGED
        counts = {"decided": self.taken.decided, "known": self.taken.known, "waiting": self.taken.waiting}
        listed = [words.CHANGED_LINE.format(change=change) for change in self.taken.changes]
        return [text.format(batch=self.batch, **counts), *listed]


def receive_reply(workbook: Workbook, reply: Path, run: Run) -> Received:
    """Take the filled list over in one writing; each changed figure is a line of 运行记录."""
    if not run.dry_run:
        workbook.check_writable()
    book = workbook.read()
    read = read_reply(reply, list(dict.fromkeys([book.identity, *book.origins.values()])))
    taken = take_over(book, _legible(read), run.as_of)
    problems = sorted([*read.problems, *taken.problems], key=lambda p: (p.cell.row, p.cell.column))
    batch = read.reply.batch
    if errors_of(problems) or not taken.edits:
        return Received(batch, taken, problems, written=False, dry_run=run.dry_run)
    require_columns(book, (Penalty, RunLog))
    run.confirm(words.ASK_RECEIVE.format(decided=taken.decided, batch=batch))
    edits = [
        *taken.edits,
        *_states(book, taken, run),
        *(log_line(run, words.RECEIVE, batch, change) for change in taken.changes),
    ]
    result = words.RECEIVED_RESULT.format(decided=taken.decided, waiting=taken.waiting)
    written = write(workbook, book, edits, run, words.RECEIVE, batch, result)
    return Received(batch, taken, problems, written, run.dry_run)


def _legible(read: ReadReply) -> Reply:
    """The lines without a fault of their own, for what follows from a fault is not told; none without headings."""
    faulty = {problem.cell.row for problem in read.problems if problem.is_error}
    whole = read.reply.layout.header_row not in faulty
    return replace(read.reply, lines=[line for line in read.reply.lines if whole and line.row not in faulty])


def _states(book: Book, taken: Taken, run: Run) -> list[Edit]:
    """状态 of 处罚登记 as it is with the decisions taken over."""
    changed = {row.row: row for row in taken.rows}
    rows = [changed.get(row.row, row) for row in book.rows(Penalty)]
    decided = replace(book, tables={**book.tables, Penalty: rows})
    return [*state_edits(decided, void_numbers(book), run.as_of)]
