"""报告: one kind of report for a period, made anew from the sheets every time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.keys import fill_keys
from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.month import Month
from pinzhi_xl.papers import ReportScene
from pinzhi_xl.problem import Problem, errors_of
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.rules.blocking import blocking_errors
from pinzhi_xl.rules.locking import told_of_lock
from pinzhi_xl.scoring import MonthScores, score_month
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.scoring.locked import is_locked, locked_scores
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.modules import Module, modules_named
from pinzhi_xl.summary.kinds import REPORT_KINDS, Period, ReportKind
from pinzhi_xl.tasks.desk import Places, desk_for
from pinzhi_xl.tasks.papers import Paper, papers_json
from pinzhi_xl.tasks.run import Run
from pinzhi_xl.tasks.shelf import Shelf, shelf_for
from pinzhi_xl.turning_findings import not_whole_here
from pinzhi_xl.wording import reports as words
from pinzhi_xl.wording.problems import make_problem
from pinzhi_xl.workbook.port import Workbook


class NoModuleOn(PinzhiError):
    """Reports of modules are asked for while none is switched on."""

    sentence = words.NO_MODULE_ON


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
        """The form of contract §2."""
        return papers_json(self.papers, self.problems)


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
    scene = report_scene(book, run)
    reports, problems = kind.make(scene, period)
    shelf = shelf_for(book, desk, run, period) if isinstance(period, Month) else Shelf(book, desk, run)
    papers = [shelf.put(report) for report in run.progress.track(reports, kind.name)]
    told = _locked_problems(scene, period) if isinstance(period, Month) else []
    return Reported(papers, [*problems, *told, *_not_whole(book, kind, period)])


def _not_whole(book: Book, kind: ReportKind, period: Period) -> list[Problem]:
    """A reminder when the master has only what was still open of a period before it began."""
    day = period if isinstance(period, date) else period.first
    day = day.replace(month=1, day=1) if kind.period == "year" else day
    row = not_whole_here(book, day)
    if row is None:
        return []
    said = str(day.year) if kind.period == "year" else str(period)
    return [make_problem("report-before-turn", book.cell(row, "file"), value=said, file=row.file)]


def first_reports(
    workbook: Workbook, wanted: Mapping[ReportKind, Sequence[Period]], places: Places, run: Run
) -> Reported:
    """Of each kind the reports for the first of its periods that has any; the master is read once."""
    book = workbook.read()
    desk = desk_for(workbook.path, book.settings, places)
    scene = report_scene(book, run)
    papers: list[Paper] = []
    for kind, periods in wanted.items():
        for period in periods:
            reports, _ = kind.make(scene, period)
            if reports:
                shelf = shelf_for(book, desk, run, period) if isinstance(period, Month) else Shelf(book, desk, run)
                papers += [shelf.put(report) for report in reports]
                break
    return Reported(papers, [])


def month_reports(workbook: Workbook, month: Month, places: Places, run: Run, final: bool, label: str) -> Reported:
    """Every monthly report of a master, from one reading.

    `label` tells the company's own papers of one master from those of another in the same folder. `final` makes
    the papers of a month that has just been locked; those of a month locked before stay as they are.
    """
    book = workbook.read()
    desk = desk_for(workbook.path, book.settings, places)
    scene = report_scene(book, run, final=final)
    shelf = shelf_for(book, desk, run, month, final=final)
    kinds = [kind for kind in _monthly() if kind.module is None or book.settings.has(kind.module)]
    return _every(kinds, scene, month, shelf, label)


def module_reports(workbook: Workbook, month: Month, places: Places, run: Run) -> Reported:
    """The monthly reports of the modules that are on; the master is only read."""
    book = workbook.read()
    if not modules_named(book.settings.modules)[0]:
        raise NoModuleOn(names=LIST_MARK.join(Module))
    desk = desk_for(workbook.path, book.settings, places)
    scene = report_scene(book, run)
    kinds = [kind for kind in _monthly() if kind.module is not None and book.settings.has(kind.module)]
    shelf = shelf_for(book, desk, run, month)
    return _every(run.progress.track(kinds, words.MODULE_REPORTS), scene, month, shelf)


def _monthly() -> list[ReportKind]:
    return [kind for kind in REPORT_KINDS.values() if kind.period == "month"]


def _every(
    kinds: Iterable[ReportKind], scene: ReportScene, month: Month, shelf: Shelf, label: str = ""
) -> Reported:
    """The reports of several kinds for one month; `label` goes into the names of the company's own."""
    papers: list[Paper] = []
    problems: list[Problem] = _locked_problems(scene, month)
    for kind in kinds:
        reports, told = kind.make(scene, month)
        problems += told
        for report in reports:
            own = report.community in scene.facts.communities or not label
            papers.append(shelf.put(report if own else replace(report, name=f"{report.name} {label}")))
    return Reported(papers, list(dict.fromkeys(problems)))


def _locked_problems(scene: ReportScene, month: Month) -> list[Problem]:
    """What a locked month says otherwise than the sheets now would."""
    if not is_locked(scene.facts.book, month):
        return []
    fresh = score_month(scene.facts, month, set(), scene.as_of)
    return told_of_lock(scene.facts.book, locked_scores(scene.facts.book, fresh), fresh)
