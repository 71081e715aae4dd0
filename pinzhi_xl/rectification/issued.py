"""Notices that already have a number: what the register says of them, as far as drafting wants to know."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from pinzhi_xl.rectification.payload import lines_of


@dataclass(frozen=True)
class IssuedNotice:
    """One numbered notice of this master: `key` as it was drafted, `payload` what the paper says."""

    number: str
    key: str
    issued_on: date
    payload: Mapping[str, str]
    void: bool = False

    @property
    def place(self) -> tuple[str, str]:
        """Inspection and department."""
        return self.payload["inspection"], self.payload["department"]

    @property
    def round(self) -> str:
        """1, 2 … for first notices; 1-again, 1-again-2 … for second notices on those."""
        return self.key.rpartition("/")[2]

    @property
    def first_number(self) -> str:
        """The number of the notice it follows; empty for a first notice."""
        return self.payload["first_number"]

    @property
    def findings(self) -> tuple[str, ...]:
        """Numbers of the findings on it, in order."""
        return tuple(line["finding"] for line in lines_of(self.payload))


class Shelf:
    """The numbered notices of a master, found by finding and by inspection and department."""

    def __init__(self, notices: Iterable[IssuedNotice]) -> None:
        self.notices = tuple(notices)
        self._of: dict[str, list[IssuedNotice]] = {}
        for notice in self.notices:
            for finding in notice.findings:
                self._of.setdefault(finding, []).append(notice)

    def of(self, finding: str | None) -> list[IssuedNotice]:
        """The notices a finding stands on: those that are valid, else the void ones."""
        found = self._of.get(finding or "", [])
        return [notice for notice in found if not notice.void] or found

    def first_of(self, finding: str | None) -> IssuedNotice | None:
        """The latest valid first notice of a finding."""
        return next((n for n in reversed(self.of(finding)) if not n.first_number and not n.void), None)

    def has_second(self, finding: str | None) -> bool:
        """True when a finding stands on a second notice, even a void one."""
        return any(notice.first_number for notice in self._of.get(finding or "", []))

    def next_round(self, inspection: str, department: str) -> str:
        """The round of the next first notice of an inspection and department."""
        used = [n.round for n in self.notices if n.place == (inspection, department) and not n.first_number]
        return str(1 + max((int(name) for name in used if name.isdigit()), default=0))

    def next_again(self, first: IssuedNotice) -> str:
        """The round of the next second notice that follows `first`."""
        stem = f"{first.round}-again"
        used = [n for n in self.notices if n.place == first.place and n.round.startswith(stem)]
        return f"{stem}-{len(used) + 1}" if used else stem
