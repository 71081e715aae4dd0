"""One press of a button, and what is said when its task is done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pinzhi_xl.problem import Problem, errors_of
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.tasks.desk import Places
from pinzhi_xl.tasks.run import Run
from pinzhi_xl.workbook.live import LiveWorkbook
from pinzhi_xl.workbook.live_program import Program, Selection

PLACES = Places()
"""Register and papers lie where 参数 says, else beside the master."""


@dataclass(frozen=True)
class Click:
    """One press of a button: the open master, the program around it, the run, and what is selected."""

    workbook: LiveWorkbook
    program: Program
    run: Run

    @property
    def selection(self) -> Selection | None:
        """What is selected."""
        return self.program.selection()

    @property
    def book(self) -> Book:
        """The master as it is now."""
        return self.workbook.read()


@dataclass(frozen=True)
class Said:
    """What there is to say: one line, the errors that need doing, lines of what failed, and a cell to show."""

    summary: str
    problems: Sequence[Problem] = ()
    failed: Sequence[str] = ()
    show: tuple[str, str] | None = None
    lines: Sequence[str] = ()

    @property
    def errors(self) -> list[Problem]:
        """The problems that block."""
        return errors_of(self.problems)


Action = Callable[[Click], Said]
