"""What a seminar still lacks: its row, its agenda, the assignments of its resolutions (Z20, Z23)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pinzhi_xl.keys import fill_keys, fresh_numbers
from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.model import AppendRow, Edit, SetCell, Value
from pinzhi_xl.month import Month
from pinzhi_xl.problem import Problem
from pinzhi_xl.schema import Row
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.seminar.agenda import Topic, item_key, topics_of
from pinzhi_xl.seminar.state import assignments_by_resolution, month_of, seminars_of
from pinzhi_xl.sheets.assignments import Assignment, AssignmentSource
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.seminar import AgendaItem, ImprovementPlan, MeetingKind, Resolution, Seminar

_OWN = tuple(kind.sheet.label for kind in (Seminar, AgendaItem, Resolution, ImprovementPlan, Assignment))


@dataclass(frozen=True)
class Preparation:
    """What is to be written: keys, the meeting, `topics` new on its agenda, `assignments` made of resolutions."""

    meeting: str
    edits: Sequence[Edit]
    topics: Sequence[Topic]
    assignments: Sequence[Assignment]
    problems: Sequence[Problem]
    recorded: bool = False


def prepare_seminar(book: Book, month: Month, as_of: date) -> Preparation:
    """Prepare the seminar about a month; preparing again gives nothing new.

    Once 纪要 is written the agenda stays as it is; resolutions become assignments at any time.
    """
    filled, keys = fill_keys(book)
    facts = Facts(filled)
    edits: list[Edit] = [edit for edit in keys if edit.sheet in _OWN]
    meeting = next(reversed(seminars_of(filled, month)), None)
    recorded = meeting is not None and bool(meeting.minutes)
    if meeting is None:
        meeting, row = _new_meeting(facts, month)
        edits.append(row)
    number = meeting.number or ""
    topics = [] if recorded or not number else _new_topics(facts, number, month, as_of)
    edits += _agenda_rows(filled, number, topics)
    turned = _Turning(filled, month)
    edits += turned.edits()
    return Preparation(number, edits, topics, turned.made, turned.problems, recorded)


def _new_meeting(facts: Facts, month: Month) -> tuple[Seminar, AppendRow]:
    """The monthly seminar, on the last working day of its month until somebody says otherwise (Z18)."""
    day = facts.calendar.last_workday(month)
    departments = tuple(facts.departments)
    made = Seminar(
        number=next(fresh_numbers(facts.book, Seminar, day)),
        kind=MeetingKind.SEMINAR,
        month=str(month),
        day=day,
        departments=departments,
    )
    return made, _appended(made, departments=LIST_MARK.join(departments))


def _new_topics(facts: Facts, meeting: str, month: Month, as_of: date) -> list[Topic]:
    known = {item_key(row) for row in facts.book.rows(AgendaItem) if row.seminar == meeting}
    return [topic for topic in topics_of(facts, month, as_of) if topic.key not in known]


def _agenda_rows(book: Book, meeting: str, topics: Sequence[Topic]) -> Iterator[AppendRow]:
    used = [row.place or 0 for row in book.rows(AgendaItem) if row.seminar == meeting]
    for place, topic in enumerate(topics, max(used, default=0) + 1):
        yield _appended(
            AgendaItem(
                seminar=meeting,
                place=place,
                source=topic.source,
                source_number=topic.number,
                community=topic.community,
                department=topic.department,
                content=topic.content,
            )
        )


class _Turning:
    """Turns the resolutions of a month's meetings into assignments, each once."""

    def __init__(self, book: Book, month: Month) -> None:
        self.book = book
        self.meetings = {row.number: row for row in book.rows(Seminar) if row.number and month_of(row) == month}
        self.known = assignments_by_resolution(book)
        self.made: list[Assignment] = []
        self.problems: list[Problem] = []
        self._numbers: dict[Month, Iterator[str]] = {}

    def edits(self) -> list[Edit]:
        """New rows of 任务跟踪, and the number each resolution has to say."""
        found: list[Edit] = []
        for row in self.book.rows(Resolution):
            if row.seminar in self.meetings and row.number and row.becomes_assignment is not False:
                found += self._turned(row)
        return found

    def _turned(self, row: Resolution) -> Iterator[Edit]:
        known = self.known.get(row.number or "")
        if known is not None:
            if known.number and known.number != row.assignment:
                yield self._said(row, known.number)
        elif row.assignment is None and (made := self._assignment(row)) is not None:
            self.made.append(made)
            yield _appended(made)
            yield self._said(row, made.number)

    def _assignment(self, row: Resolution) -> Assignment | None:
        """The assignment of a resolution; None when it lacks something, which is told."""
        lacking = lacking_of(row)
        if lacking or row.day is None:
            field = lacking[0] if lacking else "day"
            self.problems.append(self.book.problem("resolution-incomplete", row, field, number=row.number))
            return None
        month = Month.of(row.day)
        numbers = self._numbers.setdefault(month, fresh_numbers(self.book, Assignment, row.day))
        return Assignment(
            number=next(numbers),
            source=AssignmentSource.SEMINAR,
            source_number=row.number,
            content=row.measure,
            assigned_by=self.meetings[row.seminar or ""].chair,
            department=row.department,
            owner=row.owner,
            community=row.community,
            assigned_on=row.day,
            due_on=row.due_on,
        )

    def _said(self, row: Resolution, number: str | None) -> SetCell:
        return self.book.set(row, "assignment", number)


def lacking_of(row: Resolution) -> list[str]:
    """The fields without which a resolution is nobody's task: what, which department, who, by when."""
    return [name for name in ("measure", "department", "owner", "due_on") if getattr(row, name) is None]


def _appended(row: Row, **instead: Value) -> AppendRow:
    columns = type(row).sheet.columns
    values = {col.label: instead.get(col.identifier, getattr(row, col.identifier)) for col in columns}
    return AppendRow(type(row).sheet.label, {label: value for label, value in values.items() if value is not None})
