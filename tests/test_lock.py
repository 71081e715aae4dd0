"""A month that is closed: late records, the lock, 冲正, and reopening."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pinzhi_xl.documents.design.monthly import build
from pinzhi_xl.documents.engine import render
from pinzhi_xl.keys import fill_keys
from pinzhi_xl.model import AppendRow, Value
from pinzhi_xl.month import Month
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.corrections import Correction
from pinzhi_xl.sheets.results import RunLog, ScoreRow
from pinzhi_xl.summary import monthly_reports
from pinzhi_xl.tasks.report import report_scene
from pinzhi_xl.tasks.run import Run
from pinzhi_xl.workbook.last_step import last_step
from pinzhi_xl.workbook.port import ClosedFile
from pinzhi_xl.workbook.read import read_book
from tests.masters import call, master_with, type_into
from tests.papers import paper_text
from tests.tables import book_of
from tests.test_issue import W1, sheets
from tests.test_month_end import close, master

LATER = date(2014, 9, 2)
NOON = datetime(2014, 9, 2, 12)


def add(path: Path, label: str, **cells: Value) -> None:
    """A row that somebody types below a sheet's table."""
    workbook = ClosedFile(path, NOON)
    workbook.apply([AppendRow(label, cells)], workbook.read())


def late_finding(path: Path, number: str = "W9") -> None:
    add(
        path, "问题登记", 问题编号=number, 检查编号="J1", 部门="秩序维护部", 条款编码="ZX04",
        结论="不合格", 位置="西门岗", 问题描述="西门岗夜间无人值守约二十分钟",
    )  # fmt: skip


def told(capsys: pytest.CaptureFixture[str], path: Path, as_of: str = "2014-09-02") -> list[tuple[str, str]]:
    """Codes of a check about closing, each with the value it names."""
    _, result = call(capsys, "check", path, "--as-of", as_of, "--json")
    about = ("late-", "locked-", "correction-")
    return [(p["code"], p["value"]) for p in result["problems"] if p["code"].startswith(about)]


# --- late records -------------------------------------------------------------------------------------------------


def test_a_finding_typed_after_the_closing_day_is_named_and_goes_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = master(tmp_path, 1)
    _, first = call(capsys, "score", path, "--month", "2014-08", "--as-of", "2014-08-29", "--json")
    assert told(capsys, path) == []
    late_finding(path)
    assert told(capsys, path, "2014-08-29") == []  # the last working day itself is not past
    assert told(capsys, path) == [("late-record", "W9")]
    code, result = close(capsys, path, "--final", as_of="2014-09-02")
    assert code == 0
    assert ("late-record", "W9") in {(p["code"], p["value"]) for p in result["problems"]}
    _, final = call(capsys, "score", path, "--month", "2014-08", "--json")
    assert final["communities"][0]["score"] != first["communities"][0]["score"]
    assert final["communities"][0]["status"] == "锁定"
    assert told(capsys, path) == []


def test_month_end_says_a_late_record_aloud(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = master(tmp_path, 1)
    call(capsys, "score", path, "--month", "2014-08", "--as-of", "2014-08-29")
    late_finding(path)
    _, said = call(capsys, "month-end", path, "--month", "2014-08", "--as-of", "2014-09-02")
    assert "W9（2014-08-04）是在当月最后一个工作日 2014-08-29 之后才录入的迟到记录" in said


ENTERED = """
检查记录
检查编号 | 项目 | 检查日期
JC-20140828-1 | 凤鸣华府 | 2014-08-28
JC-20140828-2 | 瑞景华庭 | 2014-08-28

运行记录
时间 | 操作 | 范围 | 结果
{first} 10:00:00 | 录入 | 凤鸣华府 2014-08-28 | 检查 JC-20140828-1：0 个问题，0 人次违纪
"""


@pytest.mark.parametrize(("day", "late"), [("2014-08-29", []), ("2014-08-30", ["JC-20140828-1"])])
def test_the_run_log_says_when_an_inspection_was_entered(day: str, late: list[str]) -> None:
    scene = Scene(Facts(book_of(ENTERED.format(first=day))), LATER)
    assert [p.value for p in check(scene) if p.code == "late-record"] == late


# --- the lock -----------------------------------------------------------------------------------------------------


def test_a_row_added_to_a_locked_month_is_told_with_the_way(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = master(tmp_path, 1)
    close(capsys, path, "--final")
    assert told(capsys, path) == []
    late_finding(path)
    codes = told(capsys, path)
    assert ("locked-new-row", "W9") in codes
    assert [code for code, _ in codes if code == "late-record"] == []
    _, result = call(capsys, "check", path, "--as-of", "2014-09-02", "--json")
    (problem,) = [p for p in result["problems"] if p["code"] == "locked-new-row"]
    assert problem["level"] == "提醒"
    assert "冲正" in problem["fix"]
    assert "pinzhi reopen" in problem["fix"]


def test_a_row_changed_in_a_locked_month_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = master(tmp_path, 1)
    close(capsys, path, "--final")
    type_into(path, "问题登记", 2, 处数="2")
    assert ("locked-row-changed", "W1") in told(capsys, path)
    type_into(path, "问题登记", 2, 处数="1")
    assert told(capsys, path) == []
    type_into(path, "问题登记", 2, 状态="作废")
    assert ("locked-row-changed", "W1") in told(capsys, path)
    type_into(path, "问题登记", 2, 状态="", 问题描述="当班保安员离开岗位十三分钟")
    assert told(capsys, path) == []


# --- 冲正 ----------------------------------------------------------------------------------------------------------

CORRECTED = """
检查记录
检查编号 | 项目 | 检查日期
J1 | 凤鸣华府 | 2014-08-04
J2 | 凤鸣华府 | 2014-09-01

问题登记
问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 位置 | 问题描述 | 项目 | 检查日期 | 检查项 | 单次扣分 | 重复次数 | 扣分
W1 | J1 | 客服部 | A1 | 不合格 | 3栋 | 大堂岗未按规定着装 | 凤鸣华府 | 2014-08-04 | 着装 | 2 | 1 | 2
W2 | J2 | 客服部 | A1 | 不合格 | 4栋 | 大堂岗未按规定着装 | | | | | |

得分
月份 | 项目 | 部门 | 状态
2014-08 | 凤鸣华府 | 合计 | 锁定

冲正
冲正编号 | 月份 | 项目 | 部门 | 原问题编号 | 扣分差额 | 原因 | 批准人 | 登记日期 | 状态
"""
RIGHT = "C1 | 2014-08 | 凤鸣华府 | 客服部 | W1 | -1.5 | 当天已换岗 | 批准人乙 | 2014-09-02 |"


def corrections(*rows: str) -> list[Problem]:
    scene = Scene(Facts(fill_keys(book_of(CORRECTED + "\n".join(rows)))[0]), LATER)
    return [p for p in check(scene) if p.cell.sheet == "冲正"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([RIGHT], []),
        ([RIGHT.replace("2014-08 ", "2014-07 ")], [("correction-month-open", "B2"), ("correction-other-month", "E2")]),
        ([RIGHT.replace("2014-08 ", "八月 ")], [("correction-month-unreadable", "B2")]),
        ([RIGHT.replace("W1", "W2")], [("correction-other-month", "E2"), ("correction-too-much", "F2")]),
        ([RIGHT.replace("W1", "W7")], [("unknown-reference", "E2")]),
        ([RIGHT.replace("客服部", "环境部")], [("correction-other-place", "D2")]),
        ([RIGHT.replace("凤鸣华府", "瑞景华庭")], [("correction-other-place", "C2")]),
        ([RIGHT.replace("-1.5", "0")], [("correction-zero", "F2")]),
        ([RIGHT.replace("-1.5", "-2")], []),
        ([RIGHT.replace("-1.5", "-2.1")], [("correction-too-much", "F2")]),
        ([RIGHT.replace("-1.5", "+3")], []),
        ([RIGHT.replace("当天已换岗", "")], [("required-blank", "G2")]),
        ([RIGHT.replace("批准人乙", "")], [("required-blank", "H2")]),
        ([RIGHT.replace("2014-09-02", "2014-08-31")], [("correction-too-early", "I2")]),
        ([RIGHT.replace("2014-09-02", "2014-09-01")], []),
        ([RIGHT, RIGHT.replace("C1", "C2").replace("-1.5", "-0.5")], []),
        ([RIGHT, RIGHT.replace("C1", "C2").replace("-1.5", "-0.6")], [("correction-too-much", "F3")]),
        ([RIGHT + " 作废", RIGHT.replace("C1", "C2").replace("-1.5", "-0.6")], []),
        ([RIGHT.replace("2014-08 ", "2014-07 ") + " 作废"], []),
    ],
)  # fmt: skip
def test_a_correction_stands_or_is_refused(rows: list[str], expected: list[tuple[str, str]]) -> None:
    assert [(p.code, p.cell.address) for p in corrections(*rows)] == expected


def test_a_correction_left_blank_is_numbered_by_its_month() -> None:
    book, edits = fill_keys(book_of(CORRECTED + RIGHT.removeprefix("C1")))
    assert [row.number for row in book.rows(Correction)] == ["CZ-201409-001"]
    assert [edit.value for edit in edits] == ["CZ-201409-001"]


def test_a_correction_leaves_scores_alone_and_stands_in_the_report_of_its_month(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = master(tmp_path, 1)
    close(capsys, path, "--final")
    asked = ("score", path, "--month", "2014-08", "--json")
    before = call(capsys, *asked)[1]
    papers = {file: file.read_bytes() for file in (tmp_path / "输出").rglob("*.docx")}
    add(
        path, "冲正", 月份="2014-08", 项目="凤鸣华府", 部门="秩序维护部", 原问题编号="W1", 扣分差额=Decimal("-0.5"),
        原因="员工甲当天已报备换岗", 批准人="员工乙", 登记日期=LATER,
    )  # fmt: skip
    assert told(capsys, path) == []
    assert call(capsys, *asked)[1] == before
    assert [row.number for row in read_book(path).rows(Correction)] == ["CZ-201409-001"]
    scene = report_scene(read_book(path), Run(LATER, NOON))
    values = {report.name: report.values for report in monthly_reports(scene, Month(2014, 9))[0]}
    rows = values["2014-09 凤鸣华府"]["corrections"]
    assert rows == [{
        "number": "CZ-201409-001", "day": "9月2日", "month": "2014年8月", "community": "凤鸣华府",
        "department": "秩序维护部", "finding": "W1", "difference": "-0.5",
        "reason": "员*当天已报备换岗", "approver": "员*",
    }]  # fmt: skip
    assert values["2014-09 公司"]["corrections"] == rows
    assert values["2014-09 瑞景华庭"]["corrections"] == []
    template = tmp_path / "月度督导总结.docx"
    template.write_bytes(build())
    assert "CZ-201409-001" in paper_text(render(template, values["2014-09 凤鸣华府"]))
    assert "冲正" not in paper_text(render(template, values["2014-09 瑞景华庭"]))
    close(capsys, path)
    assert {file: file.read_bytes() for file in papers} == papers


def test_a_master_made_before_there_were_corrections_is_read(tmp_path: Path) -> None:
    path = master_with(tmp_path / "总表.xlsx", sheets(W1))
    book = openpyxl.load_workbook(path)
    del book["冲正"]
    book.save(path)
    assert "missing-sheet" not in {problem.code for problem in read_book(path).problems}


# --- reopening ----------------------------------------------------------------------------------------------------


def reopen(capsys: pytest.CaptureFixture[str], path: Path, *more: str, month: str = "2014-08") -> tuple[int, Any]:
    return call(capsys, "reopen", path, "--month", month, *more)


def test_a_month_is_reopened_with_its_reason_on_record_and_closed_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = master(tmp_path, 1)
    close(capsys, path, "--final")
    first = {file: file.read_bytes() for file in (tmp_path / "输出").rglob("*.docx")}
    locked = call(capsys, "score", path, "--month", "2014-08", "--json")[1]["communities"]
    code, result = reopen(capsys, path, "--reason", "漏录  东门检查", "--json")
    rows = [row for row in read_book(path).rows(ScoreRow) if row.month == "2014-08"]
    assert (code, result["written"], result["rows"]) == (0, True, len(rows))
    assert {row.status for row in rows} == {None}
    line = read_book(path).rows(RunLog)[-1]
    assert (line.task, line.scope, line.result) == ("重新开账", "2014-08", "重新开账：漏录 东门检查")
    assert line.user is not None
    assert last_step(path) is None
    type_into(path, "问题登记", 2, 处数="2")
    again = call(capsys, "score", path, "--month", "2014-08", "--as-of", "2014-09-02", "--json")[1]["communities"]
    assert again[0]["status"] != "锁定"
    assert again[0]["score"] != locked[0]["score"]
    code, result = close(capsys, path, "--final", as_of="2014-09-02")
    assert code == 0
    assert {row.status for row in read_book(path).rows(ScoreRow)} == {"锁定"}
    assert {file: file.read_bytes() for file in first} == first
    made = {Path(d["path"]).stem for d in result["documents"] if not d["number"]}
    assert made
    assert all(stem.endswith("第2次定稿") for stem in made)
    _, told_of = call(capsys, "report", path, "--kind", "扣分明细确认单", "--month", "2014-08", "--json")
    assert all(Path(d["path"]).stem.endswith("第2次定稿") for d in told_of["documents"])


def test_a_month_that_is_not_locked_is_not_reopened(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = master(tmp_path, 1)
    close(capsys, path)
    before = path.read_bytes()
    assert reopen(capsys, path, "--reason", "漏录")[0] == 2
    close(capsys, path, "--final")
    locked = path.read_bytes()
    assert locked != before
    assert reopen(capsys, path, "--reason", "漏录", month="2014-07")[0] == 2
    assert reopen(capsys, path, "--reason", "　 ")[0] == 2
    assert reopen(capsys, path)[0] == 2
    code, said = reopen(capsys, path, "--reason", "漏录", "--dry-run")
    assert (code, "试运行" in said) == (0, True)
    assert path.read_bytes() == locked
    assert reopen(capsys, path, "--reason", "漏录")[0] == 0


def test_reopening_names_the_corrections_that_would_count_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = master_with(tmp_path / "总表.xlsx", sheets(W1))
    close(capsys, path, "--final")
    add(
        path, "冲正", 月份="2014-08", 项目="凤鸣华府", 部门="秩序维护部", 原问题编号="W1",
        扣分差额=Decimal("-0.5"), 原因="换岗", 批准人="员工乙", 登记日期=LATER,
    )  # fmt: skip
    _, said = reopen(capsys, path, "--reason", "漏录")
    assert "1 行有效的冲正" in said
    assert [code for code, _ in told(capsys, path)] == ["correction-month-open"]
    type_into(path, "冲正", 2, 状态="作废")
    assert told(capsys, path) == []


# --- notices of a final month -------------------------------------------------------------------------------------


def test_a_final_month_gives_no_new_number_until_it_is_reopened(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """law.md §8 B7: a new finding, and a further person of an old one, typed after the lock."""
    path = master_with(tmp_path / "总表.xlsx", sheets(W1))
    close(capsys, path, "--final")
    add(
        path, "问题登记", 问题编号="W2", 检查编号="J2", 部门="秩序维护部", 条款编码="ZX04", 结论="不合格",
        位置="西门岗", 问题描述="西门岗夜间无人值守约二十分钟", 处置="整改+处罚", 奖惩条款编号="5.1", 整改责任人="P2",
    )  # fmt: skip
    add(path, "违纪人员", 问题编号="W2", 工号="P2")
    add(path, "违纪人员", 问题编号="W1", 工号="P2")

    def issued(*more: str) -> tuple[int, list[tuple[str, bool]], list[tuple[str, str]]]:
        how = ("--month", "2014-08", "--as-of", "2014-09-03", *more, "--json")
        code, result = call(capsys, "issue", path, *how)
        refused = [
            (p["value"], p["message"]) for p in result["problems"] if p["code"] == "month-closed-to-notices"
        ]
        return code, [(d["number"], d["new"]) for d in result["documents"]], refused

    old = [("品罚〔2014〕1号", False), ("品改〔2014〕1号", False)]
    said = "属于 2014-08，该月已定稿锁定，没有开"
    expected = [("W1", f"问题 W1 {said}违纪处罚单。"), ("W2", f"问题 W2 {said}违纪处罚单。")]
    expected.append(("W2", f"问题 W2 {said}限期整改通知单。"))
    assert issued("--dry-run") == (1, old, expected)
    assert issued() == (1, old, expected)
    assert reopen(capsys, path, "--reason", "漏录西门岗")[0] == 0
    code, documents, refused = issued()
    assert (code, refused) == (0, [])
    new = [number for number, fresh in documents if fresh]
    assert new == ["品罚〔2014〕2号", "品罚〔2014〕3号", "品改〔2014〕2号"]


def test_a_second_notice_goes_out_though_the_month_of_the_first_is_final(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = master_with(tmp_path / "总表.xlsx", sheets(W1))
    close(capsys, path, "--final")
    type_into(
        path, "整改跟踪", 2, 完成日期="2014-09-02", 复查人="检查员", 复查日期="2014-09-02", 复查结论="二次整改", 二次期限="2014-09-10"
    )  # fmt: skip
    code, result = call(capsys, "issue", path, "--month", "2014-08", "--as-of", "2014-09-03", "--json")
    assert (code, [d["number"] for d in result["documents"] if d["new"]]) == (0, ["品改〔2014〕2号"])
