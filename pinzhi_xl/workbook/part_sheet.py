"""A sheet part in memory: its frame and an index of its rows."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from pinzhi_xl.workbook.part_cells import IrregularSheet, Span, all_cells, find_cell, style_of
from pinzhi_xl.workbook.part_frame import Frame

_ROW = re.compile(rb'<row(?: r="(\d+)"|\b(?:[^>]*?\sr="(\d+)")?)')


class Sheet:
    """The bytes of a sheet part with its rows found by number; IrregularSheet when they cannot be."""

    def __init__(self, xml: bytes) -> None:
        self.xml = xml
        self.frame = Frame(xml)
        self.numbers: list[int] = []
        self._rows: dict[int, bytes] = {}
        self._spans: dict[tuple[int, int], Span] = {}
        self._starts: list[int] = []
        last = 0
        for match in _ROW.finditer(xml, self.frame.start, self.frame.end):
            number = int(match[1] or match[2] or 0)
            if number <= last:
                raise IrregularSheet
            last = number
            self.numbers.append(number)
            self._starts.append(match.start())

    def start(self, number: int) -> int:
        """Where a row starts, or would."""
        index = bisect_left(self.numbers, number)
        return self._starts[index] if index < len(self.numbers) else self.frame.end

    def row(self, number: int) -> bytes:
        """The bytes of a row; empty when the sheet does not have it."""
        if number in self._rows:
            return self._rows[number]
        index = bisect_left(self.numbers, number)
        if index == len(self.numbers) or self.numbers[index] != number:
            return b""
        start = self._starts[index]
        return self.xml[start : self._row_end(start)]

    def cell_span(self, row: int, column: int) -> Span | None:
        """Where a cell lies in its row, if the sheet has it; remembered, as is the row."""
        span = self._spans.get((row, column))
        if span is None:
            row_xml = self._remembered(row)
            span = find_cell(row_xml, row, column) or _slow_find(row_xml, row, column)
            if span:
                self._spans[row, column] = span
        return span

    def _remembered(self, row: int) -> bytes:
        row_xml = self._rows.get(row)
        if row_xml is None:
            row_xml = self._rows[row] = self.row(row)
        return row_xml

    def cell(self, row: int, column: int) -> bytes | None:
        """The bytes of a cell, if the sheet has it."""
        span = self.cell_span(row, column)
        return self._rows[row][span.start : span.end] if span else None

    def rows_below(self, number: int) -> Iterator[int]:
        """Numbers of the rows the sheet has below `number`."""
        yield from self.numbers[bisect_left(self.numbers, number + 1) :]

    def style_above(self, row: int, column: int, floor: int) -> tuple[bool, int | None]:
        """Whether a row between `floor` and `row` has a cell in that column, and the nearest one's style."""
        index = bisect_left(self.numbers, row) - 1
        while index >= 0 and self.numbers[index] > floor:
            number = self.numbers[index]
            row_xml = self.row(number)
            span = find_cell(row_xml, number, column)
            if span:
                return True, style_of(row_xml[span.start : span.end])
            index -= 1
        return False, None

    def _row_end(self, start: int) -> int:
        close = self.xml.index(b">", start)
        if self.xml[close - 1] == 0x2F:
            return close + 1
        end = self.xml.find(b"</row>", close, self.frame.end)
        if end < 0 or self.xml.find(b"<!", start, end) >= 0:
            raise IrregularSheet
        return end + 6


def _slow_find(row_xml: bytes, row: int, column: int) -> Span | None:
    return next((span for span in all_cells(row_xml, row) if span.column == column), None)
