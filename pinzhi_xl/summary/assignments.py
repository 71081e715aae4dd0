"""管理人员工作安排落实情况 of a month and 品质管理计划 of a year, from 任务跟踪 (Z14, E05, E10, F11, F12, G02)."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction

from pinzhi_xl.assignments import CLOSED, done_by, overdue_days, state_on
from pinzhi_xl.indicators.assignments import on_time, passed
from pinzhi_xl.indicators.base import Counted, Scope
from pinzhi_xl.keys import natural
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import chinese_date
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.sheets.assignments import Assignment, AssignmentSource, AssignmentState
from pinzhi_xl.summary.figures import month_name, per_cent, share, short_day
from pinzhi_xl.summary.rows import RowTexts
from pinzhi_xl.summary.source import Source
from pinzhi_xl.wording import assignments as words
from pinzhi_xl.wording import reports as report_words

Made = tuple[Sequence[Report], Sequence[Problem]]

_NEEDS = (AssignmentSource.NEEDS, AssignmentSource.EXCHANGE)


def follow_up_reports(scene: ReportScene, month: Month) -> Made:
    """One paper for the company; none while nothing was assigned up to the month's end."""
    source = Source(scene)
    rows = [row for row in _given(source) if row.assigned_on is not None and row.assigned_on <= month.last]
    if not rows:
        return [], []
    name = f"{month} {report_words.COMPANY_FILE}"
    company = scene.facts.settings.company
    return [Report(words.FOLLOW_UP, month, name, company, _follow_up(source, month, rows))], []


def quality_plans(scene: ReportScene, day: date) -> Made:
    """The year's plan: the assignments whose 来源 is 年度计划, and the needs they rest on."""
    source = Source(scene)
    rows = [row for row in _given(source) if row.assigned_on is not None and _of_year(row, day.year)]
    planned = [row for row in rows if row.source is AssignmentSource.PLAN]
    if not planned:
        return [], []
    needs = [row for row in rows if row.source in _NEEDS]
    values = _plan(source, day.year, planned, needs)
    name = words.YEAR_FILE.format(year=day.year)
    return [Report(words.QUALITY_PLAN, Month.of(day), name, scene.facts.settings.company, values)], []


def _given(source: Source) -> list[Assignment]:
    rows = [row for row in source.book.rows(Assignment) if row.content is not None]
    return sorted(rows, key=lambda row: (row.assigned_on or date.max, natural(row.number)))


def _of_year(row: Assignment, year: int) -> bool:
    """A plan made late in the year before belongs to the year in which it is due."""
    return (row.due_on or row.assigned_on or date.min).year == year


def _follow_up(source: Source, month: Month, rows: Sequence[Assignment]) -> dict[str, PaperValue]:
    as_of = source.as_of
    scope = Scope(source.facts.communities, month.first, month.last, as_of)
    due, verified = on_time(source.facts, scope), passed(source.facts, scope)
    given = [row for row in rows if row.assigned_on is not None and row.assigned_on in month]
    waiting = [row for row in rows if state_on(row, as_of) not in CLOSED]
    late = [row for row in waiting if state_on(row, as_of) is AssignmentState.OVERDUE]
    finished = [row for row in rows if (done := done_by(row, as_of)) is not None and done in month]
    touched = list({row.row: row for row in (*given, *finished, *waiting)}.values())
    return {
        **source.head(month.year),
        "month": month_name(month),
        "given_total": str(len(given)),
        "due_total": str(due.whole),
        "on_time": per_cent(due.ratio),
        "open_total": str(len(waiting)),
        "overdue_total": str(len(late)),
        "passed": per_cent(verified.ratio),
        "sentences": _sentences(source, month, len(given), waiting, due, verified),
        "by_source": _groups(touched, as_of, lambda row: str(row.source or report_words.NOTHING)),
        "by_department": _groups(touched, as_of, lambda row: row.department or words.NO_DEPARTMENT),
        "open_items": [_row(source, row, n) for n, row in enumerate(_urgent(waiting, as_of), 1)],
        "finished": [_finished_row(source, row, n) for n, row in enumerate(finished, 1)],
    }


def _sentences(
    source: Source, month: Month, given: int, waiting: Sequence[Assignment], due: Counted, verified: Counted
) -> list[str]:
    states = [state_on(row, source.as_of) for row in waiting]
    said = [
        words.FOLLOWED.format(
            given=given,
            as_of=chinese_date(source.as_of),
            month=month_name(month),
            open=len(waiting),
            overdue=states.count(AssignmentState.OVERDUE),
            waiting=states.count(AssignmentState.TO_VERIFY),
        )
    ]
    if due.whole:
        said.append(words.DUE_RATE.format(due=due.whole, done=due.part, rate=per_cent(due.ratio)))
    else:
        said.append(words.NO_DUE)
    if verified.whole:
        said.append(words.PASSED_RATE.format(whole=verified.whole, part=verified.part))
    return said


def _urgent(rows: Sequence[Assignment], as_of: date) -> list[Assignment]:
    """The longest overdue first, then by deadline."""
    return sorted(rows, key=lambda row: (-overdue_days(row, as_of), row.deadline or date.max, natural(row.number)))


def _groups(rows: Sequence[Assignment], as_of: date, name_of: Callable[[Assignment], str]) -> list[RowTexts]:
    """Assignments by name, in order of first occurrence, and together."""
    groups: dict[str, list[Assignment]] = defaultdict(list)
    for row in rows:
        groups[name_of(row)].append(row)
    found = [_group(name, group, as_of) for name, group in groups.items()]
    return [*found, _group(report_words.TOTAL, rows, as_of)] if found else []


def _group(name: str, rows: Sequence[Assignment], as_of: date) -> RowTexts:
    states = [state_on(row, as_of) for row in rows]
    done, cancelled = states.count(AssignmentState.DONE), states.count(AssignmentState.CANCELLED)
    return {
        "name": name,
        "count": str(len(rows)),
        "done": str(done),
        "waiting": str(states.count(AssignmentState.TO_VERIFY)),
        "overdue": str(states.count(AssignmentState.OVERDUE)),
        "cancelled": str(cancelled),
        "share": share(done, len(rows) - cancelled),
    }


def _row(source: Source, row: Assignment, number: int) -> RowTexts:
    late = overdue_days(row, source.as_of)
    return {
        "no": str(number),
        "number": row.number or report_words.NUMBER_PENDING,
        "source": str(row.source or report_words.NOTHING),
        "content": source.masked(row.content),
        "assigned_by": source.person(row.assigned_by) or report_words.NOTHING,
        "department": row.department or report_words.NOTHING,
        "owner": source.person(row.owner) or words.NOBODY,
        "given": short_day(row.assigned_on),
        "due": short_day(row.deadline),
        "progress": words.PROGRESS.format(progress=row.progress or 0),
        "overdue": str(late) if late else report_words.NOTHING,
        "state": state_on(row, source.as_of).value,
    }


def _finished_row(source: Source, row: Assignment, number: int) -> RowTexts:
    return {
        **{
            name: text
            for name, text in _row(source, row, number).items()
            if name in ("no", "number", "source", "content", "department", "owner", "due", "state")
        },
        "done": short_day(row.done_on),
        "result": source.masked(row.result) or report_words.NOTHING,
    }


def _plan(
    source: Source, year: int, planned: Sequence[Assignment], needs: Sequence[Assignment]
) -> dict[str, PaperValue]:
    as_of = source.as_of
    states = [state_on(row, as_of) for row in planned]
    progress = [
        100 if state in _REACHED else row.progress or 0 for row, state in zip(planned, states, strict=True)
    ]
    mean = per_cent(Fraction(sum(progress), 100 * len(progress)))
    sentence = words.PLANNED.format(
        year=year,
        count=len(planned),
        as_of=chinese_date(as_of),
        done=states.count(AssignmentState.DONE),
        overdue=states.count(AssignmentState.OVERDUE),
        progress=mean,
    )
    return {
        **source.head(year),
        "year": words.YEAR.format(year=year),
        "plan_total": str(len(planned)),
        "done_total": str(states.count(AssignmentState.DONE)),
        "overdue_total": str(states.count(AssignmentState.OVERDUE)),
        "progress": mean,
        "sentences": [sentence, *([words.PLAN_NEEDS.format(count=len(needs))] if needs else [])],
        "tasks": [_row(source, row, n) for n, row in enumerate(planned, 1)],
        "needs": [_finished_row(source, row, n) for n, row in enumerate(needs, 1)],
    }


_REACHED = (AssignmentState.DONE, AssignmentState.TO_VERIFY)
