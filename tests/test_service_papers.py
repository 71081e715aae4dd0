"""投诉回复单 and 投诉报修分析: what they say, that they are valid papers, and that they name nobody."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pinzhi_xl.documents.design import BUILDERS
from pinzhi_xl.documents.engine import render
from pinzhi_xl.documents.text import squeeze
from pinzhi_xl.month import Month
from pinzhi_xl.papers import Report
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.summary.complaint_replies import complaint_replies
from pinzhi_xl.summary.kinds import REPORT_KINDS
from pinzhi_xl.summary.service_analysis import service_analyses
from pinzhi_xl.workbook.defaults import default_contents
from tests.paper_forms import FORMS
from tests.papers import paper_text
from tests.real.programs import pdf_pages, schema_errors
from tests.reports import column, rows_of, scene_of, text_of
from tests.test_sample import book_of as sample_book
from tests.years import year_contents

AUGUST = Month(2014, 8)
ROWS = """
项目
项目名称 | 入住户数
凤鸣华府 | 500
瑞景华庭 | 1000

人员
工号 | 姓名
R1 | 张三丰
R2 | 李四

检查记录
检查编号 | 项目 | 检查日期
J1 | 凤鸣华府 | 2014-8-4

问题登记
问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处置 | 问题描述
W1 | J1 | 环境部 | B1 | 不合格 | 整改 | 楼道没有清扫

整改跟踪
问题编号 | 整改期限 | 完成日期 | 整改编号
W1 | 2014-8-8 | 2014-8-8 | 品改〔2014〕1号

投诉台账
受理号 | 日期 | 时间 | 渠道 | 项目 | 投诉人 | 房号 | 内容 | 分类 | 有效性 | 级别 | 首问责任人 | 派发部门 | 响应时间 | 处理结果 | 办结日期 | 回访人 | 回访日期 | 满意度 | 原因 | 原因分类 | 预防措施 | 关联问题编号
TS-1 | 2014-8-4 | 9:00 | 来电 | 凤鸣华府 | 王女士 | 3栋1单元502 | 保洁员李四三天没有清扫3栋1单元502门口 | 环境 | 有效 | 一般 | R1 | 环境部 | 9:30 | 李四已清扫，张三丰复查 | 2014-8-6 | 李四 | 2014-8-7 | 一般 | 李四漏扫 | 员工操作不当 | 张三丰每日检查 | W1
TS-2 | 2014-8-12 | 9:00 | 来电 | 凤鸣华府 | 王女士 | 3栋1单元502 | 门口又没有清扫 | 环境 | 有效 | 一般 | R1 | 环境部 | 9:30 | 再次清扫 | 2014-8-14 | R2 | 2014-8-15 | 满意 | 换班漏排 | 员工操作不当 | |
TS-3 | 2014-8-5 | 9:00 | 来访 | 瑞景华庭 | 赵六六 | 2-1-301 | 赵六六称停车收费不清 | 收费 | 有效 | 重大 | R1 | 客服部 | | | | | | | | | |
TS-4 | 2014-8-5 | 9:00 | 来访 | 瑞景华庭 | 业主 | | 邻居装修 | 邻里 | 无效 | 一般 | R1 | | | | | | | | 邻里纠纷 | | |
TS-5 | 2014-7-7 | 9:00 | 来电 | 凤鸣华府 | 钱先生 | 5栋201 | 路灯不亮 | 设施 | 有效 | 一般 | R1 | 环境部 | 9:30 | 换了灯 | 2014-7-8 | R2 | 2014-7-9 | 满意 | 老化 | 设施老化 | 每周检查 |

报修工单
工单号 | 报修日期 | 报修时间 | 项目 | 报修人 | 房号或位置 | 内容 | 分类 | 是否急修 | 派工 | 响应时间 | 处理结果 | 完成日期 | 完成时间 | 回访人 | 回访日期 | 回访满意度
BX-1 | 2014-8-4 | 9:00 | 凤鸣华府 | 王女士 | 3栋1单元502 | 水管漏水 | 给排水 | 是 | 李四 | 9:10 | 换了软管 | 2014-8-4 | 11:00 | R1 | 2014-8-5 | 满意
BX-2 | 2014-8-20 | 9:00 | 凤鸣华府 | 王女士 | 3栋1单元502 | 门锁坏 | 门窗五金 | | 李四 | 9:30 | | | | | |
"""
WRONG = ROWS.replace("再次清扫 | 2014-8-14", "再次清扫 | 2014-8-11")
NAMES = ("张三丰", "李四", "赵六六", "502")


def replies(text: str = ROWS) -> list[Report]:
    return list(complaint_replies(scene_of(text), AUGUST)[0])


def analysis(text: str = ROWS, as_of: date = date(2014, 8, 29)) -> Report:
    return service_analyses(scene_of(text, as_of), AUGUST)[0][0]


USUAL = {"投诉回复单": replies()[0], "投诉报修分析": analysis()}


def paper(tmp_path: Path, kind: str, values: Any) -> bytes:  # noqa: ANN401 - whatever a form gives
    template = tmp_path / f"{kind}.docx"
    template.write_bytes(BUILDERS[f"{kind}.docx"]())
    return render(template, values)


def test_a_letter_for_every_complaint_settled_in_the_month() -> None:
    assert [report.name for report in replies()] == ["TS-1 凤鸣华府", "TS-2 凤鸣华府"]
    first = replies()[0].values
    assert (first["owner"], first["room"], first["done"]) == ("王女士", "（3栋*单元）", "2014年8月6日")
    assert first["result"] == "工作人员已清扫，工作人员复查"
    assert first["complaint"] == "保洁员工作人员三天没有清扫3栋*单元门口"
    assert first["prevention"] == "工作人员每日检查"
    assert replies()[1].values["prevention"] == "已按上述结果处理，并将继续关注。"


def test_a_row_with_an_error_gets_no_letter_and_is_told() -> None:
    reports, problems = complaint_replies(scene_of(WRONG), AUGUST)
    assert [report.name for report in reports] == ["TS-1 凤鸣华府"]
    assert [(p.code, p.value) for p in problems] == [("reply-withheld", "TS-2")]


def test_a_month_without_any_is_told() -> None:
    reports, problems = complaint_replies(scene_of(ROWS), Month(2014, 6))
    assert (reports, [p.code for p in problems]) == ([], ["no-settled-complaint"])
    reports, problems = service_analyses(scene_of(""), AUGUST)
    assert (reports, [p.code for p in problems]) == ([], ["no-service-rows"])


def test_the_analysis_adds_up() -> None:
    """Received in August TS-1 to TS-3 (TS-4 无效, TS-5 July); settled TS-1 (due 8-13, in time) and TS-2.

    TS-3 重大 of 8-05 is due 8-08: 21 days over on 8-29, never answered. TS-2 repeats TS-1, without prevention.
    投诉率: 3 ÷ 1500 households = 2.0; 凤鸣华府 2 ÷ 500 = 4.0. BX-2 was due 8-21: 8 days over.
    """
    report = analysis()
    values = report.values
    assert (values["complaints_total"], values["handling"], values["on_time"]) == ("3", "66.7%", "66.7%")
    assert (values["satisfied"], values["repeat_rate"], values["complaint_rate"]) == (
        "50.0%",
        "33.3%",
        "2.0 件/千户",
    )
    assert (values["orders_total"], values["repair_on_time"], values["repair_done"]) == ("2", "50.0%", "50.0%")
    assert (values["repair_satisfied"], values["repair_response"]) == ("100.0%", "20.0 分钟")
    assert column(report, "complaint_sums", "name") == ["凤鸣华府", "瑞景华庭", "合计"]
    assert column(report, "complaint_sums", "received") == ["2", "1", "3"]
    assert column(report, "complaint_sums", "invalid") == ["0", "1", "1"]
    assert column(report, "complaint_sums", "rate") == ["4.0 件/千户", "1.0 件/千户", "2.0 件/千户"]
    assert [(r["name"], r["count"], r["running"]) for r in rows_of(report, "by_category")] == [
        ("环境", "2", "66.7%"), ("收费", "1", "100.0%"),
    ]  # fmt: skip
    assert [(r["name"], r["count"]) for r in rows_of(report, "by_cause")] == [("员工操作不当", "2")]
    assert [(r["number"], r["before"], r["owner"]) for r in rows_of(report, "repeated")] == [
        ("TS-2", "TS-1", "王女士")
    ]
    assert [(r["number"], r["overdue"], r["facts"]) for r in rows_of(report, "overdue")] == [
        ("TS-3", "21", "赵*称停车收费不清")
    ]
    assert [(r["number"], r["overdue"], r["place"]) for r in rows_of(report, "overdue_orders")] == [
        ("BX-2", "8", "3栋*单元")
    ]
    assert [(r["name"], r["satisfied"], r["fair"], r["rate"]) for r in rows_of(report, "satisfaction")] == [
        ("投诉", "1", "1", "50.0%"), ("报修", "1", "0", "100.0%"),
    ]  # fmt: skip
    assert column(report, "preventions", "chain") == ["品改〔2014〕1号 待复查", "—"]
    said = "".join(str(sentence) for sentence in values["sentences"] if isinstance(sentence, str))  # type: ignore[union-attr]
    for part in (
        "受理投诉 3 件（上月 1 件）",
        "无效 1 件",
        "未办结的投诉 1 件",
        "响应超时 1 件",
        "缺预防措施的 1 件",
    ):
        assert part in said
    assert values["wrong"] == ""


def test_wrong_rows_raise_no_figure_and_are_told() -> None:
    """TS-2 settled on the day before it came in: it does not count as settled."""
    values = analysis(WRONG).values
    assert values["handling"] == "33.3%"
    assert "还有 1 处错误" in str(values["wrong"])


@pytest.mark.parametrize("report", [*replies(), analysis()], ids=lambda report: report.name)
def test_nobody_is_named_in_full(report: Report) -> None:
    assert [name for name in NAMES if name in text_of(report) + report.name] == []


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", USUAL)
def test_every_paper_is_valid(tmp_path: Path, kind: str, form: str) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(paper(tmp_path, kind, FORMS[form](USUAL[kind])))
    assert schema_errors(path) == []


@pytest.mark.parametrize("kind", USUAL)
def test_every_value_is_printed(tmp_path: Path, kind: str) -> None:
    text = squeeze(paper_text(paper(tmp_path, kind, USUAL[kind].values)))
    for name, value in USUAL[kind].values.items():
        if isinstance(value, str):
            assert squeeze(value) in text, name
        elif not isinstance(value, bool):
            for row in value:
                for part in [row] if isinstance(row, str) else row.values():
                    assert squeeze(part) in text, (name, part)


@pytest.mark.parametrize("kind", USUAL)
def test_it_prints_on_few_pages(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(paper(tmp_path, kind, USUAL[kind].values))
    assert 1 <= len(pdf_pages(path, tmp_path)) <= (1 if kind == "投诉回复单" else 3)


def test_the_sample_year_has_letters_every_month_and_contents_for_an_analysis() -> None:
    scene = scene_of(sample_book(year_contents(2026, default_contents())), date(2026, 12, 31))
    errors = [problem for problem in check(Scene(scene.facts, scene.as_of)) if problem.is_error]
    assert [p.message for p in errors if p.cell.sheet in ("投诉台账", "报修工单", "项目")] == []
    for month in (Month(2026, number) for number in range(1, 13)):
        assert REPORT_KINDS["投诉回复单"].make(scene, month)[0]
    december = REPORT_KINDS["投诉报修分析"].make(scene, Month(2026, 12))[0][0]
    for name in ("repeated", "overdue", "overdue_orders", "satisfaction", "preventions", "by_cause"):
        assert rows_of(december, name), name
    assert december.values["wrong"] == ""
