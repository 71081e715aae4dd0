"""The working week and the month's end, played through the commands as the department works (issue of the week).

Monday 2014-08-04 and 2014-08-11 in 凤鸣华府: plan, prepare, the form by hand, enter, check, score, notices, the
rectification followed, the weekly report, and on the last working day the month's papers, draft and final.
"""

from pathlib import Path
from typing import Any

import pytest

from pinzhi_xl.sheets.followup import Rectification
from pinzhi_xl.sheets.inspections import Finding
from pinzhi_xl.sheets.results import ScoreRow
from pinzhi_xl.workbook.read import read_book
from tests.masters import call, master_with, type_into
from tests.papers import paper_text
from tests.real.programs import pdf_pages, schema_errors
from tests.test_enter import Typist, typed_into_form

SHEETS = """
项目
项目名称 | 巡检星期 | 项目经理
凤鸣华府 | 一 | 经理赵

位置
项目 | 位置名称 | 是否应签岗位
凤鸣华府 | 客服中心 |
凤鸣华府 | 东门岗 | 是

人员
工号 | 姓名 | 项目 | 部门 | 岗位
P1 | 员工甲 | 凤鸣华府 | 客服部 | 客服员
P2 | 主管乙 | 凤鸣华府 | 环境部 | 环境主管
P3 | 主管丙 | 凤鸣华府 | 客服部 | 客服主管

项目部门
项目 | 部门 | 负责人工号
凤鸣华府 | 环境部 | P2
凤鸣华府 | 客服部 | P3

奖惩条款
条款编号 | 制度名称 | 版本 | 条文 | 首次处理 | 扣绩效分 | 民主程序日期 | 公示日期 | 生效日期
5.1 | 员工手册 | 2014版 | 上班时间应当坚守岗位。 | 口头提醒 | 2 | 2013-12-10 | 2014-01-10 | 2014-02-01
"""


class Week:
    """The department at work on one master."""

    def __init__(self, master: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.master = master
        self.capsys = capsys

    def run(self, verb: str, *arguments: object, code: int = 0) -> dict[str, Any]:
        """One command with ``--json``; its answer."""
        found, result = call(self.capsys, verb, self.master, *arguments, "--json")
        assert found == code, (verb, result)
        answer: dict[str, Any] = result
        return answer

    def visit(self, day: str, place_again: bool) -> dict[str, Any]:
        """Fill the form of a day by hand and enter it."""

        def work(form: Typist) -> None:
            form.head(项目="凤鸣华府", 检查日期=day, 开始时间="9:00", 结束时间="11:30", 检查人="品质员")
            for department in ("设备维护部", "管理处", "秩序维护部", "监控室"):
                form.line(department, 结果="✓")
            form.line("HJ06", 处数=2, 位置="东门岗", 问题描述="岗亭旁楼梯口堆放纸箱和旧家具", 处置="整改")
            if place_again:
                form.line("客服部", 结果="✓")
            else:
                facts = "前台接待员离岗十五分钟无人替岗"
                form.line("KF01", 位置="客服中心", 问题描述=facts, 处置="处罚", 违纪人员="P1", 奖惩条款编号="5.1")

        typed_into_form(self.master, work)
        return self.run("enter", "--as-of", day)


@pytest.fixture
def week(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Week:
    return Week(master_with(tmp_path / "总表.xlsx", SHEETS), capsys)


def test_the_week_and_the_month_end(week: Week, tmp_path: Path) -> None:
    planned = week.run("plan", "--month", "2014-08")["planned"]
    assert [row["day"] for row in planned if row["kind"] == "全面巡检"][:2] == ["2014-08-04", "2014-08-11"]
    taken_along = week.run("prepare", "--date", "2014-08-04", "--as-of", "2014-08-04")["documents"]
    assert {d["kind"] for d in taken_along} == {"检查表", "岗位签署确认表"}

    week.visit("2014-08-04", place_again=False)
    assert week.run("check", "--as-of", "2014-08-04")["problems"] == []
    # 客服部 (KF01 2 of 100), 环境部 (HJ06 2×2 = 4 of 100), weights 15 20 15 20 20 10: 100 − 0.15·2 − 0.2·4 = 98.9
    first = week.run("score", "--month", "2014-08", "--as-of", "2014-08-04")["communities"][0]
    assert first["score"] == "98.9"
    issued = week.run("issue", "--month", "2014-08", "--as-of", "2014-08-04")["documents"]
    assert [(d["kind"], d["number"]) for d in issued] == [
        ("违纪处罚单", "品罚〔2014〕1号"),
        ("限期整改通知单", "品改〔2014〕1号"),
    ]

    again = "".join(
        paper_text(Path(d["path"]).read_bytes())
        for d in week.run("prepare", "--date", "2014-08-11", "--as-of", "2014-08-11")["documents"]
        if d["kind"] == "检查表"
    )
    assert "WT-201408-002" in again
    assert "★" in again

    (line,) = read_book(week.master).rows(Rectification)
    assert (line.owner, line.due_on, line.number) == ("主管乙", line.issued_on, "品改〔2014〕1号")
    type_into(week.master, "整改跟踪", line.row, 整改措施="清走并张贴提示", 完成日期="2014-8-4")
    type_into(
        week.master,
        "整改跟踪",
        line.row,
        复查人="品质员",
        复查日期="2014-8-11",
        复查结论="整改完成",
        效果评估="达到",
    )

    week.visit("2014-08-11", place_again=True)
    # 8-11: HJ06 again at the same place within 30 days after 整改: 2×2×2 = 8, capped at 7 → 环境部 93.0;
    # month: 客服部 (98+100)/2 = 99, 环境部 (96+93)/2 = 94.5 → 100 − 0.15·1 − 0.2·5.5 = 98.75 → 98.8
    score = week.run("score", "--month", "2014-08", "--as-of", "2014-08-11")["communities"][0]
    assert (score["score"], score["rank"]) == ("98.8", 1)
    repeated = read_book(week.master).rows(Finding)[-1]
    assert (repeated.repeat, repeated.repeat_of, str(repeated.deduction)) == (2, "WT-201408-002", "7")
    second = week.run("issue", "--month", "2014-08", "--as-of", "2014-08-11")["documents"]
    assert [(d["number"], d["new"]) for d in second] == [
        ("品罚〔2014〕1号", False),
        ("品改〔2014〕1号", False),
        ("品改〔2014〕2号", True),
    ]

    (weekly,) = week.run("report", "--kind", "检查周报", "--week", "2014-W33", "--as-of", "2014-08-15")[
        "documents"
    ]
    text = "".join(paper_text(Path(weekly["path"]).read_bytes()).split())
    for said in ("凤鸣华府", "HJ06", "东门岗", "98.6"):  # 8-11: 100 − 0.2·7 = 98.6
        assert said in text, said
    assert "员工甲" not in text

    draft = week.run("month-end", "--month", "2014-08", "--as-of", "2014-08-28")["documents"]
    kinds = {d["kind"] for d in draft}
    assert {"违纪处罚单", "限期整改通知单", "扣分明细确认单", "月度督导总结", "月度评估与排名通报"} <= kinds
    summary = next(d for d in draft if d["kind"] == "月度督导总结")
    assert "草稿" in paper_text(Path(summary["path"]).read_bytes())
    final = week.run("month-end", "--month", "2014-08", "--as-of", "2014-08-29", "--final")["documents"]
    summary = next(d for d in final if d["kind"] == "月度督导总结")
    assert "草稿" not in paper_text(Path(summary["path"]).read_bytes())
    book = read_book(week.master)
    assert {row.status for row in book.rows(ScoreRow)} == {"锁定"}

    papers = sorted((tmp_path / "输出").rglob("*.docx"))
    assert len(papers) >= 9
    assert {path.name: errors for path in papers if (errors := schema_errors(path))} == {}
    assert (tmp_path / "输出" / "2014-08" / "目录.xlsx").exists()
    for kind in sorted({path.parent.name for path in papers}):
        sheet = next(path for path in papers if path.parent.name == kind)
        folder = tmp_path / "印" / kind
        folder.mkdir(parents=True)
        assert pdf_pages(sheet, folder), kind
