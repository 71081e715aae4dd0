"""How owners are spoken of: by surname and title, or as an owner (law.md §4 业主信息)."""

import re

from pinzhi_xl.masking import mask_owner, mask_rooms
from pinzhi_xl.wording.privacy import ARCHIVED
from pinzhi_xl.wording.service import GENERIC_OWNERS, OWNER_MARKS

LONGEST_NAME = 4

MASKED_ROOM = "***"
_ROOM_DIGITS = re.compile(r"(?<!\d)\d{3,4}(?!\d)")


def is_full_name(text: str) -> bool:
    """True for what looks like surname and given name: two to four characters without title or mask."""
    name = "".join(text.split())
    if name in GENERIC_OWNERS or name == ARCHIVED or any(mark in name for mark in OWNER_MARKS):
        return False
    return 2 <= len(name) <= LONGEST_NAME and all("一" <= sign <= "鿿" for sign in name)


def addressed(name: str | None, nobody: str) -> str:
    """How a paper addresses an owner; `nobody` where no name is given."""
    text = "".join((name or "").split())
    if not text or text == ARCHIVED:
        return nobody
    if text in GENERIC_OWNERS or any(mark in text for mark in OWNER_MARKS):
        return text if text in GENERIC_OWNERS or not text.endswith(("先生", "女士")) else mask_owner(text)
    return mask_owner(text)


def masked_room(room: str | None) -> str:
    """A room as papers show it: 3栋*单元; where no house is named, its digits are masked; empty for None."""
    text = (room or "").strip()
    shown = mask_rooms(text)
    return shown if shown != text else _ROOM_DIGITS.sub(MASKED_ROOM, text)
