"""整改计划及完成进度表 of a month's seminar: what departments promised and how far it has come (Z21–Z23)."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from pinzhi_xl.keys import natural
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import chinese_date
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.seminar import month_of, plan_overdue, plan_state
from pinzhi_xl.sheets.seminar import ImprovementPlan, PlanProgress, Resolution, Seminar
from pinzhi_xl.summary.figures import month_name, per_cent, share, short_day
from pinzhi_xl.summary.rows import RowTexts
from pinzhi_xl.summary.source import Source
from pinzhi_xl.wording import assignments as assignment_words
from pinzhi_xl.wording import reports as report_words
from pinzhi_xl.wording import seminar as words


def plan_papers(scene: ReportScene, month: Month) -> tuple[Sequence[Report], Sequence[Problem]]:
    """One paper for the company; none while there is neither a plan nor a resolution that wants one."""
    source = Source(scene)
    rows = plans_within(source, month)
    if not rows and not _owing(source, month):
        return [], []
    name = f"{month} {report_words.COMPANY_FILE}"
    return [Report(words.PROGRESS, month, name, scene.facts.settings.company, _values(source, month, rows))], []


def plans_within(source: Source, month: Month) -> list[ImprovementPlan]:
    """The plans of a month's meetings, and those of earlier ones that were not done before the month."""
    about = {row.number: month_of(row) for row in source.book.rows(Seminar) if row.number}
    found = []
    for row in source.book.rows(ImprovementPlan):
        own = about.get(row.seminar or "") or (Month.of(row.submitted_on) if row.submitted_on else None)
        if row.measure is None or own is None or own > month:
            continue
        if own == month or row.done_on is None or row.done_on >= month.first:
            found.append(row)
    order = list(source.facts.departments)
    place = {name: index for index, name in enumerate(order)}
    return sorted(found, key=lambda row: (place.get(row.department or "", len(order)), natural(row.number)))


def _owing(source: Source, month: Month) -> list[str]:
    """Departments of the month's resolutions that have submitted nothing."""
    meetings = {row.number for row in source.book.rows(Seminar) if row.number and month_of(row) == month}
    plans = source.book.rows(ImprovementPlan)
    submitted = {row.resolution for row in plans if row.resolution}
    by_meeting = {(row.seminar, row.department) for row in plans if row.seminar}
    owing = [
        row.department
        for row in source.book.rows(Resolution)
        if row.seminar in meetings
        and row.department
        and row.becomes_assignment is not False
        and row.number not in submitted
        and (row.seminar, row.department) not in by_meeting
    ]
    return list(dict.fromkeys(owing))


def progress_of(row: ImprovementPlan, as_of: date) -> int:
    """Per cent: 100 once it is done, else as typed, blank for 0."""
    return 100 if plan_state(row, as_of) is PlanProgress.DONE else row.progress or 0


def mean_progress(rows: Sequence[ImprovementPlan], as_of: date) -> Fraction | None:
    """The simple mean of the progress of every line, as a fraction of one; None for no line."""
    return Fraction(sum(progress_of(row, as_of) for row in rows), 100 * len(rows)) if rows else None


def _values(source: Source, month: Month, rows: Sequence[ImprovementPlan]) -> dict[str, PaperValue]:
    as_of, owing = source.as_of, _owing(source, month)
    states = [plan_state(row, as_of) for row in rows]
    return {
        **source.head(month.year),
        "month": month_name(month),
        "plan_total": str(len(rows)),
        "done_total": str(states.count(PlanProgress.DONE)),
        "done_share": share(states.count(PlanProgress.DONE), len(rows)),
        "overdue_total": str(states.count(PlanProgress.OVERDUE)),
        "progress": per_cent(mean_progress(rows, as_of)),
        "sentence": plans_sum(rows, as_of),
        "owing": words.NOT_SUBMITTED.format(names=report_words.LIST.join(owing)) if owing else "",
        "groups": plan_groups(rows, as_of),
        "plans": [_row(source, row, n) for n, row in enumerate(rows, 1)],
        "checks": [_check(source, row) for row in rows if row.checked],
    }


def plans_sum(rows: Sequence[ImprovementPlan], as_of: date) -> str:
    """What the plans come to."""
    states = [plan_state(row, as_of) for row in rows]
    return words.PLANS_SUM.format(
        count=len(rows),
        as_of=chinese_date(as_of),
        done=states.count(PlanProgress.DONE),
        overdue=states.count(PlanProgress.OVERDUE),
        progress=per_cent(mean_progress(rows, as_of)),
    )


def plan_groups(rows: Sequence[ImprovementPlan], as_of: date) -> list[RowTexts]:
    """Lines by department, and together."""
    groups: dict[str, list[ImprovementPlan]] = defaultdict(list)
    for row in rows:
        groups[row.department or ""].append(row)
    found = [_group(name, group, as_of) for name, group in groups.items()]
    return [*found, _group(report_words.TOTAL, rows, as_of)] if found else []


def _group(name: str, rows: Sequence[ImprovementPlan], as_of: date) -> RowTexts:
    states = [plan_state(row, as_of) for row in rows]
    done = states.count(PlanProgress.DONE)
    return {
        "name": name,
        "count": str(len(rows)),
        "done": str(done),
        "overdue": str(states.count(PlanProgress.OVERDUE)),
        "share": share(done, len(rows)),
        "progress": per_cent(mean_progress(rows, as_of)),
    }


def _row(source: Source, row: ImprovementPlan, number: int) -> RowTexts:
    late = plan_overdue(row, source.as_of)
    return {
        "no": str(number),
        "number": row.number or report_words.NUMBER_PENDING,
        "department": row.department or "",
        "community": row.community or words.WHOLE_COMPANY,
        "issue": source.masked(row.issue) or report_words.NOTHING,
        "measure": source.masked(row.measure),
        "owner": source.person(row.owner) or report_words.NOTHING,
        "due": short_day(row.due_on),
        "done": short_day(row.done_on),
        "progress": assignment_words.PROGRESS.format(progress=progress_of(row, source.as_of)),
        "overdue": str(late) if late else report_words.NOTHING,
        "state": plan_state(row, source.as_of).value,
    }


def _check(source: Source, row: ImprovementPlan) -> RowTexts:
    return {
        "number": row.number or report_words.NUMBER_PENDING,
        "department": row.department or "",
        "day": short_day(row.checked_on),
        "checker": source.person(row.checker) or report_words.NOTHING,
        "result": source.masked(row.checked),
    }
