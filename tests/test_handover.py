"""移交: batches for 行政部, the list for 绩效考核处, what waits too long."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pinzhi_xl.documents.design.handover import build_assessment, build_summary
from pinzhi_xl.handing import assess, hand_over, summarise
from pinzhi_xl.month import Month
from pinzhi_xl.rules.base import Scene
from pinzhi_xl.rules.handover import HANDOVER_RULES
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.followup import Penalty
from pinzhi_xl.workbook.read import read_book
from tests.masters import IDENTITY, call, master_with, type_into
from tests.papers import paper_text
from tests.real.programs import pdf_pages, schema_errors
from tests.tables import book_of
from tests.test_issue import COMMON, FACTS, HEAD

AUGUST = Month(2014, 8)
RECORD = """
人员
工号 | 姓名
P1 | 员工甲
P2 | 员工乙
P3 | 员工丙
P4 | 员工丁
P5 | 员工戊
P6 | 员工己

奖惩条款
条款编号 | 制度名称 | 条文 | 简称 | 公示日期
5.1 | 员工手册 | 上班时间应当坚守岗位。 | 脱岗 | 2014-1-1
5.2 | 员工手册 | 着装整齐。 | 着装不整 | 2014-1-1

检查记录
检查编号 | 项目 | 检查日期
J1 | 凤鸣华府 | 2014-8-4
J2 | 凤鸣华府 | 2014-7-28

问题登记
问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 问题描述
W1 | J1 | 客服部 | A1 | 不合格 | 前台无人在岗达十二分钟
W2 | J1 | 环境部 | B1 | 不合格 | 保洁员离岗未交接
W0 | J2 | 环境部 | B1 | 不合格 | 七月的问题在七月处理

发文登记
编号 | 种类 | 版次 | 状态
品罚〔2014〕1号 | 违纪处罚单 | 1 | 有效
品罚〔2014〕2号 | 违纪处罚单 | 1 | 有效
品罚〔2014〕3号 | 违纪处罚单 | 1 | 作废
品罚〔2014〕9号 | 违纪处罚单 | 1 | 有效
品罚〔2014〕10号 | 违纪处罚单 | 1 | 有效
品罚〔2014〕11号 | 违纪处罚单 | 1 | 有效
"""
ISSUED = (
    RECORD
    + """
处罚登记
问题编号 | 工号 | 姓名 | 部门 | 奖惩条款编号 | 建议扣分 | 处罚编号 | 开单日期 | 移交批次 | 状态
W2 | P4 | 员工丁 | 环境部 | 5.1 | 2 | 品罚〔2014〕10号 | 2014-8-29 | |
W1 | P1 | 员工甲 | 客服部 | 5.1 | 2 | 品罚〔2014〕1号 | 2014-8-5 | 2014-08-1 |
W1 | P2 | 员工乙 | 客服部 | 5.2 | 1 | 品罚〔2014〕2号 | 2014-8-29 | |
W1 | P3 | 员工丙 | 客服部 | 5.2 | 1 | 品罚〔2014〕3号 | 2014-8-29 | | 作废
W2 | P5 | 员工戊 | 环境部 | 5.1 | 0.5 | 品罚〔2014〕9号 | 2014-8-29 | |
W0 | P5 | 员工戊 | 环境部 | 5.1 | 2 | 品罚〔2014〕11号 | 2014-8-29 | |
W2 | P6 | 员工己 | 环境部 | 5.1 | 2 | | | |
"""
)


def test_what_is_issued_and_in_no_batch_goes_into_the_next_one() -> None:
    """By number; void ones, drafts and those of another month stay out."""
    first, second = hand_over(book_of(ISSUED), AUGUST).batches
    assert (first.name, first.new, first.is_late, [n.number for n in first.notices]) == (
        "2014-08-1", False, False, ["品罚〔2014〕1号"],
    )  # fmt: skip
    assert (second.name, second.new, second.is_late) == ("2014-08-2", True, True)
    assert [n.number for n in second.notices] == ["品罚〔2014〕2号", "品罚〔2014〕9号", "品罚〔2014〕10号"]
    assert (second.points, second.before) == (Decimal("3.5"), 1)
    assert hand_over(book_of(ISSUED), Month(2014, 7)).batches[0].name == "2014-07-1"
    assert hand_over(book_of(ISSUED), Month(2014, 9)).batches == []


def test_the_summary_counts_by_department_and_kind() -> None:
    book = book_of(ISSUED)
    lines = summarise(book, hand_over(book, AUGUST).batches[1])
    assert [(x.department, x.violation, x.count, x.points) for x in lines] == [
        ("客服部", "着装不整", 1, Decimal(1)),
        ("环境部", "脱岗", 2, Decimal("2.5")),
    ]
    assert lines[1].numbers == ["品罚〔2014〕9号", "品罚〔2014〕10号"]


def test_a_number_the_register_does_not_know_is_not_handed_over() -> None:
    book = book_of(ISSUED.replace("品罚〔2014〕9号 | 违纪处罚单 | 1 | 有效\n", ""))
    handing = hand_over(book, AUGUST)
    assert [(p.code, p.value) for p in handing.problems] == [("handover-unregistered", "品罚〔2014〕9号")]
    assert "品罚〔2014〕9号" not in [n.number for n in handing.batches[1].notices]


DECIDED = (
    RECORD
    + """
处罚登记
问题编号 | 工号 | 姓名 | 部门 | 奖惩条款编号 | 建议扣分 | 签收日期 | 核定结果 | 核定扣分 | 处罚编号 | 状态
W1 | P1 | 员工甲 | 客服部 | 5.1 | 2 | 2014-9-1 | 同意 | | 品罚〔2014〕1号 |
W1 | P2 | 员工乙 | 客服部 | 5.2 | 2 | 2014-9-2 | 变更 | 1 | 品罚〔2014〕2号 |
W1 | P3 | 员工丙 | 客服部 | 5.2 | 1 | 2014-9-1 | 同意 | 1 | 品罚〔2014〕3号 | 作废
W2 | P4 | 员工丁 | 环境部 | 5.1 | 2 | | 同意 | 2 | 品罚〔2014〕9号 |
W2 | P5 | 员工戊 | 环境部 | 5.1 | 2 | 2014-9-1 | | | 品罚〔2014〕10号 |
W2 | P6 | 员工己 | 环境部 | 5.1 | 2 | 2014-9-1 | 撤销 | | 品罚〔2014〕11号 |
"""
)
SCORES = """
得分
月份 | 项目 | 部门 | 检查日数 | 扣分 | 得分 | 状态
2014-08 | 凤鸣华府 | 合计 | 1 | 6 | 94 | 锁定
2014-08 | 凤鸣华府 | 客服部 | 1 | 4 | 90 | 锁定
"""


def test_only_what_is_decided_and_past_its_appeal_is_confirmed() -> None:
    """Received Monday 2014-09-01, 5 working days: to Friday 8 September is a holiday → Tuesday 9 September."""
    holiday = "\n节假日\n日期 | 类型\n2014-9-8 | 休\n"

    def on(day: int, text: str = DECIDED) -> tuple[list[str], dict[str, str]]:
        found = assess(Facts(book_of(text + holiday)), AUGUST, date(2014, 9, day))
        return (
            [n.number for n in found.confirmed],
            {p.notice.number: p.reason for p in found.pending},
        )

    confirmed, pending = on(9)
    assert confirmed == []
    assert pending == {
        "品罚〔2014〕1号": "申诉期内（至 2014-09-09）",
        "品罚〔2014〕2号": "申诉期内（至 2014-09-10）",
        "品罚〔2014〕9号": "未送达",
        "品罚〔2014〕10号": "未核定",
    }
    assert on(10)[0] == ["品罚〔2014〕1号"]
    assert on(11)[0] == ["品罚〔2014〕1号", "品罚〔2014〕2号"]
    found = assess(Facts(book_of(DECIDED + holiday)), AUGUST, date(2014, 9, 11))
    assert (found.points, found.revoked) == (Decimal(3), 1)  # 同意 2 as proposed + 变更 to 1


@pytest.mark.parametrize(
    ("conclusion", "confirmed", "pending", "revoked"),
    [("", [], "申诉中", 1), ("维持", ["品罚〔2014〕1号"], None, 1), ("撤销", [], None, 2)],
)
def test_an_appeal_holds_a_notice_until_it_is_concluded(
    conclusion: str, confirmed: list[str], pending: str | None, revoked: int
) -> None:
    """An appeal concluded before its period is over ends the waiting."""
    text = f"{DECIDED}\n申诉\n处罚编号 | 申诉日期 | 结论\n品罚〔2014〕1号 | 2014-9-2 | {conclusion}\n"
    found = assess(Facts(book_of(text)), AUGUST, date(2014, 9, 4))
    assert [n.number for n in found.confirmed] == confirmed
    assert {p.notice.number: p.reason for p in found.pending}.get("品罚〔2014〕1号") == pending
    assert found.revoked == revoked


def test_department_deductions_say_whether_they_are_locked() -> None:
    found = assess(Facts(book_of(DECIDED + SCORES)), AUGUST, date(2014, 9, 1))
    assert [(r.department, r.deduction) for r in found.deductions] == [("客服部", Decimal(4))]
    assert found.locked
    assert not assess(Facts(book_of(DECIDED + SCORES.replace("锁定", "正常"))), AUGUST, date(2014, 9, 1)).locked


def reminders(book: Book, day: date) -> list[tuple[str, str]]:
    scene = Scene(Facts(book), day)
    return [(p.code, p.value) for rule in HANDOVER_RULES for p in rule(scene)]


def test_what_waits_seven_working_days_is_told_of() -> None:
    """Issued Friday 2014-08-15, handed over Monday 18: seven working days are full on 26 and 27 August."""
    book = book_of(
        """
        处罚登记
        问题编号 | 工号 | 签收日期 | 核定结果 | 处罚编号 | 开单日期 | 移交批次 | 移交日期 | 状态
        W1 | P1 | | | 品罚〔2014〕1号 | 2014-8-15 | 2014-08-1 | 2014-8-18 |
        W1 | P2 | 2014-8-16 | 同意 | 品罚〔2014〕2号 | 2014-8-15 | 2014-08-1 | 2014-8-18 |
        W1 | P3 | | | 品罚〔2014〕3号 | 2014-8-15 | 2014-08-1 | 2014-8-18 | 作废
        """
    )
    assert reminders(book, date(2014, 8, 25)) == []
    assert reminders(book, date(2014, 8, 26)) == [("delivery-overdue", "品罚〔2014〕1号")]
    assert reminders(book, date(2014, 8, 27)) == [
        ("decision-overdue", "品罚〔2014〕1号"),
        ("delivery-overdue", "品罚〔2014〕1号"),
    ]
    scene = Scene(Facts(book), date(2014, 8, 27))
    (problem,) = HANDOVER_RULES[0](scene)
    assert "品罚〔2014〕1号 于 2014-08-18 移交（批次 2014-08-1），已 9 天" in problem.message


def test_the_days_of_waiting_are_a_setting() -> None:
    text = (
        "处罚登记\n问题编号 | 工号 | 处罚编号 | 开单日期\nW1 | P1 | 品罚〔2014〕1号 | 2014-8-15\n"
        "\n参数\n名称 | 取值\n催办天数 | 2\n"
    )
    assert reminders(book_of(text), date(2014, 8, 18)) == []
    assert reminders(book_of(text), date(2014, 8, 19)) == [("delivery-overdue", "品罚〔2014〕1号")]


def finding(number: str, visit: str = "J1") -> str:
    return f"{number} | {visit} | 秩序部 | ZX04 | 不合格 | 1 | 东门岗 | {FACTS} | 处罚 | 5.1 | 9:40 |"


@pytest.fixture
def master(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Two notices issued on 29 August."""
    people = "\n\n违纪人员\n问题编号 | 工号\nW1 | P1\nW1 | P2\n"
    path = master_with(tmp_path / "总表.xlsx", COMMON + HEAD + finding("W1") + "\n" + finding("W2", "J2") + people)
    code, _ = call(
        capsys, "issue", path, "--month", "2014-08", "--as-of", "2014-08-29", "--finding", "W1", "--json"
    )
    assert code in (0, 1)
    return path


def hand(capsys: pytest.CaptureFixture[str], path: Path, *more: str, to: str = "行政部") -> tuple[int, Any]:
    return call(
        capsys, "handover", path, "--month", "2014-08", "--to", to, "--as-of", "2014-09-01", *more, "--json"
    )


def test_a_batch_is_written_into_the_master_and_laid_out_twice(
    master: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, result = hand(capsys, master)
    assert code == 0, result
    folder = tmp_path / "输出" / "2014-08" / "移交行政部"
    sheet, paper = (folder / f"2014-08-1 违纪分类汇总表（内部）{suffix}" for suffix in (".xlsx", ".docx"))
    assert [(d["kind"], d["number"], d["path"], d["new"]) for d in result["documents"]] == [
        ("违纪分类汇总表", "2014-08-1", str(sheet), True),
        ("违纪分类汇总表", "2014-08-1", str(paper), True),
    ]
    rows = read_book(master).rows(Penalty)
    assert [(r.batch, str(r.handed_on)) for r in rows] == [("2014-08-1", "2014-09-01")] * 2
    text = paper_text(paper.read_bytes())
    for said in (
        "品罚〔2014〕1号",
        "员工乙",
        FACTS,
        "5.1",
        "口头提醒，扣2分",
        "合计：2 份，建议扣 4 分",
        "移交人",
        "接收人",
    ):
        assert said in text, said
    for name in (sheet, paper):
        assert schema_errors(name) == []
    listed: Any = openpyxl.load_workbook(sheet)["移交清单"]
    heading = next(row for row in listed.iter_rows() if row[2].value == "处罚编号")
    line = listed[heading[0].row + 1]
    values = {h.value: c for h, c in zip(heading, line, strict=True)}
    assert (values["处罚编号"].value, values["姓名"].value, values["建议扣分"].value) == (
        "品罚〔2014〕1号",
        "员工甲",
        2,
    )
    assert {values[name].value for name in ("核定结果", "核定扣分", "核定金额", "核定人", "核定日期")} == {None}
    assert (values["工号"].number_format, values["核定结果"].number_format) == ("@", "@")
    assert any(IDENTITY in str(c.value) and "2014-08-1" in str(c.value) for row in listed.iter_rows() for c in row)
    assert listed.data_validations.dataValidation[0].formula1 == '"同意,变更,撤销"'


def test_again_gives_the_same_files_and_no_new_batch(
    master: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hand(capsys, master)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    code, result = hand(capsys, master)
    assert (code, [d["new"] for d in result["documents"]]) == (0, [False, False])
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    lost = Path(result["documents"][1]["path"])
    content = lost.read_bytes()
    lost.unlink()
    assert [d["new"] for d in hand(capsys, master, "--as-of", "2014-09-05")[1]["documents"]] == [False, True]
    assert lost.read_bytes() == content  # the same paper, dated as it was handed over


def test_a_list_that_is_being_filled_in_is_not_touched(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = Path(hand(capsys, master)[1]["documents"][0]["path"])
    book = openpyxl.load_workbook(sheet)
    book["移交清单"]["A30"] = "行政部"
    book.save(sheet)
    filled = sheet.read_bytes()
    hand(capsys, master)
    assert sheet.read_bytes() == filled
    call(capsys, "undo", master)
    result = hand(capsys, master)[1]
    assert result["documents"][0]["path"].endswith("2014-08-1 违纪分类汇总表（内部） 新稿.xlsx")
    assert sheet.read_bytes() == filled


def test_what_is_issued_later_comes_as_late_addition(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hand(capsys, master)
    book = openpyxl.load_workbook(master)
    last = max(row for row in range(1, 20) if book["违纪人员"].cell(row, 1).value)
    book.close()
    type_into(master, "违纪人员", last + 1, 问题编号="W2", 工号="P2")
    assert call(capsys, "issue", master, "--month", "2014-08", "--as-of", "2014-09-02", "--json")[0] == 0
    code, result = hand(capsys, master)
    assert (code, [d["number"] for d in result["documents"]]) == (0, ["2014-08-1"] * 2 + ["2014-08-2"] * 2)
    assert [d["new"] for d in result["documents"]] == [False, False, True, True]
    text = paper_text(Path(result["documents"][3]["path"]).read_bytes())
    assert "违纪分类汇总表（补报）" in text
    assert "品罚〔2014〕3号" in text
    assert "品罚〔2014〕2号" not in text
    assert "3 份" in text  # 本月累计


def test_a_batch_that_a_reissue_emptied_keeps_its_name(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = Path(hand(capsys, master)[1]["documents"][0]["path"])
    handed = sheet.read_bytes()
    for number in (row.number for row in read_book(master).rows(Penalty)):
        code, _ = call(
            capsys, "reissue", master, number, "--void-and-replace", "--reason", "重开", "--as-of", "2014-09-02",
            "--json",
        )  # fmt: skip
        assert code == 0
    code, result = hand(capsys, master, "--as-of", "2014-09-03")
    assert (code, [d["number"] for d in result["documents"]]) == (0, ["2014-08-2"] * 2)
    assert sheet.read_bytes() == handed
    assert "违纪分类汇总表（补报）" in paper_text(Path(result["documents"][1]["path"]).read_bytes())


def test_a_dry_run_writes_nothing(master: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    code, result = hand(capsys, master, "--dry-run")
    assert (code, [d["new"] for d in result["documents"]]) == (0, [True, True])
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_two_masters_in_one_folder_keep_their_lists_apart(
    master: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "合并"
    first = hand(capsys, master, "--out", str(out))[1]["documents"]
    copy = tmp_path / "乙"
    copy.mkdir()
    people = "\n\n违纪人员\n问题编号 | 工号\nW1 | P1\n"
    second = master_with(
        copy / "总表.xlsx", COMMON + HEAD + finding("W1") + people, "33333333-3333-4333-8333-333333333333"
    )
    call(capsys, "issue", second, "--month", "2014-08", "--as-of", "2014-08-29", "--json")
    theirs = hand(capsys, second, "--out", str(out))[1]["documents"]
    assert {d["path"] for d in first}.isdisjoint({d["path"] for d in theirs})
    assert theirs[0]["path"].endswith(" 33333333.xlsx")


def test_the_list_for_performance_keeps_pending_ones_apart(
    master: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    type_into(master, "处罚登记", 2, 核定结果="同意", 核定扣分="2", 签收日期="2014-08-29", 核定日期="2014-09-03")
    code, result = call(
        capsys, "handover", master, "--month", "2014-08", "--to", "绩效考核处", "--as-of", "2014-09-12", "--json"
    )
    assert code == 0, result
    sheet, paper = (Path(d["path"]) for d in result["documents"])
    assert sheet == tmp_path / "输出" / "2014-08" / "移交绩效考核处" / "2014-08 绩效考核清单（内部）.xlsx"
    assert [d["number"] for d in result["documents"]] == ["", ""]
    book = openpyxl.load_workbook(sheet)
    told = {tab.title: "\n".join(str(c.value) for row in tab.iter_rows() for c in row) for tab in book}
    assert "员工甲" in told["已确认"]
    assert "员工乙" not in told["已确认"]
    assert "员工乙" in told["未决"]
    assert "未送达" in told["未决"]
    assert "秩序维护部" in told["部门扣分"]
    assert "未锁定" in told["部门扣分"]
    text = paper_text(paper.read_bytes())
    assert "合计：1 份，扣 2 分。" in text
    for name in (sheet, paper):
        assert schema_errors(name) == []


def test_the_shipped_templates_are_those_that_are_drawn() -> None:
    folder = Path(__file__).resolve().parents[1] / "word_templates"
    assert (folder / "违纪分类汇总表.docx").read_bytes() == build_summary()
    assert (folder / "绩效考核清单.docx").read_bytes() == build_assessment()


def test_the_papers_print_on_one_page_each(
    master: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = Path(hand(capsys, master)[1]["documents"][1]["path"])
    (page,) = pdf_pages(paper, tmp_path)
    assert "第1页共1页" in "".join(page.split())


@pytest.mark.parametrize(
    ("edited", "fields"),
    [
        ({"建议扣分": "20"}, "建议扣分"),
        ({"建议处理": "记过", "姓名": "员工丁"}, "姓名、建议处理"),
        ({"奖惩条款编号": "5.9"}, "条款编号"),
        ({"部门": "环境部"}, "部门"),
        ({"建议扣分": "2.0"}, ""),
    ],
)
def test_what_reads_otherwise_than_its_paper_is_held_back(
    master: Path, capsys: pytest.CaptureFixture[str], edited: dict[str, str], fields: str
) -> None:
    """The paper of 品罚〔2014〕1号 says 员工甲, 秩序维护部, 5.1, 口头提醒, 2 points (contract §5)."""
    type_into(master, "处罚登记", 2, **edited)
    code, result = hand(capsys, master)
    handed = [row.number for row in read_book(master).rows(Penalty) if row.batch]
    both = ["品罚〔2014〕1号", "品罚〔2014〕2号"]
    told = [p for p in result["problems"] if p["code"] == "handover-content-changed"]
    if not fields:
        assert (code, told, handed) == (0, [], both)
        return
    assert (code, handed) == (1, both[1:])
    assert [(p["cell"], p["message"]) for p in told] == [
        ("A2", f"品罚〔2014〕1号 开出后内容又改了：{fields}。纸上与表上不一致，没有移交。")
    ]
    assert "reissue --correct" in told[0]["fix"]


def test_what_was_corrected_is_handed_over_as_corrected(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    type_into(master, "处罚登记", 2, 建议扣分="20")
    how = ("--correct", "--reason", "漏写一位", "--as-of", "2014-09-01")
    assert call(capsys, "reissue", master, "品罚〔2014〕1号", *how, "--json")[0] == 0
    code, result = hand(capsys, master)
    assert (code, [row.batch for row in read_book(master).rows(Penalty)]) == (0, ["2014-08-1"] * 2)
    assert "建议扣 22 分" in paper_text(Path(result["documents"][1]["path"]).read_bytes())


def test_a_list_made_anew_says_what_the_papers_say(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The figure was typed over after the batch went out; the list got lost."""
    sheet, paper = (Path(one["path"]) for one in hand(capsys, master)[1]["documents"])
    before = sheet.read_bytes(), paper.read_bytes()
    sheet.unlink()
    paper.unlink()
    type_into(master, "处罚登记", 2, 建议扣分="20")
    code, result = hand(capsys, master)
    assert (code, [p["code"] for p in result["problems"]]) == (0, ["content-changed"])
    assert (sheet.read_bytes(), paper.read_bytes()) == before


def test_a_register_that_does_not_know_a_number_is_not_the_one(
    master: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "别处").mkdir()
    code, result = hand(capsys, master, "--register", str(tmp_path / "别处"))
    assert (code, "品罚〔2014〕1号" in result["error"]) == (2, True)
    assert [row.batch for row in read_book(master).rows(Penalty)] == [None, None]


def test_an_agreement_without_a_figure_is_to_the_proposal_on_paper(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """同意 typed by hand for both; for 员工乙 with its figure. The proposals of 2 points are 20 on the sheet since."""
    said = {
        "核定结果": "同意",
        "签收日期": "2014-08-29",
        "核定人": "行政甲",
        "核定日期": "2014-09-01",
        "建议扣分": "20",
    }
    type_into(master, "处罚登记", 2, **said)
    type_into(master, "处罚登记", 3, **said, 核定扣分="2")
    result = hand(capsys, master, "--as-of", "2014-09-12", to="绩效考核处")[1]
    book = openpyxl.load_workbook(result["documents"][0]["path"])
    told = {tab.title: "\n".join(str(c.value) for row in tab.iter_rows() for c in row) for tab in book}
    assert ("员工乙" in told["已确认"], "员工甲" in told["已确认"]) == (True, False)
    assert "开单后建议扣分改过，未填核定数" in told["未决"]
