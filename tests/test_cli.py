"""The command line as a user meets it: codes, sentences, files left alone."""

import json
import os
import shutil
import stat
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from pinzhi_xl import console, logbook
from pinzhi_xl.cli import pinzhi
from pinzhi_xl.sheets import FORMS, SHEETS
from pinzhi_xl.sheets.inspections import Finding
from pinzhi_xl.sheets.results import CheckResult, RunLog, ScoreRow
from pinzhi_xl.workbook import preflight
from pinzhi_xl.workbook.read import read_book
from tests.masters import call, master_with, type_into
from tests.real.programs import pdf_pages, schema_errors

ROWS = """
项目
项目名称
凤鸣华府

检查记录
检查编号 | 项目 | 检查日期 | 未检部门
J1 | 凤鸣华府 | 2014-8-4 | 监控室
J2 | 凤鸣华府 | 2014-8-11 |

问题登记
问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数 | 位置 | 问题描述
W1 | J1 | 客服部 | KF01 | 不合格 | {count} | 客服中心 | 前台无人值守时间较长
"""


@pytest.fixture
def master(tmp_path: Path) -> Path:
    return master_with(tmp_path / "总表.xlsx", ROWS.format(count=1))


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    return master_with(tmp_path / "错.xlsx", ROWS.format(count="两处"))


def test_check_says_fine_and_lists_nothing(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, result = call(capsys, "check", master, "--json")
    assert (code, result) == (0, {"problems": []})


def test_check_lists_every_problem_and_writes_them_down(wrong: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, result = call(capsys, "check", wrong, "--json")
    assert code == 1
    assert result["problems"] == [
        {
            "level": "错误",
            "code": "not-a-number",
            "sheet": "问题登记",
            "cell": "F2",
            "label": "处数",
            "value": "两处",
            "message": "“处数”应是数字，现在是“两处”。",
            "fix": "请只填数字，例如 2 或 0.5。",
        }
    ]
    (row,) = read_book(wrong).rows(CheckResult)
    assert (row.level, row.sheet_name, row.cell, row.value) == ("●错误", "问题登记", "F2", "两处")
    sheet = openpyxl.load_workbook(wrong)["校验结果"]
    assert sheet["C2"].hyperlink is not None
    assert sheet["C2"].hyperlink.location == "'问题登记'!F2"


def test_checking_twice_changes_nothing_the_second_time(wrong: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call(capsys, "check", wrong)
    before = wrong.read_bytes()
    call(capsys, "check", wrong)
    assert wrong.read_bytes() == before


def test_a_mended_master_checks_clean_and_the_list_is_emptied(
    wrong: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call(capsys, "check", wrong)
    book = openpyxl.load_workbook(wrong)
    book["问题登记"]["F2"] = 2
    book.save(wrong)
    code, _ = call(capsys, "check", wrong, "--json")
    assert code == 0
    assert read_book(wrong).rows(CheckResult) == ()


def test_score_writes_back_once_and_keeps_a_backup(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = master.read_bytes()
    code, result = call(capsys, "score", master, "--month", "2014-08", "--as-of", "2014-08-29", "--json")
    assert code == 0
    community = result["communities"][0]
    assert (community["rank"], community["status"], community["days"]) == (1, "正常", 2)
    (backup,) = (master.parent / "备份").glob("*.xlsx")
    assert backup.read_bytes() == before
    after = master.read_bytes()
    assert call(capsys, "score", master, "--month", "2014-08", "--as-of", "2014-08-29", "--json") == (0, result)
    assert master.read_bytes() == after
    book = read_book(master)
    total = next(row for row in book.rows(ScoreRow) if row.department == "合计")
    assert (total.month, total.community, str(total.score)) == ("2014-08", "凤鸣华府", community["score"])
    assert [row.task for row in book.rows(RunLog)] == ["计算扣分"]


def test_score_of_another_month_keeps_the_first(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call(capsys, "score", master, "--month", "2014-08")
    call(capsys, "score", master, "--month", "2014-07")
    months = [row.month or "" for row in read_book(master).rows(ScoreRow)]
    assert months == sorted(months)
    assert set(months) == {"2014-07", "2014-08"}


def test_score_with_errors_scores_nobody_it_should_not(wrong: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, result = call(capsys, "score", wrong, "--month", "2014-08", "--json")
    assert code == 1
    assert [(c["score"], c["rank"], c["status"]) for c in result["communities"]] == [(None, None, "有错误未计分")]


def test_a_dry_run_writes_nothing(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = master.read_bytes()
    for verb in ("check", "score", "issue", "month-end"):
        month = () if verb == "check" else ("--month", "2014-08")
        assert call(capsys, verb, master, *month, "--dry-run")[0] == 0
    assert master.read_bytes() == before
    assert list(master.parent.iterdir()) == [master]


def test_what_is_written_is_still_a_sound_workbook(
    master: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clean = len(schema_errors(master))
    call(capsys, "score", master, "--month", "2014-08")
    assert len(schema_errors(master)) == clean
    assert "凤鸣华府" in "".join(pdf_pages(master, tmp_path))


def test_month_end_goes_on_past_a_bad_master(
    master: Path, wrong: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "没有.xlsx"
    code, result = call(capsys, "month-end", missing, wrong, master, "--month", "2014-08", "--json")
    assert code == 1
    assert [(Path(f["path"]).name, "没有.xlsx" in f["message"]) for f in result["failed"]] == [("没有.xlsx", True)]
    assert [p["code"] for p in result["problems"] if p["level"] == "错误"] == ["not-a-number", "report-withheld"]
    assert read_book(master).rows(ScoreRow)
    assert (tmp_path / "输出" / "2014-08" / "目录.xlsx").exists()


def test_schema_describes_every_column(capsys: pytest.CaptureFixture[str]) -> None:
    code, result = call(capsys, "schema", "--json")
    assert code == 0
    assert [sheet["label"] for sheet in result["sheets"]] == [kind.sheet.label for kind in (*FORMS, *SHEETS)]
    columns = {(s["label"], c["label"]): c for s in result["sheets"] for c in s["columns"]}
    assert columns["问题登记", "结论"]["choices"] == ["不合格", "不适用"]
    assert columns["问题登记", "扣分"]["computed"]
    assert columns["检查记录", "检查日期"]["kind"] == "date"
    assert all(column["meaning"] for column in columns.values())
    assert "字段" not in call(capsys, "schema")[1]


def test_new_refuses_to_replace_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "总表.xlsx"
    assert call(capsys, "new", path)[0] == 0
    first = read_book(path).identity
    before = path.read_bytes()
    assert call(capsys, "new", path)[0] == 2
    assert path.read_bytes() == before
    other = tmp_path / "另一.xlsx"
    call(capsys, "new", other, "--sample", "2026-09")
    assert read_book(other).identity not in ("", first)
    assert call(capsys, "new", tmp_path / "总表.xls")[0] == 2


def refused(capsys: pytest.CaptureFixture[str], path: Path, *said: str) -> None:
    """check, score and issue all fail with one Chinese sentence and leave the folder as it is."""
    before = {p: p.read_bytes() for p in path.parent.rglob("*") if p.is_file()}
    for verb in ("check", "score", "issue"):
        month = () if verb == "check" else ("--month", "2014-08")
        code = console.run_guarded(pinzhi, [verb, str(path), *month])
        captured = capsys.readouterr()
        assert code == 2
        assert captured.out == ""
        assert captured.err.count("\n") == 1
        for words in said:
            assert words in captured.err
    assert {p: p.read_bytes() for p in path.parent.rglob("*") if p.is_file()} == before


def test_no_workbook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    refused(capsys, tmp_path / "没有.xlsx", "没有.xlsx", "请")


def test_no_workbook_but_a_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "总表.xlsx"
    path.write_text("我不是工作簿", encoding="utf-8")
    refused(capsys, path, "总表.xlsx")


def test_an_encrypted_workbook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "总表.xlsx"
    path.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"))
    refused(capsys, path, "密码")


def test_held_open_by_somebody(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    owner = master.with_name(f"~${master.name}")
    name = "张三".encode("utf-16-le")
    owner.write_bytes(b"\x04Zhan" + b" " * 50 + b"\x02\x00" + name + b"\0" * 100)
    refused(capsys, master, "张三", "关闭")


def test_read_only(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    master.chmod(stat.S_IRUSR | stat.S_IRGRP)
    refused(capsys, master, "只读")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="mounting a small disk needs root")
def test_a_full_disk(master: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    disk = tmp_path / "小盘"
    disk.mkdir()
    size = master.stat().st_size + 16_384
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)], check=False).returncode:
        pytest.skip("no small disk can be mounted here")
    try:
        full = disk / "总表.xlsx"
        shutil.copy(master, full)
        before = full.read_bytes()
        code = console.run_guarded(pinzhi, ["score", str(full), "--month", "2014-08"])
        assert code == 2
        assert "磁盘" in capsys.readouterr().err
        assert full.read_bytes() == before
        assert [path.name for path in disk.iterdir() if path.is_file()] == ["总表.xlsx"]
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_the_shipped_blank_master_is_not_for_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blank = Path(__file__).resolve().parents[1] / "workbooks" / "品质管理总表.xlsx"
    copy = Path(shutil.copy(blank, tmp_path / "总表.xlsx"))
    code = console.run_guarded(pinzhi, ["issue", str(copy), "--month", "2014-08"])
    assert code == 2
    assert "pinzhi new" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], "没有“chek”这个命令"),
        (["score", "x.xlsx"], "缺少“--month”"),
        (["score", "x.xlsx", "--month", "八月"], "月份“八月”看不懂"),
        (["check", "x.xlsx", "--as-of", "2014-2-30"], "日期“2014-2-30”看不懂"),
        (["check"], "缺少“总表.xlsx”"),
        (["check", "a.xlsx", "b.xlsx"], "多出了"),
        (["check", "a.xlsx", "--jsn"], "没有“--jsn”这个选项"),
        (["issue", "x.xlsx", "--month", "2014-08", "--kind", "罚单"], "“--kind”的值“罚单”不能用"),
        (["score", "x.xlsx", "--month"], "要带一个值"),
    ],
)
def test_a_wrong_call_is_one_chinese_sentence(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert console.run_guarded(pinzhi, arguments) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.out == ""


def test_a_bug_is_one_sentence_and_a_log(
    master: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("planted")

    monkeypatch.setattr(preflight, "_inspect", broken)
    monkeypatch.setattr(logbook, "user_log_path", lambda *_, **__: tmp_path / "log")
    assert console.run_guarded(pinzhi, ["check", str(master)]) == 2
    captured = capsys.readouterr()
    assert "Traceback" not in captured.err
    assert str(tmp_path / "log" / "pinzhi.log") in captured.err
    assert "planted" in (tmp_path / "log" / "pinzhi.log").read_text(encoding="utf-8")


def test_every_verb_has_help_with_an_example() -> None:
    for name, command in pinzhi.commands.items():
        assert command.help, name
        assert f"例：pinzhi {name}" in command.help
        assert all(param.help for param in command.params if param.param_type_name == "option"), name


def test_the_demo_runs_as_a_program_of_its_own(tmp_path: Path) -> None:
    started = datetime.now()
    command = [sys.executable, "-m", "pinzhi_xl", "demo", "--json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["failed"] == []
    assert len(result["documents"]) >= 6
    assert all(document["new"] and Path(document["path"]).exists() for document in result["documents"])
    assert (tmp_path / "品质管理示例" / "输出" / "2014-08" / "目录.xlsx").exists()
    assert (datetime.now() - started).total_seconds() < 60
    again = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
    numbers = [document["number"] for document in result["documents"]]
    repeated = json.loads(again.stdout)["documents"]
    assert [document["number"] for document in repeated] == numbers
    assert not any(document["new"] for document in repeated)


def test_check_still_lists_what_it_cannot_write_down(wrong: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = openpyxl.load_workbook(wrong)
    book.remove(book["校验结果"])
    book.save(wrong)
    code = console.run_guarded(pinzhi, ["check", str(wrong)])
    captured = capsys.readouterr()
    assert code == 1
    assert "两处" in captured.out
    assert "校验结果" in captured.err


def test_a_finding_of_a_voided_inspection_loses_its_deduction(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call(capsys, "score", master, "--month", "2014-08")
    assert str(read_book(master).rows(Finding)[0].deduction) == "2"
    type_into(master, "检查记录", 2, 状态="作废")
    call(capsys, "score", master, "--month", "2014-08")
    finding = read_book(master).rows(Finding)[0]
    assert (finding.deduction, finding.repeat) == (None, None)


@pytest.mark.parametrize("month", ["1900-01", "2300-01"])
def test_a_month_out_of_all_reason_is_refused(
    month: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert console.run_guarded(pinzhi, ["new", str(tmp_path / "总表.xlsx"), "--sample", month]) == 2
    assert "看不懂" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_name_too_long_is_said_to_be_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert console.run_guarded(pinzhi, ["check", str(tmp_path / ("长" * 300 + ".xlsx"))]) == 2
    assert "太长" in capsys.readouterr().err
