"""神秘客户得分 and 重点覆盖率 (H13, B02)."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from pinzhi_xl.indicators.base import Counted, Indicator, Scope, Unit
from pinzhi_xl.month import Month
from pinzhi_xl.scoring.facts import Facts, place_key
from pinzhi_xl.sheets.modules import Module
from pinzhi_xl.special.key_places import key_places, seen_places
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


def key_coverage(facts: Facts, scope: Scope) -> Counted:
    """重点覆盖率: key places visited ÷ key places, month by month of the period up to the day of counting."""
    part = whole = 0
    for community in scope.communities:
        places = key_places(facts, community)
        seen = seen_places(facts, community) if places else {}
        for month in _months(scope):
            for place in places:
                whole += 1
                days = (one.day for one in seen.get(place_key(place.name or ""), ()))
                part += any(day in month and scope.holds(day) for day in days)
    return Counted(part, whole)


def _months(scope: Scope) -> Iterator[Month]:
    """The months that the period touches up to the day of counting."""
    last = min(scope.last, scope.as_of)
    month = Month.of(scope.first)
    while month.first <= last:
        yield month
        month = Month.of(month.last + timedelta(days=1))


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
