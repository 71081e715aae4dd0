"""A legal but unusual sheet part rewritten as Excel writes it: no prefix, every row and cell addressed."""

from typing import cast

from lxml import etree

from pinzhi_xl.workbook.package import DamagedPackage
from pinzhi_xl.workbook.part_cells import IrregularSheet, address
from pinzhi_xl.workbook.part_frame import range_of
from pinzhi_xl.workbook.part_xml import local_children, local_name, parsed, serialized


def normalised(xml: bytes) -> bytes:
    """The same sheet with the default namespace and an address on every row and cell."""
    if b"<!DOCTYPE" in xml[:4096]:
        raise IrregularSheet
    try:
        root = _without_prefix(parsed(xml, huge=True))
    except DamagedPackage as error:
        raise IrregularSheet from error
    for data in local_children(root, "sheetData"):
        _address_rows(data)
    return serialized(root)


def _without_prefix(root: etree._Element) -> etree._Element:
    namespace = etree.QName(root).namespace
    if root.prefix is None:
        return root
    others = {str(prefix): uri for prefix, uri in root.nsmap.items() if prefix and uri != namespace}
    spaces = cast("dict[str, str]", {None: namespace, **others})  # the stubs know no default namespace
    new = etree.Element(root.tag, nsmap=spaces)
    for name, value in root.items():
        new.set(name, value)
    new.extend(list(root))
    etree.cleanup_namespaces(new, keep_ns_prefixes=list(others))
    if any(element.prefix for element in new.iterchildren() if element.tag.startswith(f"{{{namespace}}}")):
        raise IrregularSheet
    return new


def _address_rows(data: etree._Element) -> None:
    row_number = 0
    for row in data:
        if local_name(row) != "row":
            continue
        row_number = int(row.get("r") or row_number + 1)
        row.set("r", str(row_number))
        column = 0
        for cell in local_children(row, "c"):
            block = range_of(cell.get("r") or "")
            column = block.left if block else column + 1
            cell.set("r", address(row_number, column).decode())
