"""The computed columns of 供应商考核, from the records of each month (G15)."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache

from pinzhi_xl.deriving import changes
from pinzhi_xl.model import SetCell, Value
from pinzhi_xl.month import Month
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.rules.blocking import blocking_errors
from pinzhi_xl.scoring import MonthScores, score_month
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.scoring.locked import is_locked, locked_scores
from pinzhi_xl.sheets.supplier_terms import Aspect
from pinzhi_xl.sheets.suppliers import SupplierReview
from pinzhi_xl.suppliers.figures import Figures, Reviewer
from pinzhi_xl.suppliers.streaks import streaks

_BLANK: Mapping[str, Value] = dict.fromkeys(
    (
        "attendance",
        "complained",
        "inspected",
        "quality",
        "rectification",
        "deducted",
        "score",
        "grade",
        "pay_rate",
        "held_rate",
        "held",
    )
)


def figures_by_row(facts: Facts, as_of: date) -> Mapping[int, Figures]:
    """Sheet row → figures of every review that can have any: not void, settled, wrong or of a wrong month."""
    rows = [row for row in facts.book.rows(SupplierReview) if row.is_valid and not row.is_settled]
    if not rows:
        return {}
    problems = check(Scene(facts, as_of))
    label = SupplierReview.sheet.label
    wrong = {problem.cell.row for problem in problems if problem.is_error and problem.cell.sheet == label}

    @cache
    def scores(month: Month) -> MonthScores:
        fresh = score_month(facts, month, set(blocking_errors(facts, problems, month)), as_of)
        return locked_scores(facts.book, fresh) if is_locked(facts.book, month) else fresh

    reviewer = Reviewer(facts, as_of, scores)
    found = {row.row: reviewer.figures(row) for row in rows if row.row not in wrong}
    return {number: one for number, one in found.items() if one is not None}


def scores_by_row(facts: Facts, fresh: Mapping[int, Figures]) -> Mapping[int, Decimal]:
    """Sheet row → score of every review that has one; a settled one keeps what it was settled with."""
    found = {}
    for row in facts.book.rows(SupplierReview):
        score = row.score if row.is_settled else fresh[row.row].score if row.row in fresh else None
        if score is not None:
            found[row.row] = score
    return found


def supplier_edits(facts: Facts, as_of: date) -> Iterator[SetCell]:
    """得分 and the other computed columns of 供应商考核; a settled review keeps the figures it has."""
    book = facts.book
    figures = figures_by_row(facts, as_of)
    scores = scores_by_row(facts, figures)
    rows = book.rows(SupplierReview)
    low = streaks([(row, scores.get(row.row)) for row in rows], facts.settings.supplier_floor)
    for row in rows:
        if not row.is_settled:
            own = figures.get(row.row)
            yield from changes(
                book, row, {**(_BLANK if own is None else _values(own)), "streak": low.get(row.row)}
            )


def _values(figures: Figures) -> Mapping[str, Value]:
    return {
        "attendance": figures.deductions[Aspect.ATTENDANCE],
        "complained": figures.deductions[Aspect.COMPLAINTS],
        "inspected": figures.inspected,
        "quality": figures.deductions[Aspect.QUALITY],
        "rectification": figures.deductions[Aspect.RECTIFICATION],
        "deducted": figures.deducted,
        "score": figures.score,
        "grade": figures.grade or None,
        "pay_rate": figures.pay_rate,
        "held_rate": figures.held_rate,
        "held": figures.held,
    }
