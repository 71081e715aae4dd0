"""The computed columns of 投诉台账 and 报修工单."""

from collections.abc import Iterator, Mapping
from datetime import date

from pinzhi_xl.deriving import changes
from pinzhi_xl.kinds import NO, YES
from pinzhi_xl.model import SetCell
from pinzhi_xl.rectification.state import state_on as rectification_state
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.service import complaints, repairs
from pinzhi_xl.sheets.complaints import Complaint
from pinzhi_xl.sheets.followup import Rectification
from pinzhi_xl.sheets.repairs import RepairOrder
from pinzhi_xl.sheets.service_terms import Justified
from pinzhi_xl.wording import service as words


def rectification_texts(facts: Facts, as_of: date) -> Mapping[str, str]:
    """Finding → number and state of its rectification."""
    return {
        row.finding: words.RECTIFICATION.format(
            number=row.number or words.NO_NUMBER, state=rectification_state(row, as_of)
        )
        for row in facts.book.rows(Rectification)
        if row.finding
    }


def derive_complaints(facts: Facts, as_of: date) -> Iterator[SetCell]:
    """重复自, 关联整改, 办结期限, 是否及时, 状态 and 逾期天数 of every complaint that says anything."""
    repeated = complaints.repeats(facts)
    rectified = rectification_texts(facts, as_of)
    for row in facts.book.rows(Complaint):
        if row.content is None:
            continue
        counted = row.justified is not Justified.INVALID
        yield from changes(
            facts.book,
            row,
            {
                "repeats": repeated.get(row.row),
                "rectification": rectified.get(row.finding or ""),
                "due_on": complaints.due_on(facts, row),
                "in_time": yes_no(complaints.is_in_time(facts, row, as_of)),
                "state": complaints.state_on(row, as_of).value,
                "overdue_days": complaints.overdue_days(facts, row, as_of) if counted else None,
            },
        )


def derive_repairs(facts: Facts, as_of: date) -> Iterator[SetCell]:
    """响应分钟, 完成期限, 是否及时, 状态 and 逾期天数 of every order that says anything."""
    for row in facts.book.rows(RepairOrder):
        if row.content is None:
            continue
        due = repairs.due_at(facts.settings, row)
        yield from changes(
            facts.book,
            row,
            {
                "response_minutes": repairs.response_minutes(row, as_of),
                "due": None if due is None else words.MOMENT.format(due),
                "in_time": yes_no(repairs.is_in_time(facts.settings, row, as_of)),
                "state": repairs.state_on(row, as_of).value,
                "overdue_days": repairs.overdue_days(facts.settings, row, as_of) if due is not None else None,
            },
        )


def yes_no(value: bool | None) -> str | None:
    """是, 否, or a blank cell."""
    return None if value is None else YES if value else NO
