"""The indicators of a month or year as rows: counted, rounded, held against their targets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pinzhi_xl.indicators import INDICATORS, Counted, Indicator, Scope
from pinzhi_xl.numerals import half_up
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.wording import appraisal as words


@dataclass(frozen=True)
class Measured:
    """One indicator of one community, or (合计) of all of them."""

    indicator: Indicator
    community: str
    counted: Counted
    value: Decimal | None


def in_use(facts: Facts) -> list[Indicator]:
    """The indicators whose module is switched on, and those that need none."""
    return [one for one in INDICATORS if one.module is None or facts.settings.has(one.module)]


def measured(facts: Facts, communities: Sequence[str], first: date, last: date, as_of: date) -> Iterator[Measured]:
    """Every indicator in use of each of the communities and of all together, from the first to the last day."""
    parts = [(name, [name]) for name in communities]
    for community, names in [*parts, (words.TOTAL, list(communities))]:
        scope = Scope(names, first, last, as_of)
        for indicator in in_use(facts):
            yield Measured(indicator, community, indicator.count(facts, scope), figure_of(facts, indicator, scope))


def figure_of(facts: Facts, indicator: Indicator, scope: Scope) -> Decimal | None:
    """An indicator with one place, half-up; None when there is nothing to divide by."""
    value = indicator.value(facts, scope)
    return None if value is None else half_up(value)
