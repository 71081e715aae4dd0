"""空白单: numbers handed out before a visit, filled on site, entered under their own number."""

import multiprocessing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pinzhi_xl.entering import Entered
from pinzhi_xl.register.entry import BLANK_HOLDER, Entry
from pinzhi_xl.register.errors import BlankGone
from pinzhi_xl.register.journal import Journal
from pinzhi_xl.sheets.followup import BlankNotice, Penalty
from pinzhi_xl.sheets.inspections import Offender
from pinzhi_xl.workbook.read import read_book
from tests.masters import call, master_with
from tests.papers import paper_text
from tests.test_enter import FACTS, entered, fill
from tests.test_issue import W1, sheets

SERIES = "penalty"
DAY = date(2014, 8, 4)
KEY = "m/penalty/W1/P1/1"
PEOPLE = """
项目
项目名称
凤鸣华府

位置
项目 | 位置名称
凤鸣华府 | 客服中心

人员
工号 | 姓名 | 项目 | 部门
P1 | 员工甲 | 凤鸣华府 | 客服部
P2 | 员工乙 | 凤鸣华府 | 客服部

奖惩条款
条款编号 | 制度名称 | 版本 | 条文 | 首次处理 | 扣绩效分 | 公示日期 | 生效日期
5.1 | 员工手册 | 2014版 | 上班时间应当坚守岗位。 | 口头提醒 | 2 | 2014-01-10 | 2014-02-01
"""


def blank(root: Path, name: str) -> Entry:
    payload = {BLANK_HOLDER: "检查员", "facts": ""}
    return Journal(root).issue(SERIES, 2014, f"m/penalty/空白/{name}", payload, DAY).entry


# The register


def test_a_filled_blank_is_entered_in_its_own_slot_and_found_by_its_key(tmp_path: Path) -> None:
    first, second = blank(tmp_path, "a"), blank(tmp_path, "b")
    register = Journal(tmp_path)
    issued = register.issue(SERIES, 2015, KEY, {"facts": "离岗"}, DAY, reserved=second)
    assert (issued.new, issued.entry.year, issued.entry.number, issued.entry.edition) == (True, 2014, 2, 1)
    assert (issued.entry.revision, issued.entry.reason, issued.entry.was_blank) == (2, "空白单回录", False)
    again = Journal(tmp_path).issue(SERIES, 2015, KEY, {"facts": "离岗"}, DAY)
    assert (again.new, again.entry) == (False, issued.entry)
    assert [entry.is_blank for entry in register.entries()] == [True, False]
    assert register.entries()[0] == first
    assert register.verify() == []


def test_a_blank_that_is_void_or_filled_is_refused_and_another_one_serves(tmp_path: Path) -> None:
    gone, other = blank(tmp_path, "a"), blank(tmp_path, "b")
    register = Journal(tmp_path)
    register.void(SERIES, 2014, 1, "撕坏", DAY)
    with pytest.raises(BlankGone):
        register.issue(SERIES, 2014, KEY, {"facts": "离岗"}, DAY, reserved=gone)
    assert [entry.revision for entry in register.entries()] == [2, 1]
    assert register.issue(SERIES, 2014, KEY, {"facts": "离岗"}, DAY, reserved=other).entry.number == 2
    with pytest.raises(BlankGone):
        register.issue(SERIES, 2014, "m/penalty/W2/P1/1", {"facts": "迟到"}, DAY, reserved=other)
    assert register.issue(SERIES, 2014, "m/penalty/W2/P1/1", {"facts": "迟到"}, DAY).entry.number == 3
    assert register.verify() == []


def _issue(root: Path, key: str, reserved: Entry | None) -> None:
    Journal(root).issue(SERIES, 2014, key, {"facts": "离岗"}, DAY, reserved=reserved)


def _fill_or_lose(root: Path, key: str, reserved: Entry) -> None:
    try:
        _issue(root, key, reserved)
    except BlankGone:
        return


def _run(*calls: tuple[Any, ...]) -> list[int | None]:
    context = multiprocessing.get_context("fork")
    workers = [context.Process(target=target, args=arguments) for target, *arguments in calls]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(30)
    return [worker.exitcode for worker in workers]


@pytest.mark.parametrize("turn", range(6))
def test_of_two_who_issue_at_once_and_one_knows_no_blank_the_key_has_one_number(turn: int, tmp_path: Path) -> None:
    held = blank(tmp_path, "a")
    calls: list[tuple[Any, ...]] = [(_issue, tmp_path, KEY, held), (_issue, tmp_path, KEY, None)]
    assert _run(*calls[:: 1 if turn % 2 else -1], *calls) == [0] * 4
    register = Journal(tmp_path)
    assert [entry.key for entry in register.entries()].count(KEY) == 1
    assert register.verify() == []


def test_of_two_papers_in_one_blank_one_gets_it(tmp_path: Path) -> None:
    held = blank(tmp_path, "a")
    keys = [f"m/penalty/W{n}/P1/1" for n in range(4)]
    assert _run(*((_fill_or_lose, tmp_path, key, held) for key in keys)) == [0] * 4
    register = Journal(tmp_path)
    (entry,) = register.entries()
    assert (entry.revision, entry.key in keys) == (2, True)
    assert register.verify() == []


# The form

BLANKS = "空白单\n编号 | 领用人 | 领用日期 | 用途 | 问题编号\n"
IN_HAND = BLANKS + "K1 | 检查员 | 2014-8-1 | 在手 |\nK2 | 检查员 | 2014-8-1 | 在手 |"
LINE = {"2 问题描述": FACTS, "2 位置": "客服中心", "2 处置": "处罚", "2 奖惩条款编号": "5.2", "6 结果": "✓"}


def form(people: str, blanks: str, sheets: str = IN_HAND) -> Entered:
    return entered(LINE | {"2 违纪人员": people, "2 空白单号": blanks}, sheets=sheets)


def test_each_person_gets_the_blank_that_stands_at_their_place() -> None:
    outcome = form("P1、P2", "K2、K1")
    assert [problem.code for problem in outcome.problems if problem.is_error] == []
    assert [(row.person, row.blank) for row in outcome.offenders] == [("P1", "K2"), ("P2", "K1")]
    taken = [(e.row, e.label, e.value) for e in outcome.edits if e.sheet == "空白单"]  # type: ignore[union-attr]
    assert taken == [
        (2, "用途", "已回录"),
        (2, "问题编号", "WT-201408-001"),
        (3, "用途", "已回录"),
        (3, "问题编号", "WT-201408-001"),
    ]


@pytest.mark.parametrize(
    ("people", "blanks", "sheets", "code"),
    [
        ("P1", "K9", IN_HAND, "unknown-reference"),
        ("P1、P2", "K1", IN_HAND, "blanks-not-people"),
        ("P1", "K1、K2", IN_HAND, "blanks-not-people"),
        ("P1", "K1", BLANKS + "K1 | 检查员 | 2014-8-1 | 作废 |", "blank-void"),
        ("P1", "K1", BLANKS + "K1 | 检查员 | 2014-8-1 | 已回录 | W7", "blank-used"),
    ],
    ids=["unknown", "too-few", "too-many", "void", "used"],
)
def test_a_blank_that_cannot_be_is_told_at_the_form_and_nothing_is_entered(
    people: str, blanks: str, sheets: str, code: str
) -> None:
    outcome = form(people, blanks, sheets)
    assert code in [problem.code for problem in outcome.problems if problem.is_error]
    assert {problem.label for problem in outcome.problems if problem.code == code} == {"空白单号"}
    assert outcome.inspection is None
    assert form("P1", "K1").inspection is not None


@pytest.mark.parametrize(("second", "told"), [("K1", ["blank-twice"]), ("K2", [])])
def test_one_blank_in_two_lines_is_told(second: str, told: list[str]) -> None:
    again = {f"3 {label.split()[1]}": text for label, text in LINE.items() if label.startswith("2 ")}
    lines = LINE | again | {"2 违纪人员": "P1", "3 违纪人员": "P2", "2 空白单号": "K1", "3 空白单号": second}
    outcome = entered(lines, sheets=IN_HAND)
    assert [problem.code for problem in outcome.problems if problem.is_error] == told
    assert (outcome.inspection is None) is bool(told)


# Through the command line


@pytest.fixture
def master(tmp_path: Path) -> Path:
    return master_with(tmp_path / "总表.xlsx", PEOPLE)


def reserve(capsys: pytest.CaptureFixture[str], master: Path, count: int, *more: object) -> tuple[int, Any]:
    return call(
        capsys, "register", "reserve", master, "--count", count, "--holder", "检查员", "--as-of", "2014-08-01",
        "--json", *more,
    )  # fmt: skip


def test_blanks_are_numbered_papers_with_rows_of_their_own(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, result = reserve(capsys, master, 2)
    assert code == 0
    numbers = ["品罚〔2014〕1号", "品罚〔2014〕2号"]
    assert [document["number"] for document in result["documents"]] == numbers
    rows = read_book(master).rows(BlankNotice)
    assert [(row.number, row.holder, row.taken_on, row.use, row.finding) for row in rows] == [
        (number, "检查员", date(2014, 8, 1), "在手", None) for number in numbers
    ]
    entries = Journal(master.parent / "登记").entries()
    for document, entry in zip(result["documents"], entries, strict=True):
        path = Path(document["path"])
        assert path.parent == master.parent / "输出" / "2014-08" / "空白处罚单"
        text = "".join(paper_text(path.read_bytes()).split())
        assert text.count("存根") >= 1
        assert document["number"] in text
        assert entry.mark in text
        assert entry.is_blank
    _, more = reserve(capsys, master, 1)
    assert [document["number"] for document in more["documents"]] == ["品罚〔2014〕3号"]
    assert len({entry.key for entry in Journal(master.parent / "登记").entries()}) == 3


def test_a_dry_run_takes_no_number(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    held = master.read_bytes()
    assert reserve(capsys, master, 2, "--dry-run")[0] == 0
    assert master.read_bytes() == held
    assert not (master.parent / "登记").exists()


def test_numbers_taken_before_a_crash_get_their_rows_and_papers_later(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unwritten = master.read_bytes()
    _, result = reserve(capsys, master, 2)
    master.write_bytes(unwritten)
    path = Path(result["documents"][1]["path"])
    content = path.read_bytes()
    path.unlink()
    code, rebuilt = call(capsys, "register", "rebuild", master, "--json")
    assert (code, [document["number"] for document in rebuilt["documents"]]) == (0, ["品罚〔2014〕2号"])
    assert path.read_bytes() == content
    assert [row.use for row in read_book(master).rows(BlankNotice)] == ["在手", "在手"]
    assert len(Journal(master.parent / "登记").entries()) == 2


def test_the_round_trip_from_the_blank_to_the_notice_under_its_number(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Three blanks; the second is used for P1, the first for P2; the third is voided."""
    reserve(capsys, master, 3)
    used = "品罚〔2014〕2号、品罚〔2014〕1号"
    fill(
        master,
        lambda form: form.line("KF01", 违纪人员="P1、P2", 奖惩条款编号="5.1", 空白单号=used),
    )
    code, result = call(capsys, "enter", master, "--as-of", "2014-08-05", "--json")
    assert (code, [p["message"] for p in result["problems"] if p["level"] == "错误"]) == (0, [])
    book = read_book(master)
    assert [(row.person, row.blank) for row in book.rows(Offender)] == [
        ("P1", "品罚〔2014〕2号"),
        ("P2", "品罚〔2014〕1号"),
    ]
    assert [(row.use, row.finding) for row in book.rows(BlankNotice)] == [
        ("已回录", "WT-201408-001"),
        ("已回录", "WT-201408-001"),
        ("在手", None),
    ]
    for new in (True, False):
        code, issued = call(
            capsys,
            "issue",
            master,
            "--month",
            "2014-08",
            "--kind",
            "违纪处罚单",
            "--as-of",
            "2014-08-29",
            "--json",
        )
        assert (code, [p["message"] for p in issued["problems"] if p["level"] == "错误"]) == (0, [])
        assert [(d["number"], d["new"]) for d in issued["documents"]] == [
            ("品罚〔2014〕1号", new),
            ("品罚〔2014〕2号", new),
        ]
        assert "notice-without-basis" not in {p["code"] for p in issued["problems"]}
    rows = {row.person: row.number for row in read_book(master).rows(Penalty)}
    assert rows == {"P1": "品罚〔2014〕2号", "P2": "品罚〔2014〕1号"}
    third = "品罚〔2014〕3号"
    code, voided = call(capsys, "register", "void", master, third, "--reason", "未用", "--json")
    assert (code, voided["voided"]) == (0, True)
    assert [row.use for row in read_book(master).rows(BlankNotice)] == ["已回录", "已回录", "作废"]
    register = Journal(master.parent / "登记")
    assert [(entry.number, entry.revision, entry.is_void) for entry in register.entries()] == [
        (1, 2, False),
        (2, 2, False),
        (3, 2, True),
    ]
    assert call(capsys, "register", "verify", master, "--json")[0] == 0


def test_a_blank_is_handed_to_somebody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    master = master_with(tmp_path / "总表.xlsx", sheets(W1))
    how = ("--count", "1", "--as-of", "2014-08-30", "--json")
    code, result = call(capsys, "register", "reserve", master, "--holder", "　 ", *how)
    assert (code, "没有写明领用人" in result["error"]) == (2, True)
    assert not (tmp_path / "登记").exists()
