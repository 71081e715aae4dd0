"""Reports as files: the verb, the templates, and the finished papers before outside judges."""

import json
from pathlib import Path
from typing import Any

import pytest

from pinzhi_xl.documents.engine import render
from pinzhi_xl.documents.templates import find_template
from pinzhi_xl.documents.text import squeeze
from pinzhi_xl.month import Month
from pinzhi_xl.papers import Report
from pinzhi_xl.sheets.organisation import Person
from pinzhi_xl.summary import (
    confirmations,
    duty_reports,
    monthly_reports,
    ranking_reports,
    review_lists,
    signed_posts,
    weekly_reports,
)
from pinzhi_xl.summary.kinds import REPORT_KINDS
from pinzhi_xl.summary.reinspections import reinspections
from pinzhi_xl.workbook.read import read_book
from tests.masters import call, master_with
from tests.paper_forms import FORMS, stretched
from tests.papers import paper_text
from tests.real.programs import pdf_pages, schema_errors
from tests.reports import MONTH, SIGNED, WEEK33, scene_of

AUGUST = Month(2014, 8)
CALLS = {
    "检查周报": ("--week", "2014-W33"),
    "项目品质值班评估记录": ("--date", "2014-08-11"),
    "复查清单": ("--date", "2014-08-11"),
    "整改复查单": ("--date", "2014-08-18"),
    "岗位签署情况": ("--date", "2014-08-11"),
    "扣分明细确认单": ("--month", "2014-08"),
    "月度督导总结": ("--month", "2014-08"),
    "月度评估与排名通报": ("--month", "2014-08"),
}
CIRCULATED = ("检查周报", "月度督导总结", "月度评估与排名通报")
ROWS = """
项目
项目名称 | 项目经理
凤鸣华府 | 欧阳明月

人员
工号 | 姓名
R1 | 张三丰
R2 | 李四

检查记录
检查编号 | 项目 | 检查日期 | 开始时间 | 检查人 | 未检部门
J1 | 凤鸣华府 | 2014-8-4 | 9:00 | 张三丰 | 监控室
J2 | 凤鸣华府 | 2014-8-11 | 9:00 | 张三丰 |

问题登记
问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数 | 位置 | 问题描述 | 处置 | 整改责任人
W1 | J1 | 客服部 | KF01 | 不合格 | {count} | 客服中心 | 前台李四离岗较久，无人值守 | 整改 | R2
W2 | J2 | 环境部 | HJ06 | 不合格 | 2 | 3栋大堂 | 楼梯口堆放杂物 | 当场纠正 |

整改跟踪
问题编号 | 整改期限 | 责任人 | 完成日期 | 复查人 | 复查日期 | 复查结论
W1 | 2014-8-8 | R2 | 2014-8-7 | 张三丰 | 2014-8-18 | 整改完成

位置
项目 | 位置名称 | 是否应签岗位
凤鸣华府 | 客服中心 |
凤鸣华府 | 3栋大堂 |
凤鸣华府 | 东门岗 | 是
凤鸣华府 | 西门岗 | 是

岗位签署
项目 | 日期 | 岗位 | 班次 | 当值人 | 签署时间 | 在岗状态
凤鸣华府 | 2014-8-11 | 东门岗 | 白班 | 李四 | 9:10 | 在岗
"""


def usual() -> dict[str, Report]:
    """One report of every kind from the small month."""
    scene = scene_of(MONTH)
    made = [
        weekly_reports(scene, WEEK33)[0][0],
        duty_reports(scene, WEEK33.replace(day=11))[0][0],
        review_lists(scene, WEEK33.replace(day=11))[0][0],
        reinspections(scene, WEEK33.replace(day=18))[0][0],
        signed_posts(scene_of(MONTH + SIGNED), WEEK33.replace(day=11))[0][0],
        confirmations(scene, AUGUST)[0][0],
        monthly_reports(scene, AUGUST)[0][0],
        ranking_reports(scene, AUGUST)[0][0],
    ]
    return {report.kind: report for report in made}


USUAL = usual()
WHOLE_COMPANY = monthly_reports(scene_of(MONTH), AUGUST)[0][-1]


def paper(kind: str, values: Any) -> bytes:  # noqa: ANN401 - whatever a form gives
    return render(find_template(f"{kind}.docx"), values)


def test_every_kind_of_the_verb_has_its_template() -> None:
    """Those of modules, and the notice of a red line, have tests of their own."""
    assert [kind.name for kind in REPORT_KINDS.values() if kind.module is None] == [*CALLS, "红线通报"]
    for kind in REPORT_KINDS:
        assert find_template(f"{kind}.docx").is_file()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", CALLS)
def test_every_paper_is_valid(tmp_path: Path, kind: str, form: str) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(paper(kind, FORMS[form](USUAL[kind])))
    assert schema_errors(path) == []


@pytest.mark.parametrize("kind", CALLS)
def test_every_value_is_used_and_printed(kind: str) -> None:
    text = squeeze(paper_text(paper(kind, USUAL[kind].values)))
    hidden = {"unit_label", "on_time", "company_wide", "deduction"}
    for name, value in USUAL[kind].values.items():
        if isinstance(value, str) and name not in hidden:
            assert squeeze(value) in text, name


@pytest.mark.parametrize("kind", CALLS)
def test_long_lists_repeat_their_heading_and_split_no_row(kind: str) -> None:
    content = paper(kind, stretched(USUAL[kind]))
    from pinzhi_xl.documents.package import read_package

    xml = read_package(content)["word/document.xml"].decode()
    assert xml.count("<w:cantSplit/>") == xml.count("<w:tr>") + xml.count("<w:tr ")
    assert "<w:tblHeader/>" in xml or kind == "项目品质值班评估记录"


@pytest.mark.parametrize("kind", CALLS)
def test_libreoffice_prints_it_with_pages_counted(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(paper(kind, USUAL[kind].values))
    pages = [squeeze(page) for page in pdf_pages(path, tmp_path)]
    assert 1 <= len(pages) <= 4
    for number, page in enumerate(pages, 1):
        assert f"第{number}页共{len(pages)}页" in page


def test_the_first_page_of_a_month_can_be_read_alone(tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(paper("月度督导总结", WHOLE_COMPANY.values))
    first = squeeze(pdf_pages(path, tmp_path)[0])
    for part in ("一、总体情况", "二、红线与逾期整改", "三、需要支持与决定的事项", "平均得分", "逾期整改"):
        assert part in first


def test_drafts_samples_and_unknown_holidays_are_marked() -> None:
    values = {**USUAL["月度督导总结"].values, "draft": "草稿", "sample_mark": "示例", "holiday_note": "未核节假日"}
    text = paper_text(paper("月度督导总结", values))
    assert "月度督导总结（草稿）" in text
    assert "【示例】" in text
    assert "未核节假日" in text
    plain = paper_text(paper("月度督导总结", USUAL["月度督导总结"].values))
    assert "草稿" not in plain
    assert "【" not in plain


# --- the verb


@pytest.fixture
def master(tmp_path: Path) -> Path:
    return master_with(tmp_path / "总表.xlsx", ROWS.format(count=1))


def report(capsys: pytest.CaptureFixture[str], master: Path, kind: str, *more: str) -> tuple[int, Any]:
    return call(capsys, "report", master, "--kind", kind, *more, "--as-of", "2014-08-29", "--json")


@pytest.mark.parametrize("kind", CALLS)
def test_a_report_lands_in_the_folder_of_its_month(
    master: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    before = master.read_bytes()
    code, result = report(capsys, master, kind, *CALLS[kind])
    assert (code, result["problems"], result["failed"]) == (0, [], [])
    for document in result["documents"]:
        path = Path(document["path"])
        assert path.parent == master.parent / "输出" / "2014-08" / kind
        assert path.is_file()
        assert (document["number"], document["new"]) == ("", True)
    assert master.read_bytes() == before
    _, again = report(capsys, master, kind, *CALLS[kind])
    assert [d["new"] for d in again["documents"]] == [False] * len(result["documents"])


def test_no_name_of_the_staff_in_anything_circulated(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = [row.name for row in read_book(master).rows(Person) if row.name]
    assert "李四" in names
    for kind in CIRCULATED:
        for document in report(capsys, master, kind, *CALLS[kind])[1]["documents"]:
            text = paper_text(Path(document["path"]).read_bytes())
            assert not [name for name in names if name in text]
            assert not [name for name in names if name in document["path"]]


def test_a_community_with_errors_gets_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = master_with(tmp_path / "错.xlsx", ROWS.format(count="两处"))
    code, result = report(capsys, wrong, "检查周报", "--week", "2014-08-04")
    assert (code, result["documents"]) == (1, [])
    assert [(p["code"], p["cell"]) for p in result["problems"]] == [("report-withheld", "F2")]


def test_a_dry_run_makes_no_file(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, result = report(capsys, master, "月度督导总结", "--month", "2014-08", "--dry-run")
    assert (code, len(result["documents"])) == (0, 2)
    assert not (master.parent / "输出").exists()


def test_any_day_of_the_week_will_do(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [
        [d["path"] for d in report(capsys, master, "检查周报", "--week", week)[1]["documents"]]
        for week in ("2014-W33", "2014-08-11", "2014年8月17日")
    ]
    assert paths[0] == paths[1] == paths[2]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--kind", "检查周报"], "--week"),
        (["--kind", "检查周报", "--month", "2014-08"], "--week"),
        (["--kind", "月度督导总结", "--date", "2014-08-01"], "--month"),
        (["--kind", "月度督导总结", "--month", "2014-08", "--week", "2014-W33"], "--month"),
        (["--kind", "检查周报", "--week", "2014-W77"], "2014-W77"),
        (["--kind", "项目品质值班评估记录", "--date", "明天"], "明天"),
        (["--kind", "没有这种"], "--kind"),
        (["--month", "2014-08"], "--kind"),
    ],
)
def test_a_wrong_call_is_one_sentence(
    master: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    code, result = call(capsys, "report", master, *arguments, "--json")
    assert code == 2
    assert said in result["error"]
    assert "Traceback" not in json.dumps(result)


def test_a_day_without_inspection_is_a_reminder(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, result = report(capsys, master, "项目品质值班评估记录", "--date", "2014-08-05")
    assert (code, result["documents"]) == (0, [])
    assert [p["level"] for p in result["problems"]] == ["提醒"]


def test_the_text_for_people(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("report", master, "--kind", "月度督导总结", "--month", "2014-08", "--as-of", "2014-08-29")
    code, text = call(capsys, *arguments)
    assert code == 0
    assert "已出 月度督导总结 2014-08 凤鸣华府" in text
    assert "未变 月度督导总结 2014-08 公司" in call(capsys, *arguments)[1]


def test_a_locked_month_keeps_its_scores(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _ = call(capsys, "month-end", master, "--month", "2014-08", "--as-of", "2014-08-29", "--final", "--json")
    assert code == 0
    _, result = call(
        capsys, "report", master, "--kind", "月度督导总结", "--month", "2014-08", "--as-of", "2014-08-20", "--json"
    )
    text = paper_text(Path(result["documents"][0]["path"]).read_bytes())
    assert "草稿" not in text
    assert "排名第 1" in text


def test_nobody_typed_anywhere_is_named_in_full_on_what_is_circulated(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheets = """
    项目
    项目名称 | 项目经理
    凤鸣华府 | 经理赵

    人员
    工号 | 姓名
    P1 | 欧阳明月

    检查记录
    检查编号 | 项目 | 检查日期 | 检查人
    J1 | 凤鸣华府 | 2014-08-12 | 皇甫端;夏侯惇

    问题登记
    问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 问题描述 | 处置 | 原因分类
    W1 | J1 | 客服部 | KF01 | 不合格 | 前台无人，经理赵、皇甫端确认，欧阳 明月在场 | 仅记录 | 欧阳明月培训不到位
    """
    master = master_with(tmp_path / "总表.xlsx", sheets)
    shown = ""
    for kind, option in (("检查周报", ("--week", "2014-W33")), ("月度督导总结", ("--month", "2014-08"))):
        _, result = call(capsys, "report", master, "--kind", kind, *option, "--as-of", "2014-08-29", "--json")
        for document in result["documents"]:
            text = paper_text(Path(document["path"]).read_bytes())
            for name in ("经理赵", "皇甫端", "夏侯惇", "欧阳明月", "欧阳 明月"):
                assert name not in text, (kind, name)
            shown += text
    assert "夏*" in shown
    assert "欧*" in shown
