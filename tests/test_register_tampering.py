"""Whatever happens to the files behind the register's back is found, named, and stops issuing."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pinzhi_xl.register.entry import digest, entry_from
from pinzhi_xl.register.errors import RegisterDamaged
from pinzhi_xl.register.flaws import FlawKind
from pinzhi_xl.register.journal import Journal

DAY = date(2014, 8, 11)
Found = list[tuple[FlawKind, str]]


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    journal = Journal(tmp_path / "登记")
    for key in "abcde":
        journal.issue("penalty", 2014, key, {"姓名": f"员工{key}"}, DAY)
    journal.issue("penalty", 2015, "f", {"姓名": "员工f"}, DAY)
    journal.void("penalty", 2014, 2, "开错人", DAY)
    return journal


def _edit(year: Path) -> None:
    path = year / "000003.json"
    path.write_text(path.read_text("utf-8").replace("员工c", "员工z"), "utf-8")


def _delete(year: Path) -> None:
    (year / "000003.json").unlink()


def _delete_two(year: Path) -> None:
    (year / "000001.json").unlink()
    (year / "000003.json").unlink()


def _swap(year: Path) -> None:
    one, two = year / "000003.json", year / "000004.json"
    first, second = one.read_bytes(), two.read_bytes()
    one.write_bytes(second)
    two.write_bytes(first)


def _truncate(year: Path) -> None:
    path = year / "000005.json"
    path.write_bytes(path.read_bytes()[:100])


def _empty(year: Path) -> None:
    (year / "000005.json").write_bytes(b"")


def _append(year: Path) -> None:
    with (year / "000004.json").open("ab") as file:
        file.write(b" ")


def _copy_to_the_end(year: Path) -> None:
    (year / "000006.json").write_bytes((year / "000005.json").read_bytes())


def _forge(year: Path) -> None:
    """Replace an entry by another with a right hash of its own."""
    path = year / "000003.json"
    forged = replace(entry_from(path.read_bytes()), payload={"姓名": "员工z"}).sealed()
    path.write_bytes(forged.as_bytes())


def _forge_with_same_key(year: Path) -> None:
    last = entry_from((year / "000005.json").read_bytes())
    twin = replace(last, number=6, key="a", previous=last.hash).sealed()
    (year / "000006.json").write_bytes(twin.as_bytes())


def _same_key_in_another_year(year: Path) -> None:
    last = entry_from((year.parent / "2015/000001.json").read_bytes())
    twin = replace(last, number=2, key="a", previous=last.hash).sealed()
    (year.parent / "2015/000002.json").write_bytes(twin.as_bytes())


def _base_of_a_void(year: Path) -> None:
    for number in (2, 3, 4, 5):
        (year / f"{number:06d}.json").unlink()


def _edit_a_void(year: Path) -> None:
    path = year / "000002-2.json"
    path.write_text(path.read_text("utf-8").replace("开错人", "没开错"), "utf-8")


def _skip_a_revision(year: Path) -> None:
    void = entry_from((year / "000002-2.json").read_bytes())
    (year / "000002-4.json").write_bytes(replace(void, revision=4, previous=void.hash).sealed().as_bytes())


CASES: list[tuple[Callable[[Path], None], Found]] = [
    (_edit, [(FlawKind.EDITED, "000003.json")]),
    (_delete, [(FlawKind.MISSING, "000003.json")]),
    (_delete_two, [(FlawKind.MISSING, "000001.json"), (FlawKind.MISSING, "000003.json")]),
    (_swap, [(FlawKind.MISPLACED, "000003.json"), (FlawKind.MISPLACED, "000004.json")]),
    (_truncate, [(FlawKind.UNREADABLE, "000005.json")]),
    (_empty, [(FlawKind.UNREADABLE, "000005.json")]),
    (_append, [(FlawKind.EDITED, "000004.json")]),
    (_copy_to_the_end, [(FlawKind.MISPLACED, "000006.json"), (FlawKind.DUPLICATE_KEY, "000005.json")]),
    (_forge, [(FlawKind.UNCHAINED, "000004.json")]),
    (_forge_with_same_key, [(FlawKind.DUPLICATE_KEY, "000006.json")]),
    (_same_key_in_another_year, [(FlawKind.DUPLICATE_KEY, "000002.json")]),
    (_base_of_a_void, [(FlawKind.MISSING, "000002.json")]),
    (_edit_a_void, [(FlawKind.EDITED, "000002-2.json")]),
    (_skip_a_revision, [(FlawKind.MISSING, "000002-3.json")]),
]


@pytest.mark.parametrize(("tamper", "found"), CASES)
@pytest.mark.parametrize("warm", [True, False])
def test_tampering_is_found_and_stops_issuing(
    journal: Journal, tamper: Callable[[Path], None], found: Found, warm: bool
) -> None:
    assert journal.verify() == []
    tamper(journal.root / "penalty/2014")
    journal = journal if warm else Journal(journal.root)
    with pytest.raises(RegisterDamaged) as refused:
        journal.issue("penalty", 2014, "new", {}, DAY)
    assert [(flaw.kind, flaw.slot.file_name) for flaw in journal.verify()] == found
    sentence = str(refused.value)
    assert found[0][1] in sentence
    assert str(journal.root) in sentence
    assert "备份" in sentence
    with pytest.raises(RegisterDamaged):
        journal.void("penalty", 2014, 1, "错", DAY)
    with pytest.raises(RegisterDamaged):
        journal.anchors()


@pytest.mark.parametrize(("tamper", "found"), CASES)
def test_every_flaw_reads_as_a_sentence(journal: Journal, tamper: Callable[[Path], None], found: Found) -> None:
    tamper(journal.root / "penalty/2014")
    for flaw, (_, name) in zip(journal.verify(), found, strict=True):
        assert name in flaw.sentence
        assert flaw.sentence.endswith("。")
        assert "{" not in flaw.sentence


def test_another_series_is_not_held_up(journal: Journal) -> None:
    _edit(journal.root / "penalty/2014")
    assert journal.issue("notice", 2014, "n", {}, DAY).entry.number == 1


def test_putting_the_file_back_heals(journal: Journal) -> None:
    path = journal.root / "penalty/2014/000003.json"
    kept = path.read_bytes()
    path.unlink()
    with pytest.raises(RegisterDamaged):
        journal.issue("penalty", 2014, "new", {}, DAY)
    path.write_bytes(kept)
    assert journal.issue("penalty", 2014, "new", {}, DAY).entry.number == 6
    assert journal.verify() == []


def test_strangers_in_the_folder_are_left_alone(journal: Journal) -> None:
    year = journal.root / "penalty/2014"
    for name in ("Thumbs.db", "000001 - 副本.json", "desktop.ini", "000002-PC.json", "~$000001.json"):
        (year / name).write_bytes(b"x")
    (year / "旧").mkdir()
    (journal.root / "说明.txt").write_bytes(b"x")
    (journal.root / "杂物").mkdir()
    (journal.root / ".snapshot/2014").mkdir(parents=True)
    assert journal.verify() == []
    assert journal.issue("penalty", 2014, "new", {}, DAY).entry.number == 6


def test_an_unsound_winner_is_not_chained_to(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that appears in the slot after the look at the register is judged like any other."""
    shelves = journal._sound_shelves("penalty")
    monkeypatch.setattr(journal, "_sound_shelves", lambda _: shelves)
    (journal.root / "penalty/2014/000006.json").write_bytes(b"torn")
    with pytest.raises(RegisterDamaged, match=r"000006\.json"):
        journal.issue("penalty", 2014, "new", {}, DAY)


def test_a_file_rewritten_with_a_fresh_hash_but_other_spelling_is_edited(journal: Journal) -> None:
    """Only the canonical spelling counts: what is hashed is what lies there."""
    path = journal.root / "penalty/2014/000005.json"
    fields = json.loads(path.read_bytes())
    del fields["hash"]
    fields["hash"] = digest(json.dumps(fields).encode())
    path.write_text(json.dumps(fields), "utf-8")
    assert [flaw.kind for flaw in journal.verify()] == [FlawKind.EDITED]
