"""The papers of 专项暗访 before outside judges, from the templates as they are drawn by script."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pinzhi_xl.documents.design import BUILDERS
from pinzhi_xl.documents.engine import render
from pinzhi_xl.documents.package import read_package
from pinzhi_xl.documents.text import squeeze
from pinzhi_xl.month import Month
from pinzhi_xl.papers import Report
from pinzhi_xl.problem import errors_of
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.schema import Row
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.inspections import Finding, Inspection
from pinzhi_xl.sheets.modules import Module
from pinzhi_xl.sheets.organisation import Person
from pinzhi_xl.sheets.special import SpecialItem
from pinzhi_xl.sheets.spot import SpotDraw
from pinzhi_xl.special.spot import repeats
from pinzhi_xl.summary.key_places import key_place_reports
from pinzhi_xl.summary.kinds import REPORT_KINDS
from pinzhi_xl.summary.mystery import mystery_reports
from pinzhi_xl.summary.special import special_reports
from pinzhi_xl.summary.special_form import draw_slips, special_forms
from pinzhi_xl.workbook.build import build_master
from pinzhi_xl.workbook.defaults import default_contents
from pinzhi_xl.workbook.read import read_content
from tests.masters import IDENTITY, call, master_with
from tests.paper_forms import FORMS, stretched
from tests.papers import paper_text
from tests.real.programs import pdf_pages, schema_errors
from tests.reports import column, scene_of, text_of
from tests.years import year_contents

KINDS = ("专项检查表", "抽查单", "专项检查报告", "神秘客户报告", "重点部位巡查情况")
YEAR_END = date(2026, 12, 31)


@cache
def year() -> Book:
    """The sample year; findings are not needed here and only take time."""
    contents: dict[type[Row], Any] = dict(year_contents(2026, default_contents()))
    contents[Finding] = []
    return read_content(build_master(contents, IDENTITY), "年.xlsx")


@cache
def usual() -> dict[str, Report]:
    scene = scene_of(year(), YEAR_END)
    made: Sequence[Report] = [
        special_forms(scene, date(2026, 5, 12))[0][0],
        draw_slips(scene, date(2026, 3, 18))[0][0],
        special_reports(scene, Month(2026, 5))[0][1],
        mystery_reports(scene, Month(2026, 3))[0][0],
        key_place_reports(scene, Month(2026, 8))[0][0],
    ]
    return {report.kind: report for report in made}


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("模板")
    for kind in KINDS:
        (folder / f"{kind}.docx").write_bytes(BUILDERS[f"{kind}.docx"]())
    return folder


def test_every_kind_is_declared_with_the_module() -> None:
    assert all(REPORT_KINDS[kind].module is Module.SPECIAL and REPORT_KINDS[kind].serves for kind in KINDS)
    assert list(usual()) == list(KINDS)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_paper_is_valid(templates: Path, tmp_path: Path, kind: str, form: str) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(render(templates / f"{kind}.docx", FORMS[form](usual()[kind])))
    assert schema_errors(path) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_value_is_printed(templates: Path, kind: str) -> None:
    report = usual()[kind]
    text = squeeze(paper_text(render(templates / f"{kind}.docx", report.values)))
    for name, value in report.values.items():
        if isinstance(value, str):
            assert squeeze(value) in text, name
        elif not isinstance(value, bool):
            for row in value:
                for part in [row] if isinstance(row, str) else row.values():
                    assert squeeze(part) in text, name


@pytest.mark.parametrize("kind", KINDS)
def test_long_lists_repeat_their_heading_and_split_no_row(templates: Path, kind: str) -> None:
    xml = read_package(render(templates / f"{kind}.docx", stretched(usual()[kind])))["word/document.xml"].decode()
    assert xml.count("<w:cantSplit/>") == xml.count("<w:tr>") + xml.count("<w:tr ")
    assert "<w:tblHeader/>" in xml


@pytest.mark.parametrize("kind", KINDS)
def test_libreoffice_prints_it_on_few_pages(templates: Path, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(render(templates / f"{kind}.docx", usual()[kind].values))
    pages = [squeeze(page) for page in pdf_pages(path, tmp_path)]
    assert 1 <= len(pages) <= 3
    for number, page in enumerate(pages, 1):
        assert f"第{number}页共{len(pages)}页" in page


@pytest.mark.parametrize("kind", ["专项检查报告", "神秘客户报告", "重点部位巡查情况"])
def test_nobody_is_named_in_full_on_what_is_circulated(kind: str) -> None:
    names = [row.name for row in year().rows(Person) if row.name]
    text = text_of(usual()[kind])
    assert "员*" in text
    assert not [name for name in names if name in text]


# The sample year.


def test_the_sample_year_has_no_errors_in_its_special_sheets() -> None:
    found = errors_of(check(Scene(Facts(year()), YEAR_END)))
    labels = {"专项清单", "专项检查", "抽查抽取", "神秘客户", "重点巡查", "位置", "督导计划", "检查记录"}
    assert [p for p in found if p.cell.sheet in labels] == []


def test_the_draws_of_the_sample_year_repeat() -> None:
    facts = Facts(year())
    for day in (date(2026, 3, 18), date(2026, 9, 16)):
        rows = sorted((row for row in year().rows(SpotDraw) if row.day == day), key=lambda row: row.rank or 0)
        assert rows
        assert repeats(facts, rows)
        assert all(row.waited is not None for row in rows)


def test_special_inspections_and_mystery_visits_of_the_sample_are_not_scored() -> None:
    kinds = {row.kind for row in year().rows(Inspection) if row.kind and not row.is_scored}
    assert {"专项检查", "抽查", "神秘客户"} <= kinds


# The form.

PLANS = """
专项清单
主题 | 序号 | 检查项 | 要求 | 是否重点 | 应备数量 | 单位 | 停用日期
防汛 | 2 | 排污泵 | 启停正常 | 是 | | |
防汛 | 1 | 雨水井 | 通畅 | | | |
防汛 | 3 | 沙袋 | 无霉烂 | | 100 | 只 |
防汛 | 4 | 旧项 | 不再查 | | | | 2014-5-1
供暖 | 1 | 循环泵 | 无异响 | | | |

督导计划
计划编号 | 项目 | 检查类型 | 频次 | 计划日期 | 状态 | 检查人
P1 | 凤鸣华府 | 专项检查 | 每年·防汛 | 2014-5-12 | 待执行 | 员工甲
P2 | 瑞景华庭 | 专项检查 | 每年·防汛 | 2014-5-12 | 已取消 |
P3 | 阳光美地 | 全面巡检 | 每周 | 2014-5-12 | |
P4 | 阳光美地 | 专项检查 | {frequency} | 2014-5-13 | |
"""


def test_the_form_of_a_planned_inspection_lists_the_theme_in_order() -> None:
    (form,), told = special_forms(scene_of(PLANS.format(frequency="")), date(2014, 5, 12))
    assert told == []
    assert (form.community, form.values["theme"], form.values["count"]) == ("凤鸣华府", "防汛", "3")
    assert column(form, "items", "item") == ["雨水井", "★ 排污泵"]
    assert column(form, "supplies", "needed") == ["100 只"]


@pytest.mark.parametrize(
    ("frequency", "themes", "codes"),
    [
        ("", [], ["special-plan-without-theme"]),
        ("消防", [], ["special-plan-without-theme"]),
        ("每年·供暖、防汛", ["防汛", "供暖"], []),
    ],
)
def test_the_plan_names_the_theme(frequency: str, themes: list[str], codes: list[str]) -> None:
    made, told = special_forms(scene_of(PLANS.format(frequency=frequency)), date(2014, 5, 13))
    assert [form.values["theme"] for form in made] == themes
    assert [p.code for p in told] == codes


def test_a_day_without_a_plan_is_told() -> None:
    assert [p.code for p in special_forms(scene_of(PLANS), date(2014, 5, 14))[1]] == ["special-none-planned"]


# The verb.


def test_plan_and_form_of_a_new_master(
    tmp_path: Path, templates: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """防汛检查月份 is 5: the first full week of May 2014 begins on the 5th, a Monday, which is the community's day."""
    sheets = f"\n项目\n项目名称 | 巡检星期\n凤鸣华府 | 一\n\n参数\n名称 | 取值\n模板位置 | {templates}\n启用模块 | 专项暗访\n"
    master = master_with(tmp_path / "总表.xlsx", sheets)
    call(capsys, "plan", master, "--month", "2014-05", "--as-of", "2014-05-01")
    code, result = call(capsys, "report", master, "--kind", "专项检查表", "--date", "2014-05-05", "--json")
    assert (code, result["problems"]) == (0, [])
    (document,) = result["documents"]
    assert Path(document["path"]).name == "2014-05-05 凤鸣华府 防汛.docx"
    text = squeeze(paper_text(Path(document["path"]).read_bytes()))
    for row in default_contents()[SpecialItem]:
        if row["theme"] == "防汛":
            assert squeeze(str(row["item"])) in text
            assert squeeze(str(row["requirement"])) in text
