"""The buttons of the modules, pressed in a master that is open: what they write, make, refuse and take back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.half_year import HalfYear
from pinzhi_xl.sheets.appraisal import IndicatorValue, MonthlyReview
from pinzhi_xl.sheets.inspections import InspectionPlan
from pinzhi_xl.sheets.seminar import AgendaItem, Seminar
from pinzhi_xl.sheets.spot import SpotDraw
from pinzhi_xl.sheets.survey import Improvement
from pinzhi_xl.tasks.choosing import half_year_of
from pinzhi_xl.workbook.live_program import Selection
from tests.desk import ROWS, Desk
from tests.masters import master_with
from tests.real.calc_engine import CalcProgram
from tests.tables import book_of

TODAY = date(2014, 8, 29)
OF_MODULES = """
检查记录
检查编号 | 项目 | 检查日期 | 检查人 | 未检部门
J1 | 凤鸣华府 | 2014-8-4 | 员工丁 | 监控室、秩序维护部、管理处、设备维护部

问题登记
问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数 | 位置 | 问题描述 | 处置
W1 | J1 | 客服部 | KF01 | 不合格 | 3 | 客服中心 | 前台无人值守时间较长 | 整改
W2 | J1 | 客服部 | KF01 | 不合格 | 1 | 客服中心 | 前台又无人值守 | 整改
W3 | J1 | 客服部 | KF01 | 不合格 | 1 | 3栋大堂 | 大堂前台无人值守 | 整改

督导计划
计划编号 | 项目 | 计划日期 | 检查人 | 状态
P1 | 凤鸣华府 | 2014-8-25 | 员工丁 | 待执行

满意度调查
调查编号 | 期次 | 项目 | 入住户数 | 发放份数 | 回收份数 | 开始日期 | 结束日期 | 方式
M1 | 2014下半年 | 凤鸣华府 | 50 | 45 | 40 | 2014-7-10 | 2014-8-10 | 入户

满意度汇总
调查编号 | 维度 | 非常满意 | 满意 | 一般 | 不满意 | 非常不满意
M1 | 客服 | 10 | 10 | 15 | 3 | 2
M1 | 总体 | 20 | 18 | 2 | 0 | 0
"""


def rows_with(modules: str) -> str:
    """The rows of a desk with modules switched on in 参数."""
    return ROWS.replace("当前月份 | 2014-08", f"当前月份 | 2014-08\n启用模块 | {modules}") + OF_MODULES


@pytest.fixture
def opened(calc: CalcProgram, tmp_path: Path) -> Iterator[Desk]:
    """A master with all modules on."""
    calc.reset()
    yield Desk(calc, master_with(tmp_path / "总表.xlsx", rows_with("全部")))
    calc.reset()


@pytest.fixture
def plain(calc: CalcProgram, tmp_path: Path) -> Iterator[Desk]:
    """The same with one module on."""
    calc.reset()
    yield Desk(calc, master_with(tmp_path / "总表.xlsx", rows_with("投诉报修")))
    calc.reset()


def visible(desk: Desk) -> set[str]:
    return {sheet.name for sheet in desk.book.sheets if sheet.visible}


def setting_row(desk: Desk) -> int:
    names = desk.book.sheets["参数"].range((1, 1), (200, 1)).value
    return int(names.index("启用模块")) + 1


def state(desk: Desk) -> str:
    return desk.read().read().fingerprint


def test_modules_named_in_the_settings_are_shown_and_the_others_hidden(plain: Desk) -> None:
    """满意度 is not named either, but 满意度调查 holds a row: only the blank 满意度改进 is hidden."""
    assert not {"投诉台账", "报修工单"} & visible(plain)
    plain.book.sheets["满意度调查"].visible = True
    plain.book.sheets["满意度改进"].visible = True
    plain.press("PzModulesOn")
    assert {"投诉台账", "报修工单", "满意度调查"} <= visible(plain)
    assert not {"培训计划", "满意度改进"} & visible(plain)
    assert plain.status.startswith("已启用 投诉报修；显示 ")
    assert "隐藏 1 张没有数据的表" in plain.status
    assert "投诉台账、报修工单" in plain.asked()[0]

    plain.type("参数", setting_row(plain), 取值="培训")
    plain.press("PzModulesOn")
    assert not {"投诉台账", "报修工单"} & visible(plain)
    assert "培训计划" in visible(plain)


def test_a_setting_that_is_blank_or_names_no_module_is_shown(plain: Desk) -> None:
    plain.book.sheets["投诉台账"].visible = True
    before = visible(plain)
    plain.type("参数", setting_row(plain), 取值="投诉")
    plain.press("PzModulesOn")
    assert visible(plain) == before | {"参数"}  # hidden until somebody is led there
    assert "参数“启用模块”的取值“投诉”不能用" in plain.asked()[0]
    assert plain.cursor == f"参数!B{setting_row(plain)}"

    plain.calc.select(plain.book.sheets["使用说明"], "A1")
    plain.type("参数", setting_row(plain), 取值="")
    with pytest.raises(PinzhiError, match="没有启用任何模块"):
        plain.press("PzModuleReports")
    assert not (plain.path.parent / "输出").exists()
    plain.press("PzModulesOn")
    assert plain.cursor == f"参数!B{setting_row(plain)}"
    assert "写上它的名称（任务跟踪、专题会、" in plain.asked()[0]
    assert "投诉台账" not in visible(plain)


def test_a_module_that_is_off_is_refused_and_how_to_switch_it_on_is_said(plain: Desk) -> None:
    before = state(plain)
    wanted = {"PzReview": "评估考核", "PzSeminar": "专题会", "PzSurvey": "满意度", "PzDraw": "专项暗访"}
    for control, module in wanted.items():
        with pytest.raises(PinzhiError, match=f"请在“参数”的“启用模块”写上“{module}”"):
            plain.press(control)
    assert state(plain) == before
    assert plain.asked() == []


def test_a_lacking_sheet_is_refused_before_anything_is_asked(opened: Desk) -> None:
    wanted = {"PzReview": "月度评估", "PzSeminar": "专题会议题", "PzSurvey": "满意度改进", "PzDraw": "抽查抽取"}
    for sheet in wanted.values():
        opened.book.sheets[sheet].delete()
    before = state(opened)
    for control, sheet in wanted.items():
        with pytest.raises(PinzhiError, match=f"没有工作表“{sheet}”"):
            opened.press(control)
    assert state(opened) == before
    assert opened.asked() == []


def test_the_review_of_the_month_is_written_once_and_taken_back(opened: Desk) -> None:
    opened.type("问题登记", 4, 处数="两")
    opened.press("PzReview", "no")
    assert opened.status == "已取消，什么都没有改"
    opened.asked()
    opened.press("PzReview", "yes")
    question, after = opened.asked()
    assert question.startswith("把 2014-08 的指标和月度评估写入总表（")
    book = opened.read().read()
    reviews, indicators = book.rows(MonthlyReview), book.rows(IndicatorValue)
    assert {row.month for row in reviews} | {row.month for row in indicators} == {"2014-08"}
    assert f"已写“月度评估” {len(reviews)} 行、“指标” {len(indicators)} 行" in opened.status
    assert "行因数据有错误没有评分" in after
    opened.press("PzReview")
    assert opened.status.startswith("2014-08：月度评估没有变化")
    opened.press("PzUndo", "yes")
    assert not opened.read().read().rows(MonthlyReview)


def test_a_seminar_is_prepared_once_and_taken_back(opened: Desk) -> None:
    opened.press("PzSeminar", "yes")
    assert opened.asked()[0].startswith("将为 2014-08 的专题会写入：新会议 1 次、")
    book = opened.read().read()
    assert [row.number for row in book.rows(Seminar)] == ["ZT-201408-1"]
    topics = len(book.rows(AgendaItem))
    assert topics
    assert opened.status.startswith(f"会议 ZT-201408-1：新议题 {topics} 条，新任务 0 条")
    opened.press("PzSeminar")
    assert opened.status.startswith("2014-08 的专题会（ZT-201408-1）没有新的议题和任务")
    opened.press("PzUndo", "yes")
    assert not opened.read().read().rows(Seminar)


def test_improvements_of_the_half_year_are_drafted_once_and_taken_back(opened: Desk) -> None:
    """客服: 10 + 10 of 40 are content, 50 in the hundred; 总体: 38 of 40, 95."""
    opened.press("PzSurvey", "yes")
    (question, *_) = opened.asked()
    assert question.startswith("将在“满意度改进”里为 2014下半年 增加 1 项改进")
    (row,) = opened.read().read().rows(Improvement)
    assert (row.survey, row.dimension, str(row.satisfied_rate)) == ("M1", "客服", "50")
    assert opened.status.startswith("2014下半年：新起草 1 项改进，已有 0 项")
    opened.press("PzSurvey")
    assert opened.status.startswith("2014下半年：新起草 0 项改进，已有 1 项")
    opened.press("PzUndo", "yes")
    assert not opened.read().read().rows(Improvement)


def test_a_half_year_without_a_survey_says_what_to_do(opened: Desk) -> None:
    opened.type("满意度调查", 2, 期次="2014上半年", 结束日期="2014-6-10", 开始日期="2014-5-10")
    opened.press("PzSurvey")
    assert "2014下半年 没有登记满意度调查" in opened.asked()[0]
    sheet = opened.book.sheets["满意度调查"]
    sheet.visible = True
    sheet.activate()
    opened.calc.select(sheet, "C2")
    opened.press("PzSurvey", "yes")
    assert opened.status.startswith("2014上半年：新起草 1 项改进")


def test_which_half_year_is_meant() -> None:
    book = book_of(
        rows_with("满意度").replace("当前月份 | 2014-08", "当前月份 | 2013-12")
        + "\n督导计划\n计划编号 | 项目 | 计划日期\nP9 | 凤鸣华府 | 2014-6-30\n"
    )
    first = book.rows(InspectionPlan)[0]
    assert half_year_of(book, None, TODAY) == HalfYear(2013, 2)
    there = Selection("督导计划", f"C{first.row}", first.row)
    assert first.day is not None
    assert half_year_of(book, there, TODAY) == HalfYear.of(first.day)
    assert half_year_of(book, Selection("满意度调查", "C2", 2), TODAY) == HalfYear(2014, 2)
    assert half_year_of(book, Selection("满意度调查", "C9", 9), TODAY) == HalfYear(2013, 2)


def test_a_spot_check_is_drawn_for_the_day_of_the_row_and_only_once(opened: Desk) -> None:
    sheet = opened.book.sheets["督导计划"]
    sheet.activate()
    opened.calc.select(sheet, "C2")
    opened.press("PzDraw", "yes")
    assert opened.asked() == ["将为 2014-08-25 抽取 6 个条款，并在“督导计划”增加 1 次抽查。继续？"]
    book = opened.read().read()
    assert [(row.day, row.rank, row.asked) for row in book.rows(SpotDraw)] == [
        (date(2014, 8, 25), rank, 6) for rank in range(1, 7)
    ]
    assert [row.number for row in book.rows(InspectionPlan)] == ["P1", "JH-20140825-1"]
    assert "里抽中 6 个，已写入“抽查抽取”和“督导计划”" in opened.status
    opened.press("PzDraw")
    assert opened.status.startswith("2014-08-25 已经抽取过，照原种子重抽，结果相同，没有新增。")
    opened.press("PzUndo", "yes")
    book = opened.read().read()
    assert not book.rows(SpotDraw)
    assert [row.number for row in book.rows(InspectionPlan)] == ["P1"]


def made(desk: Desk) -> set[str]:
    """The folders of papers of the month that hold any."""
    return {path.parent.name for path in (desk.path.parent / "输出" / "2014-08").glob("*/*.docx")}


def test_the_monthly_reports_of_the_modules_that_are_on(opened: Desk) -> None:
    before = state(opened)
    opened.type("参数", setting_row(opened), 取值="专题会")
    opened.press("PzModuleReports")
    assert opened.status.startswith("2014-08 模块月度报告：新出 ")
    assert "品质管理报告" in made(opened)
    assert not made(opened) & {"部门月度评估表", "月度督导总结", "神秘客户报告"}
    few = made(opened)

    opened.type("参数", setting_row(opened), 取值="全部")
    assert state(opened) == before
    opened.press("PzModuleReports")
    assert few < made(opened)
    assert "月度督导总结" not in made(opened)
    assert state(opened) == before
