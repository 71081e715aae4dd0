"""红线通报, 公共形象标准督察情况, 检查记录移交单, 品质管理报告; and every paper of tasks and seminar as a file."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pinzhi_xl.documents.design import BUILDERS
from pinzhi_xl.documents.engine import render
from pinzhi_xl.documents.package import read_package
from pinzhi_xl.documents.text import squeeze
from pinzhi_xl.month import Month
from pinzhi_xl.papers import Report
from pinzhi_xl.summary.assignments import follow_up_reports, quality_plans
from pinzhi_xl.summary.kinds import REPORT_KINDS
from pinzhi_xl.summary.meetings import minutes_papers, seminar_materials
from pinzhi_xl.summary.plans import plan_papers
from pinzhi_xl.summary.public_image import public_image_reports
from pinzhi_xl.summary.quality_report import quality_reports
from pinzhi_xl.summary.records import record_reports
from pinzhi_xl.summary.red_lines import red_line_papers
from pinzhi_xl.summary.revisions import revision_reports
from tests.paper_forms import FORMS, stretched
from tests.papers import paper_text
from tests.real.programs import pdf_pages, schema_errors
from tests.reports import MONTH, column, rows_of, scene_of, text_of
from tests.test_assignments import FIGURES, REVISIONS
from tests.test_seminar import MEETINGS, RED

AUGUST, JULY = Month(2014, 8), Month(2014, 7)
MODULES = "\n参数\n名称 | 取值\n启用模块 | 任务跟踪、专题会\n公共形象条款 | A1、B1\n"


def scored_red(confirmed: str = "张三丰") -> str:
    """W1 on a scored day: 客服部 100, 环境部 48/50 = 96, day .3·100 + .7·96 = 97.2, capped at 59.9."""
    return RED.replace("J1 | 凤鸣华府 | 2014-8-4 | 抽查", "J1 | 凤鸣华府 | 2014-8-4 | ").replace(
        "整改 | 是 | 张三丰\nW2", f"整改 | 是 | {confirmed}\nW2"
    )


def test_a_red_line_goes_to_the_general_manager() -> None:
    ((report,), told) = red_line_papers(scene_of(scored_red()), AUGUST)
    assert not told
    assert (report.name, report.values["number"]) == ("W1 凤鸣华府", "W1")
    said = "".join(str(sentence) for sentence in rows_of_text(report, "sentences"))
    assert "本次当日得分 59.9" in said
    assert "2014年8月等级为差" in said
    assert "第 1 项红线（当月共 1 项）" in said
    for secret in ("张三丰", "李四", "502"):
        assert secret not in text_of(report)


def rows_of_text(report: Report, name: str) -> list[str]:
    rows = report.values[name]
    assert isinstance(rows, list)
    return [row for row in rows if isinstance(row, str)]


def test_without_a_confirmed_red_line_there_is_no_paper() -> None:
    assert red_line_papers(scene_of(scored_red("")), AUGUST) == ([], [])
    assert red_line_papers(scene_of(MONTH), AUGUST) == ([], [])


def test_a_community_with_errors_is_told_in_place_of_its_red_line() -> None:
    wrong = scored_red().replace(
        "W1 | J1 | 环境部 | B1", "W9 | J1 | 客服部 | B1 | 不合格 | | 条款不属于客服部 | | |\nW1 | J1 | 环境部 | B1"
    )
    made, told = red_line_papers(scene_of(wrong), AUGUST)
    assert (made, [problem.code for problem in told]) == ([], ["report-withheld"])


def test_public_image_counts_the_listed_items_only() -> None:
    """Listed A1 and B1: W1 and W2 on B1 (2 + 1 places, 4 + 4 points: the second is repeated), W3 on A1 (6 places,
    capped at 10). Three findings, 9 places, 18 points; of the two to be rectified one is closed."""
    ((report,), told) = public_image_reports(scene_of(MONTH + MODULES), AUGUST)
    assert not told
    values = report.values
    assert (values["items_total"], values["findings_total"], values["places_total"]) == ("2", "3", "9")
    assert (values["deduction"], values["closing_rate"]) == ("18", "50.0%")
    assert [(row["code"], row["findings"], row["repeats"]) for row in rows_of(report, "items")] == [
        ("A1", "1", "0"),
        ("B1", "2", "1"),
    ]
    ((other,), _) = public_image_reports(scene_of(MONTH + MODULES.replace("A1、B1", "A1")), AUGUST)
    assert (other.values["findings_total"], other.values["closing_rate"]) == ("1", "—")
    assert public_image_reports(scene_of(MONTH + MODULES.replace("A1、B1", "ZZ9")), AUGUST) == ([], [])
    assert "李四" not in text_of(report)


def test_the_records_of_a_day_are_handed_over() -> None:
    """8-11 in 凤鸣华府: J1 with W2 and W3, 7 places, 4 + 10 points, one penalty, no photo."""
    ((report,), _) = record_reports(scene_of(MONTH), date(2014, 8, 11))
    assert report.values["sentence"] == "检查 1 次，问题 2 个（7 处），扣 14 分；违纪处罚 1 份，照片 0 张。"
    assert column(report, "visits", "number") == ["J1"]
    assert column(report, "findings", "number") == ["W2", "W3"]
    assert column(report, "penalties", "number") == ["品罚〔2014〕1号"]
    for secret in ("张三丰", "李四", "欧阳明月"):
        assert secret not in text_of(report)
    assert [problem.code for problem in record_reports(scene_of(MONTH), date(2014, 8, 12))[1]] == []
    assert [problem.code for problem in record_reports(scene_of(MONTH), date(2014, 8, 13))[1]] == [
        "nothing-to-report"
    ]


def test_the_quality_report_composes_what_there_is() -> None:
    """Tasks of MEETINGS: due in August JY1 (in time) and JY2 (late): 1 of 2; plans as in the progress table."""
    ((report,), told) = quality_reports(scene_of(MONTH + MEETINGS + MODULES), AUGUST)
    assert not told
    progress = rows_of_text(report, "progress")
    assert progress[0] == "任务：到期 2 项，按时完成 1 项（50.0%）；未结束 1 项，其中逾期 1 项。"
    assert progress[1].startswith("专题会：月度品质督导专题研讨会，议题 1 条，决议 0 项")
    assert progress[2] == "整改计划：3 项，完成 1 项，逾期 1 项，平均进度 43.3%。"
    figures = {row["name"]: (row["value"], row["before"], row["change"]) for row in rows_of(report, "indicators")}
    assert figures["任务按时完成率"] == ("50.0%", "—", "—")
    assert figures["流程优化项数"] == ("0", "0", "持平")
    assert report.values["score"] == "96.3"
    without = quality_reports(scene_of(MONTH), AUGUST)[0][0]
    assert without.values["progress"] == []
    assert "任务按时完成率" not in column(without, "indicators", "name")
    for secret in ("张三丰", "李四", "欧阳明月"):
        assert secret not in text_of(report)


# --- as files


def usual() -> dict[str, Report]:
    """One report of each kind from the small sheets."""
    whole = scene_of(MONTH + MEETINGS + MODULES)
    made: list[Callable[[], Any]] = [
        lambda: red_line_papers(scene_of(scored_red()), AUGUST),
        lambda: record_reports(whole, date(2014, 8, 11)),
        lambda: follow_up_reports(scene_of(FIGURES), AUGUST),
        lambda: public_image_reports(whole, AUGUST),
        lambda: revision_reports(scene_of(REVISIONS), date(2014, 1, 1)),
        lambda: quality_plans(scene_of(FIGURES), date(2014, 1, 1)),
        lambda: seminar_materials(whole, AUGUST),
        lambda: minutes_papers(whole, JULY),
        lambda: plan_papers(whole, AUGUST),
        lambda: quality_reports(whole, AUGUST),
    ]
    return {report.kind: report for make in made for report in make()[0][:1]}


USUAL = usual()


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The templates as they are drawn now."""
    folder = tmp_path_factory.mktemp("templates")
    for kind in USUAL:
        (folder / f"{kind}.docx").write_bytes(BUILDERS[f"{kind}.docx"]())
    return folder


def test_there_is_one_of_each_and_the_verb_knows_them() -> None:
    assert list(USUAL) == [
        "红线通报",
        "检查记录移交单",
        "管理人员工作安排落实情况",
        "公共形象标准督察情况",
        "流程修订汇总",
        "品质管理计划",
        "专题研讨会材料",
        "专题研讨会纪要",
        "整改计划及完成进度表",
        "品质管理报告",
    ]
    assert set(USUAL) <= set(REPORT_KINDS)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", USUAL)
def test_every_paper_is_valid(tmp_path: Path, templates: Path, kind: str, form: str) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(render(templates / f"{kind}.docx", FORMS[form](USUAL[kind])))
    assert schema_errors(path) == []


@pytest.mark.parametrize("kind", USUAL)
def test_every_value_is_used_and_printed(templates: Path, kind: str) -> None:
    text = squeeze(paper_text(render(templates / f"{kind}.docx", USUAL[kind].values)))
    for name, value in USUAL[kind].values.items():
        if isinstance(value, str):
            assert squeeze(value) in text, name
        elif not isinstance(value, bool):
            for row in value:
                for field, words in row.items() if not isinstance(row, str) else [(name, row)]:
                    assert field in UNPRINTED or squeeze(words) in text, (name, field)


UNPRINTED = {
    "number", "owner", "due", "count", "photos", "community", "no", "found", "running", "share", "deduction", "places",
    "given", "assigned_by", "overdue", "formula", "chain", "unvisited", "rank", "rank_change", "change", "reason", "source",
    "person", "disposition", "item", "status", "state", "day", "facts", "place", "department", "weekday", "task",
}  # fmt: skip
"""Fields of rows that are shared by several papers, of which each prints its own choice."""


@pytest.mark.parametrize("kind", USUAL)
def test_long_lists_split_no_row_and_repeat_their_heading(templates: Path, kind: str) -> None:
    content = render(templates / f"{kind}.docx", stretched(USUAL[kind]))
    xml = read_package(content)["word/document.xml"].decode()
    assert xml.count("<w:cantSplit/>") == xml.count("<w:tr>") + xml.count("<w:tr ")
    assert "<w:tblHeader/>" in xml or kind == "红线通报"


@pytest.mark.parametrize("kind", USUAL)
def test_libreoffice_prints_it_with_pages_counted(tmp_path: Path, templates: Path, kind: str) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(render(templates / f"{kind}.docx", USUAL[kind].values))
    pages = [squeeze(page) for page in pdf_pages(path, tmp_path)]
    assert 1 <= len(pages) <= 4
    for number, page in enumerate(pages, 1):
        assert f"第{number}页共{len(pages)}页" in page


def test_the_red_line_stands_on_one_page_with_its_lifting(tmp_path: Path, templates: Path) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(render(templates / "红线通报.docx", USUAL["红线通报"].values))
    (page,) = pdf_pages(path, tmp_path)
    for part in ("解除（须总经理签批）", "总经理签字", "同意解除"):
        assert part in squeeze(page)
