"""The surveys of a half year that a report counts, those of the half before, and those left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from pinzhi_xl.half_year import HalfYear
from pinzhi_xl.opinions import NO_OPINIONS, Opinions
from pinzhi_xl.papers import ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Scene
from pinzhi_xl.rules.survey_errors import survey_errors, withhold
from pinzhi_xl.sheets.survey_terms import Dimension
from pinzhi_xl.surveys import Surveyed, Surveys
from pinzhi_xl.wording import survey as words


@dataclass(frozen=True)
class Counted:
    """Community → its survey, of a half year and of the one before; and who is left out for what reason."""

    half: HalfYear
    now: Mapping[str, Surveyed]
    before: Mapping[str, Surveyed]
    running: Sequence[str]
    wrong: Sequence[str]
    missing: Sequence[str]
    problems: Sequence[Problem]

    @property
    def common(self) -> list[str]:
        """Communities with a survey in both half years."""
        return [name for name in self.now if name in self.before]

    def pair(self, community: str, dimension: Dimension) -> tuple[Opinions, Opinions]:
        """What was answered in a community about a dimension, now and half a year before."""
        return tuple(
            one.opinions(dimension) if (one := found.get(community)) else NO_OPINIONS
            for found in (self.now, self.before)
        )  # type: ignore[return-value]  # two of them

    def total(self, dimension: Dimension) -> Opinions:
        """What was answered everywhere."""
        return Opinions.sum(one.opinions(dimension) for one in self.now.values())

    def common_pair(self, dimension: Dimension) -> tuple[Opinions, Opinions]:
        """What was answered now and before in the communities that were asked both times."""
        pairs = [self.pair(name, dimension) for name in self.common]
        return Opinions.sum(now for now, _ in pairs), Opinions.sum(before for _, before in pairs)

    def sum_of(self, part: str, whole: str) -> Fraction | None:
        """Σ of one field ÷ Σ of another over the surveys that tell both."""
        pairs = [(getattr(one.row, part), getattr(one.row, whole)) for one in self.now.values()]
        known = [(a, b) for a, b in pairs if a is not None and b is not None]
        divisor = sum(b for _, b in known)
        return Fraction(sum(a for a, _ in known), divisor) if divisor else None


def counted(scene: ReportScene, half: HalfYear) -> Counted:
    """The surveys that have ended, have answers and no errors; the others are named."""
    surveys = Surveys(scene.facts)
    looked = Scene(scene.facts, scene.as_of)
    errors = survey_errors(looked)
    now: dict[str, Surveyed] = {}
    running: list[str] = []
    wrong: list[str] = []
    problems: list[Problem] = []
    for one in surveys.of(half):
        name = one.row.community or ""
        problem = withhold(looked, one, errors, words.NOT_REPORTED)
        if problem is not None:
            wrong.append(name)
            problems.append(problem)
        elif one.has_ended(scene.as_of) and one.by_dimension:
            now[name] = one
        else:
            running.append(name)
    before = {
        one.row.community or "": one
        for one in surveys.of(half.before)
        if one.has_ended(scene.as_of) and one.by_dimension and withhold(looked, one, errors, "") is None
    }
    seen = {*now, *running, *wrong}
    missing = [name for name in scene.facts.communities if name not in seen]
    return Counted(half, now, before, running, wrong, missing, problems)
