"""接收核定: the filled list goes into 处罚登记, in part, twice without harm, never over a decision."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pinzhi_xl.sheets.followup import Penalty
from pinzhi_xl.sheets.results import RunLog
from pinzhi_xl.sheets.settings import SettingRow
from pinzhi_xl.workbook.read import read_book
from tests.masters import IDENTITY, call, master_with, type_into
from tests.test_handover import finding, hand
from tests.test_issue import COMMON, HEAD

OTHER = "33333333-3333-4333-8333-333333333333"
SAID = {"核定结果": "同意", "核定人": "行政甲", "核定日期": "2014-9-3"}


@pytest.fixture
def pair(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[Path, Path]:
    """A master with three delivered notices handed over on 2014-09-01, and the list of the batch.

    品罚〔2014〕1号 员工甲, 2号 员工乙, 3号 员工乙; 2 points proposed each. In 处罚登记 they stand in rows 2 to 4.
    """
    people = "\n\n违纪人员\n问题编号 | 工号\nW1 | P1\nW1 | P2\nW2 | P2\n"
    findings = finding("W1") + "\n" + finding("W2", "J2")
    master = master_with(tmp_path / "总表.xlsx", COMMON + HEAD + findings + people)
    call(capsys, "issue", master, "--month", "2014-08", "--as-of", "2014-08-29", "--json")
    for row in (2, 3, 4):
        type_into(master, "处罚登记", row, 送达方式="当面", 签收日期="2014-8-29")
    return master, Path(hand(capsys, master)[1]["documents"][0]["path"])


def fill(reply: Path, **lines: dict[str, Any]) -> None:
    """Fill in lines of the list: ``_1={"核定结果": "同意"}`` for the first one."""
    book: Any = openpyxl.load_workbook(reply)
    sheet = book["移交清单"]
    head = next(row for row in sheet.iter_rows() if row[2].value == "处罚编号")
    labels = [cell.value for cell in head]
    for place, values in lines.items():
        for label, value in values.items():
            sheet.cell(head[0].row + int(place.strip("_")), labels.index(label) + 1).value = value
    book.save(reply)


def receive(capsys: pytest.CaptureFixture[str], master: Path, reply: Path, *more: str) -> tuple[int, Any]:
    return call(capsys, "receive", master, reply, "--as-of", "2014-09-05", *more, "--json")


def decisions(master: Path) -> list[tuple[Any, ...]]:
    rows = read_book(master).rows(Penalty)
    return [
        (
            row.decision,
            row.decided_points,
            row.decided_money,
            row.decided_by,
            row.decided_on and str(row.decided_on),
        )
        for row in rows
    ]


BLANK = (None,) * 5


def test_a_reply_is_taken_over_in_parts(pair: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    master, reply = pair
    fill(reply, _1=SAID, _2=SAID | {"核定结果": "变更", "核定扣分": "１.5"})
    code, result = receive(capsys, master, reply)
    assert [row.state for row in read_book(master).rows(Penalty)] == ["已核定", "已核定", "已送达"]
    assert (code, result["batch"], result["received"], result["waiting"]) == (0, "2014-08-1", 2, 1), result
    assert result["changes"] == ["品罚〔2014〕1号 核定扣分 空→2", "品罚〔2014〕2号 核定扣分 空→1.5"]
    assert [tuple(map(str, row)) for row in decisions(master)[:2]] == [
        ("同意", "2", "None", "行政甲", "2014-09-03"),
        ("变更", "1.5", "None", "行政甲", "2014-09-03"),
    ]
    assert decisions(master)[2] == BLANK
    log = [(row.task, row.scope, row.result) for row in read_book(master).rows(RunLog)]
    assert log[-3:] == [
        ("接收核定", "2014-08-1", "品罚〔2014〕1号 核定扣分 空→2"),
        ("接收核定", "2014-08-1", "品罚〔2014〕2号 核定扣分 空→1.5"),
        ("接收核定", "2014-08-1", "核定 2 张，尚未核定 1 张"),
    ]
    fill(reply, _3=SAID | {"核定结果": "不同意"})  # 撤销 in other words
    code, result = receive(capsys, master, reply)
    assert (code, result["received"], result["known"], result["waiting"]) == (0, 1, 2, 0)
    assert decisions(master)[2] == ("撤销", None, None, "行政甲", "2014-09-03")


def test_the_same_reply_twice_changes_nothing(pair: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    master, reply = pair
    fill(reply, _1=SAID)
    receive(capsys, master, reply)
    before = master.read_bytes()
    code, text = call(capsys, "receive", master, reply, "--as-of", "2014-09-05")
    assert (code, text.strip()) == (
        0,
        "批次 2014-08-1：没有新的核定，总表没有改动（已接收 1 张，尚未核定 2 张）。",
    )
    assert master.read_bytes() == before


def test_a_dry_run_only_says_what_it_would_do(pair: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    master, reply = pair
    fill(reply, _1=SAID)
    before = master.read_bytes()
    code, result = receive(capsys, master, reply, "--dry-run")
    assert (code, result["received"], result["written"]) == (0, 1, False)
    assert master.read_bytes() == before


def test_another_decision_is_refused_naming_both(
    pair: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """处罚登记 has 变更 to 1; the list agrees to the proposed 2 and decides another notice besides."""
    master, reply = pair
    type_into(master, "处罚登记", 2, 核定结果="变更", 核定扣分="1")
    fill(reply, _1=SAID, _2=SAID)
    before = master.read_bytes()
    code, result = receive(capsys, master, reply)
    assert (code, result["received"], result["changes"]) == (1, 0, [])
    assert [(p["code"], p["sheet"], p["label"]) for p in result["problems"]] == [
        ("reply-conflict", "移交清单", "核定结果"),
        ("reply-conflict", "移交清单", "核定扣分"),
    ]
    assert all(p["cell"] for p in result["problems"])
    message = result["problems"][0]["message"]
    assert "清单是“同意”" in message
    assert "已是“变更”" in message
    assert "“处罚登记”" in message
    assert "品罚〔2014〕1号" in message
    assert master.read_bytes() == before


def test_what_the_master_has_already_is_completed(
    pair: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """The same decision was typed into 处罚登记 without who and when."""
    master, reply = pair
    type_into(master, "处罚登记", 2, 核定结果="同意", 核定扣分="2")
    fill(reply, _1=SAID)
    code, result = receive(capsys, master, reply)
    assert (code, result["received"], result["changes"]) == (0, 1, [])
    assert decisions(master)[0][3:] == ("行政甲", "2014-09-03")


@pytest.mark.parametrize(
    ("values", "code", "label"),
    [
        ({"核定结果": "也许"}, "not-a-choice", "核定结果"),
        ({"核定扣分": "两分"}, "not-a-number", "核定扣分"),
        ({"核定扣分": "-1"}, "out-of-range", "核定扣分"),
        ({"核定结果": "变更", "核定扣分": "100.5"}, "out-of-range", "核定扣分"),
        ({"核定日期": "2014-9-31"}, "impossible-date", "核定日期"),
        ({"核定日期": "2014-8-28"}, "reply-before-issue", "核定日期"),
        ({"核定日期": "2014-9-6"}, "reply-in-future", "核定日期"),
        ({"核定人": None}, "reply-incomplete", "核定人"),
        ({"核定结果": None, "核定扣分": 2}, "reply-without-decision", "核定结果"),
        ({"核定扣分": 1}, "reply-agreed-otherwise", "核定扣分"),
        ({"核定结果": "变更"}, "reply-changed-without-figure", "核定扣分"),
        ({"核定结果": "撤销", "核定扣分": 1}, "reply-revoked-with-figure", "核定扣分"),
        ({"核定金额": 50}, "reply-money-off", "核定金额"),
        ({"核定扣分": "=1+1"}, "formula-without-result", "核定扣分"),
        ({"核定扣分": "#REF!"}, "error-value", "核定扣分"),
        ({"处罚编号": "品罚〔2014〕77号"}, "reply-unknown-number", "处罚编号"),
        ({"处罚编号": "品罚〔2014〕2号"}, "duplicate-key", "处罚编号"),
        ({"处罚编号": None}, "required-blank", "处罚编号"),
    ],
)
def test_what_cannot_be_is_refused_at_its_cell(
    pair: tuple[Path, Path], capsys: pytest.CaptureFixture[str], values: dict[str, Any], code: str, label: str
) -> None:
    """The second line is sound: nothing of it is taken over either."""
    master, reply = pair
    fill(reply, _1=SAID | values, _2=SAID)
    before = master.read_bytes()
    exit_code, result = receive(capsys, master, reply)
    errors = [(p["code"], p["label"]) for p in result["problems"]]
    assert exit_code == 1, result
    assert (code, label) in errors
    assert all(p["sheet"] == "移交清单" and p["cell"] for p in result["problems"])
    assert master.read_bytes() == before


@pytest.mark.parametrize(
    "values",
    [
        {"核定日期": "2014-8-29"},
        {"核定日期": "2014-9-5"},
        {"核定扣分": 2},
        {"核定金额": 0},
        {"核定结果": "变更", "核定扣分": 100},
        {"核定结果": "变更", "核定扣分": 0},
        {"核定结果": "撤销", "核定扣分": 0},
        {"核定结果": " 同意处罚 "},
    ],
)
def test_what_just_can_be_is_taken(
    pair: tuple[Path, Path], capsys: pytest.CaptureFixture[str], values: dict[str, Any]
) -> None:
    master, reply = pair
    fill(reply, _1=SAID | values)
    code, result = receive(capsys, master, reply)
    assert (code, result["received"]) == (0, 1), result


NOT_DELIVERED = dict.fromkeys(("送达方式", "签收日期"))
APPEAL = {"处罚编号": "品罚〔2014〕1号", "申诉日期": "2014-9-2", "理由": "当时在替班"}
TOLD = {"受理人": "行政乙", "告知日期": "2014-9-3"}


@pytest.mark.parametrize(
    ("row", "appeal", "line", "expected"),
    [
        (NOT_DELIVERED, {}, SAID, "清单第 {row} 行的处罚单 品罚〔2014〕1号 还没有送达，不能核定；现在可以：送达签收、拒签并由两名见证人签字、作废。"),
        ({"拒签": "是", "见证人1": "员工丙"}, {}, SAID, "还没有送达"),
        ({"签收日期": "2014-9-4"}, {}, SAID, "清单第 {row} 行的处罚单 品罚〔2014〕1号，核定日期 2014-09-03 早于签收日期 2014-09-04。"),
        ({}, APPEAL, SAID, "清单第 {row} 行的处罚单 品罚〔2014〕1号 有没有结论的申诉，不能核定；现在可以：申诉结论（维持、变更或撤销）、作废。"),
        ({}, APPEAL | TOLD | {"结论": "撤销"}, SAID, "申诉后已撤销，不能核定为“同意”；现在可以：归档、作废。"),
        ({"执行月份": "2014-09"}, {}, SAID, "已填的执行月份 2014-09 仍走错一步：品罚〔2014〕1号 的申诉期到 2014-09-05 为止"),
    ],
    ids=["not delivered", "one witness", "decided before", "under appeal", "revoked on appeal", "appeal period"],
)  # fmt: skip
def test_a_step_out_of_turn_is_refused_naming_the_line_and_the_legal_ones(
    pair: tuple[Path, Path], capsys: pytest.CaptureFixture[str],
    row: dict[str, Any], appeal: dict[str, str], line: dict[str, str], expected: str,
) -> None:  # fmt: skip
    """Signed on Friday 2014-08-29: the appeal runs 5 working days, to Friday 2014-09-05. Another line is right."""
    master, reply = pair
    type_into(master, "处罚登记", 2, **row)
    if appeal:
        type_into(master, "申诉", 2, **appeal)
    fill(reply, _1=line, _2=SAID)
    before = master.read_bytes()
    code, result = receive(capsys, master, reply)
    assert (code, result["received"], result["written"]) == (1, 0, False)
    (told,) = result["problems"]
    assert expected.format(row=line_row(reply)) in told["message"]
    assert (told["sheet"], told["cell"][1:]) == ("移交清单", str(line_row(reply)))
    assert master.read_bytes() == before


@pytest.mark.parametrize(
    ("row", "appeal", "line", "as_of"),
    [
        ({"拒签": "是", "见证人1": "员工丙", "见证人2": "员工丁"}, {}, SAID, "2014-09-05"),
        ({"签收日期": "2014-9-3"}, {}, SAID, "2014-09-05"),
        ({}, APPEAL | TOLD | {"结论": "维持"}, SAID, "2014-09-05"),
        ({}, APPEAL | TOLD | {"结论": "撤销"}, SAID | {"核定结果": "撤销"}, "2014-09-05"),
        ({"执行月份": "2014-09"}, {}, SAID, "2014-09-06"),
    ],
    ids=["two witnesses", "decided that day", "appeal concluded", "revoked twice", "appeal period over"],
)
def test_a_step_that_is_just_legal_is_taken(
    pair: tuple[Path, Path], capsys: pytest.CaptureFixture[str],
    row: dict[str, Any], appeal: dict[str, str], line: dict[str, str], as_of: str,
) -> None:  # fmt: skip
    master, reply = pair
    type_into(master, "处罚登记", 2, **row)
    if appeal:
        type_into(master, "申诉", 2, **appeal)
    fill(reply, _1=line)
    code, result = call(capsys, "receive", master, reply, "--as-of", as_of, "--json")
    assert (code, result["received"]) == (0, 1), result


def line_row(reply: Path) -> int:
    """The row of the list's first line."""
    book: Any = openpyxl.load_workbook(reply)
    return next(int(row[2].row) + 1 for row in book["移交清单"].iter_rows() if row[2].value == "处罚编号")


CHANGED = SAID | {"核定结果": "变更", "核定扣分": 0}


@pytest.mark.parametrize(
    ("cap", "lines", "refused"),
    [
        # P2 has 2号 and 3号, both of August
        ("100", {"_2": 60, "_3": 40}, []),
        ("99.99", {"_2": 60, "_3": 40}, [("3", "40", "还可扣 39.99")]),
        ("100", {"_2": "100.01"}, [("2", "100.01", "还可扣 100")]),
        ("100", {"_1": 1000, "_2": 100}, []),  # 1号 is of another person, whose cap is not known
        ("0", {"_2": "0.01"}, [("2", "0.01", "还可扣 0")]),
        ("0", {"_2": 0}, []),
    ],
)
def test_an_amount_over_the_cap_is_refused_and_with_it_the_whole_reply(
    pair: tuple[Path, Path], capsys: pytest.CaptureFixture[str],
    cap: str, lines: dict[str, Any], refused: list[tuple[str, str, str]],
) -> None:  # fmt: skip
    master, reply = pair
    type_into(master, "扣减上限", 2, 工号="P2", 工资所属月="2014-08", 上限=cap)
    settings = next(i for i, row in enumerate(read_book(master).rows(SettingRow), 2) if row.name == "启用金额")
    type_into(master, "参数", settings, 取值="是")
    fill(reply, **{place: CHANGED | {"核定金额": money} for place, money in lines.items()})
    before = master.read_bytes()
    code, result = receive(capsys, master, reply)
    told = [p for p in result["problems"] if p["code"] == "reply-over-the-cap"]
    assert [p["value"] for p in told] == [money for _, money, _ in refused]
    for problem, (place, money, left) in zip(told, refused, strict=True):
        row = line_row(reply) + int(place) - 1
        start = f"清单第 {row} 行的处罚单 品罚〔2014〕{place}号，核定金额 {money} 超过 P2 2014-08 的剩余额度"
        assert problem["message"] == f"{start}：当月上限 {cap}，{left}。"
        assert problem["label"] == "核定金额"
    assert (code, result["received"]) == ((1, 0) if refused else (0, len(lines)))
    assert (master.read_bytes() == before) == bool(refused)


def test_a_reply_is_weighed_as_a_whole_whatever_the_order_of_its_lines(
    pair: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """Proposed 80 and 20 of a cap of 100; decided 40 and 60, the greater before the lesser is taken back."""
    master, reply = pair
    type_into(master, "扣减上限", 2, 工号="P2", 工资所属月="2014-08", 上限="100")
    settings = next(i for i, row in enumerate(read_book(master).rows(SettingRow), 2) if row.name == "启用金额")
    type_into(master, "参数", settings, 取值="是")
    type_into(master, "处罚登记", 3, 建议金额="20")
    type_into(master, "处罚登记", 4, 建议金额="80")
    fill(reply, _2=CHANGED | {"核定金额": 60})
    assert [p["code"] for p in receive(capsys, master, reply)[1]["problems"]] == ["reply-over-the-cap"]
    fill(reply, _3=CHANGED | {"核定金额": 40})
    assert receive(capsys, master, reply)[1]["received"] == 2


def test_a_void_notice_is_not_decided(pair: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    """Left blank it does not matter."""
    master, reply = pair
    type_into(master, "发文登记", 2, 状态="作废")
    fill(reply, _2=SAID)
    assert receive(capsys, master, reply)[0] == 0
    fill(reply, _1=SAID)
    code, result = receive(capsys, master, reply)
    assert (code, [p["code"] for p in result["problems"]]) == (1, ["reply-void"])


def test_a_notice_of_another_batch_is_refused(pair: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    master, reply = pair
    fill(reply, _1=SAID)
    type_into(master, "处罚登记", 2, 移交批次="2014-08-2")
    assert [p["code"] for p in receive(capsys, master, reply)[1]["problems"]] == ["reply-other-batch"]
    type_into(master, "处罚登记", 2, 移交批次=None)  # type: ignore[arg-type]
    assert [p["code"] for p in receive(capsys, master, reply)[1]["problems"]] == ["reply-not-handed"]


def test_a_missing_column_is_named(pair: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    master, reply = pair
    fill(reply, _0={"核定人": "谁"}, _1={"核定结果": "同意"})
    code, result = receive(capsys, master, reply)
    assert (code, [(p["code"], p["label"]) for p in result["problems"]]) == (1, [("missing-column", "核定人")])


def other_master(reply: Path) -> None:
    """The list as another master would have made it."""
    book: Any = openpyxl.load_workbook(reply)
    book.custom_doc_props["pinzhi_xl.handover"].value = f"{OTHER}/2014-08-1"
    for row in book["移交清单"].iter_rows(max_row=6):
        for cell in row:
            if isinstance(cell.value, str):
                cell.value = cell.value.replace(IDENTITY, OTHER)
    book.save(reply)


def other_batch(reply: Path) -> None:
    book: Any = openpyxl.load_workbook(reply)
    book.custom_doc_props["pinzhi_xl.handover"].value = f"{IDENTITY}/2014-08-2"
    book.save(reply)


def no_sheet(reply: Path) -> None:
    book: Any = openpyxl.load_workbook(reply)
    del book["移交清单"]
    book.save(reply)


def no_marks(reply: Path) -> None:
    book: Any = openpyxl.load_workbook(reply)
    del book.custom_doc_props["pinzhi_xl.handover"]
    for row in book["移交清单"].iter_rows(max_row=6):
        for cell in row:
            if isinstance(cell.value, str) and IDENTITY in cell.value:
                cell.value = ""
    book.save(reply)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (other_master, "是另一份总表的移交清单（33333333，本总表是 22222222）"),
        (other_batch, "批次标识前后不一致"),
        (no_sheet, "不是本程序出的移交清单"),
        (no_marks, "不是本程序出的移交清单"),
        (lambda reply: reply.write_text("行政部已核定"), "不是完好的 Excel 工作簿"),
        (lambda reply: reply.write_bytes(reply.read_bytes()[:-500]), "不是完好的 Excel 工作簿"),
        (lambda reply: reply.unlink(), "打不开"),
    ],
)
def test_what_is_no_reply_of_this_master_is_one_sentence(
    pair: tuple[Path, Path], capsys: pytest.CaptureFixture[str], spoil: Callable[[Path], Any], said: str
) -> None:
    master, reply = pair
    fill(reply, _1=SAID)
    spoil(reply)
    before = master.read_bytes()
    code, result = receive(capsys, master, reply)
    assert (code, list(result)) == (2, ["error"])
    assert said in result["error"]
    assert master.read_bytes() == before


def test_the_list_is_known_without_its_property(
    pair: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """Some programs drop custom properties on saving: what stands on the sheet does."""
    master, reply = pair
    fill(reply, _1=SAID)
    book: Any = openpyxl.load_workbook(reply)
    del book.custom_doc_props["pinzhi_xl.handover"]
    book.save(reply)
    assert receive(capsys, master, reply)[1]["received"] == 1


def test_a_renamed_copy_in_another_order_is_taken(
    pair: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Lines are found by number, columns by label."""
    master, reply = pair
    book: Any = openpyxl.load_workbook(reply)
    sheet = book["移交清单"]
    sheet.delete_cols(4)  # 项目
    head = next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == "处罚编号")
    one, two = ([cell.value for cell in sheet[head + place]] for place in (1, 2))
    for column, (first, second) in enumerate(zip(two, one, strict=True), start=1):
        sheet.cell(head + 1, column).value, sheet.cell(head + 2, column).value = first, second
    book.save(reply)
    renamed = tmp_path / "行政部 回复.xlsx"
    shutil.move(reply, renamed)
    fill_second: Any = openpyxl.load_workbook(renamed)
    sheet = fill_second["移交清单"]
    labels = [cell.value for cell in sheet[head]]
    for label, value in SAID.items():
        sheet.cell(head + 2, labels.index(label) + 1).value = value
    fill_second.save(renamed)
    assert receive(capsys, master, renamed)[1]["received"] == 1
    assert [row[0] for row in decisions(master)] == ["同意", None, None]


def test_a_reply_can_be_taken_back(pair: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    master, reply = pair
    fill(reply, _1=SAID)
    receive(capsys, master, reply)
    assert call(capsys, "undo", master)[0] == 0
    assert decisions(master) == [BLANK] * 3


def reply_codes(result: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(p["code"], p["label"], p["value"]) for p in result["problems"]]


@pytest.mark.parametrize("corrected", [False, True], ids=["by hand", "by reissue --correct"])
def test_an_agreement_is_to_the_proposal_on_the_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], corrected: bool
) -> None:
    """The list said 2 points; the sheet says 20 since. 同意 to 2 is no 同意 to 20, and a figure of one's own is fine."""
    people = "\n\n违纪人员\n问题编号 | 工号\nW1 | P1\n"
    master = master_with(tmp_path / "总表.xlsx", COMMON + HEAD + finding("W1") + people)
    call(capsys, "issue", master, "--month", "2014-08", "--as-of", "2014-08-29", "--json")
    reply = Path(hand(capsys, master)[1]["documents"][0]["path"])
    type_into(master, "处罚登记", 2, 建议扣分="20")
    if corrected:
        how = ("--correct", "--reason", "漏写一位", "--as-of", "2014-09-01")
        assert call(capsys, "reissue", master, "品罚〔2014〕1号", *how, "--json")[0] == 0
    type_into(master, "处罚登记", 2, 签收日期="2014-9-1")
    fill(reply, _1=SAID)
    before = master.read_bytes()
    code, result = receive(capsys, master, reply)
    assert (code, reply_codes(result)) == (1, [("reply-proposal-changed", "建议扣分", "2")])
    assert "“处罚登记”I2 现在是“20”" in result["problems"][0]["message"]
    assert master.read_bytes() == before
    fill(reply, _1=SAID | {"核定结果": "变更", "核定扣分": "3"})
    assert receive(capsys, master, reply)[0] == 0
    assert [str(row[1]) for row in decisions(master)] == ["3"]


def test_what_was_agreed_to_and_received_stays_when_the_proposal_is_edited(
    pair: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    master, reply = pair
    fill(reply, _1=SAID)
    receive(capsys, master, reply)
    type_into(master, "处罚登记", 2, 建议扣分="20")
    code, result = receive(capsys, master, reply)
    assert (code, result["received"], result["known"]) == (0, 0, 1)


def test_an_agreement_is_to_the_measure_on_the_list(
    pair: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    master, reply = pair
    type_into(master, "处罚登记", 2, 建议处理="记过", 奖惩条款编号="5.9")
    fill(reply, _1=SAID, _2=SAID)
    code, result = receive(capsys, master, reply)
    assert code == 1
    assert reply_codes(result) == [
        ("reply-proposal-changed", "条款编号", "5.1"),
        ("reply-proposal-changed", "建议处理", "口头提醒"),
    ]


def test_a_list_without_the_proposal_is_refused(
    pair: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    master, reply = pair
    fill(reply, _0={"建议扣分": "扣分"}, _1=SAID)
    code, result = receive(capsys, master, reply)
    assert (code, decisions(master)[0]) == (1, BLANK)
    assert result["problems"][0]["label"] == "建议扣分"


@pytest.mark.parametrize(("month", "code"), [("2014-07", 1), ("2014-08", 0)])
def test_a_decision_on_what_would_be_executed_before_the_act_is_refused(
    pair: tuple[Path, Path], capsys: pytest.CaptureFixture[str], month: str, code: int
) -> None:
    """The act is of 2014-08-04, delivered on 2014-08-29; its appeal period is over on 2014-09-08."""
    master, reply = pair
    type_into(master, "处罚登记", 2, 执行月份=month)
    fill(reply, _1=SAID)
    found, result = receive(capsys, master, reply, "--as-of", "2014-09-12")
    assert (found, [p["code"] for p in result["problems"]]) == (code, ["reply-executes"] * code)
    assert all("早于违纪当月 2014-08" in p["message"] for p in result["problems"])


def test_a_corrected_notice_is_agreed_to_on_a_list_made_anew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The way that the refusal names: reissue, put the old list away, hand over once more."""
    people = "\n\n违纪人员\n问题编号 | 工号\nW1 | P1\n"
    master = master_with(tmp_path / "总表.xlsx", COMMON + HEAD + finding("W1") + people)
    call(capsys, "issue", master, "--month", "2014-08", "--as-of", "2014-08-29", "--json")
    reply = Path(hand(capsys, master)[1]["documents"][0]["path"])
    type_into(master, "处罚登记", 2, 建议扣分="20")
    how = ("--correct", "--reason", "漏写一位", "--as-of", "2014-09-01")
    assert call(capsys, "reissue", master, "品罚〔2014〕1号", *how, "--json")[0] == 0
    reply.unlink()
    assert hand(capsys, master)[0] == 0
    type_into(master, "处罚登记", 2, 签收日期="2014-9-1")
    fill(reply, _1=SAID)
    assert receive(capsys, master, reply)[0] == 0
    assert [str(row[1]) for row in decisions(master)] == ["20"]
