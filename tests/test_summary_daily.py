"""复查清单 and 岗位签署情况 as values."""

from datetime import date

import pytest

from pinzhi_xl.summary import review_lists, signed_posts
from tests.reports import MONTH, SIGNED, column, rows_of, scene_of, text_of

DAY = date(2014, 8, 11)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2014, 8, 11), [("W1", "3", "逾期")]),
        (date(2014, 8, 14), [("W1", "6", "逾期"), ("W2", "—", "待复查")]),
        (date(2014, 8, 18), [("W1", "10", "逾期")]),
    ],
)
def test_what_is_due_on_a_day_the_most_urgent_first(day: date, expected: list[tuple[str, str, str]]) -> None:
    (report,), problems = review_lists(scene_of(MONTH), day)
    assert (report.name, problems) == (f"{day} 凤鸣华府", [])
    assert [(row["number"], row["overdue"], row["state"]) for row in rows_of(report, "reviews")] == expected
    assert report.values["total"] == str(len(expected))
    assert "李四在场" not in text_of(report)


def test_posts_that_signed_and_those_that_did_not() -> None:
    (report,), problems = signed_posts(scene_of(MONTH + SIGNED), DAY)
    assert problems == []
    names = ("no", "name", "shift", "person", "signed_at", "presence")
    assert [tuple(row[name] for name in names) for row in rows_of(report, "posts")] == [
        ("1", "东门岗", "白班", "李*", "9:10", "在岗"),
        ("2", "西门岗", "夜班", "—", "未签", "缺岗"),
        ("3", "监控中心", "—", "—", "未签", "—"),
        ("4", "3栋大堂（非应签）", "白班", "李*", "9:30", "在岗"),
    ]
    assert report.values["coverage"] == "1/3（33.3%）"
    assert report.values["posts_missing"] == "未签岗位：西门岗、监控中心"


def test_without_posts_that_must_sign_there_is_no_coverage() -> None:
    (report,), _ = signed_posts(
        scene_of((MONTH + SIGNED).replace("门岗 | 是", "门岗 |").replace("中心 | 是", "中心 |")), DAY
    )
    assert report.values["coverage"] == "—"
    assert column(report, "posts", "no") == ["1", "2", "3"]


@pytest.mark.parametrize("make", [review_lists, signed_posts])
def test_nothing_on_a_day_is_a_reminder(make: type) -> None:
    reports, (problem,) = make(scene_of(MONTH), date(2014, 8, 1))
    assert (reports, problem.code) == ([], "nothing-to-report")
