"""Who may not be commended, and with how many points: penalties, red lines, the limit (practice.md §1.4)."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.misconduct import Record
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import plain
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.sheets.commendations import Basis, Commendation, CommendationState


def alive(scene: Scene) -> Iterator[Commendation]:
    """Rows that are not withdrawn."""
    rows = scene.book.rows(Commendation)
    return (row for row in rows if row.stands is not CommendationState.WITHDRAWN)


@serves("A08", "J09")
def who_was_penalised_is_commended_for_a_reason(scene: Scene) -> Iterator[Problem]:
    """A person with an executed penalty in the month needs 特别说明."""
    if not scene.book.rows(Commendation):
        return
    record = Record(scene.facts, scene.as_of)
    for row in alive(scene):
        month = row.of_month
        if month is None or row.exception or not row.person:
            continue
        numbers = record.penalties(row.person, month)
        if numbers:
            yield scene.book.problem(
                "commended-while-penalised", row, "person", month=month, numbers=LIST_MARK.join(numbers)
            )


@serves("A08")
def a_red_line_excludes_from_honours(scene: Scene) -> Iterator[Problem]:
    """practice.md §1.4 不得评优: the community or department hit by a red line of the month; others are told.

    A team of the community as a whole or of the department that was hit, and a person commended for the score,
    is refused; a person of that department praised for something else, and another department's team, is told.
    """
    if not scene.book.rows(Commendation):
        return
    record = Record(scene.facts, scene.as_of)
    for row in alive(scene):
        month = row.of_month
        hit = record.red_lines(row.community or "", month) if month else []
        same = [case for case in hit if row.department in (None, case.row.department)]
        if not hit or (row.is_personal and not same):
            continue
        refused = bool(same) and (not row.is_personal or row.basis == Basis.SCORE)
        if not refused and row.exception:
            continue
        named = same or hit
        yield scene.book.problem(
            "red-line-excludes" if refused else "red-line-nearby",
            row,
            "department" if row.department else "community",
            unit=_unit(row),
            month=month,
            findings=LIST_MARK.join(case.row.number or "" for case in named),
        )


def _unit(row: Commendation) -> str:
    return "".join(filter(None, (row.community, row.department)))


@serves("J09")
def bonus_points_have_a_limit(scene: Scene) -> Iterator[Problem]:
    """All 加分 of a person in a month together stay within 表彰加分上限; a team gets none."""
    limit = scene.facts.settings.commendation_points
    totals: dict[tuple[str, Month], Decimal] = defaultdict(Decimal)
    for row in alive(scene):
        month = row.of_month
        if not row.points or month is None:
            continue
        if not row.is_personal:
            if row.team:
                yield scene.book.problem("team-with-points", row, "points", team=row.team)
        elif row.person:
            before = totals[row.person, month]
            totals[row.person, month] = total = before + row.points
            if before <= limit < total:
                yield scene.book.problem(
                    "commendation-points-over",
                    row,
                    "points",
                    person=row.person,
                    month=month,
                    total=plain(total),
                    limit=plain(limit),
                )


HONOUR_RULES: tuple[Rule, ...] = (
    who_was_penalised_is_commended_for_a_reason,
    a_red_line_excludes_from_honours,
    bonus_points_have_a_limit,
)
