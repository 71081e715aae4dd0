"""Rules of months that are closed: late records, and what was changed after the lock (issue 5 point 5)."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

from pinzhi_xl.month import Month
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.scoring.facts import Case
from pinzhi_xl.scoring.locked import differences, locked_months, locked_scores
from pinzhi_xl.scoring.month import MonthScores, score_month
from pinzhi_xl.scoring.repeats import ONCE
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.inspections import Finding, Inspection
from pinzhi_xl.sheets.results import RunLog, ScoreRow
from pinzhi_xl.sheets.settings import typed_month
from pinzhi_xl.sheets.terms import TOTAL
from pinzhi_xl.wording import closing as words
from pinzhi_xl.wording import entering, tasks

ENTERED_NUMBER = re.compile(r"JC-\d{8}-\d+")
"""The number of an inspection in a line of 运行记录 (see `keys`)."""

TOLD_AT_CLOSING = frozenset({"late-record", "locked-new-row", "locked-row-changed", "locked-differs"})
"""Reminders that month-end and score say aloud: they are about the closing itself."""


@serves("Z18")
def a_record_after_the_closing_day_is_told(scene: Scene) -> Iterator[Problem]:
    """What is dated in a month but came after its last working day is named, and goes in before it is final."""
    lateness = _Lateness(scene)
    late: set[str | None] = set()
    for row in scene.book.rows(Inspection):
        closing = lateness.closing_of(row.day) if row.is_valid else None
        if closing is not None and lateness.came_late(row, closing):
            late.add(row.number)
            yield _late(scene, row, row.day, closing)
    for case in scene.facts.cases:
        closing = lateness.closing_of(case.visit.day)
        known = case.row.day is not None or case.row.inspection in late
        if closing is not None and not known and Month.of(case.visit.day) in lateness.counted:
            yield _late(scene, case.row, case.visit.day, closing)


def _late(scene: Scene, row: Inspection | Finding, day: date | None, closing: date) -> Problem:
    return scene.book.problem("late-record", row, "number", day=day, closing=closing)


class _Lateness:
    """Which months are past their closing day, open still, and what 运行记录 says of them."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.locked = set(locked_months(scene.book))
        self.entered: dict[str, date] = {}
        self.counted: set[Month] = set()
        self._closings: dict[Month, date | None] = {}
        for line in scene.book.rows(RunLog):
            at = _day_of(line.at)
            if at is None:
                continue
            if line.task == entering.ENTER:
                self.entered |= dict.fromkeys(ENTERED_NUMBER.findall(line.result or ""), at)
            month = typed_month(line.scope or "") if line.task in (tasks.SCORE, tasks.ISSUE) else None
            if month is not None and at >= scene.facts.calendar.last_workday(month):
                self.counted.add(month)

    def closing_of(self, day: date | None) -> date | None:
        """The last working day of the month of `day`; None while it is not past, and once the month is final."""
        if day is None:
            return None
        month = Month.of(day)
        if month not in self._closings:
            closing = self.scene.facts.calendar.last_workday(month)
            open_still = self.scene.as_of > closing and month not in self.locked
            self._closings[month] = closing if open_still else None
        return self._closings[month]

    def came_late(self, row: Inspection, closing: date) -> bool:
        """Entered after the closing day, or without figures although its month was scored on that day or after."""
        if row.day is None:
            return False
        at = self.entered.get(row.number or "")
        if at is not None:
            return at > closing
        return Month.of(row.day) in self.counted and _uncounted(self.scene, row)


def _day_of(text: str | None) -> date | None:
    try:
        return datetime.fromisoformat(text or "").date()
    except ValueError:
        return None


def _uncounted(scene: Scene, row: Inspection) -> bool:
    """A scored inspection that has no figures although its community has them."""
    if not row.is_scored or row.score is not None or row.unvisited_rate is not None or row.day is None:
        return False
    month = str(Month.of(row.day))
    totals = (line for line in scene.book.rows(ScoreRow) if line.month == month and line.department == TOTAL)
    return any(line.community == row.community and line.score is not None for line in totals)


@serves("Z18")
def a_locked_month_stays_as_it_is(scene: Scene) -> Iterator[Problem]:
    """Rows that came or changed after the lock are told with the way to set them right: 冲正 or reopening."""
    for month in locked_months(scene.book):
        fresh = score_month(scene.facts, month, set(), scene.as_of)
        yield from _new_rows(scene, month)
        yield from _changed_rows(scene, month, fresh)
        yield from told_of_lock(scene.book, locked_scores(scene.book, fresh), fresh)


def _new_rows(scene: Scene, month: Month) -> Iterator[Problem]:
    new = set()
    for row in scene.book.rows(Inspection):
        if row.is_valid and row.day is not None and row.day in month and _uncounted(scene, row):
            new.add(row.number)
            yield scene.book.problem("locked-new-row", row, "number", month=month)
    for case in scene.facts.cases:
        if case.visit.day in month and case.row.day is None and case.row.inspection not in new:
            yield scene.book.problem("locked-new-row", case.row, "number", month=month)


def _changed_rows(scene: Scene, month: Month, fresh: MonthScores) -> Iterator[Problem]:
    shares = {
        row: share for score in fresh.communities for day in score.by_day for row, share in day.shares.items()
    }
    cases = {case.row.row: case for case in scene.facts.cases if case.visit.day in month}
    for row in scene.book.rows(Finding):
        case = cases.get(row.row)
        if row.day is None or (case is None and row.day not in month):
            continue
        now = shares.get(row.row) if case is not None and case.row.failed and case.visit.scored else None
        if _is_changed(row, case, now, fresh):
            was, shown = (words.NOTHING if value is None else f"{value:f}" for value in (row.deduction, now))
            yield scene.book.problem("locked-row-changed", row, "number", month=month, was=was, now=shown)


def _is_changed(row: Finding, case: Case | None, now: Decimal | None, fresh: MonthScores) -> bool:
    """Its own content was changed; a standard that was changed shows in the totals instead."""
    if case is None or case.visit.day != row.day:
        return case is not None or row.deduction is not None
    item = case.item
    unit = item.deduction if item is not None and row.failed else None
    if item is not None and item.item == row.item_text and unit is not None and unit != row.unit_deduction:
        return row.unit_deduction is None
    repeat = fresh.repeats.get(row.row, ONCE).count if row.failed else None
    return row.deduction != now or row.repeat != repeat


def told_of_lock(book: Book, locked: MonthScores, fresh: MonthScores) -> list[Problem]:
    """A reminder at each locked total that the sheets would no longer give."""
    changed = differences(locked, fresh)
    found = []
    for row in book.rows(ScoreRow):
        if row.month == str(locked.month) and row.department == TOTAL and (row.community or "") in changed:
            was, now = changed[row.community or ""]
            found.append(book.problem("locked-differs", row, "score", was=was, now=now))
    return found


LOCKING_RULES: tuple[Rule, ...] = (a_record_after_the_closing_day_is_told, a_locked_month_stays_as_it_is)
