"""Surveys with their answers: how often each level was given about each dimension (practice.md §6)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import TypeVar

from pinzhi_xl.half_year import HalfYear, half_year_in
from pinzhi_xl.opinions import NO_OPINIONS, Opinions
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.survey import Improvement, Survey, SurveyAnswer, SurveyTally
from pinzhi_xl.sheets.survey_terms import Answer, Dimension

R = TypeVar("R", SurveyAnswer, SurveyTally, Improvement)


@dataclass(frozen=True)
class Surveyed:
    """One survey with what came back; `answers` are all its questionnaires, invalid ones too."""

    row: Survey
    answers: Sequence[SurveyAnswer]
    tallies: Sequence[SurveyTally]
    improvements: Sequence[Improvement]

    @property
    def half(self) -> HalfYear | None:
        """期次; None when it cannot be read."""
        return half_year_in(self.row.period)

    @cached_property
    def rated(self) -> list[SurveyAnswer]:
        """The valid questionnaires with at least one level; those with a remark only go with tallies."""
        return [row for row in self.answers if row.counts and any(row.answer(one) for one in Dimension)]

    @cached_property
    def by_dimension(self) -> Mapping[Dimension, Opinions]:
        """Dimension → what was answered; those asked nobody are absent."""
        found = {}
        for dimension in Dimension:
            opinions = Opinions.of(answer for row in self.rated if (answer := row.answer(dimension)))
            if not opinions.total:
                rows = (row for row in self.tallies if row.dimension == dimension)
                opinions = Opinions.sum(Opinions({one: row.count(one) for one in Answer}) for row in rows)
            if opinions.total:
                found[dimension] = opinions
        return found

    def opinions(self, dimension: Dimension) -> Opinions:
        """What was answered about a dimension."""
        return self.by_dimension.get(dimension, NO_OPINIONS)

    @property
    def overall(self) -> Opinions:
        """总体: the figure of the survey as a whole."""
        return self.opinions(Dimension.OVERALL)

    @property
    def valid(self) -> int:
        """有效份数: questionnaires with an answer; of tallies the largest number about one dimension."""
        return len(self.rated) or max((one.total for one in self.by_dimension.values()), default=0)

    @property
    def by_phone(self) -> int | None:
        """电话代答: as typed, else counted from the questionnaires; None where neither says."""
        if self.row.by_phone is not None:
            return self.row.by_phone
        return sum(row.by_phone is True for row in self.answers) if self.answers else None

    def has_ended(self, as_of: date) -> bool:
        """True from 结束日期 on."""
        return self.row.ended_on is not None and self.row.ended_on <= as_of

    def low(self, target: Fraction) -> list[Dimension]:
        """Dimensions whose 满意率 is below a target (a fraction of one), in the order of the questionnaire."""
        rates = {dimension: opinions.satisfied_rate for dimension, opinions in self.by_dimension.items()}
        return [dimension for dimension, rate in rates.items() if rate is not None and rate < target]

    def to_improve(self, target: Fraction) -> list[Dimension]:
        """Dimensions below target that have no row of 满意度改进 yet."""
        taken = {row.dimension for row in self.improvements}
        return [dimension for dimension in self.low(target) if dimension not in taken]


class Surveys:
    """All surveys of a book."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.book = facts.book

    @property
    def target(self) -> Fraction:
        """满意率目标 as a fraction of one."""
        return Fraction(self.facts.settings.survey_target) / 100

    @cached_property
    def all(self) -> Sequence[Surveyed]:
        """Every survey, in sheet order."""
        answers = _by_survey(self.book.rows(SurveyAnswer))
        tallies = _by_survey(self.book.rows(SurveyTally))
        improvements = _by_survey(self.book.rows(Improvement))
        return [
            Surveyed(
                row,
                answers.get(row.number or "", ()),
                tallies.get(row.number or "", ()),
                improvements.get(row.number or "", ()),
            )
            for row in self.book.rows(Survey)
        ]

    @cached_property
    def by_number(self) -> Mapping[str, Surveyed]:
        """Survey by its number."""
        return {one.row.number: one for one in self.all if one.row.number}

    def of(self, half: HalfYear) -> list[Surveyed]:
        """The surveys of a half year, the first one of each community, in the order of the communities."""
        found: dict[str, Surveyed] = {}
        for one in self.all:
            if one.half == half and one.row.community:
                found.setdefault(one.row.community, one)
        order = {name: place for place, name in enumerate(self.facts.communities)}
        return sorted(found.values(), key=lambda one: order.get(one.row.community or "", len(order)))


def _by_survey(rows: Iterable[R]) -> Mapping[str, list[R]]:
    found: dict[str, list[R]] = defaultdict(list)
    for row in rows:
        if row.survey:
            found[row.survey].append(row)
    return found
