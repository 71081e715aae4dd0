"""Rules of 满意度调查: its period, days and numbers, and that there is one every half year (A22)."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from pinzhi_xl.half_year import HalfYear
from pinzhi_xl.improvements import rate
from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.model import Cell
from pinzhi_xl.numerals import half_up, plain
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.sheets.inspections import Inspection
from pinzhi_xl.sheets.modules import Module
from pinzhi_xl.sheets.survey import Survey
from pinzhi_xl.surveys import Surveyed, Surveys
from pinzhi_xl.wording import survey as words
from pinzhi_xl.wording.problems import make_problem

LEAD_DAYS = 31
"""A survey is prepared a month before the half year ends (practice.md §7, S31)."""


def name_of(one: Surveyed) -> str:
    """The number of a survey."""
    return one.row.number or words.UNNUMBERED


@serves("A22")
def a_survey_is_of_one_half_year(scene: Scene) -> Iterator[Problem]:
    """期次 can be read, its days are in order and in it, and a community has one survey a half year."""
    first: dict[tuple[str, HalfYear], int] = {}
    for one in Surveys(scene.facts).all:
        row, half = one.row, one.half
        if row.period and half is None:
            yield scene.book.problem("survey-period-unreadable", row, "period")
        if row.started_on and row.ended_on and row.ended_on < row.started_on:
            yield scene.book.problem("survey-days-crossed", row, "ended_on", day=row.started_on)
        if half is None:
            continue
        if row.ended_on is not None and row.ended_on not in half:
            yield scene.book.problem("survey-outside-period", row, "ended_on", half=half)
        if row.community:
            place = first.setdefault((row.community, half), row.row)
            if place != row.row:
                yield scene.book.problem("survey-twice", row, "period", community=row.community, first=place)


@serves("A22", "F05")
def no_more_come_back_than_went_out(scene: Scene) -> Iterator[Problem]:
    """回收 is at most 发放, 发放 hardly more than 入住户; nothing comes back before it went out."""
    for one in Surveys(scene.facts).all:
        row = one.row
        if row.returned and scene.book.is_vacant(row, "issued"):
            yield scene.book.problem("returned-unissued", row, "returned")
        elif row.returned is not None and row.issued is not None and row.returned > row.issued:
            yield scene.book.problem("returned-over-issued", row, "returned", issued=row.issued)
        if row.issued is not None and row.households is not None and row.issued > row.households:
            yield scene.book.problem("issued-over-households", row, "issued", households=row.households)
        if row.started_on is not None and row.started_on > scene.as_of and (row.returned or one.by_dimension):
            what = words.RETURNED if row.returned else words.ANSWERS
            yield scene.book.problem(
                "returned-before-start", row, "started_on", about=name_of(one), day=row.started_on, what=what
            )


@serves("A22", "F05")
def enough_go_out_and_come_back(scene: Scene) -> Iterator[Problem]:
    """发放率 and 回收率 of a survey that has ended reach their targets (practice.md §6, S30)."""
    settings = scene.facts.settings
    for one in Surveys(scene.facts).all:
        if one.has_ended(scene.as_of):
            issued = rate(one.row.issued, one.row.households)
            yield from _low(scene, one.row, "issued", issued, settings.survey_issue_target)
            back = rate(one.row.returned, one.row.issued)
            yield from _low(scene, one.row, "returned", back, settings.survey_return_target)


def _low(scene: Scene, row: Survey, field: str, found: Fraction | None, target: Decimal) -> Iterator[Problem]:
    if found is not None and found * 100 < Fraction(target):
        code = "issue-rate-low" if field == "issued" else "return-rate-low"
        yield scene.book.problem(code, row, field, rate=half_up(found * 100), target=plain(target))


@serves("A22", "H10")
def few_are_answered_by_telephone(scene: Scene) -> Iterator[Problem]:
    """电话代答 is at most 5 % of what came back (S31), and the same on both sheets."""
    limit = scene.facts.settings.survey_phone_limit
    for one in Surveys(scene.facts).all:
        row, count = one.row, one.by_phone
        marked = sum(answer.by_phone is True for answer in one.answers)
        if row.by_phone is not None and one.rated and marked != row.by_phone:
            yield scene.book.problem("phone-miscounted", row, "by_phone", count=marked)
        if count is None or row.returned is None:
            continue
        if count > row.returned:
            yield scene.book.problem(
                "phone-over-returned", row, "by_phone", about=str(count), returned=row.returned
            )
        elif row.returned and Fraction(count, row.returned) * 100 > Fraction(limit):
            share = half_up(Fraction(100 * count, row.returned))
            yield scene.book.problem(
                "phone-over-limit", row, "by_phone", count=count, rate=share, limit=plain(limit)
            )


@serves("A22", "E13")
def a_survey_that_has_ended_is_counted(scene: Scene) -> Iterator[Problem]:
    """Its answers are entered, with 总体 among them; a small sample is told (practice.md §7)."""
    limit = scene.facts.settings.survey_small_sample
    for one in Surveys(scene.facts).all:
        if not one.has_ended(scene.as_of):
            continue
        name = name_of(one)
        if not one.by_dimension:
            yield scene.book.problem("survey-not-entered", one.row, "ended_on", about=name, day=one.row.ended_on)
            continue
        if not one.overall.total:
            yield scene.book.problem("survey-without-overall", one.row, "number", about=name)
        if one.valid < limit:
            yield scene.book.problem(
                "survey-small-sample", one.row, "number", about=name, count=one.valid, limit=limit
            )


@serves("G14")
def what_is_below_target_is_improved(scene: Scene) -> Iterator[Problem]:
    """Every dimension below target has its row of 满意度改进 (practice.md §7)."""
    surveys = Surveys(scene.facts)
    for one in surveys.all:
        lacking = one.to_improve(surveys.target) if one.has_ended(scene.as_of) else []
        if lacking:
            names = LIST_MARK.join(dimension.value for dimension in lacking)
            yield scene.book.problem(
                "survey-not-improved",
                one.row,
                "number",
                about=name_of(one),
                dimensions=names,
                half=one.half or one.row.period,
            )


@serves("A22", "G14")
def every_half_year_has_its_survey(scene: Scene) -> Iterator[Problem]:
    """While the module is on: the half year that is over, and the present one from a month before its end."""
    if not scene.facts.settings.has(Module.SURVEY):
        return
    surveys = Surveys(scene.facts)
    began = _first_day(scene)
    now = HalfYear.of(scene.as_of)
    due = [now.before, *([now] if scene.as_of > now.last - timedelta(days=LEAD_DAYS) else [])]
    for half in due:
        if began is None or began > half.last:
            continue
        present = {one.row.community for one in surveys.of(half)}
        for community in scene.facts.communities:
            if community not in present:
                col = Survey.sheet.column("period")
                cell = Cell(Survey.sheet.label)
                yield make_problem("survey-missing", cell, label=col.label, half=half, community=community)


def _first_day(scene: Scene) -> date | None:
    """Since when the master is in use: its first inspection or survey."""
    days = [row.day for row in scene.book.rows(Inspection)]
    days += [row.started_on for row in scene.book.rows(Survey)]
    return min((day for day in days if day is not None), default=None)


SURVEY_RULES: tuple[Rule, ...] = (
    a_survey_is_of_one_half_year,
    no_more_come_back_than_went_out,
    enough_go_out_and_come_back,
    few_are_answered_by_telephone,
    a_survey_that_has_ended_is_counted,
    what_is_below_target_is_improved,
    every_half_year_has_its_survey,
)
