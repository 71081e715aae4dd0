"""月末处理: check, score and issue for one or many masters, and an index of all papers."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.month import Month
from pinzhi_xl.problem import Problem, errors_of
from pinzhi_xl.scoring import CommunityScore
from pinzhi_xl.tasks.check import check_master
from pinzhi_xl.tasks.desk import Places
from pinzhi_xl.tasks.issue import Paper, issue_papers
from pinzhi_xl.tasks.run import Run
from pinzhi_xl.wording import tasks as words
from pinzhi_xl.workbook.port import ClosedFile


@dataclass(frozen=True)
class Failure:
    """A master that could not be processed, with the sentence that says why."""

    path: Path
    sentence: str


@dataclass
class MonthEnd:
    """The outcome over all masters."""

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
        """The form of contract §2 for ``month-end --json``."""
        return {
            "documents": [paper.as_json() for paper in self.papers],
            "problems": [problem.as_json() for problem in self.problems],
            "failed": [{"path": str(f.path), "message": f.sentence} for f in self.failed],
        }


def close_month(masters: Sequence[Path], month: Month, places: Places, run: Run) -> MonthEnd:
    """Everything of a month for every master; a bad one is noted and the others go on."""
    outcome = MonthEnd(month)
    folders: dict[Path, list[Paper]] = {}
    for master in run.progress.track(masters, words.MONTH_END):
        try:
            _one(master, month, places, run, outcome, folders)
        except PinzhiError as error:
            outcome.failed.append(Failure(master, str(error)))
    for folder, papers in folders.items():
        try:
            if not run.dry_run:
                outcome.indexes.append(_write_index(folder, papers))
        except PinzhiError as error:
            outcome.failed.append(Failure(folder / words.INDEX, str(error)))
    return outcome


def _one(
    master: Path,
    month: Month,
    places: Places,
    run: Run,
    outcome: MonthEnd,
    folders: dict[Path, list[Paper]],
) -> None:
    workbook = ClosedFile(master, run.now)
    check_master(workbook, run)
    issued = issue_papers(workbook, month, places, run)
    outcome.papers += issued.papers
    outcome.problems += issued.problems
    outcome.scores.append((master, issued.scored.scores.communities))
    folders.setdefault(issued.month_folder, []).extend(issued.papers)


def _write_index(folder: Path, papers: Sequence[Paper]) -> Path:
    """目录.xlsx of a month's folder, with a link to each paper."""
    from pinzhi_xl.documents.index import IndexRow, build_index
    from pinzhi_xl.documents.store import write_paper

    rows = [
        IndexRow(
            kind=paper.kind,
            number=paper.number,
            edition=str(paper.edition),
            community=paper.community,
            subject=paper.subject,
            issued_on=paper.issued_on,
            file=paper.path.relative_to(folder).as_posix(),
        )
        for paper in papers
    ]
    path = folder / words.INDEX
    write_paper(path, build_index(rows))
    return path
