"""The slots of a register: read whole and sound before a number is taken, published exclusively, made to last."""

import errno
from pathlib import Path

from pinzhi_xl.register.entry import Entry
from pinzhi_xl.register.errors import NumberUnknown, RegisterDamaged
from pinzhi_xl.register.flaws import Flaw, flaws_in, successor_flaw
from pinzhi_xl.register.names import KEYS, Period, checked_series
from pinzhi_xl.register.publish import publish, sweep, sync_folder
from pinzhi_xl.register.shelf import Reader, Shelf, periods_in, series_in


class Slots:
    """What lies in folder `root`, and putting more there."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._reader = Reader()
        self._settled: set[Path] = set()

    def _latest(self, series: str, period: Period, number: int) -> tuple[Shelf, Entry]:
        """A number's shelf and its latest entry; NumberUnknown when it was never issued."""
        shelf = shelf_of(self._sound_shelves(series), series, period)
        entry = next((entry for entry in shelf.current() if entry.number == number), None)
        if entry is None:
            raise NumberUnknown(where=self.root, series=series, period=period, number=number)
        return shelf, entry

    def _publish(self, draft: Entry, shelf: Shelf, before: Entry | None) -> tuple[Entry, bool]:
        """Put `draft` into its slot, or read who was faster; RegisterDamaged when that is not sound."""
        folder = self.root / draft.series / str(draft.period)
        target = folder / draft.slot.file_name
        if publish(target, draft.as_bytes(), folder.parent):
            sweep(folder.parent, target)
            return draft, True
        record = self._reader.probe(str(folder), draft.slot)
        if record is None:
            raise FileNotFoundError(errno.ENOENT, "a name is taken but not visible yet", str(target))
        flaw = successor_flaw(record, shelf, draft.slot, before)
        if flaw or record.entry is None:
            raise self._damaged([flaw] if flaw else [])
        return record.entry, False

    def _settle(self, series: str, period: Period | None) -> None:
        """Make the series' (or period's) folder, and what lies in it, survive a power cut.

        Also for entries that another process published: it may have been killed before it did this itself,
        and its number is about to go on paper.
        """
        folder = self.root / series / (str(period) if period else KEYS)
        if folder not in self._settled:
            folder.mkdir(parents=True, exist_ok=True)
            for parent in (folder.parent, self.root, self.root.parent):
                sync_folder(parent)
            self._settled.add(folder)
        if period:
            sync_folder(folder)

    def _series(self, series: str | None) -> list[str]:
        return series_in(self.root) if series is None else [series]

    def _shelves(self, series: str) -> list[Shelf]:
        checked_series(series)
        return [self._reader.shelf(self.root, series, period) for period in periods_in(self.root, series)]

    def _sound_shelves(self, series: str) -> list[Shelf]:
        shelves = self._shelves(series)
        if flaws := flaws_in(shelves):
            raise self._damaged(flaws)
        return shelves

    def _damaged(self, flaws: list[Flaw]) -> RegisterDamaged:
        return RegisterDamaged(where=self.root, count=len(flaws), first=flaws[0].sentence, flaws=tuple(flaws))


def with_key(shelves: list[Shelf], key: str) -> Entry | None:
    """The latest entry about a key."""
    return next((entry for shelf in shelves for entry in shelf.current() if entry.key == key), None)


def shelf_of(shelves: list[Shelf], series: str, period: Period) -> Shelf:
    """The shelf of a period, empty when there is none yet."""
    found = next((shelf for shelf in shelves if shelf.period == period), None)
    return found or Shelf(series, period)
