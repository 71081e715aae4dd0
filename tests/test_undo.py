"""撤回上一步: the sheets get back what they held, all of it or nothing; numbers stay in the register."""

from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pinzhi_xl.month import Month
from pinzhi_xl.sheets.followup import Rectification
from pinzhi_xl.sheets.results import IssuedPaper, RunLog, ScoreRow
from pinzhi_xl.tasks.run import Declined, Run
from pinzhi_xl.tasks.score import score_master
from pinzhi_xl.workbook import replacing
from pinzhi_xl.workbook.errors import ProofFailed
from pinzhi_xl.workbook.last_step import last_step, step_file
from pinzhi_xl.workbook.port import ClosedFile
from pinzhi_xl.workbook.read import read_book
from tests.masters import call, master_with, type_into

ROWS = """
项目
项目名称
凤鸣华府

项目部门
项目 | 部门 | 负责人工号
凤鸣华府 | 客服部 | P1

人员
工号 | 姓名
P1 | 员工甲

检查记录
检查编号 | 项目 | 检查日期
J1 | 凤鸣华府 | 2014-8-4
J2 | 凤鸣华府 | 2014-8-11

问题登记
问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数 | 位置 | 问题描述 | 处置 | 扣分
W1 | J1 | 客服部 | KF01 | 不合格 | 2 | 客服中心 | 前台无人值守时间较长 | 整改 | 9
W2 | J2 | 客服部 | KF01 | 不合格 | 1 | 客服中心 | 前台无人值守时间较长 | 仅记录 |
"""
SCORE = ("--month", "2014-08", "--as-of", "2014-08-29")


@pytest.fixture
def master(tmp_path: Path) -> Path:
    return master_with(tmp_path / "总表.xlsx", ROWS)


def typed(path: Path) -> dict[str, list[list[Any]]]:
    """Every sheet but the log as another program reads it, blank rows and cells at the end left out."""
    book = openpyxl.load_workbook(path)
    found = {}
    for sheet in book.worksheets:
        rows = [list(row) for row in sheet.iter_rows(values_only=True)]
        while rows and not any(rows[-1]):
            rows.pop()
        found[sheet.title] = rows
    del found["运行记录"]
    return found


def test_what_scoring_wrote_is_taken_back(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = typed(master)
    call(capsys, "score", master, *SCORE)
    assert typed(master) != before
    code, result = call(capsys, "undo", master, "--json")
    assert (code, result["undone"], result["written"]) == (0, "计算扣分 2014-08", True)
    assert typed(master) == before
    assert [row.task for row in read_book(master).rows(RunLog)] == ["计算扣分", "撤回上一步"]


def test_only_the_last_step_and_only_once(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call(capsys, "score", master, *SCORE)
    scored = typed(master)
    call(capsys, "score", master, "--month", "2014-07", "--as-of", "2014-08-29")
    call(capsys, "undo", master)
    assert typed(master) == scored
    code, result = call(capsys, "undo", master, "--json")
    assert code == 2
    assert "没有可以撤回的操作" in result["error"]
    assert typed(master) == scored


def test_a_cell_changed_since_stops_it_and_is_named(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call(capsys, "score", master, *SCORE)
    column = [cell.value for cell in openpyxl.load_workbook(master)["问题登记"][1]].index("扣分") + 1
    address = openpyxl.utils.get_column_letter(column) + "2"
    type_into(master, "问题登记", 2, 扣分="7")
    before = typed(master)
    code, result = call(capsys, "undo", master, "--json")
    assert code == 2
    assert f"工作表“问题登记”的 {address} 又改过（写入时是“4”，现在是“7”）" in result["error"]
    assert typed(master) == before


def test_a_row_moved_since_stops_it(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call(capsys, "score", master, *SCORE)
    type_into(master, "问题登记", 2, 问题编号="W9")
    code, result = call(capsys, "undo", master, "--json")
    assert (code, "W9" in result["error"]) == (2, True)


def test_changes_elsewhere_are_kept(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call(capsys, "score", master, *SCORE)
    type_into(master, "问题登记", 2, 问题描述="改过的描述")
    assert call(capsys, "undo", master)[0] == 0
    assert typed(master)["问题登记"][1][8] == "改过的描述"
    assert read_book(master).rows(ScoreRow) == ()


def test_checking_is_no_step(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call(capsys, "score", master, *SCORE)
    type_into(master, "问题登记", 3, 照片="没有的.jpg", 处置="听候处理")
    call(capsys, "check", master)
    code, result = call(capsys, "undo", master, "--json")
    assert (code, result["undone"]) == (0, "计算扣分 2014-08")


def test_numbers_stay_and_come_back(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, first = call(capsys, "issue", master, *SCORE, "--json")
    (paper,) = first["documents"]
    assert (paper["number"], paper["new"]) == ("品改〔2014〕1号", True)
    call(capsys, "undo", master)
    book = read_book(master)
    assert (book.rows(Rectification), book.rows(IssuedPaper)) == ((), ())
    _, again = call(capsys, "issue", master, *SCORE, "--json")
    assert [(one["number"], one["new"]) for one in again["documents"]] == [("品改〔2014〕1号", False)]


def test_a_form_taken_over_comes_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = master_with(tmp_path / "总表.xlsx", ROWS)
    book = openpyxl.load_workbook(path)
    form = book["录入单"]
    places = {
        str(cell.value).strip("*：:"): (int(cell.row or 0), int(cell.column or 0))
        for row in form.iter_rows(max_row=12)
        for cell in row
        if cell.value
    }
    for label, value in {"项目": "凤鸣华府", "检查日期": "2014-8-18", "检查人": "员工乙"}.items():
        form.cell(places[label][0], places[label][1] + 1).value = value
    heading = next(row for row in form.iter_rows() if "结果" in [cell.value for cell in row])
    result = next(cell.column for cell in heading if cell.value == "结果")
    for row in form.iter_rows(min_row=int(heading[0].row or 0) + 1):
        if "整个部门" in str([cell.value for cell in row]):
            form.cell(int(row[0].row or 0), result).value = "✓"
    book.save(path)
    before = typed(path)
    code, entered = call(capsys, "enter", path, "--as-of", "2014-08-18", "--json")
    assert (code, entered["inspection"] is not None) == (0, True), entered
    assert typed(path) != before
    assert call(capsys, "undo", path)[0] == 0
    assert typed(path) == before


def test_a_dry_run_says_what_would_happen(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call(capsys, "score", master, *SCORE)
    content = master.read_bytes()
    code, said = call(capsys, "undo", master, "--dry-run")
    assert (code, "将撤回“计算扣分 2014-08”" in said) == (0, True)
    assert master.read_bytes() == content
    assert last_step(master) is not None


def test_a_step_of_another_master_of_that_name_is_refused(
    master: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call(capsys, "score", master, *SCORE)
    master_with(master, ROWS, identity="99999999-9999-4999-8999-999999999999")
    code, result = call(capsys, "undo", master, "--json")
    assert (code, "另一份总表" in result["error"]) == (2, True)


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"identity": 1}', '{"identity":"","title":"","at":"","changes":[[1]]}']
)
def test_a_damaged_record_is_no_step(master: Path, content: str, capsys: pytest.CaptureFixture[str]) -> None:
    call(capsys, "score", master, *SCORE)
    step_file(master).write_text(content, "utf-8")
    code, result = call(capsys, "undo", master, "--json")
    assert (code, "没有可以撤回" in result["error"]) == (2, True)


def test_a_write_that_fails_leaves_the_step_before(
    master: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    call(capsys, "score", master, *SCORE)
    step = last_step(master)

    def refuse(*_: object, **__: object) -> Path:
        raise ProofFailed(name="总表.xlsx", detail="测试")

    with monkeypatch.context() as patch:
        patch.setattr("pinzhi_xl.workbook.closed.replace_file", refuse)
        assert call(capsys, "score", master, "--month", "2014-07")[0] == 2
    assert last_step(master) == step
    assert replacing.replace_file is not refuse


def test_no_to_the_question_writes_nothing(master: Path) -> None:
    asked: list[str] = []
    now = datetime(2014, 8, 29, 9, 0)
    content = master.read_bytes()

    def refuse(question: str) -> bool:
        asked.append(question)
        return False

    run = Run(now.date(), now, ask=refuse)
    with pytest.raises(Declined, match="什么都没有改"):
        score_master(ClosedFile(master, now), Month(2014, 8), run)
    assert asked == ["将为 1 个项目的 2 条问题计算扣分（2014-08，只写灰色栏目和“得分”表）。继续？"]
    assert master.read_bytes() == content
    assert last_step(master) is None


def test_only_the_chosen_findings_are_issued(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    type_into(master, "问题登记", 3, 处置="整改")
    _, result = call(capsys, "issue", master, *SCORE, "--finding", "W2", "--json")
    assert [one["number"] for one in result["documents"]] == ["品改〔2014〕1号"]
    assert [row.finding for row in read_book(master).rows(Rectification)] == ["W2"]
    _, result = call(capsys, "issue", master, *SCORE, "--json")
    assert [(one["number"], one["new"]) for one in result["documents"]] == [
        ("品改〔2014〕1号", False),
        ("品改〔2014〕2号", True),
    ]
    code, result = call(capsys, "issue", master, *SCORE, "--finding", "W7", "--json")
    assert (code, "没有编号为“W7”的问题" in result["error"]) == (2, True)


def test_a_step_into_a_month_that_is_locked_since_stays(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call(capsys, "issue", master, *SCORE)
    type_into(master, "问题登记", 3, 处数="2")
    call(capsys, "score", master, *SCORE)
    step = step_file(master).read_bytes()
    assert call(capsys, "month-end", master, *SCORE, "--final")[0] == 0
    before = typed(master)
    code, result = call(capsys, "undo", master, "--json")
    assert (code, "没有可以撤回的操作" in result["error"]) == (2, True)
    step_file(master).write_bytes(step)  # as if another program had kept it
    code, result = call(capsys, "undo", master, "--json")
    assert (code, "2014-08 已经定稿锁定" in result["error"]) == (2, True)
    assert typed(master) == before


def test_what_somebody_has_typed_into_a_new_row_since_stops_it(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call(capsys, "issue", master, *SCORE)
    type_into(master, "整改跟踪", 2, 完成日期="2014-8-12")
    before = typed(master)
    code, result = call(capsys, "undo", master, "--json")
    assert (code, "2014-8-12" in result["error"]) == (2, True)
    assert typed(master) == before


def test_marks_are_cleared_in_so_many_words(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    type_into(master, "问题登记", 3, 处置="听候处理")
    call(capsys, "check", master)
    assert call(capsys, "check", master, "--clear") == (0, "已清空“校验结果”（1 行）。\n")


def test_marks_are_cleared(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    type_into(master, "问题登记", 3, 处置="听候处理")
    call(capsys, "check", master)
    assert len(typed(master)["校验结果"]) > 1
    assert call(capsys, "check", master, "--clear", "--json") == (0, {"cleared": 1})
    assert len(typed(master)["校验结果"]) == 1
    assert call(capsys, "check", master, "--clear", "--json") == (0, {"cleared": 0})
