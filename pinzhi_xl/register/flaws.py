"""What can be wrong with a register, and finding it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from pinzhi_xl.register.entry import GENESIS, Entry
from pinzhi_xl.register.names import Period, Slot
from pinzhi_xl.register.shelf import Record, Shelf
from pinzhi_xl.wording import register as wording


class FlawKind(Enum):
    """The ways in which an entry can be wrong, each with its sentence."""

    UNREADABLE = wording.FLAW_UNREADABLE
    EDITED = wording.FLAW_EDITED
    MISPLACED = wording.FLAW_MISPLACED
    MISSING = wording.FLAW_MISSING
    UNCHAINED = wording.FLAW_UNCHAINED
    DUPLICATE_KEY = wording.FLAW_DUPLICATE


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing wrong with one slot; `other` is the entry that has the same key, for DUPLICATE_KEY."""

    kind: FlawKind
    series: str
    period: Period
    slot: Slot
    other: Entry | None = None

    @property
    def sentence(self) -> str:
        """What is wrong and where, in Chinese."""
        place = wording.PLACE.format(
            series=self.series, period=self.period, number=self.slot.number, file=self.slot.file_name
        )
        facts = {"other": self.other.number, "other_period": self.other.period} if self.other else {}
        return self.kind.value.format(place=place, **facts)


def flaws_in(shelves: list[Shelf]) -> list[Flaw]:
    """Everything wrong in the shelves of one series, in the order of the numbers."""
    flaws = [flaw for shelf in shelves for flaw in _shelf_flaws(shelf)]
    return flaws + list(_duplicates(shelves))


def successor_flaw(record: Record, shelf: Shelf, slot: Slot, before: Entry | None) -> Flaw | None:
    """What is wrong with `record` in `slot` right after `before` (None: nothing comes before it)."""
    entry = record.entry
    if entry is None:
        kind = FlawKind.EDITED if record.altered else FlawKind.UNREADABLE
    elif not _lies_right(entry, shelf, slot):
        kind = FlawKind.MISPLACED
    elif entry.previous != (before.hash if before else GENESIS):
        kind = FlawKind.UNCHAINED
    else:
        return None
    return Flaw(kind, shelf.series, shelf.period, slot)


def _shelf_flaws(shelf: Shelf) -> Iterator[Flaw]:
    """Walk the chain of numbers, then each number's own chain of revisions."""
    before: Entry | None = None
    sound = True
    for number in range(1, shelf.highest + 1):
        slot = Slot(number)
        flaw = _slot_flaw(shelf, slot, before, chained=sound)
        if flaw:
            yield flaw
        sound = flaw is None or flaw.kind is FlawKind.UNCHAINED
        record = shelf.records.get(slot)
        before = record.entry if record else None
    for slot in sorted(slot for slot in shelf.records if slot.revision > 1):
        yield from _revision_flaws(shelf, slot)


def _revision_flaws(shelf: Shelf, slot: Slot) -> Iterator[Flaw]:
    """A revision follows the one before it."""
    earlier = Slot(slot.number, slot.revision - 1)
    record = shelf.records.get(earlier)
    before = record.entry if record else None
    if record is None and earlier.revision > 1:
        yield Flaw(FlawKind.MISSING, shelf.series, shelf.period, earlier)
    flaw = _slot_flaw(shelf, slot, before, chained=before is not None)
    if flaw:
        yield flaw


def _slot_flaw(shelf: Shelf, slot: Slot, before: Entry | None, chained: bool) -> Flaw | None:
    """What is wrong in a slot; a broken link is not blamed on it when its predecessor is itself at fault."""
    record = shelf.records.get(slot)
    if record is None:
        return Flaw(FlawKind.MISSING, shelf.series, shelf.period, slot)
    flaw = successor_flaw(record, shelf, slot, before)
    if flaw and flaw.kind is FlawKind.UNCHAINED and not chained:
        return None
    return flaw


def _lies_right(entry: Entry, shelf: Shelf, slot: Slot) -> bool:
    """The entry says of itself that it belongs into this slot."""
    period = shelf.period
    lies_in = (shelf.series, period.year, period.month, slot.number, slot.revision)
    return (entry.series, entry.year, entry.month, entry.number, entry.revision) == lies_in


def _duplicates(shelves: list[Shelf]) -> Iterator[Flaw]:
    """A key has one number in the whole series."""
    seen: dict[str, Entry] = {}
    for shelf in shelves:
        for entry in shelf.current():
            first = seen.setdefault(entry.key, entry)
            if first is not entry:
                yield Flaw(FlawKind.DUPLICATE_KEY, shelf.series, shelf.period, entry.slot, first)
