"""脱敏归档: the names leave what is past the retention period, the figures stay."""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pinzhi_xl.masking import mask_names
from pinzhi_xl.retention import is_pseudonym, pseudonym, retention_limit
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.duty import DutyReview
from pinzhi_xl.sheets.followup import Appeal, Penalty, Rectification
from pinzhi_xl.sheets.inspections import Finding, Inspection, Offender
from pinzhi_xl.sheets.organisation import Person
from pinzhi_xl.sheets.results import IssuedPaper, RunLog
from pinzhi_xl.workbook.last_step import last_step
from pinzhi_xl.workbook.read import read_book
from tests.masters import IDENTITY, call, master_with, type_into
from tests.tables import book_of
from tests.test_issue import FACTS, W1, sheets
from tests.test_lock import add
from tests.test_month_end import close

AS_OF = "2018-09-01"
BEFORE = "2015-01-01"
NAMED = W1.replace(FACTS, "保安员员工甲离岗十二分钟，电话13912345678")
RECENT = "员工乙在西门岗睡岗约十分钟"


def recent(path: Path, facts: str = RECENT) -> None:
    """An inspection of 2018 with a finding and a person, typed below the rest."""
    add(path, "检查记录", 检查编号="J5", 项目="凤鸣华府", 检查日期=date(2018, 8, 6), 检查人="检查员")
    add(
        path, "问题登记", 问题编号="W5", 检查编号="J5", 部门="秩序维护部", 条款编码="ZX04", 结论="不合格", 位置="西门岗",
        问题描述=facts, 处置="处罚", 奖惩条款编号="5.1", 整改责任人="P2",
    )  # fmt: skip
    add(path, "违纪人员", 问题编号="W5", 工号="P2")


def old_master(folder: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A master whose August 2014 is final, with an appeal, a duty review, and a finding of 2018 beside it."""
    text = sheets(NAMED, offenders="W1 | P1\nW1 | P2")
    path = master_with(folder / "总表.xlsx", text)
    assert close(capsys, path, "--final")[0] == 0
    recent(path)
    type_into(path, "处罚登记", 2, 见证人1="员工乙", 见证人2="员工丙")
    add(
        path,
        "申诉",
        处罚编号="品罚〔2014〕1号",
        申诉日期=date(2014, 9, 3),
        理由="本人员工甲当时在换岗",
        受理人="员工丁",
    )
    add(path, "值班评估", 项目="凤鸣华府", 日期=date(2014, 8, 5), 秩序部情况="员工乙迟到", 品质专员="检查员")
    return path


def archive(capsys: pytest.CaptureFixture[str], path: Path, *more: str, before: str = BEFORE) -> tuple[int, Any]:
    return call(capsys, "archive", path, "--before", before, "--as-of", AS_OF, *more)


def scores(capsys: pytest.CaptureFixture[str], path: Path) -> list[Any]:
    months = ("2014-07", "2014-08", "2018-08")
    return [
        call(capsys, "score", path, "--month", month, "--as-of", AS_OF, "--json", "--dry-run")[1]
        for month in months
    ]


def test_names_leave_the_past_rows_and_the_figures_stay(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = old_master(tmp_path, capsys)
    before = scores(capsys, path)
    _, checked = call(capsys, "check", path, "--as-of", AS_OF, "--dry-run", "--json")
    assert [p["level"] for p in checked["problems"] if p["code"] == "past-retention"] == ["提醒"]
    code, result = archive(capsys, path, "--json")
    assert (code, result["written"]) == (0, True)
    book = read_book(path)
    first, second = pseudonym(IDENTITY, "P1"), pseudonym(IDENTITY, "P2")
    assert [row.person for row in book.rows(Offender)] == [first, second, "P2"]
    assert [(row.person, row.name) for row in book.rows(Penalty)] == [(first, "[已脱敏]"), (second, "[已脱敏]")]
    assert (book.rows(Penalty)[0].witness_1, book.rows(Penalty)[0].witness_2) == ("[已脱敏]", "[已脱敏]")
    assert [row.number for row in book.rows(Penalty)] == ["品罚〔2014〕1号", "品罚〔2014〕2号"]
    (appeal,) = book.rows(Appeal)
    assert (appeal.reason, appeal.handler) == ("本人员*当时在换岗", "[已脱敏]")
    (review,) = book.rows(DutyReview)
    assert (review.order, review.inspector) == ("员*迟到", "[已脱敏]")
    old, recent = book.rows(Finding)
    assert old.facts == "保安员员*离岗十二分钟，电话139********"
    assert old.owner == second
    assert (recent.facts, recent.owner) == ("员工乙在西门岗睡岗约十分钟", "P2")
    assert book.rows(Rectification)[0].owner in (second, "[已脱敏]")
    assert [row.inspector for row in book.rows(Inspection)] == ["[已脱敏]", "[已脱敏]", "[已脱敏]", "检查员"]
    people = {row.number: row.name for row in book.rows(Person)}
    assert people == {
        "P1": "员工甲", "P2": "员工乙", "P3": "员工丙",  # still employed
        pseudonym(IDENTITY, "P4"): "[已脱敏]",  # left on 2014-08-01
        first: "[已脱敏]", second: "[已脱敏]",
    }  # fmt: skip
    assert scores(capsys, path) == before
    _, checked = call(capsys, "check", path, "--as-of", AS_OF, "--dry-run", "--json")
    about = [
        p
        for p in checked["problems"]
        if p["level"] == "错误" or p["code"] in ("past-retention", "locked-row-changed")
    ]
    assert about == []


def test_it_is_one_write_that_cannot_be_taken_back_and_happens_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = old_master(tmp_path, capsys)
    untouched = path.read_bytes()
    code, said = archive(capsys, path, "--dry-run")
    assert (code, "试运行" in said, path.read_bytes() == untouched) == (0, True, True)
    lines = len(read_book(path).rows(RunLog))
    code, said = archive(capsys, path)
    assert code == 0
    assert "登记册" in said
    assert "备份" in said
    assert len(read_book(path).rows(RunLog)) == lines + 1
    assert read_book(path).rows(RunLog)[-1].task == "脱敏归档"
    assert last_step(path) is None
    assert call(capsys, "undo", path)[0] == 2
    done = path.read_bytes()
    code, said = archive(capsys, path)
    assert (code, "没有需要脱敏的记录" in said, path.read_bytes() == done) == (0, True, True)


def test_an_archived_month_gets_no_second_notices(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = old_master(tmp_path, capsys)
    archive(capsys, path)
    code, result = call(
        capsys, "issue", path, "--month", "2014-08", "--kind", "违纪处罚单", "--as-of", AS_OF, "--json"
    )
    assert code == 0
    assert [d for d in result["documents"] if d["new"]] == []


@pytest.mark.parametrize(("before", "code"), [("2015-09-01", 0), ("2015-09-02", 2), ("2018-01-01", 2)])
def test_what_is_still_to_be_kept_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], before: str, code: int
) -> None:
    path = old_master(tmp_path, capsys)
    untouched = path.read_bytes()
    capsys.readouterr()
    found, result = archive(capsys, path, "--json", before=before)
    assert found == code
    if code:
        assert "2015-09-01" in result["error"]
        assert path.read_bytes() == untouched


def test_the_period_is_a_setting(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = master_with(tmp_path / "总表.xlsx", sheets(W1) + "\n\n参数\n名称 | 取值\n保存年限 | 5")
    assert archive(capsys, path, before="2013-09-02")[0] == 2
    assert archive(capsys, path, before="2013-09-01")[0] == 0


def test_the_limit_is_the_same_day_years_before() -> None:
    assert retention_limit(date(2018, 9, 1), 3) == date(2015, 9, 1)
    assert retention_limit(date(2016, 2, 29), 3) == date(2013, 2, 28)


def test_a_pseudonym_is_stable_within_a_master_only() -> None:
    assert pseudonym("a", "p1") == pseudonym("a", "P1 ")
    assert pseudonym("a", "P1") != pseudonym("a", "P2")
    assert pseudonym("a", "P1") != pseudonym("b", "P1")
    assert is_pseudonym(pseudonym("a", "P1"))
    assert not is_pseudonym("TM-1")
    assert mask_names(pseudonym("a", "P1"), ["员工甲"]) == pseudonym("a", "P1")


OLD = """
检查记录
检查编号 | 项目 | 检查日期
J1 | 凤鸣华府 | {day}

问题登记
问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 位置 | 问题描述 | 整改责任人
W1 | J1 | 客服部 | A1 | 不合格 | 3栋 | 大堂岗未按规定着装 | {owner}
"""


@pytest.mark.parametrize(
    ("day", "owner", "told"),
    [
        ("2015-08-31", "员工甲", ["B2"]),
        ("2015-09-01", "员工甲", []),
        ("2015-08-31", "", []),
        ("2015-08-31", "[已脱敏]", []),
    ],
)
def test_a_row_past_the_period_is_told(day: str, owner: str, told: list[str]) -> None:
    problems = check(Scene(Facts(book_of(OLD.format(day=day, owner=owner))), date(2018, 9, 1)))
    found = [problem for problem in problems if problem.code == "past-retention"]
    assert len(found) == len(told)
    assert all("2015-09-01" in problem.fix for problem in found)


def test_who_has_left_stays_while_a_later_row_names_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = master_with(tmp_path / "总表.xlsx", sheets(W1))
    recent(path, "西门岗由原员工丁代班，约十分钟无人")
    archive(capsys, path)
    assert {row.number: row.name for row in read_book(path).rows(Person)}["P4"] == "员工丁"


def cells_with(path: Path, text: str) -> list[str]:
    book = openpyxl.load_workbook(path)
    return [
        f"{sheet.title}!{cell.coordinate}"
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and text in cell.value
    ]


def test_no_sheet_names_the_archived_person_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """员工甲 is employed still: 人员 alone may name him, also after issuing once more. Two rounds, one void."""
    path = master_with(tmp_path / "总表.xlsx", sheets(W1))
    number = "品罚〔2014〕1号"
    issued = ("--month", "2014-08", "--as-of", "2014-08-29", "--json")
    assert call(capsys, "issue", path, *issued)[0] == 0
    how = ("--void-and-replace", "--reason", "改", "--as-of", "2014-08-30", "--json")
    assert call(capsys, "reissue", path, number, *how)[0] == 0
    reserved = ("--count", "1", "--holder", "员工丁", "--as-of", "2014-08-30", "--json")
    assert call(capsys, "register", "reserve", path, *reserved)[0] == 0
    for line in range(2, 6):
        type_into(path, "运行记录", line, 时间="2014-08-30 09:00")
    assert {cell.partition("!")[0] for cell in cells_with(path, "员工甲")} == {"人员", "处罚登记", "发文登记"}
    assert archive(capsys, path)[0] == 0
    assert cells_with(path, "员工甲") == ["人员!B2"]
    code, result = call(capsys, "issue", path, "--month", "2014-08", "--as-of", AS_OF, "--json")
    assert (code, [d for d in result["documents"] if d["new"]]) == (0, [])
    assert cells_with(path, "员工甲") == ["人员!B2"]
    assert cells_with(path, "员工丁") == []  # has left, and took a blank
    shown = [(row.subject, row.path) for row in read_book(path).rows(IssuedPaper)]
    assert ("[已脱敏]", "2014-08/违纪处罚单") in shown
    assert ("秩序维护部", "2014-08/限期整改通知单/品改〔2014〕1号 凤鸣华府 秩序维护部.docx") in shown
    told = {p["code"] for p in result["problems"]}
    assert told & {"notice-without-basis", "delivery-overdue", "decision-overdue"} == set()


def test_what_an_earlier_archive_left_is_made_good(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = old_master(tmp_path, capsys)
    archive(capsys, path)
    type_into(path, "发文登记", 2, 对象="员工甲", 文件="2014-08/违纪处罚单/品罚〔2014〕1号 员工甲.docx")
    code, result = archive(capsys, path, "--json")
    assert (code, result["rows"]) == (0, {"发文登记": 1})
    assert cells_with(path, "员工甲") == ["人员!B2"]
