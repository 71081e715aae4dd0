"""The one way tasks see a workbook, whoever holds it: a closed file, a program that has it open, or memory."""

from collections.abc import Collection, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from pinzhi_xl.model import Edit
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.workbook.closed import ClosedWorkbook
from pinzhi_xl.workbook.holding import check_readable, check_writable
from pinzhi_xl.workbook.read import read_book


class Workbook(Protocol):
    """A master as tasks use it."""

    @property
    def path(self) -> Path:
        """Where the master lies: the register, templates and output are sought beside it."""
        ...

    def read(self) -> Book:
        """The master as it is now."""
        ...

    def apply(self, edits: Sequence[Edit], book: Book) -> bool:
        """Make all edits or none, refusing when the master is no longer as `book` was read; True if it changed."""
        ...

    def check_writable(self, sheets: Sequence[str] = ()) -> None:
        """Refuse early, before anything is done, when the master, or one of `sheets`, could not be written."""
        ...

    def show_sheets(self, labels: Collection[str], *, visible: bool = True) -> list[str]:
        """Show sheets, or hide them; the labels of those that were not so already."""
        ...


class ClosedFile:
    """The port onto a file that nobody has open; `now` dates the backup."""

    def __init__(self, path: Path, now: datetime) -> None:
        self.path = path
        self._now = now

    def read(self) -> Book:
        """Refuses what cannot be read as a workbook, each with its sentence."""
        check_readable(self.path)
        return read_book(self.path)

    def apply(self, edits: Sequence[Edit], book: Book) -> bool:
        """Only the sheet parts that change are replaced; the former file goes to 备份."""
        if not edits:
            return False
        closed = ClosedWorkbook(self.path, self._now)
        return closed.apply(edits, book.layouts, book.fingerprint) is not None

    def check_writable(self, sheets: Sequence[str] = ()) -> None:
        """Refuse early, before any number is taken, when the file could not be written, protected or not."""
        check_writable(self.path)

    def show_sheets(self, labels: Collection[str], *, visible: bool = True) -> list[str]:
        """Only the workbook part changes; the former file goes to 备份."""
        return ClosedWorkbook(self.path, self._now).show(labels, visible=visible)
