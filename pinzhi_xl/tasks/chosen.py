"""Some findings of a month, where not all of them are meant."""

from collections.abc import Set
from dataclasses import dataclass

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.inspections import Finding
from pinzhi_xl.wording import tasks as words


class FindingUnknown(PinzhiError):
    """A finding that was asked for is not in 问题登记."""

    sentence = words.FINDING_UNKNOWN


@dataclass(frozen=True)
class Chosen:
    """Some findings of the month, by number or by the row they stand in; of other findings nothing is issued."""

    numbers: Set[str] = frozenset()
    rows: Set[int] = frozenset()

    def among(self, book: Book) -> set[str]:
        """Their numbers; refuses a number that 问题登记 does not have."""
        known = {row.number: row.row for row in book.rows(Finding) if row.number}
        for number in self.numbers:
            if number not in known:
                raise FindingUnknown(number=number)
        return {number for number, row in known.items() if number in self.numbers or row in self.rows}
