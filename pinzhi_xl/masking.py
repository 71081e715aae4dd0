"""What circulated papers show of persons: names, personal numbers, owners and their rooms (law.md §4)."""

import re
from collections.abc import Callable, Iterable

from pinzhi_xl.wording import privacy as words

_MASK = "*"
_SHOWN = 3

PERSONAL_NUMBER = re.compile(
    r"(?<!\d)(?:"
    r"(?:\+?86[- ]?)?1[3-9]\d(?P<gap>[- ]?)\d{4}(?P=gap)\d{4}"
    r"|\d{17}[\dXxＸｘ]|\d{6}[- ]\d{8}[- ]\d{3}[\dXx]"
    r")(?!\d)"
)
"""A mobile number (also in groups, also with 86 before it) or an identity number (law.md §4)."""

_PHONE = re.compile(r"(?<!\d)(1[3-9]\d)[- ]?\d{4}[- ]?(\d{4})(?!\d)")
_ROOM = re.compile(
    rf"(?P<house>{words.HOUSE})\s*(?:{words.UNIT_NUMBER}\s*(?P<unit>{words.UNIT})\s*)?{words.ROOM_NUMBER}"
)


def mask_name(name: str) -> str:
    """``张三丰`` → ``张*``: the first character only, whatever the length; empty for an empty name."""
    bare = name.strip()
    if bare == words.ARCHIVED:
        return bare
    return f"{bare[0]}{_MASK}" if bare else ""


def mask_names(text: str, names: Iterable[str], kept: Iterable[str] = ()) -> str:
    """`text` with every one of `names` masked wherever it stands but those `kept`; the longer of two names first.

    Blanks between the characters of a name make no difference.
    """
    shown = {bare for name in kept if (bare := "".join(name.split()))}
    bare_names = {bare for name in names if len(bare := "".join(name.split())) > 1} | shown

    def masked(name: str) -> str:
        return name if "".join(name.split()) in shown else mask_name(name)

    return _replaced(text, bare_names, masked)


def nameless(text: str | None, names: Iterable[str]) -> str:
    """`text` that says of nobody who it was and of no owner where: for what a whole room sees (law.md §4)."""
    bare = mask_rooms(mask_personal_numbers(text or ""))
    known = {name for spaced in names if len(name := "".join(spaced.split())) > 1}
    return _replaced(bare, known, lambda name: words.SOMEBODY)


def _replaced(text: str, names: Iterable[str], shown: Callable[[str], str]) -> str:
    """`text` with every one of `names` as `shown` says, the longer of two first, whatever blanks are in them."""
    known = sorted(names, key=lambda name: (-len(name), name))
    if not known:
        return text
    spaced = (r"\s*".join(map(re.escape, name)) for name in known)
    return re.sub("|".join(spaced), lambda match: shown(match[0]), text)


def mask_personal_numbers(text: str) -> str:
    """Identity and mobile numbers with all but the first three characters masked (law.md §4, W3)."""
    return PERSONAL_NUMBER.sub(lambda match: match[0][:_SHOWN] + _MASK * (len(match[0]) - _SHOWN), text)


def mask_owner(name: str) -> str:
    """An owner's name: ``张三`` → ``张先生/女士``; how one is addressed already stays (law.md §4 业主信息)."""
    bare = "".join(name.split())
    if not bare:
        return ""
    compound = (word for word in words.COMPOUND_SURNAMES if bare.startswith(word) and len(bare) > len(word))
    surname = next(compound, bare[0])
    title = next((title for title in (words.MISTER, words.MISS) if bare.endswith(title)), None)
    return words.EITHER.format(surname=surname) if title is None else surname + title


def mask_phone(number: str) -> str:
    """A telephone number in a column of its own: the middle four digits masked (law.md §4 业主信息)."""
    return _PHONE.sub(rf"\g<1>{_MASK * 4}\g<2>", number)


def mask_rooms(text: str) -> str:
    """Rooms of owners: ``3栋1单元502室`` → ``3栋*单元``, without a unit ``3栋*室`` (law.md §4 业主信息)."""
    return _ROOM.sub(lambda match: f"{match['house']}{_MASK}{match['unit'] or words.ROOM}", text)
