"""The register: a write-once numbered journal of small files in a folder, safe without lock or database.

The file name is the number and names are published exclusively (publish.py): two computers cannot take the
same number, and a computer that finds its number taken reads the winner and tries the next. Number N names
the hash of N-1; as published files never change, N-1 is still what it was when N appears.
"""

import errno
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pinzhi_xl.register.anchors import Anchor, confirm
from pinzhi_xl.register.claims import settled_period
from pinzhi_xl.register.entry import GENESIS, Entry, State, check_encodable
from pinzhi_xl.register.errors import NumberUnknown, RegisterDamaged, guarded
from pinzhi_xl.register.flaws import Flaw, flaws_in, successor_flaw
from pinzhi_xl.register.names import KEYS, Period, checked_series
from pinzhi_xl.register.publish import publish, sweep, sync_folder
from pinzhi_xl.register.shelf import Reader, Shelf, periods_in, series_in


@dataclass(frozen=True, slots=True)
class Issued:
    """The answer to `Journal.issue`: the entry, whether it is new, and the payload fields that differ now."""

    entry: Entry
    new: bool
    changed: tuple[str, ...] = ()


class Journal:
    """The register in folder `root`; the folder is made when the first number is issued."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._reader = Reader()
        self._settled: set[Path] = set()

    def issue(
        self,
        series: str,
        year: int,
        key: str,
        payload: Mapping[str, str],
        issued_on: date,
        template_hash: str = "",
        *,
        month: int = 0,
    ) -> Issued:
        """The number of the paper `key`: the one it has (in whichever period), else the next one.

        A paper that has a number keeps its entry as it is; what differs in `payload` now is in `changed`.
        `month` numbers by month instead of by year. RegisterDamaged when the series does not verify.
        """
        check_encodable({**payload, "key": key})
        if not key:
            raise ValueError("a paper without a key cannot be numbered")
        wanted = Entry(
            series=checked_series(series),
            year=year,
            month=month,
            number=0,
            key=key,
            issued_on=issued_on,
            recorded_on=issued_on,
            payload=dict(payload),
            template_hash=template_hash,
            previous="",
        )
        with guarded(self.root):
            shelves = self._sound_shelves(series)
            entry = _with_key(shelves, key)
            if entry is None:
                entry, new = self._append(wanted, shelves)
            else:
                new = False
                self._settle(entry.series, entry.period)
        return Issued(entry, new, () if new else entry.differing(payload))

    def void(self, series: str, year: int, number: int, reason: str, on: date, *, month: int = 0) -> Entry:
        """Declare a number 作废 in a revision of its own; voiding again returns the void that stands."""
        check_encodable({"reason": reason})
        period = Period(year, month)
        with guarded(self.root):
            shelf = _shelf_of(self._sound_shelves(series), series, period)
            entry = next((entry for entry in shelf.current() if entry.number == number), None)
            if entry is None:
                raise NumberUnknown(where=self.root, series=series, period=period, number=number)
            while not entry.is_void:
                void = replace(
                    entry,
                    revision=entry.revision + 1,
                    state=State.VOID,
                    reason=reason,
                    recorded_on=on,
                    previous=entry.hash,
                ).sealed()
                entry, _ = self._publish(void, shelf, entry)
            self._settle(series, period)
        return entry

    def find(self, series: str, key: str) -> Entry | None:
        """The latest entry about the paper `key`, or None; does not verify."""
        with guarded(self.root):
            return _with_key(self._shelves(series), key)

    def entries(self, series: str | None = None, year: int | None = None) -> list[Entry]:
        """The latest entry of every number, in order, as far as readable; does not verify."""
        with guarded(self.root):
            return [
                entry
                for name in self._series(series)
                for shelf in self._shelves(name)
                if year in (None, shelf.period.year)
                for entry in shelf.current()
            ]

    def verify(self) -> list[Flaw]:
        """Everything wrong in the register; every file is read anew."""
        self._reader.forget()
        with guarded(self.root):
            return [flaw for name in self._series(None) for flaw in flaws_in(self._shelves(name))]

    def anchors(self) -> list[Anchor]:
        """The highest number of every series and period with its hash, to be kept outside the register."""
        with guarded(self.root):
            heads = [shelf.head for name in self._series(None) for shelf in self._sound_shelves(name)]
        return [Anchor(head.series, head.year, head.number, head.hash, head.month) for head in heads if head]

    def check_anchor(self, series: str, year: int, number: int, hash: str, *, month: int = 0) -> None:  # noqa: A002
        """RegisterBehind or RegisterForked unless the journal has this number with this hash (or mark)."""
        with guarded(self.root):
            confirm(self.root, Anchor(series, year, number, hash, month))

    def _append(self, wanted: Entry, shelves: list[Shelf]) -> tuple[Entry, bool]:
        """Take the next number, or the one that another process took for the same key meanwhile."""
        series = wanted.series
        self._settle(series, None)
        period = settled_period(self.root / series, wanted.key, wanted.period)
        self._settle(series, period)
        shelf = _shelf_of(shelves, series, period)
        before = shelf.head
        while True:
            draft = replace(
                wanted,
                year=period.year,
                month=period.month,
                number=before.number + 1 if before else 1,
                previous=before.hash if before else GENESIS,
            ).sealed()
            entry, new = self._publish(draft, shelf, before)
            if entry.key == wanted.key:
                self._settle(series, period)
                return entry, new
            before = entry

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


def _with_key(shelves: list[Shelf], key: str) -> Entry | None:
    return next((entry for shelf in shelves for entry in shelf.current() if entry.key == key), None)


def _shelf_of(shelves: list[Shelf], series: str, period: Period) -> Shelf:
    found = next((shelf for shelf in shelves if shelf.period == period), None)
    return found or Shelf(series, period)
