"""重开《限期整改通知单》: printed again, the next edition, a new number for a void one."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pinzhi_xl.documents.design import BUILDERS
from pinzhi_xl.documents.rectification_notice import RECTIFICATION_TEMPLATE
from pinzhi_xl.documents.text import squeeze
from pinzhi_xl.register.entry import State
from pinzhi_xl.register.journal import Journal
from pinzhi_xl.sheets.results import IssuedPaper, RunLog
from pinzhi_xl.workbook.read import read_book
from tests.masters import call, master_with, type_into
from tests.papers import paper_text
from tests.test_rectification_notice import COMMON, KIND, W2, W3, issue, tracked

ONE, TWO, THREE = "品改〔2014〕1号", "品改〔2014〕2号", "品改〔2014〕3号"
FOLDER = f"输出/2014-08/{KIND}"
WHY = ("--reason", "目标写错")
TARGET = "雨天摆放防滑提示牌，地面无水渍"


@pytest.fixture
def master(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """One notice of 环境部 for W2 and W3, issued on 2014-08-04; they stand in rows 2 and 3 of 整改跟踪."""
    own = tmp_path / "模板"
    own.mkdir()
    (own / RECTIFICATION_TEMPLATE).write_bytes(BUILDERS[RECTIFICATION_TEMPLATE]())
    settings = "\n\n参数\n名称 | 取值\n模板位置 | 模板"
    path = master_with(tmp_path / "总表.xlsx", COMMON + W2 + "\n" + W3 + settings)
    assert issue(capsys, path)[0] == 0
    return path


def reissue(capsys: pytest.CaptureFixture[str], master: Path, *more: object, number: str = ONE) -> tuple[int, Any]:
    return call(capsys, "reissue", master, number, *more, "--as-of", "2014-08-05", "--json")


def journal(master: Path) -> Journal:
    return Journal(master.parent / "登记")


def log(master: Path) -> list[str]:
    return [row.result or "" for row in read_book(master).rows(RunLog)]


def numbers(master: Path) -> dict[str | None, tuple[str | None, str | None]]:
    """Finding → 整改编号 and 状态."""
    return {row.finding: (row.number, row.state) for row in tracked(master).values()}


def listed(master: Path) -> list[tuple[str | None, str | None, int | None]]:
    return [(row.number, row.state, row.edition) for row in read_book(master).rows(IssuedPaper)]


def printed(document: dict[str, Any]) -> str:
    return squeeze(paper_text(Path(document["path"]).read_bytes()))


def quiet(result: dict[str, Any]) -> bool:
    """True when issuing again has nothing to say of a paper."""
    return not {p["code"] for p in result["problems"]} & {"content-changed", "notice-without-basis"}


def test_a_reprint_is_the_same_paper_and_no_new_entry(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = master.parent / FOLDER / f"{ONE} 凤鸣华府 环境部.docx"
    content, held = path.read_bytes(), master.read_bytes()
    path.unlink()
    code, result = reissue(capsys, master, "--reprint")
    assert (code, [(d["number"], d["edition"], d["new"]) for d in result["documents"]]) == (0, [(ONE, 1, False)])
    assert path.read_bytes() == content
    path.write_bytes(content + b" ")  # somebody wrote on it
    again = Path(reissue(capsys, master, "--reprint")[1]["documents"][0]["path"])
    assert (again != path, again.read_bytes(), path.read_bytes()) == (True, content, content + b" ")
    assert master.read_bytes() == held
    assert [entry.revision for entry in journal(master).entries()] == [1]


def test_a_reprint_says_what_the_register_says_not_what_the_sheets_say_now(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    type_into(master, "整改跟踪", 3, 整改目标=TARGET)
    (document,) = reissue(capsys, master, "--reprint")[1]["documents"]
    assert TARGET not in printed(document)


def test_a_correction_is_the_next_edition_under_the_same_number(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = master.parent / FOLDER / f"{ONE} 凤鸣华府 环境部.docx"
    old = first.read_bytes()
    type_into(master, "整改跟踪", 3, 整改目标=TARGET)
    code, result = reissue(capsys, master, "--correct", *WHY)
    (document,) = result["documents"]
    assert (code, document["number"], document["edition"], document["new"]) == (0, ONE, 2, True)
    assert Path(document["path"]).name == f"{ONE} 第2版 凤鸣华府 环境部.docx"
    assert f"{ONE}（第2版）" in printed(document)
    assert printed(document).count(TARGET) == 2  # on both copies
    assert first.read_bytes() == old
    assert numbers(master) == {"W2": (ONE, "待整改"), "W3": (ONE, "逾期")}
    assert listed(master) == [(ONE, "有效", 2)]
    (entry,) = journal(master).entries()
    assert (entry.revision, entry.reason) == (2, "目标写错")
    assert log(master)[-1] == "第 2 版，原因：目标写错"
    assert journal(master).verify() == []
    _, again = issue(capsys, master, on="2014-08-05")
    assert [(d["number"], d["edition"], d["new"]) for d in again["documents"]] == [(ONE, 2, False)]
    assert quiet(again)


def test_nothing_to_correct_is_said(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, result = reissue(capsys, master, "--correct", *WHY)
    assert (code, "没有可更正的" in result["error"]) == (2, True)
    assert [entry.revision for entry in journal(master).entries()] == [1]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"完成日期": "2014-08-05"}, "“整改跟踪”第 3 行已填完成日期"),
        ({"复查结论": "扣分关闭"}, "“整改跟踪”第 3 行已填复查结论"),
        ({"整改措施": "已通知保洁员", "进度": "50"}, ""),
    ],
    ids=["done", "re-inspected", "under way"],
)
def test_what_was_acted_upon_is_not_corrected_and_the_legal_way_is_named(
    typed: dict[str, str], said: str, master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    type_into(master, "整改跟踪", 3, **typed)
    type_into(master, "整改跟踪", 2, 整改目标=TARGET)
    code, result = reissue(capsys, master, "--correct", *WHY)
    assert code == (2 if said else 0)
    if said:
        assert said in result["error"]
        assert "--void-and-replace" in result["error"]
        assert [entry.revision for entry in journal(master).entries()] == [1]
        assert reissue(capsys, master, "--void-and-replace", *WHY)[0] == 0


def test_a_notice_whose_lines_are_all_concluded_is_not_replaced(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    type_into(master, "整改跟踪", 2, 复查结论="整改完成")
    type_into(master, "整改跟踪", 3, 复查结论="扣分关闭")
    code, result = reissue(capsys, master, "--void-and-replace", *WHY)
    assert (code, "都已复查办结" in result["error"]) == (2, True)
    assert [entry.revision for entry in journal(master).entries()] == [1]
    type_into(master, "整改跟踪", 3, 复查结论="二次整改")
    assert reissue(capsys, master, "--void-and-replace", *WHY)[0] == 0


def test_void_and_replace_names_the_old_number_and_issue_finds_the_new_one(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    type_into(master, "整改跟踪", 3, 整改目标=TARGET)
    code, result = reissue(capsys, master, "--void-and-replace", *WHY)
    (document,) = result["documents"]
    assert (code, document["number"], document["new"]) == (0, TWO, True)
    assert printed(document).count(f"原通知{ONE}已作废，以本通知为准") == 2
    old, new = journal(master).entries()
    assert (old.state, old.reason, new.payload["replaces"]) == (State.VOID, "目标写错", ONE)
    assert numbers(master) == {"W2": (TWO, "待整改"), "W3": (TWO, "逾期")}
    assert {str(row.issued_on) for row in tracked(master).values()} == {"2014-08-05"}
    assert listed(master) == [(ONE, "作废", 1), (TWO, "有效", 1)]
    assert log(master)[-1] == f"作废，换新号 {TWO}，原因：目标写错"
    code, again = reissue(capsys, master, "--void-and-replace", *WHY)
    assert (code, [(d["number"], d["new"]) for d in again["documents"]]) == (0, [(TWO, False)])
    code, issued = issue(capsys, master, on="2014-08-05")
    assert (code, [(d["number"], d["new"]) for d in issued["documents"]]) == (0, [(TWO, False)])
    assert quiet(issued)
    assert reissue(capsys, master, "--reprint")[0] == 2  # a void paper is not printed again
    assert reissue(capsys, master, "--correct", *WHY)[0] == 2
    assert len(journal(master).entries()) == 2


def test_a_replacement_is_replaced_again(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reissue(capsys, master, "--void-and-replace", *WHY)
    _, result = reissue(capsys, master, "--void-and-replace", *WHY, number=TWO)
    (document,) = result["documents"]
    assert (document["number"], f"原通知{TWO}已作废" in printed(document)) == (THREE, True)
    _, issued = issue(capsys, master, on="2014-08-05")
    assert [(d["number"], d["new"]) for d in issued["documents"]] == [(THREE, False)]
    assert quiet(issued)
    type_into(master, "整改跟踪", 3, 整改目标=TARGET)
    _, corrected = reissue(capsys, master, "--correct", *WHY, number=THREE)
    assert f"原通知{TWO}已作废" in printed(corrected["documents"][0])


def test_a_replacement_is_not_the_notice_of_what_was_found_later(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """W4 was found later for the same inspection and department: its notice is the second round of both."""
    heading = ("问题编号", "检查编号", "部门", "条款编码", "结论", "处数", "位置", "问题描述", "处置")
    later = dict(zip(heading, W2.replace("W2", "W4").split(" | "), strict=False)) | {"处置": "整改"}
    type_into(master, "问题登记", 4, **later)
    _, issued = issue(capsys, master)
    assert [(d["number"], d["new"]) for d in issued["documents"]] == [(ONE, False), (TWO, True)]
    code, result = reissue(capsys, master, "--void-and-replace", *WHY)
    (document,) = result["documents"]
    assert (code, document["number"], document["new"]) == (0, THREE, True)
    assert numbers(master) == {"W2": (THREE, "待整改"), "W3": (THREE, "逾期"), "W4": (TWO, "待整改")}
    _, issued = issue(capsys, master, on="2014-08-05")
    assert [(d["number"], d["new"]) for d in issued["documents"]] == [(TWO, False), (THREE, False)]
    assert quiet(issued)
    assert f"原通知{ONE}" not in printed(issued["documents"][0])


def test_a_number_that_was_voided_alone_is_replaced_afterwards(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """So it is too when the power failed between the voiding and the new number."""
    assert call(capsys, "register", "void", master, ONE, "--reason", "部门填错", "--as-of", "2014-08-05")[0] == 0
    assert numbers(master) == {"W2": (ONE, "作废"), "W3": (ONE, "作废")}
    code, result = reissue(capsys, master, "--void-and-replace", *WHY)
    assert (code, [(d["number"], d["new"]) for d in result["documents"]]) == (0, [(TWO, True)])
    assert numbers(master) == {"W2": (TWO, "待整改"), "W3": (TWO, "逾期")}
    assert listed(master) == [(ONE, "作废", 1), (TWO, "有效", 1)]
    assert journal(master).verify() == []


@pytest.mark.parametrize(
    ("way", "left"),
    [("--correct", (None, None)), ("--void-and-replace", (ONE, "作废"))],
)
def test_a_finding_that_is_no_longer_rectified_leaves_the_notice(
    way: str, left: tuple[str | None, str | None], master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    type_into(master, "问题登记", 3, 处置="仅记录")
    code, result = reissue(capsys, master, way, *WHY)
    (document,) = result["documents"]
    assert (code, "大堂地面有水渍" in printed(document), "绿化带有垃圾三处" in printed(document)) == (
        0,
        False,
        True,
    )
    assert numbers(master) == {"W2": (document["number"], "待整改"), "W3": left}
    before = numbers(master)
    assert quiet(issue(capsys, master, on="2014-08-05")[1])
    assert numbers(master) == before


def test_a_notice_that_a_second_one_follows_is_left_and_the_second_may_be_replaced(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    again = {"完成日期": "2014-08-05", "复查人": "检查员", "复查日期": "2014-08-05", "复查结论": "二次整改"}
    type_into(master, "整改跟踪", 2, **again, 二次期限="2014-08-08")
    issue(capsys, master, on="2014-08-05")
    assert numbers(master)["W2"] == (f"{ONE}、{TWO}", "二次整改")
    for way in ("--correct", "--void-and-replace"):
        code, result = reissue(capsys, master, way, *WHY)
        assert (code, f"之后已开二次整改通知 {TWO}" in result["error"]) == (2, True)
    type_into(master, "整改跟踪", 2, 二次期限="2014-08-11")
    code, result = reissue(capsys, master, "--void-and-replace", *WHY, number=TWO)
    (document,) = result["documents"]
    assert (code, document["number"]) == (0, THREE)
    assert f"二次整改通知原通知{ONE}" in printed(document)
    assert f"原通知{TWO}已作废，以本通知为准" in printed(document)
    assert "2014年8月11日" in printed(document)
    assert numbers(master) == {"W2": (f"{ONE}、{THREE}", "二次整改"), "W3": (ONE, "逾期")}
    _, issued = issue(capsys, master, on="2014-08-05")
    assert [(d["number"], d["new"]) for d in issued["documents"]] == [(ONE, False), (THREE, False)]
    assert quiet(issued)


def test_what_lacks_an_owner_is_told_and_nothing_is_done(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An error in the sheets of the community stands in the way of a new edition as of a new number."""
    type_into(master, "问题登记", 2, 处数="两处")
    for way in ("--correct", "--void-and-replace"):
        code, result = reissue(capsys, master, way, *WHY)
        assert (code, result["documents"]) == (1, [])
        assert "not-a-number" in {p["code"] for p in result["problems"]}
    assert [entry.revision for entry in journal(master).entries()] == [1]


def test_of_a_final_month_a_notice_is_printed_again_and_no_more(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    type_into(master, "得分", 2, 状态="锁定")
    type_into(master, "整改跟踪", 3, 整改目标=TARGET)
    assert reissue(capsys, master, "--reprint")[0] == 0
    for way in ("--correct", "--void-and-replace"):
        code, result = reissue(capsys, master, way, *WHY)
        assert (code, "已定稿" in result["error"]) == (2, True)
    assert [entry.revision for entry in journal(master).entries()] == [1]


def test_a_dry_run_and_a_call_without_reason_change_nothing(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    type_into(master, "整改跟踪", 3, 整改目标=TARGET)
    before = {path: path.read_bytes() for path in master.parent.rglob("*") if path.is_file()}
    assert reissue(capsys, master, "--correct")[0] == 2
    assert reissue(capsys, master, "--reprint", "--correct", *WHY)[0] == 2
    for way in ("--correct", "--void-and-replace"):
        assert reissue(capsys, master, way, *WHY, "--dry-run")[0] == 0
    assert {path: path.read_bytes() for path in master.parent.rglob("*") if path.is_file()} == before
    assert journal(master).entries()[0].issued_on == date(2014, 8, 4)
