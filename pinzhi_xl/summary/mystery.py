"""神秘客户报告 of a community's month: the released visits, touch by touch, nobody named in full (H13)."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from pinzhi_xl.indicators.base import Scope
from pinzhi_xl.indicators.special import mystery_points
from pinzhi_xl.model import Cell
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import half_up, plain
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.unannounced import UNANNOUNCED_RULES
from pinzhi_xl.sheets.mystery import MysteryTouch
from pinzhi_xl.special.mystery import released
from pinzhi_xl.summary.figures import clock, month_name, one, share, short_day
from pinzhi_xl.summary.rows import RowTexts, listed
from pinzhi_xl.summary.source import Source, span_of
from pinzhi_xl.summary.special_errors import withheld
from pinzhi_xl.wording import special as words
from pinzhi_xl.wording.problems import make_problem

EVER = date(1990, 1, 1)


def mystery_reports(scene: ReportScene, month: Month) -> tuple[Sequence[Report], Sequence[Problem]]:
    """A paper for every community with a mystery visit of the month that was released by the day of the report."""
    source = Source(scene)
    errors = withheld(source, MysteryTouch, UNANNOUNCED_RULES, month)
    reports: list[Report] = []
    problems: list[Problem] = []
    for community in scene.facts.communities:
        rows = released(scene.facts, community, *span_of(month), source.as_of)
        if community in errors:
            problems.append(errors[community])
        elif rows:
            values = _values(source, community, month, rows)
            reports.append(Report(words.MYSTERY_REPORT, month, f"{month} {community}", community, values))
    if not reports and not problems:
        problems.append(make_problem("nothing-to-report", Cell(MysteryTouch.sheet.label), period=str(month)))
    return reports, problems


def _values(source: Source, community: str, month: Month, rows: Sequence[MysteryTouch]) -> dict[str, PaperValue]:
    ordered = sorted(rows, key=lambda row: (row.day or EVER, row.source or "", row.row))
    visits = list(dict.fromkeys((row.day or EVER, row.source) for row in ordered))
    low = [row for row in ordered if _is_low(source, row)]
    return {
        **source.head(month.year),
        "community": community,
        "month": month_name(month),
        "days": listed(dict.fromkeys(short_day(day) for day, _ in visits)),
        "released": listed(dict.fromkeys(short_day(row.released_on) for row in ordered)),
        "visits_total": str(len(visits)),
        "touches_total": str(len(ordered)),
        "points": one(_points(source, community, *span_of(month))),
        "low_total": str(len(low)),
        "sentences": _sentences(source, community, month, ordered, low, len(visits)),
        "touches": [_row(source, row, number) for number, row in enumerate(ordered, 1)],
        "low": [_row(source, row, number) for number, row in enumerate(low, 1)],
    }


def _points(source: Source, community: str, first: date, last: date) -> Fraction | None:
    ratio = mystery_points(source.facts, Scope((community,), first, last, source.as_of)).ratio
    return None if ratio is None else ratio * 100


def _is_low(source: Source, row: MysteryTouch) -> bool:
    full, score = row.full or Decimal(0), row.score or Decimal(0)
    return score * 100 < full * source.facts.settings.mystery_pass


def _sentences(
    source: Source,
    community: str,
    month: Month,
    rows: Sequence[MysteryTouch],
    low: Sequence[MysteryTouch],
    visits: int,
) -> list[str]:
    now = _points(source, community, *span_of(month))
    found = [
        words.MYSTERY_SUMMARY.format(
            visits=visits,
            touches=len(rows),
            points=one(now),
            least=plain(source.facts.settings.mystery_pass),
        ),
        words.MYSTERY_LOW.format(names=listed(dict.fromkeys(row.touch or "" for row in low)))
        if low
        else words.MYSTERY_ALL_FINE,
    ]
    before = _before(source, community, month, now)
    return [*found, before] if before else found


def _before(source: Source, community: str, month: Month, now: Fraction | None) -> str:
    """The last visit before the month, and what has changed since; empty when there was none."""
    earlier = released(source.facts, community, EVER, month.before.last, source.as_of)
    if not earlier or now is None:
        return ""
    day = max(row.day or EVER for row in earlier)
    then = _points(source, community, day, day)
    if then is None:
        return ""
    moved = half_up(now) - half_up(then)
    text = words.MYSTERY_SAME if not moved else words.MYSTERY_UP if moved > 0 else words.MYSTERY_DOWN
    return words.MYSTERY_BEFORE.format(
        day=short_day(day) if day.year == month.year else f"{day.year}年{short_day(day)}",
        points=one(then),
        change=text.format(figure=abs(moved)),
    )


def _row(source: Source, row: MysteryTouch, number: int) -> RowTexts:
    return {
        "no": str(number),
        "day": short_day(row.day),
        "name": row.touch or "",
        "full": plain(row.full or Decimal(0)),
        "score": plain(row.score or Decimal(0)),
        "rate": share(row.score or Decimal(0), row.full or Decimal(0)),
        "facts": source.masked(row.facts) or words.NOTHING,
        "evidence": clock(row.evidence_at) or words.NOTHING,
        "result": words.TOUCH_LOW if _is_low(source, row) else words.TOUCH_FINE,
    }
