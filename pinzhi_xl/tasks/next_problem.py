"""下一处问题: walks the list of 校验结果, one place after the other."""

from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.results import CheckResult

Place = tuple[str, str]
"""A sheet and a cell where the cursor can stand."""


def next_problem(book: Book, sheet: str, address: str) -> tuple[CheckResult, Place] | None:
    """The line after the one whose place this is, and where it leads; the first when none is or it was the last.

    Lines of one place are passed together, and those of sheets that are not there left out. None when there is
    nowhere to go.
    """
    places: dict[Place, CheckResult] = {}
    for row in book.rows(CheckResult):
        if row.sheet_name in book.layouts:
            places.setdefault((row.sheet_name or "", landing(row.cell)), row)
    if not places:
        return None
    order = list(places)
    here = (sheet, address)
    following = order.index(here) + 1 if here in places else 0
    place = order[following % len(order)]
    return places[place], place


def landing(cell: str | None) -> str:
    """The cell to show: a row is shown at its first cell, a column at its heading, a sheet at A1."""
    first = (cell or "A1").split(":")[0]
    if first.isdigit():
        return f"A{first}"
    return first if first[-1:].isdigit() else f"{first}1"
