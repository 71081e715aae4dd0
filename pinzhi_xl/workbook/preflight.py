"""A bounded look into a workbook's zip before any reader touches it.

It refuses what could exhaust memory or abort the process (bombs, a cell at XFD1048576, external entities), and
collects what the fast reader hides: error values, merged ranges, and the master's identity.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from posixpath import normpath

from lxml import etree

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.sheets import MASTER_PROPERTY
from pinzhi_xl.wording import reading as words

MEGABYTE = 1024 * 1024
MAX_FILE = 200 * MEGABYTE
MAX_UNPACKED = 1024 * MEGABYTE
MAX_CELLS = 30_000_000
COMMON_ROWS = 120_000
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

_DECLARATION = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_ERROR_CELL = re.compile(rb'<c\b(?=[^>]*\st="e")[^>]*?\sr="([A-Z]+)(\d+)"[^>]*>.*?<v>([^<]*)</v>', re.DOTALL)
_MERGE = re.compile(rb'<mergeCell\b[^>]*\sref="([A-Z]+\d+:[A-Z]+\d+)"')
_CELL = re.compile(rb'<c\b[^>]*?\sr="([A-Z]{1,3})(\d+)"[^>/]*>')
_ROW = re.compile(rb'<row\b[^>]*?\sr="(\d+)"')
_WIDE = re.compile(rb'"[A-Z]{3}\d')
_FORMULA = re.compile(rb"<f[ >/]")
_UNCOMPUTED = re.compile(
    rb'<c\b(?![^>]*\st="(?:str|e)")[^>]*?\sr="([A-Z]+)(\d+)"[^>]*>\s*'
    rb"<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>"
)
_ENTITY_IN_NUMBER = re.compile(rb"<v>[-+0-9.eE]*&#")


class WorkbookDamaged(PinzhiError):
    """The file is no workbook a reader could take."""

    sentence = words.DAMAGED


class WorkbookTooLarge(PinzhiError):
    """Reading would exhaust the machine."""

    sentence = words.TOO_LARGE


class NotAMaster(PinzhiError):
    """A sound workbook, but not one made by ``pinzhi new``."""

    sentence = words.NOT_A_MASTER


@dataclass(frozen=True)
class SheetFacts:
    """What the fast reader does not tell of a sheet.

    `errors` are error values by (row, column), `merges` merged ranges, `uncomputed` cells whose formula has no
    result in the file, `totals` the totals rows of its tables.
    """

    errors: Mapping[tuple[int, int], str]
    merges: tuple[str, ...]
    uncomputed: frozenset[tuple[int, int]] = frozenset()
    totals: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Preflight:
    """A workbook found safe to read: the master's UUID and the facts of each sheet by label."""

    identity: str
    sheets: Mapping[str, SheetFacts]


def column_number(letters: str) -> int:
    """1-based column of its letters: A → 1, AA → 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def corners(area: str) -> tuple[int, int, int, int]:
    """Top, left, bottom, right of a range: ``A1:C3`` → 1, 1, 3, 3; rows and columns from 1."""
    first, last = (re.fullmatch(r"([A-Z]+)(\d+)", corner) for corner in area.split(":"))
    if first is None or last is None:
        raise ValueError(area)
    return int(first[2]), column_number(first[1]), int(last[2]), column_number(last[1])


def inspect(content: bytes, name: str) -> Preflight:
    """Look through a master's bytes; `name` is used in sentences.

    Raises `WorkbookDamaged`, `WorkbookTooLarge` or `NotAMaster`.
    """
    found = inspect_any(content, name, MASTER_PROPERTY)
    if not found.identity:
        raise NotAMaster(name=name)
    return found


def inspect_any(content: bytes, name: str, mark: str) -> Preflight:
    """Look through any workbook's bytes; its `identity` is what the custom property `mark` holds, empty for none.

    Raises `WorkbookDamaged` or `WorkbookTooLarge`.
    """
    if len(content) > MAX_FILE:
        raise WorkbookTooLarge(name=name, detail=words.SIZE_FILE.format(limit=MAX_FILE // MEGABYTE))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return _inspect(package, name, mark)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, KeyError) as error:
        raise WorkbookDamaged(name=name, detail=words.BROKEN_ZIP) from error
    except etree.XMLSyntaxError as error:
        raise WorkbookDamaged(name=name, detail=words.BROKEN_XML.format(part="xl/workbook.xml")) from error


def master_identity(path: Path) -> str:
    """The UUID of the master at `path`, which another program may have open; refuses any other workbook."""
    try:
        with zipfile.ZipFile(path) as package:
            identity = _identity(package, path.name)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, etree.XMLSyntaxError) as error:
        raise WorkbookDamaged(name=path.name, detail=words.BROKEN_ZIP) from error
    if not identity:
        raise NotAMaster(name=path.name)
    return identity


def masters_in(folder: Path) -> list[Path]:
    """The masters of a folder by name; owner files and sound workbooks of strangers are left out.

    What cannot be opened is kept: it may be a damaged master, and is to be told of.
    """
    named = (path for path in sorted(folder.glob("*.xlsx")) if not path.name.startswith(("~$", ".")))
    return [path for path in named if _may_be(path)]


def _may_be(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as package:
            return bool(_identity(package, path.name))
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError, KeyError, etree.XMLSyntaxError, WorkbookDamaged):
        return True


def _inspect(package: zipfile.ZipFile, name: str, mark: str) -> Preflight:
    _check_members(package, name)
    sheets = {}
    for label, path in sheet_parts(package, name).items():
        facts = _sheet_facts(_part(package, path, name), label, path, name)
        sheets[label] = replace(facts, totals=_totals(package, path, name))
    return Preflight(_identity(package, name, mark), sheets)


def _check_members(package: zipfile.ZipFile, name: str) -> None:
    seen: set[str] = set()
    total = 0
    for member in package.infolist():
        if member.filename.casefold() in seen:
            raise WorkbookDamaged(name=name, detail=words.DUPLICATE_PART.format(part=member.filename))
        seen.add(member.filename.casefold())
        total += member.file_size
    if total > MAX_UNPACKED:
        raise WorkbookTooLarge(name=name, detail=words.SIZE_UNPACKED.format(limit=MAX_UNPACKED // MEGABYTE))
    shared = next((m for m in package.namelist() if m.casefold() == "xl/sharedstrings.xml"), None)
    if shared:
        _part(package, shared, name)


def _part(package: zipfile.ZipFile, path: str, name: str) -> bytes:
    """One member's content, never more than it declares (a lying header fails its CRC)."""
    xml = package.read(path)
    if _DECLARATION.search(xml, 0, 4096):
        raise WorkbookDamaged(name=name, detail=words.FORBIDDEN_XML.format(part=path))
    return xml


def _parse(xml: bytes) -> etree._Element:
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))


def sheet_parts(package: zipfile.ZipFile, name: str) -> dict[str, str]:
    """Sheet label → member path, in tab order."""
    book = _parse(_part(package, "xl/workbook.xml", name))
    if not book.tag.startswith(MAIN):
        raise WorkbookDamaged(name=name, detail=words.STRICT_FORMAT)
    relations = {
        item.get("Id"): item.get("Target", "")
        for item in _parse(_part(package, "xl/_rels/workbook.xml.rels", name))
    }
    found = {}
    for sheet in book.iterfind(f"{MAIN}sheets/{MAIN}sheet"):
        target = relations[sheet.get(RELATION)]
        path = target.lstrip("/") if target.startswith("/") else normpath(str(PurePosixPath("xl") / target))
        if "/worksheets/" in f"/{path}":
            found[str(sheet.get("name"))] = path
    if not found:
        raise WorkbookDamaged(name=name, detail=words.NO_SHEETS)
    return found


def _sheet_facts(xml: bytes, label: str, path: str, name: str) -> SheetFacts:
    if not xml.endswith((b">", b">\n", b">\r\n")) or (b"&#" in xml and _ENTITY_IN_NUMBER.search(xml)):
        raise WorkbookDamaged(name=name, detail=words.BROKEN_XML.format(part=path))
    _check_extent(xml, label, name)
    errors = {}
    if b't="e"' in xml:
        for match in _ERROR_CELL.finditer(xml):
            errors[int(match[2]), column_number(match[1].decode())] = match[3].decode()
    uncomputed = frozenset(_uncomputed_cells(xml))
    merges = _MERGE.finditer(xml, xml.rfind(b"<mergeCells")) if b"<mergeCells" in xml else ()
    return SheetFacts(errors, tuple(match[1].decode() for match in merges), uncomputed)


def _uncomputed_cells(xml: bytes) -> Iterator[tuple[int, int]]:
    """Row and column of cells whose formula has no result in the file."""
    for formula in _FORMULA.finditer(xml):
        start = max(xml.rfind(b"<c ", 0, formula.start()), xml.rfind(b"<c\n", 0, formula.start()))
        cell = _UNCOMPUTED.match(xml, start) if start >= 0 else None
        if cell is not None:
            yield int(cell[2]), column_number(cell[1].decode())


def _totals(package: zipfile.ZipFile, path: str, name: str) -> frozenset[int]:
    """The totals rows of the tables that a sheet part refers to."""
    folder, file = path.rsplit("/", 1)
    relations = f"{folder}/_rels/{file}.rels"
    if relations not in package.namelist():
        return frozenset()
    found = set()
    for item in _parse(_part(package, relations, name)):
        if str(item.get("Type", "")).endswith("/table"):
            target = str(item.get("Target", ""))
            part = target.lstrip("/") if target.startswith("/") else normpath(f"{folder}/{target}")
            table = _parse(_part(package, part, name))
            last = re.search(r"(\d+)$", str(table.get("ref", "")))
            if int(table.get("totalsRowCount", "0")) and last:
                found.add(int(last[1]))
    return frozenset(found)


def _check_extent(xml: bytes, label: str, name: str) -> None:
    """Refuse a sheet whose filled cells span more than `MAX_CELLS`: the reader would allocate them all."""
    rows = max((int(match[1]) for match in _ROW.finditer(xml)), default=0)
    if rows <= COMMON_ROWS and not _WIDE.search(xml):
        return
    height = width = 0
    for match in _CELL.finditer(xml):
        height = max(height, int(match[2]))
        width = max(width, column_number(match[1].decode()))
    if height * width > MAX_CELLS:
        detail = words.SIZE_CELLS.format(sheet=label, rows=height, columns=width)
        raise WorkbookTooLarge(name=name, detail=detail)


def _identity(package: zipfile.ZipFile, name: str, mark: str = MASTER_PROPERTY) -> str:
    if "docProps/custom.xml" not in package.namelist():
        return ""
    for item in _parse(_part(package, "docProps/custom.xml", name)):
        if item.get("name") == mark:
            return "".join(str(text) for text in item.itertext()).strip()
    return ""
