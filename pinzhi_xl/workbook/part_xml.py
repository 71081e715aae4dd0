"""Small parts (workbook, relationships, tables, styles) as trees, parsed without entities or network."""

from lxml import etree

from pinzhi_xl.workbook.package import DamagedPackage


def parsed(xml: bytes, *, huge: bool = False) -> etree._Element:
    """Root element of a part; DamagedPackage when it is not well-formed."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=huge, remove_comments=huge, remove_pis=huge
    )
    try:
        return etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise DamagedPackage("") from error


def serialized(root: etree._Element) -> bytes:
    """A part's bytes as Office writes them: UTF-8, standalone."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def local_name(element: etree._Element) -> str:
    """Tag without its namespace; empty for comments."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def local_children(element: etree._Element, name: str) -> list[etree._Element]:
    """Children of that local name, in either namespace of the standard."""
    return [child for child in element if local_name(child) == name]


def sibling_tag(element: etree._Element, name: str) -> str:
    """A tag in the namespace of `element`."""
    namespace = etree.QName(element).namespace
    return f"{{{namespace}}}{name}" if namespace else name
