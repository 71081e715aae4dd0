"""目录.xlsx: text stays text, links lead to the papers, the page is ready to print."""

import io
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from pinzhi_xl.documents.index import IndexRow, build_index
from tests.real.programs import schema_errors

ROWS = [
    IndexRow("违纪处罚单", "品罚〔2014〕1号", "", "凤鸣华府", "员工甲", "2014年8月29日", "违纪/1号 员工甲.docx"),
    IndexRow("整改通知单", "品改〔2014〕1号", "第2版", "=1+1", "#REF!", "", "整改\\100% #1.docx", "a\x00&<b>\n乙"),
    IndexRow("违纪处罚单", "品罚〔2014〕2号", "", "", "", "", "", "未出文书"),
]  # fmt: skip


def opened(content: bytes) -> Worksheet:
    return load_workbook(io.BytesIO(content)).worksheets[0]


def test_rows_and_headings() -> None:
    sheet = opened(build_index(ROWS))
    rows = list(sheet.values)
    assert rows[0][0] == "文书目录（共 3 份）"
    assert rows[1] == ("序号", "种类", "编号", "版次", "项目", "对象", "签发日期", "文件", "说明")
    assert rows[2][:5] == (1, "违纪处罚单", "品罚〔2014〕1号", None, "凤鸣华府")
    assert rows[3][8] == "a&<b>\n乙"


def test_formulas_and_errors_stay_text() -> None:
    sheet = opened(build_index(ROWS))
    assert (sheet["E4"].value, sheet["E4"].data_type) == ("=1+1", "s")
    assert (sheet["F4"].value, sheet["F4"].data_type) == ("#REF!", "s")


def test_links_are_relative() -> None:
    sheet = opened(build_index(ROWS))
    assert sheet["H3"].hyperlink.target == "违纪/1号%20员工甲.docx"
    assert sheet["H4"].hyperlink.target == "整改/100%25%20%231.docx"
    assert sheet["H5"].hyperlink is None


def test_the_printed_page() -> None:
    sheet = opened(build_index(ROWS, "2014年8月文书目录"))
    assert sheet["A1"].value == "2014年8月文书目录（共 3 份）"
    assert sheet.freeze_panes == "A3"
    assert sheet.print_title_rows == "$1:$2"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.oddFooter
    assert sheet.oddFooter.center.text == "第 &P 页 共 &N 页"


def test_same_rows_same_bytes() -> None:
    assert build_index(ROWS) == build_index(list(ROWS))
    assert build_index([]) == build_index([])


def test_the_file_is_valid(tmp_path: Path) -> None:
    path = tmp_path / "目录.xlsx"
    path.write_bytes(build_index(ROWS))
    assert schema_errors(path) == []
