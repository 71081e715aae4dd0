"""培训: rules of plan, records and spot checks, computed columns, the two indicators (practice.md §6, §7)."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

import pytest

from pinzhi_xl.indicators import BY_NAME, Scope
from pinzhi_xl.keys import fill_keys
from pinzhi_xl.problem import Problem
from pinzhi_xl.quarter import Quarter
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.training import TrainingPlan, TrainingRecord
from pinzhi_xl.training import training_edits
from pinzhi_xl.turning_modules import kept_of_modules
from tests.tables import book_of

AS_OF = date(2026, 5, 20)
SHEETS = ("培训计划", "培训记录", "培训抽查", "参数")
STAFF = """
部门
部门名称 | 别名 | 权重
客服部 | | 30
环境部 | | 30
秩序维护部 | 秩序部 | 40

项目部门
项目 | 部门 | 是否设置
阳光美地 | 秩序维护部 | 否

人员
工号 | 姓名 | 项目 | 部门 | 入职日期 | 离职日期 | 角色
P1 | 张三丰 | 凤鸣华府 | 秩序维护部 | 2020-1-1 | |
P2 | 李四 | 凤鸣华府 | 秩序维护部 | 2020-1-1 | |
P3 | 王五 | 瑞景华庭 | 秩序维护部 | 2020-1-1 | 2026-4-30 |
P4 | 欧阳明月 | 瑞景华庭 | 秩序维护部 | 2026-5-11 | |
P9 | 赵六 | | | | | 品质培训师
"""


def problems(text: str, as_of: date = AS_OF) -> Sequence[Problem]:
    """The problems of the sheets of training, beside those about the mandatory theme."""
    found = check(Scene(Facts(book_of(STAFF + text)), as_of))
    return [p for p in found if p.cell.sheet in SHEETS and p.code != "training-uncovered"]


def codes(text: str, as_of: date = AS_OF) -> list[str]:
    return [problem.code for problem in problems(text, as_of)]


def session(extra_labels: str = "", extra: str = "", records: str = "") -> str:
    """PX1 of 凤鸣华府's 秩序维护部 on 2026-05-12, with more columns; and records of it."""
    more_labels, more = (f" | {extra_labels}", f" | {extra}") if extra_labels else ("", "")
    return f"""
培训计划
培训编号 | 项目 | 部门 | 主题 | 计划日期{more_labels}
PX1 | 凤鸣华府 | 秩序维护部 | 消防器材 | 2026-5-12{more}

培训记录
培训编号 | 工号 | 签到 | 考核方式 | 考核日期 | 成绩 | 补考日期 | 补考成绩
{records}
"""


CAME = "PX1 | P1 | 2026-5-12 | 书面 | 2026-5-13 | 80 | |"


def test_an_empty_sheet_is_silent() -> None:
    found = check(Scene(Facts(book_of(STAFF)), AS_OF))
    assert [p for p in found if p.cell.sheet in SHEETS] == []


def test_a_sound_session_is_silent() -> None:
    assert codes(session("讲师 | 应训人数", "赵六 | 2", CAME)) == []


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ("PX1 | P1 | 2026-5-11 | 书面 | 2026-5-13 | 80 | |", ["signed-before-session"]),
        ("PX1 | P1 | 2026-5-12 | 书面 | 2026-5-13 | 80 | |", []),
        ("PX1 | P1 | 2026-5-21 | | | | |", ["training-missed", "training-day-in-future"]),
        ("PX1 | P1 | 2026-5-20 | | | | |", []),
        (CAME + "\nPX1 | P2 | | | | 80 | |", ["score-without-signing"]),
        (CAME + "\nPX1 | P2 | | | | | |", []),
        ("PX1 | P1 | 2026-5-12 | 书面 | 2026-5-11 | 80 | |", ["exam-before-lesson"]),
        ("PX1 | P1 | 2026-5-12 | 书面 | 2026-5-17 | 80 | |", []),
        ("PX1 | P1 | 2026-5-12 | 书面 | 2026-5-18 | 80 | |", ["exam-too-late"]),
        ("PX1 | P1 | 2026-5-12 | | | 80 | |", ["exam-without-way"]),
        ("PX1 | P1 | 2026-5-12 | | | | |", ["exam-overdue"]),
        ("PX1 | P1 | 2026-5-15 | | | | |", []),
        ("PX1 | P1 | 2026-5-15 | 书面 | 2026-5-21 | 80 | |", ["training-day-in-future"]),
        ("PX1 | P1 | 2026-5-12 | 书面 | 2026-5-13 | 59 | 2026-5-15 | 70", []),
        ("PX1 | P1 | 2026-5-12 | 书面 | 2026-5-13 | 60 | 2026-5-15 | 70", ["retest-though-passed"]),
        ("PX1 | P1 | 2026-5-15 | 书面 | | | 2026-5-16 | 70", ["retest-without-test"]),
        ("PX1 | P1 | 2026-5-12 | 书面 | 2026-5-13 | 59 | | 70", ["retest-undated"]),
        ("PX1 | P1 | 2026-5-12 | 书面 | 2026-5-13 | 59 | 2026-5-12 | 70", ["retest-before-test"]),
        ("PX1 | P1 | 2026-5-12 | 书面 | 2026-5-13 | 59 | 2026-5-21 | 70", ["training-day-in-future"]),
        ("PX1 | P4 | 2026-5-12 | 书面 | 2026-5-13 | 80 | |", ["trained-of-another-unit"]),
        ("PX1 | P8 | 2026-5-12 | 书面 | 2026-5-13 | 80 | |", ["training-missed", "unknown-reference"]),
        ("PX7 | P1 | 2026-5-12 | 书面 | 2026-5-13 | 80 | |", ["training-missed", "unknown-reference"]),
        (CAME + "\n" + CAME, ["duplicate-key"]),
        ("PX1 | P1 | 2026-5-12 | 书面 | 2026-5-13 | 101 | |", ["out-of-range"]),
    ],
)
def test_signing_in_examination_and_retest(records: str, expected: list[str]) -> None:
    """The lesson is on 05-12: examined up to 05-17 (5 days), 60 passes, today is 05-20."""
    assert sorted(codes(session(records=records))) == sorted(expected)


def test_an_illegal_step_names_the_legal_one() -> None:
    told = problems(session(records=CAME + "\nPX1 | P2 | | | | 80 | |"))
    assert "下一步只能是：签到" in told[0].message
    (told_early,) = [p for p in problems(session("反应评估", "90")) if p.code == "evaluation-before-session"]
    assert "签到、改期、取消" in told_early.message


@pytest.mark.parametrize(("score", "expected"), [("", []), ("80", ["exam-not-needed"])])
def test_what_is_only_to_be_known_about_is_not_examined(score: str, expected: list[str]) -> None:
    text = session("考核要求", "了解", f"PX1 | P1 | 2026-5-12 | {'书面' if score else ''} | | {score} | |")
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("labels", "cells", "records", "expected"),
    [
        ("应训人数", "1", CAME, []),
        ("应训人数", "0", CAME, ["training-more-than-expected"]),
        ("取消原因", "停电", "", []),
        ("取消原因", "停电", CAME, ["training-cancelled-yet-held"]),
        ("反应评估 | 评估人", "90 | 赵六", CAME, []),
        ("反应评估 | 评估人", "90 |", CAME, ["evaluation-unsigned"]),
        ("反应评估 | 评估人", "90 | 赵六", "", ["training-missed", "evaluation-before-session"]),
        ("讲师", "赵六", CAME, []),
        ("讲师", "外请李教官", CAME, []),
        ("讲师", "P2", CAME, ["lecturer-is-no-trainer"]),
        ("必选主题", "冲突处置方法", CAME, []),
        ("必选主题", "冲突处置", CAME, ["training-theme-unlisted"]),
    ],
)
def test_the_plan(labels: str, cells: str, records: str, expected: list[str]) -> None:
    assert sorted(codes(session(labels, cells, records))) == sorted(expected)


@pytest.mark.parametrize(("day", "expected"), [("2026-5-20", []), ("2026-5-19", ["training-missed"])])
def test_a_session_gone_by_without_anybody_is_told(day: str, expected: list[str]) -> None:
    assert codes(session().replace("2026-5-12", day)) == expected


def test_a_theme_that_sounds_mandatory_is_to_be_marked() -> None:
    text = session(records=CAME).replace("消防器材", "发生矛盾时的冲突处置方法")
    assert codes(text) == ["training-theme-unmarked"]


@pytest.mark.parametrize(("day", "expected"), [("2026-4-30", []), ("2026-5-1", ["trained-not-employed"])])
def test_a_person_is_employed_on_the_day(day: str, expected: list[str]) -> None:
    """P3 left on 2026-04-30."""
    text = session(records=f"PX1 | P3 | {day} | 口头 | | 90 | |").replace(
        "凤鸣华府 | 秩序维护部 | 消", "瑞景华庭 | | 消"
    )
    assert codes(text.replace("2026-5-12", "2026-4-28")) == expected


# --- the mandatory theme (Z52)


def uncovered(text: str, as_of: date = AS_OF) -> list[tuple[str, str]]:
    found = check(Scene(Facts(book_of(STAFF + text)), as_of))
    told = [p for p in found if p.code == "training-uncovered"]
    return [(p.message[: p.message.index("“")], p.message.split("“")[1].split("”")[0]) for p in told]


def taught(*rows: str, records: str = "") -> str:
    listed = "\n".join(rows)
    return f"""
培训计划
培训编号 | 项目 | 部门 | 主题 | 必选主题 | 计划日期 | 取消原因
{listed}

培训记录
培训编号 | 工号 | 签到
{records}
"""


FENGMING = "PX1 | 凤鸣华府 | 秩序部 | 冲突处置 | 冲突处置方法 | 2026-5-12 |"


def test_every_community_with_the_department_is_taught_each_quarter() -> None:
    """阳光美地 has no 秩序维护部; 瑞景华庭 is taught by a session of the whole company that P4 came to."""
    everyone = "PX2 | | | 冲突处置 | 冲突处置方法 | 2026-5-13 |"
    held = "PX1 | P1 | 2026-5-12\nPX2 | P4 | 2026-5-13"
    assert uncovered(taught(FENGMING, everyone, records=held)) == []
    assert uncovered(taught(FENGMING, everyone, records="PX1 | P1 | 2026-5-12")) == [("2026年第2季度", "瑞景华庭")]
    assert uncovered(taught(FENGMING, records="")) == [
        ("2026年第2季度", "凤鸣华府"),
        ("2026年第2季度", "瑞景华庭"),
    ]


def test_a_session_planned_within_the_quarter_is_enough_until_its_day_is_over() -> None:
    planned = FENGMING.replace("凤鸣华府", "瑞景华庭").replace("PX1", "PX2").replace("5-12", "6-30")
    both = taught(FENGMING, planned, records="PX1 | P1 | 2026-5-12")
    assert uncovered(both) == []
    assert uncovered(both, date(2026, 6, 30)) == []
    assert uncovered(both, date(2026, 7, 1)) == [
        ("2026年第2季度", "瑞景华庭"),
        ("2026年第3季度", "凤鸣华府"),
        ("2026年第3季度", "瑞景华庭"),
    ]
    late = taught(FENGMING, planned.replace("2026-6-30", "2026-7-1"), records="PX1 | P1 | 2026-5-12")
    assert uncovered(late) == [("2026年第2季度", "瑞景华庭")]


def test_a_cancelled_session_and_another_theme_cover_nothing() -> None:
    held = "PX1 | P1 | 2026-5-12"
    assert ("2026年第2季度", "凤鸣华府") in uncovered(taught(FENGMING + " 停电", records=held))
    assert ("2026年第2季度", "凤鸣华府") in uncovered(
        taught(FENGMING.replace("| 冲突处置方法 |", "| |"), records=held)
    )


def test_a_department_that_is_unknown_in_the_settings_is_told() -> None:
    settings = "\n参数\n名称 | 取值\n必选培训 | {}\n"
    text = session(records=CAME)
    assert codes(text + settings.format("保安部：冲突处置方法")) == ["training-department-unknown"]
    assert codes(text + settings.format("秩序部：冲突处置方法、消防知识")) == []
    own = taught(FENGMING.replace("冲突处置方法", "消防知识"), records="PX1 | P1 | 2026-5-12")
    assert uncovered(own + settings.format("消防知识")) == [
        ("2026年第2季度", "瑞景华庭"),
        ("2026年第2季度", "阳光美地"),
    ]


@pytest.mark.parametrize(
    ("day", "quarter", "first", "last"),
    [
        (date(2026, 3, 31), Quarter(2026, 1), date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 4, 1), Quarter(2026, 2), date(2026, 4, 1), date(2026, 6, 30)),
        (date(2026, 12, 31), Quarter(2026, 4), date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_quarters(day: date, quarter: Quarter, first: date, last: date) -> None:
    assert (Quarter.of(day), quarter.first, quarter.last) == (quarter, first, last)
    assert Quarter(2026, 1).before == Quarter(2025, 4)
    assert Quarter(2026, 3).before == Quarter(2026, 2)


# --- spot checks (Z51)


def checked(rows: str) -> str:
    return (
        session(records=CAME)
        + f"""
培训抽查
抽查编号 | 抽查日期 | 项目 | 工号 | 主题 | 培训编号 | 方式 | 结果 | 后续
{rows}
"""
    )


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("CC1 | 2026-5-20 | 凤鸣华府 | P1 | 消防 | PX1 | 书面 | 合格 |", []),
        ("CC1 | 2026-5-21 | 凤鸣华府 | P1 | 消防 | PX1 | 书面 | 合格 |", ["training-day-in-future"]),
        ("CC1 | 2026-5-12 | 凤鸣华府 | P1 | 消防 | PX1 | 书面 | 合格 |", []),
        ("CC1 | 2026-5-11 | 凤鸣华府 | P1 | 消防 | PX1 | 书面 | 合格 |", ["checked-before-training"]),
        ("CC1 | 2026-5-11 | 凤鸣华府 | P1 | 消防 | | 书面 | 合格 |", []),
        ("CC1 | 2026-5-20 | 凤鸣华府 | P1 | 消防 | PX1 | 口头 | |", ["check-without-result"]),
        ("CC1 | 2026-5-20 | 凤鸣华府 | P1 | 消防 | PX1 | 口头 | 不合格 |", ["check-without-followup"]),
        ("CC1 | 2026-5-20 | 凤鸣华府 | P1 | 消防 | PX1 | 口头 | 不合格 | 补训", []),
        ("CC1 | 2026-5-20 | 瑞景华庭 | P1 | 消防 | PX1 | 口头 | 合格 |", ["check-of-another-unit"]),
        ("CC1 | 2026-5-20 | 凤鸣华府 | P1 | 消防 | PX1 | 实操 | 合格 |", ["not-a-choice"]),
    ],
)
def test_a_spot_check(row: str, expected: list[str]) -> None:
    assert codes(checked(row)) == expected


@pytest.mark.parametrize(
    ("second", "as_of", "expected"),
    [
        ("书面", date(2026, 6, 29), []),
        ("书面", date(2026, 6, 30), ["check-one-way"]),
        ("口头", date(2026, 6, 30), []),
        ("书面", date(2026, 9, 29), ["check-one-way"]),
        ("书面", date(2026, 9, 30), []),
    ],
)
def test_checks_of_a_quarter_are_written_and_oral(second: str, as_of: date, expected: list[str]) -> None:
    """Told from the last day of the quarter until the next one is over."""
    rows = f"""CC1 | 2026-5-20 | 凤鸣华府 | P1 | 消防 | PX1 | 书面 | 合格 |
CC2 | 2026-6-2 | 凤鸣华府 | P2 | 消防 | PX1 | {second} | 合格 |"""
    assert codes(checked(rows), as_of) == expected


# --- computed columns and figures

YEAR = """
培训计划
培训编号 | 项目 | 部门 | 主题 | 应训人数 | 计划日期 | 考核要求 | 反应评估 | 学习评估 | 行为评估 | 评估人 | 取消原因
PX1 | 凤鸣华府 | 秩序维护部 | 甲 | 4 | 2026-5-12 | 掌握 | 90 | | 70 | 赵六 |
PX2 | 凤鸣华府 | 秩序维护部 | 乙 | 2 | 2026-5-13 | 了解 | 80 | | 95 | 赵六 |
PX3 | 瑞景华庭 | 秩序维护部 | 丙 | | 2026-5-14 | 熟悉 | 90 | | | 赵六 |
PX4 | | | 丁 | 5 | 2026-5-15 | 熟悉 | | | | |
PX5 | 凤鸣华府 | 秩序维护部 | 戊 | 9 | 2026-5-16 | | | | | | 停电
PX6 | 凤鸣华府 | 秩序维护部 | 己 | 9 | 2026-5-30 | | | | | |
PX7 | 凤鸣华府 | 秩序维护部 | 庚 | 0 | 2026-4-30 | | | | | |

培训记录
培训编号 | 工号 | 签到 | 考核方式 | 考核日期 | 成绩 | 补考日期 | 补考成绩
PX1 | P1 | 2026-5-12 | 口头 | 2026-5-12 | 59.9 | 2026-5-14 | 60
PX1 | P2 | 2026-5-12 | 口头 | 2026-5-12 | 85 | |
PX1 | P3 | 2026-5-12 | 口头 | 2026-5-12 | 40 | 2026-5-14 | 50
PX1 | P4 | | | | | |
PX2 | P1 | 2026-5-13 | | | | |
PX2 | P2 | 2026-5-13 | | | | |
PX3 | P4 | 2026-5-14 | | | | |
PX3 | P3 | | | | | |
PX4 | P1 | 2026-5-16 | | | | |
PX4 | P2 | 2026-5-16 | 实操 | 2026-5-17 | 30 | |
"""


def derived(text: str, as_of: date) -> dict[tuple[str, int, str], object]:
    book = book_of(STAFF + text)
    return {(e.sheet, e.row, e.label): e.value for e in training_edits(Facts(book), as_of)}


def test_computed_columns_say_where_each_session_and_person_stands() -> None:
    """PX1: learning (60+85+50)/3 = 65, overall (90·30+65·40+70·30)/100 = 74.0; PX2 is not examined: (80+95)/2 =
    87.5; PX3 has one level: 90.0, its exam ran out on 05-19. PX4 was examined in part, until 05-21."""
    found = derived(YEAR, AS_OF)

    def column(label: str) -> list[object]:
        return [found.get(("培训计划", row, label)) for row in range(2, 9)]

    assert column("状态") == ["已完成", "已完成", "考核逾期", "待考核", "已取消", "待实施", "逾期未实施"]
    assert column("参训人数") == [3, 2, 1, 2, 0, 0, 0]
    assert column("合格人数") == [2, None, 0, 0, 0, 0, 0]
    assert [str(v) if v is not None else v for v in column("综合评估")] == [
        "74.0", "87.5", "90.0", "30.0", None, None, None,
    ]  # fmt: skip
    results = [found[("培训记录", row, "合格")] for row in range(2, 12)]
    assert results == [
        "补考合格", "合格", "不合格", "未参训", "不考", "不考", "待考", "未参训", "待考", "待补考",
    ]  # fmt: skip


def test_computed_columns_that_hold_already_are_not_written_again() -> None:
    text = YEAR.replace("取消原因\n", "取消原因 | 状态 | 参训人数 | 合格人数 | 综合评估\n").replace(
        "70 | 赵六 |\n", "70 | 赵六 | | 已完成 | 3 | 2 | 74.0\n"
    )
    assert [key for key in derived(text, AS_OF) if key[:2] == ("培训计划", 2)] == []


def test_the_weights_of_the_levels_are_settings() -> None:
    settings = "\n参数\n名称 | 取值\n反应评估权重 | 0\n学习评估权重 | 1\n行为评估权重 | 3\n"
    found = derived(YEAR + settings, AS_OF)
    assert str(found["培训计划", 2, "综合评估"]) == "68.8"  # (65 + 3·70) / 4 = 68.75
    assert ("培训计划", 4, "综合评估") not in found  # its one level weighs nothing


def figure(name: str, *communities: str, first: date = date(2026, 5, 1), as_of: date = AS_OF) -> Fraction | None:
    scope = Scope(communities, first, date(2026, 5, 31), as_of)
    return BY_NAME[name].value(Facts(book_of(STAFF + YEAR)), scope)


def test_coverage_and_pass_rate() -> None:
    """凤鸣华府: PX1 3 of 4, PX2 2 of 2 → 5/6; examined PX1's three, two passed → 2/3. 瑞景华庭: PX3 1 of the 2 listed;
    one to be examined since 05-20, none passed → 0/1. The company: + PX4 2 of 5 → 8/13; PX4's P2 has failed
    (P1's time is not over), so 2 of 5."""
    assert figure("培训覆盖率", "凤鸣华府") == Fraction(500, 6)
    assert figure("培训合格率", "凤鸣华府") == Fraction(200, 3)
    assert figure("培训覆盖率", "瑞景华庭") == 50
    assert figure("培训合格率", "瑞景华庭") == 0
    assert figure("培训合格率", "瑞景华庭", as_of=date(2026, 5, 19)) is None
    company = ("凤鸣华府", "瑞景华庭", "阳光美地")
    assert figure("培训覆盖率", *company) == Fraction(800, 13)
    assert figure("培训合格率", *company) == Fraction(200, 5)


def test_without_anybody_expected_there_is_no_figure() -> None:
    """PX7 expects nobody; 阳光美地 has no session."""
    assert figure("培训覆盖率", "阳光美地") is None
    scope = Scope(["凤鸣华府"], date(2026, 4, 1), date(2026, 4, 30), AS_OF)
    assert BY_NAME["培训覆盖率"].value(Facts(book_of(STAFF + YEAR)), scope) is None


def test_a_session_is_numbered_by_its_planned_day() -> None:
    text = """
培训计划
培训编号 | 主题 | 计划日期
PX-202605-04 | 甲 | 2026-5-12
 | 乙 | 2026-5-13
 | 丙 | 2026-6-1
"""
    book, edits = fill_keys(book_of(STAFF + text))
    assert [row.number for row in book.rows(TrainingPlan)] == ["PX-202605-04", "PX-202605-05", "PX-202606-01"]
    assert len(edits) == 2


# --- the year's turn

TURN = """
培训计划
培训编号 | 主题 | 计划日期 | 考核要求 | 状态
PX1 | 甲 | 2026-5-12 | 掌握 | 待评估
PX2 | 乙 | 2026-5-13 | 了解 | 已完成
PX3 | 丙 | 2026-12-13 | 了解 | 已完成
PX4 | 丁 | 2026-5-14 | 了解 | 已完成

培训抽查
抽查编号 | 抽查日期 | 项目 | 工号 | 主题 | 培训编号 | 方式
CC1 | 2026-12-14 | 凤鸣华府 | P1 | 丁 | PX4 | 书面

培训记录
培训编号 | 工号 | 签到 | 成绩
PX1 | P1 | 2026-5-12 | 80
PX1 | P2 | |
PX2 | P1 | 2026-5-13 |
PX2 | P2 | |
PX4 | P1 | 2026-5-14 |
PX4 | P2 | |
PX3 | P1 | 2026-12-13 |
"""


def test_an_open_session_goes_into_the_new_year_with_its_people() -> None:
    """PX1 is not evaluated yet: both its rows go along. PX2 is over and done, and so is who was absent from it;
    PX3 is of the last days, and PX4 is quoted by a check of the last days: with all who were there or not."""
    kept = kept_of_modules(book_of(STAFF + TURN), date(2026, 12, 2))
    assert [row.number for row in kept[TrainingPlan] if isinstance(row, TrainingPlan)] == ["PX1", "PX3", "PX4"]
    records = [row for row in kept[TrainingRecord] if isinstance(row, TrainingRecord)]
    assert [(row.training, row.person) for row in records] == [
        ("PX1", "P1"), ("PX1", "P2"), ("PX4", "P1"), ("PX4", "P2"), ("PX3", "P1"),
    ]  # fmt: skip
