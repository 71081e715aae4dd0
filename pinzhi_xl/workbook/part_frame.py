"""A sheet part around its rows: what stands before and after ``<sheetData>``."""

import re
from typing import NamedTuple
from xml.parsers import expat

from pinzhi_xl.model import column_letters
from pinzhi_xl.workbook.part_cells import IrregularSheet, column_number

_ROOT = re.compile(rb"<worksheet(?=[\s>])")
_DATA = re.compile(rb"<sheetData(?:\s[^>/]*)?(/?)>")
_DATA_END = b"</sheetData>"
_DIMENSION = re.compile(rb'(<dimension\b[^>]*?\sref=")([^"]*)(")')
_COLUMN = re.compile(rb"<col\s([^>]*)>")
_MERGE = re.compile(rb'<mergeCell\s[^>]*?ref="([^"]*)"')
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?")


class Range(NamedTuple):
    """A block of cells, all bounds 1-based and inclusive."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def ref(self) -> str:
        """``A1:F10``; ``A1`` for a single cell."""
        first = f"{column_letters(self.left)}{self.top}"
        last = f"{column_letters(self.right)}{self.bottom}"
        return first if first == last else f"{first}:{last}"

    def meets(self, other: "Range") -> bool:
        """Whether the two blocks share a cell."""
        apart = self.left > other.right or other.left > self.right
        return not (apart or self.top > other.bottom or other.top > self.bottom)


def range_of(ref: str) -> Range | None:
    """The block that a reference names; None for anything but one plain block."""
    match = _RANGE.fullmatch(ref)
    if not match:
        return None
    left, top, right, bottom = match.groups()
    first, last = column_number(left), column_number(right or left)
    return Range(first, int(top), last, int(bottom or top))


class Frame:
    """Head and tail of a sheet part, and where its rows lie between them."""

    def __init__(self, xml: bytes) -> None:
        data = _DATA.search(xml)
        if not data or not _ROOT.search(xml, 0, data.start()) or not _is_utf8(xml):
            raise IrregularSheet
        self.start, self.end = data.end(), data.end()
        if data[1]:
            self.head = xml[: data.start()] + b"<sheetData>"
            self.tail = _DATA_END + xml[data.end() :]
        else:
            self.end = xml.rfind(_DATA_END)
            if self.end < 0:
                raise IrregularSheet
            self.head, self.tail = xml[: self.start], xml[self.end :]

    @property
    def merges(self) -> list[Range]:
        """All merged blocks."""
        found = (range_of(ref.decode()) for ref in _MERGE.findall(self.tail))
        return [block for block in found if block]

    def column_style(self, column: int) -> int | None:
        """Default style of a column."""
        for attributes in _COLUMN.findall(self.head):
            pairs = dict(re.findall(rb'(\w+)="(\d+)"', attributes))
            if int(pairs.get(b"min", 0)) <= column <= int(pairs.get(b"max", 0)) and b"style" in pairs:
                return int(pairs[b"style"])
        return None

    def widen(self, block: Range) -> None:
        """Let the sheet's dimension take in a block."""

        def union(match: re.Match[bytes]) -> bytes:
            old = range_of(match[2].decode())
            if old is None:
                return match[0]
            new = Range(
                min(old.left, block.left),
                min(old.top, block.top),
                max(old.right, block.right),
                max(old.bottom, block.bottom),
            )
            return match[1] + new.ref.encode() + match[3]

        self.head = _DIMENSION.sub(union, self.head, count=1)

    def tail_children(self) -> list[tuple[str, int]]:
        """Name and offset in the tail of each element after the rows; IrregularSheet if not well-formed."""
        return [(name, at - len(self.head)) for name, at in top_elements(self.head + self.tail)]


def top_elements(xml: bytes) -> list[tuple[str, int]]:
    """Name and offset of each child of the root."""
    parser = expat.ParserCreate()
    found: list[tuple[str, int]] = []
    depth = 0

    def opened(name: str, _attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth == 2:  # a child of the root
            found.append((name, parser.CurrentByteIndex))

    def closed(_name: str) -> None:
        nonlocal depth
        depth -= 1

    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise IrregularSheet from error
    return found


def _is_utf8(xml: bytes) -> bool:
    declared = re.match(rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?encoding=[\"']([\w-]+)", xml)
    return declared is None or declared[1].lower() in {b"utf-8", b"us-ascii"}
