"""Rules of 设备 and 设备保养: valid certificates, maintenance planned, done and recorded (J04, G09, Z37, C03)."""

from collections.abc import Iterator

from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.safety.equipment import days_valid, is_stopped, is_there
from pinzhi_xl.safety.upkeep import not_planned_again, state_on
from pinzhi_xl.sheets.equipment import Equipment, EquipmentKind, Upkeep, UpkeepState
from pinzhi_xl.wording.safety import UPKEEP_STEPS

MAINTAINED = (EquipmentKind.LIFT, EquipmentKind.FIRE, EquipmentKind.PUMP, EquipmentKind.POWER)
"""Kinds that are inspected and maintained regularly (J04: lifts, water, power, fire protection)."""

RECORD = ("filled", "right")
"""What is filled only of maintenance that was done."""


def _in_use(scene: Scene) -> Iterator[Equipment]:
    for row in scene.book.rows(Equipment):
        if row.code is not None and is_there(row, scene.as_of) and not is_stopped(row, scene.as_of):
            yield row


@serves("J04", "C03")
def equipment_in_use_has_a_valid_certificate(scene: Scene) -> Iterator[Problem]:
    """Expired: an error for lifts, a reminder for others; about to expire and lacking for a lift: reminders."""
    for row in _in_use(scene):
        days = days_valid(row, scene.as_of)
        if days is None:
            if row.kind is EquipmentKind.LIFT and scene.book.is_vacant(row, "valid_until"):
                yield scene.book.problem("lift-without-certificate", row, "valid_until", equipment=row.code)
        elif days < 0:
            code = "lift-expired" if row.kind is EquipmentKind.LIFT else "certificate-expired"
            yield scene.book.problem(code, row, "valid_until", equipment=row.code)
        elif days <= scene.facts.settings.certificate_days:
            yield scene.book.problem("certificate-expiring", row, "valid_until", equipment=row.code, days=days)


@serves("G09", "J04")
def equipment_is_maintained_by_plan(scene: Scene) -> Iterator[Problem]:
    """Lifts, fire protection, pumps and power are maintained by plan; a cycle that has run out has a next turn."""
    planned = {row.equipment for row in scene.book.rows(Upkeep)}
    for owner in _in_use(scene):
        if owner.kind in MAINTAINED and owner.code not in planned:
            yield scene.book.problem("equipment-without-upkeep", owner, "code", equipment=owner.code)
    for row, due in not_planned_again(scene.facts, scene.as_of):
        yield scene.book.problem(
            "upkeep-not-planned-again", row, "item", cycle=row.cycle, done=row.done_on, due=due
        )


@serves("J04")
def equipment_is_scrapped_after_its_use(scene: Scene) -> Iterator[Problem]:
    """报废日期 is not before 启用日期."""
    for row in scene.book.rows(Equipment):
        if row.scrapped_on and row.in_use_from and row.scrapped_on < row.in_use_from:
            yield scene.book.problem("equipment-scrapped-before-use", row, "scrapped_on", day=row.in_use_from)


@serves("Z37", "G09", "F09")
def maintenance_is_done_by_its_day(scene: Scene) -> Iterator[Problem]:
    """What is planned is done by its day; a day in the future is none; a record has something to record."""
    for row in scene.book.rows(Upkeep):
        if row.done_on is not None and row.done_on > scene.as_of:
            yield scene.book.problem("upkeep-in-future", row, "done_on", today=scene.as_of)
        if not scene.book.is_vacant(row, "done_on"):
            continue
        state = state_on(row, scene.as_of)
        if state is UpkeepState.OVERDUE:
            yield scene.book.problem("upkeep-overdue", row, "planned_on")
        for name in RECORD:
            if getattr(row, name) is not None:
                yield scene.book.problem("upkeep-step", row, name, state=state, legal=UPKEEP_STEPS)


@serves("F10", "Z37")
def a_record_of_maintenance_adds_up(scene: Scene) -> Iterator[Problem]:
    """No more filled than there is to fill, no more right than looked into; what is done has its counts."""
    for row in scene.book.rows(Upkeep):
        for part, whole, code in (
            ("filled", "fields", "upkeep-filled-more"),
            ("right", "sampled", "upkeep-right-more"),
        ):
            has, most = getattr(row, part), getattr(row, whole)
            if has is not None and (has > (most or 0)):
                yield scene.book.problem(code, row, part, most=most or 0)
        done = row.done_on is not None and row.done_on <= scene.as_of
        if done and (scene.book.is_vacant(row, "fields") or scene.book.is_vacant(row, "filled")):
            yield scene.book.problem("upkeep-unrecorded", row, "filled" if row.fields is not None else "fields")


EQUIPMENT_RULES: tuple[Rule, ...] = (
    equipment_in_use_has_a_valid_certificate,
    equipment_is_maintained_by_plan,
    equipment_is_scrapped_after_its_use,
    maintenance_is_done_by_its_day,
    a_record_of_maintenance_adds_up,
)
