# ruff: noqa: ANN401 - objects of UNO have no types
"""Runs in LibreOffice's Python: Excel tables, which Calc knows as database ranges."""

from typing import Any

from tests.real.calc_cells import Rectangle, Refused, area, guard, rectangles


class Tables:
    """The tables of one book; finding one of UNO's objects takes long, so they are kept."""

    def __init__(self, document: Any) -> None:
        self._ranges = document.DatabaseRanges
        self._named = document.NamedRanges
        self._kept: dict[str, Any] = {}

    def _all(self) -> list[tuple[str, Any, Any]]:
        names = self._ranges.ElementNames
        self._kept = {name: self._kept.get(name) or self._ranges.getByName(name) for name in names}
        return [(name, table, table.DataArea) for name, table in self._kept.items()]

    def names(self, sheet: Any) -> list[str]:
        """Tables on a sheet, from top to bottom."""
        index = sheet.RangeAddress.Sheet
        found = [(a.StartRow, a.StartColumn, name) for name, _, a in self._all() if a.Sheet == index]
        return [name for _, _, name in sorted(found)]

    def describe(self, name: str) -> dict[str, Any]:
        """Where a table is and which rows it has besides the data."""
        for each, table, address in self._all():
            if each == name:
                place = rectangles([address])[0]
                return {"place": place, "header": bool(table.ContainsHeader), "totals": bool(table.TotalsRow)}
        raise Refused(f"1004: the table {name} is no longer there")

    def resize(self, sheet: Any, name: str, place: Rectangle) -> None:
        """Other rows and columns for a table; the heading row has to stay where it is."""
        now = self.describe(name)["place"]
        if place[0] != now[0] or place[2] <= place[0]:
            raise Refused("1004: the heading row of a table stays where it is, with a row under it")
        if not _overlap(place, now):
            raise Refused("1004: a table's new range has to overlap the old one")
        index = sheet.RangeAddress.Sheet
        others = [(each, rectangles([a])[0]) for each, _, a in self._all() if each != name and a.Sheet == index]
        for other, there in others:
            if _overlap(place, there):
                raise Refused(f"1004: the table would overlap the table {other}")
        guard(sheet, area(sheet, place), formatting=True)
        self._kept[name].DataArea = area(sheet, place).RangeAddress

    def grow(self, sheet: Any, place: Rectangle) -> None:
        """A table without a totals row takes in what a person types right under it."""
        for name, table, address in self._all():
            top, left, bottom, right = rectangles([address])[0]
            under = place[0] == bottom + 1 and left <= place[1] <= right
            if under and address.Sheet == sheet.RangeAddress.Sheet and not table.TotalsRow:
                self.resize(sheet, name, (top, left, bottom + 1, right))

    def named(self, sheet: Any, name: str) -> tuple[int, Rectangle] | None:
        """The sheet's index and the cells a name stands for; a table's are its data."""
        for each, table, address in self._all():
            if each.lower() == name.lower():
                top, left, bottom, right = rectangles([address])[0]
                return address.Sheet, (
                    top + bool(table.ContainsHeader),
                    left,
                    bottom - bool(table.TotalsRow),
                    right,
                )
        for ranges in (sheet.NamedRanges, self._named):
            cells = ranges.getByName(name).ReferredCells if ranges.hasByName(name) else None
            if cells is not None:
                return cells.RangeAddress.Sheet, rectangles([cells.RangeAddress])[0]
        return None


def _overlap(one: Rectangle, other: Rectangle) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]
