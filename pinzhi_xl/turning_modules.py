"""The year's turn of the modules' sheets: what is open goes along, and whatever a row that goes along quotes."""

from collections.abc import Iterator, Mapping
from datetime import date

from pinzhi_xl.half_year import HalfYear
from pinzhi_xl.kinds import Kind
from pinzhi_xl.schema import Row
from pinzhi_xl.sheets import SHEETS
from pinzhi_xl.sheets.acceptance import AcceptanceDefect, AcceptanceTest, DeliveryDocument, DeliveryPlan
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.drills import SafetyRegulation
from pinzhi_xl.sheets.survey import Improvement, Survey
from pinzhi_xl.wording.turning import ENDED_STATES

MODULE_KINDS: tuple[type[Row], ...] = tuple(
    kind for kind in SHEETS if kind.sheet.module and not kind.sheet.all_computed
)

DELIVERY_KINDS: tuple[type[Row], ...] = (DeliveryPlan, DeliveryDocument, AcceptanceTest, AcceptanceDefect)
"""What a delivery is made of; its rows belong together by their community."""


def _wholes() -> Iterator[tuple[type[Row], tuple[str, type[Row]]]]:
    by_identifier = {kind.sheet.identifier: kind for kind in MODULE_KINDS}
    for kind in MODULE_KINDS:
        first = kind.sheet.column(kind.sheet.key[0]) if kind.sheet.key else None
        if first is not None and first.kind is Kind.REFERENCE and first.refers in by_identifier:
            yield kind, (first.identifier, by_identifier[first.refers])


PART_OF: Mapping[type[Row], tuple[str, type[Row]]] = dict([*_wholes(), (Improvement, ("survey", Survey))])
"""Sheets whose rows are parts of a row of another, as those of 培训记录 are of a session: by which field.

An improvement has a number of its own, and yet stays with its survey, which would be improved again without it.
"""


def kept_of_modules(book: Book, since: date) -> Mapping[type[Row], list[Row]]:
    """Rows not ended or no older than `since`, without 状态 those without days; what they quote, and their parts.

    A part without a day of its own goes where its whole goes. Of a delivery that is not over every row goes along:
    what was handed over and tested early is asked for at the end.
    """
    kept = {
        kind: {
            row.row
            for row in book.rows(kind)
            if _keeps(row, _from(kind, since)) and not (kind in PART_OF and not _days(row))
        }
        for kind in MODULE_KINDS
    }
    while more := [(k, row) for k, row in _more(book, kept) if row not in kept[k]]:
        for kind, row in more:
            kept[kind].add(row)
    return {kind: [row for row in book.rows(kind) if row.row in kept[kind]] for kind in MODULE_KINDS}


def _more(book: Book, kept: Mapping[type[Row], set[int]]) -> Iterator[tuple[type[Row], int]]:
    yield from _quoted(book, kept)
    yield from _parts(book, kept)
    yield from _deliveries(book, kept)


def _deliveries(book: Book, kept: Mapping[type[Row], set[int]]) -> Iterator[tuple[type[Row], int]]:
    """All rows about the delivery of a community of which one is kept."""
    rows = [(kind, row) for kind in DELIVERY_KINDS for row in book.rows(kind)]
    going = {vars(row)["community"] for kind, row in rows if row.row in kept[kind]}
    yield from ((kind, row.row) for kind, row in rows if vars(row)["community"] in going)


def _parts(book: Book, kept: Mapping[type[Row], set[int]]) -> Iterator[tuple[type[Row], int]]:
    """The parts of kept rows."""
    for kind, (field, whole) in PART_OF.items():
        numbers = {getattr(row, whole.sheet.key[0]) for row in book.rows(whole) if row.row in kept[whole]}
        yield from ((kind, row.row) for row in book.rows(kind) if getattr(row, field) in numbers)


def _from(kind: type[Row], since: date) -> date:
    """A survey is compared with the one of the half year before, which is therefore kept whole (A22)."""
    return HalfYear.of(since).first if kind is Survey else since


def _days(row: Row) -> list[date]:
    return [value for value in vars(row).values() if isinstance(value, date)]


def _keeps(row: Row, since: date) -> bool:
    days = _days(row)
    if days and max(days) >= since:
        return True
    if isinstance(row, SafetyRegulation):
        return row.in_force(since)
    if isinstance(row, DeliveryPlan):
        return row.accepted_on is None
    if not hasattr(row, "state"):
        return not days
    return row.state not in ENDED_STATES


def _quoted(book: Book, kept: Mapping[type[Row], set[int]]) -> Iterator[tuple[type[Row], int]]:
    """The rows of the modules' sheets that kept rows quote by key."""
    keys = {
        kind.sheet.identifier: (kind, {getattr(row, kind.sheet.key[0]): row.row for row in book.rows(kind)})
        for kind in MODULE_KINDS
        if kind.sheet.key
    }
    for kind in MODULE_KINDS:
        fields = [col for col in kind.sheet.columns if col.kind is Kind.REFERENCE and col.refers in keys]
        for row in book.rows(kind) if fields else ():
            for col in fields if row.row in kept[kind] else ():
                target, numbers = keys[col.refers]
                if (number := numbers.get(getattr(row, col.identifier))) is not None:
                    yield target, number


def quoted_numbers(kept: Mapping[type[Row], list[Row]], identifier: str) -> Iterator[str]:
    """The keys of a sheet outside the modules that kept rows quote."""
    for kind, rows in kept.items():
        for col in kind.sheet.columns:
            if col.kind is Kind.REFERENCE and col.refers == identifier:
                yield from (value for row in rows if (value := getattr(row, col.identifier)))
