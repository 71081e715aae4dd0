"""任务跟踪 and 流程修订: rules with the row that triggers each and the one beside it, states, figures, papers."""

from datetime import date

import pytest

from pinzhi_xl.derived import derived_edits
from pinzhi_xl.indicators import BY_NAME
from pinzhi_xl.indicators.base import Scope
from pinzhi_xl.month import Month
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.summary.assignments import follow_up_reports, quality_plans
from pinzhi_xl.summary.revisions import revision_reports
from tests.reports import column, rows_of, scene_of, text_of
from tests.tables import book_of

AS_OF = date(2014, 8, 29)
HEAD = "任务跟踪\n编号 | 来源 | 内容 | 责任人 | 布置日期 | 期限 | 延期至 | 进度 | 完成日期 | 完成情况 | 验证人 | 验证日期 | 验证结论\n"
REVISION_HEAD = "流程修订\n编号 | 文件/标准 | 章节 | 修订建议 | 提出日期 | 审批 | 审批人 | 审批日期 | 原版本 | 新版本 | 生效日期 | 类型\n"


def problems(text: str, as_of: date = AS_OF) -> list[Problem]:
    return check(Scene(Facts(book_of(text)), as_of))


def found(text: str, code: str) -> list[tuple[str, str]]:
    """Address and value of each problem of a code."""
    return [(p.cell.address, p.value) for p in problems(text) if p.code == code]


def task(cells: str) -> str:
    """A row: source, content and owner are given, the days from 布置日期 on are `cells`."""
    return f"T{len(cells)} | 管理安排 | 核对台账 | 李四 | {cells}\n"


# 布置日期 | 期限 | 延期至 | 进度 | 完成日期 | 完成情况 | 验证人 | 验证日期 | 验证结论
CASES = {
    "assignment-without-deadline": ("8-1 |  |  |  |  |  |  |  |", "8-1 | 8-9 |  |  |  |  |  |  |", "F2"),
    "assignment-due-too-early": ("8-5 | 8-4 |  |  |  |  |  |  |", "8-5 | 8-5 |  |  |  |  |  |  |", "F2"),
    "assignment-extension-alone": ("8-5 |  | 8-9 |  |  |  |  |  |", "8-5 | 8-8 | 8-9 |  |  |  |  |  |", "G2"),
    "assignment-extension-not-later": (
        "8-5 | 8-9 | 8-9 |  |  |  |  |  |",
        "8-5 | 8-8 | 8-9 |  |  |  |  |  |",
        "G2",
    ),
    "assignment-done-too-early": ("8-5 | 8-9 |  |  | 8-4 |  |  |  |", "8-5 | 8-9 |  |  | 8-5 |  |  |  |", "I2"),
    "assignment-done-in-future": ("8-5 | 8-9 |  |  | 8-30 |  |  |  |", "8-5 | 8-9 |  |  | 8-29 |  |  |  |", "I2"),
    "assignment-all-but-done": ("8-5 | 8-9 |  | 100 |  |  |  |  |", "8-5 | 8-9 |  | 99 |  |  |  |  |", "H2"),
    "assignment-done-not-all": ("8-5 | 8-9 |  | 99 | 8-9 |  |  |  |", "8-5 | 8-9 |  | 100 | 8-9 |  |  |  |", "H2"),
    "assignment-without-result": (
        "8-5 | 8-9 |  |  | 8-9 |  | 张三 | 8-9 | 通过",
        "8-5 | 8-9 |  |  | 8-9 | 已核对 | 张三 | 8-9 | 通过",
        "J2",
    ),
    "assignment-not-done": (
        "8-5 | 8-9 |  | 50 |  |  | 张三 | 8-9 | 通过",
        "8-5 | 8-9 |  | 50 | 8-8 |  | 张三 | 8-9 | 通过",
        "M2",
    ),
    "assignment-done-not-cancelled": (
        "8-5 | 8-9 |  |  | 8-8 |  | 张三 | 8-9 | 取消",
        "8-5 | 8-9 |  |  |  |  | 张三 | 8-9 | 取消",
        "M2",
    ),
    "assignment-verdict-without-day": (
        "8-5 | 8-9 |  |  | 8-8 |  | 张三 |  | 通过",
        "8-5 | 8-9 |  |  | 8-8 |  | 张三 | 8-8 | 通过",
        "L2",
    ),
    "assignment-verdict-without-person": (
        "8-5 | 8-9 |  |  | 8-8 |  |  | 8-9 | 通过",
        "8-5 | 8-9 |  |  | 8-8 |  | 张三 | 8-9 | 通过",
        "K2",
    ),
    "assignment-day-without-verdict": (
        "8-5 | 8-9 |  |  | 8-8 |  | 张三 | 8-9 |",
        "8-5 | 8-9 |  |  | 8-8 |  | 张三 |  |",
        "M2",
    ),
    "assignment-verified-too-early": (
        "8-5 | 8-9 |  |  | 8-8 |  | 张三 | 8-7 | 通过",
        "8-5 | 8-9 |  |  | 8-8 |  | 张三 | 8-7 | 退回",
        "L2",
    ),
    "assignment-verified-in-future": (
        "8-5 | 8-9 |  |  | 8-8 |  | 张三 | 8-30 | 通过",
        "8-5 | 8-9 |  |  | 8-8 |  | 张三 | 8-29 | 通过",
        "L2",
    ),
    "assignment-own-verifier": (
        "8-5 | 8-9 |  |  | 8-8 |  | 李四 | 8-9 | 通过",
        "8-5 | 8-9 |  |  | 8-8 |  | 张三 | 8-9 | 通过",
        "K2",
    ),
}


def dated(cells: str) -> str:
    """``8-5`` → ``2014-8-5``."""
    return " | ".join(f"2014-{c.strip()}" if c.strip().startswith("8-") else c.strip() for c in cells.split("|"))


@pytest.mark.parametrize("code", CASES)
def test_a_step_that_cannot_be_is_told_and_the_one_beside_it_is_not(code: str) -> None:
    wrong, right, cell = CASES[code]
    assert [where for where, _ in found(HEAD + task(dated(wrong)), code)] == [cell]
    assert found(HEAD + task(dated(right)), code) == []


def test_an_assignment_without_owner_is_told() -> None:
    row = "T1 | 管理安排 | 核对台账 | {} | 2014-8-5 | 2014-8-9 |  |  |  |  |  |  |\n"
    assert [where for where, _ in found(HEAD + row.format(""), "assignment-without-owner")] == ["D2"]
    assert found(HEAD + row.format("李四"), "assignment-without-owner") == []


def test_refused_steps_name_the_legal_ones() -> None:
    early = next(
        p for p in problems(HEAD + task(dated("8-5 | 8-30 |  |  |  |  | 张三 | 8-9 | 通过"))) if p.is_error
    )
    assert "未开始" in early.message
    assert "填完成日期" in early.message
    assert "取消" in early.message
    late = next(
        p for p in problems(HEAD + task(dated("8-5 | 8-9 |  |  | 8-8 |  | 张三 | 8-9 | 取消"))) if p.is_error
    )
    assert "待验证" in late.message
    assert "通过或退回" in late.message


STATES = {
    "8-5 | 8-30 |  |  |  |  |  |  |": ("未开始", 0),
    "8-5 | 8-30 |  | 10 |  |  |  |  |": ("进行中", 0),
    "8-5 | 8-29 |  | 10 |  |  |  |  |": ("进行中", 0),  # the deadline is the last day in time
    "8-5 | 8-28 |  | 10 |  |  |  |  |": ("逾期", 1),
    "8-5 | 8-20 | 8-30 |  |  |  |  |  |": ("未开始", 0),
    "8-5 | 8-9 |  |  | 8-12 |  |  |  |": ("待验证", 3),
    "8-5 | 8-9 |  |  | 8-9 | 好 | 张三 | 8-11 | 通过": ("已完成", 0),
    "8-5 | 8-30 |  |  | 8-9 |  | 张三 | 8-11 | 退回": ("退回", 0),
    "8-5 | 8-9 |  |  | 8-9 |  | 张三 | 8-11 | 退回": ("逾期", 20),
    "8-5 | 8-9 |  |  | 8-14 |  | 张三 | 8-11 | 退回": ("待验证", 5),
    "8-5 | 8-9 |  |  |  |  | 张三 | 8-11 | 取消": ("已取消", 0),
    "8-5 | 8-9 |  |  | 8-9 |  | 张三 | 8-30 | 通过": ("待验证", 0),  # verified after the day of action
}


@pytest.mark.parametrize("cells", STATES)
def test_state_and_days_overdue_are_derived(cells: str) -> None:
    facts = Facts(book_of(HEAD + task(dated(cells))))
    written = {edit.label: edit.value for edit in derived_edits(facts, AS_OF)}
    state, days = STATES[cells]
    assert (written["状态"], written["逾期天数"]) == (state, days)


def test_a_resolution_is_quoted_once() -> None:
    text = """
    任务跟踪
    编号 | 来源 | 来源编号 | 内容 | 布置日期
    T1 | 专题会 | JY1 | 核对 | 2014-8-5
    T2 | 专题会 | JY1 | 核对 | 2014-8-5
    T3 | 管理安排 | JY1 | 核对 | 2014-8-5
    T4 | 专题会 | JY9 | 核对 | 2014-8-5

    专题会
    会议编号 | 日期
    Z1 | 2014-8-29

    专题会决议
    决议编号 | 会议编号 | 决议日期 | 决议内容
    JY1 | Z1 | 2014-8-29 | 核对
    """
    assert found(text, "assignment-twice") == [("C3", "JY1")]
    assert found(text, "assignment-unknown-resolution") == [("C5", "JY9")]


FIGURES = """
任务跟踪
编号 | 来源 | 内容 | 交办人 | 责任部门 | 责任人 | 项目 | 布置日期 | 期限 | 延期至 | 完成日期 | 完成情况 | 验证人 | 验证日期 | 验证结论
T1 | 管理安排 | 核对住3栋1单元502室的钥匙 | 张三丰 | 客服部 | 李四 | 凤鸣华府 | 2014-7-25 | 2014-8-5 |  | 2014-8-5 | 李四已核对 | 张三丰 | 2014-8-6 | 通过
T2 | 指令 | 清理通道 | 张三丰 | 环境部 | 李四 | 凤鸣华府 | 2014-8-1 | 2014-8-8 |  | 2014-8-9 | 清理完 | 张三丰 | 2014-8-10 | 退回
T3 | 协助 | 调查渗漏 | 张三丰 | 客服部 | 欧阳明月 |  | 2014-8-1 | 2014-8-10 | 2014-8-20 | 2014-8-18 |  |  |  |
T4 | 咨询 | 答复口径 | 张三丰 | 客服部 | 李四 |  | 2014-8-2 | 2014-8-12 |  |  |  | 张三丰 | 2014-8-9 | 取消
T5 | 资料调取 | 调取合同 | 张三丰 |  |  |  | 2014-8-20 | 2014-8-31 |  |  |  |  |  |
T6 | 年度计划 | 修订标准 | 张三丰 | 客服部 | 李四 | 瑞景华庭 | 2014-1-5 | 2014-8-28 |  |  |  |  |  |

人员
工号 | 姓名
R1 | 张三丰
R2 | 李四
R3 | 欧阳明月
"""


def scope(*names: str) -> Scope:
    return Scope(names, date(2014, 8, 1), date(2014, 8, 31), AS_OF)


def test_assignments_done_in_time() -> None:
    """August as of 8-29: due are T1 (in time), T2 (returned on 8-10 and not done again: late), T3 (extended, in
    time), T6 (overdue); T4 is cancelled, T5 is due on the 31st and not done. 2 of 4 = 50 %.

    凤鸣华府 alone: T1, T2 → 1 of 2; company-wide T3 counts only where all communities do.
    """
    facts = Facts(book_of(FIGURES))
    rate = BY_NAME["任务按时完成率"]
    assert tuple(rate.count(facts, scope("凤鸣华府", "瑞景华庭", "阳光美地"))) == (2, 4)
    assert rate.value(facts, scope("凤鸣华府")) == 50
    assert rate.value(facts, scope("阳光美地")) is None
    passed = BY_NAME["任务验证合格率"]
    assert tuple(passed.count(facts, scope("凤鸣华府", "瑞景华庭", "阳光美地"))) == (1, 2)


REVISIONS = """
流程修订
编号 | 文件/标准 | 章节 | 问题来源 | 修订建议 | 提出日期 | 审批 | 审批人 | 审批日期 | 原版本 | 新版本 | 生效日期 | 类型
X1 | 巡逻办法 | | 李四反映 | 取消副本 | 2014-2-1 | 同意 | 张三丰 | 2014-2-5 | A/0 | A/1 | 2014-2-10 | 简化
X2 | 门岗规范 | | | 统一着装 | 2014-3-1 | 同意 | 张三丰 | 2014-3-2 | | A/0 | 2014-3-3 | 新增
X3 | 回访办法 | 第二章 | | 提高比例 | 2014-4-1 | 同意 | 张三丰 | 2014-4-5 | A/0 | A/1 | 2014-9-1 | 修改
X4 | 会议办法 | | | 少开会 | 2014-5-1 | 不同意 | 张三丰 | 2014-5-9 | | | | 修改
X5 | 保洁书 | | | 加频次 | 2013-12-1 | 同意 | 张三丰 | 2013-12-5 | B/1 | B/2 | 2014-1-1 | 修改
X6 | 空房表 | | | 停用 | 2014-8-1 | | | | | | | 废止

人员
工号 | 姓名
R1 | 张三丰
R2 | 李四
"""


def test_improved_procedures_are_counted() -> None:
    """2014 as of 8-29: X1 (simplified) and X5 (changed) are in force; X2 is new, X3 begins in September. So 2."""
    facts = Facts(book_of(REVISIONS))
    year = Scope((), date(2014, 1, 1), date(2014, 12, 31), AS_OF)
    assert BY_NAME["流程优化项数"].value(facts, year) == 2
    assert BY_NAME["流程优化项数"].value(facts, year._replace(as_of=date(2014, 9, 1))) == 3


def test_states_of_revisions() -> None:
    edits = derived_edits(Facts(book_of(REVISIONS)), AS_OF)
    assert [edit.value for edit in edits] == ["已生效", "已生效", "待生效", "未批准", "已生效", "待审批"]


REVISION_CASES = {
    "revision-without-approver": ("同意 |  | 2014-8-2 | A | B | 2014-8-3 | 修改", "同意 | 张三 | 2014-8-2 | A | B | 2014-8-3 | 修改"),
    "revision-without-approval-day": ("同意 | 张三 |  | A | B | 2014-8-3 | 修改", "同意 | 张三 | 2014-8-2 | A | B | 2014-8-3 | 修改"),
    "revision-approved-too-early": ("同意 | 张三 | 2014-7-31 | A | B | 2014-8-3 | 修改", "同意 | 张三 | 2014-8-1 | A | B | 2014-8-3 | 修改"),
    "revision-approved-in-future": ("同意 | 张三 | 2014-8-30 | A | B | 2014-9-3 | 修改", "同意 | 张三 | 2014-8-29 | A | B | 2014-9-3 | 修改"),
    "revision-not-approved": (" |  |  | A | B | 2014-8-3 | 修改", "同意 | 张三 | 2014-8-2 | A | B | 2014-8-3 | 修改"),
    "revision-effective-too-early": ("同意 | 张三 | 2014-8-2 | A | B | 2014-8-1 | 修改", "同意 | 张三 | 2014-8-2 | A | B | 2014-8-2 | 修改"),
    "revision-without-effective-day": ("同意 | 张三 | 2014-8-2 | A | B |  | 修改", "不同意 | 张三 | 2014-8-2 |  |  |  | 修改"),
    "revision-same-edition": ("同意 | 张三 | 2014-8-2 | A | a | 2014-8-3 | 修改", "同意 | 张三 | 2014-8-2 | A | B | 2014-8-3 | 修改"),
    "revision-edition-lacking": ("同意 | 张三 | 2014-8-2 | A |  | 2014-8-3 | 修改", "同意 | 张三 | 2014-8-2 | A |  | 2014-8-3 | 废止"),
    "revision-edition-idle": ("同意 | 张三 | 2014-8-2 | A | B | 2014-8-3 | 新增", "同意 | 张三 | 2014-8-2 |  | B | 2014-8-3 | 新增"),
}  # fmt: skip


@pytest.mark.parametrize("code", REVISION_CASES)
def test_a_revision_that_cannot_be_is_told(code: str) -> None:
    wrong, right = (
        REVISION_HEAD + f"X1 | 巡逻办法 |  | 取消副本 | 2014-8-1 | {cells}\n" for cells in REVISION_CASES[code]
    )
    assert len(found(wrong, code)) == 1
    assert found(right, code) == []


def test_an_unapproved_revision_is_told_its_legal_steps() -> None:
    text = (
        REVISION_HEAD
        + "X1 | 巡逻办法 |  | 取消副本 | 2014-8-1 | 不同意 | 张三 | 2014-8-2 |  |  | 2014-8-3 | 修改\n"
    )
    (problem,) = [p for p in problems(text) if p.code == "revision-not-approved"]
    assert "未批准" in problem.message
    assert "另提一行修订" in problem.message


STANDARD = """
参数
名称 | 取值
启用模块 | {modules}

检查标准
编码 | 部门 | 检查项 | 分值 | 单次扣分 | 版本 | 生效日期 | 停用日期
A1 | 客服部 | 着装 | 50 | 2 | 一版 | 2014-01-01 | 2014-07-01
A1 | 客服部 | 着装 | 50 | 5 | 二版 | 2014-07-01 |
A2 | 客服部 | 档案 | 50 | 5 | 一版 | 2014-01-01 | {until}
B1 | 环境部 | 大堂 | 100 | 5 | 一版 | 2014-01-01 |
B2 | 环境部 | 备选 | 10 | 5 | 一版 | 2014-05-01 | 2014-05-01

流程修订
编号 | 文件/标准 | 章节 | 修订建议 | 提出日期 | 审批 | 审批人 | 审批日期 | 原版本 | 新版本 | 生效日期 | 类型
{rows}
"""
NEW_EDITION = "X1 | 品质检查标准 | A1 | 加重 | 2014-6-1 | 同意 | 张三 | 2014-6-2 | 一版 | 二版 | {} | 修改\n"
ABOLISHED = "X2 | 检查标准 | 客服部 | 停用 | 2014-6-1 | 同意 | 张三 | 2014-6-2 | 一版 |  | 2014-08-01 | 废止\n"


def standard(rows: str = "", modules: str = "任务跟踪", until: str = "") -> str:
    return STANDARD.format(rows=rows, modules=modules, until=until)


def test_an_edition_without_a_revision_is_told_only_where_the_module_is_on() -> None:
    assert found(standard(), "edition-without-revision") == [("G3", "2014-07-01")]
    assert found(standard(modules=""), "edition-without-revision") == []
    assert found(standard(NEW_EDITION.format("2014-07-01")), "edition-without-revision") == []
    assert len(found(standard(NEW_EDITION.format("2014-07-02")), "edition-without-revision")) == 1


def test_an_item_that_ends_has_been_abolished() -> None:
    rows = NEW_EDITION.format("2014-07-01")
    assert found(standard(rows, until="2014-08-01"), "ended-without-revision") == [("H4", "2014-08-01")]
    assert found(standard(rows + ABOLISHED, until="2014-08-01"), "ended-without-revision") == []


def test_a_revision_in_force_stands_in_the_standard() -> None:
    assert found(standard(NEW_EDITION.format("2014-07-01")), "revision-not-in-standard") == []
    assert len(found(standard(NEW_EDITION.format("2014-07-02")), "revision-not-in-standard")) == 1
    assert found(standard(NEW_EDITION.format("2014-09-02")), "revision-not-in-standard") == []
    assert len(found(standard(NEW_EDITION.format("2014-07-01") + ABOLISHED), "revision-not-in-standard")) == 1


# --- papers


def test_the_follow_up_of_a_month() -> None:
    """Not ended on 8-29: T2 (returned), T3 (to verify), T5, T6. Overdue: T2 by 21 days, T6 by 1. Given in August:
    T2–T5; done in August: T1 and T3 (T2 was returned)."""
    ((report,), told) = follow_up_reports(scene_of(FIGURES), Month(2014, 8))
    assert not told
    values = report.values
    assert (values["given_total"], values["due_total"], values["on_time"]) == ("4", "4", "50.0%")
    assert (values["open_total"], values["overdue_total"], values["passed"]) == ("4", "2", "50.0%")
    assert column(report, "open_items", "number") == ["T2", "T6", "T3", "T5"]
    assert column(report, "open_items", "overdue") == ["21", "1", "—", "—"]
    assert column(report, "finished", "number") == ["T1", "T3"]
    by_department = {row["name"]: row for row in rows_of(report, "by_department")}
    assert (by_department["客服部"]["count"], by_department["客服部"]["share"]) == ("4", "33.3%")  # T1 of T1 T3 T6
    assert by_department["合计"]["count"] == "6"


def test_nobody_is_named_in_full_and_no_room_is_told() -> None:
    for made in (
        follow_up_reports(scene_of(FIGURES), Month(2014, 8)),
        quality_plans(scene_of(FIGURES), date(2014, 1, 1)),
        revision_reports(scene_of(REVISIONS), date(2014, 1, 1)),
    ):
        text = text_of(made[0][0])
        for secret in ("张三丰", "李四", "欧阳明月", "502"):
            assert secret not in text
        assert "张*" in text


def test_the_plan_of_a_year() -> None:
    """One task of the plan, overdue since 8-28, progress blank: 0 %."""
    ((report,), _) = quality_plans(scene_of(FIGURES), date(2014, 1, 1))
    assert (report.values["plan_total"], report.values["overdue_total"], report.values["progress"]) == (
        "1",
        "1",
        "0.0%",
    )
    assert column(report, "tasks", "state") == ["逾期"]
    assert quality_plans(scene_of(FIGURES), date(2013, 1, 1)) == ([], [])


def test_the_revisions_of_a_year() -> None:
    """2014: proposed X1–X4 and X6, approved X1–X3, in force X1, X2, X5; changed or simplified X1, X5."""
    ((report,), _) = revision_reports(scene_of(REVISIONS), date(2014, 1, 1))
    values = report.values
    assert [values[f"{name}_total"] for name in ("given", "agreed", "open", "in_force", "improved")] == list(
        "53132"
    )
    assert column(report, "revisions", "number") == ["X5", "X1", "X2", "X3", "X4", "X6"]
    assert [(row["edition"], row["count"]) for row in rows_of(report, "editions")] == [("原版", "6")]
