"""Single cells in the bytes of a row: where they are, what they hold, how they are written."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from pinzhi_xl.model import column_letters
from pinzhi_xl.workbook.part_text import markup, plain
from pinzhi_xl.workbook.part_values import BLANK, Content

CELL = re.compile(rb"<c(?=[\s/>])([^>]*?)(?:/>|>(.*?)</c\s*>)", re.DOTALL)
"""One cell: its attributes, its inside (None when self-closed)."""

_ADDRESS = re.compile(rb'\sr="([A-Z]{1,3})(\d{1,7})"')
_TYPE = re.compile(rb'\st="(\w+)"')
_STYLE = re.compile(rb'\ss="(\d+)"')
_NUMBER = re.compile(rb"<v(?:\s[^>]*)?>(.*?)</v\s*>", re.DOTALL)
_FORMULA = re.compile(rb"<f(?=[\s/>])([^>]*?)(?:/>|>(.*?)</f\s*>)", re.DOTALL)
_PHONETIC = re.compile(rb"<rPh\b.*?</rPh\s*>", re.DOTALL)
_TEXT = re.compile(rb"<t(?:\s[^>]*)?>(.*?)</t\s*>", re.DOTALL)


class IrregularSheet(ValueError):
    """The sheet's XML is legal but not written the way Excel writes it."""


class Span(NamedTuple):
    """Where a cell lies in the bytes of its row."""

    column: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Formula:
    """The ``<f>`` of a cell: its attributes and its text as XML bytes."""

    attributes: bytes
    text: bytes

    def attribute(self, name: str) -> str:
        """Value of one attribute; empty without it."""
        match = re.search(rb"\s" + name.encode() + rb'="([^"]*)"', self.attributes)
        return match[1].decode() if match else ""


@lru_cache(maxsize=20_000)
def column_number(letters: str) -> int:
    """1-based column of its letters: A → 1, AA → 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


@lru_cache(maxsize=20_000)
def _letters(column: int) -> bytes:
    return column_letters(column).encode()


def address(row: int, column: int) -> bytes:
    """``D7`` as bytes."""
    return b"%s%d" % (_letters(column), row)


def find_cell(row_xml: bytes, row: int, column: int) -> Span | None:
    """The cell of `column`, when it is written the usual way; None says nothing about unusual ways."""
    needle = b' r="%s%d"' % (_letters(column), row)
    at = row_xml.find(needle)
    while at >= 0:
        start = row_xml.rfind(b"<", 0, at)
        if row_xml[start : start + 3] == b"<c " and row_xml.find(b">", start, at) < 0:
            return Span(column, start, _cell_end(row_xml, at + len(needle)))
        at = row_xml.find(needle, at + 1)
    return None


def _cell_end(row_xml: bytes, at: int) -> int:
    close = row_xml.index(b">", at)
    if row_xml[close - 1] == 0x2F:
        return close + 1
    return row_xml.index(b"</c>", close) + 4


def all_cells(row_xml: bytes, row: int) -> list[Span]:
    """Every cell of a row in order; IrregularSheet when an address is missing or out of order."""
    spans: list[Span] = []
    for match in CELL.finditer(row_xml):
        found = _ADDRESS.search(match[1])
        if not found or int(found[2]) != row:
            raise IrregularSheet
        spans.append(Span(column_number(found[1].decode()), match.start(), match.end()))
    if any(left.column >= right.column for left, right in pairwise(spans)):
        raise IrregularSheet
    return spans


def style_of(cell: bytes) -> int | None:
    """The cell's style index; None when it has none."""
    match = _STYLE.search(cell, 0, cell.find(b">"))
    return int(match[1]) if match else None


def formula_of(cell: bytes) -> Formula | None:
    """The cell's formula, if it has one."""
    if b"<f" not in cell:
        return None
    match = _FORMULA.search(cell)
    return Formula(match[1], match[2] or b"") if match else None


def content_in(cell: bytes, string: Callable[[int], str]) -> Content:
    """What a cell holds, of a formula its cached result; `string` looks shared strings up."""
    close = cell.find(b">")
    if cell[close - 1] == 0x2F:
        return BLANK
    found = _TYPE.search(cell, 0, close)
    kind = found[1] if found else b"n"
    if kind == b"inlineStr":
        text = rich_text(cell)
        return Content("s", text) if text else BLANK
    value = _NUMBER.search(cell, close)
    if not value:
        return BLANK
    if kind == b"s":
        return Content("s", string(int(value[1])))
    return Content({b"str": "s", b"d": "s", b"b": "b", b"e": "e"}.get(kind, "n"), plain(value[1]))


def rich_text(xml: bytes) -> str:
    """The text of an ``<is>`` or ``<si>``: all runs, without phonetic hints."""
    if b"<rPh" in xml:
        xml = _PHONETIC.sub(b"", xml)
    return "".join(plain(text) for text in _TEXT.findall(xml))


def cell_xml(row: int, column: int, style: int | None, content: Content) -> bytes:
    """A cell as this program writes it."""
    head = b'<c r="%s"' % address(row, column)
    if style is not None:
        head += b' s="%d"' % style
    if content.kind == "":
        return head + b"/>"
    if content.kind == "s":
        inside = b'<is><t xml:space="preserve">%s</t></is></c>' % markup(content.text)
        return head + b' t="inlineStr">' + inside
    if content.kind == "b":
        head += b' t="b"'
    return head + b"><v>%s</v></c>" % content.text.encode()


def formula_xml(row: int, column: int, style: int | None, formula: bytes) -> bytes:
    """A cell that holds a formula without a cached result; `formula` is XML already."""
    head = b'<c r="%s"' % address(row, column)
    if style is not None:
        head += b' s="%d"' % style
    return head + b"><f>%s</f></c>" % formula


def with_formula(cell: bytes, formula: bytes) -> bytes:
    """The same cell with the text of its formula spelled out and its cached result kept."""
    return _FORMULA.sub(lambda _: b"<f>%s</f>" % formula, cell, count=1)
