"""Whether a region lets money be taken for a violation at all (law.md §0, §1.1; B2)."""

from collections.abc import Iterator
from datetime import date

from pinzhi_xl.kinds import fold
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.payroll import DeductionRule
from pinzhi_xl.sheets.terms import WageAct


def rules_of(book: Book) -> Iterator[DeductionRule]:
    """The rules on fines of the region in 参数."""
    region = fold(book.settings.region)
    for row in book.rows(DeductionRule):
        if region and row.act == WageAct.VIOLATION and fold(row.region or "") == region:
            yield row


def bar_to_money(book: Book, day: date) -> str | None:
    """The problem code for which no money may be proposed for an act of `day`; None when it may.

    A region that forbids fines does so checked or not; one that allows them counts once it has been checked.
    """
    rules = [rule for rule in rules_of(book) if rule.in_force(day)]
    if any(rule.forbids for rule in rules):
        return "region-forbids-fines"
    return None if any(rule.is_checked for rule in rules) else "region-unchecked"
