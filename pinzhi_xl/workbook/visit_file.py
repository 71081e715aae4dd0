"""The file of a mystery visit as it comes back: looked through before any reader touches it (H13)."""

import io
import re
from pathlib import Path

import python_calamine

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.kinds import Grid, as_text
from pinzhi_xl.schema import Row
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.mystery import MYSTERY_PROPERTY, MysteryHead, MysteryLine
from pinzhi_xl.special.mystery import Visit
from pinzhi_xl.wording import reading as reading_words
from pinzhi_xl.wording import special as words
from pinzhi_xl.workbook.preflight import MEGABYTE, WorkbookDamaged, WorkbookTooLarge, inspect_any
from pinzhi_xl.workbook.read import HEADING_ROWS, RawSheet, read_table

MAX_VISIT = 20 * MEGABYTE
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
    try:
        content = path.read_bytes() if path.stat().st_size <= MAX_VISIT else None
    except OSError as error:
        raise VisitUnreadable(name=path.name, reason=error.strerror or error) from error
    if content is None:
        detail = reading_words.SIZE_FILE.format(limit=MAX_VISIT // MEGABYTE)
        raise WorkbookTooLarge(name=path.name, detail=detail)
    found = inspect_any(content, path.name, MYSTERY_PROPERTY)
    kinds: tuple[type[Row], ...] = (MysteryHead, MysteryLine)
    if any(kind.sheet.label not in found.sheets for kind in kinds):
        raise NotAVisit(name=path.name)
    try:
        source = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        raw = {
            kind: RawSheet(
                source.get_sheet_by_name(kind.sheet.label).to_python(skip_empty_area=False),
                found.sheets[kind.sheet.label],
            )
            for kind in kinds
        }
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise WorkbookDamaged(name=path.name, detail=reading_words.BROKEN_ZIP) from error
    identity = _identity(path.name, found.identity, [sheet.grid for sheet in raw.values()], master)
    tables = {kind: read_table(kind, sheet) for kind, sheet in raw.items()}
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
