"""The journal against a model: any sequence of issues, voids, leftovers, restarts and older copies."""

import shutil
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from pinzhi_xl.register.entry import GENESIS, Entry
from pinzhi_xl.register.errors import NumberUnknown, RegisterBehind
from pinzhi_xl.register.journal import Journal

SERIES = st.sampled_from(["penalty", "notice"])
YEARS = st.sampled_from([2014, 2015])
MONTHS = st.sampled_from([0, 0, 8])
KEYS = st.sampled_from([f"finding {n}" for n in range(8)])
PAYLOADS = st.dictionaries(
    st.sampled_from(["姓名", "金额", "事由"]), st.sampled_from(["", "员工甲", '"，\\', "𠮷"])
)

Run = tuple[str, int, int]


class RegisterMachine(RuleBasedStateMachine):
    """`given` is what the users were told; the register must never say anything else."""

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp(prefix="register-"))
        self.journal = Journal(self.home / "登记")
        self.given: dict[tuple[str, str], Entry] = {}
        self.voided: set[tuple[str, str]] = set()

    def teardown(self) -> None:
        shutil.rmtree(self.home)

    @rule(series=SERIES, year=YEARS, month=MONTHS, key=KEYS, payload=PAYLOADS)
    def issue(self, series: str, year: int, month: int, key: str, payload: dict[str, str]) -> None:
        issued = self.journal.issue(series, year, key, payload, date(year, 8, 11), month=month)
        known = self.given.get((series, key))
        assert issued.new == (known is None)
        if known is None:
            before = self._run((series, year, month))
            assert issued.entry.number == len(before) + 1
            assert issued.entry.previous == (before[-1].hash if before else GENESIS)
            assert (issued.entry.payload, issued.changed) == (payload, ())
            self.given[series, key] = issued.entry
        else:
            assert issued.entry.number == known.number
            assert issued.entry.period == known.period
            assert bool(issued.changed) == (payload != known.payload)

    @rule(series=SERIES, year=YEARS, month=MONTHS, number=st.integers(1, 6))
    def void(self, series: str, year: int, month: int, number: int) -> None:
        run = self._run((series, year, month))
        if number > len(run):
            with pytest.raises(NumberUnknown):
                self.journal.void(series, year, number, "错", date(2015, 1, 1), month=month)
            return
        void = self.journal.void(series, year, number, "错", date(2015, 1, 1), month=month)
        assert void.key == run[number - 1].key
        self.voided.add((series, void.key))

    @rule()
    def restart(self) -> None:
        self.journal = Journal(self.home / "登记")

    @rule(series=SERIES)
    def die_leaving_a_temporary_file(self, series: str) -> None:
        if (self.journal.root / series).exists():
            (self.journal.root / series / ".000001.7-abcdef.tmp").write_bytes(b'{"key":')

    @rule(series=SERIES, key=KEYS)
    def look_from_an_older_copy(self, series: str, key: str) -> None:
        """A copy of the folder without its newest number is caught by the anchor."""
        entry = self.given.get((series, key))
        if entry is None or (series, key) in self.voided:
            return
        anchors = {(a.series, a.year, a.month): a for a in self.journal.anchors()}
        anchor = anchors[series, entry.year, entry.month]
        copy = self.home / "旧"
        shutil.copytree(self.journal.root, copy)
        (copy / series / str(entry.period) / f"{anchor.number:06d}.json").unlink()
        with pytest.raises(RegisterBehind):
            Journal(copy).check_anchor(series, anchor.year, anchor.number, anchor.hash, month=anchor.month)
        shutil.rmtree(copy)

    @invariant()
    def everything_is_as_it_was_told(self) -> None:
        assert self.journal.verify() == []
        entries = {(entry.series, entry.key): entry for entry in self.journal.entries()}
        assert entries.keys() == self.given.keys()
        for place, entry in entries.items():
            told = self.given[place]
            assert (entry.number, entry.period, entry.payload) == (told.number, told.period, told.payload)
            assert entry.is_void == (place in self.voided)

    def _run(self, run: Run) -> list[Entry]:
        entries = [e for e in self.given.values() if (e.series, e.year, e.month) == run]
        return sorted(entries, key=lambda entry: entry.number)


RegisterMachine.TestCase.settings = settings(
    max_examples=25, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
TestRegister = RegisterMachine.TestCase
