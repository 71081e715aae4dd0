"""The tables of 投诉报修分析: by community, by category and cause, repeats, overdue, satisfaction, preventions."""

from collections import Counter
from collections.abc import Sequence

from pinzhi_xl.month import Month
from pinzhi_xl.service import complaints, repairs
from pinzhi_xl.service.deriving import rectification_texts
from pinzhi_xl.service.owners import addressed, masked_room
from pinzhi_xl.sheets.complaints import Complaint
from pinzhi_xl.sheets.repairs import RepairOrder
from pinzhi_xl.sheets.service_terms import RepairState, Satisfaction
from pinzhi_xl.summary.figures import share, short_day
from pinzhi_xl.summary.rows import RowTexts
from pinzhi_xl.summary.service_source import ServiceSource
from pinzhi_xl.wording import reports as report_words
from pinzhi_xl.wording import service as words


def complaint_sums(source: ServiceSource, communities: Sequence[str], month: Month) -> list[RowTexts]:
    """Complaints of each community that has any or could have, and of all together."""
    groups = [(name, [name]) for name in communities] + [(report_words.TOTAL, list(communities))]
    return [_complaint_sum(source, name, group, month) for name, group in groups]


def _complaint_sum(source: ServiceSource, name: str, group: Sequence[str], month: Month) -> RowTexts:
    rows = source.complaints(group, month)
    return {
        "name": name,
        "received": str(len(rows)),
        "invalid": str(source.invalid(group, month)),
        "settled": str(sum(complaints.is_settled(row, source.as_of) for row in rows)),
        "overdue": str(len(source.overdue_complaints(group))),
        "repeated": str(sum(row.row in source.repeats for row in rows)),
        "handling": source.figure(words.HANDLING_RATE, group, month),
        "on_time": source.figure(words.ON_TIME_RATE, group, month),
        "satisfied": source.figure(words.SATISFIED_RATE, group, month),
        "rate": source.figure(words.COMPLAINT_RATE, group, month),
    }


def repair_sums(source: ServiceSource, communities: Sequence[str], month: Month) -> list[RowTexts]:
    """Repair orders of each community, and of all together."""
    groups = [(name, [name]) for name in communities] + [(report_words.TOTAL, list(communities))]
    return [_repair_sum(source, name, group, month) for name, group in groups]


def _repair_sum(source: ServiceSource, name: str, group: Sequence[str], month: Month) -> RowTexts:
    rows = source.repairs(group, month)
    return {
        "name": name,
        "orders": str(len(rows)),
        "urgent": str(sum(bool(row.urgent) for row in rows)),
        "done": str(sum(repairs.is_repaired(row, source.as_of) for row in rows)),
        "overdue": str(len(source.overdue_repairs(group))),
        "on_time": source.figure(words.REPAIR_ON_TIME, group, month),
        "solved": source.figure(words.REPAIR_DONE, group, month),
        "satisfied": source.figure(words.REPAIR_SATISFIED, group, month),
        "response": source.figure(words.REPAIR_RESPONSE, group, month),
    }


def pareto(names: Sequence[str]) -> list[RowTexts]:
    """How often each name stands, most first, with its share and the running share; of equals the first met."""
    rows, running = [], 0
    for place, (name, count) in enumerate(Counter(names).most_common(), 1):
        running += count
        rows.append(
            {
                "no": str(place),
                "name": name,
                "count": str(count),
                "share": share(count, len(names)),
                "running": share(running, len(names)),
            }
        )
    return rows


def categories(rows: Sequence[Complaint] | Sequence[RepairOrder]) -> list[str]:
    """分类 of each row."""
    return [str(row.category or words.UNKNOWN_CATEGORY) for row in rows]


def causes(source: ServiceSource, rows: Sequence[Complaint]) -> list[str]:
    """原因分类 of each settled complaint."""
    settled = [row for row in rows if complaints.is_settled(row, source.as_of)]
    return [str(row.cause_kind or words.UNKNOWN_CAUSE) for row in settled]


def repeat_rows(source: ServiceSource, rows: Sequence[Complaint]) -> list[RowTexts]:
    """The complaints that repeat another, with it and what is to prevent the next."""
    return [
        {
            **_complaint(row),
            "day": short_day(row.day),
            "owner": addressed(row.complainant, words.OWNER),
            "facts": source.text(row.content),
            "before": source.repeats[row.row],
            "item": source.text(row.prevention) or report_words.NOTHING,
        }
        for row in rows
        if row.row in source.repeats
    ]


def overdue_rows(source: ServiceSource, communities: Sequence[str]) -> list[RowTexts]:
    """Complaints that are past their deadline on the day."""
    return [
        {
            **_complaint(row),
            "day": short_day(row.day),
            "facts": source.text(row.content),
            "urgency": str(row.urgency or report_words.NOTHING),
            "department": row.department or report_words.NOTHING,
            "due": short_day(complaints.due_on(source.facts, row)),
            "overdue": str(complaints.overdue_days(source.facts, row, source.as_of)),
            "state": complaints.state_on(row, source.as_of).value,
        }
        for row in source.overdue_complaints(communities)
    ]


def overdue_repair_rows(source: ServiceSource, communities: Sequence[str]) -> list[RowTexts]:
    """Repair orders that are past their deadline on the day."""
    settings = source.facts.settings
    return [
        {
            "number": row.number or report_words.NUMBER_PENDING,
            "community": row.community or "",
            "day": short_day(row.day),
            "place": masked_room(row.room) or report_words.NOTHING,
            "facts": source.text(row.content),
            "worker": source.source.person(row.worker) or report_words.NOTHING,
            "overdue": str(repairs.overdue_days(settings, row, source.as_of)),
            "state": repairs.state_on(row, source.as_of).value,
        }
        for row in source.overdue_repairs(communities)
    ]


def satisfaction_rows(
    source: ServiceSource, complained: Sequence[Complaint], ordered: Sequence[RepairOrder]
) -> list[RowTexts]:
    """How many owners said what about their complaint and about their repair; 未回访 for what is settled only."""
    as_of = source.as_of
    settled = [row for row in complained if complaints.is_settled(row, as_of)]
    done = [row for row in ordered if repairs.is_repaired(row, as_of)]
    said = [row.satisfaction if complaints.is_revisited(row, as_of) else None for row in settled]
    told = [row.satisfaction if repairs.state_on(row, as_of) is RepairState.DONE else None for row in done]
    return [
        _satisfaction(name, answers)
        for name, answers in ((words.OF_COMPLAINTS, said), (words.OF_REPAIRS, told))
        if answers
    ]


def _satisfaction(name: str, answers: Sequence[Satisfaction | None]) -> RowTexts:
    given = [answer for answer in answers if answer is not None]
    counts = {grade.name.lower(): str(given.count(grade)) for grade in Satisfaction}
    satisfied = sum(answer.is_satisfied for answer in given)
    return {
        "name": name,
        **counts,
        "silent": str(len(answers) - len(given)),
        "rate": share(satisfied, len(given)),
    }


def prevention_rows(source: ServiceSource, rows: Sequence[Complaint]) -> list[RowTexts]:
    """Why settled complaints arose and what is to prevent the next ones; rows that say neither are left out."""
    rectified = rectification_texts(source.facts, source.as_of)
    return [
        {
            **_complaint(row),
            "category": str(row.category or report_words.NOTHING),
            "kind": str(row.cause_kind or report_words.NOTHING),
            "reason": source.text(row.cause) or report_words.NOTHING,
            "item": source.text(row.prevention) or report_words.NOTHING,
            "chain": rectified.get(row.finding or "", report_words.NOTHING),
        }
        for row in rows
        if complaints.is_settled(row, source.as_of) and (row.cause or row.prevention)
    ]


def _complaint(row: Complaint) -> RowTexts:
    return {
        "number": row.number or report_words.NUMBER_PENDING,
        "community": row.community or "",
    }
