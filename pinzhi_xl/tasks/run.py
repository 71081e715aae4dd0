"""What every task is given besides its workbook: the day, the clock, who runs it, and how to show progress."""

import getpass
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol, TypeVar

from pinzhi_xl import __version__
from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.model import AppendRow, Edit, ReplaceRows, SetCell, Value
from pinzhi_xl.schema import Row
from pinzhi_xl.sheets import SHEETS, TEMPLATE_IDENTITY
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.results import RunLog
from pinzhi_xl.wording import tasks as words
from pinzhi_xl.workbook.last_step import forget_step, take_step
from pinzhi_xl.workbook.port import Workbook
from pinzhi_xl.workbook.steps import step_of

LOG_TIME = "%Y-%m-%d %H:%M:%S"
"""How 运行记录 says when."""

T = TypeVar("T")
R = TypeVar("R", bound=Row)


class TemplateMaster(PinzhiError):
    """The blank master that travels with the program has no identity of its own."""

    sentence = words.TEMPLATE_MASTER


class SheetLacking(PinzhiError):
    """A sheet that has to be written is not there."""

    sentence = words.SHEET_MISSING


class ColumnLacking(PinzhiError):
    """A column that has to be written is not there."""

    sentence = words.COLUMN_MISSING


class Declined(PinzhiError):
    """The user was asked before writing and said no: nothing was done."""

    sentence = words.DECLINED


class Progress(Protocol):
    """Shows how far a long task has come."""

    def track(self, items: Iterable[T], label: str, total: int | None = None) -> Iterable[T]:
        """The items one by one, shown as they are done; `total` where the items cannot be counted."""
        ...


class Silent:
    """No progress shown."""

    def track(self, items: Iterable[T], label: str, total: int | None = None) -> Iterator[T]:
        """The items one by one."""
        return iter(items)


def _always(question: str) -> bool:
    """Nobody is asked: the call itself is the consent."""
    return bool(question)


@dataclass(frozen=True)
class Run:
    """One call: `as_of` is the day of action, `now` the clock for backups and the log, `user` the account name.

    With `dry_run` nothing is written: neither workbook nor register nor papers. `ask` puts the one question that a
    task has before it writes, where somebody sits in front of it.
    """

    as_of: date
    now: datetime
    user: str = ""
    dry_run: bool = False
    progress: Progress = field(default_factory=Silent)
    ask: Callable[[str], bool] = _always

    def confirm(self, question: str) -> None:
        """Put the question; `Declined` when the answer is no. A dry run asks nothing."""
        if not self.dry_run and not self.ask(question):
            raise Declined


def account() -> str:
    """The name of the computer's user, empty when there is none to be had."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


def log_line(run: Run, task: str, scope: str, result: str) -> AppendRow:
    """A line of 运行记录."""
    at = f"{run.now:{LOG_TIME}}"
    row = RunLog(at=at, user=run.user, task=task, scope=scope, result=result, version=__version__)
    return AppendRow(RunLog.sheet.label, as_values(row))


def write(
    workbook: Workbook,
    book: Book,
    edits: Sequence[Edit],
    run: Run,
    task: str,
    scope: str,
    result: str,
    *,
    undoable: bool = True,
    final: bool = False,
) -> bool:
    """Make the edits with a line in 运行记录; nothing at all when there is nothing to write or on a dry run.

    An `undoable` one becomes the step that 撤回上一步 takes back; another leaves the step before it standing, and
    after a `final` one there is none to take back.
    """
    if not edits or run.dry_run:
        return False
    if book.identity == TEMPLATE_IDENTITY:
        raise TemplateMaster(name=workbook.path.name)
    log = log_line(run, task, scope, result)
    written = {edit.sheet for edit in edits if not isinstance(edit, SetCell)}
    require_columns(book, [kind for kind in SHEETS if kind.sheet.label in written or kind is RunLog])
    logged = [*edits, log]
    if final:
        forget_step(workbook.path)
    if final or not undoable:
        return workbook.apply(logged, book)
    step = step_of(edits, book, f"{task} {scope}", f"{run.now:{LOG_TIME}}")
    return take_step(workbook.path, step, lambda: workbook.apply(logged, book))


def require_columns(book: Book, kinds: Sequence[type[Row]]) -> None:
    """Refuse before anything is done when a sheet or column to be written is missing."""
    for kind in kinds:
        layout = book.layouts.get(kind.sheet.label)
        if layout is None:
            raise SheetLacking(sheet=kind.sheet.label)
        for col in kind.sheet.columns:
            if col.label not in layout.columns and not col.optional:
                raise ColumnLacking(sheet=kind.sheet.label, label=col.label)


def as_values(row: Row) -> dict[str, Value]:
    """A row as label → value, in the order of the declaration."""
    return {col.label: getattr(row, col.identifier) for col in type(row).sheet.columns}


def replacing(book: Book, kind: type[R], rows: Sequence[R]) -> list[Edit]:
    """The edit that makes an all-computed sheet hold exactly `rows`; none when it does already."""
    wanted = [as_values(row) for row in rows]
    if [as_values(row) for row in book.rows(kind)] == wanted:
        return []
    return [ReplaceRows(kind.sheet.label, wanted)]
