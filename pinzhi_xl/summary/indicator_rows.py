"""Indicators as papers print them: the figure of a period beside that of the one before."""

from collections.abc import Sequence
from fractions import Fraction

from pinzhi_xl.appraisal.figures import in_use
from pinzhi_xl.indicators import Indicator, Scope, Unit
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import half_up
from pinzhi_xl.summary.figures import change, one
from pinzhi_xl.summary.rows import RowTexts
from pinzhi_xl.summary.source import Source
from pinzhi_xl.wording import reports as report_words
from pinzhi_xl.wording import seminar as words


def indicator_text(indicator: Indicator, value: Fraction | None) -> str:
    """A figure with its sign: 95.0%, 88.5 分, 3.2 件/千户, a mean, or a mere count; “—” for None."""
    if value is None:
        return report_words.NOTHING
    if indicator.unit is Unit.COUNT:
        return str(int(value)) if value.denominator == 1 else one(value)
    patterns = {
        Unit.PER_CENT: report_words.PER_CENT,
        Unit.POINTS: words.POINTS,
        Unit.PER_THOUSAND: words.HOUSEHOLDS,
    }
    return patterns.get(indicator.unit, "{figure}").format(figure=one(value))


def indicator_rows(source: Source, communities: Sequence[str], month: Month) -> list[RowTexts]:
    """Every indicator whose module is switched on, of a month and against the month before."""
    return [_row(source, indicator, communities, month) for indicator in in_use(source.facts)]


def _row(source: Source, indicator: Indicator, communities: Sequence[str], month: Month) -> RowTexts:
    now, before = (
        indicator.value(source.facts, Scope(communities, one_month.first, one_month.last, source.as_of))
        for one_month in (month, month.before)
    )
    return {
        "name": indicator.name,
        "value": indicator_text(indicator, now),
        "before": indicator_text(indicator, before),
        "change": change(*(None if figure is None else half_up(figure) for figure in (now, before))),
        "formula": indicator.formula,
    }
