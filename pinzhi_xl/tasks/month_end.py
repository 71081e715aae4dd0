"""月末处理: check, score, issue and report for one or many masters, and an index of all papers."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.keys import natural
from pinzhi_xl.model import Edit
from pinzhi_xl.month import Month
from pinzhi_xl.problem import Problem, errors_of
from pinzhi_xl.rules.locking import TOLD_AT_CLOSING
from pinzhi_xl.scoring import CommunityScore
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.scoring.locked import is_locked, lock
from pinzhi_xl.sheets.appraisal import MonthlyReview
from pinzhi_xl.sheets.modules import Module
from pinzhi_xl.sheets.results import ScoreRow
from pinzhi_xl.tasks.check import check_master
from pinzhi_xl.tasks.desk import Places
from pinzhi_xl.tasks.issue import issue_papers
from pinzhi_xl.tasks.papers import Failure, Paper, papers_json
from pinzhi_xl.tasks.report import month_reports
from pinzhi_xl.tasks.review import review_master
from pinzhi_xl.tasks.run import Declined, Run, Silent, replacing, write
from pinzhi_xl.wording import tasks as words
from pinzhi_xl.workbook.port import ClosedFile, Workbook


class MonthNotOver(PinzhiError):
    """A month is made final on its last working day at the earliest (Z18)."""

    sentence = words.MONTH_NOT_OVER


class NotReadyForFinal(PinzhiError):
    """A month with errors cannot be made final."""

    sentence = words.NOT_READY_FOR_FINAL


@dataclass(frozen=True)
class MasterEnd:
    """The outcome of one master; small enough to travel between processes."""

    path: Path
    papers: Sequence[Paper] = ()
    problems: Sequence[Problem] = ()
    scores: Sequence[CommunityScore] = ()
    folder: Path | None = None
    failure: Failure | None = None


@dataclass(frozen=True)
class Wanted:
    """What is asked for.

    `final` locks the month; `last_workday_only` does nothing on any other day; `label` goes into the name of the
    company's own papers, so that those of several masters closed in one run can be told apart.
    """

    month: Month
    places: Places
    final: bool = False
    last_workday_only: bool = False
    label: str = ""


@dataclass
class MonthEnd:
    """The outcome over all masters, in the order they were named."""

    month: Month
    papers: list[Paper] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)
    scores: list[tuple[Path, Sequence[CommunityScore]]] = field(default_factory=list)
    indexes: list[Path] = field(default_factory=list)

    @property
    def errors(self) -> list[Problem]:
        """The problems that block."""
        return errors_of(self.problems)

    def as_json(self) -> dict[str, Any]:
        """The form of contract §2."""
        return papers_json(self.papers, self.problems, self.failed)

    @property
    def told(self) -> list[Problem]:
        """What is said aloud: errors, and reminders about the closing itself."""
        return [problem for problem in self.problems if problem.is_error or problem.code in TOLD_AT_CLOSING]


Opener = Callable[[Path, datetime], Workbook]
"""How a master is got hold of: its path, and the clock for backups."""


def close_month(
    masters: Sequence[Path], wanted: Wanted, run: Run, workers: int = 1, opened: Opener = ClosedFile
) -> MonthEnd:
    """Everything of a month for every master; a bad one is noted and the others go on.

    With more than one worker masters are processed side by side; the register sees to it that no number is
    given twice.
    """
    outcome = MonthEnd(wanted.month)
    masters = list({master.resolve(): master for master in masters}.values())
    labels = _labels(masters)
    folders: dict[Path, list[Paper]] = {}
    shown, inner = (run.progress, Silent()) if len(masters) > 1 else (Silent(), run.progress)
    one = partial(close_one, run=replace(run, progress=inner), opened=opened)
    each_wanted = [replace(wanted, label=label) for label in labels]
    with _side_by_side(min(workers, len(masters))) as each:
        done = each(one, masters, each_wanted)
        for end in shown.track(done, words.MONTH_END, len(masters)):
            _take(end, outcome, folders)
    for folder, papers in folders.items():
        if not run.dry_run:
            try:
                outcome.indexes.append(write_index(folder, papers))
            except PinzhiError as error:
                outcome.failed.append(Failure(folder / words.INDEX, str(error)))
    return outcome


def _labels(masters: Sequence[Path]) -> list[str]:
    """A name for each master: none for a single one, its file's, and its folder's where two are called alike."""
    if len(masters) == 1:
        return [""]
    stems = [master.stem for master in masters]
    return [
        stem if stems.count(stem) == 1 else f"{master.absolute().parent.name} {stem}"
        for master, stem in zip(masters, stems, strict=True)
    ]


@contextmanager
def _side_by_side(workers: int) -> Iterator[Callable[..., Iterator[MasterEnd]]]:
    """A ``map`` over processes, or the plain one when a single worker is enough."""
    if workers <= 1:
        yield map
        return
    with ProcessPoolExecutor(workers) as pool:
        yield pool.map


def _take(end: MasterEnd, outcome: MonthEnd, folders: dict[Path, list[Paper]]) -> None:
    outcome.papers += end.papers
    outcome.problems += end.problems
    if end.failure is not None:
        outcome.failed.append(end.failure)
    if end.folder is not None:
        outcome.scores.append((end.path, end.scores))
        folders.setdefault(end.folder, []).extend(end.papers)


def close_one(master: Path, wanted: Wanted, run: Run, opened: Opener = ClosedFile) -> MasterEnd:
    """The month of one master; an operation that fails becomes a `Failure`."""
    try:
        return _close_one(opened(master, run.now), wanted, run)
    except Declined:
        raise
    except PinzhiError as error:
        return MasterEnd(master, failure=Failure(master, str(error)))
    except OSError as error:
        detail = error.strerror or type(error).__name__
        return MasterEnd(
            master, failure=Failure(master, words.FILE_FAILED.format(name=master.name, detail=detail))
        )


def _close_one(workbook: Workbook, wanted: Wanted, run: Run) -> MasterEnd:
    master = workbook.path
    if wanted.final or wanted.last_workday_only:
        last = Facts(workbook.read()).calendar.last_workday(wanted.month)
        if wanted.last_workday_only and run.as_of != last:
            return MasterEnd(master)
        if run.as_of < last:
            raise MonthNotOver(month=wanted.month, last=last)
    check_master(workbook, run)
    issued = issue_papers(workbook, wanted.month, wanted.places, run)
    scores = [replace(score, by_day=()) for score in issued.scored.scores.communities]
    end = MasterEnd(master, issued.papers, issued.problems, scores, issued.month_folder)
    if wanted.final and not run.dry_run:
        try:
            _make_final(workbook, wanted.month, issued.errors, run)
        except NotReadyForFinal as error:
            return replace(end, failure=Failure(master, str(error)))
    facts = issued.scored.facts
    if facts.settings.has(Module.APPRAISAL) and MonthlyReview.sheet.label in facts.book.layouts:
        review_master(workbook, wanted.month, run)
    reported = month_reports(
        workbook, wanted.month, wanted.places, run, wanted.final and not issued.scored.locked, wanted.label
    )
    problems = list(dict.fromkeys([*issued.problems, *reported.problems]))
    return replace(end, papers=[*issued.papers, *reported.papers], problems=problems)


def _make_final(workbook: Workbook, month: Month, errors: Sequence[Problem], run: Run) -> None:
    """Lock the month in 得分; refused while errors stand, nothing to do when it is locked."""
    book = workbook.read()
    if is_locked(book, month):
        return
    if errors:
        raise NotReadyForFinal(month=month, count=len(errors))
    edits: list[Edit] = replacing(book, ScoreRow, lock(book, month))
    write(workbook, book, edits, run, words.FINAL, str(month), words.LOCKED, final=True)


def write_index(folder: Path, papers: Sequence[Paper]) -> Path:
    """目录.xlsx of a month's folder: the papers of this run, and those listed before that still lie there."""
    from pinzhi_xl.documents.index import IndexRow, build_index, listed_in
    from pinzhi_xl.documents.store import write_paper

    path = folder / words.INDEX
    rows = [
        IndexRow(
            kind=paper.kind,
            number=paper.number,
            edition=str(paper.edition) if paper.number else "",
            community=paper.community,
            subject=paper.subject,
            issued_on=paper.issued_on,
            file=paper.path.relative_to(folder).as_posix(),
        )
        for paper in papers
        if paper.path.exists()
    ]
    here = {row.file for row in rows}
    rows += [row for row in listed_in(path) if row.file not in here and (folder / row.file).exists()]
    write_paper(path, build_index(sorted(rows, key=lambda row: (row.kind, natural(row.number), row.file))))
    return path
