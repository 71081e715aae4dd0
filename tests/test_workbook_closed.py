"""Whole files: built by openpyxl and LibreOffice, written by us, read back by openpyxl and calamine."""

import errno
import os
import re
import resource
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table, TableColumn, TableFormula
from python_calamine import CalamineWorkbook

from pinzhi_xl.model import AppendRow, Edit, Layout, Link, ReplaceRows, SetCell, Value
from pinzhi_xl.workbook import backups, closed, errors, holding, replacing
from pinzhi_xl.workbook.closed import ClosedWorkbook, fingerprint
from tests.real.programs import convert, schema_errors

WEB = "https://example.com/a?b=1&c=2"
NOW = datetime(2014, 8, 29, 9, 30, 5)
LABELS = ["问题编号", "部门", "检查日期", "扣分", "说明"]
posix = pytest.mark.skipif(os.name != "posix", reason="权限与磁盘试验只在 POSIX 上做")


def layout(last_row: int, sheet: str = "问题登记", header: int = 1) -> Layout:
    return Layout(sheet, header, {label: number for number, label in enumerate(LABELS, start=1)}, last_row)


def build(path: Path, rows: int = 4) -> Path:
    """A master in small: table with a user's column, validation, comment, condition, names, a second sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "问题登记"
    sheet.append([*LABELS, "我的列", "我的公式"])
    for row in range(2, rows + 2):
        sheet.append([f"WT{row}", "客服部", date(2014, 8, row), row + 0.25, "旧说明", f"备注{row}", "=D2*2"])
        sheet.cell(row, 3).number_format = 'yyyy"年"m"月"d"日"'
        sheet.cell(row, 4).number_format = "0.0"
    table = Table(displayName="问题", ref=f"A1:G{rows + 1}")
    labels = [*LABELS, "我的列", "我的公式"]
    table.tableColumns = [TableColumn(id=number, name=label) for number, label in enumerate(labels, start=1)]
    table.autoFilter = AutoFilter(ref=table.ref)
    table.tableColumns[6].calculatedColumnFormula = TableFormula(attr_text="问题[[#This Row],[扣分]]*2")
    sheet.add_table(table)
    check = DataValidation(type="list", formula1='"客服部,环境部"')
    check.add("B2:B500")
    sheet.add_data_validation(check)
    sheet.conditional_formatting.add("D2:D500", Rule("cellIs", operator="greaterThan", formula=["5"]))
    sheet["A2"].comment = Comment("批注", "员工甲")
    sheet["E3"].hyperlink = WEB
    other = book.create_sheet("看板")
    other["A1"] = "=SUM(问题登记!D2:D500)"
    book.defined_names["范围"] = DefinedName("范围", attr_text="问题登记!$A$1:$A$9")
    book.calculation.fullCalcOnLoad = False
    book.save(path)
    book.close()
    return path


def apply(path: Path, *edits: Edit, at: Layout | None = None, now: datetime = NOW) -> Path | None:
    layouts = {edit.sheet: at or layout(5) for edit in edits}
    return ClosedWorkbook(path, now).apply(edits, layouts, fingerprint(path.read_bytes()))


def values(path: Path, sheet: str = "问题登记") -> list[list[Any]]:
    book = openpyxl.load_workbook(BytesIO(path.read_bytes()))
    found = [[cell.value for cell in row] for row in book[sheet].iter_rows()]
    book.close()
    return found


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def changed_members(old: dict[str, bytes], new: dict[str, bytes]) -> set[str]:
    return {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}


def tree(folder: Path) -> set[str]:
    return {str(item.relative_to(folder)) for item in folder.rglob("*")}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return build(tmp_path / "总表.xlsx")


def validator_errors(path: Path) -> int:
    """How many errors the Open XML SDK finds."""
    return len(schema_errors(path))


def test_cells_are_set_and_everything_else_stays_byte_for_byte(book: Path) -> None:
    before = members(book)
    source = book.read_bytes()
    backup = apply(
        book,
        SetCell("问题登记", 2, "扣分", Decimal("7.5"), key=("问题编号", "WT2")),
        SetCell("问题登记", 3, "检查日期", date(2014, 9, 1), key=("问题编号", "WT3")),
        SetCell("问题登记", 4, "说明", "=1+1 _x000D_ A&B\n<第二行>"),
        SetCell("问题登记", 5, "部门", None),
    )
    assert backup == book.parent / "备份" / "总表 20140829-093005.xlsx"
    assert backup.read_bytes() == source
    assert changed_members(before, members(book)) == {"xl/worksheets/sheet1.xml", "xl/workbook.xml"}
    assert list(members(book)) == list(before)
    rows = CalamineWorkbook.from_path(str(book)).get_sheet_by_name("问题登记").to_python()
    assert rows[1][3] == 7.5
    assert rows[2][2] == date(2014, 9, 1)
    assert rows[3][4] == "=1+1 _x000D_ A&B\n<第二行>"
    assert rows[4][1] == ""
    assert rows[4][5] == "备注5"
    with zipfile.ZipFile(book) as new, zipfile.ZipFile(backup) as old:
        for name in ("xl/styles.xml", "xl/tables/table1.xml"):
            left, right = new.getinfo(name), old.getinfo(name)
            kept = ("date_time", "CRC", "compress_size", "flag_bits", "external_attr", "create_version")
            assert [getattr(left, key) for key in kept] == [getattr(right, key) for key in kept]
    assert validator_errors(book) <= validator_errors(backup)


def test_full_calculation_is_asked_for_once(book: Path) -> None:
    apply(book, SetCell("问题登记", 2, "扣分", 1))
    assert b'fullCalcOnLoad="1"' in members(book)["xl/workbook.xml"]
    before = members(book)
    apply(book, SetCell("问题登记", 2, "扣分", 2))
    assert changed_members(before, members(book)) == {"xl/worksheets/sheet1.xml"}


def test_what_reads_so_already_is_not_written(book: Path) -> None:
    source = book.read_bytes()
    assert (
        apply(book, SetCell("问题登记", 2, "问题编号", "WT2"), SetCell("问题登记", 3, "扣分", Decimal("3.250")))
        is None
    )
    assert apply(book) is None
    assert book.read_bytes() == source
    assert not (book.parent / "备份").exists()


def test_rows_are_appended_and_the_table_grows(book: Path) -> None:
    backup = apply(
        book,
        AppendRow("问题登记", {"问题编号": "WT6", "检查日期": date(2014, 8, 20), "扣分": 3}),
        AppendRow("问题登记", {"问题编号": "WT7", "说明": Link("看", "看板", "A1")}),
    )
    assert backup
    table = members(book)["xl/tables/table1.xml"].decode()
    assert table.count('ref="A1:G7"') == 2
    rows = values(book)
    assert rows[5] == ["WT6", None, datetime(2014, 8, 20), 3, None, None, "=问题[[#This Row],[扣分]]*2"]
    assert rows[6][0] == "WT7"
    sheet = members(book)["xl/worksheets/sheet1.xml"].decode()
    assert "location=\"'看板'!A1\"" in sheet
    assert sheet.count(' ref="E3"') == 1, "the user's web link stays"
    assert validator_errors(book) <= validator_errors(backup)


def test_appending_inside_an_empty_table_leaves_its_range(tmp_path: Path) -> None:
    path = build(tmp_path / "空.xlsx", rows=1)
    apply(path, AppendRow("问题登记", {"问题编号": "WT9"}), at=layout(1))
    assert b'ref="A1:G2"' in members(path)["xl/tables/table1.xml"]
    assert values(path)[1][0] == "WT9"


def test_rows_are_replaced_and_the_users_columns_stay(book: Path) -> None:
    backup = apply(book, ReplaceRows("问题登记", [{"问题编号": "甲", "扣分": 1}]))
    assert backup
    rows = values(book)
    assert rows[1][:6] == ["甲", None, None, 1, None, "备注2"]
    assert rows[4][:6] == [None, None, None, None, None, "备注5"]
    assert b'ref="A1:G5"' in members(book)["xl/tables/table1.xml"], "the user's column reaches row 5"
    assert b"hyperlink " not in members(book)["xl/worksheets/sheet1.xml"]
    assert validator_errors(book) <= validator_errors(backup)


@pytest.mark.parametrize(("count", "bottom"), [(0, 2), (1, 2), (3, 4), (9, 10)])
def test_a_replaced_table_fits_its_rows(tmp_path: Path, count: int, bottom: int) -> None:
    path = tmp_path / "得分.xlsx"
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "得分"
    sheet.append(LABELS)
    for row in range(5):
        sheet.append([row] * 5)
    sheet.add_table(Table(displayName="得分表", ref="A1:E6"))
    made.save(path)
    made.close()
    new: list[dict[str, Value]] = [{label: f"{label}{row}" for label in LABELS} for row in range(count)]
    apply(path, ReplaceRows("得分", new), at=layout(6, "得分"))
    assert f'ref="A1:E{bottom}"'.encode() in members(path)["xl/tables/table1.xml"]
    kept = [row for row in values(path, "得分")[1:] if any(row)]
    assert kept == [list(row.values()) for row in new]


def test_a_totals_row_is_refused(book: Path) -> None:
    loaded = openpyxl.load_workbook(BytesIO(book.read_bytes()))
    loaded["问题登记"].tables["问题"].totalsRowCount = 1
    loaded.save(book)
    loaded.close()
    with pytest.raises(errors.TotalsRow, match="汇总行"):
        apply(book, AppendRow("问题登记", {"问题编号": "x"}))


def test_a_table_does_not_grow_into_another(book: Path) -> None:
    loaded = openpyxl.load_workbook(BytesIO(book.read_bytes()))
    sheet = loaded["问题登记"]
    for column, label in enumerate("甲乙", start=1):
        sheet.cell(7, column, label)
    sheet.add_table(Table(displayName="下表", ref="A7:B8"))
    loaded.save(book)
    loaded.close()
    apply(book, AppendRow("问题登记", {"问题编号": "WT6"}))
    with pytest.raises(errors.TableOverlap, match="A1:G7"):
        apply(book, AppendRow("问题登记", {"问题编号": "WT7"}), at=layout(6))


def test_a_formula_overwritten_takes_the_calculation_chain_along(book: Path) -> None:
    parts = members(book)
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    chain = f'<calcChain xmlns="{main}"><c r="G2" i="1"/></calcChain>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain"
    mime = "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"
    rels, types = "xl/_rels/workbook.xml.rels", "[Content_Types].xml"
    relation = f'<Relationship Id="rId99" Type="{kind}" Target="calcChain.xml"/></Relationships>'
    override = f'<Override PartName="/xl/calcChain.xml" ContentType="{mime}"/></Types>'
    parts[rels] = parts[rels].replace(b"</Relationships>", relation.encode())
    parts[types] = parts[types].replace(b"</Types>", override.encode())
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in {**parts, "xl/calcChain.xml": chain.encode()}.items():
            package.writestr(name, data)
    apply(book, SetCell("问题登记", 2, "扣分", 9))
    assert "xl/calcChain.xml" in members(book)
    columns = Layout("问题登记", 1, {"我的公式": 7}, 5)
    backup = apply(book, SetCell("问题登记", 2, "我的公式", 9), at=columns)
    assert backup
    after = members(book)
    assert "xl/calcChain.xml" not in after
    assert b"calcChain" not in after[rels] + after[types]
    assert validator_errors(book) <= validator_errors(backup)


def test_a_changed_file_is_refused(book: Path) -> None:
    old = fingerprint(book.read_bytes())
    book.write_bytes(book.read_bytes() + b" ")
    with pytest.raises(errors.FileChanged, match="重新执行"):
        ClosedWorkbook(book, NOW).apply([SetCell("问题登记", 2, "扣分", 1)], {"问题登记": layout(5)}, old)


def test_a_file_changed_while_writing_is_refused(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = backups.back_up

    def meddled(path: Path, now: datetime, fill: Callable[[Path], None]) -> Path:
        path.write_bytes(path.read_bytes() + b"!")
        return real(path, now, fill)

    monkeypatch.setattr(replacing, "back_up", meddled)
    with pytest.raises(errors.FileChanged):
        apply(book, SetCell("问题登记", 2, "扣分", 1))
    assert book.read_bytes().endswith(b"!")
    assert tree(book.parent) == {"总表.xlsx", "备份"}


def test_one_changed_key_cancels_all(book: Path) -> None:
    source = book.read_bytes()
    with pytest.raises(errors.KeyChanged, match=r"A3.*WT3.*WT8"):
        apply(
            book,
            SetCell("问题登记", 2, "扣分", 1, key=("问题编号", "WT2")),
            SetCell("问题登记", 3, "扣分", 1, key=("问题编号", "WT8")),
        )
    assert book.read_bytes() == source
    assert tree(book.parent) == {"总表.xlsx"}


@pytest.mark.parametrize(
    ("edit", "kind"),
    [
        (SetCell("问题登记", 2, "没有", 1), errors.ColumnMissing),
        (SetCell("问题登记", 2, "说明", "长" * 32_768), errors.TextTooLong),
        (SetCell("问题登记", 2, "说明", "😀" * 16_384), errors.TextTooLong),
        (SetCell("问题登记", 2, "扣分", Decimal("NaN")), errors.ValueNotFinite),
        (SetCell("问题登记", 1_048_577, "扣分", 1), errors.RowOutOfRange),
    ],
)
def test_what_cannot_be_written_is_a_sentence(book: Path, edit: SetCell, kind: type[errors.SheetError]) -> None:
    with pytest.raises(kind, match="后再试"):
        apply(book, edit)
    assert tree(book.parent) == {"总表.xlsx"}


def test_a_missing_sheet_and_the_longest_text(book: Path) -> None:
    with pytest.raises(errors.SheetMissing, match="没有工作表“没有”"):
        apply(book, SetCell("问题登记", 2, "扣分", 1), at=layout(5, "没有"))
    apply(book, SetCell("问题登记", 2, "说明", "长" * 32_767))
    assert len(values(book)[1][4]) == 32_767


def test_the_newest_twenty_backups_are_kept(book: Path) -> None:
    folder = book.parent / "备份"
    folder.mkdir()
    for day in range(1, 26):
        (folder / f"总表 201408{day:02d}-000000.xlsx").write_bytes(b"x")
    (folder / "总表 说明.xlsx").write_bytes(b"x")
    (folder / "总表2 20140101-000000.xlsx").write_bytes(b"x")
    for number in range(3):
        apply(book, SetCell("问题登记", 2, "扣分", number + 50))
    names = sorted(item.name for item in folder.iterdir() if re.match(r"总表 \d", item.name))
    assert len(names) == 20
    assert "总表 20140829-093005-3.xlsx" in names
    assert "总表 20140808-000000.xlsx" not in names
    assert (folder / "总表 说明.xlsx").exists()
    assert (folder / "总表2 20140101-000000.xlsx").exists()


def owner_file(name: str, *, wide: bool = True) -> bytes:
    narrow = name.encode("gb18030")
    data = bytes([len(narrow)]) + narrow.ljust(54, b" ")
    if wide:
        data += len(name).to_bytes(2, "little") + name.encode("utf-16-le").ljust(108, b" \0"[:1])
    return data


@posix
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("~$总表.xlsx", owner_file("张三")),
        ("~$总表.xlsx", owner_file("张三", wide=False)),
        ("~$总表.xlsx", b"\x00" * 55 + "张三".encode("utf-16-le")),
        (".~lock.总表.xlsx#", ",张三,host,29.08.2014 09:30,file:///x;".encode()),
    ],
)
def test_an_owner_file_says_who_has_it_open(book: Path, name: str, data: bytes) -> None:
    (book.parent / name).write_bytes(data)
    with pytest.raises(errors.FileHeld, match=r"“总表\.xlsx”正被 张三 打开.*保存并关闭"):
        apply(book, SetCell("问题登记", 2, "扣分", 1))
    (book.parent / name).write_bytes(b"")
    with pytest.raises(errors.FileHeld, match="其他人"):
        apply(book, SetCell("问题登记", 2, "扣分", 1))


def test_on_windows_a_stale_owner_file_does_not_count(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    (book.parent / "~$总表.xlsx").write_bytes(owner_file("张三"))
    holding.check_not_held(book)

    real = Path.open

    def refused(self: Path, mode: str = "r", buffering: int = -1) -> object:
        if "+" in mode:
            raise PermissionError(errno.EACCES, "held")
        return real(self, mode, buffering)

    monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(errors.FileHeld, match="张三"):
        holding.check_not_held(book)


OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.xlsx", None, errors.FileMissing),
        ("a.csv", b"a,b", errors.FileKindWrong),
        ("a.xls", OLE, errors.FileOldFormat),
        ("a.xlsx", OLE, errors.FileOldFormat),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), errors.FileEncrypted),
        ("a.xlsx", b"", errors.FileDamaged),
        ("a.xlsx", b"<html>", errors.FileDamaged),
        ("a.xlsx", b"PK\x03\x04 cut off", errors.FileDamaged),
    ],
)
def test_what_is_no_workbook_is_a_sentence(
    tmp_path: Path, name: str, data: bytes | None, kind: type[errors.FileError]
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    edit = SetCell("问题登记", 2, "扣分", 1)
    with pytest.raises(kind, match=r"再试。$"):
        ClosedWorkbook(path, NOW).apply([edit], {"问题登记": layout(5)}, fingerprint(data or b""))


def test_a_folder_is_no_workbook(tmp_path: Path) -> None:
    with pytest.raises(errors.FileIsFolder):
        holding.check_readable(tmp_path)


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.9, 0.99])
def test_a_truncated_file_is_damaged(book: Path, cut: float) -> None:
    data = book.read_bytes()
    book.write_bytes(data[: int(len(data) * cut)])
    with pytest.raises(errors.FileDamaged, match="备份"):
        apply(book, SetCell("问题登记", 2, "扣分", 1))


def test_a_damaged_sheet_part_is_named(book: Path) -> None:
    data = bytearray(book.read_bytes())
    with zipfile.ZipFile(book) as package:
        start = package.getinfo("xl/worksheets/sheet1.xml").header_offset
    data[start + 80] ^= 0xFF
    book.write_bytes(data)
    with pytest.raises(errors.FileDamaged, match=r"sheet1\.xml"):
        apply(book, SetCell("问题登记", 2, "扣分", 1))


@posix
def test_a_read_only_file_is_refused_even_for_root(book: Path) -> None:
    book.chmod(0o444)
    with pytest.raises(errors.FileReadOnly, match="只读"):
        apply(book, SetCell("问题登记", 2, "扣分", 1))
    book.chmod(0o640)
    book.parent.chmod(0o555)
    with pytest.raises(errors.FolderReadOnly):
        apply(book, SetCell("问题登记", 2, "扣分", 1))
    book.parent.chmod(0o755)
    apply(book, SetCell("问题登记", 2, "扣分", 1))
    assert book.stat().st_mode & 0o777 == 0o640


@posix
def test_a_link_to_the_workbook_stays_a_link(book: Path, tmp_path: Path) -> None:
    folder = tmp_path / "别处"
    folder.mkdir()
    link = folder / "链接.xlsx"
    link.symlink_to(book)
    apply(link, SetCell("问题登记", 2, "扣分", 42))
    assert link.is_symlink()
    assert values(book)[1][3] == 42


def test_a_rename_that_stays_refused_says_who_may_hold_it(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, tries = book.read_bytes(), []
    real = Path.replace

    def refused(self: Path, target: Path) -> Path:
        if target == book:
            tries.append(1)
            raise PermissionError(errno.EACCES, "held")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", refused)
    monkeypatch.setattr(replacing, "RETRY_DELAYS", (0, 0, 0, 0, 0))
    with pytest.raises(errors.FileHeld, match="关闭"):
        apply(book, SetCell("问题登记", 2, "扣分", 1))
    assert len(tries) == 6
    assert book.read_bytes() == source
    assert tree(book.parent) == {"总表.xlsx", "备份"}


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EMFILE, errno.ESTALE, errno.EACCES])
@pytest.mark.parametrize("call", ["fsync", "link", "chown"])
def test_failures_of_the_system_leave_nothing_behind(
    book: Path, monkeypatch: pytest.MonkeyPatch, code: int, call: str
) -> None:
    source = book.read_bytes()

    def failing(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, call, failing)
    if call == "fsync":
        with pytest.raises(errors.FileError, match=r"再试。$"):
            apply(book, SetCell("问题登记", 2, "扣分", 1))
        assert book.read_bytes() == source
        assert tree(book.parent) <= {"总表.xlsx", "备份"}
    else:
        assert apply(book, SetCell("问题登记", 2, "扣分", 1)) is not None


def test_a_file_that_does_not_prove_itself_is_thrown_away(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = book.read_bytes()
    real = backups.written

    def bent(folder: Path, chunks: Sequence[bytes], like: Path) -> Path:
        written = real(folder, chunks, like)
        data = bytearray(written.read_bytes())
        data[200] ^= 1
        written.write_bytes(data)
        return written

    monkeypatch.setattr(replacing, "written", bent)
    with pytest.raises(errors.ProofFailed, match="原文件没有改动"):
        apply(book, SetCell("问题登记", 2, "扣分", 1))
    assert book.read_bytes() == source
    assert tree(book.parent) == {"总表.xlsx"}


@posix
@pytest.mark.parametrize("limit", [100, 3_000, 7_000])
def test_a_file_size_limit_is_a_full_disk(book: Path, limit: int) -> None:
    source = book.read_bytes()
    assert len(source) > 7_000
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, old[1]))
    try:
        with pytest.raises(errors.DiskFull, match="清理"):
            apply(book, SetCell("问题登记", 2, "扣分", 1))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
    assert book.read_bytes() == source
    assert tree(book.parent) <= {"总表.xlsx", "备份"}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "小盘"
    folder.mkdir()
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("没有 root 权限，不能挂载小磁盘")
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("这里不允许挂载 tmpfs")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("free", [4, 8, 12, 16, 24])
def test_a_really_full_disk(small_disk: Path, free: int, tmp_path: Path) -> None:
    path = small_disk / "总表.xlsx"
    shutil.copy(build(tmp_path / "总表.xlsx"), path)
    source = path.read_bytes()
    room = shutil.disk_usage(small_disk).free - free * 1024
    (small_disk / "填充").write_bytes(bytes(max(room, 0)))
    try:
        apply(path, SetCell("问题登记", 2, "扣分", 77))
    except errors.DiskFull:
        assert path.read_bytes() == source
        assert tree(small_disk) <= {"总表.xlsx", "填充", "备份"}
    else:
        assert free >= 16, "two copies of the file were needed"
        assert values(path)[1][3] == 77


KILLED = """
import os, signal, sys
from datetime import datetime
from io import BytesIO
from pathlib import Path
from pinzhi_xl.model import Layout, SetCell
from pinzhi_xl.workbook import closed
path, target = Path(sys.argv[1]), int(sys.argv[2])
count = 0
def tracer(frame, event, argument):
    global count
    if "pinzhi_xl" in frame.f_code.co_filename:
        count += 1
        if count == target:
            os.kill(os.getpid(), signal.SIGKILL)
    return tracer
edits = [SetCell("问题登记", 2, "扣分", 77)]
layouts = {"问题登记": Layout("问题登记", 1, {"扣分": 4}, 5)}
mark = closed.fingerprint(path.read_bytes())
sys.settrace(tracer)
closed.ClosedWorkbook(path, datetime(2014, 8, 29)).apply(edits, layouts, mark)
sys.settrace(None)
print(count)
"""


@posix
def test_killed_at_any_point_the_file_is_the_old_or_the_new_one(book: Path, tmp_path: Path) -> None:
    source = book.read_bytes()

    def run(target: int) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", KILLED, str(book), str(target)]
        return subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[1])

    whole = run(-1)
    assert whole.returncode == 0, whole.stderr
    lines, new = int(whole.stdout), members(book)  # isal may pack the same bytes otherwise another time
    outcomes = set()
    for step in range(12):
        book.write_bytes(source)
        target = lines - 1 - step * 12 if step < 8 else lines * step // 12
        assert run(target).returncode == -9
        is_new = book.read_bytes() != source
        assert not is_new or members(book) == new
        outcomes.add(is_new)
        for backup in (book.parent / "备份").glob("总表*"):
            assert backup.read_bytes() == source
    assert outcomes == {True, False}, "kill points on both sides of the rename"


def test_leftovers_of_a_killed_process_go_after_a_day(book: Path) -> None:
    old, young = book.parent / ".pinzhi-old.tmp", book.parent / ".pinzhi-young.tmp"
    for path, age in ((old, 25), (young, 1)):
        path.write_bytes(b"x")
        os.utime(path, (NOW.timestamp() - age * 3600,) * 2)
    apply(book, SetCell("问题登记", 2, "扣分", 1))
    assert not old.exists()
    assert young.exists()


@pytest.fixture(scope="module")
def libre(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("libre")
    (folder / "out").mkdir()
    return convert(build(folder / "源.xlsx"), "xlsx", folder / "out")


def test_a_file_saved_by_libreoffice(libre: Path, tmp_path: Path) -> None:
    path = tmp_path / "总表.xlsx"
    shutil.copy(libre, path)
    before = members(path)
    apply(
        path,
        SetCell("问题登记", 2, "扣分", Decimal("7.5"), key=("问题编号", "WT2")),
        SetCell("问题登记", 3, "检查日期", date(2014, 9, 1), key=("问题编号", "WT3")),
        AppendRow(
            "问题登记", {"问题编号": "WT6", "检查日期": date(2014, 8, 20), "说明": Link("看", "看板", "A1")}
        ),
    )
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("问题登记").to_python()
    assert rows[1][3] == 7.5
    assert rows[2][2] == date(2014, 9, 1)
    assert rows[5][:3] == ["WT6", "", date(2014, 8, 20)]
    changed = changed_members(before, members(path))
    assert changed <= {"xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/tables/table1.xml"}
    assert validator_errors(path) <= validator_errors(libre)


CELL_VALUES = st.one_of(
    st.none(),
    st.integers(-(10**9), 10**9),
    st.decimals(-1000, 1000, places=2),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=12),
)
DATES = st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1)).map(lambda moment: moment.replace(microsecond=0))
ROWS = st.fixed_dictionaries(
    {}, optional={label: DATES if label == "检查日期" else CELL_VALUES for label in LABELS}
)
EDITS = st.lists(st.tuples(st.integers(2, 5), ROWS), min_size=1, max_size=6)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=EDITS, appended=st.lists(ROWS, max_size=3))
def test_random_edits_equal_a_plain_model(
    tmp_path: Path, edits: list[tuple[int, dict[str, Value]]], appended: list[dict[str, Value]]
) -> None:
    path = build(tmp_path / "总表.xlsx")
    before, model = members(path), {}
    for number, row in enumerate(values(path), start=1):
        model.update({(number, column): value for column, value in enumerate(row, start=1)})
    todo: list[Edit] = [
        SetCell("问题登记", number, label, value) for number, new in edits for label, value in new.items()
    ]
    todo += [AppendRow("问题登记", new) for new in appended]
    for number, new in [*edits, *enumerate(appended, start=6)]:
        model.update({(number, LABELS.index(label) + 1): value for label, value in new.items()})
    for number, _ in enumerate(appended, start=6):
        model[number, 7] = "=问题[[#This Row],[扣分]]*2"
    apply(path, *todo)
    found = {
        (number, column): value
        for number, row in enumerate(values(path), start=1)
        for column, value in enumerate(row, start=1)
    }
    for position in model.keys() | found.keys():
        if position == (3, 5) and found.get(position) == WEB:
            continue  # openpyxl shows the address of a link on an empty cell
        assert alike(model.get(position), found.get(position)), position
    after = members(path)
    allowed = {"xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/tables/table1.xml"}
    assert changed_members(before, after) <= allowed


def alike(expected: object, found: object) -> bool:
    if expected is None or expected == "":
        return found is None
    if isinstance(expected, int | Decimal | float):
        return isinstance(found, int | float) and float(expected) == float(found)
    if isinstance(expected, datetime):
        return isinstance(found, datetime) and abs(expected - found) < timedelta(milliseconds=1)
    if isinstance(expected, str) and re.search("_x[0-9A-Fa-f]{4}_", expected):
        return True
    return bool(expected == found)


def test_without_isal_the_same_comes_out(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import zlib

    from pinzhi_xl.workbook import deflate

    monkeypatch.setattr(deflate, "_engine", zlib)
    apply(book, SetCell("问题登记", 2, "扣分", 61))
    assert values(book)[1][3] == 61


def test_the_fingerprint_is_that_of_the_bytes(book: Path) -> None:
    assert ClosedWorkbook(book, NOW).fingerprint() == closed.fingerprint(book.read_bytes())
