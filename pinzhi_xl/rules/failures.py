"""Rules of 设备故障 (F08, J04)."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.safety.failures import minutes_to_arrive
from pinzhi_xl.safety.upkeep import equipment_by_code
from pinzhi_xl.sheets.equipment import EquipmentKind, Failure

DAYS = ("failed_on", "arrived_on", "repaired_on")
"""The days of a failure in the order of time."""


@serves("F08", "G09")
def a_failure_goes_its_way(scene: Scene) -> Iterator[Problem]:
    """Failure, arrival and repair follow each other, none of them in the future."""
    for row in scene.book.rows(Failure):
        for name in DAYS:
            day = getattr(row, name)
            if day is not None and day > scene.as_of:
                yield scene.book.problem("failure-in-future", row, name, today=scene.as_of)
        yield from _order(scene, row)


def _order(scene: Scene, row: Failure) -> Iterator[Problem]:
    labels = {name: Failure.sheet.column(name).label for name in DAYS}
    days = [(name, day) for name in DAYS if (day := getattr(row, name)) is not None]
    for (before, earlier), (name, later) in pairwise(days):
        if later < earlier:
            yield scene.book.problem("failure-order", row, name, before=labels[before])
            return
    moments = [(name, at) for name in ("failed", "arrived", "repaired") if (at := getattr(row, name)) is not None]
    for (before, begun), (name, ended) in pairwise(moments):
        if ended < begun:
            label = Failure.sheet.column(f"{before}_at").label
            yield scene.book.problem("failure-order", row, f"{name}_at", before=label)
            return


@serves("F08", "J04")
def a_failure_fits_its_equipment(scene: Scene) -> Iterator[Problem]:
    """No more units than there are; people are trapped only in lifts, and freed in time."""
    register = equipment_by_code(scene.book)
    for row in scene.book.rows(Failure):
        owner = register.get(row.equipment or "")
        if owner is None:
            continue
        if row.count > owner.count:
            yield scene.book.problem("failure-units", row, "units", equipment=owner.code, most=owner.count)
        if not row.trapped:
            continue
        if owner.kind is not EquipmentKind.LIFT:
            yield scene.book.problem("trapped-elsewhere", row, "trapped", equipment=owner.code)
        minutes, limit = minutes_to_arrive(row), scene.facts.settings.rescue_minutes
        if minutes is not None and minutes > limit:
            yield scene.book.problem("rescue-late", row, "arrived_at", minutes=minutes, limit=limit)


@serves("F08", "G09")
def a_failure_is_repaired_and_explained(scene: Scene) -> Iterator[Problem]:
    """What is not repaired within 参数.故障修复时限 is told; what is repaired has its cause."""
    hours = scene.facts.settings.fault_hours
    for row in scene.book.rows(Failure):
        if row.repaired_on is not None and not row.cause:
            yield scene.book.problem("failure-without-cause", row, "cause")
        late = row.failed_on is not None and scene.as_of - row.failed_on > timedelta(hours=hours)
        if late and scene.book.is_vacant(row, "repaired_on"):
            yield scene.book.problem(
                "failure-not-repaired", row, "repaired_on", equipment=row.equipment, hours=hours
            )


FAILURE_RULES: tuple[Rule, ...] = (
    a_failure_goes_its_way,
    a_failure_fits_its_equipment,
    a_failure_is_repaired_and_explained,
)
