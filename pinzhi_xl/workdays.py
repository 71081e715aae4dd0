"""Working days of the office, by the 节假日 sheet (law.md §5.3; 国务院办公厅 yearly notices)."""

from collections.abc import Mapping
from datetime import date, timedelta

from pinzhi_xl.month import Month

DAY = timedelta(days=1)


class Calendar:
    """Days off and extra working days as listed; where nothing is listed, Monday to Friday."""

    def __init__(self, working: Mapping[date, bool]) -> None:
        self._working = dict(working)
        self._years = {day.year for day in self._working}

    def knows(self, year: int) -> bool:
        """True when the year has at least one listed day: only then are its figures more than a guess."""
        return year in self._years

    def is_workday(self, day: date) -> bool:
        """First the list, then the weekday."""
        return self._working.get(day, day.weekday() < 5)

    def add(self, day: date, workdays: int) -> date:
        """The day `workdays` working days after `day`; 0 gives `day` itself."""
        while workdays > 0:
            day += DAY
            workdays -= self.is_workday(day)
        return day

    def last_workday(self, month: Month) -> date:
        """The last working day of a month (Z18; golden table of law.md §5.2)."""
        day = month.last
        while not self.is_workday(day):
            day -= DAY
        return day
