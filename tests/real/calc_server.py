# ruff: noqa: ANN401 - objects of UNO have no types
"""Runs in LibreOffice's Python: a live Calc that answers one JSON request a line.

Started as ``/usr/bin/python3 -m tests.real.calc_server <soffice.bin> <folder>`` from the repository; ends, and LibreOffice
with it, when its standard input is closed.
"""

import json
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import uno

from tests.real import calc_cells
from tests.real.calc_cells import Formats, Rectangle, Refused, area, guard
from tests.real.calc_colours import effective_colours
from tests.real.calc_formulas import link_to_calc, link_to_excel
from tests.real.calc_office import Office
from tests.real.calc_tables import Tables
from tests.real.calc_writing import Block, Cell

_FILTERS = {".xlsx": "Calc MS Excel 2007 XML", ".xlsm": "Calc MS Excel 2007 VBA XML"}


def _property(name: str, value: Any) -> Any:
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


class OpenBook:
    """A document and what is remembered of it; sheets keep their number when they are renamed."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.formats = Formats(document)
        self.tables = Tables(document)
        self._names: dict[int, str] = {}
        self._sheets: dict[int, Any] = {}
        self._next = 1
        self.selected: list[Rectangle] = []

    def names(self) -> list[tuple[int, str]]:
        """Number and name of each sheet, in order."""
        present = self.document.Sheets.ElementNames
        known = {name: number for number, name in self._names.items()}
        for name in present:
            if name not in known:
                known[name] = self._next
                self._names[self._next] = name
                self._next += 1
        for name in set(known) - set(present):
            del self._names[known[name]]
            self._sheets.pop(known[name], None)
        return [(known[name], name) for name in present]

    def sheet(self, number: int) -> Any:
        """A sheet by its number."""
        if number not in self._sheets:
            self.names()
            if number not in self._names:
                raise Refused("1004: the sheet is no longer there")
            self._sheets[number] = self.document.Sheets.getByName(self._names[number])
        return self._sheets[number]

    def rename(self, number: int, name: str) -> None:
        """Give a sheet another name."""
        self.sheet(number).Name = name
        self._names[number] = name


class Server:
    """The requests, one method each; a request's arguments are the method's."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._books: dict[int, OpenBook] = {}
        self._next = 1
        self._automatic = True

    def hello(self) -> dict[str, Any]:
        """The process that does the work."""
        _ = self._office.desktop.Frames
        return {"pid": self._office.pid}

    def open(self, path: str | None) -> int:
        """Open a file, or a new book."""
        url = Path(path).as_uri() if path else "private:factory/scalc"
        document = self._office.desktop.loadComponentFromURL(url, "_blank", 0, (_property("Hidden", True),))
        if document is None or not document.supportsService("com.sun.star.sheet.SpreadsheetDocument"):
            raise Refused(f"1004: cannot open {path}")
        document.IsAdjustHeightEnabled = document.IsUndoEnabled = False
        if not self._automatic:
            document.enableAutomaticCalculation(False)
        number, self._next = self._next, self._next + 1
        self._books[number] = OpenBook(document)
        return number

    def close(self, book: int) -> None:
        """Close without saving."""
        self._books.pop(book).document.close(True)

    def store(self, book: int, path: str) -> None:
        """Write the book to a file."""
        suffix = Path(path).suffix.lower()
        if suffix not in _FILTERS:
            raise Refused(f"1004: cannot write a file {suffix}")
        self._export(self._books[book].document, Path(path), _FILTERS[suffix])

    @staticmethod
    def _export(document: Any, path: Path, filter_name: str) -> None:
        document.storeToURL(path.as_uri(), (_property("FilterName", filter_name), _property("Overwrite", True)))

    def calculation(self, automatic: bool) -> None:
        """Recalculate by itself or only when told."""
        self._automatic = automatic
        for book in self._books.values():
            book.document.enableAutomaticCalculation(automatic)

    def calculate(self) -> None:
        """Recalculate what has to be."""
        for book in self._books.values():
            book.document.calculate()

    def names(self, book: int) -> list[tuple[int, str]]:
        """Number and name of each sheet."""
        return self._books[book].names()

    def rename(self, book: int, sheet: int, name: str) -> None:
        """Give a sheet another name."""
        self._books[book].rename(sheet, name)

    def add_sheet(self, book: int, name: str, index: int) -> None:
        """A new sheet at a place counted from 0."""
        self._books[book].document.Sheets.insertNewByName(name, index)

    def delete_sheet(self, book: int, sheet: int) -> None:
        """Take a sheet away."""
        sheets = self._books[book].document.Sheets
        if self._visible(book) == [sheet]:
            raise Refused("1004: a book keeps one visible sheet")
        sheets.removeByName(self._books[book].sheet(sheet).Name)

    def _visible(self, book: int) -> list[int]:
        opened = self._books[book]
        return [number for number, _ in opened.names() if opened.sheet(number).IsVisible]

    def visible(self, book: int, sheet: int, value: bool | None = None) -> bool:
        """Whether a sheet is shown; show or hide it."""
        found = self._books[book].sheet(sheet)
        if value is not None:
            if not value and self._visible(book) == [sheet]:
                raise Refused("1004: a book keeps one visible sheet")
            found.IsVisible = value
        return bool(found.IsVisible)

    def protected(self, book: int, sheet: int, value: bool | None = None) -> bool:
        """Whether a sheet is protected; protect it or not."""
        found = self._books[book].sheet(sheet)
        if value is not None and value != found.isProtected():
            (found.protect if value else found.unprotect)("")
        return bool(found.isProtected())

    def active_sheet(self, book: int) -> int:
        """The sheet in front."""
        name = self._books[book].document.CurrentController.ActiveSheet.Name
        return next(number for number, each in self._books[book].names() if each == name)

    def activate_sheet(self, book: int, sheet: int) -> None:
        """Bring a sheet to the front; a hidden one cannot be."""
        found = self._books[book].sheet(sheet)
        if not found.IsVisible:
            raise Refused("1004: a hidden sheet cannot be activated")
        self._books[book].document.CurrentController.setActiveSheet(found)

    def used(self, book: int, sheet: int) -> Rectangle:
        """The used range."""
        return calc_cells.used(self._books[book].sheet(sheet))

    def place(self, book: int, sheet: int, name: str) -> tuple[int, Rectangle]:
        """Where a defined name or the rows of a table are."""
        opened = self._books[book]
        found = opened.tables.named(opened.sheet(sheet), name)
        if found is None:
            raise Refused(f"1004: no such range: {name}")
        return opened.names()[found[0]][0], found[1]

    def select(self, book: int, sheet: int, areas: list[Rectangle]) -> None:
        """Select cells on the sheet in front."""
        opened = self._books[book]
        if self.active_sheet(book) != sheet:
            raise Refused("1004: Select method of Range class failed: the sheet is not active")
        found = opened.sheet(sheet)
        cells = area(found, areas[0])
        if len(areas) > 1:
            cells = opened.document.createInstance("com.sun.star.sheet.SheetCellRanges")
            cells.addRangeAddresses(tuple(area(found, place).RangeAddress for place in areas), False)
        opened.document.CurrentController.select(cells)
        opened.selected = areas

    def selection(self, book: int) -> tuple[int, list[Rectangle]] | None:
        """The selected areas, the one selected first in front, or None."""
        found = self._books[book].document.CurrentController.Selection
        if hasattr(found, "RangeAddress"):
            addresses = [found.RangeAddress]
        elif hasattr(found, "RangeAddresses"):
            addresses = list(found.RangeAddresses)
        else:
            return None
        first = self._books[book].selected
        areas = first if len(first) == len(addresses) > 1 else calc_cells.rectangles(addresses)
        return self._books[book].names()[addresses[0].Sheet][0], areas

    def hidden(
        self, book: int, sheet: int, first: int, last: int, rows: bool, value: bool | None = None
    ) -> bool | None:
        """Whether rows or columns are hidden (None: some are); hide or show them."""
        found = self._books[book].sheet(sheet)
        whole = area(found, (first, 0, last, 0) if rows else (0, first, 0, last))
        line = whole.Rows if rows else whole.Columns
        if value is not None:
            guard(found, whole, formatting=True)
            line.IsVisible = not value
        states = {not line.getByIndex(index).IsVisible for index in range(last - first + 1)}
        return states.pop() if len(states) == 1 else None

    def read(self, book: int, sheet: int, place: Rectangle) -> dict[str, Any]:
        """Values of a block."""
        return calc_cells.read(self._books[book].sheet(sheet), self._books[book].formats, place)

    def formulas(self, book: int, sheet: int, place: Rectangle) -> dict[str, Any]:
        """Formulas of a block."""
        return calc_cells.formulas(self._books[book].sheet(sheet), place)

    def write(self, book: int, sheet: int, place: Rectangle, rows: list[list[Cell]]) -> None:
        """Values into a block."""
        opened = self._books[book]
        opened.document.lockControllers()
        try:
            Block(opened.sheet(sheet), opened.formats, place).write(rows)
        finally:
            opened.document.unlockControllers()

    def fill(self, book: int, sheet: int, place: Rectangle, value: Cell) -> None:
        """One value into all cells of a block."""
        opened = self._books[book]
        Block(opened.sheet(sheet), opened.formats, place).fill(value)

    def type(self, book: int, sheet: int, place: Rectangle, text: str, grow: bool) -> None:
        """A person types into one cell; a table right above it takes the row in."""
        opened = self._books[book]
        self.fill(book, sheet, place, text)
        if grow and text:
            opened.tables.grow(opened.sheet(sheet), place)

    def clear(self, book: int, sheet: int, place: Rectangle) -> None:
        """Empty the cells."""
        calc_cells.clear_contents(self._books[book].sheet(sheet), place)

    def number_format(self, book: int, sheet: int, place: Rectangle, code: str | None = None) -> str | None:
        """The number format, or None when there are several; set it."""
        opened = self._books[book]
        found = opened.sheet(sheet)
        if code is None:
            return calc_cells.number_format(found, opened.formats, place)
        guard(found, area(found, place), formatting=True)
        area(found, place).NumberFormat = opened.formats.key(code)
        return None

    def merged(self, book: int, sheet: int, place: Rectangle) -> list[Rectangle]:
        """Merged areas in or across a block."""
        return calc_cells.merged(self._books[book].sheet(sheet), place)

    def merge(self, book: int, sheet: int, place: Rectangle) -> None:
        """Merge a block."""
        area(self._books[book].sheet(sheet), place).merge(True)

    def end(self, book: int, sheet: int, row: int, column: int, direction: str) -> tuple[int, int]:
        """Where Ctrl and an arrow key lead."""
        return calc_cells.end(self._books[book].sheet(sheet), row, column, direction)

    def link(self, book: int, sheet: int, row: int, column: int) -> str | None:
        """A cell's hyperlink."""
        cell = self._books[book].sheet(sheet).getCellByPosition(column, row)
        fields = [field.URL for field in cell.TextFields if hasattr(field, "URL")]
        return link_to_excel(fields[0]) if fields else None

    def add_link(self, book: int, sheet: int, row: int, column: int, address: str, text: str) -> None:
        """Give a cell a hyperlink and the text it shows."""
        opened = self._books[book]
        found = opened.sheet(sheet)
        cell = found.getCellByPosition(column, row)
        guard(found, cell, formatting=True)
        cell.setString("")
        field = opened.document.createInstance("com.sun.star.text.TextField.URL")
        field.URL, field.Representation = link_to_calc(address), text
        cell.insertTextContent(cell.createTextCursor(), field, False)

    def colour(self, book: int, sheet: int, place: Rectangle, value: int | None = None) -> int:
        """The fill itself as 0xRRGGBB, -1 for none; set it."""
        found = self._books[book].sheet(sheet)
        if value is not None:
            guard(found, area(found, place), formatting=True)
            area(found, place).CellBackColor = value
        return int(found.getCellByPosition(place[1], place[0]).CellBackColor)

    def colours(self, book: int, sheet: int) -> list[tuple[int, int, str]]:
        """The fills a person sees."""
        opened = self._books[book]
        found = effective_colours(opened.document, self._export, opened.sheet(sheet), self._office.folder)
        return [(row, column, colour) for (row, column), colour in found.items()]

    def notes(self, book: int, sheet: int) -> list[tuple[int, int, str]]:
        """Row, column and text of a sheet's notes."""
        found = self._books[book].sheet(sheet).Annotations
        return [(note.Position.Row, note.Position.Column, note.String) for note in found]

    def tables(self, book: int, sheet: int) -> list[str]:
        """Names of the tables on a sheet."""
        return self._books[book].tables.names(self._books[book].sheet(sheet))

    def table(self, book: int, name: str) -> dict[str, Any]:
        """Where a table is."""
        return self._books[book].tables.describe(name)

    def resize_table(self, book: int, sheet: int, name: str, place: Rectangle) -> None:
        """Give a table other rows and columns under the same heading row."""
        opened = self._books[book]
        opened.tables.resize(opened.sheet(sheet), name, place)


def _answers(server: Server, office: Office) -> Iterator[dict[str, Any]]:
    for line in sys.stdin:
        request = json.loads(line)
        name = request.pop("op")
        try:
            yield {"result": getattr(server, name)(**request)}
        except Refused as refused:
            yield {"error": str(refused)}
        except Exception as error:
            if office.died:
                raise
            yield {"error": f"{type(error).__name__} in {name}: {error}"}


def main(program: str, folder: str) -> None:
    """Start LibreOffice and answer until standard input ends."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    office = Office(program, Path(folder))
    try:
        office.connect()
        for answer in _answers(Server(office), office):
            sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
            sys.stdout.flush()
    finally:
        office.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
