"""Office files as parts: reading with limits, writing byte for byte the same every time."""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from pinzhi_xl.archive import deterministic_zip

MOST_BYTES = 64 * 2**20
MOST_PARTS = 2_000
CORE_PROPERTIES = "docProps/core.xml"

# An office file tells nothing of who or when: the register does. The same content is the same bytes.
CORE_XML = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b"<cp:coreProperties"
    b' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    b' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    b' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    b"<dc:creator>pinzhi_xl</dc:creator><cp:lastModifiedBy>pinzhi_xl</cp:lastModifiedBy>"
    b'<dcterms:created xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z</dcterms:created>'
    b'<dcterms:modified xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z</dcterms:modified>'
    b"</cp:coreProperties>"
)


class PackageTooLargeError(ValueError):
    """More parts or bytes than an office file of this product may have."""


class PackageEncryptedError(ValueError):
    """A part is protected by a password."""


def read_package(content: bytes) -> dict[str, bytes]:
    """The parts of an office file by name; ValueError for what is none, is encrypted or is too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            _check_sizes(members)
            return {member.filename: archive.read(member) for member in members}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError) as error:
        raise ValueError(str(error)) from error


def _check_sizes(members: list[zipfile.ZipInfo]) -> None:
    if any(member.flag_bits & 1 for member in members):
        raise PackageEncryptedError
    if len({member.filename for member in members}) < len(members):
        raise ValueError("duplicate parts")
    if len(members) > MOST_PARTS or sum(member.file_size for member in members) > MOST_BYTES:
        raise PackageTooLargeError


def write_package(parts: Mapping[str, bytes], owner: str = "") -> bytes:
    """One office file of `parts` in their order, with fixed times and fixed core properties.

    `owner` is the UUID of the master a report was made from; it is kept in the core properties.
    """
    fixed = {CORE_PROPERTIES: _core(owner)} if CORE_PROPERTIES in parts else {}
    return deterministic_zip({**parts, **fixed})


def _core(owner: str) -> bytes:
    mark = b"<dc:identifier>%s</dc:identifier>" % owner.encode() if owner else b""
    return CORE_XML.replace(b"</cp:coreProperties>", mark + b"</cp:coreProperties>")


def with_owner(content: bytes, owner: str) -> bytes:
    """The same office file, marked as made from the master with this UUID."""
    return write_package(read_package(content), owner)


def owner_of(path: Path) -> str | None:
    """The UUID a file of this program is marked with, empty when with none; None when somebody else saved it."""
    try:
        core = read_package(path.read_bytes()).get(CORE_PROPERTIES, CORE_XML)
    except (OSError, ValueError):
        return None
    match = re.search(rb"<dc:identifier>([0-9a-f-]*)</dc:identifier>", core)
    owner = match[1].decode() if match else ""
    return owner if core == _core(owner) else None
