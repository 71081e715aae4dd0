"""The head of a community's month: score, rank and how they moved."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from pinzhi_xl.indicators import Indicator, Scope
from pinzhi_xl.indicators.core import CLOSING_RATE, FIRST_PASS_RATE
from pinzhi_xl.month import Month
from pinzhi_xl.papers import PaperValue
from pinzhi_xl.scoring import CommunityScore
from pinzhi_xl.scoring.facts import Case
from pinzhi_xl.sheets.terms import ScoreStatus
from pinzhi_xl.summary.figures import change, month_name, one, per_cent, points, rate_text
from pinzhi_xl.summary.sentences import caution, month_change
from pinzhi_xl.summary.source import Source
from pinzhi_xl.summary.units import department_rows
from pinzhi_xl.wording import reports as words


@dataclass(frozen=True)
class HeadFigures:
    """Values and sentences of the head, and the on-time rate for the sentence about rectification."""

    values: dict[str, PaperValue]
    sentences: Sequence[str]
    caution: Sequence[str]
    on_time: Fraction | None


def community_head(source: Source, month: Month, names: Sequence[str], cases: Sequence[Case]) -> HeadFigures:
    """The head of the one community in `names`."""
    score, before = source.score(names[0], month), source.score(names[0], month.before)
    assert score is not None  # a community in charge always has its month, scored or not
    earlier = before.score if before else None
    values: dict[str, PaperValue] = {
        "subject": score.name,
        "unit_label": words.DEPARTMENT,
        "units": department_rows(score, before, cases),
        "score": one(score.score),
        "grade": str(score.grade or words.NOTHING),
        "change": change(score.score, earlier),
        "rank": words.NOTHING if score.rank is None else str(score.rank),
        "rank_change": source.rank_change(score, month),
        "days_total": str(score.days),
        "deduction": points(score.deduction),
        "red_total": str(score.red_lines),
        "unvisited": rate_text(score.unvisited_rate),
        "on_time": per_cent(score.on_time_rate),
        "passed": _rate(source, CLOSING_RATE, score.name, month),
        "first_pass": _rate(source, FIRST_PASS_RATE, score.name, month),
    }
    red = [words.MONTH_RED.format(count=score.red_lines)] if score.red_lines else []
    sentences = [_scored(source, month, score), *red, *month_change(score.score, earlier)]
    return HeadFigures(values, sentences, caution(source, score.days, len(cases)), score.on_time_rate)


def _rate(source: Source, indicator: Indicator, community: str, month: Month) -> str:
    scope = Scope([community], month.first, month.last, source.as_of)
    return per_cent(indicator.count(source.facts, scope).ratio)


def _scored(source: Source, month: Month, score: CommunityScore) -> str:
    if score.score is None:
        return words.MONTH_UNSCORED.format(month=month_name(month))
    if score.rank is None:
        rank = words.NOT_RANKED.format(reason=why_unranked(source, score))
    else:
        count = sum(other.rank is not None for other in source.scene.scores(month).communities)
        rank = words.RANKED.format(rank=score.rank, count=count)
    return words.MONTH_SCORED.format(
        month=month_name(month), days=score.days, score=score.score, grade=score.grade, rank=rank
    )


def why_unranked(source: Source, score: CommunityScore, errors: int = 0) -> str:
    """Why a community has no rank."""
    least = source.facts.settings.ranking_days
    if errors:
        return words.REASON_ERRORS_COUNT.format(count=errors)
    if score.status is ScoreStatus.HAS_ERRORS:
        return words.REASON_ERRORS
    if score.days < least:
        return words.REASON_SMALL.format(days=score.days, least=least)
    return words.REASON_UNSCORED
