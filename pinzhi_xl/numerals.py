"""Exact figures: half-up rounding and the way figures and dates are printed."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction


def half_up(value: Fraction | Decimal | int, places: int = 1) -> Decimal:
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


_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_UNITS = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿", "万亿")


def capital_money(amount: Decimal) -> str:
    """Chinese capitals of an amount of yuan, half-up to the fen (《支付结算办法》附件): 105 → 壹佰零伍元整.

    ValueError for negative amounts and those of 10^16 yuan or more.
    """
    amount = half_up(amount, 2)
    if not 0 <= amount < Decimal(10) ** 16:
        raise ValueError(f"{amount} cannot be written in capitals")
    yuan, fen = divmod(int(amount * 100), 100)
    whole = _capital_whole(yuan)
    jiao, fen = divmod(fen, 10)
    if not jiao and not fen:
        return f"{whole or '零'}元整"
    words = f"{whole}元" if whole else ""
    skipped = whole and (not jiao or yuan % 10 == 0)  # 1680.32 → …元零叁角贰分, 325.04 → …元零肆分
    words += "零" if skipped else ""
    words += f"{_DIGITS[jiao]}角" if jiao else ""
    return words + (f"{_DIGITS[fen]}分" if fen else "整")


def _capital_whole(number: int) -> str:
    words = ""
    for index, group in enumerate(_groups_of_four(number)):
        if not group:
            if words and not words.startswith("零"):
                words = "零" + words
            continue
        higher = number >= 10 ** (4 * (index + 1))
        words = _capital_group(group) + _GROUPS[index] + words
        if higher and group < 1000:
            words = "零" + words
    return words


def _groups_of_four(number: int) -> list[int]:
    groups = []
    while number:
        number, group = divmod(number, 10_000)
        groups.append(group)
    return groups


def _capital_group(group: int) -> str:
    words = ""
    for place in range(4):
        digit = group // 10**place % 10
        if digit:
            words = _DIGITS[digit] + _UNITS[place] + words
        elif words and not words.startswith("零"):
            words = "零" + words
    return words.removeprefix("零") if group >= 1000 else words.lstrip("零")
