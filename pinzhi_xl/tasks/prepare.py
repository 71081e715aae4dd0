"""检查准备: the printed papers an inspector takes along for one date; the master is only read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.model import Cell
from pinzhi_xl.numerals import chinese_date
from pinzhi_xl.outings import Outing, find_community, outings
from pinzhi_xl.papers import Report
from pinzhi_xl.preparing import Preparer
from pinzhi_xl.problem import Problem, errors_of
from pinzhi_xl.schema import Row
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.followup import Rectification
from pinzhi_xl.sheets.inspections import Finding, Inspection, InspectionPlan
from pinzhi_xl.sheets.organisation import Community, CommunityDepartment, Department, PlaceName
from pinzhi_xl.sheets.settings import SettingRow
from pinzhi_xl.sheets.standards import StandardItem
from pinzhi_xl.sheets.terms import Shift
from pinzhi_xl.tasks.desk import Desk, Places, desk_for
from pinzhi_xl.tasks.papers import Failure, Paper, papers_json
from pinzhi_xl.tasks.run import Run
from pinzhi_xl.wording import planning as words
from pinzhi_xl.wording.problems import make_problem
from pinzhi_xl.workbook.port import Workbook

FORM_SHEETS: tuple[type[Row], ...] = (
    SettingRow, Community, Department, CommunityDepartment, PlaceName, StandardItem, InspectionPlan,
)  # fmt: skip
"""With an error here a form would lack a line that nobody misses: none is made."""

HISTORY_SHEETS: tuple[type[Row], ...] = (Inspection, Finding, Rectification)
"""With an error here the forms say that open items may be missing."""


class UnknownCommunity(PinzhiError):
    """A community was asked for that the master does not have in charge."""

    sentence = words.UNKNOWN_COMMUNITY


@dataclass
class Prepared:
    """The papers of a date, what was met, and what could not be saved."""

    papers: Sequence[Paper]
    problems: Sequence[Problem]
    failed: Sequence[Failure]
    dry_run: bool = False

    @property
    def errors(self) -> list[Problem]:
        """The problems that block, or that leave a form with gaps."""
        return errors_of(self.problems)

    def as_json(self) -> dict[str, Any]:
        """The form of contract §2."""
        return papers_json(self.papers, self.problems, self.failed)

    def lines(self) -> list[str]:
        """One paper a line, then how many are new, then what failed."""
        fresh = words.PREPARED_PLANNED if self.dry_run else words.PREPARED_NEW
        new = sum(paper.new for paper in self.papers)
        listed = [
            words.PREPARED_LINE.format(
                mark=fresh if paper.new else words.PREPARED_OLD,
                kind=paper.kind,
                community=paper.community,
                path=paper.path,
            )
            for paper in self.papers
        ]
        if listed and not self.dry_run:
            listed.append(words.PREPARED_SUMMARY.format(new=new, old=len(self.papers) - new))
        failed = [words.PREPARED_FAILED.format(path=one.path, message=one.sentence) for one in self.failed]
        return [*listed, *failed]


def prepare_papers(
    workbook: Workbook,
    day: date,
    communities: Sequence[str],
    places: Places,
    run: Run,
    shift: Shift | None = None,
) -> Prepared:
    """Make the papers of every community planned for `day`, or of those named; blanks of before are replaced."""
    book = workbook.read()
    facts = Facts(book)
    problems = _errors_in(book, FORM_SHEETS)
    history = _errors_in(book, HISTORY_SHEETS)
    wanted = _wanted(facts, day, communities, shift)
    if problems:
        return Prepared([], [*problems, *history], [], run.dry_run)
    preparer = Preparer(facts, len(history))
    desk = desk_for(workbook.path, book.settings, places)
    reports = [report for outing in wanted for report in preparer.papers(outing)]
    made: list[Paper] = []
    failed: list[Failure] = []
    for report in run.progress.track(reports, words.PREPARE):
        try:
            made.append(_write(report, day, desk, run))
        except PinzhiError as error:
            failed.append(Failure(desk.output / _place(report), str(error)))
    gaps = _gaps(book, preparer, wanted, day)
    return Prepared(made, [*history, *gaps], failed, run.dry_run)


def _errors_in(book: Book, kinds: Sequence[type[Row]]) -> list[Problem]:
    labels = {kind.sheet.label for kind in kinds}
    return [problem for problem in errors_of(book.problems) if problem.cell.sheet in labels]


def _wanted(facts: Facts, day: date, communities: Sequence[str], shift: Shift | None) -> list[Outing]:
    """The outings planned, or those of the communities named, planned or not."""
    planned = outings(facts, day, shift)
    if not communities:
        return planned
    names: dict[str, None] = {}
    for asked in communities:
        name = find_community(facts, asked)
        if name is None:
            raise UnknownCommunity(name=asked, known=LIST_MARK.join(facts.communities))
        names[name] = None
    found = {outing.community: outing for outing in planned}
    return [found.get(name) or Outing(name, day, (), shift) for name in names]


def _gaps(book: Book, preparer: Preparer, wanted: Sequence[Outing], day: date) -> list[Problem]:
    """What the forms lack, as reminders."""
    if not wanted:
        return [make_problem("nothing-planned", Cell(InspectionPlan.sheet.label), day=chinese_date(day))]
    found = []
    for outing in wanted:
        facts = {"community": outing.community, "day": chinese_date(day)}
        if not preparer.awaiting.posts(outing.community):
            found.append(make_problem("no-posts", Cell(PlaceName.sheet.label), **facts))
        if not preparer.awaiting.items(outing):
            found.append(make_problem("no-items", Cell(StandardItem.sheet.label), **facts))
    return found


def _place(report: Report) -> Path:
    from pinzhi_xl.documents.checklists import form_file

    return form_file(report.kind, str(report.month), report.name)


def _write(report: Report, day: date, desk: Desk, run: Run) -> Paper:
    """One paper; on a dry run only whether it would be new."""
    from pinzhi_xl.documents.checklists import render_form
    from pinzhi_xl.documents.store import write_paper

    content = render_form(report.kind, report.values, desk.templates)
    path = desk.output / _place(report)
    new = not (path.is_file() and path.read_bytes() == content) if run.dry_run else write_paper(path, content)
    return Paper(report.kind, "", 1, path, new, report.community, report.name, chinese_date(day))
