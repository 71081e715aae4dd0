"""演练记录 and 安全设备月报: what they say, in what order, whom they hide, and that Word takes them."""

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
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.dangers import Danger
from pinzhi_xl.sheets.drills import Drill, SafetyRegulation
from pinzhi_xl.sheets.equipment import Equipment, Failure, Upkeep
from pinzhi_xl.summary.drill_records import drill_records
from pinzhi_xl.summary.kinds import REPORT_KINDS
from pinzhi_xl.summary.safety_report import safety_reports
from pinzhi_xl.workbook.build import build_master
from pinzhi_xl.workbook.defaults import default_contents
from pinzhi_xl.workbook.read import read_book
from tests.masters import IDENTITY
from tests.paper_forms import FORMS, stretched
from tests.papers import paper_text
from tests.real.programs import pdf_pages, schema_errors
from tests.reports import scene_of
from tests.years import year_contents

AUGUST = Month(2026, 8)
AS_OF = date(2026, 8, 31)
SHEETS = """
人员
工号 | 姓名
R1 | 张三丰
R2 | 欧阳明月

应急演练
编号 | 项目 | 预案 | 演练内容 | 计划日期 | 组织人 | 实施日期 | 参加人数 | 业主参加 | 用时 | 抽问人数 | 答对人数 | 评估 | 问题与改进
Y1 | 凤鸣华府 | 火灾 | 3栋1单元502室起火 | 2026-8-10 | R1 | 2026-8-11 | 20 | 6 | 45 | 8 | 7 | 基本达到 | 张三丰报警偏慢，已补训
Y2 | 凤鸣华府 | 防汛 | 车库进水 | 2026-8-20 | R1 | | | | | | | |

演练隐患
编号 | 项目 | 来源 | 演练编号 | 发现日期 | 部位 | 隐患 | 等级 | 责任部门 | 责任人 | 临时措施 | 期限 | 完成日期 | 复查人 | 复查日期 | 结论
H1 | 凤鸣华府 | 演练 | Y1 | 2026-8-11 | 5栋 | 消火栓无水带 | 一般 | 环境部 | 张三丰 | 备灭火器 | 2026-8-20 | | | |
H2 | 凤鸣华府 | 日常排查 | | 2026-8-12 | 泵房 | 控制柜绝缘不合格 | 重大 | 环境部 | R2 | | 2026-9-9 | | | |
H3 | 凤鸣华府 | 日常排查 | | 2026-8-1 | 天台 | 避雷带断开 | 较大 | 环境部 | R2 | 拉警戒带 | 2026-8-9 | 2026-8-8 | R1 | 2026-8-9 | 已消除
H4 | 凤鸣华府 | 日常排查 | | 2026-6-1 | 门岗 | 早已消除的隐患 | 重大 | 环境部 | R2 | 值守 | 2026-6-9 | 2026-6-8 | R1 | 2026-6-9 | 已消除

设备
编号 | 项目 | 名称 | 类别 | 台数 | 检验有效期至 | 维保单位
D1 | 凤鸣华府 | 客梯 | 电梯 | 2 | 2026-9-15 | 电梯公司
D2 | 凤鸣华府 | 报警主机 | 消防 | 1 | 2026-8-30 | 消防公司
D3 | 凤鸣华府 | 水泵 | 水泵 | 3 | 2026-10-1 |

设备保养
保养编号 | 设备编号 | 保养项 | 周期 | 计划日期 | 完成日期 | 应填项 | 已填项 | 抽查项 | 准确项 | 备注
B1 | D1 | 例行 | 半月 | 2026-8-20 | 2026-8-20 | 20 | 19 | 4 | 3 |
B2 | D3 | 轴承 | 每月 | 2026-8-25 | | | | | | 欧阳明月说等配件

设备故障
故障编号 | 设备编号 | 故障日期 | 故障时间 | 到场时间 | 修复日期 | 修复时间 | 原因
G1 | D3 | 2026-8-30 | 9:00 | 9:20 | | | 轴承磨损
"""


def monthly(text: str = SHEETS, as_of: date = AS_OF) -> list[Report]:
    return list(safety_reports(scene_of(text, as_of), AUGUST)[0])


def records() -> list[Report]:
    return list(drill_records(scene_of(SHEETS, AS_OF), AUGUST)[0])


USUAL = {report.kind: report for report in (monthly()[0], records()[0])}
KINDS = ("安全设备月报", "演练记录")


def paper(kind: str, values: Any, folder: Path) -> Path:  # noqa: ANN401 - whatever a form gives
    template = folder / f"template {kind}.docx"
    template.write_bytes(BUILDERS[f"{kind}.docx"]())
    made = folder / f"{kind}.docx"
    made.write_bytes(render(template, values))
    return made


def test_both_kinds_are_reports_of_the_module() -> None:
    assert {REPORT_KINDS[kind].module for kind in KINDS} == {"安全设备"}
    assert {REPORT_KINDS[kind].period for kind in KINDS} == {"month"}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_paper_is_valid(tmp_path: Path, kind: str, form: str) -> None:
    assert schema_errors(paper(kind, FORMS[form](USUAL[kind]), tmp_path)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_value_is_printed(tmp_path: Path, kind: str) -> None:
    text = squeeze(paper_text(paper(kind, USUAL[kind].values, tmp_path).read_bytes()))
    for name, value in USUAL[kind].values.items():
        if isinstance(value, str):
            assert squeeze(value) in text, name


@pytest.mark.parametrize("kind", KINDS)
def test_long_lists_repeat_their_heading_and_split_no_row(tmp_path: Path, kind: str) -> None:
    content = paper(kind, stretched(USUAL[kind]), tmp_path).read_bytes()
    xml = read_package(content)["word/document.xml"].decode()
    assert xml.count("<w:cantSplit/>") == xml.count("<w:tr>") + xml.count("<w:tr ")
    assert "<w:tblHeader/>" in xml


@pytest.mark.parametrize("kind", KINDS)
def test_libreoffice_prints_a_usual_month_on_few_pages(tmp_path: Path, kind: str) -> None:
    made = paper(kind, USUAL[kind].values, tmp_path)
    assert 1 <= len(pdf_pages(made, tmp_path)) <= 2


@pytest.mark.parametrize("kind", KINDS)
def test_names_and_rooms_are_masked(tmp_path: Path, kind: str) -> None:
    text = paper_text(paper(kind, USUAL[kind].values, tmp_path).read_bytes())
    for name in ("张三丰", "欧阳明月", "502室"):
        assert name not in text
    assert "张*" in text


def test_the_ledger_has_the_serious_first_and_leaves_out_what_was_removed_long_ago() -> None:
    """H2 重大 before H3 较大 (removed in the month) before H1 一般 (11 days late); H4 was removed in June."""
    rows: Any = USUAL["安全设备月报"].values["dangers"]
    assert [(row["number"], row["state"], row["overdue"]) for row in rows] == [
        ("H2", "待整改", "—"),
        ("H3", "已关闭", "—"),
        ("H1", "逾期", "11"),
    ]
    assert [row["interim"] for row in rows] == ["未填临时措施", "拉警戒带", "备灭火器"]


def test_the_figures_at_the_head_are_those_worked_out_by_hand() -> None:
    """Open: H1, H2; serious H2; late H1. Units 2 + 1 + 3 = 6, one pump stands still: 5/6 = 83.3, failures 1/6 = 16.7;
    G1 is not repaired: 0; maintenance 1 of 2; fields 19/20; entries 3/4. Y2 was planned and not held.
    """
    values = USUAL["安全设备月报"].values
    names = ("open_total", "serious_total", "overdue_total", "found_total", "removed_total")
    assert [values[name] for name in names] == ["2", "1", "1", "3", "1"]
    rates = ("failure_rate", "intact_rate", "repair_rate", "upkeep_rate", "complete_rate", "accurate_rate")
    assert [values[name] for name in rates] == ["16.7%", "83.3%", "0.0%", "50.0%", "95.0%", "75.0%"]
    said = "".join(values["sentences"])  # type: ignore[arg-type]
    assert "有 1 处重大隐患没有临时措施" in said
    assert "在册设备 6 台，完好 5 台，故障 1 台，停用 0 台；本月故障 1 台次" in said
    assert "检验有效期已过 1 项，30 天内到期 1 项" in said
    assert "本月到期保养 2 项，已做 1 项，未做 1 项" in said
    assert "本月实施演练 1 次，计划未做 1 次，待评估 0 次" in said


def test_the_lists_name_what_is_to_be_done() -> None:
    values: Any = USUAL["安全设备月报"].values
    assert [(row["code"], row["left"]) for row in values["certificates"]] == [
        ("D2", "已过期 1 天"),
        ("D1", "还有 15 天"),
    ]
    assert [(row["name"], row["overdue"]) for row in values["late"]] == [("水泵", "6")]
    assert [row["state"] for row in values["failures"]] == ["维修中"]
    kinds = [(row["name"], row["units"], row["intact"], row["executed"]) for row in values["kinds"]]
    assert kinds == [("电梯", "2", "2", "100.0%"), ("消防", "1", "1", "—"), ("水泵", "3", "2", "0.0%")]
    assert [(row["plan"], row["state"]) for row in values["drills"]] == [("火灾", "已完成"), ("防汛", "逾期未做")]
    (year,) = values["year"]
    assert (year["done"], year["name"], year["reason"]) == ("1 / 5", "火灾", "斗殴、被盗、电梯困人、防汛")


def test_a_month_seen_later_is_told_as_it_ended() -> None:
    """G1 repaired and B2 done in September change nothing in what August's report counts."""
    later = SHEETS.replace("9:20 | | | 轴承", "9:20 | 2026-9-2 | 9:00 | 轴承").replace(
        "2026-8-25 | | |", "2026-8-25 | 2026-9-3 | |"
    )
    values = monthly(later, date(2026, 9, 10))[0].values
    assert (values["intact_rate"], values["upkeep_rate"]) == ("83.3%", "50.0%")


def test_one_report_a_community_and_one_for_all_where_there_are_several() -> None:
    assert [report.name for report in monthly()] == ["2026-08 凤鸣华府"]
    both = SHEETS.replace("D3 | 凤鸣华府", "D3 | 瑞景华庭")
    assert [report.community for report in monthly(both)] == ["凤鸣华府", "瑞景华庭", "全部项目"]
    assert monthly("") == []


def test_a_drill_has_its_record_with_the_dangers_it_showed() -> None:
    (record,) = records()
    assert record.name == "Y1 凤鸣华府"
    assert record.values["asked"] == "抽问 8 人，答对 7 人（87.5%）"
    assert record.values["held"] == "2026年8月11日"
    rows: Any = record.values["dangers"]
    assert [row["number"] for row in rows] == ["H1"]


def test_a_month_without_drills_and_a_drill_without_number_are_told() -> None:
    codes = [p.code for p in drill_records(scene_of(SHEETS, AS_OF), Month(2026, 7))[1]]
    assert codes == ["drill-not-held"]
    bare = "应急演练\n编号 | 项目 | 预案 | 计划日期 | 实施日期\n | 凤鸣华府 | 火灾 | | 2026-8-11\n"
    reports, problems = drill_records(scene_of(bare, AS_OF), AUGUST)
    assert [p.code for p in problems] == ["drill-not-numbered"]
    assert not reports


def test_the_sample_year_has_no_error_and_papers_full_of_life(tmp_path: Path) -> None:
    path = tmp_path / "年.xlsx"
    path.write_bytes(build_master(year_contents(2026, default_contents()), IDENTITY))
    book = read_book(path)
    end = date(2026, 12, 31)
    own = {kind.sheet.label for kind in (Drill, Danger, Equipment, Upkeep, Failure, SafetyRegulation)}
    told = [p for p in check(Scene(Facts(book), end)) if p.cell.sheet in own]
    assert [p for p in told if p.is_error] == []
    assert {"danger-overdue", "certificate-expiring", "upkeep-overdue", "rescue-late"} <= {p.code for p in told}
    scene = scene_of(book, end)
    assert len(drill_records(scene, Month(2026, 5))[0]) == 3
    whole: Any = safety_reports(scene, Month(2026, 12))[0][-1].values
    assert whole["dangers"][0]["level"] == "重大"
    assert all(whole[name] for name in ("kinds", "certificates", "late", "failures", "drills", "year"))
