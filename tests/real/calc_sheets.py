# ruff: noqa: ANN401 - xlwings' inner interface has no types
"""xlwings' Sheets, Sheet, Tables and Table on a live Calc."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from tests.real.calc_bridge import CalcError
from tests.real.calc_ranges import COLUMNS, ROWS, CalcRange, one_based, parsed, spanning, zero_based

if TYPE_CHECKING:
    from tests.real.calc_apps import CalcBook


class SheetApi:
    """Stands for the COM object."""

    def __init__(self, sheet: "CalcSheet") -> None:
        self._sheet = sheet

    @property
    def ProtectContents(self) -> bool:  # noqa: N802 - its name in Excel
        """Whether the sheet is protected."""
        return bool(self._sheet.call("protected"))

    def Protect(self) -> None:  # noqa: N802 - its name in Excel
        """Protect the sheet without a password."""
        self._sheet.call("protected", value=True)

    def Unprotect(self) -> None:  # noqa: N802 - its name in Excel
        """Take the protection away."""
        self._sheet.call("protected", value=False)


class CalcSheets(base_classes.Sheets):
    """The sheets of a book."""

    def __init__(self, book: "CalcBook") -> None:
        self._book = book

    @property
    def api(self) -> "CalcSheets":
        """Itself."""
        return self

    def _names(self) -> list[tuple[int, str]]:
        return [(number, name) for number, name in self._book.call("names")]

    @property
    def active(self) -> "CalcSheet":
        """The sheet in front."""
        return CalcSheet(self._book, self._book.call("active_sheet"))

    def __call__(self, name_or_index: int | str) -> "CalcSheet":
        names = self._names()
        if isinstance(name_or_index, int):
            if 1 <= name_or_index <= len(names):
                return CalcSheet(self._book, names[name_or_index - 1][0])
        else:
            for number, name in names:
                if name.lower() == name_or_index.lower():
                    return CalcSheet(self._book, number)
        raise CalcError(f"Invalid index: {name_or_index}")

    def __len__(self) -> int:
        return len(self._names())

    def __iter__(self) -> Iterator["CalcSheet"]:
        for number, _ in self._names():
            yield CalcSheet(self._book, number)

    def add(
        self, before: "CalcSheet | None" = None, after: "CalcSheet | None" = None, name: str | None = None
    ) -> "CalcSheet":
        """A new sheet, in front of the active one when no place is given."""
        names = [each for _, each in self._names()]
        index = after.index if after else (before or self.active).index - 1
        free = (f"Sheet{number}" for number in range(1, len(names) + 2) if f"Sheet{number}" not in names)
        made = name or next(free)
        self._book.call("add_sheet", name=made, index=index)
        sheet = self(made)
        sheet.activate()
        return sheet


class CalcSheet(base_classes.Sheet):
    """A sheet, known by a number that stays when it is renamed."""

    def __init__(self, book: "CalcBook", number: int) -> None:
        self._book = book
        self.number = number
        self._api = SheetApi(self)

    def call(self, op: str, **arguments: Any) -> Any:
        """A request about this sheet."""
        return self._book.call(op, sheet=self.number, **arguments)

    @property
    def api(self) -> SheetApi:
        """Stands for the COM object."""
        return self._api

    def _position(self) -> tuple[int, str]:
        for index, (number, name) in enumerate(self._book.call("names")):
            if number == self.number:
                return index + 1, name
        raise CalcError("1004: the sheet is no longer there")

    @property
    def name(self) -> str:
        """The name on its tab."""
        return self._position()[1]

    @name.setter
    def name(self, value: str) -> None:
        self.call("rename", name=value)

    @property
    def index(self) -> int:
        """Its place among the sheets, from 1."""
        return self._position()[0]

    @property
    def book(self) -> "CalcBook":
        """The book it belongs to."""
        return self._book

    def range(self, arg1: Any, arg2: Any = None) -> CalcRange:
        """A range by address, by name, by corners, or by row, column, height and width."""
        if isinstance(arg1, tuple) and len(arg1) == 4:
            return CalcRange(self, arg1)
        if isinstance(arg1, int) and isinstance(arg2, int):
            arg1, arg2 = (arg1, arg2), None
        first = self._corner(arg1)
        if arg2 is None:
            return first
        row, column, rows, columns = self._corner(arg2).coords[1:]
        top, left, height, width = first.coords[1:]
        corners = [(top, left), (top + height - 1, left + width - 1)]
        return CalcRange(self, spanning([*corners, (row, column), (row + rows - 1, column + columns - 1)]))

    def _corner(self, given: Any) -> CalcRange:
        if isinstance(given, CalcRange):
            return given
        if isinstance(given, tuple):
            return CalcRange(self, spanning([given]))
        found = parsed(given)
        if found is not None:
            return CalcRange(self, found)
        number, place = self.call("place", name=given)
        return CalcRange(CalcSheet(self._book, number), one_based(place))

    @property
    def cells(self) -> CalcRange:
        """All cells of an Excel sheet."""
        return CalcRange(self, (1, 1, ROWS, COLUMNS))

    @property
    def used_range(self) -> CalcRange:
        """What holds anything, formats included."""
        return CalcRange(self, one_based(self.call("used")))

    def activate(self) -> None:
        """Bring it to the front."""
        self.call("activate_sheet")

    def select(self) -> None:
        """Bring it to the front."""
        self.call("activate_sheet")

    def clear_contents(self) -> None:
        """Empty all cells."""
        self.call("clear", place=zero_based((1, 1, ROWS, COLUMNS)))

    def delete(self) -> None:
        """Take it out of the book."""
        self._book.call("delete_sheet", sheet=self.number)

    @property
    def visible(self) -> bool:
        """Whether its tab is shown."""
        return bool(self.call("visible"))

    @visible.setter
    def visible(self, value: bool) -> None:
        self.call("visible", value=bool(value))

    @property
    def tables(self) -> "CalcTables":
        """Its tables."""
        return CalcTables(self)


class CalcTables(base_classes.Tables):
    """The tables on a sheet, from top to bottom."""

    def __init__(self, sheet: CalcSheet) -> None:
        self._sheet = sheet

    @property
    def api(self) -> "CalcTables":
        """Itself."""
        return self

    def _names(self) -> list[str]:
        return list(self._sheet.call("tables"))

    def __call__(self, key: int | str) -> "CalcTable":
        names = self._names()
        if isinstance(key, int):
            if 1 <= key <= len(names):
                return CalcTable(self._sheet, names[key - 1])
        else:
            for name in names:
                if name.lower() == key.lower():
                    return CalcTable(self._sheet, name)
        raise KeyError(key)

    def __len__(self) -> int:
        return len(self._names())

    def __iter__(self) -> Iterator["CalcTable"]:
        for name in self._names():
            yield CalcTable(self._sheet, name)

    def __contains__(self, key: str) -> bool:
        return key.lower() in [name.lower() for name in self._names()]


class CalcTable:
    """An Excel table: one of Calc's database ranges."""

    def __init__(self, sheet: CalcSheet, name: str) -> None:
        self._sheet = sheet
        self._name = name

    @property
    def api(self) -> "CalcTable":
        """Itself."""
        return self

    def _rows(self) -> tuple[tuple[int, int, int, int], bool, bool]:
        found = self._sheet.book.call("table", name=self._name)
        return one_based(found["place"]), found["header"], found["totals"]

    @property
    def name(self) -> str:
        """Its name."""
        return self._name

    @property
    def display_name(self) -> str:
        """Its name in formulas."""
        return self._name

    @property
    def parent(self) -> CalcSheet:
        """The sheet it is on."""
        return self._sheet

    @property
    def range(self) -> CalcRange:
        """All of it: heading, data, totals."""
        return CalcRange(self._sheet, self._rows()[0])

    @property
    def show_headers(self) -> bool:
        """Whether it has a heading row."""
        return self._rows()[1]

    @property
    def show_totals(self) -> bool:
        """Whether it has a totals row."""
        return self._rows()[2]

    @property
    def header_row_range(self) -> CalcRange | None:
        """The heading row."""
        (row, column, _, width), header, _ = self._rows()
        return CalcRange(self._sheet, (row, column, 1, width)) if header else None

    @property
    def totals_row_range(self) -> CalcRange | None:
        """The totals row."""
        (row, column, height, width), _, totals = self._rows()
        return CalcRange(self._sheet, (row + height - 1, column, 1, width)) if totals else None

    @property
    def data_body_range(self) -> CalcRange | None:
        """The rows between heading and totals."""
        (row, column, height, width), header, totals = self._rows()
        height -= header + totals
        return CalcRange(self._sheet, (row + header, column, height, width)) if height > 0 else None

    def resize(self, range: Any) -> None:  # noqa: A002 - xlwings' name for it
        """Other rows and columns under the same heading row."""
        place = zero_based(range.impl.coords[1:])
        self._sheet.call("resize_table", name=self._name, place=place)
