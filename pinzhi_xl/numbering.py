"""How a number reads on paper: ``品罚〔2014〕1号``, as the department sets it."""

import re
from dataclasses import dataclass
from string import Formatter

from pinzhi_xl.wording import register as wording

DEFAULT_PATTERN = wording.DEFAULT_PATTERN
_FIELDS = ("prefix", "year", "month", "n")
_WIDTH = re.compile(r"(0?[1-9])?d?")


@dataclass(frozen=True, slots=True)
class PatternProblem:
    """Why a pattern from 参数 cannot be used: one sentence."""

    sentence: str


def format_number(prefix: str, year: int, n: int, pattern: str = DEFAULT_PATTERN, *, month: int = 0) -> str:
    """The number as printed; `month` 0 when numbers run by year. ValueError when `pattern` has a problem."""
    if (problem := pattern_problem(pattern, monthly=month > 0)) is not None:
        raise ValueError(problem.sentence)
    return pattern.format(prefix=prefix, year=year, n=n, month=month)


def is_monthly(pattern: str) -> bool:
    """True when numbers of this pattern run by month."""
    return "{month" in pattern


def pattern_problem(pattern: str, *, monthly: bool = False) -> PatternProblem | None:
    """What is wrong with `pattern`, None when it is fine.

    It has plain text and the fields prefix, year, month and n, the last three with a width if wished
    (``{n:03}``); n and year must be there, and the month exactly when numbers run by month.
    """
    try:
        parts = list(Formatter().parse(pattern))
    except ValueError:
        return PatternProblem(wording.PATTERN_SYNTAX.format(pattern=pattern, default=DEFAULT_PATTERN))
    if not pattern.isprintable():
        return PatternProblem(wording.PATTERN_CHARACTER)
    fields = [(name, width or "", conversion) for _, name, width, conversion in parts if name is not None]
    for name, width, conversion in fields:
        if name not in _FIELDS or conversion:
            return _about(wording.PATTERN_FIELD, pattern, name)
        if not _WIDTH.fullmatch(width) or (name == "prefix" and width):
            return _about(wording.PATTERN_WIDTH, pattern, name)
    return _lacking(pattern, {name for name, _, _ in fields}, monthly)


def _lacking(pattern: str, names: set[str], monthly: bool) -> PatternProblem | None:
    """A number must differ from every other of its series."""
    for name in ("year", "n", "month") if monthly else ("year", "n"):
        if name not in names:
            return _about(wording.PATTERN_LACKS, pattern, name)
    if "month" in names and not monthly:
        return PatternProblem(wording.PATTERN_MONTH.format(pattern=pattern))
    return None


def _about(sentence: str, pattern: str, name: str) -> PatternProblem:
    return PatternProblem(sentence.format(pattern=pattern, field=f"{{{name}}}"))
