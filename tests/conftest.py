import pytest

from pinzhi_xl.sheets.book import Book
from tests.tables import book_shown_in


@pytest.fixture
def book(request: pytest.FixtureRequest) -> Book:
    """The book shown in the test's docstring."""
    return book_shown_in(request.function)
