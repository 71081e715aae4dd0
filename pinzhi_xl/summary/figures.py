"""Figures as reports print them: exact until printed, one place half-up, “—” for what there is not."""

from datetime import date, time
from decimal import Decimal
from fractions import Fraction

from pinzhi_xl.month import Month
from pinzhi_xl.numerals import half_up, plain
from pinzhi_xl.week import Week
from pinzhi_xl.wording import reports as words


def one(value: Fraction | Decimal | None) -> str:
    """A score or mean with one place; “—” for None."""
    return words.NOTHING if value is None else f"{half_up(value)}"


def points(value: Decimal | None) -> str:
    """Points deducted, without needless zeros; “—” for None."""
    return words.NOTHING if value is None else plain(value)


def share(part: int | Decimal, whole: int | Decimal) -> str:
    """Per cent with one place; “—” when there is no whole."""
    return per_cent(Fraction(part) / Fraction(whole)) if whole else words.NOTHING


def per_cent(value: Fraction | None) -> str:
    """A fraction of one in per cent; “—” for None."""
    return words.NOTHING if value is None else words.PER_CENT.format(figure=one(value * 100))


def rate_text(value: Decimal | None) -> str:
    """A rate that is in per cent already."""
    return words.NOTHING if value is None else words.PER_CENT.format(figure=value)


def change(now: Decimal | None, before: Decimal | None) -> str:
    """↑1.2, ↓0.5 or 持平 between two printed figures; “—” when there is nothing to compare."""
    if now is None or before is None:
        return words.NOTHING
    if now == before:
        return words.SAME
    return (words.UP if now > before else words.DOWN).format(figure=half_up(abs(now - before)))


def rank_change(now: int | None, before: int | None) -> str:
    """Places won (↑) or lost (↓); 新 for a community that was not ranked before."""
    if now is None:
        return words.NOTHING
    if before is None:
        return words.NEW
    if now == before:
        return words.SAME
    return (words.UP if now < before else words.DOWN).format(figure=abs(now - before))


def short_day(day: date | None) -> str:
    """8月4日; “—” for None."""
    return words.NOTHING if day is None else words.DATE.format(month=day.month, day=day.day)


def weekday(day: date) -> str:
    """周一 to 周日."""
    return words.WEEKDAYS[day.weekday()]


def times(start: time | None, end: time | None) -> str:
    """9:00–11:30; empty when neither is known."""
    if start is None and end is None:
        return ""
    return words.TIMES.format(start=clock(start), end=clock(end))


def clock(at: time | None) -> str:
    """9:05; empty for None."""
    return "" if at is None else f"{at.hour}:{at.minute:02}"


def month_name(month: Month) -> str:
    """2014年8月."""
    return words.MONTH.format(year=month.year, month=month.number)


def week_name(week: Week) -> str:
    """2014年第33周（8月11日—8月17日）."""
    return words.WEEK.format(
        year=week.year, number=week.number, first=short_day(week.first), last=short_day(week.last)
    )
