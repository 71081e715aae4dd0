"""The proof of a written file: read back by other means than those that wrote it."""

import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from pinzhi_xl.wording import workbook as words
from pinzhi_xl.workbook.package import DamagedPackage, Package
from pinzhi_xl.workbook.part_cells import address
from pinzhi_xl.workbook.part_text import unescaped_excel
from pinzhi_xl.workbook.part_values import Content
from pinzhi_xl.workbook.part_xml import local_name, parsed

_SPANS = re.compile(rb'\sspans="[^"]*"')
_ROW = re.compile(rb'<row\b[^>]*?\sr="(\d+)"')
_FREE = {"dimension", "hyperlinks", "sheetData"}
_END = b"</sheetData>"

Expected = Mapping[int, Mapping[int, Content]]


class UnprovedError(ValueError):
    """The new bytes are not what they should be; the argument says where, in words for the user."""


def prove_members(old: Package, new: Package, changed: Iterable[str], dropped: Iterable[str]) -> None:
    """Every member that was not to change is there byte for byte, in the old order."""
    changed, dropped = set(changed), set(dropped)
    if new.names != [name for name in old.names if name not in dropped]:
        raise UnprovedError(words.DETAIL_NOT_ZIP)
    for name in new.names:
        same = new.central(name) == old.central(name) and new.record(name) == old.record(name)
        if name not in changed and not same:
            raise UnprovedError(words.DETAIL_OTHER_PART.format(part=name))


def prove_part(new: Package, name: str) -> bytes:
    """A changed small part: its CRC is right and it is well-formed."""
    try:
        xml = new.read(name)
        parsed(xml)
    except DamagedPackage as error:
        raise UnprovedError(words.DETAIL_PART.format(part=name)) from error
    return xml


def prove_sheet(old: bytes, new: bytes, expected: Expected, starts: Mapping[int, int]) -> None:
    """Each written cell reads as expected; every other row, cell and setting is byte for byte the old one.

    `starts` tells where in `old` to look for the written rows; it is not taken on trust.
    """
    old_at, old_end, old_frame = _frame(old)
    new_at, new_end, new_frame = _frame(new)
    _prove_frame(old_frame, new_frame)
    written: list[bytes] = []
    old_view, new_view = memoryview(old), memoryview(new)
    for row in sorted(expected):
        gap = old_view[old_at : starts[row]]
        old_at, new_at = starts[row], new_at + len(gap)
        if not new.startswith(gap, new_at - len(gap)) or _row_number(new, new_at) != row:
            raise UnprovedError(words.DETAIL_CELL.format(cell=row))
        old_row = b""
        found = _row_number(old, old_at)
        if found == row:
            old_row = old[old_at : _row_end(old, old_at)]
        elif 0 < found < row or (not found and old_at != old_end):
            raise UnprovedError(words.DETAIL_CELL.format(cell=row))
        new_row = new[new_at : _row_end(new, new_at)]
        written += _written_cells(old_row, new_row, row, expected[row])
        old_at, new_at = old_at + len(old_row), new_at + len(new_row)
    if old_view[old_at:old_end].tobytes() != new_view[new_at:new_end].tobytes():
        raise UnprovedError(words.DETAIL_CELL.format(cell=""))
    _prove_cells(new_frame, written, expected)


def _frame(xml: bytes) -> tuple[int, int, bytes]:
    """Bounds of the rows and everything around them as one document without rows."""
    start = xml.index(b"<sheetData")
    start = xml.index(b">", start) + 1
    if xml[start - 2] == 0x2F:
        return start, start, xml
    end = xml.rindex(_END)
    return start, end, xml[:start] + xml[end:]


def _prove_frame(old: bytes, new: bytes) -> None:
    settings = []
    for frame in (old, new):
        try:
            root = parsed(frame)
        except DamagedPackage as error:
            raise UnprovedError(words.DETAIL_XML) from error
        kept = [etree.tostring(item) for item in root if local_name(item) not in _FREE]
        settings.append((sorted(root.items()), kept))
    if settings[0] != settings[1]:
        raise UnprovedError(words.DETAIL_FRAME)


def _row_number(xml: bytes, at: int) -> int:
    """Number of the row that begins there; 0 when none does."""
    match = _ROW.match(xml, at)
    return int(match[1]) if match else 0


def _row_end(xml: bytes, start: int) -> int:
    close = xml.index(b">", start)
    return close + 1 if xml[close - 1] == 0x2F else xml.index(b"</row>", close) + 6


def _written_cells(old_row: bytes, new_row: bytes, row: int, expected: Mapping[int, Content]) -> list[bytes]:
    """The written cells of a row, in column order; all others must be the old ones."""
    if len(expected) == 1 and (only := _only_change(old_row, new_row, row, next(iter(expected)))):
        return [only]
    old_head, old_cells = _cells(old_row)
    new_head, new_cells = _cells(new_row)
    if old_row and _SPANS.sub(b"", old_head) != _SPANS.sub(b"", new_head):
        raise UnprovedError(words.DETAIL_CELL.format(cell=row))
    wanted = {b'r="%s"' % address(row, column): column for column in expected}
    if len(old_cells) == len(new_cells):
        pairs = [(old, new) for old, new in zip(old_cells, new_cells, strict=True) if old != new]
        columns = [_column(new, wanted) for old, new in pairs if _column(old, wanted) == _column(new, wanted)]
        if len(pairs) == len(wanted) and columns == sorted(expected):
            return [new for _, new in pairs]
    written = {column: cell for cell in new_cells if (column := _column(cell, wanted))}
    others = [cell for cell in new_cells if not _column(cell, wanted)]
    if others != [cell for cell in old_cells if not _column(cell, wanted)] or len(written) != len(wanted):
        raise UnprovedError(words.DETAIL_CELL.format(cell=row))
    if len(new_cells) != len(old_cells):
        _prove_order(new_cells, row)
    return [written[column] for column in sorted(written)]


def _only_change(old_row: bytes, new_row: bytes, row: int, column: int) -> bytes:
    """The new cell when it stands where the old one stood and all around it is the same; else empty."""
    opening = b'<c r="%s"' % address(row, column)
    start = old_row.find(opening)
    if start < 0 or not new_row.startswith(opening, start) or new_row[:start] != old_row[:start]:
        return b""
    end = _cell_end(new_row, start)
    return new_row[start + 3 : end] if new_row[end:] == old_row[_cell_end(old_row, start) :] else b""


def _cell_end(row: bytes, start: int) -> int:
    close = row.index(b">", start)
    if row[close - 1] == 0x2F:
        return close + 1
    end = row.find(b"</c>", close)
    return len(row) if end < 0 else end + 4


def _cells(row: bytes) -> tuple[bytes, list[bytes]]:
    head, *cells = row.removesuffix(b"</row>").split(b"<c ")
    return head.rstrip(b"/> \r\n\t"), cells


def _column(cell: bytes, wanted: Mapping[bytes, int]) -> int:
    if cell.startswith(b'r="'):
        return wanted.get(cell[: cell.index(b'"', 3) + 1], 0)
    match = re.search(rb'\br="[A-Z]+\d+"', cell[: cell.index(b">")])
    return wanted.get(match[0], 0) if match else 0


def _prove_order(cells: list[bytes], row: int) -> None:
    letters = [re.search(rb'\br="([A-Z]+)\d', cell) for cell in cells]
    columns = [(len(match[1]), match[1]) for match in letters if match]
    if columns != sorted(set(columns)) or len(columns) != len(cells):
        raise UnprovedError(words.DETAIL_CELL.format(cell=row))


def _prove_cells(frame: bytes, written: list[bytes], expected: Expected) -> None:
    start = frame.index(b"<worksheet")
    opening = frame[start : frame.index(b">", start) + 1]
    document = b"".join([opening, *(b"<c " + cell for cell in written), b"</worksheet>"])
    try:
        cells = parsed(document, huge=True)
    except DamagedPackage as error:
        raise UnprovedError(words.DETAIL_XML) from error
    wanted = _wanted(expected)
    for cell, (name, content) in zip(cells, wanted, strict=True):
        if cell.get("r") != name or _content(cell) != content:
            raise UnprovedError(words.DETAIL_CELL.format(cell=name))


def _wanted(expected: Expected) -> Iterator[tuple[str, Content]]:
    for row in sorted(expected):
        for column in sorted(expected[row]):
            yield address(row, column).decode(), expected[row][column]


def _content(cell: etree._Element) -> Content:
    kind = cell.get("t", "n")
    for child in cell:
        name = local_name(child)
        if name == "f":
            return Content("f", child.text or "")
        if name == "is":
            text = "".join(part.text or "" for part in child if local_name(part) == "t")
            return Content("s", unescaped_excel(text))
        if name == "v":
            return Content(kind, child.text or "")
    return Content()
