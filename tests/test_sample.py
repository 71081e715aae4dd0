"""The sample month: what a first look at the program is promised to show, and that it is free of errors."""

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from itertools import pairwise

import pytest

from pinzhi_xl.kinds import Kind, Raw, Reading, parse
from pinzhi_xl.model import Link, Value
from pinzhi_xl.month import Month
from pinzhi_xl.problem import errors_of
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.sample import PLANTED, sample_contents, sample_identity
from pinzhi_xl.sample.tables import exempt, phrases, places, profiles, scenes, table
from pinzhi_xl.schema import Row
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets import SHEETS
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.inspections import Finding, Inspection, InspectionPlan, Offender
from pinzhi_xl.sheets.organisation import Community, CommunityDepartment, Department, Person, PlaceName
from pinzhi_xl.sheets.settings import SettingRow
from pinzhi_xl.sheets.standards import Clause, Holiday, StandardItem
from pinzhi_xl.workbook.defaults import default_contents
from pinzhi_xl.workbook.read import RawSheet, assemble

AUGUST = Month(2014, 8)
SEPTEMBER = Month(2026, 9)
HOLIDAYS = Month(2026, 10)
MONTHS = (AUGUST, SEPTEMBER, HOLIDAYS)

Cells = Mapping[str, Value]
Contents = dict[type[Row], list[dict[str, Value]]]


@cache
def sample(month: Month = AUGUST, wrong_row: bool = False) -> Contents:
    return sample_contents(month, default_contents(), wrong_row=wrong_row)


def book_of(contents: Contents) -> Book:
    """The contents read back as a workbook's cells are."""
    raw = {}
    for kind in SHEETS:
        grid: list[list[Raw]] = [[col.label for col in kind.sheet.columns]]
        for row in contents.get(kind, []):
            grid.append([cell(row.get(col.identifier)) for col in kind.sheet.columns])
        raw[kind.sheet.label] = RawSheet(grid)
    return assemble(raw, sample_identity(AUGUST))


def cell(value: Value) -> Raw:
    assert not isinstance(value, Link)
    return "" if value is None else float(value) if isinstance(value, Decimal) else value


def day_of(row: Cells) -> datetime.date:
    value = row["day"]
    assert isinstance(value, str | datetime.date)
    day = parse(Kind.DATE, value, Reading())
    assert isinstance(day, datetime.date)
    return day


def number(row: Cells, name: str) -> Decimal:
    value = row.get(name)
    return Decimal(1) if value is None else Decimal(str(value))


def names_of_departments() -> dict[str, str]:
    """Department or alias → department."""
    rows = default_contents()[Department]
    return {str(row[key]): str(row["name"]) for row in rows for key in ("name", "aliases") if row[key]}


def inspections(contents: Contents) -> dict[str, Cells]:
    return {str(row["number"]): row for row in contents[Inspection]}


def failed(contents: Contents) -> list[Cells]:
    return [row for row in contents[Finding] if row["verdict"] == "不合格"]


def penalised(contents: Contents) -> list[Cells]:
    return [row for row in contents[Finding] if "处罚" in str(row["disposition"])]


def test_same_month_gives_the_same_sample() -> None:
    again = sample_contents(AUGUST, default_contents())
    assert again == sample()
    assert sample(SEPTEMBER)[Finding] != again[Finding]


def test_defaults_are_not_touched() -> None:
    defaults = default_contents()
    sample_contents(AUGUST, defaults)
    assert defaults == default_contents()


def test_identity_is_stable_by_month() -> None:
    assert sample_identity(AUGUST) == sample_identity(Month(2014, 8)) != sample_identity(SEPTEMBER)
    assert len(sample_identity(AUGUST)) == 36


@pytest.mark.parametrize("month", MONTHS, ids=str)
def test_only_declared_columns_are_filled(month: Month) -> None:
    for kind, rows in sample(month).items():
        writable = {col.identifier for col in kind.sheet.columns if not col.computed}
        assert {name for row in rows for name in row} <= writable


@pytest.mark.parametrize("month", MONTHS, ids=str)
def test_sample_has_no_errors(month: Month) -> None:
    problems = check(Scene(Facts(book_of(sample(month))), month.last))
    assert errors_of(problems) == []
    told = {"red-line-unconfirmed", "year-without-holidays", "supplier-staff"}
    assert {problem.code for problem in problems} <= told


def test_planted_rows_are_the_only_errors() -> None:
    book = book_of(sample(wrong_row=True))
    errors = errors_of(check(Scene(Facts(book), AUGUST.last)))
    rows = {row.row: row for row in book.rows(Finding)}
    met = {(rows[error.cell.row].facts, error.code) for error in errors}
    assert met == {(planted.facts, planted.problem) for planted in PLANTED}
    assert len(errors) == len(PLANTED) == 3


def test_planted_rows_leave_the_other_communities_alone() -> None:
    communities = {number: row["community"] for number, row in inspections(sample()).items()}
    pairs = zip(sample()[Finding], sample(wrong_row=True)[Finding], strict=True)
    changed = [right for right, wrong in pairs if right != wrong]
    assert {communities[str(row["inspection"])] for row in changed} == {"瑞景华庭"}
    assert len(changed) == len(PLANTED)
    others = {kind: rows for kind, rows in sample().items() if kind is not Finding}
    assert others == {kind: rows for kind, rows in sample(wrong_row=True).items() if kind is not Finding}


def test_counts() -> None:
    contents = sample()
    assert 120 <= len(contents[Finding]) <= 180
    assert 120 <= len(sample(SEPTEMBER)[Finding]) <= 180
    assert len(contents[Inspection]) == 26  # 12 days of two, a night check, a spot check
    assert len(contents[InspectionPlan]) == 25
    assert len(contents[Person]) == 36
    assert 10 <= len(contents[Clause]) <= 12
    assert Counter(row["community"] for row in contents[PlaceName]) == dict.fromkeys(
        ("凤鸣华府", "瑞景华庭", "阳光美地"), 12
    )
    rectified = [row for row in failed(contents) if row["disposition"] == "整改"]
    assert 0.4 < len(rectified) / len(failed(contents)) < 0.65


WEEKDAYS = {"凤鸣华府": 0, "瑞景华庭": 2, "阳光美地": 3}


@pytest.mark.parametrize("month", MONTHS, ids=str)
def test_patrols_fall_on_their_weekdays_and_not_on_days_off(month: Month) -> None:
    contents = sample(month)
    days_off = {row["day"] for row in contents[Holiday] if row["kind"] == "休"}
    for row in contents[Inspection]:
        day = day_of(row)
        assert day in month
        assert day not in days_off
        if row["kind"] == "全面巡检":
            assert day.weekday() == WEEKDAYS[str(row["community"])]
    regular = [row for row in contents[InspectionPlan] if row["frequency"] == "每周"]
    days = {(row["community"], row["day"]) for row in regular}
    assert len(regular) == 2 * len(days)
    assert {row["state"] == "已取消" for row in regular if row["day"] in days_off} <= {True}
    assert all(row["cancelled"] for row in regular if row["state"] == "已取消")


def test_holidays_cancel_planned_visits() -> None:
    cancelled = [row for row in sample(HOLIDAYS)[InspectionPlan] if row["state"] == "已取消"]
    assert {str(row["day"]) for row in cancelled} >= {"2026-10-01", "2026-10-05", "2026-10-07"}


ALIAS = re.compile("秩序部|客服中心|工程维修部|公共环境")

INGREDIENTS: dict[str, Callable[[Contents], int]] = {
    "night check": lambda c: sum(row["shift"] == "夜班" for row in c[Inspection]),
    "spot check": lambda c: sum(row["kind"] == "抽查" for row in c[Inspection]),
    "departments skipped": lambda c: sum(bool(row["skipped_departments"]) for row in c[Inspection]),
    "items unvisited": lambda c: sum(bool(row["skipped_items"]) for row in c[Inspection]),
    "date 2014年8月4日": lambda c: sum(row["day"] == "2014年8月4日" for row in c[Inspection]),
    "date 2014/8/6": lambda c: sum(row["day"] == "2014/8/6" for row in c[Inspection]),
    "date 2014.8.7": lambda c: sum(row["day"] == "2014.8.7" for row in c[Inspection]),
    "skipped by alias": lambda c: sum(
        bool(ALIAS.search(str(row["skipped_departments"]))) for row in c[Inspection]
    ),
    "alias 秩序部": lambda c: sum(row["department"] == "秩序部" for row in c[Finding]),
    "alias 客服中心": lambda c: sum(row["department"] == "客服中心" for row in c[Finding]),
    "alias 工程维修部": lambda c: sum(row["department"] == "工程维修部" for row in c[Finding]),
    "alias 公共环境": lambda c: sum(row["department"] == "公共环境" for row in c[Finding]),
    "full-width count": lambda c: sum(str(row["count"]) in "２３４" for row in c[Finding]),
    "several at once": lambda c: sum(number(row, "count") > 1 for row in c[Finding]),
    "not applicable": lambda c: sum(row["verdict"] == "不适用" for row in c[Finding]),
    "only noted": lambda c: sum(row["disposition"] == "仅记录" for row in failed(c)),
    "put right at once": lambda c: sum(row["disposition"] == "当场纠正" for row in failed(c)),
    "adjusted": lambda c: sum(bool(row.get("adjustment") and row["adjustment_reason"]) for row in c[Finding]),
    "red line confirmed": lambda c: sum(
        bool(row.get("red_line") and row.get("red_line_by")) for row in c[Finding]
    ),
    "red line open": lambda c: sum(bool(row.get("red_line") and not row.get("red_line_by")) for row in c[Finding]),
    "photos": lambda c: sum(bool(row["photos"]) for row in c[Finding]),
    "owners by name or number": lambda c: sum(bool(row["owner"]) for row in c[Finding]),
    "owner is a supplier": lambda c: sum(row["owner_unit"] == "示例保洁服务有限公司" for row in c[Finding]),
    "unnumbered at the end": lambda c: sum(row["number"] is None for row in c[Finding][-8:]),
    "supplier's worker": lambda c: sum(row["employer"] == "示例保洁服务有限公司" for row in c[Person]),
    "weight of its own": lambda c: sum(row["weight"] is not None for row in c[CommunityDepartment]),
    "items not applicable": lambda c: sum(row["not_applicable"] == "HJ13、HJ14" for row in c[CommunityDepartment]),
    "posts that sign": lambda c: sum(row["must_sign"] == "是" for row in c[PlaceName]),
    "items with a clause": lambda c: sum(bool(row.get("clause")) for row in c[StandardItem]),
    "penalties": lambda c: len(penalised(c)),
    "repeats": lambda c: len(repeats(c)),
}
AT_LEAST = {"penalties": 6, "photos": 60, "repeats": 6, "several at once": 20, "posts that sign": 9}
EXACTLY = {"night check": 1, "spot check": 1, "red line confirmed": 1, "red line open": 1, "full-width count": 1}


@pytest.mark.parametrize("ingredient", INGREDIENTS)
def test_ingredient(ingredient: str) -> None:
    found = INGREDIENTS[ingredient](sample())
    assert found >= AT_LEAST.get(ingredient, 1)
    assert found == EXACTLY.get(ingredient, found)


def test_night_check_leaves_out_all_but_guards_and_monitoring() -> None:
    (night,) = (row for row in sample()[Inspection] if row["shift"] == "夜班")
    left = {names_of_departments()[name] for name in str(night["skipped_departments"]).split("、")}
    assert left == {"客服部", "设备维护部", "管理处", "环境部"}


def repeats(contents: Contents) -> dict[int, Cells]:
    """Position of a finding → the one to be rectified before it: same item and place, at most 30 days earlier."""
    seen: dict[tuple[Value, ...], tuple[datetime.date, Cells]] = {}
    found: dict[int, Cells] = {}
    for index, row in enumerate(contents[Finding]):
        visit = inspections(contents)[str(row["inspection"])]
        spot, day = (visit["community"], row["item"], row["place"]), day_of(visit)
        if row["verdict"] == "不合格":
            earlier = seen.get(spot)
            if earlier and 0 < (day - earlier[0]).days <= 30 and "整改" in str(earlier[1]["disposition"]):
                found[index] = earlier[1]
            seen[spot] = (day, row)
    return found


@pytest.mark.parametrize("month", MONTHS, ids=str)
def test_references_hold(month: Month) -> None:
    contents = sample(month)
    departments = names_of_departments()
    items = {row["code"]: row["department"] for row in contents[StandardItem]}
    known_places = {(row["community"], row["name"]) for row in contents[PlaceName]}
    clauses = {row["number"] for row in contents[Clause]}
    for row in contents[Finding]:
        visit = inspections(contents)[str(row["inspection"])]
        assert departments[str(row["department"])] == items[row["item"]]
        assert (visit["community"], row["place"]) in known_places
        assert visit["start"] <= row["found_at"] <= visit["end"]  # type: ignore[operator]  # times of day
        assert row.get("clause") is None or row["clause"] in clauses
    plans = {row["number"] for row in contents[InspectionPlan]}
    assert {row["plan"] for row in contents[Inspection]} - {None} <= plans
    people = {row["number"]: row for row in contents[Person]}
    assert {row["head"] for row in contents[CommunityDepartment]} <= set(people)
    findings = {row["number"]: row for row in contents[Finding]}
    for row in contents[Offender]:
        visit = inspections(contents)[str(findings[row["finding"]]["inspection"])]
        assert people[row["person"]]["community"] == visit["community"]
    assert all(row["joined"] < month.first for row in people.values())  # type: ignore[operator]  # dates


@pytest.mark.parametrize("month", MONTHS, ids=str)
def test_numbers_are_unique_and_blank_only_where_nothing_refers(month: Month) -> None:
    contents = sample(month)
    for kind in (InspectionPlan, Inspection, Person):
        numbers = [row["number"] for row in contents[kind]]
        assert None not in numbers
        assert len(numbers) == len(set(numbers))
    numbers = [row["number"] for row in contents[Finding]]
    assert numbers.count(None) == 5
    given = [str(one) for one in numbers if one is not None]
    assert all(first < second for first, second in pairwise(given))
    assert {row["finding"] for row in contents[Offender]} <= set(given)


def test_penalties_have_facts_clause_and_people() -> None:
    contents = sample()
    recommended = {row["code"]: row.get("clause") for row in contents[StandardItem]}
    people = Counter(row["finding"] for row in contents[Offender])
    for row in penalised(contents):
        assert len(str(row["facts"])) >= 10
        assert row.get("clause") or recommended[row["item"]]
        assert people[row["number"]] >= 1
    assert len([count for count in people.values() if count > 1]) >= 2
    assert set(people) == {row["number"] for row in penalised(contents)}
    employers = {row["number"]: row["employer"] for row in contents[Person]}
    assert any(employers[row["person"]] for row in contents[Offender])


@pytest.mark.parametrize("month", MONTHS, ids=str)
def test_clauses_bind_before_the_month(month: Month) -> None:
    for row in sample(month)[Clause]:
        assert row["consulted"] < row["published"] < row["since"] < month.first  # type: ignore[operator]  # dates
        assert row.get("money") is None


def test_settings_name_the_company_and_the_sample() -> None:
    values = {row["name"]: row["value"] for row in sample()[SettingRow]}
    assert values["公司名称"] == "仲瑞物业管理服务有限责任公司（示例）"
    assert values["示例"] == "是"


def test_every_name_is_a_sample_name() -> None:
    contents = sample()
    names = [row["name"] for row in contents[Person]] + [row["manager"] for row in contents[Community]]
    for row in contents[Inspection]:
        names += [*str(row["inspector"]).split("、"), *str(row["companion"]).split("、")]
    names += [row["red_line_by"] for row in contents[Finding] if row.get("red_line_by")]
    assert all(str(name).startswith("员工") for name in names)
    assert len({row["name"] for row in contents[Person]}) == 36


def rough_score(contents: Contents, community: str) -> Decimal:
    """The community's mean loss a day, departments weighted: a small calculation of its own, all items counted."""
    items = {row["code"]: row for row in contents[StandardItem]}
    weights = {str(row["name"]): number(row, "weight") for row in contents[Department]}
    again = repeats(contents)
    lost: dict[tuple[datetime.date, Value], Decimal] = defaultdict(Decimal)
    for index, row in enumerate(contents[Finding]):
        visit = inspections(contents)[str(row["inspection"])]
        if visit["community"] == community and visit["kind"] == "全面巡检" and row["verdict"] == "不合格":
            each = number(items[row["item"]], "deduction") * number(row, "count") * (2 if index in again else 1)
            lost[day_of(visit), row["item"]] += each
    days = {day for day, _ in lost}
    total = sum(
        weights[str(items[code]["department"])] * min(amount, number(items[code], "points")) / 100
        for (_, code), amount in lost.items()
    )
    return 100 - Decimal(total) / len(days)


@pytest.mark.parametrize("month", MONTHS, ids=str)
def test_scores_are_plausible_and_differ(month: Month) -> None:
    first, second, third = (rough_score(sample(month), name) for name in WEEKDAYS)
    assert 94 < first < 98
    assert 90 < second < 94
    assert 85 < third < 90


def test_phrase_bank_is_complete() -> None:
    scored = {row["code"] for row in default_contents()[StandardItem] if not row["until"]}
    assert set(phrases()) == scored
    for phrase in phrases().values():
        assert len(phrase.texts) >= 2
        assert all(15 <= len(text) <= 60 for text in phrase.texts)


def test_every_phrase_has_a_place_in_every_community() -> None:
    for profile in profiles():
        for phrase in phrases().values():
            fits = [place for place in places(profile.name) if place.endswith(phrase.places)]
            assert fits or phrase.item in exempt(profile.name)


def test_scenes_fill_columns_of_a_finding() -> None:
    columns = {col.identifier for col in Finding.sheet.columns}
    posts = {row["post"] for row in table("posts")}
    for scene in scenes():
        assert set(scene.words) <= columns
        assert scene.words["place"] in places(scene.community)
        assert set(scene.offenders) <= posts
