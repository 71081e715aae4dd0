"""检查表 and 岗位签署确认表: what they list, and the finished papers before outside judges."""

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from pinzhi_xl.documents.checklists import CHECKLIST_TEMPLATE, SIGNATURES_TEMPLATE, render_form
from pinzhi_xl.documents.design import BUILDERS
from pinzhi_xl.documents.text import squeeze
from pinzhi_xl.outings import Outing, outings
from pinzhi_xl.papers import Report
from pinzhi_xl.preparing import Preparer
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.scoring.repeats import find_repeats
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.terms import Shift
from tests.forms import FORMS
from tests.masters import call, master_with, type_into
from tests.papers import paper_text
from tests.real.programs import pdf_pages, schema_errors
from tests.tables import book_of

DAY = date(2014, 8, 25)


def checklist(book: Book, day: date = DAY, shift: Shift | None = None) -> dict[str, Any]:
    return dict(papers(book, day, shift)[0].values)


def signatures(book: Book, day: date = DAY) -> dict[str, Any]:
    return dict(papers(book, day)[1].values)


def papers(book: Book, day: date = DAY, shift: Shift | None = None, community: str = "凤鸣华府") -> list[Report]:
    facts = Facts(book)
    planned = [outing for outing in outings(facts, day, shift) if outing.community == community]
    return Preparer(facts).papers(planned[0] if planned else Outing(community, day, (), shift))


def codes(values: dict[str, Any]) -> list[str]:
    return [row["code"] for row in values["rows"] if row["code"]]


def test_who_is_visited(book: Book) -> None:
    """
    督导计划
    计划编号 | 项目 | 计划日期 | 状态
    JH-1 | 阳光美地 | 2014-08-25 |
    JH-2 | 凤鸣华府 | 2014-08-25 | 待执行
    JH-3 | 凤鸣华府 | 2014-08-25 | 已改期
    JH-4 | 瑞景华庭 | 2014-08-25 | 已取消
    JH-5 | 瑞景华庭 | 2014-08-26 |
    """
    found = outings(Facts(book), DAY)
    assert [(one.community, len(one.plans)) for one in found] == [("凤鸣华府", 2), ("阳光美地", 1)]


def test_items_in_walking_order_as_they_apply(book: Book) -> None:
    """
    检查标准
    编码 | 部门 | 检查项 | 分值 | 单次扣分 | 班次 | 方式 | 生效日期 | 停用日期
    B2 | 环境部 | 绿化 | 30 | 1.5 | | 现场观察 | |
    A1 | 客服部 | 着装 | 10 | 2 | | | |
    A2 | 客服部 | 档案 | 30 | 3 | | | | 2014-08-25
    A2 | 客服部 | 档案新版 | 40 | 3 | | | 2014-08-25 |
    A3 | 客服部 | 夜间值守 | 20 | 5 | 夜班 | | |
    A4 | 客服部 | 将来的 | 20 | 5 | | | 2014-09-01 |
    A5 | 客服部 | 不适用的 | 20 | 5 | | | |

    部门
    部门名称 | 权重
    客服部 | 30
    环境部 | 70
    工程部 | 10

    项目部门
    项目 | 部门 | 是否设置 | 不适用条款
    凤鸣华府 | 客服部 | | A5
    瑞景华庭 | 环境部 | 否 |
    """
    rows = checklist(book)["rows"]
    assert [row["heading"] or row["code"] for row in rows] == [
        "一、客服部（3 项，70 分）", "A1", "A2", "A3", "二、环境部（1 项，30 分）", "B2",
    ]  # fmt: skip
    assert [row["text"] for row in rows if row["code"]] == ["着装", "档案新版", "夜间值守（夜班）", "绿化"]
    assert (rows[-1]["points"], rows[-1]["deduction"], rows[-1]["method"]) == ("30", "1.5", "现场观察")
    assert codes(checklist(book, shift=Shift.DAY)) == ["A1", "A2", "B2"]
    assert codes(checklist(book, shift=Shift.NIGHT)) == ["A1", "A2", "A3", "B2"]
    other = dict(papers(book, community="瑞景华庭")[0].values)
    assert codes(other) == ["A1", "A2", "A3", "A5"]


@pytest.mark.parametrize(
    ("session", "shift", "night"),
    [
        ("", "全部班次", True),
        ("上午9:00–11:30、下午14:00–17:30", "白班", False),
        ("夜间22:00–23:30", "夜班", True),
    ],
)
def test_the_shift_follows_the_planned_session(session: str, shift: str, night: bool) -> None:
    row = f"督导计划\n计划编号 | 项目 | 计划日期 | 时段\nJH-1 | 凤鸣华府 | 2014-08-25 | {session}\n"
    values = checklist(book_of(row))
    assert values["shift"] == shift
    assert ("A3" in codes(values)) is night


def test_two_visits_on_one_day_are_one_form(book: Book) -> None:
    """
    督导计划
    计划编号 | 项目 | 检查类型 | 频次 | 计划日期 | 时段 | 检查人
    JH-1 | 凤鸣华府 | | 每周 | 2014-08-25 | 上午9:00–11:30 | 员工甲
    JH-2 | 凤鸣华府 | 专项检查 | 每年·防汛 | 2014-08-25 | 夜间22:00–23:30 | 员工甲、员工乙
    """
    values = checklist(book)
    assert values["session"] == "上午9:00–11:30、夜间22:00–23:30"
    assert values["inspection_type"] == "全面巡检、专项检查（每年·防汛）"
    assert values["inspector"] == "员工甲、员工乙"
    assert values["shift"] == "夜班、白班"
    assert values["day"] == "2014年8月25日（星期一）"
    assert "A3" in codes(values)


OPEN = """
检查记录
检查编号 | 项目 | 检查日期 | 状态
J1 | 凤鸣华府 | 2014-08-04 |
J2 | 凤鸣华府 | 2014-08-18 |
J3 | 瑞景华庭 | 2014-08-18 |
J4 | 凤鸣华府 | 2014-08-25 |
J5 | 凤鸣华府 | 2014-08-11 | 作废

人员
工号 | 姓名
P1 | 员工甲

问题登记
问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 位置 | 位置说明 | 问题描述 | 处置
W10 | J2 | 客服部 | A2 | 不合格 | 客服中心 | 里间 | 员工甲的电话13800138000贴在墙上 | 整改
W9 | J2 | 客服部 | A1 | 不合格 | 客服中心 | | 未穿工装 | 整改+处罚
W1 | J1 | 客服部 | A1 | 不合格 | 客服中心 | | 未穿工装 | 整改
W2 | J1 | 环境部 | B1 | 不合格 | 3栋 | | 有垃圾 | 整改
W3 | J1 | 环境部 | B1 | 不合格 | 4栋 | | 有垃圾 | 整改
W4 | J1 | 环境部 | B1 | 不合格 | 5栋 | | 有垃圾 | 当场纠正
W5 | J3 | 环境部 | B1 | 不合格 | 3栋 | | 有垃圾 | 整改
W6 | J4 | 环境部 | B2 | 不合格 | 3栋 | | 有垃圾 | 整改
W7 | J5 | 环境部 | B2 | 不合格 | 3栋 | | 有垃圾 | 整改
W8 | J2 | 环境部 | B2 | 不适用 | 3栋 | | 没有绿化 | 整改

整改跟踪
问题编号 | 责任部门 | 整改期限 | 延期至 | 复查结论 | 二次期限
W1 | 客服部 | 2014-08-07 | | 整改完成 |
W2 | 环境部 | 2014-08-07 | | 二次整改 | 2014-08-22
W3 | 环境部 | 2014-08-07 | | 扣分关闭 |
W9 | 客服部 | 2014-08-20 | 2014-08-27 | |
"""


def test_what_is_still_open_comes_first() -> None:
    values = checklist(book_of(OPEN))
    assert values["open_count"] == "3"
    shown = [(one["index"], one["number"], one["due_on"], one["state"]) for one in values["open_items"]]
    assert shown == [
        ("1", "W2", "8月22日", "二次整改、逾期3天"),
        ("2", "W9", "8月27日", ""),
        ("3", "W10", "未定", ""),
    ]
    last = values["open_items"][-1]
    assert (last["item"], last["place"]) == ("A2 档案", "客服中心（里间）")
    assert last["facts"] == "员*的电话138********贴在墙上"


def test_no_open_items_no_table() -> None:
    values = checklist(book_of(OPEN), date(2014, 8, 4))
    assert (values["open_count"], values["open_items"]) == ("", [])
    assert "先复查" not in paper_text(render_form("检查表", values))


def stars(book: Book, day: date = DAY) -> dict[str, list[str]]:
    return {row["code"]: row["stars"].split("\n") for row in checklist(book, day)["rows"] if row["stars"]}


def test_a_star_where_a_new_finding_would_be_a_repeat() -> None:
    book = book_of(OPEN)
    assert stars(book) == {
        "A1": ["★ 客服中心：8月18日 W9"],
        "A2": ["★ 客服中心：8月18日 W10"],
        "B1": ["★ 3栋：8月4日 W2", "★ 4栋：8月4日 W3"],
    }


@pytest.mark.parametrize(
    "day", [date(2014, 8, 5), date(2014, 9, 3), date(2014, 9, 4), date(2014, 9, 17), date(2014, 9, 18)]
)
def test_the_stars_are_those_of_the_scores(day: date) -> None:
    """A finding added on the day at each item and place is a repeat exactly where a star stands."""
    found = stars(book_of(OPEN), day)
    assert ("B1" in found) is (day <= date(2014, 9, 3))
    for code, department in (("A1", "客服部"), ("A2", "客服部"), ("B1", "环境部"), ("B2", "环境部")):
        for place in ("客服中心", "3栋", "4栋", "5栋", "6栋"):
            more = OPEN.replace("J5 |", f"J9 | 凤鸣华府 | {day} |\nJ5 |").replace(
                "W8 |", f"W99 | J9 | {department} | {code} | 不合格 | {place} | | 又一次 | 整改\nW8 |"
            )
            facts = Facts(book_of(more))
            added = next(case for case in facts.cases if case.row.number == "W99")
            repeat = find_repeats(facts.cases, 30)[added.row.row]
            starred = [star for star in found.get(code, []) if f"★ {place}：" in star]
            assert (repeat.count > 1) is bool(starred), (code, place)
            assert all(star.endswith(f" {repeat.of}") for star in starred)


def test_posts_that_must_sign(book: Book) -> None:
    """
    位置
    项目 | 位置名称 | 是否应签岗位
    凤鸣华府 | 东门岗 | 是
    凤鸣华府 | 3栋大堂 |
    瑞景华庭 | 南门岗 | 是
    凤鸣华府 | 监控室 | 是

    督导计划
    计划编号 | 项目 | 计划日期 | 时段
    JH-1 | 凤鸣华府 | 2014-08-25 | 下午14:00–17:30
    """
    values = signatures(book)
    assert values["posts"] == [
        {"index": "1", "post": "东门岗", "post_shift": "白班"},
        {"index": "2", "post": "监控室", "post_shift": "白班"},
    ]
    assert values["post_count"] == "2"
    assert signatures(book, date(2014, 8, 26))["posts"][0]["post_shift"] == "□ 白班\n□ 夜班"


# The papers.


@pytest.mark.parametrize("kind", ["检查表", "岗位签署确认表"])
def test_both_templates_are_drawn_by_script(kind: str) -> None:
    assert f"{kind}.docx" in (CHECKLIST_TEMPLATE, SIGNATURES_TEMPLATE)
    assert f"{kind}.docx" in BUILDERS


@pytest.mark.parametrize("kind", FORMS, ids=" ".join)
def test_every_form_is_valid(tmp_path: Path, kind: tuple[str, str]) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(render_form(kind[0], FORMS[kind]))
    assert schema_errors(path) == []
    assert render_form(kind[0], FORMS[kind]) == path.read_bytes()


PAGES = {
    ("检查表", "empty"): 1,
    ("检查表", "usual"): 5,
    ("检查表", "longest"): 14,
    ("岗位签署确认表", "empty"): 1,
    ("岗位签署确认表", "usual"): 1,
    ("岗位签署确认表", "longest"): 2,
}


@pytest.mark.parametrize("kind", FORMS, ids=" ".join)
def test_every_form_prints_with_its_headings_on_every_page(tmp_path: Path, kind: tuple[str, str]) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(render_form(kind[0], FORMS[kind]))
    pages = [squeeze(page) for page in pdf_pages(path, tmp_path)]
    assert abs(len(pages) - PAGES[kind]) <= (len(pages) > 2)  # fonts differ
    heading = "问题描述" if kind[0] == "检查表" else "在岗状态"
    assert all(heading in page for page in pages)
    assert all(f"第{number}页共{len(pages)}页" in page for number, page in enumerate(pages, start=1))
    if kind[1] != "empty":
        assert all("示例" in page for page in pages)


def test_every_row_of_the_longest_form_is_printed_whole(tmp_path: Path) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(render_form("检查表", FORMS["检查表", "longest"]))
    text = [squeeze(page) for page in pdf_pages(path, tmp_path)]
    for number in range(66):
        assert sum(f"ZX{number:02d}" in page for page in text) == 1
    for table in Document(str(path)).tables:
        for row in table.rows:
            properties = row._tr.trPr
            assert properties is not None
            assert any(child.tag.endswith("}cantSplit") for child in properties)


def test_no_sample_mark_on_real_papers() -> None:
    values = FORMS["检查表", "usual"] | {"sample_mark": "", "company": "某公司"}
    assert "示例" not in paper_text(render_form("检查表", values))


# The verb.

VISITS = """
项目
项目名称 | 巡检星期
凤鸣华府 | 一
瑞景华庭 | 三

位置
项目 | 位置名称 | 是否应签岗位
凤鸣华府 | 客服中心 | 是
凤鸣华府 | 东门岗 | 是

督导计划
计划编号 | 项目 | 计划日期 | 时段 | 检查人
JH-20140811-1 | 凤鸣华府 | 2014-08-11 | 上午9:00–11:30 | 员工甲

检查记录
检查编号 | 项目 | 检查日期
J1 | 凤鸣华府 | 2014-08-04

问题登记
问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 位置 | 问题描述 | 处置
W1 | J1 | 客服部 | KF01 | 不合格 | 客服中心 | 前台无人值守时间较长 | 整改
"""


@pytest.fixture
def master(tmp_path: Path) -> Path:
    return master_with(tmp_path / "总表.xlsx", VISITS)


def prepare(capsys: pytest.CaptureFixture[str], master: Path, *more: object) -> tuple[int, Any]:
    return call(capsys, "prepare", master, "--date", "2014-08-11", *more, "--json")


def test_the_papers_of_a_date(master: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = master.read_bytes()
    code, result = prepare(capsys, master, "--dry-run")
    assert (code, [one["new"] for one in result["documents"]]) == (0, [True, True])
    assert not (tmp_path / "输出").exists()
    code, result = prepare(capsys, master)
    assert (code, result["problems"], result["failed"]) == (0, [], [])
    month = tmp_path / "输出" / "2014-08"
    assert result["documents"] == [
        {
            "kind": kind,
            "number": "",
            "edition": 1,
            "path": str(month / kind / "2014-08-11 凤鸣华府.docx"),
            "new": True,
        }
        for kind in ("检查表", "岗位签署确认表")
    ]
    text = squeeze(paper_text((month / "检查表" / "2014-08-11 凤鸣华府.docx").read_bytes()))
    for said in (
        "前台无人值守时间较长",
        "★客服中心：8月4日W1",
        "员工甲",
        "2014年8月11日（星期一）",
        "客服部（12项，100分）",
    ):
        assert said in text, said
    departments = ["一、客服部", "二、设备维护部", "三、管理处", "四、环境部", "五、秩序维护部", "六、监控室"]
    assert all(text.index(one) < text.index(other) for one, other in pairwise(departments))
    signed = squeeze(paper_text((month / "岗位签署确认表" / "2014-08-11 凤鸣华府.docx").read_bytes()))
    assert "东门岗" in signed
    assert "应签岗位2个" in signed
    assert master.read_bytes() == before
    _, again = prepare(capsys, master)
    assert [one["new"] for one in again["documents"]] == [False, False]


def test_a_changed_master_replaces_the_blank(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    prepare(capsys, master)
    type_into(master, "整改跟踪", 2, 问题编号="W1", 整改期限="2014-8-8", 整改目标="有人值守")
    _, result = prepare(capsys, master)
    assert [one["new"] for one in result["documents"]] == [True, False]
    assert "逾期3天" in paper_text(Path(result["documents"][0]["path"]).read_bytes())


def test_a_community_that_is_not_planned(master: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, result = prepare(
        capsys, master, "--community", "瑞景华庭", "--shift", "白班", "--out", tmp_path / "别处"
    )
    assert code == 0
    assert [Path(one["path"]).name for one in result["documents"]] == ["2014-08-11 瑞景华庭.docx"] * 2
    assert all(one["path"].startswith(str(tmp_path / "别处")) for one in result["documents"])
    assert [problem["code"] for problem in result["problems"]] == ["no-posts"]


def test_a_date_without_inspections(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, result = call(capsys, "prepare", master, "--date", "2014-08-12", "--json")
    assert (code, result["documents"]) == (0, [])
    assert [problem["code"] for problem in result["problems"]] == ["nothing-planned"]
    assert "2014年8月12日没有排检查" in call(capsys, "prepare", master, "--date", "2014-08-12")[1]


def test_wrong_rows_of_the_standard_make_no_form(
    master: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    type_into(master, "检查标准", 2, 分值="十分")
    code, result = prepare(capsys, master)
    assert (code, result["documents"]) == (1, [])
    assert [problem["code"] for problem in result["problems"]] == ["not-a-number"]
    assert not (tmp_path / "输出").exists()


def test_wrong_findings_are_told_on_the_form(master: Path, capsys: pytest.CaptureFixture[str]) -> None:
    type_into(master, "问题登记", 2, 处数="两处")
    code, result = prepare(capsys, master)
    assert (code, len(result["documents"])) == (1, 2)
    assert "总表另有 1 处错误" in paper_text(Path(result["documents"][0]["path"]).read_bytes())


def test_a_form_open_in_word_does_not_keep_the_other_back(
    master: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, result = prepare(capsys, master)
    first = Path(result["documents"][0]["path"])
    type_into(master, "项目", 2, 项目名称="凤鸣华府")
    type_into(master, "督导计划", 2, 检查人="员工乙")
    first.with_name(f"~${first.name[2:]}").touch()
    code, result = prepare(capsys, master)
    assert code == 1
    assert [Path(one["path"]).parent.name for one in result["documents"]] == ["岗位签署确认表"]
    assert result["failed"][0]["path"] == str(first)
    assert "正在 Word 或 WPS 中打开" in result["failed"][0]["message"]


@pytest.mark.parametrize(
    "more",
    [("--community", "无此项目"), ("--shift", "中班"), ("--date", "2014-02-30")],
)
def test_wrong_calls(
    master: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], more: tuple[str, str]
) -> None:
    code, result = prepare(capsys, master, *more)
    assert code == 2
    assert more[1] in result["error"] or more[0] in result["error"]
    assert not (tmp_path / "输出").exists()
