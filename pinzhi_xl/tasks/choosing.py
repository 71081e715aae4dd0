"""What a selection in the workbook means: a month, a day with its communities, some findings."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.half_year import HalfYear, half_year_in
from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.month import Month
from pinzhi_xl.schema import Row
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.duty import DutyReview, PostSignature
from pinzhi_xl.sheets.followup import Penalty, Rectification
from pinzhi_xl.sheets.inspections import Finding, Inspection, InspectionPlan
from pinzhi_xl.sheets.survey import Survey
from pinzhi_xl.tasks.chosen import Chosen
from pinzhi_xl.wording import clicks as words
from pinzhi_xl.workbook.live_program import Selection

R = TypeVar("R", bound=Row)
DATED: Sequence[type[Row]] = (InspectionPlan, Inspection, DutyReview, PostSignature)
"""Sheets whose rows stand for a day in a community."""

OF_FINDINGS: Sequence[type[Row]] = (Finding, Rectification, Penalty)
"""Sheets whose rows stand for a finding."""


class NothingChosen(PinzhiError):
    """Rows are chosen in a sheet of findings, but no finding stands in them."""

    sentence = words.NOTHING_CHOSEN


class SeveralMonths(PinzhiError):
    """The rows chosen belong to more than one month."""

    sentence = words.SEVERAL_MONTHS


def chosen_findings(book: Book, selection: Selection | None) -> Chosen | None:
    """The findings whose rows are chosen in 问题登记, 整改跟踪 or 处罚登记; None when nothing is."""
    rows = [row for kind in OF_FINDINGS for row in _chosen(book, kind, selection)]
    if not rows:
        if (
            selection is not None
            and selection.rows
            and selection.sheet in {kind.sheet.label for kind in OF_FINDINGS}
        ):
            raise NothingChosen(sheet=selection.sheet)
        return None
    own = frozenset(row.row for row in rows if isinstance(row, Finding))
    named = frozenset(row.finding for row in rows if isinstance(row, Rectification | Penalty) and row.finding)
    return Chosen(named, own)


def month_of(book: Book, selection: Selection | None, today: date) -> Month:
    """The month of the findings chosen, else 当前月份 of 参数, else that of today."""
    chosen = chosen_findings(book, selection)
    if chosen is None:
        return book.settings.current_month(today)
    days = {row.number: row.day for row in book.rows(Inspection)}
    rows = [row for row in book.rows(Finding) if row.row in chosen.rows or row.number in chosen.numbers]
    months = {Month.of(day) for row in rows if (day := days.get(row.inspection)) is not None}
    if len(months) > 1:
        raise SeveralMonths(months=LIST_MARK.join(map(str, sorted(months))))
    return next(iter(months), book.settings.current_month(today))


def day_of(book: Book, selection: Selection | None, today: date) -> tuple[date, Sequence[str]]:
    """The day of the row where the cursor stands in a sheet of days, and the communities of the rows chosen.

    Today, and no community in particular, where there is no such row.
    """
    for kind in DATED:
        day = getattr(_active(book, kind, selection), "day", None)
        if day is None:
            continue
        chosen = [row for row in _chosen(book, kind, selection) if getattr(row, "day", None) == day]
        return day, list(dict.fromkeys(name for row in chosen if (name := getattr(row, "community", None))))
    return today, ()


def half_year_of(book: Book, selection: Selection | None, today: date) -> HalfYear:
    """The period of the survey where the cursor stands, else the half year of the day there, else of the month."""
    survey = _active(book, Survey, selection)
    half = half_year_in(survey.period) if survey is not None else None
    if half is not None:
        return half
    days = (getattr(_active(book, kind, selection), "day", None) for kind in DATED)
    return HalfYear.of(next(filter(None, days), book.settings.current_month(today).first))


def _active(book: Book, kind: type[R], selection: Selection | None) -> R | None:
    """The row where the cursor stands; None in another sheet."""
    if selection is None or kind.sheet.label != selection.sheet:
        return None
    return next((row for row in book.rows(kind) if row.row == selection.active_row), None)


def _chosen(book: Book, kind: type[Row], selection: Selection | None) -> list[Row]:
    if selection is None or kind.sheet.label != selection.sheet:
        return []
    return [row for row in book.rows(kind) if row.row in selection.rows]
