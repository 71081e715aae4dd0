"""What Excel repairs in a macro workbook and the Open XML SDK does not see: parts, links, numbers that lead nowhere."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from string import ascii_uppercase

from lxml import etree

from tests.ovba import document_modules

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
UI_2007 = "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"
UI_2006 = "http://schemas.microsoft.com/office/2006/relationships/ui/extensibility"
VBA = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
SHEET = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
KINDS = {
    "xl/workbook.xml": "application/vnd.ms-excel.addin.macroEnabled.main+xml",
    "xl/vbaProject.bin": "application/vnd.ms-office.vbaProject",
}

Parts = Mapping[str, bytes]
Links = dict[str, tuple[str, str]]
"""Id → (type, part it leads to)."""


def package_flaws(parts: Parts) -> list[str]:
    """Everything that is wrong; empty for a good package."""
    broken = [
        f"{name} is not XML" for name in parts if name.endswith((".xml", ".rels")) and not is_xml(parts[name])
    ]
    if broken:
        return broken
    return [*type_flaws(parts), *link_flaws(parts), *workbook_flaws(parts), *code_flaws(parts)]


def is_xml(part: bytes) -> bool:
    try:
        etree.fromstring(part)
    except etree.XMLSyntaxError:
        return False
    return True


def twice(what: str, values: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for value in (value.lower() for value in values):
        if value in seen:
            yield f"{what} twice: {value}"
        seen.add(value)


def type_flaws(parts: Parts) -> Iterator[str]:
    root = etree.fromstring(parts["[Content_Types].xml"])
    ends = {str(e.get("Extension")): str(e.get("ContentType")) for e in root if e.get("Extension")}
    named = {str(e.get("PartName"))[1:]: str(e.get("ContentType")) for e in root if e.get("PartName")}
    yield from (f"content type of nothing: {name}" for name in named if name not in parts)
    yield from twice("part", parts)
    for name in parts:
        kind = named.get(name) or ends.get(name.rpartition(".")[2])
        if name != "[Content_Types].xml" and not kind:
            yield f"no content type: {name}"
        if kind != KINDS.get(name, kind):
            yield f"content type {kind}: {name}"


def links_of(parts: Parts, part: str) -> Links:
    """The relationships of a part (of the package for an empty name)."""
    folder, name = posixpath.split(part)
    content = parts.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    found: Links = {}
    for element in etree.fromstring(content) if content else ():
        target = posixpath.normpath(posixpath.join("/", folder, str(element.get("Target"))))[1:]
        found[str(element.get("Id"))] = (str(element.get("Type")), target)
    return found


def link_flaws(parts: Parts) -> Iterator[str]:
    reached, waiting = set[str](), [""]
    while waiting:
        for _, target in links_of(parts, waiting.pop()).values():
            if target not in parts:
                yield f"dangling relationship: {target}"
            elif target not in reached:
                reached.add(target)
                waiting.append(target)
    lost = {name for name in parts if not name.endswith(".rels")} - reached - {"[Content_Types].xml"}
    yield from (f"no relationship: {name}" for name in sorted(lost))
    for name in (name for name in parts if name.endswith(".rels")):
        yield from twice("relationship", (str(e.get("Id")) for e in etree.fromstring(parts[name])))
    if not {UI_2006, UI_2007} <= {kind for kind, _ in links_of(parts, "").values()}:
        yield "customUI is not linked"
    if VBA not in {kind for kind, _ in links_of(parts, "xl/workbook.xml").values()}:
        yield "vbaProject is not linked"


def workbook_flaws(parts: Parts) -> Iterator[str]:
    root = etree.fromstring(parts["xl/workbook.xml"])
    links = links_of(parts, "xl/workbook.xml")
    sheets = list(root.iter(f"{MAIN}sheet"))
    names = [str(sheet.get("name")) for sheet in sheets]
    yield from twice("sheet", names)
    yield from twice("sheetId", (str(sheet.get("sheetId")) for sheet in sheets))
    yield from (f"sheet name: {name}" for name in names if not re.fullmatch(r"[^\[\]:*?/\\']{1,31}", name))
    if all(sheet.get("state") for sheet in sheets):
        yield "no visible sheet"
    for sheet in sheets:
        kind, target = links.get(str(sheet.get(RELATION)), ("", ""))
        if kind != SHEET or target not in parts:
            yield f"sheet leads nowhere: {sheet.get('name')}"
        else:
            yield from sheet_flaws(parts, target)
    defined = list(root.iter(f"{MAIN}definedName"))
    yield from twice("name", (str(name.get("name")) for name in defined))
    for name in defined:
        where = re.fullmatch(r"'(.+)'!\$[A-Z]+\$[0-9]+", name.text or "")
        if not where or where[1] not in names:
            yield f"name leads nowhere: {name.get('name')}"


def sheet_flaws(parts: Parts, part: str) -> Iterator[str]:
    shared = parts.get("xl/sharedStrings.xml")
    strings = sum(1 for _ in etree.fromstring(shared).iter(f"{MAIN}si")) if shared else 0
    formats = etree.fromstring(parts["xl/styles.xml"]).find(f"{MAIN}cellXfs")
    count = 0 if formats is None else len(formats)
    last = (0, "")
    for cell in etree.fromstring(parts[part]).iter(f"{MAIN}c"):
        digits = str(cell.get("r")).lstrip(ascii_uppercase)
        row = cell.getparent()
        place = (int(digits), str(cell.get("r")).removesuffix(digits).rjust(3))
        if row is None or row.get("r") != digits or place <= last:
            yield f"{part} {cell.get('r')} out of order"
        last = place
        if int(cell.get("s") or 0) >= count:
            yield f"{part} {cell.get('r')} has no such format"
        if cell.get("t") == "s" and int(cell.findtext(f"{MAIN}v") or 0) >= strings:
            yield f"{part} {cell.get('r')} has no such string"


def code_flaws(parts: Parts) -> Iterator[str]:
    """The code names are those of the modules of documents, each once."""
    root = etree.fromstring(parts["xl/workbook.xml"])
    found = [str(e.get("codeName")) for e in root.iter(f"{MAIN}workbookPr")]
    for name in sorted(parts):
        if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name):
            found += [str(e.get("codeName")) for e in etree.fromstring(parts[name]).iter(f"{MAIN}sheetPr")]
    if sorted(found) != sorted(document_modules(parts["xl/vbaProject.bin"])):
        yield f"code names {found}"
