"""Zip packages (.xlsx, .xlam, .zip) that are the same bytes whenever made of the same parts."""

import io
import re
import zipfile
from collections.abc import Mapping

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time every member carries: the first that a zip can hold."""

_CORE = "docProps/core.xml"
_CORE_TIME = re.compile(rb"(<dcterms:(created|modified)\b[^>]*>)[^<]*")
_FIRST = ("[Content_Types].xml", "_rels/.rels")


def deterministic_zip(parts: Mapping[str, bytes]) -> bytes:
    """A zip of `parts` in their order, with fixed times and attributes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        for name, content in parts.items():
            member = zipfile.ZipInfo(name, EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            package.writestr(member, content)
    return target.getvalue()


def unpack(content: bytes) -> dict[str, bytes]:
    """The parts of a zip by name, in their order."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def repack(content: bytes) -> bytes:
    """The same package without a trace of when it was made: member times and document times are fixed."""
    parts = unpack(content)
    if _CORE in parts:
        parts[_CORE] = _CORE_TIME.sub(rb"\g<1>1980-01-01T00:00:00Z", parts[_CORE])
    leading = {name: parts.pop(name) for name in _FIRST if name in parts}
    return deterministic_zip(leading | parts)
