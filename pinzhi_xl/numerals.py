"""Exact figures: half-up rounding and the way figures and dates are printed."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction


def half_up(value: Fraction | Decimal, places: int = 1) -> Decimal:
    """`value` rounded half-up, away from zero at exactly one half, to `places` decimals.

    A Fraction is rounded exactly: no intermediate decimal expansion can move a figure across .x5
    (scoring contract: no intermediate rounding, final values half-up).
    """
    if isinstance(value, Decimal):
        value = Fraction(value)
    scaled = value * 10**places
    whole, rest = divmod(abs(scaled), 1)
    rounded = int(whole) + (1 if rest >= Fraction(1, 2) else 0)
    signed = -rounded if scaled < 0 else rounded
    return Decimal(signed).scaleb(-places).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def plain(value: Decimal) -> str:
    """A figure without needless zeros and never in powers of ten: 2, 0.5, 100."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def chinese_date(day: date) -> str:
    """2014年8月4日: no leading zeros, as papers are dated."""
    return f"{day.year}年{day.month}月{day.day}日"
