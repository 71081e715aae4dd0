"""Every way into a master as the contract suite sees it: read and apply are the port's, the rest is a person's."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

import openpyxl
import xlwings

from pinzhi_xl.kinds import Raw
from pinzhi_xl.model import Edit
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.workbook.errors import CellMerged, FileChanged
from pinzhi_xl.workbook.live import LiveWorkbook
from pinzhi_xl.workbook.plan import planned
from pinzhi_xl.workbook.port import ClosedFile, Workbook
from pinzhi_xl.workbook.preflight import corners, inspect
from pinzhi_xl.workbook.read import RawSheet, assemble, read_content
from pinzhi_xl.workbook.steps import changes
from tests.real.calc_engine import CalcProgram

NOW = datetime(2014, 8, 29, 9, 30)


class Desk(Protocol):
    """A master on somebody's desk."""

    workbook: Workbook
    path: Path
    in_excel: bool

    def type(self, sheet: str, address: str, text: str) -> None:
        """A person types into a cell."""
        ...

    def merge(self, sheet: str, area: str) -> None:
        """A person merges cells."""
        ...

    def hidden(self) -> set[str]:
        """The labels of the hidden sheets."""
        ...

    def table(self, sheet: str) -> str:
        """The range of a sheet's table, like ``A1:C3``; empty where there are no tables."""
        ...


class MemoryWorkbook:
    """The port onto grids: the shortest thing that keeps the contract."""

    def __init__(self, path: Path) -> None:
        self.path = path
        content = path.read_bytes()
        self.identity = read_content(content, path.name).identity
        facts = inspect(content, path.name).sheets
        grids = read_content(content, path.name).grids
        self.raw = {label: RawSheet([list(row) for row in grid], facts[label]) for label, grid in grids.items()}
        self.version = 0
        states = openpyxl.load_workbook(path, read_only=True).worksheets
        self.hidden = {sheet.title for sheet in states if sheet.sheet_state != "visible"}

    def read(self) -> Book:
        """A copy of what is there."""
        copies = {
            label: RawSheet([list(row) for row in sheet.grid], sheet.facts) for label, sheet in self.raw.items()
        }
        return assemble(copies, self.identity, str(self.version))

    def apply(self, edits: Sequence[Edit], book: Book) -> bool:
        """All of them or none."""
        plans = planned(edits, book.layouts, self.path.name)
        if not plans:
            return False
        if book.fingerprint != str(self.version):
            raise FileChanged(name=self.path.name)
        both = (one for plan in plans for one in changes(plan, self.raw[plan.layout.sheet].grid))
        found = [one for one in both if one.before != one.after]
        for change in found:
            self._refuse_merged(change.sheet, change.row, change.column)
        for change in found:
            self.put(change.sheet, change.row, change.column, "" if change.after is None else change.after)
        self.version += bool(found)
        return bool(found)

    def check_writable(self, sheets: Sequence[str] = ()) -> None:
        """Memory is."""

    def show_sheets(self, labels: Collection[str], *, visible: bool = True) -> list[str]:
        """Memory knows what it was told."""
        changed = [label for label in self.raw if label in labels and (label in self.hidden) is visible]
        self.hidden = self.hidden - set(changed) if visible else self.hidden | set(changed)
        return changed

    def put(self, sheet: str, row: int, column: int, value: object) -> None:
        grid: Any = self.raw[sheet].grid
        while len(grid) < row:
            grid.append([])
        grid[row - 1] += [""] * (column - len(grid[row - 1]))
        grid[row - 1][column - 1] = value

    def _refuse_merged(self, sheet: str, row: int, column: int) -> None:
        for area in self.raw[sheet].facts.merges:
            top, left, bottom, right = corners(area)
            if top <= row <= bottom and left <= column <= right:
                raise CellMerged(sheet=sheet, cell="", merged=area)


class OnMemory:
    in_excel = False

    def __init__(self, path: Path) -> None:
        self.path = path
        self.memory = MemoryWorkbook(path)
        self.workbook: Workbook = self.memory

    def type(self, sheet: str, address: str, text: str) -> None:
        top, left, _, _ = corners(f"{address}:{address}")
        self.memory.put(sheet, top, left, text)
        self.memory.version += 1

    def merge(self, sheet: str, area: str) -> None:
        facts = self.memory.raw[sheet].facts
        self.memory.raw[sheet] = RawSheet(
            self.memory.raw[sheet].grid,
            type(facts)(facts.errors, (*facts.merges, area), facts.uncomputed, facts.totals),
        )

    def hidden(self) -> set[str]:
        return self.memory.hidden

    def table(self, sheet: str) -> str:
        return ""


class OnClosedFile:
    in_excel = False

    def __init__(self, path: Path) -> None:
        self.path = path
        self.workbook: Workbook = ClosedFile(path, NOW)

    def type(self, sheet: str, address: str, text: str) -> None:
        book = openpyxl.load_workbook(self.path)
        book[sheet][address] = text
        book.save(self.path)

    def merge(self, sheet: str, area: str) -> None:
        book = openpyxl.load_workbook(self.path)
        book[sheet].merge_cells(area)
        book.save(self.path)

    def hidden(self) -> set[str]:
        sheets = openpyxl.load_workbook(self.path).worksheets
        return {sheet.title for sheet in sheets if sheet.sheet_state != "visible"}

    def table(self, sheet: str) -> str:
        (table,) = openpyxl.load_workbook(self.path)[sheet].tables.values()
        return str(table.ref)


class OnProgram:
    """A master open in a spreadsheet program: LibreOffice here, Excel on Windows."""

    def __init__(self, book: xlwings.Book, *, in_excel: bool = False) -> None:
        self.in_excel = in_excel
        self.book = book
        self.workbook: Workbook = LiveWorkbook(book, NOW)
        self.path = self.workbook.path

    def type(self, sheet: str, address: str, text: str) -> None:
        self.book.sheets[sheet].range(address).value = text
        self.workbook = LiveWorkbook(self.book, NOW)

    def merge(self, sheet: str, area: str) -> None:
        self.book.sheets[sheet].range(area).merge()
        self.workbook = LiveWorkbook(self.book, NOW)

    def hidden(self) -> set[str]:
        return {sheet.name for sheet in self.book.sheets if not sheet.visible}

    def table(self, sheet: str) -> str:
        (table,) = self.book.sheets[sheet].tables
        return str(table.range.address).replace("$", "")


@contextmanager
def on_calc(program: CalcProgram, path: Path) -> Iterator[OnProgram]:
    """`path` open in LibreOffice."""
    program.reset()
    yield OnProgram(program.app.books.open(str(path)))
    program.reset()


@contextmanager
def on_excel(path: Path) -> Iterator[OnProgram]:
    """`path` open in real Excel: Windows only."""
    with xlwings.App(visible=False, add_book=False) as app:
        yield OnProgram(app.books.open(str(path)), in_excel=True)


def cells_of(book: Book, sheet: str) -> dict[str, Raw]:
    """The last row of a sheet by label, as read."""
    layout = book.layouts[sheet]
    grid = book.grids[sheet]
    row = grid[layout.last_row - 1]
    return {label: row[column - 1] if column <= len(row) else "" for label, column in layout.columns.items()}
