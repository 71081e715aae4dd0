"""How a function that derives computed columns says what is to change."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from pinzhi_xl.model import SetCell, Value
from pinzhi_xl.schema import Row
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.book import Book

Derivation = Callable[[Facts, date], Iterator[SetCell]]
"""From the joined facts and the day of action to the edits that make computed cells say what they should."""


def changes(book: Book, row: Row, values: Mapping[str, Value]) -> Iterator[SetCell]:
    """The edits for those of a row's fields that hold something else; columns that are lacking are left out."""
    layout = book.layouts.get(type(row).sheet.label)
    for name, value in values.items():
        label = type(row).sheet.column(name).label
        if layout is not None and label in layout.columns and getattr(row, name) != value:
            yield book.set(row, name, value)
