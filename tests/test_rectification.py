"""整改: rows drafted, deadlines around holidays, what is refused, how a row stands on a day, rules, rates."""

import inspect
from datetime import date
from fractions import Fraction

import pytest

from pinzhi_xl.documents.rectification_notice import rectification_file_name
from pinzhi_xl.drafts import Drafts
from pinzhi_xl.indicators import Indicator, Scope
from pinzhi_xl.indicators.core import CLOSING_RATE, FIRST_PASS_RATE, ON_TIME_RATE, OVERDUE_RATE
from pinzhi_xl.masking import mask_names
from pinzhi_xl.month import Month
from pinzhi_xl.rectification import (
    IssuedNotice,
    deadline_of,
    draft_rectifications,
    lines_of,
    overdue_days,
    reviews_due,
    state_on,
)
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.rules.blocking import blocking_errors
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.followup import Rectification
from pinzhi_xl.sheets.terms import Outcome
from tests.tables import book_of

SEPTEMBER, AUGUST = Month(2014, 9), Month(2014, 8)
PEOPLE = """
人员
工号 | 姓名 | 部门 | 离职日期
P1 | 员工甲 | 客服部 |
P2 | 员工乙 | 环境部 |
P3 | 员工丙 | 环境部 | 2014-09-01

项目部门
项目 | 部门 | 负责人工号
凤鸣华府 | 客服部 | P1
凤鸣华府 | 环境部 | P2

检查标准
编码 | 部门 | 检查项 | 分值 | 单次扣分 | 严重程度 | 可判红线 | 整改天数 | 默认整改目标
A1 | 客服部 | 着装 | 40 | 2 | | | | 着装整齐
A2 | 客服部 | 档案 | 60 | 3 | 一般 | | 5 | 档案齐全
B1 | 环境部 | 楼梯口 | 40 | 2 | 较重 | 是 | | 楼梯口畅通
B2 | 环境部 | 配电 | 60 | 2 | 严重 | 是 | 2 | 恢复围护
"""
HOLIDAYS = """
节假日
日期 | 类型 | 名称
2014-09-08 | 休 | 中秋节
2014-09-28 | 班 | 国庆节
2014-10-01 | 休 | 国庆节
2014-10-02 | 休 | 国庆节
2014-10-03 | 休 | 国庆节
2014-10-06 | 休 | 国庆节
2014-10-07 | 休 | 国庆节
2014-10-11 | 班 | 国庆节
"""
VISIT = "检查记录\n检查编号 | 项目 | 检查日期 | 检查人\nJ1 | 凤鸣华府 | {day} | 检查员\n"
HEAD = "问题登记\n问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 位置 | 问题描述 | 处置 | 红线 | 红线确认人 | 整改责任人\n"
W1 = "W1 | J1 | 客服部 | A1 | 不合格 | 前台 | 未着工装 | 整改 | | |"
W2 = "W2 | J1 | 客服部 | A2 | 不合格 | 前台 | 档案缺页 | 整改+处罚 | | |"
W3 = "W3 | J1 | 环境部 | B1 | 不合格 | 3栋 | 杂物堵塞 | 整改 | | |"
W4 = "W4 | J1 | 环境部 | B2 | 不合格 | 配电房 | 围护缺失 | 整改 | | |"


def facts_of(*findings: str, day: str = "2014-09-29", more: str = "") -> Facts:
    return Facts(
        book_of(
            PEOPLE + HOLIDAYS + "\n" + VISIT.format(day=day) + "\n" + HEAD + "\n".join(findings) + "\n\n" + more
        )
    )


def drafted(facts: Facts, as_of: date | None = None, issued: tuple[IssuedNotice, ...] = ()) -> Drafts:
    day = next(iter(facts.visits.values())).day
    problems = check(Scene(facts, as_of or day))
    return draft_rectifications(
        facts, Month.of(day), blocking_errors(facts, problems, Month.of(day)), as_of or day, issued
    )


def rows_of(drafts: Drafts) -> dict[str | None, Rectification]:
    rows = [row for draft in drafts.complete for row in draft.rows] + list(drafts.pending)
    return {row.finding: row for row in rows if isinstance(row, Rectification)}


def issued_from(drafts: Drafts, number: str = "品改〔2014〕1号", on: date = date(2014, 9, 29)) -> IssuedNotice:
    (draft,) = drafts.complete
    return IssuedNotice(number, draft.key, on, draft.fields)


def test_one_notice_per_inspection_and_department_with_a_line_for_each_finding() -> None:
    other = "W5 | J1 | 客服部 | A1 | 不合格 | 大厅 | 未戴工牌 | 仅记录 | | |"
    drafts = drafted(facts_of(W1, W3, W2, other))
    assert [draft.key for draft in drafts.complete] == ["J1/客服部/1", "J1/环境部/1"]
    assert [[line["finding"] for line in lines_of(draft.fields)] for draft in drafts.complete] == [
        ["W1", "W2"],
        ["W3"],
    ]
    assert drafts.problems == []
    line = lines_of(drafts.complete[0].fields)[0]
    assert line == {
        "finding": "W1",
        "place": "前台",
        "facts": "未着工装",
        "item": "A1",
        "requirement": "着装",
        "severity": "一般",
        "red_line": "",
        "target": "着装整齐",
        "owner": "员工甲",
        "unit": "",
        "due_on": "2014年10月9日",
    }


def test_a_notice_names_the_person_responsible_and_masks_everybody_else() -> None:
    """
    人员
    工号 | 姓名 | 部门
    P1 | 员工甲 | 客服部
    P2 | 员工甲一 | 客服部
    P3 | 王二 | 环境部

    项目部门
    项目 | 部门 | 负责人工号
    凤鸣华府 | 客服部 | P1

    检查记录
    检查编号 | 项目 | 检查日期 | 检查人
    J1 | 凤鸣华府 | 2014-09-29 | 赵六、员工甲一

    检查标准
    编码 | 部门 | 检查项 | 分值 | 单次扣分 | 默认整改目标
    A1 | 客服部 | 着装 | 100 | 2 | 着装整齐

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 位置 | 位置说明 | 问题描述 | 处置
    W1 | J1 | 客服部 | A1 | 不合格 | 前台 | 王 二工位 | 员工甲一、王二未着工装，员工甲在场 | 整改

    整改跟踪
    问题编号 | 整改目标
    W1 | 王二着装整齐
    """
    facts = Facts(
        book_of(inspect.getdoc(test_a_notice_names_the_person_responsible_and_masks_everybody_else) or "")
    )
    day = date(2014, 9, 29)
    (draft,) = draft_rectifications(facts, SEPTEMBER, {}, day).complete
    (line,) = lines_of(draft.fields)
    assert (line["owner"], line["facts"]) == ("员工甲", "员*、王*未着工装，员工甲在场")
    assert (line["place"], line["target"]) == ("前台（王*工位）", "王*着装整齐")
    assert draft.fields["inspector"] == "赵*、员*"
    assert rectification_file_name({**draft.fields, "number": "品改〔2014〕1号", "edition": ""}) == (
        "品改〔2014〕1号 凤鸣华府 客服部.docx"
    )


@pytest.mark.parametrize(
    ("text", "kept", "shown"),
    [
        ("李明和李明华", ["李明"], "李明和李*"),
        ("李明和李明华", ["李明华"], "李*和李明华"),
        ("李 明华来过", ["李明华"], "李 明华来过"),
        ("李明和李明华", [], "李*和李*"),
        ("外协王某与李明", ["外协王某"], "外协王某与李*"),
    ],
)
def test_a_name_that_is_kept_stays_though_a_shorter_one_stands_in_it(
    text: str, kept: list[str], shown: str
) -> None:
    assert mask_names(text, ["李明", "李明华", "王某"], kept) == shown


@pytest.mark.parametrize(
    ("finding", "day", "expected"),
    [
        # 一般, 3 working days: Tue 30 Sep, then holidays to 7 Oct, Wed 8, Thu 9
        (W1, "2014-09-29", date(2014, 10, 9)),
        # the item's own 5 days: 30 Sep, 8, 9, 10 Oct, and Sat 11 is worked
        (W2, "2014-09-29", date(2014, 10, 11)),
        # Fri 26 Sep: Sun 28 is worked, Mon 29, Tue 30
        (W1, "2014-09-26", date(2014, 9, 30)),
        # 较重, 1 working day after Fri 5 Sep: Mon 8 is off, Tue 9
        (W3, "2014-09-05", date(2014, 9, 9)),
        # 较重 and 可判红线, but neither 严重 nor marked: working days
        (W3, "2014-09-30", date(2014, 10, 8)),
        # marked 红线: the next natural day, a holiday or not
        (W3.replace("| 整改 | | |", "| 整改 | 是 | 总监 |"), "2014-09-30", date(2014, 10, 1)),
        # 严重 and 可判红线: 2 natural days
        (W4, "2014-09-30", date(2014, 10, 2)),
    ],
)
def test_deadlines_by_hand(finding: str, day: str, expected: date) -> None:
    (row,) = rows_of(drafted(facts_of(finding, day=day))).values()
    assert row.due_on == expected


def test_no_days_means_the_same_day_even_on_a_sunday() -> None:
    settings = "参数\n名称 | 取值\n一般整改天数 | 0\n"
    (row,) = rows_of(drafted(facts_of(W1, day="2014-09-21", more=settings))).values()
    assert row.due_on == date(2014, 9, 21)


def test_what_people_typed_wins_and_only_blanks_are_filled() -> None:
    typed = "整改跟踪\n问题编号 | 责任人 | 整改期限\nW1 | P2 | 2014-10-31"
    row = rows_of(drafted(facts_of(W1, more=typed)))["W1"]
    assert (row.row, row.owner, row.due_on, row.target, row.department) == (
        2,
        "P2",
        date(2014, 10, 31),
        "着装整齐",
        "客服部",
    )
    (line,) = lines_of(drafted(facts_of(W1, more=typed)).complete[0].fields)
    assert (line["owner"], line["due_on"]) == ("员工乙", "2014年10月31日")


def test_the_findings_own_owner_comes_before_the_head() -> None:
    row = rows_of(drafted(facts_of(W1[:-1] + "| P2")))["W1"]
    assert row.owner == "员工乙"
    row = rows_of(drafted(facts_of(W1[:-1] + "| 外协王某")))["W1"]
    assert row.owner == "外协王某"


GONE = "项目部门\n项目 | 部门 | 负责人工号\n凤鸣华府 | 客服部 | P3"
NO_TARGET = PEOPLE[PEOPLE.index("检查标准") :].replace("着装整齐", "")


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("项目部门\n项目 | 部门 | 负责人工号\n凤鸣华府 | 环境部 | P2", [("rectification-no-owner", "K2")]),
        (GONE, [("rectification-no-owner", "K2")]),
        (NO_TARGET, [("rectification-no-target", "D2")]),
        (NO_TARGET + "\n" + GONE, [("rectification-no-owner", "K2"), ("rectification-no-target", "D2")]),
        (
            "整改跟踪\n问题编号 | 整改期限\nW1 | 下周",
            [("rectification-no-deadline", "B2"), ("row-has-errors", "A2")],
        ),
        (GONE + "\n\n整改跟踪\n问题编号 | 责任人\nW1 |", [("rectification-no-owner", "B2")]),
    ],
    ids=["no head", "head has left", "no target", "two of three", "unreadable deadline", "row is there"],
)
def test_without_owner_deadline_or_target_there_is_no_notice(more: str, expected: list[tuple[str, str]]) -> None:
    drafts = drafted(facts_of(W1, more=more))
    assert drafts.complete == []
    assert [(p.code, p.cell.address) for p in drafts.problems if p.value == "W1"] == expected
    assert all(problem.is_error for problem in drafts.problems)
    assert "W1" in rows_of(drafts), "the row is written so that people can complete it"
    assert rows_of(drafts)["W1"].state is None


def test_a_line_without_facts_is_refused() -> None:
    drafts = drafted(facts_of(W1.replace("未着工装", "")))
    assert [(p.code, p.cell.address) for p in drafts.problems] == [("rectification-no-facts", "G2")]
    assert drafts.complete == []


def test_an_inspection_still_to_come_gets_none() -> None:
    drafts = drafted(facts_of(W1), as_of=date(2014, 9, 28))
    assert [p.code for p in drafts.problems] == ["issued-before-act"]
    assert drafts.complete == []


def test_a_blocked_community_waits_and_is_told() -> None:
    drafts = drafted(facts_of(W1, "W9 | J1 | 客服部 | A9 | 不合格 | | | 整改 | | |"))
    assert [p.code for p in drafts.problems] == ["community-has-errors"]
    assert drafts.complete == []


def test_a_deadline_already_over_when_the_notice_is_new_is_told() -> None:
    facts = facts_of(W1, day="2014-09-15")
    new = drafted(facts, as_of=date(2014, 9, 29))
    assert [p.code for p in new.problems] == ["rectification-late"]
    again = drafted(facts, as_of=date(2014, 9, 29), issued=(issued_from(new),))
    assert again.problems == []


def test_the_payload_is_the_same_later_whatever_changed_by_itself() -> None:
    facts = facts_of(W1)
    first = drafted(facts)
    row = "整改跟踪\n问题编号 | 责任部门 | 责任人 | 整改目标 | 整改期限 | 延期至 | 延期批准 | 整改措施 | 进度 | 完成日期 | 整改编号 | 签发日期 | 状态 | 逾期天数\n"
    row += "W1 | 客服部 | 员工甲 | 着装整齐 | 2014-10-09 | 2014-10-15 | 总监 | 已培训 | 50 | | 品改〔2014〕1号 | 2014-09-29 | 逾期 | 3"
    later = drafted(facts_of(W1, more=row), as_of=date(2014, 12, 1), issued=(issued_from(first),))
    assert later.complete[0].key == first.complete[0].key
    assert later.complete[0].fields == first.complete[0].fields


def test_personal_numbers_are_masked_and_unknown_holidays_told() -> None:
    drafts = drafted(facts_of(W1.replace("未着工装", "电话13912345678未登记"), day="2015-03-02"))
    fields = drafts.complete[0].fields
    assert "139********" in lines_of(fields)[0]["facts"]
    assert "2015年的放假安排没有录入" in fields["holiday_note"]
    assert drafted(facts_of(W1, day="2014-09-15")).complete[0].fields["holiday_note"] == ""


def test_what_is_found_later_goes_onto_the_next_notice() -> None:
    first = issued_from(drafted(facts_of(W1)))
    drafts = drafted(facts_of(W1, W2), issued=(first,))
    assert [draft.key for draft in drafts.complete] == ["J1/客服部/1", "J1/客服部/2"]
    assert drafts.complete[0].fields == first.payload
    assert [line["finding"] for line in lines_of(drafts.complete[1].fields)] == ["W2"]


def test_a_finding_that_left_a_notice_changes_it_and_a_cleared_number_comes_back() -> None:
    first = issued_from(drafted(facts_of(W1, W2)))
    row = "整改跟踪\n问题编号 | 整改编号\nW1 | 随手写的\nW2 |"
    drafts = drafted(facts_of(W1, W2.replace("整改+处罚", "仅记录"), more=row), issued=(first,))
    (draft,) = drafts.complete
    assert draft.fields["lines"] != first.payload["lines"]
    assert rows_of(drafts)["W1"].number == "品改〔2014〕1号"
    assert rows_of(drafts)["W2"].number == "品改〔2014〕1号"


def test_what_was_voided_gets_no_new_notice() -> None:
    first = issued_from(drafted(facts_of(W1)))
    void = IssuedNotice(first.number, first.key, first.issued_on, first.payload, void=True)
    row = "整改跟踪\n问题编号 | 整改编号 | 状态\nW1 | 品改〔2014〕1号 | 待整改"
    drafts = drafted(facts_of(W1, more=row), issued=(void,))
    assert drafts.complete == []
    assert rows_of(drafts)["W1"].state == "作废"


SENT_BACK = (
    "整改跟踪\n问题编号 | 责任人 | 整改目标 | 整改期限 | 完成日期 | 复查人 | 复查日期 | 复查结论 | 二次期限 | 整改编号\n"
    "W1 | 员工甲 | 着装整齐 | 2014-10-09 | 2014-10-09 | 检查员 | 2014-10-10 | 二次整改 | 2014-10-14 | 品改〔2014〕1号"
)


def test_after_being_sent_back_a_second_notice_names_the_first() -> None:
    first = issued_from(drafted(facts_of(W1, W2)))
    facts = facts_of(W1, W2, more=SENT_BACK)
    drafts = draft_rectifications(facts, Month(2014, 10), {}, date(2014, 10, 10), [first])
    (draft,) = drafts.complete
    assert draft.key == "J1/客服部/1-again"
    assert draft.fields["first_number"] == "品改〔2014〕1号"
    assert draft.fields["month"] == "2014-10"
    assert [(line["finding"], line["due_on"]) for line in lines_of(draft.fields)] == [("W1", "2014年10月14日")]

    second = IssuedNotice("品改〔2014〕2号", draft.key, date(2014, 10, 10), draft.fields)
    row = SENT_BACK.replace("2014-10-10 | 二次整改", "2014-10-15 | 整改完成")
    later = draft_rectifications(
        facts_of(W1, W2, more=row), Month(2014, 10), {}, date(2014, 11, 1), [first, second]
    )
    assert [(one.key, one.fields) for one in later.complete] == [(draft.key, draft.fields)]
    assert rows_of(later)["W1"].number == "品改〔2014〕1号、品改〔2014〕2号"
    assert rows_of(later)["W1"].issued_on == date(2014, 9, 29)

    row = (
        SENT_BACK
        + "\nW2 | 员工甲 | 档案齐全 | 2014-10-11 | | 检查员 | 2014-10-13 | 二次整改 | 2014-10-16 | 品改〔2014〕1号"
    )
    more = draft_rectifications(
        facts_of(W1, W2, more=row), Month(2014, 10), {}, date(2014, 10, 13), [first, second]
    )
    assert [one.key for one in more.complete] == ["J1/客服部/1-again", "J1/客服部/1-again-2"]
    assert [line["finding"] for line in lines_of(more.complete[1].fields)] == ["W2"]


def test_states_of_other_months_are_kept_up_to_date() -> None:
    first = issued_from(drafted(facts_of(W1)))
    row = "整改跟踪\n问题编号 | 责任人 | 整改目标 | 整改期限 | 整改编号 | 签发日期 | 状态\nW1 | 员工甲 | 着装整齐 | 2014-10-09 | 品改〔2014〕1号 | 2014-09-29 | 待整改"
    facts = facts_of(W1, more=row)
    drafts = draft_rectifications(facts, Month(2014, 11), {}, date(2014, 11, 3), [first])
    assert drafts.complete == []
    assert [(row.state, row.overdue_days) for row in rows_of(drafts).values()] == [("逾期", 25)]
    same = draft_rectifications(facts, Month(2014, 11), {}, date(2014, 10, 9), [first])
    assert (same.complete, list(same.pending)) == ([], [])


def day(number: int) -> date:
    return date(2014, 8, number)


AGAIN = {"outcome": Outcome.AGAIN, "reinspected_on": day(8), "second_due_on": day(15), "done_on": day(7)}


@pytest.mark.parametrize(
    ("cells", "as_of", "state", "late"),
    [
        ({}, 7, "待整改", 0),
        ({}, 8, "逾期", 1),
        ({"extended_to": day(10), "extended_by": "总监"}, 10, "待整改", 0),
        ({"extended_to": day(10), "extended_by": "总监"}, 12, "逾期", 2),
        ({"done_on": day(6)}, 20, "待复查", 0),
        ({"done_on": day(9)}, 20, "待复查", 2),
        ({"done_on": day(9)}, 8, "逾期", 1),
        ({"done_on": day(6), "reinspected_on": day(8), "outcome": Outcome.DONE}, 8, "整改完成", 0),
        ({"done_on": day(6), "reinspected_on": day(8), "outcome": Outcome.DONE}, 7, "待复查", 0),
        ({"reinspected_on": day(12), "outcome": Outcome.CLOSED}, 20, "扣分关闭", 5),
        (AGAIN, 8, "二次整改", 0),
        (AGAIN, 15, "二次整改", 0),
        (AGAIN, 18, "逾期", 3),
        (AGAIN, 7, "待复查", 0),
        (AGAIN | {"done_on": day(14)}, 18, "待复查", 0),
        (AGAIN | {"outcome": None, "done_on": day(16)}, 18, "待复查", 1),
        (AGAIN | {"outcome": Outcome.DONE, "done_on": day(14), "reinspected_on": day(16)}, 18, "整改完成", 0),
        ({"state": "作废"}, 20, "作废", 0),
        ({"due_on": None}, 20, "待整改", 0),
    ],
)
def test_how_a_row_stands_on_a_day(cells: dict[str, object], as_of: int, state: str, late: int) -> None:
    row = Rectification(**{"due_on": day(7), **cells})  # type: ignore[arg-type]  # cells are of their field's type
    assert (state_on(row, day(as_of)).value, overdue_days(row, day(as_of))) == (state, late)


def test_the_deadline_that_counts() -> None:
    row = Rectification(
        due_on=day(7), extended_to=day(9), second_due_on=day(15), outcome=Outcome.AGAIN, reinspected_on=day(10)
    )
    assert deadline_of(row, day(9)) == day(9)
    assert deadline_of(row, day(10)) == day(15)


FOLLOWED = "整改跟踪\n问题编号 | 整改期限 | 延期至 | 延期批准 | 进度 | 完成日期 | 复查人 | 复查日期 | 复查结论 | 二次期限 | 签发日期 | 整改编号\n"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("W1 | 2014-09-30 | | | 100 | 2014-09-30 | 检查员 | 2014-10-08 | 整改完成 | | 2014-09-29 | N", {}),
        ("W1 | 2014-09-30 | | | | | 检查员 | 2014-10-08 | 二次整改 | 2014-10-10 | 2014-09-29 | N", {}),
        ("W1 | 2014-09-28", {"deadline-before-found": "B2"}),
        ("W1 | 2014-09-30 | 2014-10-08", {"extension-not-approved": "D2"}),
        ("W1 | 2014-09-30 | 2014-09-30 | 总监", {"extension-not-later": "C2"}),
        ("W1 | 2014-09-30 | | 总监", {"approval-without-extension": "C2"}),
        ("W1 | 2014-09-30 | | | 100", {"all-but-done": "E2"}),
        ("W1 | 2014-09-30 | | | 60 | 2014-09-30", {"done-but-not-all": "E2"}),
        ("W1 | 2014-09-30 | | | | 2014-09-28", {"done-before-found": "F2"}),
        ("W1 | 2014-09-30 | | | | 2014-09-29 | | | | | 2014-09-30 | N", {"done-before-issued": "F2"}),
        ("W1 | 2014-09-30 | | | | 2014-11-30", {"done-in-future": "F2"}),
        ("W1 | 2014-09-30 | | | | 2014-09-30 | 检查员 | | 整改完成", {"outcome-without-day": "H2"}),
        ("W1 | 2014-09-30 | | | | 2014-09-30 | | 2014-10-08 | 整改完成", {"outcome-without-person": "G2"}),
        ("W1 | 2014-09-30 | | | | 2014-09-30 | 检查员 | 2014-10-08", {"day-without-outcome": "I2"}),
        ("W1 | 2014-09-30 | | | | | 检查员 | 2014-10-08 | 整改完成", {"passed-but-not-done": "F2"}),
        ("W1 | 2014-09-30 | | | | 2014-10-09 | 检查员 | 2014-10-08 | 整改完成", {"reviewed-before-done": "H2"}),
        ("W1 | 2014-09-30 | | | | | 检查员 | 2014-10-08 | 二次整改", {"again-without-deadline": "J2"}),
        (
            "W1 | 2014-09-30 | | | | | 检查员 | 2014-10-08 | 二次整改 | 2014-10-01",
            {"second-deadline-too-early": "J2"},
        ),
        ("W2 | 2014-09-30", {"not-to-be-rectified": "A2"}),
    ],
)
def test_combinations_that_cannot_be(row: str, expected: dict[str, str]) -> None:
    facts = facts_of(W1, W2.replace("整改+处罚", "仅记录"), more=FOLLOWED + row)
    problems = check(Scene(facts, date(2014, 11, 1)))
    assert {p.code: p.cell.address for p in problems if p.cell.sheet == "整改跟踪"} == expected
    assert blocking_errors(facts, problems, SEPTEMBER) == {}, "no score waits for this"


MONTH = (
    VISIT.format(day="2014-08-04")
    + "J2 | 瑞景华庭 | 2014-08-05 | 检查员\n\n"
    + HEAD
    + """W1 | J1 | 客服部 | A1 | 不合格 | 前台 | 电话13912345678 | 整改 | | |
W2 | J1 | 客服部 | A2 | 不合格 | 前台 | 档案缺页 | 整改 | | |
W3 | J1 | 环境部 | B1 | 不合格 | 3栋 | 杂物 | 整改 | 是 | 总监 |
W4 | J1 | 环境部 | B2 | 不合格 | 配电房 | 围护缺失 | 整改 | | |
W5 | J2 | 客服部 | A1 | 不合格 | 前台 | 未着工装 | 整改 | | |
W6 | J2 | 客服部 | A2 | 不合格 | 前台 | 档案缺页 | 整改 | | |

整改跟踪
问题编号 | 责任人 | 整改期限 | 完成日期 | 复查日期 | 复查结论 | 二次期限 | 整改编号 | 签发日期 | 状态
W1 | P1 | 2014-08-07 | 2014-08-06 | 2014-08-08 | 整改完成 | | N1 | 2014-08-04 |
W2 | P1 | 2014-08-11 | 2014-08-13 | 2014-08-14 | 整改完成 | 2014-08-20 | N1 | 2014-08-04 |
W3 | P2 | 2014-08-11 | | | | | N2 | 2014-08-04 |
W4 | P2 | 2014-08-06 | | | | | N2 | 2014-08-04 |
W5 | P1 | 2014-08-25 | 2014-08-07 | | | | N3 | 2014-08-05 |
W6 | P1 | 2014-08-25 | | | | | N4 | 2014-08-05 | 作废
"""
)


def test_what_is_to_be_looked_at_again_the_most_urgent_first() -> None:
    facts = Facts(book_of(PEOPLE + "\n" + MONTH))
    due = reviews_due(facts, day(15))
    assert [(one.finding, one.state.value, one.days_overdue) for one in due] == [
        ("W3", "逾期", 4),
        ("W4", "逾期", 9),
        ("W5", "待复查", 0),
    ]
    assert (due[0].community, due[0].department, due[0].place, due[0].owner, due[0].number, due[0].red_line) == (
        "凤鸣华府",
        "环境部",
        "3栋",
        "员工乙",
        "N2",
        True,
    )
    early = reviews_due(facts, day(5), community="凤鸣华府", ahead=2)
    assert [(one.finding, one.deadline) for one in early] == [("W4", day(6)), ("W1", day(7))]
    assert "139********" in early[1].facts


@pytest.mark.parametrize(
    ("rate", "community", "expected"),
    [
        (CLOSING_RATE, "凤鸣华府", Fraction(2, 4)),
        (CLOSING_RATE, "瑞景华庭", Fraction(0, 1)),
        (ON_TIME_RATE, "凤鸣华府", Fraction(1, 4)),
        (OVERDUE_RATE, "凤鸣华府", Fraction(2, 4)),
        (OVERDUE_RATE, "瑞景华庭", Fraction(0, 1)),
        (FIRST_PASS_RATE, "凤鸣华府", Fraction(1, 2)),
        (FIRST_PASS_RATE, "瑞景华庭", None),
        (CLOSING_RATE, "阳光美地", None),
        (OVERDUE_RATE, "阳光美地", None),
    ],
)
def test_rates(rate: Indicator, community: str, expected: Fraction | None) -> None:
    facts = Facts(book_of(PEOPLE + "\n" + MONTH))
    scope = Scope([community], AUGUST.first, AUGUST.last, day(20))
    assert rate.count(facts, scope).ratio == expected
