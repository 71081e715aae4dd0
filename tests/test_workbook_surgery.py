"""The sheet part as bytes: what changes, what stays, in the spellings of several writers."""

import re
from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pinzhi_xl.model import Link, Value
from pinzhi_xl.workbook.change import Key, SheetChange
from pinzhi_xl.workbook.errors import CellArrayFormula, CellMerged, KeyChanged, SheetUnreadable
from pinzhi_xl.workbook.package import Package
from pinzhi_xl.workbook.part_strings import SharedStrings
from pinzhi_xl.workbook.part_styles import is_date_format
from pinzhi_xl.workbook.part_text import clean, markup, plain
from pinzhi_xl.workbook.part_values import Content, canonical, content_of, same_key, serial
from pinzhi_xl.workbook.proof import UnprovedError, prove_sheet
from pinzhi_xl.workbook.surgery import Operated, Rules, opened, operate

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
END = bytes.fromhex("504b0506") + bytes(18)


class Strings(SharedStrings):
    def __init__(self, *texts: str) -> None:
        super().__init__(Package(END), None)
        self._items = [f"<t>{text}</t>".encode() for text in texts]


def sheet(rows: str, before: str = "", after: str = "") -> bytes:
    data = f"<sheetData>{rows}</sheetData>" if rows else "<sheetData/>"
    return f'<?xml version="1.0"?><worksheet xmlns="{MAIN}">{before}{data}{after}</worksheet>'.encode()


def change(cells: dict[tuple[int, int], Value], *, header: int = 1, cleared: str = "") -> SheetChange:
    made = SheetChange("表", header, cleared=frozenset(ord(letter) - 64 for letter in cleared))
    for (row, column), value in cells.items():
        made.cells.setdefault(row, {})[column] = value
    return made


def result(
    xml: bytes, what: SheetChange, *, dated: frozenset[int] = frozenset(), strings: tuple[str, ...] = ()
) -> tuple[bytes, Operated]:
    operated = operate(opened(xml, "表"), what, Rules(Strings(*strings), dated, date1904=False))
    new = b"".join(operated.pieces)
    prove_sheet(operated.old, new, operated.expected, operated.starts)
    return new, operated


def rows_of(xml: bytes) -> str:
    match = re.search(rb"<sheetData>(.*)</sheetData>", xml, re.DOTALL)
    assert match
    return match[1].decode()


def text(value: str) -> str:
    return f't="inlineStr"><is><t xml:space="preserve">{value}</t></is></c>'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<row r="2"><c r="B2"><v>1</v></c></row>', '<row r="2"><c r="B2"><v>7</v></c></row>'),
        ('<row r="2"><c r="B2" s="3"/></row>', '<row r="2"><c r="B2" s="3"><v>7</v></c></row>'),
        ('<row r="2"><c s="3" t="s" r="B2"><v>0</v></c></row>', '<row r="2"><c r="B2" s="3"><v>7</v></c></row>'),
        ('<row r="2" spans="1:1"><c r="A2"/></row>', '<row r="2"><c r="A2"/><c r="B2"><v>7</v></c></row>'),
        ('<row r="2"><c r="C2"/></row>', '<row r="2"><c r="B2"><v>7</v></c><c r="C2"/></row>'),
        ('<row r="2" spans="1:1" ht="20"/>', '<row r="2" ht="20"><c r="B2"><v>7</v></c></row>'),
        ("", '<row r="2"><c r="B2"><v>7</v></c></row>'),
        ('<row r="1"/><row r="3"/>', '<row r="1"/><row r="2"><c r="B2"><v>7</v></c></row><row r="3"/>'),
        ('<row spans="1:2" r="2"><c r="AB2"/></row>', '<row r="2"><c r="B2"><v>7</v></c><c r="AB2"/></row>'),
        (
            '<row r="2"><c r="A2" t="str"><v>x r="B2" y</v></c><c r="B2" t="str"><f>1</f></c></row>',
            '<row r="2"><c r="A2" t="str"><v>x r="B2" y</v></c><c r="B2"><v>7</v></c></row>',
        ),
    ],
)
def test_a_number_goes_into_b2(before: str, after: str) -> None:
    new, _ = result(sheet(before), change({(2, 2): 7}), strings=("旧",))
    assert rows_of(new) == after


def test_excel_attributes_and_neighbours_survive() -> None:
    row = (
        '<row r="2" spans="1:3" ht="18" customHeight="1" x14ac:dyDescent="0.2"><c r="A2" s="1"/><c r="B2"/></row>'
    )
    xml = sheet(row).replace(b"<worksheet ", b'<worksheet xmlns:x14ac="urn:x14ac" ')
    new, _ = result(xml, change({(2, 2): Decimal("3.30")}))
    assert rows_of(new) == row.replace('<c r="B2"/>', '<c r="B2"><v>3.30</v></c>')


def test_none_empties_keeps_the_style_and_drops_the_formula() -> None:
    new, operated = result(
        sheet('<row r="2"><c r="B2" s="3"><f>1+1</f><v>2</v></c></row>'), change({(2, 2): None})
    )
    assert rows_of(new) == '<row r="2"><c r="B2" s="3"/></row>'
    assert operated.formulas_changed


def test_what_reads_so_already_is_not_written() -> None:
    xml = sheet('<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>12.0</v></c></row>')
    new, operated = result(xml, change({(2, 1): "甲", (2, 2): 12, (2, 3): None, (9, 1): ""}), strings=("甲",))
    assert new == xml
    assert not operated.expected


def test_a_number_is_not_the_same_as_its_text() -> None:
    new, _ = result(sheet('<row r="2"><c r="A2"><v>12</v></c></row>'), change({(2, 1): "12"}))
    assert rows_of(new) == '<row r="2"><c r="A2" ' + text("12") + "</row>"


def test_a_new_cell_takes_the_nearest_style_above_but_not_the_headings() -> None:
    rows = '<row r="1"><c r="A1" s="9"/><c r="B1" s="9"/></row><row r="2"><c r="A2" s="4"/></row><row r="3"/>'
    new, _ = result(sheet(rows), change({(3, 1): 1, (4, 1): 2, (4, 2): 3}))
    assert '<row r="3"><c r="A3" s="4"><v>1</v></c></row>' in rows_of(new)
    assert '<row r="4"><c r="A4" s="4"><v>2</v></c><c r="B4"><v>3</v></c></row>' in rows_of(new)


def test_a_new_cell_without_one_above_takes_the_columns_style() -> None:
    new, _ = result(sheet("", '<cols><col min="2" max="3" width="9" style="5"/></cols>'), change({(2, 3): 1}))
    assert rows_of(new) == '<row r="2"><c r="C2" s="5"><v>1</v></c></row>'


def test_the_dimension_takes_the_new_cells_in() -> None:
    new, _ = result(sheet('<row r="2"><c r="B2"/></row>', '<dimension ref="B2"/>'), change({(5, 1): 1}))
    assert b'<dimension ref="A2:B5"/>' in new


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (date(2014, 8, 12), Content("n", "41863")),
        (datetime(2014, 8, 12, 18, 0), Content("n", "41863.75")),
        (time(6, 0), Content("n", "0.25")),
        (date(1900, 1, 31), Content("s", "1900-01-31")),
    ],
)
def test_a_moment_becomes_a_serial_number_in_a_date_style(value: Value, expected: Content) -> None:
    assert content_of(value, dated=True, date1904=False) == expected


def test_a_moment_becomes_iso_text_elsewhere_and_counts_from_1904_on_a_mac() -> None:
    assert content_of(date(2014, 8, 12), dated=False, date1904=False) == Content("s", "2014-08-12")
    assert content_of(datetime(2014, 8, 12, 9), dated=False, date1904=False).text == "2014-08-12 09:00:00"
    assert serial(date(2014, 8, 12), date1904=True) == 41863 - 1462


def test_numbers_beyond_excels_digits_stay_text() -> None:
    assert content_of(440301199001011234, dated=False, date1904=False).kind == "s"
    assert content_of(Decimal("1E+2"), dated=False, date1904=False) == Content("n", "100")
    assert content_of(True, dated=False, date1904=False) == Content("b", "1")


@pytest.mark.parametrize(
    ("code", "dated"),
    [
        ("yyyy-mm-dd", True),
        ('[$-804]yyyy"年"m"月"d"日";@', True),
        ("[h]:mm", True),
        ('0.0"天"', False),
        ('0"d"', False),
        ("General", False),
        ("[Red]0.00", False),
        (r"0\d", False),
        ("@", False),
    ],
)
def test_date_formats_are_told_from_others(code: str, *, dated: bool) -> None:
    assert is_date_format(code) is dated


@given(st.text(st.characters(codec=None)))
def test_any_text_survives_the_markup(value: str) -> None:
    kept = clean(value)
    element = etree.fromstring(b"<t>" + markup(kept) + b"</t>")
    assert plain(markup(kept)) == kept
    assert "_x" in kept or (element.text or "") == kept


def test_clean_removes_what_a_cell_cannot_hold() -> None:
    assert clean("a\x00\x0bb\r\nc\rd\ud83d") == "ab\nc\nd\ufffd"
    assert clean("\ud83d\ude00") == "😀"
    assert markup("_x000D_ <&>") == b"_x005F_x000D_ &lt;&amp;&gt;"


@pytest.mark.parametrize(
    ("expected", "found", "same"),
    [
        ("12", Content("n", "12"), True),
        (12, Content("s", "12.0"), True),
        (Decimal("12.50"), Content("n", "12.5"), True),
        ("007", Content("n", "7"), False),
        ("ＷＴ1 ", Content("s", "WT1"), True),
        (None, Content(), True),
        (None, Content("s", "x"), False),
        (date(2014, 8, 12), Content("n", "41863"), True),
        (date(2014, 8, 12), Content("s", "2014年8月12日"), True),
        (date(2014, 8, 12), Content("s", "2014-8-13"), False),
        ("41863", Content("n", "41863.0000"), True),
    ],
)
def test_a_key_is_the_same_as_number_or_text(expected: Value, found: Content, *, same: bool) -> None:
    assert same_key(expected, found, date1904=False) is same


def test_canonical_never_fails_on_odd_numbers() -> None:
    assert canonical("1e999999999") == "1e999999999"
    assert canonical("0.30000000000000004") == canonical("0.30000000000000004")


def test_a_changed_key_names_sheet_cell_and_both_values() -> None:
    what = change({(2, 2): 1})
    what.keys.append(Key(2, 1, "问题编号", "WT1"))
    with pytest.raises(KeyChanged, match=r"“表”A2 的“问题编号”现在是“WT2”，读取时是“WT1”"):
        result(sheet('<row r="2"><c r="A2" t="s"><v>0</v></c></row>'), what, strings=("WT2",))


def test_merged_cells_are_refused_by_name() -> None:
    after = '<mergeCells count="1"><mergeCell ref="A2:B3"/></mergeCells>'
    with pytest.raises(CellMerged, match=r"“表”的 B3 在合并单元格 A2:B3"):
        result(sheet("", after=after), change({(3, 2): 1}))
    result(sheet("", after=after), change({(4, 2): 1}))


def test_an_array_formula_over_cells_is_refused_but_not_over_one() -> None:
    rows = '<row r="2"><c r="B2"><f t="array" ref="{}">1</f><v>1</v></c></row>'
    with pytest.raises(CellArrayFormula, match="B2"):
        result(sheet(rows.format("B2:B4")), change({(2, 2): 1}))
    result(sheet(rows.format("B2")), change({(2, 2): 1}))


def test_cells_that_share_an_overwritten_formula_get_their_own() -> None:
    rows = (
        '<row r="2"><c r="B2"><f t="shared" ref="B2:B3" si="0">A2&amp;$A$1</f><v>1</v></c></row>'
        '<row r="3"><c r="B3" s="2"><f t="shared" si="0"/><v>5</v></c></row>'
    )
    new, _ = result(sheet(rows), change({(2, 2): 9}))
    assert '<c r="B3" s="2"><f>A3&amp;$A$1</f><v>5</v></c>' in rows_of(new)


MARGINS = '<pageMargins left="1"/><tableParts count="0"/>'


def test_links_are_put_where_the_schema_wants_them() -> None:
    after = (
        f'<conditionalFormatting sqref="A1"><cfRule type="x"><extLst/></cfRule></conditionalFormatting>{MARGINS}'
    )
    new, _ = result(sheet("", after=after), change({(2, 1): Link("看'<1>'", "问'题", "D7")}))
    link = "<hyperlink ref=\"A2\" location=\"'问''题'!D7\" display=\"看'&lt;1&gt;'\"/>"
    assert f"</conditionalFormatting><hyperlinks>{link}</hyperlinks><pageMargins".encode() in new


def test_old_links_go_with_their_cells_and_the_users_stay() -> None:
    mine = '<hyperlink ref="A2" location="\'x\'!A1" display="a>b"/>'
    web, other = '<hyperlink ref="A3" r:id="rId1"/>', '<hyperlink ref="A4" location="y!A1"/>'
    after = f"<hyperlinks>{mine}{web}{other}</hyperlinks>{MARGINS}"
    xml = sheet("", after=after).replace(b"<worksheet ", b'<worksheet xmlns:r="urn:r" ')
    new, _ = result(xml, change({(2, 1): "字", (3, 1): "字"}))
    assert f"<hyperlinks>{web}{other}</hyperlinks>{MARGINS}".encode() in new
    new, _ = result(new, change({(4, 1): "字", (3, 1): Link("字", "表", "A9")}))
    assert b"r:id" not in new
    assert b'<hyperlink ref="A3" location="\'\xe8\xa1\xa8\'!A9"' in new


def test_the_same_link_again_changes_nothing() -> None:
    link = Link("甲", "表", "A9")
    new, _ = result(sheet("", after=MARGINS), change({(2, 1): link}))
    again, operated = result(new, change({(2, 1): link}))
    assert again == new
    assert not operated.expected
    _, operated = result(new, change({(2, 1): Link("甲", "表", "A8")}))
    assert operated.expected


def test_clearing_empties_only_the_given_columns_below_the_heading() -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}"><v>{n}</v></c></row>' for n in (1, 2, 3))
    new, _ = result(sheet(rows), change({(2, 1): 7}, cleared="A"))
    assert rows_of(new) == (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row>'
        '<row r="2"><c r="A2"><v>7</v></c><c r="B2"><v>2</v></c></row>'
        '<row r="3"><c r="A3"/><c r="B3"><v>3</v></c></row>'
    )


def test_rows_and_cells_without_addresses_are_given_them() -> None:
    new, _ = result(sheet('<row><c><v>1</v></c><c/></row><row><c r="C2"/></row>'), change({(1, 2): 5}))
    assert rows_of(new) == (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>5</v></c></row><row r="2"><c r="C2"/></row>'
    )


def test_a_prefixed_sheet_is_rewritten_without_prefix() -> None:
    xml = (
        f'<x:worksheet xmlns:x="{MAIN}" xmlns:r="urn:r"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c>'
        '</x:row></x:sheetData><x:drawing r:id="rId1"/></x:worksheet>'
    ).encode()
    new, _ = result(xml, change({(1, 2): 5}))
    assert rows_of(new) == '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>5</v></c></row>'
    assert b'<drawing r:id="rId1"/>' in new


@pytest.mark.parametrize(
    "rows",
    ['<row r="3"/><row r="2"/>', '<row r="2"/><row r="2"/>', '<row r="2"><c r="B2"/><c r="A2"/></row>', "<row r="],
)
def test_what_is_out_of_order_or_broken_is_refused(rows: str) -> None:
    with pytest.raises(SheetUnreadable, match="另存"):
        result(sheet(rows), change({(2, 3): 1}))


def test_comments_and_cdata_are_normalised_away() -> None:
    rows = '<row r="2"><c r="A2" t="str"><v><![CDATA[<c r="B2">]]></v></c><!-- <c r="B2"/> --></row>'
    new, _ = result(sheet(rows), change({(2, 2): 5}))
    assert rows_of(new) == ('<row r="2"><c r="A2" t="str"><v>&lt;c r="B2"&gt;</v></c><c r="B2"><v>5</v></c></row>')


ROWS = "".join(
    f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}"><v>{n}</v></c><c r="C{n}"/></row>' for n in range(1, 6)
)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("<v>77</v>", "<v>78</v>"),
        ('<c r="A3"><v>3</v>', '<c r="A3"><v>4</v>'),
        ('<c r="C5"/>', '<c r="C5"><v>1</v></c>'),
        ('<c r="A1"><v>1</v></c>', ""),
        ('<row r="2">', '<row r="2" hidden="1">'),
        ('<c r="B3"><v>77</v></c>', '<c r="B3"><v>77</v>'),
        ('<c r="D4" ', '<c r="E4" '),
        ("<sheetData>", "<sheetViews/><sheetData>"),
        ("</worksheet>", "<drawing/></worksheet>"),
        ('<pageMargins left="1"/>', '<pageMargins left="2"/>'),
        ("新值", "新直"),
    ],
)
def test_the_proof_notices(right: str, wrong: str) -> None:
    xml = sheet(ROWS, after=MARGINS)
    new, operated = result(xml, change({(3, 2): 77, (4, 4): "新值"}))
    assert right.encode() in new
    broken = new.replace(right.encode(), wrong.encode(), 1)
    with pytest.raises(UnprovedError):
        prove_sheet(operated.old, broken, operated.expected, operated.starts)


CELLS = st.dictionaries(
    st.tuples(st.integers(1, 8), st.integers(1, 30)),
    st.one_of(st.none(), st.integers(-999, 999), st.text(max_size=8).map(clean)),
    max_size=12,
)


@given(CELLS, CELLS, st.booleans())
def test_two_rounds_of_edits_equal_a_dictionary(
    first: dict[tuple[int, int], Value], second: dict[tuple[int, int], Value], spaced: bool
) -> None:
    xml, _ = result(sheet(""), change(first, header=0))
    if spaced:
        xml = xml.replace(b"<row", b"\n  <row").replace(b"</row>", b"\n</row>").replace(b"<c ", b"\n<c ")
    xml, _ = result(xml, change(second, header=0))
    assert model_of(xml) == {
        position: str(value) for position, value in {**first, **second}.items() if value not in {None, ""}
    }


def model_of(xml: bytes) -> dict[tuple[int, int], str]:
    found: dict[tuple[int, int], str] = {}
    last = (0, 0)
    for cell in etree.fromstring(xml).iter(f"{{{MAIN}}}c"):
        match = re.fullmatch(r"([A-Z]+)(\d+)", cell.get("r", ""))
        assert match
        column = 0
        for letter in match[1]:
            column = column * 26 + ord(letter) - 64
        previous, last = last, (int(match[2]), column)
        assert previous < last, "cells in order"
        value = "".join(str(part) for part in cell.itertext())
        if len(cell):
            found[last] = plain(markup_free(value))
    return found


def markup_free(value: str) -> bytes:
    return value.replace("&", "&amp;").encode()
