"""Rules of 报修工单: the order of its steps and days, and what is due (J05, Z35, Z38)."""

from collections.abc import Iterator
from datetime import datetime

from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.rules.stepwise import Order, days_in_order, first_early
from pinzhi_xl.service.repairs import STEPS, due_at, is_repaired, responded_at, state_on
from pinzhi_xl.service.steps import moment
from pinzhi_xl.sheets.repairs import RepairOrder
from pinzhi_xl.sheets.service_terms import RepairState
from pinzhi_xl.wording.service import MOMENT, REPAIR_STEPS

IN_ORDER: Order = (
    ("responded_on", ("day",)),
    ("promised_on", ("day",)),
    ("done_on", ("day", "responded_on")),
    ("revisited_on", ("done_on",)),
)
PAST = ("responded_on", "done_on", "revisited_on")


def _orders(scene: Scene) -> Iterator[RepairOrder]:
    return (row for row in scene.book.rows(RepairOrder) if row.content is not None)


@serves("J05", "Z35", "G08")
def a_repair_takes_step_after_step(scene: Scene) -> Iterator[Problem]:
    """派工→响应→完成→回访: a field of a later step is refused, the legal next steps are named."""
    for row in _orders(scene):
        if row.cancelled is not None:
            done = [name for name in ("result", "done_on", "satisfaction") if getattr(row, name) is not None]
            if done:
                legal = REPAIR_STEPS[RepairState.CANCELLED]
                yield scene.book.problem("repair-cancelled-done", row, done[0], legal=legal)
            continue
        if (early := first_early(scene, row, STEPS)) is not None:
            state, field = RepairState(early[0]), early[1]
            legal = REPAIR_STEPS[state]
            yield scene.book.problem("repair-step-too-early", row, field, state=state, legal=legal)


@serves("J05", "Z35")
def the_days_of_a_repair_follow_each_other(scene: Scene) -> Iterator[Problem]:
    """No date before the one it follows, none of what is done after the day of action."""
    for row in _orders(scene):
        if row.day is not None and row.day > scene.as_of:
            yield scene.book.problem("repair-received-in-future", row, "day", today=scene.as_of)
        yield from days_in_order(scene, row, IN_ORDER, PAST, "repair")


@serves("Z38", "F07")
def the_times_of_a_repair_follow_each_other(scene: Scene) -> Iterator[Problem]:
    """On one day 响应时间 not before 报修时间, 完成时间 not before 响应时间."""
    for row in _orders(scene):
        asked, came = moment(row.day, row.at), responded_at(row)
        done = moment(row.done_on, row.done_at)
        yield from _too_early(scene, row, "responded_at", came, "at", asked)
        yield from _too_early(scene, row, "done_at", done, "responded_at", came)


def _too_early(
    scene: Scene, row: RepairOrder, name: str, value: datetime | None, before: str, limit: datetime | None
) -> Iterator[Problem]:
    if value is not None and limit is not None and value < limit and value.date() == limit.date():
        label = RepairOrder.sheet.column(before).label
        yield scene.book.problem("repair-day-too-early", row, name, before=label, limit=f"{limit:%H:%M}")


@serves("Z38", "F07")
def an_urgent_repair_has_its_times(scene: Scene) -> Iterator[Problem]:
    """急修 counts in minutes and hours: 报修时间, and 完成时间 once it is done."""
    for row in _orders(scene):
        if row.urgent and row.cancelled is None:
            if scene.book.is_vacant(row, "at"):
                yield scene.book.problem("repair-without-time", row, "at")
            if row.done_on is not None and scene.book.is_vacant(row, "done_at"):
                yield scene.book.problem("repair-without-time", row, "done_at")


@serves("J05", "F07", "Z58")
def a_repair_moves_on(scene: Scene) -> Iterator[Problem]:
    """What was not assigned by the next day, is past its deadline, or was not followed up."""
    facts = scene.facts
    for row in _orders(scene):
        state = state_on(row, scene.as_of)
        due = due_at(facts.settings, row)
        if state is RepairState.TO_ASSIGN and row.day is not None and row.day < scene.as_of:
            yield scene.book.problem("repair-unassigned", row, "worker", legal=REPAIR_STEPS[state])
        if due is not None and not is_repaired(row, scene.as_of) and due.date() < scene.as_of:
            yield scene.book.problem("repair-overdue", row, "done_on", due=MOMENT.format(due))
        if state is RepairState.TO_REVISIT and row.done_on is not None:
            days = facts.settings.revisit_days
            if facts.calendar.add(row.done_on, days) < scene.as_of:
                legal = REPAIR_STEPS[state]
                yield scene.book.problem("repair-revisit-due", row, "revisited_on", days=days, legal=legal)


REPAIR_RULES: tuple[Rule, ...] = (
    a_repair_takes_step_after_step,
    the_days_of_a_repair_follow_each_other,
    the_times_of_a_repair_follow_each_other,
    an_urgent_repair_has_its_times,
    a_repair_moves_on,
)
