"""The ⚙ keys: rows people left unnumbered get a number of their own, and the order of numbers."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from pinzhi_xl.model import Cell, SetCell
from pinzhi_xl.schema import Numbering, Row
from pinzhi_xl.sheets import SHEETS
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.corrections import Correction
from pinzhi_xl.sheets.dangers import Danger
from pinzhi_xl.sheets.drills import Drill
from pinzhi_xl.sheets.followup import Penalty, Rectification
from pinzhi_xl.sheets.inspections import Finding, Inspection, InspectionPlan, Offender
from pinzhi_xl.sheets.results import IssuedPaper

_DIGITS = re.compile(r"(\d+)")
_NUMBERED = tuple(kind for kind in SHEETS if kind.sheet.numbering)


def natural(number: str | None) -> tuple[tuple[int, int | str], ...]:
    """Sort key by which WT-2 comes before WT-10; blank numbers come last."""
    if number is None:
        return ((2, 0),)
    return tuple((0, int(part)) if part.isdigit() else (1, part) for part in _DIGITS.split(number) if part)


def fill_keys(book: Book) -> tuple[Book, list[SetCell]]:
    """The book with every blank ⚙ key filled where its date is known, and the edits that write them.

    A number once used is not used again while any sheet still quotes it, even if its row was deleted.
    """
    edits: list[SetCell] = []
    fresh: set[Cell] = set()
    tables = dict(book.tables)
    days = {row.number: row.day for row in book.rows(Inspection)}
    for kind in _NUMBERED:
        numbering = _numbering(kind)
        rows: list[Row] = list(book.rows(kind))
        used = _used(book, kind)
        for index, row in enumerate(rows):
            day = days.get(row.inspection) if isinstance(row, Finding) else getattr(row, numbering.day)
            if day is not None and book.is_vacant(row, "number"):
                number = _next(used, numbering.pattern.format(day), numbering.digits)
                rows[index] = replace(row, number=number)  # type: ignore[call-arg]  # the makers' rows are numbered
                edits.append(book.set(row, "number", number))
                fresh.add(book.cell(row, "number"))
        tables[kind] = tuple(rows)
    return replace(book, tables=tables, fresh=frozenset(fresh)), edits


def fresh_numbers(book: Book, kind: type[Row], day: date) -> Iterator[str]:
    """Numbers for rows of `kind` and `day` that are about to be added, one after the other."""
    used = _used(book, kind)
    numbering = _numbering(kind)
    while True:
        yield _next(used, numbering.pattern.format(day), numbering.digits)


def _numbering(kind: type[Row]) -> Numbering:
    numbering = kind.sheet.numbering
    if numbering is None:
        raise ValueError(kind.sheet.label)
    return numbering


def _used(book: Book, kind: type[Row]) -> dict[str, int]:
    """Highest running number behind each prefix that any sheet quotes."""
    quoted: list[str | None] = [getattr(row, "number", None) for row in book.rows(kind)]
    if kind is InspectionPlan:
        quoted += [row.plan for row in book.rows(Inspection)]
    elif kind is Inspection:
        quoted += [row.inspection for row in book.rows(Finding)]
    elif kind is Drill:
        quoted += [row.drill for row in book.rows(Danger)]
    elif kind is Finding:
        quoted += [row.finding for row in book.rows(Offender)]
        quoted += [row.finding for row in book.rows(Rectification)]
        quoted += [row.finding for row in book.rows(Penalty)]
        quoted += [row.finding for row in book.rows(IssuedPaper)]
        quoted += [row.finding for row in book.rows(Correction)]
    highest: dict[str, int] = {}
    for number in quoted:
        match = re.fullmatch(r"(.*-)(\d+)", number or "")
        if match:
            highest[match[1]] = max(highest.get(match[1], 0), int(match[2]))
    return highest


def _next(used: dict[str, int], prefix: str, digits: int) -> str:
    used[prefix] = used.get(prefix, 0) + 1
    return f"{prefix}{used[prefix]:0{digits}d}"
