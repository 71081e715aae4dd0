"""Planned months worked out by hand from the calendar and the notices of the State Council."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pinzhi_xl.month import Month
from pinzhi_xl.planned import Completion, completion, full_weeks, is_cancelled
from pinzhi_xl.planning import MonthPlan, plan_month
from pinzhi_xl.problem import Problem
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.inspections import InspectionPlan
from pinzhi_xl.sheets.terms import InspectionKind
from pinzhi_xl.workbook.read import read_book
from tests.masters import call, master_with, type_into
from tests.tables import book_of

THREE = """
项目
项目名称 | 巡检星期
凤鸣华府 | 一
瑞景华庭 | 三
阳光美地 | 四
"""
ONE = "\n项目\n项目名称 | 巡检星期\n凤鸣华府 | {days}\n"
AUTUMN_2014 = "\n节假日\n日期 | 类型 | 名称\n2014-09-08 | 休 | 中秋节\n2014-09-28 | 班 | 国庆节\n" + "".join(
    f"2014-10-{day:02d} | 休 | 国庆节\n" for day in range(1, 8)
)
SPRING_2026 = "\n节假日\n日期 | 类型 | 名称\n2026-02-14 | 班 | 春节\n2026-02-28 | 班 | 春节\n" + "".join(
    f"2026-02-{day} | 休 | 春节\n" for day in range(15, 24)
)
AUTUMN_2026 = "\n节假日\n日期 | 类型 | 名称\n2026-09-20 | 班 | 国庆节\n2026-10-10 | 班 | 国庆节\n" + "".join(
    f"2026-10-{day:02d} | 休 | 国庆节\n" for day in range(1, 8)
)
SUMMARY = tuple[str, str, str, str, str]


def planned(text: str, month: str) -> MonthPlan:
    return plan_month(Facts(book_of(text)), Month.parse(month))


def shown(rows: Sequence[InspectionPlan]) -> list[SUMMARY]:
    """Community, kind, day, original day where moved, state."""
    return [
        (
            (row.community or "")[:2],
            (row.kind or "")[:2],
            f"{row.day:%m-%d}",
            f"{row.moved_from:%m-%d}" if row.moved_from else "",
            (row.state or "")[1:],
        )
        for row in rows
    ]


def of(rows: list[SUMMARY], name: str) -> list[tuple[str, str, str, str]]:
    return [row[1:] for row in rows if row[0] == name]


def saved(book: Book) -> Book:
    """The book as read again after its new rows were appended."""
    rows = [replace(row, row=place) for place, row in enumerate(book.rows(InspectionPlan), start=2)]
    return replace(book, tables={**book.tables, InspectionPlan: rows})


def codes(problems: Sequence[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def test_a_month_without_holidays() -> None:
    plan = planned(THREE + AUTUMN_2014, "2014-08")
    rows = shown(plan.rows)
    assert of(rows, "凤鸣") == [
        ("全面", "08-04", "", "执行"),
        ("全面", "08-11", "", "执行"),
        ("全面", "08-18", "", "执行"),
        ("月度", "08-25", "", "执行"),
        ("全面", "08-25", "", "取消"),
    ]
    assert [row[1] for row in of(rows, "瑞景")] == ["08-06", "08-13", "08-20", "08-27", "08-27"]
    assert [row[1] for row in of(rows, "阳光")] == ["08-07", "08-14", "08-21", "08-28", "08-28"]
    assert plan.problems == []
    assert {row.session for row in plan.rows} == {"上午9:00–11:30、下午14:00–17:30"}
    assert {row.frequency for row in plan.rows} == {"每周", "每月"}
    merged = next(row for row in plan.rows if is_cancelled(row))
    assert (merged.cancelled, merged.moved_from) == ("与当日的月度检查合并", None)
    assert [row.number for row in plan.rows if row.day == date(2014, 8, 25)] == ["JH-20140825-1", "JH-20140825-2"]


def test_spring_festival_2026() -> None:
    """2-15 to 2-23 are off; the last full week is the 16th to the 22nd, so all of it moves to Tuesday the 24th."""
    plan = planned(THREE + SPRING_2026, "2026-02")
    rows = shown(plan.rows)
    assert of(rows, "凤鸣") == [
        ("全面", "02-02", "", "执行"),
        ("全面", "02-09", "", "执行"),
        ("月度", "02-24", "02-16", "改期"),
        ("全面", "02-24", "02-16", "取消"),
        ("全面", "02-24", "02-23", "取消"),
    ]
    assert of(rows, "瑞景") == [
        ("全面", "02-04", "", "执行"),
        ("全面", "02-11", "", "执行"),
        ("月度", "02-24", "02-18", "改期"),
        ("全面", "02-24", "02-18", "取消"),
        ("全面", "02-25", "", "执行"),
    ]
    moved = next(row for row in plan.rows if row.moved_from and row.kind is InspectionKind.MONTHLY)
    assert moved.cancelled == "春节放假，由2月16日改期"
    merged = [p for p in plan.problems if p.code == "plan-merged"]
    assert len(merged) == 4
    assert "春节" in merged[0].message
    assert "2月24日" in merged[0].message


def test_national_day_2026_and_the_worked_saturday() -> None:
    """10-1 to 10-7 are off, Saturday 10-10 is worked: it gets no inspection of its own."""
    plan = planned(THREE + AUTUMN_2026, "2026-10")
    rows = shown(plan.rows)
    assert of(rows, "凤鸣") == [
        ("全面", "10-08", "10-05", "改期"),
        ("全面", "10-12", "", "执行"),
        ("专项", "10-12", "", "执行"),
        ("月度", "10-19", "", "执行"),
        ("全面", "10-19", "", "取消"),
        ("全面", "10-26", "", "执行"),
    ]
    assert of(rows, "瑞景")[0] == ("全面", "10-08", "10-07", "改期")
    assert of(rows, "阳光")[:2] == [("全面", "10-08", "", "执行"), ("全面", "10-08", "10-01", "取消")]
    assert all(row.day != date(2026, 10, 10) for row in plan.rows)
    assert codes(plan.problems) == ["plan-merged"]
    assert {row.frequency for row in plan.rows if row.kind is InspectionKind.SPECIAL} == {"每年·供暖"}


def test_national_day_2014() -> None:
    rows = shown(planned(THREE + AUTUMN_2014, "2014-10").rows)
    assert of(rows, "凤鸣")[0] == ("全面", "10-08", "10-06", "改期")
    assert of(rows, "瑞景")[:2] == [("全面", "10-08", "", "执行"), ("全面", "10-08", "10-01", "取消")]
    assert of(rows, "阳光")[:2] == [("全面", "10-08", "10-02", "改期"), ("全面", "10-09", "", "执行")]


def test_a_year_without_data_is_planned_and_said_so() -> None:
    plan = planned(THREE + AUTUMN_2014, "2030-10")
    assert codes(plan.problems) == ["year-without-holidays"]
    assert not plan.problems[0].is_error
    assert [row[1] for row in of(shown(plan.rows), "凤鸣")] == [
        "10-07",
        "10-14",
        "10-14",
        "10-21",
        "10-21",
        "10-28",
    ]


def test_a_chosen_weekend_is_no_day_off_unless_listed() -> None:
    """Saturdays of February 2026: the 7th plain, 14th and 28th worked, the 21st in the festival."""
    rows = shown(planned(ONE.format(days="六") + SPRING_2026, "2026-02").rows)
    assert [row[2:4] for row in rows if row[1] == "全面"] == [
        ("02-07", ""), ("02-14", ""), ("02-24", "02-21"), ("02-28", ""),
    ]  # fmt: skip


def test_moved_beyond_the_month_onto_a_fixed_day() -> None:
    """
    The patrol of Wednesday 30 April moves to Monday 5 May, a fixed day of the community: one visit is enough.
    """
    days = "\n节假日\n日期 | 类型 | 名称\n" + "".join(
        f"2014-{d} | 休 | 劳动节\n" for d in ("04-30", "05-01", "05-02")
    )
    rows = shown(planned(ONE.format(days="一、三") + days, "2014-04").rows)
    assert rows[-1][1:] == ("全面", "05-05", "04-30", "取消")
    rows = shown(planned(ONE.format(days="三") + days, "2014-04").rows)
    assert rows[-1][1:] == ("全面", "05-05", "04-30", "改期")


def test_seasons_and_the_year() -> None:
    assert [row[1:3] for row in shown(planned(ONE.format(days="二") + AUTUMN_2014, "2014-05").rows)] == [
        ("全面", "05-06"), ("专项", "05-06"), ("全面", "05-13"), ("月度", "05-20"), ("全面", "05-20"),
        ("全面", "05-27"),
    ]  # fmt: skip
    december = planned(ONE.format(days="二") + AUTUMN_2014, "2014-12")
    assert [row[1:5:3] for row in shown(december.rows) if row[2] == "12-23"] == [
        ("年度", "执行"), ("月度", "取消"), ("全面", "取消"),
    ]  # fmt: skip


def test_settings_say_when() -> None:
    text = "\n参数\n名称 | 取值\n月度检查周 | 1\n年度检查月份 | 0\n防汛检查月份 | 12\n巡检时段 | 上午\n"
    rows = planned(ONE.format(days="二") + AUTUMN_2014 + text, "2014-12").rows
    assert [row[1:3] for row in shown(rows)][:3] == [("月度", "12-02"), ("全面", "12-02"), ("专项", "12-02")]
    assert {row.session for row in rows} == {"上午"}
    none = "\n参数\n名称 | 取值\n月度检查周 | 0\n年度检查月份 | 0\n"
    assert len(planned(ONE.format(days="二") + AUTUMN_2014 + none, "2014-12").rows) == 5


def test_full_weeks() -> None:
    assert [day.day for day in full_weeks(Month(2026, 2))] == [2, 9, 16]
    assert [day.day for day in full_weeks(Month(2014, 8))] == [4, 11, 18, 25]
    assert [day.day for day in full_weeks(Month(2014, 9))] == [1, 8, 15, 22]


EDITED = """
项目
项目名称 | 巡检星期
凤鸣华府 | 一

参数
名称 | 取值
月度检查周 | 0

节假日
日期 | 类型 | 名称
2014-09-08 | 休 | 中秋节

督导计划
计划编号 | 项目 | 检查类型 | 计划日期 | 检查人 | 状态 | 改期自 | 取消原因
{rows}
"""


@pytest.mark.parametrize(
    ("row", "days"),
    [
        ("JH-20140804-1 | 凤鸣华府 | 巡检 | 2014-08-04 | 员工甲 | 待执行 | |", ["08-11", "08-18", "08-25"]),
        (" | 凤鸣华府 | | 2014-08-04 | | | |", ["08-11", "08-18", "08-25"]),
        ("JH-20140804-1 | 凤鸣华府 | 全面巡检 | 2014-08-05 | | 待执行 | |", ["08-11", "08-18", "08-25"]),
        (
            "JH-20140806-1 | 凤鸣华府 | 全面巡检 | 2014-08-06 | | 已改期 | 2014-08-04 | 台风",
            ["08-11", "08-18", "08-25"],
        ),
        ("JH-20140804-1 | 凤鸣华府 | 全面巡检 | 2014-08-04 | | 已取消 | | 台风", ["08-11", "08-18", "08-25"]),
        ("JH-20140804-1 | 凤鸣华府 | 抽查 | 2014-08-04 | | | |", ["08-04", "08-11", "08-18", "08-25"]),
    ],
)
def test_what_people_typed_stays_and_is_known_again(row: str, days: list[str]) -> None:
    plan = planned(EDITED.format(rows=row), "2014-08")
    assert [f"{new.day:%m-%d}" for new in plan.new] == days
    typed = next(old for old in plan.rows if old.row)
    original = book_of(EDITED.format(rows=row)).rows(InspectionPlan)[0]
    assert replace(typed, number=original.number) == original


def test_an_existing_narrower_inspection_is_left_and_the_clash_named() -> None:
    text = EDITED.replace("月度检查周 | 0", "月度检查周 | 5").format(
        rows="JH-20140825-1 | 凤鸣华府 | 全面巡检 | 2014-08-25 | 员工甲 | 已完成 | |"
    )
    plan = planned(text, "2014-08")
    assert codes(plan.problems) == ["plan-clash"]
    assert "JH-20140825-1" in plan.problems[0].message
    assert plan.problems[0].cell.row == 2
    assert [row[1:] for row in shown(plan.new)][-1] == ("月度", "08-25", "", "执行")
    assert plan.new[-1].number == "JH-20140825-2"


def test_blank_numbers_of_the_sheet_are_filled_too() -> None:
    plan = planned(EDITED.format(rows=" | 凤鸣华府 | | 2014-08-04 | | | |"), "2014-08")
    assert [(edit.label, edit.value) for edit in plan.keys] == [("计划编号", "JH-20140804-1")]


@pytest.mark.parametrize(
    ("text", "withheld"),
    [
        (EDITED.format(rows="JH-1 | 凤鸣华府 | 巡检 | 下周一 | | | |"), {"凤鸣华府"}),
        (EDITED.format(rows=" | | 巡检 | 下周一 | | | |"), set()),
        (THREE + "\n节假日\n日期 | 类型\n中秋 | 休\n", {"凤鸣华府", "瑞景华庭", "阳光美地"}),
        ("\n项目\n项目名称 | 巡检星期\n凤鸣华府 | 礼拜八\n瑞景华庭 | 三\n", {"凤鸣华府"}),
        (THREE + "\n参数\n名称 | 取值\n月度检查周 | 很多\n", {"凤鸣华府", "瑞景华庭", "阳光美地"}),
        (THREE + "\n参数\n名称 | 取值\n申诉期限 | 很多\n", set()),
    ],
)
def test_wrong_rows_withhold_whom_they_concern(text: str, withheld: set[str]) -> None:
    plan = planned(text, "2014-08")
    told = {p.message.split("”")[0][1:] for p in plan.problems if p.code == "plan-withheld"}
    assert told == withheld
    assert not withheld & {row.community for row in plan.new}
    assert any(p.is_error for p in plan.problems)


def test_a_community_without_fixed_days_is_told() -> None:
    plan = planned(
        "\n项目\n项目名称 | 巡检星期 | 状态\n凤鸣华府 | | \n瑞景华庭 | | 撤管\n" + AUTUMN_2014, "2014-08"
    )
    assert codes(plan.problems) == ["no-weekdays"]
    assert plan.rows == []


@settings(max_examples=60, deadline=None)
@given(
    days=st.lists(st.sampled_from("一二三四五六日"), min_size=1, max_size=4, unique=True),
    month=st.builds(Month, st.just(2014), st.integers(1, 12)),
    off=st.lists(st.integers(0, 45), max_size=14, unique=True),
)
def test_planning_again_adds_nothing(days: list[str], month: Month, off: list[int]) -> None:
    listed = [month.first + timedelta(days=n) for n in sorted(off)] or [date(2014, 1, 1)]
    text = (
        ONE.format(days="、".join(days)) + "\n节假日\n日期 | 类型\n" + "".join(f"{day} | 休\n" for day in listed)
    )
    plan = planned(text, str(month))
    again = plan_month(Facts(saved(plan.book)), month)
    assert (again.new, list(again.keys)) == ([], [])
    assert len({row.number for row in plan.rows}) == len(plan.rows)
    active = [row for row in plan.rows if not is_cancelled(row)]
    assert not {row.day for row in active} & set(listed)
    full = [row.day for row in active if row.kind is not InspectionKind.SPECIAL]
    assert len(full) == len(set(full))
    following = Month.of(month.last + timedelta(days=1))
    if following.year == 2014:
        both = plan_month(Facts(saved(plan.book)), following)
        full = [
            row.day for row in both.book.rows(InspectionPlan) if not is_cancelled(row) and row.kind != "专项检查"
        ]
        assert len(full) == len(set(full))


DONE = """
督导计划
计划编号 | 项目 | 检查类型 | 计划日期 | 状态 | 改期自 | 取消原因
JH-1 | 凤鸣华府 | | 2014-08-04 | | |
JH-2 | 凤鸣华府 | 全面巡检 | 2014-08-11 | 已完成 | |
JH-3 | 凤鸣华府 | 月度检查 | 2014-08-26 | 已改期 | 2014-08-25 |
JH-4 | 凤鸣华府 | 全面巡检 | 2014-08-25 | 已取消 | | 与月度检查合并
JH-5 | 凤鸣华府 | 全面巡检 | 2014-08-18 | 已取消 | |
JH-6 | 瑞景华庭 | 全面巡检 | 2014-08-06 | | |
JH-7 | 瑞景华庭 | 全面巡检 | 2014-09-03 | | |

检查记录
检查编号 | 计划编号 | 项目 | 检查日期 | 检查类型 | 状态
{visits}
"""


@pytest.mark.parametrize(
    ("visits", "done"),
    [
        ("", 0),
        ("J1 | JH-1 | 凤鸣华府 | 2014-08-05 | |", 1),
        ("J1 | | 凤鸣华府 | 2014-08-04 | 巡检 |", 1),
        ("J1 | | 凤鸣华府 | 2014-08-04 | 抽查 |", 0),
        ("J1 | | 凤鸣华府 | 2014-08-04 | | 作废", 0),
        ("J1 | | 凤鸣华府 | 2014-08-26 | 月度检查 |", 1),
        ("J1 | JH-2 | 凤鸣华府 | 2014-08-04 | |", 1),
        ("J1 | 无此计划 | 凤鸣华府 | 2014-08-04 | |", 1),
        ("J1 | | 瑞景华庭 | 2014-08-06 | |\nJ2 | JH-3 | 凤鸣华府 | 2014-08-27 | |", 2),
    ],
)
def test_completion(visits: str, done: int) -> None:
    """Five count: JH-4 is cancelled with a reason, JH-5 without one stays, JH-7 is of another month."""
    found = completion(book_of(DONE.format(visits=visits)), Month(2014, 8))
    assert found == Completion(done, 5)
    assert found.rate == Fraction(done, 5)


def test_cancelling_without_a_reason_is_told() -> None:
    plan = plan_month(Facts(book_of(ONE.format(days="一") + AUTUMN_2014 + DONE.format(visits=""))), Month(2014, 8))
    told = [problem for problem in plan.problems if problem.code == "cancelled-without-reason"]
    assert [(problem.value, problem.cell.row) for problem in told] == [("JH-5", 6)]


def test_completion_of_one_community_and_of_nothing() -> None:
    book = book_of(DONE.format(visits="J1 | | 瑞景华庭 | 2014-08-06 | |"))
    assert completion(book, Month(2014, 8), "瑞景华庭").rate == 1
    assert completion(book, Month(2014, 7)).rate is None


MASTER = THREE + "\n人员\n工号 | 姓名\nP1 | 员工甲\n"


def test_the_verb_plans_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    master = master_with(tmp_path / "总表.xlsx", MASTER)
    before = master.read_bytes()
    code, dry = call(capsys, "plan", master, "--month", "2014-10", "--dry-run", "--json")
    assert (code, master.read_bytes()) == (0, before)
    code, result = call(capsys, "plan", master, "--month", "2014-10", "--json")
    assert (code, result) == (0, dry)
    assert result["planned"][0] == {
        "number": "JH-20141008-1", "community": "凤鸣华府", "kind": "全面巡检", "frequency": "每周",
        "day": "2014-10-08", "moved_from": "2014-10-06", "reason": "国庆节放假，由10月6日改期",
        "state": "已改期", "new": True,
    }  # fmt: skip
    assert result["completion"] == {"done": 0, "planned": 16, "rate": "0.0"}
    assert [problem["code"] for problem in result["problems"]] == ["plan-merged"]
    after = master.read_bytes()
    assert len(read_book(master).rows(InspectionPlan)) == 20
    code, again = call(capsys, "plan", master, "--month", "2014-10", "--json")
    assert master.read_bytes() == after
    assert {row["new"] for row in again["planned"]} == {False}
    assert [row["number"] for row in again["planned"]] == [row["number"] for row in result["planned"]]
    assert call(capsys, "check", master, "--json") == (0, {"problems": []})


def test_the_verb_keeps_edits_and_counts_what_was_done(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    master = master_with(tmp_path / "总表.xlsx", MASTER)
    call(capsys, "plan", master, "--month", "2014-08")
    type_into(master, "督导计划", 2, 计划日期="2014-08-05", 检查人="员工甲")
    type_into(master, "检查记录", 2, 项目="凤鸣华府", 检查日期="2014-8-5")
    code, text = call(capsys, "plan", master, "--month", "2014-08")
    assert code == 0
    assert "新排 0 次，已有 15 次" in text
    assert "督导计划完成率：8.3%（已实施 1 次，计划 12 次）" in text
    row = read_book(master).rows(InspectionPlan)[0]
    assert (row.day, row.inspector, row.number) == (date(2014, 8, 5), "员工甲", "JH-20140804-1")


def test_the_verb_with_wrong_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    master = master_with(tmp_path / "总表.xlsx", MASTER)
    type_into(master, "项目", 2, 巡检星期="礼拜八")
    code, result = call(capsys, "plan", master, "--month", "2014-08", "--json")
    assert code == 1
    assert {row["community"] for row in result["planned"]} == {"瑞景华庭", "阳光美地"}
    assert call(capsys, "plan", master, "--month", "2014-13")[0] == 2
    assert call(capsys, "plan", tmp_path / "没有.xlsx", "--month", "2014-08")[0] == 2
