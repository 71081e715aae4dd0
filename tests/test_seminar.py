"""专题会 from agenda to progress: rules, the verb, the plans' percentages worked out by hand, the papers."""

from datetime import date
from pathlib import Path

import pytest

from pinzhi_xl.derived import derived_edits
from pinzhi_xl.model import AppendRow
from pinzhi_xl.month import Month
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.seminar import prepare_seminar, topics_of
from pinzhi_xl.sheets.assignments import Assignment
from pinzhi_xl.sheets.seminar import AgendaItem, Resolution, Seminar
from pinzhi_xl.summary.meetings import minutes_papers, seminar_materials
from pinzhi_xl.summary.plans import plan_papers
from pinzhi_xl.workbook.read import read_book
from tests.masters import call, master_with, type_into
from tests.reports import MONTH, column, rows_of, scene_of, text_of
from tests.tables import book_of

AS_OF = date(2014, 8, 29)
AUGUST = Month(2014, 8)
MEETINGS = """
专题会
会议编号 | 会议类型 | 月份 | 日期 | 主持 | 参加部门 | 参会人员 | 纪要
Z1 | | 2014-07 | 2014-7-31 | 张三丰 | 客服部、环境部 | 李四、张三丰 | 李四说明了情况
Z2 | 周例会 | | 2014-8-18 | 张三丰 | 客服部 | 李四 | 会上核对了进度
Z3 | | 2014-08 | 2014-8-29 | 张三丰 | 客服部、环境部 | |

专题会议题
会议编号 | 议题序号 | 来源 | 部门 | 内容 | 列入
Z3 | 1 | 其他 | 客服部 | 李四提出前台轮岗，涉及3栋1单元502室 |
Z3 | 2 | 其他 | 环境部 | 不讨论的议题 | 否

专题会决议
决议编号 | 会议编号 | 决议日期 | 责任部门 | 责任人 | 决议内容 | 期限 | 转任务 | 任务编号
JY1 | Z1 | 2014-7-31 | 客服部 | 李四 | 前台由李四每日点检 | 2014-8-10 | | RW-201407-001
JY2 | Z1 | 2014-7-31 | 环境部 | 李四 | 楼道隔日擦拭 | 2014-8-20 | | RW-201407-002
JY3 | Z1 | 2014-7-31 | 环境部 | | 注意高温 | | 否 |

任务跟踪
编号 | 来源 | 来源编号 | 内容 | 责任部门 | 责任人 | 布置日期 | 期限 | 完成日期 | 完成情况 | 验证人 | 验证日期 | 验证结论
RW-201407-001 | 专题会 | JY1 | 前台点检 | 客服部 | 李四 | 2014-7-31 | 2014-8-10 | 2014-8-9 | 已做 | 张三丰 | 2014-8-11 | 通过
RW-201407-002 | 专题会 | JY2 | 楼道擦拭 | 环境部 | 李四 | 2014-7-31 | 2014-8-20 | | | | |

整改计划
计划编号 | 会议编号 | 决议编号 | 部门 | 问题 | 措施 | 责任人 | 提交日期 | 预计完成 | 实际完成 | 进度 | 跟进检查人 | 跟进日期 | 跟进情况
P1 | Z1 | JY1 | 客服部 | 点检 | 每日点检 | 李四 | 2014-8-1 | 2014-8-10 | 2014-8-9 | 100 | 张三丰 | 2014-8-12 | 李四已落实
P2 | Z1 | JY2 | 环境部 | 楼道 | 隔日擦拭 | 李四 | 2014-8-1 | 2014-8-20 | | 30 | | |
P3 | | | 环境部 | 绿化 | 补种 | 李四 | 2014-8-15 | 2014-9-20 | | | | |
P4 | Z1 | JY1 | 客服部 | 旧账 | 补录 | 李四 | 2014-7-31 | 2014-7-31 | 2014-7-31 | 100 | | |
"""


def problems(text: str, as_of: date = AS_OF) -> list[Problem]:
    return check(Scene(Facts(book_of(text)), as_of))


def found(text: str, code: str) -> list[str]:
    return [p.cell.address for p in problems(text) if p.code == code]


MEETING = "专题会\n会议编号 | 月份 | 日期 | 主持 | 参会人员 | 纪要\nZ1 | {}\n\n"
AGENDA = "专题会议题\n会议编号 | 议题序号 | 内容\nZ1 | 1 | 前台\n\n"
RESOLUTION = "专题会决议\n决议编号 | 会议编号 | 决议日期 | 议题序号 | 责任部门 | 责任人 | 决议内容 | 期限 | 转任务 | 任务编号\nJY1 | Z1 | {}\n\n"
HELD = MEETING.format("2014-08 | 2014-8-20 | 张三 | 李四 | 已开") + AGENDA
PLAN = (
    "整改计划\n计划编号 | 会议编号 | 决议编号 | 部门 | 措施 | 责任人 | 提交日期 | 预计完成 | 实际完成 | 进度 | 跟进检查人 | 跟进日期 | 跟进情况\n"
    "P1 | Z1 | JY1 | {}\n\n"
)
GOOD = RESOLUTION.format("2014-8-20 | 1 | 客服部 | 李四 | 点检 | 2014-8-30 | | ")
CASES = {
    "meeting-month-unreadable": (MEETING.format("八月 | 2014-8-20 | 张三 | 李四 | 已开"), HELD, "C2"),
    "meeting-without-chair": (MEETING.format("2014-08 | 2014-8-20 | | 李四 | 已开"), HELD, "E2"),
    "meeting-without-attendees": (MEETING.format("2014-08 | 2014-8-20 | 张三 | | 已开"), HELD, "G2"),
    "meeting-without-minutes": (
        MEETING.format("2014-08 | 2014-8-28 | 张三 | 李四 |"),
        MEETING.format("2014-08 | 2014-8-29 | 张三 | 李四 |"),
        "K2",
    ),
    "minutes-before-meeting": (
        MEETING.format("2014-08 | 2014-8-30 | 张三 | 李四 | 已开"),
        MEETING.format("2014-08 | 2014-8-29 | 张三 | 李四 | 已开"),
        "F2",
    ),
    "resolution-incomplete": (
        HELD + RESOLUTION.format("2014-8-20 | 1 | 客服部 | | 点检 | 2014-8-30 | |"),
        HELD + RESOLUTION.format("2014-8-20 | 1 | 客服部 | | 点检 | 2014-8-30 | 否 |"),
        "F2",
    ),
    "resolution-before-meeting": (
        HELD + RESOLUTION.format("2014-8-19 | 1 | 客服部 | 李四 | 点检 | 2014-8-30 | |"),
        HELD + GOOD,
        "C2",
    ),
    "resolution-in-future": (
        HELD + RESOLUTION.format("2014-8-30 | 1 | 客服部 | 李四 | 点检 | 2014-8-30 | |"),
        HELD + RESOLUTION.format("2014-8-29 | 1 | 客服部 | 李四 | 点检 | 2014-8-30 | |"),
        "C2",
    ),
    "resolution-due-too-early": (
        HELD + RESOLUTION.format("2014-8-20 | 1 | 客服部 | 李四 | 点检 | 2014-8-19 | |"),
        HELD + RESOLUTION.format("2014-8-20 | 1 | 客服部 | 李四 | 点检 | 2014-8-20 | |"),
        "H2",
    ),
    "resolution-item-unknown": (
        HELD + RESOLUTION.format("2014-8-20 | 2 | 客服部 | 李四 | 点检 | 2014-8-30 | |"),
        HELD + GOOD,
        "D2",
    ),
    "resolution-not-turned": (
        HELD + GOOD,
        HELD + RESOLUTION.format("2014-8-20 | 1 | 客服部 | 李四 | 点检 | 2014-8-30 | 否 |"),
        "J2",
    ),
    "resolution-assignment-gone": (
        HELD + RESOLUTION.format("2014-8-20 | 1 | 客服部 | 李四 | 点检 | 2014-8-30 | | RW-1"),
        HELD
        + RESOLUTION.format("2014-8-20 | 1 | 客服部 | 李四 | 点检 | 2014-8-30 | | RW-1")
        + "任务跟踪\n编号 | 来源 | 来源编号 | 内容 | 布置日期\nRW-1 | 专题会 | JY1 | 点检 | 2014-8-20\n",
        "J2",
    ),
    "plan-without-due": (
        HELD + GOOD + PLAN.format("客服部 | 点检 | 李四 | 2014-8-21 | | | | | |"),
        HELD + GOOD + PLAN.format("客服部 | 点检 | 李四 | 2014-8-21 | 2014-8-30 | | | | |"),
        "H2",
    ),
    "plan-without-owner": (
        HELD + GOOD + PLAN.format("客服部 | 点检 | | 2014-8-21 | 2014-8-30 | | | | |"),
        HELD + GOOD + PLAN.format("客服部 | 点检 | 李四 | 2014-8-21 | 2014-8-30 | | | | |"),
        "F2",
    ),
    "plan-due-too-early": (
        HELD + GOOD + PLAN.format("客服部 | 点检 | 李四 | 2014-8-21 | 2014-8-20 | | | | |"),
        HELD + GOOD + PLAN.format("客服部 | 点检 | 李四 | 2014-8-21 | 2014-8-21 | | | | |"),
        "H2",
    ),
    "plan-all-but-done": (
        HELD + GOOD + PLAN.format("客服部 | 点检 | 李四 | 2014-8-21 | 2014-8-30 | | 100 | | |"),
        HELD + GOOD + PLAN.format("客服部 | 点检 | 李四 | 2014-8-21 | 2014-8-30 | | 99 | | |"),
        "J2",
    ),
    "plan-done-not-all": (
        HELD + GOOD + PLAN.format("客服部 | 点检 | 李四 | 2014-8-21 | 2014-8-30 | 2014-8-25 | 99 | | |"),
        HELD + GOOD + PLAN.format("客服部 | 点检 | 李四 | 2014-8-21 | 2014-8-30 | 2014-8-25 | 100 | | |"),
        "J2",
    ),
    "plan-done-in-future": (
        HELD + GOOD + PLAN.format("客服部 | 点检 | 李四 | 2014-8-21 | 2014-8-30 | 2014-8-30 | | | |"),
        HELD + GOOD + PLAN.format("客服部 | 点检 | 李四 | 2014-8-21 | 2014-8-30 | 2014-8-29 | | | |"),
        "I2",
    ),
    "plan-done-too-early": (
        HELD + GOOD + PLAN.format("客服部 | 点检 | 李四 | 2014-8-21 | 2014-8-30 | 2014-8-20 | | | |"),
        HELD + GOOD + PLAN.format("客服部 | 点检 | 李四 | 2014-8-21 | 2014-8-30 | 2014-8-21 | | | |"),
        "I2",
    ),
    "plan-checked-too-early": (
        HELD + GOOD + PLAN.format("客服部 | 点检 | 李四 | 2014-8-21 | 2014-8-30 | | | 张三 | 2014-8-20 | 看过"),
        HELD + GOOD + PLAN.format("客服部 | 点检 | 李四 | 2014-8-21 | 2014-8-30 | | | 张三 | 2014-8-21 | 看过"),
        "L2",
    ),
    "plan-checked-in-future": (
        HELD + GOOD + PLAN.format("客服部 | 点检 | 李四 | 2014-8-21 | 2014-8-30 | | | 张三 | 2014-8-30 | 看过"),
        HELD + GOOD + PLAN.format("客服部 | 点检 | 李四 | 2014-8-21 | 2014-8-30 | | | 张三 | 2014-8-29 | 看过"),
        "L2",
    ),
    "plan-check-incomplete": (
        HELD + GOOD + PLAN.format("客服部 | 点检 | 李四 | 2014-8-21 | 2014-8-30 | | | | 2014-8-22 | 看过"),
        HELD + GOOD + PLAN.format("客服部 | 点检 | 李四 | 2014-8-21 | 2014-8-30 | | | 张三 | 2014-8-22 | 看过"),
        "K2",
    ),
}


@pytest.mark.parametrize("code", CASES)
def test_what_cannot_be_is_told_and_what_just_can_is_not(code: str) -> None:
    wrong, right, cell = CASES[code]
    assert [address[1:] for address in found(wrong, code)] == [cell[1:]]
    assert found(right, code) == []


def test_a_plan_of_another_meeting_is_told() -> None:
    text = HELD.replace("Z1 | 2014-08", "Z2 | 2014-08 | 2014-8-20 | 张三 | 李四 | 已开\nZ1 | 2014-08", 1) + GOOD
    plan = PLAN.format("客服部 | 点检 | 李四 | 2014-8-21 | 2014-8-30 | | | | |")
    assert found(text + plan, "plan-resolution-elsewhere") == []
    assert len(found(text + plan.replace("P1 | Z1", "P1 | Z2"), "plan-resolution-elsewhere")) == 1


def test_a_department_that_submits_no_plan_is_told_after_five_working_days() -> None:
    """Resolved on Wednesday 8-20: the fifth working day is 8-27; told from 8-28 on, only where the module is on."""
    settings = "参数\n名称 | 取值\n启用模块 | 专题会、任务跟踪\n\n"
    plan = PLAN.format("客服部 | 点检 | 李四 | 2014-8-21 | 2014-8-30 | | | | |")
    for text, as_of, told in (
        (settings + HELD + GOOD, date(2014, 8, 28), 1),
        (settings + HELD + GOOD, date(2014, 8, 27), 0),
        (HELD + GOOD, date(2014, 8, 28), 0),
        (settings + HELD + GOOD + plan, date(2014, 8, 28), 0),
    ):
        assert sum(p.code == "plan-not-submitted" for p in problems(text, as_of)) == told


def test_resolutions_want_the_sheet_of_assignments() -> None:
    settings = "参数\n名称 | 取值\n启用模块 | {}\n\n"
    assert len(found(settings.format("专题会") + HELD + GOOD, "meeting-needs-assignments")) == 1
    assert found(settings.format("专题会、任务跟踪") + HELD + GOOD, "meeting-needs-assignments") == []


def test_states_are_derived() -> None:
    edits = derived_edits(Facts(book_of(MEETINGS)), AS_OF)
    by_sheet: dict[str, list[object]] = {}
    for edit in edits:
        if edit.label == "状态":
            by_sheet.setdefault(edit.sheet, []).append(edit.value)
    assert by_sheet["专题会"] == ["跟进中", "已结", "筹备"]
    assert by_sheet["专题会决议"] == ["已完成", "逾期", "只作提示"]
    assert by_sheet["整改计划"] == ["已完成", "逾期", "未开始", "已完成"]


# --- agenda


def test_the_agenda_of_a_month() -> None:
    """W1 is overdue since 8-8 (21 days), W2 repeats it on 8-11; B1 twice, A1 once; causes given twice the same;
    nothing else is open (W2 is closed, W3 is penalised only)."""
    topics = topics_of(Facts(book_of(MONTH + MEETINGS)), AUGUST, AS_OF)
    assert [(str(topic.source), topic.number, topic.department) for topic in topics] == [
        ("逾期整改", None, "环境部"),
        ("重复问题", None, "环境部"),
        ("高发问题", "B1", "环境部"),
        ("高发问题", "A1", "客服部"),
        ("高发原因", "培训不到位", None),
        ("未落实决议", "JY2", "环境部"),
    ]
    assert "1 项，最长逾期 21 天（凤鸣华府；W1）" in topics[0].content
    assert "占本月 66.7%" in topics[4].content  # 2 of 3


RED = """
检查记录
检查编号 | 项目 | 检查日期 | 检查类型
J1 | 凤鸣华府 | 2014-8-4 | 抽查
J2 | 凤鸣华府 | 2014-7-30 | 抽查

问题登记
问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 位置 | 问题描述 | 处置 | 红线 | 红线确认人
W1 | J1 | 环境部 | B1 | 不合格 | 1栋 | 保洁员李四锁闭3栋1单元502室旁消防门 | 整改 | 是 | 张三丰
W2 | J1 | 环境部 | B1 | 不合格 | 2栋 | 未经确认的红线问题描述 | 整改 | 是 |
W3 | J2 | 环境部 | B1 | 不合格 | 2栋 | 上个月的红线问题描述 | 整改 | 是 | 张三丰

人员
工号 | 姓名
R1 | 张三丰
R2 | 李四
"""


def test_a_red_line_comes_first_and_names_nobody() -> None:
    topics = topics_of(Facts(book_of(RED)), AUGUST, AS_OF)
    assert [topic.number for topic in topics if topic.source == "红线"] == ["W1"]
    assert topics[0].number == "W1"
    assert "有关人员" in topics[0].content
    assert "李四" not in topics[0].content
    assert "502" not in topics[0].content
    (still_open,) = [topic for topic in topics if topic.source == "未关闭整改"]
    assert "3 项（环境部 3）" in still_open.content


def test_preparing_twice_gives_nothing_new_and_a_dropped_item_stays_dropped() -> None:
    first = prepare_seminar(book_of(MONTH), AUGUST, AS_OF)
    made = [edit for edit in first.edits if isinstance(edit, AppendRow) and edit.sheet == "专题会议题"]
    assert [edit.values["议题序号"] for edit in made] == [1, 2, 3, 4, 5]
    meeting = next(edit for edit in first.edits if isinstance(edit, AppendRow) and edit.sheet == "专题会")
    assert (meeting.values["日期"], meeting.values["月份"]) == (date(2014, 8, 29), "2014-08")
    labels = ("会议编号", "议题序号", "来源", "来源编号", "部门", "内容", "列入")
    shown = "\n".join(" | ".join(str(edit.values.get(label) or "") for label in labels) for edit in made)
    text = (
        f"{MONTH}\n专题会\n会议编号 | 月份 | 日期\n{first.meeting} | 2014-08 | 2014-8-30\n\n"
        f"专题会议题\n{' | '.join(labels)}\n{shown}\n"
    )
    again = prepare_seminar(book_of(text), AUGUST, AS_OF)
    assert (again.topics, again.edits) == ([], [])
    dropped = text.replace(shown.splitlines()[0], shown.splitlines()[0] + "否")
    assert prepare_seminar(book_of(dropped), AUGUST, AS_OF).topics == []


def test_an_agenda_with_minutes_is_left_alone() -> None:
    """The meeting about August has minutes already: no topic, but its resolution becomes an assignment."""
    text = MONTH + "\n" + HELD + GOOD
    made = prepare_seminar(book_of(text), AUGUST, AS_OF)
    assert made.recorded
    assert made.topics == []
    (task,) = made.assignments
    assert (task.number, task.source_number, task.department, task.assigned_by) == (
        "RW-201408-001",
        "JY1",
        "客服部",
        "张三",
    )
    assert (task.assigned_on, task.due_on, task.content) == (date(2014, 8, 20), date(2014, 8, 30), "点检")


def test_two_resolutions_of_a_month_get_two_numbers_and_what_lacks_something_none() -> None:
    more = (
        GOOD.rstrip()
        + "\nJY2 | Z1 | 2014-8-21 | | 环境部 | 李四 | 擦拭 | 2014-8-30 | |"
        + "\nJY3 | Z1 | 2014-8-21 | | 环境部 | | 缺责任人 | 2014-8-30 | |"
        + "\nJY4 | Z1 | 2014-8-21 | | 环境部 | | 只是提示 | | 否 |\n"
    )
    made = prepare_seminar(book_of(HELD + more), AUGUST, AS_OF)
    assert [(task.number, task.source_number) for task in made.assignments] == [
        ("RW-201408-001", "JY1"),
        ("RW-201408-002", "JY2"),
    ]
    assert [(problem.code, problem.label) for problem in made.problems] == [("resolution-incomplete", "责任人")]


# --- the verb


FILE = """
项目
项目名称
凤鸣华府

检查记录
检查编号 | 项目 | 检查日期 | 检查人
J1 | 凤鸣华府 | 2014-8-4 | 张三丰

问题登记
问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 位置 | 问题描述 | 处置
W1 | J1 | 客服部 | KF01 | 不合格 | 客服中心 | 前台无人值守，持续十分钟以上 | 整改

位置
项目 | 位置名称
凤鸣华府 | 客服中心
"""


def test_the_verb_writes_once_and_turns_resolutions_into_tasks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    master = master_with(tmp_path / "总表.xlsx", FILE)
    options = ("--month", "2014-08", "--as-of", "2014-08-29", "--json")
    before = master.read_bytes()
    code, planned = call(capsys, "seminar", master, *options, "--dry-run")
    assert (code, planned["written"], master.read_bytes()) == (0, False, before)
    code, first = call(capsys, "seminar", master, *options)
    assert (code, first["meeting"], first["written"]) == (0, "ZT-201408-1", True)
    assert first["topics"] == planned["topics"]
    assert [topic["source"] for topic in first["topics"]] == ["高发问题", "未关闭整改"]
    book = read_book(master)
    assert [row.number for row in book.rows(Seminar)] == ["ZT-201408-1"]
    assert [row.place for row in book.rows(AgendaItem)] == [1, 2]
    assert call(capsys, "seminar", master, *options)[1]["written"] is False

    decided = {"会议编号": "ZT-201408-1", "决议日期": "2014-08-29", "责任部门": "客服部", "责任人": "李四"}
    type_into(master, "专题会决议", 2, **decided, 决议内容="前台两人轮岗", 期限="2014-09-05")
    code, turned = call(capsys, "seminar", master, *options)
    assert (code, [task["number"] for task in turned["tasks"]]) == (0, ["RW-201408-001"])
    book = read_book(master)
    (resolution,), (task,) = book.rows(Resolution), book.rows(Assignment)
    assert (resolution.number, resolution.assignment) == ("JY-201408-01", "RW-201408-001")
    assert (task.source, task.source_number, task.content) == ("专题会", "JY-201408-01", "前台两人轮岗")
    after = master.read_bytes()
    assert call(capsys, "seminar", master, *options)[1]["tasks"] == []
    assert master.read_bytes() == after


def test_a_resolution_that_lacks_something_makes_the_verb_exit_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        FILE
        + "\n专题会\n会议编号 | 月份 | 日期\nZ1 | 2014-08 | 2014-8-29\n"
        + ("\n专题会决议\n决议编号 | 会议编号 | 决议日期 | 决议内容\nJY1 | Z1 | 2014-8-29 | 轮岗\n")
    )
    master = master_with(tmp_path / "总表.xlsx", text)
    code, said = call(capsys, "seminar", master, "--month", "2014-08", "--as-of", "2014-08-29", "--json")
    assert (code, [problem["code"] for problem in said["problems"]]) == (1, ["resolution-incomplete"])
    assert read_book(master).rows(Assignment) == ()


# --- papers


def test_the_progress_of_plans() -> None:
    """August: P1 (done on 8-9, 100), P2 (30, due 8-20), P3 (blank: 0, submitted in August); P4 was done in July.

    Mean (100 + 30 + 0) / 3 = 43.3 %; 环境部 (30 + 0) / 2 = 15 %; done 1 of 3 = 33.3 %; overdue P2, 9 days.
    """
    ((report,), _) = plan_papers(scene_of(MEETINGS), AUGUST)
    values = report.values
    assert (values["plan_total"], values["done_total"], values["overdue_total"]) == ("3", "1", "1")
    assert (values["progress"], values["done_share"], values["owing"]) == ("43.3%", "33.3%", "")
    assert [(row["name"], row["progress"]) for row in rows_of(report, "groups")] == [
        ("客服部", "100.0%"),
        ("环境部", "15.0%"),
        ("合计", "43.3%"),
    ]
    assert column(report, "plans", "progress") == ["100%", "30%", "0%"]
    assert column(report, "plans", "overdue") == ["—", "9", "—"]
    assert column(report, "checks", "result") == ["李*已落实"]


def test_departments_that_owe_a_plan_are_named() -> None:
    ((report,), _) = plan_papers(scene_of(HELD + GOOD), AUGUST)
    assert "客服部" in str(report.values["owing"])
    assert report.values["progress"] == "—"
    assert plan_papers(scene_of(HELD), AUGUST) == ([], [])


def test_what_is_projected_names_nobody_at_all() -> None:
    ((report,), told) = seminar_materials(scene_of(MONTH + MEETINGS), AUGUST)
    assert not told
    text = text_of(report)
    for secret in ("张", "李四", "李*", "欧阳", "502"):
        assert secret not in text
    assert "有关人员提出前台轮岗" in text
    assert column(report, "agenda", "no") == ["1"]  # the other is not listed
    assert column(report, "unfinished", "number") == ["JY2"]
    assert report.values["score"] == "96.3"  # (92.5 + 100.0) / 2 = 96.25
    assert seminar_materials(scene_of(MONTH), AUGUST) == ([], [])


def test_minutes_of_every_meeting_of_the_month() -> None:
    """Of August the weekly meeting Z2 and the seminar Z3; a line to sign for each department or person."""
    reports, _ = minutes_papers(scene_of(MEETINGS), AUGUST)
    assert [report.values["number"] for report in reports] == ["Z2", "Z3"]
    assert [report.values["kind"] for report in reports] == ["周例会", "月度品质督导专题研讨会"]
    assert reports[1].values["minutes"] == ["（会后补记）"]
    assert column(reports[1], "signing", "department") == ["客服部", "环境部"]
    ((july,), _) = minutes_papers(scene_of(MEETINGS), Month(2014, 7))
    assert column(july, "resolutions", "state") == ["已完成", "逾期", "只作提示"]
    assert "已落实 2 项，落实中 1 项，其中逾期 1 项" in str(july.values["resolutions_sum"])
    for secret in ("张三丰", "李四"):
        assert secret not in text_of(july)
