"""校验: every problem of the master, listed in 校验结果."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pinzhi_xl.keys import fill_keys
from pinzhi_xl.model import Edit, Link, ReplaceRows
from pinzhi_xl.problem import Problem, errors_of
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.results import CheckResult
from pinzhi_xl.tasks.modules import show_modules
from pinzhi_xl.tasks.run import ColumnLacking, Run, SheetLacking, as_values, write
from pinzhi_xl.wording import tasks as words
from pinzhi_xl.workbook.port import Workbook


@dataclass(frozen=True)
class Checked:
    """The problems of a master, whether 校验结果 was rewritten, and if it could not be, why."""

    problems: Sequence[Problem]
    written: bool
    unwritten: str = ""

    @property
    def errors(self) -> list[Problem]:
        """The problems that block."""
        return errors_of(self.problems)


def check_master(workbook: Workbook, run: Run) -> Checked:
    """Check all sheets and rewrite 校验结果 where the outcome differs from what it says."""
    if not run.dry_run:
        workbook.check_writable()
    book = workbook.read()
    facts = Facts(fill_keys(book)[0])
    problems = check(Scene(facts, run.as_of))
    summary = words.CHECKED.format(
        errors=len(errors_of(problems)), reminders=len(problems) - len(errors_of(problems))
    )
    try:
        listing = _listing(book, problems)
        written = write(workbook, book, listing, run, words.CHECK, words.ALL, summary, undoable=False)
    except (SheetLacking, ColumnLacking) as error:
        return Checked(problems, written=False, unwritten=str(error))
    if not run.dry_run:
        show_modules(workbook, book)
    return Checked(problems, written)


def clear_marks(workbook: Workbook, run: Run) -> int:
    """Empty 校验结果, and with it the marks on the sheets; how many lines it had."""
    if not run.dry_run:
        workbook.check_writable()
    book = workbook.read()
    lines = len(book.rows(CheckResult))
    edits: list[Edit] = [ReplaceRows(CheckResult.sheet.label, [])] if lines else []
    result = words.CLEARED.format(rows=lines)
    write(workbook, book, edits, run, words.CLEAR, CheckResult.sheet.label, result, undoable=False)
    return lines


def _listing(book: Book, problems: Sequence[Problem]) -> list[Edit]:
    """Errors first, in sheet order; the cell as a link."""
    ordered = [*errors_of(problems), *(p for p in problems if not p.is_error)]
    rows = [
        CheckResult(
            level=words.LEVELS[problem.level.value],
            sheet_name=problem.cell.sheet,
            cell=problem.cell.address or None,
            label=problem.label or None,
            value=problem.value or None,
            message=problem.message,
            fix=problem.fix,
        )
        for problem in ordered
    ]
    if [replace(row, row=0) for row in book.rows(CheckResult)] == rows:
        return []
    label = CheckResult.sheet.column("cell").label
    lines = []
    for row, problem in zip(rows, ordered, strict=True):
        values = as_values(row)
        if problem.cell.sheet in book.layouts:
            values[label] = Link(problem.cell.address or "A1", problem.cell.sheet, problem.cell.address or "A1")
        lines.append(values)
    return [ReplaceRows(CheckResult.sheet.label, lines)]
