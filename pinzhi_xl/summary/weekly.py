"""检查周报: one community's week, with what is still open from before it (practice.md §5)."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from pinzhi_xl.month import Month
from pinzhi_xl.numerals import half_up, plain
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.scoring.day import Day
from pinzhi_xl.scoring.facts import Case
from pinzhi_xl.summary.day_rows import day_rows, grade_of
from pinzhi_xl.summary.figures import change, month_name, one, week_name
from pinzhi_xl.summary.followed import Followed, follow
from pinzhi_xl.summary.rows import (
    RowTexts,
    count_of,
    deduction_of,
    finding_row,
    inspectors,
    listed,
    open_row,
    penalties_of,
    penalty_row,
    plan_row,
    seen_and_missed,
)
from pinzhi_xl.summary.sentences import week_sentences
from pinzhi_xl.summary.source import Source
from pinzhi_xl.week import Week
from pinzhi_xl.wording import reports as words


def weekly_reports(scene: ReportScene, day: date) -> tuple[Sequence[Report], Sequence[Problem]]:
    """One report a community in charge for the week `day` lies in; blocked ones are told instead."""
    source, week = Source(scene), Week.of(day)
    reports, problems = [], []
    for community in scene.facts.communities:
        problem = source.blocked(community, _months(source, community, week))
        if problem is None:
            reports.append(_report(source, community, week))
        else:
            problems.append(problem)
    return reports, problems


def month_of(source: Source, community: str, week: Week) -> Month:
    """The month most of the week's inspection days lie in, else that of its Thursday; the earlier one at a tie."""
    days = {visit.day for visit in source.visits(community, (week.first, week.last))}
    counted = Counter(Month.of(day) for day in days)
    if not counted:
        return Month.of(date.fromordinal(week.first.toordinal() + 3))
    return min(counted, key=lambda month: (-counted[month], month))


def _months(source: Source, community: str, week: Week) -> list[Month]:
    """The months whose records the report rests on."""
    days = [visit.day for visit in source.visits(community, (week.first, week.last))]
    return sorted({Month.of(day) for day in days} or {month_of(source, community, week)})


def mean_score(days: Sequence[Day]) -> Decimal | None:
    """The mean of day scores, rounded at the end; None without any."""
    return _mean([day.score for day in days if day.score is not None])


def _mean(scores: Sequence[Fraction]) -> Decimal | None:
    return half_up(sum(scores, Fraction()) / len(scores)) if scores else None


def _report(source: Source, community: str, week: Week) -> Report:
    month = month_of(source, community, week)
    name = f"{week} {community}"
    return Report(words.WEEKLY, month, name, community, _values(source, community, week, month))


def _values(source: Source, community: str, week: Week, month: Month) -> dict[str, PaperValue]:
    span = (week.first, week.last)
    visits = source.visits(community, span)
    cases = source.cases([community], span)
    days = source.days(community, span)
    score, before = mean_score(days), mean_score(source.days(community, (week.before.first, week.before.last)))
    seen, missed = seen_and_missed(source, community, visits)
    earlier = _earlier(source, community, week)
    open_items = [item for item in earlier if item.is_open]
    closed = sum(item.closed_on is not None and item.closed_on in week for item in earlier)
    penalties = penalties_of(source, cases)
    rows = day_rows(source, community, span)
    return {
        **source.head(*{week.first.year, week.last.year}),
        "community": community,
        "week": week_name(week),
        "week_code": str(week),
        "month_note": _month_note(week, month),
        "inspected": words.PARTS.join(f"{row['day']} {row['times']}" for row in rows) or words.NONE,
        "inspectors": listed(source.person(name) for name in inspectors(visits)),
        "seen": listed(seen),
        "missed": listed(missed),
        "score": one(score),
        "grade": words.NOTHING if score is None else str(grade_of(source, Fraction(score))),
        "change": change(score, before),
        "sentences": week_sentences(source, len(days), score, before, cases, open_items, closed, len(penalties)),
        "days": rows,
        "departments": _departments(source, community, week, cases),
        "findings": [finding_row(source, case, n) for n, case in enumerate(cases, 1)],
        "findings_total": str(len(cases)),
        "places_total": str(count_of(cases)),
        "deduction_total": plain(deduction_of(source, cases)),
        "open_items": [open_row(source, item, n) for n, item in enumerate(open_items, 1)],
        "open_total": str(len(open_items)),
        "overdue_total": str(sum(item.overdue > 0 for item in open_items)),
        "penalties": [penalty_row(source, case, row, n) for n, (case, row) in enumerate(penalties, 1)],
        "plans": [plan_row(source, r) for r in source.plans([community], (week.after.first, week.after.last))],
    }


def _month_note(week: Week, month: Month) -> str:
    first, last = Month.of(week.first), Month.of(week.last)
    if first == last:
        return ""
    return words.TWO_MONTHS.format(first=month_name(first), last=month_name(last), month=month_name(month))


def _earlier(source: Source, community: str, week: Week) -> list[Followed]:
    """The rectifications asked for before the week, oldest first."""
    before = date.fromordinal(week.first.toordinal() - 1)
    return [
        follow(case, source.rectifications.get(case.row.number or ""), source.as_of)
        for case in source.cases([community], (date.min, before))
        if case.rectifies
    ]


def _departments(source: Source, community: str, week: Week, cases: Sequence[Case]) -> list[RowTexts]:
    """A row for every department set up, and one for the whole: the column sums are those of the findings."""
    now = source.days(community, (week.first, week.last))
    before = source.days(community, (week.before.first, week.before.last))
    rows = []
    for name in source.facts.departments:
        if not source.facts.is_set_up(community, name):
            continue
        own = [case for case in cases if case.row.department == name]
        score, earlier = _of_department(now, name), _of_department(before, name)
        rows.append(
            {
                "department": name,
                "days": str(len(_scores(now, name))),
                "findings": str(len(own)),
                "places": str(count_of(own)),
                "deduction": plain(deduction_of(source, own)),
                "score": words.UNVISITED if score is None else one(score),
                "change": change(score, earlier),
            }
        )
    total = {
        "department": words.TOTAL,
        "days": str(len(now)),
        "findings": str(len(cases)),
        "places": str(count_of(cases)),
        "deduction": plain(deduction_of(source, cases)),
        "score": one(mean_score(now)),
        "change": change(mean_score(now), mean_score(before)),
    }
    return [*rows, total]


def _of_department(days: Sequence[Day], name: str) -> Decimal | None:
    return _mean(_scores(days, name))


def _scores(days: Sequence[Day], name: str) -> list[Fraction]:
    parts = (part for day in days for part in day.departments if part.department == name)
    return [score for part in parts if (score := part.score) is not None]
