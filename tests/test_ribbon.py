"""What a press of a button comes to when things are not as they should be, and what a selection means."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import xlwings

from pinzhi_xl import ribbon
from pinzhi_xl.actions import ACTIONS
from pinzhi_xl.cli import pinzhi
from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.sheets.followup import Rectification
from pinzhi_xl.sheets.inspections import Finding, InspectionPlan
from pinzhi_xl.sheets.results import ScoreRow
from pinzhi_xl.wording.ribbon import TAB
from pinzhi_xl.workbook.live import LiveWorkbook
from pinzhi_xl.workbook.preflight import NotAMaster
from tests.desk import ROWS, Desk, fill
from tests.masters import master_with
from tests.real.calc_bridge import BUSY, CalcError
from tests.real.calc_engine import CalcProgram, forget_mock_caller

FILLED = (
    ROWS
    + """
检查记录
检查编号 | 项目 | 检查日期 | 检查人
J1 | 凤鸣华府 | 2014-8-4 | 员工丁
J2 | 凤鸣华府 | 2014-8-11 | 员工丁

问题登记
问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数 | 位置 | 问题描述 | 处置
W1 | J1 | 客服部 | KF01 | 不合格 | 3 | 客服中心 | 前台无人值守时间较长 | 整改
W2 | J2 | 客服部 | KF02 | 不合格 | 1 | 客服中心 | 登记本记录不全 | 整改
W3 | J2 | 环境部 | HJ06 | 不合格 | 1 | 3栋大堂 | 大堂地面有明显污渍 | 整改

督导计划
计划编号 | 项目 | 计划日期 | 检查人 | 状态
P1 | 凤鸣华府 | 2014-8-25 | 员工丁 | 待执行
"""
)


@pytest.fixture
def desk(calc: CalcProgram, tmp_path: Path) -> Iterator[Desk]:
    calc.reset()
    yield Desk(calc, master_with(tmp_path / "总表.xlsx", FILLED))
    calc.reset()


def state(desk: Desk) -> str:
    return desk.read().read().fingerprint


def told(desk: Desk, control: str) -> str:
    """The one sentence that `dispatch` shows; the program is given back and nothing has changed."""
    xlwings.Book.set_mock_caller(desk.book)
    desk.calc.impl.alerts.clear()
    ribbon.dispatch(control)
    (sentence,) = desk.asked()
    assert desk.status == "False"
    assert desk.calc.app.screen_updating is True
    assert desk.calc.app.calculation == "automatic"
    return sentence


def test_every_button_has_an_action_and_a_verb() -> None:
    assert set(ACTIONS) == {button.name for button in TAB.buttons}
    without = {button.name for button in TAB.buttons if not button.verb}
    assert without == {"PzNextProblem", "PzHelp"}
    for button in TAB.buttons:
        if button.verb:
            command = pinzhi.commands[button.verb[0]]
            names = {name for param in command.params for name in param.opts}
            assert set(button.verb[1:2]) <= names, button


def test_a_button_of_another_version_is_told(desk: Desk) -> None:
    assert "重新运行 pinzhi setup" in told(desk, "PzNobody")


def test_a_workbook_that_is_no_master(desk: Desk, tmp_path: Path) -> None:
    plain = tmp_path / "别的.xlsx"
    openpyxl.Workbook().save(plain)
    desk.book = desk.calc.app.books.open(str(plain))
    before = plain.read_bytes()
    assert "别的.xlsx" in told(desk, "PzScore")
    with pytest.raises(NotAMaster):
        desk.press("PzCheck")
    assert plain.read_bytes() == before


def test_a_workbook_never_saved(desk: Desk) -> None:
    desk.book = desk.calc.app.books.add()
    assert "还没有保存过" in told(desk, "PzCheck")


def test_another_program_in_excels_place(desk: Desk) -> None:
    before = state(desk)
    desk.calc.impl.api.Path = r"C:\Users\a\AppData\Local\Kingsoft\WPS Office\12.1\office6"
    assert "不是 Excel" in told(desk, "PzScore")
    assert "pinzhi check" in told(desk, "PzCheck")
    assert state(desk) == before


def test_a_read_only_workbook(desk: Desk) -> None:
    before = state(desk)
    desk.book.api.ReadOnly = True
    assert "只读方式" in told(desk, "PzScore")
    assert state(desk) == before


def test_a_protected_sheet(desk: Desk) -> None:
    before = state(desk)
    desk.calc.protect(desk.book.sheets["得分"])
    desk.calc.impl.answers = ["yes"]
    xlwings.Book.set_mock_caller(desk.book)
    ribbon.dispatch("PzScore")
    question, sentence = desk.asked()
    assert "得分" in question
    assert "工作表“得分”受保护" in sentence
    assert state(desk) == before


def test_a_cell_being_edited(desk: Desk) -> None:
    before = state(desk)
    xlwings.Book.set_mock_caller(desk.book)
    desk.calc.impl.bridge.busy = 1
    ribbon.dispatch("PzCheck")
    assert any("Excel 正在编辑单元格" in sentence for sentence in desk.asked())
    assert state(desk) == before


def test_excel_that_stops_answering_in_the_middle_of_writing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever was written before is taken back: block by block, and the tables."""
    from pinzhi_xl.workbook import live_blocks

    before = state(desk)
    tables = [table.range.address for table in desk.book.sheets["得分"].tables]
    real, blocks = live_blocks.put, []

    def fragile(*arguments: object, **more: object) -> None:
        blocks.append(arguments)
        if len(blocks) == 6:
            raise CalcError("Call was rejected by callee.", BUSY)
        real(*arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr("pinzhi_xl.workbook.live_writing.put", fragile)
    desk.calc.impl.answers = ["yes"]
    xlwings.Book.set_mock_caller(desk.book)
    ribbon.dispatch("PzScore")
    assert "什么都没有改" in desk.asked()[-1]
    assert len(blocks) == 6
    assert state(desk) == before
    assert [table.range.address for table in desk.book.sheets["得分"].tables] == tables


def test_a_formula_in_a_gap_stays_and_what_is_written_over_comes_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cells between those that change are somebody else's when they hold a formula."""
    sheet = desk.book.sheets["问题登记"]
    column = sheet.range((1, 1), (1, 28)).value.index("扣分") + 1
    for row, formula in ((2, "=1+2"), (3, "=1+1"), (4, "=1+2")):
        sheet.range((row, column)).formula = formula
    desk.press("PzScore", "yes")
    assert [sheet.range((row, column)).formula for row in (2, 3, 4)] == ["6", "=1+1", "2"]  # W2 is 2 already
    sheet.range((2, column)).formula = "=4+4"

    def refuse(*_: object) -> None:
        raise CalcError("1004: no")

    monkeypatch.setattr("pinzhi_xl.workbook.live_writing.SheetWriter._prove", refuse)
    before = state(desk)
    with pytest.raises(PinzhiError, match="已写的都退回了"):
        desk.press("PzScore", "yes")
    assert sheet.range((2, column)).formula == "=4+4"
    assert state(desk) == before


def test_no_to_the_question(desk: Desk) -> None:
    before = state(desk)
    desk.press("PzScore", "no")
    assert desk.status == "已取消，什么都没有改"
    assert desk.calc.app.calculation == "automatic"
    desk.press("PzIssue", "no")
    assert not (desk.path.parent / "登记").exists()
    assert state(desk) == before


def test_a_missing_column_is_offered(desk: Desk) -> None:
    sheet = desk.book.sheets["问题登记"]
    heading = sheet.range((1, 1), (1, 28)).value
    column = heading.index("扣分") + 1
    sheet.range((1, column)).value = "扣了几分"
    desk.press("PzCheck", "no")
    (question,) = desk.asked()
    assert "“问题登记”的“扣分”" in question
    assert "把表头改回原来的名字" in question
    assert desk.status.startswith("1 处错误")

    desk.press("PzScore", "yes", "yes")
    assert sheet.range((1, 29)).value == "扣分"
    assert sheet.range((2, 29)).value == 6
    (table,) = sheet.tables
    assert table.range.address == "$A$1:$AC$4"


def test_a_template_that_is_missing(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pinzhi_xl.documents import templates

    monkeypatch.setattr(templates, "_SHIPPED", (tmp_path / "没有",))
    before = state(desk)
    xlwings.Book.set_mock_caller(desk.book)
    desk.calc.impl.answers = ["yes"]
    ribbon.dispatch("PzIssue")
    assert "限期整改通知单.docx" in desk.asked()[-1]
    assert state(desk) == before


def test_rows_chosen_in_the_findings_are_the_ones_issued(desk: Desk) -> None:
    sheet = desk.book.sheets["问题登记"]
    sheet.activate()
    desk.calc.select(sheet, "A3:C4")
    desk.press("PzIssue", "yes")
    (question,) = desk.asked()
    assert "将新开 2 张" in question
    assert [row.finding for row in desk.read().read().rows(Rectification)] == ["W2", "W3"]


def test_cells_of_one_row_are_a_choice_and_its_paper_is_named(desk: Desk) -> None:
    desk.type("问题登记", 5, 问题编号="W4", 检查编号="J2", 部门="客服部", 条款编码="KF03", 结论="不合格")
    desk.type("问题登记", 5, 问题描述="服务热线长时间无人接听", 处置="整改")
    sheet = desk.book.sheets["问题登记"]
    desk.calc.select(sheet, "A3:K3")
    desk.press("PzIssue", "yes")
    (question,) = desk.asked()
    assert question.startswith("只开选中的 1 条问题（同一张整改单上还有 W4，一并开出）。2014-08：将新开 1 张")


def test_blank_rows_are_no_findings(desk: Desk) -> None:
    desk.calc.select(desk.book.sheets["问题登记"], "A7:A9")
    with pytest.raises(PinzhiError, match="没有问题记录"):
        desk.press("PzIssue")


def test_a_protected_sheet_stops_issuing_before_a_number(desk: Desk) -> None:
    desk.calc.protect(desk.book.sheets["整改跟踪"])
    assert "工作表“整改跟踪”受保护" in told(desk, "PzIssue")
    assert not (desk.path.parent / "登记").exists()


def test_numbers_that_stand_are_told_when_the_sheets_could_not_be_written(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise CalcError("Call was rejected by callee.", BUSY)

    with monkeypatch.context() as patch:
        patch.setattr("pinzhi_xl.workbook.live.LiveWorkbook._save_copy", refuse)
        desk.calc.impl.answers = ["yes"]
        xlwings.Book.set_mock_caller(desk.book)
        ribbon.dispatch("PzIssue")
        sentence = desk.asked()[-1]
    assert sentence.startswith("编号 品改〔")
    assert "再开一次单就会补写" in sentence
    desk.press("PzIssue")
    assert len(desk.read().read().rows(Rectification)) == 3


def test_the_file_is_saved_in_automatic_calculation(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    modes: list[str] = []
    real = LiveWorkbook.save_changes

    def saving(workbook: LiveWorkbook) -> None:
        modes.append(str(desk.calc.app.calculation))
        real(workbook)

    monkeypatch.setattr(LiveWorkbook, "save_changes", saving)
    desk.press("PzIssue", "yes")
    assert modes == ["automatic"]


def test_a_calculated_column_of_the_users_goes_on_and_comes_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.calc.select(desk.book.sheets["问题登记"], "A2:K2")
    desk.press("PzIssue", "yes")
    sheet = desk.book.sheets["整改跟踪"]
    (table,) = sheet.tables
    right = table.range.last_cell.column + 1
    sheet.range((1, right)).value = "我的列"
    sheet.range((2, right)).formula = "=LEN(A2)"
    table.resize(sheet.range((1, 1), (2, right)))

    def refuse(*_: object) -> None:
        raise CalcError("1004: no")

    desk.calc.select(desk.book.sheets["使用说明"], "A1")
    with monkeypatch.context() as patch:
        patch.setattr("pinzhi_xl.workbook.live_writing.SheetWriter._prove", refuse)
        with pytest.raises(PinzhiError, match="已经登记"):
            desk.press("PzIssue", "yes")
    assert table.range.address.endswith("$2")
    assert sheet.range((3, right)).value is None
    desk.press("PzIssue")
    assert [sheet.range((row, right)).formula for row in (2, 3, 4)] == ["=LEN(A2)", "=LEN(A3)", "=LEN(A4)"]
    assert table.range.address.endswith("$4")


def test_formats_that_people_gave_a_column_stand_in_nobodys_way(desk: Desk) -> None:
    sheet = desk.book.sheets["问题登记"]
    heading = sheet.range((1, 1), (1, 28)).value
    sheet.range((2, heading.index("扣分") + 1)).number_format = "yyyy-mm-dd"
    sheet.range((2, heading.index("检查日期") + 1)).number_format = "0"
    desk.press("PzScore", "yes")
    book = desk.read().read()
    assert [str(row.deduction) for row in book.rows(Finding)] == ["6", "2", "2"]
    assert {row.day for row in book.rows(Finding)} == {date(2014, 8, 4), date(2014, 8, 11)}


def test_what_stands_beside_a_table_is_not_taken_for_the_column_that_is_added(desk: Desk) -> None:
    sheet = desk.book.sheets["问题登记"]
    heading = sheet.range((1, 1), (1, 28)).value
    sheet.range((1, heading.index("处数") + 1)).value = "几处"
    sheet.range("AC3").value = 5
    desk.press("PzScore", "yes", "yes")
    assert sheet.range("AC1").value is None
    assert sheet.range("AD1").value == "处数"
    assert [str(row.deduction) for row in desk.read().read().rows(Finding)] == ["2", "2", "2"]


def test_lines_without_a_cell_do_not_stop_the_walk(desk: Desk) -> None:
    sheet = desk.book.sheets["校验结果"]
    for row, line in enumerate(
        (("问题登记", "3:3"), ("没有的表", "A1"), ("检查记录", None), ("问题登记", "C2")), 2
    ):
        sheet.range((row, 1), (row, 2)).value = ["●错误", line[0]]
        sheet.range((row, 3)).number_format = "@"
        sheet.range((row, 3)).value = line[1]
    seen = []
    for _ in range(4):
        desk.press("PzNextProblem")
        seen.append(desk.cursor)
    assert seen == ["问题登记!A3", "检查记录!A1", "问题登记!C2", "问题登记!A3"]


def test_a_result_sheet_that_is_gone_is_told(desk: Desk) -> None:
    desk.type("问题登记", 2, 处数="两")
    desk.book.sheets["校验结果"].delete()
    desk.press("PzCheck")
    assert "没有工作表“校验结果”" in desk.asked()[0]


def test_a_single_cell_is_no_choice(desk: Desk) -> None:
    sheet = desk.book.sheets["问题登记"]
    sheet.activate()
    desk.calc.select(sheet, "C3")
    desk.press("PzIssue", "yes")
    assert "将新开 3 张" in desk.asked()[0]


def test_rows_that_a_filter_hides_are_not_chosen(desk: Desk) -> None:
    sheet = desk.book.sheets["问题登记"]
    sheet.activate()
    desk.calc.select(sheet, "A2:C4")
    desk.calc.hide_rows(sheet, 3, 3)
    desk.press("PzIssue", "yes")
    assert [row.finding for row in desk.read().read().rows(Rectification)] == ["W1", "W3"]


def test_rows_of_two_months_are_refused(desk: Desk) -> None:
    desk.type("检查记录", 3, 检查日期="2014-7-28")
    sheet = desk.book.sheets["问题登记"]
    sheet.activate()
    desk.calc.select(sheet, "A2:A4")
    with pytest.raises(PinzhiError, match="2014-07、2014-08"):
        desk.press("PzIssue")


def test_the_plan_row_with_the_cursor_says_which_day(desk: Desk) -> None:
    sheet = desk.book.sheets["督导计划"]
    sheet.activate()
    desk.calc.select(sheet, "C2")
    desk.press("PzChecklists")
    made = sorted(path.name for path in (desk.path.parent / "输出" / "2014-08" / "检查表").iterdir())
    assert len(made) == 1
    assert "2014-08-25" in desk.status
    assert desk.asked() == []


@pytest.mark.parametrize(
    ("control", "kind"),
    [("PzMonthly", "月度督导总结"), ("PzRanking", "月度评估与排名通报"), ("PzConfirmation", "扣分明细确认单")],
)
def test_monthly_reports_are_made_for_the_month_of_the_settings(desk: Desk, control: str, kind: str) -> None:
    desk.press(control)
    assert desk.status.startswith(f"{kind}：新出 ")
    assert list((desk.path.parent / "输出" / "2014-08" / kind).glob("*.docx"))
    assert desk.asked() == []


def test_the_month_is_closed_from_the_open_workbook(desk: Desk) -> None:
    desk.press("PzClose", "yes")
    assert "2014-08 月末处理完成" in desk.status
    assert (desk.path.parent / "输出" / "2014-08" / "目录.xlsx").exists()
    rows = desk.read().read().rows(ScoreRow)
    assert {row.department for row in rows} >= {"合计", "客服部"}
    assert openpyxl.load_workbook(desk.path)["得分"]["A2"].value == "2014-08"  # saved


def test_the_plan_of_the_month(desk: Desk) -> None:
    desk.type("项目", 2, 巡检星期="一")
    before = state(desk)
    desk.press("PzPlan", "yes")
    assert "将在“督导计划”里为 2014-08 增加" in desk.asked()[0]
    assert state(desk) != before
    desk.press("PzUndo", "yes")
    planned = desk.read().read()
    assert [row.number for row in planned.rows(InspectionPlan)] == ["P1"]


def test_help_and_the_machine(desk: Desk) -> None:
    desk.press("PzHelp")
    assert desk.cursor == "使用说明!A1"
    desk.press("PzDoctor")
    (shown,) = desk.asked()
    assert "0 项要处理" in shown


def test_marks_are_cleared_and_nothing_is_next(desk: Desk) -> None:
    desk.type("问题登记", 2, 处数="两")
    desk.press("PzCheck")
    desk.press("PzClearMarks")
    assert "1 行" in desk.status
    desk.press("PzNextProblem")
    assert desk.status.startswith("“校验结果”是空的")


def test_undo_with_nothing_to_undo(desk: Desk) -> None:
    assert "没有可以撤回的操作" in told(desk, "PzUndo")


def test_a_bug_is_one_sentence_and_a_log(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pinzhi_xl import logbook

    monkeypatch.setattr(logbook, "user_log_path", lambda *_, **__: tmp_path / "log")

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("pinzhi_xl.tasks.check.check_master", broken)
    assert str(tmp_path / "log") in told(desk, "PzCheck")
    assert "ZeroDivisionError" in (tmp_path / "log" / "pinzhi.log").read_text("utf-8")


def test_without_a_workbook_one_sentence_is_printed(calc: CalcProgram, capsys: pytest.CaptureFixture[str]) -> None:
    calc.reset()
    forget_mock_caller()
    ribbon.dispatch("PzCheck")
    assert capsys.readouterr().out == "找不到要处理的总表。请打开品质管理总表、切换到它，再点按钮。\n"


def test_a_click_imports_only_what_it_needs() -> None:
    code = (
        "import sys, pinzhi_xl.ribbon, pinzhi_xl.actions, pinzhi_xl.workbook.live, pinzhi_xl.workbook.live_program\n"
        "import pinzhi_xl.tasks.check, pinzhi_xl.tasks.score, pinzhi_xl.tasks.run\n"
        "heavy = {'pandas', 'openpyxl', 'docxtpl', 'docx', 'click', 'rich', 'xlwings', 'PIL', 'numpy'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_day_of_action_is_the_day_of_the_click(desk: Desk) -> None:
    desk.press("PzIssue", "yes")
    assert {row.issued_on for row in desk.read().read().rows(Rectification)} == {date(2014, 8, 29)}
    assert {row.day for row in desk.read().read().rows(Finding)} == {date(2014, 8, 4), date(2014, 8, 11)}


def test_a_form_is_entered_and_comes_back(calc: CalcProgram, tmp_path: Path) -> None:
    calc.reset()
    desk = Desk(calc, master_with(tmp_path / "总表.xlsx", ROWS))
    fill(desk)
    form = desk.book.sheets["录入单"]
    desk.press("PzEnter")
    (shown,) = desk.asked()
    assert "什么都没有录入" in shown
    assert desk.cursor.startswith("录入单!")
    heading = form.range((7, 1), (7, 17)).value
    for row in range(4, 6):
        for column in range(1, 18):
            label = str(form.range((row, column)).value or "").strip("*：:")
            text = {"项目": "凤鸣华府", "检查日期": "2014-8-18", "检查人": "员工乙"}.get(label)
            if text:
                address = form.range((row, column + 1)).address.replace("$", "")
                calc.type_text(form, address, text)
    items = form.range((8, 1), (89, 17)).value
    for offset, line in enumerate(items):
        if "全部合格" in str(line):
            calc.type_text(form, f"{chr(65 + heading.index('结果'))}{8 + offset}", "✓")
    before = state(desk)
    desk.press("PzEnter", "yes")
    assert "已录入 凤鸣华府 2014-08-18 的检查" in desk.status
    assert state(desk) != before
    desk.press("PzUndo", "yes")
    assert "什么都没有录入" not in "".join(desk.asked())
    assert "✓" in str(form.range((8, 1), (89, 17)).value)
    shutil.rmtree(tmp_path / "备份")
