"""Scores by hand: every expected figure is worked out in the comments, from contract §4 alone.

Standard set (tests/tables.py): 客服部 w30 has A1 10/2, A2 30/3, A3 20/5 (night only, red line), A4 10/4 (monthly);
环境部 w70 has B1 20/2 (red line), B2 30/1.5. By day 客服部 totals 50 with A4, 40 without; 环境部 totals 50.
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from pinzhi_xl.keys import fill_keys
from pinzhi_xl.month import Month
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.rules.blocking import blocking_errors
from pinzhi_xl.scoring import CommunityScore, MonthScores, score_month
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.book import Book

AUGUST = Month(2014, 8)
AS_OF = date(2014, 8, 29)


def scored(book: Book, month: Month = AUGUST) -> MonthScores:
    facts = Facts(fill_keys(book)[0])
    problems = check(Scene(facts, AS_OF))
    return score_month(facts, month, set(blocking_errors(facts, problems, month)), AS_OF)


def first(book: Book, month: Month = AUGUST) -> CommunityScore:
    return scored(book, month).communities[0]


def by_department(score: CommunityScore) -> dict[str, str | None]:
    return {part.name: None if part.score is None else str(part.score) for part in score.departments}


def shares(score: CommunityScore) -> list[Decimal]:
    found: dict[int, Decimal] = {}
    for day in score.by_day:
        found.update(day.shares)
    return [found[row] for row in sorted(found)]


def day_scores(score: CommunityScore) -> list[float]:
    return [round(float(day.score), 4) for day in score.by_day if day.score is not None]


def test_a_day_without_findings_is_full_marks(book: Book) -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期
    J1 | 凤鸣华府 | 2014-08-04
    """
    score = first(book)
    assert (score.score, score.days, score.rank) == (Decimal("100.0"), 1, None)
    assert score.status.value == "样本不足"


def test_a_finding_deducts_times_count(book: Book) -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期 | 班次
    J1 | 凤鸣华府 | 2014-08-04 | 白班

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数
    W1 | J1 | 客服部 | A1 | 不合格 | 2
    W2 | J1 | 环境部 | B2 | 不合格 | 1
    """
    # 客服部 by day: A1 A2 A4 = 50, less 2×2 → 92.0; 环境部 50, less 1.5 → 97.0; (30·92+70·97)/100 = 95.5
    score = first(book)
    assert by_department(score) == {"客服部": "92.0", "环境部": "97.0"}
    assert (score.score, score.deduction, score.grade) == (Decimal("95.5"), Decimal("5.5"), "优")


def test_an_item_never_loses_more_than_its_points_and_shares_follow_the_numbers(book: Book) -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期 | 班次
    J1 | 凤鸣华府 | 2014-08-04 | 白班

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数
    W10 | J1 | 客服部 | A1 | 不合格 | 3
    W2 | J1 | 客服部 | A1 | 不合格 | 3
    """
    # W2 comes before W10: it takes 6, W10 the 4 that are left of 10. 客服部 (50−10)/50 = 80.0
    score = first(book)
    assert shares(score) == [Decimal(4), Decimal(6)]
    assert by_department(score)["客服部"] == "80.0"


def test_an_adjustment_moves_the_deduction_but_not_below_nothing(book: Book) -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期 | 班次
    J1 | 凤鸣华府 | 2014-08-04 | 白班

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数 | 扣分调整 | 调整原因
    W1 | J1 | 客服部 | A1 | 不合格 | 1 | -5 | 已说明
    W2 | J1 | 客服部 | A2 | 不合格 | 1 | 0.5 | 情节较重
    W3 | J1 | 环境部 | B1 | 不合格 | 2 | -1 | 当场补救
    W4 | J1 | 环境部 | B1 | 不合格 | 1 | |
    """
    # A1: 2−5 → 0; A2: 3.5; 客服部 46.5/50 = 93.0. B1: 3 + 2 = 5; 45/50 = 90.0. (30·93+70·90)/100 = 90.9
    score = first(book)
    assert shares(score) == [Decimal(0), Decimal("3.5"), Decimal(3), Decimal(2)]
    assert score.score == Decimal("90.9")


def test_not_applicable_leaves_the_denominator(book: Book) -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期 | 班次
    J1 | 凤鸣华府 | 2014-08-04 | 白班

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数 | 问题描述
    W1 | J1 | 客服部 | A2 | 不适用 | | 无此业务
    W2 | J1 | 客服部 | A1 | 不合格 | 1 | 未穿工装
    """
    # 客服部: A1 10 + A4 10 = 20, less 2 → 90.0
    assert by_department(first(book))["客服部"] == "90.0"


def test_a_department_with_nothing_applicable_has_no_score_and_weights_are_renormalised(book: Book) -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期 | 班次
    J1 | 凤鸣华府 | 2014-08-04 | 白班

    项目部门
    项目 | 部门 | 不适用条款
    凤鸣华府 | 客服部 | A1、A2、A4

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数
    W1 | J1 | 环境部 | B1 | 不合格 | 1
    """
    # 客服部 null, not 100. 环境部 48/50 = 96.0 and alone: 96.0
    score = first(book)
    assert by_department(score) == {"客服部": None, "环境部": "96.0"}
    assert score.score == Decimal("96.0")


def test_a_community_may_weigh_its_departments_otherwise(book: Book) -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期 | 班次
    J1 | 凤鸣华府 | 2014-08-04 | 白班

    项目部门
    项目 | 部门 | 权重
    凤鸣华府 | 客服部 | 70

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数
    W1 | J1 | 客服部 | A1 | 不合格 | 5
    """
    # 客服部 40/50 = 80, w 70; 环境部 100, w 70 → 90.0
    assert first(book).score == Decimal("90.0")


def test_a_department_not_set_up_does_not_count(book: Book) -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期 | 班次
    J1 | 凤鸣华府 | 2014-08-04 | 白班

    项目部门
    项目 | 部门 | 是否设置
    凤鸣华府 | 环境部 | 否

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数
    W1 | J1 | 客服部 | A1 | 不合格 | 1
    """
    # only 客服部: 48/50 = 96.0
    score = first(book)
    assert by_department(score) == {"客服部": "96.0"}
    assert score.score == Decimal("96.0")


def test_half_is_rounded_up_at_the_end_only(book: Book) -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期 | 班次 | 未检部门
    J1 | 凤鸣华府 | 2014-08-04 | 白班 | 客服部

    检查标准
    编码 | 部门 | 检查项 | 分值 | 单次扣分
    B1 | 环境部 | 甲 | 15 | 0.8625
    B2 | 环境部 | 乙 | 60 | 1

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数
    W1 | J1 | 环境部 | B1 | 不合格 | 5
    """
    # 0.8625×5 = 4.3125 of 75 → 94.25 exactly → 94.3 (bankers' rounding or floats would say 94.2)
    assert first(book).score == Decimal("94.3")


def test_a_half_that_only_exact_sums_show(book: Book) -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期 | 班次 | 未检部门
    J1 | 凤鸣华府 | 2014-08-04 | 白班 | 客服部
    J2 | 凤鸣华府 | 2014-08-05 | 白班 | 客服部
    J3 | 凤鸣华府 | 2014-08-06 | 白班 | 客服部
    J4 | 凤鸣华府 | 2014-08-07 | 白班 | 客服部

    检查标准
    编码 | 部门 | 检查项 | 分值 | 单次扣分
    B1 | 环境部 | 甲 | 30 | 1

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 扣分调整 | 调整原因
    W1 | J1 | 环境部 | B1 | 不合格 | 0 | 无
    W2 | J2 | 环境部 | B1 | 不合格 | 0 | 无
    W3 | J3 | 环境部 | B1 | 不合格 | 0 | 无
    W4 | J4 | 环境部 | B1 | 不合格 | 1.02 | 无
    """
    # losses 100/30 three times and 202/30: sum 502/30, mean 502/120 = 4.18333… → 95.81666… → 95.8; and
    # with W4 at 1.02: thirds that never end still sum exactly.
    score = first(book)
    assert score.score == Decimal("95.8")
    total = sum(day.score for day in score.by_day if day.score is not None)
    assert total == 400 - Fraction(502, 30)


def test_a_confirmed_red_line_caps_the_day_and_spoils_the_grade(book: Book) -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期 | 班次
    J1 | 凤鸣华府 | 2014-08-04 | 白班
    J2 | 凤鸣华府 | 2014-08-11 | 白班
    J3 | 瑞景华庭 | 2014-08-06 | 白班
    J4 | 瑞景华庭 | 2014-08-13 | 白班

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数 | 红线 | 红线确认人
    W1 | J1 | 环境部 | B1 | 不合格 | 1 | 是 | 总经理
    W2 | J3 | 环境部 | B1 | 不合格 | 10 | |
    """
    # 凤鸣华府 8-04: 环境部 96, P would be (30·100+70·96)/100 = 97.2 → 59.9; month 环境部 98, score 98.6 but 差.
    # 瑞景华庭: 环境部 (30/50=60, 100) = 80; 86.0 → ranked first all the same.
    one, two, _ = scored(book).communities
    assert day_scores(one) == [59.9, 100.0]
    assert (one.score, one.grade, one.red_lines, one.rank) == (Decimal("98.6"), "差", 1, 2)
    assert (two.score, two.grade, two.rank) == (Decimal("86.0"), "中", 1)


def test_an_unconfirmed_red_line_has_no_effect(book: Book) -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期 | 班次
    J1 | 凤鸣华府 | 2014-08-04 | 白班

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数 | 红线 | 红线确认人
    W1 | J1 | 环境部 | B1 | 不合格 | 1 | 是 |
    """
    score = first(book)
    assert (score.score, score.grade, score.red_lines) == (Decimal("97.2"), "优", 0)


def test_a_repeat_within_thirty_days_counts_double(book: Book) -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期 | 班次
    J1 | 凤鸣华府 | 2014-08-01 | 白班
    J2 | 凤鸣华府 | 2014-08-31 | 白班

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数 | 位置 | 处置
    W1 | J1 | 环境部 | B1 | 不合格 | 1 | 3栋 | 整改
    W2 | J2 | 环境部 | B1 | 不合格 | 1 | ３栋 | 当场纠正
    """
    # 8-01 to 8-31 is 30 days: a repeat, 2×2 = 4. 环境部 (96 + 92)/2 = 94.0; month (30·100+70·94)/100 = 95.8
    result = scored(book)
    assert [(r.count, r.of) for _, r in sorted(result.repeats.items())] == [(1, None), (2, "W1")]
    assert result.communities[0].score == Decimal("95.8")


def test_after_thirty_one_days_it_is_new(book: Book) -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期 | 班次
    J1 | 凤鸣华府 | 2014-07-31 | 白班
    J2 | 凤鸣华府 | 2014-08-31 | 白班

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数 | 位置 | 处置
    W1 | J1 | 环境部 | B1 | 不合格 | 1 | 3栋 | 整改
    W2 | J2 | 环境部 | B1 | 不合格 | 1 | 3栋 | 整改
    """
    # 环境部 96 → (30·100+70·96)/100 = 97.2
    assert first(book).score == Decimal("97.2")


def test_without_a_place_nothing_repeats(book: Book) -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期 | 班次
    J1 | 凤鸣华府 | 2014-08-04 | 白班
    J2 | 凤鸣华府 | 2014-08-11 | 白班

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 位置 | 处置
    W1 | J1 | 环境部 | B1 | 不合格 | | 整改
    W2 | J2 | 环境部 | B1 | 不合格 | | 整改
    """
    assert {repeat.count for repeat in scored(book).repeats.values()} == {1}


def test_only_the_latest_earlier_date_decides(book: Book) -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期 | 班次
    J1 | 凤鸣华府 | 2014-08-04 | 白班
    J2 | 凤鸣华府 | 2014-08-11 | 白班
    J3 | 凤鸣华府 | 2014-08-18 | 白班

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 位置 | 处置
    W1 | J1 | 环境部 | B1 | 不合格 | 3栋 | 整改
    W2 | J2 | 环境部 | B1 | 不合格 | 3栋 | 当场纠正
    W3 | J3 | 环境部 | B1 | 不合格 | 3栋 | 整改
    """
    # W2 repeats W1; W3 looks at 8-11 only, which was put right on the spot → 1
    assert [r.count for _, r in sorted(scored(book).repeats.items())] == [1, 2, 1]


def test_a_third_time_keeps_the_factor_and_names_the_first_to_be_rectified(book: Book) -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期 | 班次 | 检查类型
    J1 | 凤鸣华府 | 2014-08-04 | 白班 | 抽查
    J2 | 凤鸣华府 | 2014-08-11 | 白班 |
    J3 | 凤鸣华府 | 2014-08-18 | 白班 |

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 位置 | 处置
    W1 | J1 | 环境部 | B1 | 不合格 | 3栋 | 整改+处罚
    W4 | J2 | 环境部 | B1 | 不合格 | 3栋 | 仅记录
    W3 | J2 | 环境部 | B1 | 不合格 | 3栋 | 整改
    W5 | J3 | 环境部 | B1 | 不合格 | 3栋 | 整改
    """
    # The spot check is not scored (no deduction, no day) but starts the chain. 8-11: 2 × (2×2) = 8 → 84.0;
    # 8-18: third time, factor 2 → 4 → 92.0. 环境部 88.0; (30·100+70·88)/100 = 91.6
    result = scored(book)
    assert [(r.count, r.of) for _, r in sorted(result.repeats.items())] == [
        (1, None),
        (2, "W1"),
        (2, "W1"),
        (3, "W3"),
    ]
    assert (result.communities[0].score, result.communities[0].days) == (Decimal("91.6"), 2)


def test_a_monthly_item_counts_on_the_first_day_it_is_seen(book: Book) -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期 | 班次 | 未检部门 | 未检条款
    J1 | 凤鸣华府 | 2014-08-04 | 白班 | 环境部 | A4
    J2 | 凤鸣华府 | 2014-08-11 | 白班 | 环境部 |
    J3 | 凤鸣华府 | 2014-08-18 | 白班 | 环境部 |

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数
    W1 | J2 | 客服部 | A4 | 不合格 | 1
    W2 | J3 | 客服部 | A4 | 不合格 | 1
    """
    # 8-04: A4 unvisited, 40/40 = 100; 8-11: counted, 46/50 = 92; 8-18: already counted, W2 deducts nothing: 100.
    # mean 97.333… → 97.3. 未检率 1 / (1 + 2 + 3 + 2) = 12.5 %
    score = first(book)
    assert (score.score, score.unvisited_rate) == (Decimal("97.3"), Decimal("12.5"))
    assert shares(score) == [Decimal(4), Decimal(0)]


def test_a_night_inspection_sees_the_items_of_the_night(book: Book) -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期 | 班次 | 未检部门
    J1 | 凤鸣华府 | 2014-08-04 | 白班 | 环境部
    J2 | 凤鸣华府 | 2014-08-04 | 夜班 | 环境部

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数
    W1 | J2 | 客服部 | A3 | 不合格 | 1
    """
    # one day of two inspections: A1 A2 A3 A4 = 70, less 5 → 92.857… → 92.9
    score = first(book)
    assert (score.days, score.score) == (1, Decimal("92.9"))


def test_two_inspections_of_a_day_are_one_day(book: Book) -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期 | 班次 | 未检部门 | 未检条款
    J1 | 凤鸣华府 | 2014-08-04 | 白班 | 公共环境 | A2
    J2 | 凤鸣华府 | 2014年8月4日 | 白班 | 客服中心 |

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数
    W1 | J1 | 客服中心 | A1 | 不合格 | 1
    W2 | J2 | 公共环境 | B2 | 不合格 | 2
    """
    # 客服部: A2 unvisited; A1+A4 = 20, less 2 → 90; 环境部 47/50 = 94 → (30·90+70·94)/100 = 92.8
    # 未检率 1/(1+4) = 20 %
    score = first(book)
    assert (score.days, score.score, score.unvisited_rate) == (1, Decimal("92.8"), Decimal("20.0"))


def test_equal_scores_are_told_apart_by_on_time_rate_then_share_a_rank(book: Book) -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期 | 班次
    J1 | 凤鸣华府 | 2014-08-04 | 白班
    J2 | 凤鸣华府 | 2014-08-11 | 白班
    J3 | 瑞景华庭 | 2014-08-06 | 白班
    J4 | 瑞景华庭 | 2014-08-13 | 白班
    J5 | 阳光美地 | 2014-08-07 | 白班
    J6 | 阳光美地 | 2014-08-14 | 白班

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处置
    W1 | J1 | 环境部 | B1 | 不合格 | 整改
    W3 | J3 | 环境部 | B1 | 不合格 | 整改
    W5 | J5 | 环境部 | B1 | 不合格 | 整改

    整改跟踪
    问题编号 | 整改期限 | 完成日期
    W1 | 2014-08-08 | 2014-08-10
    W3 | 2014-08-10 | 2014-08-10
    W5 | 2014-08-11 | 2014-08-09
    """
    ranks = {score.name: (score.score, score.rank) for score in scored(book).communities}
    assert ranks == {
        "凤鸣华府": (Decimal("98.6"), 3),
        "瑞景华庭": (Decimal("98.6"), 1),
        "阳光美地": (Decimal("98.6"), 1),
    }


def test_too_few_days_are_shown_but_not_ranked(book: Book) -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期 | 班次
    J1 | 凤鸣华府 | 2014-08-04 | 白班
    J3 | 瑞景华庭 | 2014-08-06 | 白班
    J4 | 瑞景华庭 | 2014-08-13 | 白班
    """
    one, two, three = scored(book).communities
    assert (one.score, one.rank, one.status) == (Decimal("100.0"), None, "样本不足")
    assert (two.rank, two.status) == (1, "正常")
    assert (three.score, three.days, three.rank, three.status) == (None, 0, None, "样本不足")


def test_a_wrong_row_never_raises_a_score(book: Book) -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期 | 班次
    J1 | 凤鸣华府 | 2014-08-04 | 白班
    J2 | 凤鸣华府 | 2014-08-11 | 白班
    J3 | 瑞景华庭 | 2014-08-06 | 白班
    J4 | 瑞景华庭 | 2014-08-13 | 白班

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数
    W1 | J1 | 环境部 | B9 | 不合格 | 1
    W2 | J3 | 环境部 | B1 | 不合格 | 1
    """
    one, two, _ = scored(book).communities
    assert (one.score, one.rank, one.status) == (None, None, "有错误未计分")
    assert (two.score, two.rank, two.status) == (Decimal("98.6"), 1, "正常")


def test_a_finding_that_belongs_nowhere_blocks_everyone(book: Book) -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期 | 班次
    J1 | 凤鸣华府 | 2014-08-04 | 白班
    J2 | 瑞景华庭 | 2014-08-06 | 白班

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数
    W1 | J9 | 环境部 | B1 | 不合格 | 1
    """
    assert {score.status for score in scored(book).communities} == {"有错误未计分"}


def test_what_stands_beside_a_finding_without_inspection_is_not_trusted(book: Book) -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期 | 班次
    J2 | 瑞景华庭 | 2014-08-06 | 白班

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数 | 项目 | 检查日期
    W1 | J9 | 环境部 | B1 | 不合格 | 1 | 凤鸣华府 | 2014-08-04
    """
    assert {score.status for score in scored(book).communities} == {"有错误未计分"}


def test_an_inspection_misread_within_the_repeat_window_blocks_too(book: Book) -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期 | 班次
    J1 | 凤鸣 | 2014-07-28 | 白班
    J2 | 凤鸣华府 | 2014-08-04 | 白班

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 位置 | 处置
    W1 | J1 | 环境部 | B1 | 不合格 | 3栋 | 整改
    W2 | J2 | 环境部 | B1 | 不合格 | 3栋 | 整改
    """
    assert first(book).score is None


def test_numbers_that_differ_only_by_a_blank_are_the_same_number(book: Book) -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期 | 班次
    J1 | 凤鸣华府 | 2014-08-04 | 白班
    J 1 | 瑞景华庭 | 2014-08-06 | 白班

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论
    W1 | J1 | 环境部 | B1 | 不合格
    """
    one, two, three = scored(book).communities
    assert [problem.code for problem in book.problems] == ["duplicate-key"]
    assert (one.score, two.score, three.status) == (None, None, "样本不足")


def test_a_date_far_ahead_is_a_slip_that_blocks(book: Book) -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期 | 班次
    J1 | 凤鸣华府 | 2014-08-04 | 白班
    J2 | 凤鸣华府 | 2104-08-11 | 白班
    """
    assert first(book).score is None


def test_void_rows_and_void_inspections_do_not_count(book: Book) -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期 | 班次 | 状态
    J1 | 凤鸣华府 | 2014-08-04 | 白班 |
    J2 | 凤鸣华府 | 2014-08-11 | 白班 | 作废

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数 | 状态
    W1 | J1 | 环境部 | B1 | 不合格 | 1 | 作废
    W2 | J2 | 环境部 | B1 | 不合格 | 1 |
    W3 | J1 | 环境部 | B2 | 不合格 | 1 |
    """
    # 环境部 48.5/50 = 97 → 97.9
    score = first(book)
    assert (score.days, score.score) == (1, Decimal("97.9"))


def test_an_item_is_scored_by_the_edition_of_its_day(book: Book) -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期 | 未检部门
    J1 | 凤鸣华府 | 2014-08-14 | 客服部
    J2 | 凤鸣华府 | 2014-08-15 | 客服部

    检查标准
    编码 | 部门 | 检查项 | 分值 | 单次扣分 | 版本 | 生效日期 | 停用日期
    B1 | 环境部 | 旧 | 10 | 1 | 一 | | 2014-08-15
    B1 | 环境部 | 新 | 20 | 5 | 二 | 2014-08-15 |

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论
    W1 | J1 | 环境部 | B1 | 不合格
    W2 | J2 | 环境部 | B1 | 不合格
    """
    # 9/10 = 90, 15/20 = 75 → 82.5, 差
    score = first(book)
    assert (score.score, score.grade) == (Decimal("82.5"), "差")


def test_settings_change_the_figures(book: Book) -> None:
    """
    参数
    名称 | 取值
    优的下限 | 99
    重复倍数 | 1、3
    重复间隔天数 | 7
    排名最少检查日 | 1

    检查记录
    检查编号 | 项目 | 检查日期 | 班次
    J1 | 凤鸣华府 | 2014-08-04 | 白班
    J2 | 凤鸣华府 | 2014-08-11 | 白班

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 位置 | 处置
    W1 | J1 | 环境部 | B1 | 不合格 | 3栋 | 整改
    W2 | J2 | 环境部 | B1 | 不合格 | 3栋 | 整改
    """
    # 96 and 50−6 = 44/50 = 88 → 92.0 → (3000 + 6440)/100 = 94.4
    score = first(book)
    assert (score.score, score.grade, score.rank) == (Decimal("94.4"), "良", 1)
