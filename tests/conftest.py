from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pinzhi_xl.sheets.book import Book
from tests.real.calc_engine import CalcProgram
from tests.tables import book_shown_in

GOLDENS = Path(__file__).parent / "goldens"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="rewrite tests/goldens with what is now")


@pytest.fixture
def book(request: pytest.FixtureRequest) -> Book:
    """The book shown in the test's docstring."""
    return book_shown_in(request.function)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the one kept under a name; ``--update-goldens`` keeps the new one."""

    def compare(name: str, text: str) -> None:
        path = GOLDENS / f"{name}.txt"
        text = text.rstrip() + "\n"
        if request.config.getoption("--update-goldens"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            return
        assert path.exists(), f"no golden {path.name}: run pytest --update-goldens and look at it"
        assert text == path.read_text(encoding="utf-8"), (
            f"{path.name} differs: pytest --update-goldens if it is right"
        )

    return compare


@pytest.fixture(scope="session")
def calc() -> Iterator[CalcProgram]:
    """One LibreOffice that plays Excel, for all tests of a process."""
    with CalcProgram() as program:
        yield program
