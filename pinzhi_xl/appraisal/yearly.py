"""A year of scores: means, halves, best and worst month of communities and departments (A20)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from pinzhi_xl.month import Month
from pinzhi_xl.numerals import half_up
from pinzhi_xl.scoring import CommunityScore, MonthScores

HALVES = (range(1, 7), range(7, 13))


@dataclass(frozen=True)
class YearOf:
    """The monthly scores of a community or department: month number → score; red lines over the year."""

    name: str
    scores: Mapping[int, Decimal]
    red_lines: int = 0

    def mean(self, months: Sequence[int] | range = range(1, 13)) -> Decimal | None:
        """The plain mean of the months that have a score, one place; None when none has."""
        found = [Fraction(self.scores[number]) for number in months if number in self.scores]
        return _mean(found) if found else None

    @property
    def halves(self) -> tuple[Decimal | None, Decimal | None]:
        """The means of January to June and of July to December."""
        return self.mean(HALVES[0]), self.mean(HALVES[1])

    @property
    def best(self) -> tuple[int, Decimal] | None:
        """The month with the highest score, the earliest of equals."""
        return max(self.scores.items(), key=lambda one: (one[1], -one[0])) if self.scores else None

    @property
    def worst(self) -> tuple[int, Decimal] | None:
        """The month with the lowest score, the earliest of equals."""
        return min(self.scores.items(), key=lambda one: (one[1], one[0])) if self.scores else None


def years_of_communities(months: Sequence[MonthScores]) -> list[YearOf]:
    """Every community over the months given; sheet order."""
    found: dict[str, list[tuple[Month, CommunityScore]]] = {}
    for scores in months:
        for score in scores.communities:
            found.setdefault(score.name, []).append((scores.month, score))
    return [
        YearOf(
            name,
            {month.number: score.score for month, score in rows if score.score is not None},
            sum(score.red_lines for _, score in rows),
        )
        for name, rows in found.items()
    ]


def years_of_departments(months: Sequence[MonthScores]) -> list[YearOf]:
    """Every department: of each month the mean over the communities that scored it."""
    found: dict[str, dict[int, list[Fraction]]] = {}
    for scores in months:
        for part in (part for score in scores.communities for part in score.departments):
            if part.score is not None:
                found.setdefault(part.name, {}).setdefault(scores.month.number, []).append(Fraction(part.score))
    return [
        YearOf(name, {number: _mean(values) for number, values in by_month.items()})
        for name, by_month in found.items()
    ]


def _mean(values: Sequence[Fraction]) -> Decimal:
    return half_up(sum(values, Fraction(0)) / len(values))


def ranked(years: Sequence[YearOf]) -> Mapping[str, int]:
    """1, 1, 3 by the year's mean; communities without any score are not ranked."""
    means = {year.name: mean for year in years if (mean := year.mean()) is not None}
    ordered = sorted(means.values(), reverse=True)
    return {name: ordered.index(mean) + 1 for name, mean in means.items()}
