"""The file of a mystery visit as it comes back: looked through before any reader touches it (H13)."""

import re
from pathlib import Path

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.kinds import Grid, as_text
from pinzhi_xl.schema import Row
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.mystery import MYSTERY_PROPERTY, MysteryHead, MysteryLine
from pinzhi_xl.special.mystery import Visit
from pinzhi_xl.wording import special as words
from pinzhi_xl.workbook.foreign import open_foreign
from pinzhi_xl.workbook.read import HEADING_ROWS, read_table

_IDENTITY = re.compile(
    r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
)


class NotAVisit(PinzhiError):
    """A sound workbook, but no visit's file."""

    sentence = words.NOT_A_VISIT


class VisitOfAnother(PinzhiError):
    """A visit's file that was made for another master."""

    sentence = words.VISIT_OF_ANOTHER


class VisitContradicts(PinzhiError):
    """The file says on its sheets that it is another visit than in its property."""

    sentence = words.VISIT_CONTRADICTS


class VisitUnreadable(PinzhiError):
    """The operating system refuses to read the file."""

    sentence = words.VISIT_UNREADABLE


def read_visit(path: Path, master: str = "") -> Visit:
    """The visit in the file at `path`; with the UUID of a `master` one made for another is refused."""
    kinds: tuple[type[Row], ...] = (MysteryHead, MysteryLine)
    labels = [kind.sheet.label for kind in kinds]
    found = open_foreign(path, MYSTERY_PROPERTY, labels, unreadable=VisitUnreadable, stranger=NotAVisit)
    identity = _identity(path.name, found.mark, [sheet.grid for sheet in found.sheets.values()], master)
    tables = {kind: read_table(kind, found.sheets[kind.sheet.label]) for kind in kinds}
    return Visit(
        identity,
        Book(
            identity,
            {kind: table[0] for kind, table in tables.items()},
            {kind.sheet.label: table[1] for kind, table in tables.items()},
            problems=tuple(problem for table in tables.values() for problem in table[2]),
        ),
    )


def _identity(name: str, kept: str, grids: list[Grid], master: str) -> str:
    """The visit's UUID; some programs drop the property, then what the sheets show must do."""
    shown = {match.group() for grid in grids for match in _marks(grid)}
    marks = shown | ({kept} if kept else set())
    if len(marks) > 1:
        raise VisitContradicts(name=name)
    match = _IDENTITY.fullmatch(next(iter(marks), ""))
    if match is None:
        raise NotAVisit(name=name)
    if master and match[1] != master:
        raise VisitOfAnother(name=name, theirs=match[1][:8], ours=master[:8])
    return match[2]


def _marks(grid: Grid) -> list[re.Match[str]]:
    texts = (as_text(cell) for cells in grid[:HEADING_ROWS] for cell in cells)
    return [match for text in texts if (match := _IDENTITY.search(text))]
