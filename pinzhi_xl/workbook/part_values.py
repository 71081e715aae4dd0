"""What a cell holds, as the file format sees it, and how a task's value becomes that."""

import math
import re
import unicodedata
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from pinzhi_xl.kinds import fold
from pinzhi_xl.model import Link, Value
from pinzhi_xl.workbook.part_text import clean

_EPOCH_1900 = datetime(1899, 12, 30)
_EPOCH_1904 = datetime(1904, 1, 1)
_FIRST_SAFE_DAY = datetime(1900, 3, 1)  # before it Excel counts a 29 February 1900
_DAY = timedelta(days=1)
_EXACT_DIGITS = 15
_NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?")


class Content(NamedTuple):
    """A cell's content: kind blank, ``n`` number, ``s`` text, ``b`` truth, ``e`` error, ``f`` formula."""

    kind: str = ""
    text: str = ""


BLANK = Content()


def content_of(value: Value, *, dated: bool, date1904: bool) -> Content:
    """The content that a value becomes in a cell whose style is a date format (`dated`) or not."""
    if isinstance(value, Link):
        value = value.text
    if isinstance(value, date | time):
        return _moment(value, dated=dated, date1904=date1904)
    if isinstance(value, bool):
        return Content("b", str(int(value)))
    if isinstance(value, int):
        return Content("n" if len(str(abs(value))) <= _EXACT_DIGITS else "s", str(value))
    if isinstance(value, Decimal):
        return Content("n", format(value, "f"))
    text = clean(value or "")
    return Content("s", text) if text else BLANK


def _moment(value: date | time, *, dated: bool, date1904: bool) -> Content:
    number = serial(value, date1904=date1904) if dated else None
    if number is not None:
        return Content("n", repr(number).removesuffix(".0"))
    return Content("s", value.isoformat(" ") if isinstance(value, datetime) else value.isoformat())


def serial(value: date | time, *, date1904: bool) -> float | None:
    """Excel's number of a moment; None for days that Excel counts wrongly or not at all."""
    if isinstance(value, time):
        return (datetime.combine(_EPOCH_1904, value.replace(tzinfo=None)) - _EPOCH_1904) / _DAY
    moment = value if isinstance(value, datetime) else datetime.combine(value, time())
    moment = moment.replace(tzinfo=None)
    if moment < (_EPOCH_1904 if date1904 else _FIRST_SAFE_DAY):
        return None
    return (moment - (_EPOCH_1904 if date1904 else _EPOCH_1900)) / _DAY


def same_content(left: Content, right: Content) -> bool:
    """Whether two contents are equal, numbers by value."""
    if left.kind == right.kind == "n":
        return as_number(left.text) == as_number(right.text)
    return left == right


def as_number(text: str) -> float:
    """The number a ``<v>`` holds; NaN, which equals nothing, when it holds none."""
    try:
        return float(text)
    except ValueError:
        return math.nan


def same_key(expected: Value, found: Content, *, date1904: bool) -> bool:
    """Whether a key cell still reads as it did, whether it is stored as a number or as text."""
    if isinstance(expected, Link):
        expected = expected.text
    if isinstance(expected, date | time):
        return _same_moment(expected, found, date1904=date1904)
    text = "" if expected is None else str(expected)
    return text == found.text or canonical(text) == canonical(found.text)


def _same_moment(expected: date | time, found: Content, *, date1904: bool) -> bool:
    if found.kind == "n":
        number = serial(expected, date1904=date1904)
        return number is not None and math.isclose(number, as_number(found.text), abs_tol=1e-6)
    wanted = [int(part) for part in re.findall(r"\d+", expected.isoformat())]
    digits = unicodedata.normalize("NFKC", found.text)
    given = [int(part) for part in re.findall(r"\d+", digits)]
    return bool(given) and given + [0] * (len(wanted) - len(given)) == wanted


def canonical(text: str) -> str:
    """One spelling for a code: width, blanks and case folded, ``12.0`` and ``12`` alike; ``007`` stays."""
    folded = fold(text)
    if not _NUMBER.fullmatch(folded):
        return folded
    try:
        number = Decimal(folded)
    except InvalidOperation:
        return folded
    whole = Decimal(repr(float(number))) if len(number.as_tuple().digits) > _EXACT_DIGITS else number
    return format(whole.normalize(), "f") if abs(whole.adjusted()) < 400 else folded
