"""品质管理报告 to the management: a month's progress, problems and indicators, composed of what there is (H03)."""

from collections.abc import Sequence

from pinzhi_xl.assignments import CLOSED, state_on
from pinzhi_xl.indicators.assignments import assignments_within, improved, on_time
from pinzhi_xl.indicators.base import Scope
from pinzhi_xl.month import Month
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.revisions import state_on as revision_state
from pinzhi_xl.seminar import plan_state, seminars_of
from pinzhi_xl.sheets.assignments import AssignmentState
from pinzhi_xl.sheets.revisions import Revision, RevisionState
from pinzhi_xl.sheets.seminar import PlanProgress
from pinzhi_xl.summary.figures import per_cent
from pinzhi_xl.summary.indicator_rows import indicator_rows
from pinzhi_xl.summary.meetings import agenda_of, finished_count, resolutions_of
from pinzhi_xl.summary.monthly import Material, month_values
from pinzhi_xl.summary.plans import mean_progress, plans_within
from pinzhi_xl.summary.source import Source
from pinzhi_xl.wording import reports as report_words
from pinzhi_xl.wording import seminar as words

_TAKEN = (
    "month",
    "draft",
    "held",
    "score",
    "change",
    "findings_total",
    "red_total",
    "overdue_total",
    "closing_rate",
    "on_time",
    "repeat_share",
    "sentences",
    "units",
    "red_lines",
    "overdue",
    "overdue_more",
    "items",
    "causes",
    "repeats",
    "plan_done",
    "plans",
)
"""What the month's summary of the company says already."""


def quality_reports(scene: ReportScene, month: Month) -> tuple[Sequence[Report], Sequence[Problem]]:
    """One report for the company; communities with errors are left out and told."""
    source = Source(scene)
    problems = {name: source.blocked(name, [month]) for name in scene.facts.communities}
    free = [name for name, problem in problems.items() if problem is None]
    told = [problem for problem in problems.values() if problem is not None]
    if not free:
        return [], told
    held = [name for name in problems if name not in free]
    summary = month_values(Material(source, month, free, True, held))
    values: dict[str, PaperValue] = {
        **source.head(month.year),
        **{name: summary[name] for name in _TAKEN},
        "indicators": indicator_rows(source, free, month),
        "progress": _progress(source, month, free),
    }
    name = f"{month} {report_words.COMPANY_FILE}"
    return [Report(words.QUALITY_REPORT, month, name, scene.facts.settings.company, values)], told


def _progress(source: Source, month: Month, communities: Sequence[str]) -> Sequence[str]:
    """What was done besides inspecting, a sentence for each that has anything to say."""
    said = [_tasks(source, month, communities), *_seminars(source, month), _plans(source, month)]
    return [sentence for sentence in [*said, _revisions(source, month)] if sentence]


def _tasks(source: Source, month: Month, communities: Sequence[str]) -> str:
    scope = Scope(communities, month.first, month.last, source.as_of)
    rows = [
        row for row in assignments_within(source.facts, scope) if row.assigned_on and row.assigned_on <= month.last
    ]
    states = [state for row in rows if (state := state_on(row, source.as_of)) not in CLOSED]
    due = on_time(source.facts, scope)
    if not states and not due.whole:
        return ""
    return words.REPORT_TASKS.format(
        due=due.whole,
        done=due.part,
        rate=per_cent(due.ratio),
        open=len(states),
        overdue=states.count(AssignmentState.OVERDUE),
    )


def _seminars(source: Source, month: Month) -> list[str]:
    return [
        words.REPORT_SEMINAR.format(
            topic=source.nameless(meeting.topic) or words.SEMINAR_NAME,
            items=len(agenda_of(source, meeting)),
            count=len(made := resolutions_of(source, [meeting])),
            done=finished_count(source, made),
        )
        for meeting in seminars_of(source.book, month)
    ]


def _plans(source: Source, month: Month) -> str:
    rows = plans_within(source, month)
    if not rows:
        return ""
    states = [plan_state(row, source.as_of) for row in rows]
    return words.REPORT_PLANS.format(
        count=len(rows),
        done=states.count(PlanProgress.DONE),
        overdue=states.count(PlanProgress.OVERDUE),
        progress=per_cent(mean_progress(rows, source.as_of)),
    )


def _revisions(source: Source, month: Month) -> str:
    scope = Scope(source.facts.communities, month.first, month.last, source.as_of)
    rows = [
        row
        for row in source.book.rows(Revision)
        if scope.holds(row.effective_on) and revision_state(row, source.as_of) is RevisionState.IN_FORCE
    ]
    if not rows:
        return ""
    return words.REPORT_REVISIONS.format(count=len(rows), improved=int(improved(source.facts, scope).part))
