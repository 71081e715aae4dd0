"""What people type, and what the reader makes of it: values, or problems with their cell."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from pinzhi_xl.kinds import Fault, Kind, Parsed, Raw, Reading, parse
from pinzhi_xl.sheets.inspections import Finding, Inspection
from pinzhi_xl.sheets.settings import DEFAULT_SETTINGS
from pinzhi_xl.workbook import preflight
from pinzhi_xl.workbook.preflight import NotAMaster, WorkbookDamaged, WorkbookTooLarge
from pinzhi_xl.workbook.read import read_book, read_content
from tests.masters import master_with
from tests.tables import book_of

DAY = date(2014, 8, 12)


@pytest.mark.parametrize(
    "raw",
    [
        DAY,
        datetime(2014, 8, 12),
        "2014-8-12",
        "2014/8/12",
        "2014.8.12",
        "2014年8月12日",
        "２０１４－８－１２",
        " 2014-08-12 ",
        "2014 年 8 月 12 日",
        "2014-08-12 00:00:00",
    ],
)
def test_dates_as_people_type_them(raw: Raw) -> None:
    assert parse(Kind.DATE, raw, Reading()) == DAY


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("2014-2-30", "impossible-date"),
        ("2014-13-1", "impossible-date"),
        ("8-12", "not-a-date"),
        ("20140812", "not-a-date"),
        (41863.0, "not-a-date"),
        ("昨天", "not-a-date"),
        (True, "not-a-date"),
        (datetime(1899, 12, 31), "impossible-date"),
    ],
)
def test_doubtful_dates_are_problems_never_guesses(raw: Raw, code: str) -> None:
    assert parse(Kind.DATE, raw, Reading()) == Fault(code)


@pytest.mark.parametrize(
    ("kind", "raw", "value"),
    [
        (Kind.POINTS, "１．５", Decimal("1.5")),
        (Kind.POINTS, "1,200", Decimal(1200)),
        (Kind.POINTS, 0.1 + 0.2, Decimal("0.3")),
        (Kind.POINTS, "-2", Decimal(-2)),
        (Kind.WHOLE, "３", 3),
        (Kind.WHOLE, 3.0, 3),
        (Kind.CODE, 12.0, "12"),
        (Kind.CODE, "ｋｆ01 ", "KF01"),
        (Kind.CODE, "007", "007"),
        (Kind.TIME, "9：30", time(9, 30)),
        (Kind.TIME, "9点30分", time(9, 30)),
        (Kind.TIME, timedelta(hours=9, minutes=30), time(9, 30)),
        (Kind.TIME, time(9, 30), time(9, 30)),
        (Kind.YES_NO, "是", True),
        (Kind.YES_NO, False, False),
        (Kind.LIST, "甲、乙,丙，丁;戊；甲", ("甲", "乙", "丙", "丁", "戊")),
        (Kind.TEXT, "第一行\r\n第二行\x07", "第一行\n第二行"),
        (Kind.TEXT, 3.0, "3"),
    ],
)
def test_other_kinds_as_people_type_them(kind: Kind, raw: Raw, value: Parsed) -> None:
    assert parse(kind, raw, Reading()) == value


@pytest.mark.parametrize(
    ("kind", "raw", "code"),
    [
        (Kind.POINTS, "两分", "not-a-number"),
        (Kind.POINTS, "1,20", "not-a-number"),
        (Kind.POINTS, "1 2", "not-a-number"),
        (Kind.POINTS, float("nan"), "not-a-number"),
        (Kind.POINTS, "-", "not-a-number"),
        (Kind.POINTS, True, "not-a-number"),
        (Kind.POINTS, DAY, "not-a-number"),
        (Kind.WHOLE, 2.5, "not-whole"),
        (Kind.CODE, DAY, "code-became-date"),
        (Kind.TIME, 0.4, "not-a-time"),
        (Kind.TIME, "25:00", "not-a-time"),
        (Kind.YES_NO, "有", "not-yes-no"),
    ],
)
def test_other_doubts(kind: Kind, raw: Raw, code: str) -> None:
    found = parse(kind, raw, Reading())
    assert isinstance(found, Fault)
    assert found.code == code


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False, allow_infinity=False))
def test_every_amount_survives_being_typed(amount: Decimal) -> None:
    for typed in (
        f"{amount}",
        f"{amount:,}",
        f"{amount}".translate(str.maketrans("0123456789.", "０１２３４５６７８９．")),
    ):
        assert parse(Kind.POINTS, typed, Reading()) == amount


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2199, 12, 31)))
def test_every_day_survives_being_typed(day: date) -> None:
    for typed in (f"{day}", f"{day.year}/{day.month}/{day.day}", f"{day.year}年{day.month}月{day.day}日", day):
        assert parse(Kind.DATE, typed, Reading()) == day


@given(st.text(max_size=30) | st.floats() | st.booleans() | st.none() | st.datetimes())
def test_no_cell_content_breaks_a_parser(raw: Raw) -> None:
    for kind in Kind:
        parse(kind, raw, Reading())


ROWS = """
检查记录
检查编号 | 项目 | 检查日期
J1 | 凤鸣华府 | 2014-8-4
J1 | 凤鸣华府 | 2014-8-5
 | |
J3 | 凤鸣 | 8月5日
J4 | | 2014-8-5

问题登记
问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数 | 处置
W1 | J3 | 客服 | a1 | 不合格 | 0 | 整改
W2 | J9 | 客服中心 | A1 | 合格 | 1.5 | 以后再说
"""


def test_problems_name_cell_value_sentence_and_fix() -> None:
    found = [(p.cell.sheet, p.cell.address, p.code, p.value) for p in book_of(ROWS).problems]
    assert found == [
        ("检查记录", "A3", "duplicate-key", "J1"),
        ("检查记录", "B5", "unknown-reference", "凤鸣"),
        ("检查记录", "C5", "not-a-date", "8月5日"),
        ("检查记录", "B6", "required-blank", ""),
        ("问题登记", "C2", "unknown-reference", "客服"),
        ("问题登记", "F2", "out-of-range", "0"),
        ("问题登记", "B3", "unknown-reference", "J9"),
        ("问题登记", "E3", "not-a-choice", "合格"),
        ("问题登记", "F3", "not-whole", "1.5"),
        ("问题登记", "G3", "not-a-choice", "以后再说"),
    ]
    first = book_of(ROWS).problems[2]
    assert first.message == "“检查日期”应是日期，现在是“8月5日”。"
    assert first.fix == "请写成 2014-8-12 或 2014年8月12日。"
    choice = next(p for p in book_of(ROWS).problems if p.cell.address == "E3")
    assert "不合格、不适用" in choice.fix


def test_blank_rows_are_skipped_and_aliases_become_names() -> None:
    book = book_of(ROWS)
    assert [row.row for row in book.rows(Inspection)] == [2, 3, 5, 6]
    assert [row.department for row in book.rows(Finding)] == [None, "客服部"]
    assert [row.item for row in book.rows(Finding)] == ["A1", "A1"]


SETTINGS = """
参数
名称 | 取值
优的下限 | 九十五
良的下限 | 91
编号格式 | 第号
重复倍数 | 1、二
我自己的 | 随便
"""


def test_a_setting_that_cannot_be_used_keeps_its_default_and_is_told() -> None:
    book = book_of(SETTINGS)
    assert [(p.cell.address, p.code) for p in book.problems] == [
        ("B2", "bad-setting"),
        ("B4", "bad-setting"),
        ("B5", "bad-setting"),
    ]
    assert book.settings.good_from == Decimal(91)
    assert book.settings.excellent_from == DEFAULT_SETTINGS.excellent_from
    assert book.settings.number_pattern == DEFAULT_SETTINGS.number_pattern
    assert book.settings.repeat_factors == DEFAULT_SETTINGS.repeat_factors


@pytest.fixture(scope="module")
def master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = "项目\n项目名称\n凤鸣华府\n\n检查记录\n检查编号 | 项目 | 检查日期\nJ1 | 凤鸣华府 | 2014-8-4\nJ2 | 凤鸣华府 | 2014-8-5"
    return master_with(tmp_path_factory.mktemp("master") / "总表.xlsx", rows)


def changed(master: Path, change: Callable[[Worksheet], object], sheet: str = "检查记录") -> bytes:
    """The master after a change made by openpyxl, a program that is not ours."""
    book = openpyxl.load_workbook(master)
    change(book[sheet])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def problems(content: bytes) -> list[tuple[str, str, str, str]]:
    found = read_content(content, "总表.xlsx").problems
    return [(p.cell.sheet, p.cell.address, p.code, p.value) for p in found]


def test_a_fresh_master_has_no_problems(master: Path) -> None:
    assert read_book(master).problems == ()


def test_error_values_are_found_where_they_are(master: Path) -> None:
    def put_error(sheet: Worksheet) -> None:
        sheet["D2"].value = "#REF!"
        sheet["D2"].data_type = "e"

    assert problems(changed(master, put_error)) == [("检查记录", "D2", "error-value", "#REF!")]


def test_merged_cells_are_found(master: Path) -> None:
    found = problems(changed(master, lambda sheet: sheet.merge_cells("C2:C3")))
    assert ("检查记录", "C2", "merged-cells", "C2:C3") in found


def test_a_missing_and_a_double_heading_are_found(master: Path) -> None:
    def rename(sheet: Worksheet) -> None:
        sheet.tables.clear()
        sheet["E1"] = "检查日期"

    found = problems(changed(master, rename))
    assert ("检查记录", "E1", "duplicate-heading", "检查日期") in found
    assert [code for _, _, code, _ in found] == ["missing-column", "duplicate-heading"]


def test_a_title_above_the_table_and_a_moved_column_do_not_matter(master: Path) -> None:
    def insert(sheet: Worksheet) -> None:
        sheet.tables.clear()
        sheet.insert_rows(1, 2)
        sheet["A1"] = "二〇一四年检查记录"
        sheet.move_range("D3:D5", cols=40)

    content = changed(master, insert)
    assert problems(content) == []
    assert [row.day for row in read_content(content, "总表.xlsx").rows(Inspection)] == [
        date(2014, 8, 4),
        date(2014, 8, 5),
    ]


def test_a_missing_sheet_is_told(master: Path) -> None:
    found = problems(changed(master, _remove))
    assert ("检查记录", "", "missing-sheet", "") in found


def test_a_strangers_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "别的表.xlsx"
    openpyxl.Workbook().save(path)
    with pytest.raises(NotAMaster, match=r"“别的表.xlsx”不是品质管理总表"):
        read_book(path)


def rezipped(master: Path, change: Callable[[str, bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(master) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, change(name, source.read(name)))
    return out.getvalue()


def test_a_cell_at_the_far_end_is_refused_before_it_can_exhaust_memory(master: Path) -> None:
    def far(name: str, part: bytes) -> bytes:
        row = b'<row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row></sheetData>'
        return part.replace(b"</sheetData>", row) if name.endswith("sheet3.xml") else part

    with pytest.raises(WorkbookTooLarge):
        read_content(rezipped(master, far), "总表.xlsx")


def test_entities_and_torn_files_are_refused(master: Path) -> None:
    def entity(name: str, part: bytes) -> bytes:
        return part.replace(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet', 1)

    with pytest.raises(WorkbookDamaged):
        read_content(rezipped(master, entity), "总表.xlsx")
    for length in (0, 100, 5000, len(master.read_bytes()) - 10):
        with pytest.raises(WorkbookDamaged):
            read_content(master.read_bytes()[:length], "总表.xlsx")


def test_a_bomb_is_refused_by_its_declared_size(master: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preflight, "MAX_UNPACKED", 100_000)
    with pytest.raises(WorkbookTooLarge):
        read_book(master)


def _remove(sheet: Worksheet) -> None:
    book = sheet.parent
    assert book is not None
    book.remove(sheet)


def test_a_formula_without_its_result_is_told(master: Path) -> None:
    def put_formula(sheet: Worksheet) -> None:
        sheet["A3"].value = '="J"&2'

    found = problems(changed(master, put_formula))
    assert ("检查记录", "A3", "formula-without-result", "") in found


def test_a_totals_row_is_not_a_row(master: Path) -> None:
    def total(sheet: Worksheet) -> None:
        table = next(iter(sheet.tables.values()))
        table.ref = f"{table.ref[:-1]}4"
        table.totalsRowCount = 1
        sheet["A4"].value = "汇总"

    content = changed(master, total)
    assert problems(content) == []
    assert len(read_content(content, "总表.xlsx").rows(Inspection)) == 2


def test_two_kinds_of_paper_cannot_share_a_prefix() -> None:
    """same_prefix: their numbers would read the same."""
    book = book_of("参数\n名称 | 取值\n处罚单字头 | 品改")
    assert [(p.code, p.cell.address) for p in book.problems] == [("bad-setting", "B2")]
    assert book.settings.penalty_prefix == DEFAULT_SETTINGS.penalty_prefix
