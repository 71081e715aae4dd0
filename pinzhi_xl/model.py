"""Values that travel between storeys: cell addresses and the edits a task asks for.

A value read from the workbook keeps its address, so that every problem can name a cell. An edit names its
sheet and column *by label*; only the workbook adapters turn a label into a position.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Link:
    """A cell text that jumps to another cell of the same workbook; `address` like ``D7``."""

    text: str
    sheet: str
    address: str


Value = str | int | Decimal | date | datetime | time | Link | None
"""What a task may put into a cell; None empties it."""


def column_letters(column: int) -> str:
    """Letters of a 1-based column: 1 → A, 27 → AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class Cell:
    """Address of one cell: sheet label, 1-based row and column; column 0 is the whole row, row 0 the sheet."""

    sheet: str
    row: int = 0
    column: int = 0

    @property
    def address(self) -> str:
        """``D7``; ``7:7`` for a whole row; empty for the sheet as a whole."""
        if not self.row:
            return column_letters(self.column) if self.column else ""
        if not self.column:
            return f"{self.row}:{self.row}"
        return f"{column_letters(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class SetCell:
    """Put `value` into the column `label` of sheet row `row`.

    `key` holds the label and value of the row's key as it was read: an adapter refuses the edit when the
    row no longer carries it. None where the row has no key yet.
    """

    sheet: str
    row: int
    label: str
    value: Value
    key: tuple[str, Value] | None = None


@dataclass(frozen=True, slots=True)
class AppendRow:
    """Add one row below the last used row of a sheet's table: label → value."""

    sheet: str
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class ReplaceRows:
    """Replace all rows of an all-computed sheet; columns the user added there keep what they hold."""

    sheet: str
    rows: Sequence[Mapping[str, Value]]


@dataclass(frozen=True, slots=True)
class SetAt:
    """Put `value` into one cell by address, as it was located when read: for sheets that are forms."""

    sheet: str
    row: int
    column: int
    value: Value


Edit = SetCell | AppendRow | ReplaceRows | SetAt


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a sheet's table was found: heading row, label → 1-based column, last row that holds anything.

    `last_row` equals `header_row` when the table is empty.
    """

    sheet: str
    header_row: int
    columns: Mapping[str, int]
    last_row: int
