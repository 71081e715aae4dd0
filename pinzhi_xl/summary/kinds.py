"""Every kind of report, declared once: its name, the period it is for, what makes it, the module it belongs to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pinzhi_xl.month import Month
from pinzhi_xl.papers import Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.sheets.modules import Module
from pinzhi_xl.summary.acceptance import defect_lists
from pinzhi_xl.summary.appraisal import review_papers
from pinzhi_xl.summary.assignments import follow_up_reports, quality_plans
from pinzhi_xl.summary.commendations import commendation_circulars
from pinzhi_xl.summary.complaint_replies import complaint_replies
from pinzhi_xl.summary.deductions import confirmations
from pinzhi_xl.summary.drill_records import drill_records
from pinzhi_xl.summary.duty import duty_reports
from pinzhi_xl.summary.key_places import key_place_reports
from pinzhi_xl.summary.meetings import minutes_papers, seminar_materials
from pinzhi_xl.summary.monthly import monthly_reports
from pinzhi_xl.summary.mystery import mystery_reports
from pinzhi_xl.summary.plans import plan_papers
from pinzhi_xl.summary.public_image import public_image_reports
from pinzhi_xl.summary.quality_report import quality_reports
from pinzhi_xl.summary.questionnaire import questionnaires
from pinzhi_xl.summary.ranking import ranking_reports
from pinzhi_xl.summary.records import record_reports
from pinzhi_xl.summary.red_lines import red_line_papers
from pinzhi_xl.summary.reinspections import reinspections
from pinzhi_xl.summary.review_lists import review_lists
from pinzhi_xl.summary.revisions import revision_reports
from pinzhi_xl.summary.safety_report import safety_reports
from pinzhi_xl.summary.service_analysis import service_analyses
from pinzhi_xl.summary.sign_in import sign_in_sheets
from pinzhi_xl.summary.signed_posts import signed_posts
from pinzhi_xl.summary.special import special_reports
from pinzhi_xl.summary.special_form import draw_slips, special_forms
from pinzhi_xl.summary.suppliers import supplier_reviews
from pinzhi_xl.summary.survey import survey_reports
from pinzhi_xl.summary.training import training_papers
from pinzhi_xl.summary.weekly import weekly_reports
from pinzhi_xl.summary.yearly import yearly_reports
from pinzhi_xl.wording import acceptance as acceptance_words
from pinzhi_xl.wording import appraisal as appraisal_words
from pinzhi_xl.wording import assignments as assignment_words
from pinzhi_xl.wording import commendations as commendation_words
from pinzhi_xl.wording import reports as words
from pinzhi_xl.wording import safety as safety_words
from pinzhi_xl.wording import seminar as seminar_words
from pinzhi_xl.wording import service as service_words
from pinzhi_xl.wording import special as special_words
from pinzhi_xl.wording import suppliers as supplier_words
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
    for_day(words.REINSPECTION, "date", reinspections, serves=("H17", "H18", "B04", "Z23")),
    for_day(words.SIGNED_POSTS, "date", signed_posts, serves=("Z60",)),
    for_month(words.CONFIRMATION, confirmations, serves=("Z06", "B13")),
    for_month(words.MONTHLY, monthly_reports, serves=("Z18", "Z19", "B03", "B16", "H03")),
    for_month(words.RANKING, ranking_reports, serves=("A18", "B15")),
    for_month(seminar_words.RED_LINE, red_line_papers, serves=("B02", "B14")),
    for_day(assignment_words.RECORDS, "date", record_reports, Module.TASKS, serves=("Z06",)),
    for_month(
        assignment_words.FOLLOW_UP,
        follow_up_reports,
        Module.TASKS,
        serves=("Z14", "Z43", "A05", "A07", "B07", "F11", "F12", "G01", "G18"),
    ),
    for_month(assignment_words.PUBLIC_IMAGE, public_image_reports, Module.TASKS, serves=("Z13",)),
    for_day(
        assignment_words.REVISIONS_OF_YEAR,
        "year",
        revision_reports,
        Module.TASKS,
        ("Z12", "A01", "B05", "F04", "F13"),
    ),
    for_day(
        assignment_words.QUALITY_PLAN, "year", quality_plans, Module.TASKS, serves=("E05", "E10", "G01", "G02")
    ),
    for_month(seminar_words.MATERIAL, seminar_materials, Module.SEMINAR, serves=("Z20",)),
    for_month(seminar_words.MINUTES, minutes_papers, Module.SEMINAR, serves=("Z20", "Z42", "F15", "G16", "G18")),
    for_month(seminar_words.PROGRESS, plan_papers, Module.SEMINAR, serves=("Z21", "Z22", "Z23")),
    for_month(seminar_words.QUALITY_REPORT, quality_reports, Module.SEMINAR, serves=("H03",)),
    for_day(training_words.SIGN_IN_PAPER, "date", sign_in_sheets, Module.TRAINING, ("Z41",)),
    for_month(training_words.RECORD_PAPER, training_papers, Module.TRAINING, ("A12", "B06", "Z41", "Z51")),
    for_month(commendation_words.CIRCULAR, commendation_circulars, Module.APPRAISAL, ("A08", "J09")),
    for_day(survey_words.QUESTIONNAIRE, "date", questionnaires, Module.SURVEY, ("A22", "H10", "G01")),
    for_day(survey_words.REPORT, "date", survey_reports, Module.SURVEY, ("A22", "E13", "F05", "G01", "G14")),
    for_month(appraisal_words.REVIEW_PAPER, review_papers, Module.APPRAISAL, ("A18", "A19", "F16", "G13")),
    for_day(appraisal_words.YEAR_PAPER, "year", yearly_reports, Module.APPRAISAL, ("A20", "A21", "E12", "H03")),
    for_day(
        special_words.SPECIAL_FORM,
        "date",
        special_forms,
        Module.SPECIAL,
        serves=("A15", "A16", "A17", "G04", "B12"),
    ),
    for_day(special_words.DRAW_SLIP, "date", draw_slips, Module.SPECIAL, serves=("E03", "E11", "H12", "A10")),
    for_month(special_words.SPECIAL_REPORT, special_reports, Module.SPECIAL, serves=("A15", "A16", "A17", "G04")),
    for_month(special_words.MYSTERY_REPORT, mystery_reports, Module.SPECIAL, serves=("H13",)),
    for_month(special_words.KEY_REPORT, key_place_reports, Module.SPECIAL, serves=("B02",)),
    for_month(service_words.REPLY, complaint_replies, Module.SERVICE, serves=("A11", "B08", "G08", "J10")),
    for_month(
        service_words.ANALYSIS,
        service_analyses,
        Module.SERVICE,
        serves=("A03", "B09", "F06", "F07", "G08", "H02", "J11", "Z38"),
    ),
    for_month(safety_words.DRILL_RECORD, drill_records, Module.SAFETY, ("G11", "Z54", "J02")),
    for_month(
        safety_words.MONTHLY,
        safety_reports,
        Module.SAFETY,
        ("G09", "G10", "G11", "G12", "F08", "F09", "F10", "J02", "J04", "Z37", "C03"),
    ),
    for_month(supplier_words.REVIEW_FORM, supplier_reviews, Module.SUPPLIERS, serves=("G15",)),
    for_day(acceptance_words.DEFECT_LIST, "date", defect_lists, Module.ACCEPTANCE, serves=("G03", "G05", "G06")),
)
"""Every kind, in the order of the month."""

REPORT_KINDS: Mapping[str, ReportKind] = {kind.name: kind for kind in REPORTS}
"""Name → kind."""
