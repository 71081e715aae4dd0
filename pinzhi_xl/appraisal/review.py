"""综合月度评估: inspection, rectification, service and satisfaction by weight; what is absent is named.

practice.md §1.2: 品质检查 60 + 整改 15 + 投诉与报修 15 + 满意度/神秘客户 10, over the parts there are.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from pinzhi_xl.indicators import BY_NAME, Scope
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import half_up
from pinzhi_xl.scoring import CommunityScore
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.settings import Settings
from pinzhi_xl.sheets.terms import Grade, ScoreStatus
from pinzhi_xl.wording import appraisal as words

SURVEY_MONTHS = 6
"""A survey counts for so many months, its own included: there are two a year (A22)."""

Parts = Mapping[str, Fraction | None]
"""inspection, rectification, service, satisfaction → points of a hundred, None where there are no data."""


@dataclass(frozen=True)
class Reviewed:
    """The review of a department, or of a community (合计)."""

    community: str
    department: str
    parts: Parts
    total: Decimal | None
    grade: Grade | None
    rank: int | None
    red_lines: int
    blocked: bool

    @property
    def missing(self) -> list[str]:
        """The Chinese names of the parts without data."""
        return [words.PARTS[name] for name, value in self.parts.items() if value is None]


def weights_of(settings: Settings) -> Mapping[str, Decimal]:
    """Part → weight."""
    return {
        "inspection": settings.inspection_weight,
        "rectification": settings.rectification_weight,
        "service": settings.service_weight,
        "satisfaction": settings.satisfaction_weight,
    }


def composite(parts: Parts, weights: Mapping[str, Decimal]) -> Fraction | None:
    """Σ w·part ÷ Σ w over the parts that have data; None when none has."""
    there = [(Fraction(weights[name]), value) for name, value in parts.items() if value is not None]
    total = sum((weight for weight, _ in there), Fraction(0))
    return sum((weight * value for weight, value in there), Fraction(0)) / total if total else None


def review_month(facts: Facts, month: Month, scores: Sequence[CommunityScore], as_of: date) -> list[Reviewed]:
    """The departments of each community and the community itself, in sheet order; communities are ranked.

    A community with errors gets no review (contract §4: a wrong row never raises a score); one that is not ranked
    by its inspections, of which there were too few, is not ranked here either (practice.md §1.6).
    """
    found = [one for score in scores for one in _community(facts, month, score, as_of)]
    enough = {score.name for score in scores if score.rank is not None}
    ranks = _ranks([one for one in found if one.department == words.TOTAL and one.community in enough])
    return [replace(one, rank=ranks.get(one.community)) if one.department == words.TOTAL else one for one in found]


def _community(facts: Facts, month: Month, score: CommunityScore, as_of: date) -> Iterator[Reviewed]:
    blocked = score.status is ScoreStatus.HAS_ERRORS
    marks = [(part.name, part.score, part.red_lines) for part in score.departments]
    for department, points, red_lines in [*marks, (words.TOTAL, score.score, score.red_lines)]:
        parts = _parts(facts, month, score.name, department, points, as_of)
        exact = None if blocked else composite(parts, weights_of(facts.settings))
        total = None if exact is None else half_up(exact)
        grade = None if total is None else Grade.POOR if red_lines else facts.settings.grade_of(total)
        yield Reviewed(score.name, department, parts, total, grade, None, red_lines, blocked)


def _parts(
    facts: Facts, month: Month, community: str, department: str, points: Decimal | None, as_of: date
) -> dict[str, Fraction | None]:
    """The four parts; of a department only indicators that are counted by department say anything."""
    only = "" if department == words.TOTAL else department
    of_month = Scope([community], month.first, month.last, as_of, only)
    of_half = of_month._replace(first=_months_back(month, SURVEY_MONTHS - 1).first)
    survey = [(words.SURVEY_SCORE, of_half), (words.MYSTERY_SCORE, of_month)]
    return {
        "inspection": None if points is None else Fraction(points),
        "rectification": _mean(facts, [(name, of_month) for name in words.RECTIFICATION_OF]),
        "service": _mean(facts, [(name, of_month) for name in words.SERVICE_OF]),
        "satisfaction": _mean(facts, survey),
    }


def _mean(facts: Facts, wanted: Sequence[tuple[str, Scope]]) -> Fraction | None:
    """The mean of those indicators that have data."""
    values = []
    for name, scope in wanted:
        indicator = BY_NAME.get(name)
        if indicator is None or (scope.department and not indicator.by_department):
            continue
        value = indicator.value(facts, scope)
        if value is not None:
            values.append(value)
    return sum(values, Fraction(0)) / len(values) if values else None


def _ranks(totals: Sequence[Reviewed]) -> Mapping[str, int]:
    """1, 1, 3 by the rounded total; communities with a red line come after all without one (contract §4)."""
    rated = [((one.red_lines > 0, -one.total), one.community) for one in totals if one.total is not None]
    keys = sorted(key for key, _ in rated)
    return {community: keys.index(key) + 1 for key, community in rated}


def _months_back(month: Month, count: int) -> Month:
    for _ in range(count):
        month = month.before
    return month
