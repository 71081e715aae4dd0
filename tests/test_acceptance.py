"""交付验收: the steps of a defect, documents in time, opinions on the design, and the three parties' paper."""

from datetime import date
from pathlib import Path

import pytest

from pinzhi_xl.acceptance import acceptance_edits, overdue_days, state_of
from pinzhi_xl.documents.design import BUILDERS
from pinzhi_xl.documents.engine import render
from pinzhi_xl.documents.text import squeeze
from pinzhi_xl.keys import fill_keys
from pinzhi_xl.papers import Report
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.acceptance import AcceptanceDefect, AcceptanceTest
from pinzhi_xl.sheets.settings import DEFAULT_SETTINGS
from pinzhi_xl.summary.acceptance import defect_lists
from tests.paper_forms import FORMS
from tests.papers import paper_text
from tests.real.programs import pdf_pages, schema_errors
from tests.reports import column, scene_of, text_of
from tests.tables import book_of

AS_OF = date(2014, 10, 1)
SHEETS = """
人员
工号 | 姓名
R1 | 张三丰

交付计划
项目 | 交付日期 | 验收日期 | 建设单位 | 业主代表
凤鸣华府 | 2014-9-30 | 2014-9-16 | 示例置业 | 李秀兰、王先生

交付资料
项目 | 资料名称 | 类别 | 应有份数 | 已交份数 | 移交日期
凤鸣华府 | 竣工总平面图 | 规划竣工 | 2 | 2 | 2014-9-10
凤鸣华府 | 设备竣工图 | 设备 | 3 | 1 | 2014-9-12
 | 消防验收文件 | 设备 | | |

查验测试
测试编号 | 项目 | 测试日期 | 类别 | 部位或设备 | 测试内容 | 标准要求 | 测试记录 | 结果 | 测试人
CS1 | 凤鸣华府 | 2014-9-15 | 共用设备 | 1号电梯 | 五方对讲 | 通话清楚 | 监控无应答，张三丰在场 | 不合格 | 张三丰
CS2 | 凤鸣华府 | 2014-9-15 | 公共部位 | 屋面 | 蓄水 | 无渗漏 | 无 | 合格 | 张三丰

交付验收
问题编号 | 项目 | 发现日期 | 测试编号 | 部位 | 类别 | 问题 | 分级 | 责任单位 | 整改完成日期 | 复验日期 | 复验人 | 复验结论
YS1 | 凤鸣华府 | 2014-9-15 | CS1 | 1号电梯 | 设备 | 对讲不通 | A | 示例置业 | | | |
YS2 | 凤鸣华府 | 2014-9-15 | | 围墙 | 共用部位 | 油漆起皮 | C类 | 施工单位 | | | |
YS3 | 凤鸣华府 | 2014-9-15 | | 车库 | 共用部位 | 积水 | B | 施工单位 | 2014-9-20 | 2014-9-22 | 张三丰 | 合格

设计评审
评审编号 | 评审日期 | 项目 | 阶段 | 图纸 | 评审意见 | 采纳情况 | 回复 | 回复日期
PS1 | 2014-1-5 | 凤鸣华府 | 方案 | 总平面 | 垃圾点太近 | 采纳 | 已改 | 2014-1-9
PS2 | 2014-3-5 | 凤鸣华府 | 施工图 | 电施-07 | 照明不分路 | 不采纳 | 已施工 | 2014-3-9
"""


def found(text: str, as_of: date = AS_OF) -> dict[str, str]:
    """Code → message of the module's problems."""
    sheets = ("交付计划", "交付资料", "查验测试", "交付验收", "设计评审")
    problems = check(Scene(Facts(book_of(text)), as_of))
    return {problem.code: problem.message for problem in problems if problem.cell.sheet in sheets}


def defect(**cells: str) -> str:
    row = {
        "问题编号": "YS1", "项目": "凤鸣华府", "发现日期": "2014-9-15", "部位": "车库", "类别": "共用部位",
        "问题": "积水", "分级": "B", "责任单位": "施工单位",
    } | cells  # fmt: skip
    return "\n交付验收\n" + " | ".join(row) + "\n" + " | ".join(row.values()) + "\n"


def the_defect(**cells: str) -> AcceptanceDefect:
    (row,) = book_of(defect(**cells)).rows(AcceptanceDefect)
    return row


DONE = {"整改完成日期": "2014-9-20"}
CHECKED = DONE | {"复验日期": "2014-9-22", "复验人": "张三丰"}
AGAIN = CHECKED | {"复验结论": "不合格", "二次期限": "2014-10-5"}


@pytest.mark.parametrize(
    ("cells", "day", "state", "late"),
    [
        ({}, "2014-09-30", "待整改", 0),  # B: 15 days from 9-15
        ({}, "2014-10-01", "逾期", 1),
        ({"分级": "A"}, "2014-09-15", "待整改", 0),
        ({"分级": "A"}, "2014-09-16", "逾期", 1),
        ({"分级": "C"}, "2014-11-14", "待整改", 0),  # C: 60 days
        ({"期限": "2014-9-18"}, "2014-09-19", "逾期", 1),
        (DONE, "2014-09-19", "待整改", 0),  # not done yet on that day
        (DONE | {"期限": "2014-9-18"}, "2014-09-25", "待复验", 2),
        (CHECKED | {"复验结论": "合格"}, "2014-09-21", "待复验", 0),
        (CHECKED | {"复验结论": "合格"}, "2014-09-22", "已关闭", 0),
        (AGAIN, "2014-10-05", "二次整改", 0),
        (AGAIN, "2014-10-08", "逾期", 3),
        (AGAIN | {"整改完成日期": "2014-10-6"}, "2014-10-08", "待复验", 1),
        ({"作废原因": "重复登记"}, "2014-12-01", "作废", 0),
    ],
)
def test_how_a_defect_stands(cells: dict[str, str], day: str, state: str, late: int) -> None:
    row, as_of = the_defect(**cells), date.fromisoformat(day)
    assert (state_of(row, DEFAULT_SETTINGS, as_of), overdue_days(row, DEFAULT_SETTINGS, as_of)) == (state, late)


STEPS = [
    ("defect-reinspected-before-done", {"复验结论": "合格", "复验日期": "2014-9-22"}, CHECKED, "填写整改完成日期"),
    ("defect-reinspected-before-done", {"二次期限": "2014-9-22"}, {}, "填写整改完成日期"),
    ("defect-outcome-without-day", DONE | {"复验结论": "合格"}, CHECKED | {"复验结论": "合格"}, "填写复验日期"),
    ("defect-passed-before-done", CHECKED | {"复验结论": "合格", "复验日期": "2014-9-19"},
     CHECKED | {"复验结论": "合格", "复验日期": "2014-9-20"}, "填写复验日期"),
    ("defect-without-second-deadline", CHECKED | {"复验结论": "不合格"}, AGAIN, "填写二次期限"),
    ("defect-second-deadline-unasked", DONE | {"二次期限": "2014-10-5"}, AGAIN, "填写复验日期"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "wrong", "right", "legal"), STEPS)
def test_an_illegal_step_is_refused_and_the_legal_ones_are_named(
    code: str, wrong: dict[str, str], right: dict[str, str], legal: str
) -> None:
    assert f"现在可以：{legal}" in found(defect(**wrong))[code]
    assert code not in found(defect(**right))


CASES = [
    ("defect-second-deadline-early", AGAIN | {"二次期限": "2014-9-21"}, AGAIN | {"二次期限": "2014-9-22"}),
    ("defect-done-before-found", {"整改完成日期": "2014-9-14"}, {"整改完成日期": "2014-9-15"}),
    ("defect-due-before-found", {"期限": "2014-9-14"}, {"期限": "2014-9-15"}),
    ("defect-due-relaxed", {"期限": "2014-10-1"}, {"期限": "2014-9-30"}),
    ("defect-due-relaxed", {"分级": "A", "期限": "2014-9-16"}, {"分级": "A", "期限": "2014-9-15"}),
    ("defect-in-future", {"整改完成日期": "2014-10-2"}, {"整改完成日期": "2014-10-1"}),
    ("defect-day-without-outcome", CHECKED, AGAIN),
    ("defect-without-reinspector", AGAIN | {"复验人": ""}, AGAIN),
    ("defect-without-unit", {"责任单位": ""}, {}),
]


@pytest.mark.parametrize(("code", "wrong", "right"), CASES)
def test_a_rule_of_defects(code: str, wrong: dict[str, str], right: dict[str, str]) -> None:
    assert code in found(defect(**wrong))
    assert code not in found(defect(**right))


def test_tests_and_defects() -> None:
    lonely = SHEETS.replace("| CS1 | 1号电梯 | 设备", "| | 1号电梯 | 设备")
    assert "test-failed-without-defect" in found(lonely)
    assert "test-failed-without-defect" not in found(SHEETS)
    elsewhere = SHEETS.replace("CS1 | 凤鸣华府", "CS1 | 瑞景华庭")
    assert "defect-other-community" in found(elsewhere)
    assert "defect-other-community" not in found(SHEETS)


def test_documents_come_twenty_days_before_the_delivery() -> None:
    assert "document-overdue" not in found(SHEETS, date(2014, 9, 10))
    assert "还缺 2 份" in found(SHEETS, date(2014, 9, 11))["document-overdue"]


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("delivery-unplanned", "凤鸣华府 | 2014-9-30 | 2014-9-16", "瑞景华庭 | 2014-9-30 | 2014-9-16"),
        ("document-too-many", "2 | 2 | 2014-9-10", "2 | 3 | 2014-9-10"),
        ("document-undated", "2 | 2 | 2014-9-10", "2 | 2 | "),
        ("document-uncounted", "2 | 2 | 2014-9-10", "2 | | 2014-9-10"),
        ("acceptance-without-owners", "李秀兰、王先生", ""),
        ("acceptance-after-delivery", "2014-9-16 | 示例置业", "2014-10-1 | 示例置业"),
        ("design-stage-missing", "| 方案 |", "| 施工图 |"),
        ("opinion-rejected-without-answer", "已施工", ""),
        ("opinion-answered-without-adoption", "不采纳", ""),
        ("opinion-answered-early", "2014-3-9", "2014-3-4"),
        ("opinion-overdue", "不采纳 | 已施工 | 2014-3-9", " | | "),
    ],
)
def test_a_rule_of_handing_over(code: str, old: str, new: str) -> None:
    assert old in SHEETS
    assert code in found(SHEETS.replace(old, new))
    assert code not in found(SHEETS)


def test_the_general_list_is_checked_for_every_delivery() -> None:
    assert "消防验收文件" in found(SHEETS)["document-not-listed"]
    listed = SHEETS.replace(" | 消防验收文件", "凤鸣华府 | 消防验收文件")
    assert "document-not-listed" not in found(listed)


def test_class_a_is_closed_by_the_day_of_delivery() -> None:
    assert "delivered-with-class-a" in found(SHEETS, date(2014, 9, 30))
    assert "delivered-with-class-a" not in found(SHEETS, date(2014, 9, 29))


def test_an_empty_master_has_nothing_to_say() -> None:
    assert found("") == {}
    assert list(acceptance_edits(Facts(book_of("")), AS_OF)) == []


def test_computed_columns() -> None:
    edits = [
        (edit.sheet, edit.row, edit.label, edit.value) for edit in acceptance_edits(Facts(book_of(SHEETS)), AS_OF)
    ]
    assert ("交付资料", 3, "缺", 2) in edits
    assert not any(sheet == "交付资料" and row == 4 for sheet, row, _, _ in edits)  # the general list
    assert [value for sheet, _, label, value in edits if (sheet, label) == ("交付验收", "状态")] == [
        "逾期",
        "待整改",
        "已关闭",
    ]
    assert ("交付验收", 2, "逾期天数", 16) in edits
    assert ("设计评审", 2, "状态", "已回复") in edits


def test_tests_and_defects_are_numbered_by_their_day() -> None:
    """
    查验测试
    项目 | 测试日期 | 类别 | 部位或设备 | 测试内容
    凤鸣华府 | 2014-9-15 | 共用设备 | 水泵 | 切换

    交付验收
    项目 | 发现日期 | 部位 | 类别 | 问题 | 分级
    凤鸣华府 | 2014-9-15 | 水泵 | 共用设备 | 异响 | B
    """
    filled, _ = fill_keys(book_of(test_tests_and_defects_are_numbered_by_their_day.__doc__ or ""))
    assert [row.number for row in filled.rows(AcceptanceTest)] == ["CS-201409-001"]
    assert [row.number for row in filled.rows(AcceptanceDefect)] == ["YS-201409-001"]


def made() -> Report:
    (report,), problems = defect_lists(scene_of(SHEETS, AS_OF), AS_OF)
    assert problems == []
    return report


def printed(folder: Path, form: str) -> Path:
    template = folder / "交付验收遗留问题清单.docx"
    template.write_bytes(BUILDERS[template.name]())
    path = folder / "paper.docx"
    path.write_bytes(render(template, FORMS[form](made())))
    return path


def test_the_paper_counts_what_the_sheets_say() -> None:
    report = made()
    text = text_of(report)
    assert "应移交资料 3 种，齐全 1 种，缺 2 种；按交付前 20 日，应在2014年9月10日前移交。" in text
    assert "查验测试 2 项，合格 1 项，不合格 1 项，未测 0 项。" in text
    assert "登记遗留问题 3 项，已关闭 1 项，未关闭 2 项（A 类 1、B 类 0、C 类 1），其中逾期 1 项。" in text
    assert "前期设计评审意见 2 条，采纳 1 条，部分采纳 0 条，不采纳 1 条，未回复 0 条。" in text
    assert column(report, "documents", "day") == ["2014-09-10", "2014-09-12（迟 2 日）", "—"]
    assert column(report, "class_a", "state") == ["逾期 16 日"]
    assert column(report, "closed", "number") == ["YS3"]


def test_nobody_is_named_in_full() -> None:
    text = text_of(made())
    assert "张三丰" not in text
    assert "李秀兰" not in text
    assert "李先生/女士、王先生" in text


def test_a_wrong_row_keeps_the_paper_of_its_community_back() -> None:
    wrong = SHEETS.replace("| 2014-9-20 | 2014-9-22 |", "| | 2014-9-22 |")
    reports, problems = defect_lists(scene_of(wrong, AS_OF), AS_OF)
    assert (list(reports), [p.code for p in problems]) == ([], ["acceptance-withheld"])
    assert [p.code for p in defect_lists(scene_of("", AS_OF), AS_OF)[1]] == ["nothing-to-accept"]


@pytest.mark.parametrize("form", FORMS)
def test_the_paper_is_valid(tmp_path: Path, form: str) -> None:
    assert schema_errors(printed(tmp_path, form)) == []


def test_every_value_is_printed_on_at_most_three_pages(tmp_path: Path) -> None:
    path = printed(tmp_path, "usual")
    text = squeeze(paper_text(path.read_bytes()))
    for name, value in made().values.items():
        if isinstance(value, str):
            assert squeeze(value) in text, name
    assert len(pdf_pages(path, tmp_path)) <= 3
