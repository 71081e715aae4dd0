"""How many months in a row a supplier stayed below the floor (practice.md §7: 连续两月低于 70 解约)."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from pinzhi_xl.kinds import fold
from pinzhi_xl.month import Month
from pinzhi_xl.sheets.suppliers import SupplierReview

Subject = tuple[str, str, str]
"""Supplier, community and service: what is followed from month to month."""


def subject_of(row: SupplierReview) -> Subject:
    """Whom and what a review is about, in one spelling."""
    return fold(row.supplier or ""), row.community or "", str(row.service or "")


def streaks(scored: Iterable[tuple[SupplierReview, Decimal | None]], floor: Decimal) -> Mapping[int, int]:
    """Sheet row → months in a row below `floor` up to the row's own; 0 for one that is not; a gap ends a row.

    Rows without a score are left out.
    """
    low: dict[tuple[Subject, Month], bool] = {}
    rows: list[tuple[int, Subject, Month]] = []
    for row, score in scored:
        month = row.of_month
        if month is not None and score is not None:
            low[subject_of(row), month] = score < floor
            rows.append((row.row, subject_of(row), month))
    found = {}
    for number, subject, month in rows:
        count = 0
        while low.get((subject, month), False):
            count += 1
            month = month.before
        found[number] = count
    return found
