"""What must hold for every month, whatever was found: checked on books made up by hypothesis."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pinzhi_xl.month import Month
from pinzhi_xl.scoring import MonthScores, score_month
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.book import Book
from tests.tables import book_of

AUGUST, AS_OF = Month(2014, 8), date(2014, 8, 29)
ITEMS = {
    "A1": ("客服部", 10, "2"),
    "A2": ("客服部", 30, "3"),
    "A4": ("客服部", 10, "4"),
    "B1": ("环境部", 20, "2"),
    "B2": ("环境部", 30, "1.5"),
}
DISPOSITIONS = ["整改", "当场纠正", "仅记录", "整改+处罚", ""]

visit_days = st.lists(st.integers(1, 31), min_size=1, max_size=6)
findings = st.lists(
    st.tuples(
        st.integers(0, 5),
        st.sampled_from(sorted(ITEMS)),
        st.integers(1, 12),
        st.sampled_from(["", "3栋", "东门"]),
        st.sampled_from(DISPOSITIONS),
        st.sampled_from(["", "-1", "0.5", "3"]),
    ),
    max_size=12,
)
Found = tuple[int, str, int, str, str, str]
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def make(days: list[int], rows: list[Found]) -> Book:
    lines = ["检查记录", "检查编号 | 项目 | 检查日期 | 班次"]
    lines += [f"J{index} | 凤鸣华府 | 2014-08-{day:02} | 白班" for index, day in enumerate(days)]
    lines += ["", "问题登记", "问题编号 | 检查编号 | 部门 | 条款编码 | 结论 | 处数 | 位置 | 处置 | 扣分调整"]
    for index, (visit, item, count, place, disposition, adjustment) in enumerate(rows):
        department = ITEMS[item][0]
        lines.append(
            f"W{index} | J{visit % len(days)} | {department} | {item} | 不合格 | {count} | {place} | {disposition} | {adjustment}"
        )
    return book_of("\n".join(lines))


def scored(days: list[int], rows: list[Found]) -> MonthScores:
    return score_month(Facts(make(days, rows)), AUGUST, set(), AS_OF)


@quick
@given(visit_days, findings)
def test_scores_stay_between_nothing_and_full_marks_and_shares_add_up(days: list[int], rows: list[Found]) -> None:
    community = scored(days, rows).communities[0]
    assert community.score is not None
    assert 0 <= community.score <= 100
    for day in community.by_day:
        total = sum((part.deduction for part in day.departments), Decimal(0))
        assert sum(day.shares.values(), Decimal(0)) == total
        for part in day.departments:
            assert 0 <= part.deduction <= part.points


@quick
@given(visit_days, findings, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(days: list[int], rows: list[Found], random: object) -> None:
    book = make(days, rows)
    backwards = Book(
        book.identity, {kind: tuple(reversed(found)) for kind, found in book.tables.items()}, book.layouts
    )
    one, two = (score_month(Facts(b), AUGUST, set(), AS_OF) for b in (book, backwards))
    assert {s.name: (s.score, s.rank, s.deduction) for s in one.communities} == {
        s.name: (s.score, s.rank, s.deduction) for s in two.communities
    }


@quick
@given(visit_days, findings, st.integers(0, 5), st.sampled_from(sorted(ITEMS)), st.integers(1, 5))
def test_one_finding_more_never_raises_a_score(
    days: list[int], rows: list[Found], visit: int, item: str, count: int
) -> None:
    before = scored(days, rows).communities[0]
    after = scored(days, [*rows, (visit, item, count, "", "仅记录", "")]).communities[0]
    assert before.score is not None
    assert after.score is not None
    assert after.score <= before.score


@quick
@given(visit_days, findings)
def test_a_plain_second_calculation_agrees(days: list[int], rows: list[Found]) -> None:
    """Without places there are no repeats: the month by a dozen lines of arithmetic, written anew."""
    rows = [
        (visit, item, count, "", disposition, adjustment)
        for visit, item, count, _, disposition, adjustment in rows
    ]
    seen: set[str] = set()
    means: dict[str, list[Fraction]] = {"客服部": [], "环境部": []}
    for day in sorted(set(days)):
        for department in means:
            total = lost = Fraction()
            for item, (owner, points, unit) in ITEMS.items():
                if owner != department or (item == "A4" and item in seen):
                    continue
                raw = sum(
                    (Fraction(unit) * count + Fraction(adjustment or 0))
                    for visit, code, count, _, _, adjustment in rows
                    if code == item and days[visit % len(days)] == day
                )
                total += points
                lost += min(max(raw, Fraction()), Fraction(points))
            means[department].append(100 * (total - lost) / total)
        seen.add("A4")
    average = {name: sum(found, Fraction()) / len(found) for name, found in means.items()}
    exact = (30 * average["客服部"] + 70 * average["环境部"]) / 100
    assert scored(days, rows).communities[0].score == Decimal(int(exact * 10 + Fraction(1, 2))) / 10
