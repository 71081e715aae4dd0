"""Where a key gets its number: decided once, before the number is taken.

Within a period the numbers themselves decide who was first. Two computers that issue the same paper at the
turn of the year would take numbers of different years, and two of which only one knows of a blank handed out
would take two numbers of one year; so the first to come writes the place down, exclusively, and all others
follow. A claim whose writer died before taking a number still holds: the paper then gets a number of the
period in which its issue was begun, or the blank that was meant. A claim of a blank that was voided or filled
otherwise is spent for good, and the next claim of the key decides. Claims are derived: an entry outranks its
claim, and a lost or torn claim costs only this protection.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pinzhi_xl.register.entry import canonical, digest
from pinzhi_xl.register.names import KEYS, Period
from pinzhi_xl.register.publish import publish, read_published


@dataclass(frozen=True, slots=True)
class Claim:
    """The period a key belongs to, and the number of the blank it fills; 0 for the next free number."""

    period: Period
    number: int = 0


def settled(folder: Path, key: str, wish: Claim, turn: int = 1) -> Claim:
    """The `turn`-th claim of `key` in the series of `folder`: `wish`, unless somebody settled it before."""
    again = f"-{turn}" if turn > 1 else ""
    target = folder / KEYS / f"{digest(key.encode())[:40]}{again}.json"
    said: dict[str, object] = {"key": key, "period": str(wish.period)}
    if wish.number:
        said["number"] = wish.number
    if publish(target, canonical(said), folder):
        return wish
    return _claimed(read_published(target), key) or wish


def _claimed(data: bytes, key: str) -> Claim | None:
    """What a claim says; None when it is torn or another key's."""
    try:
        said: Any = json.loads(data)
    except ValueError:
        return None
    if not isinstance(said, dict) or said.get("key") != key:
        return None
    period = Period.parse(str(said.get("period")))
    number = said.get("number", 0)
    return Claim(period, number if isinstance(number, int) else 0) if period else None
