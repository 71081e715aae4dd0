"""录入单: what a filled form becomes, what it is refused for, and the way through the command line."""

from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from pinzhi_xl.entering import Entered, enter
from pinzhi_xl.kinds import Raw
from pinzhi_xl.model import AppendRow, SetAt, SetCell
from pinzhi_xl.problem import Problem
from pinzhi_xl.sheets.entry_form import HEAD_COLUMNS, EntryLine, Mark
from pinzhi_xl.sheets.inspections import Finding, Inspection, Offender
from pinzhi_xl.sheets.results import RunLog
from pinzhi_xl.workbook.build import build_master
from pinzhi_xl.workbook.read import read_book, read_content
from tests.masters import IDENTITY, call, master_with
from tests.real.programs import pdf_pages, schema_errors
from tests.tables import book_of

HEAD_LABELS = [col.label for col in HEAD_COLUMNS]
LABELS = [col.label for col in EntryLine.sheet.columns]
HEAD = "项目=凤鸣华府 检查日期=2014-8-4 开始时间=9:00 检查人=员工甲"
PRINTED = """
1 | 客服部 | | 全部合格
2 | 客服部 | A1 | 着装
3 | 客服部 | A2 | 档案
4 | 客服部 | A3 | 夜间值守
5 | 客服部 | A4 | 月度计划
6 | 环境部 | | 全部合格
7 | 环境部 | B1 | 楼梯口
8 | 环境部 | B2 | 绿化
"""
FACTS = "前台无人值守时间较长"
SHEETS = """
位置
项目 | 位置名称
凤鸣华府 | 客服中心

人员
工号 | 姓名
P1 | 员工甲
P2 | 员工乙

奖惩条款
条款编号 | 制度名称 | 条文 | 公示日期
5.2 | 员工手册 | 应坚守岗位 | 2014-01-10
"""


def grid_of(head: str, changes: dict[str, str], added: str = "") -> list[list[Raw]]:
    """The form with `changes` ("序号 栏目" → text) and added lines ("栏目=text …")."""
    others = [label for label in HEAD_LABELS if f"{label}=" not in head]
    grid: list[list[Raw]] = [["检查录入单"], [cell for label in others for cell in (f"{label}：", "")]]
    for pair in head.split():
        label, value = pair.split("=", 1)
        grid.append(["", "", f"{label}*：", value])
    grid.append(list(LABELS))
    for line in PRINTED.strip().splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        number = cells[0] if cells[2] else ""
        made: list[Raw] = [number, *cells[1:], *[""] * (len(LABELS) - 4)]
        for key, text in changes.items():
            row, label = key.split()
            if row == cells[0]:
                made[LABELS.index(label)] = text
        grid.append(made)
    for line in added.strip().splitlines():
        made = [""] * len(LABELS)
        for pair in line.split():
            label, value = pair.split("=", 1)
            made[LABELS.index(label)] = value
        grid.append(made)
    return [*grid, ["", "", "", "检查人签名：________"]]


def entered(
    changes: dict[str, str],
    *,
    head: str = HEAD,
    added: str = "",
    sheets: str = "",
    photos: tuple[str, ...] = (),
) -> Entered:
    book = book_of(SHEETS + "\n" + sheets, form=grid_of(head, changes, added))
    assert book.form is not None
    return enter(book, book.form, photos, date(2014, 8, 29))


def told(outcome: Entered) -> list[tuple[str, str]]:
    return [(problem.code, problem.cell.address) for problem in outcome.problems]


FINE = {"1 结果": "✓", "6 结果": "√"}


def at(line: int, label: str) -> str:
    """Address of a line's cell, lines counted from 0, when the head takes four rows as `HEAD` does."""
    return f"{chr(65 + LABELS.index(label))}{8 + line}"


@pytest.mark.parametrize(
    ("sheets", "code"),
    [
        ("人员\n工号 | 姓名 | 离职日期\nP1 | 员工甲 | 2014-08-01", "person-has-left"),
        (
            "奖惩条款\n条款编号 | 制度名称 | 条文 | 公示日期\n5.2 | 员工手册 | 应坚守岗位 | 2014-09-01",
            "clause-not-binding",
        ),
        ("人员\n工号 | 姓名 | 用工单位\nP1 | 员工甲 | 示例保洁公司", "supplier-staff"),
    ],
)
def test_what_keeps_a_notice_from_being_issued_keeps_no_visit_from_being_entered(sheets: str, code: str) -> None:
    """The visit is a fact; that no notice will come of it is said at once."""
    line = {
        "2 位置": "客服中心",
        "2 问题描述": FACTS,
        "2 违纪人员": "P1",
        "2 奖惩条款编号": "5.2",
        "2 处置": "处罚",
    }
    outcome = entered(FINE | {"1 结果": ""} | line, sheets=sheets)
    assert (code, at(1, "违纪人员")) in told(outcome)
    assert [problem for problem in outcome.problems if problem.is_error] == []
    assert outcome.inspection is not None


def test_a_visit_without_findings_needs_one_mark_a_department() -> None:
    outcome = entered(FINE)
    assert told(outcome) == [("year-without-holidays", "D4")]
    inspection = outcome.inspection
    assert inspection is not None
    assert (inspection.number, inspection.community, inspection.day) == (
        "JC-20140804-1",
        "凤鸣华府",
        date(2014, 8, 4),
    )
    assert (inspection.start, inspection.inspector) == (time(9), "员工甲")
    assert inspection.confirmed_departments == ("客服部", "环境部")
    assert outcome.findings == () or list(outcome.findings) == []


def test_findings_people_and_unvisited_items_get_their_rows_and_numbers() -> None:
    outcome = entered(
        {
            "2 处数": "2",
            "2 位置": "客服中心",
            "2 问题描述": FACTS,
            "2 处置": "整改+处罚",
            "2 违纪人员": "P1、P2",
            "2 奖惩条款编号": "5.2",
            "3 结果": "未检",
            "5 结果": "不适用",
            "5 问题描述": "本月无计划",
            "6 结果": "未检",
        },
        added=f"编码=A1 结果=x 位置=客服中心 位置说明=二楼 问题描述={FACTS}",
        sheets="检查记录\n检查编号 | 项目 | 检查日期\nJC-20140804-7 | 瑞景华庭 | 2014-8-4\n\n"
        "问题登记\n问题编号 | 检查编号 | 部门 | 条款编码 | 结论\nWT-201408-041 | JC-20140804-7 | 客服部 | A1 | 不合格",
    )
    assert [problem.code for problem in outcome.problems if problem.is_error] == []
    inspection = outcome.inspection
    assert inspection is not None
    assert inspection.number == "JC-20140804-8"
    assert (inspection.skipped_departments, inspection.skipped_items) == (("环境部",), ("A2",))
    assert inspection.confirmed_departments == ()
    assert [(row.number, row.item, row.verdict, row.count, row.place_note) for row in outcome.findings] == [
        ("WT-201408-042", "A1", "不合格", 2, None),
        ("WT-201408-043", "A4", "不适用", None, None),
        ("WT-201408-044", "A1", "不合格", None, "二楼"),
    ]
    assert {row.department for row in outcome.findings} == {"客服部"}
    assert [(row.finding, row.person) for row in outcome.offenders] == [
        ("WT-201408-042", "P1"),
        ("WT-201408-042", "P2"),
    ]


def test_the_form_is_emptied_to_what_was_printed_and_added_lines_go_altogether() -> None:
    outcome = entered(
        {**FINE, "1 结果": "", "2 结果": "×", "2 问题描述": FACTS}, added=f"编码=A1 序号=9 问题描述={FACTS}"
    )
    emptied = {(edit.row, edit.label) for edit in outcome.edits if isinstance(edit, SetCell)}
    first = min(row for row, _ in emptied)
    assert {label for row, label in emptied if row == first} == {"结果", "问题描述"}
    assert {label for row, label in emptied if row == max(r for r, _ in emptied)} == {"编码", "序号", "问题描述"}
    assert all(edit.value is None for edit in outcome.edits if isinstance(edit, SetCell | SetAt))
    assert sorted(edit.row for edit in outcome.edits if isinstance(edit, SetAt)) == [3, 4, 5]  # 检查人 stays
    added = [edit.sheet for edit in outcome.edits if isinstance(edit, AppendRow)]
    assert added == ["检查记录", "问题登记", "问题登记"]


ERRORS: dict[str, tuple[dict[str, Any], list[tuple[str, str]]]] = {
    "nothing filled in": ({"changes": {}, "head": "项目= 检查日期= 检查人=员工甲"}, [("form-empty", "")]),
    "a department nobody spoke of": ({"changes": {"1 结果": "✓"}}, [("department-unsettled", at(5, "结果"))]),
    "confirmed, yet a finding": (
        {"changes": {**FINE, "2 问题描述": FACTS, "2 位置": "客服中心"}},
        [("confirmed-with-finding", at(0, "结果"))],
    ),
    "confirmed, yet unvisited": (
        {"changes": {**FINE, "2 结果": "未检"}},
        [("confirmed-with-unvisited", at(0, "结果"))],
    ),
    "left out, yet a finding": (
        {"changes": {**FINE, "1 结果": "未检", "2 结果": "×", "2 问题描述": FACTS, "2 位置": "客服中心"}},
        [("unvisited-with-finding", at(0, "结果"))],
    ),
    "a finding on the department's own line": (
        {"changes": {**FINE, "1 结果": "×"}},
        [("entry-without-code", at(0, "编码"))],
    ),
    "fine, yet described": (
        {"changes": {**FINE, "2 结果": "✓", "2 处数": "2"}},
        [("entry-contradicts", at(1, "结果"))],
    ),
    "people, but no verdict": ({"changes": {**FINE, "2 违纪人员": "P1"}}, [("entry-unmarked", at(1, "结果"))]),
    "two verdicts on one item": (
        {"changes": {"2 结果": "✓", "6 结果": "✓"}, "added": f"编码=A1 结果=× 位置=客服中心 问题描述={FACTS}"},
        [("marks-differ", at(8, "结果"))],
    ),
    "an unknown person": (
        {"changes": {"2 问题描述": FACTS, "2 位置": "客服中心", "2 违纪人员": "P9", "6 结果": "✓"}},
        [("unknown-reference", at(1, "违纪人员"))],
    ),
    "an unknown clause": (
        {"changes": {"2 问题描述": FACTS, "2 位置": "客服中心", "2 奖惩条款编号": "9.9", "6 结果": "✓"}},
        [("unknown-reference", at(1, "奖惩条款编号"))],
    ),
    "an unknown code": ({"changes": FINE, "added": "编码=A9 结果=×"}, [("unknown-reference", at(8, "编码"))]),
    "half a number": ({"changes": {**FINE, "1 结果": "", "2 处数": "1.5"}}, [("not-whole", at(1, "处数"))]),
    "an unknown mark": ({"changes": {**FINE, "2 结果": "？"}}, [("not-a-choice", at(1, "结果"))]),
    "a red line where none is allowed": (
        {"changes": {**FINE, "1 结果": "", "2 位置": "客服中心", "2 问题描述": FACTS, "2 红线": "是"}},
        [("red-line-not-allowed", at(1, "红线"))],
    ),
    "an impossible date": (
        {"changes": FINE, "head": HEAD.replace("8-4", "2-30")},
        [("impossible-date", "D4")],
    ),
    "no date": ({"changes": FINE, "head": HEAD.replace("2014-8-4", "")}, [("form-head-blank", "D4")]),
    "no inspector": ({"changes": FINE, "head": HEAD.replace("员工甲", "")}, [("form-head-blank", "D6")]),
    "two projects in one cell": (
        {"changes": FINE, "head": HEAD.replace("凤鸣华府", "凤鸣华府、瑞景华庭")},
        [("two-visits", "D3")],
    ),
    "two dates in one cell": (
        {"changes": FINE, "head": HEAD.replace("2014-8-4", "2014-8-4和2014-8-5")},
        [("two-visits", "D4")],
    ),
    "a second head below": ({"changes": FINE, "head": f"{HEAD} 项目=瑞景华庭"}, [("two-visits", "D7")]),
    "entered before": (
        {
            "changes": FINE,
            "sheets": "检查记录\n检查编号 | 项目 | 检查日期 | 开始时间\nJ1 | 凤鸣华府 | 2014-8-4 | 9:00",
        },
        [("entered-already", "")],
    ),
    "the very findings of another visit": (
        {
            "changes": {"2 位置": "客服中心", "2 问题描述": FACTS, "6 结果": "✓"},
            "sheets": "检查记录\n检查编号 | 项目 | 检查日期 | 开始时间\nJ1 | 凤鸣华府 | 2014-8-4 | 8:00\n\n"
            "问题登记\n问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 位置 | 问题描述\n"
            f"W1 | J1 | 客服部 | A1 | 不合格 | 客服中心 | {FACTS}",
        },
        [("entered-alike", "")],
    ),
    "a department the community does not have": (
        {
            "changes": {"1 结果": "✓", "7 位置": "客服中心", "7 问题描述": FACTS},
            "sheets": "项目部门\n项目 | 部门 | 是否设置\n凤鸣华府 | 环境部 | 否",
        },
        [("department-not-set-up", at(6, "部门"))],
    ),
}


@pytest.mark.parametrize("case", ERRORS)
def test_what_is_wrong_is_told_at_its_cell_and_nothing_is_entered(case: str) -> None:
    arguments, expected = ERRORS[case]
    outcome = entered(**arguments)
    assert [(p.code, p.cell.address) for p in outcome.problems if p.is_error] == expected
    assert (outcome.inspection, list(outcome.findings), list(outcome.edits)) == (None, [], [])
    assert all(p.cell.sheet == "录入单" for p in outcome.problems)


REMINDERS: dict[str, tuple[dict[str, Any], tuple[str, str]]] = {
    "a place not in 位置": ({"2 位置": "大堂角落", "2 问题描述": FACTS}, ("place-unknown", at(1, "位置"))),
    "no place": ({"2 结果": "×", "2 问题描述": FACTS}, ("place-missing", at(1, "位置"))),
    "not applicable without a reason": (
        {"2 结果": "不适用"},
        ("not-applicable-without-reason", at(1, "问题描述")),
    ),
    "penalty without people": (
        {"2 位置": "客服中心", "2 问题描述": FACTS, "2 处置": "处罚"},
        ("penalty-without-person", at(1, "处置")),
    ),
    "people without penalty": (
        {"2 位置": "客服中心", "2 问题描述": FACTS, "2 违纪人员": "P1"},
        ("person-without-penalty", at(1, "处置")),
    ),
}


@pytest.mark.parametrize("case", REMINDERS)
def test_what_is_only_doubtful_is_told_and_entered(case: str) -> None:
    changes, expected = REMINDERS[case]
    outcome = entered({**changes, "6 结果": "✓"})
    assert [pair for pair in told(outcome) if pair[0] != "year-without-holidays"] == [expected]
    assert outcome.inspection is not None


def test_a_department_not_set_up_need_not_be_spoken_of() -> None:
    sheets = "项目部门\n项目 | 部门 | 是否设置\n凤鸣华府 | 环境部 | 否"
    assert entered({"1 结果": "✓"}, sheets=sheets).inspection is not None


def test_items_in_force_that_the_form_lacks_are_told() -> None:
    sheets = """
检查标准
编码 | 部门 | 检查项 | 分值 | 单次扣分
A1 | 客服部 | 着装 | 10 | 2
A2 | 客服部 | 档案 | 10 | 2
A3 | 客服部 | 值守 | 10 | 2
A4 | 客服部 | 计划 | 10 | 2
A8 | 客服部 | 新的一项 | 10 | 2
B1 | 环境部 | 楼梯口 | 20 | 2
B2 | 环境部 | 绿化 | 30 | 2
"""
    outcome = entered(FINE, sheets=sheets)
    (problem,) = [problem for problem in outcome.problems if problem.code == "items-not-on-form"]
    assert "A8" in problem.message
    assert outcome.inspection is not None


def test_photographs_named_by_line_are_linked_and_the_others_told() -> None:
    outcome = entered(
        {"2 位置": "客服中心", "2 问题描述": FACTS, "2 照片": "手机01.jpg、2-1.jpg", "6 结果": "✓"},
        added=f"序号=3 编码=A3 位置=客服中心 问题描述={FACTS}\n序号=3 编码=A2 位置=客服中心 问题描述={FACTS}",
        photos=("2-1.jpg", "2-10.JPG", "02-2.png", "3-1.jpg", "7-1.jpg", "IMG_1.jpg"),
    )
    assert outcome.findings[0].photos == "手机01.jpg、2-1.jpg、02-2.png、2-10.JPG"
    pictures = [(p.code, p.value) for p in outcome.problems if p.code.startswith("photo")]
    assert pictures == [
        ("photo-doubtful", "3-1.jpg"),
        ("photo-without-finding", "7-1.jpg"),
        ("photo-unnamed", "IMG_1.jpg"),
    ]


def test_photographs_of_an_earlier_visit_of_the_day_stay_with_it() -> None:
    outcome = entered(
        {"2 位置": "客服中心", "2 问题描述": FACTS, "6 结果": "✓"},
        sheets="检查记录\n检查编号 | 项目 | 检查日期 | 开始时间\nJ1 | 凤鸣华府 | 2014-8-4 | 8:00\n\n"
        "问题登记\n问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 照片\nW1 | J1 | 客服部 | A2 | 不合格 | 2-1.jpg、3-1.jpg",
        photos=("2-1.jpg", "2-2.jpg", "3-1.jpg"),
    )
    assert [row.photos for row in outcome.findings] == ["2-2.jpg"]
    assert not any(p.code.startswith("photo") for p in outcome.problems)


# Through the command line, on a real file

COMMUNITY = """
项目
项目名称
凤鸣华府

位置
项目 | 位置名称
凤鸣华府 | 客服中心

人员
工号 | 姓名 | 项目
P1 | 员工甲 | 凤鸣华府
"""


@pytest.fixture
def master(tmp_path: Path) -> Path:
    return master_with(tmp_path / "总表.xlsx", COMMUNITY)


def columns(sheet: Worksheet) -> tuple[int, dict[str, int]]:
    """The heading row of the form and where its columns stand."""
    for number in range(1, 13):
        found = {str(cell.value): index for index, cell in enumerate(sheet[number], start=1) if cell.value}
        if "结果" in found:
            return number, found
    raise AssertionError


class Typist:
    """Fills the form as a person does: the head by its labels, lines by their code."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self.heading, self.places = columns(sheet)

    def head(self, **values: str) -> None:
        for row in range(1, self.heading):
            for index, cell in enumerate(self.sheet[row], start=1):
                label = str(cell.value or "").strip("*：")
                if label in values:
                    self.sheet.cell(row, index + 1).value = values[label]

    def line(self, code: str, **values: str | int | None) -> None:
        """Type into the line of a code, or of a department as a whole."""
        for row in range(self.heading + 1, self.sheet.max_row + 1):
            written, department = (self.sheet.cell(row, self.places[label]).value for label in ("编码", "部门"))
            if code in (written, department if not written else None):
                return self.row(row, **values)
        raise AssertionError(code)

    def spare(self, **values: str | int | None) -> None:
        """Type into the first spare line."""
        row = self.heading + 1
        while self.sheet.cell(row, self.places["检查项"]).value:
            row += 1
        self.row(row, **values)

    def row(self, row: int, **values: str | int | None) -> None:
        for label, value in values.items():
            self.sheet.cell(row, self.places[label]).value = value


def typed_into_form(path: Path, work: Callable[[Typist], None]) -> None:
    """The form filled by `work` in another program and saved."""
    book = openpyxl.load_workbook(path)
    sheet = book["录入单"]
    assert isinstance(sheet, Worksheet)
    work(Typist(sheet))
    book.save(path)


def fill(path: Path, work: Callable[[Typist], None] | None = None) -> None:
    """A usual visit in the form; `work` does something more to it."""
    typed_into_form(path, lambda typist: _usual(typist, work))


def _usual(typist: Typist, work: Callable[[Typist], None] | None) -> None:
    typist.head(项目="凤鸣华府", 检查日期="2014年8月4日", 开始时间="9:30", 检查人="员工乙")
    for department, mark in {"设备维护部": "✓", "管理处": "✓", "秩序维护部": "未检", "监控室": "未检"}.items():
        typist.line(department, 结果=mark)
    typist.line("KF01", 处数=3, 位置="客服中心", 问题描述=FACTS, 处置="处罚", 违纪人员="P1")
    typist.line("KF12", 结果="不适用", 问题描述="本小区无商铺")
    typist.line("HJ06", 结果="×", 位置="客服中心", 问题描述="楼梯口堆放纸箱三个", 处置="整改")
    typist.spare(编码="HJ06", 结果="×", 位置="客服中心", 问题描述="二楼楼梯口有积水")
    if work is not None:
        work(typist)


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    book = openpyxl.load_workbook(path)
    return {
        sheet.title: list(sheet.iter_rows(values_only=True))
        for sheet in book.worksheets
        if isinstance(sheet, Worksheet)
    }


def test_the_whole_way_from_the_form_to_the_score(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed = contents(master)
    fill(master)
    folder = master.parent / "照片" / "2014-08-04 凤鸣华府"
    folder.mkdir(parents=True)
    (folder / "1-1.jpg").write_bytes(b"")
    before, odd = contents(master), schema_errors(master)  # openpyxl writes styles in an order of its own
    code, result = call(capsys, "enter", master, "--as-of", "2014-08-29", "--json")
    assert (code, result["inspection"], result["problems"]) == (0, "JC-20140804-1", [])
    assert result["findings"] == [f"WT-201408-00{n}" for n in (1, 2, 3, 4)]
    book = read_book(master)
    (inspection,) = book.rows(Inspection)
    assert (inspection.number, inspection.start, inspection.inspector) == ("JC-20140804-1", time(9, 30), "员工乙")
    assert inspection.confirmed_departments == ("设备维护部", "管理处")
    assert inspection.skipped_departments == ("秩序维护部", "监控室")
    findings = [(row.item, row.verdict, row.count, row.department, row.photos) for row in book.rows(Finding)]
    assert findings == [
        ("KF01", "不合格", 3, "客服部", "1-1.jpg"),
        ("KF12", "不适用", None, "客服部", None),
        ("HJ06", "不合格", None, "环境部", None),
        ("HJ06", "不合格", None, "环境部", None),
    ]
    assert [(row.finding, row.person) for row in book.rows(Offender)] == [("WT-201408-001", "P1")]
    assert [row.task for row in book.rows(RunLog)] == ["录入"]
    after = contents(master)
    changed = {"录入单", "检查记录", "问题登记", "违纪人员", "运行记录"}
    assert {name for name in after if after[name] != before[name]} == changed
    left = [cell for row in after["录入单"] for cell in row if cell is not None]
    assert sorted(map(str, left)) == sorted(
        [*(str(c) for r in printed["录入单"] for c in r if c is not None), "员工乙"]
    )
    assert call(capsys, "check", master, "--as-of", "2014-08-29", "--json") == (0, {"problems": []})
    code, scored = call(capsys, "score", master, "--month", "2014-08", "--as-of", "2014-08-29", "--json")
    assert (code, scored["communities"][0]["days"]) == (0, 1)
    departments = {part["name"]: part["deduction"] for part in scored["communities"][0]["departments"]}
    assert (departments["客服部"], departments["环境部"], departments["监控室"]) == ("6.0", "4.0", None)
    assert schema_errors(master) == odd


def test_the_same_form_again_is_refused(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(master)
    assert call(capsys, "enter", master)[0] == 0
    code, result = call(capsys, "enter", master, "--json")
    assert (code, [p["code"] for p in result["problems"]]) == (1, ["form-empty"])
    fill(master)
    held = master.read_bytes()
    code, result = call(capsys, "enter", master, "--json")
    assert (code, result["inspection"], result["findings"]) == (1, None, [])
    assert ["JC-20140804-1" in p["message"] for p in result["problems"] if p["level"] == "错误"] == [True]
    assert master.read_bytes() == held


@pytest.mark.parametrize(
    ("work", "code"),
    [
        (lambda typist: typist.line("管理处", 结果=None), "department-unsettled"),
        (lambda typist: typist.line("KF01", 违纪人员="P7"), "unknown-reference"),
        (lambda typist: typist.line("客服部", 结果="✓"), "confirmed-with-finding"),
    ],
)
def test_a_form_half_filled_leaves_the_file_as_it_is(
    master: Path, capsys: pytest.CaptureFixture[str], work: Callable[[Typist], None], code: str
) -> None:
    fill(master, work)
    held = master.read_bytes()
    status, result = call(capsys, "enter", master, "--json")
    assert (status, result["inspection"]) == (1, None)
    assert code in [problem["code"] for problem in result["problems"]]
    assert master.read_bytes() == held
    assert not (master.parent / "备份").exists()
    text = call(capsys, "enter", master)[1]
    assert "什么都没有录入" in text
    assert call(capsys, "check", master, "--as-of", "2014-08-29", "--json") == (0, {"problems": []})


def test_a_dry_run_says_what_it_would_do_and_writes_nothing(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(master)
    held = master.read_bytes()
    code, text = call(capsys, "enter", master, "--dry-run")
    assert code == 0
    assert "将录入 凤鸣华府 2014-08-04 的检查：检查 JC-20140804-1：4 个问题，1 人次违纪" in text
    assert master.read_bytes() == held


def test_rows_inserted_and_columns_moved_are_found_by_their_labels(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def work(typist: Typist) -> None:
        typist.sheet.tables.clear()
        typist.sheet.insert_rows(3)
        typist.sheet.insert_cols(1, 2)

    fill(master, work)
    code, result = call(capsys, "enter", master, "--json")
    assert (code, len(result["findings"])) == (0, 4)
    book = read_book(master)
    assert book.form is not None
    assert book.form.filled == {"检查人"}
    assert not any(row.mark or row.facts for row in book.rows(EntryLine))


def test_a_formula_without_a_result_in_the_head_is_told(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(master, lambda typist: typist.head(结束时间="=1/2"))
    code, result = call(capsys, "enter", master, "--as-of", "2014-08-29", "--json")
    assert (code, [(p["code"], p["label"]) for p in result["problems"]]) == (
        1,
        [("formula-without-result", "结束时间")],
    )


def test_an_older_master_has_no_form_and_needs_none(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = openpyxl.load_workbook(master)
    del book["录入单"]
    sheet = book["检查记录"]
    assert isinstance(sheet, Worksheet)
    sheet.tables.clear()
    heading = [cell.value for cell in sheet[1]]
    sheet.delete_cols(heading.index("全部合格部门") + 1)
    book.save(master)
    assert call(capsys, "check", master, "--json") == (0, {"problems": []})
    assert read_book(master).form is None
    assert call(capsys, "enter", master, "--json")[0] == 2


# The sheet


def test_the_form_is_printed_with_every_item_in_walking_order(master: Path, tmp_path: Path) -> None:
    book = read_book(master)
    rows = book.rows(EntryLine)
    departments = list(dict.fromkeys(row.department for row in rows))
    assert departments == ["客服部", "设备维护部", "管理处", "环境部", "秩序维护部", "监控室"]
    assert [row.number for row in rows if row.code] == [str(n) for n in range(1, 67)]
    assert sum(row.code is None for row in rows) == 6
    assert book.form is not None
    assert {problem.code for problem in book.form.problems} == {"form-head-blank"}
    sheet = openpyxl.load_workbook(master)["录入单"]
    assert isinstance(sheet, Worksheet)
    assert not sheet.merged_cells.ranges
    heading, places = columns(sheet)
    assert sheet.print_title_rows == f"${heading}:${heading}"
    assert sheet.page_setup.orientation == "landscape"
    given, entry = (sheet.cell(heading + 2, places[label]).fill.fill_type for label in ("检查项", "问题描述"))
    assert (given, entry) == ("solid", None)
    marks = [rule for rule in sheet.data_validations.dataValidation if rule.promptTitle == "结果"]
    assert [(rule.type, rule.errorStyle) for rule in marks] == [("list", "warning")]
    assert [mark.value for mark in Mark] == ["✓", "×", "未检", "不适用"]
    pages = [page for page in pdf_pages(master, tmp_path) if "录入单" in page and "问题描述" in page]
    assert len(pages) >= 2
    assert all("整改责任人" in page for page in pages if "KF12" in page or "JK08" in page)
    assert "检查人签名" in pages[-1]


def test_a_bare_master_has_a_form_of_blank_lines() -> None:
    book = read_content(build_master({}, IDENTITY), "x.xlsx")
    assert book.rows(EntryLine) == ()
    assert book.form is not None


def test_problems_are_values_with_an_address() -> None:
    outcome = entered({**FINE, "2 结果": "未检"})
    problem = next(p for p in outcome.problems if p.is_error)
    assert isinstance(problem, Problem)
    assert problem.as_json()["cell"] == at(0, "结果")


def test_nothing_is_entered_into_a_month_that_is_final() -> None:
    final = "得分\n月份 | 项目 | 部门 | 得分 | 状态\n2014-08 | 凤鸣华府 | 合计 | 98.0 | 锁定"
    outcome = entered(FINE, sheets=final)
    assert ("month-locked", "D4") in told(outcome)
    assert outcome.inspection is None
    assert outcome.edits == ()
