"""Reading what lies in a series: every slot of every period, as found, without judging it."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pinzhi_xl.register.entry import Entry, EntryError, entry_from
from pinzhi_xl.register.names import Period, Slot, is_series, slot_of
from pinzhi_xl.register.publish import CONTENT, read_published


@dataclass(frozen=True, slots=True)
class Record:
    """One slot as found: its entry, or whether the bytes there were altered or unreadable (`entry` None)."""

    entry: Entry | None
    altered: bool = False


@dataclass(slots=True)
class Shelf:
    """All slots of one period of one series."""

    series: str
    period: Period
    records: dict[Slot, Record] = field(default_factory=dict)

    @property
    def highest(self) -> int:
        """The highest number present, 0 when there is none."""
        return max((slot.number for slot in self.records), default=0)

    @property
    def head(self) -> Entry | None:
        """The first entry of the highest number, to which the next number is chained."""
        record = self.records.get(Slot(self.highest))
        return record.entry if record else None

    def current(self) -> Iterator[Entry]:
        """The latest readable entry of each number, in order."""
        latest: dict[int, Entry] = {}
        for slot in sorted(self.records):
            if entry := self.records[slot].entry:
                latest[slot.number] = entry
        yield from latest.values()


class Reader:
    """Reads shelves; remembers files by path, size and time, so that a second look costs a listing only."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[tuple[int, int], Record]] = {}

    def forget(self) -> None:
        """Read every file anew next time."""
        self._known.clear()

    def shelf(self, root: Path, series: str, period: Period) -> Shelf:
        """What lies in the period's folder; empty when there is none."""
        shelf = Shelf(series, period)
        folder = str(root / series / str(period))
        for name, size, time in _listing(folder):
            if slot := slot_of(name):
                shelf.records[slot] = self._record(f"{folder}{os.sep}{name}", (size, time))
        self._probe(folder, shelf)
        return shelf

    def probe(self, folder: str, slot: Slot) -> Record | None:
        """The slot read by its name; None when nothing lies there."""
        try:
            return _read(f"{folder}{os.sep}{slot.file_name}")
        except FileNotFoundError:
            return None

    def _probe(self, folder: str, shelf: Shelf) -> None:
        """Look by name for what a listing may have missed: gaps, later revisions, what came after the end."""
        for number in range(1, shelf.highest + 1):
            self._add(folder, shelf, Slot(number))
        number = shelf.highest + 1
        while self._add(folder, shelf, Slot(number)):
            number += 1
        for slot in [slot for slot in shelf.records if slot.revision > 2]:
            for revision in range(2, slot.revision):
                self._add(folder, shelf, Slot(slot.number, revision))

    def _add(self, folder: str, shelf: Shelf, slot: Slot) -> bool:
        if slot in shelf.records:
            return True
        record = self.probe(folder, slot)
        if record:
            shelf.records[slot] = record
        return record is not None

    def _record(self, path: str, signature: tuple[int, int]) -> Record:
        known = self._known.get(path)
        if known and known[0] == signature:
            return known[1]
        record = _read(path)
        self._known[path] = (signature, record)
        return record


def periods_in(root: Path, series: str) -> list[Period]:
    """The periods of a series that have a folder, in order."""
    return sorted(period for name in _folders(root / series) if (period := Period.parse(name)))


def series_in(root: Path) -> list[str]:
    """The series that have a folder, in order."""
    return sorted(name for name in _folders(root) if is_series(name) and periods_in(root, name))


def _read(path: str) -> Record:
    data = read_published(path)
    try:
        return Record(entry_from(data))
    except EntryError as error:
        return Record(None, altered=error.altered)


def _folders(folder: Path) -> list[str]:
    """The names of the folders in `folder`; none when it does not exist."""
    try:
        with os.scandir(folder) as found:
            return [item.name for item in found if item.is_dir()]
    except FileNotFoundError:
        return []


def _listing(folder: str) -> Iterator[tuple[str, int, int]]:
    """Name, size and time of what was published in `folder`; nothing when there is no such folder."""
    try:
        found = os.scandir(folder)
    except FileNotFoundError:
        return
    with found as items:
        for item in items:
            status = item.stat()
            if item.is_dir():
                content = Path(item.path) / CONTENT
                if not content.exists():
                    continue
                status = content.stat()
            yield item.name, status.st_size, status.st_mtime_ns
