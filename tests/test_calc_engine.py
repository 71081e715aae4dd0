"""The LibreOffice Calc engine for xlwings does what Excel does, as far as the tests of the macros rely on it."""

import datetime as dt
import os
import signal
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlwings as xw
from openpyxl.comments import Comment
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import PatternFill, Protection
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from pinzhi_xl.workbook.build import build_master
from pinzhi_xl.workbook.defaults import default_contents
from tests.real import calc_engine
from tests.real.calc_bridge import CalcError
from tests.real.calc_engine import CalcProgram
from tests.real.calc_formulas import excel_code, moved, to_calc, to_excel
from tests.real.calc_typing import Entry, typed

Opened = Callable[[Callable[[openpyxl.Workbook], None]], xw.Book]
TODAY = dt.date(2014, 8, 20)
FIRST_OF_AUGUST = 41852.0


@pytest.fixture(scope="module")
def calc() -> Iterator[CalcProgram]:
    yield from calc_engine.running()


@pytest.fixture
def program(calc: CalcProgram) -> Iterator[CalcProgram]:
    yield from calc_engine.fresh(calc)


@pytest.fixture
def sheet(program: CalcProgram) -> xw.Sheet:
    return program.app.books.add().sheets[0]


@pytest.fixture
def opened(program: CalcProgram, tmp_path: Path) -> Opened:
    """A workbook made by openpyxl, opened in Calc."""

    def make(fill: Callable[[openpyxl.Workbook], None]) -> xw.Book:
        book = openpyxl.Workbook()
        fill(book)
        path = tmp_path / "made.xlsx"
        book.save(path)
        return program.app.books.open(path)

    return make


def first(book: openpyxl.Workbook) -> Worksheet:
    found = book.active
    assert isinstance(found, Worksheet)
    return found


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("", Entry("empty")),
        ("3栋大堂", Entry("text", "3栋大堂")),
        ("'001", Entry("text", "001")),
        ("001", Entry("number", 1.0)),
        (" 12 ", Entry("number", 12.0)),
        ("３", Entry("number", 3.0)),
        ("1,200", Entry("number", 1200.0, "#,##0")),
        ("1,20", Entry("text", "1,20")),
        ("(5)", Entry("number", -5.0)),
        ("50%", Entry("number", 0.5, "0%")),
        ("1E5", Entry("number", 100000.0, "0.00E+00")),
        ("¥30", Entry("number", 30.0, "¥#,##0;¥-#,##0")),
        ("0 1/2", Entry("number", 0.5, "# ?/?")),
        ("44058319900101001X", Entry("text", "44058319900101001X")),
        ("440583199001010012", Entry("number", 440583199001010000.0)),
        ("TRUE", Entry("logical", True)),
        ("=A1+1", Entry("formula", "=A1+1")),
        ("=", Entry("text", "=")),
        ("-地面", Entry("formula", "=-地面")),
        ("-", Entry("text", "-")),
        ("#N/A", Entry("formula", "=#N/A")),
        ("2014-8-1", Entry("number", FIRST_OF_AUGUST, "yyyy/m/d")),
        ("2014/08/01", Entry("number", FIRST_OF_AUGUST, "yyyy/m/d")),
        ("14-8-1", Entry("number", FIRST_OF_AUGUST, "yyyy/m/d")),
        ("2014年8月1日", Entry("number", FIRST_OF_AUGUST, 'yyyy"年"m"月"d"日"')),
        ("2014年8月", Entry("number", FIRST_OF_AUGUST, 'yyyy"年"m"月"')),
        ("8月1日", Entry("number", FIRST_OF_AUGUST, 'm"月"d"日"')),
        ("2014-08", Entry("number", FIRST_OF_AUGUST, "mmm-yy")),
        ("8-1", Entry("number", FIRST_OF_AUGUST, 'm"月"d"日"')),
        ("2014-8-32", Entry("text", "2014-8-32")),
        ("2014.8.1", Entry("text", "2014.8.1")),
        ("1-3栋", Entry("text", "1-3栋")),
        ("9:00", Entry("number", 0.375, "h:mm")),
        ("9：30 PM", Entry("number", 21.5 / 24, "h:mm AM/PM")),
        ("9时30分", Entry("number", 9.5 / 24, 'h"时"mm"分"')),
        ("30:00", Entry("number", 1.25, "[h]:mm:ss")),
        ("2014-8-1 12:00", Entry("number", FIRST_OF_AUGUST + 0.5, "yyyy/m/d h:mm")),
    ],
)
def test_a_text_is_taken_as_excel_takes_it(text: str, entry: Entry) -> None:
    assert typed(text, TODAY) == entry


@pytest.mark.parametrize(
    ("excel", "calc"),
    [
        ("=SUM(A1,B2:C3)", "=SUM(A1;B2:C3)"),
        ("='甲 乙'!A1&\"a,b\"", "=$'甲 乙'.A1&\"a,b\""),
        ("=SUM({1,2;3,4})", "=SUM({1;2|3;4})"),
        ("=SUM(表1[[#Data],[值]])", "=SUM(表1[[#Data];[值]])"),
        ("=STDEV.S(A1:A3,1.5)", "=STDEV.S(A1:A3;1.5)"),
    ],
)
def test_formulas_go_to_calc_and_come_back(excel: str, calc: str) -> None:
    assert to_calc(excel) == calc
    assert to_excel(calc) == excel


def test_formulas_and_formats_as_excel_writes_them() -> None:
    assert to_calc("=表1[@值]*2") == "=表1[[#This Row];[值]]*2"
    assert to_excel("=$问题登记.A1+IF(TRUE();1;2)") == "=问题登记!A1+IF(TRUE,1,2)"
    assert moved('=A1+$B$2&"A1"&表1[A1]', 2, 1) == '=B3+$B$2&"A1"&表1[A1]'
    assert excel_code('YYYY"年"M"月"D"日" HH:MM') == 'yyyy"年"m"月"d"日" hh:mm'
    assert excel_code("BOOLEAN") == excel_code("常规") == "General"


def test_values_of_a_file_are_read_as_com_gives_them(opened: Opened) -> None:
    day = dt.datetime(2014, 8, 12)

    def fill(book: openpyxl.Workbook) -> None:
        values: list[Any] = [
            5,
            2.5,
            "001",
            True,
            day.date(),
            dt.datetime(2014, 8, 12, 9, 30),
            dt.time(9, 30),
            None,
        ]
        for row, value in enumerate([*values, "=A1>2", "=A1+A2", '=""'], 1):
            first(book).cell(row, 1).value = value
        for row, error in enumerate(("NA()", "1/0", "#REF!+1", 'A1+"x"', "nosuch(1)", "#NULL!", "SQRT(-1)"), 1):
            first(book).cell(row, 2).value = f"={error}"

    sheet = opened(fill).sheets[0]
    nine = dt.datetime(1899, 12, 30, 9, 30)
    found = sheet.range("A1:A11").value
    assert found == [5.0, 2.5, "001", True, day, day.replace(hour=9, minute=30), nine, None, True, 7.5, None]
    assert [type(found[row]) for row in (0, 3, 8)] == [float, bool, bool]
    errors = ["#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!"]
    assert sheet.range("B1:B7").options(err_to_str=True).value == errors
    assert sheet.range("B1:B7").value == [None] * 7
    assert sheet.range("A1").options(ndim=2).value == [[5.0]]
    assert sheet.range((1, 1), (2, 2)).options(err_to_str=True).value == [[5.0, "#N/A"], [2.5, "#DIV/0!"]]
    assert sheet.range("A5").options(dates=dt.date).value == day.date()
    assert sheet.range("A1:A9").options(numbers=int).value[:2] == [5, 2]


def test_formulas_are_read_as_excel_writes_them(opened: Opened) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book.create_sheet("甲 乙")["A1"] = 7
        for row, value in enumerate(("='甲 乙'!A1+1", "=SUM(A1,1)", 5, "=文", None, True), 1):
            first(book).cell(row, 1).value = value
        first(book)["A4"].data_type = "s"

    sheet = opened(fill).sheets[0]
    found: Any = sheet.range("A1:A6").formula
    assert found == (
        ("='甲 乙'!A1+1",),
        ("=SUM(A1,1)",),
        ("5",),
        ("=文",),
        ("",),
        ("TRUE",),
    )
    sheet["B1:B3"].formula = "=$A1+B$8"
    assert sheet["B3"].formula == "=$A3+B$8"
    assert sheet["B1:B3"].value == [8.0, 9.0, 5.0]
    sheet["A3"].value = 6
    assert sheet["B3"].value == 6.0


def test_what_is_written_becomes_what_excel_makes_of_it(sheet: xw.Sheet) -> None:
    sheet["D1:D9"].number_format = "@"
    texts = ["001", "2014-8-1", "2014-08", "1,200", "50%", "=1+1", "TRUE", "9:00", "'x"]
    sheet["A1"].value = [[text] for text in texts]
    sheet["D1"].value = [[text] for text in texts]
    assert sheet["A1:A9"].value == [
        1.0,
        dt.datetime(2014, 8, 1),
        dt.datetime(2014, 8, 1),
        1200.0,
        0.5,
        2.0,
        True,
        dt.datetime(1899, 12, 30, 9),
        "x",
    ]
    assert sheet["D1:D9"].value == [*texts[:8], "x"]
    codes = [sheet[row, 0].number_format for row in range(8)]
    assert codes == ["General", "yyyy/m/d", "mmm-yy", "#,##0", "0%", "General", "General", "h:mm"]
    assert sheet["D1:D9"].number_format == "@"
    assert sheet["A1:A9"].number_format is None


def test_python_values_are_written_as_com_takes_them(sheet: xw.Sheet) -> None:
    day, noon = dt.datetime(2014, 8, 12), dt.datetime(2014, 8, 12, 12)
    sheet["C1"].number_format = "yyyy-mm-dd"
    values: list[Any] = [day.date(), noon, day, Decimal("1.5"), 3, True, float("nan"), dt.time(9, 0)]
    sheet["A1"].value = values
    expected = [day, noon, day, 1.5, 3.0, True, None, dt.datetime(1899, 12, 30, 9)]
    assert sheet["A1:H1"].value == expected
    assert [sheet[0, column].number_format for column in range(3)] == ["yyyy/m/d", "yyyy/m/d h:mm", "yyyy-mm-dd"]
    sheet["F1"].value = 2
    assert sheet["F1"].value == 2.0
    sheet["A9"].value = ["=A1", "=TODAY()", "=A1-B1"]
    assert sheet["A9"].value == day
    assert isinstance(sheet["B9"].value, dt.datetime)
    assert sheet["C9"].value == -0.5
    sheet["A1:H1"].value = None
    assert sheet["A1:H1"].value == [None] * 8
    assert sheet["C1"].number_format == "yyyy-mm-dd"
    sheet["A2:B2"].number_format = "@"
    sheet["A2"].value = [5, day]
    assert sheet["A2:B2"].value == ["5", "2014/8/12"]
    sheet["A3:B4"].value = "满"
    assert sheet["A3:B4"].value == [["满", "满"], ["满", "满"]]
    with pytest.raises(TypeError):
        sheet["A5"].value = [object()]


def test_a_formula_excel_refuses_is_refused(sheet: xw.Sheet) -> None:
    for text in ("=1+", "=SUM(A1", "=)", "-地面 有 垃圾"):
        with pytest.raises(CalcError, match="1004"):
            sheet["A1"].value = text
    sheet["A1"].value = "-地面"
    assert sheet["A1"].options(err_to_str=True).value == "#NAME?"


def test_notes_and_formats_outlive_a_block_write(opened: Opened, program: CalcProgram) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        first(book)["A1"] = "旧"
        first(book)["A1"].comment = Comment("看这里", "审核")
        first(book)["A2"].comment = Comment("空格也有", "审核")
        first(book)["A1"].fill = PatternFill("solid", fgColor="FF00FF00")

    sheet = opened(fill).sheets[0]
    sheet["A1"].value = [["新"], ["值"]]
    assert program.notes(sheet) == {"A1": "看这里", "A2": "空格也有"}
    sheet["A1:A2"].clear_contents()
    assert sheet["A1:A2"].value == [None, None]
    assert program.notes(sheet) == {"A1": "看这里", "A2": "空格也有"}
    assert sheet["A1"].color == (0, 255, 0)
    sheet["A1"].color = "#ff8000"
    assert sheet["A1"].color == (255, 128, 0)
    sheet["A1"].color = None
    assert sheet["A1"].color is None


def test_a_conditional_format_is_live(opened: Opened, program: CalcProgram) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        sheet = first(book)
        book.create_sheet("限")["A1"] = 10
        red = PatternFill("solid", bgColor="FFFF0000")
        rule = FormulaRule(formula=["$B2>限!$A$1"], fill=red)  # type: ignore[no-untyped-call]
        sheet.conditional_formatting.add("A2:A5", rule)
        sheet.append(["名", "值"])
        for value in (5, 15, 25):
            sheet.append(["行", value])
        sheet.row_dimensions[3].hidden = True
        sheet.merge_cells("C2:D3")
        sheet["C2"].fill = PatternFill("solid", fgColor="FF00FF00")
        book.create_sheet("隐").sheet_state = "hidden"
        book["隐"]["B2"].fill = PatternFill("solid", fgColor="FF0000FF")
        book["隐"]["B3"] = "x"

    book = opened(fill)
    sheet = book.sheets[0]
    assert [program.effective_color(sheet, f"A{row}") for row in (2, 4)] == [None, "#FF0000"]
    sheet["B2"].value = 11
    book.sheets["限"]["A1"].value = 10.5
    assert program.effective_color(sheet, "$A$2") == "#FF0000"
    assert program.effective_color(sheet, "D3") == "#00FF00"
    assert program.effective_color(book.sheets["隐"], "B2") == "#0000FF"
    assert not book.sheets["隐"].visible


def test_tables(opened: Opened) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        sheet = first(book)
        for row in (["编号", "值"], [1, 2], [3, 4], ["合计", "=SUBTOTAL(109,表一[值])"]):
            sheet.append(row)
        sheet.add_table(Table(displayName="表一", ref="A1:B4", totalsRowCount=1))
        sheet["E1"], sheet["E2"] = "别", 1
        sheet.add_table(Table(displayName="表二", ref="E1:E2"))

    sheet = opened(fill).sheets[0]
    assert [table.name for table in sheet.tables] == ["表一", "表二"]
    assert "表一" in sheet.tables
    table, other = sheet.tables["表一"], sheet.tables[1]
    assert table.show_totals
    assert not other.show_totals
    ranges = (table.range, table.header_row_range, table.data_body_range, table.totals_row_range)
    assert [found and found.address for found in ranges] == ["$A$1:$B$4", "$A$1:$B$1", "$A$2:$B$3", "$A$4:$B$4"]
    assert other.totals_row_range is None
    assert sheet["B4"].value == 6.0
    touched = sheet["E2"].table
    assert touched is not None
    assert touched.name == "表二"
    assert sheet["H9"].table is None
    other.resize(sheet["E1:E9"])
    assert other.range.address == "$E$1:$E$9"
    assert sheet.range("表二").address == "$E$2:$E$9"
    for wrong in ("E2:E9", "E1:E1", "H1:H4", "B1:E9"):
        with pytest.raises(CalcError, match="1004"):
            other.resize(sheet[wrong])
    with pytest.raises(KeyError):
        sheet.tables["无"]


def test_a_person_types_under_a_table(opened: Opened, program: CalcProgram) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        for row in (["编号", "值"], ["a", 2]):
            first(book).append(row)
        first(book).add_table(Table(displayName="表一", ref="A1:B2"))
        first(book)["D1"] = "=SUM(表一[值])"

    sheet = opened(fill).sheets[0]
    program.type_text(sheet, "A3", "2014-8-1")
    program.type_text(sheet, "B3", "1,000")
    assert sheet["A3:B3"].value == [dt.datetime(2014, 8, 1), 1000.0]
    assert sheet.tables[0].range.address == "$A$1:$B$3"
    assert sheet["D1"].value == 1002.0
    program.type_text(sheet, "B4", "1", grow_table=False)
    assert sheet.tables[0].range.address == "$A$1:$B$3"


def test_a_protected_sheet_refuses(opened: Opened, program: CalcProgram) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        first(book)["A1"] = 1
        first(book)["B1"].protection = Protection(locked=False)

    sheet = opened(fill).sheets[0]
    assert not sheet.api.ProtectContents
    program.protect(sheet)
    assert sheet.api.ProtectContents
    changes: list[Callable[[], object]] = [
        lambda: sheet["A1"].clear_contents(),
        lambda: sheet["B1"].add_hyperlink("#Sheet!A1", "x"),
        lambda: setattr(sheet["A1:B1"], "value", [1, 2]),
        lambda: setattr(sheet["B1"], "number_format", "@"),
        lambda: setattr(sheet["B1"], "color", (1, 2, 3)),
    ]
    for change in changes:
        with pytest.raises(CalcError, match="1004"):
            change()
    sheet["B1"].value = 2
    assert sheet["A1:B1"].value == [1.0, 2.0]
    program.unprotect(sheet)
    sheet["A1"].value = 3
    assert sheet["A1"].value == 3.0


def test_merged_cells(opened: Opened) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        first(book).merge_cells("B2:C3")
        first(book)["B2"] = "m"
        first(book)["E5"] = 1

    sheet = opened(fill).sheets[0]
    found = {a: sheet[a].merge_cells for a in ("B2", "C3", "B2:C3", "A1", "D1:E9", "A1:B2", "A1:Z9999")}
    assert list(found.values()) == [True, True, True, False, False, None, None]
    assert sheet["C3"].merge_area.address == "$B$2:$C$3"
    assert sheet["A1"].merge_area.address == "$A$1"
    sheet["B2"].value = [["新", "丢"], ["丢", "丢"]]
    assert sheet["B2:C3"].value == [["新", None], [None, None]]


def test_hyperlinks(sheet: xw.Sheet, tmp_path: Path) -> None:
    sheet["A1"].add_hyperlink("#'Sheet1'!D7", "001", "去看")
    sheet["A2"].add_hyperlink("https://a.cn/b#c")
    sheet["A3"].value = '=HYPERLINK("#Sheet1!D7","看")'
    assert [sheet[row, 0].hyperlink for row in range(3)] == ["#'Sheet1'!D7", "https://a.cn/b#c", "#Sheet1!D7"]
    assert sheet["A1:A3"].value == ["001", "https://a.cn/b#c", "看"]
    with pytest.raises(Exception, match="hyperlink"):
        _ = sheet["B1"].hyperlink
    sheet.book.save(tmp_path / "链.xlsx")
    saved = openpyxl.load_workbook(tmp_path / "链.xlsx").worksheets[0]
    link = saved["A1"].hyperlink
    assert link is not None
    assert (link.location or "").replace("'", "").lstrip("#") in ("Sheet1!D7", "Sheet1.D7")


def test_ctrl_and_arrow_keys_and_the_used_range(sheet: xw.Sheet, program: CalcProgram) -> None:
    sheet["B2"].value = [[1, "x"], [2, None], [3, None], [None, None], ['=""', None]]
    assert sheet.used_range.address == "$B$2:$C$6"
    ways = [
        ("B2", "down"),
        ("B4", "down"),
        ("B6", "down"),
        ("B1048576", "up"),
        ("B6", "up"),
        ("B2", "right"),
        ("XFD2", "left"),
    ]
    found = [sheet[start].end(way).address for start, way in ways]
    assert found == ["$B$4", "$B$6", "$B$1048576", "$B$6", "$B$4", "$C$2", "$C$2"]
    program.hide_rows(sheet, 6, 6)
    assert sheet["B1048576"].end("up").address == "$B$4"
    assert [sheet[rows].rows.hidden for rows in ("A6", "A5", "A5:A6")] == [True, False, None]
    sheet["A6"].rows.hidden = False
    assert sheet["B1048576"].end("up").address == "$B$6"
    assert (sheet.cells.shape, sheet["B:C"].shape, sheet["B:C"].address) == (
        (1048576, 16384),
        (1048576, 2),
        "$B:$C",
    )
    assert sheet["B1:B9000"].value[:4] == [None, 1.0, 2.0, 3.0]
    sheet.clear_contents()
    assert sheet["B2:C6"].value == [[None, None]] * 5


def test_selection_and_activation(program: CalcProgram, opened: Opened) -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book.create_sheet("乙")
        book.create_sheet("隐").sheet_state = "hidden"

    book = opened(fill)
    front, back, hidden = book.sheets
    with pytest.raises(CalcError, match="not active"):
        back["A1"].select()
    back.activate()
    assert book.sheets.active == back
    back["B2:C3"].select()
    selection = program.app.selection
    assert selection is not None
    assert (selection.sheet.name, selection.address) == ("乙", "$B$2:$C$3")
    program.select(front, "D4", "A1:A9")
    assert program.app.selection == front["D4"]
    assert program.app.selection.address == "$D$4,$A$1:$A$9"
    program.select(front, "3:4")
    assert program.app.selection is not None
    assert program.app.selection.address == "$3:$4"
    with pytest.raises(CalcError, match="hidden"):
        hidden.activate()
    hidden.visible = True
    assert [sheet.visible for sheet in book.sheets] == [True, True, True]
    front.visible = back.visible = False
    with pytest.raises(CalcError, match="one visible"):
        hidden.visible = False
    hidden.name = "现"
    assert (hidden.name, hidden.index, book.sheets["现"].index) == ("现", 3, 3)
    with pytest.raises(CalcError, match="Invalid index"):
        _ = book.sheets["无"]


def test_books_are_opened_saved_and_closed(program: CalcProgram, opened: Opened, tmp_path: Path) -> None:
    book = opened(lambda made: first(made).append([1, "二"]))
    assert (book.name, Path(book.fullname)) == ("made.xlsx", tmp_path / "made.xlsx")
    other = program.app.books.add()
    assert program.app.books.active == other
    book.activate()
    assert program.app.books.active == book == program.app.books["made.xlsx"]
    assert [each.name for each in program.app.books] == ["made.xlsx", other.name]
    assert program.app.books.open(tmp_path / "made.xlsx") == book
    book.sheets[0]["A1"].value = 5
    book.api.SaveCopyAs(str(tmp_path / "copy.xlsx"))
    book.save()
    assert [
        openpyxl.load_workbook(tmp_path / name).worksheets[0]["A1"].value for name in ("copy.xlsx", "made.xlsx")
    ] == [5, 5]
    book.api.ReadOnly = True
    with pytest.raises(CalcError, match="read-only"):
        book.save()
    book.save(tmp_path / "二.xlsx")
    assert book.name == "二.xlsx"
    book.set_mock_caller()
    assert xw.Book.caller() == book
    book.close()
    assert len(program.app.books) == 1
    with pytest.raises(CalcError, match="disconnected"):
        _ = book.sheets[0]
    with pytest.raises(KeyError):
        _ = program.app.books["二.xlsx"]
    assert not list(tmp_path.glob(".~lock*"))


def test_the_program_behaves_like_excel(program: CalcProgram, sheet: xw.Sheet) -> None:
    app = program.app
    assert xw.apps.active == app
    assert (app.version.major, app.api.Name, app.status_bar, app.calculation) == (
        16,
        "Microsoft Excel",
        False,
        "automatic",
    )
    app.api.Name, app.api.Path = "WPS 表格", r"C:\WPS"
    assert app.path == r"C:\WPS"
    with app.properties(status_bar="正在读取…", screen_updating=False, enable_events=False):
        assert (app.status_bar, app.screen_updating) == ("正在读取…", False)
    assert (app.status_bar, program.impl.status_bars) == (False, ["正在读取…", False])
    sheet["A1"].value, sheet["B1"].value = 1, "=A1+1"
    app.calculation = "manual"
    sheet["A1"].value = 5
    assert sheet["B1"].value == 2.0
    app.calculate()
    assert sheet["B1"].value == 6.0
    program.impl.answers = ["no"]
    asked = [app.alert("写入吗？", "品质", "yes_no", "info") for _ in range(2)]
    assert (asked, app.alert("好了")) == (["no", "yes"], "ok")
    assert program.impl.alerts[0] == calc_engine.Alert("写入吗？", "品质", "yes_no", "info")
    with pytest.raises(KeyError):
        app.alert("x", buttons="retry")


def test_a_busy_excel_rejects_calls_as_com_does(program: CalcProgram, sheet: xw.Sheet) -> None:
    program.impl.bridge.busy = 1
    with pytest.raises(CalcError) as caught:
        sheet["A1"].value = 1
    assert (type(caught.value).__name__, caught.value.hresult) == ("com_error", -2147418111)
    sheet["A1"].value = 1
    with pytest.raises(CalcError) as caught:
        sheet["A1"].value = "=1+"
    assert caught.value.excepinfo is not None
    assert caught.value.excepinfo[5] == -2146827284


def test_a_master_is_live(program: CalcProgram, tmp_path: Path) -> None:
    path = tmp_path / "总表.xlsx"
    path.write_bytes(build_master(default_contents(), "22222222-2222-4222-8222-222222222222"))
    book = program.app.books.open(path)
    assert [table.name for table in book.sheets["问题登记"].tables] == ["问题登记"]
    assert book.sheets["检查标准"].used_range.options(ndim=2).value[0][0]
    assert not book.sheets["参数"].visible
    assert program.effective_colors(book.sheets["看板"])
    table = book.sheets["问题登记"].tables["问题登记"]
    body = table.data_body_range
    assert body is not None
    width = body.shape[1]
    body[0, 0].resize(50, 1).value = [[f"{number}号"] for number in range(50)]
    table.resize(table.range[0, 0].resize(51, width))
    assert table.range.shape == (51, width)
    book.save()
    saved = openpyxl.load_workbook(path)["问题登记"]
    assert saved.tables["问题登记"].ref.endswith("51")
    assert saved["A51"].value == "49号"


def test_a_program_that_died_is_started_again() -> None:
    with CalcProgram() as program:
        sheet = program.app.books.add().sheets[0]
        os.kill(program.app.pid, signal.SIGKILL)
        with pytest.raises(CalcError, match="Calc is gone"):
            sheet["A1"].value = 1
        program.reset()
        sheet = program.app.books.add().sheets[0]
        sheet["A1"].value = 1
        assert sheet["A1"].value == 1.0


def test_a_program_of_its_own_ends_for_good() -> None:
    active = xw.engines.active
    with CalcProgram() as program:
        pid = program.app.pid
        assert Path(f"/proc/{pid}").exists()
        assert program.app.books.add().sheets[0].name == "Sheet1"
    assert not Path(f"/proc/{pid}").exists()
    assert xw.engines.active == active
    with pytest.raises(CalcError):
        program.impl.bridge.call("hello")
