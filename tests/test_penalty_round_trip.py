"""The whole life of a notice through the commands: from the numbered blank to 绩效考核处 (law.md §3, contract §2)."""

import inspect
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pinzhi_xl.kinds import spell
from pinzhi_xl.sheets.followup import BlankNotice, Penalty
from pinzhi_xl.sheets.results import IssuedPaper, RunLog
from pinzhi_xl.workbook.read import read_book
from tests.masters import call, master_with, type_into
from tests.test_enter import fill
from tests.test_receive import fill as fill_reply

ONE, TWO = "品罚〔2014〕1号", "品罚〔2014〕2号"


class Desk:
    """One master at the command line; every call on its own day."""

    def __init__(self, master: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.master = master
        self.capsys = capsys

    def call(self, day: str, *words: str) -> tuple[int, Any]:
        verb, rest = (words[:2], words[2:]) if words[0] == "register" else (words[:1], words[1:])
        dated = () if verb == ("register", "verify") else ("--as-of", day)
        return call(self.capsys, *verb, self.master, *rest, *dated, "--json")

    def issue(self, day: str) -> tuple[int, list[tuple[str, bool]]]:
        """Exit code, and each number with whether it is new; 状态 says afterwards where the notice stands."""
        code, result = self.call(day, "issue", "--month", "2014-08", "--kind", "违纪处罚单")
        return code, [(document["number"], document["new"]) for document in result["documents"]]

    def check(self, day: str) -> dict[str, str]:
        """Code → sentence of what is told of 处罚登记 and 申诉."""
        _, result = self.call(day, "check")
        return {p["code"]: p["message"] for p in result["problems"] if p["sheet"] in ("处罚登记", "申诉")}

    def type(self, sheet: str, **cells: str) -> None:
        type_into(self.master, sheet, 2, **cells)

    def shown(self, *names: str) -> list[str]:
        """Fields of the one row of 处罚登记, as the sheet shows them."""
        (row,) = read_book(self.master).rows(Penalty)
        return [spell(getattr(row, name)) for name in names]

    def assessed(self, day: str) -> dict[str, list[str]]:
        """Sheet of the list for 绩效考核处 → the notices on it."""
        code, result = self.call(day, "handover", "--month", "2014-08", "--to", "绩效考核处")
        assert code == 0, result
        path = next(d["path"] for d in result["documents"] if d["path"].endswith(".xlsx"))
        book: Any = openpyxl.load_workbook(path)
        cells = {name: [str(cell.value) for row in book[name] for cell in row] for name in ("已确认", "未决")}
        return {name: [text for text in found if text.startswith("品罚")] for name, found in cells.items()}


def test_from_the_blank_to_the_assessment(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    项目
    项目名称
    凤鸣华府

    位置
    项目 | 位置名称
    凤鸣华府 | 客服中心

    人员
    工号 | 姓名 | 项目 | 部门
    P1 | 员工甲 | 凤鸣华府 | 客服部
    P2 | 员工乙 | 凤鸣华府 | 客服部

    奖惩条款
    条款编号 | 制度名称 | 版本 | 条文 | 首次处理 | 扣绩效分 | 民主程序日期 | 公示日期 | 生效日期
    5.1 | 员工手册 | 2014版 | 上班时间应当坚守岗位。 | 口头提醒 | 2 | 2013-12-01 | 2014-01-10 | 2014-02-01

    P2 is the inspector of 2014-08-04; P1 signs on Monday 2014-09-01, and may appeal for five working days:
    2, 3, 4, 5 September and, Monday the 8th being 中秋节, Tuesday the 9th.
    """
    sheets = inspect.getdoc(test_from_the_blank_to_the_assessment) or ""
    desk = Desk(master_with(tmp_path / "总表.xlsx", sheets), capsys)

    # Two numbered blanks go along; one is filled on site and typed into the form with the visit.
    code, reserved = desk.call("2014-08-01", "register", "reserve", "--count", "2", "--holder", "员工乙")
    assert (code, [d["number"] for d in reserved["documents"]]) == (0, [ONE, TWO])
    fill(desk.master, lambda form: form.line("KF01", 违纪人员="P1", 奖惩条款编号="5.1", 空白单号=ONE))
    code, entered = desk.call("2014-08-05", "enter")
    assert (code, [p["message"] for p in entered["problems"] if p["level"] == "错误"]) == (0, [])
    assert [row.use for row in read_book(desk.master).rows(BlankNotice)] == ["已回录", "在手"]

    # It is issued under its own number; the other blank is not used.
    assert desk.issue("2014-08-29") == (0, [(ONE, True)])
    assert desk.shown("number", "person", "points", "state") == [ONE, "P1", "2", "已开具"]
    code, voided = desk.call("2014-08-29", "register", "void", TWO, "--reason", "没有用")
    assert (code, voided["voided"]) == (0, True)

    # 行政部 gets the list. What is filled in before the person has the notice is refused, and nothing is written.
    code, handed = desk.call("2014-09-01", "handover", "--month", "2014-08", "--to", "行政部")
    assert code == 0
    assert desk.shown("batch", "handed_on") == ["2014-08-1", "2014-09-01"]
    reply = next(Path(d["path"]) for d in handed["documents"] if d["path"].endswith(".xlsx"))
    fill_reply(reply, _1={"核定结果": "同意", "核定人": "行政甲", "核定日期": "2014-9-2"})
    before = desk.master.read_bytes()
    code, early = desk.call("2014-09-02", "receive", str(reply))
    assert (code, [p["code"] for p in early["problems"]]) == (1, ["reply-not-delivered"])
    assert desk.master.read_bytes() == before

    # Delivered, the reply is taken; once more it changes nothing.
    desk.type("处罚登记", 送达方式="当面", 签收日期="2014-9-1")
    assert desk.issue("2014-09-02") == (0, [(ONE, False)])
    assert desk.shown("state") == ["已送达"]
    code, received = desk.call("2014-09-02", "receive", str(reply))
    assert (code, received["received"], received["changes"]) == (0, 1, [f"{ONE} 核定扣分 空→2"])
    assert desk.shown("decision", "decided_points", "state") == ["同意", "2", "已核定"]
    assert desk.call("2014-09-02", "receive", str(reply))[1]["received"] == 0

    # Within the appeal period nothing is executed; and with an appeal that nobody has concluded, neither.
    desk.type("处罚登记", 执行月份="2014-09")
    told = desk.check("2014-09-09")
    assert f"{ONE} 的申诉期到 2014-09-09 为止，期内不能执行" in told["executed-in-appeal-period"]
    assert desk.assessed("2014-09-09") == {"已确认": [], "未决": [ONE]}
    desk.type("申诉", 处罚编号=ONE, 申诉日期="2014-9-3", 理由="当时在替班", 受理人="员工乙")
    told = desk.check("2014-09-10")
    assert told.keys() == {"executed-under-appeal", "handler-is-inspector"}
    assert f"{ONE} 有没有结论的申诉，不能执行；现在可以：申诉结论（维持、变更或撤销）、作废。" in told.values()
    assert desk.issue("2014-09-10") == (1, [(ONE, False)])
    assert desk.shown("state") == ["申诉中"]
    assert desk.assessed("2014-09-10") == {"已确认": [], "未决": [ONE]}

    # Somebody else handles it and changes the notice: 行政部 decides again, and then it is executed.
    desk.type("申诉", 受理人="行政乙", 结论="变更")
    told = desk.check("2014-09-10")
    assert told.keys() == {"appeal-not-told", "executed-though-changed"}
    assert f"{ONE} 申诉后变更，还是申诉前的核定，不能执行；现在可以：行政部核定、作废。" in told.values()
    desk.type("申诉", 告知日期="2014-9-5")
    assert desk.issue("2014-09-10") == (1, [(ONE, False)])
    assert desk.shown("state") == ["变更"]
    assert desk.assessed("2014-09-10") == {"已确认": [], "未决": [ONE]}
    desk.type("处罚登记", 核定结果="变更", 核定扣分="1", 核定日期="2014-9-5")
    assert desk.check("2014-09-10") == {}
    assert desk.issue("2014-09-10") == (0, [(ONE, False)])
    assert desk.shown("decided_points", "payroll_month", "state") == ["1", "2014-09", "已执行"]
    assert desk.assessed("2014-09-10") == {"已确认": [ONE], "未决": []}

    # An executed notice is not voided; every number is accounted for, and the log says what became of it.
    code, refused = desk.call("2014-09-11", "register", "void", ONE, "--reason", "反悔")
    assert (code, "已执行" in refused["error"]) == (2, True)
    code, verified = desk.call("2014-09-11", "register", "verify")
    assert code == 0, verified
    book = read_book(desk.master)
    assert [(row.number, row.state) for row in book.rows(IssuedPaper)] == [(ONE, "有效"), (TWO, "作废")]
    assert [row.use for row in book.rows(BlankNotice)] == ["已回录", "作废"]
    assert f"{ONE} 核定扣分 空→2" in [row.result for row in book.rows(RunLog)]
