"""指标, 目标, 月度评估, 年度考核: every figure worked out by hand from the sheets shown."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from pinzhi_xl.appraisal.review import composite, review_month
from pinzhi_xl.appraisal.yearly import YearOf, ranked
from pinzhi_xl.indicators import BY_NAME, INDICATORS, Scope
from pinzhi_xl.month import Month
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.scoring import score_month
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.appraisal import IndicatorValue, MonthlyReview, Target
from pinzhi_xl.workbook.read import read_book
from tests.masters import call, master_with
from tests.papers import paper_text
from tests.real.programs import schema_errors
from tests.tables import book_of, book_shown_in

WEIGHTS = {
    "inspection": Decimal(60),
    "rectification": Decimal(15),
    "service": Decimal(15),
    "satisfaction": Decimal(10),
}
AUGUST = (date(2014, 8, 1), date(2014, 8, 31), date(2014, 8, 31))


def value(name: str, facts: Facts, *communities: str, department: str = "") -> Fraction | None:
    return BY_NAME[name].value(facts, Scope(communities or ["凤鸣华府"], *AUGUST, department))


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((95, 80, 90, 85), Fraction("91")),  # 0.60×95 + 0.15×80 + 0.15×90 + 0.10×85 = 57 + 12 + 13.5 + 8.5
        ((95, 80, None, None), Fraction("92")),  # (60×95 + 15×80) ÷ 75 = (5700 + 1200) ÷ 75
        ((None, None, 90, None), Fraction("90")),
        ((None, None, None, None), None),
        ((0, 100, 100, 100), Fraction("40")),
    ],
)
def test_what_is_absent_leaves_the_weights(parts: tuple[int | None, ...], expected: Fraction | None) -> None:
    named = {name: None if part is None else Fraction(part) for name, part in zip(WEIGHTS, parts, strict=True)}
    assert composite(named, WEIGHTS) == expected


def test_the_core_indicators() -> None:
    """
    督导计划
    计划编号 | 项目 | 检查类型 | 计划日期 | 状态 | 取消原因
    P1 | 凤鸣华府 | 全面巡检 | 2014-8-4 | |
    P2 | 凤鸣华府 | 全面巡检 | 2014-8-11 | |
    P3 | 凤鸣华府 | 全面巡检 | 2014-8-18 | 已取消 | 台风
    P4 | 凤鸣华府 | 全面巡检 | 2014-8-25 | |

    检查记录
    检查编号 | 计划编号 | 项目 | 检查日期
    J1 | P1 | 凤鸣华府 | 2014-8-4
    J2 | P2 | 凤鸣华府 | 2014-8-11

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 位置 | 问题描述 | 处置
    W1 | J1 | 客服部 | A1 | 不合格 | 前台 | 工牌没有佩戴 | 整改
    W2 | J1 | 环境部 | B1 | 不合格 | 3栋 | 楼梯口堆放杂物 | 整改
    W3 | J2 | 环境部 | B1 | 不合格 | 3栋 | 楼梯口堆放杂物 | 整改

    整改跟踪
    问题编号 | 整改期限 | 完成日期 | 复查日期 | 复查结论 | 整改编号 | 签发日期
    W1 | 2014-8-7 | 2014-8-6 | 2014-8-8 | 整改完成 | N1 | 2014-8-4
    W2 | 2014-8-7 | 2014-8-9 | 2014-8-10 | 二次整改 | N2 | 2014-8-4
    W3 | 2014-8-14 | | | | N3 | 2014-8-11

    位置
    项目 | 位置名称 | 是否应签岗位
    凤鸣华府 | 东门岗 | 是
    凤鸣华府 | 西门岗 | 是

    岗位签署
    项目 | 日期 | 岗位 | 当值人 | 签署时间
    凤鸣华府 | 2014-8-4 | 东门岗 | 员工甲 | 9:40
    凤鸣华府 | 2014-8-4 | 西门岗 | 员工乙 | 9:50
    凤鸣华府 | 2014-8-11 | 东门岗 | 员工甲 | 9:40
    """
    facts = Facts(book_shown_in(test_the_core_indicators))
    assert value("督导计划完成率", facts) == Fraction(
        200, 3
    )  # P1, P2 of P1, P2, P4; P3 was cancelled with a reason
    assert value("整改率", facts) == Fraction(100, 3)  # W1 of three
    assert value("整改及时率", facts) == Fraction(100, 3)  # W1 in time, W2 late, W3 not done
    assert value("逾期率", facts) == Fraction(200, 3)  # W3, and W2, which was sent back: its row says 逾期 too
    assert value("一次复查合格率", facts) == 50  # W1 of W1, W2
    assert value("重复问题率", facts) == Fraction(100, 3)  # W3 repeats W2
    assert value("岗位签署覆盖率", facts) == 75  # 2 of 2 and 1 of 2
    assert value("整改率", facts, department="客服部") == 100
    assert value("整改率", facts, department="环境部") == 0
    assert value("重复问题率", facts, department="环境部") == 50
    assert value("整改率", facts, "阳光美地") is None


def test_nothing_to_divide_by_is_no_figure_for_any_indicator() -> None:
    facts = Facts(book_of(""))
    for indicator in INDICATORS:
        found = indicator.value(facts, Scope(["凤鸣华府"], *AUGUST))
        assert found in (None, 0), indicator.name
        assert found is None or indicator.count(facts, Scope(["凤鸣华府"], *AUGUST)).whole == 1, indicator.name


def test_every_indicator_has_a_name_of_its_own_a_formula_and_a_unit() -> None:
    assert len(BY_NAME) == len(INDICATORS)
    assert all(indicator.formula and indicator.serves for indicator in INDICATORS)


def test_a_target_of_no_indicator_and_one_above_a_hundred_are_errors() -> None:
    """
    目标
    年度 | 指标 | 项目 | 目标值
    2014 | 整改率 | | 100
    2014 | 整改率 | 凤鸣华府 | 101
    2014 | 整改利率 | | 90
    """
    book = book_shown_in(test_a_target_of_no_indicator_and_one_above_a_hundred_are_errors)
    problems = [p for p in check(Scene(Facts(book), date(2014, 8, 29))) if p.cell.sheet == "目标"]
    assert [(p.code, p.cell.row) for p in problems] == [("target-above-hundred", 3), ("unknown-indicator", 4)]


@pytest.mark.parametrize(("year", "told"), [("2014", []), ("2013", ["no-targets"])])
def test_a_year_without_targets_is_told_once_the_module_is_on(year: str, told: list[str]) -> None:
    text = f"参数\n名称 | 取值\n启用模块 | 评估考核\n\n目标\n年度 | 指标 | 目标值\n{year} | 整改率 | 90\n"
    problems = check(Scene(Facts(book_of(text)), date(2014, 8, 29)))
    assert [p.code for p in problems if p.cell.sheet == "目标"] == told


MASTER = """
参数
名称 | 取值
启用模块 | 评估考核

项目
项目名称
凤鸣华府
瑞景华庭

检查记录
检查编号 | 项目 | 检查日期 | 未检部门
J1 | 凤鸣华府 | 2014-8-4 | 设备维护部、管理处、秩序维护部、监控室
J2 | 凤鸣华府 | 2014-8-11 | 设备维护部、管理处、秩序维护部、监控室
J3 | 瑞景华庭 | 2014-8-4 | 设备维护部、管理处、秩序维护部、监控室
J4 | 瑞景华庭 | 2014-8-11 | 设备维护部、管理处、秩序维护部、监控室

问题登记
问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数 | 位置 | 问题描述 | 处置
W1 | J1 | 客服部 | KF01 | 不合格 | 3 | 客服中心 | 前台无人值守时间较长 | 整改
W2 | J1 | 客服部 | KF01 | 不合格 | 3 | 客服中心 | 工牌没有佩戴 | 整改
W3 | J1 | 环境部 | HJ06 | 不合格 | 1 | 3栋大堂 | 楼梯口堆放杂物 | 整改

整改跟踪
问题编号 | 责任人 | 整改期限 | 完成日期 | 复查日期 | 复查结论 | 整改编号 | 签发日期
W1 | 员工甲 | 2014-8-7 | 2014-8-6 | 2014-8-8 | 整改完成 | N1 | 2014-8-4
W2 | 员工甲 | 2014-8-7 | 2014-8-6 | 2014-8-8 | 整改完成 | N1 | 2014-8-4
W3 | 员工乙 | 2014-8-7 | 2014-8-9 | | | N2 | 2014-8-4

目标
年度 | 指标 | 项目 | 目标值
2014 | 整改率 | | 60
2014 | 整改率 | 凤鸣华府 | 70
2014 | 逾期率 | | 5
"""


def test_a_month_is_reviewed_by_department_and_community(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """凤鸣华府: 客服部 KF01 capped at 10 of 100 points on the 4th: 90.0 and 100.0 → 95.0; 环境部 98.0 and 100.0 → 99.0
    (contract §4: w 15 and 20; (15×95 + 20×99) ÷ 35 = 97.2857 → 97.3).

    整改 of 客服部: 整改率 2/2, 及时率 2/2 → 100; of 环境部: 0/1 and 0/1 → 0; of the community: 整改率 2/3, 及时率 2/3 → 66.667.
    Composite over 60 and 15: 客服部 (60×95 + 15×100) ÷ 75 = 96.0; 环境部 (60×99 + 0) ÷ 75 = 79.2; community
    (60×97.3 + 15×66.667) ÷ 75 = 91.17 → 91.2. 瑞景华庭 has nothing but inspections: 100.0.
    """
    master = master_with(tmp_path / "总表.xlsx", MASTER)
    code, said = call(capsys, "review", master, "--month", "2014-08", "--as-of", "2014-08-29", "--json")
    assert (code, said["written"]) == (0, True)
    book = read_book(master)
    found = {(r.community, r.department): r for r in book.rows(MonthlyReview) if r.total is not None}
    assert {key: str(row.total) for key, row in found.items()} == {
        ("凤鸣华府", "客服部"): "96",
        ("凤鸣华府", "环境部"): "79.2",
        ("凤鸣华府", "合计"): "91.2",
        ("瑞景华庭", "客服部"): "100",
        ("瑞景华庭", "环境部"): "100",
        ("瑞景华庭", "合计"): "100",
    }
    own = found["凤鸣华府", "合计"]
    assert (own.grade, own.rank, own.missing) == ("良", 2, "投诉报修、满意度")
    assert found["瑞景华庭", "合计"].missing == "整改、投诉报修、满意度"
    rates = {(r.community, r.indicator): r for r in book.rows(IndicatorValue)}
    company, community = rates["合计", "整改率"], rates["凤鸣华府", "整改率"]
    assert (str(company.value), str(company.part), str(company.whole), company.met) == ("66.7", "2", "3", "是")
    assert (str(community.value), str(community.target), community.met) == ("66.7", "70", "否")
    assert (str(rates["合计", "逾期率"].value), rates["合计", "逾期率"].met) == ("0", "是")
    assert rates["瑞景华庭", "整改率"].value is None
    again = call(capsys, "review", master, "--month", "2014-08", "--as-of", "2014-08-29", "--json")[1]
    assert again["written"] is False


def test_a_community_with_too_few_inspections_is_reviewed_and_not_ranked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """瑞景华庭 without its visit of the 11th has one inspection day of two: 100.0, but no rank (practice.md §1.6)."""
    master = master_with(
        tmp_path / "总表.xlsx",
        MASTER.replace("J4 | 瑞景华庭 | 2014-8-11 | 设备维护部、管理处、秩序维护部、监控室\n", ""),
    )
    call(capsys, "review", master, "--month", "2014-08", "--as-of", "2014-08-29", "--json")
    rows = [row for row in read_book(master).rows(MonthlyReview) if row.department == "合计"]
    found = {row.community: (str(row.total), row.rank) for row in rows if row.total is not None}
    assert found == {"凤鸣华府": ("91.2", 1), "瑞景华庭": ("100", None)}


def test_what_was_sent_back_and_is_late_again_is_overdue() -> None:
    """
    检查记录
    检查编号 | 项目 | 检查日期
    J1 | 凤鸣华府 | 2014-8-4

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 问题描述 | 处置
    W1 | J1 | 客服部 | A1 | 不合格 | 工牌没有佩戴 | 整改
    W2 | J1 | 客服部 | A2 | 不合格 | 前台无人值守 | 整改

    整改跟踪
    问题编号 | 整改期限 | 完成日期 | 复查日期 | 复查结论 | 二次期限 | 整改编号 | 签发日期
    W1 | 2014-8-7 | 2014-8-6 | 2014-8-8 | 二次整改 | 2014-8-12 | N1 | 2014-8-4
    W2 | 2014-8-7 | 2014-9-2 | | | | N1 | 2014-8-4

    As of 08-31: W1 was sent back on 08-08, was due again on 08-12 and is not done; W2 is done two days after that day.
    """
    facts = Facts(book_shown_in(test_what_was_sent_back_and_is_late_again_is_overdue))
    assert value("逾期率", facts) == Fraction(100)


def test_next_years_targets_are_drafted_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """整改率: 66.7 reached, 60 promised → 66.7; 逾期率: 0 reached, 5 promised → 0 (less is better)."""
    master = master_with(tmp_path / "总表.xlsx", MASTER)
    said = call(capsys, "review", master, "--year", "2014", "--as-of", "2014-12-31", "--json")[1]
    drafted = {row["indicator"]: row["value"] for row in said["targets"]}
    assert (drafted["整改率"], drafted["逾期率"]) == ("66.7", "0.0")
    rows = [row for row in read_book(master).rows(Target) if row.year == 2015]
    assert len(rows) == len(drafted)
    again = call(capsys, "review", master, "--year", "2014", "--as-of", "2014-12-31", "--json")[1]
    assert (again["targets"], again["written"]) == ([], False)


def test_half_a_call_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    master = master_with(tmp_path / "总表.xlsx", MASTER)
    assert call(capsys, "review", master)[0] == 2
    assert call(capsys, "review", master, "--month", "2014-08", "--year", "2014")[0] == 2


def test_a_year_has_its_means_halves_and_best_month() -> None:
    year = YearOf("凤鸣华府", {1: Decimal("90.0"), 3: Decimal("95.5"), 7: Decimal("95.5"), 12: Decimal("88.0")}, 1)
    assert year.mean() == Decimal("92.3")  # 369.0 ÷ 4 = 92.25, half-up
    assert year.halves == (Decimal("92.8"), Decimal("91.8"))  # 92.75, 91.75
    assert (year.best, year.worst) == ((3, Decimal("95.5")), (12, Decimal("88.0")))
    assert YearOf("空", {}).mean() is None
    years = [year, YearOf("乙", {1: Decimal("92.3")}), YearOf("丙", {1: Decimal("80")}), YearOf("丁", {})]
    assert ranked(years) == {"凤鸣华府": 1, "乙": 1, "丙": 3}


@pytest.mark.parametrize(
    ("kind", "option", "period", "expected"),
    [
        (
            "部门月度评估表",
            "--month",
            "2014-08",
            ("91.2", "整改、投诉报修、满意度", "66.7%", "检查 60%、整改 15%"),
        ),
        (
            "年度考核报告",
            "--year",
            "2014",
            ("97.3", "66.7%", "有目标的指标 2 项，达标 2 项", "2015年品质目标与计划"),
        ),
    ],
)
def test_the_papers_are_valid_and_say_the_figures(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    kind: str,
    option: str,
    period: str,
    expected: tuple[str, ...],
) -> None:
    master = master_with(tmp_path / "总表.xlsx", MASTER)
    code, said = call(capsys, "report", master, "--kind", kind, option, period, "--as-of", "2014-12-31", "--json")
    assert code == 0, said
    (paper,) = said["documents"]
    path = Path(paper["path"])
    text = paper_text(path.read_bytes())
    for words in expected:
        assert words in text, words
    assert schema_errors(path) == []


def test_a_community_with_errors_gets_no_review(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = MASTER.replace("W3 | J1 | 环境部 | HJ06", "W3 | J1 | 环境部 | HJ99")
    master = master_with(tmp_path / "总表.xlsx", wrong)
    said = call(capsys, "review", master, "--month", "2014-08", "--as-of", "2014-08-29", "--json")[1]
    rows = {(r["community"], r["department"]): r for r in said["reviews"]}
    assert (rows["凤鸣华府", "合计"]["total"], rows["凤鸣华府", "合计"]["status"]) == (None, "有错误未计分")
    assert rows["瑞景华庭", "合计"]["total"] == "100.0"


def test_a_department_answers_for_the_complaints_given_to_it() -> None:
    """
    投诉台账
    受理号 | 日期 | 时间 | 项目 | 内容 | 分类 | 有效性 | 级别 | 派发部门 | 响应日期 | 响应时间 | 承诺时限 | 处理结果 | 办结日期
    TS-1 | 2014-8-4 | 9:00 | 凤鸣华府 | 前台态度不好 | 服务态度 | 有效 | 一般 | 客服部 | 2014-8-4 | 10:00 | 2014-8-8 | 已道歉 | 2014-8-6
    TS-2 | 2014-8-4 | 9:00 | 凤鸣华府 | 楼道没有清扫 | 环境 | 有效 | 一般 | 环境部 | 2014-8-4 | 10:00 | 2014-8-8 | 已清扫 | 2014-8-12
    """
    facts = Facts(book_shown_in(test_a_department_answers_for_the_complaints_given_to_it))
    assert value("投诉及时率", facts) == 50
    assert value("投诉及时率", facts, department="客服部") == 100
    assert value("投诉及时率", facts, department="环境部") == 0
    assert value("投诉及时率", facts, department="监控室") is None
    month, as_of = Month(2014, 8), AUGUST[2]
    reviewed = review_month(facts, month, score_month(facts, month, set(), as_of).communities, as_of)
    parts = {one.department: one.parts["service"] for one in reviewed if one.community == "凤鸣华府"}
    assert parts == {"客服部": 100, "环境部": 0, "合计": 50}
