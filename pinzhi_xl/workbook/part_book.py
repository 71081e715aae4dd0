"""The parts of a workbook and how they hang together: sheets, tables, styles, calculation."""

import posixpath
from collections.abc import Collection
from dataclasses import dataclass

from lxml import etree

from pinzhi_xl.workbook.package import DamagedPackage, Package
from pinzhi_xl.workbook.part_xml import local_children, local_name, parsed, serialized, sibling_tag

_BEFORE_CALC = {
    "fileVersion", "fileSharing", "workbookPr", "AlternateContent", "revisionPtr", "absPath",
    "workbookProtection", "bookViews", "sheets", "functionGroups", "externalReferences", "definedNames",
}  # fmt: skip
_TYPES = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship of a part: its id, the last word of its type, the part it leads to."""

    name: str
    kind: str
    part: str


class BookParts:
    """Finds parts by following relationships, never by guessing file names."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.part = next((r.part for r in self._relations("") if r.kind == "officeDocument"), "")
        self._root = parsed(package.read(self.part))
        self._related = self._relations(self.part)
        self._sheets = self._sheet_parts()

    @property
    def date1904(self) -> bool:
        """Whether days are counted from 1904."""
        values = [item.get("date1904") for item in local_children(self._root, "workbookPr")]
        return bool(values) and values[0] in {"1", "true"}

    def related(self, kind: str) -> str | None:
        """The workbook's part of that kind: styles, sharedStrings, calcChain."""
        parts = [relation.part for relation in self._related if relation.kind == kind]
        return parts[0] if parts and parts[0] in self._package else None

    def sheet(self, label: str) -> str | None:
        """The part of the sheet with that name."""
        return self._sheets.get(label)

    def tables(self, sheet_part: str) -> list[str]:
        """The parts of the tables on a sheet."""
        return [relation.part for relation in self._relations(sheet_part) if relation.kind == "table"]

    def recalculating(self) -> bytes | None:
        """The workbook part with full calculation on load switched on; None when it is on already."""
        root = parsed(self._package.read(self.part))
        found = local_children(root, "calcPr")
        if not found:
            found = [etree.Element(sibling_tag(root, "calcPr"))]
            root.insert(_place(root), found[0])
        if found[0].get("fullCalcOnLoad") in {"1", "true"}:
            return None
        found[0].set("fullCalcOnLoad", "1")
        return serialized(root)

    def showing(self, labels: Collection[str], *, visible: bool) -> tuple[bytes, list[str]]:
        """The workbook part with those sheets shown or hidden, and those that were not so already."""
        root = parsed(self._package.read(self.part))
        changed = []
        for group in local_children(root, "sheets"):
            for item in local_children(group, "sheet"):
                name = str(item.get("name", ""))
                if name in labels and (item.get("state", "visible") == "visible") is not visible:
                    changed.append(name)
                    if visible:
                        del item.attrib["state"]
                    else:
                        item.set("state", "hidden")
        return serialized(root), changed

    def without_calc_chain(self) -> tuple[dict[str, bytes], set[str]]:
        """The changed parts and the dropped one when the calculation chain goes; Excel builds it anew."""
        chain = self.related("calcChain")
        if chain is None:
            return {}, set()
        related = _relations_part(self.part)
        relations = parsed(self._package.read(related))
        for item in list(relations):
            if item.get("Type", "").endswith("/calcChain"):
                relations.remove(item)
        types = parsed(self._package.read(_TYPES))
        for item in list(types):
            if item.get("PartName", "").lstrip("/").lower() == chain.lower():
                types.remove(item)
        return {related: serialized(relations), _TYPES: serialized(types)}, {chain}

    def _relations(self, part: str) -> list[Relation]:
        related = _relations_part(part)
        if related not in self._package:
            return []
        folder = posixpath.dirname(part)
        return [
            Relation(item.get("Id", ""), item.get("Type", "").rpartition("/")[2], _target(folder, item))
            for item in parsed(self._package.read(related))
            if local_name(item) == "Relationship" and item.get("TargetMode") != "External"
        ]

    def _sheet_parts(self) -> dict[str, str]:
        parts = {relation.name: relation.part for relation in self._related if relation.kind == "worksheet"}
        sheets: dict[str, str] = {}
        for group in local_children(self._root, "sheets"):
            for item in local_children(group, "sheet"):
                identity = next((v for k, v in item.items() if etree.QName(str(k)).localname == "id"), "")
                if str(identity) in parts:
                    sheets[item.get("name", "")] = parts[str(identity)]
        if not sheets:
            raise DamagedPackage(self.part)
        return sheets


def _relations_part(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _target(folder: str, item: etree._Element) -> str:
    target = item.get("Target", "")
    return posixpath.normpath(target if target.startswith("/") else posixpath.join(folder, target)).lstrip("/")


def _place(root: etree._Element) -> int:
    names = [local_name(child) for child in root]
    return max((index + 1 for index, name in enumerate(names) if name in _BEFORE_CALC), default=0)
