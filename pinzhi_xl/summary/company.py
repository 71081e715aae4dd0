"""The head of the company's month: its communities side by side."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from pinzhi_xl.month import Month
from pinzhi_xl.papers import PaperValue
from pinzhi_xl.scoring import CommunityScore
from pinzhi_xl.scoring.facts import Case
from pinzhi_xl.scoring.rates import on_time_counts
from pinzhi_xl.summary.figures import change, month_name, one, per_cent, points
from pinzhi_xl.summary.one_community import HeadFigures
from pinzhi_xl.summary.sentences import caution, month_change
from pinzhi_xl.summary.source import Source
from pinzhi_xl.summary.units import community_rows, mean_of
from pinzhi_xl.wording import reports as words


def company_head(source: Source, month: Month, names: Sequence[str], cases: Sequence[Case]) -> HeadFigures:
    """The head of the communities in `names` together."""
    scores = [score for name in names if (score := source.score(name, month)) is not None]
    mean, earlier = mean_of(scores), _earlier(source, month, scores)
    values: dict[str, PaperValue] = {
        "subject": source.facts.settings.company,
        "unit_label": words.COMMUNITY,
        "units": community_rows(source, names, month, cases),
        "score": one(mean),
        **dict.fromkeys(
            ("grade", "rank", "rank_change", "unvisited", "on_time", "passed", "first_pass"), words.NOTHING
        ),
        "change": change(mean, earlier),
        "days_total": str(sum(score.days for score in scores)),
        "deduction": points(sum((s.deduction for s in scores if s.deduction is not None), Decimal(0))),
        "red_total": str(sum(score.red_lines for score in scores)),
    }
    rate = _on_time(source, names, month)
    values["on_time"] = per_cent(rate)
    days = min((score.days for score in scores), default=0)
    sentences = [_scored(month, scores, mean), *month_change(mean, earlier)]
    return HeadFigures(values, sentences, caution(source, days, len(cases)), rate)


def _earlier(source: Source, month: Month, scores: Sequence[CommunityScore]) -> Decimal | None:
    """Last month's mean, only when the same communities had a score: else the two cannot be compared."""
    before = [found for s in scores if (found := source.score(s.name, month.before)) is not None]
    same = {s.name for s in scores if s.score is not None} == {s.name for s in before if s.score is not None}
    return mean_of(before) if same else None


def _scored(month: Month, scores: Sequence[CommunityScore], mean: Decimal | None) -> str:
    if mean is None:
        return words.MONTH_COMPANY_UNSCORED.format(month=month_name(month), communities=len(scores))
    scored = sum(score.score is not None for score in scores)
    return words.MONTH_COMPANY.format(month=month_name(month), communities=len(scores), scored=scored, score=mean)


def _on_time(source: Source, names: Sequence[str], month: Month) -> Fraction | None:
    counts = [on_time_counts(source.facts, name, month, source.as_of) for name in names]
    due = sum(count for _, count in counts)
    return Fraction(sum(count for count, _ in counts), due) if due else None
