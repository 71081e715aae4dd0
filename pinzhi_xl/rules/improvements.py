"""Rules of 满意度改进: plan, completion and evaluation follow each other (G14, practice.md §7)."""

from collections.abc import Iterator

from pinzhi_xl.improvements import improvement_state, lacking_plan
from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.sheets.survey import Improvement
from pinzhi_xl.sheets.survey_terms import ImprovementState
from pinzhi_xl.surveys import Surveys
from pinzhi_xl.wording import survey as words


def _name(row: Improvement) -> str:
    return row.number or words.UNNUMBERED


def _label(field: str) -> str:
    return Improvement.sheet.column(field).label


@serves("G14")
def an_improvement_belongs_to_its_survey(scene: Scene) -> Iterator[Problem]:
    """The community is that of the survey, which is over, and that of the finding it is linked with."""
    surveys = Surveys(scene.facts).by_number
    for row in scene.book.rows(Improvement):
        one = surveys.get(row.survey or "")
        if one is not None:
            place = one.row.community
            if row.community and place and row.community != place:
                yield scene.book.problem(
                    "improvement-other-community", row, "community", number=row.survey, community=place
                )
            ended = one.row.ended_on
            if scene.book.is_vacant(one.row, "ended_on"):
                yield scene.book.problem("improvement-survey-running", row, "survey")
            elif row.opened_on is not None and ended is not None and row.opened_on < ended:
                yield scene.book.problem(
                    "improvement-before-survey", row, "opened_on", number=row.survey, day=ended
                )
        case = scene.facts.case_of(row.finding)
        if case is not None and row.community and case.visit.community != row.community:
            yield scene.book.problem(
                "improvement-finding-elsewhere",
                row,
                "finding",
                other=case.visit.community,
                community=row.community,
            )


@serves("G14")
def a_dimension_is_improved_once_at_a_time(scene: Scene) -> Iterator[Problem]:
    """A second row for a survey's dimension is opened only when the one before had no effect."""
    last: dict[tuple[str, str], Improvement] = {}
    for row in scene.book.rows(Improvement):
        if not row.survey or row.dimension is None:
            continue
        before = last.get((row.survey, row.dimension))
        last[row.survey, row.dimension] = row
        state = improvement_state(before, scene.as_of) if before is not None else None
        if before is not None and state is not None and state is not ImprovementState.WITHOUT_EFFECT:
            after = words.AFTER.format(state=state.value)
            yield scene.book.problem(
                "improvement-twice", row, "dimension", number=row.survey, first=before.row, state=after
            )
    for row in last.values():
        if improvement_state(row, scene.as_of) is ImprovementState.WITHOUT_EFFECT:
            yield scene.book.problem("improvement-no-effect", row, "effect", number=_name(row))


@serves("G14")
def the_steps_of_an_improvement_follow_each_other(scene: Scene) -> Iterator[Problem]:
    """待定措施 → 改进中 → 待评估 → 已关闭 or 未见效; what is filled too early is refused."""
    for row in scene.book.rows(Improvement):
        lacking = [name for name in lacking_plan(row) if scene.book.is_vacant(row, name)]
        early = [name for name in ("done_on", "effect", "evaluated_on") if getattr(row, name) is not None]
        if lacking and early:
            names = LIST_MARK.join(map(_label, lacking))
            yield scene.book.problem("improvement-unplanned", row, early[0], number=_name(row), lacking=names)
        elif not lacking and early and scene.book.is_vacant(row, "done_on"):
            yield scene.book.problem("improvement-not-done", row, early[0], number=_name(row))
        elif row.effect is not None and scene.book.is_vacant(row, "evaluated_on"):
            yield scene.book.problem("improvement-undated", row, "evaluated_on", number=_name(row))
        elif row.evaluated_on is not None and scene.book.is_vacant(row, "effect"):
            yield scene.book.problem("improvement-without-effect", row, "effect", number=_name(row))


@serves("G14")
def the_days_of_an_improvement_are_in_order(scene: Scene) -> Iterator[Problem]:
    """登记, 完成 and 评估 in this order and not in the future; a deadline follows the day it was set."""
    for row in scene.book.rows(Improvement):
        for field, before in (("due_on", "opened_on"), ("done_on", "opened_on"), ("evaluated_on", "done_on")):
            day, earlier = getattr(row, field), getattr(row, before)
            if day is not None and earlier is not None and day < earlier:
                yield scene.book.problem(
                    "improvement-days-crossed", row, field, before=_label(before), day=earlier
                )
        for field in ("opened_on", "done_on", "evaluated_on"):
            day = getattr(row, field)
            if day is not None and day > scene.as_of:
                yield scene.book.problem("improvement-in-future", row, field, today=scene.as_of)


@serves("G14")
def an_improvement_is_done_in_time(scene: Scene) -> Iterator[Problem]:
    """One whose deadline is over is told until it is done."""
    for row in scene.book.rows(Improvement):
        late = row.due_on is not None and row.due_on < scene.as_of
        open_ones = (ImprovementState.OVERDUE, ImprovementState.TO_PLAN)
        if late and row.due_on is not None and improvement_state(row, scene.as_of) in open_ones:
            days = (scene.as_of - row.due_on).days
            yield scene.book.problem("improvement-overdue", row, "due_on", number=_name(row), days=days)


IMPROVEMENT_RULES: tuple[Rule, ...] = (
    an_improvement_belongs_to_its_survey,
    a_dimension_is_improved_once_at_a_time,
    the_steps_of_an_improvement_follow_each_other,
    the_days_of_an_improvement_are_in_order,
    an_improvement_is_done_in_time,
)
