"""投诉回复单: to every owner whose complaint was settled in the month what came of it (A11 反馈, B08)."""

from collections.abc import Sequence

from pinzhi_xl.model import Cell
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import chinese_date
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.service.complaints import is_settled
from pinzhi_xl.service.owners import addressed, masked_room
from pinzhi_xl.sheets.complaints import Complaint
from pinzhi_xl.summary.service_source import ServiceSource
from pinzhi_xl.wording import reports as report_words
from pinzhi_xl.wording import service as words
from pinzhi_xl.wording.problems import make_problem


def complaint_replies(scene: ReportScene, month: Month) -> tuple[Sequence[Report], Sequence[Problem]]:
    """One letter for every complaint settled in the month; a row with errors gets none and is told."""
    source = ServiceSource(scene)
    reports: list[Report] = []
    problems: list[Problem] = []
    for row in source.facts.book.rows(Complaint):
        if (
            row.done_on is None
            or row.done_on not in month
            or row.community not in source.facts.communities
            or not row.result
        ):
            continue
        number = row.number or words.OWNER
        if (Complaint.sheet.label, row.row) in source.errors:
            problems.append(source.facts.book.problem("reply-withheld", row, "number", about=number))
        elif is_settled(row, source.as_of):
            name = words.REPLY_FILE.format(number=number, community=row.community)
            reports.append(Report(words.REPLY, month, name, row.community or "", _values(source, row)))
    if not reports and not problems:
        problems.append(make_problem("no-settled-complaint", Cell(Complaint.sheet.label), period=str(month)))
    return reports, problems


def _values(source: ServiceSource, row: Complaint) -> dict[str, PaperValue]:
    day = chinese_date(row.day) if row.day else report_words.NOTHING
    room = masked_room(row.room)
    return {
        **source.source.head(*([row.day.year] if row.day else [])),
        "number": row.number or report_words.NUMBER_PENDING,
        "community": row.community or "",
        "owner": addressed(row.complainant, words.OWNER),
        "room": words.ROOM_IN_BRACKETS.format(room=room) if room else "",
        "lead": words.REPLY_LEAD.format(day=day, community=row.community),
        "received": day,
        "channel": str(row.channel or report_words.NOTHING),
        "category": str(row.category or report_words.NOTHING),
        "done": chinese_date(row.done_on) if row.done_on else report_words.NOTHING,
        "complaint": source.text_for_owner(row.content),
        "result": source.text_for_owner(row.result),
        "prevention": source.text_for_owner(row.prevention) or words.NO_PREVENTION,
    }
