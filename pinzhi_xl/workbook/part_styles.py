"""Which cell styles show a number as a date or time."""

import re

from lxml import etree

from pinzhi_xl.workbook.part_xml import local_children, parsed

_BUILT_IN = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_DATE_LETTER = re.compile(r"[ymdhs]", re.IGNORECASE)


def date_styles(xml: bytes) -> frozenset[int]:
    """Indices of the cell formats (cellXfs) that are date or time formats."""
    root = parsed(xml)
    dated = set(_BUILT_IN)
    for group in local_children(root, "numFmts"):
        for item in group:
            number = int(item.get("numFmtId", "0"))
            (dated.add if is_date_format(item.get("formatCode", "")) else dated.discard)(number)
    formats = [item for group in local_children(root, "cellXfs") for item in _elements(group)]
    return frozenset(index for index, item in enumerate(formats) if int(item.get("numFmtId", "0")) in dated)


def is_date_format(code: str) -> bool:
    """Whether a number format shows a date or time."""
    bare = _LITERAL.sub("", code.split(";")[0])
    return "general" not in bare.lower() and bool(_DATE_LETTER.search(bare))


def _elements(group: etree._Element) -> list[etree._Element]:
    return [item for item in group if isinstance(item.tag, str)]
