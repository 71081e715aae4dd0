"""One entry: its canonical form, its hashes, and how numbers and files are named."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pinzhi_xl.numbering import PatternProblem, format_number, pattern_problem
from pinzhi_xl.register.entry import GENESIS, Entry, EntryError, digest, entry_from
from pinzhi_xl.register.names import Period, Slot, checked_series, slot_of

DAY = date(2014, 8, 11)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def _entry(**changes: object) -> Entry:
    entry = Entry(
        series="penalty",
        year=2014,
        number=1,
        key="m:penalty:KF01:1",
        issued_on=DAY,
        recorded_on=DAY,
        payload={"姓名": "员工甲", "金额": "50.00"},
        previous=GENESIS,
    )
    return replace(entry, **changes).sealed()  # type: ignore[arg-type]


def test_the_file_is_sorted_readable_chinese_and_ends_in_a_newline() -> None:
    text = _entry().as_bytes().decode()
    assert "员工甲" in text
    assert text.endswith("}\n")
    assert list(json.loads(text)) == sorted(json.loads(text))


def test_the_hash_is_that_of_everything_else() -> None:
    entry = _entry()
    fields = json.loads(entry.as_bytes())
    assert fields.pop("hash") == entry.hash
    text = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
    assert entry.hash == digest(text.encode())
    assert entry.mark == entry.hash[:8]


def test_the_content_hash_follows_the_payload_only() -> None:
    assert _entry().content_hash == _entry(number=2, previous="f" * 64).content_hash
    assert _entry().content_hash != _entry(payload={"姓名": "员工乙"}).content_hash


def test_every_field_is_sealed() -> None:
    changes: dict[str, object] = {
        "series": "x",
        "year": 2015,
        "month": 1,
        "number": 2,
        "revision": 2,
        "edition": 2,
        "key": "other",
        "issued_on": date(2014, 1, 1),
        "recorded_on": date(2014, 1, 1),
        "reason": "错",
        "payload": {},
        "template_hash": "t",
        "previous": "f" * 64,
    }
    hashes = {_entry(**{name: value}).hash for name, value in changes.items()} | {_entry().hash}
    assert len(hashes) == len(changes) + 1


@given(st.dictionaries(TEXT, TEXT, max_size=5), TEXT.filter(bool), TEXT)
def test_an_entry_survives_its_file(payload: dict[str, str], key: str, reason: str) -> None:
    entry = _entry(payload=payload, key=key, reason=reason)
    assert entry_from(entry.as_bytes()) == entry


def test_a_payload_field_called_hash_is_no_confusion() -> None:
    entry = _entry(payload={"hash": "0" * 64, 'x"hash":"': '"hash":"'})
    assert entry_from(entry.as_bytes()) == entry


@given(st.data())
def test_any_changed_byte_is_noticed(data: st.DataObject) -> None:
    raw = bytearray(_entry().as_bytes())
    place = data.draw(st.integers(0, len(raw) - 1))
    raw[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(EntryError):
        entry_from(bytes(raw))


@given(st.integers(0, 10_000))
def test_a_torn_file_is_no_entry(length: int) -> None:
    raw = _entry().as_bytes()
    with pytest.raises(EntryError):
        entry_from(raw[: length % len(raw)])


@pytest.mark.parametrize("raw", [b"[]", b"null", b"{}", b"\xff", b"\0" * 400, b"[" * 100_000, b'{"hash":1}'])
def test_foreign_bytes_are_no_entry(raw: bytes) -> None:
    with pytest.raises(EntryError):
        entry_from(raw)


@pytest.mark.parametrize(
    ("name", "slot"),
    [
        ("000001.json", Slot(1)),
        ("000001-2.json", Slot(1, 2)),
        ("1000000.json", Slot(1_000_000)),
        ("000000.json", None),
        ("000001-1.json", None),
        ("0000001.json", None),
        ("000001 - 副本.json", None),
        ("000001-PC01.json", None),
        (".000001.77-ab.tmp", None),
        ("Thumbs.db", None),
    ],
)
def test_only_exact_names_are_slots(name: str, slot: Slot | None) -> None:
    assert slot_of(name) == slot
    if slot:
        assert slot.file_name == name


@pytest.mark.parametrize("name", ["2014-13", "2014-00", "0001", "keys", "14", "2014-8", "2014-08-01"])
def test_other_folders_are_no_periods(name: str) -> None:
    assert Period.parse(name) is None


def test_periods_print_as_their_folders() -> None:
    for name in ("2014", "2014-08"):
        assert str(Period.parse(name)) == name


@pytest.mark.parametrize("series", ["", "..", "a/b", "a\\b", ".x", "keys", "a:b", "x" * 41, "_x"])
def test_a_series_must_name_a_folder(series: str) -> None:
    with pytest.raises(ValueError, match="series"):
        checked_series(series)


@pytest.mark.parametrize(
    ("pattern", "month", "printed"),
    [
        ("{prefix}〔{year}〕{n}号", 0, "品罚〔2014〕1号"),
        ("{prefix}〔{year}〕第{n:03}号", 0, "品罚〔2014〕第001号"),
        ("{prefix}〔{year}〕{month:02}-{n:03}号", 8, "品罚〔2014〕08-001号"),
        ("{{{year}}}{n:2d}", 0, "{2014} 1"),
    ],
)
def test_a_number_reads_as_set(pattern: str, month: int, printed: str) -> None:
    assert format_number("品罚", 2014, 1, pattern, month=month) == printed


def test_the_default_is_the_contract() -> None:
    assert format_number("品改", 2014, 12) == "品改〔2014〕12号"


@pytest.mark.parametrize(
    ("pattern", "monthly", "names"),
    [
        ("{prefix}〔{year}〕号", False, "{n}"),
        ("{prefix}{n}号", False, "{year}"),
        ("{year}-{n}", True, "{month}"),
        ("{year}-{month}-{n}", False, "month"),
        ("{year}{n}{name}", False, "{name}"),
        ("{year}{n}{}", False, "{}"),
        ("{year}{n.__class__}", False, "n.__class__"),
        ("{year}{n[0]}", False, "n[0]"),
        ("{year}{n!r}", False, "{n}"),
        ("{year}{n:x}", False, "位数"),
        ("{year}{n:099}", False, "位数"),
        ("{year}{n:{year}}", False, "位数"),
        ("{prefix:9}{year}{n}", False, "位数"),
        ("{year}{n", False, "大括号"),
        ("{year}}{n}", False, "大括号"),
        ("{year}\n{n}", False, "控制字符"),
        ("", False, "{year}"),
    ],
)
def test_an_unusable_pattern_is_a_sentence(pattern: str, monthly: bool, names: str) -> None:
    problem = pattern_problem(pattern, monthly=monthly)
    assert isinstance(problem, PatternProblem)
    assert names in problem.sentence
    assert problem.sentence.endswith(("。", "三位。"))
    with pytest.raises(ValueError, match=re.escape(problem.sentence)):
        format_number("品罚", 2014, 1, pattern, month=8 if monthly else 0)


@given(st.text(alphabet="{}:!.[]nyearmothpfix0123号〔〕 d", max_size=30))
def test_no_pattern_makes_formatting_fail(pattern: str) -> None:
    if pattern_problem(pattern) is None:
        assert format_number("品罚", 2014, 1, pattern) != format_number("品罚", 2014, 2, pattern)
