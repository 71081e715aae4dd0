"""年度结转: the new master knows what is open, what repeats, and which papers have their numbers already."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pinzhi_xl.sheets.carried import Carried
from pinzhi_xl.sheets.followup import Appeal, Penalty, Rectification
from pinzhi_xl.sheets.inspections import Finding, Inspection
from pinzhi_xl.sheets.results import ScoreRow
from pinzhi_xl.workbook.read import read_book
from tests.masters import call, master_with, type_into

YEAR = """
项目
项目名称 | 项目经理
凤鸣华府 | 员工甲

人员
工号 | 姓名 | 项目 | 部门 | 岗位 | 入职日期
A1 | 员工甲 | 凤鸣华府 | 管理处 | 项目经理 | 2016-1-4
A2 | 员工乙 | 凤鸣华府 | 客服部 | 客服主管 | 2016-1-4
A3 | 员工丙 | 凤鸣华府 | 环境部 | 环境主管 | 2016-1-4

项目部门
项目 | 部门 | 负责人工号
凤鸣华府 | 客服部 | A2
凤鸣华府 | 环境部 | A3

奖惩条款
条款编号 | 制度名称 | 版本 | 条文 | 首次处理 | 扣绩效分 | 民主程序日期 | 公示日期 | 生效日期
C1 | 员工手册 | 2018版 | 当班时间不得离岗。 | 书面警告 | 2 | 2017-11-1 | 2017-11-20 | 2018-1-1

检查记录
检查编号 | 项目 | 检查日期 | 开始时间 | 检查人 | 未检部门
J1 | 凤鸣华府 | 2018-9-4 | 9:00 | 员工丁 | 监控室
J2 | 凤鸣华府 | 2018-12-20 | 9:00 | 员工丁 | 监控室
J3 | 凤鸣华府 | 2018-9-5 | 9:00 | 员工丁 | 监控室
J4 | 凤鸣华府 | 2018-12-21 | 9:00 | 员工丁 | 监控室

问题登记
问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数 | 位置 | 问题描述 | 处置 | 奖惩条款编号
W1 | J1 | 环境部 | HJ06 | 不合格 | 1 | 3栋大堂 | 楼梯口堆放杂物未清理 | 整改 |
W2 | J2 | 环境部 | HJ06 | 不合格 | 1 | 3栋大堂 | 楼梯口堆放杂物未清理 | 整改 |
W3 | J2 | 客服部 | KF01 | 不合格 | 1 | 客服中心 | 前台无人值守十分钟以上 | 处罚 | C1
W4 | J3 | 客服部 | KF02 | 不合格 | 1 | 客服中心 | 前台资料摆放杂乱未归档 | 整改 |

违纪人员
问题编号 | 工号
W3 | A2
"""


def december(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The year's master with W1 open since September, W4 closed, W3 under appeal, September and December final."""
    master = master_with(tmp_path / "2018总表.xlsx", YEAR)
    assert call(capsys, "issue", master, "--month", "2018-09", "--as-of", "2018-09-28", "--json")[0] == 0
    type_into(
        master,
        "整改跟踪",
        row_of(master, "整改跟踪", "W4"),
        完成日期="2018-10-8",
        复查人="员工丁",
        复查日期="2018-10-9",
        复查结论="整改完成",
        效果评估="达到",
    )
    assert call(capsys, "issue", master, "--month", "2018-12", "--as-of", "2018-12-24", "--json")[0] == 0
    number = read_book(master).rows(Penalty)[0].number
    type_into(master, "处罚登记", 2, 送达方式="当面", 签收日期="2018-12-25")
    type_into(master, "申诉", 2, 处罚编号=str(number), 申诉日期="2018-12-28", 理由="当天已报备", 受理人="员工甲")
    for month in ("2018-09", "2018-12"):
        said = call(capsys, "month-end", master, "--month", month, "--final", "--as-of", "2018-12-31", "--json")[1]
        assert said["failed"] == [], said
    return master


def row_of(master: Path, label: str, key: str) -> int:
    sheet = openpyxl.load_workbook(master, read_only=True)[label]
    return next(n for n, (first, *_) in enumerate(sheet.values, 1) if first == key)


def turned(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[Path, Path, Any]:
    old = december(tmp_path, capsys)
    new = tmp_path / "2019总表.xlsx"
    code, said = call(capsys, "new", new, "--from", old, "--year", "2019", "--as-of", "2019-01-02", "--json")
    assert code == 0, said
    return old, new, said


def test_what_is_open_goes_along_and_what_is_over_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new, said = turned(tmp_path, capsys)
    book = read_book(new)
    assert book.identity != read_book(old).identity
    assert [row.finding for row in book.rows(Rectification)] == ["W1", "W2"]
    assert [row.finding for row in book.rows(Penalty)] == ["W3"]
    assert [row.reason for row in book.rows(Appeal)] == ["当天已报备"]
    assert [row.number for row in book.rows(Finding)] == ["W1", "W2", "W3"]
    assert [row.number for row in book.rows(Inspection)] == ["J1", "J2", "J4"]
    assert {row.origin for row in book.rows(Carried)} == {read_book(old).identity}
    assert {row.month for row in book.rows(ScoreRow)} == {"2018-09", "2018-12"}
    assert (said["rectifications"], said["penalties"]) == (2, 1)
    code, checked = call(capsys, "check", new, "--as-of", "2019-01-02", "--json")
    assert code == 0, [p for p in checked["problems"] if p["level"] == "错误"]


def test_papers_keep_the_numbers_they_have(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new, _ = turned(tmp_path, capsys)
    before = call(capsys, "register", "list", old, "--json")[1]
    for month in ("2018-09", "2018-12", "2019-01"):
        code, said = call(capsys, "issue", new, "--month", month, "--as-of", "2019-01-03", "--json")
        assert code == 0, said
        assert not any(document["new"] for document in said["documents"])
    assert call(capsys, "register", "verify", new)[0] == 0
    after = call(capsys, "register", "list", old, "--json")[1]
    assert after == before
    rows = {row.finding: row.number for row in read_book(new).rows(Rectification)}
    assert rows == {row.finding: row.number for row in read_book(old).rows(Rectification) if row.finding != "W4"}


def test_a_problem_of_january_repeats_one_of_december(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """W2 of 2018-12-20 was to be rectified; HJ06 at 3栋大堂 again on 2019-01-08, 19 days later: 第2次, twice 2 points.

    W1 of 2018-09-04 is more than 30 days before W2, so W2 itself is the first.
    """
    _, new, _ = turned(tmp_path, capsys)
    visit, finding = len(read_book(new).rows(Inspection)) + 2, len(read_book(new).rows(Finding)) + 2
    type_into(
        new,
        "检查记录",
        visit,
        检查编号="J9",
        项目="凤鸣华府",
        检查日期="2019-1-8",
        检查人="员工丁",
        未检部门="监控室",
    )
    type_into(
        new,
        "问题登记",
        finding,
        问题编号="W9",
        检查编号="J9",
        部门="环境部",
        条款编码="HJ06",
        结论="不合格",
        处数="1",
        位置="3栋大堂",
        问题描述="楼梯口又堆放了杂物",
        处置="整改",
    )
    assert call(capsys, "score", new, "--month", "2019-01", "--as-of", "2019-01-09", "--json")[0] == 0
    found = {row.number: row for row in read_book(new).rows(Finding)}
    assert (found["W9"].repeat, found["W9"].repeat_of, str(found["W9"].deduction)) == (2, "W2", "4")


def test_an_old_master_with_a_month_not_final_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    master = master_with(tmp_path / "2018总表.xlsx", YEAR)
    before = master.read_bytes()
    assert call(capsys, "new", tmp_path / "新.xlsx", "--from", master, "--year", "2019")[0] == 2
    assert not (tmp_path / "新.xlsx").exists()
    assert master.read_bytes() == before


def test_an_old_master_with_errors_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = december(tmp_path, capsys)
    type_into(old, "问题登记", 2, 部门="没有这个部门")
    assert (
        call(capsys, "new", tmp_path / "新.xlsx", "--from", old, "--year", "2019", "--as-of", "2019-01-02")[0] == 2
    )
    assert not (tmp_path / "新.xlsx").exists()


def test_a_new_master_elsewhere_keeps_the_register(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = december(tmp_path, capsys)
    away = tmp_path / "别处"
    away.mkdir()
    new = away / "2019总表.xlsx"
    assert call(capsys, "new", new, "--from", old, "--year", "2019", "--as-of", "2019-01-02")[0] == 0
    assert read_book(new).settings.register == str(tmp_path / "登记")
    assert call(capsys, "issue", new, "--month", "2018-12", "--as-of", "2019-01-03", "--json")[0] == 0


@pytest.mark.parametrize(
    "options",
    [("--from", "旧.xlsx"), ("--year", "2019"), ("--from", "旧.xlsx", "--year", "2019", "--sample", "2014-08")],
)
def test_half_a_turn_is_a_wrong_call(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...]
) -> None:
    assert call(capsys, "new", tmp_path / "新.xlsx", *options)[0] == 2
    assert list(tmp_path.iterdir()) == []


def test_within_the_year_nothing_of_it_is_left_behind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """How a master of an older edition is replaced: all findings of 2018, its final scores and their locks come along."""
    old = december(tmp_path, capsys)
    new = tmp_path / "2018新版.xlsx"
    assert call(capsys, "new", new, "--from", old, "--year", "2018", "--as-of", "2018-12-31", "--json")[0] == 0
    before, after = read_book(old), read_book(new)
    for kind in (Inspection, Finding, Rectification, Penalty, Appeal, ScoreRow):
        assert [replace(row, row=0) for row in after.rows(kind)] == [
            replace(row, row=0) for row in before.rows(kind)
        ]
    said = call(capsys, "score", new, "--month", "2018-12", "--as-of", "2018-12-31", "--json")[1]
    assert [one["status"] for one in said["communities"]] == ["锁定"]
