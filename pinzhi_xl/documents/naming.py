"""File names that Windows, macOS and Linux accept alike."""

import re
import unicodedata

from pinzhi_xl.wording.documents import UNNAMED

LONGEST_UTF16 = 100
LONGEST_UTF8 = 200

_LOOKALIKES = str.maketrans(
    {"\\": "＼", "/": "／", ":": "：", "*": "＊", "?": "？", '"': "＂", "<": "＜", ">": "＞", "|": "｜"}
)
_RESERVED = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])\s*(?:\.|$)", re.IGNORECASE)


def file_name(*parts: str, suffix: str = ".docx") -> str:
    """One legal file name of `parts` joined by spaces; the same for the same parts.

    Characters Windows forbids become their full-width twins. Different parts may give one name: callers that
    care put a number in front.
    """
    stem = " ".join(cleaned for part in parts if (cleaned := _clean(part)))
    stem = re.sub(r"^[.~$\s]+", "", stem)
    stem = _bounded(stem, suffix).rstrip(". ") or UNNAMED
    return f"_{stem}{suffix}" if _RESERVED.match(stem) else stem + suffix


def _clean(part: str) -> str:
    text = unicodedata.normalize("NFC", part)
    kept = "".join(char for char in text if char.isspace() or unicodedata.category(char)[0] != "C")
    return " ".join(kept.translate(_LOOKALIKES).split())


def _bounded(stem: str, suffix: str) -> str:
    while _too_long(stem + suffix):
        stem = stem[:-1]
    return stem


def _too_long(name: str) -> bool:
    return len(name.encode("utf-16-le")) > 2 * LONGEST_UTF16 or len(name.encode()) > LONGEST_UTF8
