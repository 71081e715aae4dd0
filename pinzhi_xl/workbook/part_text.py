"""Text of a cell in a sheet part and back: what XML may hold, Excel's ``_xHHHH_`` escapes, entities."""

import re

LIMIT = 32_767
"""UTF-16 units that one cell may hold."""

_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ENTITY = re.compile(r"&(?:#(\d+)|#x([0-9A-Fa-f]+)|(lt|gt|amp|quot|apos));")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}


def clean(text: str) -> str:
    """The text without what a cell cannot hold: control characters go, lone surrogates become U+FFFD."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    paired = lines.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _ILLEGAL.sub("", _SURROGATE.sub("\ufffd", paired))


def length(text: str) -> int:
    """Length as Excel counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def markup(text: str) -> bytes:
    """XML bytes of a clean text inside ``<t>``; a literal ``_x000D_`` stays literal."""
    return escaped(_LOOKS_ESCAPED.sub("_x005F_", text))


def escaped(text: str) -> bytes:
    """XML bytes of a text, fit for element content and attribute values."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return safe.encode()


def plain(xml: bytes) -> str:
    """The text that XML bytes stand for, Excel's escapes decoded as well."""
    return unescaped_excel(unescaped(xml))


def unescaped(xml: bytes) -> str:
    """The text that XML bytes stand for."""
    text = xml.decode("utf-8", "replace")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _ENTITY.sub(_character, text) if "&" in text else text


def unescaped_excel(text: str) -> str:
    """The text with Excel's ``_xHHHH_`` escapes decoded."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _character(match: re.Match[str]) -> str:
    decimal, hexadecimal, name = match.groups()
    if name:
        return _NAMED[name]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code) if code <= 0x10FFFF else "\ufffd"
