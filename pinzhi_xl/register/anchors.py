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
    """The highest number of a series and period, and the hash (or the 8-character mark) of its entry."""

    series: str
    year: int
    number: int
    hash: str
    month: int = 0


def confirm(root: Path, anchor: Anchor) -> None:
    """RegisterBehind when the journal lacks the anchor's number, RegisterForked when it has another there."""
    period = Period(anchor.year, anchor.month)
    facts = {"where": root, "series": anchor.series, "period": period, "number": anchor.number}
    path = root / checked_series(anchor.series) / str(period) / Slot(anchor.number).file_name
    try:
        found = entry_from(read_published(path)).hash
    except FileNotFoundError as error:
        raise RegisterBehind(**facts) from error
    except EntryError:
        found = "?" * MARK_LENGTH
    if len(anchor.hash) < MARK_LENGTH or not found.startswith(anchor.hash):
        raise RegisterForked(**facts, expected=anchor.hash[:MARK_LENGTH], found=found[:MARK_LENGTH])
