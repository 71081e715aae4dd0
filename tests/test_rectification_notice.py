"""限期整改通知单: issued through the command line, and the finished paper before outside judges."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pinzhi_xl.documents.rectification_notice import (
    RECTIFICATION_FIELDS,
    RECTIFICATION_TEMPLATE,
    rectification_file_name,
    rectification_values,
    render_rectification,
)
from pinzhi_xl.documents.text import squeeze
from pinzhi_xl.register.journal import Journal
from pinzhi_xl.sheets.followup import Rectification
from pinzhi_xl.workbook.read import read_book
from tests.masters import call, master_with, type_into
from tests.papers import make_template, paper_text
from tests.real.programs import pdf_pages, schema_errors

KIND = "限期整改通知单"


def line(number: int = 1, **changes: str) -> dict[str, str]:
    return {
        "finding": f"WT-201408-{number:03}",
        "place": "3栋大堂（电梯口）",
        "facts": "9时40分，大堂地面有大面积水渍，防滑提示牌未摆放，保洁员不在岗位。",
        "item": "HJ06",
        "requirement": "大堂地面清洁",
        "severity": "一般",
        "red_line": "",
        "target": "地面无水渍、无垃圾，雨天摆放防滑提示牌",
        "owner": "员工甲",
        "unit": "",
        "due_on": "2014年8月7日",
    } | changes


def paper(*lines: dict[str, str], **changes: str) -> dict[str, str]:
    return {
        "number": "品改〔2014〕1号",
        "edition": "",
        "issued_on": "2014年8月4日",
        "mark": "3f9a12bc",
        "company": "示例物业服务有限公司",
        "issuer": "品质管理部",
        "sample_mark": "示例",
        "community": "凤鸣华府",
        "department": "环境部",
        "inspection": "JC-20140804-1",
        "inspected_on": "2014年8月4日",
        "inspection_type": "全面巡检",
        "inspector": "检查员乙",
        "first_number": "",
        "holiday_note": "",
        "lines": json.dumps(lines, ensure_ascii=False),
    } | changes


WEIRD = "A&B<公司>\"'\n{{ x }} {% if %} ]]> </w:t>"
LONG = "当班期间未按规定进行巡视并伪造巡查记录，" * 15
PAPERS = {
    "one": paper(line()),
    "usual": paper(
        line(1), line(2, severity="严重", red_line="红线", unit="示例保洁公司"), line(3, place="东门岗")
    ),
    "second": paper(
        line(),
        first_number="品改〔2014〕1号",
        number="品改〔2014〕9号",
        edition="第2版",
        holiday_note="未核节假日",
    ),
    "longest": paper(
        *(line(n, facts=LONG) for n in range(1, 26)), community="某" * 20, department="工程维修与设备运行部"
    ),
    "hostile": paper(dict.fromkeys(line(), WEIRD), **dict.fromkeys(RECTIFICATION_FIELDS, WEIRD)),
    "empty": paper(dict.fromkeys(line(), ""), **dict.fromkeys(RECTIFICATION_FIELDS, "")),
}


@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_is_valid(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.docx"
    path.write_bytes(render_rectification(PAPERS[name]))
    assert schema_errors(path) == []


@pytest.mark.parametrize("name", PAPERS)
def test_both_copies_hold_everything(name: str) -> None:
    fields = PAPERS[name]
    text = squeeze(paper_text(render_rectification(fields)))
    for field in RECTIFICATION_FIELDS:
        least = 1 if field in ("mark", "sample_mark") else 2
        assert text.count(squeeze(fields[field])) >= least, field
    for one in json.loads(fields["lines"]):
        for field, value in one.items():
            if field != "finding":
                assert text.count(squeeze(value)) >= 2, field


@pytest.mark.parametrize(("name", "pages"), [("one", 2), ("usual", 2), ("second", 2), ("empty", 2)])
def test_a_usual_notice_takes_a_page_for_each_copy(tmp_path: Path, name: str, pages: int) -> None:
    path = tmp_path / f"{name}.docx"
    path.write_bytes(render_rectification(PAPERS[name]))
    printed = [squeeze(page) for page in pdf_pages(path, tmp_path)]
    assert len(printed) == pages
    assert "①存根" in printed[0]
    assert "整改回执" not in printed[0]
    assert "②责任部门" in printed[1]
    assert "整改回执" in printed[1]
    assert all("第1页" in page for page in printed)


def test_a_long_notice_flows_on_with_its_heading_and_signs_in_one_place(tmp_path: Path) -> None:
    path = tmp_path / "longest.docx"
    path.write_bytes(render_rectification(PAPERS["longest"]))
    printed = [squeeze(page) for page in pdf_pages(path, tmp_path)]
    reply = next(number for number, page in enumerate(printed) if "整改回执" in page)
    notices, replies = printed[:reply], printed[reply:]
    assert all("位置与问题" in page and "整改期限" in page for page in notices)
    assert all("整改措施" in page and "复查结论" in page for page in replies)
    signed = [page for page in printed if "签收人" in page]
    assert len(signed) == 2
    assert all("请责任部门按上列目标和期限完成整改" in page and "签发人" in page for page in signed)
    assert "部门负责人" in printed[-1]
    whole = [page for page in notices if squeeze(LONG)[-8:] in page]
    assert sum(page.count("2014年8月7日") + page.count("2014年") for page in whole) >= 50


def test_fixed_words() -> None:
    text = squeeze(paper_text(render_rectification(PAPERS["usual"])))
    for words in ("请责任部门按上列目标和期限完成整改", "逾期未完成", "签发人", "签收人"):
        assert text.count(words) == 2
    for words in ("□整改完成", "□二次整改", "□扣分关闭"):
        assert text.count(words) == 3, "one for each line of the reply"
    assert text.count("骑缝") == text.count("整改回执") == 1
    assert "二次整改通知" not in text
    assert "（严重，红线）" in text
    assert "责任单位：示例保洁公司" in text
    second = squeeze(paper_text(render_rectification(PAPERS["second"])))
    assert second.count("（二次整改通知原通知品改〔2014〕1号）") == 2
    assert second.count("品改〔2014〕9号（第2版）") == 2


def test_values_and_names() -> None:
    assert rectification_file_name(PAPERS["usual"]) == "品改〔2014〕1号 凤鸣华府 环境部.docx"
    assert rectification_file_name(PAPERS["second"]) == "品改〔2014〕9号 第2版 凤鸣华府 环境部.docx"
    with pytest.raises(KeyError, match="department"):
        rectification_values({name: text for name, text in PAPERS["usual"].items() if name != "department"})
    assert render_rectification(PAPERS["usual"]) == render_rectification(dict(PAPERS["usual"]))


def test_the_departments_own_template_comes_first(tmp_path: Path) -> None:
    make_template(tmp_path / RECTIFICATION_TEMPLATE, "{% for line in lines %}{{ line.facts }}{% endfor %}")
    assert paper_text(render_rectification(paper(line(facts="甲"), line(facts="乙")), tmp_path)).strip() == "甲乙"


COMMON = """
项目
项目名称
凤鸣华府
瑞景华庭

人员
工号 | 姓名 | 部门 | 岗位
P1 | 员工甲 | 秩序维护部 | 门岗
P2 | 员工乙 | 环境部 | 主管

项目部门
项目 | 部门 | 负责人工号
凤鸣华府 | 秩序维护部 | P1
凤鸣华府 | 环境部 | P2

奖惩条款
条款编号 | 制度名称 | 版本 | 条文 | 首次处理 | 扣绩效分 | 公示日期 | 生效日期
5.1 | 员工手册 | 2014版 | 上班时间应当坚守岗位。 | 口头提醒 | 2 | 2014-01-10 | 2014-02-01

检查记录
检查编号 | 项目 | 检查日期 | 班次 | 检查人
J1 | 凤鸣华府 | 2014-08-04 | 白班 | 检查员
J3 | 瑞景华庭 | 2014-08-06 | 白班 | 检查员

问题登记
问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数 | 位置 | 问题描述 | 处置 | 奖惩条款编号
"""
OFFENDER = "\n\n违纪人员\n问题编号 | 工号\nW1 | P1"
W1 = "W1 | J1 | 秩序部 | ZX04 | 不合格 | 1 | 东门岗 | 当班保安员离开岗位十二分钟 | 整改+处罚 | 5.1"
W2 = "W2 | J1 | 环境部 | HJ01 | 不合格 | 1 | 花园 | 绿化带有垃圾三处 | 整改 |"
W3 = "W3 | J1 | 环境部 | HJ06 | 不合格 | 1 | 3栋大堂 | 大堂地面有水渍 | 整改 |"
OTHER = "W9 | J3 | 环境部 | HJ01 | 不合格 | 1 | 花园 | 绿化带有垃圾三处 | 整改 |"


def issue(
    capsys: pytest.CaptureFixture[str], master: Path, *more: object, month: str = "2014-08", on: str = "2014-08-04"
) -> tuple[int, Any]:
    return call(capsys, "issue", master, "--month", month, "--as-of", on, *more, "--json")


def tracked(master: Path) -> dict[str | None, Rectification]:
    return {row.finding: row for row in read_book(master).rows(Rectification)}


def test_both_kinds_together_and_again_nothing_new(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    master = master_with(tmp_path / "总表.xlsx", COMMON + "\n".join((W1, W2, W3)) + OFFENDER)
    code, first = issue(capsys, master)
    assert code == 0, first["problems"]
    assert [(d["kind"], d["number"], d["new"]) for d in first["documents"]] == [
        ("违纪处罚单", "品罚〔2014〕1号", True),
        (KIND, "品改〔2014〕1号", True),
        (KIND, "品改〔2014〕2号", True),
    ]
    assert Path(first["documents"][2]["path"]) == (
        tmp_path / "输出" / "2014-08" / KIND / "品改〔2014〕2号 凤鸣华府 环境部.docx"
    )
    rows = tracked(master)
    assert [(row.number, row.state, str(row.issued_on), row.owner) for row in rows.values()] == [
        ("品改〔2014〕1号", "待整改", "2014-08-04", "员工甲"),
        ("品改〔2014〕2号", "待整改", "2014-08-04", "员工乙"),
        ("品改〔2014〕2号", "待整改", "2014-08-04", "员工乙"),
    ]
    text = squeeze(paper_text(Path(first["documents"][2]["path"]).read_bytes()))
    for said in ("品改〔2014〕2号", "绿化带有垃圾三处", "大堂地面有水渍", "HJ01", "员工乙", "J1", "检查人检*"):
        assert said in text, said
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    code, again = issue(capsys, master)
    assert code == 0
    assert [(d["number"], d["new"]) for d in again["documents"]] == [
        (d["number"], False) for d in first["documents"]
    ]
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_one_kind_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    master = master_with(tmp_path / "总表.xlsx", COMMON + W1 + OFFENDER)
    code, result = issue(capsys, master, "--kind", KIND)
    assert code == 0
    assert [d["kind"] for d in result["documents"]] == [KIND]
    assert Journal(tmp_path / "登记").entries()[0].key.endswith(f"/{KIND}/J1/秩序维护部/1")


def test_without_an_owner_the_row_is_written_and_the_notice_waits(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    master = master_with(tmp_path / "总表.xlsx", COMMON + OTHER)
    code, result = issue(capsys, master, on="2014-08-06")
    assert code == 1
    assert [p["code"] for p in result["problems"] if p["level"] == "错误"] == ["rectification-no-owner"]
    assert result["documents"] == []
    assert not (tmp_path / "登记").exists() or Journal(tmp_path / "登记").entries() == []
    assert (tracked(master)["W9"].owner, tracked(master)["W9"].number) == (None, None)
    type_into(master, "整改跟踪", 2, 责任人="员工乙")
    code, result = issue(capsys, master, on="2014-08-06")
    assert code == 0
    assert [d["number"] for d in result["documents"]] == ["品改〔2014〕1号"]
    assert (tracked(master)["W9"].owner, tracked(master)["W9"].number) == ("员工乙", "品改〔2014〕1号")


def test_a_changed_line_is_told_and_not_issued_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    master = master_with(tmp_path / "总表.xlsx", COMMON + W2)
    _, first = issue(capsys, master)
    content = Path(first["documents"][0]["path"]).read_bytes()
    type_into(master, "整改跟踪", 2, 整改目标="另一个目标")
    code, result = issue(capsys, master)
    assert code == 0
    (told,) = [p for p in result["problems"] if p["code"] == "content-changed"]
    assert "整改事项" in told["message"]
    assert [d["new"] for d in result["documents"]] == [False]
    assert Path(first["documents"][0]["path"]).read_bytes() == content


def test_found_later_extended_and_a_crash_before_the_sheets_were_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    master = master_with(tmp_path / "总表.xlsx", COMMON + W2)
    unwritten = master.read_bytes()
    issue(capsys, master)
    master.write_bytes(unwritten)
    names = ("问题编号", "检查编号", "部门", "条款编码", "结论", "处数", "位置", "问题描述", "处置")
    type_into(master, "问题登记", 3, **dict(zip(names, W3.split(" | "), strict=False)) | {"处置": "整改"})
    code, result = issue(capsys, master)
    assert code == 0
    assert [(d["number"], d["new"]) for d in result["documents"]] == [
        ("品改〔2014〕1号", False),
        ("品改〔2014〕2号", True),
    ]
    assert not [p for p in result["problems"] if p["code"] == "content-changed"]
    assert {row.finding: row.number for row in tracked(master).values()} == {
        "W2": "品改〔2014〕1号",
        "W3": "品改〔2014〕2号",
    }
    type_into(master, "整改跟踪", 2, 延期至="2014-08-08", 延期批准="总监")
    code, result = issue(capsys, master, on="2014-08-11")
    assert not [p for p in result["problems"] if p["code"] == "content-changed"]
    assert [(row.state, row.overdue_days) for row in tracked(master).values()] == [("逾期", 3), ("逾期", 7)]


def test_sending_back_brings_a_second_notice_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    master = master_with(tmp_path / "总表.xlsx", COMMON + "\n".join((W2, W3)))
    issue(capsys, master)
    again = {"完成日期": "2014-08-05", "复查人": "检查员", "复查日期": "2014-09-01", "复查结论": "二次整改"}
    type_into(master, "整改跟踪", 2, **again, 二次期限="2014-09-03")
    code, result = issue(capsys, master, month="2014-09", on="2014-09-01")
    assert code == 0, result["problems"]
    (document,) = result["documents"]
    assert (document["number"], document["new"]) == ("品改〔2014〕2号", True)
    assert "2014-09" in document["path"]
    text = squeeze(paper_text(Path(document["path"]).read_bytes()))
    assert "二次整改通知原通知品改〔2014〕1号" in text
    assert "2014年9月3日" in text
    assert "大堂地面有水渍" not in text
    assert (tracked(master)["W2"].number, tracked(master)["W2"].state) == (
        "品改〔2014〕1号、品改〔2014〕2号",
        "二次整改",
    )
    assert tracked(master)["W3"].state == "逾期"
    for month, numbers in (("2014-09", ["品改〔2014〕2号"]), ("2014-08", ["品改〔2014〕1号"])):
        before = master.read_bytes()
        code, result = issue(capsys, master, month=month, on="2014-09-01")
        assert [(d["number"], d["new"]) for d in result["documents"]] == [(number, False) for number in numbers]
        assert not [p for p in result["problems"] if p["code"] in ("content-changed", "notice-without-basis")]
        assert before == master.read_bytes() or month == "2014-08"
    type_into(master, "整改跟踪", 2, 完成日期="2014-09-02", 复查日期="2014-09-03", 复查结论="整改完成")
    code, result = issue(capsys, master, month="2014-09", on="2014-09-04")
    assert (code, [d["new"] for d in result["documents"]]) == (0, [False])
    assert not [p for p in result["problems"] if p["code"] == "content-changed"]
    assert tracked(master)["W2"].state == "整改完成"


def test_a_voided_notice_shows_on_its_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    master = master_with(tmp_path / "总表.xlsx", COMMON + W2)
    _, result = issue(capsys, master)
    Path(result["documents"][0]["path"]).unlink()
    Journal(tmp_path / "登记").void(KIND, 2014, 1, "部门填错", date(2014, 8, 5))
    code, result = issue(capsys, master)
    assert (code, result["documents"]) == (0, [])
    assert (tracked(master)["W2"].state, tracked(master)["W2"].number) == ("作废", "品改〔2014〕1号")
