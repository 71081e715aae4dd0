"""报告: one kind of report for a period, made anew from the sheets every time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pinzhi_xl.keys import fill_keys
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import chinese_date
from pinzhi_xl.papers import Report, ReportScene
from pinzhi_xl.problem import Problem, errors_of
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.rules.blocking import blocking_errors
from pinzhi_xl.scoring import MonthScores, score_month
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.scoring.locked import is_locked, locked_scores
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.summary import (
    confirmations,
    duty_reports,
    monthly_reports,
    ranking_reports,
    weekly_reports,
)
from pinzhi_xl.tasks.desk import Places, desk_for
from pinzhi_xl.tasks.issue import Paper
from pinzhi_xl.tasks.run import Run
from pinzhi_xl.wording import reports as words
from pinzhi_xl.workbook.port import Workbook

Period = Month | date
"""A month, or a day: the day itself, or a day of the week meant."""


Made = tuple[Sequence[Report], Sequence[Problem]]
"""Reports, and what stood in the way of others."""


@dataclass(frozen=True)
class ReportKind:
    """One kind of report; `period` is the option that says for when: month, week or date."""

    name: str
    period: str
    make: Callable[[ReportScene, Period], Made]


def _for_month(name: str, make: Callable[[ReportScene, Month], Made]) -> ReportKind:
    def narrowed(scene: ReportScene, period: Period) -> Made:
        return make(scene, period if isinstance(period, Month) else Month.of(period))

    return ReportKind(name, "month", narrowed)


def _for_day(name: str, period: str, make: Callable[[ReportScene, date], Made]) -> ReportKind:
    def narrowed(scene: ReportScene, period: Period) -> Made:
        return make(scene, period.first if isinstance(period, Month) else period)

    return ReportKind(name, period, narrowed)


_KINDS = (
    _for_day(words.WEEKLY, "week", weekly_reports),
    _for_day(words.DUTY, "date", duty_reports),
    _for_month(words.CONFIRMATION, confirmations),
    _for_month(words.MONTHLY, monthly_reports),
    _for_month(words.RANKING, ranking_reports),
)
REPORT_KINDS: Mapping[str, ReportKind] = {kind.name: kind for kind in _KINDS}
"""Name → kind, in the order of the month."""


@dataclass(frozen=True)
class Reported:
    """The papers made and what stood in the way."""

    papers: Sequence[Paper]
    problems: Sequence[Problem]

    @property
    def errors(self) -> list[Problem]:
        """The problems that kept a report from being made."""
        return errors_of(self.problems)

    def as_json(self) -> dict[str, Any]:
        """The form of contract §2 for ``report --json``."""
        return {
            "documents": [paper.as_json() for paper in self.papers],
            "problems": [problem.as_json() for problem in self.problems],
            "failed": [],
        }


def report_scene(book: Book, run: Run, *, final: bool = False) -> ReportScene:
    """The scene of a book; months are scored once each, when asked for.

    A locked month says the scores that were locked; its days, rates and repeats are those of the sheets.
    """
    facts = Facts(fill_keys(book)[0])
    problems = check(Scene(facts, run.as_of))

    @cache
    def blocked(month: Month) -> Mapping[str, Sequence[Problem]]:
        return {} if is_locked(facts.book, month) else blocking_errors(facts, problems, month)

    @cache
    def scores(month: Month) -> MonthScores:
        fresh = score_month(facts, month, set(blocked(month)), run.as_of)
        return _as_locked(facts.book, fresh) if is_locked(facts.book, month) else fresh

    return ReportScene(facts, run.as_of, blocked, scores, final)


def _as_locked(book: Book, fresh: MonthScores) -> MonthScores:
    """The locked scores with what 得分 does not hold; a community that came later has none of its own rank."""
    now = {score.name: score for score in fresh.communities}
    locked = locked_scores(book, fresh)
    known = {score.name for score in locked.communities}
    return replace(
        locked,
        communities=[
            replace(
                score,
                by_day=now[score.name].by_day,
                on_time_rate=now[score.name].on_time_rate,
                repeat_rate=now[score.name].repeat_rate,
            )
            if score.name in now
            else score
            for score in locked.communities
        ]
        + [replace(score, rank=None) for name, score in now.items() if name not in known],
    )


def make_reports(workbook: Workbook, kind: ReportKind, period: Period, places: Places, run: Run) -> Reported:
    """Make the reports of one kind for a period into the output folder; the master is only read."""
    book = workbook.read()
    desk = desk_for(workbook.path, book.settings, places)
    reports, problems = kind.make(report_scene(book, run), period)
    papers = [
        _write(report, desk.output, desk.templates, run) for report in run.progress.track(reports, kind.name)
    ]
    return Reported(papers, problems)


def month_reports(workbook: Workbook, month: Month, places: Places, run: Run, final: bool, label: str) -> Reported:
    """Every monthly report of a master, from one reading.

    `label` tells the company's own papers of one master from those of another in the same folder.
    """
    book = workbook.read()
    desk = desk_for(workbook.path, book.settings, places)
    scene = report_scene(book, run, final=final)
    papers: list[Paper] = []
    problems: list[Problem] = []
    for kind in REPORT_KINDS.values():
        if kind.period == "month":
            reports, told = kind.make(scene, month)
            problems += told
            for report in reports:
                own = report.community in scene.facts.communities or not label
                named = report if own else replace(report, name=f"{report.name} {label}")
                papers.append(_write(named, desk.output, desk.templates, run))
    return Reported(papers, list(dict.fromkeys(problems)))


def _write(report: Report, output: Path, templates: Path | None, run: Run) -> Paper:
    """Write one report; a file that somebody has worked on in Word is kept and the new one laid beside it."""
    from pinzhi_xl.documents.engine import render
    from pinzhi_xl.documents.naming import file_name
    from pinzhi_xl.documents.package import is_untouched
    from pinzhi_xl.documents.store import write_paper
    from pinzhi_xl.documents.templates import find_template

    path = output / str(report.month) / report.kind / file_name(report.name)
    if path.exists() and not is_untouched(path):
        path = path.with_stem(words.NEW_DRAFT.format(name=path.stem))
    content = render(find_template(f"{report.kind}.docx", templates), report.values)
    new = not run.dry_run and write_paper(path, content)
    return Paper(report.kind, "", 1, path, new, report.community, report.name, chinese_date(run.as_of))
