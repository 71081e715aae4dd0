"""Equipment and maintenance in figures, worked out by hand (F08, F09, F10; practice.md §6)."""

from datetime import date

import pytest

from pinzhi_xl.indicators import BY_NAME, Counted, Scope
from pinzhi_xl.scoring.facts import Facts
from tests.tables import book_of

# Two communities. 凤鸣华府: D1 two lifts, D2 four pumps, D3 a gate scrapped on 8-15, D4 a generator stopped on 8-20,
# D5 a camera in use from 9-1 only. 瑞景华庭: D6 three pumps.
SHEETS = """
参数
名称 | 取值
故障修复时限 | 24

设备
编号 | 项目 | 名称 | 类别 | 台数 | 启用日期 | 停用日期 | 报废日期
D1 | 凤鸣华府 | 客梯 | 电梯 | 2 | | |
D2 | 凤鸣华府 | 水泵 | 水泵 | 4 | | |
D3 | 凤鸣华府 | 道闸 | 门禁道闸 | | | | 2026-8-15
D4 | 凤鸣华府 | 发电机 | 配电 | 1 | | 2026-8-20 |
D5 | 凤鸣华府 | 摄像机 | 监控 | 1 | 2026-9-1 | |
D6 | 瑞景华庭 | 水泵 | 水泵 | 3 | | |

设备故障
故障编号 | 设备编号 | 故障台数 | 故障日期 | 故障时间 | 修复日期 | 修复时间
G1 | D1 | | 2026-8-3 | 9:00 | 2026-8-4 | 9:00
G2 | D2 | 2 | 2026-8-10 | 9:00 | 2026-8-11 | 9:01
G3 | D2 | 1 | 2026-8-31 | 20:00 | 2026-9-1 | 8:00
G4 | D2 | 1 | 2026-7-31 | 9:00 | 2026-8-1 | 8:00
G5 | D6 | 1 | 2026-8-5 | | 2026-8-6 |
G6 | D6 | 1 | 2026-8-7 | | 2026-8-7 |

设备保养
保养编号 | 设备编号 | 保养项 | 计划日期 | 完成日期 | 应填项 | 已填项 | 抽查项 | 准确项
B1 | D1 | 例行 | 2026-8-1 | 2026-8-1 | 28 | 28 | 5 | 5
B2 | D1 | 例行 | 2026-8-15 | 2026-8-18 | 28 | 25 | 5 | 4
B3 | D1 | 例行 | 2026-8-31 | 2026-9-1 | 28 | 28 | |
B4 | D2 | 轴承 | 2026-8-20 | | | | |
B5 | D2 | 轴承 | 2026-7-31 | 2026-8-2 | 14 | | |
B6 | D6 | 轴承 | 2026-8-20 | 2026-8-20 | 14 | 14 | 4 | 4
"""
FACTS = Facts(book_of(SHEETS))
BOTH = ("凤鸣华府", "瑞景华庭")


def counted(name: str, *communities: str, first: str, last: str, as_of: str) -> Counted:
    day = date.fromisoformat
    scope = Scope(communities or BOTH, day(first), day(last), day(as_of))
    return BY_NAME[name].count(FACTS, scope)


@pytest.mark.parametrize(
    ("name", "part", "whole"),
    [
        # G1 one, G2 two, G3 one ÷ lifts 2 + pumps 4 + gate 1 (there until the 15th) + generator 1
        ("设施故障率", 4, 8),
        # on 8-31: lifts 2, pumps 4 − 1 (G3), generator stopped; the gate is gone, the camera not yet there
        ("设施完好率", 5, 7),
        # G1 exactly 24 h, G3 12 h; G2 24 h 1 min is too late
        ("维修及时率", 2, 3),
        # B1, B2 done; B3 only after the month; B4 never
        ("保养计划执行率", 2, 4),
        # done in August: B1 28/28, B2 25/28, B5 nothing of 14
        ("记录完整率", 53, 70),
        ("记录准确率", 9, 10),
    ],
)
def test_august_of_one_community(name: str, part: int, whole: int) -> None:
    got = counted(name, "凤鸣华府", first="2026-08-01", last="2026-08-31", as_of="2026-09-05")
    assert (got.part, got.whole) == (part, whole)


def test_both_communities_add_up() -> None:
    """瑞景华庭: G5 and G6 of 3 pumps; without times of day only G6, repaired the same day, counts as in time."""
    august = {"first": "2026-08-01", "last": "2026-08-31", "as_of": "2026-09-05"}
    assert counted("设施故障率", **august) == (6, 11)
    assert counted("设施完好率", **august) == (8, 10)
    assert counted("维修及时率", **august) == (3, 5)
    assert counted("保养计划执行率", **august) == (3, 5)
    assert counted("记录完整率", **august) == (67, 84)
    assert counted("记录准确率", **august) == (13, 14)


def test_two_months_count_each_unit_once_a_month() -> None:
    """凤鸣华府, July and August: 8 units in July, 8 in August; failures G1–G4 with 1 + 2 + 1 + 1 units."""
    got = counted("设施故障率", "凤鸣华府", first="2026-07-01", last="2026-08-31", as_of="2026-08-31")
    assert got == (5, 16)


def test_what_lies_after_the_day_of_counting_does_not_count() -> None:
    """On 8-10 the lifts run again, two pumps stand still, gate and generator work; B1 was the only item due."""
    until = {"first": "2026-08-01", "last": "2026-08-31", "as_of": "2026-08-10"}
    assert counted("设施完好率", "凤鸣华府", **until) == (6, 8)
    assert counted("设施故障率", "凤鸣华府", **until) == (3, 8)
    assert counted("维修及时率", "凤鸣华府", **until) == (1, 2)
    assert counted("保养计划执行率", "凤鸣华府", **until) == (1, 1)


@pytest.mark.parametrize(
    "name", ["设施故障率", "设施完好率", "维修及时率", "保养计划执行率", "记录完整率", "记录准确率"]
)
def test_nothing_to_divide_by_is_no_figure(name: str) -> None:
    nowhere = Scope(("阳光美地",), date(2026, 8, 1), date(2026, 8, 31), date(2026, 8, 31))
    assert BY_NAME[name].value(FACTS, nowhere) is None
    before = Scope(BOTH, date(2027, 1, 1), date(2027, 1, 31), date(2026, 12, 31))
    expected = {"设施完好率"}
    assert (BY_NAME[name].value(FACTS, before) is None) == (name not in expected)
