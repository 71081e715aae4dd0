"""Anchors: what is remembered outside the register, so that a lost end of it is noticed."""

from dataclasses import dataclass
from pathlib import Path

from pinzhi_xl.register.entry import EntryError, entry_from
from pinzhi_xl.register.errors import RegisterBehind, RegisterForked
from pinzhi_xl.register.names import Period, Slot, checked_series
from pinzhi_xl.register.publish import read_published

MARK_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Anchor:
    """A number of a series and period (of a series' own anchors the highest), and the hash (or the 8-character
    mark) of what was entered about it, first or later."""

    series: str
    year: int
    number: int
    hash: str
    month: int = 0


def confirm(root: Path, anchor: Anchor) -> None:
    """RegisterBehind when the journal lacks the anchor's number, RegisterForked when it has another there."""
    period = Period(anchor.year, anchor.month)
    facts = {"where": root, "series": anchor.series, "period": period, "number": anchor.number}
    folder = root / checked_series(anchor.series) / str(period)
    found = _hashes(folder, anchor.number)
    if not found:
        raise RegisterBehind(**facts)
    if len(anchor.hash) < MARK_LENGTH or not any(one.startswith(anchor.hash) for one in found):
        raise RegisterForked(**facts, expected=anchor.hash[:MARK_LENGTH], found=found[-1][:MARK_LENGTH])


def _hashes(folder: Path, number: int) -> list[str]:
    """The hashes of all that was entered about a number, in order; question marks for an unreadable entry."""
    hashes: list[str] = []
    while True:
        try:
            entry = entry_from(read_published(folder / Slot(number, len(hashes) + 1).file_name))
        except FileNotFoundError:
            return hashes
        except EntryError:
            hashes.append("?" * MARK_LENGTH)
        else:
            hashes.append(entry.hash)
