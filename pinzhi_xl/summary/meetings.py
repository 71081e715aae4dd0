"""专题研讨会材料 before the monthly seminar and 专题研讨会纪要 after every meeting (Z20, Z42, F15, G16)."""

from collections.abc import Iterable, Sequence

from pinzhi_xl.month import Month
from pinzhi_xl.numerals import chinese_date
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.people import PEOPLE
from pinzhi_xl.problem import Problem
from pinzhi_xl.seminar import assignments_by_resolution, is_finished, month_of, resolution_state, seminars_of
from pinzhi_xl.sheets.assignments import AssignmentState
from pinzhi_xl.sheets.seminar import AgendaItem, MeetingKind, Resolution, Seminar
from pinzhi_xl.summary.figures import month_name, short_day
from pinzhi_xl.summary.monthly import Material, month_values
from pinzhi_xl.summary.plans import plan_groups, plans_within
from pinzhi_xl.summary.rows import RowTexts
from pinzhi_xl.summary.source import Source
from pinzhi_xl.wording import reports as report_words
from pinzhi_xl.wording import seminar as words

Made = tuple[Sequence[Report], Sequence[Problem]]

_SHOWN = (
    "score",
    "change",
    "findings_total",
    "red_total",
    "overdue_total",
    "closing_rate",
    "repeat_share",
    "held",
    "units",
    "by_department",
    "causes",
)
"""Figures of the month that a whole room may see."""


def seminar_materials(scene: ReportScene, month: Month) -> Made:
    """What is projected at the seminar about a month: departments and figures, nobody's name at all."""
    source = Source(scene)
    meetings = seminars_of(source.book, month)
    if not meetings:
        return [], []
    problems = {name: source.blocked(name, [month]) for name in scene.facts.communities}
    told = [problem for problem in problems.values() if problem is not None]
    free = [name for name, problem in problems.items() if problem is None]
    if not free:
        return [], told
    held = [name for name in problems if name not in free]
    figures = month_values(Material(source, month, free, True, held))
    shown = {name: figures[name] for name in _SHOWN}
    return [
        Report(
            words.MATERIAL,
            month,
            f"{month} {meeting.number or report_words.NUMBER_PENDING}",
            scene.facts.settings.company,
            {**source.head(month.year), **shown, **_discussion(source, month, meeting)},
        )
        for meeting in meetings
    ], told


def _discussion(source: Source, month: Month, meeting: Seminar) -> dict[str, PaperValue]:
    return {
        "month": month_name(month),
        "date": chinese_date(meeting.day) if meeting.day else words.UNDATED,
        "departments": report_words.LIST.join(meeting.departments) or report_words.NOTHING,
        "topic": source.nameless(meeting.topic) or words.SEMINAR_NAME,
        "agenda": [_topic(source, row) for row in agenda_of(source, meeting)],
        "unfinished": _earlier(source, month),
        "plans": plan_groups(plans_within(source, month), source.as_of),
    }


def agenda_of(source: Source, meeting: Seminar) -> list[AgendaItem]:
    """The items of a meeting that are discussed, by number."""
    rows = source.book.rows(AgendaItem)
    own = [row for row in rows if row.seminar == meeting.number and row.content and row.listed is not False]
    return sorted(own, key=lambda row: (row.place or 0, row.row))


def resolutions_of(source: Source, meetings: Iterable[Seminar]) -> list[Resolution]:
    """The resolutions of meetings, in sheet order."""
    numbers = {meeting.number for meeting in meetings if meeting.number}
    return [row for row in source.book.rows(Resolution) if row.seminar in numbers and row.measure]


def _topic(source: Source, row: AgendaItem) -> RowTexts:
    return {
        "no": str(row.place or ""),
        "source": str(row.source or report_words.NOTHING),
        "community": row.community or words.WHOLE_COMPANY,
        "department": row.department or report_words.NOTHING,
        "content": source.nameless(row.content),
    }


def _earlier(source: Source, month: Month) -> list[RowTexts]:
    """Resolutions of meetings about earlier months that are not carried out."""
    turned = assignments_by_resolution(source.book)
    meetings = [row for row in source.book.rows(Seminar) if (about := month_of(row)) is not None and about < month]
    return [
        {
            "number": row.number or report_words.NUMBER_PENDING,
            "department": row.department or report_words.NOTHING,
            "measure": source.nameless(row.measure),
            "due": short_day(row.due_on),
            "state": carried_out(source, row),
        }
        for row in resolutions_of(source, meetings)
        if not is_finished(row, turned.get(row.number or ""), source.as_of)
    ]


def carried_out(source: Source, row: Resolution) -> str:
    """How far a resolution has come on the day of the report."""
    return resolution_state(row, assignments_by_resolution(source.book).get(row.number or ""), source.as_of)


def minutes_papers(scene: ReportScene, month: Month) -> Made:
    """Minutes of every meeting about a month, of whatever kind, with a table to sign in."""
    source = Source(scene)
    meetings = [row for row in source.book.rows(Seminar) if month_of(row) == month and row.day is not None]
    return [
        Report(
            words.MINUTES,
            month,
            f"{meeting.day} {meeting.number or report_words.NUMBER_PENDING}",
            scene.facts.settings.company,
            _minutes(source, meeting),
        )
        for meeting in meetings
    ], []


def _minutes(source: Source, meeting: Seminar) -> dict[str, PaperValue]:
    resolutions = resolutions_of(source, [meeting])
    return {
        **source.head(meeting.day.year if meeting.day else source.as_of.year),
        "kind": _title(meeting),
        "number": meeting.number or report_words.NUMBER_PENDING,
        "topic": source.masked(meeting.topic) or words.SEMINAR_NAME,
        "date": chinese_date(meeting.day) if meeting.day else words.UNDATED,
        "place": source.masked(meeting.place) or report_words.NOTHING,
        "chair": source.person(meeting.chair) or report_words.NOTHING,
        "recorder": source.person(meeting.recorder) or report_words.NOTHING,
        "departments": report_words.LIST.join(meeting.departments) or report_words.NOTHING,
        "attendees": source.person(meeting.attendees) or report_words.NOTHING,
        "absentees": source.person(meeting.absentees) or report_words.NONE,
        "agenda": [
            {**_topic(source, row), "result": source.masked(row.discussed) or report_words.NOTHING}
            for row in agenda_of(source, meeting)
        ],
        "minutes": _paragraphs(source.masked(meeting.minutes)) or [words.NO_MINUTES],
        "resolutions": [_resolution(source, row, n) for n, row in enumerate(resolutions, 1)],
        "resolutions_sum": resolutions_sum(source, resolutions),
        "signing": _signing(meeting),
    }


def _title(meeting: Seminar) -> str:
    own = meeting.kind is None or meeting.kind is MeetingKind.SEMINAR
    return words.SEMINAR_NAME if own else str(meeting.kind)


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _resolution(source: Source, row: Resolution, number: int) -> RowTexts:
    assignment = assignments_by_resolution(source.book).get(row.number or "")
    return {
        "no": str(number),
        "number": row.number or report_words.NUMBER_PENDING,
        "community": row.community or words.WHOLE_COMPANY,
        "department": row.department or report_words.NOTHING,
        "owner": source.person(row.owner) or report_words.NOTHING,
        "measure": source.masked(row.measure),
        "due": short_day(row.due_on),
        "task": (assignment.number if assignment else row.assignment) or report_words.NOTHING,
        "state": carried_out(source, row),
    }


def resolutions_sum(source: Source, resolutions: Sequence[Resolution]) -> str:
    """How many resolutions there are and how many are carried out; empty for none."""
    if not resolutions:
        return ""
    states = [carried_out(source, row) for row in resolutions]
    done = finished_count(source, resolutions)
    return words.RESOLUTIONS_SUM.format(
        count=len(resolutions),
        done=done,
        open=len(resolutions) - done,
        overdue=states.count(AssignmentState.OVERDUE),
    )


def finished_count(source: Source, resolutions: Sequence[Resolution]) -> int:
    """How many of the resolutions are carried out on the day of the report."""
    turned = assignments_by_resolution(source.book)
    return sum(is_finished(row, turned.get(row.number or ""), source.as_of) for row in resolutions)


def _signing(meeting: Seminar) -> list[RowTexts]:
    """A line to sign for each department or, where more people came, for each of them."""
    people = [part for part in PEOPLE.split(meeting.attendees or "") if part.strip()]
    count = max(len(meeting.departments), len(people))
    padded = [*meeting.departments, *[""] * (count - len(meeting.departments))]
    return [{"no": str(number), "department": name} for number, name in enumerate(padded, 1)]
