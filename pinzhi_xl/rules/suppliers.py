"""Rules of 供应商考核: whom and when it is about, what its figures may be (G15; law.md §7)."""

from collections.abc import Iterator

from pinzhi_xl.month import Month
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.sheets.supplier_terms import Aspect, StandardRule
from pinzhi_xl.sheets.suppliers import SupplierReview, SupplierStandard
from pinzhi_xl.suppliers.served import departments_run
from pinzhi_xl.suppliers.standard import Standard
from pinzhi_xl.suppliers.streaks import Subject, subject_of

TYPED_ASPECTS = {
    "appearance": Aspect.APPEARANCE,
    "equipment": Aspect.EQUIPMENT,
    "training": Aspect.TRAINING,
    "safety": Aspect.SAFETY,
}
"""Fields in which people type what an aspect costs."""


def valid_reviews(scene: Scene) -> Iterator[SupplierReview]:
    """The reviews that are not void."""
    return (row for row in scene.book.rows(SupplierReview) if row.is_valid)


@serves("G15")
def a_review_is_of_a_month_that_has_begun(scene: Scene) -> Iterator[Problem]:
    """月份 can be read and is not ahead of the day of action."""
    for row in valid_reviews(scene):
        month = row.of_month
        if row.month is not None and month is None:
            yield scene.book.problem("supplier-month-unreadable", row, "month")
        elif month is not None and month > Month.of(scene.as_of):
            yield scene.book.problem("supplier-month-ahead", row, "month", today=scene.as_of)


@serves("G15")
def a_reviewed_supplier_runs_a_department(scene: Scene) -> Iterator[Problem]:
    """项目部门 names the supplier in the community, and for every department that the review names."""
    for row in valid_reviews(scene):
        if row.supplier is None or row.community is None:
            continue
        run = departments_run(scene.facts, row.supplier, row.community)
        if not run:
            yield scene.book.problem("supplier-unknown", row, "supplier", community=row.community)
            continue
        for name in row.departments:
            if name not in run:
                yield scene.book.problem(
                    "supplier-other-department",
                    row,
                    "departments",
                    about=name,
                    community=row.community,
                    supplier=row.supplier,
                )


@serves("G15")
def a_service_is_reviewed_once_a_month(scene: Scene) -> Iterator[Problem]:
    """One row for a month, supplier, community and service, however the month is written."""
    seen: dict[tuple[Month, Subject], SupplierReview] = {}
    for row in valid_reviews(scene):
        month = row.of_month
        if month is None or not (row.supplier and row.community and row.service):
            continue
        first = seen.setdefault((month, subject_of(row)), row)
        if first is not row and first.month != row.month:  # the same spelling is told while reading
            yield scene.book.problem(
                "supplier-twice",
                row,
                "service",
                month=month,
                supplier=row.supplier,
                community=row.community,
                first=first.row,
            )


@serves("G15")
def deductions_stay_within_their_points(scene: Scene) -> Iterator[Problem]:
    """着装礼仪, 设备物料, 培训, 安全 cost at most their 分值; 加分 counts up to its limit."""
    standard = Standard(scene.book)
    limit = scene.facts.settings.supplier_bonus
    for row in valid_reviews(scene):
        for name, aspect in TYPED_ASPECTS.items():
            off, points = getattr(row, name), standard.points(aspect)
            if off is not None and off > points:
                yield scene.book.problem("supplier-over-points", row, name, points=f"{points:f}")
        if row.bonus is not None and row.bonus > limit:
            yield scene.book.problem("supplier-bonus-capped", row, "bonus", limit=f"{limit:f}")


@serves("G15")
def a_deduction_says_why(scene: Scene) -> Iterator[Problem]:
    """What people type as points off or on has its facts beside it, for the supplier to check."""
    for row in valid_reviews(scene):
        typed = (row.absences, row.complaints, row.bonus, *(getattr(row, name) for name in TYPED_ASPECTS))
        if any(typed) and not row.reason:
            yield scene.book.problem("supplier-unexplained", row, "reason")


@serves("G15")
def money_rests_on_the_contract(scene: Scene) -> Iterator[Problem]:
    """A deduction from the fee is a matter of the service contract, which is named (law.md §7)."""
    for row in valid_reviews(scene):
        if row.fee is not None and not row.contract and scene.book.is_vacant(row, "contract"):
            yield scene.book.problem("supplier-fee-without-contract", row, "contract")


@serves("G15")
def standard_rows_are_complete(scene: Scene) -> Iterator[Problem]:
    """分值 names its 考核项, every other rule its 起点; the points of all aspects come to 100."""
    rows = scene.book.rows(SupplierStandard)
    for row in rows:
        if row.rule is StandardRule.POINTS and row.aspect is None:
            yield scene.book.problem("supplier-standard-without-aspect", row, "aspect")
        elif row.rule not in (None, StandardRule.POINTS) and scene.book.is_vacant(row, "low"):
            yield scene.book.problem("supplier-step-without-start", row, "low", about=str(row.rule))
    total = Standard(scene.book).total
    if rows and total != 100:
        yield scene.book.problem(
            "supplier-points-not-100", rows[0], "value", about=f"{total:f}", total=f"{total:f}"
        )


SUPPLIER_RULES: tuple[Rule, ...] = (
    a_review_is_of_a_month_that_has_begun,
    a_reviewed_supplier_runs_a_department,
    a_service_is_reviewed_once_a_month,
    deductions_stay_within_their_points,
    a_deduction_says_why,
    money_rests_on_the_contract,
    standard_rows_are_complete,
)
