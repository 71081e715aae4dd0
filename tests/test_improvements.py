"""满意度改进: drafted once for each dimension below target, and step by step to its end (G14, practice.md §7)."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from pinzhi_xl.improvements import improvement_state, survey_edits
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.survey import Improvement, Survey, SurveyAnswer, SurveyTally
from pinzhi_xl.turning_modules import kept_of_modules
from pinzhi_xl.workbook.read import read_book
from tests.masters import call, master_with
from tests.tables import book_of

AS_OF = date(2026, 8, 31)
LABELS = "改进编号 | 调查编号 | 项目 | 维度 | 登记日期 | 改进措施 | 责任部门 | 责任人 | 期限 | 完成日期 | 效果评估 | 评估日期"
SURVEY = """
满意度调查
调查编号 | 期次 | 项目 | 入住户数 | 发放份数 | 回收份数 | 开始日期 | 结束日期
M1 | 2026上半年 | 凤鸣华府 | 100 | 100 | 100 | 2026-5-10 | 2026-6-10
M2 | 2026上半年 | 瑞景华庭 | 100 | 100 | 100 | 2026-5-10 | 2026-6-10

满意度汇总
调查编号 | 维度 | 非常满意 | 满意 | 一般 | 不满意 | 非常不满意
M1 | 客服 | 50 | 39 | 6 | 3 | 2
M1 | 环境 | 50 | 40 | 10 | |
M1 | 总体 | 40 | 40 | 10 | 6 | 4
M2 | 总体 | 90 | 10 | | |
"""
PLANNED = {
    "改进编号": "G1",
    "调查编号": "M1",
    "项目": "凤鸣华府",
    "维度": "客服",
    "登记日期": "2026-6-20",
    "改进措施": "每周培训接待礼仪",
    "责任部门": "客服部",
    "责任人": "张三丰",
    "期限": "2026-7-20",
}
DONE = {**PLANNED, "完成日期": "2026-7-18"}
CLOSED = {**DONE, "效果评估": "有效", "评估日期": "2026-8-1"}
FAILED = {**CLOSED, "效果评估": "无效"}
AGAIN = {**PLANNED, "改进编号": "G2", "登记日期": "2026-8-2", "期限": "2026-9-30"}


def sheet(*rows: dict[str, str]) -> str:
    lines = [" | ".join(row.get(label, "") for label in LABELS.split(" | ")) for row in rows]
    return "\n".join(["", "满意度改进", LABELS, *lines, ""])


def problems(*rows: dict[str, str], more: str = "") -> Sequence[Problem]:
    found = check(Scene(Facts(book_of(SURVEY + sheet(*rows) + more)), AS_OF))
    return [problem for problem in found if problem.cell.sheet == "满意度改进"]


@pytest.mark.parametrize(
    ("row", "as_of", "state"),
    [
        ({**PLANNED, "改进措施": ""}, date(2026, 7, 1), "待定措施"),
        ({**PLANNED, "责任人": ""}, date(2026, 7, 1), "待定措施"),
        (PLANNED, date(2026, 7, 20), "改进中"),
        (PLANNED, date(2026, 7, 21), "逾期"),
        (DONE, date(2026, 7, 17), "改进中"),
        (DONE, date(2026, 7, 18), "待评估"),
        (CLOSED, AS_OF, "已关闭"),
        (FAILED, AS_OF, "未见效"),
    ],
)
def test_where_an_improvement_stands(row: dict[str, str], as_of: date, state: str) -> None:
    book = book_of(SURVEY + sheet(row))
    (read,) = book.rows(Improvement)
    assert improvement_state(read, as_of).value == state
    edits = survey_edits(Facts(book), as_of)
    shown = {edit.label: str(edit.value) for edit in edits if edit.sheet == "满意度改进"}
    assert shown == {"不满意率": "5.0", "满意率": "89.0", "状态": state}


@pytest.mark.parametrize(
    ("rows", "expected", "legal"),
    [
        ([CLOSED], [], ""),
        ([DONE], [], ""),
        ([{**DONE, "改进措施": ""}], ["improvement-unplanned", "improvement-overdue"], "填写改进措施"),
        ([{**CLOSED, "完成日期": ""}], ["improvement-not-done", "improvement-overdue"], "填写完成日期、改期限"),
        ([{**CLOSED, "评估日期": ""}], ["improvement-undated"], ""),
        ([{**CLOSED, "效果评估": ""}], ["improvement-without-effect"], "填写有效或无效"),
        ([{**CLOSED, "评估日期": "2026-7-17"}], ["improvement-days-crossed"], ""),
        ([{**DONE, "完成日期": "2026-6-19"}], ["improvement-days-crossed"], ""),
        ([{**DONE, "完成日期": "2026-9-1"}], ["improvement-in-future", "improvement-overdue"], ""),
        ([{**PLANNED, "期限": "2026-8-31"}], [], ""),
        ([{**PLANNED, "期限": "2026-8-30"}], ["improvement-overdue"], ""),
        ([{**DONE, "登记日期": "2026-6-9"}], ["improvement-before-survey"], "回收、结束"),
        ([{**DONE, "登记日期": "2026-6-10"}], [], ""),
        ([{**DONE, "项目": "瑞景华庭"}], ["improvement-other-community"], ""),
        ([CLOSED, AGAIN], ["improvement-twice"], ""),
        ([FAILED], ["improvement-no-effect"], "另起一行"),
        ([FAILED, AGAIN], [], ""),
    ],
)
def test_the_steps_follow_each_other(rows: list[dict[str, str]], expected: list[str], legal: str) -> None:
    """What is refused names the legal next step."""
    found = problems(*rows)
    assert sorted(problem.code for problem in found) == sorted(expected)
    if legal:
        assert any(f"下一步只能是：{legal}" in problem.message for problem in found)


def test_which_of_them_block() -> None:
    reminders = {"improvement-undated", "improvement-overdue", "improvement-no-effect"}
    for row in ({**DONE, "改进措施": ""}, {**CLOSED, "完成日期": ""}, {**CLOSED, "评估日期": ""}, FAILED):
        for problem in problems(row):
            assert problem.is_error is (problem.code not in reminders)


def test_an_unfinished_survey_has_nothing_to_improve() -> None:
    text = SURVEY.replace(
        "凤鸣华府 | 100 | 100 | 100 | 2026-5-10 | 2026-6-10", "凤鸣华府 | 100 | 100 | 100 | 2026-5-10 |"
    )
    found = check(Scene(Facts(book_of(text + sheet(DONE))), AS_OF))
    assert [p.code for p in found if p.cell.sheet == "满意度改进"] == ["improvement-survey-running"]


LINKED = """
检查记录
检查编号 | 项目 | 检查日期 | 检查人
J1 | {community} | 2026-6-15 | 李四

问题登记
问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 位置 | 问题描述 | 处置
W1 | J1 | 客服部 | A1 | 不合格 | 客服中心 | 前台没有着工装接待业主 | 整改
"""


@pytest.mark.parametrize(
    ("community", "expected"), [("凤鸣华府", []), ("瑞景华庭", ["improvement-finding-elsewhere"])]
)
def test_a_linked_finding_is_of_the_same_community(community: str, expected: list[str]) -> None:
    text = SURVEY + sheet(DONE).replace("评估日期\n", "评估日期 | 关联问题编号\n").rstrip() + " | W1\n"
    found = check(Scene(Facts(book_of(text + LINKED.format(community=community))), AS_OF))
    assert [p.code for p in found if p.cell.sheet == "满意度改进"] == expected


def test_what_is_below_target_and_not_improved_is_told() -> None:
    """M1: 客服 89 %, 总体 80 %; 环境 is just 90 %. M2 has nothing below."""

    def told(*rows: dict[str, str]) -> list[str]:
        found = check(Scene(Facts(book_of(SURVEY + sheet(*rows))), AS_OF))
        return [problem.message for problem in found if problem.code == "survey-not-improved"]

    assert told() == ["调查 M1 有低于目标的维度还没有改进事项：客服、总体。"]
    assert told(CLOSED) == ["调查 M1 有低于目标的维度还没有改进事项：总体。"]
    assert told(CLOSED, {**CLOSED, "改进编号": "G2", "维度": "总体"}) == []


# --- pinzhi survey

MASTER = (
    """
项目
项目名称
凤鸣华府
瑞景华庭

项目部门
项目 | 部门 | 负责人工号
凤鸣华府 | 客服部 | P1

人员
工号 | 姓名
P1 | 张三丰
"""
    + SURVEY
)


@pytest.fixture
def master(tmp_path: Path) -> Path:
    return master_with(tmp_path / "总表.xlsx", MASTER)


def rows_in(path: Path) -> list[Improvement]:
    return list(read_book(path).rows(Improvement))


def test_each_dimension_below_target_is_drafted_once(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """客服: 5 of 100 dissatisfied, 89 % satisfied; 总体: 10 of 100, 80 %. The deadline is 30 days on."""
    arguments = ("survey", master, "--period", "2026上半年", "--as-of", "2026-06-20", "--json")
    code, said = call(capsys, *arguments)
    assert (code, said["period"], said["problems"]) == (0, "2026上半年", [])
    assert [(r["number"], r["dimension"], r["satisfied_rate"], r["new"]) for r in said["improvements"]] == [
        ("MG-202606-01", "客服", "89.0", True),
        ("MG-202606-02", "总体", "80.0", True),
    ]
    desk, overall = rows_in(master)
    assert (desk.survey, desk.community, desk.department, desk.owner) == ("M1", "凤鸣华府", "客服部", "P1")
    assert (desk.opened_on, desk.due_on, desk.state) == (date(2026, 6, 20), date(2026, 7, 20), "待定措施")
    assert (str(desk.dissatisfied_rate), str(overall.dissatisfied_rate)) == ("5", "10")
    assert desk.problem == "“客服”满意率 89.0%，低于目标 90%；不满意、非常不满意 5 份（有效 100 份）。"
    assert (overall.department, overall.owner, overall.measure) == ("管理处", None, None)
    code, again = call(capsys, *arguments)
    assert code == 0
    assert [row["new"] for row in again["improvements"]] == [False, False]
    assert rows_in(master) == [desk, overall]


def test_the_survey_says_where_it_stands_afterwards(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call(capsys, "survey", master, "--period", "2026H1", "--as-of", "2026-06-20")
    first, second = read_book(master).rows(Survey)
    assert (first.state, str(first.satisfied_rate), first.valid) == ("改进中", "80", 100)
    assert (second.state, str(second.score)) == ("已完成", "98")


def test_a_dry_run_writes_nothing_and_undo_takes_it_back(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = master.read_bytes()
    code, said = call(
        capsys, "survey", master, "--period", "2026上半年", "--as-of", "2026-06-20", "--dry-run", "--json"
    )
    assert (code, len(said["improvements"])) == (0, 2)
    assert master.read_bytes() == before
    call(capsys, "survey", master, "--period", "2026上半年", "--as-of", "2026-06-20")
    assert len(rows_in(master)) == 2
    assert call(capsys, "undo", master)[0] == 0
    assert rows_in(master) == []


@pytest.mark.parametrize(
    ("old", "new", "as_of", "code", "problem"),
    [
        ("M1 | 客服 | 50 |", "M1 | 客服 | 51 |", "2026-06-20", 1, "survey-withheld"),
        ("M1 | 客服 | 50 |", "M1 | 客服 | 50 |", "2026-06-09", 0, "survey-still-running"),
        ("2026上半年", "2025上半年", "2026-06-20", 0, "survey-period-empty"),
    ],
)
def test_what_is_in_the_way_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, as_of: str, code: int, problem: str
) -> None:
    """51+39+6+3+2 = 101 answers of 100 that came back."""
    path = master_with(tmp_path / "总表.xlsx", MASTER.replace(old, new))
    got, said = call(capsys, "survey", path, "--period", "2026上半年", "--as-of", as_of, "--json")
    assert got == code
    assert problem in {entry["code"] for entry in said["problems"]}
    assert rows_in(path) == []


def test_an_improvement_that_may_be_the_one_keeps_it_from_being_drafted_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unclear = sheet({**PLANNED, "维度": "客户服务"})
    path = master_with(tmp_path / "总表.xlsx", MASTER + unclear)
    code, said = call(capsys, "survey", path, "--period", "2026上半年", "--as-of", "2026-06-20", "--json")
    assert (code, [entry["code"] for entry in said["problems"]]) == (1, ["improvement-unclear"])
    assert len(rows_in(path)) == 1


def test_a_period_that_is_none_is_refused(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _ = call(capsys, "survey", master, "--period", "今年")
    assert code == 2


TURN = """
满意度调查
调查编号 | 期次 | 项目 | 开始日期 | 结束日期 | 状态
M1 | 2026上半年 | 凤鸣华府 | 2026-5-10 | 2026-6-10 | 已完成
M2 | 2026上半年 | 瑞景华庭 | 2026-5-10 | 2026-6-10 | 已完成
M3 | 2026下半年 | 凤鸣华府 | 2026-10-10 | 2026-11-10 | 已完成

满意度汇总
调查编号 | 维度 | 满意
M1 | 总体 | 40
M2 | 总体 | 40
M3 | 总体 | 40

满意度答卷
调查编号 | 序号 | 意见
M1 | 1 | 路灯不亮
M3 | 1 | 路灯不亮

满意度改进
改进编号 | 调查编号 | 项目 | 维度 | 登记日期 | 状态
G1 | M1 | 凤鸣华府 | 客服 | 2026-6-20 | 已关闭
G2 | M2 | 瑞景华庭 | 客服 | 2026-6-20 | 改进中
G3 | M2 | 瑞景华庭 | 环境 | 2026-6-20 | 已关闭
G4 | M3 | 凤鸣华府 | 客服 | 2026-11-12 | 已关闭
"""


def test_the_surveys_to_compare_with_and_what_is_open_go_along_into_the_next_year() -> None:
    """M3 is of the last half year; M2 goes along for the sake of G2, with all its improvements; M1 is over."""
    kept = kept_of_modules(book_of(TURN), date(2026, 12, 2))
    assert [getattr(row, "number", "") for row in kept[Survey]] == ["M2", "M3"]
    assert [getattr(row, "number", "") for row in kept[Improvement]] == ["G2", "G3", "G4"]
    assert [getattr(row, "survey", "") for row in kept[SurveyTally]] == ["M2", "M3"]
    assert [getattr(row, "survey", "") for row in kept[SurveyAnswer]] == ["M3"]
