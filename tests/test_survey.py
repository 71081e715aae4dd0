"""满意度: half years, figures, indicators, rules of the survey and of what came back (practice.md §6, §7; A22)."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

import pytest

from pinzhi_xl.half_year import HalfYear, half_year_in
from pinzhi_xl.improvements import survey_edits
from pinzhi_xl.indicators import BY_NAME, Scope
from pinzhi_xl.keys import fill_keys
from pinzhi_xl.opinions import Opinions
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.survey_terms import Answer, Dimension
from pinzhi_xl.surveys import Surveys
from tests.tables import book_of

AS_OF = date(2026, 6, 30)
SHEETS = ("满意度调查", "满意度答卷", "满意度汇总", "满意度改进")
QUIET = {"survey-small-sample", "survey-not-improved"}
"""What every small survey is told; asked for by name where a test is about it."""

SOUND = """
满意度调查
调查编号 | 期次 | 项目 | 入住户数 | 发放份数 | 回收份数 | 开始日期 | 结束日期 | 方式 | 电话代答份数 | 负责人
M1 | 2026上半年 | 凤鸣华府 | 50 | 45 | 40 | 2026-5-10 | 2026-6-10 | 入户 | 2 | 张三丰

满意度汇总
调查编号 | 维度 | 非常满意 | 满意 | 一般 | 不满意 | 非常不满意
M1 | 客服 | 10 | 20 | 5 | 3 | 2
M1 | 总体 | 20 | 15 | 3 | 1 | 1
"""

ANSWERS = """
满意度调查
调查编号 | 期次 | 项目 | 入住户数 | 发放份数 | 回收份数 | 开始日期 | 结束日期
M1 | 2026上半年 | 凤鸣华府 | 10 | 9 | 8 | 2026-5-10 | 2026-6-10

满意度答卷
调查编号 | 序号 | 客服 | 总体 | 意见 | 电话代答 | 有效
M1 | 1 | 5 | 非常满意 | | |
M1 | 2 | 4 | 满意 | | |
M1 | 3 | ３ | 4 | | |
M1 | 4 | | 比较满意 | | |
M1 | 5 | 1 | 不满意 | | |
M1 | 6 | 5 | 5 | | | 无效
M1 | 7 | | | 只写了意见 | |
"""


def problems(text: str, as_of: date = AS_OF) -> Sequence[Problem]:
    found = check(Scene(Facts(book_of(text)), as_of))
    return [problem for problem in found if problem.cell.sheet in SHEETS and problem.code not in QUIET]


def codes(text: str, as_of: date = AS_OF) -> list[str]:
    return [problem.code for problem in problems(text, as_of)]


def surveys(text: str) -> Surveys:
    return Surveys(Facts(book_of(text)))


# --- half years


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("2026上半年", "2026上半年"),
        ("2026年下半年", "2026下半年"),
        ("２０２６ 上半年", "2026上半年"),
        ("2026H2", "2026下半年"),
        ("2026-h1", "2026上半年"),
    ],
)
def test_a_half_year_as_typed(typed: str, shown: str) -> None:
    assert str(HalfYear.parse(typed)) == shown


@pytest.mark.parametrize("typed", ["", "2026", "上半年", "2026H3", "2026第3季度", "1812上半年"])
def test_what_is_no_half_year(typed: str) -> None:
    assert half_year_in(typed) is None


def test_the_days_of_a_half_year() -> None:
    first, second = HalfYear(2026, 1), HalfYear(2026, 2)
    assert (first.first, first.last) == (date(2026, 1, 1), date(2026, 6, 30))
    assert (second.first, second.last) == (date(2026, 7, 1), date(2026, 12, 31))
    assert (second.before, first.before) == (first, HalfYear(2025, 2))
    assert (HalfYear.of(date(2026, 6, 30)), HalfYear.of(date(2026, 7, 1))) == (first, second)
    assert date(2026, 6, 30) in first
    assert date(2026, 7, 1) not in first


# --- figures


def test_the_figures_of_counts() -> None:
    """客服 of SOUND: n = 10+20+5+3+2 = 40. 满意率 30/40; 不满意率 5/40;
    得分 = (10·5 + 20·4 + 5·3 + 3·2 + 2·1) / (5·40) · 100 = 153/200 · 100 = 76.5."""
    one = surveys(SOUND).by_number["M1"]
    found = one.opinions(Dimension.FRONT_DESK)
    assert (found.total, found.points) == (40, 153)
    assert (found.satisfied_rate, found.dissatisfied_rate) == (Fraction(30, 40), Fraction(5, 40))
    assert found.score == Fraction(765, 10)
    assert one.valid == 40


def test_the_best_and_the_worst_score() -> None:
    assert Opinions({Answer.DELIGHTED: 3}).score == 100
    assert Opinions({Answer.ANGRY: 3}).score == 20
    empty = Opinions({})
    assert (empty.satisfied_rate, empty.dissatisfied_rate, empty.score) == (None, None, None)


def test_the_figures_of_questionnaires_in_both_spellings() -> None:
    """客服: 5, 4, 3, 1 of numbers 1, 2, 3, 5 (4 left it blank, 6 is invalid): 2/4, 13/20 · 100 = 65.
    总体: 5, 4, 4, 4, 2: 4/5, 19/25 · 100 = 76. Number 7 wrote a remark only: 5 of 7 are valid answers."""
    one = surveys(ANSWERS).by_number["M1"]
    desk, overall = one.opinions(Dimension.FRONT_DESK), one.overall
    assert (desk.total, desk.satisfied_rate, desk.score) == (4, Fraction(1, 2), Fraction(65))
    assert (overall.total, overall.satisfied_rate, overall.score) == (5, Fraction(4, 5), Fraction(76))
    assert (one.valid, one.by_phone) == (5, 0)
    assert one.opinions(Dimension.GREENERY).total == 0


def test_the_computed_columns() -> None:
    """总体 of SOUND: 35/40 = 87.5 %, (100+60+9+2+1)/200 = 86.0; 发放 45/50, 回收 40/45 = 88.888… → 88.9."""
    book = book_of(SOUND)
    edits = {(e.sheet, e.row, e.label): e.value for e in survey_edits(Facts(fill_keys(book)[0]), AS_OF)}
    shown = {label: str(value) for (sheet, _, label), value in edits.items() if sheet == "满意度调查"}
    assert shown == {
        "状态": "待改进",
        "有效份数": "40",
        "发放率": "90.0",
        "回收率": "88.9",
        "满意率": "87.5",
        "满意度得分": "86.0",
    }
    assert edits["满意度汇总", 2, "合计"] == 40


@pytest.mark.parametrize(
    ("as_of", "text", "state"),
    [
        (date(2026, 5, 9), SOUND, "未开始"),
        (date(2026, 5, 10), SOUND, "进行中"),
        (date(2026, 6, 9), SOUND, "进行中"),
        (date(2026, 6, 10), SOUND, "待改进"),
        (date(2026, 6, 10), SOUND.split("满意度汇总")[0], "待录入"),
        (date(2026, 6, 10), SOUND.replace("2026-6-10", ""), "进行中"),
        (date(2026, 6, 10), SOUND + "\n参数\n名称 | 取值\n满意率目标 | 75\n", "已完成"),
    ],
)
def test_where_a_survey_stands(as_of: date, text: str, state: str) -> None:
    """75 is just reached by 客服 (30/40): nothing is to be improved."""
    edits = survey_edits(Facts(book_of(text)), as_of)
    assert {e.value for e in edits if (e.sheet, e.label) == ("满意度调查", "状态")} == {state}


# --- indicators

TWICE = """
满意度调查
调查编号 | 期次 | 项目 | 入住户数 | 发放份数 | 回收份数 | 开始日期 | 结束日期
M1 | 2026上半年 | 凤鸣华府 | 50 | 45 | 40 | 2026-5-10 | 2026-6-10
M2 | 2026上半年 | 瑞景华庭 | 100 | 80 | 60 | 2026-5-10 | 2026-6-20
M3 | 2026下半年 | 凤鸣华府 | 60 | 60 | 30 | 2026-11-10 | 2026-12-10

满意度汇总
调查编号 | 维度 | 非常满意 | 满意 | 一般 | 不满意 | 非常不满意
M1 | 总体 | 20 | 15 | 3 | 1 | 1
M1 | 客服 | 0 | 0 | 0 | 0 | 40
M2 | 总体 | 10 | 20 | 20 | 10 |
M3 | 总体 | 30 | | | |
"""
NAMES = ("凤鸣华府", "瑞景华庭", "阳光美地")


def value(name: str, first: date, last: date, *communities: str, as_of: date = date(2026, 12, 31)) -> object:
    scope = Scope(communities or NAMES, first, last, as_of)
    return BY_NAME[name].value(Facts(book_of(TWICE)), scope)


def test_the_indicators_of_a_half_year() -> None:
    """M1 and M2: satisfied 35+30 of 40+60; points 172 + (50+80+60+20 = 210) = 382 of 500; 125/150; 100/125."""
    half = date(2026, 1, 1), date(2026, 6, 30)
    assert value("满意率", *half) == 65
    assert value("满意度得分", *half) == Fraction(382, 500) * 100
    assert value("问卷发放率", *half) == Fraction(125, 150) * 100
    assert value("问卷回收率", *half) == 80
    assert value("满意度得分", *half, "瑞景华庭") == Fraction(210, 300) * 100


def test_the_latest_survey_that_ended_in_the_period_counts() -> None:
    """Of the year: M3 in place of M1 (30/30), M2 (30/60). Of June: M1 and M2. Of July: none, which prints “—”."""
    assert value("满意率", date(2026, 1, 1), date(2026, 12, 31)) == Fraction(60, 90) * 100
    assert value("满意率", date(2026, 6, 1), date(2026, 6, 30)) == 65
    assert value("满意率", date(2026, 6, 1), date(2026, 6, 30), as_of=date(2026, 6, 15)) == Fraction(35, 40) * 100
    for name in ("满意率", "满意度得分", "问卷发放率", "问卷回收率"):
        assert value(name, date(2026, 7, 1), date(2026, 7, 31)) is None
        assert value(name, date(2026, 1, 1), date(2026, 12, 31), "阳光美地") is None


# --- rules


def test_sound_sheets_are_silent() -> None:
    assert codes(SOUND) == []
    assert codes(ANSWERS) == []
    assert codes("") == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("2026上半年", "今年上半年", ["survey-period-unreadable"]),
        ("2026上半年", "2026年上半年", []),
        ("2026-6-10", "2026-5-9", ["survey-days-crossed"]),
        ("2026-6-10", "2026-5-10", []),
        ("2026-6-10", "2026-7-1", ["survey-outside-period"]),
        ("| 45 | 40 |", "| 45 | 46 |", ["returned-over-issued"]),
        ("| 45 | 40 |", "| 45 | 45 |", []),
        ("| 45 | 40 |", "| | 40 |", ["returned-unissued"]),
        ("| 50 | 45 |", "| 44 | 45 |", ["issued-over-households"]),
        ("| 50 | 45 |", "| 45 | 45 |", []),
        ("| 50 | 45 |", "| 51 | 45 |", ["issue-rate-low"]),
        ("| 45 | 40 |", "| 50 | 40 |", []),
        ("| 50 | 45 | 40 |", "| 56 | 51 | 40 |", ["return-rate-low"]),
        ("| 入户 | 2 |", "| 电话 | 3 |", ["phone-over-limit"]),
        ("| 入户 | 2 |", "| 电话 | 41 |", ["phone-over-returned"]),
        ("| 45 | 40 |", "| 45 | |", ["answers-without-returned"]),
        ("| 45 | 40 |", "| 45 | 39 |", ["phone-over-limit", "tally-over-returned", "tally-over-returned"]),
        ("M1 | 总体 | 20 | 15 | 3 | 1 | 1\n", "", ["survey-without-overall"]),
        ("M1 | 客服 | 10", "M1 | 客服 | -1", ["out-of-range"]),
        ("M1 | 客服 |", "M1 | 停车 |", ["not-a-choice"]),
        ("M1 | 客服 |", "M1 | 总体 |", ["duplicate-key"]),
        ("上半年 | 凤鸣华府", "上半年 | 云顶", ["unknown-reference"]),
    ],
)
def test_a_survey_adds_up(old: str, new: str, expected: list[str]) -> None:
    """Of 40 that came back 2 by telephone are 5 %, which is allowed; of 39 they are 5.1 %. 45/50 is just 90 %,
    45/51 is not; 40/50 is just 80 %, 40/51 is not."""
    assert old in SOUND
    assert codes(SOUND.replace(old, new)) == expected


def test_which_of_them_block() -> None:
    blocking = {"returned-over-issued", "returned-unissued", "phone-over-returned", "answers-without-returned"}
    for old, new in (
        ("| 45 | 40 |", "| 45 | 46 |"),
        ("| 45 | 40 |", "| | 40 |"),
        ("| 入户 | 2 |", "| 电话 | 41 |"),
    ):
        (problem,) = problems(SOUND.replace(old, new))
        assert problem.is_error
        assert problem.code in blocking
    (told,) = problems(SOUND.replace("| 入户 | 2 |", "| 电话 | 3 |"))
    assert not told.is_error
    assert "7.5%" in told.message


def test_a_survey_that_has_not_begun_has_nothing_back() -> None:
    found = problems(SOUND, date(2026, 5, 9))
    assert [problem.code for problem in found] == ["returned-before-start"]
    assert "下一步只能是：发放、改开始日期" in found[0].message
    assert codes(SOUND, date(2026, 5, 10)) == []


def test_a_community_has_one_survey_a_half_year() -> None:
    twice = SOUND.replace("张三丰\n", "张三丰\nM2 | 2026H1 | 凤鸣华府 | | | | 2026-5-1 | | | |\n")
    assert codes(twice) == ["survey-twice"]
    assert codes(twice.replace("2026H1", "2025H2")) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("M1 | 1 | 5 |", "M1 | 1 | 6 |", ["not-a-choice"]),
        ("M1 | 1 | 5 |", "M1 | 1 | 还行 |", ["not-a-choice"]),
        ("M1 | 2 |", "M1 | 1 |", ["duplicate-key"]),
        ("M1 | 2 |", "M9 | 2 |", ["unknown-reference"]),
        ("| 9 | 8 |", "| 8 | 7 |", ["issue-rate-low"]),
        ("| 9 | 8 |", "| 9 | 6 |", ["return-rate-low", "answers-over-returned"]),
        ("只写了意见 |", "|", ["answer-empty"]),
        ("只写了意见 | |", "| | 无效", []),
        ("比较满意 | | |", "比较满意 | | 是 |", ["phone-over-limit"]),
    ],
)
def test_questionnaires_add_up(old: str, new: str, expected: list[str]) -> None:
    """Seven questionnaires: 7 that came back are just enough, 6 are not; one of 8 by telephone is 12.5 %."""
    assert old in ANSWERS
    assert sorted(codes(ANSWERS.replace(old, new))) == sorted(expected)


def test_telephone_answers_are_the_same_on_both_sheets() -> None:
    text = ANSWERS.replace("| 结束日期", "| 结束日期 | 电话代答份数").replace("2026-6-10", "2026-6-10 | 0")
    assert codes(text) == []
    marked = text.replace("比较满意 | | |", "比较满意 | | 是 |")
    assert codes(marked) == ["phone-miscounted"]


TALLY = """
满意度汇总
调查编号 | 维度 | 非常满意 | 满意
M1 | {dimension} | {count} |
"""


@pytest.mark.parametrize(
    ("dimension", "count", "expected"),
    [
        ("总体", "4", ["survey-both-ways"]),
        ("绿化", "4", ["survey-mixed-ways"]),
        ("总体", "", []),
    ],
)
def test_a_survey_is_entered_in_one_way(dimension: str, count: str, expected: list[str]) -> None:
    found = problems(ANSWERS + TALLY.format(dimension=dimension, count=count))
    assert [problem.code for problem in found] == expected
    assert [problem.is_error for problem in found] == [code == "survey-both-ways" for code in expected]


def test_remarks_may_stand_beside_counts() -> None:
    assert codes(SOUND + "\n满意度答卷\n调查编号 | 序号 | 意见\nM1 | 1 | 路灯不亮\n") == []


def test_a_survey_that_has_ended_is_entered() -> None:
    bare = SOUND.split("满意度汇总")[0]
    assert codes(bare) == ["survey-not-entered"]
    assert codes(bare, date(2026, 6, 9)) == []


@pytest.mark.parametrize(("count", "told"), [(29, True), (30, False)])
def test_a_small_sample_is_told(count: int, told: bool) -> None:
    text = SOUND.replace("M1 | 客服 | 10 | 20 | 5 | 3 | 2\n", "").replace(
        "20 | 15 | 3 | 1 | 1", f"{count} | | | |"
    )
    found = check(Scene(Facts(book_of(text)), AS_OF))
    assert [p.code for p in found if p.code == "survey-small-sample"] == ["survey-small-sample"] * told
    assert not any(p.is_error for p in found if p.code == "survey-small-sample")


MODULE_ON = "\n参数\n名称 | 取值\n启用模块 | 满意度\n"


@pytest.mark.parametrize(
    ("text", "as_of", "missing"),
    [
        (SOUND, date(2026, 6, 30), 0),
        (SOUND + MODULE_ON, date(2026, 5, 30), 0),
        (SOUND + MODULE_ON, date(2026, 5, 31), 2),
        (SOUND + MODULE_ON, date(2026, 7, 1), 2),
        (SOUND + MODULE_ON, date(2026, 12, 1), 5),
        (SOUND + MODULE_ON, date(2027, 1, 1), 3),
        (MODULE_ON, date(2027, 1, 1), 0),
    ],
)
def test_every_half_year_has_its_survey(text: str, as_of: date, missing: int) -> None:
    """Of three communities one was asked in the first half of 2026. The present half year is due from 31 days before
    its end: on 12-01 both halves are looked at (2 + 3 lacking), in January only the second one of 2026."""
    found = [p for p in check(Scene(Facts(book_of(text)), as_of)) if p.code == "survey-missing"]
    assert len(found) == missing
    assert not any(problem.is_error for problem in found)


def test_an_opinion_with_a_telephone_number_is_refused() -> None:
    """law.md §4, W3: no telephone number in any text."""
    assert "personal-number" in codes(ANSWERS.replace("只写了意见", "请打13812345678"))
