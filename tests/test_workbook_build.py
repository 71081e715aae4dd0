"""The master workbook: built from the declarations, read back, judged by others."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import python_calamine
from openpyxl.formula import Tokenizer
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pinzhi_xl import __version__
from pinzhi_xl.archive import EPOCH, deterministic_zip, repack, unpack
from pinzhi_xl.kinds import Grid, as_text
from pinzhi_xl.model import Link, Value
from pinzhi_xl.schema import Column, Row
from pinzhi_xl.sheets import DASHBOARD, DICTIONARY, GUIDE, SHEETS, TEMPLATE_IDENTITY
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.followup import Rectification
from pinzhi_xl.sheets.inspections import Finding, Inspection
from pinzhi_xl.sheets.organisation import Community, Person, PlaceName
from pinzhi_xl.sheets.results import CheckResult, ScoreRow
from pinzhi_xl.wording import master as words
from pinzhi_xl.workbook.build import Contents, build_master
from pinzhi_xl.workbook.defaults import default_contents
from pinzhi_xl.workbook.read import read_content
from tests.real.programs import convert, pdf_pages, schema_errors

IDENTITY = "0f8fad5b-d9cb-469f-a165-70867728950e"
SHIPPED = Path(__file__).parent.parent / "workbooks" / words.FILE_NAME
SAFE = {
    *("SUM", "SUMIFS", "COUNT", "COUNTA", "COUNTIFS", "AVERAGE", "AVERAGEIFS", "INDEX", "MATCH", "IF", "IFERROR"),
    *("SUMPRODUCT", "ROW", "COLUMN", "ADDRESS"),
    *("ROUND", "DATE", "EDATE", "EOMONTH", "MAX", "AND", "ISNUMBER", "LEFT", "MID", "VALUE"),
}
HOSTILE = ("=1+1", "#REF!", "+8", "@SUM", "-3", "'=x", "0012", "3-1", "1e5", "A&B<公司>", "一\n二", " 前后 ")


def sample() -> dict[type[Row], list[dict[str, Value]]]:
    """Two communities, some rows of every kind, entries as people type them."""
    contents = default_contents()
    contents[Community] = [{"name": "凤鸣华府", "weekdays": "一、四"}, {"name": "云栖苑"}]
    contents[Person] = [{"number": "0012", "name": "员工甲", "community": "凤鸣华府", "department": "客服中心"}]
    contents[PlaceName] = [{"community": "凤鸣华府", "name": text} for text in HOSTILE]
    contents[Inspection] = [
        {"number": "JC-1", "community": "凤鸣华府", "day": "2014年8月4日", "start": time(9), "end": "11:30"},
        {"number": "JC-2", "community": "云栖苑", "day": date(2014, 8, 5), "scored": True},
    ]
    finding: dict[str, Value] = {
        "inspection": "JC-1",
        "department": "客服中心",
        "item": "KF01",
        "verdict": "不合格",
    }
    contents[Finding] = [
        {**finding, "number": "WT-1", "count": 3, "day": date(2014, 8, 4), "adjustment": Decimal("-0.5")},
        {**finding, "number": "WT-2", "facts": "=HYPERLINK(1)", "day": date(2014, 8, 4), "validity": "作废"},
    ]
    contents[Rectification] = [
        {"finding": "WT-1", "due_on": date(2014, 8, 8), "overdue_days": 3},
        {"finding": "WT-2", "outcome": "整改完成"},
    ]
    contents[ScoreRow] = [
        *score_rows("2014-07", "凤鸣华府", "80.0", 1),
        *score_rows("2014-08", "凤鸣华府", "97.1", 1),
        *score_rows("2014-08", "云栖苑", None, None),
    ]
    contents[CheckResult] = [
        {"level": "●错误", "sheet_name": "问题登记", "cell": Link("D2", "问题登记", "D2"), "message": "…"}
    ]
    return contents


def score_rows(month: str, community: str, score: str | None, rank: int | None) -> list[dict[str, Value]]:
    figure = None if score is None else Decimal(score)
    common: dict[str, Value] = {"month": month, "community": community, "days": 3, "red_lines": 0, "score": figure}
    return [{**common, "department": "合计", "rank": rank}, {**common, "department": "客服部"}]


SAMPLE = build_master(sample(), IDENTITY)
EMPTY = build_master(default_contents(), TEMPLATE_IDENTITY)


@pytest.fixture(params=[SAMPLE, EMPTY, build_master({}, IDENTITY)], ids=["sample", "empty", "bare"])
def content(request: pytest.FixtureRequest) -> bytes:
    built: bytes = request.param
    return built


@pytest.fixture
def book(content: bytes) -> Iterator[openpyxl.Workbook]:
    opened = openpyxl.load_workbook(io.BytesIO(content))
    yield opened
    opened.close()


def sheets_of(book: openpyxl.Workbook) -> Iterator[tuple[type[Row], Worksheet]]:
    for kind in SHEETS:
        sheet = book[kind.sheet.label]
        assert isinstance(sheet, Worksheet)
        yield kind, sheet


# What it is


def test_visible_sheets_stand_first_and_in_order(book: openpyxl.Workbook) -> None:
    visible = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
    assert visible == [
        *(
            GUIDE,
            "录入单",
            "督导计划",
            "检查记录",
            "问题登记",
            "整改跟踪",
            "处罚登记",
            "得分",
            DASHBOARD,
            "校验结果",
        ),
    ]
    assert len(visible) <= 10
    assert [sheet.title for sheet in book.worksheets[: len(visible)]] == visible
    assert book.active is book[GUIDE]
    assert book[DICTIONARY].sheet_state == "hidden"
    assert {kind.sheet.label for kind in SHEETS} < set(book.sheetnames)
    assert all(len(name) <= 31 for name in book.sheetnames)


def test_it_knows_its_identity_and_version() -> None:
    assert read_content(SAMPLE, "x.xlsx").identity == IDENTITY
    custom = unpack(SAMPLE)["docProps/custom.xml"].decode()
    assert IDENTITY in custom
    assert __version__ in custom


def test_the_same_contents_give_the_same_bytes() -> None:
    assert build_master(sample(), IDENTITY) == SAMPLE
    assert build_master(sample(), TEMPLATE_IDENTITY) != SAMPLE


def test_the_shipped_master_is_a_fresh_build() -> None:
    """Part by part, for another zlib packs the same parts otherwise; rebuild by `pinzhi build`."""
    assert unpack(SHIPPED.read_bytes()) == unpack(EMPTY)


def test_no_macro_no_link_to_outside_nobody_named(content: bytes) -> None:
    for name, part in unpack(content).items():
        assert not re.search("vba|external|comments", name, re.IGNORECASE), name
        assert b'TargetMode="External"' not in part, name
    people = re.findall(rb"<(?:dc:creator|cp:lastModifiedBy)\b[^>]*>([^<]*)", unpack(content)["docProps/core.xml"])
    assert people == [b"pinzhi_xl", b"pinzhi_xl"]


# What it holds


@pytest.mark.parametrize("contents", [sample(), default_contents()], ids=["sample", "default"])
def test_every_value_is_read_back(contents: Contents) -> None:
    book = read_content(build_master(contents, IDENTITY), "x.xlsx")
    assert [problem for problem in book.problems if problem.is_error] == []
    for kind in SHEETS:
        rows = book.rows(kind)
        wanted = contents.get(kind, ())
        assert len(rows) == len(wanted), kind
        for row, values in zip(rows, wanted, strict=True):
            for identifier, value in values.items():
                check_value(book, row, kind.sheet.column(identifier), value)


def check_value(book: Book, row: Row, column: Column, value: Value) -> None:
    read = getattr(row, column.identifier)
    if isinstance(value, Decimal | date | time) or (isinstance(value, int) and not isinstance(value, bool)):
        assert read == value
    elif value is not None:
        text = value.text if isinstance(value, Link) else words.YES if value is True else str(value)
        readings = {text.strip(), {"客服中心": "客服部", "2014年8月4日": "2014-08-04"}.get(text, text)}
        assert shown(read) in readings, (book.cell(row, column.identifier), text)


def shown(read: object) -> str:
    if isinstance(read, bool):
        return words.YES if read else words.NO
    if isinstance(read, tuple):
        return words.LIST_SEPARATOR.join(read)
    return as_text(read) if isinstance(read, str | int | float | date | time) else str(read)


def test_texts_stay_texts_whatever_they_begin_with() -> None:
    book = read_content(SAMPLE, "x.xlsx")
    assert tuple(row.name for row in book.rows(PlaceName)) == tuple(text.strip() for text in HOSTILE)
    assert book.rows(Finding)[1].facts == "=HYPERLINK(1)"
    for name, part in unpack(SAMPLE).items():
        if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name):
            assert b't="e"' not in part
            assert b"<f>" not in part or b"<drawing" in part  # formulas only on the dashboard


def test_a_field_that_is_not_declared_is_refused() -> None:
    with pytest.raises(KeyError):
        build_master({Community: [{"小区": "凤鸣华府"}]}, IDENTITY)


def test_a_text_too_long_for_a_cell_is_refused_not_cut() -> None:
    with pytest.raises(ValueError, match="A2"):
        build_master({Community: [{"name": "长" * 32_768}]}, IDENTITY)


# What Excel would repair, and validators do not see


def test_tables_and_headings_agree(book: openpyxl.Workbook) -> None:
    names = []
    for kind, sheet in sheets_of(book):
        (table,) = sheet.tables.values()
        names.append(table.displayName)
        assert table.displayName == kind.sheet.label
        heading = [cell.value for cell in sheet[1]]
        assert heading == [col.label for col in kind.sheet.columns]
        assert heading == [column.name for column in table.tableColumns]
        assert len(set(heading)) == len(heading)
        assert sheet.max_row >= 2
        assert table.ref == sheet.dimensions
        assert not sheet.merged_cells.ranges
        assert not sheet.protection.sheet
    assert len(set(names)) == len(names)
    assert not set(names) & set(book.defined_names)


def test_lists_come_from_ranges_and_prompts_fit(book: openpyxl.Workbook) -> None:
    for kind, sheet in sheets_of(book):
        rules = sheet.data_validations.dataValidation
        assert len(rules) == (0 if kind.sheet.all_computed else len(kind.sheet.columns))
        for rule in rules:
            if rule.type == "list":
                assert rule.formula1 in book.defined_names or rule.formula1.startswith(f"'{DICTIONARY}'!$")
            assert 1 <= len(rule.promptTitle) <= 32
            assert 1 <= len(rule.prompt) <= 255
            assert len(rule.error or "") <= 255


def test_choices_stand_in_the_hidden_lists(book: openpyxl.Workbook) -> None:
    sheet = book["检查记录"]
    columns = {cell.value: get_column_letter(number) for number, cell in enumerate(sheet[1], start=1)}
    rules = {str(rule.sqref).split(":")[0]: rule for rule in sheet.data_validations.dataValidation}
    shift = rules[f"{columns['班次']}2"]
    where = shift.formula1.split("!")[1].replace("$", "")
    assert [row[0].value for row in book[DICTIONARY][where]] == ["白班", "夜班"]
    assert shift.errorStyle == "stop"
    assert rules[f"{columns['检查类型']}2"].errorStyle == "warning"  # has aliases
    assert rules[f"{columns['检查日期']}2"].formula1 == "36526"
    assert rules[f"{columns['未检部门']}2"].type is None


def formulas_of(book: openpyxl.Workbook) -> Iterator[str]:
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            yield from (str(cell.value) for cell in row if cell.data_type == "f")
        for rule in sheet.data_validations.dataValidation:
            yield from (f"={text}" for text in (rule.formula1, rule.formula2) if text)
        for area in sheet.conditional_formatting:
            yield from (f"={text}" for rule in area.rules for text in rule.formula)
    yield from (f"={name.attr_text}" for name in book.defined_names.values())


def test_formulas_use_only_what_every_engine_knows(book: openpyxl.Workbook) -> None:
    found = {
        token.value.rstrip("(").split(":")[-1]  # a range may end in a function: $A$2:INDEX(
        for formula in formulas_of(book)
        for token in Tokenizer(formula).items
        if token.type == "FUNC" and token.subtype == "OPEN"
    }
    assert found <= SAFE
    assert not any("_xlfn" in formula or "#REF" in formula for formula in formulas_of(book))


# How it looks


def test_formats_are_those_of_the_columns_so_that_new_rows_are_right(book: openpyxl.Workbook) -> None:
    formats = {"date": "yyyy-mm-dd", "time": "hh:mm", "points": "0.0#", "code": "@", "reference": "@", "text": "@"}
    for kind, sheet in sheets_of(book):
        for number, col in enumerate(kind.sheet.columns, start=1):
            letter = get_column_letter(number)
            dimension = sheet.column_dimensions[letter]
            below = sheet[f"{letter}2"]
            assert dimension.number_format == below.number_format
            assert dimension.number_format == formats.get(col.kind.value, dimension.number_format)
            assert dimension.width == col.width
            grey = dimension.fill.fill_type is not None
            assert grey == (col.computed and not kind.sheet.all_computed)


def test_required_headings_are_marked(book: openpyxl.Workbook) -> None:
    for kind, sheet in sheets_of(book):
        for col, cell in zip(kind.sheet.columns, sheet[1], strict=True):
            assert cell.font.b == (col.required and not col.computed)
            assert cell.font.i == col.computed


TWO_PAGES_WIDE = (
    "问题登记", "处罚登记", "培训计划", "表彰奖励", "满意度改进", "投诉台账", "报修工单", "演练隐患", "供应商考核", "交付验收",
)  # fmt: skip
"""Ledgers too wide for one page: their keys come again on the second."""


def test_every_sheet_prints_on_a4(book: openpyxl.Workbook) -> None:
    for sheet in book.worksheets:
        if sheet.title == DICTIONARY:
            continue
        assert sheet.page_setup.paperSize == 9
        properties, footer = sheet.sheet_properties.pageSetUpPr, sheet.oddFooter
        assert properties
        assert properties.fitToPage
        assert sheet.page_setup.fitToWidth == (2 if sheet.title in TWO_PAGES_WIDE else 1), sheet.title
        assert footer
        assert footer.center.text == "第 &P 页 共 &N 页"
        assert footer.left.text == "&A"
        assert __version__ in str(footer.right.text)
    for kind, table in sheets_of(book):
        assert table.print_title_rows == "$1:$1", kind
        assert table.freeze_panes, kind


def test_the_guide_leads_to_visible_sheets(book: openpyxl.Workbook) -> None:
    links = [str(cell.hyperlink.location) for row in book[GUIDE].iter_rows() for cell in row if cell.hyperlink]
    targets = [link.split("!")[0].strip("'") for link in links]
    assert len(links) == 9
    assert all(book[target].sheet_state == "visible" for target in targets)
    text = "".join(str(cell.value) for row in book[GUIDE].iter_rows() for cell in row if cell.value)
    assert all(f"pinzhi {verb}" in text for verb in ("enter", "check", "score", "issue", "month-end"))
    assert __version__ in text


# Judged by other programs


def test_the_open_xml_sdk_finds_nothing(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "master.xlsx"
    path.write_bytes(content)
    assert schema_errors(path) == []


def recalculated(content: bytes, folder: Path) -> Mapping[str, Grid]:
    """Every sheet as LibreOffice computes it."""
    source, target = folder / "master.xlsx", folder / "made"
    source.write_bytes(content)
    target.mkdir()
    made = python_calamine.CalamineWorkbook.from_path(str(convert(source, "xlsx", target)))
    return {name: made.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in made.sheet_names}


def test_libreoffice_computes_the_dashboard(tmp_path: Path) -> None:
    board = recalculated(SAMPLE, tmp_path)[DASHBOARD]
    assert board[2][1] == "2014-08"
    assert (board[2][3], board[2][5]) == (date(2014, 8, 1), date(2014, 8, 31))
    assert board[5][:6] == [6, 1, 0, 97.1, 1, 1]
    assert board[9][:6] == [1, "凤鸣华府", 97.1, 1, 3, 0]
    assert board[10][:6] == [2, "云栖苑", "未计分", "—", 3, 0]
    assert not any(board[11])


def test_libreoffice_finds_no_error_in_an_empty_dashboard(tmp_path: Path) -> None:
    board = recalculated(EMPTY, tmp_path)[DASHBOARD]
    assert words.DASHBOARD_EMPTY in board[7]
    assert board[5][:6] == ["—", "—", "—", "—", 0, 0]
    assert not any(board[9])


def test_each_visible_sheet_of_an_empty_master_prints_as_planned(tmp_path: Path) -> None:
    path = tmp_path / "master.xlsx"
    path.write_bytes(EMPTY)
    pages = pdf_pages(path, tmp_path)
    assert len(pages) == 13  # ten sheets, three of them on two pages
    assert "五步用起来" in pages[0]
    assert "品质管理看板" in pages[11]
    assert all(f"第 {number} 页 共 13 页" in " ".join(page.split()) for number, page in enumerate(pages, start=1))


# The zip


def test_repacking_forgets_when_it_was_made() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr(
            "docProps/core.xml", "<x><dcterms:modified t='a'>2026-01-01T00:00:00Z</dcterms:modified></x>"
        )
        package.writestr("[Content_Types].xml", "<Types/>")
    packed = repack(target.getvalue())
    assert unpack(packed)["docProps/core.xml"] == (
        b"<x><dcterms:modified t='a'>1980-01-01T00:00:00Z</dcterms:modified></x>"
    )
    with zipfile.ZipFile(io.BytesIO(packed)) as package:
        assert package.namelist()[0] == "[Content_Types].xml"
        assert {member.date_time for member in package.infolist()} == {EPOCH}
    assert repack(packed) == packed


def test_a_zip_holds_its_parts_in_order() -> None:
    parts = {"乙.txt": b"2", "甲.txt": b"1"}
    assert unpack(deterministic_zip(parts)) == parts
    assert list(unpack(deterministic_zip(parts))) == list(parts)
