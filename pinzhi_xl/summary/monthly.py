"""月度督导总结 of one community and of the company: its first page can be read alone (Z18, practice.md §5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pinzhi_xl.month import Month
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.planned import Completion, completion
from pinzhi_xl.problem import Problem
from pinzhi_xl.scoring.facts import Case
from pinzhi_xl.summary.analysis import cause_of, most, pareto, penalty_sums, repeat_row, repeated
from pinzhi_xl.summary.company import company_head
from pinzhi_xl.summary.corrected import correction_rows
from pinzhi_xl.summary.day_rows import day_rows
from pinzhi_xl.summary.figures import month_name, per_cent, share
from pinzhi_xl.summary.followed import Followed
from pinzhi_xl.summary.one_community import community_head
from pinzhi_xl.summary.rows import deduction_of, finding_row, item_of, open_row, penalties_of, plan_row
from pinzhi_xl.summary.sentences import Found, found_sentences, rectified_sentence
from pinzhi_xl.summary.source import Source, span_of
from pinzhi_xl.wording import reports as words

FIRST_PAGE_ROWS = 5
"""Overdue rectifications and red lines shown on the first page; the rest is counted there."""


def monthly_reports(scene: ReportScene, month: Month) -> tuple[Sequence[Report], Sequence[Problem]]:
    """One report a community in charge and one for the company; blocked communities are told instead."""
    source = Source(scene)
    problems = {name: source.blocked(name, [month]) for name in scene.facts.communities}
    free = [name for name, problem in problems.items() if problem is None]
    reports = [_report(Material(source, month, [name]), name, name) for name in free]
    if free:
        held = [name for name in problems if name not in free]
        company = scene.facts.settings.company
        reports.append(_report(Material(source, month, free, True, held), words.COMPANY_FILE, company))
    return reports, [problem for problem in problems.values() if problem is not None]


@dataclass(frozen=True)
class Material:
    """What a month's summary is made from; `held` are the communities left out for errors."""

    source: Source
    month: Month
    communities: Sequence[str]
    company_wide: bool = False
    held: Sequence[str] = ()

    @cached_property
    def cases(self) -> list[Case]:
        """The month's findings."""
        return self.source.cases(self.communities, span_of(self.month))

    @cached_property
    def asked(self) -> list[Followed]:
        """Rectifications asked for in the month."""
        return self.source.followed(self.communities, span_of(self.month))

    @cached_property
    def open_items(self) -> list[Followed]:
        """All that is open on the day of the report, of this month and earlier ones; the latest overdue first."""
        found = self.source.followed(self.communities, (date.min, self.month.last))
        return sorted((item for item in found if item.is_open), key=lambda item: -item.overdue)

    @property
    def overdue(self) -> list[Followed]:
        """Those past their deadline."""
        return [item for item in self.open_items if item.overdue]


def _report(material: Material, name: str, community: str) -> Report:
    month = material.month
    return Report(words.MONTHLY, month, f"{month} {name}", community, month_values(material))


def month_values(material: Material) -> dict[str, PaperValue]:
    """What the month comes to, by the names that templates use."""
    source, month = material.source, material.month
    head = company_head if material.company_wide else community_head
    figures = head(source, month, material.communities, material.cases)
    first_days = [] if material.company_wide else day_rows(source, material.communities[0], span_of(month))
    return {
        **source.head(month.year),
        **figures.values,
        "company_wide": material.company_wide,
        "month": month_name(month),
        "draft": words.DRAFT if source.is_draft(month) else "",
        "held": words.LEFT_OUT.format(names=words.LIST.join(material.held)) if material.held else "",
        "sentences": [
            *figures.sentences,
            *found_sentences(_found(material)),
            rectified_sentence(material.asked, figures.on_time, len(material.overdue), source.as_of),
            *figures.caution,
        ],
        "days": first_days,
        "plan_done": _plan_done(material),
        "not_included": words.NOT_INCLUDED,
        **_first_page(material),
        **_analysis(material),
        **_following(material),
    }


def _found(material: Material) -> Found:
    source, cases, month = material.source, material.cases, material.month
    units = [c.visit.community if material.company_wide else c.row.department or "" for c in cases]
    span = span_of(month.before)
    visited = any(source.visits(name, span) for name in material.communities)
    before = len(source.cases(material.communities, span)) if visited else None
    items = [item_of(case) for case in cases]
    count = len(repeated(source, cases))
    return Found(cases, deduction_of(source, cases), before, most(units), most(items), count)


def _plan_done(material: Material) -> str:
    book, month = material.source.book, material.month
    found = [completion(book, month, name) for name in material.communities]
    total = Completion(sum(part.done for part in found), sum(part.planned for part in found))
    if not total.planned:
        return words.NO_PLAN
    return words.PLAN_DONE.format(planned=total.planned, done=total.done, rate=per_cent(total.rate))


def _first_page(material: Material) -> dict[str, PaperValue]:
    source, overdue = material.source, material.overdue
    red = [case for case in material.cases if case.red_line]
    more = len(overdue) - FIRST_PAGE_ROWS
    return {
        "findings_total": str(len(material.cases)),
        "red_lines": [
            {**finding_row(source, case, n), "community": case.visit.community} for n, case in enumerate(red, 1)
        ],
        "overdue_total": str(len(overdue)),
        "overdue": [open_row(source, item, n) for n, item in enumerate(overdue[:FIRST_PAGE_ROWS], 1)],
        "overdue_more": words.MORE_OVERDUE.format(count=more) if more > 0 else "",
    }


def _analysis(material: Material) -> dict[str, PaperValue]:
    source, cases = material.source, material.cases
    again = repeated(source, cases)
    return {
        "items": pareto(source, cases, item_of),
        "causes": pareto(source, cases, lambda case: source.masked(cause_of(case))),
        "by_department": pareto(source, cases, lambda case: case.row.department or ""),
        "repeats": [repeat_row(source, case, n) for n, case in enumerate(again, 1)],
        "repeat_share": share(len(again), len(cases)),
        "penalties": penalty_sums(penalties_of(source, cases)),
    }


def _following(material: Material) -> dict[str, PaperValue]:
    source = material.source
    closed = sum(not item.is_open for item in material.asked)
    after = Month.of(date.fromordinal(material.month.last.toordinal() + 1))
    return {
        "asked_total": str(len(material.asked)),
        "closed_total": str(closed),
        "closing_rate": share(closed, len(material.asked)),
        "open_total": str(len(material.open_items)),
        "open_items": [open_row(source, item, n) for n, item in enumerate(material.open_items, 1)],
        "corrections": correction_rows(source, material.communities, material.month),
        "plans": [plan_row(source, row) for row in source.plans(material.communities, span_of(after))],
    }
