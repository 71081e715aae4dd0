"""One row of a sheet part with cells replaced or put in."""

import re
from collections.abc import Mapping, Sequence

from pinzhi_xl.workbook.part_cells import Span, all_cells

_SPANS = re.compile(rb'\sspans="[^"]*"')


def row_with(row_xml: bytes, row: int, cells: Mapping[int, bytes], known: Sequence[Span | None]) -> bytes:
    """A row with some cells replaced, where they are `known`, or put in at their place."""
    if not row_xml:
        inside = b"".join(cells[column] for column in sorted(cells))
        return b'<row r="%d">%s</row>' % (row, inside)
    close = row_xml.index(b">")
    if row_xml[close - 1] == 0x2F:
        opening = _SPANS.sub(b"", row_xml[: close - 1].rstrip())
        return opening + b">" + b"".join(cells[column] for column in sorted(cells)) + b"</row>"
    spans = [span for span in known if span]
    opening = row_xml[:close]
    if len(spans) < len(cells):
        spans, opening = _places(row_xml, row, cells), _SPANS.sub(b"", opening)
    parts, at = [opening], close
    for span in spans:
        parts += [row_xml[at : span.start], cells[span.column]]
        at = span.end
    return b"".join([*parts, row_xml[at:]])


def _places(row_xml: bytes, row: int, cells: Mapping[int, bytes]) -> list[Span]:
    """Where each cell goes, in column order; the span of a new cell is empty."""
    old = all_cells(row_xml, row)
    by_column = {span.column: span for span in old}
    end = row_xml.rindex(b"</row>")
    spans = []
    for column in sorted(cells):
        after = next((span.start for span in old if span.column > column), end)
        spans.append(by_column.get(column) or Span(column, after, after))
    return spans
