"""Rules of 检查标准, 部门 and 项目部门."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from pinzhi_xl.kinds import fold
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.sheets.organisation import Department
from pinzhi_xl.sheets.standards import StandardItem


@serves("A01", "B05", "C06")
def editions_do_not_overlap(scene: Scene) -> Iterator[Problem]:
    """At most one edition of an item is in force on any day."""
    for editions in scene.facts.editions.values():
        for first, second in combinations(editions, 2):
            if _overlap(first, second):
                yield scene.book.problem("editions-overlap", second, "code", first=first.row)


def _overlap(first: StandardItem, second: StandardItem) -> bool:
    if _never(first) or _never(second):
        return False
    starts_before_end = first.since is None or second.until is None or first.since < second.until
    ends_after_start = second.since is None or first.until is None or second.since < first.until
    return starts_before_end and ends_after_start


def _never(item: StandardItem) -> bool:
    return item.since is not None and item.until is not None and item.until <= item.since


@serves("A01")
def a_deduction_is_within_the_points(scene: Scene) -> Iterator[Problem]:
    """One occurrence deducts no more than the item has."""
    for item in scene.book.rows(StandardItem):
        if item.points is not None and item.deduction is not None and item.deduction > item.points:
            yield scene.book.problem(
                "deduction-over-points", item, "deduction", item=item.code, points=item.points
            )


@serves("Z24")
def points_of_a_department_total_100(scene: Scene) -> Iterator[Problem]:
    """The items in force of a department total 100 points: told, as scores are scaled anyway."""
    totals: dict[str, Decimal] = defaultdict(Decimal)
    last: dict[str, StandardItem] = {}
    for department, items in scene.facts.in_force(scene.as_of).items():
        totals[department] = sum((item.points or Decimal(0) for item in items), Decimal(0))
        last[department] = items[-1]
    for department, total in totals.items():
        if total != 100:
            yield scene.book.problem(
                "points-not-100", last[department], "points", department=department, total=total
            )


@serves("B15")
def some_department_has_weight(scene: Scene) -> Iterator[Problem]:
    """A score needs at least one department with weight."""
    rows = scene.book.rows(Department)
    if rows and not any(row.weight for row in rows):
        yield scene.book.problem("no-weight", rows[0], "weight")


@serves("Z58")
def an_alias_means_one_department(scene: Scene) -> Iterator[Problem]:
    """An alias belongs to one department and is no other's name."""
    owner: dict[str, str] = {fold(row.name): row.name for row in scene.book.rows(Department) if row.name}
    for row in scene.book.rows(Department):
        for alias in row.aliases:
            first = owner.setdefault(fold(alias), row.name or "")
            if first != row.name:
                problem = scene.book.problem("alias-taken", row, "aliases", first=first, second=row.name)
                yield problem


STANDARD_RULES: tuple[Rule, ...] = (
    editions_do_not_overlap,
    a_deduction_is_within_the_points,
    points_of_a_department_total_100,
    some_department_has_weight,
    an_alias_means_one_department,
)
