"""Rules of 培训抽查: what was learnt is asked on the spot, in writing and by word of mouth (Z51)."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta

from pinzhi_xl.model import Cell
from pinzhi_xl.problem import Problem
from pinzhi_xl.quarter import Quarter
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.sheets.organisation import Person
from pinzhi_xl.sheets.training import TrainingCheck, TrainingPlan
from pinzhi_xl.sheets.training_terms import SpotResult, SpotWay
from pinzhi_xl.wording.problems import make_problem


@serves("Z51")
def a_spot_check_is_complete(scene: Scene) -> Iterator[Problem]:
    """抽查 has a result, a consequence where it failed, and is neither in the future nor before the lesson."""
    plans = {row.number: row for row in scene.book.rows(TrainingPlan) if row.number}
    for row in scene.book.rows(TrainingCheck):
        plan = plans.get(row.training or "")
        if row.day is not None and row.day > scene.as_of:
            yield scene.book.problem("training-day-in-future", row, "day", today=scene.as_of)
        elif row.day is not None and plan is not None and plan.planned_on and row.day < plan.planned_on:
            yield scene.book.problem(
                "checked-before-training", row, "day", number=plan.number, day=plan.planned_on
            )
        if row.result is None:
            yield scene.book.problem("check-without-result", row, "result")
        elif row.result == SpotResult.FAILED and not row.followup:
            yield scene.book.problem("check-without-followup", row, "followup")


@serves("Z51")
def a_spot_check_is_of_the_community(scene: Scene) -> Iterator[Problem]:
    """The person asked works in the community the check is noted for."""
    people = {row.number: row for row in scene.book.rows(Person) if row.number}
    for row in scene.book.rows(TrainingCheck):
        person = people.get(row.person or "")
        if person is not None and person.community and row.community and person.community != row.community:
            yield scene.book.problem(
                "check-of-another-unit", row, "person", unit=person.community, community=row.community
            )


@serves("Z51")
def spot_checks_are_written_and_oral(scene: Scene) -> Iterator[Problem]:
    """In the last full quarter a community that was checked was checked in both ways."""
    last = Quarter.of(scene.as_of + timedelta(days=1)).before
    ways: dict[str, set[str]] = defaultdict(set)
    for row in scene.book.rows(TrainingCheck):
        if row.community and row.way and row.day in last:
            ways[row.community].add(str(row.way))
    for community, used in ways.items():
        if len(used) == 1:
            (way,) = used
            lacking = next(other.value for other in SpotWay if other != way)
            yield make_problem(
                "check-one-way",
                Cell(TrainingCheck.sheet.label),
                label=TrainingCheck.sheet.column("way").label,
                value=way,
                quarter=last,
                community=community,
                way=way,
                lacking=lacking,
            )


TRAINING_CHECK_RULES: tuple[Rule, ...] = (
    a_spot_check_is_complete,
    a_spot_check_is_of_the_community,
    spot_checks_are_written_and_oral,
)
