"""The user's journey: the buttons of the ribbon on a master that is open in a running spreadsheet program."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from pinzhi_xl.sheets.followup import Penalty, Rectification
from pinzhi_xl.sheets.inspections import Finding
from pinzhi_xl.sheets.results import CheckResult, IssuedPaper, RunLog, ScoreRow
from tests.desk import ROWS, Desk, fill
from tests.masters import call, master_with
from tests.real.calc_engine import CalcProgram


@pytest.fixture
def desk(calc: CalcProgram, tmp_path: Path) -> Iterator[Desk]:
    calc.reset()
    yield Desk(calc, master_with(tmp_path / "总表.xlsx", ROWS))
    calc.reset()


def test_from_typing_to_papers_and_back(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    fill(desk)

    desk.press("PzCheck")
    assert desk.status.startswith("2 处错误，0 处提醒，已列在“校验结果”")
    listed = desk.read().read().rows(CheckResult)
    assert [(row.sheet_name, row.label, row.value) for row in listed] == [
        ("问题登记", "条款编码", "KF99"),
        ("问题登记", "处数", "两"),
    ]
    sheet = desk.book.sheets["问题登记"]
    marked = [str(row.cell) for row in listed]
    colours = desk.calc.effective_colors(sheet)
    assert [colours[cell] for cell in marked] == ["#FF9999", "#FF9999"]
    assert colours[marked[0].replace("3", "2")] != "#FF9999"
    assert desk.book.sheets["校验结果"].range("C2").hyperlink.endswith(f"问题登记'!{marked[0]}")
    assert desk.asked() == []

    desk.press("PzNextProblem")
    assert desk.cursor == f"问题登记!{marked[0]}"
    assert "KF99" in desk.status
    desk.press("PzNextProblem")
    assert desk.cursor == f"问题登记!{marked[1]}"
    assert "应是数字" in desk.status

    desk.type("问题登记", 3, 条款编码="KF01", 处数="1")
    desk.press("PzCheck")
    assert desk.status.startswith("校验完成，没有发现问题")
    assert desk.read().read().rows(CheckResult) == ()
    assert "#FF9999" not in desk.calc.effective_colors(sheet).values()

    desk.press("PzScore", "yes")
    assert desk.asked() == ["将为 1 个项目的 3 条问题计算扣分（2014-08，只写灰色栏目和“得分”表）。继续？"]
    book = desk.read().read()
    # 客服部 8-04: KF01 3 × 2 = 6 of 100 → 94.0; 8-11: repeat 2, 1 × 2 × 2 = 4 → 96.0; month 95.0
    # 环境部 8-04: 100.0; 8-11: HJ06 1 × 2 = 2 of 100 → 98.0; month 99.0; (15 × 95 + 20 × 99) / 35 = 97.3
    assert [str(row.deduction) for row in book.rows(Finding)] == ["6", "4", "2"]
    scores = {row.department: str(row.score) for row in book.rows(ScoreRow)}
    assert (scores["客服部"], scores["环境部"], scores["合计"]) == ("95", "99", "97.3")
    assert [row.number for row in book.rows(Finding)] == ["W1", "WT-201408-001", "WT-201408-002"]
    board = desk.book.sheets["看板"]
    assert board.range("A6:E6").value == [2, 3, 0, 97.3, 0]
    assert board.range("A10:D10").value[:3] == [1, "凤鸣华府", 97.3]
    assert desk.calc.app.calculation == "automatic"

    desk.press("PzIssue", "yes")
    asked = desk.asked()
    assert asked == [
        "2014-08：将新开 3 张通知单（《违纪处罚单》1 张、《限期整改通知单》2 张），已开的 0 张不重开；编号一旦登记就不再收回。继续？"
    ]
    book = desk.read().read()
    assert [row.number for row in book.rows(Penalty)] == ["品罚〔2014〕1号"]
    assert [row.number for row in book.rows(Rectification)] == ["品改〔2014〕1号", "品改〔2014〕2号"]
    papers = sorted(path.name for path in (desk.path.parent / "输出").rglob("*.docx"))
    assert papers == sorted(
        [
            "品罚〔2014〕1号 员工丙.docx",
            "品改〔2014〕1号 凤鸣华府 客服部.docx",
            "品改〔2014〕2号 凤鸣华府 环境部.docx",
        ]
    )
    assert "新开 3 张，已有 0 张" in desk.status
    code, found = call(capsys, "check", desk.path, "--dry-run", "--as-of", "2014-08-29", "--json")
    assert (code, [one for one in found["problems"] if one["level"] == "错误"]) == (0, [])  # it was saved

    desk.press("PzIssue")
    assert desk.asked() == []
    assert "新开 0 张，已有 3 张" in desk.status
    assert sorted(path.name for path in (desk.path.parent / "输出").rglob("*.docx")) == papers

    desk.press("PzUndo", "yes")
    (question,) = desk.asked()
    assert question.startswith("将撤回“开单 2014-08”（2014-08-29 16:00:00）写入的 ")
    book = desk.read().read()
    assert (book.rows(Penalty), book.rows(Rectification), book.rows(IssuedPaper)) == ((), (), ())
    assert [str(row.deduction) for row in book.rows(Finding)] == ["6", "4", "2"]
    assert [row.task for row in book.rows(RunLog)] == ["校验", "校验", "计算扣分", "开单", "撤回上一步"]

    desk.press("PzIssue")
    assert [row.number for row in desk.read().read().rows(Penalty)] == ["品罚〔2014〕1号"]
    entries = [json.loads(path.read_text("utf-8")) for path in (desk.path.parent / "登记").rglob("0*.json")]
    assert len(entries) == 3
