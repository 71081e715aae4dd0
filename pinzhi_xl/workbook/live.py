"""The port onto a workbook that is open in Excel. The only importer of xlwings.

xlwings is imported only where the calling program is looked for: whoever reads closed files does not pay for it.
"""

import hashlib
import shutil
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

from pinzhi_xl.kinds import Grid
from pinzhi_xl.model import Edit
from pinzhi_xl.sheets import FORMS, SHEETS
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.wording import workbook as words
from pinzhi_xl.workbook.backups import back_up, prune
from pinzhi_xl.workbook.errors import SheetMissing, WorkbookError
from pinzhi_xl.workbook.holding import check_readable
from pinzhi_xl.workbook.live_com import is_com_error
from pinzhi_xl.workbook.live_errors import (
    BackupFailed,
    InTheCloud,
    NeverSaved,
    NothingOpen,
    OpenChanged,
    OpenReadOnly,
    SavingFailed,
    TakingBackFailed,
    WritingRefused,
)
from pinzhi_xl.workbook.live_reading import read_sheet
from pinzhi_xl.workbook.live_tables import follow, table_of
from pinzhi_xl.workbook.live_writing import SheetWriter, check_unprotected, check_writable
from pinzhi_xl.workbook.plan import SheetPlan, planned
from pinzhi_xl.workbook.preflight import master_identity
from pinzhi_xl.workbook.read import RawSheet, assemble
from pinzhi_xl.workbook.steps import changes, held

COM_ATTEMPTS = 500
"""How often xlwings repeats a call that Excel rejects before we say so; by itself it would for ever."""

_LABELS = [kind.sheet.label for kind in (*SHEETS, *FORMS)]


def calling_book() -> Any:  # noqa: ANN401 - an xlwings Book
    """The workbook whose button was pressed."""
    import xlwings

    if sys.platform == "win32":
        from xlwings import _xlwindows

        _xlwindows.N_COM_ATTEMPTS = COM_ATTEMPTS
    try:
        return xlwings.Book.caller()
    except Exception as error:
        if is_com_error(error):
            raise
        raise NothingOpen from error


class LiveWorkbook:
    """A master open in Excel; `now` dates the backup. What was read is kept until something is written."""

    def __init__(self, book: Any, now: datetime) -> None:  # noqa: ANN401 - an xlwings Book
        self.book = book
        self._now = now
        self.path = _path_of(book)
        self._read: Book | None = None
        self._raw: Mapping[str, RawSheet] = {}
        self.changed = False

    def read(self) -> Book:
        """The master as it stands in Excel, saved or not."""
        if self._read is None:
            check_readable(self.path)
            self._raw = self._sheets()
            self._read = assemble(self._raw, master_identity(self.path), _fingerprint(self._raw))
        return self._read

    def apply(self, edits: Sequence[Edit], book: Book) -> bool:
        """All edits or none; what was written before a failure is taken back."""
        plans = planned(edits, book.layouts, self.path.name)
        if not plans:
            return False
        self.check_writable()
        self._check_unchanged(book)
        plans = [plan for plan in plans if _differs(plan, self._raw[plan.layout.sheet].grid)]
        if not plans:
            return False
        sheets = {sheet.name: sheet for sheet in self.book.sheets}
        for plan in plans:
            if plan.layout.sheet not in sheets:
                raise SheetMissing(name=self.path.name, sheet=plan.layout.sheet)
            check_writable(sheets[plan.layout.sheet], plan, self._raw[plan.layout.sheet].facts)
        self._back_up()
        with self._uncalculated():
            self._write([(sheets[plan.layout.sheet], plan) for plan in plans])
        self._read = None
        self.changed = True
        return True

    def check_writable(self, sheets: Sequence[str] = ()) -> None:
        """Refuse early what was opened read-only, and those of `sheets` that are protected."""
        if sys.platform != "darwin" and getattr(self.book.api, "ReadOnly", False) is True:
            raise OpenReadOnly(name=self.path.name)
        for sheet in self.book.sheets if sheets else ():
            if sheet.name in sheets:
                check_unprotected(sheet)

    def add_column(self, label: str, heading: str) -> None:
        """Put a lacking heading into the first column right of the table that is blank all the way down.

        The table reaches over it when it stands next to it; what people keep beside the table is left alone.
        """
        layout, grid = self.read().layouts[label], self._raw[label].grid
        self.check_writable([label])
        self._back_up()
        sheet = self.book.sheets[label]
        table = table_of(sheet, layout)
        end = table.range.last_cell.column if table is not None else max(layout.columns.values(), default=0)
        column = next(
            n for n in count(end + 1) if all(held(grid, row, n) is None for row in range(1, len(grid) + 1))
        )
        cell = sheet.range((layout.header_row, column))
        cell.number_format = "@"
        cell.value = heading
        if table is not None and column == end + 1:
            area = table.range
            try:
                table.resize(sheet.range((area.row, area.column), (area.last_cell.row, column)))
            except BaseException:
                cell.clear_contents()
                raise
        self._read = None
        self.changed = True

    def show_sheets(self, labels: Collection[str], *, visible: bool = True) -> list[str]:
        """In Excel at once; nothing to back up, for no cell is touched."""
        found = [
            sheet for sheet in self.book.sheets if sheet.name in labels and bool(sheet.visible) is not visible
        ]
        for sheet in found:
            sheet.visible = visible
        return [sheet.name for sheet in found]

    def save_changes(self) -> None:
        """Save the workbook when something was written: numbers given out belong on the disk."""
        if not self.changed:
            return
        try:
            self.book.save()
        except Exception as error:
            raise SavingFailed(name=self.path.name) from error

    def _sheets(self) -> Mapping[str, RawSheet]:
        present = {sheet.name: sheet for sheet in self.book.sheets}
        return {label: read_sheet(present[label], self.path.name) for label in _LABELS if label in present}

    def _check_unchanged(self, book: Book) -> None:
        """Refuse when a sheet reads otherwise than when `book` was read."""
        now = self._sheets()
        if _fingerprint(now) != book.fingerprint:
            changed = [label for label in now if now[label].grid != book.grids.get(label)]
            self._read = None
            raise OpenChanged(name=self.path.name, sheet=next(iter(changed), ""))

    @contextmanager
    def _uncalculated(self) -> Iterator[None]:
        """No recalculation between blocks; given back before anything is saved, for a file keeps the mode."""
        app = self.book.app
        automatic = app.calculation == "automatic"
        if automatic:
            app.calculation = "manual"
        try:
            yield
        finally:
            if automatic:
                app.calculation = "automatic"

    def _back_up(self) -> None:
        folder = self.path.parent / words.BACKUP_FOLDER
        try:
            back_up(self.path, self._now, self._save_copy)
        except Exception as error:
            raise BackupFailed(name=self.path.name, folder=folder) from error
        with suppress(OSError):
            prune(self.path)

    def _save_copy(self, copy: Path) -> None:
        """The workbook as it is in Excel; on a Mac, whose Excel cannot, as it was last saved."""
        if sys.platform == "darwin":
            shutil.copyfile(self.path, copy)
        else:
            copy.unlink(missing_ok=True)
            self.book.api.SaveCopyAs(str(copy))

    def _write(self, plans: Sequence[tuple[Any, SheetPlan]]) -> None:
        """Tables first, then the cells of each; on any failure back, the last first."""
        way_back: list[Callable[[], None]] = []
        label = ""
        try:
            for sheet, plan in plans:
                label = plan.layout.sheet
                resized = follow(sheet, plan, self._raw[label].grid)
                writer = SheetWriter(sheet, plan, self.path.name)
                way_back += [step for step in (resized, writer.take_back) if step is not None]
                writer.write()
        except BaseException as error:
            self._take_back(way_back, label)
            if isinstance(error, WorkbookError) or not isinstance(error, Exception):
                raise
            raise WritingRefused(sheet=label) from error

    def _take_back(self, way_back: Sequence[Callable[[], None]], label: str) -> None:
        self._read = None
        try:
            for step in reversed(way_back):
                step()
        except Exception as error:
            raise TakingBackFailed(sheet=label, folder=self.path.parent / words.BACKUP_FOLDER) from error


def _path_of(book: Any) -> Path:  # noqa: ANN401 - an xlwings Book
    """Where the open workbook lies; refuses one without a file or without a folder."""
    try:
        address = str(book.fullname)
    except Exception as error:
        if is_com_error(error):
            raise
        raise InTheCloud(name=book.name, address="OneDrive / SharePoint") from error
    if "://" in address:
        raise InTheCloud(name=book.name, address=address)
    path = Path(address)
    if not path.is_absolute():
        raise NeverSaved(name=book.name)
    return path


def _differs(plan: SheetPlan, grid: Grid) -> bool:
    """True when at least one cell comes to hold something else."""
    return any(change.before != change.after for change in changes(plan, grid))


def _fingerprint(raw: Mapping[str, RawSheet]) -> str:
    """SHA-256 over all cells: two readings of one state agree."""
    digest = hashlib.sha256()
    for label, sheet in raw.items():
        digest.update(repr((label, sheet.grid, sorted(sheet.facts.errors.items()), sheet.facts.merges)).encode())
    return digest.hexdigest()
