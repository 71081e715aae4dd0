"""An Excel table: where it lies, its own columns, its growth."""

import re
from dataclasses import dataclass

from lxml import etree

from pinzhi_xl.workbook.part_frame import Range, range_of
from pinzhi_xl.workbook.part_text import escaped
from pinzhi_xl.workbook.part_xml import local_children, local_name, parsed, serialized

_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]')
_CELL_REFERENCE = re.compile(r"\$?\b[A-Z]{1,3}\$?\d+\b")


@dataclass(frozen=True, slots=True)
class Table:
    """A table part."""

    part: str
    xml: bytes
    area: Range
    has_totals: bool

    def grown(self, bottom: int) -> bytes:
        """The part with the table's last row at `bottom`; filters and sorts that ended with it follow."""
        root = parsed(self.xml)
        for item in [root, *root.iter()]:
            block = range_of(str(item.get("ref", ""))) if local_name(item) in _WITH_REF else None
            if block and block.bottom == self.area.bottom:
                item.set("ref", Range(block.left, block.top, block.right, bottom).ref)
        return serialized(root)

    def formulas(self) -> dict[int, bytes]:
        """Column → formula (as XML) of the calculated columns that read the same in every row."""
        found: dict[int, bytes] = {}
        columns = [item for group in local_children(parsed(self.xml), "tableColumns") for item in group]
        for offset, column in enumerate(item for item in columns if local_name(item) == "tableColumn"):
            for formula in local_children(column, "calculatedColumnFormula"):
                if _is_plain(formula):
                    found[self.area.left + offset] = escaped(formula.text or "")
        return found


_WITH_REF = {"table", "autoFilter", "sortState", "sortCondition"}


def table_in(part: str, xml: bytes) -> Table | None:
    """The table that a part describes; None when its reference is unusual."""
    root = parsed(xml)
    area = range_of(str(root.get("ref", "")))
    totals = root.get("totalsRowCount", "0") != "0"
    return Table(part, xml, area, totals) if area else None


def _is_plain(formula: etree._Element) -> bool:
    text = formula.text or ""
    if not text or formula.get("array") in {"1", "true"}:
        return False
    bare = text
    while bare != (bare := _QUOTED.sub("", bare)):
        pass
    return not _CELL_REFERENCE.search(bare)
