"""Every rule with the row that triggers it, and the one beside it that just does not."""

from datetime import date

import pytest

from pinzhi_xl.keys import fill_keys
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules import RULES, Scene, check
from pinzhi_xl.rules.base import SERVED
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.wording.problems import CATALOGUE
from tests.tables import book_of

VISITS = """
检查记录
检查编号 | 项目 | 检查日期 | 班次 | 未检部门 | 未检条款 | 检查类型
J1 | 凤鸣华府 | 2014-08-04 | 白班 | | A2 |
J2 | 瑞景华庭 | 2014-08-06 | 白班 | 客服部 | |
J3 | 凤鸣华府 | 2014-08-05 | 白班 | | | 抽查

位置
项目 | 位置名称
凤鸣华府 | 3栋

人员
工号 | 姓名
P1 | 员工甲
"""
HEAD = "问题登记\n问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数 | 位置 | 问题描述 | "
FACTS = "大堂地面有明显积水未清理"


def problems_of(text: str, as_of: date = date(2014, 8, 29)) -> list[Problem]:
    return check(Scene(Facts(fill_keys(book_of(VISITS + "\n" + text))[0]), as_of))


def found(text: str, code: str) -> list[tuple[str, str]]:
    """Address and value of each problem of a code."""
    return [(p.cell.address, p.value) for p in problems_of(text) if p.code == code]


def finding(extra_headings: str, *rows: str) -> str:
    return HEAD + extra_headings + "\n" + "\n".join(rows)


CASES = {
    "department-skipped": (
        finding("处置", f"W1 | J2 | 客服部 | A1 | 不合格 | 1 | 3栋 | {FACTS} |"),
        [("C2", "客服部")],
        finding("处置", f"W1 | J2 | 环境部 | B1 | 不合格 | 1 | 3栋 | {FACTS} |"),
    ),
    "department-not-set-up": (
        "项目部门\n项目 | 部门 | 是否设置\n凤鸣华府 | 客服部 | 否\n\n"
        + finding("处置", f"W1 | J1 | 客服部 | A1 | 不合格 | 1 | 3栋 | {FACTS} |"),
        [("C2", "客服部")],
        "项目部门\n项目 | 部门 | 是否设置\n凤鸣华府 | 客服部 | 是\n\n"
        + finding("处置", f"W1 | J1 | 客服部 | A1 | 不合格 | 1 | 3栋 | {FACTS} |"),
    ),
    "department-confirmed": (
        "检查记录\n检查编号 | 项目 | 检查日期 | 全部合格部门\nJ1 | 凤鸣华府 | 2014-08-04 | 客服中心、环境部\n\n"
        + finding("处置", f"W1 | J1 | 客服部 | A1 | 不合格 | 1 | 3栋 | {FACTS} |"),
        [("C2", "客服部")],
        "检查记录\n检查编号 | 项目 | 检查日期 | 全部合格部门\nJ1 | 凤鸣华府 | 2014-08-04 | 客服中心、环境部\n\n"
        + finding("处置", f"W1 | J1 | 客服部 | A1 | 不适用 | 1 | 3栋 | {FACTS} |"),
    ),
    "wrong-department": (
        finding("处置", f"W1 | J1 | 客服部 | B1 | 不合格 | 1 | 3栋 | {FACTS} |"),
        [("C2", "客服部")],
        finding("处置", f"W1 | J1 | 环境部 | B1 | 不合格 | 1 | 3栋 | {FACTS} |"),
    ),
    "item-not-in-force": (
        "检查标准\n编码 | 部门 | 检查项 | 分值 | 单次扣分 | 停用日期\nC1 | 环境部 | 旧 | 5 | 1 | 2014-08-04\n\n"
        + finding("处置", f"W1 | J1 | 环境部 | C1 | 不合格 | 1 | 3栋 | {FACTS} |"),
        [("D2", "C1")],
        "检查标准\n编码 | 部门 | 检查项 | 分值 | 单次扣分 | 停用日期\nC1 | 环境部 | 旧 | 5 | 1 | 2014-08-05\n\n"
        + finding("处置", f"W1 | J1 | 环境部 | C1 | 不合格 | 1 | 3栋 | {FACTS} |"),
    ),
    "failed-and-not-applicable": (
        finding(
            "处置",
            f"W1 | J1 | 客服部 | A1 | 不合格 | 1 | 3栋 | {FACTS} |",
            "W2 | J1 | 客服部 | A1 | 不适用 | | | 没有这项业务 |",
        ),
        [("D2", "A1"), ("D3", "A1")],
        finding(
            "处置",
            f"W1 | J1 | 客服部 | A1 | 不合格 | 1 | 3栋 | {FACTS} |",
            "W2 | J1 | 客服部 | A4 | 不适用 | | | 没有这项业务 |",
        ),
    ),
    "red-line-not-allowed": (
        finding("红线 | 红线确认人", f"W1 | J1 | 客服部 | A1 | 不合格 | 1 | 3栋 | {FACTS} | 是 | 经理"),
        [("I2", "是")],
        finding("红线 | 红线确认人", f"W1 | J1 | 环境部 | B1 | 不合格 | 1 | 3栋 | {FACTS} | 是 | 经理"),
    ),
    "red-line-unconfirmed": (
        finding("红线 | 红线确认人", f"W1 | J1 | 环境部 | B1 | 不合格 | 1 | 3栋 | {FACTS} | 是 |"),
        [("J2", "")],
        finding("红线 | 红线确认人", f"W1 | J1 | 环境部 | B1 | 不合格 | 1 | 3栋 | {FACTS} | 是 | 经理"),
    ),
    "red-line-not-scored": (
        finding("红线 | 红线确认人", f"W1 | J3 | 环境部 | B1 | 不合格 | 1 | 3栋 | {FACTS} | 是 | 经理"),
        [("I2", "是")],
        finding("红线 | 红线确认人", f"W1 | J1 | 环境部 | B1 | 不合格 | 1 | 3栋 | {FACTS} | 是 | 经理"),
    ),
    "item-skipped": (
        finding("处置", f"W1 | J1 | 客服部 | A2 | 不合格 | 1 | 3栋 | {FACTS} |"),
        [("D2", "A2")],
        finding("处置", f"W1 | J1 | 客服部 | A4 | 不合格 | 1 | 3栋 | {FACTS} |"),
    ),
    "item-other-shift": (
        finding("处置", f"W1 | J1 | 客服部 | A3 | 不合格 | 1 | 3栋 | {FACTS} |"),
        [("D2", "A3")],
        finding("处置", f"W1 | J1 | 客服部 | A1 | 不合格 | 1 | 3栋 | {FACTS} |"),
    ),
    "item-not-applicable-here": (
        "项目部门\n项目 | 部门 | 不适用条款\n凤鸣华府 | 客服部 | A1\n\n"
        + finding("处置", f"W1 | J1 | 客服部 | A1 | 不合格 | 1 | 3栋 | {FACTS} |"),
        [("D2", "A1")],
        "项目部门\n项目 | 部门 | 不适用条款\n瑞景华庭 | 客服部 | A1\n\n"
        + finding("处置", f"W1 | J1 | 客服部 | A1 | 不合格 | 1 | 3栋 | {FACTS} |"),
    ),
    "adjusted-without-reason": (
        finding("扣分调整 | 调整原因", f"W1 | J1 | 客服部 | A1 | 不合格 | 1 | 3栋 | {FACTS} | -1 |"),
        [("I2", "-1")],
        finding("扣分调整 | 调整原因", f"W1 | J1 | 客服部 | A1 | 不合格 | 1 | 3栋 | {FACTS} | -1 | 已说明"),
    ),
    "not-applicable-without-reason": (
        finding("处置", "W1 | J1 | 客服部 | A1 | 不适用 | | | |"),
        [("H2", "")],
        finding("处置", "W1 | J1 | 客服部 | A1 | 不适用 | | | 没有这项业务 |"),
    ),
    "facts-missing": (
        finding("处置", "W1 | J1 | 客服部 | A1 | 不合格 | 1 | 3栋 | |"),
        [("H2", "")],
        finding("处置", f"W1 | J1 | 客服部 | A1 | 不合格 | 1 | 3栋 | {FACTS} |"),
    ),
    "place-missing": (
        finding("处置", f"W1 | J1 | 客服部 | A1 | 不合格 | 1 | | {FACTS} |"),
        [("G2", "")],
        finding("处置", f"W1 | J1 | 客服部 | A1 | 不合格 | 1 | 3栋 | {FACTS} |"),
    ),
    "place-unknown": (
        finding("处置", f"W1 | J1 | 客服部 | A1 | 不合格 | 1 | 4栋 | {FACTS} |"),
        [("G2", "4栋")],
        finding("处置", f"W1 | J1 | 客服部 | A1 | 不合格 | 1 | ３ 栋 | {FACTS} |"),
    ),
    "personal-number": (
        finding("处置", "W1 | J1 | 客服部 | A1 | 不合格 | 1 | 3栋 | 联系电话13912345678未登记 |"),
        [("H2", "联系电话139********未登记")],
        finding("处置", "W1 | J1 | 客服部 | A1 | 不合格 | 1 | 3栋 | 设备编号139123456789012未登记 |"),
    ),
    "penalty-without-person": (
        finding("处置", f"W1 | J1 | 客服部 | A1 | 不合格 | 1 | 3栋 | {FACTS} | 整改+处罚"),
        [("I2", "整改+处罚")],
        finding("处置", f"W1 | J1 | 客服部 | A1 | 不合格 | 1 | 3栋 | {FACTS} | 整改＋处罚")
        + "\n\n违纪人员\n问题编号 | 工号\nW1 | P1",
    ),
    "person-without-penalty": (
        finding("处置", f"W1 | J1 | 客服部 | A1 | 不合格 | 1 | 3栋 | {FACTS} | 整改")
        + "\n\n违纪人员\n问题编号 | 工号\nW1 | P1",
        [("A2", "W1")],
        finding("处置", f"W1 | J1 | 客服部 | A1 | 不合格 | 1 | 3栋 | {FACTS} | 处罚")
        + "\n\n违纪人员\n问题编号 | 工号\nW1 | P1",
    ),
    "editions-overlap": (
        "检查标准\n编码 | 部门 | 检查项 | 分值 | 单次扣分 | 版本 | 生效日期 | 停用日期\n"
        "C1 | 环境部 | 旧 | 5 | 1 | 一 | | 2014-08-05\nC1 | 环境部 | 新 | 5 | 1 | 二 | 2014-08-04 |",
        [("A3", "C1")],
        "检查标准\n编码 | 部门 | 检查项 | 分值 | 单次扣分 | 版本 | 生效日期 | 停用日期\n"
        "C1 | 环境部 | 旧 | 5 | 1 | 一 | | 2014-08-05\nC1 | 环境部 | 新 | 5 | 1 | 二 | 2014-08-05 |",
    ),
    "deduction-over-points": (
        "检查标准\n编码 | 部门 | 检查项 | 分值 | 单次扣分\nC1 | 环境部 | 项 | 5 | 6",
        [("E2", "6")],
        "检查标准\n编码 | 部门 | 检查项 | 分值 | 单次扣分\nC1 | 环境部 | 项 | 5 | 5",
    ),
    "points-not-100": (
        "检查标准\n编码 | 部门 | 检查项 | 分值 | 单次扣分\nC1 | 环境部 | 项 | 5 | 1",
        [("D2", "5")],
        "检查标准\n编码 | 部门 | 检查项 | 分值 | 单次扣分\nC1 | 环境部 | 项 | 100 | 1",
    ),
    "no-weight": (
        "部门\n部门名称 | 权重\n客服部 | 0\n环境部 | 0",
        [("B2", "0")],
        "部门\n部门名称 | 权重\n客服部 | 0\n环境部 | 1",
    ),
    "alias-taken": (
        "部门\n部门名称 | 别名 | 权重\n客服部 | 前台 | 1\n环境部 | 前台 | 1",
        [("B3", "前台")],
        "部门\n部门名称 | 别名 | 权重\n客服部 | 前台 | 1\n环境部 | 保洁 | 1",
    ),
    "ends-before-start": (
        "检查记录\n检查编号 | 项目 | 检查日期 | 开始时间 | 结束时间 | 班次\nJ1 | 凤鸣华府 | 2014-08-04 | 9:00 | 8:30 | 白班",
        [("E2", "08:30")],
        "检查记录\n检查编号 | 项目 | 检查日期 | 开始时间 | 结束时间 | 班次\nJ1 | 凤鸣华府 | 2014-08-04 | 23:00 | 0:30 | 夜班",
    ),
    "nothing-inspected": (
        "检查记录\n检查编号 | 项目 | 检查日期 | 未检部门\nJ1 | 凤鸣华府 | 2014-08-04 | 客服部、环境部",
        [("D2", "客服部、环境部")],
        "检查记录\n检查编号 | 项目 | 检查日期 | 未检部门\nJ1 | 凤鸣华府 | 2014-08-04 | 客服部",
    ),
    "in-the-future": (
        "检查记录\n检查编号 | 项目 | 检查日期\nJ1 | 凤鸣华府 | 2014-08-30",
        [("C2", "2014-08-30")],
        "检查记录\n检查编号 | 项目 | 检查日期\nJ1 | 凤鸣华府 | 2014-08-29",
    ),
    "year-without-holidays": (
        "检查记录\n检查编号 | 项目 | 检查日期\nJ1 | 凤鸣华府 | 2014-08-04",
        [("C2", "2014-08-04")],
        "节假日\n日期 | 类型\n2014-10-01 | 休\n\n检查记录\n检查编号 | 项目 | 检查日期\nJ1 | 凤鸣华府 | 2014-08-04",
    ),
    "community-left": (
        "项目\n项目名称 | 状态\n凤鸣华府 | 撤管\n瑞景华庭 |\n\n检查记录\n检查编号 | 项目 | 检查日期\nJ1 | 凤鸣华府 | 2014-08-04",
        [("B2", "凤鸣华府")],
        "项目\n项目名称 | 状态\n凤鸣华府 | 在管\n瑞景华庭 |\n\n检查记录\n检查编号 | 项目 | 检查日期\nJ1 | 凤鸣华府 | 2014-08-04",
    ),
}


@pytest.mark.parametrize("code", CASES)
def test_the_rule_finds_it_where_it_is_and_only_there(code: str) -> None:
    wrong, expected, right = CASES[code]
    assert found(wrong, code) == expected
    assert found(right, code) == []


def test_every_rule_says_which_requirement_it_serves_and_which_clause_it_enforces() -> None:
    for rule in RULES:
        assert SERVED[rule.__name__]
        assert rule.__doc__


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_problem_says_what_and_what_to_do(code: str) -> None:
    entry = CATALOGUE[code]
    assert entry.message.endswith(("。", "。\n"))
    assert entry.fix.endswith("。") or entry.fix == "{hint}"
