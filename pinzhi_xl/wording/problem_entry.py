"""What an entry of the catalogue of problems is: its level, its sentence, and what to do."""

from typing import NamedTuple

from pinzhi_xl.problem import Level


class Entry(NamedTuple):
    """One kind of problem; `message` and `fix` may use {label}, {value} and the facts of the finder."""

    level: Level
    message: str
    fix: str


def error(message: str, fix: str) -> Entry:
    """A problem that blocks."""
    return Entry(Level.ERROR, message, fix)


def reminder(message: str, fix: str) -> Entry:
    """A problem that is told and blocks nothing."""
    return Entry(Level.REMINDER, message, fix)
