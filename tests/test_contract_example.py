"""The worked example of the scoring contract, through a real master file and the command line."""

from pathlib import Path
from typing import Any

import pytest

from tests.masters import call, master_with

SHEETS = """
项目
项目名称
凤鸣华府

检查记录
检查编号 | 项目 | 检查日期 | 未检部门
J1 | 凤鸣华府 | 2014-8-4 | 设备维护部、管理处、秩序部、监控室
J2 | 凤鸣华府 | 2014年8月11日 | 工程维修部，管理处，秩序维护部，监控室
J3 | 凤鸣华府 | 2014.8.18 | 设备维护部;管理处;秩序维护部;监控室

问题登记
问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数 | 位置 | 处置
W1 | J1 | 客服部 | KF01 | 不合格 | ３ | 客服中心 | 当场纠正
W2 | J1 | 客服中心 | KF01 | 不合格 | 3 | 客服中心 | 当场纠正
W3 | J1 | 客服部 | KF12 | 不适用 | | |
W4 | J1 | 公共环境 | HJ06 | 不合格 | | 3栋大堂 | 整改
W5 | J2 | 客服部 | kf01 | 不合格 | 1 | 客服中心 | 整改
W6 | J3 | 环境部 | HJ06 | 不合格 | 1 | 3栋大堂 | 整改
"""


def departments(community: dict[str, Any]) -> dict[str, tuple[str | None, str | None]]:
    return {part["name"]: (part["score"], part["deduction"]) for part in community["departments"]}


def score_until(tmp_path: Path, capsys: pytest.CaptureFixture[str], last_finding: int) -> dict[str, Any]:
    """Score with the inspections and findings up to a number, as the example tells the month."""
    kept = [line for line in SHEETS.splitlines() if not _later(line, last_finding)]
    master = master_with(tmp_path / f"总表{last_finding}.xlsx", "\n".join(kept))
    code, result = call(capsys, "score", master, "--month", "2014-08", "--as-of", "2014-08-29", "--json")
    assert code == 0
    assert result["month"] == "2014-08"
    found: dict[str, Any] = result["communities"][0]
    return found


def _later(line: str, last_finding: int) -> bool:
    days = {4: 1, 5: 2, 6: 3}[last_finding]
    return (line[:1] == "W" and int(line[1]) > last_finding) or (line[:1] == "J" and int(line[1]) > days)


def test_the_first_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    community = score_until(tmp_path, capsys, 4)
    assert departments(community)["客服部"] == ("89.4", "10.0")
    assert departments(community)["环境部"] == ("98.0", "2.0")
    assert (community["score"], community["status"], community["rank"]) == ("94.3", "样本不足", None)


def test_the_second_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    community = score_until(tmp_path, capsys, 5)
    assert departments(community)["客服部"][0] == "93.7"
    assert departments(community)["环境部"][0] == "99.0"
    assert community["score"] == "96.7"


def test_the_whole_month(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    community = score_until(tmp_path, capsys, 6)
    assert departments(community)["客服部"] == ("95.8", "12.0")
    assert departments(community)["环境部"] == ("98.0", "6.0")
    assert departments(community)["监控室"] == (None, None)
    assert community["score"] == "97.1"
    assert (community["grade"], community["rank"], community["days"], community["red_lines"]) == ("优", 1, 3, 0)
    assert community["unvisited_rate"] == "0.0"
