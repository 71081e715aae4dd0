"""下一处问题: walks the list of 校验结果, one cell after the other."""

from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.results import CheckResult


def next_problem(book: Book, sheet: str, address: str) -> CheckResult | None:
    """The line after the one that names this cell; the first when none does or it was the last.

    Lines of one cell are passed together. None when the list is empty.
    """
    places = {(row.sheet_name, row.cell): row for row in reversed(book.rows(CheckResult))}
    order = list(dict.fromkeys((row.sheet_name, row.cell) for row in book.rows(CheckResult)))
    if not order:
        return None
    here = (sheet, address)
    following = order.index(here) + 1 if here in places else 0
    return places[order[following % len(order)]]
