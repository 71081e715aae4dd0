"""CONTRIBUTING.md is followed to the letter in a copy of the program: one sheet, rule, figure and paper more."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.masters import type_into
from tests.papers import paper_text

ROOT = Path(__file__).resolve().parents[1]
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
NEW = re.compile(r"New file `([^`]+)`:\n\n```python\n(.*?)```", re.DOTALL)
MORE = re.compile(r"In `([^`]+)`, after `([^`\n]+)`, add:\n\n```python\n(.*?)```", re.DOTALL)


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with all that the guide adds."""
    folder = tmp_path_factory.mktemp("program")
    shutil.copytree(ROOT / "pinzhi_xl", folder / "pinzhi_xl", ignore=shutil.ignore_patterns("__pycache__"))
    for path, text in NEW.findall(GUIDE):
        assert not (folder / path).exists()
        (folder / path).write_text(text, encoding="utf-8")
    for path, anchor, text in MORE.findall(GUIDE):
        source = (folder / path).read_text(encoding="utf-8")
        assert source.count(f"\n{anchor}\n") == 1, f"{path}: {anchor}"
        (folder / path).write_text(source.replace(f"\n{anchor}\n", f"\n{anchor}\n{text}"), encoding="utf-8")
    assert run(folder, "build", "--out", ".")[0] == 0
    return folder


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "pinzhi_xl", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout or done.stderr


def said(folder: Path, *arguments: str) -> Any:  # noqa: ANN401 - whatever the verb prints
    return json.loads(run(folder, *arguments, "--json")[1])


@pytest.fixture
def master(program: Path, tmp_path: Path) -> Path:
    path = tmp_path / "总表.xlsx"
    assert run(program, "new", str(path))[0] == 0
    type_into(path, "项目", 2, 项目名称="凤鸣华府")
    type_into(
        path,
        "钥匙借用",
        2,
        项目="凤鸣华府",
        房间="3栋配电房",
        借用人="欧阳明",
        借出日期="2014-8-5",
        归还日期="2014-8-4",
    )
    return path


def test_the_guide_shows_one_of_each() -> None:
    assert len(NEW.findall(GUIDE)) == 6
    assert len(MORE.findall(GUIDE)) == 13


def test_the_new_sheet_is_in_the_master_behind_its_module(program: Path, master: Path) -> None:
    assert openpyxl.load_workbook(master)["钥匙借用"].sheet_state == "hidden"
    assert "钥匙借用" in said(program, "modules", str(master), "--on", "任务跟踪")["shown"]
    assert openpyxl.load_workbook(master)["钥匙借用"].sheet_state == "visible"
    assert "钥匙借用" in [sheet["label"] for sheet in said(program, "schema")["sheets"]]


def test_the_new_rule_names_the_cell(program: Path, master: Path) -> None:
    (problem,) = said(program, "check", str(master), "--as-of", "2014-08-29")["problems"]
    assert (problem["code"], problem["sheet"], problem["label"]) == ("key-returned-before", "钥匙借用", "归还日期")
    assert problem["message"] == "钥匙“3栋配电房”的归还日期早于借出日期。"


def test_the_new_paper_is_made_and_masks_the_name(program: Path, master: Path) -> None:
    type_into(master, "钥匙借用", 2, 归还日期="2014-8-6")
    (paper,) = said(program, "report", str(master), "--kind", "钥匙借用清单", "--month", "2014-08")["documents"]
    text = paper_text(Path(paper["path"]).read_bytes())
    assert "3栋配电房" in text
    assert "8月6日" in text
    assert "欧阳明" not in text


def test_the_new_figure_counts(program: Path, master: Path) -> None:
    """One key lent, none back before it went: 1 of 1 is back by the end of the month, none of 0 in July is “—”."""
    code = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from pinzhi_xl.indicators import BY_NAME, Scope\n"
        "from pinzhi_xl.scoring.facts import Facts\n"
        "from pinzhi_xl.workbook.read import read_book\n"
        "facts = Facts(read_book(Path(sys.argv[1])))\n"
        "for month in (8, 7):\n"
        "    scope = Scope(['凤鸣华府'], date(2014, month, 1), date(2014, month, 31), date(2014, 8, 31))\n"
        "    print(BY_NAME['钥匙归还率'].value(facts, scope))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(master)],
        cwd=program,
        env={**os.environ, "PYTHONPATH": str(program), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["100", "None"]
