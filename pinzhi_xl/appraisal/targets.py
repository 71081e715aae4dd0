"""目标: what an indicator is to come to, and a proposal for the year after (A20, A21, E09)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from pinzhi_xl.appraisal.figures import in_use
from pinzhi_xl.indicators import BY_NAME, Indicator, Scope, Unit
from pinzhi_xl.numerals import half_up
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.appraisal import Target
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.wording import appraisal as words

HUNDRED = Decimal(100)


def target_of(book: Book, year: int, indicator: str, community: str | None = None) -> Decimal | None:
    """The target of a community, else that of all; None where nobody set one."""
    rows = (row for row in book.rows(Target) if (row.year, row.indicator) == (year, indicator))
    found = {row.community: row.value for row in rows}
    return found.get(community, found.get(None))


def is_met(indicator: Indicator, value: Decimal | None, target: Decimal | None) -> bool | None:
    """Whether a figure reaches its target; None without a figure or without a target."""
    if value is None or target is None:
        return None
    return value >= target if indicator.better > 0 else value <= target


def drafted_targets(facts: Facts, year: int, as_of: date) -> Iterator[Target]:
    """A target for the year after `year` for every indicator in use that has none yet.

    The better of this year's target and this year's figure: what was reached is not given up. Indicators with
    neither are left out.
    """
    book = facts.book
    present = {(row.year, row.indicator) for row in book.rows(Target) if row.community is None}
    scope = Scope(facts.communities, date(year, 1, 1), date(year, 12, 31), as_of)
    for indicator in in_use(facts):
        if (year + 1, indicator.name) in present:
            continue
        figure = indicator.value(facts, scope)
        actual = None if figure is None else half_up(figure)
        wanted = [value for value in (actual, target_of(book, year, indicator.name)) if value is not None]
        if wanted:
            best = max(wanted) if indicator.better > 0 else min(wanted)
            said = words.NO_ACTUAL if actual is None else words.DRAFTED
            measure = said.format(year=year, actual=actual)
            yield Target(year=year + 1, indicator=indicator.name, value=best, measure=measure)


def bounded(name: str) -> bool:
    """True for an indicator that cannot exceed a hundred."""
    indicator = BY_NAME.get(name)
    return indicator is not None and indicator.unit in (Unit.PER_CENT, Unit.POINTS)
