"""In which period a key gets its number: decided once, before the number is taken.

Within a period the numbers themselves decide who was first. Two computers that issue the same paper at the
turn of the year would take numbers of different years; so the first to come writes the period down,
exclusively, and all others follow. A claim whose writer died before taking a number still holds: the paper
then gets a number of the period in which its issue was begun. Claims are derived: an entry outranks its
claim, and a lost or torn claim costs only this protection.
"""

import json
from pathlib import Path

from pinzhi_xl.register.entry import canonical, digest
from pinzhi_xl.register.names import KEYS, Period
from pinzhi_xl.register.publish import publish, read_published


def settled_period(folder: Path, key: str, period: Period) -> Period:
    """The period `key` belongs to in the series of `folder`: `period`, unless somebody settled it before."""
    target = folder / KEYS / f"{digest(key.encode())[:40]}.json"
    if publish(target, canonical({"key": key, "period": str(period)}), folder):
        return period
    return _claimed(read_published(target), key) or period


def _claimed(data: bytes, key: str) -> Period | None:
    """The period a claim names; None when it is torn or another key's."""
    try:
        claim = json.loads(data)
    except ValueError:
        return None
    if not isinstance(claim, dict) or claim.get("key") != key:
        return None
    return Period.parse(str(claim.get("period")))
