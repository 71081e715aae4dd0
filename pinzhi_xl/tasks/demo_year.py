"""示例年: twelve months of three communities, closed one after the other, and at least one of every paper."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from pinzhi_xl.model import AppendRow, Edit
from pinzhi_xl.month import Month
from pinzhi_xl.problem import Problem
from pinzhi_xl.sample.cast import Contents
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.summary.kinds import REPORTS, Period, ReportKind
from pinzhi_xl.tasks.blanks import reserve
from pinzhi_xl.tasks.desk import Places
from pinzhi_xl.tasks.handover import hand_month_over
from pinzhi_xl.tasks.handover_files import Receiver
from pinzhi_xl.tasks.modules import show_modules
from pinzhi_xl.tasks.month_end import MonthEnd, Wanted, close_month, write_index
from pinzhi_xl.tasks.new import check_free
from pinzhi_xl.tasks.papers import Failure, Paper, papers_json
from pinzhi_xl.tasks.prepare import prepare_papers
from pinzhi_xl.tasks.report import first_reports
from pinzhi_xl.tasks.review import draft_next_targets
from pinzhi_xl.tasks.run import Run, Silent, write
from pinzhi_xl.wording import tasks as words
from pinzhi_xl.workbook.port import ClosedFile

DEMO_YEAR = 2026


@dataclass
class DemoYear:
    """What the sample year made: its folder and master, the papers of all kinds, and what went wrong."""

    folder: Path
    master: Path
    year: int
    papers: list[Paper] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)

    @property
    def kinds(self) -> dict[str, int]:
        """How many papers of each kind."""
        found: dict[str, int] = {}
        for paper in self.papers:
            found[paper.kind] = found.get(paper.kind, 0) + 1
        return found

    def as_json(self) -> dict[str, object]:
        """The form of contract §2."""
        return papers_json(self.papers, self.problems, self.failed)


def run_demo_year(folder: Path, year: int, run: Run, say: Callable[[str], None]) -> DemoYear:
    """Build the sample year's master in `folder`, live through its months, and make every paper.

    The register lies in `folder`; nothing outside it is read or written. A year that is there already is refused.
    """
    folder = folder.absolute()
    demo = DemoYear(folder, folder / words.DEMO_YEAR_MASTER.format(year=year), year)
    check_free(demo.master)
    living = _Living(demo, run)
    months = living.start()
    for month, rows in run.progress.track(months, words.DEMO_YEAR, len(months)):
        living.live(month, rows)
    say(words.DEMO_YEAR_PAPERS)
    living.every_paper()
    living.indexes()
    return demo


class _Living:
    """The year as it goes by: what is typed, what is closed, what is made."""

    def __init__(self, demo: DemoYear, run: Run) -> None:
        self.demo = demo
        self.run = run
        self.places = Places(
            register=str(demo.folder / words.REGISTER_FOLDER), output=demo.folder / words.OUTPUT_FOLDER
        )
        self.file = ClosedFile(demo.master, run.now)

    def start(self) -> list[tuple[Month, Contents]]:
        """The new master with January; the months, and what each adds. The modules' rows come with December."""
        from pinzhi_xl.documents.store import write_paper
        from pinzhi_xl.sample import sample_identity
        from pinzhi_xl.sample.year import sample_year
        from pinzhi_xl.workbook.build import build_master
        from pinzhi_xl.workbook.defaults import default_contents

        year = self.demo.year
        sample = sample_year(year, default_contents())
        write_paper(self.demo.master, build_master(sample.start, sample_identity(Month(year, 12))))
        show_modules(self.file, self.file.read())
        rows: list[Contents] = [{}, *sample.months]
        last = rows[-1]
        rows[-1] = {k: [*last.get(k, ()), *sample.modules.get(k, ())] for k in {**last, **sample.modules}}
        return list(zip((Month(year, number) for number in range(1, 13)), rows, strict=True))

    def live(self, month: Month, rows: Contents) -> None:
        """A month: its rows are typed, the notices of the month before decided, and it is closed for good."""
        from pinzhi_xl.sample.replies import replies

        book = self.file.read()
        last = Facts(book).calendar.last_workday(month)
        run = replace(self.run, as_of=last, progress=Silent())
        edits: list[Edit] = [*_typed(rows), *replies(book, month.first)]
        write(self.file, book, edits, run, words.DEMO_YEAR, str(month), words.DEMO_TYPED.format(rows=len(edits)))
        if month.number == 1:
            self._take(reserve(self.file, 2, self._inspector(), self.places, run).papers)
        self._closed(close_month([self.demo.master], Wanted(month, self.places, final=True), run))
        for to in Receiver:
            handed = hand_month_over(self.file, month, to, self.places, run)
            self._take(handed.papers)

    def _inspector(self) -> str:
        from pinzhi_xl.sample.staff import staff

        return staff()[1][0]

    def _closed(self, end: MonthEnd) -> None:
        self._take(end.papers)
        self.demo.problems += [problem for problem in end.problems if problem.is_error]
        self.demo.failed += end.failed

    def _take(self, papers: Sequence[Paper]) -> None:
        known = {paper.path for paper in self.demo.papers}
        self.demo.papers += [paper for paper in papers if paper.path not in known]

    def every_paper(self) -> None:
        """What the months' ends did not make: papers of days, weeks and the year, and forms to take along."""
        run = replace(self.run, as_of=date(self.demo.year, 12, 31))
        draft_next_targets(self.file, self.demo.year, run)
        days = self._days()
        for day in days[:1]:
            self._take(prepare_papers(self.file, day, [], self.places, run).papers)
        lacking = [kind for kind in REPORTS if kind.name not in self.demo.kinds]
        wanted = {kind: _periods(kind, self.demo.year, days) for kind in lacking}
        self._take(first_reports(self.file, wanted, self.places, run).papers)

    def _days(self) -> list[date]:
        """The days of inspections, the latest first, and then all other days of the year."""
        inspected = sorted({visit.day for visit in Facts(self.file.read()).visits.values()}, reverse=True)
        last = date(self.demo.year, 12, 31).toordinal()
        return [*dict.fromkeys([*inspected, *(date.fromordinal(last - n) for n in range(365))])]

    def indexes(self) -> None:
        """目录 of each month's folder."""
        output = self.demo.folder / words.OUTPUT_FOLDER
        folders: dict[Path, list[Paper]] = {}
        for paper in self.demo.papers:
            folders.setdefault(output / paper.path.relative_to(output).parts[0], []).append(paper)
        for folder, papers in folders.items():
            write_index(folder, papers)


def _typed(rows: Contents) -> Iterator[Edit]:
    for kind, lines in rows.items():
        labels = {col.identifier: col.label for col in kind.sheet.columns}
        for line in lines:
            yield AppendRow(kind.sheet.label, {labels[name]: value for name, value in line.items()})


def _periods(kind: ReportKind, year: int, days: Sequence[date]) -> Sequence[Period]:
    """The periods of the year in which a report may be due, the latest first."""
    if kind.period == "year":
        return [date(year, 12, 31)]
    if kind.period == "month":
        return [Month(year, number) for number in range(12, 0, -1)]
    return days
