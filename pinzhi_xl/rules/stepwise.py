"""What the rules of complaints and of repair orders share: no step and no date before the one it follows."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Scene
from pinzhi_xl.schema import Row
from pinzhi_xl.service.steps import Step, step_of

Order = Sequence[tuple[str, Sequence[str]]]
"""Each date with those it may not lie before."""


def first_early(scene: Scene, row: Row, steps: Sequence[Step]) -> tuple[StrEnum, str] | None:
    """The state a row is in by what is filled, and the first field that belongs to a later step; None if none."""

    def filled(name: str) -> bool:
        return not scene.book.is_vacant(row, name)

    now = step_of(steps, filled)
    early = [name for step in steps[now + 1 :] for name in step.fields if filled(name)]
    return (steps[now].state, early[0]) if early else None


def days_in_order(scene: Scene, row: Row, order: Order, past: Sequence[str], about: str) -> Iterator[Problem]:
    """Dates before one they follow, and dates of what is done that lie after the day of action.

    `about` is what the codes of the problems begin with.
    """
    for name, earlier in order:
        value = getattr(row, name)
        if value is None:
            continue
        limits = {field: limit for field in earlier if (limit := getattr(row, field)) is not None}
        if name in past and value > scene.as_of:
            yield scene.book.problem(f"{about}-day-in-future", row, name, today=scene.as_of)
        elif limits and value < max(limits.values()):
            field = max(limits, key=lambda field: limits[field])
            label = type(row).sheet.column(field).label
            yield scene.book.problem(f"{about}-day-too-early", row, name, before=label, limit=limits[field])
