"""The demo shows each refusal of a penalty notice with the sentence the program says (law.md §8)."""

from datetime import datetime
from pathlib import Path

import pytest

from pinzhi_xl.month import Month
from pinzhi_xl.problem import Problem
from pinzhi_xl.register.journal import Journal
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.rules.law_table import LAW_TABLE
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.results import CheckResult
from pinzhi_xl.tasks.demo import DEMO_DAY
from pinzhi_xl.tasks.refusals import Refusals, show_refusals
from pinzhi_xl.tasks.run import Run
from pinzhi_xl.wording.problems import CATALOGUE
from pinzhi_xl.wording.refusals import CONDITIONS
from pinzhi_xl.workbook.read import read_book

ROWS = ["B1", "B2", "B3", "B4", "B5", "B6", "B7", "W1", "W2", "W3", "W4", "W5", "W6", "W7", "W8"]
IDENTITY = "44444444-4444-4444-8444-444444444444"


def shown(folder: Path) -> Refusals:
    return show_refusals(folder, IDENTITY, Month(2014, 8), Run(DEMO_DAY, datetime(2014, 8, 29, 12)))


@pytest.fixture(scope="module")
def refusals(tmp_path_factory: pytest.TempPathFactory) -> Refusals:
    return shown(tmp_path_factory.mktemp("demo"))


def test_the_table_has_its_fifteen_rows_and_only_codes_of_the_catalogue() -> None:
    assert list(LAW_TABLE) == list(CONDITIONS) == ROWS
    codes = [code for row in LAW_TABLE.values() for code in row]
    assert set(codes) <= set(CATALOGUE)
    assert len(codes) == len(set(codes))


def test_every_row_of_the_table_is_shown_with_a_sentence(refusals: Refusals) -> None:
    text = refusals.text.read_text(encoding="utf-8-sig")
    sections = {block.split("　")[0]: block.splitlines() for block in text.split("\n\n")[1:]}
    assert list(sections) == ROWS
    assert all(len(lines) >= 2 for lines in sections.values()), sections
    assert {row for row, lines in sections.items() if lines[0].endswith("→　拦下")} >= set(ROWS[:7])


def test_each_row_is_said_where_it_occurs(refusals: Refusals) -> None:
    """The planted findings are named after their rows: R-B1 … R-W8."""
    by_row = {row: " ".join(one.sentence for one in refusals.said if one.row == row) for row in ROWS}
    expected = {
        "B1": "条款 R.2 在 2014-08-04 尚未公示、生效或已失效",
        "B2": "“示例市”规章制度不得规定罚款，不能填金额 30",
        "B3": "R02 2014-08 的金额 60 超过剩余额度：当月上限 50，还可扣 50",
        "B4": "R03 2014-08-04 在同一地点的同一行为已按条款 R.1 开单",
        "B5": "员工丁 已于 2014-08-01 离职",
        "B6": "问题 R-B6 的整改没有责任人",
        "B7": "处罚编号 品罚〔2014〕90号 已在第 6 行用过",
        "W1": "工号 R06 当月的扣减上限未知，金额 40 未校核",
        "W2": "品罚〔2014〕91号 的申诉期到 2014-09-03 为止，期内不能执行",
        "W3": "像是有身份证号或手机号",
        "W4": "2011 年的放假安排没有录入",
        "W5": "传阅的文书上只印“员*离岗",
        "W6": "检查人 员工辛 不能受理",
        "W7": "建议处理“调岗”对“一般”的问题偏重",
        "W8": "有 1 行记录已超过保存年限 3 年",
    }
    assert {row: words for row, words in expected.items() if words not in by_row[row]} == {}
    assert "不是本公司员工" in by_row["B5"]
    assert "13912345678" not in "".join(by_row.values())


def test_what_commands_refuse_was_really_refused_by_them(refusals: Refusals) -> None:
    by_command = {one.how: one.sentence for one in refusals.said if one.row == "B7"}
    assert "发文登记册" in by_command["开单"]
    assert "品罚〔2014〕90号" in by_command["开单"]
    assert "已定稿，只能重印" in by_command["重开"]
    issued = {one.row for one in refusals.said if one.how == "开单"}
    assert issued >= {"B1", "B2", "B3", "B4", "B5", "B6", "B7", "W1", "W7"}
    assert not Journal(refusals.master.parent / "登记").entries()  # tried elsewhere: no number is taken


def test_the_planted_master_lists_what_check_says_of_it(refusals: Refusals) -> None:
    book = read_book(refusals.master)
    listed = {(row.sheet_name, row.cell or "", row.message) for row in book.rows(CheckResult)}
    problems: list[Problem] = check(Scene(Facts(book), DEMO_DAY))
    assert listed == {(p.cell.sheet, p.cell.address, p.message) for p in problems}
    told = {p.code for p in problems}
    assert {row for row, codes in LAW_TABLE.items() if not told & set(codes)} == {"B6"}  # told by issuing


def test_every_reported_problem_is_one_that_was_planted(refusals: Refusals) -> None:
    """No other error hides among them."""
    planted = {code for codes in LAW_TABLE.values() for code in codes}
    problems = check(Scene(Facts(read_book(refusals.master)), DEMO_DAY))
    assert {p.code for p in problems if p.is_error} <= planted


def test_again_it_says_the_same(refusals: Refusals) -> None:
    before = refusals.text.read_bytes(), refusals.master.read_bytes()
    assert shown(refusals.master.parent).said == refusals.said
    assert (refusals.text.read_bytes(), refusals.master.read_bytes()) == before


def test_without_the_planted_row_its_refusal_is_not_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The text follows what is said: nothing of it is typed beforehand."""
    from pinzhi_xl.sample import refusals as planted

    tables = planted._tables

    def harmless(name: str) -> list[tuple[str, list[list[str]]]]:
        return [
            (
                label,
                [["R.1" if cell == "R.2" and label == "问题登记" else cell for cell in line] for line in lines],
            )
            for label, lines in tables(name)
        ]

    monkeypatch.setattr(planted, "_tables", harmless)
    assert "B1" not in {one.row for one in shown(tmp_path).said}
