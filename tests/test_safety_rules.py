"""Safety and equipment: every rule with the row that triggers it, and the one beside it that just does not."""

from datetime import date

import pytest

from pinzhi_xl.derived import derived_edits
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.dangers import Danger
from pinzhi_xl.sheets.drills import Drill
from pinzhi_xl.sheets.equipment import Equipment, Failure, Upkeep
from pinzhi_xl.wording.problems import CATALOGUE
from pinzhi_xl.wording.safety import PROBLEMS
from tests.tables import book_of

AS_OF = date(2026, 8, 31)
SET_UP = """
参数
名称 | 取值
年度演练预案 |

人员
工号 | 姓名
R1 | 张三丰
R2 | 李四

"""
LIFT = "设备\n编号 | 项目 | 名称 | 类别 | 台数 | 检验有效期至\nD1 | 凤鸣华府 | 客梯 | 电梯 | 2 | 2027-1-1\n\n"
PLANNED = "设备保养\n保养编号 | 设备编号 | 保养项 | 周期 | 计划日期\nB0 | D1 | 例行 | 半月 | 2026-9-1\n\n"


def problems_of(text: str, as_of: date = AS_OF) -> list[Problem]:
    return check(Scene(Facts(book_of(SET_UP.replace("年度演练预案 |", "年度演练预案 | 火灾") + text)), as_of))


def found(text: str, code: str) -> list[str]:
    """What stands in the cells of each problem of a code."""
    return [p.value for p in problems_of(text) if p.code == code]


def drill(heads: str, row: str) -> str:
    """One drill of the community, planned for a day in June that has passed."""
    return f"应急演练\n编号 | 项目 | 预案 | 计划日期 | {heads}\nY1 | 凤鸣华府 | 火灾 | 2026-6-10 | {row}\n"


def danger(heads: str, row: str, level: str = "一般") -> str:
    """One hidden danger, found on 1 August."""
    head = f"演练隐患\n编号 | 项目 | 发现日期 | 部位 | 隐患 | 等级 | {heads}"
    return f"{head}\nH1 | 凤鸣华府 | 2026-8-1 | 车库 | 排水泵失灵 | {level} | {row}\n"


def equipment(heads: str, row: str, kind: str = "电梯") -> str:
    return f"{PLANNED}设备\n编号 | 项目 | 名称 | 类别 | {heads}\nD1 | 凤鸣华府 | 一号机 | {kind} | {row}\n"


def upkeep(heads: str, row: str, planned: str = "2026-8-20") -> str:
    head = f"设备保养\n保养编号 | 设备编号 | 保养项 | 计划日期 | {heads}"
    return f"{LIFT}{head}\nB1 | D1 | 例行 | {planned} | {row}\n"


def failure(heads: str, row: str, lift: str = LIFT) -> str:
    return f"{lift}{PLANNED}设备故障\n故障编号 | 设备编号 | 故障日期 | {heads}\nG1 | D1 | 2026-8-20 | {row}\n"


PUMP = LIFT.replace("电梯", "水泵")
HELD = "实施日期 | 参加人数 | 评估 | 问题与改进"
REVIEW = "责任人 | 期限 | 完成日期 | 复查人 | 复查日期 | 结论"

CASES = {
    "drill-overdue": (drill("取消原因", ""), ["2026-06-10"], drill("取消原因", "高温预警")),
    "drill-in-future": (
        drill("实施日期", "2026-9-1"), ["2026-09-01"], drill("实施日期", "2026-8-31"),
    ),
    "drill-step": (drill("评估", "达到要求"), ["达到要求"], drill("实施日期 | 评估", "2026-6-10 | 达到要求")),
    "drill-cancelled-though-held": (
        drill("实施日期 | 取消原因", "2026-6-10 | 高温"), ["高温"], drill("实施日期 | 取消原因", " | 高温"),
    ),
    "drill-not-evaluated": (
        drill(HELD, "2026-6-10 | 9 | | "), [""], drill(HELD, "2026-6-10 | 9 | 达到要求 | "),
    ),
    "drill-without-participants": (
        drill(HELD, "2026-6-10 | 0 | 达到要求 | "), ["0"], drill(HELD, "2026-6-10 | 1 | 达到要求 | "),
    ),
    "drill-without-lessons": (
        drill(HELD, "2026-6-10 | 9 | 未达到 | "), [""], drill(HELD, "2026-6-10 | 9 | 未达到 | 泵打不着，重演"),
    ),
    "drill-knew-more": (
        drill("实施日期 | 抽问人数 | 答对人数", "2026-6-10 | 5 | 6"), ["6"],
        drill("实施日期 | 抽问人数 | 答对人数", "2026-6-10 | 5 | 5"),
    ),
    "regulation-review-due": (
        "安全制度\n制度名称 | 类别 | 复审日期\n消防制度 | 消防 | 2026-8-30\n", ["2026-08-30"],
        "安全制度\n制度名称 | 类别 | 复审日期\n消防制度 | 消防 | 2026-8-31\n",
    ),
    "regulation-missing": (
        "安全制度\n制度名称 | 类别 | 废止日期\n消防制度 | 消防 |\n交通制度 | 交通 | 2026-8-31\n预案 | 应急预案 |\n", ["交通"],
        "安全制度\n制度名称 | 类别 | 废止日期\n消防制度 | 消防 |\n交通制度 | 交通 | 2026-9-1\n预案 | 应急预案 |\n",
    ),
    "danger-without-owner": (danger("责任人", ""), [""], danger("责任人", "R1")),
    "danger-without-deadline": (danger("期限", ""), [""], danger("期限", "2026-9-1")),
    "danger-without-interim": (
        danger("临时措施", "", "重大"), [""], danger("临时措施", "停用，专人值守", "重大"),
    ),
    "danger-overdue": (danger("期限", "2026-8-30"), ["2026-08-30"], danger("期限", "2026-8-31")),
    "danger-due-too-early": (danger("期限", "2026-7-31"), ["2026-07-31"], danger("期限", "2026-8-1")),
    "danger-done-too-early": (danger("完成日期", "2026-7-31"), ["2026-07-31"], danger("完成日期", "2026-8-1")),
    "danger-done-in-future": (danger("完成日期", "2026-9-1"), ["2026-09-01"], danger("完成日期", "2026-8-31")),
    "danger-reviewed-in-future": (danger("复查日期", "2026-9-1"), ["2026-09-01"], danger("复查日期", "2026-8-31")),
    "danger-step": (
        danger(REVIEW, "R1 | 2026-8-9 | | R2 | 2026-8-8 | 已消除"), ["已消除"],
        danger(REVIEW, "R1 | 2026-8-9 | 2026-8-7 | R2 | 2026-8-8 | 已消除"),
    ),
    "danger-review-incomplete": (
        danger(REVIEW, "R1 | 2026-8-9 | 2026-8-7 | R2 | | 已消除"), [""],
        danger(REVIEW, "R1 | 2026-8-9 | 2026-8-7 | R2 | 2026-8-8 | 已消除"),
    ),
    "danger-reviewed-before-done": (
        danger(REVIEW, "R1 | 2026-8-9 | 2026-8-7 | R2 | 2026-8-6 | 已消除"), ["2026-08-06"],
        danger(REVIEW, "R1 | 2026-8-9 | 2026-8-7 | R2 | 2026-8-6 | 未消除"),
    ),
    "danger-own-review": (
        danger(REVIEW, "R1 | 2026-8-9 | 2026-8-7 | 张三丰 | 2026-8-8 | 已消除"), ["张三丰"],
        danger(REVIEW, "R1 | 2026-8-9 | 2026-8-7 | 李四 | 2026-8-8 | 已消除"),
    ),
    "danger-drill-elsewhere": (
        drill("取消原因", "") + "\n" + danger("演练编号", "Y1").replace("凤鸣华府", "瑞景华庭"), ["Y1"],
        drill("取消原因", "") + "\n" + danger("演练编号", "Y1"),
    ),
    "lift-expired": (equipment("检验有效期至", "2026-8-30"), ["2026-08-30"], equipment("检验有效期至", "2026-8-31")),
    "certificate-expired": (
        equipment("检验有效期至", "2026-8-30", "消防"), ["2026-08-30"],
        equipment("检验有效期至 | 停用日期", "2026-8-30 | 2026-8-31", "消防"),
    ),
    "certificate-expiring": (
        equipment("检验有效期至", "2026-9-30"), ["2026-09-30"], equipment("检验有效期至", "2026-10-1"),
    ),
    "lift-without-certificate": (equipment("检验有效期至", ""), [""], equipment("检验有效期至", "", "水泵")),
    "equipment-without-upkeep": (LIFT, ["D1"], LIFT + PLANNED),
    "equipment-scrapped-before-use": (
        equipment("启用日期 | 报废日期", "2026-2-2 | 2026-2-1"), ["2026-02-01"],
        equipment("启用日期 | 报废日期", "2026-2-2 | 2026-2-2"),
    ),
    "upkeep-overdue": (upkeep("备注", "", "2026-8-30"), ["2026-08-30"], upkeep("备注", "", "2026-8-31")),
    "upkeep-in-future": (upkeep("完成日期", "2026-9-1"), ["2026-09-01"], upkeep("完成日期", "2026-8-31")),
    "upkeep-step": (
        upkeep("完成日期 | 应填项 | 已填项", " | 10 | 10"), ["10"],
        upkeep("完成日期 | 应填项 | 已填项", "2026-8-20 | 10 | 10"),
    ),
    "upkeep-filled-more": (
        upkeep("完成日期 | 应填项 | 已填项", "2026-8-20 | 10 | 11"), ["11"],
        upkeep("完成日期 | 应填项 | 已填项", "2026-8-20 | 10 | 10"),
    ),
    "upkeep-right-more": (
        upkeep("完成日期 | 抽查项 | 准确项", "2026-8-20 | 5 | 6"), ["6"],
        upkeep("完成日期 | 抽查项 | 准确项", "2026-8-20 | 5 | 5"),
    ),
    "upkeep-unrecorded": (
        upkeep("完成日期 | 应填项 | 已填项", "2026-8-20 | 10 | "), [""],
        upkeep("完成日期 | 应填项 | 已填项", "2026-8-20 | 10 | 0"),
    ),
    "upkeep-not-planned-again": (
        upkeep("周期 | 完成日期", "半月 | 2026-8-15"), ["例行"], upkeep("周期 | 完成日期", "半月 | 2026-8-16"),
    ),
    "failure-in-future": (failure("修复日期", "2026-9-1"), ["2026-09-01"], failure("修复日期", "2026-8-31")),
    "failure-order": (
        failure("故障时间 | 到场时间", "9:00 | 8:59"), ["08:59"], failure("故障时间 | 到场时间", "9:00 | 9:00"),
    ),
    "failure-units": (failure("故障台数", "3"), ["3"], failure("故障台数", "2")),
    "failure-not-repaired": (
        failure("修复日期", "").replace("2026-8-20", "2026-8-29"), [""],
        failure("修复日期", "").replace("2026-8-20", "2026-8-30"),
    ),
    "failure-without-cause": (
        failure("修复日期 | 原因", "2026-8-20 | "), [""], failure("修复日期 | 原因", "2026-8-20 | 门锁触点"),
    ),
    "trapped-elsewhere": (failure("困人", "是", PUMP), ["是"], failure("困人", "是")),
    "rescue-late": (
        failure("困人 | 故障时间 | 到场时间", "是 | 9:00 | 9:31"), ["09:31"],
        failure("困人 | 故障时间 | 到场时间", "是 | 9:00 | 9:30"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("code", CASES)
def test_a_rule_speaks_of_what_is_wrong_and_of_nothing_else(code: str) -> None:
    wrong, values, right = CASES[code]
    assert found(wrong, code) == values
    assert found(right, code) == []


def test_every_problem_of_the_module_has_its_case() -> None:
    elsewhere = {"drills-missing", "drill-not-numbered", "drill-not-held"}
    assert set(PROBLEMS) == {*CASES, *elsewhere}
    assert set(PROBLEMS) <= set(CATALOGUE)


def test_empty_sheets_are_silent() -> None:
    assert {p.code for p in problems_of("")} & set(PROBLEMS) == set()


def test_an_illegal_step_names_the_legal_ones() -> None:
    by_code = {p.code: p.message for text, _, _ in CASES.values() for p in problems_of(text)}
    assert "还是“逾期未做”，不能填“评估”；现在可以：填实施日期，或填取消原因" in by_code["drill-step"]
    assert "还是“逾期”，不能填“结论”；现在可以：填完成日期" in by_code["danger-step"]
    assert "现在可以：由责任人以外的人复查" in by_code["danger-own-review"]
    assert "现在可以：先填完成日期" in by_code["upkeep-step"]


def test_an_expired_lift_is_an_error_and_other_equipment_a_reminder() -> None:
    levels = {p.code: p.is_error for case in CASES.values() for p in problems_of(case[0])}
    assert levels["lift-expired"]
    assert not levels["certificate-expired"]
    assert levels["danger-without-interim"]


YEAR = """
应急演练
编号 | 项目 | 预案 | 计划日期 | 实施日期 | 取消原因
Y1 | 凤鸣华府 | 火灾 | 2026-3-10 | 2026-3-10 |
Y2 | 瑞景华庭 | 火灾 | {planned} | | {cancelled}
Y3 | 阳光美地 | 火灾 | 2025-12-30 | 2026-1-4 |
"""


@pytest.mark.parametrize(
    ("planned", "cancelled", "told"),
    [
        ("2026-12-31", "", []),
        ("2027-1-1", "", ["瑞景华庭"]),
        ("2026-12-31", "改期", ["瑞景华庭"]),
        ("2026-8-30", "", ["瑞景华庭"]),
        ("2026-8-31", "", []),
    ],
)
def test_each_plan_is_drilled_or_planned_in_the_year(planned: str, cancelled: str, told: list[str]) -> None:
    """As of 2026-08-31 only 火灾 is wanted: held, or planned for today up to the year's last day and not cancelled."""
    assert found(YEAR.format(planned=planned, cancelled=cancelled), "drills-missing") == told


def test_a_plan_that_is_none_is_refused_in_the_settings() -> None:
    book = book_of("参数\n名称 | 取值\n年度演练预案 | 火灾、地震\n")
    assert [p.code for p in book.problems] == ["bad-setting"]
    assert book.settings.yearly_drills == ("斗殴", "火灾", "被盗", "电梯困人", "防汛")


def states(text: str) -> dict[tuple[str, str, int], object]:
    """(sheet, label, row) → what the computed columns come to."""
    return {(edit.sheet, edit.label, edit.row): edit.value for edit in derived_edits(Facts(book_of(text)), AS_OF)}


def test_a_hidden_danger_from_found_to_removed() -> None:
    """As of 8-31, in sheet order; deadlines are natural days (8-29 is a Saturday, 8-30 a Sunday).

    H1 due 8-29, open → 逾期, 2 days. H2 due 8-31 → 待整改. H3 done 8-25 (due 8-24) → 待复查, 1 day late.
    H4 removed on 8-27 → 已关闭. H5 still there on 8-26 (due 9-5) → 未消除. H6 done again on 8-28 → 待复查.
    H7 second look on 9-1 is not known yet → 待复查.
    """
    shown = """
    演练隐患
    编号 | 项目 | 发现日期 | 隐患 | 等级 | 期限 | 完成日期 | 复查日期 | 结论
    H1 | 凤鸣华府 | 2026-8-1 | 甲 | 一般 | 2026-8-29 | | |
    H2 | 凤鸣华府 | 2026-8-1 | 乙 | 一般 | 2026-8-31 | | |
    H3 | 凤鸣华府 | 2026-8-1 | 丙 | 一般 | 2026-8-24 | 2026-8-25 | |
    H4 | 凤鸣华府 | 2026-8-1 | 丁 | 一般 | 2026-8-30 | 2026-8-25 | 2026-8-27 | 已消除
    H5 | 凤鸣华府 | 2026-8-1 | 戊 | 一般 | 2026-9-5 | 2026-8-25 | 2026-8-26 | 未消除
    H6 | 凤鸣华府 | 2026-8-1 | 己 | 一般 | 2026-9-5 | 2026-8-28 | 2026-8-26 | 未消除
    H7 | 凤鸣华府 | 2026-8-1 | 庚 | 一般 | 2026-9-5 | 2026-8-28 | 2026-9-1 | 已消除
    """
    got = states(shown)
    expected = ["逾期", "待整改", "待复查", "已关闭", "未消除", "待复查", "待复查"]
    assert [got["演练隐患", "状态", row] for row in range(2, 9)] == expected
    assert [got["演练隐患", "逾期天数", row] for row in range(2, 9)] == [2, 0, 1, 0, 0, 0, 0]


def test_a_drill_is_finished_when_it_is_evaluated() -> None:
    """As of 8-31: planned for tomorrow; for yesterday and not held; held; held and evaluated; cancelled."""
    shown = """
    应急演练
    编号 | 项目 | 预案 | 计划日期 | 实施日期 | 评估 | 取消原因
    Y1 | 凤鸣华府 | 火灾 | 2026-9-1 | | |
    Y2 | 凤鸣华府 | 火灾 | 2026-8-30 | | |
    Y3 | 凤鸣华府 | 火灾 | 2026-8-30 | 2026-8-30 | |
    Y4 | 凤鸣华府 | 火灾 | 2026-8-30 | 2026-8-30 | 达到要求 |
    Y5 | 凤鸣华府 | 火灾 | 2026-8-30 | | | 高温
    """
    expected = ["待实施", "逾期未做", "待评估", "已完成", "已取消"]
    assert [states(shown)["应急演练", "状态", row] for row in range(2, 7)] == expected


def test_equipment_stands_as_its_failures_and_days_say() -> None:
    """As of 8-31. D1 was repaired today → 正常; D2 is not → 故障; D3 is stopped, D4 scrapped since today; D5 stops
    tomorrow → 正常. G1 lasted from 8-20 9:00 to 8-31 12:20: 11 days 3 h 20 min = 267.3 h. Nobody has come for G3.
    """
    shown = """
    设备
    编号 | 项目 | 名称 | 类别 | 停用日期 | 报废日期
    D1 | 凤鸣华府 | 甲 | 水泵 | |
    D2 | 凤鸣华府 | 乙 | 水泵 | |
    D3 | 凤鸣华府 | 丙 | 水泵 | 2026-8-31 |
    D4 | 凤鸣华府 | 丁 | 水泵 | | 2026-8-31
    D5 | 凤鸣华府 | 戊 | 水泵 | 2026-9-1 |

    设备故障
    故障编号 | 设备编号 | 故障日期 | 故障时间 | 到场时间 | 修复日期 | 修复时间
    G1 | D1 | 2026-8-20 | 9:00 | 9:10 | 2026-8-31 | 12:20
    G2 | D2 | 2026-8-30 | 9:00 | 9:10 | |
    G3 | D2 | 2026-8-31 | 9:00 | | |
    """
    got = states(shown)
    assert [got["设备", "状态", row] for row in range(2, 7)] == ["正常", "故障", "停用", "报废", "正常"]
    assert [got["设备故障", "状态", row] for row in (2, 3, 4)] == ["已修复", "维修中", "待到场"]
    assert str(got["设备故障", "停机小时", 2]) == "267.3"


def test_maintenance_is_late_from_the_day_after_and_knows_its_community() -> None:
    shown = """
    设备
    编号 | 项目 | 名称 | 类别
    D1 | 凤鸣华府 | 甲 | 水泵

    设备保养
    保养编号 | 设备编号 | 保养项 | 计划日期 | 完成日期
    B1 | D1 | 例行 | 2026-8-30 |
    B2 | D1 | 例行 | 2026-8-31 |
    B3 | D1 | 例行 | 2026-8-20 | 2026-8-25
    """
    rows = [e for e in derived_edits(Facts(book_of(shown)), AS_OF) if e.sheet == "设备保养"]
    assert [e.value for e in rows if e.label == "状态"] == ["逾期", "待保养", "已完成"]
    assert [e.value for e in rows if e.label == "项目"] == ["凤鸣华府"] * 3


def test_the_sheets_serve_what_they_are_for() -> None:
    assert {"G11", "Z54"} <= set(Drill.sheet.serves)
    assert "G12" in Danger.sheet.serves
    assert {"J04", "C03"} <= set(Equipment.sheet.serves)
    assert {"Z37", "F09", "F10"} <= set(Upkeep.sheet.serves)
    assert "F08" in Failure.sheet.serves
