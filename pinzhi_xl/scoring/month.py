"""A month's scores, grades and ranks (contract §4; B15)."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from pinzhi_xl.month import Month
from pinzhi_xl.numerals import half_up
from pinzhi_xl.scoring.day import ZERO, Day, DepartmentDay, score_day, unvisited_rate, weighted_mean
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.scoring.rates import on_time_rate, repeat_rate
from pinzhi_xl.scoring.repeats import Repeat, find_repeats
from pinzhi_xl.sheets.terms import Frequency, Grade, ScoreStatus


@dataclass(frozen=True)
class DepartmentScore:
    """A department's month: rounded mean of its day scores, and the sum of its deductions."""

    name: str
    days: int
    score: Decimal | None
    deduction: Decimal | None
    grade: Grade | None
    red_lines: int
    unvisited_rate: Decimal | None


@dataclass(frozen=True)
class CommunityScore:
    """A community's month; `score` and `rank` are None where there is none (see `status`)."""

    name: str
    status: ScoreStatus
    days: int
    score: Decimal | None
    deduction: Decimal | None
    grade: Grade | None
    rank: int | None
    red_lines: int
    unvisited_rate: Decimal | None
    on_time_rate: Fraction | None
    repeat_rate: Fraction | None
    departments: Sequence[DepartmentScore]
    by_day: Sequence[Day] = field(default=(), repr=False)


@dataclass(frozen=True)
class MonthScores:
    """The scores of all communities in charge, in sheet order, and the repeats of findings by sheet row."""

    month: Month
    communities: Sequence[CommunityScore]
    repeats: Mapping[int, Repeat] = field(repr=False)


def score_month(facts: Facts, month: Month, blocked: Set[str], as_of: date) -> MonthScores:
    """Score and rank every community; those in `blocked` have errors and get neither score nor rank."""
    repeats = find_repeats(facts.cases, facts.settings.repeat_days)
    scores = [
        _blocked(facts, name, month) if name in blocked else _score(facts, name, month, repeats, as_of)
        for name in facts.communities
    ]
    return MonthScores(month, rank(scores), repeats)


def _days(facts: Facts, name: str, month: Month, repeats: Mapping[int, Repeat]) -> list[Day]:
    counted: frozenset[str] = frozenset()
    found = []
    for day, visits in facts.days(name, month):
        scored = score_day(facts, name, day, visits, counted, repeats)
        found.append(scored)
        counted |= _monthly_items(facts, scored)
    return found


def _monthly_items(facts: Facts, scored: Day) -> frozenset[str]:
    in_force = facts.in_force(scored.day)
    return frozenset(
        item.code
        for part in scored.departments
        for item in in_force.get(part.department, ())
        if item.code in part.items and item.frequency is Frequency.MONTHLY
    )


def _score(facts: Facts, name: str, month: Month, repeats: Mapping[int, Repeat], as_of: date) -> CommunityScore:
    days = _days(facts, name, month, repeats)
    parts = _by_department(days)
    means = {department: _mean(found) for department, found in parts.items()}
    exact = weighted_mean(
        [(facts.weight(name, department), mean) for department, mean in means.items() if mean is not None]
    )
    red_lines = sum(day.red_lines for day in days)
    score = None if exact is None else half_up(exact)
    grade = None if score is None else facts.settings.grade_of(score)
    enough = score is not None and len(days) >= facts.settings.ranking_days
    return CommunityScore(
        name=name,
        status=ScoreStatus.NORMAL if enough else ScoreStatus.SMALL_SAMPLE,
        days=len(days),
        score=score,
        deduction=half_up(sum((part.deduction for found in parts.values() for part in found), ZERO)),
        grade=Grade.POOR if red_lines and grade else grade,
        rank=None,
        red_lines=red_lines,
        unvisited_rate=_rounded(unvisited_rate([part for found in parts.values() for part in found])),
        on_time_rate=on_time_rate(facts, name, month, as_of),
        repeat_rate=repeat_rate(facts, name, month, repeats),
        departments=[
            _department(facts, department, parts.get(department, ()), means.get(department))
            for department in facts.departments
            if facts.is_set_up(name, department)
        ],
        by_day=days,
    )


def _by_department(days: Iterable[Day]) -> dict[str, list[DepartmentDay]]:
    found: dict[str, list[DepartmentDay]] = {}
    for day in days:
        for part in day.departments:
            found.setdefault(part.department, []).append(part)
    return found


def _mean(parts: Sequence[DepartmentDay]) -> Fraction | None:
    scores = [score for part in parts if (score := part.score) is not None]
    return sum(scores, Fraction()) / len(scores) if scores else None


def _rounded(value: Fraction | None) -> Decimal | None:
    return None if value is None else half_up(value)


def _department(facts: Facts, name: str, parts: Sequence[DepartmentDay], mean: Fraction | None) -> DepartmentScore:
    score = _rounded(mean)
    return DepartmentScore(
        name=name,
        days=sum(part.score is not None for part in parts),
        score=score,
        deduction=None if score is None else half_up(sum((part.deduction for part in parts), ZERO)),
        grade=None if score is None else facts.settings.grade_of(score),
        red_lines=sum(part.red_lines for part in parts),
        unvisited_rate=_rounded(unvisited_rate(parts)),
    )


def _blocked(facts: Facts, name: str, month: Month) -> CommunityScore:
    return CommunityScore(
        name=name,
        status=ScoreStatus.HAS_ERRORS,
        days=len(facts.days(name, month)),
        score=None,
        deduction=None,
        grade=None,
        rank=None,
        red_lines=0,
        unvisited_rate=None,
        on_time_rate=None,
        repeat_rate=None,
        departments=[
            DepartmentScore(department, 0, None, None, None, 0, None)
            for department in facts.departments
            if facts.is_set_up(name, department)
        ],
    )


def rank(scores: Sequence[CommunityScore]) -> list[CommunityScore]:
    """The same scores with ranks 1, 1, 3: red-lined communities last, then by rounded score and tie-breaks.

    A community with nothing due counts as fully on time, one without findings as free of repeats.
    """
    keys = {
        score.name: (
            score.red_lines > 0,
            -score.score,
            score.red_lines,
            -(Fraction(1) if score.on_time_rate is None else score.on_time_rate),
            score.repeat_rate or Fraction(),
            -score.days,
        )
        for score in scores
        if score.status is ScoreStatus.NORMAL and score.score is not None
    }
    ordered = sorted(keys.values())
    places = {key: ordered.index(key) + 1 for key in set(ordered)}
    return [replace(score, rank=places[keys[score.name]]) if score.name in keys else score for score in scores]
