"""供应商考核: figures worked out by hand, rules, settlement, and the paper for both parties."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pinzhi_xl.documents.design import BUILDERS
from pinzhi_xl.documents.engine import render
from pinzhi_xl.documents.text import squeeze
from pinzhi_xl.indicators import BY_NAME, Scope
from pinzhi_xl.month import Month
from pinzhi_xl.papers import Report
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.settings import DEFAULT_SETTINGS, Settings
from pinzhi_xl.sheets.suppliers import SupplierReview
from pinzhi_xl.summary.suppliers import supplier_reviews
from pinzhi_xl.supplier_columns import figures_by_row, supplier_edits
from pinzhi_xl.suppliers.figures import Figures, Reviewer
from pinzhi_xl.suppliers.standard import Standard, default_rows
from pinzhi_xl.suppliers.streaks import streaks
from tests.paper_forms import FORMS
from tests.papers import paper_text
from tests.real.programs import pdf_pages, schema_errors
from tests.reports import column, rows_of, scene_of, text_of
from tests.tables import book_of

AUGUST = Month(2014, 8)
AS_OF = date(2014, 8, 29)

# 环境部 8-04: 50 − 4 = 46/50 = 92; 8-11: 48/50 = 96; month 94.0 → 作业质量 30 × 6% = 1.8
# rectifications due in August: W1 late, W2 in time → 整改及时 15 × 1/2 = 7.5
# 缺岗 6 → 10; 着装 2; 投诉 2 → 2; 培训 1 → 10 + 2 + 1.8 + 7.5 + 2 + 1 = 24.3; 100 − 24.3 + 3 = 78.7
# 扣款法 (85 − 78.7) × 1% = 6.3% of 10000 = 630.00; 得分率法 75–85 → 95%, 5% = 500.00
RECORDS = """
参数
名称 | 取值
供应商按得分率结算 | {by_rate}

项目部门
项目 | 部门 | 供应商
凤鸣华府 | 环境部 | 甲保洁公司

人员
工号 | 姓名 | 项目 | 用工单位
R1 | 张三丰 | 凤鸣华府 | 甲保洁公司
R2 | 李四 | 凤鸣华府 |

检查记录
检查编号 | 项目 | 检查日期 | 检查人
J0 | 凤鸣华府 | 2014-8-4 | 王五
J1 | 凤鸣华府 | 2014-8-11 | 王五

问题登记
问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数 | 位置 | 问题描述 | 处置
W1 | J0 | 环境部 | B1 | 不合格 | 2 | 1栋大堂 | 楼梯口堆放杂物，保洁员张三丰在场 | 整改
W2 | J1 | 环境部 | B1 | 不合格 | 1 | 2栋大堂 | 楼梯口堆放杂物 | 整改
W3 | J1 | 客服部 | A1 | 不合格 | 1 | 客服中心 | 前台未着工装 | 处罚

违纪人员
问题编号 | 工号
W1 | R1
W3 | R2

整改跟踪
问题编号 | 整改期限 | 完成日期
W1 | 2014-8-8 | 2014-8-9
W2 | 2014-8-15 | 2014-8-14

"""
REVIEW = """
供应商考核
月份 | 供应商 | 项目 | 服务类别 | 缺岗人次 | 着装礼仪 | 有效投诉次数 | 培训 | 加分 | 扣分加分说明 | 当月服务费 | 合同依据
2014-08 | 甲保洁公司 | 凤鸣华府 | 清洁 | 6 | 2 | 2 | 1 | 3 | 队长张三丰迟到 | 10000 | FW-01 第8条
"""


def sheets(review: str = REVIEW, *, by_rate: str = "否") -> str:
    return RECORDS.format(by_rate=by_rate) + review


def figures(text: str) -> Figures:
    (found,) = figures_by_row(Facts(book_of(text)), AS_OF).values()
    return found


def found(text: str | Book, as_of: date = AS_OF) -> dict[str, list[str]]:
    """Code of the module → cells."""
    book = book_of(text) if isinstance(text, str) else text
    cells: dict[str, list[str]] = {}
    for problem in check(Scene(Facts(book), as_of)):
        if problem.code.startswith(("supplier-", "duplicate", "out-of", "required")):
            cells.setdefault(problem.code, []).append(problem.cell.address)
    return cells


def review(**cells: str) -> str:
    """The review with some cells otherwise; columns that are not there are added."""
    lines = [line.split(" | ") for line in REVIEW.strip().splitlines()[1:]]
    row = dict(zip(lines[0], lines[1], strict=True)) | cells
    return "\n供应商考核\n" + " | ".join(row) + "\n" + " | ".join(row.values()) + "\n"


def test_a_month_worked_out_by_hand() -> None:
    one = figures(sheets())
    assert [one.deductions[aspect] for aspect in one.deductions] == [
        Decimal(text) for text in ("10", "2", "1.8", "7.5", "2", "0", "1", "0")
    ]
    assert (one.inspected, one.on_time, one.due) == (Decimal("94.0"), 1, 2)
    assert (one.deducted, one.bonus, one.score) == (Decimal("24.3"), Decimal(3), Decimal("78.7"))
    assert (one.grade, one.held_rate, one.held) == ("合格", Decimal("6.3"), Decimal("630.00"))


def test_the_rate_of_pay_instead() -> None:
    one = figures(sheets(by_rate="是"))
    assert (one.pay_rate, one.held) == (Decimal(95), Decimal("500.00"))


def test_without_a_fee_there_is_no_amount() -> None:
    assert figures(sheets(review(当月服务费="", 合同依据=""))).held is None


@pytest.mark.parametrize(("count", "off"), [(0, 0), (1, 5), (5, 5), (6, 10), (10, 10), (11, 15), (200, 15)])
def test_absences(count: int, off: int) -> None:
    assert Standard(book_of("")).absences(count) == off


@pytest.mark.parametrize(("count", "off"), [(0, 0), (1, 1), (2, 2), (3, 6), (9, 6)])
def test_complaints(count: int, off: int) -> None:
    assert Standard(book_of("")).complaints(count) == off


@pytest.mark.parametrize(
    ("score", "rate", "grade"),
    [("95", 100, "优秀"), ("94.9", 98, "良好"), ("85", 98, "良好"), ("84.9", 95, "合格"), ("75", 95, "合格"),
     ("74.9", 90, "一般"), ("65", 90, "一般"), ("64.9", 80, "较差"), ("60", 80, "较差"), ("59.9", 70, "不合格")],
)  # fmt: skip
def test_rates_have_no_gap_between_their_steps(score: str, rate: int, grade: str) -> None:
    standard = Standard(book_of(""))
    assert (standard.pay_rate(Decimal(score)), standard.grade(Decimal(score))) == (Decimal(rate), grade)


@pytest.mark.parametrize(
    ("score", "held"), [("100", "0"), ("85", "0"), ("84.9", "0.1"), ("70", "15"), ("69.9", "20"), ("0", "20")]
)
def test_points_below_the_limit_cost_and_a_low_score_costs_a_fixed_rate(score: str, held: str) -> None:
    reviewer = Reviewer(Facts(book_of("")), AS_OF, lambda month: pytest.fail(str(month)))
    assert reviewer.held_rate(Decimal(score), DEFAULT_SETTINGS) == Decimal(held)
    changed = Settings(supplier_point_rate=Decimal(10))
    assert reviewer.held_rate(Decimal(70), changed) == 100  # 150% is no rate


def test_the_standard_of_the_sheet_takes_the_place_of_the_default_rule_by_rule() -> None:
    shown = """
    供应商考核标准
    规则 | 起点 | 取值
    缺岗扣分 | 1 | 3
    缺岗扣分 | 3 | 9
    """
    standard = Standard(book_of(shown))
    assert [standard.absences(n) for n in (0, 2, 3)] == [0, 3, 9]
    assert standard.complaints(3) == 6
    assert standard.total == 100 == sum(row.value or 0 for row in default_rows() if row.aspect)


def test_the_bonus_is_capped_and_the_total_too() -> None:
    text = sheets(review(加分="12", 缺岗人次="", 着装礼仪="", 有效投诉次数="", 培训=""))
    one = figures(text)  # 100 − 9.3 + 10
    assert (one.bonus, one.score) == (Decimal(10), Decimal(100))
    assert "supplier-bonus-capped" in found(text)
    assert "supplier-bonus-capped" not in found(sheets(review(加分="10")))


def test_low_months_in_a_row() -> None:
    """
    供应商考核
    月份 | 供应商 | 项目 | 服务类别
    2014-05 | 甲 | 凤鸣华府 | 保洁
    2014年6月 | 甲 | 凤鸣华府 | 保洁
    2014-08 | 甲 | 凤鸣华府 | 保洁
    2014-08 | 甲 | 凤鸣华府 | 保安
    """
    rows = book_of(test_low_months_in_a_row.__doc__ or "").rows(SupplierReview)
    scores = [Decimal("69.9"), Decimal("60"), Decimal("69.9"), Decimal("70")]
    assert streaks(zip(rows, scores, strict=True), Decimal(70)) == {2: 1, 3: 2, 4: 1, 5: 0}


def test_two_low_months_are_told() -> None:
    low = [("连续低于70", "2"), ("得分", "60")]
    assert found(sheets(review(**dict(low)))).get("supplier-below-floor")
    assert "supplier-below-floor" not in found(sheets(review(连续低于70="1")))


def test_columns_are_written_once_and_a_settled_review_stays() -> None:
    edits = {edit.label: edit.value for edit in supplier_edits(Facts(book_of(sheets())), AS_OF)}
    assert (edits["得分"], edits["扣款金额"], edits["连续低于70"]) == (Decimal("78.7"), Decimal("630.00"), 0)
    written = review(**{label: str(value) for label, value in edits.items()})
    assert list(supplier_edits(Facts(book_of(sheets(written))), AS_OF)) == []
    settled = review(状态="已结算", 得分="90", 对方签字="钱先生", 签字日期="2014-8-31")
    assert list(supplier_edits(Facts(book_of(sheets(settled))), AS_OF)) == []


def test_a_wrong_row_or_month_is_not_scored() -> None:
    assert figures_by_row(Facts(book_of(sheets(review(着装礼仪="11")))), AS_OF) == {}
    wrong_month = sheets().replace("W2 | J1 | 环境部 | B1", "W2 | J1 | 环境部 | X9")
    assert figures_by_row(Facts(book_of(wrong_month)), AS_OF) == {}
    _, problems = supplier_reviews(scene_of(wrong_month, AS_OF), AUGUST)
    assert [problem.code for problem in problems] == ["supplier-unscored"]


CASES = {
    "supplier-month-unreadable": ({"月份": "八月"}, {"月份": "2014年8月"}),
    "supplier-month-ahead": ({"月份": "2014-09"}, {"月份": "2014-08"}),
    "supplier-unknown": ({"供应商": "乙公司"}, {"供应商": "甲保洁公司"}),
    "supplier-other-department": ({"部门": "客服部"}, {"部门": "环境部"}),
    "supplier-over-points": ({"着装礼仪": "10.5"}, {"着装礼仪": "10"}),
    "supplier-fee-without-contract": ({"合同依据": ""}, {"合同依据": "", "当月服务费": ""}),
    "supplier-signature-undated": ({"对方签字": "钱先生"}, {"对方签字": "钱先生", "签字日期": "2014-8-31"}),
    "supplier-signed-before-month-end": (
        {"对方签字": "钱先生", "签字日期": "2014-8-30"},
        {"对方签字": "钱先生", "签字日期": "2014-8-31"},
    ),
    "supplier-unsigned": ({"状态": "已结算"}, {"状态": "有异议"}),
    "supplier-settled-unscored": ({"状态": "已结算"}, {"状态": "已结算", "得分": "90"}),
    "supplier-unexplained": ({"扣分加分说明": ""}, {"扣分加分说明": "缺岗"}),
    "supplier-uninspected": ({"月份": "2014-07"}, {"月份": "2014-08"}),
}


@pytest.mark.parametrize("code", CASES)
def test_a_rule_finds_it_and_nothing_else_that_is_near(code: str) -> None:
    wrong, right = CASES[code]
    assert code in found(sheets(review(**wrong)))
    assert code not in found(sheets(review(**right)))


def test_one_review_a_month_however_it_is_written() -> None:
    """
    供应商考核
    月份 | 供应商 | 项目 | 服务类别
    2014-08 | 甲保洁公司 | 凤鸣华府 | 保洁
    2014年8月 | 甲保洁公司 | 凤鸣华府 | 清洁
    2014-08 | 甲保洁公司 | 凤鸣华府 | 保安
    """
    assert found(sheets(test_one_review_a_month_however_it_is_written.__doc__ or ""))["supplier-twice"] == ["D3"]


def test_staff_of_a_supplier_are_dealt_with_in_its_review() -> None:
    july = review(月份="2014-07")
    assert found(sheets(july), date(2014, 9, 1))["supplier-not-reviewed"] == ["A2"]
    assert "supplier-not-reviewed" not in found(sheets(july), AS_OF)  # August is not over
    assert "supplier-not-reviewed" not in found(sheets(), date(2014, 9, 1))
    assert found(sheets(""), date(2014, 9, 1)) == {}  # the module is not in use


def test_rows_of_the_standard_are_complete() -> None:
    """
    供应商考核标准
    规则 | 考核项 | 起点 | 取值
    分值 | | 0 | 5
    缺岗扣分 | | | 5
    分值 | 培训 | 0 | 100
    """
    codes = found(test_rows_of_the_standard_are_complete.__doc__ or "")
    assert codes["supplier-standard-without-aspect"] == ["B2"]
    assert codes["supplier-step-without-start"] == ["C3"]
    assert "supplier-points-not-100" not in codes


def test_points_that_do_not_make_100_are_told() -> None:
    shown = "\n供应商考核标准\n规则 | 考核项 | 起点 | 取值\n分值 | 培训 | 0 | 99\n"
    assert "supplier-points-not-100" in found(shown)


def test_the_indicator_is_the_mean_of_the_scores_and_nothing_without_one() -> None:
    """
    供应商考核
    月份 | 供应商 | 项目 | 服务类别 | 得分 | 状态
    2014-07 | 甲 | 凤鸣华府 | 保洁 | 80 |
    2014-08 | 甲 | 凤鸣华府 | 保洁 | 90 |
    2014-08 | 甲 | 凤鸣华府 | 保安 | 77 |
    2014-08 | 甲 | 瑞景华庭 | 保安 | 10 |
    2014-08 | 甲 | 凤鸣华府 | 绿化 | 10 | 作废
    """
    facts = Facts(book_of(test_the_indicator_is_the_mean_of_the_scores_and_nothing_without_one.__doc__ or ""))
    indicator = BY_NAME["供应商得分"]
    scope = Scope(["凤鸣华府"], AUGUST.first, AUGUST.last, AS_OF)
    assert indicator.value(facts, scope) == Decimal("83.5")
    assert indicator.value(facts, Scope(["阳光美地"], AUGUST.first, AUGUST.last, AS_OF)) is None


def made() -> Report:
    (report,), problems = supplier_reviews(scene_of(sheets(), AS_OF), AUGUST)
    assert problems == []
    return report


def printed(folder: Path, form: str) -> Path:
    template = folder / "供应商月度考核表.docx"
    template.write_bytes(BUILDERS[template.name]())
    path = folder / "paper.docx"
    path.write_bytes(render(template, FORMS[form](made())))
    return path


def test_the_paper_rests_on_the_contract_and_punishes_nobody() -> None:
    report = made()
    assert report.name == "2014-08 甲保洁公司 凤鸣华府 保洁"
    text = text_of(report)
    assert "依据服务合同（FW-01 第8条）" in text
    assert "不是对员工的处罚" in text
    assert "当月服务费 10,000.00 元，扣款 630.00 元（人民币陆佰叁拾元整），应付 9,370.00 元。" in text
    assert column(report, "aspects", "deduction") == ["10", "2", "1.8", "7.5", "2", "0", "1", "0"]
    assert column(report, "offences", "finding") == ["W1"]  # R2 is the company's own
    assert [row["who"] for row in rows_of(report, "offences")] == ["张*"]
    assert "张三丰" not in text


def test_a_month_without_review_is_told() -> None:
    reports, problems = supplier_reviews(scene_of(sheets(), AS_OF), Month(2014, 7))
    assert (list(reports), [p.code for p in problems]) == ([], ["no-supplier-review"])


@pytest.mark.parametrize("form", FORMS)
def test_the_paper_is_valid(tmp_path: Path, form: str) -> None:
    assert schema_errors(printed(tmp_path, form)) == []


def test_every_value_is_printed_on_at_most_two_pages(tmp_path: Path) -> None:
    path = printed(tmp_path, "usual")
    text = squeeze(paper_text(path.read_bytes()))
    for name, value in made().values.items():
        if isinstance(value, str):
            assert squeeze(value) in text, name
    assert "供应商盖章" in text
    assert len(pdf_pages(path, tmp_path)) <= 2
