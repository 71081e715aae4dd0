"""Every kind of report, declared once: its name, the period it is for, what makes it, the module it belongs to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pinzhi_xl.month import Month
from pinzhi_xl.papers import Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.sheets.modules import Module
from pinzhi_xl.summary.commendations import commendation_circulars
from pinzhi_xl.summary.deductions import confirmations
from pinzhi_xl.summary.duty import duty_reports
from pinzhi_xl.summary.monthly import monthly_reports
from pinzhi_xl.summary.questionnaire import questionnaires
from pinzhi_xl.summary.ranking import ranking_reports
from pinzhi_xl.summary.review_lists import review_lists
from pinzhi_xl.summary.sign_in import sign_in_sheets
from pinzhi_xl.summary.signed_posts import signed_posts
from pinzhi_xl.summary.survey import survey_reports
from pinzhi_xl.summary.training import training_papers
from pinzhi_xl.summary.weekly import weekly_reports
from pinzhi_xl.wording import commendations as commendation_words
from pinzhi_xl.wording import reports as words
from pinzhi_xl.wording import survey_papers as survey_words
from pinzhi_xl.wording import training as training_words

Made = tuple[Sequence[Report], Sequence[Problem]]
"""Reports, and what stood in the way of others."""

Period = Month | date
"""A month, or a day: the day itself, or a day of the week or of the year meant."""

Span = Literal["month", "week", "date", "year"]
"""The option that says for when."""


@dataclass(frozen=True)
class ReportKind:
    """One kind of report: `name` is also that of its template, `period` the option that says for when.

    `make` is given a day for all but monthly reports. A report of a `module` is part of the month's end only while
    the module is switched on. `serves` are the requirement ids it serves.
    """

    name: str
    period: Span
    make: Callable[[ReportScene, Period], Made]
    module: Module | None = None
    serves: tuple[str, ...] = ()


def for_month(
    name: str,
    make: Callable[[ReportScene, Month], Made],
    module: Module | None = None,
    serves: tuple[str, ...] = (),
) -> ReportKind:
    """A report for a month."""

    def narrowed(scene: ReportScene, period: Period) -> Made:
        return make(scene, period if isinstance(period, Month) else Month.of(period))

    return ReportKind(name, "month", narrowed, module, serves)


def for_day(
    name: str,
    period: Span,
    make: Callable[[ReportScene, date], Made],
    module: Module | None = None,
    serves: tuple[str, ...] = (),
) -> ReportKind:
    """A report for a day, or for the week or year around it."""

    def narrowed(scene: ReportScene, period: Period) -> Made:
        return make(scene, period.first if isinstance(period, Month) else period)

    return ReportKind(name, period, narrowed, module, serves)


REPORTS: tuple[ReportKind, ...] = (
    for_day(words.WEEKLY, "week", weekly_reports, serves=("Z17", "B16")),
    for_day(words.DUTY, "date", duty_reports, serves=("Z55", "Z56", "Z57", "Z58", "Z61")),
    for_day(words.REVIEWS, "date", review_lists, serves=("Z15", "Z23", "H17")),
    for_day(words.SIGNED_POSTS, "date", signed_posts, serves=("Z60",)),
    for_month(words.CONFIRMATION, confirmations, serves=("Z06", "B13")),
    for_month(words.MONTHLY, monthly_reports, serves=("Z18", "Z19", "B03", "B16", "H03")),
    for_month(words.RANKING, ranking_reports, serves=("A18", "B15")),
    for_day(training_words.SIGN_IN_PAPER, "date", sign_in_sheets, Module.TRAINING, ("Z41",)),
    for_month(training_words.RECORD_PAPER, training_papers, Module.TRAINING, ("A12", "B06", "Z41", "Z51")),
    for_month(commendation_words.CIRCULAR, commendation_circulars, Module.APPRAISAL, ("A08", "J09")),
    for_day(survey_words.QUESTIONNAIRE, "date", questionnaires, Module.SURVEY, ("A22", "H10", "G01")),
    for_day(survey_words.REPORT, "date", survey_reports, Module.SURVEY, ("A22", "E13", "F05", "G01", "G14")),
)
"""Every kind, in the order of the month."""

REPORT_KINDS: Mapping[str, ReportKind] = {kind.name: kind for kind in REPORTS}
"""Name → kind."""
