"""供应商月度考核表 of a review: what it comes to by the contract, for both parties to sign (G15, law.md §7)."""

from collections.abc import Sequence
from decimal import Decimal

from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.masking import mask_name
from pinzhi_xl.model import Cell
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import capital_money, plain
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.scoring.facts import Case
from pinzhi_xl.sheets.supplier_terms import Aspect, ReviewState
from pinzhi_xl.sheets.suppliers import SupplierReview
from pinzhi_xl.summary.figures import month_name, points, short_day
from pinzhi_xl.summary.rows import RowTexts, item_of, place_of
from pinzhi_xl.summary.source import Source, span_of
from pinzhi_xl.summary.supplier_sentences import basis_of, method_of, result_of
from pinzhi_xl.supplier_columns import figures_by_row, scores_by_row
from pinzhi_xl.suppliers.figures import Figures, settled_figures
from pinzhi_xl.suppliers.served import departments_of, offences_of
from pinzhi_xl.suppliers.standard import Standard
from pinzhi_xl.suppliers.streaks import streaks
from pinzhi_xl.wording import reports as report_words
from pinzhi_xl.wording import suppliers as words
from pinzhi_xl.wording.problems import make_problem


def supplier_reviews(scene: ReportScene, month: Month) -> tuple[Sequence[Report], Sequence[Problem]]:
    """One paper for every valid review of the month; one that has no score is told instead."""
    source = Source(scene)
    fresh = figures_by_row(scene.facts, scene.as_of)
    scores = scores_by_row(scene.facts, fresh)
    low = streaks(
        [(row, scores.get(row.row)) for row in source.book.rows(SupplierReview) if row.is_valid],
        scene.facts.settings.supplier_floor,
    )
    reports: list[Report] = []
    problems: list[Problem] = []
    for row in source.book.rows(SupplierReview):
        if not row.is_valid or row.of_month != month:
            continue
        figures = settled_figures(row) or fresh.get(row.row)
        if figures is None:
            problem = source.book.problem(
                "supplier-unscored", row, "supplier", supplier=row.supplier, community=row.community, month=month
            )
            problems.append(problem)
            continue
        name = f"{month} {row.supplier} {row.community} {row.service}"
        values = _values(source, row, month, figures) | {
            "settlement": _settlement(source, row, figures, low.get(row.row, 0))
        }
        reports.append(Report(words.REVIEW_FORM, month, name, row.community or "", values))
    if not reports and not problems:
        problems.append(make_problem("no-supplier-review", Cell(SupplierReview.sheet.label), month=month))
    return reports, problems


def _values(source: Source, row: SupplierReview, month: Month, figures: Figures) -> dict[str, PaperValue]:
    names = departments_of(source.facts, row)
    cases = [
        case
        for case in source.cases([row.community or ""], span_of(month))
        if case.row.department in names and case.visit.scored
    ]
    contract = words.CONTRACT.format(contract=row.contract) if row.contract else words.NO_CONTRACT
    return {
        **source.head(month.year),
        "draft": report_words.DRAFT if source.is_draft(month) else "",
        "month": month_name(month),
        "supplier": row.supplier or "",
        "community": row.community or "",
        "service": str(row.service or ""),
        "departments": LIST_MARK.join(names),
        "contract": row.contract or report_words.NOTHING,
        "basis": words.BASIS.format(contract=contract),
        "score": f"{figures.score:.1f}",
        "grade": figures.grade or report_words.NOTHING,
        "deducted": plain(figures.deducted),
        "bonus": plain(figures.bonus),
        "held_rate": report_words.PER_CENT.format(figure=plain(figures.held_rate)),
        "aspects": _aspects(source, row, figures, names),
        "explanation": source.masked(row.reason) or words.NO_EXPLANATION,
        "findings": [_finding(source, case, number) for number, case in enumerate(cases, 1)],
        "offences": _offences(source, row, month),
    }


def _aspects(source: Source, row: SupplierReview, figures: Figures, names: Sequence[str]) -> list[RowTexts]:
    standard = Standard(source.book)
    return [
        {
            "aspect": str(aspect),
            "points": plain(standard.points(aspect)),
            "deduction": plain(figures.deductions[aspect]),
            "reason": basis_of(aspect, row, figures, names),
        }
        for aspect in Aspect
    ]


def _finding(source: Source, case: Case, number: int) -> RowTexts:
    return {
        "no": str(number),
        "day": short_day(case.visit.day),
        "department": case.row.department or "",
        "item": item_of(case),
        "place": place_of(source, case),
        "facts": source.masked(case.row.facts),
        "deduction": points(source.deduction(case)),
    }


def _offences(source: Source, row: SupplierReview, month: Month) -> list[RowTexts]:
    """What the supplier's workers did: no penalty notice, the first character of a name only (law.md §4, §7)."""
    return [
        {
            "no": str(number),
            "day": short_day(offence.case.visit.day),
            "finding": offence.case.row.number or "",
            "who": mask_name(offence.person.name or ""),
            "post": offence.person.post or report_words.NOTHING,
            "facts": source.masked(offence.case.row.facts),
        }
        for number, offence in enumerate(offences_of(source.facts, row, month), 1)
    ]


def _settlement(source: Source, row: SupplierReview, figures: Figures, months: int) -> list[str]:
    """How the score becomes money, and what follows from it."""
    settings = source.facts.settings
    said = [result_of(figures)]
    if not row.is_settled:
        said.append(method_of(settings, Standard(source.book)))
    said.append(words.PAID.format(pay=plain(figures.pay_rate), held=plain(figures.held_rate)))
    if row.fee is None or figures.held is None:
        said.append(words.NO_FEE)
    else:
        said.append(
            words.HELD.format(
                fee=_money(row.fee),
                held=_money(figures.held),
                capitals=capital_money(figures.held),
                paid=_money(row.fee - figures.held),
            )
        )
    if months >= settings.supplier_streak:
        floor, limit = plain(settings.supplier_floor), settings.supplier_streak
        said.append(words.STREAK.format(months=months, floor=floor, limit=limit))
    if row.state is ReviewState.DISPUTED:
        said.append(words.DISPUTED)
    elif row.state is ReviewState.SETTLED:
        said.append(words.SETTLED)
    return said


def _money(amount: Decimal) -> str:
    return words.MONEY.format(amount=amount)
