"""How a repair order stands on a day: its step, its deadline, how long the answer took (J05, practice.md §6)."""

from datetime import date, datetime, time, timedelta

from pinzhi_xl.service.steps import Step, known_by, moment, step_of
from pinzhi_xl.sheets.repairs import RepairOrder
from pinzhi_xl.sheets.service_terms import RepairState
from pinzhi_xl.sheets.settings import Settings

STEPS = (
    Step(RepairState.TO_ASSIGN, ("worker",)),
    Step(RepairState.TO_RESPOND, ("responded_at",)),
    Step(RepairState.REPAIRING, ("result", "done_on")),
    Step(RepairState.TO_REVISIT, ("revisitor", "revisited_on", "satisfaction")),
)
"""登记→派工→响应→完成→回访."""

REPAIRED = (RepairState.TO_REVISIT, RepairState.DONE)
"""States of an order whose repair is done."""

_DAY_ENDS = time(23, 59)


def state_on(row: RepairOrder, as_of: date) -> RepairState:
    """状态 on a day; dates that lie before the request or after the day do not count."""
    if row.cancelled is not None:
        return RepairState.CANCELLED

    def filled(name: str) -> bool:
        if name == "responded_at" and (row.responded_on or as_of) > as_of:
            return False
        return known_by(row, name, row.day, as_of)

    step = step_of(STEPS, filled)
    return RepairState(STEPS[step].state) if step < len(STEPS) else RepairState.DONE


def counts(row: RepairOrder) -> bool:
    """True for every order that was not cancelled."""
    return row.content is not None and row.cancelled is None


def is_repaired(row: RepairOrder, as_of: date) -> bool:
    """True once the repair is done in due order; a step left out never makes it so."""
    return state_on(row, as_of) in REPAIRED


def responded_at(row: RepairOrder) -> datetime | None:
    """The moment of arrival: on the day of the request unless 响应日期 says otherwise."""
    return moment(row.responded_on or row.day, row.responded_at)


def response_minutes(row: RepairOrder, as_of: date) -> int | None:
    """Minutes from the request to the arrival; None where a time is lacking or they cannot be so."""
    asked, came = moment(row.day, row.at), responded_at(row)
    if asked is None or came is None or came < asked or came.date() > as_of or not counts(row):
        return None
    return int((came - asked).total_seconds()) // 60


def due_at(settings: Settings, row: RepairOrder) -> datetime | None:
    """By when it must be repaired: 承诺完成, else 急修 some hours after the request, 小修 some days (参数).

    A deadline that is a day ends with the day, as does that of an urgent order without 报修时间.
    """
    if row.day is None or row.cancelled is not None:
        return None
    if row.promised_on is not None and row.promised_on >= row.day:
        return datetime.combine(row.promised_on, _DAY_ENDS)
    if not row.urgent:
        return datetime.combine(row.day + timedelta(days=settings.repair_days), _DAY_ENDS)
    asked = moment(row.day, row.at)
    hours = timedelta(hours=settings.repair_hours)
    return asked + hours if asked is not None else datetime.combine(row.day, _DAY_ENDS)


def is_in_time(settings: Settings, row: RepairOrder, as_of: date) -> bool | None:
    """True when repaired by its deadline and, if urgent, reached in time; None while that is open.

    Where the time of completion is lacking, days are compared.
    """
    due = due_at(settings, row)
    if due is None or not counts(row):
        return None
    if not _reached_in_time(settings, row, as_of):
        return False
    if not is_repaired(row, as_of) or row.done_on is None:
        return False if as_of > due.date() else None
    done = moment(row.done_on, row.done_at)
    return done <= due if done is not None else row.done_on <= due.date()


def _reached_in_time(settings: Settings, row: RepairOrder, as_of: date) -> bool:
    """False for an urgent order that was reached late, or not on its day."""
    if not row.urgent or row.day is None:
        return True
    minutes = response_minutes(row, as_of)
    if minutes is not None:
        return minutes <= settings.repair_minutes
    came = responded_at(row)
    day = came.date() if came is not None and came.date() <= as_of else None
    limit = moment(row.day, row.at)
    last = row.day if limit is None else (limit + timedelta(minutes=settings.repair_minutes)).date()
    return day <= last if day is not None else as_of <= last


def overdue_days(settings: Settings, row: RepairOrder, as_of: date) -> int:
    """Calendar days after the day of the deadline, up to the completion or the day; 0 when in time."""
    due = due_at(settings, row)
    if due is None:
        return 0
    done = row.done_on if is_repaired(row, as_of) and row.done_on is not None else as_of
    return max(0, (done - due.date()).days)
