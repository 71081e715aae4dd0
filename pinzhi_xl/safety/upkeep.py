"""Maintenance planned and done; what has no next turn although its cycle asks for one (G09, Z37)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from pinzhi_xl.deriving import changes
from pinzhi_xl.model import SetCell
from pinzhi_xl.safety.equipment import is_stopped, is_there
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.equipment import Equipment, Upkeep, UpkeepState


def done_by(row: Upkeep, as_of: date) -> bool:
    """True when it was done by a day."""
    return row.done_on is not None and row.done_on <= as_of


def state_on(row: Upkeep, as_of: date) -> UpkeepState:
    """状态 on a day."""
    if done_by(row, as_of):
        return UpkeepState.DONE
    late = row.planned_on is not None and row.planned_on < as_of
    return UpkeepState.OVERDUE if late else UpkeepState.PLANNED


def equipment_by_code(book: Book) -> Mapping[str, Equipment]:
    """设备编号 → its line of the register."""
    return {row.code: row for row in book.rows(Equipment) if row.code}


class NotPlanned(NamedTuple):
    """The last turn of an item and the day by which the next was due."""

    last: Upkeep
    due_on: date


def not_planned_again(facts: Facts, as_of: date) -> Iterator[NotPlanned]:
    """Items of equipment in use whose cycle has run out since they were last done, with no turn planned."""
    register = equipment_by_code(facts.book)
    turns: dict[tuple[str, str], list[Upkeep]] = defaultdict(list)
    for row in facts.book.rows(Upkeep):
        if row.equipment and row.item:
            turns[row.equipment, row.item].append(row)
    for (code, _), rows in turns.items():
        owner = register.get(code)
        if owner is None or not is_there(owner, as_of) or is_stopped(owner, as_of):
            continue
        if not all(done_by(row, as_of) for row in rows):
            continue
        last = max(rows, key=lambda row: row.done_on or date.min)
        if last.cycle is not None and last.cycle.days is not None and last.done_on is not None:
            due_on = last.done_on + timedelta(days=last.cycle.days)
            if due_on < as_of:
                yield NotPlanned(last, due_on)


def derive_upkeep(facts: Facts, as_of: date) -> Iterator[SetCell]:
    """项目 and 状态 of every planned item."""
    register = equipment_by_code(facts.book)
    for row in facts.book.rows(Upkeep):
        if row.planned_on is not None:
            owner = register.get(row.equipment or "")
            values = {"community": owner.community if owner else None, "state": state_on(row, as_of).value}
            yield from changes(facts.book, row, values)
