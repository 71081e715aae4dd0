"""满意度问卷 and 满意度报告: what they say, how they look to outside judges, what they do not name."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pinzhi_xl.documents.design import BUILDERS
from pinzhi_xl.documents.engine import render
from pinzhi_xl.documents.text import squeeze
from pinzhi_xl.papers import Report
from pinzhi_xl.summary.questionnaire import questionnaires
from pinzhi_xl.summary.survey import survey_reports
from tests.paper_forms import FORMS
from tests.papers import paper_text
from tests.real.programs import pdf_pages, schema_errors
from tests.reports import column, rows_of, scene_of, text_of

AS_OF = date(2026, 12, 31)
SHEETS = """
人员
工号 | 姓名
P1 | 张三丰
P2 | 欧阳明月

满意度调查
调查编号 | 期次 | 项目 | 入住户数 | 发放份数 | 回收份数 | 开始日期 | 结束日期 | 方式 | 电话代答份数 | 需求分析
M1 | 2026上半年 | 凤鸣华府 | 50 | 45 | 40 | 2026-5-10 | 2026-6-10 | 上门 | 2 |
M2 | 2026下半年 | 凤鸣华府 | 60 | 54 | 48 | 2026-11-10 | 2026-12-10 | 上门 | 1 | 张三丰说要充电位，联系3栋1单元502室
M3 | 2026下半年 | 瑞景华庭 | 20 | 20 | 4 | 2026-11-10 | 2026-12-10 | 线上 | |

满意度汇总
调查编号 | 维度 | 非常满意 | 满意 | 一般 | 不满意 | 非常不满意
M1 | 客服 | 10 | 20 | 5 | 3 | 2
M1 | 总体 | 20 | 15 | 3 | 1 | 1
M2 | 客服 | 30 | 16 | 2 | |
M2 | 总体 | 24 | 18 | 4 | 1 | 1

满意度答卷
调查编号 | 序号 | 客服 | 总体 | 意见 | 有效
M2 | 1 | | | 保洁员欧阳明月很好 |
M2 | 2 | | | 路灯不亮 |
M2 | 3 | | | 路灯不亮 |
M3 | 1 | 5 | 4 | 我住3栋1单元502室，漏水 |
M3 | 2 | 2 | 2 | |
M3 | 3 | 4 | 4 | |
M3 | 4 | 5 | 5 | 乱写的 | 无效

满意度改进
改进编号 | 调查编号 | 项目 | 维度 | 登记日期 | 改进措施 | 责任部门 | 责任人 | 期限 | 完成日期 | 效果评估 | 评估日期
G1 | M1 | 凤鸣华府 | 客服 | 2026-6-20 | 张三丰每周培训 | 客服部 | P2 | 2026-7-20 | 2026-7-18 | 有效 | 2026-12-20
G2 | M2 | 凤鸣华府 | 总体 | 2026-12-20 | | | | 2027-1-20 | | |
"""
NAMES = ("张三丰", "欧阳明月", "502", "乱写的")


def report(text: str = SHEETS, day: date = AS_OF) -> Report:
    ((made,), _) = survey_reports(scene_of(text, AS_OF), day)
    return made


REPORT = report()
QUESTIONNAIRE = questionnaires(scene_of(SHEETS, AS_OF), date(2026, 11, 1))[0][0]
PAPERS = {made.kind: made for made in (REPORT, QUESTIONNAIRE)}


def test_the_figures_of_the_company() -> None:
    """总体: M2 42 of 48, points 120+72+12+2+1 = 207; M3 2 of 3, points 4+2+4 = 10. 44/51 = 86.27…, 217/255 = 85.09….
    发放 74/80 = 92.5, 回收 52/74 = 70.27…."""
    assert REPORT.name == "2026下半年 公司"
    assert {name: REPORT.values[name] for name in ("rate", "score", "issue_rate", "return_rate")} == {
        "rate": "86.3%",
        "score": "85.1",
        "issue_rate": "92.5%",
        "return_rate": "70.3%",
    }


def test_the_matrix() -> None:
    """客服: M2 46/48 = 95.83…, points 150+64+6 = 220 of 240 = 91.66…; M3 2/3, points 5+2+4 = 11 of 15 = 73.33…;
    both 48/51 = 94.11…, 231/255 = 90.58…. ▼ is below 90 %, ※ fewer than 30 answers."""
    assert column(REPORT, "rates", "community") == ["凤鸣华府", "瑞景华庭", "合计"]
    assert column(REPORT, "rates", "front_desk") == ["95.8", "66.7▼※", "94.1"]
    assert column(REPORT, "rates", "overall") == ["87.5▼", "66.7▼※", "86.3▼"]
    assert column(REPORT, "rates", "greenery") == ["—", "—", "—"]
    assert column(REPORT, "scores", "front_desk") == ["91.7", "73.3※", "90.6"]
    assert column(REPORT, "scores", "overall") == ["86.3", "66.7※", "85.1"]


def test_the_comparison_with_the_half_year_before() -> None:
    """客服 of 凤鸣华府 was 30/40 = 75.0 and is 95.8; 总体 was 35/40 = 87.5 and is 87.5. Only it was asked twice."""
    assert column(REPORT, "compared", "front_desk") == ["↑20.8", "—", "↑20.8"]
    assert column(REPORT, "compared", "overall") == ["持平", "—", "持平"]
    sentences = REPORT.values["sentences"]
    assert isinstance(sentences, list)
    assert sentences[1] == "总体满意率 86.3%（较上期 持平），满意度得分 85.1（较上期 ↑0.3）。"
    assert "与上期的比较只算两期都有调查的项目：凤鸣华府。" in sentences
    first = report(day=date(2026, 3, 1))
    assert first.name == "2026上半年 公司"
    assert first.values["compared"] == []
    assert "（没有上期可比）" in text_of(first)


def test_response_and_small_samples() -> None:
    """M2: 54/60, 48/54 = 88.88…, 1 of 48 by telephone. M3 has 3 valid questionnaires of 4."""
    assert column(REPORT, "surveys", "issue_rate") == ["90.0%", "100.0%"]
    assert column(REPORT, "surveys", "return_rate") == ["88.9%", "20.0%"]
    assert column(REPORT, "surveys", "valid") == ["48", "3"]
    assert column(REPORT, "surveys", "by_phone") == ["1（2.1%）", "0（0.0%）"]
    assert REPORT.values["small_note"] == "※ 有效答卷少于 30 份，结果仅供参考：瑞景华庭（3 份）。"


def test_the_lowest_and_their_improvements() -> None:
    shown = [(r["community"], r["dimension"], r["rate"], r["number"]) for r in rows_of(REPORT, "lowest")]
    assert shown == [
        ("瑞景华庭", "客服", "66.7%", "未起草"),
        ("瑞景华庭", "总体", "66.7%", "未起草"),
        ("凤鸣华府", "总体", "87.5%", "G2"),
    ]
    assert column(REPORT, "improvements", "state") == ["待定措施"]
    (followed,) = rows_of(REPORT, "followed")
    assert (followed["number"], followed["state"], followed["change"]) == ("G1", "已关闭", "75.0% → 95.8%　↑20.8")


def test_without_anything_below_target_the_three_lowest_are_shown() -> None:
    text = SHEETS + "\n参数\n名称 | 取值\n满意率目标 | 60\n"
    assert column(report(text), "lowest", "rate") == ["66.7%", "66.7%", "87.5%"]
    assert "各项目各维度都达到目标 60%。" in text_of(report(text))


def test_opinions_are_counted_and_nobody_is_named() -> None:
    """law.md §4: neither names nor rooms; invalid questionnaires say nothing."""
    assert column(REPORT, "opinions", "facts")[0] == "路灯不亮（2 份）"
    assert REPORT.values["opinions_note"] == "共收到意见 4 条；姓名、电话、房号已隐去。"
    assert not [name for name in NAMES if name in text_of(REPORT)]
    assert "3栋*单元" in text_of(REPORT)
    assert column(REPORT, "followed", "reason") == ["客服部　欧*"]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("M3 | 2026下半年", "M3 | 2025下半年", "没有本期调查的项目：瑞景华庭、阳光美地。"),
        ("2026-12-10 | 线上", "2027-1-10 | 线上", "调查还没有结束或没有录入、未列入的项目：瑞景华庭。"),
        ("| 20 | 20 | 4 |", "| 20 | 20 | 3 |", "有错误、未列入的项目：瑞景华庭。"),
    ],
)
def test_who_is_left_out_is_named(old: str, new: str, sentence: str) -> None:
    made = report(SHEETS.replace(old, new))
    assert column(made, "rates", "community") == ["凤鸣华府"]
    assert sentence in text_of(made)


def test_without_a_survey_there_is_no_report() -> None:
    nothing, (problem,) = survey_reports(scene_of(SHEETS, AS_OF), date(2025, 3, 1))
    assert (nothing, problem.code) == ([], "nothing-to-report")
    wrong = SHEETS.replace("| 45 | 40 |", "| 45 | 46 |")
    none, problems = survey_reports(scene_of(wrong, AS_OF), date(2026, 3, 1))
    assert (none, [p.code for p in problems]) == ([], ["survey-withheld", "nothing-to-report"])


def test_a_questionnaire_for_each_community_asks_for_no_personal_data() -> None:
    made, problems = questionnaires(scene_of(SHEETS, AS_OF), date(2026, 11, 1))
    assert [report.name for report in made] == [
        "2026下半年 凤鸣华府",
        "2026下半年 瑞景华庭",
        "2026下半年 阳光美地",
    ]
    assert problems == []
    assert column(made[0], "questions", "item") == [
        "客服", "秩序", "环境", "绿化", "工程维修", "投诉处理", "公共设施", "收费透明", "总体",
    ]  # fmt: skip
    assert "2026年12月10日" in str(made[0].values["return_by"])
    assert (made[0].values["number"], made[2].values["number"]) == ("M2", "（未登记）")


def paper(folder: Path, made: Report, values: Any) -> Path:  # noqa: ANN401 - whatever a form gives
    template = folder / f"{made.kind}.docx"
    template.write_bytes(BUILDERS[template.name]())
    path = folder / "paper.docx"
    path.write_bytes(render(template, values))
    return path


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", PAPERS)
def test_the_papers_are_valid(tmp_path: Path, kind: str, form: str) -> None:
    assert schema_errors(paper(tmp_path, PAPERS[kind], FORMS[form](PAPERS[kind]))) == []


@pytest.mark.parametrize("kind", PAPERS)
def test_every_value_is_printed(tmp_path: Path, kind: str) -> None:
    made = PAPERS[kind]
    text = squeeze(paper_text(paper(tmp_path, made, made.values).read_bytes()))
    unused = {"满意度问卷": {"as_of"}, "满意度报告": set()}[kind]
    hidden = {"improvements": {"done", "reason"}, "followed": {"due", "reason", "rate"}}
    for name, value in made.values.items():
        if isinstance(value, str):
            assert name in unused or squeeze(value) in text, name
        elif not isinstance(value, bool):
            for item in value:
                shown = (
                    [item]
                    if isinstance(item, str)
                    else [v for k, v in item.items() if k not in hidden.get(name, ())]
                )
                assert all(squeeze(part) in text for part in shown), (name, item)


def test_the_questionnaire_has_a_page_and_the_report_a_few(tmp_path: Path) -> None:
    pages = pdf_pages(paper(tmp_path, QUESTIONNAIRE, QUESTIONNAIRE.values), tmp_path)
    assert len(pages) == 1
    for word in ("姓名：", "房号：", "电话：", "签名"):
        assert word not in pages[0]
    assert "不记名" in squeeze(pages[0])
    assert squeeze(pages[0]).count("□") == 9 * 5 + 5
    assert len(pdf_pages(paper(tmp_path, REPORT, REPORT.values), tmp_path)) <= 3
