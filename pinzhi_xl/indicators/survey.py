"""满意率, 满意度得分, 问卷发放率, 问卷回收率 (practice.md §6; A22, E13, F05, H10)."""

from collections.abc import Iterator

from pinzhi_xl.indicators.base import Counted, Indicator, Scope, Unit
from pinzhi_xl.opinions import MOST_POINTS, Opinions
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.modules import Module
from pinzhi_xl.surveys import Surveyed, Surveys
from pinzhi_xl.wording import survey as words


def surveys_in(facts: Facts, scope: Scope) -> Iterator[Surveyed]:
    """Of each community the survey that ended last in the period."""
    latest: dict[str, Surveyed] = {}
    for one in Surveys(facts).all:
        community, ended = one.row.community, one.row.ended_on
        if community in scope.communities and community and ended is not None and scope.holds(ended):
            before = latest.get(community)
            if before is None or before.row.ended_on is None or before.row.ended_on < ended:
                latest[community] = one
    yield from latest.values()


def _overall(facts: Facts, scope: Scope) -> Opinions:
    return Opinions.sum(one.overall for one in surveys_in(facts, scope))


def _rate(facts: Facts, scope: Scope) -> Counted:
    """非常满意 + 满意 ÷ valid answers, about 总体."""
    found = _overall(facts, scope)
    return Counted(found.satisfied, found.total)


def _score(facts: Facts, scope: Scope) -> Counted:
    """Σ of 5 to 1 ÷ 5 n, about 总体; the unit makes it points of a hundred."""
    found = _overall(facts, scope)
    return Counted(found.points, MOST_POINTS * found.total)


def _issued(facts: Facts, scope: Scope) -> Counted:
    """发放 ÷ 入住户, of surveys that tell both."""
    pairs = [(one.row.issued, one.row.households) for one in surveys_in(facts, scope)]
    known = [(issued, whole) for issued, whole in pairs if issued is not None and whole is not None]
    return Counted(sum(issued for issued, _ in known), sum(whole for _, whole in known))


def _back(facts: Facts, scope: Scope) -> Counted:
    """回收 ÷ 发放, of surveys that tell both."""
    pairs = [(one.row.returned, one.row.issued) for one in surveys_in(facts, scope)]
    known = [(back, whole) for back, whole in pairs if back is not None and whole is not None]
    return Counted(sum(back for back, _ in known), sum(whole for _, whole in known))


_SERVES = ("A22", "E13", "F05", "H10")

SURVEY_INDICATORS: tuple[Indicator, ...] = (
    Indicator(words.RATE, words.RATE_FORMULA, Unit.PER_CENT, _rate, module=Module.SURVEY, serves=_SERVES),
    Indicator(words.SCORE, words.SCORE_FORMULA, Unit.POINTS, _score, module=Module.SURVEY, serves=_SERVES),
    Indicator(words.ISSUED, words.ISSUED_FORMULA, Unit.PER_CENT, _issued, module=Module.SURVEY, serves=("A22",)),
    Indicator(words.BACK, words.BACK_FORMULA, Unit.PER_CENT, _back, module=Module.SURVEY, serves=("A22",)),
)
