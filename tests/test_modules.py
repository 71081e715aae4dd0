"""Modules: switched on in 参数, their sheets shown; nothing is lost when one is switched off."""

from pathlib import Path

import openpyxl
import pytest

from pinzhi_xl.cli import pinzhi
from pinzhi_xl.console import run_guarded
from pinzhi_xl.sheets import SHEETS
from pinzhi_xl.sheets.modules import Module
from pinzhi_xl.workbook.build import FRONT
from tests.masters import call, master_with, type_into

ROWS = """
项目
项目名称
凤鸣华府
"""


def visible(path: Path) -> set[str]:
    sheets = openpyxl.load_workbook(path).worksheets
    return {sheet.title for sheet in sheets if sheet.sheet_state == "visible"}


def brought_by(*modules: Module) -> set[str]:
    return {kind.sheet.label for kind in SHEETS if kind.sheet.module in modules}


@pytest.fixture
def master(tmp_path: Path) -> Path:
    return master_with(tmp_path / "总表.xlsx", ROWS)


def test_a_first_reader_sees_ten_sheets(master: Path) -> None:
    assert visible(master) == set(FRONT)
    assert len(FRONT) == 10


def test_every_module_brings_sheets_and_every_module_of_a_sheet_is_one() -> None:
    assert {kind.sheet.module for kind in SHEETS} == {"", *Module}


def test_a_module_switched_on_shows_its_sheets(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = call(capsys, "modules", master, "--on", "投诉报修", "--json")
    assert code == 0
    assert set(said["shown"]) == brought_by(Module.SERVICE) >= {"投诉台账", "报修工单"}
    assert visible(master) == {*FRONT, *brought_by(Module.SERVICE)}
    assert [line["name"] for line in said["modules"] if line["on"]] == ["投诉报修"]
    assert call(capsys, "modules", master, "--on", "投诉报修", "--json")[1]["shown"] == []


def test_a_module_typed_into_the_settings_shows_its_sheets_with_the_next_check(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = openpyxl.load_workbook(master, read_only=True)
    row = next(n for n, (name, *_) in enumerate(book["参数"].values, 1) if name == "启用模块")
    type_into(master, "参数", row, 取值="培训、满意度")
    assert call(capsys, "check", master, "--as-of", "2014-08-29", "--json")[0] == 0
    assert visible(master) == {*FRONT, *brought_by(Module.TRAINING, Module.SURVEY)}


def test_switching_off_hides_what_is_empty_and_keeps_what_is_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = "\n参数\n名称 | 取值\n启用模块 | 全部\n\n申诉\n处罚编号 | 申诉日期\n"
    master = master_with(tmp_path / "总表.xlsx", ROWS + shown)
    everything = call(capsys, "check", master, "--as-of", "2014-08-29", "--json")
    assert everything[0] == 0
    assert visible(master) == {*FRONT, *brought_by(*Module)}
    off = call(capsys, "modules", master, "--off", "投诉报修", "--json")[1]
    assert set(off["hidden"]) == brought_by(Module.SERVICE)
    assert visible(master) == {*FRONT, *brought_by(*set(Module) - {Module.SERVICE})}


def test_a_name_that_is_no_module_is_refused_and_the_names_are_told(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = master.read_bytes()
    assert run_guarded(pinzhi, ["modules", str(master), "--on", "投诉"]) == 2
    said = capsys.readouterr().err
    assert "没有“投诉”这个模块" in said
    assert "满意度" in said
    assert master.read_bytes() == before


def test_a_setting_that_names_no_module_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    master = master_with(tmp_path / "总表.xlsx", ROWS + "\n参数\n名称 | 取值\n启用模块 | 投诉报修、食堂\n")
    code, said = call(capsys, "check", master, "--as-of", "2014-08-29", "--json")
    assert code == 1
    (problem,) = said["problems"]
    assert problem["code"] == "bad-setting"
    assert "投诉报修、食堂" in problem["message"]


def test_listing_and_a_dry_run_write_nothing(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = master.read_bytes()
    assert call(capsys, "modules", master)[0] == 0
    assert call(capsys, "modules", master, "--on", "全部", "--dry-run")[0] == 0
    assert master.read_bytes() == before


def test_the_settings_are_applied_without_naming_modules_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    master = master_with(tmp_path / "总表.xlsx", ROWS + "\n参数\n名称 | 取值\n启用模块 | 培训\n")
    code, said = call(capsys, "modules", master, "--apply", "--json")
    assert (code, set(said["shown"])) == (0, brought_by(Module.TRAINING))
    before = master.read_bytes()
    assert call(capsys, "modules", master, "--apply", "--on", "满意度")[0] == 2
    assert master.read_bytes() == before
    row = next(
        n for n, (name, *_) in enumerate(openpyxl.load_workbook(master)["参数"].values, 1) if name == "启用模块"
    )
    type_into(master, "参数", row, 取值="培圳")
    before = master.read_bytes()
    code, said = call(capsys, "modules", master, "--apply", "--json")
    assert (code, said["shown"], said["hidden"]) == (1, [], [])
    assert master.read_bytes() == before


def test_reports_of_the_modules_that_are_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    master = master_with(tmp_path / "总表.xlsx", ROWS + "\n参数\n名称 | 取值\n启用模块 | 专题会\n")
    options = ("--month", "2014-08", "--as-of", "2014-08-29", "--json")
    code, said = call(capsys, "report", master, "--modules", *options)
    kinds = {paper["kind"] for paper in said["documents"]}
    assert code == 0
    assert "品质管理报告" in kinds
    assert not kinds & {"月度督导总结", "安全设备月报", "重点部位巡查情况"}
    for wrong in (("--modules", "--kind", "品质管理报告"), ()):
        assert call(capsys, "report", master, *wrong, *options)[0] == 2
    assert call(capsys, "report", master, "--modules", "--date", "2014-08-29")[0] == 2
    off = master_with(tmp_path / "没有模块.xlsx", ROWS)
    assert "没有启用任何模块" in call(capsys, "report", off, "--modules", *options)[1]["error"]
