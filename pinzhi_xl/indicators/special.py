"""神秘客户得分 and 重点覆盖率 (H13, B02)."""

from decimal import Decimal

from pinzhi_xl.indicators.base import Counted, Indicator, Scope, Unit
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.modules import Module
from pinzhi_xl.special.key_places import key_coverage
from pinzhi_xl.special.mystery import released
from pinzhi_xl.wording import special as words


def mystery_points(facts: Facts, scope: Scope) -> Counted:
    """Points given ÷ points that could be given, over the released visits of the period."""
    rows = [
        row
        for community in scope.communities
        for row in released(facts, community, scope.first, min(scope.last, scope.as_of), scope.as_of)
    ]
    given = sum((row.score or Decimal(0) for row in rows), Decimal(0))
    return Counted(given, sum((row.full or Decimal(0) for row in rows), Decimal(0)))


SPECIAL_INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        words.MYSTERY_POINTS,
        words.MYSTERY_FORMULA,
        Unit.POINTS,
        mystery_points,
        module=Module.SPECIAL,
        serves=("H13",),
    ),
    Indicator(
        words.KEY_COVERAGE,
        words.KEY_FORMULA,
        Unit.PER_CENT,
        key_coverage,
        module=Module.SPECIAL,
        serves=("B02",),
    ),
)
