"""A month that is final: its scores are what 得分 says, whatever is changed in the sheets afterwards."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pinzhi_xl.month import Month
from pinzhi_xl.scoring.month import CommunityScore, DepartmentScore, MonthScores
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.results import ScoreRow
from pinzhi_xl.sheets.settings import typed_month
from pinzhi_xl.sheets.terms import TOTAL, Grade, ScoreStatus


def is_locked(book: Book, month: Month) -> bool:
    """True once any row of the month in 得分 says 锁定."""
    return any(row.status is ScoreStatus.LOCKED for row in book.rows(ScoreRow) if row.month == str(month))


def locked_months(book: Book) -> list[Month]:
    """The months that are final, in order."""
    typed = {row.month for row in book.rows(ScoreRow) if row.status is ScoreStatus.LOCKED and row.month}
    return sorted(month for text in typed if (month := typed_month(text)) is not None)


def locked_scores(book: Book, fresh: MonthScores) -> MonthScores:
    """The scores as they were locked; `fresh` lends the order of communities and the repeats."""
    rows = [row for row in book.rows(ScoreRow) if row.month == str(fresh.month)]
    by_name: dict[str, list[ScoreRow]] = {}
    for row in rows:
        if row.community:
            by_name.setdefault(row.community, []).append(row)
    names = [score.name for score in fresh.communities if score.name in by_name]
    names += [name for name in by_name if name not in names]
    return replace(fresh, communities=[_community(name, by_name[name]) for name in names])


def lock(book: Book, month: Month) -> list[ScoreRow]:
    """All rows of 得分 with those of the month locked."""
    return [
        replace(row, status=ScoreStatus.LOCKED) if row.month == str(month) else row for row in book.rows(ScoreRow)
    ]


def unlock(book: Book, month: Month) -> list[ScoreRow]:
    """All rows of 得分 with those of the month no longer locked: the next score says how they stand."""
    return [replace(row, status=None) if row.month == str(month) else row for row in book.rows(ScoreRow)]


def differences(locked: MonthScores, fresh: MonthScores) -> Mapping[str, tuple[str, str]]:
    """Community → (locked score and deduction, those the sheets give now), where any figure is not the same."""
    now = {score.name: score for score in fresh.communities}
    return {
        score.name: (_said(score), _said(now[score.name]))
        for score in locked.communities
        if score.name in now and _figures(score) != _figures(now[score.name])
    }


def _said(score: CommunityScore) -> str:
    return f"{score.score} / {score.deduction}"


def _figures(score: CommunityScore) -> tuple[object, ...]:
    parts = sorted((part.name, part.score, part.deduction, part.red_lines) for part in score.departments)
    return score.score, score.deduction, score.grade, score.days, score.red_lines, score.unvisited_rate, parts


def _community(name: str, rows: Sequence[ScoreRow]) -> CommunityScore:
    total = next((row for row in rows if row.department == TOTAL), rows[0])
    return CommunityScore(
        name=name,
        status=ScoreStatus.LOCKED,
        days=total.days or 0,
        score=total.score,
        deduction=total.deduction,
        grade=_grade(total),
        rank=total.rank,
        red_lines=total.red_lines or 0,
        unvisited_rate=total.unvisited_rate,
        on_time_rate=None,
        repeat_rate=None,
        departments=[
            DepartmentScore(
                name=row.department or "",
                days=row.days or 0,
                score=row.score,
                deduction=row.deduction,
                grade=_grade(row),
                red_lines=row.red_lines or 0,
                unvisited_rate=row.unvisited_rate,
            )
            for row in rows
            if row.department != TOTAL
        ],
    )


def _grade(row: ScoreRow) -> Grade | None:
    return Grade(row.grade) if row.grade else None
