"""The kinds of cell content: how what people type becomes a value, or a fault.

Accepted as typed: contract §3. Anything doubtful is a `Fault`, never a guess.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from enum import Enum

Raw = str | int | float | bool | date | datetime | time | timedelta | None
Grid = Sequence[Sequence[Raw]]
"""The cells of a sheet, row by row from A1; rows may differ in length."""

Parsed = str | int | Decimal | date | time | bool | tuple[str, ...] | None

YES, NO = "是", "否"
LIST_MARK = "、"
"""Parts the entries of a list wherever the program writes one."""

SEPARATORS = re.compile(r"[、,，;；]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff￾￿]")
_DATE = re.compile(r"(\d{4})\s*(?:[-/.]|年)\s*(\d{1,2})\s*(?:[-/.]|月)\s*(\d{1,2})\s*日?")
_MIDNIGHT = re.compile(r"[ T]0{1,2}:00(:00(\.0+)?)?$")
_TIME = re.compile(r"(\d{1,2})\s*[:点时]\s*(\d{1,2})?\s*分?(?::(\d{1,2}))?")
_NUMBER = re.compile(r"[-+]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?")


class Kind(Enum):
    """What a column holds; the value is the name used by ``pinzhi schema --json``."""

    TEXT = "text"
    CODE = "code"
    WHOLE = "whole"
    POINTS = "points"
    MONEY = "money"
    DATE = "date"
    TIME = "time"
    CHOICE = "choice"
    LIST = "list"
    REFERENCE = "reference"
    YES_NO = "yes/no"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a cell could not be read: a code of the problem catalogue and what its sentence needs."""

    code: str
    facts: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a parser must know of its column besides the raw value.

    `known` maps the folded spelling (see `fold`) of every allowed value, aliases included, to its standard form;
    None where anything is allowed. `low` and `high` bound numbers, both inclusive.
    """

    known: Mapping[str, str] | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    code_like: bool = False
    unknown: str = "not-a-choice"


def fold(text: str) -> str:
    """One spelling for comparison: full-width as half-width, no blanks, case ignored."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return "".join(text.split()).casefold()


def clean(text: str) -> str:
    """Text as typed, less control characters and outer blanks; line ends as newlines."""
    if text.isprintable() and "_x000D_" not in text:
        return text.strip()
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "")).strip()


def _number_text(value: float) -> str:
    """A float as a person would write it: 12.0 → 12, at most the 15 digits a sheet keeps."""
    return f"{Decimal(format(value, '.15g')).normalize():f}"


def as_text(raw: Raw | Decimal) -> str:
    """Any raw value as the text a person sees."""
    if isinstance(raw, bool):
        return "TRUE" if raw else "FALSE"
    if isinstance(raw, float):
        return _number_text(raw)
    if isinstance(raw, datetime):
        return raw.date().isoformat() if raw.time() == time() else raw.isoformat(" ", "minutes")
    if isinstance(raw, date):
        return raw.isoformat()
    if isinstance(raw, time):
        return raw.isoformat("minutes")
    return "" if raw is None else clean(str(raw))


def spell(value: Parsed) -> str:
    """A parsed value as a person would type it."""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, tuple):
        return LIST_MARK.join(value)
    return f"{value:f}" if isinstance(value, Decimal) else as_text(value)


def _read_text(raw: Raw, reading: Reading) -> Parsed | Fault:
    return as_text(raw) or None


def _read_code(raw: Raw, reading: Reading) -> Parsed | Fault:
    if isinstance(raw, date | time | timedelta):
        return Fault("code-became-date")
    return unicodedata.normalize("NFKC", as_text(raw)).strip().upper() or None


def _read_number(raw: Raw, reading: Reading) -> Decimal | Fault:
    if isinstance(raw, bool | date | time | timedelta):
        return Fault("not-a-number")
    text = unicodedata.normalize("NFKC", as_text(raw)).strip()
    if not _NUMBER.fullmatch(text):
        return Fault("not-a-number")
    try:
        number = Decimal(text.replace(",", ""))
    except InvalidOperation:
        return Fault("not-a-number")
    if (reading.low is not None and number < reading.low) or (reading.high is not None and number > reading.high):
        return Fault("out-of-range", {"low": _bound(reading.low), "high": _bound(reading.high)})
    return number


def _bound(value: Decimal | None) -> str:
    return "—" if value is None else f"{value:f}"


def _read_whole(raw: Raw, reading: Reading) -> Parsed | Fault:
    number = _read_number(raw, reading)
    if isinstance(number, Fault):
        return number
    return int(number) if number == number.to_integral_value() else Fault("not-whole")


def _read_date(raw: Raw, reading: Reading) -> Parsed | Fault:
    if isinstance(raw, datetime):
        day = raw.date()
    elif isinstance(raw, date):
        day = raw
    elif isinstance(raw, str):
        text = _MIDNIGHT.sub("", unicodedata.normalize("NFKC", raw).strip())
        match = _DATE.fullmatch(text)
        if not match:
            return Fault("not-a-date")
        try:
            day = date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            return Fault("impossible-date")
    else:
        return Fault("not-a-date")
    return day if 1990 <= day.year <= 2199 else Fault("impossible-date")


def _read_time(raw: Raw, reading: Reading) -> Parsed | Fault:
    if isinstance(raw, datetime):
        return raw.time().replace(microsecond=0)
    if isinstance(raw, time):
        return raw.replace(microsecond=0)
    if isinstance(raw, timedelta) and timedelta() <= raw < timedelta(days=1):
        return (datetime.min + raw).time().replace(microsecond=0)
    match = isinstance(raw, str) and _TIME.fullmatch(unicodedata.normalize("NFKC", raw).strip())
    if not match:
        return Fault("not-a-time")
    try:
        return time(int(match[1]), int(match[2] or 0), int(match[3] or 0))
    except ValueError:
        return Fault("not-a-time")


def _standard_form(text: str, reading: Reading) -> str | Fault:
    if reading.known is None:
        return unicodedata.normalize("NFKC", text).upper() if reading.code_like else text
    found = reading.known.get(fold(text))
    return Fault(reading.unknown, {"entry": text}) if found is None else found


def _read_known(raw: Raw, reading: Reading) -> Parsed | Fault:
    if reading.code_like and isinstance(raw, date | time | timedelta):
        return Fault("code-became-date")
    return _standard_form(as_text(raw), reading)


def _read_list(raw: Raw, reading: Reading) -> Parsed | Fault:
    found: dict[str, None] = {}
    for part in SEPARATORS.split(as_text(raw)):
        if part.strip():
            entry = _standard_form(part.strip(), reading)
            if isinstance(entry, Fault):
                return entry
            if entry:
                found[entry] = None
    return tuple(found)


_YES_NO = {YES: True, NO: False, "true": True, "false": False, "y": True, "n": False, "√": True, "✓": True}


def _read_yes_no(raw: Raw, reading: Reading) -> Parsed | Fault:
    return _YES_NO.get(fold(as_text(raw)), Fault("not-yes-no"))


_PARSERS: dict[Kind, Callable[[Raw, Reading], Parsed | Fault]] = {
    Kind.TEXT: _read_text,
    Kind.CODE: _read_code,
    Kind.WHOLE: _read_whole,
    Kind.POINTS: _read_number,
    Kind.MONEY: _read_number,
    Kind.DATE: _read_date,
    Kind.TIME: _read_time,
    Kind.CHOICE: _read_known,
    Kind.LIST: _read_list,
    Kind.REFERENCE: _read_known,
    Kind.YES_NO: _read_yes_no,
}


def parse(kind: Kind, raw: Raw, reading: Reading) -> Parsed | Fault:
    """The value of a cell that is not blank, or the fault that keeps it from being one."""
    return _PARSERS[kind](raw, reading)


def is_blank(raw: Raw) -> bool:
    """True for an empty cell and for one that holds only white space."""
    return raw is None or (isinstance(raw, str) and not raw.strip())
