"""表彰奖励: its rules, 表彰通报, and what goes to 绩效考核处."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pinzhi_xl.commendations import commended
from pinzhi_xl.documents.design import BUILDERS
from pinzhi_xl.documents.engine import render
from pinzhi_xl.documents.handover import Origin, assessment_values
from pinzhi_xl.documents.handover_lists import assessment_workbook
from pinzhi_xl.documents.text import squeeze
from pinzhi_xl.handing import assess
from pinzhi_xl.month import Month
from pinzhi_xl.papers import Report
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.summary.commendations import commendation_circulars
from tests.paper_forms import FORMS
from tests.papers import paper_text
from tests.real.programs import pdf_pages, schema_errors
from tests.reports import column, rows_of, scene_of, text_of
from tests.tables import book_of

AUGUST = Month(2014, 8)
AS_OF = date(2014, 8, 29)
STAFF = """
人员
工号 | 姓名 | 入职日期 | 离职日期
P1 | 张三丰 | 2010-1-1 |
P2 | 李四 | 2010-1-1 | 2014-8-1
P3 | 王五 | 2014-9-1 |
P4 | 赵六 | 2010-1-1 | 2014-7-31
"""
LABELS = "表彰编号 | 日期 | 项目 | 部门 | 工号 | 姓名 | 集体名称 | 事由 | 依据 | 依据说明 | 加分 | 特别说明 | 批准人 | 批准日期 | 公布日期 | 状态"


def sheet(*rows: str, labels: str = LABELS) -> str:
    return "\n表彰奖励\n" + "\n".join((labels, *rows)) + "\n"


def row(number: str = "B1", **cells: str) -> str:
    """A sound commendation of P1, approved, with some cells otherwise."""
    usual = {
        "日期": "2014-8-20", "项目": "凤鸣华府", "部门": "客服部", "工号": "P1", "姓名": "", "集体名称": "", "事由": "归还钱包",
        "依据": "业主表扬", "依据说明": "登记3号", "加分": "", "特别说明": "", "批准人": "总经理", "批准日期": "2014-8-25",
        "公布日期": "", "状态": "已批准",
    }  # fmt: skip
    return " | ".join([number, *(usual | cells).values()])


TEAM = {"工号": "", "集体名称": "客服部", "依据": "评分", "依据说明": "得分第一"}


def problems(text: str, as_of: date = AS_OF) -> Sequence[Problem]:
    found = check(Scene(Facts(book_of(STAFF + text)), as_of))
    return [problem for problem in found if problem.cell.sheet == "表彰奖励"]


def codes(text: str, as_of: date = AS_OF) -> list[str]:
    return [problem.code for problem in problems(text, as_of)]


def test_an_empty_sheet_and_a_sound_row_are_silent() -> None:
    assert codes("") == []
    assert codes(sheet(row(), row("B2", **TEAM))) == []


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"事由": ""}, ["required-blank"]),
        ({"依据": ""}, ["required-blank"]),
        ({"依据说明": ""}, ["commendation-without-evidence"]),
        ({"工号": ""}, ["commended-nobody"]),
        ({"工号": "", "姓名": "外单位某人"}, []),
        ({"工号": "", "姓名": "外单位某人", "加分": "1"}, ["commended-without-number"]),
        ({"集体名称": "客服部"}, ["commended-twofold"]),
        ({"姓名": "张三丰"}, []),
        ({"姓名": "李四"}, ["commended-other-name"]),
        ({"工号": "P2"}, []),
        ({"工号": "P3"}, ["commended-outsider"]),
        ({"工号": "P4"}, ["commended-outsider"]),
        ({"工号": "P9"}, ["unknown-reference"]),
        ({"批准人": ""}, ["commendation-not-approved"]),
        ({"批准日期": ""}, ["commendation-not-approved"]),
        ({"批准人": "", "批准日期": "", "状态": ""}, []),
        ({"批准人": "", "批准日期": "", "状态": "拟表彰"}, []),
        ({"状态": "已公布"}, ["commendation-undated"]),
        ({"状态": "已公布", "公布日期": "2014-8-25"}, []),
        ({"状态": "已公布", "公布日期": "2014-8-24"}, ["commendation-days-crossed"]),
        ({"状态": "拟表彰", "公布日期": "2014-8-25"}, ["commendation-announced-early"]),
        ({"状态": "撤销"}, ["commendation-withdrawn-silently"]),
        ({"状态": "撤销", "特别说明": "误登"}, []),
        ({"批准日期": "2014-8-19"}, ["commendation-days-crossed"]),
        ({"批准日期": "2014-8-29"}, []),
        ({"批准日期": "2014-8-30"}, ["commendation-in-future"]),
        ({"加分": "10"}, []),
        ({"加分": "10.5"}, ["commendation-points-over"]),
        ({**TEAM, "加分": "1"}, ["team-with-points"]),
    ],
)
def test_a_commendation(cells: dict[str, str], expected: list[str]) -> None:
    assert codes(sheet(row(**cells))) == expected


def test_an_illegal_step_names_the_legal_ones() -> None:
    (unapproved,) = problems(sheet(row(批准人="")))
    assert "从“拟表彰”下一步只能是：批准（填批准人、批准日期）、撤销" in unapproved.message
    (early,) = problems(sheet(row(状态="拟表彰", 公布日期="2014-8-25")))
    assert "从“拟表彰”下一步只能是：批准（填批准人、批准日期）、撤销" in early.message
    assert unapproved.is_error
    assert early.is_error


def test_the_points_of_a_person_are_added_up_over_the_month() -> None:
    """6 + 5 in August is over 10; 5 of July and what is withdrawn are apart."""
    first, second = row(加分="6"), row("B2", 加分="5")
    assert codes(sheet(first, second)) == ["commendation-points-over"]
    assert codes(sheet(first, row("B2", 加分="5", 状态="撤销", 特别说明="误"))) == []
    other = [first + " | ", row("B2", 加分="5") + " | 2014-07"]
    assert codes(sheet(*other, labels=LABELS + " | 所属月份")) == []
    settings = "\n参数\n名称 | 取值\n表彰加分上限 | 11\n"
    assert codes(sheet(first, second) + settings) == []


def test_a_month_that_cannot_be_read_is_told() -> None:
    assert codes(sheet(row() + " | 八月", labels=LABELS + " | 所属月份")) == ["commendation-month-unreadable"]


# --- penalties and red lines

PENALTY = """
检查记录
检查编号 | 项目 | 检查日期 | 班次
J1 | 凤鸣华府 | 2014-8-4 | 夜班
J2 | 凤鸣华府 | 2014-7-28 | 夜班

问题登记
问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 问题描述 | 红线 | 红线确认人
W1 | J1 | 客服部 | A3 | 不合格 | 夜间脱岗 | {red} | {by}
W2 | J2 | 客服部 | A3 | 不合格 | 夜间睡岗 | |

奖惩条款
条款编号 | 制度名称 | 条文 | 简称 | 公示日期
5.1 | 员工手册 | 上班时间应当坚守岗位。 | 脱岗 | 2014-1-1

处罚登记
问题编号 | 工号 | 姓名 | 部门 | 奖惩条款编号 | 建议扣分 | 签收日期 | 核定结果 | 核定人 | 核定日期 | 执行月份 | 处罚编号
{finding} | {person} | | 客服部 | 5.1 | 2 | 2014-8-5 | 同意 | 行政 | 2014-8-6 | {paid} | 品罚〔2014〕1号
"""


def penalised(finding: str = "W1", person: str = "P1", paid: str = "2014-08", red: str = "", by: str = "") -> str:
    return PENALTY.format(finding=finding, person=person, paid=paid, red=red, by=by)


@pytest.mark.parametrize(
    ("case", "cells", "expected"),
    [
        ({}, {}, ["commended-while-penalised"]),
        ({}, {"特别说明": "处罚后立功"}, []),
        ({"person": "P2"}, {}, []),
        ({"paid": ""}, {}, []),
        ({"finding": "W2", "paid": "2014-08"}, {}, ["commended-while-penalised"]),
        ({"finding": "W2", "paid": "2014-08"}, {"日期": "2014-7-30"}, ["commended-while-penalised"]),
        ({}, {"日期": "2014-7-30"}, []),
        ({}, TEAM, []),
    ],
)
def test_an_executed_penalty_of_the_month_asks_for_a_reason(
    case: dict[str, str], cells: dict[str, str], expected: list[str]
) -> None:
    """Signed 08-05, five working days to appeal: executed on 08-29. By the month of the act and of its execution."""
    found = problems(penalised(**case) + sheet(row(**cells)))
    assert [problem.code for problem in found] == expected
    assert [problem.is_error for problem in found] == [False] * len(expected)


RED = {"person": "P2", "red": "是", "by": "总经理"}


@pytest.mark.parametrize(
    ("case", "cells", "expected"),
    [
        (RED, TEAM, ["red-line-excludes"]),
        (RED, {**TEAM, "特别说明": "仍要表彰"}, ["red-line-excludes"]),
        (RED, {**TEAM, "部门": ""}, ["red-line-excludes"]),
        (RED, {**TEAM, "部门": "环境部"}, ["red-line-nearby"]),
        (RED, {**TEAM, "部门": "环境部", "特别说明": "与红线无关"}, []),
        (RED, {**TEAM, "项目": "瑞景华庭"}, []),
        (RED, {**TEAM, "日期": "2014-7-30"}, []),
        (RED, {**TEAM, "状态": "撤销", "特别说明": "红线"}, []),
        ({**RED, "by": ""}, TEAM, []),
        (RED, {}, ["red-line-nearby"]),
        (RED, {"依据": "评分"}, ["red-line-excludes"]),
        (RED, {"部门": "环境部"}, []),
    ],
)
def test_a_red_line_of_the_month_excludes_from_honours(
    case: dict[str, str], cells: dict[str, str], expected: list[str]
) -> None:
    """practice.md §1.4: W1 of 客服部 in 凤鸣华府 is a confirmed red line of August; unconfirmed it excludes nobody."""
    found = problems(penalised(**case) + sheet(row(**cells)))
    assert [problem.code for problem in found] == expected
    assert [problem.is_error for problem in found] == [code == "red-line-excludes" for code in expected]


# --- the circular

CIRCULAR = STAFF + sheet(
    row("B1", 事由="张三丰归还3栋1单元502室业主的钱包", 依据说明="李四登记") + " | 通报、奖品 | 是",
    row("B2", 工号="P2", 状态="已公布", 公布日期="2014-8-28") + " | 通报 | 否",
    row("B3", **{**TEAM, "部门": ""}) + " | 流动红旗 |",
    row("B4", 批准人="", 批准日期="", 状态="拟表彰") + " | | 是",
    row("B5", 批准人="") + " | | 是",
    row("B6", 日期="2014-7-31") + " | | 是",
    row("B7", 状态="撤销", 特别说明="误登") + " | | 是",
    labels=LABELS + " | 形式 | 本人同意公开",
)
PUBLISH = "\n参数\n名称 | 取值\n表彰公开姓名 | 是\n"


def circular(text: str = CIRCULAR) -> Report:
    ((report,), problems) = commendation_circulars(scene_of(text, AS_OF), AUGUST)
    assert problems == []
    return report


def test_what_is_approved_is_announced_persons_and_teams_apart() -> None:
    """B5 is approved without an approver: an error keeps it out and says so."""
    report = circular()
    assert report.name == "2014-08 公司"
    assert column(report, "people", "who") == ["张*", "李*"]
    assert column(report, "teams", "who") == ["客服部"]
    assert column(report, "teams", "department") == ["—"]
    assert column(report, "people", "awards") == ["通报、奖品", "通报"]
    assert report.values["sentences"] == [
        "2014年8月表彰 3 项：个人 2 项，集体 1 项。",
        "依据：业主表扬 2 项、评分 1 项。",
        "同月发生的违纪开出处罚单 0 份，表彰 3 项。",
        "另有拟表彰 1 项，尚未批准，不列入。",
        "已批准但登记有错误的 1 项没有列入，改正后重出。",
    ]
    nothing, (problem,) = commendation_circulars(scene_of(CIRCULAR, AS_OF), Month(2014, 6))
    assert (nothing, problem.code) == ([], "nothing-to-report")


def test_a_name_is_published_only_with_the_persons_consent_and_the_setting() -> None:
    """law.md §4: P1 agreed, P2 did not; without the setting nobody is named, in texts never."""
    for text, shown in ((CIRCULAR, ["张*", "李*"]), (CIRCULAR + PUBLISH, ["张三丰", "李*"])):
        report = circular(text)
        assert column(report, "people", "who") == shown
        assert "李四" not in text_of(report)
        assert "502" not in text_of(report)
    assert "张三丰" not in text_of(circular())
    assert "张三丰" not in column(circular(CIRCULAR + PUBLISH), "people", "facts")[0]
    silent = CIRCULAR.replace("通报、奖品 | 是", "通报、奖品 |") + PUBLISH
    assert column(circular(silent), "people", "who") == ["张*", "李*"]


def test_the_penalties_of_the_month_stand_beside_them() -> None:
    report = circular(CIRCULAR + penalised(person="P2"))
    sentences = report.values["sentences"]
    assert isinstance(sentences, list)
    assert "同月发生的违纪开出处罚单 1 份，表彰 3 项。" in sentences


def paper(folder: Path, values: Any) -> Path:  # noqa: ANN401 - whatever a form gives
    template = folder / "表彰通报.docx"
    template.write_bytes(BUILDERS[template.name]())
    made = folder / "paper.docx"
    made.write_bytes(render(template, values))
    return made


@pytest.mark.parametrize("form", FORMS)
def test_the_circular_is_valid(tmp_path: Path, form: str) -> None:
    assert schema_errors(paper(tmp_path, FORMS[form](circular()))) == []


def test_every_value_of_the_circular_is_printed(tmp_path: Path) -> None:
    report = circular()
    text = squeeze(paper_text(paper(tmp_path, report.values).read_bytes()))
    for name, value in report.values.items():
        if isinstance(value, str):
            assert squeeze(value) in text, name
    for name in ("people", "teams"):
        for shown in (shown for line in rows_of(report, name) for shown in line.values()):
            assert squeeze(shown) in text
    assert len(pdf_pages(tmp_path / "paper.docx", tmp_path)) == 1


# --- to 绩效考核处

BONUS = STAFF + sheet(
    row("B1", 加分="2.5", 事由="归还钱包，电话13812345678"),
    row("B2", 工号="P2", 姓名="李四", 加分="1"),
    row("B3", 批准人="", 批准日期="", 状态="拟表彰", 加分="4"),
    row("B4", 加分=""),
    row("B5", **TEAM),
    row("B6", 日期="2014-7-31", 加分="3"),
)


def test_bonus_points_are_listed_beside_the_penalties(tmp_path: Path) -> None:
    """B1 and B2 of August: 3.5 in all. B3 is only proposed, B4 and B5 have no points, B6 is of July."""
    found = assess(Facts(book_of(BONUS)), AUGUST, AS_OF)
    assert [(r.number, r.name, r.points) for r in found.bonuses] == [
        ("B1", "张三丰", Decimal("2.5")),
        ("B2", "李四", Decimal(1)),
    ]
    origin = Origin("22222222-2222-4222-8222-222222222222", book_of(BONUS).settings, AS_OF)
    path = tmp_path / "清单.xlsx"
    path.write_bytes(assessment_workbook(origin, found))
    assert schema_errors(path) == []
    lines = [
        list(line) for line in openpyxl.load_workbook(path)["表彰加分"].iter_rows(min_row=3, values_only=True)
    ]
    assert lines[0] == ["序号", "部门", "姓名", "工号", "项目", "事由", "加分", "表彰编号"]
    assert lines[1] == [1, "客服部", "张三丰", "P1", "凤鸣华府", "归还钱包，电话138********", 2.5, "B1"]
    assert lines[3][6] == 3.5
    template = tmp_path / "绩效考核清单.docx"
    template.write_bytes(BUILDERS[template.name]())
    content = render(template, assessment_values(origin, found))
    text = squeeze(paper_text(content))
    assert "四、表彰加分（已批准）" in text
    assert "合计加3.5分" in text
    assert "五、移交签字" in text
    (tmp_path / "paper.docx").write_bytes(content)
    assert schema_errors(tmp_path / "paper.docx") == []


def test_without_bonus_points_the_list_is_as_before(tmp_path: Path) -> None:
    found = assess(Facts(book_of(STAFF)), AUGUST, AS_OF)
    origin = Origin("22222222-2222-4222-8222-222222222222", book_of(STAFF).settings, AS_OF)
    path = tmp_path / "清单.xlsx"
    path.write_bytes(assessment_workbook(origin, found))
    assert openpyxl.load_workbook(path).sheetnames == ["已确认", "未决", "部门扣分"]
    template = tmp_path / "绩效考核清单.docx"
    template.write_bytes(BUILDERS[template.name]())
    text = squeeze(paper_text(render(template, assessment_values(origin, found))))
    assert "表彰" not in text
    assert "四、移交签字" in text


def test_what_is_granted_is_counted_apart_from_what_is_not() -> None:
    found = commended(Facts(book_of(CIRCULAR)), AUGUST, AS_OF)
    assert ([r.number for r in found.granted], found.proposed, found.faulty) == (["B1", "B2", "B3"], 1, 1)
