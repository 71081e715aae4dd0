"""Key places: who was there in a month, the indicator, the reminder and the paper, worked out by hand (B02)."""

from datetime import date

import pytest

from pinzhi_xl.indicators import BY_NAME, Scope
from pinzhi_xl.month import Month
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.summary.key_places import key_place_reports
from tests.reports import column, rows_of, scene_of, text_of
from tests.tables import book_of

SHEETS = """
人员
工号 | 姓名
R1 | 张三丰

位置
项目 | 位置名称 | 是否应签岗位 | 是否重点
凤鸣华府 | 配电房 | | 是
凤鸣华府 | 水泵房 | | 是
凤鸣华府 | 东门岗 | 是 | 是
凤鸣华府 | 监控室 | | 是
凤鸣华府 | 花园 | |
瑞景华庭 | 配电房 | | 是

检查记录
检查编号 | 项目 | 检查日期 | 状态
J1 | 凤鸣华府 | 2014-8-11 |
J2 | 凤鸣华府 | 2014-8-12 | 作废

问题登记
问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 位置
W1 | J1 | 环境部 | B1 | 不合格 | 水 泵房
W2 | J2 | 环境部 | B1 | 不合格 | 监控室

岗位签署
项目 | 日期 | 岗位 | 班次 | 当值人 | 签署时间 | 在岗状态
凤鸣华府 | 2014-8-11 | 东门岗 | 白班 | 李四 | 9:10 | 在岗
凤鸣华府 | 2014-8-12 | 监控室 | 白班 | | | 缺岗

重点巡查
项目 | 日期 | 位置 | 巡查人 | 情况
凤鸣华府 | 2014-8-25 | 配电房 | 张三丰 | 张三丰在场，正常
凤鸣华府 | 2014-9-3 | 配电房 | 张三丰 | 正常
瑞景华庭 | 2014-7-30 | 配电房 | 张三丰 | 正常
"""
BOTH = ("凤鸣华府", "瑞景华庭")


def coverage(first: date, last: date, as_of: date, communities: tuple[str, ...] = BOTH) -> tuple[int, int]:
    counted = BY_NAME["重点覆盖率"].count(Facts(book_of(SHEETS)), Scope(communities, first, last, as_of))
    return int(counted.part), int(counted.whole)


def test_coverage_worked_out_by_hand() -> None:
    """August, 凤鸣华府: 配电房 (patrol 25th), 水泵房 (finding 11th), 东门岗 (signature 11th); 监控室 has only a void
    inspection and an absent post: 3 of 4. 瑞景华庭 was last seen in July: 0 of 1."""
    august = (date(2014, 8, 1), date(2014, 8, 31))
    assert coverage(*august, date(2014, 8, 31), ("凤鸣华府",)) == (3, 4)
    assert coverage(*august, date(2014, 8, 31)) == (3, 5)
    assert coverage(*august, date(2014, 8, 24)) == (2, 5)
    assert coverage(*august, date(2014, 8, 31), ("阳光美地",)) == (0, 0)


def test_over_several_months_each_month_counts() -> None:
    """July 1 of 5, August 3 of 5, September 1 of 5 (配电房 on the 3rd); October lies after the day of counting."""
    assert coverage(date(2014, 7, 1), date(2014, 10, 31), date(2014, 9, 30)) == (5, 15)


def test_no_key_places_print_a_dash() -> None:
    facts = Facts(book_of(""))
    scope = Scope(BOTH, date(2014, 8, 1), date(2014, 8, 31), date(2014, 8, 31))
    assert BY_NAME["重点覆盖率"].value(facts, scope) is None


def reminders(as_of: date, more: str = "") -> list[tuple[str, str]]:
    found = check(Scene(Facts(book_of(SHEETS + more)), as_of))
    return [(p.cell.address, p.value) for p in found if p.code == "key-place-unvisited"]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (19, []),
        (20, [("B2", "配电房"), ("B5", "监控室"), ("B7", "配电房")]),
        (25, [("B5", "监控室"), ("B7", "配电房")]),
    ],
)
def test_places_not_visited_are_named_from_the_twentieth_on(day: int, told: list[tuple[str, str]]) -> None:
    assert reminders(date(2014, 8, day)) == told


def test_the_day_is_a_setting() -> None:
    setting = "\n参数\n名称 | 取值\n重点提醒日 | {}\n"
    assert len(reminders(date(2014, 8, 10), setting.format(10))) == 5
    assert reminders(date(2014, 8, 9), setting.format(10)) == []
    assert reminders(date(2014, 8, 31), setting.format(0)) == []


@pytest.mark.parametrize(("place", "told"), [("花园", True), ("配电 房", False), ("没有", True)])
def test_a_patrol_elsewhere_is_told(place: str, told: bool) -> None:
    rows = SHEETS + f"凤鸣华府 | 2014-8-26 | {place} | 张三丰 | 正常\n"
    found = [p for p in check(Scene(Facts(book_of(rows)), date(2014, 8, 31))) if p.code == "key-patrol-elsewhere"]
    assert [p.cell.address for p in found] == (["C5"] if told else [])


def test_the_paper() -> None:
    (paper,), told = key_place_reports(scene_of(SHEETS, date(2014, 8, 31)), Month(2014, 8))
    assert told == []
    assert (paper.values["places_total"], paper.values["seen_total"], paper.values["rate"]) == ("5", "3", "60.0%")
    assert column(paper, "communities", "missing") == ["监控室", "配电房"]
    assert column(paper, "communities", "rate") == ["75.0%", "0.0%"]
    first = rows_of(paper, "places")[0]
    assert (first["place"], first["patrols"], first["days"], first["last"]) == ("配电房", "1", "1", "8月25日")
    assert column(paper, "remarks", "facts") == ["张*在场，正常"]
    assert "张三丰" not in text_of(paper)


def test_without_key_places_there_is_no_paper() -> None:
    made, told = key_place_reports(scene_of(""), Month(2014, 8))
    assert (list(made), [p.code for p in told]) == ([], ["no-key-places"])


def test_a_master_made_before_may_lack_the_column() -> None:
    from pinzhi_xl.sheets.organisation import PlaceName

    assert PlaceName.sheet.column("key").optional
