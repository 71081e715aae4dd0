"""年度结转: what goes along goes whole, so that nothing is issued, handed over or counted otherwise in the new master."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pinzhi_xl.sheets.acceptance import DeliveryDocument, DeliveryPlan
from pinzhi_xl.sheets.drills import SafetyRegulation
from pinzhi_xl.sheets.followup import BlankNotice, Penalty, Rectification
from pinzhi_xl.sheets.inspections import Finding
from pinzhi_xl.sheets.results import IssuedPaper, ScoreRow
from pinzhi_xl.workbook.read import read_book
from tests.masters import call, master_with, type_into

BASE = """
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
条款编号 | 制度名称 | 版本 | 条文 | 首次处理 | 再次处理 | 扣绩效分 | 民主程序日期 | 公示日期 | 生效日期
C1 | 员工手册 | 2018版 | 当班时间不得离岗。 | 书面警告 | 记过 | 2 | 2017-11-1 | 2017-11-20 | 2018-1-1

安全制度
制度名称 | 类别 | 生效日期 | 复审日期 | 废止日期
消防安全管理制度 | 消防 | 2016-1-1 | |
停车秩序管理制度 | 交通 | 2015-1-1 | | 2017-6-1

交付计划
项目 | 交付日期 | 验收日期
凤鸣华府 | 2018-11-20 |

交付资料
项目 | 资料名称 | 类别 | 应有份数 | 已交份数 | 移交日期
凤鸣华府 | 竣工总平面图 | 规划竣工 | 2 | 2 | 2018-8-1

检查记录
检查编号 | 项目 | 检查日期 | 开始时间 | 检查人 | 未检部门
J1 | 凤鸣华府 | 2018-9-4 | 9:00 | 员工丁 | 监控室
J2 | 凤鸣华府 | 2018-9-6 | 9:00 | 员工丁 | 监控室

问题登记
问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数 | 位置 | 问题描述 | 处置 | 奖惩条款编号
W1 | J1 | 环境部 | HJ06 | 不合格 | 1 | 3栋大堂 | 楼梯口堆放杂物未清理 | 整改 |
W2 | J1 | 环境部 | HJ01 | 不合格 | 1 | 2栋大堂 | 大堂地面有烟头三处未扫 | 整改+处罚 | C1
W3 | J2 | 客服部 | KF01 | 不合格 | 1 | 客服中心 | 前台无人值守十分钟以上 | 处罚 | C1

违纪人员
问题编号 | 工号
W2 | A3
W3 | A2
"""
"""September: J1 found W1 and W2 (one notice of both, and a penalty), J2 found W3 (a penalty)."""

DECIDED = {
    "送达方式": "当面",
    "签收日期": "2018-9-12",
    "核定结果": "同意",
    "核定扣分": "2",
    "核定人": "员工戊",
    "核定日期": "2018-9-20",
    "执行月份": "2018-10",
}


def september(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str = BASE) -> Path:
    """W1 open; W2 rectified in time; both penalties decided and executed with the pay of October."""
    master = master_with(tmp_path / "2018总表.xlsx", text)
    code, said = call(capsys, "issue", master, "--month", "2018-09", "--as-of", "2018-09-10", "--json")
    assert (code, len(said["documents"])) == (0, 3), said
    call(capsys, "handover", master, "--month", "2018-09", "--to", "行政部", "--as-of", "2018-09-11", "--json")
    for row in read_book(master).rows(Rectification):
        if row.finding == "W2":
            type_into(
                master, "整改跟踪", row.row, 完成日期="2018-9-11", 复查人="员工丁", 复查日期="2018-9-12",
                复查结论="整改完成", 效果评估="达到",
            )  # fmt: skip
    for penalty in read_book(master).rows(Penalty):
        type_into(master, "处罚登记", penalty.row, **DECIDED)
    return final(capsys, master, "2018-09", "2018-12-30")


def final(capsys: pytest.CaptureFixture[str], master: Path, month: str, day: str) -> Path:
    code, said = call(capsys, "month-end", master, "--month", month, "--final", "--as-of", day, "--json")
    assert (said["failed"], code) == ([], 0), said
    return master


def turn(capsys: pytest.CaptureFixture[str], old: Path, year: int) -> Path:
    new = old.with_name(f"{year}总表.xlsx")
    code, said = call(capsys, "new", new, "--from", old, "--year", year, "--as-of", f"{year}-01-02", "--json")
    assert code == 0, said
    return new


def rows_of(master: Path, kind: type[Any]) -> list[Any]:
    return list(read_book(master).rows(kind))


def test_what_is_over_is_not_drafted_anew(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """W1 is open, so its notice goes along whole: with W2, which stands on it, and W2's executed penalty.

    Otherwise September issued again would add the penalty as 已开具, and it would be handed over a second time.
    """
    new = turn(capsys, september(tmp_path, capsys), 2019)
    before = {(p.finding, p.number, p.payroll_month) for p in rows_of(new, Penalty)}
    done = {(r.finding, r.outcome) for r in rows_of(new, Rectification)}
    assert done == {("W1", None), ("W2", "整改完成")}
    said = call(capsys, "issue", new, "--month", "2018-09", "--as-of", "2019-01-03", "--json")[1]
    assert not [p for p in said["problems"] if p["code"] in ("content-changed", "notice-without-basis")]
    assert not any(document["new"] for document in said["documents"])
    assert {(p.finding, p.number, p.payroll_month) for p in rows_of(new, Penalty)} == before
    assert {p.state for p in rows_of(new, Penalty)} == {"已执行"}
    assert {(r.finding, r.outcome) for r in rows_of(new, Rectification)} == done
    again = call(
        capsys, "handover", new, "--month", "2018-09", "--to", "行政部", "--as-of", "2019-01-03", "--json"
    )[1]
    assert not any(one["new"] and one["number"] != "2018-09-1" for one in again["documents"]), again


def test_a_second_offence_is_a_second_one_in_the_new_year(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A2 was warned under C1 in September and is found again in January: 再次处理, 记过."""
    new = turn(capsys, september(tmp_path, capsys), 2019)
    book = read_book(new)
    type_into(
        new, "检查记录", len(book.grids["检查记录"]) + 1, 检查编号="J9", 项目="凤鸣华府", 检查日期="2019-1-8",
        检查人="员工丁", 未检部门="监控室",
    )  # fmt: skip
    type_into(
        new, "问题登记", len(book.grids["问题登记"]) + 1, 问题编号="W9", 检查编号="J9", 部门="客服部",
        条款编码="KF01", 结论="不合格", 处数="1", 位置="客服中心", 问题描述="前台又无人值守十分钟以上",
        处置="处罚", 奖惩条款编号="C1",
    )  # fmt: skip
    type_into(new, "违纪人员", len(book.grids["违纪人员"]) + 1, 问题编号="W9", 工号="A2")
    code, said = call(capsys, "issue", new, "--month", "2019-01", "--as-of", "2019-01-09", "--json")
    assert code == 0, said
    assert {p.finding: p.proposal for p in rows_of(new, Penalty)}["W9"] == "记过"


def test_what_was_open_for_two_years_keeps_its_month_final(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """W1 of 2018 is open still in 2020: September 2018 stays locked, and 2021 can follow."""
    third = turn(capsys, turn(capsys, september(tmp_path, capsys), 2019), 2020)
    assert {row.month for row in rows_of(third, ScoreRow)} == {"2018-09"}
    said = call(capsys, "score", third, "--month", "2018-09", "--as-of", "2020-01-03", "--json")[1]
    assert [one["status"] for one in said["communities"]] == ["锁定"]
    fourth = turn(capsys, third, 2021)
    assert "W1" in {row.number for row in rows_of(fourth, Finding)}


def test_a_regulation_in_force_goes_along(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One in force since 2016 is still in force; the one repealed in 2017 stays behind."""
    new = turn(capsys, september(tmp_path, capsys), 2019)
    assert [row.name for row in rows_of(new, SafetyRegulation)] == ["消防安全管理制度"]


def test_the_issued_papers_of_what_goes_along_are_known(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = september(tmp_path, capsys)
    new = turn(capsys, old, 2019)
    assert [row.number for row in rows_of(new, IssuedPaper)] == [row.number for row in rows_of(old, IssuedPaper)]
    papers = [(row.number, row.path) for row in rows_of(new, IssuedPaper)]
    call(capsys, "issue", new, "--month", "2018-09", "--as-of", "2019-01-03", "--json")
    assert [(row.number, row.path) for row in rows_of(new, IssuedPaper)] == papers


def test_a_blank_in_hand_is_void_or_filled_in_the_new_master(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = september(tmp_path, capsys)
    code, said = call(
        capsys, "register", "reserve", old, "--count", "2", "--holder", "员工丁", "--as-of", "2018-12-28", "--json"
    )
    assert code == 0, said
    first, second = (one["number"] for one in said["documents"])
    new = turn(capsys, old, 2019)
    assert [(row.number, row.use) for row in rows_of(new, BlankNotice)] == [(first, "在手"), (second, "在手")]
    call(capsys, "issue", new, "--month", "2018-09", "--as-of", "2019-01-03", "--json")
    code, said = call(
        capsys, "register", "void", new, first, "--reason", "写坏了", "--as-of", "2019-01-03", "--json"
    )
    assert code == 0, said
    assert [(row.number, row.use) for row in rows_of(new, BlankNotice)] == [(first, "作废"), (second, "在手")]
    listed = {row.number: row.state for row in rows_of(new, IssuedPaper)}
    assert (listed[first], listed[second]) == ("作废", "有效")


def test_a_delivery_that_is_not_accepted_keeps_what_was_handed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Delivered in November and not accepted yet: the plan, and the drawing received in August, go along."""
    new = turn(capsys, september(tmp_path, capsys), 2019)
    assert [row.delivered_on for row in rows_of(new, DeliveryPlan)] == [date(2018, 11, 20)]
    received = {row.name: row.received_on for row in rows_of(new, DeliveryDocument) if row.community}
    assert received == {"竣工总平面图": date(2018, 8, 1)}


def test_a_month_that_is_not_whole_here_is_not_reviewed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of September 2018 the new master has W1 and its like only; December, the repeat window, it has whole."""
    new = turn(capsys, september(tmp_path, capsys), 2019)
    before = new.read_bytes()
    for options in (("--month", "2018-11"), ("--year", "2018")):
        code, said = call(capsys, "review", new, *options, "--as-of", "2019-01-03", "--json")
        assert code == 2
        assert "2018总表.xlsx" in said["error"]
    assert new.read_bytes() == before
    assert call(capsys, "review", new, "--month", "2018-12", "--as-of", "2019-01-03", "--json")[0] == 0


def test_a_report_of_before_the_turn_says_that_it_is_not_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = turn(capsys, september(tmp_path, capsys), 2019)
    codes = {}
    for month in ("2018-11", "2018-12"):
        said = call(
            capsys, "report", new, "--kind", "月度督导总结", "--month", month, "--as-of", "2019-01-03", "--json"
        )[1]
        codes[month] = "report-before-turn" in {problem["code"] for problem in said["problems"]}
    assert codes == {"2018-11": True, "2018-12": False}
