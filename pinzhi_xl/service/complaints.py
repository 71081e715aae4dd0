"""How a complaint stands on a day: its step, its deadlines, and what it repeats (A11, B08, practice.md §6, §7)."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from pinzhi_xl.kinds import fold
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.service.steps import Step, known_by, moment, step_of
from pinzhi_xl.sheets.complaints import Complaint
from pinzhi_xl.sheets.service_terms import ComplaintState, Justified, Urgency
from pinzhi_xl.sheets.settings import Settings
from pinzhi_xl.wording.privacy import ARCHIVED

STEPS = (
    Step(ComplaintState.TO_CLASSIFY, ("category", "justified", "urgency")),
    Step(ComplaintState.TO_ASSIGN, ("department",)),
    Step(ComplaintState.HANDLING, ("result", "done_on")),
    Step(ComplaintState.TO_REVISIT, ("revisitor", "revisited_on", "satisfaction")),
    Step(ComplaintState.TO_REPLY, ("replied_on",)),
)
"""登记→分类→处理 (派发、办结)→跟踪→反馈."""

SETTLED = (ComplaintState.TO_REVISIT, ComplaintState.TO_REPLY, ComplaintState.REPLIED)
"""States of a complaint that is 办结."""

ENDED = (ComplaintState.REPLIED, ComplaintState.INVALID)


def state_on(row: Complaint, as_of: date) -> ComplaintState:
    """状态 on a day; dates that lie before the receipt or after the day do not count."""
    if row.justified is Justified.INVALID:
        return ComplaintState.INVALID
    step = step_of(STEPS, lambda name: known_by(row, name, row.day, as_of))
    return ComplaintState(STEPS[step].state) if step < len(STEPS) else ComplaintState.REPLIED


def is_accepted(row: Complaint) -> bool:
    """True for what counts as 受理: registered and not found 无效."""
    return row.content is not None and row.justified is not Justified.INVALID


def is_settled(row: Complaint, as_of: date) -> bool:
    """True once a complaint is 办结 in due order; a step left out never makes it so."""
    return state_on(row, as_of) in SETTLED


def is_revisited(row: Complaint, as_of: date) -> bool:
    """True once the owner has said how it was settled."""
    return state_on(row, as_of) in (ComplaintState.TO_REPLY, ComplaintState.REPLIED)


def standard_due(facts: Facts, row: Complaint) -> date | None:
    """The day by which a complaint of this 级别 must be settled; None while that is not known.

    紧急 counts calendar days, the others working days (参数; S33, S34).
    """
    settings = facts.settings
    if row.day is None or row.urgency is None:
        return None
    if row.urgency is Urgency.URGENT:
        return row.day + timedelta(days=settings.complaint_days_urgent)
    days = settings.complaint_days_major if row.urgency is Urgency.MAJOR else settings.complaint_days
    return facts.calendar.add(row.day, days)


def due_on(facts: Facts, row: Complaint) -> date | None:
    """办结期限: 承诺时限 where it is a possible one, else that of the 级别; None for 无效."""
    if row.justified is Justified.INVALID:
        return None
    promised = row.promised_on
    if promised is not None and (row.day is None or promised >= row.day):
        return promised
    return standard_due(facts, row)


def overdue_days(facts: Facts, row: Complaint, as_of: date) -> int:
    """Calendar days after 办结期限, up to 办结日期 or the day; 0 when in time."""
    due = due_on(facts, row)
    if due is None:
        return 0
    done = row.done_on if is_settled(row, as_of) and row.done_on is not None else as_of
    return max(0, (done - due).days)


def is_in_time(facts: Facts, row: Complaint, as_of: date) -> bool | None:
    """True when settled by its deadline, False when later or overdue; None while that is open."""
    if not is_accepted(row) or due_on(facts, row) is None:
        return None
    if overdue_days(facts, row, as_of):
        return False
    return True if is_settled(row, as_of) else None


def response_hours(settings: Settings, urgency: Urgency) -> int:
    """Hours within which a complaint of a 级别 must be answered."""
    return {
        Urgency.GENERAL: settings.complaint_hours,
        Urgency.MAJOR: settings.complaint_hours_major,
        Urgency.URGENT: settings.complaint_hours_urgent,
    }[urgency]


def responded_on(row: Complaint) -> date | None:
    """The day of the first answer: 响应日期, or the day of receipt when only a time is given."""
    return row.responded_on or (row.day if row.responded_at is not None else None)


def is_answered_in_time(facts: Facts, row: Complaint, as_of: date) -> bool | None:
    """Whether the first answer came within its hours; None while that is open or not known.

    Where a time of day is lacking, days are compared: the answer may come on the day on which the hours end.
    """
    if row.day is None or row.urgency is None or not is_accepted(row):
        return None
    limit = datetime.combine(row.day, row.at or datetime.max.time()) + timedelta(
        hours=response_hours(facts.settings, row.urgency)
    )
    day = responded_on(row)
    if day is None or day > as_of:
        return False if as_of > limit.date() else None
    answered = moment(day, row.responded_at)
    return answered <= limit if answered is not None and row.at is not None else day <= limit.date()


def repeats(facts: Facts, communities: Iterable[str] | None = None) -> Mapping[int, str]:
    """Sheet row → 受理号 of the complaint it repeats: same owner, room and 分类, not more than N days before.

    Of all communities unless some are named. Without owner, room or 分类 nothing repeats; 无效 complaints neither
    repeat nor are repeated.
    """
    found: dict[int, str] = {}
    latest: dict[tuple[str, ...], Complaint] = {}
    window = timedelta(days=facts.settings.complaint_repeat_days)
    rows = facts.book.rows(Complaint) if communities is None else facts.rows_in(Complaint, communities)
    for row in _in_order(rows):
        key = _owner_key(row)
        if key is None or row.day is None:
            continue
        before = latest.get(key)
        if before is not None and before.day is not None and before.number and row.day - before.day <= window:
            found[row.row] = before.number
        latest[key] = row
    return found


def _owner_key(row: Complaint) -> tuple[str, ...] | None:
    parts = (row.community, row.complainant, row.room, row.category)
    if not is_accepted(row) or not all(parts) or ARCHIVED in parts:
        return None
    return tuple(fold(part or "") for part in parts)


def _in_order(rows: Iterable[Complaint]) -> list[Complaint]:
    return sorted(rows, key=lambda row: (row.day or date.max, row.at or datetime.max.time(), row.row))
