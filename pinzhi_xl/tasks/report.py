"""报告: one kind of report for a period, made anew from the sheets every time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from pinzhi_xl.keys import fill_keys
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import chinese_date
from pinzhi_xl.papers import Report, ReportScene
from pinzhi_xl.problem import Problem, errors_of
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.rules.blocking import blocking_errors
from pinzhi_xl.scoring import MonthScores, score_month
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.tasks.desk import Places, desk_for
from pinzhi_xl.tasks.issue import Paper
from pinzhi_xl.tasks.run import Run
from pinzhi_xl.workbook.port import Workbook

Period = Month | date
"""A month, or a day: the day itself, or a day of the week meant."""


@dataclass(frozen=True)
class ReportKind:
    """One kind of report; `period` says whether it is made for a month, a week or a date."""

    name: str
    period: str
    make: Callable[[ReportScene, Period], tuple[Sequence[Report], Sequence[Problem]]]


@dataclass(frozen=True)
class Reported:
    """The papers made and what stood in the way."""

    papers: Sequence[Paper]
    problems: Sequence[Problem]

    @property
    def errors(self) -> list[Problem]:
        """The problems that kept a report from being made."""
        return errors_of(self.problems)


def report_scene(book: Book, run: Run, *, final: bool = False) -> ReportScene:
    """The scene of a book; months are scored once each, when asked for."""
    facts = Facts(fill_keys(book)[0])
    problems = check(Scene(facts, run.as_of))

    @cache
    def blocked(month: Month) -> Mapping[str, Sequence[Problem]]:
        return blocking_errors(facts, problems, month)

    @cache
    def scores(month: Month) -> MonthScores:
        return score_month(facts, month, set(blocked(month)), run.as_of)

    return ReportScene(facts, run.as_of, blocked, scores, final)


def make_reports(workbook: Workbook, kind: ReportKind, period: Period, places: Places, run: Run) -> Reported:
    """Make the reports of one kind for a period into the output folder; the master is only read."""
    book = workbook.read()
    desk = desk_for(workbook.path, book.settings, places)
    reports, problems = kind.make(report_scene(book, run), period)
    papers = [
        _write(report, desk.output, desk.templates, run) for report in run.progress.track(reports, kind.name)
    ]
    return Reported(papers, problems)


def _write(report: Report, output: Path, templates: Path | None, run: Run) -> Paper:
    from pinzhi_xl.documents.engine import render
    from pinzhi_xl.documents.naming import file_name
    from pinzhi_xl.documents.store import write_paper
    from pinzhi_xl.documents.templates import find_template

    path = output / str(report.month) / report.kind / file_name(report.name)
    content = render(find_template(f"{report.kind}.docx", templates), report.values)
    new = not run.dry_run and write_paper(path, content)
    return Paper(report.kind, "", 1, path, new, report.community, report.name, chinese_date(run.as_of))
