"""报修工单: its state machine, deadlines in minutes and hours, and figures, each worked out by hand."""

from datetime import date, datetime
from fractions import Fraction
from functools import partial

import pytest

from pinzhi_xl.indicators import BY_NAME, Scope
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.service.repairs import due_at, is_in_time
from pinzhi_xl.sheets.repairs import RepairOrder
from tests import told as told_of
from tests.tables import book_of, book_shown_in
from tests.told import AS_OF, problems_of, told

HEAD = (
    "报修工单\n工单号 | 报修日期 | 报修时间 | 项目 | 内容 | 是否急修 | 派工 | 响应日期 | 响应时间 | 承诺完成"
    " | 处理结果 | 完成日期 | 完成时间 | 回访人 | 回访日期 | 回访满意度 | 取消原因\n"
)
ASKED = "BX-1 | 2014-8-4 | 9:00 | 凤鸣华府 | 水管漏水 | 是"
ASSIGNED = ASKED + " | 员工丙"
REACHED = ASSIGNED + " | | 9:10"
REPAIRED = REACHED + " | | 换了软管 | 2014-8-4 | 12:00"
REVISITED = REPAIRED + " | 员工乙 | 2014-8-5 | 满意"
CHAIN = {
    "待派工": ASKED,
    "待响应": ASSIGNED,
    "维修中": REACHED,
    "待回访": REPAIRED,
    "已完成": REVISITED,
    "已取消": ASKED + " |" * 11 + " 业主撤回",
}


computed = partial(told_of.computed, "报修工单")


@pytest.mark.parametrize("state", CHAIN)
def test_the_state_follows_from_the_fields(state: str) -> None:
    assert computed(HEAD + CHAIN[state], "状态") == [state]
    assert [p.message for p in problems_of(HEAD + CHAIN[state]) if p.is_error] == []


def test_what_happens_later_is_not_known_yet() -> None:
    assert computed(HEAD + REVISITED, "状态", date(2014, 8, 4)) == ["待回访"]
    tomorrow = REACHED.replace("| | 9:10", "| 2014-8-5 | 9:10")
    assert computed(HEAD + tomorrow, "状态", date(2014, 8, 4)) == ["待响应"]


ILLEGAL = {
    "reached before assigned": (ASKED + " | | | 9:10", "响应时间", "待派工", "填派工"),
    "repaired before reached": (ASSIGNED + " | | | | 换了软管 | 2014-8-4", "处理结果", "待响应", "填响应时间"),
    "followed up before repaired": (
        REACHED + " | | | | | 员工乙 | 2014-8-5 | 满意",
        "回访人",
        "维修中",
        "填处理结果和完成日期",
    ),
}


@pytest.mark.parametrize("case", ILLEGAL)
def test_an_illegal_step_is_refused_and_the_legal_ones_are_named(case: str) -> None:
    row, label, state, legal = ILLEGAL[case]
    found = told(HEAD + row, "repair-step-too-early")
    assert [where for where, _ in found] == [label]
    assert f"工单{state}" in found[0][1]
    assert legal in found[0][1]


def test_a_cancelled_order_is_not_repaired() -> None:
    row = REPAIRED + " | | | | 业主撤回"
    assert [label for label, _ in told(HEAD + row, "repair-cancelled-done")] == ["处理结果"]
    assert told(HEAD + CHAIN["已取消"], "repair-cancelled-done") == []


DAYS = {
    "reached before asked": (REACHED.replace("9:10", "8:59"), "repair-day-too-early", "响应时间"),
    "reached at once": (REACHED.replace("9:10", "9:00"), "repair-day-too-early", None),
    "done before reached": (REPAIRED.replace("12:00", "9:09"), "repair-day-too-early", "完成时间"),
    "done before asked": (
        REPAIRED.replace("| 2014-8-4 | 12", "| 2014-8-3 | 12"),
        "repair-day-too-early",
        "完成日期",
    ),
    "followed up before done": (REVISITED.replace("2014-8-5", "2014-8-3"), "repair-day-too-early", "回访日期"),
    "followed up the same day": (REVISITED.replace("2014-8-5", "2014-8-4"), "repair-day-too-early", None),
    "done tomorrow": (REPAIRED.replace("| 2014-8-4 | 12", "| 2014-8-30 | 12"), "repair-day-in-future", "完成日期"),
    "done today": (REPAIRED.replace("| 2014-8-4 | 12", "| 2014-8-29 | 12"), "repair-day-in-future", None),
    "asked tomorrow": (ASKED.replace("2014-8-4", "2014-8-30"), "repair-received-in-future", "报修日期"),
    "asked today": (ASKED.replace("2014-8-4", "2014-8-29"), "repair-received-in-future", None),
    "urgent without a time": (ASKED.replace("9:00", ""), "repair-without-time", "报修时间"),
    "small without a time": (ASKED.replace("9:00", "").replace("是", "否"), "repair-without-time", None),
    "urgent done at no time": (REPAIRED.replace("12:00", ""), "repair-without-time", "完成时间"),
    "urgent done at a time": (REPAIRED, "repair-without-time", None),
}


@pytest.mark.parametrize("case", DAYS)
def test_days_and_times_follow_each_other(case: str) -> None:
    row, code, label = DAYS[case]
    assert [where for where, _ in told(HEAD + row, code)] == ([label] if label else [])


REMINDERS = {
    "repair-unassigned": (ASKED, date(2014, 8, 5), date(2014, 8, 4)),
    "repair-overdue": (REACHED, date(2014, 8, 5), date(2014, 8, 4)),
    "repair-revisit-due": (REPAIRED, date(2014, 8, 8), date(2014, 8, 7)),
}
"""Code → the row, the first day on which it is told, and the day before. Done Mon 8-04 + 3 working days is 8-07."""


@pytest.mark.parametrize("code", REMINDERS)
def test_what_is_due_is_told_from_its_day_on(code: str) -> None:
    row, due, before = REMINDERS[code]
    assert len(told(HEAD + row, code, due)) == 1
    assert told(HEAD + row, code, before) == []


DUE = {
    ("9:00", "是", ""): datetime(2014, 8, 4, 15, 0),
    ("20:00", "是", ""): datetime(2014, 8, 5, 2, 0),
    ("", "是", ""): datetime(2014, 8, 4, 23, 59),
    ("9:00", "", ""): datetime(2014, 8, 5, 23, 59),
    ("9:00", "", "2014-8-9"): datetime(2014, 8, 9, 23, 59),
}
"""急修 six hours after the request, 小修 the next day, or what was promised."""


@pytest.mark.parametrize(("at", "urgent", "promised"), DUE)
def test_the_deadline(at: str, urgent: str, promised: str) -> None:
    row = f"BX-1 | 2014-8-4 | {at} | 凤鸣华府 | 水管漏水 | {urgent} | | | | {promised}"
    book = book_of(HEAD + row)
    assert due_at(book.settings, book.rows(RepairOrder)[0]) == DUE[at, urgent, promised]
    assert computed(HEAD + row, "完成期限") == [f"{DUE[at, urgent, promised]:%Y-%m-%d %H:%M}"]


TIMELY = {
    ("是", "9:15", "2014-8-4", "15:00"): True,
    ("是", "9:16", "2014-8-4", "15:00"): False,
    ("是", "9:15", "2014-8-4", "15:01"): False,
    ("是", "9:15", "2014-8-4", ""): True,
    ("", "11:00", "2014-8-5", "20:00"): True,
    ("", "11:00", "2014-8-6", "8:00"): False,
    ("", "11:00", "", ""): False,
}
"""急修 is reached within 15 minutes and repaired within 6 hours; 小修 is done by the end of the next day."""


@pytest.mark.parametrize(("urgent", "came", "day", "done"), TIMELY)
def test_what_is_in_time(urgent: str, came: str, day: str, done: str) -> None:
    result = "换了软管" if day else ""
    row = f"BX-1 | 2014-8-4 | 9:00 | 凤鸣华府 | 漏水 | {urgent} | 员工丙 | | {came} | | {result} | {day} | {done}"
    book = book_of(HEAD + row)
    order = book.rows(RepairOrder)[0]
    assert is_in_time(book.settings, order, AS_OF) is TIMELY[urgent, came, day, done]


def test_what_may_still_be_done_is_open() -> None:
    """A small repair of 8-04 may be done until the end of 8-05; an urgent one must be reached on its day."""
    small, urgent = (book_of(HEAD + row) for row in (ASSIGNED.replace("是", "否"), ASSIGNED))
    order = small.rows(RepairOrder)[0]
    assert is_in_time(small.settings, order, date(2014, 8, 5)) is None
    assert is_in_time(small.settings, order, date(2014, 8, 6)) is False
    order = urgent.rows(RepairOrder)[0]
    assert is_in_time(urgent.settings, order, date(2014, 8, 4)) is None
    assert is_in_time(urgent.settings, order, date(2014, 8, 5)) is False


def test_the_limits_are_settings() -> None:
    more = "\n\n参数\n名称 | 取值\n急修到场分钟 | 9\n急修修复小时 | 2"
    assert computed(HEAD + REPAIRED, "是否及时") == ["是"]
    assert computed(HEAD + REPAIRED + more, "是否及时") == ["否"]
    assert computed(HEAD + REPAIRED + more, "完成期限") == ["2014-08-04 11:00"]


def test_overdue_days_count_from_the_day_of_the_deadline() -> None:
    assert computed(HEAD + REACHED, "逾期天数", date(2014, 8, 4)) == [0]
    assert computed(HEAD + REACHED, "逾期天数", date(2014, 8, 7)) == [3]
    assert computed(HEAD + REPAIRED, "逾期天数") == [0]
    assert computed(HEAD + REPAIRED, "响应分钟") == [10]


def test_the_figures_of_repairs() -> None:
    """August: A to D count, E was cancelled, F is of July.

    A urgent, reached in 10 minutes, done after 3 hours: in time, 满意. B urgent, reached in 20 minutes: late, 一般.
    C small, reached after 90 minutes, done the next day: in time, not followed up. D small, open since 8-20: late.
    及时率 2/4; 解决率 3/4; 满意率 1/2; 平均响应 (10 + 20 + 90) ÷ 3 = 40 minutes.

    报修工单
    工单号 | 报修日期 | 报修时间 | 项目 | 内容 | 是否急修 | 派工 | 响应日期 | 响应时间 | 处理结果 | 完成日期 | 完成时间 | 回访人 | 回访日期 | 回访满意度 | 取消原因
    A | 2014-8-4 | 9:00 | 凤鸣华府 | 漏水 | 是 | 员工丙 | | 9:10 | 换了软管 | 2014-8-4 | 12:00 | 员工乙 | 2014-8-5 | 满意 |
    B | 2014-8-5 | 9:00 | 凤鸣华府 | 停电 | 是 | 员工丙 | | 9:20 | 换了空开 | 2014-8-5 | 10:00 | 员工乙 | 2014-8-6 | 一般 |
    C | 2014-8-6 | 9:00 | 凤鸣华府 | 灯不亮 | | 员工丙 | | 10:30 | 换了灯管 | 2014-8-7 | | | | |
    D | 2014-8-20 | 9:00 | 凤鸣华府 | 门锁坏 | | 员工丙 | | | | | | | | |
    E | 2014-8-20 | 9:00 | 凤鸣华府 | 门锁坏 | | | | | | | | | | | 重复报修
    F | 2014-7-4 | 9:00 | 凤鸣华府 | 漏水 | 是 | 员工丙 | | 9:10 | 换了软管 | 2014-7-4 | 12:00 | 员工乙 | 2014-7-5 | 满意 |
    """
    facts = Facts(book_shown_in(test_the_figures_of_repairs))
    scope = Scope(facts.communities, date(2014, 8, 1), date(2014, 8, 31), AS_OF)
    assert BY_NAME["报修及时率"].count(facts, scope) == (2, 4)
    assert BY_NAME["报修解决率"].count(facts, scope) == (3, 4)
    assert BY_NAME["报修满意率"].count(facts, scope) == (1, 2)
    assert BY_NAME["报修平均响应"].value(facts, scope) == Fraction(40)
    nobody = scope._replace(communities=("瑞景华庭",))
    assert BY_NAME["报修平均响应"].value(facts, nobody) is None
