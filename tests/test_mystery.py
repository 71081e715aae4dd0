"""Mystery visits: kept in a file of their own, in the master only once released, and exactly once (H13)."""

from collections.abc import Mapping
from datetime import date, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pinzhi_xl.indicators import BY_NAME, Scope
from pinzhi_xl.month import Month
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.inspections import Inspection
from pinzhi_xl.sheets.mystery import MysteryTouch
from pinzhi_xl.sheets.results import RunLog
from pinzhi_xl.summary.mystery import mystery_reports
from pinzhi_xl.workbook.read import read_book
from tests.masters import IDENTITY, call, master_with
from tests.reports import column, scene_of, text_of
from tests.tables import book_of

ROWS = """
项目
项目名称
凤鸣华府
瑞景华庭

人员
工号 | 姓名
R1 | 张三丰
"""
FIFTEENTH = date(2014, 8, 15)
Typed = float | str | date | None
"""What people type into a cell."""
NOTHING: Mapping[str, Typed] = {}
FILLED = {1: ("15", "两声接听"), 2: ("9", "前台张三丰低头看手机"), 4: ("15", "核验")}
"""序号 of the script → 得分 and 情况; of the others nothing was met. 满分 15, 15 and 15: 39 of 45 points."""


@pytest.fixture
def master(tmp_path: Path) -> Path:
    return master_with(tmp_path / "总表.xlsx", ROWS)


@pytest.fixture
def visit(master: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    before = master.read_bytes()
    path = tmp_path / "暗访.xlsx"
    assert call(capsys, "mystery", "new", path, "--master", master, "--json")[0] == 0
    fill(path)
    assert master.read_bytes() == before
    return path


def fill(
    path: Path, community: str | None = "凤鸣华府", day: Typed = FIFTEENTH, cells: Mapping[str, Typed] = NOTHING
) -> None:
    """Fill a visit's file with another program; `cells` (address → content) overrule those of 脚本."""
    book = openpyxl.load_workbook(path)
    head, script = book["暗访"], book["脚本"]
    head["A5"], head["B5"], head["C5"], head["E5"] = community, day, time(9, 0), "暗访甲"
    for number, (score, facts) in FILLED.items():
        row = number + 4
        assert script.cell(row, 1).value == number
        script.cell(row, 5).value, script.cell(row, 6).value = float(score), facts
        script.cell(row, 7).value = time(9, number)
    for address, value in cells.items():
        script[address] = value
    book.save(path)


def release(capsys: pytest.CaptureFixture[str], visit: Path, master: Path, *more: object) -> tuple[int, Any]:
    day = () if "--as-of" in more else ("--as-of", "2014-08-28")
    return call(capsys, "mystery", "release", visit, "--into", master, *day, *more, "--json")


def checked(
    capsys: pytest.CaptureFixture[str], visit: Path, *more: object
) -> tuple[int, list[tuple[str, str]], Any]:
    code, result = call(capsys, "mystery", "check", visit, *more, "--as-of", "2014-08-28", "--json")
    return code, [(p["code"], f"{p['sheet']}!{p['cell']}") for p in result["problems"]], result


def test_the_file_brings_the_script_and_the_communities(visit: Path) -> None:
    book = openpyxl.load_workbook(visit)
    touches = [row[1] for row in book["脚本"].iter_rows(min_row=5, values_only=True)]
    assert touches[:5] == ["来电接听", "来访接待", "报修响应", "门岗核验", "巡逻可见度"]
    assert sum(int(str(row[3])) for row in book["脚本"].iter_rows(min_row=5, values_only=True)) == 100
    assert [row[0] for row in book["项目名单"].iter_rows(values_only=True)] == ["凤鸣华府", "瑞景华庭"]


def test_nothing_of_a_visit_is_in_the_master_before_it_is_released(
    master: Path, visit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = master.read_bytes()
    assert checked(capsys, visit, "--master", master)[0] == 0
    assert release(capsys, visit, master, "--dry-run")[0] == 0
    assert master.read_bytes() == before
    book = read_book(master)
    assert (list(book.rows(MysteryTouch)), list(book.rows(Inspection))) == ([], [])


def test_a_visit_is_released_exactly_once(master: Path, visit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, result = release(capsys, visit, master)
    assert (code, result["inspection"], result["touches"], result["written"]) == (0, "JC-20140815-1", 3, True)
    assert result["points"] == "86.7"  # 39 of 45
    book = read_book(master)
    (inspection,) = book.rows(Inspection)
    assert (inspection.kind, inspection.day, inspection.scored) == ("神秘客户", date(2014, 8, 15), False)
    assert (inspection.start, inspection.inspector) == (time(9, 0), "暗访甲")
    assert len(inspection.skipped_departments) == 6
    rows = book.rows(MysteryTouch)
    assert [row.number for row in rows] == ["SK-20140815-01", "SK-20140815-02", "SK-20140815-03"]
    assert [(row.touch, str(row.full), str(row.score)) for row in rows] == [
        ("来电接听", "15", "15"), ("来访接待", "15", "9"), ("门岗核验", "15", "15"),
    ]  # fmt: skip
    assert {(row.released_on, row.inspection, row.evidence_at and row.evidence_at.hour) for row in rows} == {
        (date(2014, 8, 28), "JC-20140815-1", 9)
    }
    once = master.read_bytes()
    code, again = release(capsys, visit, master, "--as-of", "2014-08-29")
    assert (code, again["known"], again["written"], again["touches"]) == (0, True, False, 0)
    assert master.read_bytes() == once
    assert "已经放行过" in call(capsys, "mystery", "release", visit, "--into", master, "--as-of", "2014-08-29")[1]


def test_a_file_used_again_for_another_visit_is_refused(
    master: Path, visit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    release(capsys, visit, master)
    once = master.read_bytes()
    fill(visit, community="瑞景华庭")
    code, result = release(capsys, visit, master)
    assert (code, [p["code"] for p in result["problems"]]) == (1, ["mystery-released-differs"])
    assert "凤鸣华府 2014-08-15" in result["problems"][0]["message"]
    assert master.read_bytes() == once


def test_undone_it_can_be_released_again(master: Path, visit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    release(capsys, visit, master)
    assert call(capsys, "undo", master)[0] == 0
    assert list(read_book(master).rows(MysteryTouch)) == []
    fill(visit, cells={"E5": 14})
    code, result = release(capsys, visit, master)
    assert (code, result["touches"], result["written"]) == (0, 3, True)


def test_two_visits_on_a_day_are_two(
    master: Path, visit: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    release(capsys, visit, master)
    other = tmp_path / "暗访2.xlsx"
    call(capsys, "mystery", "new", other, "--master", master)
    fill(other)
    assert release(capsys, other, master)[1]["inspection"] == "JC-20140815-2"
    numbers = [row.number for row in read_book(master).rows(MysteryTouch)]
    assert numbers == [f"SK-20140815-{n:02}" for n in range(1, 7)]


@pytest.mark.parametrize(
    ("cells", "code", "told"),
    [
        ({}, 0, []),
        ({"E6": 15}, 0, []),
        ({"E6": 15.5}, 1, [("mystery-over-full", "脚本!E6")]),
        ({"E6": -1}, 1, [("out-of-range", "脚本!E6")]),
        ({"E6": "九分"}, 1, [("not-a-number", "脚本!E6")]),
        ({"F6": None}, 0, [("mystery-without-facts", "脚本!F6")]),
        ({"F6": None, "E6": 12}, 0, []),  # 12 of 15 are the 80 per cent that are enough
        ({"G6": None}, 0, [("mystery-without-evidence", "脚本!G6")]),
        ({"F7": "没有打分"}, 0, [("mystery-unscored", "脚本!E7")]),
        ({"F6": "前台电话13800138000"}, 0, [("personal-number", "脚本!F6")]),
    ],
)
def test_what_is_wrong_with_a_line(
    master: Path,
    visit: Path,
    capsys: pytest.CaptureFixture[str],
    cells: dict[str, Typed],
    code: int,
    told: list[tuple[str, str]],
) -> None:
    fill(visit, cells=cells)
    assert checked(capsys, visit, "--master", master)[:2] == (code, told)
    before = master.read_bytes()
    assert release(capsys, visit, master)[0] == code
    assert (master.read_bytes() == before) is bool(code)


@pytest.mark.parametrize(
    ("community", "day", "told"),
    [
        ("凤鸣 华府", "2014年8月15日", []),
        ("没有这个", date(2014, 8, 15), [("mystery-unknown-community", "暗访!A5")]),
        (None, date(2014, 8, 15), [("required-blank", "暗访!A5")]),
        ("凤鸣华府", date(2014, 8, 28), []),
        ("凤鸣华府", date(2014, 8, 29), [("mystery-in-future", "暗访!B5")]),
        ("凤鸣华府", "2014-2-30", [("impossible-date", "暗访!B5")]),
    ],
)
def test_what_is_wrong_with_the_head(
    master: Path,
    visit: Path,
    capsys: pytest.CaptureFixture[str],
    community: str | None,
    day: Typed,
    told: list[Any],
) -> None:
    fill(visit, community=community, day=day)
    assert checked(capsys, visit, "--master", master)[:2] == (1 if told else 0, told)
    assert (release(capsys, visit, master)[1]["inspection"] is None) is bool(told)


def test_an_empty_file_is_not_released(master: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "空.xlsx"
    call(capsys, "mystery", "new", path, "--master", master)
    assert checked(capsys, path)[:2] == (1, [("mystery-no-head", "暗访!"), ("mystery-empty", "脚本!")])
    assert release(capsys, path, master)[0] == 1


def test_the_file_of_another_master_and_what_is_none(
    master: Path, visit: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = master_with(tmp_path / "别.xlsx", ROWS, "33333333-3333-4333-8333-333333333333")
    code, result = release(capsys, visit, other)
    assert code == 2
    assert f"标识 {IDENTITY[:8]}…" in result["error"]
    code, result = release(capsys, master, other)
    assert code == 2
    assert "不是 pinzhi mystery new 建的暗访文件" in result["error"]
    code, result = call(capsys, "mystery", "new", visit, "--master", master, "--json")
    assert code == 2
    code, result = call(capsys, "mystery", "check", tmp_path / "无.xlsx", "--json")
    assert code == 2


def test_a_file_whose_marks_contradict_each_other(
    master: Path, visit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = openpyxl.load_workbook(visit)
    mark = str(book["暗访"]["A3"].value)
    other = mark.replace(mark[mark.index("/") + 1 : mark.index("/") + 9], "00000000")
    book["暗访"]["A3"].value = other
    book.save(visit)
    code, result = release(capsys, visit, master)
    assert code == 2
    assert "标识前后不一致" in result["error"]


# What the released rows say.

TOUCHES = """
人员
工号 | 姓名
R1 | 张三丰

检查记录
检查编号 | 项目 | 检查日期 | 检查类型 | 检查人
J1 | 凤鸣华府 | 2014-7-10 | 神秘客户 | 皇甫端
J2 | 凤鸣华府 | 2014-8-15 | 神秘客户 | 皇甫端

神秘客户
编号 | 项目 | 日期 | 触点 | 满分 | 得分 | 情况 | 证据时间 | 放行日期 | 检查编号 | 来源
S1 | 凤鸣华府 | 2014-7-10 | 来电接听 | 20 | 15 | 正常 | 9:00 | 2014-7-20 | J1 | A
S2 | 凤鸣华府 | 2014-8-15 | 来电接听 | 20 | 19 | 两声接听 | 9:05 | 2014-8-20 | J2 | B
S3 | 凤鸣华府 | 2014-8-15 | 门岗核验 | 10 | 7.5 | 张三丰没有询问，皇甫端直接进入 | 9:20 | 2014-8-20 | J2 | B
S4 | 瑞景华庭 | 2014-8-16 | 来电接听 | 20 | 10 | 久未接听 | 9:20 | 2014-9-10 | | C
"""


def points(first: date, last: date, as_of: date, communities: tuple[str, ...] = ("凤鸣华府", "瑞景华庭")) -> str:
    value = BY_NAME["神秘客户得分"].value(Facts(book_of(TOUCHES)), Scope(communities, first, last, as_of))
    return "—" if value is None else f"{float(value):.4f}"


def test_points_of_a_hundred_over_what_was_released() -> None:
    """August: (19 + 7.5) ÷ (20 + 10) = 88.3333; 瑞景华庭 is released on 9-10: (26.5 + 10) ÷ 50 = 73."""
    august = (date(2014, 8, 1), date(2014, 8, 31))
    assert points(*august, date(2014, 8, 31)) == "88.3333"
    assert points(*august, date(2014, 9, 9)) == "88.3333"
    assert points(*august, date(2014, 9, 10)) == "73.0000"
    assert points(*august, date(2014, 8, 19)) == "—"
    assert points(date(2014, 6, 1), date(2014, 6, 30), date(2014, 8, 31)) == "—"


def test_the_paper_worked_out_by_hand() -> None:
    """88.3 against 15 ÷ 20 = 75.0 in July: up 13.3; 7.5 of 10 are below 80 per cent."""
    (paper,), told = mystery_reports(scene_of(TOUCHES), Month(2014, 8))
    assert told == []
    assert (paper.community, paper.values["points"], paper.values["low_total"]) == ("凤鸣华府", "88.3", "1")
    assert column(paper, "touches", "rate") == ["95.0%", "75.0%"]
    assert column(paper, "touches", "result") == ["达标", "未达标"]
    assert column(paper, "low", "name") == ["门岗核验"]
    assert "上一次暗访（7月10日）得分 75.0，本月上升 13.3 分。" in text_of(paper)


def test_nobody_is_named_in_full_on_the_paper() -> None:
    (paper,), _ = mystery_reports(scene_of(TOUCHES), Month(2014, 8))
    assert "张*没有询问，皇*直接进入" in text_of(paper)
    assert not [name for name in ("张三丰", "皇甫端") if name in text_of(paper)]


def test_nothing_is_told_of_a_visit_before_its_release() -> None:
    made, _ = mystery_reports(scene_of(TOUCHES, date(2014, 8, 19)), Month(2014, 8))
    assert made == []
    later, _ = mystery_reports(scene_of(TOUCHES, date(2014, 9, 10)), Month(2014, 8))
    assert [paper.community for paper in later] == ["凤鸣华府", "瑞景华庭"]


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("| 20 | 19 |", "| 20 | 20 |", []),
        ("| 20 | 19 |", "| 20 | 20.5 |", ["mystery-over-full"]),
        ("2014-8-20 | J2 | B\nS4", "| | \nS4", ["mystery-hand-typed"]),
    ],
)
def test_rules_of_the_sheet(old: str, new: str, codes: list[str]) -> None:
    book = book_of(TOUCHES.replace(old, new))
    found = [p.code for p in check(Scene(Facts(book), date(2014, 8, 31))) if p.code.startswith("mystery")]
    assert found == codes
    made, told = mystery_reports(scene_of(book), Month(2014, 8))
    assert (len(made), [p.code for p in told]) == ((0, ["report-withheld"]) if codes else (1, []))


def test_the_log_says_what_was_released(master: Path, visit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    release(capsys, visit, master)
    (line,) = read_book(master).rows(RunLog)
    assert (line.task, line.scope) == ("神秘客户放行", "凤鸣华府 2014-08-15")
    assert "86.7" in str(line.result)
