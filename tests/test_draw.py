"""抽查抽取: the draw worked out with sha256sum, its repetition, and what it leaves in the master (E03, E11, H12)."""

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.inspections import InspectionPlan
from pinzhi_xl.sheets.special_terms import DrawUnit, DrawWay
from pinzhi_xl.sheets.spot import SpotDraw
from pinzhi_xl.special.lots import Candidate, draw_lots, ticket
from pinzhi_xl.summary.special_form import draw_slips
from pinzhi_xl.workbook.read import read_book
from tests.masters import call, master_with, type_into
from tests.reports import column, scene_of
from tests.tables import book_of

DAY = date(2014, 8, 20)
ONE = """
项目
项目名称
凤鸣华府

检查记录
检查编号 | 项目 | 检查日期 | 未检部门
J1 | 凤鸣华府 | 2014-8-10 |
J2 | 凤鸣华府 | 2014-8-19 | 客服部
J3 | 凤鸣华府 | 2014-8-20 |

位置
项目 | 位置名称
凤鸣华府 | 东门岗
凤鸣华府 | 客服中心
凤鸣华府 | 水泵房

问题登记
问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 位置
W1 | J1 | 环境部 | B1 | 不合格 | 水泵房
"""


def items(seed: str, count: int = 6, way: DrawWay = DrawWay.EQUAL, text: str = ONE) -> list[str]:
    return [one.item for one in draw_lots(Facts(book_of(text)), DAY, seed, count, DrawUnit.ITEM, way).drawn]


def test_equal_chances_follow_the_sums_of_sha256() -> None:
    """printf 's1|凤鸣华府|客服部|A1' | sha256sum → 3243…, A2 666f…, A3 9ff8…, A4 9103…, B1 b35a…, B2 00a3…"""
    assert items("s1") == ["B2", "A1", "A2", "A4", "A3", "B1"]
    assert items("s1", 2) == ["B2", "A1"]
    assert items("s2") == ["A1", "A4", "A2", "A3", "B1", "B2"]  # 26f4, 70df, cde2, daec, e2fc, ea75


def test_the_longer_not_visited_the_sooner_drawn() -> None:
    """客服部 was last seen on 8-10 (8-19 left it out): weight 10; 环境部 on 8-19: weight 1; 8-20 itself is too late.

    −ln(1−v) ÷ weight of seed s3: A2 .0177, A3 .0224, A1 .0231, A4 .0995, B2 .1455, B1 .8906
    """
    assert items("s3") == ["B2", "A2", "A3", "A1", "B1", "A4"]
    assert items("s3", way=DrawWay.WAITING) == ["A2", "A3", "A1", "A4", "B2", "B1"]
    lots = draw_lots(Facts(book_of(ONE)), DAY, "s3", 6, DrawUnit.ITEM, DrawWay.WAITING)
    assert {(one.department, one.waited, one.weight) for one in lots.drawn} == {
        ("客服部", 10, 10),
        ("环境部", 1, 1),
    }


def test_places() -> None:
    """s1|凤鸣华府|客服中心 45ea…, 东门岗 c69b…, 水泵房 c8da…; 水泵房 was seen 10 days before."""
    lots = draw_lots(Facts(book_of(ONE)), DAY, "s1", 3, DrawUnit.PLACE, DrawWay.EQUAL)
    assert [(one.place, one.waited) for one in lots.drawn] == [
        ("客服中心", None),
        ("东门岗", None),
        ("水泵房", 10),
    ]
    waiting = draw_lots(Facts(book_of(ONE)), DAY, "s1", 3, DrawUnit.PLACE, DrawWay.WAITING)
    assert {one.place: one.weight for one in waiting.population} == {"客服中心": 365, "东门岗": 365, "水泵房": 10}


def test_the_digest_is_that_of_the_sorted_candidates() -> None:
    """sha256sum of the six lines 凤鸣华府|客服部|A1|1 … 凤鸣华府|环境部|B2|1, joined by newlines"""
    lots = draw_lots(Facts(book_of(ONE)), DAY, "x", 1, DrawUnit.ITEM, DrawWay.EQUAL)
    assert (lots.digest, len(lots.population)) == ("8ed36f70306541b3", 6)


EXCEPT = """
项目部门
项目 | 部门 | 是否设置 | 不适用条款
凤鸣华府 | 客服部 | | A2
凤鸣华府 | 环境部 | 否 |
"""


def test_who_cannot_be_drawn() -> None:
    """环境部 is not set up, A2 does not apply, and of a community given up nothing can be drawn."""
    assert sorted(items("s1", text=ONE + EXCEPT)) == ["A1", "A3", "A4"]
    left = ONE.replace("项目名称\n凤鸣华府", "项目名称 | 状态\n凤鸣华府 | 撤管")
    assert items("s1", text=left) == []


def candidate(name: str, weight: int = 1) -> Candidate:
    return Candidate("凤鸣华府", "客服部", name, "", name, None, weight)


@given(st.text(min_size=1), st.text(min_size=1), st.integers(1, 365))
def test_a_ticket_is_the_same_again_and_shrinks_with_weight(seed: str, name: str, weight: int) -> None:
    one = candidate(name)
    assert ticket(seed, one) == ticket(seed, one) >= 0
    assert abs(ticket(seed, replace(one, weight=weight)) * weight - ticket(seed, one)) < Decimal("1e-25")


def test_chances_are_as_the_weights() -> None:
    """Of 1000 seeds one with weight 9 comes before one with weight 1 in about 900 (σ ≈ 9.5)."""
    heavy, light = candidate("A", 9), candidate("B", 1)
    first = Counter(ticket(f"n{n}", heavy) < ticket(f"n{n}", light) for n in range(1000))
    assert 860 <= first[True] <= 940


# The verb.


@pytest.fixture
def master(tmp_path: Path) -> Path:
    return master_with(tmp_path / "总表.xlsx", ONE.replace("| 环境部 | B1 |", "| 环境部 | HJ06 |"))


def draw(capsys: pytest.CaptureFixture[str], master: Path, *more: object) -> tuple[int, Any]:
    return call(capsys, "draw", master, "--date", "2014-08-20", "--as-of", "2014-08-20", *more, "--json")


def test_a_draw_is_planned_and_can_be_repeated(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The seed of a master: sha256sum of 22222222-2222-4222-8222-222222222222|2014-08-20 → e968b154…"""
    code, result = draw(capsys, master, "--count", 4)
    assert (code, result["new"], result["written"], result["repeats"]) == (0, True, True, True)
    assert result["seed"] == "20140820-e968b154"
    book = read_book(master)
    (plan,) = book.rows(InspectionPlan)
    assert (plan.number, plan.kind, plan.day, plan.frequency) == ("JH-20140820-1", "抽查", DAY, "随机抽查")
    rows = book.rows(SpotDraw)
    assert [row.rank for row in rows] == [1, 2, 3, 4]
    assert {(row.seed, row.asked, row.plan, row.population) for row in rows} == {
        ("20140820-e968b154", 4, "JH-20140820-1", result["population"])
    }
    assert [row.item for row in rows] == [one["item"] for one in result["drawn"]]
    before = master.read_bytes()
    code, again = draw(capsys, master, "--count", 4)
    assert (code, again["new"], again["written"], again["repeats"]) == (0, False, False, True)
    assert again["drawn"] == result["drawn"]
    assert master.read_bytes() == before


def test_somebody_else_gets_the_same_with_the_seed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    drawn = []
    for number in (3, 4):
        identity = f"{number}2222222-2222-4222-8222-222222222222"
        other = master_with(tmp_path / f"{number}.xlsx", ONE.replace("| B1 |", "| HJ06 |"), identity)
        drawn.append(draw(capsys, other, "--count", 3, "--seed", "督察")[1]["drawn"])
    assert drawn[0] == drawn[1]


@pytest.mark.parametrize(
    "more",
    [
        ("--count", 5),
        ("--count", 4, "--seed", "别的"),
        ("--count", 4, "--waiting"),
        ("--count", 4, "--unit", "位置"),
    ],
)
def test_a_day_is_not_drawn_another_way(
    master: Path, capsys: pytest.CaptureFixture[str], more: tuple[object, ...]
) -> None:
    draw(capsys, master, "--count", 4)
    before = master.read_bytes()
    code, result = draw(capsys, master, *more)
    assert code == 2
    assert "已经抽取过（种子 20140820-e968b154" in result["error"]
    assert master.read_bytes() == before


def test_what_changed_since_is_said(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draw(capsys, master, "--count", 4)
    type_into(master, "项目", 3, 项目名称="瑞景华庭")
    code, result = draw(capsys, master, "--count", 4)
    assert (code, result["new"], result["repeats"]) == (0, False, False)
    text = call(capsys, "draw", master, "--date", "2014-08-20", "--count", 4)[1]
    assert "总体在抽取之后变了" in text


def test_more_than_there_are(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, result = draw(capsys, master, "--count", 4, "--unit", "位置")
    assert code == 2
    assert "可抽的只有 3 个位置" in result["error"]
    assert draw(capsys, master, "--count", 3, "--unit", "位置")[0] == 0


def test_a_dry_run_draws_and_writes_nothing(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = master.read_bytes()
    code, dry = draw(capsys, master, "--count", 4, "--dry-run")
    assert (code, dry["new"], dry["written"]) == (0, True, False)
    assert master.read_bytes() == before
    assert draw(capsys, master, "--count", 4)[1]["drawn"] == dry["drawn"]


def test_an_error_in_what_is_drawn_from(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    type_into(master, "检查标准", 2, 分值="十分")
    before = master.read_bytes()
    code, result = draw(capsys, master, "--count", 4)
    assert (code, result["drawn"]) == (1, [])
    assert [(p["code"], p["sheet"]) for p in result["problems"]] == [("draw-withheld", "检查标准")]
    assert master.read_bytes() == before


def test_undo_takes_a_draw_back(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = draw(capsys, master, "--count", 4)[1]
    assert call(capsys, "undo", master, "--json")[0] == 0
    book = read_book(master)
    assert (list(book.rows(SpotDraw)), list(book.rows(InspectionPlan))) == ([], [])
    assert draw(capsys, master, "--count", 4)[1]["drawn"] == first["drawn"]


DRAWN = (
    ONE
    + """
抽查抽取
抽取日期 | 种子 | 抽取对象 | 抽取方式 | 总体 | 总体校验 | 抽取数 | 次序 | 项目 | 部门 | 条款编码 | 抽中内容 | 权重 | 计划编号
2014-8-20 | s1 | 条款 | 等概率 | 6 | {digest} | 2 | 2 | 凤鸣华府 | 客服部 | A1 | 着装 | 1 | P1
2014-8-20 | s1 | 条款 | 等概率 | 6 | {digest} | 2 | 1 | 凤鸣华府 | 环境部 | B2 | 绿化 | 1 | P1
"""
)


def test_the_slip_lists_what_was_drawn_and_how_to_repeat_it() -> None:
    (slip,), told = draw_slips(scene_of(DRAWN.format(digest="8ed36f70306541b3")), DAY)
    assert told == []
    assert column(slip, "drawn", "item") == ["B2 绿化", "A1 着装"]
    assert slip.values["changed"] == ""
    assert "--date 2014-08-20 --count 2 --seed s1；" in str(slip.values["how"])
    (stale,), _ = draw_slips(scene_of(DRAWN.format(digest="0123456789abcdef")), DAY)
    assert "总体有变" in str(stale.values["changed"])
    assert [p.code for p in draw_slips(scene_of(ONE), DAY)[1]] == ["draw-none"]


def test_without_a_number_six_are_drawn_and_the_number_of_before_stands(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert len(draw(capsys, master)[1]["drawn"]) == 6
    code, again = draw(capsys, master)
    assert (code, again["new"], again["repeats"]) == (0, False, True)
    assert draw(capsys, master, "--count", 5)[0] == 2


def test_without_a_number_fewer_are_drawn_where_there_are_fewer_and_repeated_as_such(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drawn = draw(capsys, master, "--unit", "位置")[1]
    assert (len(drawn["drawn"]), {row.asked for row in read_book(master).rows(SpotDraw)}) == (3, {3})
    assert draw(capsys, master, "--unit", "位置")[1]["repeats"] is True
