"""投诉台账: its state machine, deadlines, repeats, reminders and figures, each worked out by hand."""

from datetime import date
from fractions import Fraction
from functools import partial

import pytest

from pinzhi_xl.archiving import archive
from pinzhi_xl.indicators import BY_NAME, Scope
from pinzhi_xl.model import SetCell
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.service.complaints import is_answered_in_time, repeats
from pinzhi_xl.sheets.complaints import Complaint
from pinzhi_xl.turning import Turn
from tests import told as told_of
from tests.tables import book_of, book_shown_in
from tests.told import AS_OF, problems_of, told

HEAD = (
    "投诉台账\n受理号 | 日期 | 时间 | 项目 | 投诉人 | 房号 | 内容 | 分类 | 有效性 | 级别 | 派发部门 | 响应日期 | 响应时间"
    " | 承诺时限 | 处理结果 | 办结日期 | 回访人 | 回访日期 | 满意度 | 回复日期 | 原因分类 | 预防措施\n"
)
RECEIVED = "TS-1 | 2014-8-4 | 9:00 | 凤鸣华府 | 张女士 | 3栋502 | 楼道没有清扫"
CLASSED = RECEIVED + " | 环境 | 有效 | 一般"
ASSIGNED = CLASSED + " | 环境部 | | 10:00"
SETTLED = ASSIGNED + " | | 已清扫 | 2014-8-13"
REVISITED = SETTLED + " | 员工乙 | 2014-8-15 | 满意"
REPLIED = REVISITED + " | 2014-8-18 | 员工操作不当 | 每日检查"
CHAIN = {
    "待分类": RECEIVED,
    "待派发": CLASSED,
    "处理中": ASSIGNED,
    "待回访": SETTLED,
    "待回复": REVISITED,
    "已回复": REPLIED,
    "无效": RECEIVED + " | 邻里 | 无效 | 一般",
}


computed = partial(told_of.computed, "投诉台账")


@pytest.mark.parametrize("state", CHAIN)
def test_the_state_follows_from_the_fields(state: str) -> None:
    assert computed(HEAD + CHAIN[state], "状态") == [state]


@pytest.mark.parametrize("state", CHAIN)
def test_every_legal_state_is_free_of_errors(state: str) -> None:
    assert [p.message for p in problems_of(HEAD + CHAIN[state]) if p.is_error] == []


def test_what_happens_later_is_not_known_yet() -> None:
    assert computed(HEAD + REPLIED, "状态", date(2014, 8, 14)) == ["待回访"]
    assert computed(HEAD + REPLIED, "状态", date(2014, 8, 13)) == ["待回访"]
    assert computed(HEAD + REPLIED, "状态", date(2014, 8, 12)) == ["处理中"]


ILLEGAL = {
    "assigned before classified": (RECEIVED + " | | | | 环境部", "派发部门", "待分类", "填分类、有效性、级别"),
    "settled before classified": (
        RECEIVED + " | | | | | | | | 已清扫 | 2014-8-13", "处理结果", "待分类", "填分类、有效性、级别",
    ),
    "settled before assigned": (
        CLASSED + " | | | | | 已清扫 | 2014-8-13", "处理结果", "待派发", "填派发部门",
    ),
    "followed up before settled": (
        ASSIGNED + " | | | | 员工乙 | 2014-8-15 | 满意", "回访人", "处理中", "填处理结果和办结日期",
    ),
    "replied before followed up": (
        SETTLED + " | | | | 2014-8-18", "回复日期", "待回访", "填回访人、回访日期、满意度",
    ),
    "satisfied without a result": (
        ASSIGNED + " | | | 2014-8-13 | | | 满意", "满意度", "处理中", "填处理结果和办结日期",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", ILLEGAL)
def test_an_illegal_step_is_refused_and_the_legal_ones_are_named(case: str) -> None:
    row, label, state, legal = ILLEGAL[case]
    assert [where for where, _ in told(HEAD + row, "complaint-step-too-early")] == [label]
    message = told(HEAD + row, "complaint-step-too-early")[0][1]
    assert f"投诉{state}" in message
    assert legal in message


def test_a_step_left_out_never_counts_as_settled() -> None:
    facts = Facts(book_of(HEAD + CLASSED + " | | | | | 已清扫 | 2014-8-13"))
    assert BY_NAME["投诉处理率"].count(facts, scope(facts)) == (0, 1)


def test_an_invalid_complaint_has_no_result() -> None:
    row = RECEIVED + " | 邻里 | 无效 | 一般 | | | | | 已劝导 | 2014-8-5"
    assert [label for label, _ in told(HEAD + row, "complaint-invalid-handled")] == ["处理结果"]
    assert "把有效性改为有效" in told(HEAD + row, "complaint-invalid-handled")[0][1]
    assert told(HEAD + CHAIN["无效"], "complaint-invalid-handled") == []


def test_an_invalid_complaint_says_why() -> None:
    head, row = HEAD.replace("预防措施\n", "预防措施 | 原因\n"), RECEIVED + " | 邻里 | 无效 | 一般" + " |" * 13
    assert len(told(head + row, "complaint-invalid-without-reason")) == 1
    assert told(head + row + " 属邻里纠纷", "complaint-invalid-without-reason") == []


DAYS = {
    "settled before received": (SETTLED.replace("2014-8-13", "2014-8-3"), "complaint-day-too-early", "办结日期"),
    "settled on the day": (SETTLED.replace("2014-8-13", "2014-8-4"), "complaint-day-too-early", None),
    "followed up before settled": (
        REVISITED.replace("2014-8-15", "2014-8-12"), "complaint-day-too-early", "回访日期",
    ),
    "replied before followed up": (
        REPLIED.replace("2014-8-18", "2014-8-14"), "complaint-day-too-early", "回复日期",
    ),
    "replied on the same day": (REPLIED.replace("2014-8-18", "2014-8-15"), "complaint-day-too-early", None),
    "settled tomorrow": (SETTLED.replace("2014-8-13", "2014-8-30"), "complaint-day-in-future", "办结日期"),
    "settled today": (SETTLED.replace("2014-8-13", "2014-8-29"), "complaint-day-in-future", None),
    "answered before received": (
        ASSIGNED.replace("10:00", "8:59"), "complaint-answer-too-early", "响应时间",
    ),
    "answered at once": (ASSIGNED.replace("10:00", "9:00"), "complaint-answer-too-early", None),
    "promised before received": (
        ASSIGNED + " | 2014-8-3", "complaint-day-too-early", "承诺时限",
    ),
    "received tomorrow": (RECEIVED.replace("2014-8-4", "2014-8-30"), "complaint-received-in-future", "日期"),
    "received today": (RECEIVED.replace("2014-8-4", "2014-8-29"), "complaint-received-in-future", None),
}  # fmt: skip


@pytest.mark.parametrize("case", DAYS)
def test_days_follow_each_other(case: str) -> None:
    row, code, label = DAYS[case]
    assert [where for where, _ in told(HEAD + row, code)] == ([label] if label else [])


# 8-04 is a Monday; 8-06 is made a day off. 一般 7 working days: 5 7 8 11 12 13 14. 重大 3: 5 7 8. 紧急 1 day: 5.
DEADLINES = {
    ("2014-8-4", "一般", ""): date(2014, 8, 14),
    ("2014-8-4", "重大", ""): date(2014, 8, 8),
    ("2014-8-4", "紧急", ""): date(2014, 8, 5),
    ("2014-8-8", "重大", ""): date(2014, 8, 13),
    ("2014-8-8", "紧急", ""): date(2014, 8, 9),
    ("2014-8-4", "一般", "2014-8-10"): date(2014, 8, 10),
    ("2014-8-4", "一般", "2014-8-1"): date(2014, 8, 14),
}


@pytest.mark.parametrize(("day", "urgency", "promised"), DEADLINES)
def test_the_deadline_follows_from_the_urgency(day: str, urgency: str, promised: str) -> None:
    row = f"TS-1 | {day} | | 凤鸣华府 | | | 没有清扫 | 环境 | 有效 | {urgency} | 环境部 | | | {promised}"
    off = "\n\n节假日\n日期 | 类型\n2014-8-6 | 休"
    assert computed(HEAD + row + off, "办结期限") == [DEADLINES[day, urgency, promised]]


def test_deadlines_are_settings() -> None:
    more = "\n\n参数\n名称 | 取值\n一般投诉办结天数 | 1"
    assert computed(HEAD + ASSIGNED + more, "办结期限") == [date(2014, 8, 5)]


def test_overdue_days_and_timeliness() -> None:
    """Due 8-13. Open on 8-13: neither; on 8-16: 3 days over. Settled on 8-13: in time; on 8-15: 2 days late."""
    assert computed(HEAD + ASSIGNED, "逾期天数", date(2014, 8, 13)) == [0]
    assert computed(HEAD + ASSIGNED, "是否及时", date(2014, 8, 13)) == []
    assert computed(HEAD + ASSIGNED, "逾期天数", date(2014, 8, 16)) == [3]
    assert computed(HEAD + ASSIGNED, "是否及时", date(2014, 8, 16)) == ["否"]
    assert computed(HEAD + SETTLED, "是否及时") == ["是"]
    late = SETTLED.replace("2014-8-13", "2014-8-15")
    assert (computed(HEAD + late, "逾期天数"), computed(HEAD + late, "是否及时")) == ([2], ["否"])


ANSWERS = {
    ("9:00", "紧急", "", "11:00"): True,
    ("9:00", "紧急", "", "11:01"): False,
    ("9:00", "重大", "2014-8-5", "9:00"): True,
    ("9:00", "重大", "2014-8-5", "9:01"): False,
    ("9:00", "一般", "2014-8-6", "9:00"): True,
    ("9:00", "一般", "2014-8-6", "9:01"): False,
    ("", "一般", "2014-8-6", ""): True,
    ("", "一般", "2014-8-7", ""): False,
    ("9:00", "紧急", "", ""): False,
}
"""紧急 2 hours, 重大 24, 一般 48; without a time of day the days are compared."""


@pytest.mark.parametrize(("at", "urgency", "day", "answered"), ANSWERS)
def test_the_first_answer_comes_within_its_hours(at: str, urgency: str, day: str, answered: str) -> None:
    row = f"TS-1 | 2014-8-4 | {at} | 凤鸣华府 | | | 停水 | 设施 | 有效 | {urgency} | 环境部 | {day} | {answered}"
    facts = Facts(book_of(HEAD + row))
    complaint = facts.book.rows(Complaint)[0]
    assert is_answered_in_time(facts, complaint, AS_OF) is ANSWERS[at, urgency, day, answered]


def test_an_answer_that_may_still_come_is_no_fault() -> None:
    facts = Facts(book_of(HEAD + CLASSED))
    assert is_answered_in_time(facts, facts.book.rows(Complaint)[0], date(2014, 8, 6)) is None


def test_a_complaint_is_a_repeat_within_the_days_of_the_setting() -> None:
    """A to B 30 days: a repeat. B to C 31: none. Another room, another category, another community: none.

    投诉台账
    受理号 | 日期 | 项目 | 投诉人 | 房号 | 内容 | 分类 | 有效性
    A | 2014-7-1 | 凤鸣华府 | 张女士 | 3栋502 | 没有清扫 | 环境 | 有效
    B | 2014-7-31 | 凤鸣华府 | 张 女士 | ３栋502 | 又没有清扫 | 环境 | 有效
    C | 2014-8-31 | 凤鸣华府 | 张女士 | 3栋502 | 还没有清扫 | 环境 | 有效
    D | 2014-8-1 | 凤鸣华府 | 张女士 | 3栋503 | 没有清扫 | 环境 | 有效
    E | 2014-8-1 | 凤鸣华府 | 张女士 | 3栋502 | 收费不对 | 收费 | 有效
    F | 2014-8-1 | 瑞景华庭 | 张女士 | 3栋502 | 没有清扫 | 环境 | 有效
    G | 2014-8-2 | 凤鸣华府 | | 3栋502 | 没有清扫 | 环境 | 有效
    H | 2014-8-3 | 凤鸣华府 | 张女士 | 3栋502 | 要清扫自家 | 环境 | 无效
    """
    book = book_shown_in(test_a_complaint_is_a_repeat_within_the_days_of_the_setting)
    numbers = {row.row: row.number for row in book.rows(Complaint)}
    assert {numbers[row]: of for row, of in repeats(Facts(book)).items()} == {"B": "A"}


def test_archived_owners_are_nobody_and_repeat_nothing() -> None:
    """
    投诉台账
    受理号 | 日期 | 项目 | 投诉人 | 房号 | 内容 | 分类 | 有效性
    A | 2014-7-1 | 凤鸣华府 | [已脱敏] | [已脱敏] | 没有清扫 | 环境 | 有效
    B | 2014-7-2 | 凤鸣华府 | [已脱敏] | [已脱敏] | 没有清扫 | 环境 | 有效
    """
    assert repeats(Facts(book_shown_in(test_archived_owners_are_nobody_and_repeat_nothing))) == {}


def test_archiving_takes_owner_and_room_out() -> None:
    edits = archive(Facts(book_of(HEAD + REPLIED)), date(2017, 1, 1)).edits
    changed = {edit.label: edit.value for edit in edits if isinstance(edit, SetCell)}
    assert changed == {"投诉人": "[已脱敏]", "房号": "[已脱敏]", "回访人": "[已脱敏]"}


AGAIN = HEAD + SETTLED + "\n" + SETTLED.replace("TS-1", "TS-2").replace("2014-8-4", "2014-8-11")


def test_prevention_is_wanted_of_what_is_repeated_or_grave() -> None:
    assert [message[:2] for _, message in told(AGAIN, "complaint-without-prevention")] == ["重复"]
    grave = HEAD + SETTLED.replace("一般", "重大")
    assert [message[:2] for _, message in told(grave, "complaint-without-prevention")] == ["重大"]
    assert told(HEAD + SETTLED, "complaint-without-prevention") == []
    assert told(HEAD + REPLIED.replace("一般", "重大"), "complaint-without-prevention") == []


REMINDERS = {
    "complaint-unclassified": (RECEIVED, date(2014, 8, 5), date(2014, 8, 4)),
    "complaint-unassigned": (CLASSED, date(2014, 8, 5), date(2014, 8, 4)),
    "complaint-overdue": (ASSIGNED, date(2014, 8, 14), date(2014, 8, 13)),
    "complaint-unanswered": (CLASSED, date(2014, 8, 7), date(2014, 8, 6)),
    "complaint-revisit-due": (SETTLED, date(2014, 8, 19), date(2014, 8, 18)),
    "complaint-reply-due": (REVISITED, date(2014, 8, 21), date(2014, 8, 20)),
    "complaint-without-cause": (SETTLED, date(2014, 8, 13), date(2014, 8, 12)),
}
"""Code → the row, the first day on which it is told, and the day before. Settled Wed 8-13 + 3 working days is 8-18,
followed up Fri 8-15 + 3 is 8-20."""


@pytest.mark.parametrize("code", REMINDERS)
def test_what_is_due_is_told_from_its_day_on(code: str) -> None:
    row, due, before = REMINDERS[code]
    assert len(told(HEAD + row, code, due)) == 1
    assert told(HEAD + row, code, before) == []


def test_dissatisfaction_calls_for_more() -> None:
    angry = REVISITED.replace("满意", "不满意")
    assert len(told(HEAD + angry, "complaint-dissatisfied")) == 1
    assert told(HEAD + REVISITED.replace("满意", "一般"), "complaint-dissatisfied") == []
    assert told(HEAD + angry + " | | | 每日检查", "complaint-dissatisfied") == []


def test_a_promise_beyond_the_rule_is_told() -> None:
    assert len(told(HEAD + ASSIGNED + " | 2014-8-14", "complaint-promise-too-long")) == 1
    assert told(HEAD + ASSIGNED + " | 2014-8-13", "complaint-promise-too-long") == []


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("张三丰", True),
        ("李四", True),
        ("张女士", False),
        ("李先生", False),
        ("业主", False),
        ("张*", False),
        ("", False),
    ],
)
def test_owners_stand_without_their_whole_name(name: str, full: bool) -> None:
    text = HEAD + RECEIVED.replace("张女士", name)
    problems = [p for p in problems_of(text) if p.code == "owner-full-name"]
    assert bool(problems) is full
    assert not any(name in p.message + p.value + p.fix for p in problems)


FOUND = """

检查记录
检查编号 | 项目 | 检查日期
J1 | 凤鸣华府 | 2014-8-6
J2 | 瑞景华庭 | 2014-8-6

问题登记
问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处置 | 问题描述
W1 | J1 | 环境部 | B1 | 不合格 | 整改 | 楼道没有清扫
W2 | J2 | 环境部 | B1 | 不合格 | 整改 | 楼道没有清扫

整改跟踪
问题编号 | 整改期限 | 完成日期 | 复查日期 | 复查结论 | 复查人 | 整改编号
W1 | 2014-8-8 | 2014-8-8 | 2014-8-9 | 整改完成 | 员工甲 | 品改〔2014〕1号
"""
LINKED = "投诉台账\n受理号 | 日期 | 项目 | 内容 | 分类 | 有效性 | 级别 | 关联问题编号\n"


def test_a_justified_complaint_points_to_a_finding_of_its_community() -> None:
    row = "TS-1 | 2014-8-4 | 凤鸣华府 | 没有清扫 | 环境 | 有效 | 一般 | "
    assert told(LINKED + row + "W1" + FOUND, "complaint-other-community") == []
    assert computed(LINKED + row + "W1" + FOUND, "关联整改") == ["品改〔2014〕1号 整改完成"]
    assert len(told(LINKED + row + "W2" + FOUND, "complaint-other-community")) == 1
    assert [p.code for p in problems_of(LINKED + row + "W9" + FOUND) if p.label == "关联问题编号"] == [
        "unknown-reference"
    ]


def scope(facts: Facts, *names: str) -> Scope:
    return Scope(names or facts.communities, date(2014, 8, 1), date(2014, 8, 31), AS_OF)


def test_the_figures_of_complaints() -> None:
    """Received in August: A to E (F is 无效, G of July).

    A 8-04 一般, due 8-13, settled 8-12, 满意. B 8-05 repeats A, due 8-14, settled 8-15: late, 不满意.
    C 8-05 紧急, due 8-06, settled 8-06, 非常满意. D 8-20 open, due 8-29. E 瑞景华庭 settled 8-08, not followed up.
    处理率 4/5; 及时率 A C E 3/5; 满意率 2/3; 重复 1/5.
    投诉率: 凤鸣华府 4 of 500 households, 瑞景华庭 has no figure: 8 per thousand.

    项目
    项目名称 | 入住户数
    凤鸣华府 | 500
    瑞景华庭 |

    投诉台账
    受理号 | 日期 | 项目 | 投诉人 | 房号 | 内容 | 分类 | 有效性 | 级别 | 派发部门 | 处理结果 | 办结日期 | 回访人 | 回访日期 | 满意度
    G | 2014-7-1 | 凤鸣华府 | 张女士 | 3栋502 | 没有清扫 | 环境 | 有效 | 一般 | 环境部 | 已清扫 | 2014-7-2 | 员工甲 | 2014-7-3 | 满意
    A | 2014-8-4 | 凤鸣华府 | 张女士 | 3栋502 | 没有清扫 | 环境 | 有效 | 一般 | 环境部 | 已清扫 | 2014-8-12 | 员工甲 | 2014-8-13 | 满意
    B | 2014-8-5 | 凤鸣华府 | 张女士 | 3栋502 | 没有清扫 | 环境 | 有效 | 一般 | 环境部 | 已清扫 | 2014-8-15 | 员工甲 | 2014-8-18 | 不满意
    C | 2014-8-5 | 凤鸣华府 | 李先生 | 2栋301 | 电梯困人 | 设施 | 有效 | 紧急 | 环境部 | 已解困 | 2014-8-6 | 员工甲 | 2014-8-6 | 非常满意
    D | 2014-8-20 | 凤鸣华府 | 李先生 | 2栋301 | 收费不清 | 收费 | 有效 | 一般 | 客服部 | | | | |
    E | 2014-8-4 | 瑞景华庭 | 王女士 | 1栋101 | 态度生硬 | 服务态度 | 有效 | 一般 | 客服部 | 已致歉 | 2014-8-8 | | |
    F | 2014-8-4 | 瑞景华庭 | 王女士 | 1栋101 | 邻里噪音 | 邻里 | 无效 | 一般 | | | | | |
    """
    facts = Facts(book_shown_in(test_the_figures_of_complaints))
    everywhere = scope(facts)
    assert BY_NAME["投诉处理率"].count(facts, everywhere) == (4, 5)
    assert BY_NAME["投诉及时率"].count(facts, everywhere) == (3, 5)
    assert BY_NAME["投诉满意率"].count(facts, everywhere) == (2, 3)
    assert BY_NAME["重复投诉率"].count(facts, everywhere) == (1, 5)
    assert BY_NAME["投诉处理率"].value(facts, everywhere) == 80
    assert BY_NAME["投诉率"].value(facts, everywhere) == 8
    assert BY_NAME["投诉处理率"].count(facts, scope(facts, "瑞景华庭")) == (1, 1)


def test_without_anything_to_divide_by_there_is_no_figure() -> None:
    facts = Facts(book_of(HEAD + RECEIVED))
    assert BY_NAME["投诉满意率"].value(facts, scope(facts)) is None
    assert BY_NAME["投诉率"].value(facts, scope(facts)) is None
    assert BY_NAME["投诉处理率"].value(facts, scope(facts)) == Fraction(0)


TURNING = """
投诉台账
受理号 | 日期 | 项目 | 投诉人 | 房号 | 内容 | 分类 | 有效性 | 级别 | 状态
A | 2018-10-20 | 凤鸣华府 | 张女士 | 3栋502 | 没有清扫 | 环境 | 有效 | 一般 | 已回复
B | 2018-9-20 | 凤鸣华府 | 张女士 | 3栋502 | 没有清扫 | 环境 | 有效 | 一般 | 已回复
C | 2018-3-20 | 凤鸣华府 | 李先生 | 3栋503 | 停车收费 | 收费 | 有效 | 一般 | 处理中
D | 2018-3-20 | 凤鸣华府 | 李先生 | 3栋503 | 邻里噪音 | 邻里 | 无效 | 一般 | 无效

参数
名称 | 取值
重复投诉天数 | {days}
"""


@pytest.mark.parametrize(("days", "kept"), [("30", ["C"]), ("90", ["A", "C"])])
def test_open_complaints_and_those_that_may_be_repeated_go_into_the_new_year(days: str, kept: list[str]) -> None:
    """90 days before 2019-1-1 is 2018-10-3: all from October 2018 on goes along."""
    turn = Turn(Facts(book_of(TURNING.format(days=days))), date(2019, 1, 1))
    assert [row.number for row in turn.modules[Complaint] if isinstance(row, Complaint)] == kept
