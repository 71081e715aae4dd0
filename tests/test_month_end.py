"""月末处理 over many masters, and the lock of a final month."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from pinzhi_xl.register.journal import Journal
from pinzhi_xl.sheets.results import RunLog, ScoreRow
from pinzhi_xl.workbook.read import read_book
from tests.masters import call, master_with, type_into
from tests.test_issue import W1, sheets


def master(folder: Path, number: int) -> Path:
    """One of several masters, each with its own identity and two notices due."""
    identity = f"22222222-2222-4222-8222-{number:012}"
    return master_with(folder / f"总表{number}.xlsx", sheets(W1, offenders="W1 | P1\nW1 | P2"), identity)


def close(
    capsys: pytest.CaptureFixture[str], *arguments: object, as_of: str = "2014-08-29"
) -> tuple[int, dict[str, Any]]:
    return call(capsys, "month-end", *arguments, "--month", "2014-08", "--as-of", as_of, "--json")


def test_many_masters_side_by_side_share_one_register_without_a_number_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    masters = [master(tmp_path, number) for number in range(6)]
    broken = tmp_path / "坏.xlsx"
    broken.write_bytes(b"PK\x03\x04 not a workbook")
    code, result = close(capsys, *masters, broken, "--workers", "3")
    notices = [d["number"] for d in result["documents"] if d["kind"] == "违纪处罚单"]
    assert code == 1
    assert sorted(notices) == sorted(f"品罚〔2014〕{n}号" for n in range(1, 13))
    assert [Path(f["path"]).name for f in result["failed"]] == ["坏.xlsx"]
    assert Journal(tmp_path / "登记").verify() == []
    circulars = [Path(d["path"]).name for d in result["documents"] if d["kind"] == "月度评估与排名通报"]
    assert len(set(circulars)) == 6
    again_code, again = close(capsys, *masters, "--workers", "2")
    assert again_code == 0
    assert [d["number"] for d in again["documents"] if d["kind"] == "违纪处罚单"] == notices
    assert not any(d["new"] for d in again["documents"] if d["number"])


def test_final_locks_the_month_against_later_changes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = master(tmp_path, 1)
    assert close(capsys, path, "--final")[0] == 0
    before = call(capsys, "score", path, "--month", "2014-08", "--json")[1]["communities"][0]
    assert before["status"] == "锁定"
    assert {row.status for row in read_book(path).rows(ScoreRow)} == {"锁定"}
    type_into(path, "问题登记", 2, 处数="3")
    code, after = call(capsys, "score", path, "--month", "2014-08", "--json")
    assert code == 0
    assert after["communities"][0] == before
    _, checked = call(capsys, "score", path, "--month", "2014-07", "--json")
    assert checked["communities"][0]["status"] != "锁定"
    out = call(capsys, "score", path, "--month", "2014-08")[1]
    assert "锁定" in out


def test_final_twice_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = master(tmp_path, 1)
    close(capsys, path, "--final")
    before = path.read_bytes()
    assert close(capsys, path, "--final")[0] == 0
    assert path.read_bytes() == before
    assert [row.task for row in read_book(path).rows(RunLog)].count("定稿锁定") == 1


def test_a_month_that_is_not_over_is_not_made_final(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = master(tmp_path, 1)
    before = path.read_bytes()
    code, result = close(capsys, path, "--final", as_of="2014-08-28")
    assert code == 1
    assert "2014-08-29" in result["failed"][0]["message"]
    assert path.read_bytes() == before


def test_a_month_with_errors_is_not_made_final(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = master_with(tmp_path / "错.xlsx", sheets(W1.replace("ZX04", "ZX99")))
    code, result = close(capsys, path, "--final")
    assert code == 1
    assert "不能定稿" in result["failed"][0]["message"]
    assert "锁定" not in {row.status for row in read_book(path).rows(ScoreRow)}


def test_on_any_other_day_the_scheduled_run_does_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = master(tmp_path, 1)
    before = path.read_bytes()
    assert close(capsys, path, "--last-workday-only", as_of="2014-08-28") == (
        0,
        {"documents": [], "problems": [], "failed": []},
    )
    assert path.read_bytes() == before
    assert close(capsys, path, "--last-workday-only", as_of="2014-08-29")[0] == 0
    assert path.read_bytes() != before


def test_a_folder_of_masters_is_taken_as_a_whole_but_not_what_lies_beside_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(2):
        master(tmp_path, number)
    openpyxl.Workbook().save(tmp_path / "别的表.xlsx")
    (tmp_path / "~$总表0.xlsx.lock").write_bytes(b"")
    code, result = close(capsys, "--folder", tmp_path)
    assert code == 0
    assert result["failed"] == []
    assert sum(d["kind"] == "违纪处罚单" for d in result["documents"]) == 4
    empty = tmp_path / "空"
    empty.mkdir()
    assert close(capsys, "--folder", empty)[0] == 2


@pytest.mark.skipif(shutil.which("bash") is None, reason="the script needs bash")
def test_the_scheduled_script_runs_the_month_end(tmp_path: Path) -> None:
    script = Path(__file__).resolve().parents[1] / "scripts" / "month_end.sh"
    master(tmp_path, 1)
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    command = ["bash", str(script), str(tmp_path), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["failed"] == []


def test_the_windows_script_is_plain_ascii_with_windows_line_ends() -> None:
    content = (Path(__file__).resolve().parents[1] / "scripts" / "month_end.bat").read_bytes()
    assert content.isascii()
    assert content.count(b"\r\n") == content.count(b"\n")
    assert b"pinzhi month-end --folder" in content


def test_a_report_somebody_worked_on_in_word_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = master(tmp_path, 1)
    _, result = close(capsys, path)
    report = next(Path(d["path"]) for d in result["documents"] if d["kind"] == "月度督导总结")
    document = docx.Document(str(report))
    document.core_properties.last_modified_by = "张三"
    document.save(str(report))
    edited = report.read_bytes()
    type_into(path, "问题登记", 2, 处数="2")
    _, result = close(capsys, path)
    paths = [Path(d["path"]) for d in result["documents"] if d["kind"] == "月度督导总结"]
    assert report.read_bytes() == edited
    assert report.with_stem(f"{report.stem} 新稿") in paths


def test_what_was_printed_of_a_locked_month_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = master(tmp_path, 1)
    close(capsys, path, "--final")
    papers = {file: file.read_bytes() for file in (tmp_path / "输出").rglob("*.docx")}
    type_into(path, "问题登记", 2, 处数="4")
    _, result = close(capsys, path)
    assert {file: file.read_bytes() for file in papers} == papers
    assert "locked-differs" in {p["code"] for p in result["problems"]}
    _, told = call(capsys, "report", path, "--kind", "扣分明细确认单", "--month", "2014-08", "--json")
    assert {file: file.read_bytes() for file in papers} == papers
    assert "locked-differs" in {p["code"] for p in told["problems"]}


def test_masters_of_one_name_share_an_output_folder_without_overwriting(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    masters = []
    for number, name in enumerate(("甲苑", "乙苑")):
        (tmp_path / name).mkdir()
        masters.append(master(tmp_path / name, number).rename(tmp_path / name / "总表.xlsx"))
    _, result = close(capsys, *masters, "--out", tmp_path / "输出", "--register", tmp_path / "登记")
    paths = [d["path"] for d in result["documents"]]
    assert len(set(paths)) == len(paths)
    for one in masters:
        close(capsys, one, "--out", tmp_path / "分开", "--register", tmp_path / "登记")
    assert len(list((tmp_path / "分开").rglob("月度评估与排名通报/*.docx"))) == 2


def test_a_refused_final_still_tells_the_papers_and_the_errors(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = W1.replace("W1", "W2").replace("J1", "J3").replace("ZX04", "XX99")
    path = master_with(tmp_path / "总表.xlsx", sheets(W1, other))
    code, result = close(capsys, path, "--final")
    assert code == 1
    assert [d["number"] for d in result["documents"] if d["kind"] == "违纪处罚单"] == ["品罚〔2014〕1号"]
    assert "unknown-reference" in {p["code"] for p in result["problems"]}
    assert "不能定稿" in result["failed"][0]["message"]
