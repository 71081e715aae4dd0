"""Office files as parts: reading with limits, writing byte for byte the same every time."""

import io
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


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """One office file of `parts` in their order, with fixed times and fixed core properties."""
    fixed = {CORE_PROPERTIES: CORE_XML} if CORE_PROPERTIES in parts else {}
    return deterministic_zip({**parts, **fixed})


def is_untouched(path: Path) -> bool:
    """True when a file is as this program wrote it: any program that saves it puts its own properties in."""
    try:
        return read_package(path.read_bytes()).get(CORE_PROPERTIES, CORE_XML) == CORE_XML
    except (OSError, ValueError):
        return False
