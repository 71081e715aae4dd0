"""The ``<hyperlinks>`` of a sheet: jumps inside the workbook come and go with the cells they sit on."""

import re
from collections.abc import Mapping

from pinzhi_xl.model import Link
from pinzhi_xl.workbook.part_cells import address
from pinzhi_xl.workbook.part_frame import Frame
from pinzhi_xl.workbook.part_text import clean, escaped, unescaped

_BLOCK = re.compile(rb"<hyperlinks(?:\s[^>]*)?(?:/>|>(.*?)</hyperlinks\s*>)", re.DOTALL)
_ITEM = re.compile(rb'<hyperlink\b((?:[^>"]|"[^"]*")*?)(?:/>|>\s*</hyperlink\s*>)')
_REF = re.compile(rb'\sref="([^"]*)"')
_LOCATION = re.compile(rb'\slocation="([^"]*)"')
_RELATED = re.compile(rb'\s\w+:id="')
_LIMIT = 65_530  # hyperlinks that Excel takes on one sheet
_DISPLAY_LIMIT = 255
_AFTER = {
    "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties",
    "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF",
    "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst", "mc:AlternateContent",
}  # fmt: skip

Position = tuple[int, int]


def location_of(link: Link) -> str:
    """Where a link leads, as Excel writes it: ``'问题登记'!D7``."""
    return "'{}'!{}".format(link.sheet.replace("'", "''"), link.address)


def locations(frame: Frame) -> dict[bytes, str]:
    """Cell reference → location of the sheet's links inside the workbook."""
    found: dict[bytes, str] = {}
    for attributes in _ITEM.findall(frame.tail):
        ref, location = _REF.search(attributes), _LOCATION.search(attributes)
        if ref and location and not _RELATED.search(attributes):
            found[ref[1]] = unescaped(location[1])
    return found


def relink(frame: Frame, links: Mapping[Position, Link | None], *, drop_external: bool) -> None:
    """Give each written cell its new link or none.

    A link to a file or web address stays, unless its cell gets a link of ours or `drop_external` says that
    the whole range was cleared.
    """
    block = _BLOCK.search(frame.tail)
    by_ref = {address(*position): link for position, link in links.items()}
    kept = [item for item in _items(block) if not _goes(item, by_ref, drop_external=drop_external)]
    room = max(_LIMIT - len(kept), 0)
    fresh = [_item(ref, link) for ref, link in by_ref.items() if link][:room]
    if block is None and not fresh:
        return
    inside = b"".join(kept + fresh)
    new = b"<hyperlinks>%s</hyperlinks>" % inside if inside else b""
    start, end = block.span() if block else _place(frame)
    if block and kept + fresh == _items(block):
        return
    frame.tail = frame.tail[:start] + new + frame.tail[end:]


def _items(block: re.Match[bytes] | None) -> list[bytes]:
    return [match[0] for match in _ITEM.finditer(block[1] or b"")] if block else []


def _goes(item: bytes, by_ref: Mapping[bytes, Link | None], *, drop_external: bool) -> bool:
    ref = _REF.search(item)
    if not ref or ref[1] not in by_ref:
        return False
    return not _RELATED.search(item) or drop_external or by_ref[ref[1]] is not None


def _item(ref: bytes, link: Link) -> bytes:
    display = clean(link.text)
    shown = b' display="%s"' % _attribute(display) if 0 < len(display) <= _DISPLAY_LIMIT else b""
    return b'<hyperlink ref="%s" location="%s"%s/>' % (ref, _attribute(location_of(link)), shown)


def _attribute(text: str) -> bytes:
    return escaped(text).replace(b"\n", b"&#10;").replace(b"\t", b"&#9;")


def _place(frame: Frame) -> tuple[int, int]:
    for name, at in frame.tail_children():
        if at > 0 and name in _AFTER:
            return at, at
    end = frame.tail.rindex(b"</worksheet")
    return end, end
