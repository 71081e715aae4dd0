"""How satisfied people say they are: counts of the five levels, and the figures that come of them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from pinzhi_xl.sheets.survey_terms import Answer

MOST_POINTS = Answer.DELIGHTED.points
"""Points of the best level."""


@dataclass(frozen=True)
class Opinions:
    """How often each level was given."""

    counts: Mapping[Answer, int]

    @classmethod
    def of(cls, answers: Iterable[Answer]) -> "Opinions":
        """Single answers counted."""
        return cls(Counter(answers))

    @classmethod
    def sum(cls, parts: Iterable["Opinions"]) -> "Opinions":
        """Several counts added up."""
        total: Counter[Answer] = Counter()
        for part in parts:
            total.update(part.counts)
        return cls(total)

    @property
    def total(self) -> int:
        """n: the valid answers."""
        return sum(self.counts.values())

    @property
    def satisfied(self) -> int:
        """非常满意 + 满意."""
        return self._of(Answer.DELIGHTED) + self._of(Answer.SATISFIED)

    @property
    def dissatisfied(self) -> int:
        """不满意 + 非常不满意."""
        return self._of(Answer.DISSATISFIED) + self._of(Answer.ANGRY)

    @property
    def points(self) -> int:
        """Σ of 5 for 非常满意 down to 1 for 非常不满意."""
        return sum(answer.points * count for answer, count in self.counts.items())

    @property
    def satisfied_rate(self) -> Fraction | None:
        """满意率 = (非常满意 + 满意) ÷ n; None without answers."""
        return Fraction(self.satisfied, self.total) if self.total else None

    @property
    def dissatisfied_rate(self) -> Fraction | None:
        """不满意率 = (不满意 + 非常不满意) ÷ n; None without answers."""
        return Fraction(self.dissatisfied, self.total) if self.total else None

    @property
    def score(self) -> Fraction | None:
        """满意度得分 = Σ points ÷ (5 n) × 100; None without answers."""
        return Fraction(100 * self.points, MOST_POINTS * self.total) if self.total else None

    def _of(self, answer: Answer) -> int:
        return self.counts.get(answer, 0)


NO_OPINIONS = Opinions({})
