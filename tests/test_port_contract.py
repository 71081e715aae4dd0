"""What every way into a master promises: the same tests on memory, a closed file, LibreOffice, and real Excel."""

from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.model import Edit, Link, ReplaceRows, SetAt, SetCell, Value
from pinzhi_xl.sheets.inspections import Finding, Inspection
from pinzhi_xl.sheets.results import CheckResult
from pinzhi_xl.workbook.steps import comparable, held
from tests.masters import master_with
from tests.ports import Desk, OnClosedFile, OnMemory, on_calc, on_excel
from tests.real.calc_engine import CalcProgram

ROWS = """
项目
项目名称
凤鸣华府

检查记录
检查编号 | 项目 | 检查日期 | 开始时间
J1 | 凤鸣华府 | 2014-8-4 | 9:40

问题登记
问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数 | 位置 | 问题描述
001 | J1 | 客服部 | KF01 | 不合格 | 2 | 客服中心 | 前台无人值守时间较长
8-12 | J1 | 客服部 | KF02 | 不合格 | 1 | 3栋大堂 | 记录不全
"""
FINDINGS = "问题登记"
WAYS = ("memory", "closed", "calc", pytest.param("excel", marks=pytest.mark.excel))


@pytest.fixture(params=WAYS)
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    path = master_with(tmp_path / "总表.xlsx", ROWS)
    match request.param:
        case "memory":
            yield OnMemory(path)
        case "closed":
            yield OnClosedFile(path)
        case "calc":
            program: CalcProgram = request.getfixturevalue("calc")
            with on_calc(program, path) as opened:
                yield opened
        case _:
            with on_excel(path) as excel:
                yield excel


def apply(desk: Desk, *edits: Edit) -> bool:
    return desk.workbook.apply(edits, desk.workbook.read())


def column(desk: Desk, sheet: str, label: str) -> int:
    return desk.workbook.read().layouts[sheet].columns[label]


def at(desk: Desk, sheet: str, row: int, label: str) -> Value:
    return held(desk.workbook.read().grids[sheet], row, column(desk, sheet, label))


def test_rows_are_read_with_types_and_addresses(desk: Desk) -> None:
    book = desk.workbook.read()
    assert book.identity == "22222222-2222-4222-8222-222222222222"
    assert [(row.number, row.count, row.row) for row in book.rows(Finding)] == [("001", 2, 2), ("8-12", 1, 3)]
    (visit,) = book.rows(Inspection)
    assert (visit.day, visit.start) == (date(2014, 8, 4), time(9, 40))
    assert book.problems == ()


def test_reading_twice_gives_the_same_state(desk: Desk) -> None:
    assert desk.workbook.read().fingerprint == desk.workbook.read().fingerprint != ""


def test_nothing_to_do_is_no_change(desk: Desk) -> None:
    assert apply(desk) is False


NUMBERS: tuple[Decimal | int, ...] = (Decimal("1.5"), Decimal("-3"), 2, Decimal("0.1"), 0)
TEXTS = (
    *(
        "001",
        "8-12",
        "2014-08",
        "1e5",
        "=1+1",
        "+8",
        "@甲",
        "-3",
        "TRUE",
        "50%",
        "￥1,200",
        "1/2",
        "2014年8月12日",
    ),
    *(
        "上午9:00–11:30、下午14:00–17:30",
        "9:40",
        "第一行\n第二行",
        "A&B<公司>“引号”",
        "长" * 9000,
        "#N/A",
        "凤鸣华府",
    ),
)


def test_every_value_reads_as_it_was_written(desk: Desk) -> None:
    edits: list[Edit] = [SetCell(FINDINGS, 4 + row, "检查项", text) for row, text in enumerate(TEXTS)]
    edits += [SetCell(FINDINGS, 4 + row, "重复自", text) for row, text in enumerate(TEXTS)]
    edits += [SetCell(FINDINGS, 4 + row, "扣分", number) for row, number in enumerate(NUMBERS)]
    edits += [
        SetCell(FINDINGS, 4, "检查日期", date(2014, 8, 4)),
        SetCell("检查记录", 2, "结束时间", time(11, 30)),
        SetCell("检查记录", 2, "检查日期", date(2014, 8, 5)),
    ]
    assert apply(desk, *edits)
    assert [at(desk, FINDINGS, 4 + row, "检查项") for row in range(len(TEXTS))] == list(TEXTS)
    assert [at(desk, FINDINGS, 4 + row, "重复自") for row in range(len(TEXTS))] == list(TEXTS)
    assert [at(desk, FINDINGS, 4 + row, "扣分") for row in range(len(NUMBERS))] == list(NUMBERS)
    assert at(desk, FINDINGS, 4, "检查日期") == date(2014, 8, 4)
    assert at(desk, "检查记录", 2, "结束时间") == time(11, 30)
    assert at(desk, "检查记录", 2, "检查日期") == date(2014, 8, 5)


def test_writing_what_is_there_already_is_no_change(desk: Desk) -> None:
    assert apply(desk, SetCell(FINDINGS, 2, "位置", "客服中心"), SetCell(FINDINGS, 2, "扣分", None)) is False


def lines(*messages: str) -> list[dict[str, Value]]:
    return [{"级别": "●错误", "单元格": Link("D7", FINDINGS, "D7"), "问题": text} for text in messages]


def test_rows_are_replaced_and_the_table_follows(desk: Desk) -> None:
    assert apply(desk, ReplaceRows(CheckResult.sheet.label, lines("甲", "乙", "丙")))
    assert [row.message for row in desk.workbook.read().rows(CheckResult)] == ["甲", "乙", "丙"]
    assert desk.table(CheckResult.sheet.label)[-1:] in ("", "4")
    assert apply(desk, ReplaceRows(CheckResult.sheet.label, lines("丁")))
    (row,) = desk.workbook.read().rows(CheckResult)
    assert (row.message, row.cell, row.fix) == ("丁", "D7", None)
    assert desk.table(CheckResult.sheet.label)[-1:] in ("", "2")


def test_a_cell_is_set_by_address(desk: Desk) -> None:
    assert apply(desk, SetAt("录入单", 4, 5, "凤鸣华府"))
    assert held(desk.workbook.read().grids["录入单"], 4, 5) == "凤鸣华府"


def test_what_was_not_asked_for_stays(desk: Desk) -> None:
    before = desk.workbook.read().grids
    apply(desk, SetCell(FINDINGS, 2, "扣分", 4))
    after = desk.workbook.read().grids
    changed = [
        (sheet, row, place)
        for sheet, grid in after.items()
        for row in range(1, len(grid) + 1)
        for place in range(1, len(grid[row - 1]) + 1)
        if held(grid, row, place) != held(before[sheet], row, place)
    ]
    assert changed == [(FINDINGS, 2, column(desk, FINDINGS, "扣分"))]


def test_a_master_changed_since_it_was_read_is_refused(desk: Desk) -> None:
    book = desk.workbook.read()
    desk.type(FINDINGS, "F2", "7")
    with pytest.raises(PinzhiError, match=r"重新执行|再点一次"):
        desk.workbook.apply([SetCell(FINDINGS, 2, "扣分", 4)], book)
    assert at(desk, FINDINGS, 2, "扣分") is None
    assert comparable(at(desk, FINDINGS, 2, "处数")) in (7, "7")


def test_a_merged_cell_is_refused_and_nothing_else_written(desk: Desk) -> None:
    if desk.in_excel:
        pytest.skip("Excel merges nothing inside a table")
    letter = openpyxl.utils.get_column_letter(column(desk, FINDINGS, "扣分"))
    desk.merge(FINDINGS, f"{letter}3:{letter}4")
    with pytest.raises(PinzhiError, match="合并"):
        apply(desk, SetCell(FINDINGS, 2, "扣分", 1), SetCell(FINDINGS, 3, "扣分", 2))
    assert at(desk, FINDINGS, 2, "扣分") is None
    problems = [problem.code for problem in desk.workbook.read().problems]
    assert "merged-cells" in problems


@pytest.mark.parametrize(
    "edit",
    [
        SetCell(FINDINGS, 2, "没有的栏目", 1),
        SetCell("没有的表", 2, "扣分", 1),
        SetCell(FINDINGS, 2, "检查项", "长" * 32_768),
        SetCell(FINDINGS, 2, "扣分", Decimal("NaN")),
    ],
)
def test_what_cannot_be_written_stops_all_of_it(desk: Desk, edit: Edit) -> None:
    with pytest.raises(PinzhiError):
        apply(desk, SetCell(FINDINGS, 3, "扣分", 1), edit)
    assert at(desk, FINDINGS, 3, "扣分") is None


def test_a_moment_and_a_time_of_day_are_told_apart(desk: Desk) -> None:
    apply(desk, SetCell("检查记录", 2, "扫描件", datetime(2014, 8, 4, 9, 5).isoformat(" ")))
    assert at(desk, "检查记录", 2, "扫描件") == "2014-08-04 09:05:00"
    assert at(desk, "检查记录", 2, "开始时间") in (time(9, 40), "9:40")


def test_the_former_state_is_kept_in_a_backup(desk: Desk) -> None:
    if isinstance(desk, OnMemory):
        return
    apply(desk, SetCell(FINDINGS, 2, "扣分", 4))
    (backup,) = (desk.path.parent / "备份").glob("*.xlsx")
    assert backup.name == "总表 20140829-093000.xlsx"
    sheet = openpyxl.load_workbook(backup)[FINDINGS]
    assert sheet.cell(2, column(desk, FINDINGS, "扣分")).value is None
    assert sheet["A3"].value == "8-12"


def test_sheets_are_shown_and_hidden_and_no_cell_is_touched(desk: Desk) -> None:
    before = desk.workbook.read().grids
    assert "申诉" in desk.hidden()
    assert desk.workbook.show_sheets(["申诉", "问题登记", "没有这张表"]) == ["申诉"]
    assert "申诉" not in desk.hidden()
    assert desk.workbook.show_sheets(["申诉"]) == []
    assert desk.workbook.show_sheets(["申诉"], visible=False) == ["申诉"]
    assert "申诉" in desk.hidden()
    assert desk.workbook.read().grids == before
