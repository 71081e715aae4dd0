"""Names of persons on papers that are circulated: the first character only (law.md §4)."""

import re
from collections.abc import Iterable

_MASK = "*"


def mask_name(name: str) -> str:
    """``张三丰`` → ``张*``: the first character only, whatever the length; empty for an empty name."""
    bare = name.strip()
    return f"{bare[0]}{_MASK}" if bare else ""


def mask_names(text: str, names: Iterable[str]) -> str:
    """`text` with every one of `names` masked wherever it stands; the longer of two names first.

    Blanks between the characters of a name make no difference.
    """
    known = sorted({bare for name in names if len(bare := name.strip()) > 1}, key=lambda name: (-len(name), name))
    if not known:
        return text
    spaced = (r"\s*".join(map(re.escape, name.replace(" ", ""))) for name in known)
    return re.sub("|".join(spaced), lambda match: mask_name(match[0]), text)
