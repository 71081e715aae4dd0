"""The register: a write-once numbered journal of small files in a folder, safe without lock or database.

The file name is the number and names are published exclusively (publish.py): two computers cannot take the
same number, and a computer that finds its number taken reads the winner and tries the next. Number N names
the hash of N-1; as published files never change, N-1 is still what it was when N appears.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from pinzhi_xl.register.anchors import Anchor, confirm
from pinzhi_xl.register.claims import Claim, settled
from pinzhi_xl.register.entry import GENESIS, Entry, State, check_encodable
from pinzhi_xl.register.errors import BlankGone, NumberVoid, guarded
from pinzhi_xl.register.flaws import Flaw, flaws_in
from pinzhi_xl.register.names import Period, checked_series
from pinzhi_xl.register.shelf import Shelf
from pinzhi_xl.register.slots import Slots, shelf_of, with_key
from pinzhi_xl.wording import register as wording


@dataclass(frozen=True, slots=True)
class Issued:
    """The answer to `Journal.issue`: the entry, whether it is new, and the payload fields that differ now."""

    entry: Entry
    new: bool
    changed: tuple[str, ...] = ()


class Journal(Slots):
    """The register in folder `root`; the folder is made when the first number is issued."""

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
        reserved: Entry | None = None,
    ) -> Issued:
        """The number of the paper `key`: the one it has (in whichever period), else the next one.

        A paper that has a number keeps its entry as it is; what differs in `payload` now is in `changed`.
        `month` numbers by month instead of by year. `reserved` is the blank that was filled by hand: the paper
        gets its number in a revision of that very entry. RegisterDamaged when the series does not verify,
        BlankGone when the blank is void or another paper's.
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
            entry = with_key(shelves, key)
            if entry is None:
                entry, new = self._enter(wanted, shelves, reserved)
            else:
                new = False
                self._settle(entry.series, entry.period)
        return Issued(entry, new, () if new else entry.differing(payload))

    def void(self, series: str, year: int, number: int, reason: str, on: date, *, month: int = 0) -> Entry:
        """Declare a number 作废 in a revision of its own; voiding again returns the void that stands."""
        check_encodable({"reason": reason})
        period = Period(year, month)
        with guarded(self.root):
            shelf, entry = self._latest(series, period, number)
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

    def correct(
        self, entry: Entry, payload: Mapping[str, str], reason: str, on: date, template_hash: str = ""
    ) -> Issued:
        """The next edition of the number of `entry`, with other content, in a revision of its own.

        Correcting again with the same content returns the edition that stands. NumberVoid when it was voided.
        """
        check_encodable({**payload, "reason": reason})
        series, period = entry.series, entry.period
        with guarded(self.root):
            shelf, latest = self._latest(series, period, entry.number)
            new = False
            while dict(latest.payload) != dict(payload):
                if latest.is_void:
                    break
                wanted = replace(
                    latest,
                    revision=latest.revision + 1,
                    edition=latest.edition + 1,
                    reason=reason,
                    issued_on=on,
                    recorded_on=on,
                    payload=dict(payload),
                    template_hash=template_hash,
                    previous=latest.hash,
                ).sealed()
                latest, new = self._publish(wanted, shelf, latest)
            self._settle(series, period)
        if latest.is_void:
            raise NumberVoid(series=series, period=period, number=entry.number)
        return Issued(latest, new)

    def history(self, entry: Entry) -> list[Entry]:
        """All that was entered about the number of `entry`, first to last, as far as readable; does not verify."""
        with guarded(self.root):
            shelf = self._reader.shelf(self.root, checked_series(entry.series), entry.period)
        slots = sorted(slot for slot in shelf.records if slot.number == entry.number)
        return [found for slot in slots if (found := shelf.records[slot].entry)]

    def find(self, series: str, key: str) -> Entry | None:
        """The latest entry about the paper `key`, or None; does not verify."""
        with guarded(self.root):
            return with_key(self._shelves(series), key)

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

    def _enter(self, wanted: Entry, shelves: list[Shelf], reserved: Entry | None) -> tuple[Entry, bool]:
        """Enter a paper that has no number yet where its key belongs: in its blank, else at the end."""
        series = wanted.series
        self._settle(series, None)
        wish = Claim(reserved.period, reserved.number) if reserved else Claim(wanted.period)
        turn = 1
        while True:
            claim = settled(self.root / series, wanted.key, wish, turn)
            self._settle(series, claim.period)
            shelf = shelf_of(shelves, series, claim.period)
            if not claim.number:
                return self._append(wanted, shelf)
            filled = self._fill(wanted, shelf, claim.number)
            if filled is not None:
                self._settle(series, claim.period)
                return filled
            if claim == wish:
                raise BlankGone(where=self.root, series=series, period=claim.period, number=claim.number)
            turn += 1

    def _fill(self, wanted: Entry, shelf: Shelf, number: int) -> tuple[Entry, bool] | None:
        """Enter a paper over its blank; None when that is no blank (any more)."""
        latest = next((entry for entry in shelf.current() if entry.number == number), None)
        while latest is not None:
            if latest.key == wanted.key:
                return latest, False
            if not latest.is_blank:
                return None
            draft = replace(
                wanted,
                year=latest.year,
                month=latest.month,
                number=number,
                revision=latest.revision + 1,
                reason=wording.FILLED,
                previous=latest.hash,
            ).sealed()
            latest, new = self._publish(draft, shelf, latest)
            if new:
                return latest, True
        return None

    def _append(self, wanted: Entry, shelf: Shelf) -> tuple[Entry, bool]:
        """Take the next number, or the one that another process took for the same key meanwhile."""
        series, period = shelf.series, shelf.period
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
