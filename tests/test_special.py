"""专项检查: which rows belong together, the steps of a failed item, and the paper's figures worked out by hand."""

from collections.abc import Sequence
from datetime import date

import pytest

from pinzhi_xl.derived import derived_edits
from pinzhi_xl.month import Month
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.special import SpecialItem, SpecialResult
from pinzhi_xl.special.results import SpecialFacts
from pinzhi_xl.summary.special import special_reports
from pinzhi_xl.turning_modules import kept_of_modules
from pinzhi_xl.wording.special import SPECIAL
from pinzhi_xl.workbook.defaults import default_contents
from tests.reports import column, rows_of, scene_of, text_of
from tests.tables import book_of

AS_OF = date(2014, 5, 31)
MAY = Month(2014, 5)
LISTS = """
专项清单
主题 | 序号 | 类别 | 检查项 | 要求 | 是否重点 | 应备数量 | 单位 | 停用日期
防汛 | 1 | 排水 | 雨水井 | 通畅 | 是 | | |
防汛 | 2 | 排水 | 排污泵 | 启停正常 | 是 | | |
防汛 | 3 | 预案 | 演练 | 有记录 | | | |
防汛 | 4 | 物资 | 沙袋 | 无霉烂 | | 100 | 只 |
防汛 | 5 | 物资 | 水泵 | 试机正常 | | 2 | 台 |
防汛 | 6 | 值班 | 旧项 | 不再查 | | | | 2014-5-1
供暖 | 1 | 设备 | 循环泵 | 无异响 | 是 | | |

人员
工号 | 姓名
R1 | 张三丰

检查记录
检查编号 | 项目 | 检查日期 | 检查类型 | 检查人
Z1 | 凤鸣华府 | 2014-5-12 | 专项检查 | 张三丰
Z2 | 瑞景华庭 | 2014-5-13 | 专项检查 | 张三丰
J1 | 凤鸣华府 | 2014-5-12 | | 张三丰
"""
HEAD = "\n专项检查\n检查编号 | 主题 | 序号 | 结论 | 实有数量 | 情况 | 责任部门 | 期限 | 整改完成 | 复查人 | 复查日期 | 复查结论 | 问题编号\n"
FAILED = "Z1 | 防汛 | 1 | 不符合 | | 井内淤积 | 环境部 | 2014-5-15"


def problems(rows: str, more: str = "", as_of: date = AS_OF) -> list[Problem]:
    """The module's problems, in sheet order; those of items left out of a theme are asked for by themselves."""
    found = check(Scene(Facts(book_of(LISTS + more + HEAD + rows)), as_of))
    return [p for p in found if p.code in SPECIAL and p.code != "special-items-left"]


def codes(rows: str, more: str = "", as_of: date = AS_OF) -> list[str]:
    return [p.code for p in problems(rows, more, as_of)]


def test_rules_are_silent_on_empty_sheets() -> None:
    assert [p for p in check(Scene(Facts(book_of("")), AS_OF)) if p.code in SPECIAL] == []


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("Z1 | 防汛 | 3 | 符合", None),
        ("J1 | 防汛 | 3 | 符合", "special-not-special"),
        ("Z1 | 防汛 | 9 | 符合", "special-item-unknown"),
        ("Z1 | 消防 | 1 | 符合", "special-item-unknown"),
        ("Z1 | 防汛 | 6 | 符合", "special-item-off"),
        ("Z1 | 防汛 | 4 | 符合 | 100", None),
        ("Z1 | 防汛 | 4 | 符合 | 99", "special-supply-short"),
        ("Z1 | 防汛 | 4 | 符合 |", "special-supply-uncounted"),
        ("Z1 | 防汛 | 4 | 不适用 |", None),
        (FAILED, None),
        ("Z1 | 防汛 | 1 | 不符合 | | 井内淤积 | 环境部 |", "special-failed-incomplete"),
        ("Z1 | 防汛 | 1 | 不符合 | | 井内淤积 | 环境部 | 2014-5-12", None),
        ("Z1 | 防汛 | 1 | 不符合 | | 井内淤积 | 环境部 | 2014-5-11", "special-due-early"),
    ],
)
def test_what_belongs_together(row: str, code: str | None) -> None:
    assert codes(row) == ([code] if code else [])


@pytest.mark.parametrize(
    ("after", "code"),
    [
        (" | 2014-5-14 | 张三丰 | 2014-5-14 | 通过", None),
        (" | 2014-5-14 | 张三丰 | 2014-5-13 | 通过", "special-review-early"),
        (" | 2014-5-14 | 张三丰 | 2014-5-13 | 未通过", None),
        (" | | 张三丰 | 2014-5-14 | 通过", "special-step"),
        (" | 2014-5-14 | 张三丰 | | 通过", "special-review-incomplete"),
        (" | 2014-5-14 | | 2014-5-14 | 通过", "special-review-incomplete"),
        (" | 2014-5-14 | 张三丰 | 2014-5-14 |", "special-review-incomplete"),
        (" | 2014-5-12", None),
        (" | 2014-5-11", "special-done-early"),
        (" | 2014-5-31", None),
        (" | 2014-6-1", "special-done-in-future"),
    ],
)
def test_steps_of_a_failed_item(after: str, code: str | None) -> None:
    assert codes(FAILED + after) == ([code] if code else [])


def test_an_illegal_step_names_the_legal_ones() -> None:
    (found,) = problems("Z1 | 防汛 | 3 | 符合 | | | | | 2014-5-14")
    assert (found.code, found.label, found.cell.address) == ("special-step", "整改完成", "I2")
    assert "结论是符合" in found.message
    assert "请把结论改为不符合" in found.fix
    (found,) = problems(FAILED + " | | 张三丰 | 2014-5-14 | 通过")
    assert "还没有整改完成" in found.message
    assert "整改完成" in found.fix


FINDINGS = """
问题登记
问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 位置 | 问题描述 | 处置
W1 | Z1 | 环境部 | B1 | 不合格 | 1栋 | 雨水井淤积 | 整改
W2 | Z2 | 环境部 | B1 | 不合格 | 1栋 | 雨水井淤积 | 整改
W3 | Z1 | 环境部 | B1 | 不合格 | 2栋 | 雨水井淤积 | 当场纠正

整改跟踪
问题编号 | 整改期限 | 完成日期 | 复查人 | 复查日期 | 复查结论
W1 | 2014-5-15 | 2014-5-15 | 张三丰 | 2014-5-20 | 整改完成
"""
THROUGH = "Z1 | 防汛 | 1 | 不符合 | | | | | {done} | | | | {finding}"


@pytest.mark.parametrize(
    ("done", "finding", "code"),
    [("", "W1", None), ("", "W2", "special-finding-other"), ("2014-5-14", "W1", "special-step")],
)
def test_an_item_registered_as_a_finding_is_followed_there(done: str, finding: str, code: str | None) -> None:
    assert codes(THROUGH.format(done=done, finding=finding), FINDINGS) == ([code] if code else [])


def test_items_without_a_result_are_named() -> None:
    rows = "Z1 | 防汛 | 1 | 符合\nZ1 | 防汛 | 2 | 符合\nZ1 | 防汛 | 5 | 符合 | 2"
    found = [p for p in check(Scene(Facts(book_of(LISTS + HEAD + rows)), AS_OF)) if p.code == "special-items-left"]
    assert len(found) == 1
    assert "还有 2 项没有结论：3、4" in found[0].message  # 6 is off since 5-1, 供暖 was not begun
    whole = rows + "\nZ1 | 防汛 | 3 | 不适用\nZ1 | 防汛 | 4 | 符合 | 100"
    left = [p for p in check(Scene(Facts(book_of(LISTS + HEAD + whole)), AS_OF)) if p.code == "special-items-left"]
    assert left == []


@pytest.mark.parametrize(
    ("after", "as_of", "state"),
    [
        ("", "2014-05-15", "待整改"),
        ("", "2014-05-16", "逾期"),
        (" | 2014-5-14", "2014-05-13", "待整改"),
        (" | 2014-5-14", "2014-05-14", "待复查"),
        (" | 2014-5-14 | 张三丰 | 2014-5-16 | 通过", "2014-05-15", "待复查"),
        (" | 2014-5-14 | 张三丰 | 2014-5-16 | 通过", "2014-05-16", "已关闭"),
        (" | 2014-5-14 | 张三丰 | 2014-5-15 | 未通过", "2014-05-15", "重新整改"),
        (" | 2014-5-14 | 张三丰 | 2014-5-15 | 未通过", "2014-05-16", "逾期"),
        (" | 2014-5-16 | 张三丰 | 2014-5-15 | 未通过", "2014-05-16", "待复查"),
    ],
)
def test_the_state_is_that_of_a_day(after: str, as_of: str, state: str) -> None:
    facts = Facts(book_of(LISTS + HEAD + FAILED + after))
    (one,) = SpecialFacts(facts).results
    assert SpecialFacts(facts).state(one.row, date.fromisoformat(as_of)) == state


@pytest.mark.parametrize(
    ("finding", "as_of", "state"),
    [("W1", 14, "待整改"), ("W1", 16, "待复查"), ("W1", 20, "已关闭"), ("W3", 12, "已关闭")],
)
def test_the_state_of_one_registered_as_a_finding(finding: str, as_of: int, state: str) -> None:
    facts = Facts(book_of(LISTS + FINDINGS + HEAD + THROUGH.format(done="", finding=finding)))
    (one,) = SpecialFacts(facts).results
    assert SpecialFacts(facts).state(one.row, date(2014, 5, as_of)) == state


def test_computed_columns_and_nothing_twice() -> None:
    book = book_of(LISTS + HEAD + FAILED)
    edits = derived_edits(Facts(book), AS_OF)
    own = {edit.label: edit.value for edit in edits if edit.sheet == "专项检查"}
    assert own == {"项目": "凤鸣华府", "检查项": "雨水井", "状态": "逾期"}
    heading, values = HEAD.strip().splitlines()[1], FAILED + " |" * 6
    written = f"\n专项检查\n{heading} | 项目 | 检查项 | 状态\n{values}凤鸣华府 | 雨水井 | 逾期"
    assert book_of(LISTS + written).rows(SpecialResult)[0].community == "凤鸣华府"
    assert [e for e in derived_edits(Facts(book_of(LISTS + written)), AS_OF) if e.sheet == "专项检查"] == []


MAY_ROWS = """Z1 | 防汛 | 1 | 不符合 | | 张三丰看到井内淤积 | 环境部 | 2014-5-15 | 2014-5-14 | 张三丰 | 2014-5-15 | 通过
Z1 | 防汛 | 2 | 不符合 | | 备用泵不启动 | 客服部 | 2014-5-20
Z1 | 防汛 | 4 | 不符合 | 80 | 只有80只 | 环境部 | 2014-6-10
Z1 | 防汛 | 5 | 符合 | 3
Z2 | 供暖 | 1 | 符合"""


def test_a_month_worked_out_by_hand() -> None:
    """凤鸣华府 防汛: 5 items in force (6 is off), 4 with a result = 80 %; 3 failed, 1 closed = 33.3 %,
    2 open of which 1 (期限 5-20) overdue on 5-31; 2 supplies, 20 sandbags short. 瑞景华庭 供暖: 1 of 1, fine."""
    made, told = special_reports(scene_of(book_of(LISTS + HEAD + MAY_ROWS), AS_OF), MAY)
    assert told == []
    assert [report.community for report in made] == ["凤鸣华府", "瑞景华庭"]
    first, second = made
    assert rows_of(first, "themes") == [
        {
            "theme": "防汛", "items": "5", "checked": "4", "coverage": "80.0%", "met": "1", "failed": "3",
            "not_applicable": "0", "closed": "1", "open": "2", "rate": "33.3%",
        }
    ]  # fmt: skip
    assert column(first, "failures", "item") == ["★ 雨水井", "★ 排污泵", "沙袋"]
    assert column(first, "failures", "state") == ["已关闭", "逾期", "待整改"]
    assert column(first, "failures", "done") == ["5月14日", "—", "—"]
    assert column(first, "supplies", "result") == ["缺 20 只", "足"]
    assert column(first, "conclusions", "reason") == ["还有 1 项重点项没有关闭，须立即处理。"]
    assert "张三丰" not in text_of(first)
    assert "张*看到井内淤积" in text_of(first)
    assert column(second, "conclusions", "reason") == ["符合要求。"]
    assert rows_of(second, "supplies") == []


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            "Z1 | 防汛 | 3 | 不符合 | | 没有记录 | 环境部 | 2014-6-30",
            "还有 1 项没有关闭，关闭前不能认定符合要求。",
        ),
        ("Z1 | 防汛 | 3 | 符合", "还有 4 项没有检查，尚不能认定。"),
        ("Z1 | 供暖 | 1 | 符合", "符合要求。"),
        (
            "Z1 | 供暖 | 1 | 不符合 | | 异响 | 环境部 | 2014-5-20 | 2014-5-14 | 张三丰 | 2014-5-15 | 通过",
            "问题已全部整改关闭，符合要求。",
        ),
    ],
)
def test_conclusions(rows: str, said: str) -> None:
    made, _ = special_reports(scene_of(book_of(LISTS + HEAD + rows), AS_OF), MAY)
    assert column(made[0], "conclusions", "reason") == [said]


def withheld(rows: str, month: Month) -> tuple[list[str], Sequence[Problem]]:
    made, told = special_reports(scene_of(book_of(LISTS + HEAD + rows), AS_OF), month)
    return [report.community for report in made], told


def test_an_error_withholds_the_paper_of_its_community_alone() -> None:
    made, told = withheld(MAY_ROWS.replace("Z2 | 供暖 | 1 |", "Z2 | 供暖 | 2 |"), MAY)
    assert (made, [p.code for p in told]) == (["凤鸣华府"], ["report-withheld"])
    assert "瑞景华庭" in told[0].message
    made, told = withheld(MAY_ROWS.replace("| 不符合 | 80 |", "| 不符合 | 八十 |"), MAY)
    assert made == ["瑞景华庭"]


def test_a_row_that_belongs_to_nobody_withholds_all_of_them() -> None:
    made, told = withheld(MAY_ROWS + "\nZ9 | 防汛 | 3 | 符合", MAY)
    assert made == []
    assert {p.code for p in told} == {"report-withheld"}


def test_a_month_without_special_inspections_is_told() -> None:
    assert [p.code for p in withheld(MAY_ROWS, Month(2014, 4))[1]] == ["nothing-to-report"]


def test_a_new_master_holds_the_lists_of_the_three_themes() -> None:
    rows = default_contents()[SpecialItem]
    themes = {str(row["theme"]) for row in rows}
    assert themes == {"防汛", "供暖", "施工现场"}
    for theme in themes:
        own = [row for row in rows if row["theme"] == theme]
        assert [row["number"] for row in own] == list(range(1, len(own) + 1))
        assert all(row["item"] and row["requirement"] and row["method"] for row in own)
        assert any(row["key"] for row in own)
    supplies = {str(row["item"]) for row in rows if row["needed"] and row["theme"] == "防汛"}
    assert supplies >= {"沙袋", "抽水泵", "雨衣、雨靴", "应急照明", "警戒线、警示牌"}


def test_what_is_open_goes_along_into_the_next_year() -> None:
    """Of the rows of May 2014 only the failed item that is not closed stays; 专项清单 stays but for the item given up."""
    heading = HEAD.strip().splitlines()[1] + " | 状态"
    rows = [
        "Z1 | 防汛 | 3 | 符合 | | | | | | | | | | 符合",
        "Z1 | 防汛 | 1 | 不符合 | | 淤积 | 环境部 | 2014-5-15 | 2014-5-14 | 张三丰 | 2014-5-15 | 通过 | | 已关闭",
        "Z1 | 防汛 | 2 | 不符合 | | 不启动 | 环境部 | 2014-5-15 | | | | | | 逾期",
    ]
    book = book_of(LISTS + f"\n专项检查\n{heading}\n" + "\n".join(rows))
    kept = kept_of_modules(book, date(2014, 12, 1))
    assert [row.number for row in kept[SpecialResult] if isinstance(row, SpecialResult)] == [2]
    assert len(kept[SpecialItem]) == len(book.rows(SpecialItem)) - 1
