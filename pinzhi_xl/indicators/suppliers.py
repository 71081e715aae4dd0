"""供应商得分: the mean score of the reviews of a period (G15)."""

from decimal import Decimal

from pinzhi_xl.indicators.base import Counted, Indicator, Scope, Unit
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.modules import Module
from pinzhi_xl.sheets.suppliers import SupplierReview
from pinzhi_xl.wording import suppliers as words


def _mean_score(facts: Facts, scope: Scope) -> Counted:
    """Sum of scores ÷ number of reviews that have one, as last computed; one belongs to its month's first day."""
    found = [
        row.score
        for row in facts.book.rows(SupplierReview)
        if row.score is not None
        and row.is_valid
        and row.community in scope.communities
        and (month := row.of_month) is not None
        and scope.holds(month.first)
    ]
    return Counted(sum(found, Decimal()), len(found))


SUPPLIER_INDICATORS: tuple[Indicator, ...] = (
    Indicator(words.MEAN, words.MEAN_FORMULA, Unit.MEAN, _mean_score, module=Module.SUPPLIERS, serves=("G15",)),
)
