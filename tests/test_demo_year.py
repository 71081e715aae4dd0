"""示例年: a whole year through the commands, and at least one of every paper, before outside judges."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pinzhi_xl.summary.kinds import REPORTS
from pinzhi_xl.workbook.build import FRONT
from tests.masters import call
from tests.real.programs import convert_all, pages_of, schema_errors

# design.md, Papers; 整改复查单 and 复查清单 are two papers, 专题研讨会材料与纪要 and 满意度问卷与报告 two each.
PAPERS = [
    "违纪处罚单",
    "限期整改通知单",
    "整改复查单",
    "扣分明细确认单",
    "岗位签署确认表",
    "项目品质值班评估记录",
    "检查表",
    "检查周报",
    "月度督导总结",
    "专项检查报告",
    "专题研讨会材料",
    "专题研讨会纪要",
    "违纪分类汇总表",
    "绩效考核清单",
    "月度评估与排名通报",
    "红线通报",
    "年度考核报告",
    "满意度问卷",
    "满意度报告",
    "投诉回复单",
    "供应商月度考核表",
    "培训记录与评估表",
    "交付验收遗留问题清单",
    "表彰通报",
    "神秘客户报告",
]
MOST_PAGES = 12
"""More would be a listing nobody reads: 检查表 and 月度督导总结 of a year of open items have nine."""


@pytest.fixture(scope="session")
def year(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """The outcome of the one run, with its folder."""
    folder = tmp_path_factory.mktemp("year") / "示例年"
    done = subprocess.run(
        [sys.executable, "-m", "pinzhi_xl", "demo", "--year", "--out", str(folder), "--json"],
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return {**json.loads(done.stdout), "folder": folder}


@pytest.fixture(scope="session")
def papers(year: Mapping[str, Any]) -> Mapping[str, Sequence[Path]]:
    """Kind of paper → its files that are Word papers."""
    found: dict[str, list[Path]] = {}
    for document in year["documents"]:
        found.setdefault(document["kind"], []).append(Path(document["path"]))
    return {kind: [path for path in paths if path.suffix == ".docx"] for kind, paths in found.items()}


def test_nothing_failed_and_nothing_is_wrong(year: Mapping[str, Any]) -> None:
    assert year["failed"] == []
    assert [problem for problem in year["problems"] if problem["level"] == "错误"] == []


def test_every_paper_is_there(papers: Mapping[str, Sequence[Path]]) -> None:
    assert [kind for kind in PAPERS if not papers.get(kind)] == []
    assert [kind.name for kind in REPORTS if not papers.get(kind.name)] == []
    assert all(path.is_file() for paths in papers.values() for path in paths)


def test_one_of_each_is_valid_and_prints_on_few_pages(
    papers: Mapping[str, Sequence[Path]], tmp_path: Path
) -> None:
    largest = {kind: max(paths, key=lambda path: path.stat().st_size) for kind, paths in papers.items()}
    named = [Path(shutil.copy(path, tmp_path / f"{kind}.docx")) for kind, path in largest.items()]
    assert {path.stem: errors for path in named if (errors := schema_errors(path))} == {}
    printed = convert_all(named, "pdf", tmp_path)
    counts = {pdf.stem: len(pages_of(pdf)) for pdf in printed}
    assert {kind: count for kind, count in counts.items() if not 1 <= count <= MOST_PAGES} == {}


def test_the_master_is_sound_and_its_months_are_final(
    year: Mapping[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    (master,) = year["folder"].glob("*.xlsx")
    book = openpyxl.load_workbook(master, read_only=True)
    rows = list(book["得分"].values)
    month, status = rows[0].index("月份"), rows[0].index("状态")
    assert {row[month] for row in rows[1:] if row[status] == "锁定"} == {f"2026-{n:02d}" for n in range(1, 13)}
    assert schema_errors(master) == []
    assert call(capsys, "check", master, "--as-of", "2026-12-31", "--dry-run")[0] == 0
    register = year["folder"] / "登记"
    assert call(capsys, "register", "verify", master, "--register", register)[0] == 0
    visible = [
        sheet.title for sheet in openpyxl.load_workbook(master).worksheets if sheet.sheet_state == "visible"
    ]
    assert set(FRONT) < set(visible)


def test_the_next_years_master_takes_over(
    year: Mapping[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (master,) = year["folder"].glob("*.xlsx")
    new = tmp_path / "2027.xlsx"
    code, said = call(capsys, "new", new, "--from", master, "--year", "2027", "--as-of", "2027-01-04", "--json")
    assert code == 0
    assert said["rectifications"] > 0
    assert said["penalties"] > 0
    code, checked = call(capsys, "check", new, "--as-of", "2027-01-04", "--dry-run", "--json")
    assert [problem for problem in checked["problems"] if problem["level"] == "错误"] == []
