"""重开: the same paper again, the next edition before 签收, a new number for a void one."""

import multiprocessing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pinzhi_xl.register.entry import Entry, State
from pinzhi_xl.register.errors import NumberVoid
from pinzhi_xl.register.journal import Journal
from pinzhi_xl.sheets.followup import Penalty
from pinzhi_xl.sheets.results import IssuedPaper, RunLog
from pinzhi_xl.workbook.read import read_book
from tests.masters import call, master_with, type_into
from tests.papers import paper_text
from tests.test_issue import W1, issue, sheets

ONE = "品罚〔2014〕1号"
DAY = date(2014, 8, 30)


def reissue(capsys: pytest.CaptureFixture[str], master: Path, *more: object) -> tuple[int, Any]:
    return call(capsys, "reissue", master, ONE, *more, "--as-of", "2014-08-30", "--json")


@pytest.fixture
def master(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = master_with(tmp_path / "总表.xlsx", sheets(W1))
    assert issue(capsys, path)[0] == 0
    return path


def log(master: Path) -> list[str]:
    return [row.result or "" for row in read_book(master).rows(RunLog)]


def journal(master: Path) -> Journal:
    return Journal(master.parent / "登记")


def penalty(master: Path) -> Penalty:
    (row,) = read_book(master).rows(Penalty)
    return row


def test_a_reprint_is_the_same_paper_and_no_new_entry(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = master.parent / "输出/2014-08/违纪处罚单" / f"{ONE} 员工甲.docx"
    content, held = path.read_bytes(), master.read_bytes()
    path.unlink()
    code, result = reissue(capsys, master, "--reprint")
    assert (code, [(d["number"], d["edition"], d["new"]) for d in result["documents"]]) == (0, [(ONE, 1, False)])
    assert path.read_bytes() == content
    assert master.read_bytes() == held
    assert [entry.revision for entry in journal(master).entries()] == [1]


def test_a_reprint_never_lies_over_what_was_written_on_the_paper(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = master.parent / "输出/2014-08/违纪处罚单" / f"{ONE} 员工甲.docx"
    content = path.read_bytes()
    path.write_bytes(content + b" ")
    _, result = reissue(capsys, master, "--reprint")
    again = Path(result["documents"][0]["path"])
    assert again != path
    assert again.read_bytes() == content
    assert path.read_bytes() == content + b" "


def test_a_correction_is_the_next_edition_under_the_same_number(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """处罚登记 says 建议扣分 2; a person makes it 1."""
    first = master.parent / "输出/2014-08/违纪处罚单" / f"{ONE} 员工甲.docx"
    old = first.read_bytes()
    type_into(master, "处罚登记", 2, 建议扣分="1")
    code, result = reissue(capsys, master, "--correct", "--reason", "扣分填错")
    (document,) = result["documents"]
    assert (code, document["number"], document["edition"], document["new"]) == (0, ONE, 2, True)
    second = Path(document["path"])
    assert second.name == f"{ONE} 第2版 员工甲.docx"
    assert first.read_bytes() == old
    assert "建议扣绩效分：1分" in "".join(paper_text(second.read_bytes()).split())
    row = penalty(master)
    assert (row.number, row.edition, row.issued_on, row.state) == (ONE, 2, DAY, "已开具")
    (listed,) = read_book(master).rows(IssuedPaper)
    (entry,) = journal(master).entries()
    assert (listed.edition, listed.mark, entry.revision, entry.reason) == (2, entry.mark, 2, "扣分填错")
    assert log(master)[-2:] == ["建议扣分 2→1，原因：扣分填错", "第 2 版，原因：扣分填错"]
    assert journal(master).verify() == []
    again = issue(capsys, master)[1]
    assert [(d["number"], d["edition"], d["new"]) for d in again["documents"]] == [(ONE, 2, False)]
    assert [p for p in again["problems"] if p["code"] == "content-changed"] == []


def test_nothing_to_correct_is_said(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, result = reissue(capsys, master, "--correct", "--reason", "看看")
    assert code == 2
    assert "没有可更正的" in result["error"]
    assert [entry.revision for entry in journal(master).entries()] == [1]


@pytest.mark.parametrize(("typed", "refused"), [({"签收日期": "2014-08-30"}, True), ({"建议扣分": "1"}, False)])
def test_after_the_person_has_signed_it_is_not_corrected_and_the_legal_way_is_named(
    typed: dict[str, str], refused: bool, master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    type_into(master, "处罚登记", 2, **({"建议扣分": "1"} | typed))
    code, result = reissue(capsys, master, "--correct", "--reason", "扣分填错")
    assert (code == 2) is refused
    if refused:
        assert "--void-and-replace" in result["error"]
        assert [entry.revision for entry in journal(master).entries()] == [1]


def test_void_and_replace_names_the_old_number_and_issue_finds_the_new_one(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """处罚登记: signed for on 2014-08-30, 建议扣分 2 → 1."""
    type_into(master, "处罚登记", 2, 建议扣分="1", 签收日期="2014-08-30", 送达方式="当面")
    code, result = reissue(capsys, master, "--void-and-replace", "--reason", "条款引错")
    (document,) = result["documents"]
    assert (code, document["number"], document["new"]) == (0, "品罚〔2014〕2号", True)
    assert f"原单{ONE}已作废" in "".join(paper_text(Path(document["path"]).read_bytes()).split())
    old, new = journal(master).entries()
    assert (old.state, old.reason, new.payload["replaces"]) == (State.VOID, "条款引错", ONE)
    assert new.key.endswith("/W1/P1/2")
    row = penalty(master)
    assert (row.number, row.edition, row.received_on, row.delivery) == ("品罚〔2014〕2号", 1, None, None)
    assert row.state == "已开具"
    assert [(one.number, one.state) for one in read_book(master).rows(IssuedPaper)] == [
        (ONE, "作废"),
        ("品罚〔2014〕2号", "有效"),
    ]
    assert log(master)[-4:] == [
        "建议扣分 2→1，原因：条款引错",
        "送达方式 当面→空，原因：条款引错",
        "签收日期 2014-08-30→空，原因：条款引错",
        "作废，换新号 品罚〔2014〕2号，原因：条款引错",
    ]
    code, again = reissue(capsys, master, "--void-and-replace", "--reason", "条款引错")
    assert (code, [(d["number"], d["new"]) for d in again["documents"]]) == (0, [("品罚〔2014〕2号", False)])
    code, issued = issue(capsys, master)
    assert (code, [(d["number"], d["new"]) for d in issued["documents"]]) == (0, [("品罚〔2014〕2号", False)])
    assert {p["code"] for p in issued["problems"]} & {"content-changed", "notice-without-basis"} == set()
    assert len(journal(master).entries()) == 2


def test_of_a_final_month_a_notice_is_printed_again_and_no_more(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    master = master_with(tmp_path / "总表.xlsx", sheets(W1))
    issue(capsys, master)
    type_into(master, "得分", 2, 状态="锁定")
    type_into(master, "处罚登记", 2, 建议扣分="1")
    assert reissue(capsys, master, "--reprint")[0] == 0
    for way in ("--correct", "--void-and-replace"):
        code, result = reissue(capsys, master, way, "--reason", "填错")
        assert (code, "已定稿" in result["error"]) == (2, True)
    assert [entry.revision for entry in journal(master).entries()] == [1]


def test_a_dry_run_and_a_call_without_reason_change_nothing(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    type_into(master, "处罚登记", 2, 建议扣分="1")
    held = master.read_bytes()
    assert reissue(capsys, master, "--correct")[0] == 2
    assert reissue(capsys, master, "--reprint", "--correct", "--reason", "x")[0] == 2
    for way in ("--correct", "--void-and-replace"):
        assert reissue(capsys, master, way, "--reason", "填错", "--dry-run")[0] == 0
    assert master.read_bytes() == held
    assert [entry.revision for entry in journal(master).entries()] == [1]


def test_a_number_that_is_not_there_is_said(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, result = call(capsys, "reissue", master, "品罚〔2014〕9号", "--reprint", "--json")
    assert (code, "品罚〔2014〕9号" in result["error"]) == (2, True)


SERIES = "penalty"


def _correct(root: Path, turn: int) -> None:
    register = Journal(root)
    (entry,) = register.entries()
    try:
        register.correct(entry, {"points": str(turn)}, f"reason {turn}", DAY)
    except NumberVoid:
        return


def _void(root: Path) -> None:
    Journal(root).void(SERIES, 2014, 1, "void", DAY)


def _first(root: Path) -> Entry:
    return Journal(root).issue(SERIES, 2014, "m/penalty/W1/P1/1", {"points": "0"}, DAY).entry


@pytest.mark.parametrize("turn", range(6))
def test_correcting_and_voiding_at_once_end_in_one_order_without_a_lost_revision(
    turn: int, tmp_path: Path
) -> None:
    first = _first(tmp_path)
    context = multiprocessing.get_context("fork")
    workers = [context.Process(target=_correct, args=(tmp_path, one)) for one in range(1, 4)]
    workers.insert(turn % 4, context.Process(target=_void, args=(tmp_path,)))
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(30)
    assert [worker.exitcode for worker in workers] == [0] * 4
    register = Journal(tmp_path)
    history = register.history(first)
    assert register.verify() == []
    assert [entry.revision for entry in history] == list(range(1, len(history) + 1))
    assert history[-1].is_void
    assert [entry.is_void for entry in history[:-1]] == [False] * (len(history) - 1)
    assert [entry.edition for entry in history[:-1]] == list(range(1, len(history)))
    assert len({entry.payload["points"] for entry in history[:-1]}) == len(history) - 1


def test_the_same_correction_twice_is_one_edition_and_a_void_number_has_none(tmp_path: Path) -> None:
    first = _first(tmp_path)
    register = Journal(tmp_path)
    one = register.correct(first, {"points": "1"}, "填错", DAY)
    two = register.correct(first, {"points": "1"}, "填错", DAY)
    assert (one.new, two.new, two.entry.edition) == (True, False, 2)
    register.void(SERIES, 2014, 1, "作废", DAY)
    with pytest.raises(NumberVoid):
        register.correct(first, {"points": "3"}, "填错", DAY)
    register.check_anchor(SERIES, 2014, 1, first.mark)
    register.check_anchor(SERIES, 2014, 1, one.entry.mark)


def test_a_notice_with_a_decision_is_not_corrected_under_its_number(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not delivered yet, but 核定结果 stands there: 行政部 decided on the paper as it is."""
    type_into(master, "处罚登记", 2, 建议扣分="20", 核定结果="同意")
    code, result = reissue(capsys, master, "--correct", "--reason", "漏写一位")
    assert (code, "已填核定结果（" in result["error"], penalty(master).edition) == (2, True, 1)
    type_into(master, "处罚登记", 2, 核定结果="")
    assert reissue(capsys, master, "--correct", "--reason", "漏写一位")[0] == 0
    assert penalty(master).edition == 2
