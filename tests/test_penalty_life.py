"""The life of a notice (law.md §3, practice.md §3.3): its state on a day, legal steps, and illegal ones told."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pinzhi_xl.penalties import next_steps, state_edits, state_of
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.followup import Appeal, Penalty
from pinzhi_xl.sheets.terms import Conclusion, Decision, PenaltyState
from pinzhi_xl.workbook.read import read_book
from tests.masters import call, master_with, type_into
from tests.tables import book_of
from tests.test_issue import W1, issue, sheets

TODAY = date(2014, 9, 1)
DAY, END = date(2014, 8, 20), date(2014, 8, 27)
NUMBER = "品罚〔2014〕1号"
S = PenaltyState


def row(**filled: Any) -> Penalty:  # noqa: ANN401 - of the type of each field
    return Penalty(**{"number": NUMBER, **filled})


DECIDED = {"decision": Decision.AGREED, "decided_by": "员工丁", "decided_on": date(2014, 8, 29)}
OPEN = Appeal(penalty=NUMBER, day=date(2014, 8, 22))


def closed(conclusion: Conclusion, day: date = date(2014, 8, 22)) -> Appeal:
    return Appeal(penalty=NUMBER, day=day, conclusion=conclusion)


@pytest.mark.parametrize(
    ("notice", "appeals", "state"),
    [
        (row(number=None), (), S.DRAFT),
        (row(), (), S.ISSUED),
        (row(received_on=DAY), (), S.DELIVERED),
        (row(received_on=date(2014, 9, 2)), (), S.ISSUED),  # tomorrow
        (row(refused=True, received_on=DAY), (), S.ISSUED),
        (row(refused=True, received_on=DAY, witness_1="员工乙", witness_2="员工乙"), (), S.ISSUED),
        (row(refused=True, received_on=DAY, witness_1="员工乙", witness_2="员工丙"), (), S.DELIVERED),
        (row(refused=True, witness_1="员工乙", witness_2="员工丙"), (), S.ISSUED),
        (row(received_on=DAY), (OPEN,), S.APPEALED),
        (row(received_on=DAY), (closed(Conclusion.UPHELD),), S.UPHELD),
        (row(received_on=DAY), (closed(Conclusion.CHANGED),), S.CHANGED),
        (row(received_on=DAY), (closed(Conclusion.REVOKED),), S.REVOKED),
        (row(received_on=DAY), (closed(Conclusion.UPHELD), OPEN), S.APPEALED),
        (row(received_on=DAY, **DECIDED), (), S.DECIDED),
        (row(received_on=DAY, **DECIDED | {"decision": Decision.REVOKED}), (), S.REVOKED),
        (row(**DECIDED), (), S.ISSUED),  # decided before delivery
        (row(received_on=DAY, **DECIDED), (closed(Conclusion.UPHELD),), S.DECIDED),
        (row(received_on=DAY, **DECIDED), (closed(Conclusion.CHANGED, date(2014, 8, 30)),), S.CHANGED),
        (row(received_on=DAY, **DECIDED), (closed(Conclusion.CHANGED),), S.DECIDED),  # decided anew since
        (row(received_on=DAY, **DECIDED, payroll_month="2014-08"), (), S.EXECUTED),
        (row(received_on=DAY, **DECIDED, payroll_month="2014-10"), (), S.DECIDED),  # not yet
        (
            row(received_on=DAY, **DECIDED, payroll_month="2014-08"),
            (closed(Conclusion.CHANGED, date(2014, 8, 30)),),
            S.CHANGED,
        ),
        (row(received_on=DAY, **DECIDED, payroll_month="2014-08"), (OPEN,), S.APPEALED),
        (row(received_on=DAY, payroll_month="2014-08"), (), S.DELIVERED),
        (row(received_on=DAY, **DECIDED, payroll_month="2014-08", state="作废"), (), S.VOID),
    ],
)
def test_the_state_is_what_is_filled_in(notice: Penalty, appeals: tuple[Appeal, ...], state: PenaltyState) -> None:
    assert state_of(notice, appeals, TODAY, END) is state


@pytest.mark.parametrize(
    ("today", "appeals", "state"),
    [
        (END, (), S.DECIDED),  # the last day of the period still belongs to it
        (date(2014, 8, 28), (), S.EXECUTED),
        (END, (closed(Conclusion.UPHELD),), S.EXECUTED),  # an appeal that is concluded ends the waiting
    ],
)
def test_nothing_is_executed_within_the_appeal_period(
    today: date, appeals: tuple[Appeal, ...], state: PenaltyState
) -> None:
    notice = row(received_on=DAY, **DECIDED, payroll_month="2014-08")
    assert state_of(notice, appeals, today, END) is state


def test_every_state_has_its_legal_steps() -> None:
    assert all(next_steps(state) for state in PenaltyState)
    assert next_steps(S.DRAFT) == ("开单",)
    assert next_steps(S.ISSUED) == ("送达签收", "拒签并由两名见证人签字", "作废")
    assert next_steps(S.DECIDED) == ("申诉", "执行", "作废")


BOOK = """
节假日
日期 | 类型
2014-10-01 | 休

人员
工号 | 姓名
P1 | 员工甲

检查记录
检查编号 | 项目 | 检查日期 | 检查人
J1 | 凤鸣华府 | 2014-08-18 | 检查员、张三

问题登记
问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 位置 | 问题描述
W1 | J1 | 客服部 | A1 | 不合格 | 前台 | 前台无人值守十分钟以上

"""
HEAD = "处罚登记\n问题编号 | 工号 | 姓名 | 处罚编号 | 送达方式 | 签收日期 | 拒签 | 见证人1 | 见证人2 | 核定结果 | 核定扣分 | 核定人 | 核定日期 | 执行月份\n"
SIGNED = f"W1 | P1 | 员工甲 | {NUMBER} | 当面 | 2014-08-20 | | | "
AGREED = "同意 | 2 | 员工丁 | 2014-08-29"
APPEAL = "\n\n申诉\n处罚编号 | 申诉日期 | 理由 | 受理人 | 结论 | 告知日期\n"


CHANGED_ON_APPEAL = f"{APPEAL}{NUMBER} | 2014-08-27 | 不服 | 员工戊 | 变更 | 2014-08-29"


def problems(text: str, today: date = TODAY) -> list[Problem]:
    codes = set(STEP_CODES)
    return [p for p in check(Scene(Facts(book_of(BOOK + text)), today)) if p.code in codes]


CASES: list[tuple[str, str, str, str]] = [
    (
        "decided-before-delivery",
        f"{HEAD}W1 | P1 | 员工甲 | {NUMBER} | | | | | | {AGREED}",
        "送达签收、拒签并由两名见证人签字、作废",
        HEAD + SIGNED + f"| {AGREED}",
    ),
    (
        "decided-before-delivery",
        HEAD + SIGNED + "| 同意 | 2 | 员工丁 | 2014-08-19",  # a day before it was received
        "现在可以",
        HEAD + SIGNED + "| 同意 | 2 | 员工丁 | 2014-08-20",
    ),
    ("decision-without-result", HEAD + SIGNED + "| | 2 | 员工丁 | 2014-08-29", "没有核定结果", HEAD + SIGNED),
    (
        "decision-unsigned",
        HEAD + SIGNED + "| 同意 | 2 | | 2014-08-29",
        "没有核定人",
        HEAD + SIGNED + f"| {AGREED}",
    ),
    ("decision-unsigned", HEAD + SIGNED + "| 同意 | 2 | 员工丁 |", "没有核定日期", HEAD + SIGNED + f"| {AGREED}"),
    (
        "executed-before-decision",
        HEAD + SIGNED + "| | | | | 2014-09",
        "申诉、行政部核定、作废",
        HEAD + SIGNED + f"| {AGREED} | 2014-09",
    ),
    (
        "executed-in-appeal-period",
        HEAD + SIGNED.replace("08-20", "08-25") + f"| {AGREED} | 2014-09",  # Mon; the 5th working day is 9-01
        "申诉期满（2014-09-01 之后）再执行",
        HEAD + SIGNED.replace("08-20", "08-22") + f"| {AGREED} | 2014-09",
    ),
    (
        "executed-under-appeal",
        HEAD + SIGNED + f"| {AGREED} | 2014-09{APPEAL}{NUMBER} | 2014-08-22 | 不服 | 员工戊 | |",
        "申诉结论（维持、变更或撤销）、作废",
        HEAD + SIGNED + f"| {AGREED} | 2014-09{APPEAL}{NUMBER} | 2014-08-22 | 不服 | 员工戊 | 维持 | 2014-08-25",
    ),
    (
        "executed-though-revoked",
        HEAD + SIGNED + "| 撤销 | | 员工丁 | 2014-08-29 | 2014-09",
        "归档、作废",
        HEAD + SIGNED + "| 变更 | 1 | 员工丁 | 2014-08-29 | 2014-09",
    ),
    (
        "executed-though-changed",  # changed on the appeal of 8-27; decided the day before it, then on that day
        HEAD + SIGNED + f"| {AGREED.replace('-29', '-26')} | 2014-09{CHANGED_ON_APPEAL}",
        "现在可以：行政部核定、作废",
        HEAD + SIGNED + f"| {AGREED.replace('-29', '-27')} | 2014-09{CHANGED_ON_APPEAL}",
    ),
    (
        "executed-before-act",  # the act is of 2014-08-18
        HEAD + SIGNED + f"| {AGREED} | 2014-07",
        "早于违纪当月 2014-08",
        HEAD + SIGNED + f"| {AGREED} | 2014-08",
    ),
    (
        "payroll-month-unreadable",
        HEAD + SIGNED + f"| {AGREED} | 九月",
        "看不懂",
        HEAD + SIGNED + f"| {AGREED} | 2014年9月",
    ),
    (
        "refused-without-witnesses",
        f"{HEAD}W1 | P1 | 员工甲 | {NUMBER} | 当面 | 2014-08-20 | 是 | 员工乙 | 员工 乙",
        "两名不同的见证人",
        f"{HEAD}W1 | P1 | 员工甲 | {NUMBER} | 当面 | 2014-08-20 | 是 | 员工乙 | 员工丙",
    ),
    (
        "refused-without-day",
        f"{HEAD}W1 | P1 | 员工甲 | {NUMBER} | 当面 | | 是 | 员工乙 | 员工丙",
        "没有签收日期",
        f"{HEAD}W1 | P1 | 员工甲 | {NUMBER} | 当面 | 2014-08-20 | 是 | 员工乙 | 员工丙",
    ),
    (
        "witness-is-inspector",
        f"{HEAD}W1 | P1 | 员工甲 | {NUMBER} | 当面 | 2014-08-20 | 是 | 员工乙 | 张三",  # the second inspector
        "不能作拒签的见证人",
        f"{HEAD}W1 | P1 | 员工甲 | {NUMBER} | 当面 | 2014-08-20 | 是 | 员工乙 | 张三丰",
    ),
    (
        "witness-is-person",
        f"{HEAD}W1 | P1 | 员工甲 | {NUMBER} | 当面 | 2014-08-20 | 是 | 员工乙 | 员工甲",
        "自己拒签",
        f"{HEAD}W1 | P1 | 员工甲 | {NUMBER} | 当面 | 2014-08-20 | 是 | 员工乙 | 员工丙",
    ),
    (
        "received-in-future",
        HEAD + SIGNED.replace("2014-08-20", "2014-09-02"),
        "不算送达",
        HEAD + SIGNED.replace("2014-08-20", "2014-09-01"),
    ),
    (
        "handler-is-inspector",
        HEAD + SIGNED + f"{APPEAL}{NUMBER} | 2014-08-22 | 不服 | 检查员 | |",
        "不能受理",
        HEAD + SIGNED + f"{APPEAL}{NUMBER} | 2014-08-22 | 不服 | 员工戊 | |",
    ),
    (
        "appeal-unknown-number",
        HEAD + SIGNED + f"{APPEAL}品罚〔2014〕2号 | 2014-08-22 | 不服 | 员工戊 | |",
        "没有处罚单",
        HEAD + SIGNED + f"{APPEAL}{NUMBER} | 2014-08-22 | 不服 | 员工戊 | |",
    ),
    (
        "appeal-too-late",
        HEAD + SIGNED + f"{APPEAL}{NUMBER} | 2014-08-28 | 不服 | 员工戊 | |",
        "2014-08-27",
        HEAD + SIGNED + f"{APPEAL}{NUMBER} | 2014-08-27 | 不服 | 员工戊 | |",
    ),
    (
        "appeal-not-told",
        HEAD + SIGNED + f"{APPEAL}{NUMBER} | 2014-08-22 | 不服 | 员工戊 | 维持 |",
        "没有告知日期",
        HEAD + SIGNED + f"{APPEAL}{NUMBER} | 2014-08-22 | 不服 | 员工戊 | 维持 | 2014-08-25",
    ),
]
STEP_CODES = [case[0] for case in CASES]
REMINDERS = {"appeal-too-late", "appeal-not-told"}


@pytest.mark.parametrize(("code", "wrong", "said", "right"), CASES, ids=STEP_CODES)
def test_an_illegal_step_is_told_with_the_legal_ones(code: str, wrong: str, said: str, right: str) -> None:
    (told,) = [p for p in problems(wrong) if p.code == code]
    assert told.is_error == (code not in REMINDERS)
    assert said in told.message
    assert [p.code for p in problems(right)] == []


def test_a_void_notice_has_no_illegal_steps() -> None:
    text = (
        HEAD.replace("\n", " | 状态\n", 2).replace("处罚登记 | 状态", "处罚登记")
        + SIGNED
        + "| | | | | 2014-09 | 作废"
    )
    assert problems(text) == []
    assert [p.code for p in problems(text.replace("作废", "已开具"))] == ["executed-before-decision"]


@pytest.mark.parametrize(
    ("label", "typed", "read"),
    [
        ("核定结果", "不予处罚", "撤销"),
        ("核定结果", "同意处罚", "同意"),
        ("送达方式", "快递", "邮寄"),
        ("送达方式", "微信", "电子"),
    ],
)
def test_other_spellings_are_known(label: str, typed: str, read: str) -> None:
    book = book_of(f"{BOOK}处罚登记\n问题编号 | 工号 | {label}\nW1 | P1 | {typed}")
    name = {"核定结果": "decision", "送达方式": "delivery"}[label]
    assert (getattr(book.rows(Penalty)[0], name), list(book.problems)) == (read, [])


def test_state_edits_write_only_what_differs() -> None:
    text = BOOK + HEAD + SIGNED
    (edit,) = state_edits(book_of(text), (), TODAY)
    assert (getattr(edit, "label", ""), getattr(edit, "value", "")) == ("状态", "已送达")
    (edit,) = state_edits(book_of(text), {NUMBER}, TODAY)
    assert getattr(edit, "value", "") == "作废"
    stated = text.replace(" | 执行月份\n", " | 执行月份 | 状态\n") + " | | | | | | 已送达"
    assert state_edits(book_of(stated), (), TODAY) == []


def state_in(master: Path) -> str | None:
    return read_book(master).rows(Penalty)[0].state


def test_every_issue_run_writes_where_a_notice_stands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    master = master_with(tmp_path / "总表.xlsx", sheets(W1))
    issue(capsys, master)
    assert state_in(master) == "已开具"
    again = ("issue", master, "--month", "2014-08", "--kind", "违纪处罚单", "--json", "--as-of")
    type_into(master, "处罚登记", 2, 送达方式="当面", 签收日期="2014-08-29", 状态="已执行")  # typed: written over
    call(capsys, *again, "2014-09-01")
    assert state_in(master) == "已送达"
    type_into(master, "申诉", 2, 处罚编号=NUMBER, 申诉日期="2014-09-02", 受理人="员工丁")
    call(capsys, *again, "2014-09-02")
    assert state_in(master) == "申诉中"
    type_into(master, "申诉", 2, 结论="维持", 告知日期="2014-09-03")
    type_into(master, "处罚登记", 2, 核定结果="同意", 核定人="员工丁", 核定日期="2014-09-04", 执行月份="2014-09")
    code, _ = call(capsys, *again, "2014-09-10")
    assert (code, state_in(master)) == (0, "已执行")
    before = master.read_bytes()
    call(capsys, *again, "2014-09-11")
    assert master.read_bytes() == before


def test_a_draft_is_called_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    typed = "\n\n处罚登记\n问题编号 | 工号 | 建议金额\nW1 | P1 | 105"  # money is off: no notice
    master = master_with(tmp_path / "总表.xlsx", sheets(W1) + typed)
    code, _ = issue(capsys, master)
    assert (code, state_in(master)) == (1, "草稿")
