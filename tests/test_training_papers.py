"""培训签到表 and 培训记录与评估表: what they say, how they look to outside judges, what they do not name."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pinzhi_xl.documents.design import BUILDERS
from pinzhi_xl.documents.engine import render
from pinzhi_xl.documents.text import squeeze
from pinzhi_xl.month import Month
from pinzhi_xl.papers import Report
from pinzhi_xl.summary.sign_in import sign_in_sheets
from pinzhi_xl.summary.training import training_papers
from tests.paper_forms import FORMS
from tests.papers import paper_text
from tests.real.programs import pdf_pages, schema_errors
from tests.reports import column, rows_of, scene_of, text_of

MAY = Month(2026, 5)
AS_OF = date(2026, 6, 30)
SHEETS = """
部门
部门名称 | 权重
客服部 | 30
秩序维护部 | 70

人员
工号 | 姓名 | 项目 | 部门 | 岗位 | 入职日期 | 离职日期
P1 | 张三丰 | 凤鸣华府 | 秩序维护部 | 秩序队长 | |
P2 | 李四 | 凤鸣华府 | 秩序维护部 | 门岗队员 | |
P3 | 王五 | 凤鸣华府 | 秩序维护部 | 门岗队员 | | 2026-5-1
P4 | 赵六 | 凤鸣华府 | 客服部 | 客服员 | |
P5 | 欧阳明月 | 瑞景华庭 | 秩序维护部 | 秩序队长 | |

培训计划
培训编号 | 项目 | 部门 | 主题 | 必选主题 | 对象 | 应训人数 | 讲师 | 计划日期 | 课时 | 考核要求 | 反应评估 | 行为评估 | 评估人 | 评估意见
PX1 | 凤鸣华府 | 秩序维护部 | 冲突处置方法 | 冲突处置方法 | 全员 | 3 | 皇甫端 | 2026-5-12 | 1.5 | 掌握 | 90 | | 夏侯惇 | 张三丰讲得清楚
PX2 | | | 品质意识 | | 主管 | 2 | 皇甫端 | 2026-5-12 | 1 | 了解 | | | |
PX3 | 凤鸣华府 | 秩序维护部 | 消防 | | | | | 2026-5-13 | | | | | |

培训记录
培训编号 | 工号 | 签到 | 考核方式 | 考核日期 | 成绩 | 补考日期 | 补考成绩 | 备注
PX1 | P1 | 2026-5-12 | 口头 | 2026-5-13 | 88 | | |
PX1 | P2 | 2026-5-12 | 口头 | 2026-5-13 | 50 | 2026-5-20 | 64 | 李四第一次没过
PX1 | P3 | | | | | | | 张三丰已电话通知
PX2 | P4 | 2026-5-12 | | | | | |

培训抽查
抽查编号 | 抽查日期 | 项目 | 工号 | 主题 | 培训编号 | 方式 | 题目 | 结果 | 后续
CC1 | 2026-6-1 | 凤鸣华府 | P2 | 冲突处置方法 | PX1 | 口头 | 李四先说什么 | 合格 |
CC2 | 2026-6-2 | 凤鸣华府 | P1 | 冲突处置方法 | PX1 | 书面 | 写出步骤 | 不合格 | 张三丰下周再抽
"""
NAMES = ("张三丰", "李四", "王五", "欧阳明月", "皇甫端", "夏侯惇")


def made(text: str = SHEETS) -> list[Report]:
    return list(training_papers(scene_of(text, AS_OF), MAY)[0])


def lists(day: date = date(2026, 5, 12), text: str = SHEETS) -> list[Report]:
    return list(sign_in_sheets(scene_of(text, AS_OF), day)[0])


RECORD, SIGN_IN = made()[0], lists()[0]
PAPERS = {report.kind: report for report in (RECORD, SIGN_IN)}


def paper(folder: Path, report: Report, values: Any) -> Path:  # noqa: ANN401 - whatever a form gives
    template = folder / f"{report.kind}.docx"
    template.write_bytes(BUILDERS[template.name]())
    made_of = folder / "paper.docx"
    made_of.write_bytes(render(template, values))
    return made_of


def test_a_paper_for_every_session_that_somebody_came_to() -> None:
    """PX3 had nobody."""
    found, problems = training_papers(scene_of(SHEETS, AS_OF), MAY)
    assert [report.name for report in found] == ["PX1 凤鸣华府", "PX2 全公司"]
    assert problems == []
    nothing, (problem,) = training_papers(scene_of(SHEETS, AS_OF), Month(2026, 4))
    assert (nothing, problem.code) == ([], "nothing-to-report")


def test_the_results_and_the_three_levels() -> None:
    """3 expected, 2 came; (88+64)/2 = 76 learnt; (90·30 + 76·40)/70 = 82 of the two levels there are."""
    assert RECORD.values["sentences"] == [
        "应训 3 人，参训 2 人，培训覆盖率 66.7%；应考 2 人，合格 2 人，培训合格率 100.0%。",
        "未参训 1 人，应安排补训。",
    ]
    assert column(RECORD, "people", "employee") == ["P1", "P2", "P3"]
    assert column(RECORD, "people", "result") == ["合格", "补考合格", "未参训"]
    assert column(RECORD, "people", "score") == ["88", "50", "—"]
    assert column(RECORD, "people", "second") == ["—", "64", "—"]
    assert column(RECORD, "levels", "score") == ["90", "76", "—"]
    assert column(RECORD, "levels", "remark") == ["", "取考核平均成绩", ""]
    assert (RECORD.values["overall"], RECORD.values["not_counted"]) == ("82", "未计入：三级：行为。")
    assert RECORD.values["checked"] == "培训后抽查 2 人次（书面 1、口头 1），合格 1 人次。"
    assert column(RECORD, "checks", "result") == ["合格", "不合格"]


def test_a_session_that_is_not_examined_has_no_pass_rate() -> None:
    other = made()[1]
    assert other.values["sentences"] == [
        "应训 2 人，参训 1 人，培训覆盖率 50.0%；应考 0 人，合格 0 人，培训合格率 —。",
        "未参训 1 人，应安排补训。",
    ]
    assert other.values["depth"] == "了解（不考核）"
    assert other.values["overall"] == "—"
    assert column(other, "people", "result") == ["不考"]


def test_what_is_kept_of_a_training_names_nobody_in_full() -> None:
    """law.md §4: 工号 and surname; full names stand on the list that is signed, which says that it is internal."""
    for report in made():
        assert not [name for name in NAMES if name in text_of(report)]
        assert not [name for name in NAMES if name in report.name]
    assert column(RECORD, "people", "who") == ["张*", "李*", "王*"]
    assert column(SIGN_IN, "people", "person") == ["张三丰", "李四", "王五"]
    assert SIGN_IN.name == "PX1 凤鸣华府（内部）"
    assert "不得张贴" in str(SIGN_IN.values["internal"])


def test_an_error_keeps_the_paper_of_its_session_back_and_no_other() -> None:
    wrong = SHEETS.replace("PX1 | P1 | 2026-5-12", "PX1 | P1 | 2026-5-11")
    found, (problem,) = training_papers(scene_of(wrong, AS_OF), MAY)
    assert [report.name for report in found] == ["PX2 全公司"]
    assert (problem.code, problem.value) == ("training-withheld", "PX1")
    assert "1 处错误" in problem.message
    sheets, (withheld,) = sign_in_sheets(scene_of(wrong, AS_OF), date(2026, 5, 12))
    assert ([report.name for report in sheets], withheld.code) == (["PX2 全公司（内部）"], "training-withheld")


def test_who_is_expected_stands_on_the_list() -> None:
    """PX1 lists three; PX3 has no records, so its department: P3 left before. One list a session of the day."""
    assert [report.name for report in lists()] == ["PX1 凤鸣华府（内部）", "PX2 全公司（内部）"]
    assert column(SIGN_IN, "blank_rows", "no") == ["4", "5", "6"]
    (third,) = lists(date(2026, 5, 13))
    assert column(third, "people", "person") == ["张三丰", "李四"]
    assert column(third, "people", "name")[0] == "秩序维护部　秩序队长"
    company = lists()[1]
    assert column(company, "people", "person") == ["赵六"]
    assert column(company, "blank_rows", "no") == ["2", "3", "4", "5"]
    nothing, (problem,) = sign_in_sheets(scene_of(SHEETS, AS_OF), date(2026, 5, 14))
    assert (nothing, problem.code) == ([], "nothing-to-report")


def test_a_whole_company_that_lists_nobody_gets_empty_lines_only() -> None:
    text = SHEETS.replace("PX2 | P4 | 2026-5-12 | | | | | |\n", "")
    company = lists(text=text)[1]
    assert rows_of(company, "people") == []
    assert column(company, "blank_rows", "no") == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", PAPERS)
def test_the_papers_are_valid(tmp_path: Path, kind: str, form: str) -> None:
    assert schema_errors(paper(tmp_path, PAPERS[kind], FORMS[form](PAPERS[kind]))) == []


@pytest.mark.parametrize("kind", PAPERS)
def test_every_value_is_printed(tmp_path: Path, kind: str) -> None:
    report = PAPERS[kind]
    text = squeeze(paper_text(paper(tmp_path, report, report.values).read_bytes()))
    unused = {"培训签到表": {"audience", "pass_mark", "issuer"}, "培训记录与评估表": set()}[kind]
    for name, value in report.values.items():
        if isinstance(value, str) and name not in unused:
            assert squeeze(value) in text, name
    for name in ("people", "levels", "checks"):
        for row in rows_of(report, name) if name in report.values else ():
            assert all(squeeze(shown) in text for shown in row.values()), row


@pytest.mark.parametrize("kind", PAPERS)
def test_it_prints_on_one_page(tmp_path: Path, kind: str) -> None:
    pages = pdf_pages(paper(tmp_path, PAPERS[kind], PAPERS[kind].values), tmp_path)
    assert len(pages) == 1
    assert "第1页共1页" in squeeze(pages[0])
