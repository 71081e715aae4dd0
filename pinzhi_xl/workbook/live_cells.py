"""Between what Excel hands over and what the sheets mean: values, texts that Excel would retype, runs of rows."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from pinzhi_xl.kinds import Raw
from pinzhi_xl.model import Link, Value

ERROR_VALUES = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"})
UNNAMED_ERROR = "#ERROR"
"""#SPILL!, #CALC! and the like, which Excel hands over as bare codes."""

DAY_ZERO = datetime(1899, 12, 30)
DAY_ONE = datetime(1900, 1, 1)
SECONDS_A_DAY = 86_400
HALF_A_SECOND = timedelta(milliseconds=500)

_PLAIN = re.compile(r"[^\d=+\-@'#$¥￥%.,，。/:：]+")
_TRUTHS = frozenset({"TRUE", "FALSE"})


def as_read(value: object) -> Raw:
    """One cell as Excel gives it: blanks as "", a time of day as a time, amounts of money as numbers."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, datetime):
        moment = (value.replace(tzinfo=None) + HALF_A_SECOND).replace(microsecond=0)
        if moment.date() == DAY_ZERO.date():
            return moment.time()
        return moment if moment >= DAY_ONE else moment - DAY_ZERO
    if isinstance(value, str | int | float | bool | date | time | timedelta):
        return value
    return str(value)


def read_block(block: Any) -> tuple[list[list[Raw]], dict[tuple[int, int], str]]:  # noqa: ANN401 - an xlwings range
    """The cells of a range, and its error values by place in it (from 0); their cells are blank.

    A text that reads like an error value is told from one by asking for the values once more, errors as nothing.
    """
    cells = block.options(ndim=2, err_to_str=True).value
    grid = [[as_read(value) for value in row] for row in cells]
    suspects = [
        (row, column, cell)
        for row, cells in enumerate(grid)
        for column, cell in enumerate(cells)
        if isinstance(cell, str) and cell[:1] == "#" and cell in ERROR_VALUES
    ]
    unnamed = {
        (row, column): UNNAMED_ERROR
        for row, line in enumerate(cells)
        for column, value in enumerate(line)
        if type(value) is int  # numbers come as floats: this is the code of an error younger than xlwings' list
    }
    for row, column in unnamed:
        grid[row][column] = ""
    if not suspects:
        return grid, unnamed
    plain = block.options(ndim=2).value
    errors = {(row, column): cell for row, column, cell in suspects if plain[row][column] is None}
    for row, column in errors:
        grid[row][column] = ""
    return grid, {**unnamed, **errors}


def as_typed(value: Value) -> str | float | datetime | None:
    """A value as it is handed to Excel; a time of day as its part of the day."""
    match value:
        case Link():
            return value.text
        case datetime():
            return value
        case date():
            return datetime(value.year, value.month, value.day)
        case time():
            return (value.hour * 3600 + value.minute * 60 + value.second) / SECONDS_A_DAY
        case int() | Decimal():
            return float(value)
    return value or None


def would_turn(text: str) -> bool:
    """True when Excel may read a typed text as something else: 001, 8-12, 2014-08, =A1, TRUE.

    Only a text without digits and signs is certain to stay as it is.
    """
    return not _PLAIN.fullmatch(text) or text.strip().upper() in _TRUTHS


def runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Rows that follow each other, as first and last."""
    found: list[tuple[int, int]] = []
    for row in sorted(rows):
        if found and row == found[-1][1] + 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
