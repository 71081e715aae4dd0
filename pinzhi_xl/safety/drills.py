"""How a drill stands on a day, and which drills a year still lacks (G11, Z54)."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from pinzhi_xl.deriving import changes
from pinzhi_xl.model import SetCell
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.drills import Drill, DrillState


def held_by(row: Drill, as_of: date) -> date | None:
    """实施日期 as known on a day."""
    return row.held_on if row.held_on is not None and row.held_on <= as_of else None


def state_on(row: Drill, as_of: date) -> DrillState:
    """状态 on a day: a drill is finished only when it was evaluated."""
    if held_by(row, as_of):
        return DrillState.TO_EVALUATE if row.verdict is None else DrillState.DONE
    if row.cancelled:
        return DrillState.CANCELLED
    late = row.planned_on is not None and row.planned_on < as_of
    return DrillState.OVERDUE if late else DrillState.PLANNED


class YearOfDrills(NamedTuple):
    """The drills a community owes in a year: all `plans`, and of them `held`, `ahead` (planned), `missing`."""

    plans: Sequence[str]
    held: Sequence[str]
    ahead: Sequence[str]
    missing: Sequence[str]


def year_of_drills(facts: Facts, community: str, as_of: date) -> YearOfDrills:
    """How far a community is with 参数.年度演练预案 in the year of a day."""
    rows = [row for row in facts.book.rows(Drill) if row.community == community]
    held = {row.plan for row in rows if (day := held_by(row, as_of)) and day.year == as_of.year}
    ahead = {
        row.plan
        for row in rows
        if state_on(row, as_of) is DrillState.PLANNED and row.planned_on and row.planned_on.year == as_of.year
    } - held
    plans = facts.settings.yearly_drills
    return YearOfDrills(
        plans,
        [plan for plan in plans if plan in held],
        [plan for plan in plans if plan in ahead],
        [plan for plan in plans if plan not in held | ahead],
    )


def derive_drills(facts: Facts, as_of: date) -> Iterator[SetCell]:
    """状态 of every drill that says anything."""
    for row in facts.book.rows(Drill):
        if row.plan is not None or row.planned_on is not None:
            yield from changes(facts.book, row, {"state": state_on(row, as_of).value})
