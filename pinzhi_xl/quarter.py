"""A quarter of a year as a value."""

from dataclasses import dataclass
from datetime import date

from pinzhi_xl.month import Month


@dataclass(frozen=True, order=True, slots=True)
class Quarter:
    """One quarter of one year, 1 to 4; ordered; prints as ``2014年第3季度``."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Quarter":
        """The quarter a day lies in."""
        return cls(day.year, (day.month + 2) // 3)

    @property
    def first(self) -> date:
        """First day of the quarter."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last(self) -> date:
        """Last day of the quarter."""
        return Month(self.year, 3 * self.number).last

    @property
    def before(self) -> "Quarter":
        """The quarter before this one."""
        return Quarter(self.year, self.number - 1) if self.number > 1 else Quarter(self.year - 1, 4)

    def __contains__(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.last

    def __str__(self) -> str:
        return f"{self.year}年第{self.number}季度"
