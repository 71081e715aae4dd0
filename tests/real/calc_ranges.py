# ruff: noqa: ANN401 - xlwings' inner interface has no types
"""xlwings' Range on a live Calc."""

import datetime as dt
import numbers
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from tests.real.calc_bridge import CalcError
from tests.real.calc_formulas import letters, number
from tests.real.calc_typing import EPOCH, serial

if TYPE_CHECKING:
    from tests.real.calc_sheets import CalcSheet

ROWS, COLUMNS = 1048576, 16384
ERRORS = {
    "#DIV/0!": -2146826281,
    "#N/A": -2146826246,
    "#NAME?": -2146826259,
    "#NULL!": -2146826288,
    "#NUM!": -2146826252,
    "#REF!": -2146826265,
    "#VALUE!": -2146826273,
}
"""Error values as COM hands them over."""

_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d+)(?::\$?([A-Za-z]{1,3})\$?(\d+))?")
_WHOLE_COLUMNS = re.compile(r"\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})")
_WHOLE_ROWS = re.compile(r"\$?(\d+):\$?(\d+)")

Coordinates = tuple[int, int, int, int]
"""Row and column counted from 1, number of rows, number of columns."""


def spanning(corners: Sequence[tuple[int, int]]) -> Coordinates:
    """The range between corners."""
    rows, columns = [row for row, _ in corners], [column for _, column in corners]
    if min(rows) < 1 or min(columns) < 1:
        raise IndexError("Attempted to access 0-based Range. xlwings/Excel Ranges are 1-based.")
    return min(rows), min(columns), max(rows) - min(rows) + 1, max(columns) - min(columns) + 1


def parsed(address: str) -> Coordinates | None:
    """The range an address names; None for a defined name."""
    if found := _ADDRESS.fullmatch(address):
        corners = [(int(found[2]), number(found[1]))]
        if found[3]:
            corners.append((int(found[4]), number(found[3])))
        return spanning(corners)
    if found := _WHOLE_COLUMNS.fullmatch(address):
        return spanning([(1, number(found[1])), (ROWS, number(found[2]))])
    if found := _WHOLE_ROWS.fullmatch(address):
        return spanning([(int(found[1]), 1), (int(found[2]), COLUMNS)])
    return None


def zero_based(coordinates: Coordinates) -> list[int]:
    """First row, first column, last row, last column from 0, as the server counts."""
    row, column, rows, columns = coordinates
    return [row - 1, column - 1, row + rows - 2, column + columns - 2]


def one_based(place: Sequence[int]) -> Coordinates:
    """The way back."""
    top, left, bottom, right = place
    return top + 1, left + 1, bottom - top + 1, right - left + 1


def encoded(value: object) -> object:
    """A value for the server; a date carries its serial number and its text."""
    if value is None or isinstance(value, (str, bool)):
        return value
    if isinstance(value, (numbers.Real, Decimal)):
        return float(value)
    if isinstance(value, dt.time):
        value = dt.datetime.combine(EPOCH, value)
    elif isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        value = dt.datetime(value.year, value.month, value.day)
    if isinstance(value, dt.datetime):
        value = value.replace(tzinfo=None)
        day, clock = f"{value.year}/{value.month}/{value.day}", f"{value.hour}:{value:%M:%S}"
        found = serial(value)
        return ["d", found, clock if 0 <= found < 1 else f"{day} {clock}" if found % 1 else day]
    raise TypeError(f"must be a value a cell can hold, not {type(value).__name__}")


def moment(value: float) -> dt.datetime | float:
    """The moment a serial number is, to the millisecond; a number that is none stays one."""
    try:
        return EPOCH + dt.timedelta(milliseconds=round(value * 86_400_000))
    except OverflowError:
        return value


class RangeApi:
    """Stands for the COM object; true, as xlwings demands before it writes."""

    def __init__(self, impl: "CalcRange") -> None:
        self.impl = impl

    @property
    def Address(self) -> str:  # noqa: N802 - its name in Excel
        """The address."""
        return self.impl.address


class CalcRange(base_classes.Range):
    """A block of cells; every reading or writing of it is one request."""

    def __init__(self, sheet: "CalcSheet", coordinates: Coordinates, *more: Coordinates) -> None:
        self._sheet = sheet
        self._at = coordinates
        self._more = more
        self.options: dict[str, Any] = {}

    def _call(self, op: str, **arguments: Any) -> Any:
        return self._sheet.call(op, **arguments)

    @property
    def _place(self) -> list[int]:
        return zero_based(self._at)

    @property
    def coords(self) -> tuple[Any, int, int, int, int]:
        """Sheet, row, column, height and width."""
        return (self._sheet, *self._at)

    @property
    def api(self) -> RangeApi | None:
        """None for a range without cells."""
        return RangeApi(self) if len(self) else None

    @property
    def sheet(self) -> "CalcSheet":
        """The sheet it is on."""
        return self._sheet

    def __len__(self) -> int:
        return self._at[2] * self._at[3]

    @property
    def row(self) -> int:
        """First row."""
        return self._at[0]

    @property
    def column(self) -> int:
        """First column."""
        return self._at[1]

    @property
    def shape(self) -> tuple[int, int]:
        """Height and width."""
        return self._at[2], self._at[3]

    def __call__(self, *args: int) -> "CalcRange":
        if len(args) == 2:
            row, column = args
        else:
            row, column = divmod(args[0] - 1, self._at[3])
            row, column = row + 1, column + 1
        return CalcRange(self._sheet, spanning([(self.row + row - 1, self.column + column - 1)]))

    def get_address(self, row_absolute: bool, col_absolute: bool, external: bool) -> str:
        """The address, absolute or not, with the book's and the sheet's name."""
        rows, columns = "$" * bool(row_absolute), "$" * bool(col_absolute)
        row, column, height, width = self._at
        found = f"{columns}{letters(column)}{rows}{row}"
        if (height, width) != (1, 1):
            found += f":{columns}{letters(column + width - 1)}{rows}{row + height - 1}"
        name = f"[{self._sheet.book.name}]{self._sheet.name}"
        if not external:
            return found
        return f"{name}!{found}" if re.fullmatch(r"[\w.\[\]]+", name) else f"'{name}'!{found}"

    @property
    def address(self) -> str:
        """The absolute address; whole columns and rows as Excel writes them."""
        if self._more:
            return ",".join(CalcRange(self._sheet, at).address for at in (self._at, *self._more))
        row, column, height, width = self._at
        if height == ROWS and width < COLUMNS:
            return f"${letters(column)}:${letters(column + width - 1)}"
        if width == COLUMNS:
            return f"${row}:${row + height - 1}"
        return self.get_address(True, True, False)

    def _matrix(self, found: dict[str, Any], empty: Any) -> list[list[Any]]:
        """The cells that were sent, with empty ones around them up to the range's shape."""
        top, left, bottom, right = self._place
        if found["part"] is None:
            return [[empty] * self._at[3] for _ in range(self._at[2])]
        part = found["part"]
        before, after = [empty] * (part[1] - left), [empty] * (right - part[3])
        above = [[empty] * self._at[3] for _ in range(part[0] - top)]
        below = [[empty] * self._at[3] for _ in range(bottom - part[2])]
        if not (before or after):
            return above + list(found["values"]) + below
        return above + [before + line + after for line in found["values"]] + below

    @property
    def raw_value(self) -> Any:
        """What COM gives: dates as datetime, logical values as bool, errors as their numbers."""
        if not len(self):
            return None
        found = self._call("read", place=self._place)
        if found["part"] is not None:
            values, (top, left) = found["values"], found["part"][:2]
            for row, column, error in found["errors"]:
                values[row][column] = ERRORS[error]
            for places, turn in ((found["dates"], moment), (found["logical"], bool)):
                for first_row, first, last_row, last in places:
                    for line in values[first_row - top : last_row - top + 1]:
                        for column in range(first - left, last - left + 1):
                            if isinstance(line[column], float):
                                line[column] = turn(line[column])
        values = [[None if value == "" else value for value in line] for line in self._matrix(found, None)]
        return values[0][0] if len(self) == 1 else tuple(map(tuple, values))

    @raw_value.setter
    def raw_value(self, data: Any) -> None:
        if not isinstance(data, (list, tuple)):
            self._call("fill", place=self._place, value=encoded(data))
            return
        rows = data if isinstance(data[0], (list, tuple)) else [data] * self._at[2]
        self._call("write", place=self._place, rows=[[encoded(value) for value in row] for row in rows])

    @property
    def formula(self) -> Any:
        """Formulas; of other cells the value as text."""
        values = self._matrix(self._call("formulas", place=self._place), "")
        return values[0][0] if len(self) == 1 else tuple(map(tuple, values))

    @formula.setter
    def formula(self, value: Any) -> None:
        self.raw_value = value

    @property
    def formula2(self) -> Any:
        """Like `formula`."""
        return self.formula

    @formula2.setter
    def formula2(self, value: Any) -> None:
        self.raw_value = value

    @property
    def has_array(self) -> bool:
        """Array formulas are not written here."""
        return False

    def _hidden(self, rows: bool, value: bool | None = None) -> bool | None:
        top, left, bottom, right = self._place
        first, last = (top, bottom) if rows else (left, right)
        found: bool | None = self._call("hidden", first=first, last=last, rows=rows, value=value)
        return found

    @property
    def row_hidden(self) -> bool | None:
        """Whether its rows are hidden; None when some are."""
        return self._hidden(rows=True)

    @row_hidden.setter
    def row_hidden(self, value: bool) -> None:
        self._hidden(rows=True, value=bool(value))

    @property
    def column_hidden(self) -> bool | None:
        """Whether its columns are hidden; None when some are."""
        return self._hidden(rows=False)

    @column_hidden.setter
    def column_hidden(self, value: bool) -> None:
        self._hidden(rows=False, value=bool(value))

    def clear_contents(self) -> None:
        """Empty the cells; formats and notes stay."""
        self._call("clear", place=self._place)

    def end(self, direction: int | str) -> "CalcRange":
        """Where Ctrl and an arrow key lead."""
        words: dict[int | str, str] = {-4162: "up", -4121: "down", -4159: "left", -4161: "right"}
        words |= {"u": "up", "d": "down", "l": "left", "r": "right"}
        found = words.get(direction, str(direction))
        row, column = self._call("end", row=self.row - 1, column=self.column - 1, direction=found)
        return CalcRange(self._sheet, (row + 1, column + 1, 1, 1))

    @property
    def number_format(self) -> str | None:
        """None when there are several."""
        found: str | None = self._call("number_format", place=self._place)
        return found

    @number_format.setter
    def number_format(self, value: str) -> None:
        self._call("number_format", place=self._place, code=value)

    def merge(self, across: bool) -> None:
        """Make one cell of the block; what stood in any but the first is lost, as in Excel."""
        del across
        self._call("merge", place=self._place)

    @property
    def merge_area(self) -> "CalcRange":
        """The merged area the cell is in, or the cell."""
        if len(self) > 1:
            raise CalcError("1004: MergeArea only works on a single cell")
        found = self._call("merged", place=self._place)
        return CalcRange(self._sheet, one_based(found[0])) if found else self

    @property
    def merge_cells(self) -> bool | None:
        """All cells are in merged areas, none is, or (None) some are."""
        areas = [one_based(place) for place in self._call("merged", place=self._place)]
        if not areas:
            return False
        top, left, bottom, right = self._place
        inside = sum(
            max(0, min(bottom, row + rows - 2) - max(top, row - 1) + 1)
            * max(0, min(right, column + columns - 2) - max(left, column - 1) + 1)
            for row, column, rows, columns in areas
        )
        return True if inside == len(self) else None

    @property
    def hyperlink(self) -> str:
        """The address of the cell's hyperlink."""
        found: str | None = self._call("link", row=self.row - 1, column=self.column - 1)
        if found is None:
            raise Exception("The cell doesn't seem to contain a hyperlink!")  # noqa: TRY002 - xlwings' own words
        return found

    def add_hyperlink(self, address: str, text_to_display: str = "", screen_tip: str = "") -> None:
        """Give the cell a hyperlink; Calc keeps no screen tip."""
        link = {"row": self.row - 1, "column": self.column - 1, "address": address, "text": text_to_display}
        self._call("add_link", **link)

    def select(self) -> None:
        """Select it; the sheet has to be the one in front."""
        self._call("select", areas=[self._place])

    @property
    def color(self) -> tuple[int, int, int] | None:
        """The fill of the first cell."""
        value = self._call("colour", place=self._place)
        return None if value < 0 else (value >> 16 & 255, value >> 8 & 255, value & 255)

    @color.setter
    def color(self, color_or_rgb: Any) -> None:
        if isinstance(color_or_rgb, str):
            color_or_rgb = tuple(bytes.fromhex(color_or_rgb.removeprefix("#")))
        if isinstance(color_or_rgb, int):  # Excel counts blue, green, red
            color_or_rgb = (color_or_rgb & 255, color_or_rgb >> 8 & 255, color_or_rgb >> 16 & 255)
        value = -1 if color_or_rgb is None else int("{:02x}{:02x}{:02x}".format(*color_or_rgb), 16)
        self._call("colour", place=self._place, value=value)

    @property
    def table(self) -> Any:
        """The table it touches."""
        top, left, bottom, right = self._place
        for table in self._sheet.tables:
            a, b, c, d = zero_based(table.range.coords[1:])
            if top <= c and a <= bottom and left <= d and b <= right:
                return table
        return None
