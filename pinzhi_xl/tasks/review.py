"""月度评估: the indicators and the review of a month written into the master; the next year's targets drafted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar

from pinzhi_xl.appraisal import Measured, Reviewed, drafted_targets, measured, review_month, target_of
from pinzhi_xl.appraisal.targets import is_met
from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.model import AppendRow, Edit
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import half_up
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.appraisal import IndicatorValue, MonthlyReview, Target
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.tasks.report import report_scene
from pinzhi_xl.tasks.run import Run, as_values, replacing, require_columns, write
from pinzhi_xl.turning_findings import not_whole_here
from pinzhi_xl.wording import appraisal as words
from pinzhi_xl.wording import turning as turning_words
from pinzhi_xl.workbook.port import Workbook

R = TypeVar("R", IndicatorValue, MonthlyReview)


class NotWhole(PinzhiError):
    """A period of which the master has only what was still open at the year's turn: its figures would be wrong."""

    sentence = turning_words.NOT_WHOLE


def refuse_before_turn(book: Book, first: date, period: str) -> None:
    """NotWhole when the records of a period that begins on `first` are in the master before."""
    row = not_whole_here(book, first)
    if row is not None:
        raise NotWhole(period=period, file=row.file)


@dataclass(frozen=True)
class MonthReview:
    """The review of a month: its rows, and whether anything was written."""

    month: Month
    reviews: Sequence[MonthlyReview]
    indicators: Sequence[IndicatorValue]
    written: bool

    def as_json(self) -> dict[str, Any]:
        """As ``--json`` shows it; numbers as decimal strings, None where there are no data."""
        return {
            "month": str(self.month),
            "reviews": [_json(row) for row in self.reviews],
            "indicators": [_json(row) for row in self.indicators],
            "written": self.written,
        }


def _json(row: MonthlyReview | IndicatorValue) -> dict[str, Any]:
    values = {col.identifier: getattr(row, col.identifier) for col in type(row).sheet.columns}
    return {name: str(value) if isinstance(value, Decimal) else value for name, value in values.items()}


def review_master(workbook: Workbook, month: Month, run: Run) -> MonthReview:
    """Compute 指标 and 月度评估 of a month and renew its rows; those of other months stay."""
    if not run.dry_run:
        workbook.check_writable()
    book = workbook.read()
    refuse_before_turn(book, month.first, str(month))
    require_columns(book, (IndicatorValue, MonthlyReview))
    scene = report_scene(book, run)
    scores = scene.scores(month).communities
    reviews = [_review_row(month, one) for one in review_month(scene.facts, month, scores, run.as_of)]
    names = scene.facts.communities
    found = measured(scene.facts, names, month.first, month.last, run.as_of)
    indicators = [_indicator_row(book, month, one) for one in found]
    edits: list[Edit] = [
        *replacing(book, IndicatorValue, _renewed(book.rows(IndicatorValue), month, indicators)),
        *replacing(book, MonthlyReview, _renewed(book.rows(MonthlyReview), month, reviews)),
    ]
    if edits:
        run.confirm(words.ASK.format(month=month, rows=len(indicators) + len(reviews)))
    result = words.RESULT.format(indicators=len(indicators), reviews=len(reviews))
    return MonthReview(
        month, reviews, indicators, write(workbook, book, edits, run, words.REVIEW, str(month), result)
    )


def _renewed(present: Sequence[R], month: Month, fresh: Sequence[R]) -> list[R]:
    """The rows of all months with those of one in place of the old ones, months in order."""
    rows = [row for row in present if row.month != str(month)]
    rows += fresh
    return sorted(rows, key=lambda row: row.month or "")


def _review_row(month: Month, one: Reviewed) -> MonthlyReview:
    return MonthlyReview(
        month=str(month),
        community=one.community,
        department=one.department,
        inspection=_rounded(one.parts["inspection"]),
        rectification=_rounded(one.parts["rectification"]),
        service=_rounded(one.parts["service"]),
        satisfaction=_rounded(one.parts["satisfaction"]),
        total=one.total,
        grade=one.grade,
        rank=one.rank,
        missing=words.MISSING.join(one.missing) or None,
        status=words.STATUS_ERRORS if one.blocked else words.STATUS_FINE,
    )


def _rounded(value: Fraction | None) -> Decimal | None:
    return None if value is None else half_up(value)


def _indicator_row(book: Book, month: Month, one: Measured) -> IndicatorValue:
    community = None if one.community == words.TOTAL else one.community
    target = target_of(book, month.year, one.indicator.name, community)
    met = is_met(one.indicator, one.value, target)
    return IndicatorValue(
        month=str(month),
        community=one.community,
        indicator=one.indicator.name,
        part=half_up(one.counted.part),
        whole=half_up(one.counted.whole),
        value=one.value,
        unit=words.UNITS[one.indicator.unit.value],
        target=target,
        met=None if met is None else words.YES if met else words.NO,
        formula=one.indicator.formula,
    )


@dataclass(frozen=True)
class TargetsDrafted:
    """The targets drafted for a year."""

    year: int
    rows: Sequence[Target]
    written: bool

    def as_json(self) -> dict[str, Any]:
        """As ``--json`` shows it."""
        found = [{"indicator": row.indicator, "value": str(row.value)} for row in self.rows]
        return {"year": self.year, "targets": found, "written": self.written}


def draft_next_targets(workbook: Workbook, year: int, run: Run) -> TargetsDrafted:
    """Draft the targets of the year after `year` into 目标; those that are there stay, again drafts nothing."""
    if not run.dry_run:
        workbook.check_writable()
    book = workbook.read()
    refuse_before_turn(book, date(year, 1, 1), str(year))
    require_columns(book, (Target,))
    rows = list(drafted_targets(Facts(book), year, run.as_of))
    if rows:
        run.confirm(words.ASK_TARGETS.format(year=year + 1, rows=len(rows)))
    edits: list[Edit] = [AppendRow(Target.sheet.label, as_values(row)) for row in rows]
    result = words.TARGETS_RESULT.format(year=year + 1, rows=len(rows))
    return TargetsDrafted(year + 1, rows, write(workbook, book, edits, run, words.REVIEW, str(year + 1), result))
