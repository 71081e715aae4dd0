"""开单: who gets a notice, what stands in the way, and that a number is given once."""

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pinzhi_xl.register.journal import Journal
from pinzhi_xl.sheets.followup import Penalty
from pinzhi_xl.sheets.results import IssuedPaper
from pinzhi_xl.sheets.settings import SettingRow
from pinzhi_xl.workbook.read import read_book
from tests.masters import call, master_with, type_into
from tests.papers import paper_text

COMMON = """
项目
项目名称
凤鸣华府
瑞景华庭

人员
工号 | 姓名 | 部门 | 岗位 | 用工单位 | 离职日期
P1 | 员工甲 | 秩序维护部 | 门岗 | |
P2 | 员工乙 | 秩序维护部 | 班长 | |
P3 | 员工丙 | 环境部 | 保洁 | 示例保洁公司 |
P4 | 员工丁 | 秩序维护部 | 门岗 | | 2014-08-01

奖惩条款
条款编号 | 制度名称 | 版本 | 条文 | 首次处理 | 再次处理 | 扣绩效分 | 公示日期 | 生效日期 | 失效日期
5.1 | 员工手册 | 2014版 | 上班时间应当坚守岗位。 | 口头提醒 | 书面警告 | 2 | 2014-01-10 | 2014-02-01 |
5.9 | 员工手册 | 2013版 | 已经作废的条款。 | 口头提醒 | | 1 | 2013-01-10 | 2013-02-01 | 2014-08-01

检查记录
检查编号 | 项目 | 检查日期 | 班次 | 检查人
J1 | 凤鸣华府 | 2014-08-04 | 白班 | 检查员
J2 | 凤鸣华府 | 2014-08-11 | 白班 | 检查员
J3 | 瑞景华庭 | 2014-08-06 | 白班 | 检查员
"""
HEAD = "\n问题登记\n问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数 | 位置 | 问题描述 | 处置 | 奖惩条款编号 | 发现时间 | 整改责任人\n"
FACTS = "当班保安员离开岗位十二分钟"
W1 = f"W1 | J1 | 秩序部 | ZX04 | 不合格 | 1 | 东门岗 | {FACTS} | 整改+处罚 | 5.1 | 9:40 | P2"


def sheets(*findings: str, offenders: str = "W1 | P1") -> str:
    return COMMON + HEAD + "\n".join(findings) + "\n\n违纪人员\n问题编号 | 工号\n" + offenders


def issue(capsys: pytest.CaptureFixture[str], master: Path, *more: object) -> tuple[int, Any]:
    return call(
        capsys,
        "issue",
        master,
        "--month",
        "2014-08",
        "--as-of",
        "2014-08-29",
        "--kind",
        "违纪处罚单",
        *more,
        "--json",
    )


def codes(result: dict[str, Any]) -> list[tuple[str, str]]:
    return [(p["code"], p["cell"]) for p in result["problems"] if p["level"] == "错误"]


def test_a_notice_says_what_the_sheets_say(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    master = master_with(tmp_path / "总表.xlsx", sheets(W1))
    code, result = issue(capsys, master)
    assert code == 0
    (document,) = result["documents"]
    path = tmp_path / "输出" / "2014-08" / "违纪处罚单" / "品罚〔2014〕1号 员工甲.docx"
    assert document == {
        "kind": "违纪处罚单",
        "number": "品罚〔2014〕1号",
        "edition": 1,
        "path": str(path),
        "new": True,
    }
    text = "".join(paper_text(path.read_bytes()).split())
    entry = Journal(tmp_path / "登记").entries()[0]
    for said in (
        "品罚〔2014〕1号", "2014年8月29日", "凤鸣华府", "秩序维护部", "门岗", "员工甲", "P1", "2014年8月4日9时40分",
        "东门岗", FACTS, "《员工手册》", "5.1", "上班时间应当坚守岗位。", "2014年1月10日", "口头提醒", entry.mark,
    ):  # fmt: skip
        assert said in text, said
    assert "金额" not in text
    row = read_book(master).rows(Penalty)[0]
    assert (row.finding, row.person, row.number, row.edition, row.state) == (
        "W1",
        "P1",
        "品罚〔2014〕1号",
        1,
        "已开具",
    )
    assert (row.proposal, str(row.points), str(row.issued_on)) == ("口头提醒", "2", "2014-08-29")
    listed = read_book(master).rows(IssuedPaper)[0]
    assert (listed.number, listed.mark, listed.path) == (
        "品罚〔2014〕1号",
        entry.mark,
        "2014-08/违纪处罚单/品罚〔2014〕1号 员工甲.docx",
    )


def test_issuing_again_gives_nothing_new_and_touches_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    master = master_with(tmp_path / "总表.xlsx", sheets(W1, offenders="W1 | P1\nW1 | P2"))
    _, first = issue(capsys, master)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    code, again = issue(capsys, master)
    assert code == 0
    assert [d["number"] for d in again["documents"]] == ["品罚〔2014〕1号", "品罚〔2014〕2号"]
    assert [d["new"] for d in first["documents"]] == [True, True]
    assert [d["new"] for d in again["documents"]] == [False, False]
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_next_year_it_is_still_the_same_number(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    master = master_with(tmp_path / "总表.xlsx", sheets(W1))
    issue(capsys, master)
    _, result = call(
        capsys, "issue", master, "--month", "2014-08", "--as-of", "2015-01-05", "--kind", "违纪处罚单", "--json"
    )
    assert [(d["number"], d["new"]) for d in result["documents"]] == [("品罚〔2014〕1号", False)]


def test_a_lost_paper_is_made_again_from_the_register(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    master = master_with(tmp_path / "总表.xlsx", sheets(W1))
    _, result = issue(capsys, master)
    path = Path(result["documents"][0]["path"])
    content = path.read_bytes()
    path.unlink()
    issue(capsys, master)
    assert path.read_bytes() == content


def test_a_paper_that_is_there_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    master = master_with(tmp_path / "总表.xlsx", sheets(W1))
    _, result = issue(capsys, master)
    path = Path(result["documents"][0]["path"])
    path.write_bytes(b"signed and scanned over")
    issue(capsys, master)
    assert path.read_bytes() == b"signed and scanned over"


def test_after_a_crash_before_the_sheets_were_written_the_number_is_found_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    master = master_with(tmp_path / "总表.xlsx", sheets(W1))
    unwritten = master.read_bytes()
    issue(capsys, master)
    master.write_bytes(unwritten)
    code, result = issue(capsys, master)
    assert code == 0
    assert [(d["number"], d["new"]) for d in result["documents"]] == [("品罚〔2014〕1号", False)]
    assert read_book(master).rows(Penalty)[0].number == "品罚〔2014〕1号"
    assert len(Journal(tmp_path / "登记").entries()) == 1


def test_content_that_changed_is_told_and_not_issued_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    master = master_with(tmp_path / "总表.xlsx", sheets(W1))
    _, first = issue(capsys, master)
    paper = Path(first["documents"][0]["path"]).read_bytes()
    type_into(master, "问题登记", 2, 问题描述="当班保安员离开岗位二十分钟整")
    code, result = issue(capsys, master)
    (told,) = [p for p in result["problems"] if p["code"] == "content-changed"]
    assert code == 0
    assert "违纪事实" in told["message"]
    assert "品罚〔2014〕1号" in told["message"]
    assert [d["new"] for d in result["documents"]] == [False]
    assert Path(first["documents"][0]["path"]).read_bytes() == paper


def test_a_second_time_is_dealt_with_as_the_clause_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    master = master_with(tmp_path / "总表.xlsx", sheets(W1))
    issue(capsys, master)
    second = dict(zip(HEAD.split("\n")[2].split(" | "), W1.replace("J1", "J2").split(" | "), strict=True))
    type_into(master, "问题登记", 3, **second | {"问题编号": "W2", "处置": "处罚"})
    type_into(master, "违纪人员", 3, 问题编号="W2", 工号="P1")
    _, result = issue(capsys, master)
    rows = read_book(master).rows(Penalty)
    assert [(row.number, row.proposal) for row in rows] == [
        ("品罚〔2014〕1号", "口头提醒"),
        ("品罚〔2014〕2号", "书面警告"),
    ]
    text = paper_text(Path(result["documents"][1]["path"]).read_bytes())
    assert "30天内第2次，重复自问题W1" in "".join(text.split())


@pytest.mark.parametrize(
    ("finding", "offenders", "expected"),
    [
        (W1, "W9 | P1", ("no-offender", "M2")),
        (W1.replace(FACTS, "离岗"), "W1 | P1", ("facts-too-short", "I2")),
        (W1.replace("5.1", ""), "W1 | P1", ("no-clause", "N2")),
        (W1.replace("5.1", "5.9"), "W1 | P1", ("clause-not-binding", "B2")),
        (W1, "W1 | P4", ("person-has-left", "B2")),
    ],
    ids=["no-offender", "facts-too-short", "no-clause", "clause-not-binding", "person-has-left"],
)
def test_what_stands_in_the_way_is_told_and_takes_no_number(
    finding: str,
    offenders: str,
    expected: tuple[str, str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    master = master_with(tmp_path / "总表.xlsx", sheets(finding, offenders=offenders))
    code, result = issue(capsys, master)
    assert code == 1
    assert expected in codes(result)
    assert result["documents"] == []
    assert not (tmp_path / "登记").exists()


def test_a_suppliers_worker_gets_none_and_the_others_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    master = master_with(tmp_path / "总表.xlsx", sheets(W1, offenders="W1 | P3\nW1 | P1"))
    code, result = issue(capsys, master)
    assert code == 0
    assert [d["path"].endswith("员工甲.docx") for d in result["documents"]] == [True]
    assert [p["cell"] for p in result["problems"] if p["code"] == "supplier-staff"] == ["B2"]


def test_a_community_with_errors_waits_and_the_other_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = "W2 | J1 | 秩序部 | ZX99 | 不合格 | 1 | | | 仅记录 | | |"
    other = f"W3 | J3 | 秩序部 | ZX04 | 不合格 | 1 | 西门岗 | {FACTS} | 处罚 | 5.1 | |"
    master = master_with(tmp_path / "总表.xlsx", sheets(W1, wrong, other, offenders="W1 | P1\nW3 | P2"))
    code, result = issue(capsys, master)
    assert code == 1
    assert ("unknown-reference", "D3") in codes(result)
    assert [p["code"] for p in result["problems"]].count("community-has-errors") == 1
    assert [Path(d["path"]).stem for d in result["documents"]] == ["品罚〔2014〕1号 员工乙"]


def test_a_dry_run_takes_no_number_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    master = master_with(tmp_path / "总表.xlsx", sheets(W1))
    before = master.read_bytes()
    code, result = issue(capsys, master, "--dry-run")
    assert code == 0
    assert [d["new"] for d in result["documents"]] == [True]
    assert master.read_bytes() == before
    assert list(tmp_path.iterdir()) == [master]


def test_a_register_that_lost_a_number_stops_everything(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    master = master_with(tmp_path / "总表.xlsx", sheets(W1))
    issue(capsys, master)
    shutil.rmtree(tmp_path / "登记")
    code, result = issue(capsys, master)
    assert code == 2
    assert "品罚〔2014〕1号" in result["error"]
    assert not (tmp_path / "登记").exists()


def test_a_template_that_lacks_nothing_may_be_the_departments_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "模板"
    own.mkdir()
    (own / "违纪处罚单.docx").write_bytes(b"no template")
    master = master_with(tmp_path / "总表.xlsx", sheets(W1) + "\n\n参数\n名称 | 取值\n模板位置 | 模板")
    code, result = issue(capsys, master)
    assert code == 2
    assert "违纪处罚单.docx" in result["error"]
    assert not (tmp_path / "登记").exists()


def test_money_appears_only_when_it_is_switched_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    on = "\n\n参数\n名称 | 取值\n启用金额 | 是\n地区 | 本市\n\n处罚登记\n问题编号 | 工号 | 建议金额\nW1 | P1 | 105"
    on += "\n\n工资扣减规则\n地区 | 类型 | 核对人 | 核对日期\n本市 | 违纪 | 员工丁 | 2014-07-01"
    text = (
        sheets(W1)
        .replace("公示日期", "民主程序日期 | 公示日期")
        .replace("2 | 2014-01", "2 | 2013-12-01 | 2014-01")
    )
    master = master_with(tmp_path / "总表.xlsx", text + on)
    _, result = issue(capsys, master)
    text = "".join(paper_text(Path(result["documents"][0]["path"]).read_bytes()).split())
    assert "105.00" in text
    assert "人民币壹佰零伍元整" in text

    off = "\n\n处罚登记\n问题编号 | 工号 | 建议金额\nW1 | P1 | 105"
    master = master_with(tmp_path / "关.xlsx", sheets(W1) + off)
    code, result = issue(capsys, master, "--register", tmp_path / "另一登记")
    assert code == 1
    assert ("money-off", "J2") in codes(result)


def test_personal_numbers_are_masked_on_paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = "未登记访客电话13912345678即放行"
    master = master_with(tmp_path / "总表.xlsx", sheets(W1.replace(FACTS, facts)))
    _, result = issue(capsys, master)
    text = paper_text(Path(result["documents"][0]["path"]).read_bytes())
    assert "13912345678" not in text
    assert "139********" in text


def test_the_register_json_is_plain_to_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    master = master_with(tmp_path / "总表.xlsx", sheets(W1))
    issue(capsys, master)
    entry = json.loads((tmp_path / "登记" / "违纪处罚单" / "2014" / "000001.json").read_text(encoding="utf-8"))
    assert entry["payload"]["person"] == "员工甲"
    assert entry["key"].endswith("/违纪处罚单/W1/P1/1")


def test_a_monthly_series_counts_within_the_month_of_issue(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monthly = "\n\n参数\n名称 | 取值\n编号格式 | {prefix}〔{year}〕{month:02}-{n:03}号"
    master = master_with(tmp_path / "总表.xlsx", sheets(W1, offenders="W1 | P1\nW1 | P2") + monthly)
    _, result = issue(capsys, master)
    assert [d["number"] for d in result["documents"]] == ["品罚〔2014〕08-001号", "品罚〔2014〕08-002号"]


def test_a_number_once_printed_never_reads_otherwise(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    master = master_with(tmp_path / "总表.xlsx", sheets(W1))
    issue(capsys, master)
    names = [row.name for row in read_book(master).rows(SettingRow)]
    type_into(master, "参数", names.index("处罚单字头") + 2, 取值="质罚")
    type_into(master, "违纪人员", 3, 问题编号="W1", 工号="P2")
    code, result = issue(capsys, master)
    assert code == 0
    assert [d["number"] for d in result["documents"]] == ["品罚〔2014〕1号", "质罚〔2014〕2号"]
    assert [p["code"] for p in result["problems"] if p["code"] == "content-changed"] == []


def test_what_was_voided_gets_no_new_paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    master = master_with(tmp_path / "总表.xlsx", sheets(W1))
    _, result = issue(capsys, master)
    path = Path(result["documents"][0]["path"])
    path.unlink()
    Journal(tmp_path / "登记").void("违纪处罚单", 2014, 1, "当事人填错", date(2014, 8, 30))
    code, result = issue(capsys, master)
    assert code == 0
    assert not path.exists()
    assert read_book(master).rows(Penalty)[0].state == "作废"


def without(result: dict[str, Any]) -> set[str]:
    return {p["code"] for p in result["problems"]}


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("2014-01-10 | 2014-02-01 |\n5.9", "2014-01-10 | 2014-02-01 | 2014-7-32\n5.9"),
        ("P1 | 员工甲 | 秩序维护部 | 门岗 | |\n", "P1 | 员工甲 | 秩序维护部 | 门岗 | | 2014-8-1前\n"),
        ("P2 | 员工乙", "P1 | 员工乙"),
    ],
    ids=["clause-with-an-impossible-date", "person-with-a-doubtful-leaving-date", "person-listed-twice"],
)
def test_no_paper_rests_on_a_row_that_could_not_be_read(
    wrong: str, right: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = sheets(W1.replace("整改+处罚", "处罚"))
    assert wrong in text
    master = master_with(tmp_path / "总表.xlsx", text.replace(wrong, right))
    code, result = issue(capsys, master)
    assert code == 1
    assert "row-has-errors" in without(result)
    assert result["documents"] == []


def test_what_people_typed_in_the_penalty_row_is_never_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = "\n\n处罚登记\n问题编号 | 工号 | 建议扣分\nW1 | P1 | 三分"
    master = master_with(tmp_path / "总表.xlsx", sheets(W1) + typed)
    code, result = issue(capsys, master)
    assert code == 1
    assert result["documents"] == []
    cells = [cell.value for cell in openpyxl.load_workbook(master)["处罚登记"][2]]
    assert "三分" in cells


def test_a_person_named_twice_for_one_finding_gets_one_notice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    master = master_with(tmp_path / "总表.xlsx", sheets(W1, offenders="W1 | P1\nW1 | P1"))
    issue(capsys, master)
    assert len(read_book(master).rows(Penalty)) <= 1


def test_no_notice_is_older_than_the_act(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    master = master_with(tmp_path / "总表.xlsx", sheets(W1))
    code, result = call(
        capsys, "issue", master, "--month", "2014-08", "--as-of", "2014-08-01", "--kind", "违纪处罚单", "--json"
    )
    assert code == 1
    assert "issued-before-act" in without(result)
    assert result["documents"] == []


def test_the_small_hours_of_a_night_shift_are_the_next_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = sheets(W1.replace("9:40", "1:30").replace("J1", "J9")).replace(
        "J3 | 瑞景华庭 | 2014-08-06 | 白班 | 检查员",
        "J3 | 瑞景华庭 | 2014-08-06 | 白班 | 检查员\nJ9 | 凤鸣华府 | 2014-08-04 | 夜班 | 检查员",
    )
    master = master_with(tmp_path / "总表.xlsx", text)
    heading = openpyxl.load_workbook(master)["检查记录"]
    row = next(cell.row for cell in heading["A"] if cell.value == "J9")
    type_into(master, "检查记录", row or 0, 开始时间="22:00", 结束时间="3:00")
    _, result = issue(capsys, master)
    text = "".join(paper_text(Path(result["documents"][0]["path"]).read_bytes()).split())
    assert "2014年8月5日1时30分" in text


def test_personal_numbers_in_a_place_are_masked_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    master = master_with(tmp_path / "总表.xlsx", sheets(W1))
    type_into(master, "问题登记", 2, 位置说明="旁边留有13912345678")
    _, result = issue(capsys, master)
    assert "13912345678" not in paper_text(Path(result["documents"][0]["path"]).read_bytes())


def test_a_notice_whose_finding_was_voided_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    master = master_with(tmp_path / "总表.xlsx", sheets(W1))
    issue(capsys, master)
    type_into(master, "问题登记", 2, 状态="作废")
    code, result = issue(capsys, master)
    assert code == 0
    (told,) = [p for p in result["problems"] if p["code"] == "notice-without-basis"]
    assert "品罚〔2014〕1号" in told["message"]


def test_two_registers_with_one_output_folder_never_share_a_paper(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    papers = []
    for name, identity in (("甲", "1"), ("乙", "2")):
        folder = tmp_path / name
        folder.mkdir()
        master = master_with(folder / "总表.xlsx", sheets(W1), f"22222222-2222-4222-8222-{identity:0>12}")
        _, result = issue(capsys, master, "--out", tmp_path / "输出")
        papers.append(Path(result["documents"][0]["path"]))
    assert papers[0] != papers[1]
    assert all(path.exists() for path in papers)
    marks = [Journal(tmp_path / name / "登记").entries()[0].mark for name in "甲乙"]
    assert [mark in paper_text(path.read_bytes()) for mark, path in zip(marks, papers, strict=True)] == [
        True,
        True,
    ]


def test_an_unprintable_text_is_told_and_the_others_are_issued(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = W1.replace("W1", "W2").replace("J1", "J2")
    master = master_with(tmp_path / "总表.xlsx", sheets(W1, other, offenders="W1 | P1\nW2 | P2"))
    type_into(master, "问题登记", 2, 问题描述="保安员离岗。" * 3000)
    code, result = issue(capsys, master)
    (told,) = [p for p in result["problems"] if p["code"] == "cannot-print"]
    assert code == 1
    assert "违纪事实" in told["message"]
    assert [d["number"] for d in result["documents"]] == ["品罚〔2014〕1号"]


@pytest.mark.parametrize(
    ("sheet", "label"), [("发文登记", ""), ("处罚登记", "状态"), ("得分", "等级"), ("运行记录", "结果")]
)
def test_no_number_is_taken_when_it_could_not_be_written_down(
    sheet: str, label: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    master = master_with(tmp_path / "总表.xlsx", sheets(W1))
    book = openpyxl.load_workbook(master)
    if label:
        book[sheet].tables.clear()
        heading = [cell.value for cell in book[sheet][1]]
        book[sheet].cell(1, heading.index(label) + 1).value = "改了名"
    else:
        book.remove(book[sheet])
    book.save(master)
    code, result = issue(capsys, master)
    assert code == 2
    assert sheet in result["error"]
    assert not (tmp_path / "登记").exists()
    assert not (tmp_path / "输出").exists()


def test_an_output_folder_that_is_a_file_takes_no_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    master = master_with(tmp_path / "总表.xlsx", sheets(W1))
    (tmp_path / "输出").write_text("我是文件")
    code, _ = issue(capsys, master)
    assert code == 2
    assert not (tmp_path / "登记").exists()


def test_numbers_in_the_penalty_sheet_that_the_register_lacks_stop_everything(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = "\n\n处罚登记\n问题编号 | 工号 | 处罚编号\nW1 | P1 | 品罚〔2014〕1号"
    master = master_with(tmp_path / "总表.xlsx", sheets(W1) + typed)
    code, result = issue(capsys, master)
    assert code == 2
    assert "品罚〔2014〕1号" in result["error"]
