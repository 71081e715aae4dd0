"""Finishing the package that openpyxl saves: what the standard wants, what Excel needs, nothing of the moment."""

import io
import re

from lxml import etree
from openpyxl import Workbook

from pinzhi_xl.archive import deterministic_zip, repack, unpack
from pinzhi_xl.workbook.part_xml import local_children, local_name, parsed, serialized, sibling_tag

_STYLES = "xl/styles.xml"
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_EVERYWHERE = "A1:XFD1048576"
_FONT_ORDER = (
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color"),
    *("name", "family", "charset", "scheme"),
)


def packed(book: Workbook) -> bytes:
    """The workbook as bytes, the same every time."""
    target = io.BytesIO()
    book.save(target)
    parts = unpack(repack(target.getvalue()))
    parts[_STYLES] = _with_fonts_in_order(parts[_STYLES])
    for name, part in parts.items():
        if _SHEET.fullmatch(name):
            parts[name] = _finished_sheet(part)
    return deterministic_zip(parts)


def _with_fonts_in_order(xml: bytes) -> bytes:
    """The styles with the properties of each font in the order of the standard; openpyxl has its own."""
    root = parsed(xml)
    for font in [element for element in root.iter() if local_name(element) == "font"]:
        font[:] = sorted(font, key=_place)
    return serialized(root)


def _finished_sheet(xml: bytes) -> bytes:
    """The sheet in UTF-8; where it holds a table, rows may grow with their text and codes are no flaw."""
    root = parsed(xml)
    for tables in local_children(root, "tableParts"):
        ignored = etree.Element(sibling_tag(root, "ignoredErrors"))
        etree.SubElement(ignored, sibling_tag(root, "ignoredError"), sqref=_EVERYWHERE, numberStoredAsText="1")
        tables.addprevious(ignored)
        for row in root.iter(sibling_tag(root, "row")):
            if row.get("r") != "1":
                row.attrib.pop("customHeight", "")
    return serialized(root)


def _place(element: etree._Element) -> int:
    return _FONT_ORDER.index(local_name(element))
