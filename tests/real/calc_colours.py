# ruff: noqa: ANN401 - objects of UNO have no types
"""Runs in LibreOffice's Python: the fills a person sees, conditional formats included.

Only Calc itself knows them, and it tells them in one place: its HTML export.
"""

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from tests.real.calc_cells import area, merged, rectangles, used


class _Tables(HTMLParser):
    """The fills of each exported sheet, row by row; cells covered by a merged one are not among them."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[list[list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Rows and cells in the order of the file."""
        if tag == "table":
            self.sheets.append([])
        elif tag == "tr":
            self.sheets[-1].append([])
        elif tag == "td":
            self.sheets[-1][-1].append(dict(attrs).get("bgcolor") or "")


def _visible(sheet: Any) -> tuple[list[int], list[int]]:
    """Visible rows and columns of the used range: the export has no others."""
    rows: set[int] = set()
    columns: set[int] = set()
    for top, left, bottom, right in rectangles(area(sheet, used(sheet)).queryVisibleCells().RangeAddresses):
        rows.update(range(top, bottom + 1))
        columns.update(range(left, right + 1))
    return sorted(rows), sorted(columns)


def effective_colours(document: Any, store: Any, sheet: Any, folder: Path) -> dict[tuple[int, int], str]:
    """The fill of every visible cell of a sheet's used range ("#RRGGBB", or "" for none)."""
    hidden = not sheet.IsVisible
    sheet.IsVisible = True
    try:
        shown = [each.Name for each in document.Sheets if each.IsVisible]
        target = folder / "seen.html"
        store(document, target, "HTML (StarCalc)")
    finally:
        if hidden:
            sheet.IsVisible = False
    page = target.read_text(encoding="utf-8")
    exported = [name for name in shown if len(shown) == 1 or f"<em>{_escaped(name)}</em>" in page]
    if sheet.Name not in exported:
        return {}
    tables = _Tables()
    tables.feed(page)
    rows, columns = _visible(sheet)
    covered = {
        (row, column): place[:2]
        for place in merged(sheet, used(sheet))
        for row in range(place[0], place[2] + 1)
        for column in range(place[1], place[3] + 1)
    }
    found: dict[tuple[int, int], str] = {}  # empty cells at the end are not exported
    for row, colours in zip(rows, tables.sheets[exported.index(sheet.Name)], strict=False):
        free = [column for column in columns if covered.get((row, column), (row, column)) == (row, column)]
        found |= {(row, column): colour for column, colour in zip(free, colours, strict=False)}
    return found | {place: found[origin] for place, origin in covered.items() if origin in found}


def _escaped(name: str) -> str:
    return name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
