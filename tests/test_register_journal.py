"""The journal used by one process: numbers, keys, editions to come, voids, anchors, speed."""

import os
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pinzhi_xl.register.entry import GENESIS, Entry, State
from pinzhi_xl.register.errors import ContentUnusable, NumberUnknown, RegisterBehind, RegisterForked
from pinzhi_xl.register.flaws import FlawKind
from pinzhi_xl.register.journal import Issued, Journal

DAY = date(2014, 8, 11)
LATER = date(2015, 1, 5)
PAPER = {"姓名": "员工甲", "金额": "50.00"}


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "登记")


def _issue(journal: Journal, key: str, year: int = 2014, month: int = 0) -> Issued:
    return journal.issue("penalty", year, key, PAPER, date(year, 8, 11), month=month)


def _refuse_links(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", refuse)


def test_numbers_run_from_one_in_every_year_and_series(journal: Journal) -> None:
    assert [_issue(journal, key).entry.number for key in "abc"] == [1, 2, 3]
    assert _issue(journal, "d", 2015).entry.number == 1
    assert journal.issue("notice", 2014, "a", PAPER, DAY).entry.number == 1
    assert [path.name for path in sorted((journal.root / "penalty/2014").iterdir())] == [
        "000001.json",
        "000002.json",
        "000003.json",
    ]


def test_issuing_again_gives_the_same_number(journal: Journal) -> None:
    first = _issue(journal, "a")
    again = _issue(Journal(journal.root), "a")
    assert first.new
    assert not again.new
    assert again.entry == first.entry
    assert len(journal.entries()) == 1


def test_the_same_key_next_year_keeps_its_number(journal: Journal) -> None:
    _issue(journal, "x")
    first = _issue(journal, "a")
    again = _issue(journal, "a", 2015)
    assert (again.entry, again.new) == (first.entry, False)
    assert not (journal.root / "penalty/2015").exists()


def test_an_issue_begun_last_year_is_finished_there(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    def die(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(journal, "_publish", die)
    with pytest.raises(KeyboardInterrupt):
        _issue(journal, "a")
    assert journal.entries() == []
    assert _issue(Journal(journal.root), "a", 2015).entry.year == 2014
    assert _issue(Journal(journal.root), "b", 2015).entry.year == 2015


def test_a_torn_claim_does_not_stop_an_issue(journal: Journal) -> None:
    _issue(journal, "a")
    (claim,) = (journal.root / "penalty/keys").iterdir()
    for damage in (b"", b"[]", b'{"key":"b","period":"2013"}', b'{"key":"a","period":"x"}'):
        claim.write_bytes(damage)
        (journal.root / "penalty/2014/000001.json").unlink(missing_ok=True)
        assert _issue(Journal(journal.root), "a").entry.year == 2014


def test_changed_content_is_reported_and_not_entered(journal: Journal) -> None:
    first = _issue(journal, "a")
    again = journal.issue("penalty", 2014, "a", {"姓名": "员工甲", "金额": "80.00", "备注": "新"}, DAY)
    assert again.changed == ("备注", "金额")
    assert again.entry == first.entry
    assert journal.issue("penalty", 2014, "a", {}, DAY).changed == ("姓名", "金额")
    assert journal.issue("penalty", 2014, "a", PAPER, LATER).changed == ()


def test_entries_are_chained_within_their_year(journal: Journal) -> None:
    one, two, new_year = _issue(journal, "a"), _issue(journal, "b"), _issue(journal, "c", 2015)
    assert one.entry.previous == GENESIS
    assert two.entry.previous == one.entry.hash
    assert new_year.entry.previous == GENESIS
    late = _issue(journal, "late")
    assert late.entry.previous == two.entry.hash
    assert journal.verify() == []


def test_a_monthly_series_counts_by_month_and_knows_its_keys(journal: Journal) -> None:
    assert _issue(journal, "a", month=8).entry.number == 1
    assert _issue(journal, "b", month=9).entry.number == 1
    again = _issue(journal, "a", month=9)
    assert (again.entry.month, again.new) == (8, False)
    assert (journal.root / "penalty/2014-08/000001.json").is_file()
    assert journal.verify() == []


def test_find_and_entries(journal: Journal) -> None:
    assert journal.find("penalty", "a") is None
    assert journal.entries() == []
    issued = [_issue(journal, "a").entry, _issue(journal, "b", 2015).entry]
    notice = journal.issue("notice", 2014, "a", PAPER, DAY).entry
    assert journal.find("penalty", "b") == issued[1]
    assert journal.entries() == [notice, *issued]
    assert journal.entries("penalty") == issued
    assert journal.entries(year=2015) == [issued[1]]


def test_reading_makes_nothing(journal: Journal) -> None:
    assert journal.verify() == []
    assert journal.anchors() == []
    assert not journal.root.exists()


def test_a_void_is_a_revision_and_keeps_the_number_taken(journal: Journal) -> None:
    issued = _issue(journal, "a").entry
    void = journal.void("penalty", 2014, 1, "开错人", LATER)
    assert void.is_void
    assert (void.reason, void.recorded_on, void.issued_on) == ("开错人", LATER, DAY)
    assert void.previous == issued.hash
    assert void.edition == 1
    assert journal.void("penalty", 2014, 1, "再次", LATER) == void
    assert journal.find("penalty", "a") == void
    assert journal.entries() == [void]
    assert _issue(journal, "a").entry == void
    following = _issue(journal, "b").entry
    assert (following.number, following.previous) == (2, issued.hash)
    assert journal.verify() == []


def test_only_issued_numbers_can_be_voided(journal: Journal) -> None:
    _issue(journal, "a")
    with pytest.raises(NumberUnknown, match="第 2 号"):
        journal.void("penalty", 2014, 2, "错", LATER)


def test_a_later_edition_fits_the_scheme(journal: Journal) -> None:
    first = _issue(journal, "a").entry
    edition = replace(first, revision=2, edition=2, payload={"姓名": "员工乙"}, previous=first.hash).sealed()
    (journal.root / "penalty/2014/000001-2.json").write_bytes(edition.as_bytes())
    assert journal.verify() == []
    assert _issue(journal, "a").changed == ("姓名", "金额")
    assert journal.void("penalty", 2014, 1, "错", LATER).slot == (1, 3)
    assert journal.verify() == []


def test_a_listing_that_misses_entries_changes_nothing(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [_issue(journal, key).entry for key in "abcd"]
    real = os.scandir
    hidden: list[str] = []

    class Forgetful:
        def __init__(self, folder: str) -> None:
            self.items = [item for item in real(folder) if item.name not in hidden]

        def __enter__(self) -> list[os.DirEntry[str]]:
            return self.items

        def __exit__(self, *_: object) -> None:
            pass

    monkeypatch.setattr(os, "scandir", Forgetful)
    for names in (["000002.json"], ["000003.json", "000004.json"], [f"00000{n}.json" for n in range(1, 5)]):
        hidden[:] = names
        fresh = Journal(journal.root)
        assert fresh.verify() == []
        assert _issue(fresh, "d").entry == entries[3]


def test_anchors_confirm_a_journal_that_grew(journal: Journal) -> None:
    _issue(journal, "a")
    (anchor,) = journal.anchors()
    assert (anchor.series, anchor.year, anchor.number, anchor.month) == ("penalty", 2014, 1, 0)
    _issue(journal, "b")
    journal.check_anchor(anchor.series, anchor.year, anchor.number, anchor.hash)
    journal.check_anchor(anchor.series, anchor.year, anchor.number, anchor.hash[:8])


def test_a_lost_end_is_caught_by_its_anchor(journal: Journal) -> None:
    for key in "abc":
        _issue(journal, key)
    (anchor,) = journal.anchors()
    (journal.root / "penalty/2014/000003.json").unlink()
    assert journal.verify() == []  # nothing inside the folder can know
    with pytest.raises(RegisterBehind, match=r"第 3 号.*旧副本.*登记位置"):
        journal.check_anchor(anchor.series, anchor.year, anchor.number, anchor.hash)


@pytest.mark.parametrize("mark", ["", "0" * 7, "0" * 8, "0" * 64])
def test_another_register_is_caught_by_the_hash(journal: Journal, mark: str) -> None:
    _issue(journal, "a")
    with pytest.raises(RegisterForked, match="第 1 号"):
        journal.check_anchor("penalty", 2014, 1, mark)


def test_an_anchored_entry_that_cannot_be_read_is_no_confirmation(journal: Journal) -> None:
    entry = _issue(journal, "a").entry
    (journal.root / "penalty/2014/000001.json").write_bytes(b"")
    with pytest.raises(RegisterForked):
        journal.check_anchor("penalty", 2014, 1, entry.hash)


def test_text_that_cannot_be_stored_is_named(journal: Journal) -> None:
    with pytest.raises(ContentUnusable, match="事由"):
        journal.issue("penalty", 2014, "a", {"事由": "脱岗\ud800"}, DAY)
    assert not journal.root.exists()


def test_without_hard_links_a_number_is_a_folder(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    _issue(journal, "a")
    with monkeypatch.context() as patch:
        _refuse_links(patch)
        numbers = [_issue(Journal(journal.root), key).entry.number for key in "abcb"]
    assert numbers == [1, 2, 3, 2]
    assert (journal.root / "penalty/2014/000002.json").is_dir()
    assert _issue(journal, "d").entry.number == 4
    assert journal.verify() == []
    (journal.root / "penalty/2014/000002.json/entry.json").write_bytes(b"")
    assert [flaw.kind for flaw in Journal(journal.root).verify()] == [FlawKind.UNREADABLE]


def test_both_ways_of_publishing_exclude_each_other(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    blind = Journal(journal.root)
    monkeypatch.setattr(blind, "_sound_shelves", lambda _: [])  # as if everything had come a moment ago
    _issue(journal, "a")
    with monkeypatch.context() as patch:
        _refuse_links(patch)
        assert _issue(blind, "b").entry.number == 2
    assert _issue(blind, "c").entry.number == 3
    assert [entry.key for entry in journal.entries()] == ["a", "b", "c"]
    assert journal.verify() == []


def test_publishing_by_rename_as_windows_does(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    def rename(source: Path, target: Path) -> None:
        if Path(target).exists():
            raise FileExistsError(17, "exists")
        os.link(source, target)
        os.unlink(source)  # noqa: PTH108 - stands in for the system call

    blind = Journal(journal.root)
    monkeypatch.setattr(blind, "_sound_shelves", lambda _: [])
    _issue(journal, "a")
    monkeypatch.setattr(os, "rename", rename)
    monkeypatch.setattr("pinzhi_xl.register.publish._claim", _by_rename)
    assert _issue(blind, "b").entry.number == 2
    assert _issue(blind, "a").entry.number == 1
    assert journal.verify() == []


def _by_rename(draft: Path, target: Path) -> bool:
    from pinzhi_xl.register.publish import _claim_by_rename

    return _claim_by_rename(draft, target)


def test_old_leftovers_are_swept_and_young_ones_left(journal: Journal) -> None:
    _issue(journal, "a")
    series = journal.root / "penalty"
    old, young, box = series / ".1.7-ab.tmp", series / ".2.7-cd.tmp", series / ".3.7-ef.tmp.d"
    box.mkdir()
    for path in (old, young, box / "entry.json"):
        path.write_bytes(b"half")
    for path in (old, box):
        os.utime(path, (time.time() - 90_000,) * 2)
    assert _issue(journal, "b").entry.number == 2
    assert (old.exists(), box.exists(), young.exists()) == (False, False, True)


def test_a_second_look_reads_no_file_again(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    for key in "abc":
        _issue(journal, key)
    journal.verify()

    def read(path: str) -> bytes:
        raise AssertionError(f"{path} was read again")

    monkeypatch.setattr("pinzhi_xl.register.shelf.read_published", read)
    with pytest.raises(AssertionError, match=r"000004\.json"):  # the probe past the end, and only that
        _issue(journal, "a")


def test_two_thousand_entries_verify_quickly(journal: Journal) -> None:
    folder = journal.root / "penalty/2014"
    folder.mkdir(parents=True)
    previous = GENESIS
    for number in range(1, 2001):
        entry = Entry(
            series="penalty",
            year=2014,
            number=number,
            key=f"8b0c6d1e-0000-4000-8000-0123456789ab:penalty:{number}:1",
            issued_on=DAY,
            recorded_on=DAY,
            payload=PAPER | {"事由": "未按规定巡查，发现门岗脱岗十五分钟，且未登记。"},
            previous=previous,
            state=State.ISSUED,
        ).sealed()
        previous = entry.hash
        (folder / entry.slot.file_name).write_bytes(entry.as_bytes())
    spent = []
    for _ in range(5):
        start = time.process_time()
        assert journal.verify() == []
        spent.append(time.process_time() - start)
    assert min(spent) < 0.2  # measured 0.05; the bound only catches a change of kind on a slow machine
