"""Working days by 节假日 (law.md §5): the golden tables, and a year nobody has entered."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from pinzhi_xl.documents.design import BUILDERS
from pinzhi_xl.documents.notices import PENALTY_TEMPLATE, render_penalty
from pinzhi_xl.documents.text import squeeze
from pinzhi_xl.month import Month
from pinzhi_xl.penalties.state import appeal_deadline
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.followup import Penalty
from pinzhi_xl.sheets.standards import Holiday
from pinzhi_xl.workbook.defaults import default_contents
from pinzhi_xl.workdays import Calendar
from tests.papers import USUAL, paper_text
from tests.tables import book_of

LAST = {  # law.md §5.2, 各月最后一工作日
    2024: (31, 29, 29, 30, 31, 28, 31, 30, 30, 31, 29, 31),
    2025: (27, 28, 31, 30, 30, 30, 31, 29, 30, 31, 28, 31),
    2026: (30, 28, 31, 30, 29, 30, 31, 31, 30, 30, 30, 31),
}
COUNT = {
    2024: (22, 18, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22),
    2025: (19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23),
    2026: (21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23),
}
WRONG_BY_WEEKDAYS = {  # month → (真正的, 只排除周末的)
    (2018, 4): (28, 30),
    (2018, 9): (30, 28),
    (2018, 12): (29, 31),
    (2020, 1): (23, 31),
    (2022, 1): (30, 31),
    (2023, 9): (28, 29),
    (2025, 1): (27, 31),
    (2026, 2): (28, 27),
}


@pytest.fixture(scope="module")
def shipped() -> Calendar:
    """The calendar of a new master."""
    rows = default_contents()[Holiday]
    return Calendar({day: row["kind"] == "班" for row in rows if isinstance(day := row["day"], date)})


def days_of(month: Month) -> list[date]:
    return [month.first + timedelta(days=n) for n in range((month.last - month.first).days + 1)]


@pytest.mark.parametrize("year", LAST)
def test_last_working_days_and_working_day_counts(shipped: Calendar, year: int) -> None:
    months = [Month(year, number) for number in range(1, 13)]
    assert tuple(shipped.last_workday(month).day for month in months) == LAST[year]
    assert tuple(sum(map(shipped.is_workday, days_of(month))) for month in months) == COUNT[year]


@pytest.mark.parametrize(("month", "days"), WRONG_BY_WEEKDAYS.items())
def test_the_eight_months_that_weekdays_get_wrong(
    shipped: Calendar, month: tuple[int, int], days: tuple[int, int]
) -> None:
    right, wrong = days
    assert shipped.last_workday(Month(*month)).day == right
    assert Calendar({}).last_workday(Month(*month)).day == wrong


def test_no_other_month_of_2018_to_2026_is_wrong_by_weekdays(shipped: Calendar) -> None:
    months = [Month(year, number) for year in range(2018, 2027) for number in range(1, 13)]
    differ = {(m.year, m.number) for m in months if shipped.last_workday(m) != Calendar({}).last_workday(m)}
    assert differ == set(WRONG_BY_WEEKDAYS)


@pytest.mark.parametrize(
    ("received", "deadline"),
    [
        (date(2014, 8, 29), date(2014, 9, 5)),  # a Friday: Monday to Friday of the next week
        (date(2026, 2, 13), date(2026, 2, 27)),  # 春节 2/15–23, 2/14 is worked
        (date(2025, 9, 26), date(2025, 10, 10)),  # 9/28 is worked, 国庆 10/1–8
        (date(2014, 8, 30), date(2014, 9, 5)),  # received on a Saturday
    ],
)
def test_the_appeal_period_runs_in_working_days(shipped: Calendar, received: date, deadline: date) -> None:
    assert appeal_deadline(Penalty(received_on=received), shipped, 5) == deadline


def test_a_year_without_data_is_counted_by_weekdays_and_known_to_be() -> None:
    bare = Calendar({date(2026, 10, 1): False})
    assert (bare.knows(2026), bare.knows(2027)) == (True, False)
    assert bare.last_workday(Month(2027, 1)) == date(2027, 1, 29)


DEADLINES = """
节假日
日期 | 类型
2014-10-01 | 休

人员
工号 | 姓名
P1 | 员工甲

检查记录
检查编号 | 项目 | 检查日期
J1 | 凤鸣华府 | 2014-12-29

问题登记
问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 位置 | 问题描述
W1 | J1 | 客服部 | A1 | 不合格 | 前台 | 前台无人值守十分钟以上
"""


def told(text: str) -> list[tuple[str, str]]:
    scene = Scene(Facts(book_of(f"{DEADLINES}\n{text}")), date(2014, 12, 31))
    return [(p.cell.sheet, p.value) for p in check(scene) if p.code == "deadline-year-unknown"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("整改跟踪\n问题编号 | 整改期限\nW1 | 2015-01-05", [("整改跟踪", "2015-01-05")]),
        ("整改跟踪\n问题编号 | 整改期限\nW1 | 2014-12-31", []),
        ("处罚登记\n问题编号 | 工号 | 处罚编号 | 签收日期\nW1 | P1 | 品罚〔2014〕1号 | 2014-12-29", [("处罚登记", "2014-12-29")]),
        ("处罚登记\n问题编号 | 工号 | 处罚编号 | 签收日期\nW1 | P1 | 品罚〔2014〕1号 | 2014-12-24", []),
    ],
)  # fmt: skip
def test_a_deadline_in_an_unknown_year_is_told(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_the_penalty_notice_says_that_holidays_are_not_checked(tmp_path: Path) -> None:
    (tmp_path / PENALTY_TEMPLATE).write_bytes(BUILDERS[PENALTY_TEMPLATE]())
    note = "未核节假日：2027年放假安排未录入，申诉期限按周一至周五推算，仅供参考。"
    assert squeeze(paper_text(render_penalty(USUAL | {"calendar_note": note}, tmp_path))).count(note) == 3
    assert "未核节假日" not in paper_text(render_penalty(USUAL, tmp_path))
