"""A calendar month as a value."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, order=True, slots=True)
class Month:
    """One month of one year; ordered; prints as ``2014-08``."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if not (1 <= self.number <= 12 and 1900 <= self.year <= 9999):
            raise ValueError(f"{self.year}-{self.number} is no month")

    @classmethod
    def parse(cls, text: str) -> "Month":
        """Read ``2014-08``, ``2014-8``, ``2014/8`` or ``2014年8月``; ValueError for anything else."""
        match = re.fullmatch(r"(\d{4})(?:[-/.]|年)(\d{1,2})月?", text.strip())
        if not match:
            raise ValueError(f"{text!r} is no month")
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def of(cls, day: date) -> "Month":
        """The month a day lies in."""
        return cls(day.year, day.month)

    @property
    def first(self) -> date:
        """First day of the month."""
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """Last calendar day of the month."""
        return date(self.year, self.number, monthrange(self.year, self.number)[1])

    @property
    def before(self) -> "Month":
        """The month before this one."""
        return Month.of(self.first - timedelta(days=1))

    def __contains__(self, day: date) -> bool:
        return day.year == self.year and day.month == self.number

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"
