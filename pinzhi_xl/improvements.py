"""Where surveys and their improvements stand, and the computed columns that say so (A22, G14)."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from pinzhi_xl.deriving import changes
from pinzhi_xl.half_year import HalfYear
from pinzhi_xl.keys import fresh_numbers
from pinzhi_xl.kinds import fold
from pinzhi_xl.model import SetCell, Value
from pinzhi_xl.numerals import half_up
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.survey import Improvement, SurveyTally
from pinzhi_xl.sheets.survey_terms import Dimension, Effect, ImprovementState, SurveyState
from pinzhi_xl.surveys import Surveyed, Surveys
from pinzhi_xl.wording import survey as words

PLAN_FIELDS = ("measure", "department", "owner", "due_on")
"""What an improvement needs before it can begin."""


def lacking_plan(row: Improvement) -> list[str]:
    """The fields of the plan that are still blank."""
    return [name for name in PLAN_FIELDS if not getattr(row, name)]


def improvement_state(row: Improvement, as_of: date) -> ImprovementState:
    """待定措施 → 改进中 (逾期) → 待评估 → 已关闭 or 未见效; days to come do not count yet."""
    if lacking_plan(row):
        return ImprovementState.TO_PLAN
    if row.done_on is None or row.done_on > as_of:
        overdue = row.due_on is not None and row.due_on < as_of
        return ImprovementState.OVERDUE if overdue else ImprovementState.RUNNING
    if row.effect is None:
        return ImprovementState.TO_EVALUATE
    return ImprovementState.CLOSED if row.effect == Effect.EFFECTIVE else ImprovementState.WITHOUT_EFFECT


def survey_state(one: Surveyed, target: Fraction, as_of: date) -> SurveyState:
    """未开始 → 进行中 → 待录入 → 待改进 → 改进中 → 已完成."""
    if one.row.started_on is None or one.row.started_on > as_of:
        return SurveyState.PLANNED
    if not one.has_ended(as_of):
        return SurveyState.RUNNING
    if not one.by_dimension:
        return SurveyState.TO_ENTER
    if one.to_improve(target):
        return SurveyState.TO_IMPROVE
    states = {improvement_state(row, as_of) for row in one.improvements}
    return SurveyState.DONE if states <= {ImprovementState.CLOSED} else SurveyState.IMPROVING


def rate(part: int | None, whole: int | None) -> Fraction | None:
    """part ÷ whole; None where either is not given or there is nothing to divide by."""
    return Fraction(part, whole) if part is not None and whole else None


def _cell(value: Fraction | None, scale: int = 100) -> Value:
    """One place for a cell; blank for None."""
    return None if value is None else half_up(value * scale)


def survey_edits(facts: Facts, as_of: date) -> Iterator[SetCell]:
    """The computed columns of 满意度调查, 满意度汇总 and 满意度改进."""
    surveys = Surveys(facts)
    for one in surveys.all:
        values: dict[str, Value] = {
            "state": survey_state(one, surveys.target, as_of).value,
            "valid": one.valid or None,
            "issue_rate": _cell(rate(one.row.issued, one.row.households)),
            "return_rate": _cell(rate(one.row.returned, one.row.issued)),
            "satisfied_rate": _cell(one.overall.satisfied_rate),
            "score": _cell(one.overall.score, 1),
        }
        yield from changes(facts.book, one.row, values)
    for tally in facts.book.rows(SurveyTally):
        yield from changes(facts.book, tally, {"valid": tally.total})
    for row in facts.book.rows(Improvement):
        if row.row:  # one that is about to be added has its values already
            yield from changes(facts.book, row, improvement_values(surveys, row, as_of))


def improvement_values(surveys: Surveys, row: Improvement, as_of: date) -> dict[str, Value]:
    """The computed fields of an improvement."""
    one = surveys.by_number.get(row.survey or "")
    opinions = one.opinions(Dimension(row.dimension)) if one and row.dimension else None
    return {
        "dissatisfied_rate": _cell(opinions.dissatisfied_rate) if opinions else None,
        "satisfied_rate": _cell(opinions.satisfied_rate) if opinions else None,
        "state": improvement_state(row, as_of).value,
    }


def drafted(surveys: Surveys, half: HalfYear, as_of: date, withheld: frozenset[str]) -> list[Improvement]:
    """A row for each dimension below target of the ended surveys of a half year, none where there is one already.

    `withheld` are the numbers of surveys whose rows have errors.
    """
    numbers = fresh_numbers(surveys.book, Improvement, as_of)
    return [
        _draft(surveys, one, dimension, next(numbers), as_of)
        for one in surveys.of(half)
        if one.row.number and one.row.number not in withheld and one.has_ended(as_of)
        for dimension in one.to_improve(surveys.target)
    ]


def _draft(surveys: Surveys, one: Surveyed, dimension: Dimension, number: str, as_of: date) -> Improvement:
    facts, opinions = surveys.facts, one.opinions(dimension)
    department = department_for(facts, one.row.community or "", dimension)
    exception = facts.exceptions.get((one.row.community or "", department or ""))
    small = opinions.total < facts.settings.survey_small_sample
    said = words.DRAFTED_PROBLEM.format(
        dimension=dimension.value,
        rate=_cell(opinions.satisfied_rate),
        target=facts.settings.survey_target,
        dissatisfied=opinions.dissatisfied,
        total=opinions.total,
        small=words.DRAFTED_SMALL if small else "",
    )
    return Improvement(
        number=number,
        survey=one.row.number,
        community=one.row.community,
        dimension=dimension,
        opened_on=as_of,
        problem=said,
        department=department,
        owner=exception.head if exception else None,
        due_on=as_of + timedelta(days=facts.settings.improvement_days),
        dissatisfied_rate=half_up((opinions.dissatisfied_rate or Fraction(0)) * 100),
        satisfied_rate=half_up((opinions.satisfied_rate or Fraction(0)) * 100),
        state=ImprovementState.TO_PLAN.value,
    )


def department_for(facts: Facts, community: str, dimension: Dimension) -> str | None:
    """The department a dimension is about, where the community has it; None leaves the cell to people."""
    known = {fold(name): name for name in facts.departments}
    found = known.get(fold(words.DEPARTMENT_OF[dimension.value]))
    return found if found and facts.is_set_up(community, found) else None
