"""A week from Monday to Sunday as a value (ISO 8601)."""

import re
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, order=True, slots=True)
class Week:
    """One week, known by its Monday; prints as ``2014-W33``."""

    first: date

    @classmethod
    def of(cls, day: date) -> "Week":
        """The week a day lies in."""
        return cls(day - timedelta(days=day.weekday()))

    @classmethod
    def parse(cls, text: str) -> "Week":
        """Read ``2014-W33`` or ``2014年第33周``; ValueError for anything else."""
        match = re.fullmatch(r"(\d{4})(?:-?[Ww]|年第)(\d{1,2})周?", text.strip())
        if not match:
            raise ValueError(f"{text!r} is no week")
        return cls(date.fromisocalendar(int(match[1]), int(match[2]), 1))

    @property
    def last(self) -> date:
        """Its Sunday."""
        return self.first + timedelta(days=6)

    @property
    def before(self) -> "Week":
        """The week before."""
        return Week(self.first - timedelta(days=7))

    @property
    def after(self) -> "Week":
        """The week after."""
        return Week(self.first + timedelta(days=7))

    @property
    def year(self) -> int:
        """The ISO year, which at the turn of the year is not always that of the day."""
        return self.first.isocalendar().year

    @property
    def number(self) -> int:
        """The ISO number of the week."""
        return self.first.isocalendar().week

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        return f"{self.year:04d}-W{self.number:02d}"
