"""What is typed over 处罚登记 and 发文登记 opens no way past the law: the register's papers count (B2, B3, B7)."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pinzhi_xl.sheets.followup import Penalty
from pinzhi_xl.workbook.read import read_book
from tests.masters import call, master_with, type_into
from tests.test_issue import W1, codes, issue
from tests.test_penalty_rules import CAPS, allowed, folder

ONE, TWO = "品罚〔2014〕1号", "品罚〔2014〕2号"
CAP = CAPS + "P1 | 2014-08 | 100"
SECOND = W1.replace("W1 | J1", "W2 | J2")
__all__ = ["folder"]


@pytest.fixture
def master(folder: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Two notices of P1 over 60 yuan each, and a cap of 100: the first is issued, the second refused."""
    path = master_with(
        folder / "总表.xlsx",
        allowed("W1 | P1 | | 60\nW2 | P1 | | 60", W1, SECOND, offenders="W1 | P1\nW2 | P1", caps=CAP),
    )
    code, result = issue(capsys, path)
    assert (code, numbers(result)) == (1, [ONE])
    return path


def numbers(result: dict[str, Any]) -> list[str]:
    return [document["number"] for document in result["documents"]]


def test_a_number_copied_into_another_row_makes_no_notice(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    type_into(master, "处罚登记", 3, 处罚编号=ONE, 状态="已开具")
    code, result = issue(capsys, master)
    assert (code, numbers(result)) == (1, [ONE])
    assert "over-the-cap" in [code for code, _ in codes(result)]
    assert [(row.finding, row.number, row.state) for row in read_book(master).rows(Penalty)] == [
        ("W1", ONE, "已开具"), ("W2", None, "草稿"),
    ]  # fmt: skip


def test_an_amount_lowered_on_the_sheet_alone_frees_nothing(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    type_into(master, "处罚登记", 2, 建议金额="0")
    code, result = issue(capsys, master)
    assert (code, numbers(result)) == (1, [ONE])
    assert [p["message"] for p in result["problems"] if p["code"] == "over-the-cap"] == [
        "P1 2014-08 的金额 60 超过剩余额度：当月上限 100，还可扣 40。"
    ]
    type_into(master, "处罚登记", 3, 建议金额="40")
    code, result = issue(capsys, master)
    assert numbers(result) == [ONE, TWO]  # 60 + 40 are the cap


def test_a_notice_whose_row_was_deleted_counts_and_comes_back_as_printed(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = openpyxl.load_workbook(master)
    for cell in book["处罚登记"][2]:
        cell.value = None
    book.save(master)
    code, result = issue(capsys, master)
    assert (code, numbers(result)) == (1, [ONE])
    rows = {row.finding: row for row in read_book(master).rows(Penalty)}
    assert (rows["W1"].number, str(rows["W1"].money), rows["W2"].number) == (ONE, "60", None)
    assert "content-changed" not in [p["code"] for p in result["problems"]]


def test_a_void_typed_into_the_list_of_papers_voids_nothing(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    type_into(master, "发文登记", 2, 状态="作废")
    assert numbers(issue(capsys, master)[1]) == [ONE]
    assert call(capsys, "register", "void", master, ONE, "--reason", "开错", "--json")[0] == 0
    assert numbers(issue(capsys, master)[1]) == [ONE, TWO]  # by the register it is free


@pytest.mark.parametrize("way", ["--correct", "--void-and-replace"])
@pytest.mark.parametrize(("amount", "code"), [("100", 0), ("100.01", 1)])
def test_a_notice_that_is_reissued_stays_within_the_cap(
    master: Path, capsys: pytest.CaptureFixture[str], way: str, amount: str, code: int
) -> None:
    type_into(master, "处罚登记", 2, 建议金额=amount)
    found, result = call(
        capsys, "reissue", master, ONE, way, "--reason", "金额填错", "--as-of", "2014-08-30", "--json"
    )
    assert found == code
    about = [p["value"] for p in result["problems"] if p["code"] == "over-the-cap" and p["cell"] == "J2"]
    assert about == [amount] * code
    assert len(result["documents"]) == 1 - code


def test_a_notice_is_not_reissued_with_money_where_fines_are_forbidden_by_now(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = openpyxl.load_workbook(master)
    sheet = book["参数"]
    for line in sheet.iter_rows():
        if line[0].value == "地区":
            line[1].value = "广东"
    book.save(master)
    code, result = call(
        capsys, "reissue", master, ONE, "--void-and-replace", "--reason", "重开", "--as-of", "2014-08-30", "--json"
    )
    assert (code, result["documents"]) == (1, [])
    assert "region-forbids-fines" in [p["code"] for p in result["problems"]]
    assert read_book(master).rows(Penalty)[0].number == ONE
