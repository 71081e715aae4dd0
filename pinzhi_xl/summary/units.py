"""The table at the heart of a month's summary: departments of a community, or communities of the company."""

from collections.abc import Sequence
from decimal import Decimal

from pinzhi_xl.month import Month
from pinzhi_xl.numerals import half_up
from pinzhi_xl.scoring import CommunityScore
from pinzhi_xl.scoring.facts import Case
from pinzhi_xl.scoring.month import DepartmentScore
from pinzhi_xl.summary.figures import change, one, points, rate_text
from pinzhi_xl.summary.rows import RowTexts
from pinzhi_xl.summary.source import Source
from pinzhi_xl.wording import reports as words

Scored = CommunityScore | DepartmentScore


def _row(score: Scored, cases: Sequence[Case], name: str, before: Decimal | None) -> RowTexts:
    return {
        "name": name,
        "days": str(score.days),
        "score": words.UNVISITED if score.score is None else one(score.score),
        "grade": str(score.grade or words.NOTHING),
        "change": change(score.score, before),
        "rank": words.NOTHING,
        "rank_change": words.NOTHING,
        "deduction": points(score.deduction),
        "findings": str(len(cases)),
        "red_lines": str(score.red_lines),
        "unvisited": rate_text(score.unvisited_rate),
    }


def department_rows(score: CommunityScore, before: CommunityScore | None, cases: Sequence[Case]) -> list[RowTexts]:
    """Departments of one community, and the community as a whole."""
    earlier = {part.name: part.score for part in before.departments} if before else {}
    rows = [
        _row(part, [c for c in cases if c.row.department == part.name], part.name, earlier.get(part.name))
        for part in score.departments
    ]
    return [*rows, _row(score, cases, words.TOTAL, before.score if before else None)]


def community_rows(source: Source, names: Sequence[str], month: Month, cases: Sequence[Case]) -> list[RowTexts]:
    """Communities, best rank first, those without a rank last in sheet order."""
    found = [score for name in names if (score := source.score(name, month)) is not None]
    rows = []
    for score in sorted(found, key=lambda score: (score.rank is None, score.rank or 0)):
        before = source.score(score.name, month.before)
        own = [case for case in cases if case.visit.community == score.name]
        row = _row(score, own, score.name, before.score if before else None)
        row["rank"] = words.NOTHING if score.rank is None else str(score.rank)
        row["rank_change"] = source.rank_change(score, month)
        rows.append(row)
    return [*rows, _total(rows, found, cases)]


def _total(rows: Sequence[RowTexts], found: Sequence[CommunityScore], cases: Sequence[Case]) -> RowTexts:
    deduction = sum((score.deduction for score in found if score.deduction is not None), Decimal(0))
    return {
        **dict.fromkeys(("grade", "change", "rank", "rank_change", "unvisited"), words.NOTHING),
        "name": words.TOTAL,
        "days": str(sum(score.days for score in found)),
        "score": one(mean_of(found)),
        "deduction": points(deduction),
        "findings": str(len(cases)),
        "red_lines": str(sum(score.red_lines for score in found)),
    }


def mean_of(scores: Sequence[CommunityScore]) -> Decimal | None:
    """The simple mean of the printed scores, as a reader would work it out; None without any."""
    known = [score.score for score in scores if score.score is not None]
    return half_up(sum(known, Decimal(0)) / len(known)) if known else None
