"""What Excel (zh-CN) makes of a text typed into a cell or assigned to it through COM."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

EPOCH = dt.datetime(1899, 12, 30)
"""Serial number 0 of a date value as COM hands it over."""

DATE, DATE_TIME, TIME = "yyyy/m/d", "yyyy/m/d h:mm", "h:mm:ss"
"""Formats put on a General cell that is given a date, a date with a time, a time."""

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xFFE5: 0xA5}
_NUMBER = re.compile(
    r"(?P<open>\()?(?P<sign>[+-])?\s*(?P<money>[¥$])?\s*(?P<digits>\d{1,3}(?:,\d{3})+|\d*)"
    r"(?:\.(?P<decimals>\d*))?(?:[eE](?P<exponent>[+-]?\d{1,3}))?\s*(?P<percent>%)?(?P<close>\))?"
)
_FRACTION = re.compile(r"(\d+) (\d{1,3})/(\d{1,3})")
_DAY = re.compile(r"(\d{4}|\d{1,2})[-/](\d{1,2})[-/](\d{1,2})|(\d{4}|\d{2})年(\d{1,2})月(\d{1,2})日")
_PAIR = re.compile(r"(\d{1,4})[-/](\d{1,4})")
_YEAR_MONTH = re.compile(r"(\d{4}|\d{2})年(\d{1,2})月")
_MONTH_DAY = re.compile(r"(\d{1,2})月(\d{1,2})日")
_CLOCK = re.compile(r"(\d{1,4}):(\d{1,2})(?::(\d{1,2}(?:\.\d{1,3})?))?(?: ?([AP])M?)?", re.IGNORECASE)
_CLOCK_WORDS = re.compile(r"(?:([上下])午)?(\d{1,2})[时時](\d{1,2})分(?:(\d{1,2})秒)?")
_ERRORS = ("#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!")


@dataclass(frozen=True)
class Entry:
    """What a cell comes to hold, and the format a General cell takes on with it."""

    kind: Literal["empty", "text", "number", "logical", "formula"]
    value: str | float | bool = ""
    code: str | None = None


def serial(moment: dt.datetime) -> float:
    """The number Excel stores for a moment."""
    return (moment - EPOCH) / dt.timedelta(days=1)


def typed(text: str, today: dt.date | None = None) -> Entry:
    """What Excel makes of `text` in a cell that is not formatted as text."""
    if not text:
        return Entry("empty")
    if text[0] == "'":
        return Entry("text", text[1:])
    plain = text.translate(_WIDE).strip()
    if plain.upper() in ("TRUE", "FALSE"):
        return Entry("logical", plain.upper() == "TRUE")
    if plain.upper() in _ERRORS:
        return Entry("formula", "=" + plain.upper())
    found = _number(plain) or _fraction(plain) or _moment(plain, today or dt.date.today())
    if found is not None:
        return found
    if text[0] == "=" and len(text) > 1:
        return Entry("formula", text)
    if text[0] in "+-@" and len(text) > 1:
        return Entry("formula", "=" + text)
    return Entry("text", text)


def _number(text: str) -> Entry | None:
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    digits, decimals = found["digits"], found["decimals"]
    wrapped = found["open"] is not None
    if not (digits or decimals) or wrapped != (found["close"] is not None) or (wrapped and found["sign"]):
        return None
    number = float(_fifteen(digits.replace(",", ""), decimals or "") + f"e{found['exponent'] or 0}")
    if found["percent"]:
        number /= 100
    if wrapped or found["sign"] == "-":
        number = -number
    return Entry("number", number, _number_code(found))


def _fifteen(digits: str, decimals: str) -> str:
    """A number as written, its digits beyond the fifteenth set to 0."""
    kept, significant = "", 0
    for character in f"{digits or 0}.{decimals or 0}":
        if character != ".":
            significant += bool(significant or character != "0")
        kept += character if significant <= 15 or character == "." else "0"
    return kept


def _number_code(found: re.Match[str]) -> str | None:
    decimals = bool(found["decimals"])
    if found["percent"]:
        return "0.00%" if decimals else "0%"
    if found["money"]:
        sign = found["money"]
        figure = "#,##0.00" if decimals else "#,##0"
        return f"{sign}{figure};{sign}-{figure}"
    if found["exponent"]:
        return "0.00E+00"
    if "," in found["digits"]:
        return "#,##0.00" if decimals else "#,##0"
    return None


def _fraction(text: str) -> Entry | None:
    found = _FRACTION.fullmatch(text)
    if found is None or int(found[3]) == 0:
        return None
    return Entry("number", int(found[1]) + int(found[2]) / int(found[3]), "# ?/?")


def _moment(text: str, today: dt.date) -> Entry | None:
    day, _, clock = text.partition(" ")
    whole = _date(text, today)
    if whole is not None:
        return Entry("number", serial(whole[0]), whole[1])
    time = _time(text)
    if time is not None:
        return Entry("number", time[0], time[1])
    date, time = _date(day, today), _time(clock.strip())
    if date is None or time is None or time[0] >= 1:
        return None
    return Entry("number", serial(date[0]) + time[0], DATE_TIME)


def _day_of(year: int, month: int, day: int) -> dt.datetime | None:
    if year < 100:
        year += 2000 if year < 30 else 1900
    try:
        found = dt.datetime(year, month, day)
    except ValueError:
        return None
    return found if found.year >= 1900 else None


def _dated(code: str, year: int, month: int, day: int) -> tuple[dt.datetime, str] | None:
    found = _day_of(year, month, day)
    return None if found is None else (found, code)


def _date(text: str, today: dt.date) -> tuple[dt.datetime, str] | None:
    if found := _DAY.fullmatch(text):
        numbers = [int(part) for part in found.groups() if part]
        return _dated('yyyy"年"m"月"d"日"' if "年" in text else DATE, *numbers)
    if found := _YEAR_MONTH.fullmatch(text):
        return _dated('yyyy"年"m"月"', int(found[1]), int(found[2]), 1)
    if found := _MONTH_DAY.fullmatch(text):
        return _dated('m"月"d"日"', today.year, int(found[1]), int(found[2]))
    if found := _PAIR.fullmatch(text):
        return _pair(found[1], found[2], today)
    return None


def _pair(first: str, second: str, today: dt.date) -> tuple[dt.datetime, str] | None:
    """Two numbers: month and day of this year if they can be, else year and month, else month and year."""
    if len(first) <= 2 and len(second) <= 2:
        found = _dated('m"月"d"日"', today.year, int(first), int(second))
        if found is not None:
            return found
    for year, month in ((first, second), (second, first)):
        if len(year) in (2, 4) and len(month) <= 2:
            found = _dated("mmm-yy", int(year), int(month), 1)
            if found is not None:
                return found
    return None


def _time(text: str) -> tuple[float, str] | None:
    if found := _CLOCK.fullmatch(text):
        hours, minutes, seconds = int(found[1]), int(found[2]), float(found[3] or 0)
        half, code = (found[4] or "").upper(), TIME if found[3] else "h:mm"
        if half:
            code += " AM/PM"
    elif found := _CLOCK_WORDS.fullmatch(text):
        hours, minutes, seconds = int(found[2]), int(found[3]), float(found[4] or 0)
        half = {"上": "A", "下": "P"}.get(found[1] or "", "")
        code = 'h"时"mm"分"ss"秒"' if found[4] else 'h"时"mm"分"'
    else:
        return None
    if minutes > 59 or seconds >= 60 or (half and not 1 <= hours <= 12):
        return None
    if half:
        hours = hours % 12 + (12 if half == "P" else 0)
    if hours > 23:
        code = "[h]:mm:ss"
    return (hours * 3600 + minutes * 60 + seconds) / 86400, code
