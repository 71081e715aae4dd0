"""One entry of the register: what a number stands for, sealed by its hash."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pinzhi_xl.register.errors import ContentUnusable
from pinzhi_xl.register.names import Period, Slot

GENESIS = "0" * 64
"""What the first number of a period names as the entry before it.

Periods are chained one by one, not to the year before: an entry dated late into the old year would otherwise
break the new year's chain. A whole period that vanished is caught by its anchor."""


BLANK_HOLDER = "blank_holder"
"""Payload field of a number that was handed out on a blank paper: who took it."""


class State(StrEnum):
    """What an entry says about its number."""

    ISSUED = "issued"
    VOID = "void"


class EntryError(ValueError):
    """Bytes that are no entry; `altered` when they are one whose hash does not fit."""

    def __init__(self, altered: bool) -> None:
        self.altered = altered
        super().__init__("altered" if altered else "unreadable")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What was entered in one slot; immutable.

    `number` counts from 1 within series and period (`year`, and `month` unless 0). `revision` counts what was
    entered about the number, `edition` the editions of its paper. `issued_on` is the day of the paper,
    `recorded_on` the day of this revision, `reason` why it was made. `previous` is the hash of the number
    before (revision 1) or of the revision before. `content_hash` covers `payload` only.
    """

    series: str
    year: int
    month: int = 0
    number: int
    revision: int = 1
    edition: int = 1
    state: State = State.ISSUED
    key: str
    issued_on: date
    recorded_on: date
    reason: str = ""
    payload: Mapping[str, str]
    template_hash: str = ""
    content_hash: str = ""
    previous: str
    hash: str = ""

    @property
    def mark(self) -> str:
        """The first 8 characters of the hash, printed on the paper (so never part of the payload)."""
        return self.hash[:8]

    @property
    def period(self) -> Period:
        """The year or month the number belongs to."""
        return Period(self.year, self.month)

    @property
    def slot(self) -> Slot:
        """Number and revision."""
        return Slot(self.number, self.revision)

    @property
    def is_void(self) -> bool:
        """True when the number was declared 作废."""
        return self.state is State.VOID

    @property
    def was_blank(self) -> bool:
        """True when the latest content is that of a blank paper, void or not."""
        return BLANK_HOLDER in self.payload

    @property
    def is_blank(self) -> bool:
        """True while the number is out on a blank paper that nobody has taken back."""
        return self.was_blank and not self.is_void

    def differing(self, payload: Mapping[str, str]) -> tuple[str, ...]:
        """Names of the payload fields that are not what they were when this was entered, sorted."""
        names = self.payload.keys() | payload.keys()
        return tuple(sorted(name for name in names if self.payload.get(name) != payload.get(name)))

    def as_bytes(self) -> bytes:
        """The file: canonical JSON, the hash included."""
        return canonical(self._fields() | {"hash": self.hash})

    def sealed(self) -> "Entry":
        """The same entry with `content_hash` and `hash` worked out."""
        contents = self._fields() | {"content_hash": digest(canonical(dict(self.payload)))}
        return _entry_of(contents, digest(canonical(contents)))

    def _fields(self) -> dict[str, object]:
        return {
            "series": self.series,
            "year": self.year,
            "month": self.month,
            "number": self.number,
            "revision": self.revision,
            "edition": self.edition,
            "state": str(self.state),
            "key": self.key,
            "issued_on": self.issued_on.isoformat(),
            "recorded_on": self.recorded_on.isoformat(),
            "reason": self.reason,
            "payload": dict(self.payload),
            "template_hash": self.template_hash,
            "content_hash": self.content_hash,
            "previous": self.previous,
        }


def canonical(fields: Mapping[str, object]) -> bytes:
    """`fields` as JSON in the one form that is hashed: sorted, compact, UTF-8, a newline at the end."""
    text = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{text}\n".encode()


def digest(data: bytes) -> str:
    """sha256 in hex."""
    return hashlib.sha256(data).hexdigest()


def check_encodable(values: Mapping[str, str]) -> None:
    """Raise ContentUnusable for the first value that cannot be stored."""
    for name, value in values.items():
        try:
            f"{name}{value}".encode()
        except UnicodeEncodeError as error:
            raise ContentUnusable(field=name.encode(errors="replace").decode()) from error


def entry_from(data: bytes) -> Entry:
    """Read and check a file's bytes; EntryError when they are torn, foreign or altered.

    The file is the hashed text with the hash put into its alphabetical place, so that taking it out again
    gives the hashed bytes: no second serialising, which keeps the check of thousands of entries cheap.
    """
    try:
        fields = json.loads(data.decode())
        own_hash = fields.pop("hash")
        entry = _entry_of(fields, own_hash)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise EntryError(altered=False) from error
    if digest(data.replace(f'"hash":"{own_hash}",'.encode(), b"", 1)) != own_hash:
        raise EntryError(altered=True)
    return entry


def _entry_of(fields: Mapping[str, object], own_hash: str) -> Entry:
    """The entry with these JSON fields; KeyError, TypeError or ValueError when they are not of an entry."""
    known = dict(fields)
    known["state"] = State(str(known["state"]))
    for name in ("issued_on", "recorded_on"):
        known[name] = date.fromisoformat(str(known[name]))
    return Entry(**known, hash=own_hash)  # type: ignore[arg-type]  # the hash vouches for the types
