"""The BLOCK and WARN table of law.md §8: each row has a case that triggers it and one that just does not."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pinzhi_xl.documents.design import BUILDERS
from pinzhi_xl.documents.notices import PENALTY_TEMPLATE
from pinzhi_xl.penalties.proposals import DISMISSAL, LIGHT, MOVE, grade_of
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.followup import Penalty
from pinzhi_xl.sheets.payroll import DeductionRule
from pinzhi_xl.workbook.defaults import default_contents
from pinzhi_xl.workbook.read import read_book
from tests.masters import call, master_with
from tests.papers import paper_text
from tests.tables import book_of
from tests.test_issue import COMMON, FACTS, HEAD, W1, codes, issue, sheets

BOOK = """
节假日
日期 | 类型
2014-10-01 | 休

人员
工号 | 姓名 | 部门 | 用工单位 | 离职日期
P1 | 员工甲 | 客服部 | |
P2 | 员工甲 | 客服部 | |
P3 | 员工丙 | 环境部 | 示例保洁公司 |
P4 | 员工丁 | 客服部 | 本公司 | 2014-08-05

位置
项目 | 位置名称
凤鸣华府 | 前台
凤鸣华府 | 大堂
瑞景华庭 | 前台

检查记录
检查编号 | 项目 | 检查日期 | 检查人
J1 | 凤鸣华府 | 2014-08-04 | 检查员
J2 | 凤鸣华府 | 2014-08-04 | 检查员
J3 | 凤鸣华府 | 2014-08-05 | 检查员
J4 | 瑞景华庭 | 2014-08-04 | 检查员

工资扣减规则
地区 | 类型 | 禁止罚款 | 比例 | 生效日期 | 失效日期 | 核对人 | 核对日期
广东 | 违纪 | 是 | | | | |
深圳 | 违纪 | | 0.3 | 2014-01-01 | 2014-08-05 | 员工丁 | 2014-07-01
河北 | 违纪 | | 0.2 | | | |
上海 | 赔偿 | | 0.2 | | | 员工丁 | 2014-07-01
"""
CLAUSES = """
奖惩条款
条款编号 | 制度名称 | 条文 | 首次处理 | 扣绩效分 | 金额 | 民主程序日期 | 公示日期 | 失效日期 | 生效日期
5.1 | 员工手册 | 坚守岗位。 | 书面警告 | 2 | | 2013-12-01 | 2014-01-10 | |
5.2 | 员工手册 | 着装整齐。 | 口头提醒 | 1 | | | 2014-01-10 | |
5.3 | 员工手册 | 旧条款。 | 口头提醒 | 1 | | 2012-12-01 | 2013-01-10 | 2014-01-01 |
5.4 | 员工手册 | 新条款。 | 口头提醒 | 1 | | 2013-12-01 | 2014-08-05 | |
5.5 | 员工手册 | 新条款。 | 口头提醒 | 1 | | 2013-12-01 | 2014-08-01 | | 2014-08-05
5.6 | 员工手册 | 旧条款。 | 口头提醒 | 1 | | 2012-12-01 | 2013-01-10 | 2014-08-05 |
"""
FINDINGS = "\n问题登记\n问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 位置 | 问题描述 | 处置 | 奖惩条款编号\n"
ROWS = "\n\n处罚登记\n问题编号 | 工号 | 建议金额 | 建议处理 | 处罚编号 | 核定结果 | 核定金额\n"
CLAUSE_TYPED = "\n\n处罚登记\n问题编号 | 工号 | 奖惩条款编号 | 处罚编号\nW1 | P1 | {} | {}"
CAPS = "\n\n扣减上限\n工号 | 工资所属月 | 上限\n"


def finding(number: str, inspection: str = "J1", place: str = "前台", clause: str = "5.1") -> str:
    return f"{number} | {inspection} | 客服部 | A1 | 不合格 | {place} | {FACTS} | 处罚 | {clause}"


def setting(region: str, money: str = "是") -> str:
    return f"\n\n参数\n名称 | 取值\n地区 | {region}\n启用金额 | {money}"


def charged(*findings: str, people: str = "", rest: str = "") -> str:
    named = people or "\n".join(f"{line.split(' | ')[0]} | P1" for line in findings)
    return BOOK + CLAUSES + FINDINGS + "\n".join(findings) + f"\n\n违纪人员\n问题编号 | 工号\n{named}" + rest


def told(text: str) -> list[Problem]:
    return check(Scene(Facts(book_of(text)), date(2014, 8, 29)))


def found(text: str, code: str) -> list[tuple[str, str]]:
    """Cell of 处罚登记 or 违纪人员, and value."""
    return [(p.cell.address, p.value) for p in told(text) if p.code == code]


MONEY = ROWS + "W1 | P1 | 50 | | | |"
ONE = finding("W1")
TWO = (finding("W1"), finding("W2", "J2"))
NUMBERED = ROWS + "W1 | P1 | {first} | | 品罚〔2014〕1号 | |\nW2 | P1 | {second} | | {number} | |"
SHENZHEN = setting("深圳")

CASES: dict[str, tuple[str, list[tuple[str, str]], str]] = {
    # B1: 5.3 lapsed on 2014-01-01, 5.4 was published on 2014-08-05, 5.5 came into force on that day
    "clause-not-binding": (charged(finding("W1", clause="5.3")), [("B2", "5.3")], charged(ONE)),
    "clause-not-binding: 未公示": (
        charged(finding("W1", clause="5.4")), [("B2", "5.4")], charged(finding("W1", "J3", clause="5.4"))
    ),
    "clause-not-binding: 未生效": (
        charged(finding("W1", clause="5.5")), [("B2", "5.5")], charged(finding("W1", "J3", clause="5.5"))
    ),
    "clause-not-binding: 失效当天": (
        charged(finding("W1", "J3", clause="5.6")), [("B2", "5.6")], charged(finding("W1", clause="5.6"))
    ),
    "clause-not-binding: 处罚登记另引条款": (
        charged(ONE, rest=CLAUSE_TYPED.format("5.3", "")), [("C2", "5.3")], charged(ONE, rest=CLAUSE_TYPED.format("5.2", ""))
    ),
    "clause-not-binding: 已有编号的不再问": (
        charged(ONE, rest=CLAUSE_TYPED.format("5.3", "")),
        [("C2", "5.3")],
        charged(ONE, rest=CLAUSE_TYPED.format("5.3", "品罚〔2014〕1号")),
    ),
    "clause-not-binding: 人已不能开单": (
        charged(finding("W1", clause="5.3")), [("B2", "5.3")], charged(finding("W1", clause="5.3"), people="W1 | P3")
    ),
    # B5
    "person-has-left": (
        charged(finding("W1", "J3"), people="W1 | P4"), [("B2", "P4")], charged(finding("W1", "J1"), people="W1 | P4")
    ),
    "person-has-left: 已有一行处罚登记": (
        charged(finding("W1", "J3"), people="W1 | P4", rest=ROWS + "W1 | P4 | | | | |"),
        [("B2", "P4")],
        charged(finding("W1", "J1"), people="W1 | P4", rest=ROWS + "W1 | P4 | | | | |"),
    ),
    "supplier-staff": (charged(ONE, people="W1 | P3"), [("B2", "P3")], charged(ONE, people="W1 | P4")),
    # B2
    "region-forbids-fines": (
        charged(ONE, rest=MONEY + setting("广东")),
        [("C2", "50")],
        charged(ONE, rest=MONEY.replace("50", "0") + setting("广东")),
    ),
    "region-unchecked": (
        charged(ONE, rest=MONEY + setting("")),  # 地区空白
        [("C2", "50")],
        charged(ONE, rest=MONEY + SHENZHEN),
    ),
    "region-unchecked: 没有核对": (
        charged(ONE, rest=MONEY + setting("河北")),
        [("C2", "50")],
        charged(ONE, rest=ROWS + "W1 | P1 | | | | |" + setting("河北")),
    ),
    "region-unchecked: 赔偿的规定不算": (
        charged(ONE, rest=MONEY + setting("上海")),
        [("C2", "50")],
        charged(ONE, rest=MONEY + SHENZHEN),
    ),
    "region-unchecked: 失效当天": (
        charged(finding("W1", "J3"), rest=MONEY + SHENZHEN),
        [("C2", "50")],
        charged(finding("W1", "J1"), rest=MONEY + SHENZHEN),
    ),
    "money-without-consultation": (
        charged(finding("W1", clause="5.2"), rest=MONEY + SHENZHEN),
        [("C2", "50")],
        charged(finding("W1", clause="5.2"), rest=ROWS + "W1 | P1 | | | | |" + SHENZHEN),
    ),
    # B3
    "over-the-cap": (
        charged(ONE, rest=MONEY + SHENZHEN + CAPS + "P1 | 2014-08 | 49.99"),
        [("C2", "50")],
        charged(ONE, rest=MONEY + SHENZHEN + CAPS + "P1 | 2014-08 | 50"),
    ),
    "over-the-cap: 已用550，剩50": (
        charged(*TWO, rest=NUMBERED.format(first=550, second="50.01", number="") + SHENZHEN + CAPS + "P1 | 2014-08 | 600")
        .replace("W2 | J2 | 客服部 | A1 | 不合格 | 前台", "W2 | J2 | 客服部 | A1 | 不合格 | 大堂"),
        [("C3", "50.01")],
        charged(*TWO, rest=NUMBERED.format(first=550, second="50", number="") + SHENZHEN + CAPS + "P1 | 2014-08 | 600")
        .replace("W2 | J2 | 客服部 | A1 | 不合格 | 前台", "W2 | J2 | 客服部 | A1 | 不合格 | 大堂"),
    ),
    "over-the-cap: 已开的合计": (
        charged(*TWO, rest=NUMBERED.format(first=400, second=300, number="品罚〔2014〕2号") + CAPS + "P1 | 2014-08 | 600"),
        [("C3", "300")],
        charged(*TWO, rest=NUMBERED.format(first=400, second=200, number="品罚〔2014〕2号") + CAPS + "P1 | 2014-08 | 600"),
    ),
    "over-the-cap: 核定的金额": (
        charged(ONE, rest=ROWS + "W1 | P1 | 10 | | 品罚〔2014〕1号 | 变更 | 60" + CAPS + "P1 | 2014-08 | 50"),
        [("G2", "60")],
        charged(ONE, rest=ROWS + "W1 | P1 | 60 | | 品罚〔2014〕1号 | 变更 | 10" + CAPS + "P1 | 2014-08 | 50"),
    ),
    # B4
    "penalised-already": (
        charged(*TWO),
        [("B3", "W2")],
        charged(finding("W1"), finding("W2", "J2", place="大堂")),
    ),
    "penalised-already: 另一天": (charged(*TWO), [("B3", "W2")], charged(finding("W1"), finding("W2", "J3"))),
    "penalised-already: 另一项目": (charged(*TWO), [("B3", "W2")], charged(finding("W1"), finding("W2", "J4"))),
    "penalised-already: 另一条款": (
        charged(*TWO), [("B3", "W2")], charged(finding("W1"), finding("W2", "J2", clause="5.2"))
    ),
    "penalised-already: 另一人": (charged(*TWO), [("B3", "W2")], charged(*TWO, people="W1 | P1\nW2 | P2")),
    "penalised-already: 已有编号的在后": (
        charged(*TWO, rest=ROWS + "W2 | P1 | | | 品罚〔2014〕1号 | |"),
        [("B2", "W1")],
        charged(*TWO, rest="\n\n处罚登记\n问题编号 | 工号 | 处罚编号 | 状态\nW2 | P1 | 品罚〔2014〕1号 | 作废"
                           "\nW1 | P1 | 品罚〔2014〕2号 |"),
    ),
    # B7
    "number-twice": (
        charged(*TWO, rest=NUMBERED.format(first="", second="", number="品罚〔2014〕１号")),
        [("E3", "品罚〔2014〕１号")],
        charged(*TWO, rest=NUMBERED.format(first="", second="", number="品罚〔2014〕2号")),
    ),
    # W1
    "cap-unknown": (
        charged(ONE, rest=MONEY + SHENZHEN + CAPS + "P1 | 2014-09 | 600"),  # of another month
        [("C2", "P1")],
        charged(ONE, rest=MONEY + SHENZHEN + CAPS + "P1 | 2014年8月 | 600"),
    ),
    "cap-unknown: 重名不是同一人": (
        charged(ONE, rest=MONEY + SHENZHEN + CAPS + "P2 | 2014-08 | 600"),
        [("C2", "P1")],
        charged(ONE, rest=MONEY + SHENZHEN + CAPS + "P1 | 2014-08 | 600"),
    ),
    # W3
    "personal-number": (
        charged(ONE, rest=ROWS + "W1 | P1 | | 书面警告，电话13912345678 | | |"),
        [("D2", "书面警告，电话139********")],
        charged(ONE, rest=ROWS + "W1 | P1 | | 书面警告，单号1391234567 | | |"),
    ),
    # W7
    "proposal-too-heavy": (
        charged(ONE, rest=ROWS + "W1 | P1 | | 调岗 | | |"),
        [("D2", "调岗")],
        charged(ONE, rest=ROWS + "W1 | P1 | | 书面警告 | | |"),
    ),
    "proposal-too-heavy: 严重的不算": (
        charged(ONE, rest=ROWS + "W1 | P1 | | 解除劳动合同 | | |"),
        [("D2", "解除劳动合同")],
        "检查标准\n编码 | 部门 | 检查项 | 分值 | 单次扣分 | 严重程度\nA1 | 客服部 | 着装 | 10 | 2 | 严重\n"
        + charged(ONE, rest=ROWS + "W1 | P1 | | 解除劳动合同 | | |"),
    ),
    "dismissal-referred": (
        charged(ONE, rest=ROWS + "W1 | P1 | | 辞退 | | |"),
        [("D2", "辞退")],
        charged(ONE, rest=ROWS + "W1 | P1 | | 不辞退，书面警告 | | |"),
    ),
    "cap-month-unreadable": (
        charged(ONE, rest=CAPS + "P1 | 八月 | 600"), [("B2", "八月")], charged(ONE, rest=CAPS + "P1 | 2014-8 | 600")
    ),
    # law.md §2
    "clause-not-consulted": (charged(ONE), [("G3", "5.2")], charged(ONE).replace("5.2 | 员工手册 | 着装整齐。 | 口头提醒 | 1 | | |", "5.2 | 员工手册 | 着装整齐。 | 口头提醒 | 1 | | 2013-12-01 |")),
    "clause-fines": (
        charged(ONE, rest=setting("广东", "否")).replace("书面警告 | 2 | |", "书面警告 | 2 | 50 |"),
        [("F2", "50")],
        charged(ONE, rest=setting("深圳", "否")).replace("书面警告 | 2 | |", "书面警告 | 2 | 50 |"),
    ),
    "money-enabled": (charged(ONE, rest=setting("深圳")), [("B3", "是")], charged(ONE, rest=setting("深圳", "否"))),
    "region-unknown": (charged(ONE, rest=setting("西湖区")), [("B2", "西湖区")], charged(ONE, rest=setting("深 圳"))),
}  # fmt: skip
REMINDERS = {
    "supplier-staff", "cap-unknown", "personal-number", "proposal-too-heavy", "dismissal-referred", "clause-not-consulted",
    "clause-fines", "money-enabled", "region-unknown",
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_each_row_of_the_table_triggers_and_just_does_not(case: str) -> None:
    wrong, expected, right = CASES[case]
    code = case.split(":")[0]
    assert found(wrong, code) == expected
    assert found(right, code) == []
    assert {p.is_error for p in told(wrong) if p.code == code} == {code not in REMINDERS}


@pytest.mark.parametrize(
    ("finding", "person", "problem"),
    [
        (W1.replace("5.1", "5.9"), "P1", "clause-not-binding"),
        (W1, "P4", "person-has-left"),
        (W1, "P3", "supplier-staff"),
    ],
)
def test_check_says_of_clause_and_person_what_issue_says(
    finding: str, person: str, problem: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence at one cell: issuing adds none of its own."""
    master = master_with(tmp_path / "总表.xlsx", sheets(finding, offenders=f"W1 | {person}"))
    _, checked = call(capsys, "check", master, "--as-of", "2014-08-29", "--json")
    _, issued = issue(capsys, master)
    told_of = [[p for p in result["problems"] if p["code"] == problem] for result in (checked, issued)]
    assert told_of[0] == told_of[1]
    assert [(p["sheet"], p["cell"]) for p in told_of[0]] == [("违纪人员", "B2")]


def test_one_number_is_enough_to_have_been_penalised() -> None:
    """B4: a void notice does not count, a numbered one that 行政部 revoked does: what was let off stays let off."""
    base = charged(
        *TWO,
        rest="\n\n处罚登记\n问题编号 | 工号 | 处罚编号 | 核定结果 | 状态\nW1 | P1 | 品罚〔2014〕1号 | {} | {}",
    )
    assert found(base.format("撤销", ""), "penalised-already") == [("B3", "W2")]
    assert found(base.format("", "作废"), "penalised-already") == []


@pytest.mark.parametrize(
    ("proposal", "grade"),
    [("口头提醒", LIGHT), ("扣绩效分", LIGHT), ("记过并调岗", MOVE), ("调岗，再犯解除劳动合同", DISMISSAL), ("", LIGHT),
     ("免予辞退", LIGHT), ("不予记过", LIGHT), ("未辞退", LIGHT), ("不服从管理，辞退", DISMISSAL)],
)  # fmt: skip
def test_the_heaviest_word_of_a_proposal_counts(proposal: str, grade: int) -> None:
    """Only a negation right before the word takes it back."""
    assert grade_of(proposal) == grade


def test_no_penalty_error_keeps_a_community_from_its_score() -> None:
    from pinzhi_xl.month import Month
    from pinzhi_xl.rules.blocking import blocking_errors

    for wrong, _, _ in CASES.values():
        facts = Facts(book_of(wrong))
        problems = check(Scene(facts, date(2014, 8, 29)))
        assert blocking_errors(facts, problems, Month(2014, 8)) == {}


def test_a_new_master_has_rules_that_nobody_has_checked_yet() -> None:
    rows = default_contents()[DeductionRule]
    assert [(row["region"], row["act"]) for row in rows if row["forbids"]] == [("广东", "违纪")]
    assert {row["ratio"] for row in rows if row["region"] == "深圳"} == {Decimal("0.3")}
    assert not any(row.get("checked_by") or row.get("checked_on") for row in rows)
    assert all(row["basis"] for row in rows)


CHECKED = "\n\n工资扣减规则\n地区 | 类型 | 比例 | 核对人 | 核对日期\n本市 | 违纪 | 0.2 | 员工丁 | 2014-07-01"
ALLOWED = COMMON.replace("扣绩效分 | 公示", "扣绩效分 | 民主程序日期 | 公示").replace(
    "| 2 | 2014-01-10", "| 2 | 2013-12-01 | 2014-01-10"
).replace("| 1 | 2013-01-10", "| 1 | 2012-12-01 | 2013-01-10")  # fmt: skip


def allowed(rows: str, *findings: str, offenders: str = "W1 | P1", caps: str = "") -> str:
    """Sheets of a master in a region that lets money be taken, and whose paper form is the one of this version."""
    text = ALLOWED + HEAD + "\n".join(findings or (W1,)) + f"\n\n违纪人员\n问题编号 | 工号\n{offenders}" + CHECKED
    settings = "\n\n参数\n名称 | 取值\n地区 | 本市\n启用金额 | 是\n模板位置 | 模板"
    return text + settings + "\n\n处罚登记\n问题编号 | 工号 | 建议处理 | 建议金额\n" + rows + caps


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    own = tmp_path / "模板"
    own.mkdir()
    (own / PENALTY_TEMPLATE).write_bytes(BUILDERS[PENALTY_TEMPLATE]())
    return tmp_path


def printed(result: dict[str, Any], place: int = 0) -> str:
    return "".join(paper_text(Path(result["documents"][place]["path"]).read_bytes()).split())


def test_a_paper_says_that_the_amount_waits_for_the_cap(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    master = master_with(folder / "总表.xlsx", allowed("W1 | P1 | | 50"))
    code, result = issue(capsys, master)
    assert code == 0
    assert "¥50.00（大写：人民币伍拾元整）金额待行政部核定" in printed(result)
    known = master_with(folder / "另一.xlsx", allowed("W1 | P1 | | 50", caps=CAPS + "P1 | 2014-08 | 50"))
    _, result = issue(capsys, known, "--register", folder / "另一登记", "--out", folder / "另一输出")
    assert "金额待行政部核定" not in printed(result)


def test_a_cap_that_comes_later_changes_no_paper(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from tests.masters import type_into

    master = master_with(folder / "总表.xlsx", allowed("W1 | P1 | | 50"))
    issue(capsys, master)
    type_into(master, "扣减上限", 2, 工号="P1", 工资所属月="2014-08", 上限="50")
    code, result = issue(capsys, master)
    assert code == 0
    assert [p["code"] for p in result["problems"] if p["code"] == "content-changed"] == []


def test_the_notice_over_the_cap_waits_and_the_others_are_issued(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    second = W1.replace("W1 | J1", "W2 | J2")
    third = W1.replace("W1 | J1", "W3 | J3")
    rows = "W1 | P1 | | 60\nW2 | P1 | | 41\nW3 | P1 | | 40"
    text = allowed(
        rows, W1, second, third, offenders="W1 | P1\nW2 | P1\nW3 | P1", caps=CAPS + "P1 | 2014-08 | 100"
    )
    master = master_with(folder / "总表.xlsx", text)
    code, result = issue(capsys, master)
    assert code == 1
    numbered = {row.finding: bool(row.number) for row in read_book(master).rows(Penalty)}
    assert numbered == {"W1": True, "W3": True, "W2": False}  # W3 of 8-06 comes before W2 of 8-11
    assert [code for code in codes(result) if code[0] == "over-the-cap"] == [("over-the-cap", "J3")]


def test_money_of_a_clause_is_proposed_only_where_it_may_be(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "W1 | P1 | 书面警告 |"
    text = (
        allowed(rows)
        .replace("条文 | 首次处理", "条文 | 金额 | 首次处理")
        .replace("。 | 口头提醒", "。 | 30 | 口头提醒")
    )
    master = master_with(folder / "总表.xlsx", text)
    issue(capsys, master)
    assert read_book(master).rows(Penalty)[0].money == 30
    other = master_with(folder / "另一.xlsx", text.replace("地区 | 本市", "地区 | 广东"))
    code, result = issue(capsys, other, "--register", folder / "另一登记", "--out", folder / "另一输出")
    assert (code, read_book(other).rows(Penalty)[0].money) == (0, None)
    assert "金额" not in printed(result)


def test_a_double_penalty_waits_and_the_first_is_issued(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    same = W1.replace("W1", "W2")
    text = allowed("W1 | P1 | |", W1, same, offenders="W1 | P1\nW2 | P1")
    code, result = issue(capsys, master_with(folder / "总表.xlsx", text))
    assert code == 1
    assert [d["number"] for d in result["documents"]] == ["品罚〔2014〕1号"]
    assert [code for code in codes(result) if code[0] == "penalised-already"] == [("penalised-already", "B3")]


def test_dismissal_is_printed_as_referred(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    master = master_with(folder / "总表.xlsx", allowed("W1 | P1 | 解除劳动合同 |"))
    code, result = issue(capsys, master)
    assert code == 0
    assert "建议处理：移交行政部" in printed(result)
    assert "解除" not in printed(result)
    assert read_book(master).rows(Penalty)[0].proposal == "解除劳动合同"


def test_personal_numbers_are_masked_wherever_people_type(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    finding = W1.replace(FACTS, "当班保安员离岗，留言13912345678")
    master = master_with(folder / "总表.xlsx", allowed("W1 | P1 | 书面警告（110101199003078515） |", finding))
    _, result = issue(capsys, master)
    text = printed(result)
    assert "13912345678" not in text
    assert "110101199003078515" not in text
    assert "139********" in text
    assert "书面警告（110***************）" in text
