"""Writes into a workbook that nobody has open: only what changes is replaced inside the file."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from pinzhi_xl.model import Edit, Layout
from pinzhi_xl.wording import workbook as words
from pinzhi_xl.workbook.errors import FileChanged, FileDamaged, ProofFailed, SheetMissing
from pinzhi_xl.workbook.holding import check_not_held, check_readable, check_writable, os_failure
from pinzhi_xl.workbook.package import DamagedPackage, Package, Pieces
from pinzhi_xl.workbook.part_book import BookParts
from pinzhi_xl.workbook.part_growth import follow
from pinzhi_xl.workbook.part_strings import SharedStrings
from pinzhi_xl.workbook.part_styles import date_styles
from pinzhi_xl.workbook.part_table import Table, table_in
from pinzhi_xl.workbook.plan import SheetPlan, planned
from pinzhi_xl.workbook.proof import UnprovedError, prove_members, prove_part, prove_sheet
from pinzhi_xl.workbook.replacing import replace_file
from pinzhi_xl.workbook.surgery import Operated, Rules, opened, operate


class ClosedWorkbook:
    """A workbook file that is closed; `now` dates the backups."""

    def __init__(self, path: Path, now: datetime) -> None:
        self.path = path.resolve()
        self._now = now

    def fingerprint(self) -> str:
        """SHA-256 of the file's bytes as they are now."""
        check_readable(self.path)
        return fingerprint(self._read())

    def apply(self, edits: Sequence[Edit], layouts: Mapping[str, Layout], fingerprint: str) -> Path | None:
        """Put all edits into the file or none; returns the backup, None when there was nothing to write.

        `layouts` and `fingerprint` are those of the reading that the edits were computed from.
        """
        plans = planned(edits, layouts, self.path.name)
        if not plans:
            return None
        check_writable(self.path)
        seen = self._identity()
        data = self._read()
        if _sha256(data) != fingerprint:
            raise FileChanged(name=self.path.name)
        try:
            package = Package(data)
            work = _changes(package, plans, self.path.name)
        except DamagedPackage as error:
            detail = words.DETAIL_PART.format(part=error) if str(error) else words.DETAIL_NOT_ZIP
            raise FileDamaged(name=self.path.name, detail=detail) from error
        return self._replace(package, data, work, seen) if work.parts else None

    def show(self, labels: Collection[str], *, visible: bool) -> list[str]:
        """Show sheets, or hide them; the labels of those that were not so already. No cell is touched."""
        check_readable(self.path)
        seen = self._identity()
        data = self._read()
        try:
            package = Package(data)
            book = BookParts(package)
            part, changed = book.showing(labels, visible=visible)
        except DamagedPackage as error:
            detail = words.DETAIL_PART.format(part=error) if str(error) else words.DETAIL_NOT_ZIP
            raise FileDamaged(name=self.path.name, detail=detail) from error
        if changed:
            check_writable(self.path)
            self._replace(package, data, _Work(small={book.part: part}), seen)
        return changed

    def _replace(self, package: Package, data: bytes, work: "_Work", seen: tuple[int, int, int]) -> Path:
        chunks = package.rewritten(work.pieces(), work.dropped)
        return replace_file(
            self.path,
            chunks,
            data,
            self._now,
            prove=lambda written: self._prove(package, written, work),
            confirm=lambda: self._confirm(seen),
        )

    def _read(self) -> bytes:
        try:
            return self.path.read_bytes()
        except OSError as error:
            raise os_failure(error, self.path) from error

    def _identity(self) -> tuple[int, int, int]:
        try:
            found = self.path.stat()
        except OSError as error:
            raise os_failure(error, self.path) from error
        return found.st_ino, found.st_size, found.st_mtime_ns

    def _confirm(self, seen: tuple[int, int, int]) -> None:
        check_not_held(self.path)
        if self._identity() != seen:
            raise FileChanged(name=self.path.name)

    def _prove(self, old: Package, written: bytes, work: "_Work") -> None:
        try:
            new = Package(written)
            prove_members(old, new, work.parts, work.dropped)
            for name in work.parts:
                if name in work.sheets:
                    operated = work.sheets[name]
                    prove_sheet(operated.old, new.read(name), operated.expected, operated.starts)
                else:
                    prove_part(new, name)
        except ValueError as error:
            detail = str(error) if isinstance(error, UnprovedError) else words.DETAIL_XML
            raise ProofFailed(name=self.path.name, detail=detail) from error


def fingerprint(data: bytes) -> str:
    """SHA-256 of a file's bytes, in hex."""
    return _sha256(data)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@dataclass(slots=True)
class _Work:
    """The parts that get new bytes, and those that go."""

    sheets: dict[str, Operated] = field(default_factory=dict)
    small: dict[str, bytes] = field(default_factory=dict)
    dropped: set[str] = field(default_factory=set)

    @property
    def parts(self) -> list[str]:
        return [*self.sheets, *self.small]

    def pieces(self) -> dict[str, Pieces]:
        sheets: dict[str, Pieces] = {name: operated.pieces for name, operated in self.sheets.items()}
        return {**sheets, **{name: [xml] for name, xml in self.small.items()}}


def _changes(package: Package, plans: Sequence[SheetPlan], name: str) -> _Work:
    book = BookParts(package)
    styles = book.related("styles")
    rules = Rules(
        strings=SharedStrings(package, book.related("sharedStrings")),
        dated=date_styles(package.read(styles)) if styles else frozenset(),
        date1904=book.date1904,
    )
    work = _Work()
    formulas_changed = False
    for plan in plans:
        part = book.sheet(plan.layout.sheet)
        if part is None:
            raise SheetMissing(name=name, sheet=plan.layout.sheet)
        sheet = opened(package.read(part), plan.layout.sheet)
        work.small.update(follow(plan, sheet, _tables(package, book, part)))
        operated = operate(sheet, plan.change, rules)
        if operated.expected:
            work.sheets[part] = operated
            formulas_changed |= operated.formulas_changed
    if work.parts:
        _recalculate(book, work, drop_chain=formulas_changed)
    return work


def _tables(package: Package, book: BookParts, part: str) -> list[Table]:
    found = (table_in(name, package.read(name)) for name in book.tables(part))
    return [table for table in found if table]


def _recalculate(book: BookParts, work: _Work, *, drop_chain: bool) -> None:
    switched = book.recalculating()
    if switched:
        work.small[book.part] = switched
    if drop_chain:
        changed, work.dropped = book.without_calc_chain()
        work.small.update(changed)
