"""月度评估与排名通报: the communities side by side, circulated to all (practice.md §1.6)."""

from collections.abc import Sequence

from pinzhi_xl.month import Month
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.scoring import CommunityScore
from pinzhi_xl.summary.figures import change, month_name, one, per_cent, points, rate_text
from pinzhi_xl.summary.one_community import why_unranked
from pinzhi_xl.summary.rows import RowTexts, finding_row
from pinzhi_xl.summary.source import Source, span_of
from pinzhi_xl.summary.units import mean_of
from pinzhi_xl.wording import reports as words


def ranking_reports(scene: ReportScene, month: Month) -> tuple[Sequence[Report], Sequence[Problem]]:
    """The one circular of a month; blocked communities stand in it without a rank, and are told."""
    source = Source(scene)
    told = (source.blocked(name, [month]) for name in scene.facts.communities)
    company = scene.facts.settings.company
    report = Report(words.RANKING, month, f"{month} {words.COMPANY_FILE}", company, _values(source, month))
    return [report], [problem for problem in told if problem is not None]


def _values(source: Source, month: Month) -> dict[str, PaperValue]:
    scores = source.scene.scores(month).communities
    ranked = sorted((s for s in scores if s.rank is not None), key=lambda s: s.rank or 0)
    unranked = [s for s in scores if s.rank is None]
    blocked = source.scene.blocked(month)
    free = [name for name in source.facts.communities if name not in blocked]
    red = [case for case in source.cases(free, span_of(month)) if case.red_line]
    return {
        **source.head(month.year),
        "month": month_name(month),
        "draft": words.DRAFT if source.is_draft(month) else "",
        "sentences": _sentences(source, month, scores, ranked),
        "ranking": [_row(source, score, month) for score in ranked],
        "unranked": [
            {
                "name": score.name,
                "score": one(score.score),
                "days": str(score.days),
                "reason": why_unranked(source, score, len(blocked.get(score.name, ()))),
            }
            for score in unranked
        ],
        "red_lines": [
            {**finding_row(source, case, n), "community": case.visit.community} for n, case in enumerate(red, 1)
        ],
    }


def _row(source: Source, score: CommunityScore, month: Month) -> RowTexts:
    before = source.score(score.name, month.before)
    return {
        "rank": str(score.rank),
        "rank_change": source.rank_change(score, month),
        "name": score.name,
        "score": one(score.score),
        "grade": str(score.grade or words.NOTHING),
        "change": change(score.score, before.score if before else None),
        "days": str(score.days),
        "deduction": points(score.deduction),
        "red_lines": str(score.red_lines),
        "on_time": per_cent(score.on_time_rate),
        "repeats": per_cent(score.repeat_rate),
        "unvisited": rate_text(score.unvisited_rate),
    }


def _sentences(
    source: Source, month: Month, scores: Sequence[CommunityScore], ranked: Sequence[CommunityScore]
) -> list[str]:
    if not ranked:
        return [words.RANKING_NONE.format(month=month_name(month), communities=len(scores))]
    moves = [_move(source, score, month) for score in ranked]
    first = [score for score in ranked if score.rank == 1]
    red = [score.name for score in ranked if score.red_lines]
    return [
        words.RANKING_AVERAGE.format(
            month=month_name(month),
            communities=len(scores),
            ranked=len(ranked),
            score=one(mean_of(ranked)),
        ),
        words.NOT_COMPARED
        if moves.count(None) == len(moves)
        else words.RANKING_MOVES.format(up=moves.count(1), down=moves.count(-1), same=moves.count(0)),
        words.RANKING_FIRST.format(names=words.LIST.join(s.name for s in first), score=first[0].score),
        words.RANKING_RED.format(names=words.LIST.join(red)) if red else words.RANKING_NO_RED,
    ]


def _move(source: Source, score: CommunityScore, month: Month) -> int | None:
    """1 up, -1 down, 0 the same; None without a score last month."""
    before = source.score(score.name, month.before)
    if score.score is None or before is None or before.score is None:
        return None
    return (score.score > before.score) - (score.score < before.score)
