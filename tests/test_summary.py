"""Reports as values: figures worked out by hand, sums that agree, names that stay hidden."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pinzhi_xl.masking import mask_name, mask_names
from pinzhi_xl.month import Month
from pinzhi_xl.papers import Report
from pinzhi_xl.summary import (
    confirmations,
    duty_reports,
    monthly_reports,
    ranking_reports,
    weekly_reports,
)
from pinzhi_xl.summary.figures import change, one, per_cent, rank_change, share
from pinzhi_xl.week import Week
from tests.reports import AS_OF, MONTH, WEEK33, column, rows_of, scene_of, text_of

AUGUST = Month(2014, 8)
BLOCKED = MONTH.replace("W3 | J1 | 客服部 | A1 | 不合格 | 6", "W3 | J1 | 客服部 | A1 | 不合格 | 六处")


def week(text: str = MONTH, day: date = WEEK33, as_of: date = date(2014, 8, 15)) -> Report:
    return weekly_reports(scene_of(text, as_of), day)[0][0]


def month(text: str = MONTH, as_of: date = AS_OF) -> Report:
    return monthly_reports(scene_of(text, as_of), AUGUST)[0][0]


def total(report: Report, rows: str, field: str) -> Decimal:
    """The sum of a column without its 合计."""
    found = [row for row in rows_of(report, rows) if row.get("name", row.get("department")) != "合计"]
    return sum((Decimal(row[field]) for row in found if row[field] not in ("—", "不计分")), Decimal(0))


# --- figures


def test_figures_are_exact_until_printed() -> None:
    assert one(Fraction(9345, 100)) == "93.5"
    assert one(None) == "—"
    assert share(1, 3) == "33.3%"
    assert (share(0, 0), per_cent(None)) == ("—", "—")
    assert change(Decimal("93.5"), Decimal("94.4")) == "↓0.9"
    assert change(Decimal(95), Decimal(94)) == "↑1.0"
    assert (change(Decimal(95), Decimal(95)), change(None, Decimal(1))) == ("持平", "—")
    assert [
        rank_change(1, 3),
        rank_change(3, 1),
        rank_change(2, 2),
        rank_change(1, None),
        rank_change(None, 1),
    ] == [
        "↑2",
        "↓2",
        "持平",
        "新",
        "—",
    ]


def test_weeks() -> None:
    assert str(Week.of(WEEK33)) == "2014-W33"
    assert [Week.parse(text) for text in ("2014-W33", "2014-w33", "2014年第33周")] == [Week.of(WEEK33)] * 3
    assert Week.of(date(2014, 12, 31)) == Week.parse("2015-W01")
    assert Week.parse("2014-W33").last == date(2014, 8, 17)
    for wrong in ("2014-W54", "2014-W00", "33", "2014-08"):
        with pytest.raises(ValueError):  # noqa: PT011 - any text will do
            Week.parse(wrong)


# --- 检查周报


def test_a_week_worked_out_by_hand() -> None:
    report = week()
    values = report.values
    assert (report.month, report.name) == (AUGUST, "2014-W33 凤鸣华府")
    assert values["week"] == "2014年第33周（8月11日—8月17日）"
    assert values["inspected"] == "8月11日 9:00–11:30；8月14日 14:00–"
    assert (values["score"], values["grade"], values["change"]) == ("93.5", "良", "↓0.9")
    assert (values["findings_total"], values["places_total"], values["deduction_total"]) == ("2", "7", "14")
    assert [tuple(row.values()) for row in rows_of(report, "departments")] == [
        ("客服部", "1", "1", "6", "10", "75.0", "↓25.0"),
        ("环境部", "2", "1", "1", "4", "96.0", "↑4.0"),
        ("合计", "2", "2", "7", "14", "93.5", "↓0.9"),
    ]
    assert column(report, "days", "score") == ["86.9", "100.0"]
    assert column(report, "findings", "state") == ["待复查", "已处罚"]
    assert column(report, "findings", "due") == ["8月15日", "—"]
    assert column(report, "plans", "day") == ["8月18日"]  # a cancelled one is left out
    assert values["month_note"] == ""


def test_open_items_of_earlier_weeks_with_their_deadline_and_days_overdue() -> None:
    (row,) = rows_of(week(), "open_items")
    assert (row["number"], row["due"], row["overdue"], row["state"]) == ("W1", "8月8日", "7", "逾期")
    assert (week().values["open_total"], week().values["overdue_total"]) == ("1", "1")
    closed = MONTH.replace("W1 | 2014-8-8 | | | |", "W1 | 2014-8-8 | 2014-8-8 | 2014-8-12 | 整改完成 |")
    assert rows_of(week(closed), "open_items") == []
    assert "本周关闭 1 项" in text_of(week(closed))
    assert len(rows_of(week(closed, as_of=date(2014, 8, 11)), "open_items")) == 1


def test_a_first_week_is_not_compared() -> None:
    report = week(day=date(2014, 8, 4))
    assert report.values["change"] == "—"
    assert "上周没有得分，不作比较" in text_of(report)


def test_a_week_over_two_months_belongs_to_that_of_its_inspections() -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期
    J1 | 凤鸣华府 | 2014-9-30
    J2 | 瑞景华庭 | 2014-10-1
    """
    scene = scene_of(test_a_week_over_two_months_belongs_to_that_of_its_inspections.__doc__ or "")
    first, second, third = weekly_reports(scene, date(2014, 9, 30))[0]
    assert (first.month, second.month, third.month) == (Month(2014, 9), Month(2014, 10), Month(2014, 10))
    assert first.values["month_note"] == "本周跨2014年9月、2014年10月，按检查日归入2014年9月。"


def test_a_week_without_inspection_says_so() -> None:
    report = week(day=date(2014, 7, 1))
    assert report.values["score"] == "—"
    assert (rows_of(report, "findings"), rows_of(report, "days")) == ([], [])
    assert "本周没有计分检查" in text_of(report)


# --- 月度督导总结


def test_a_month_worked_out_by_hand() -> None:
    report = month()
    values = report.values
    assert (values["score"], values["grade"], values["rank"], values["days_total"]) == ("92.5", "良", "1", "3")
    assert [(row["name"], row["days"], row["score"], row["deduction"]) for row in rows_of(report, "units")] == [
        ("客服部", "2", "87.5", "10"),
        ("环境部", "3", "94.7", "8"),
        ("合计", "3", "92.5", "18"),
    ]
    assert [tuple(row.values())[1:] for row in rows_of(report, "items")] == [
        ("B1 楼梯口", "2", "3", "8", "66.7%", "66.7%"),
        ("A1 着装", "1", "6", "10", "33.3%", "100.0%"),
    ]
    assert column(report, "causes", "name") == ["培训不到位", "未填原因"]
    assert [(row["count"], row["chain"]) for row in rows_of(report, "repeats")] == [("第2次", "W1 → W2")]
    assert (values["asked_total"], values["closed_total"], values["closing_rate"]) == ("2", "1", "50.0%")
    assert (values["on_time"], values["passed"]) == ("50.0%", "50.0%")
    assert column(report, "overdue", "overdue") == ["21"]
    assert [tuple(row.values()) for row in rows_of(report, "penalties")] == [
        ("客服部", "1", "1", "2"),
        ("合计", "1", "1", "2"),
    ]
    assert values["plan_done"] == "本月计划检查 2 次，已实施 1 次，完成率 50.0%。"
    assert column(report, "plans", "day") == ["9月1日"]


def test_sentences_carry_the_figures() -> None:
    said = "".join(map(str, month().values["sentences"]))  # type: ignore[arg-type]  # a list of texts
    assert "2014年8月计分检查 3 日，月得分 92.5，等级良，排名第 1（1 个项目参加排名）" in said
    assert "上月没有得分，不作比较" in said
    assert "发现问题 3 个（9 处），扣 18 分" in said
    assert "问题最多的是环境部（2 个，占 66.7%）" in said
    assert "重复问题 1 个，占 33.3%" in said
    assert "要求整改 2 项，截至2014年8月29日关闭 1 项（关闭率 50.0%）" in said
    assert "样本小，升降仅供参考" in said


TWO_MONTHS = """
检查记录
检查编号 | 项目 | 检查日期 | 班次
J1 | 凤鸣华府 | 2014-7-14 | 白班
J2 | 凤鸣华府 | 2014-8-18 | 白班

问题登记
问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数 | 位置 | 问题描述
W1 | J1 | 环境部 | B1 | 不合格 | 2 | 大堂 | 杂物堆放较多
W2 | J2 | 环境部 | B1 | 不合格 | {count} | 大堂 | 杂物堆放较多
"""


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, "得分较上月（94.4）上升 2.8 分"),  # 2 of 50 points at .7 of the weight
        (2, "得分与上月（94.4）持平"),
        (3, "得分较上月（94.4）下降 2.8 分"),
    ],
)
def test_up_down_or_unchanged_against_last_month(count: int, expected: str) -> None:
    text = text_of(month(TWO_MONTHS.format(count=count)))
    assert expected in text
    assert "上月问题 1 个" in text


def test_absent_parts_are_named() -> None:
    assert str(month().values["not_included"]).startswith("未计入：投诉、报修、满意度")


def test_a_draft_until_the_last_working_day() -> None:
    assert month(as_of=date(2014, 8, 28)).values["draft"] == "草稿"  # 8-29 is the last working day
    assert month(as_of=date(2014, 8, 29)).values["draft"] == ""
    final = monthly_reports(scene_of(MONTH, date(2014, 8, 28), final=True), AUGUST)[0][0]
    assert final.values["draft"] == ""


def test_unknown_holidays_are_noted() -> None:
    assert month().values["holiday_note"] == ""
    without = MONTH.replace("2014-9-8 | 休", "2015-9-8 | 休")
    assert month(without).values["holiday_note"] == "未核节假日"


def test_an_empty_month() -> None:
    reports, problems = monthly_reports(scene_of(MONTH), Month(2014, 3))
    assert problems == []
    assert [r.community for r in reports][:3] == ["凤鸣华府", "瑞景华庭", "阳光美地"]
    assert "2014年3月没有计分检查，不计得分" in text_of(reports[0])
    assert "参加统计的项目 3 个，都没有得分" in text_of(reports[3])


def test_the_company_is_the_sum_of_its_communities() -> None:
    *parts, company = monthly_reports(scene_of(MONTH), AUGUST)[0]
    assert (company.name, company.values["company_wide"]) == ("2014-08 公司", True)
    assert company.values["score"] == "96.3"  # (92.5 + 100.0) / 2 = 96.25
    for field in ("findings_total", "deduction", "asked_total", "closed_total", "open_total", "overdue_total"):
        found = [Decimal(str(part.values[field])) for part in parts if part.values[field] != "—"]
        assert Decimal(str(company.values[field])) == sum(found), field
    assert column(company, "units", "name") == ["凤鸣华府", "瑞景华庭", "阳光美地", "合计"]


# --- sums


def test_figures_equal_the_sums_of_their_rows() -> None:
    weekly, monthly = week(), month()
    (paper, *_), _ = confirmations(scene_of(MONTH), AUGUST)
    for report, rows in ((weekly, "departments"), (weekly, "findings"), (weekly, "days"), (paper, "findings")):
        assert total(report, rows, "deduction") == Decimal(str(report.values["deduction_total"])), rows
    for rows in ("units", "days", "items", "causes", "by_department"):
        assert total(monthly, rows, "deduction") == Decimal(str(monthly.values["deduction"])), rows
        assert total(monthly, rows, "findings") == Decimal(str(monthly.values["findings_total"])), rows
    scores = scene_of(MONTH).scores(AUGUST).communities[0]
    assert [row["deduction"] for row in rows_of(paper, "departments")] == ["10", "8", "18"]
    for part in scores.departments:
        own = [Decimal(r["deduction"]) for r in rows_of(paper, "findings") if r["department"] == part.name]
        assert sum(own) == part.deduction


# --- 扣分明细确认单


def test_every_deduction_says_how_it_came_about() -> None:
    (report, *_), problems = confirmations(scene_of(MONTH), AUGUST)
    assert problems == []
    assert [(row["formula"], row["repeat"], row["deduction"]) for row in rows_of(report, "findings")] == [
        ("2 × 2 处 = 4", "", "4"),
        ("2 × 1 处 × 2 倍 = 4", "第2次，重复自 W1", "4"),
        ("2 × 6 处 = 12（封顶，计 10）", "", "10"),
    ]
    assert column(report, "days", "score") == ["94.4", "86.9", "100.0"]


def test_an_adjustment_and_an_item_that_left_are_told() -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期 | 未检条款 | 班次
    J1 | 凤鸣华府 | 2014-8-4 | A2 | 白班

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 扣分调整 | 调整原因 | 问题描述
    W1 | J1 | 客服部 | A1 | 不合格 | -1.5 | 张三已当场改正 | 未着工装上岗
    W2 | J1 | 客服部 | A2 | 不合格 | | | 档案没有归档
    W3 | J1 | 环境部 | B1 | 不合格 | -9 | 误判 | 楼梯口有杂物

    人员
    工号 | 姓名
    R1 | 张三
    """
    (report,), _ = confirmations(scene_of(test_an_adjustment_and_an_item_that_left_are_told.__doc__ or ""), AUGUST)
    assert [(row["formula"], row["deduction"]) for row in rows_of(report, "findings")] == [
        ("2 × 1 处 − 调整 1.5 = 0.5", "0.5"),
        ("该条款当日未计（未检、不适用或非本班次），不扣分", "0"),
        ("2 × 1 处 − 调整 9 = -7（不低于 0，计 0）", "0"),
    ]
    assert rows_of(report, "findings")[0]["reason"] == "张*已当场改正"


def test_nothing_to_confirm_is_a_reminder() -> None:
    reports, (problem,) = confirmations(scene_of(MONTH), Month(2014, 3))
    assert (reports, problem.code, problem.is_error) == ([], "nothing-to-report", False)


# --- 值班评估


def test_the_day_is_prefilled_and_what_people_typed_wins() -> None:
    (report,), problems = duty_reports(scene_of(MONTH), date(2014, 8, 11))
    assert problems == []
    assert [(row["name"], row["grade"]) for row in rows_of(report, "heads")] == [
        ("公共环境", "良"),
        ("秩序部现场各岗位服务", "—"),
        ("客服中心接待与报事", "差"),
        ("工程维修", "—"),
    ]
    assert column(report, "heads", "situation") == [
        "问题 1 个（1 处）：1栋大堂楼梯口又堆放杂物。",
        "未检。",
        "问题 1 个（6 处）：客服中心前台六人未着工装。",
        "未检。",
    ]
    values = report.values
    assert (values["penalty_numbers"], values["rectification_numbers"]) == ("品罚〔2014〕1号", "品改〔2014〕2号")
    assert (values["findings_total"], values["overall"], values["coverage"]) == ("2", "中", "—")
    typed = (
        MONTH
        + "\n值班评估\n项目 | 日期 | 天气 | 公共环境评价 | 客服中心情况 | 综合评价\n凤鸣华府 | 2014-8-11 | 晴 | 优 | 已谈话 | 差\n"
    )
    (report,), _ = duty_reports(scene_of(typed), date(2014, 8, 11))
    assert column(report, "heads", "grade") == ["优", "—", "差", "—"]
    assert column(report, "heads", "situation")[2] == "已谈话"
    assert (report.values["weather"], report.values["overall"]) == ("晴", "差")


def test_coverage_is_signed_posts_of_those_that_must() -> None:
    signed = (
        MONTH
        + """
位置
项目 | 位置名称 | 是否应签岗位
凤鸣华府 | 东门岗 | 是
凤鸣华府 | 西门岗 | 是
凤鸣华府 | 监控中心 | 是
凤鸣华府 | 3栋大堂 |

岗位签署
项目 | 日期 | 岗位 | 当值人 | 签署时间 | 在岗状态
凤鸣华府 | 2014-8-11 | 东门岗 | 李四 | 9:10 | 在岗
凤鸣华府 | 2014-8-11 | 东门岗 | 李四 | 9:10 | 在岗
凤鸣华府 | 2014-8-11 | 西门岗 | | | 缺岗
凤鸣华府 | 2014-8-11 | 3栋大堂 | 李四 | 9:30 | 在岗
"""
    )
    (report,), _ = duty_reports(scene_of(signed), date(2014, 8, 11))
    assert report.values["coverage"] == "1/3（33.3%）"
    assert report.values["posts_missing"] == "未签岗位：西门岗、监控中心"


def test_a_day_without_anything_is_a_reminder() -> None:
    reports, (problem,) = duty_reports(scene_of(MONTH), date(2014, 8, 1))
    assert (reports, problem.code) == ([], "nothing-to-report")


# --- 月度评估与排名通报


def test_the_circular_ranks_and_says_who_is_not_ranked() -> None:
    (report,), problems = ranking_reports(scene_of(MONTH), AUGUST)
    assert problems == []
    assert [(row["rank"], row["name"], row["score"]) for row in rows_of(report, "ranking")] == [
        ("1", "凤鸣华府", "92.5")
    ]
    assert [(row["name"], row["reason"]) for row in rows_of(report, "unranked")] == [
        ("瑞景华庭", "样本不足：检查 1 日，少于 2 日"),
        ("阳光美地", "样本不足：检查 0 日，少于 2 日"),
    ]


# --- a community with errors


def test_a_blocked_community_gets_no_report_and_the_others_go_on() -> None:
    scene = scene_of(BLOCKED)
    for make, period in ((weekly_reports, WEEK33), (duty_reports, date(2014, 8, 11))):
        reports, problems = make(scene, period)
        assert "凤鸣华府" not in {report.community for report in reports}
        assert [(p.code, p.is_error, p.cell.address) for p in problems] == [("report-withheld", True, "F4")]
    for monthly in (monthly_reports, confirmations):
        reports, (problem,) = monthly(scene, AUGUST)
        assert "凤鸣华府" not in {report.community for report in reports}
        assert "瑞景华庭" in {report.community for report in reports}
        assert "凤鸣华府" in problem.message
    company = monthly_reports(scene, AUGUST)[0][-1]
    assert company.values["held"] == "未列入的项目：凤鸣华府（有错误，改正后重出）。"
    (circular,), (problem,) = ranking_reports(scene, AUGUST)
    assert rows_of(circular, "unranked")[0]["reason"] == "有错误未计分：1 处错误待改正"
    assert len(weekly_reports(scene, date(2014, 7, 1))[1]) == 0


# --- names and money


def test_no_full_name_and_no_money_in_anything_circulated() -> None:
    scene = scene_of(MONTH)
    reports = [
        *weekly_reports(scene, WEEK33)[0],
        *monthly_reports(scene, AUGUST)[0],
        *ranking_reports(scene, AUGUST)[0],
    ]
    for report in reports:
        for word in ("张三丰", "李四", "欧阳明月", "罚款", "50元", "五十元"):
            assert word not in text_of(report), (report.name, word)
    assert "保洁员李*在场" in text_of(month())


@given(
    st.lists(st.text(alphabet="张三李四王欧阳", min_size=2, max_size=4), max_size=5),
    st.text("张三李四王欧阳在岗。"),
)
def test_masking_leaves_no_full_name(names: list[str], text: str) -> None:
    masked = mask_names(text, names)
    assert not any(name in masked for name in names)
    assert mask_names(text, []) == text


def test_masking_takes_the_longer_name_first() -> None:
    assert mask_names("员工甲一与员工甲在岗", ["员工甲", "员工甲一"]) == "员*与员*在岗"
    assert (mask_name(" 李四 "), mask_name("")) == ("李*", "")


def test_a_locked_month_says_what_was_locked_and_knows_later_communities() -> None:
    locked = (
        MONTH
        + """
得分
月份 | 项目 | 部门 | 检查日数 | 扣分 | 得分 | 等级 | 排名 | 红线数 | 状态
2014-08 | 凤鸣华府 | 合计 | 3 | 18 | 91.1 | 良 | 1 | 0 | 锁定
2014-08 | 凤鸣华府 | 客服部 | 2 | 10 | 87.5 | 中 | | 0 | 锁定
"""
    )
    first, second, *_ = monthly_reports(scene_of(locked, date(2014, 8, 20)), AUGUST)[0]
    assert (first.values["score"], first.values["draft"]) == ("91.1", "")
    assert (second.community, second.values["rank"]) == ("瑞景华庭", "—")
