"""A half of a year as a value."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from pinzhi_xl.month import Month

_NAMED = re.compile(r"(\d{4})\s*年?\s*(?:度\s*)?([上下])\s*半年?")
_LETTERED = re.compile(r"(\d{4})\s*-?\s*[Hh]([12])")


@dataclass(frozen=True, order=True, slots=True)
class HalfYear:
    """One half of one year, 1 or 2; ordered; prints as ``2026上半年``."""

    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> "HalfYear":
        """Read ``2026上半年``, ``2026年下半年`` or ``2026H1``; ValueError for anything else."""
        bare = unicodedata.normalize("NFKC", text).strip()
        match = _NAMED.fullmatch(bare) or _LETTERED.fullmatch(bare)
        if not match or not 1990 <= int(match[1]) <= 2199:
            raise ValueError(f"{text!r} is no half year")
        return cls(int(match[1]), 1 if match[2] in "上1" else 2)

    @classmethod
    def of(cls, day: date) -> "HalfYear":
        """The half year a day lies in."""
        return cls(day.year, 1 if day.month <= 6 else 2)

    @property
    def first(self) -> date:
        """First day of the half year."""
        return date(self.year, 6 * self.number - 5, 1)

    @property
    def last(self) -> date:
        """Last day of the half year."""
        return Month(self.year, 6 * self.number).last

    @property
    def before(self) -> "HalfYear":
        """The half year before this one."""
        return HalfYear(self.year, 1) if self.number == 2 else HalfYear(self.year - 1, 2)

    def __contains__(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.last

    def __str__(self) -> str:
        return f"{self.year}{'上' if self.number == 1 else '下'}半年"


def half_year_in(text: str | None) -> HalfYear | None:
    """A half year as typed; None for anything else."""
    try:
        return HalfYear.parse(text or "")
    except ValueError:
        return None
