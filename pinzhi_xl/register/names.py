"""How the register names its folders and files.

``<root>/<series>/<period>/000001.json``      number 1 as first entered (revision 1)
``<root>/<series>/<period>/000001-2.json``    what was entered about number 1 next: a void, later an edition
``<root>/<series>/keys/<hash>.json``          in which period a key gets its number (see claims.py)
``<root>/<series>/.….tmp``                    unfinished work; ignored, swept when a day old

A period is a year (``2014``) or, for a series numbered by month, a month (``2014-08``). One name is written
once and never changed; whoever publishes a name first owns it.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

KEYS = "keys"
TEMPORARY = ".tmp"

_PERIOD = re.compile(r"(\d{4})(?:-(\d{2}))?")
_FILE = re.compile(r"(\d{6,})(?:-(\d+))?\.json")
_SERIES = re.compile(r"[^\W_][\w-]{0,39}")


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """The span in which numbers run from 1: a year, or one of its months (`month` 0 = the whole year)."""

    year: int
    month: int = 0

    def __post_init__(self) -> None:
        if not (1900 <= self.year <= 9999 and 0 <= self.month <= 12):
            raise ValueError(f"{self.year}-{self.month} is no period of a register")

    @classmethod
    def parse(cls, name: str) -> "Period | None":
        """The period a folder name stands for; None for any other folder."""
        match = _PERIOD.fullmatch(name)
        if not match or int(match[1]) < 1900 or int(match[2] or 1) not in range(1, 13):
            return None
        return cls(int(match[1]), int(match[2] or 0))

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}" if self.month else f"{self.year:04d}"


class Slot(NamedTuple):
    """One write-once place of a period: a number and its revision."""

    number: int
    revision: int = 1

    @property
    def file_name(self) -> str:
        """``000001.json``, ``000001-2.json``."""
        return f"{self.number:06d}.json" if self.revision == 1 else f"{self.number:06d}-{self.revision}.json"


@lru_cache(maxsize=20_000)
def slot_of(file_name: str) -> Slot | None:
    """The slot a file name stands for; None for a stranger's file (a copy, Thumbs.db …)."""
    match = _FILE.fullmatch(file_name)
    if not match:
        return None
    slot = Slot(int(match[1]), int(match[2] or 1))
    return slot if slot.number > 0 and slot.file_name == file_name else None


def is_series(name: str) -> bool:
    """True when `name` can be a series: the name of a folder on every system."""
    return bool(_SERIES.fullmatch(name)) and name.casefold() != KEYS


def checked_series(series: str) -> str:
    """`series` itself; ValueError unless it can be a series."""
    if not is_series(series):
        raise ValueError(f"{series!r} cannot name a series")
    return series
