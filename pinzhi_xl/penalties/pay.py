"""Whose pay of which month a notice counts against, and with how much (law.md §1.2)."""

from decimal import Decimal

from pinzhi_xl.month import Month
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.followup import Penalty
from pinzhi_xl.sheets.payroll import DeductionCap
from pinzhi_xl.sheets.settings import typed_month
from pinzhi_xl.sheets.terms import Decision

Pay = tuple[str, Month]
"""An employee number and the month of a pay (工号, 工资所属月)."""

NOTHING = Decimal(0)


def amount_of(row: Penalty) -> Decimal:
    """The decided amount where there is a decision, else the proposed one."""
    if row.decision is None:
        return row.money or NOTHING
    if row.decision == Decision.REVOKED:
        return NOTHING
    proposed = row.money if row.decision == Decision.AGREED else None
    return (row.decided_money if row.decided_money is not None else proposed) or NOTHING


def pay_of(facts: Facts, row: Penalty) -> Pay | None:
    """Whose pay of which month a notice counts against: 执行月份, else the month of the act, else of the issue."""
    if not row.person:
        return None
    month = typed_month(row.payroll_month or "")
    if month is None:
        day = facts.day_of_finding(row.finding) or row.issued_on
        month = Month.of(day) if day else None
    return None if month is None else (row.person, month)


def caps_of(book: Book) -> dict[Pay, Decimal]:
    """The caps that 行政部 gave (扣减上限)."""
    return {
        (row.person, row.of_month): row.limit
        for row in book.rows(DeductionCap)
        if row.person and row.of_month and row.limit is not None
    }
