"""What options of the command line hold: months, days and weeks, refused in Chinese."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

import click

from pinzhi_xl.half_year import HalfYear, half_year_in
from pinzhi_xl.kinds import Fault, Kind, Reading, parse
from pinzhi_xl.month import Month
from pinzhi_xl.week import Week
from pinzhi_xl.wording import cli as words
from pinzhi_xl.wording.penalties import BAD_AMOUNT
from pinzhi_xl.wording.survey import BAD_PERIOD


class MonthType(click.ParamType[Month]):
    """A month like 2014-08."""

    name = "month"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Month:  # noqa: ANN401
        """The month, or a Chinese refusal."""
        if value in words.MONTH_NAMES:
            this = Month.of(date.today())
            return this.before if words.MONTH_NAMES[value] else this
        try:
            month = value if isinstance(value, Month) else Month.parse(value)
        except ValueError:
            return self.fail(words.BAD_MONTH.format(value=value), param, ctx)
        if not 1990 <= month.year <= 2199:
            self.fail(words.BAD_MONTH.format(value=value), param, ctx)
        return month


class HalfYearType(click.ParamType[HalfYear]):
    """A half year like 2026上半年."""

    name = "period"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> HalfYear:  # noqa: ANN401
        """The half year, or a Chinese refusal."""
        half = value if isinstance(value, HalfYear) else half_year_in(value)
        return half or self.fail(BAD_PERIOD.format(value=value), param, ctx)


class DayType(click.ParamType[date]):
    """A day as people type it."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401
        """The day, or a Chinese refusal."""
        day = value if isinstance(value, date) else parse(Kind.DATE, value, Reading())
        if isinstance(day, Fault) or not isinstance(day, date):
            self.fail(words.BAD_DATE.format(value=value), param, ctx)
        return day


class WeekType(DayType):
    """A week like 2014-W33, or any day in it; its Monday."""

    name = "week"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401
        """The Monday, or a Chinese refusal."""
        if isinstance(value, date):
            return value
        try:
            day: object = Week.parse(value).first
        except (ValueError, OverflowError):
            day = parse(Kind.DATE, value, Reading())
        if not isinstance(day, date) or not 1990 <= day.year <= 2199:
            self.fail(words.BAD_WEEK.format(value=value), param, ctx)
        return Week.of(day).first


class YearType(click.ParamType[date]):
    """A year like 2026; its first day."""

    name = "year"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401
        """The first day, or a Chinese refusal."""
        if isinstance(value, date):
            return value
        text = str(value).strip().removesuffix(words.YEAR_SIGN)
        if not (text.isdecimal() and 1990 <= int(text) <= 2199):
            self.fail(words.BAD_YEAR.format(value=value), param, ctx)
        return date(int(text), 1, 1)


class NameType(click.Choice[str]):
    """One of several names that are looked up when one is given: most calls need not load what knows them."""

    def __init__(self, names: Callable[[], Iterable[str]]) -> None:
        super().__init__(())
        self._names = names

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401
        """The name, or a refusal as of any other choice."""
        self.choices = tuple(self._names())
        return super().convert(value, param, ctx)


def report_names() -> Iterable[str]:
    """The kinds of report."""
    from pinzhi_xl.summary.kinds import REPORT_KINDS

    return REPORT_KINDS


def notice_names() -> Iterable[str]:
    """The kinds of numbered notice."""
    from pinzhi_xl.tasks.notices import NOTICE_KINDS

    return [kind.name for kind in NOTICE_KINDS]


class AmountType(click.ParamType[Decimal]):
    """An amount or a ratio from 0 up to `most`."""

    name = "amount"

    def __init__(self, most: int) -> None:
        self.most = Decimal(most)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Decimal:  # noqa: ANN401
        """The amount, or a Chinese refusal."""
        reading = Reading(low=Decimal(0), high=self.most)
        amount = value if isinstance(value, Decimal) else parse(Kind.MONEY, value, reading)
        if not isinstance(amount, Decimal):
            self.fail(BAD_AMOUNT.format(value=value, most=self.most), param, ctx)
        return amount
