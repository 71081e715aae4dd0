"""A workbook that comes from outside the master: looked through before any reader touches it."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import python_calamine

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.wording import reading as reading_words
from pinzhi_xl.workbook.preflight import MEGABYTE, WorkbookDamaged, WorkbookTooLarge, inspect_any
from pinzhi_xl.workbook.read import RawSheet

MAX_FOREIGN = 20 * MEGABYTE


@dataclass(frozen=True)
class Foreign:
    """What it says of itself in its property, empty where a program dropped that, and the sheets asked for."""

    mark: str
    sheets: Mapping[str, RawSheet]


def open_foreign(
    path: Path,
    mark_property: str,
    labels: Sequence[str],
    *,
    unreadable: type[PinzhiError],
    stranger: type[PinzhiError],
) -> Foreign:
    """The sheets `labels` of the workbook at `path`; `stranger` when one of them is not there.

    `unreadable` when the operating system refuses; otherwise what is too large or damaged says so itself.
    """
    try:
        content = path.read_bytes() if path.stat().st_size <= MAX_FOREIGN else None
    except OSError as error:
        raise unreadable(name=path.name, reason=error.strerror or error) from error
    if content is None:
        detail = reading_words.SIZE_FILE.format(limit=MAX_FOREIGN // MEGABYTE)
        raise WorkbookTooLarge(name=path.name, detail=detail)
    found = inspect_any(content, path.name, mark_property)
    if any(label not in found.sheets for label in labels):
        raise stranger(name=path.name)
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        grids = {label: book.get_sheet_by_name(label).to_python(skip_empty_area=False) for label in labels}
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise WorkbookDamaged(name=path.name, detail=reading_words.BROKEN_ZIP) from error
    return Foreign(found.identity, {label: RawSheet(grid, found.sheets[label]) for label, grid in grids.items()})
