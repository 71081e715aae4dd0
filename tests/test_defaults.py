"""What a new master holds at first."""

import csv
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from pinzhi_xl.month import Month
from pinzhi_xl.sheets import TEMPLATE_IDENTITY
from pinzhi_xl.sheets.acceptance import DeliveryDocument
from pinzhi_xl.sheets.organisation import Community, Department, Person, PlaceName
from pinzhi_xl.sheets.payroll import DeductionRule
from pinzhi_xl.sheets.settings import SETTING_COLUMNS, SettingRow
from pinzhi_xl.sheets.special import SpecialItem
from pinzhi_xl.sheets.standards import Clause, Holiday, StandardItem
from pinzhi_xl.sheets.suppliers import SupplierStandard
from pinzhi_xl.wording import master as words
from pinzhi_xl.workbook.build import build_master
from pinzhi_xl.workbook.defaults import HOLIDAY_YEARS, data_rows, default_contents
from pinzhi_xl.workbook.read import read_content
from pinzhi_xl.workdays import Calendar

CONTENTS = default_contents()
BOOK = read_content(build_master(CONTENTS, TEMPLATE_IDENTITY), "总表.xlsx")
RED_LINES = {"SB03", "HJ06", "ZX04", "ZX08", "JK01", "SS01", "SS04"}

LAST_WORKDAYS = {  # 各月最后一个工作日
    2024: (31, 29, 29, 30, 31, 28, 31, 30, 30, 31, 29, 31),
    2025: (27, 28, 31, 30, 30, 30, 31, 29, 30, 31, 28, 31),
    2026: (30, 28, 31, 30, 29, 30, 31, 31, 30, 30, 30, 31),
}
WORKDAYS = {
    2024: (22, 18, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22),
    2025: (19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23),
    2026: (21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23),
}
ODD_MONTH_ENDS = {  # 只排除周末会算错的月份
    (2018, 4): 28,
    (2018, 9): 30,
    (2018, 12): 29,
    (2020, 1): 23,
    (2022, 1): 30,
    (2023, 9): 28,
    (2025, 1): 27,
    (2026, 2): 28,
}


def calendar() -> Calendar:
    listed = {row.day: row.kind == "班" for row in BOOK.rows(Holiday) if row.day}
    return Calendar(listed)


def workdays(year: int, month: int) -> list[date]:
    days, whole = calendar(), Month(year, month)
    span = [whole.first + timedelta(days=n) for n in range((whole.last - whole.first).days + 1)]
    return [day for day in span if days.is_workday(day)]


def test_only_what_is_the_same_for_everybody_is_given() -> None:
    modules = {SupplierStandard, DeliveryDocument, SpecialItem}
    assert set(CONTENTS) == {Department, StandardItem, SettingRow, Holiday, DeductionRule, *modules}
    assert not any(BOOK.rows(kind) for kind in (Community, Person, PlaceName, Clause))


def test_six_departments_weigh_a_hundred() -> None:
    rows = BOOK.rows(Department)
    assert [(row.name, row.aliases) for row in rows] == [
        ("客服部", ("客服中心",)),
        ("设备维护部", ("工程维修部",)),
        ("管理处", ()),
        ("环境部", ("公共环境",)),
        ("秩序维护部", ("秩序部",)),
        ("监控室", ()),
    ]
    assert [row.weight for row in rows] == [15, 20, 15, 20, 20, 10]


def test_sixty_six_items_are_in_force_and_each_department_totals_a_hundred() -> None:
    items = [row for row in BOOK.rows(StandardItem) if row.in_force(date(2014, 8, 4))]
    assert len(items) == 66
    totals: Counter[str] = Counter()
    for item in items:
        totals[item.department or ""] += int(item.points or 0)
    assert totals == dict.fromkeys([row.name for row in BOOK.rows(Department)], 100)


@pytest.mark.parametrize("day", [date(2013, 12, 31), date(2014, 1, 1), date(2014, 1, 2), date(2030, 1, 1)])
def test_the_library_counts_on_no_day(day: date) -> None:
    library = [row for row in BOOK.rows(StandardItem) if row.until]
    assert len(library) == 36
    assert not any(row.in_force(day) for row in library)


def test_clearing_the_end_switches_a_library_item_on() -> None:
    item = next(row for row in BOOK.rows(StandardItem) if row.code == "SS01")
    assert type(item)(**{**item.__dict__, "until": None}).in_force(date(2014, 8, 4))


def test_every_item_is_ready_for_use() -> None:
    rows = BOOK.rows(StandardItem)
    assert len({row.code for row in rows}) == len(rows) == 102
    assert {row.code for row in rows if row.red_line} == RED_LINES
    for row in rows:
        assert row.target, row.code
        assert len(row.target) >= 8, row.code
        assert row.short, row.code
        assert len(row.short) <= 8, row.code
        assert row.method, row.code
        assert row.severity, row.code
        assert row.shifts in (("白班",), ("白班", "夜班")), row.code
        assert (row.frequency, row.edition) == ("每次", "2014版"), row.code
        assert row.days is not None, row.code
        assert Decimal(0) < (row.deduction or 0) <= (row.points or 0), row.code


def test_every_item_names_the_requirement_it_serves() -> None:
    rows = data_rows("standard_items.tsv")
    assert all(row["req"] for row in rows)
    assert Counter(row["list"] for row in rows) == {"1": 66, "2": 21, "3": 15}


def test_settings_stand_as_people_read_them() -> None:
    typed = {str(row["name"]): row["value"] for row in CONTENTS[SettingRow]}
    assert list(typed) == [col.label for col in SETTING_COLUMNS]
    assert typed["启用金额"] == "否"
    assert typed["重复倍数"] == "1、2、2"
    assert typed["红线日最高分"] == "59.9"
    assert typed["登记位置"] is None


def test_holidays_are_those_of_the_notices() -> None:
    path = Path(__file__).parent / "data" / "holidays_2024_2026.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        wanted = {row["day"]: (row["kind"], row["name"]) for row in csv.DictReader(file, delimiter="\t")}
    found = {
        str(row["day"]): (row["kind"], str(row["name"])) for row in CONTENTS[Holiday] if str(row["day"]) >= "2024"
    }
    assert {day: kind for day, (kind, _) in found.items()} == {day: kind for day, (kind, _) in wanted.items()}
    joint = {"2025-10-06": "国庆节、中秋节"}  # one notice, two feasts
    for day, (_, name) in found.items():
        assert name in wanted[day][1] or wanted[day][1] == joint.get(day), day


def test_holidays_cover_the_years_and_name_their_source() -> None:
    rows = CONTENTS[Holiday]
    assert {day.year for row in rows if isinstance(day := row["day"], date)} == set(HOLIDAY_YEARS)
    assert all(str(row["source"]).startswith("国务院办公厅关于") for row in rows)
    sources = {str(row["day"]): row["source"] for row in rows}
    assert sources["2018-12-31"] == words.HOLIDAY_SOURCE.format(year=2019)
    assert sources["2020-02-02"] == words.HOLIDAY_SOURCE_2020_SPRING


@pytest.mark.parametrize("year", WORKDAYS)
def test_workdays_of_every_month(year: int) -> None:
    months = [workdays(year, month) for month in range(1, 13)]
    assert tuple(days[-1].day for days in months) == LAST_WORKDAYS[year]
    assert tuple(len(days) for days in months) == WORKDAYS[year]


@pytest.mark.parametrize(("month", "last"), ODD_MONTH_ENDS.items())
def test_month_ends_that_weekdays_alone_get_wrong(month: tuple[int, int], last: int) -> None:
    assert workdays(*month)[-1].day == last
