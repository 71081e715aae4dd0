"""神秘客户: the file of a visit made, checked, and released into the master exactly once (H13)."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pinzhi_xl.entering import typed_row
from pinzhi_xl.model import AppendRow, Edit
from pinzhi_xl.numerals import half_up
from pinzhi_xl.problem import Problem, errors_of
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.special.mystery import Release, Visit, release, visit_problems
from pinzhi_xl.tasks.new import FileExists, FileSuffix
from pinzhi_xl.tasks.run import Run, write
from pinzhi_xl.wording import special as words
from pinzhi_xl.workbook.port import Workbook
from pinzhi_xl.workbook.visit_file import read_visit


@dataclass(frozen=True)
class Looked:
    """A visit's file as looked through."""

    visit: Visit
    problems: Sequence[Problem]

    @property
    def errors(self) -> list[Problem]:
        """The problems that keep it from being released."""
        return errors_of(self.problems)

    def as_json(self) -> dict[str, Any]:
        """The visit, its points, and the problems."""
        return {**_about(self.visit), "problems": [problem.as_json() for problem in self.problems]}

    @property
    def sentence(self) -> str:
        """How it stands, in one sentence."""
        if self.errors:
            return words.MYSTERY_WRONG.format(errors=len(self.errors))
        return words.MYSTERY_FINE.format(**_told(self.visit))


@dataclass(frozen=True)
class Released:
    """What a release brought into the master."""

    visit: Visit
    release: Release
    written: bool
    dry_run: bool = False

    @property
    def problems(self) -> Sequence[Problem]:
        """All that was met."""
        return self.release.problems

    @property
    def errors(self) -> list[Problem]:
        """The problems for which nothing was released."""
        return errors_of(self.release.problems)

    def as_json(self) -> dict[str, Any]:
        """The visit, the number of its inspection (null when nothing was released now), and the problems."""
        inspection = self.release.inspection
        return {
            **_about(self.visit),
            "inspection": inspection.number if inspection else None,
            "touches": len(self.release.touches),
            "known": self.release.known,
            "written": self.written,
            "problems": [problem.as_json() for problem in self.problems],
        }

    @property
    def sentence(self) -> str:
        """What happened, in one sentence."""
        if self.errors:
            return words.NOT_RELEASED.format(errors=len(self.errors))
        if self.release.known or self.release.inspection is None:
            return words.RELEASED_BEFORE
        text = words.WOULD_RELEASE if self.dry_run else words.RELEASED
        return text.format(**_told(self.visit), number=self.release.inspection.number)


def new_visit(path: Path, master: Workbook) -> Path:
    """Make the file of a visit for a master, which is only read; refuses to replace anything."""
    from pinzhi_xl.documents.mystery_workbook import build_visit
    from pinzhi_xl.documents.store import write_paper
    from pinzhi_xl.workbook.defaults import data_rows

    if path.suffix.lower() != ".xlsx":
        raise FileSuffix(name=path.name)
    if path.exists():
        raise FileExists(path=path)
    book = master.read()
    script = data_rows("mystery_script.tsv")
    write_paper(path, build_visit(script, Facts(book).communities, book.identity, str(uuid.uuid4())))
    return path


def check_visit(path: Path, master: Workbook | None, run: Run) -> Looked:
    """Look a visit's file through; with its master also whether it fits there. Nothing is written."""
    book = master.read() if master is not None else None
    visit = read_visit(path, book.identity if book is not None else "")
    return Looked(visit, visit_problems(visit, run.as_of, Facts(book) if book is not None else None))


def release_visit(path: Path, master: Workbook, run: Run) -> Released:
    """Take a visit into its master in one writing; nothing happens a second time, or with any error."""
    if not run.dry_run:
        master.check_writable()
    book = master.read()
    visit = read_visit(path, book.identity)
    made = release(visit, book, run.as_of)
    if made.inspection is None:
        return Released(visit, made, written=False, dry_run=run.dry_run)
    told = _told(visit)
    run.confirm(words.ASK_RELEASE.format(**told))
    edits: list[Edit] = [
        AppendRow(type(row).sheet.label, typed_row(book, row)) for row in (made.inspection, *made.touches)
    ]
    result = words.RELEASE_RESULT.format(**told, number=made.inspection.number)
    written = write(master, book, edits, run, words.RELEASE, f"{told['community']} {told['day']}", result)
    return Released(visit, made, written, run.dry_run)


def _told(visit: Visit) -> dict[str, object]:
    head = visit.head
    return {
        "community": head.community if head else "",
        "day": head.day if head else "",
        "count": len(visit.scored),
        "points": words.NOTHING if visit.points is None else half_up(visit.points),
    }


def _about(visit: Visit) -> dict[str, Any]:
    head = visit.head
    return {
        "community": head.community if head else None,
        "day": head.day.isoformat() if head and head.day else None,
        "points": None if visit.points is None else str(half_up(visit.points)),
    }
