"""Rules of 应急演练 and 安全制度 (G10, G11, Z54)."""

from collections.abc import Iterator

from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.model import Cell
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.safety.drills import state_on, year_of_drills
from pinzhi_xl.sheets.drills import Drill, DrillState, DrillVerdict, RegulationKind, SafetyRegulation
from pinzhi_xl.wording.problems import make_problem
from pinzhi_xl.wording.safety import DRILL_STEPS

EVALUATION = ("verdict", "knew")
"""What is filled only of a drill that was held."""

WANTED = (RegulationKind.FIRE, RegulationKind.TRAFFIC, RegulationKind.EMERGENCY)
"""Kinds of regulations that every company has; 食品 only where there is a canteen (law.md §6)."""


@serves("G11", "J02")
def a_planned_drill_is_held(scene: Scene) -> Iterator[Problem]:
    """A drill whose day has passed was held or cancelled; a day in the future is none."""
    for row in scene.book.rows(Drill):
        if row.held_on is not None and row.held_on > scene.as_of:
            yield scene.book.problem("drill-in-future", row, "held_on", today=scene.as_of)
        elif state_on(row, scene.as_of) is DrillState.OVERDUE and scene.book.is_vacant(row, "held_on"):
            yield scene.book.problem("drill-overdue", row, "planned_on")


@serves("G11")
def a_drill_goes_its_way(scene: Scene) -> Iterator[Problem]:
    """Evaluated only when held, cancelled only when not held; else the legal steps are named."""
    for row in scene.book.rows(Drill):
        if row.held_on is not None and row.cancelled:
            legal = DRILL_STEPS[DrillState.TO_EVALUATE if row.verdict is None else DrillState.DONE]
            yield scene.book.problem("drill-cancelled-though-held", row, "cancelled", day=row.held_on, legal=legal)
        if not scene.book.is_vacant(row, "held_on"):
            continue
        state = state_on(row, scene.as_of)
        for name in EVALUATION:
            if getattr(row, name) is not None:
                yield scene.book.problem("drill-step", row, name, state=state, legal=DRILL_STEPS[state])


@serves("G11", "Z54")
def a_drill_is_evaluated(scene: Scene) -> Iterator[Problem]:
    """A drill that was held says who took part, how it went, and what is to be better."""
    for row in scene.book.rows(Drill):
        if row.held_on is None or row.held_on > scene.as_of:
            continue
        if not row.participants and (row.participants == 0 or scene.book.is_vacant(row, "participants")):
            yield scene.book.problem("drill-without-participants", row, "participants")
        if scene.book.is_vacant(row, "verdict"):
            yield scene.book.problem("drill-not-evaluated", row, "verdict", day=row.held_on)
        elif row.verdict not in (None, DrillVerdict.REACHED) and not row.lessons:
            yield scene.book.problem("drill-without-lessons", row, "lessons", verdict=row.verdict)


@serves("Z54")
def no_more_knew_the_plan_than_were_asked(scene: Scene) -> Iterator[Problem]:
    """答对人数 is at most 抽问人数."""
    for row in scene.book.rows(Drill):
        if row.knew is not None and row.asked is not None and row.knew > row.asked:
            yield scene.book.problem("drill-knew-more", row, "knew", asked=row.asked)


@serves("G11", "Z54", "J02")
def every_plan_is_tried_once_a_year(scene: Scene) -> Iterator[Problem]:
    """Each community drills each plan of 参数.年度演练预案 once a year, or has it planned for the rest of it."""
    for community in scene.facts.communities if scene.book.rows(Drill) else ():
        missing = year_of_drills(scene.facts, community, scene.as_of).missing
        if missing:
            cell = Cell(Drill.sheet.label)
            yield make_problem("drills-missing", cell, value=community, plans=LIST_MARK.join(missing))


@serves("G10")
def a_regulation_is_looked_through_in_time(scene: Scene) -> Iterator[Problem]:
    """复审日期 of a regulation in force lies ahead."""
    for row in scene.book.rows(SafetyRegulation):
        if row.in_force(scene.as_of) and row.review_on is not None and row.review_on < scene.as_of:
            yield scene.book.problem("regulation-review-due", row, "review_on", name=row.name)


@serves("G10", "J02")
def there_is_a_regulation_of_each_kind(scene: Scene) -> Iterator[Problem]:
    """消防, 交通 and 应急预案 each have a regulation in force, once there is a list at all."""
    rows = scene.book.rows(SafetyRegulation)
    present = {row.kind for row in rows if row.in_force(scene.as_of)}
    for kind in WANTED if rows else ():
        if kind not in present:
            yield make_problem("regulation-missing", Cell(SafetyRegulation.sheet.label), value=kind)


DRILL_RULES: tuple[Rule, ...] = (
    a_planned_drill_is_held,
    a_drill_goes_its_way,
    a_drill_is_evaluated,
    no_more_knew_the_plan_than_were_asked,
    every_plan_is_tried_once_a_year,
    a_regulation_is_looked_through_in_time,
    there_is_a_regulation_of_each_kind,
)
