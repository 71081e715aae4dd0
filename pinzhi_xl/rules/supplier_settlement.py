"""Rules of settling with suppliers: signatures, low scores in a row, staff who did wrong (law.md §7)."""

from collections.abc import Iterator

from pinzhi_xl.kinds import fold
from pinzhi_xl.month import Month
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.rules.suppliers import valid_reviews
from pinzhi_xl.sheets.inspections import Offender
from pinzhi_xl.sheets.supplier_terms import ReviewState
from pinzhi_xl.suppliers.served import departments_of, offences_in

SIGNED_STATES = (ReviewState.CONFIRMED, ReviewState.SETTLED)
"""States that rest on the supplier's signature."""


@serves("G15")
def a_settlement_is_signed(scene: Scene) -> Iterator[Problem]:
    """Settling by points takes the supplier's signature (practice.md §7, S40), dated after the month's end."""
    for row in valid_reviews(scene):
        month = row.of_month
        if row.signed_by and scene.book.is_vacant(row, "signed_on"):
            yield scene.book.problem("supplier-signature-undated", row, "signed_on")
        elif row.state in SIGNED_STATES and not row.is_signed:
            yield scene.book.problem("supplier-unsigned", row, "signed_by", state=row.state)
        if month is not None and row.signed_on is not None and row.signed_on < month.last:
            yield scene.book.problem("supplier-signed-before-month-end", row, "signed_on", month=month)
        if row.state is ReviewState.SETTLED and row.score is None:
            yield scene.book.problem("supplier-settled-unscored", row, "state")


@serves("G15")
def quality_rests_on_inspections(scene: Scene) -> Iterator[Problem]:
    """A month without a scored inspection of the supplier's departments leaves 作业质量 without deduction."""
    for row in valid_reviews(scene):
        month = row.of_month
        if month is None or row.community is None or month > Month.of(scene.as_of):
            continue
        names = departments_of(scene.facts, row)
        visits = [visit for _, found in scene.facts.days(row.community, month) for visit in found]
        if names and not any(visit.covers(name) for visit in visits for name in names):
            yield scene.book.problem("supplier-uninspected", row, "month", month=month, community=row.community)


@serves("G15")
def low_scores_in_a_row_are_told(scene: Scene) -> Iterator[Problem]:
    """连续两月低于 70 可解约 (practice.md §7, S6): told, decided by those who made the contract."""
    settings = scene.facts.settings
    for row in valid_reviews(scene):
        if row.streak is not None and row.streak >= settings.supplier_streak:
            yield scene.book.problem(
                "supplier-below-floor",
                row,
                "streak",
                supplier=row.supplier,
                floor=f"{settings.supplier_floor:f}",
                limit=settings.supplier_streak,
            )


@serves("G15")
def workers_of_suppliers_are_dealt_with_through_the_supplier(scene: Scene) -> Iterator[Problem]:
    """Staff of a supplier get no penalty notice: their offences are answered in the supplier's review.

    Told once the module is in use, for months that are over.
    """
    reviews = list(valid_reviews(scene))
    if not reviews:
        return
    known = {(row.of_month, fold(row.supplier or ""), row.community) for row in reviews}
    first = min((row.of_month for row in reviews if row.of_month), default=None)
    if first is None:
        return
    offenders = {(row.finding, row.person): row for row in scene.book.rows(Offender)}
    for case, person in offences_in(scene.facts, first.first, Month.of(scene.as_of).before.last):
        month, community = Month.of(case.visit.day), case.visit.community
        if (month, fold(person.employer or ""), community) not in known:
            yield scene.book.problem(
                "supplier-not-reviewed",
                offenders[case.row.number, person.number],
                "finding",
                month=month,
                supplier=person.employer,
                community=community,
            )


SETTLEMENT_RULES: tuple[Rule, ...] = (
    a_settlement_is_signed,
    quality_rests_on_inspections,
    low_scores_in_a_row_are_told,
    workers_of_suppliers_are_dealt_with_through_the_supplier,
)
