"""`pinzhi register`: list, verify, void, rebuild."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from pinzhi_xl.register.journal import Journal
from pinzhi_xl.sheets.followup import Penalty
from pinzhi_xl.sheets.results import IssuedPaper, RunLog
from pinzhi_xl.workbook.read import read_book
from tests.masters import call, master_with, type_into
from tests.test_issue import W1, issue, sheets

ONE, TWO = "品罚〔2014〕1号", "品罚〔2014〕2号"


@pytest.fixture
def master(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = master_with(tmp_path / "总表.xlsx", sheets(W1, offenders="W1 | P1\nW1 | P2"))
    assert issue(capsys, path)[0] == 0
    return path


def register(capsys: pytest.CaptureFixture[str], verb: str, master: Path, *more: object) -> tuple[int, Any]:
    return call(capsys, "register", verb, master, *more, "--json")


def test_the_list_says_number_edition_state_subject_and_mark(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    register(capsys, "void", master, TWO, "--reason", "当事人填错")
    code, result = register(capsys, "list", master)
    entries = Journal(master.parent / "登记").entries()
    assert code == 0
    assert [(one["number"], one["edition"], one["state"], one["subject"]) for one in result["numbers"]] == [
        (ONE, 1, "有效", "员工甲"),
        (TWO, 1, "作废", "员工乙"),
    ]
    assert [one["mark"] for one in result["numbers"]] == [entry.mark for entry in entries]
    assert register(capsys, "list", master, "--year", "2015")[1]["numbers"] == []
    assert register(capsys, "list", master, "--kind", "限期整改通知单")[1]["numbers"] == []
    code, text = call(capsys, "register", "list", master)
    assert (code, ONE in text) == (0, True)


def test_a_sound_register_is_said_to_be_so(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert register(capsys, "verify", master) == (0, {"numbers": 2, "flaws": []})
    register(capsys, "void", master, TWO, "--reason", "填错")
    assert register(capsys, "verify", master)[0] == 0


def test_an_edited_entry_and_a_lost_end_are_told(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = master.parent / "登记" / "违纪处罚单" / "2014"
    (folder / "000002.json").unlink()
    code, result = register(capsys, "verify", master)
    assert (code, len(result["flaws"])) == (1, 1)
    assert TWO in result["flaws"][0]
    first = folder / "000001.json"
    first.write_bytes(first.read_bytes().replace("员工甲".encode(), "员工丙".encode()))
    code, result = register(capsys, "verify", master)
    assert code == 1
    assert any("改动过" in flaw for flaw in result["flaws"])


def test_another_register_in_its_place_is_told(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    elsewhere = master.parent / "另"
    elsewhere.mkdir()
    second = master_with(elsewhere / "总表.xlsx", sheets(W1.replace("十二", "二十"), offenders="W1 | P1\nW1 | P2"))
    issue(capsys, second)
    shutil.rmtree(master.parent / "登记")
    shutil.copytree(elsewhere / "登记", master.parent / "登记")
    code, result = register(capsys, "verify", master)
    assert (code, len(result["flaws"])) == (1, 2)


def test_a_void_number_stays_on_every_sheet_and_its_paper_too(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = master.parent / "输出/2014-08/违纪处罚单" / f"{ONE} 员工甲.docx"
    code, result = register(capsys, "void", master, ONE, "--reason", "当事人填错")
    assert (code, result["number"], result["voided"]) == (0, ONE, True)
    book = read_book(master)
    assert {row.number: row.state for row in book.rows(Penalty)} == {ONE: "作废", TWO: "已开具"}
    assert {row.number: row.state for row in book.rows(IssuedPaper)} == {ONE: "作废", TWO: "有效"}
    assert (book.rows(RunLog)[-1].task, book.rows(RunLog)[-1].result) == ("作废", "作废，原因：当事人填错")
    assert paper.exists()
    held = master.read_bytes()
    code, again = register(capsys, "void", master, ONE, "--reason", "又一次")
    assert (code, again["voided"]) == (0, False)
    assert master.read_bytes() == held
    assert Journal(master.parent / "登记").entries()[0].reason == "当事人填错"


@pytest.mark.parametrize(("day", "code"), [("2014-09-01", 2), ("2014-08-31", 0)])
def test_an_executed_notice_is_not_voided(
    day: str, code: int, master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """处罚登记: to be carried out with the wages of 2014-09."""
    type_into(master, "处罚登记", 2, 执行月份="2014-09")
    assert register(capsys, "void", master, ONE, "--reason", "填错", "--as-of", day)[0] == code
    assert Journal(master.parent / "登记").entries()[0].is_void is (code == 0)


def test_a_reason_is_asked_for_and_a_dry_run_voids_nothing(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    held = master.read_bytes()
    code, result = register(capsys, "void", master, ONE)
    assert (code, "--reason" in result["error"]) == (2, True)
    assert register(capsys, "void", master, ONE, "--reason", "填错", "--dry-run")[0] == 0
    assert register(capsys, "void", master, "品罚〔2014〕7号", "--reason", "填错")[0] == 2
    assert master.read_bytes() == held
    assert not any(entry.is_void for entry in Journal(master.parent / "登记").entries())


def test_what_is_derived_is_made_anew_and_never_a_number(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = read_book(master).rows(IssuedPaper)
    papers = {path: path.read_bytes() for path in (master.parent / "输出").rglob("*.docx")}
    shutil.rmtree(master.parent / "输出")
    type_into(master, "发文登记", 3, 校验码="xxxxxxxx")
    code, result = register(capsys, "rebuild", master)
    assert (code, [document["number"] for document in result["documents"]]) == (0, [ONE, TWO])
    assert {path: path.read_bytes() for path in (master.parent / "输出").rglob("*.docx")} == papers
    assert read_book(master).rows(IssuedPaper) == before
    held = master.read_bytes()
    assert register(capsys, "rebuild", master)[1]["documents"] == []
    assert master.read_bytes() == held
    assert len(Journal(master.parent / "登记").entries()) == 2
