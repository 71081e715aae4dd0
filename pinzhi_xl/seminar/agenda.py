"""What a month gives a seminar to discuss, most serious first; nobody is named (Z20, practice.md §5)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from pinzhi_xl.keys import natural
from pinzhi_xl.kinds import LIST_MARK, fold
from pinzhi_xl.masking import nameless
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import half_up
from pinzhi_xl.people import names_in
from pinzhi_xl.rectification import overdue_days, state_on
from pinzhi_xl.rectification.reviews import OPEN_STATES
from pinzhi_xl.scoring.facts import Case, Facts
from pinzhi_xl.scoring.repeats import find_repeats
from pinzhi_xl.seminar.state import assignments_by_resolution, is_finished, month_of
from pinzhi_xl.sheets.followup import Rectification
from pinzhi_xl.sheets.seminar import AgendaItem, AgendaSource, Resolution, Seminar
from pinzhi_xl.sheets.terms import RectificationState
from pinzhi_xl.wording import seminar as words

MOST_NAMED = 3
"""Findings, items or communities named in one topic; of more the count says it."""

TopicKey = tuple[str, ...]


@dataclass(frozen=True)
class Topic:
    """One thing to discuss; its key stays the same however its figures change."""

    source: AgendaSource
    content: str
    number: str | None = None
    community: str | None = None
    department: str | None = None

    @property
    def key(self) -> TopicKey:
        """Source, number, community and department."""
        return key_of(self.source, self.number, self.community, self.department)


def key_of(
    source: AgendaSource | None, number: str | None, community: str | None, department: str | None
) -> TopicKey:
    """What tells one item of an agenda from another."""
    return tuple(fold(part or "") for part in (source, number, community, department))


def item_key(row: AgendaItem) -> TopicKey:
    """The key of a row of 专题会议题."""
    return key_of(row.source, row.source_number, row.community, row.department)


def topics_of(facts: Facts, month: Month, as_of: date) -> list[Topic]:
    """Everything a seminar about a month has to discuss, in the order of `AgendaSource`."""
    matter = _Matter(facts, month, as_of)
    return [
        *matter.red_lines(),
        *matter.overdue(),
        *matter.repeats(),
        *matter.frequent(),
        *matter.causes(),
        *matter.still_open(),
        *matter.unfinished(),
    ]


class _Open(NamedTuple):
    """A finding whose rectification is not finished, and how many days late it is."""

    case: Case
    overdue: int


class _Matter:
    """A month's findings and what is open on the day of action."""

    def __init__(self, facts: Facts, month: Month, as_of: date) -> None:
        self.facts = facts
        self.month = month
        self.as_of = as_of

    @cached_property
    def cases(self) -> list[Case]:
        """Failed findings of communities in charge up to the month's end, by day and number."""
        known = set(self.facts.communities)
        found = [
            case
            for case in self.facts.cases
            if case.row.failed and case.visit.community in known and case.visit.day <= self.month.last
        ]
        return sorted(found, key=lambda case: (case.visit.day, natural(case.row.number)))

    @cached_property
    def of_month(self) -> list[Case]:
        """Those of the month itself."""
        return [case for case in self.cases if case.visit.day in self.month]

    @cached_property
    def open_items(self) -> list[_Open]:
        """Findings to be rectified that are not finished on the day of action."""
        rows = {row.finding: row for row in reversed(self.facts.book.rows(Rectification))}
        found = []
        for case in self.cases:
            row = rows.get(case.row.number)
            state = state_on(row, self.as_of) if row is not None else RectificationState.OPEN
            if case.rectifies and state in OPEN_STATES:
                late = row is not None and state is RectificationState.OVERDUE
                found.append(_Open(case, overdue_days(row, self.as_of) if row is not None and late else 0))
        return found

    @cached_property
    def names(self) -> Sequence[str]:
        """Everybody whom the sheets name."""
        return names_in(self.facts)

    def nameless(self, text: str | None) -> str:
        """Free text that says of nobody who it was, and of no owner where."""
        return nameless(text, self.names)

    def red_lines(self) -> Iterator[Topic]:
        """Each confirmed red line of the month."""
        for case in self.of_month:
            if case.red_line:
                content = words.RED_LINE_TOPIC.format(
                    day=case.visit.day, place=self.nameless(case.row.place), facts=self.nameless(case.row.facts)
                )
                community, department = case.visit.community, case.row.department
                yield Topic(AgendaSource.RED_LINE, content, case.row.number, community, department)

    def overdue(self) -> Iterator[Topic]:
        """Overdue rectifications of each department, the longest overdue first."""
        groups: dict[str | None, list[_Open]] = defaultdict(list)
        for one in self.open_items:
            if one.overdue:
                groups[one.case.row.department].append(one)
        for department, found in sorted(groups.items(), key=lambda pair: -max(one.overdue for one in pair[1])):
            content = words.OVERDUE_TOPIC.format(
                count=len(found),
                days=max(one.overdue for one in found),
                communities=_communities(one.case for one in found),
                numbers=_some(one.case.row.number or words.UNNUMBERED for one in found),
            )
            yield Topic(AgendaSource.OVERDUE, content, department=department)

    def repeats(self) -> Iterator[Topic]:
        """Findings of each department that came again after rectification, by item."""
        counts = find_repeats(self.cases, self.facts.settings.repeat_days)
        groups: dict[str | None, list[Case]] = defaultdict(list)
        for case in self.of_month:
            if counts[case.row.row].count > 1:
                groups[case.row.department].append(case)
        for department, found in groups.items():
            content = words.REPEAT_TOPIC.format(
                count=len(found),
                most=max(counts[case.row.row].count for case in found),
                communities=_communities(found),
                items=_some(dict.fromkeys(self._item(case) for case in found)),
            )
            yield Topic(AgendaSource.REPEAT, content, department=department)

    def frequent(self) -> Iterator[Topic]:
        """The items found most often in the month (参数.专题会高发条款数)."""
        groups: dict[str, list[Case]] = defaultdict(list)
        for case in self.of_month:
            groups[case.code].append(case)
        for code, found in self._top(groups):
            content = words.FREQUENT_TOPIC.format(
                item=self._item(found[0]), count=len(found), communities=_communities(found)
            )
            yield Topic(AgendaSource.FREQUENT, content, code, None, found[0].row.department)

    def causes(self) -> Iterator[Topic]:
        """The causes given most often in the month, as many as items."""
        groups: dict[str, list[Case]] = defaultdict(list)
        for case in self.of_month:
            if case.row.cause:
                groups[self.nameless(case.row.cause)].append(case)
        for cause, found in self._top(groups):
            share = half_up(Fraction(100 * len(found), len(self.of_month)))
            content = words.CAUSE_TOPIC.format(cause=cause, count=len(found), share=share)
            yield Topic(AgendaSource.CAUSE, content, cause)

    def still_open(self) -> Iterator[Topic]:
        """How much is open but not overdue, by department."""
        found = Counter(one.case.row.department or "" for one in self.open_items if not one.overdue)
        if found:
            parts = (words.OPEN_PART.format(name=name, count=count) for name, count in found.most_common())
            content = words.OPEN_TOPIC.format(count=found.total(), parts=LIST_MARK.join(parts))
            yield Topic(AgendaSource.OPEN, content)

    def unfinished(self) -> Iterator[Topic]:
        """Resolutions of meetings about earlier months that are not carried out yet."""
        meetings = {row.number: row for row in self.facts.book.rows(Seminar) if row.number}
        assignments = assignments_by_resolution(self.facts.book)
        for row in self.facts.book.rows(Resolution):
            meeting = meetings.get(row.seminar or "")
            about = month_of(meeting) if meeting is not None else None
            earlier = about is not None and about < self.month
            if not earlier or is_finished(row, assignments.get(row.number or ""), self.as_of):
                continue
            content = words.UNFINISHED_TOPIC.format(
                number=row.number, due=row.due_on or words.UNDATED, measure=self.nameless(row.measure)
            )
            yield Topic(AgendaSource.UNFINISHED, content, row.number, row.community, row.department)

    def _top(self, groups: Mapping[str, list[Case]]) -> list[tuple[str, list[Case]]]:
        """The largest groups; equal ones in the order of their first occurrence."""
        ordered = sorted(groups.items(), key=lambda pair: -len(pair[1]))
        return ordered[: self.facts.settings.agenda_items]

    @staticmethod
    def _item(case: Case) -> str:
        name = (case.item.short or case.item.item or "") if case.item else ""
        return words.ITEM.format(code=case.code, name=name).strip()


def _communities(cases: Iterable[Case]) -> str:
    return _some(dict.fromkeys(case.visit.community for case in cases))


def _some(parts: Iterable[str]) -> str:
    """The first few of `parts`; of more the count beside them says how many."""
    found = list(parts)
    return LIST_MARK.join(found[:MOST_NAMED]) + (words.AND_MORE if len(found) > MOST_NAMED else "")
