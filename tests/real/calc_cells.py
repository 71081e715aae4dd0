# ruff: noqa: ANN401 - objects of UNO have no types
"""Runs in LibreOffice's Python: blocks of cells read, and what else is asked about cells."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from typing import Any

import uno

from tests.real.calc_formulas import excel_code, to_excel
from tests.real.calc_typing import DATE, DATE_TIME, TIME

Rectangle = tuple[int, int, int, int]
"""First row, first column, last row, last column, counted from 0."""

CONTENTS = 1 + 2 + 4 + 16
"""Numbers, dates, texts and formulas; not the notes."""
_DATE, _TIME, LOGICAL = 2, 4, 1024
_ERRORS = {32767: "#N/A", 532: "#DIV/0!", 524: "#REF!", 525: "#NAME?", 521: "#NULL!", 502: "#NUM!", 503: "#NUM!"}
_SMALL = 5000


class Refused(Exception):
    """Excel would have refused this."""


class Formats:
    """The number formats of one book."""

    def __init__(self, document: Any) -> None:
        self._formats = document.NumberFormats
        self._locale = uno.createUnoStruct("com.sun.star.lang.Locale")
        self._locale.Language, self._locale.Country = "en", "US"
        self._known: dict[int, tuple[int, str]] = {}
        self._keys: dict[str, int] = {}
        self.logical: int = self._formats.getStandardFormat(LOGICAL, self._locale)
        usual = uno.createUnoStruct("com.sun.star.lang.Locale")
        codes = ((_DATE, DATE), (_TIME, TIME), (_DATE | _TIME, DATE_TIME))
        self.automatic = {self._formats.getStandardFormat(kind, usual): code for kind, code in codes}
        """Calc puts these on General formula cells with a date result; Excel does so only when one is entered."""

    def of(self, key: int) -> tuple[int, str]:
        """What a format shows (bits), and its code as Excel writes it."""
        if key not in self._known:
            found = self._formats.getByKey(key)
            self._known[key] = (found.Type, excel_code(found.FormatString))
        return self._known[key]

    def key(self, code: str) -> int:
        """The format with a code, made if need be."""
        if code not in self._keys:
            found = self._formats.queryKey(code, self._locale, False)
            self._keys[code] = found if found >= 0 else self._formats.addNew(code, self._locale)
        return self._keys[code]


def rectangles(addresses: Any) -> list[Rectangle]:
    """UNO's addresses as plain numbers."""
    return [(a.StartRow, a.StartColumn, a.EndRow, a.EndColumn) for a in addresses]


def used(sheet: Any) -> Rectangle:
    """The used range."""
    cursor = sheet.createCursor()
    cursor.gotoStartOfUsedArea(False)
    cursor.gotoEndOfUsedArea(True)
    return rectangles([cursor.RangeAddress])[0]


def area(sheet: Any, rectangle: Rectangle) -> Any:
    """The range of cells in a rectangle."""
    top, left, bottom, right = rectangle
    if (top, left) == (bottom, right):
        return sheet.getCellByPosition(left, top)
    return sheet.getCellRangeByPosition(left, top, right, bottom)


def clipped(sheet: Any, rectangle: Rectangle) -> Rectangle | None:
    """The part of a rectangle that is in use; a small one stays whole."""
    top, left, bottom, right = rectangle  # JSON has made a list of it
    if (bottom - top + 1) * (right - left + 1) <= _SMALL and right < 1024:
        return top, left, bottom, right
    found = used(sheet)
    top, left, bottom, right = max(top, found[0]), max(left, found[1]), min(bottom, found[2]), min(right, found[3])
    return (top, left, bottom, right) if top <= bottom and left <= right else None


def uniform(cells: Any) -> Iterator[tuple[Any, list[Rectangle]]]:
    """Groups of cells with the same formats."""
    if hasattr(cells, "CellAddress"):  # a single cell: much faster
        yield cells, rectangles([cells.RangeAddress])
        return
    groups = cells.getUniqueCellFormatRanges()
    for index in range(groups.Count):
        group = groups.getByIndex(index)
        yield group, rectangles(group.RangeAddresses)


def format_keys(cells: Any) -> dict[int, list[Rectangle]]:
    """Where each number format is."""
    found: dict[int, list[Rectangle]] = defaultdict(list)
    for group, places in uniform(cells):
        found[group.NumberFormat].extend(places)
    return found


def guard(sheet: Any, cells: Any, formatting: bool = False) -> None:
    """A protected sheet refuses changes to locked cells, and all formatting."""
    if sheet.isProtected() and (formatting or any(group.CellProtection.IsLocked for group, _ in uniform(cells))):
        raise Refused("1004: the cell is on a protected sheet")


def read(sheet: Any, formats: Formats, rectangle: Rectangle) -> dict[str, Any]:
    """Values of a block, and which of them are dates, logical values and errors."""
    part = clipped(sheet, rectangle)
    if part is None:
        return {"part": None}
    cells = area(sheet, part)
    values = cells.getDataArray()
    dates: list[Rectangle] = []
    logical: list[Rectangle] = []
    for key, places in _formats_of_numbers(sheet, part, values):
        kind = formats.of(key)[0]
        if key in formats.automatic:
            places = list(_constants(cells, part, places))
        (logical if kind & LOGICAL else dates if kind & (_DATE | _TIME) else []).extend(places)
    errors = [
        (row, column, _ERRORS.get(cells.getCellByPosition(column, row).getError(), "#VALUE!"))
        for row, line in enumerate(values)
        if None in line
        for column, value in enumerate(line)
        if value is None
    ]
    return {"part": part, "values": values, "dates": dates, "logical": logical, "errors": errors}


def _formats_of_numbers(sheet: Any, part: Rectangle, values: Any) -> Iterator[tuple[int, list[Rectangle]]]:
    """Number formats and where they are, of the columns that hold numbers only: to ask for formats takes long."""
    top, left, bottom, _ = part
    columns = sorted({place for line in values for place, value in enumerate(line) if isinstance(value, float)})
    while columns:
        first = last = columns.pop(0)
        while columns and columns[0] == last + 1:
            last = columns.pop(0)
        yield from format_keys(area(sheet, (top, left + first, bottom, left + last))).items()


def _constants(cells: Any, part: Rectangle, places: list[Rectangle]) -> Iterator[Rectangle]:
    """Those cells that have no formula."""
    texts = cells.getFormulaArray()
    for top, left, bottom, right in places:
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                if not texts[row - part[0]][column - part[1]].startswith("="):
                    yield row, column, row, column


def formulas(sheet: Any, rectangle: Rectangle) -> dict[str, Any]:
    """Formulas of a block; of cells without one, the value as text."""
    part = clipped(sheet, rectangle)
    if part is None:
        return {"part": None}
    cells = area(sheet, part)
    rows = [
        [_formula(value, text) for value, text in zip(values, texts, strict=True)]
        for values, texts in zip(cells.getDataArray(), cells.getFormulaArray(), strict=True)
    ]
    return {"part": part, "values": rows}


def _formula(value: Any, text: str) -> str:
    if text.startswith("=") and text != value:
        text = to_excel(text)
        return text[1:] if text in ("=TRUE", "=FALSE") else text
    return value if isinstance(value, str) else shown(value)


def shown(number: float) -> str:
    """A number as a General cell shows it."""
    return f"{number:.15g}".upper()


def merged(sheet: Any, rectangle: Rectangle) -> list[Rectangle]:
    """The merged areas in or across a rectangle."""
    part = clipped(sheet, rectangle)
    if part is None or not (area(sheet, part).IsMerged or _grown(sheet, part) != part):
        return []
    found = []
    for _, places in uniform(area(sheet, _grown(sheet, part))):
        top, left = places[0][:2]
        if sheet.getCellByPosition(left, top).IsMerged:
            whole = _grown(sheet, (top, left, top, left))
            height, width = whole[2] - top, whole[3] - left
            corners = [(r, c) for a, b, y, x in places for r in range(a, y + 1) for c in range(b, x + 1)]
            found += [(row, column, row + height, column + width) for row, column in corners]
    return found


def _grown(sheet: Any, rectangle: Rectangle) -> Rectangle:
    cursor = sheet.createCursorByRange(area(sheet, rectangle))
    cursor.collapseToMergedArea()
    return rectangles([cursor.RangeAddress])[0]


def clear_contents(sheet: Any, rectangle: Rectangle) -> None:
    """Empty the cells; formats and notes stay."""
    part = clipped(sheet, rectangle)
    if part is not None:
        guard(sheet, area(sheet, part))
        area(sheet, part).clearContents(CONTENTS)


def number_format(sheet: Any, formats: Formats, rectangle: Rectangle) -> str | None:
    """The one number format of a range, or None."""
    codes = {formats.of(key)[1] for key in format_keys(area(sheet, clipped(sheet, rectangle) or rectangle))}
    return codes.pop() if len(codes) == 1 else None


def end(sheet: Any, row: int, column: int, direction: str) -> tuple[int, int]:
    """Where Ctrl and an arrow key lead; hidden rows and columns are passed over."""
    vertical, onward = direction in ("up", "down"), direction in ("down", "right")
    found = used(sheet)
    line = area(sheet, (0, column, found[2], column) if vertical else (row, 0, row, found[3]))
    seen: list[int] = []
    for top, left, bottom, right in rectangles(line.queryVisibleCells().RangeAddresses):
        seen.extend(range(top, bottom + 1) if vertical else range(left, right + 1))
    start = row if vertical else column
    filled = {place for place, text in enumerate(chain.from_iterable(line.getFormulaArray())) if text}
    filled &= {*seen, start}
    ahead = [place for place in sorted(seen, reverse=not onward) if place != start and (place > start) == onward]
    edge = (1048575 if vertical else 16383) if onward else 0
    goal = _jump(start, ahead, filled, edge)
    return (goal, column) if vertical else (row, goal)


def _jump(start: int, ahead: list[int], filled: set[int], edge: int) -> int:
    if start in filled and ahead and ahead[0] in filled:
        goal = start
        for place in ahead:
            if place not in filled:
                break
            goal = place
        return goal
    return next((place for place in ahead if place in filled), edge)
