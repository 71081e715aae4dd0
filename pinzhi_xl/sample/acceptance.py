"""The sample year of acceptance: a community delivered in autumn, from its design to the re-checks."""

from datetime import date
from decimal import Decimal

from pinzhi_xl.model import Value
from pinzhi_xl.sample.cast import Cast, Contents
from pinzhi_xl.sample.tables import table
from pinzhi_xl.sheets.acceptance import (
    AcceptanceDefect,
    AcceptanceTest,
    DeliveryDocument,
    DeliveryPlan,
    DesignReview,
)

_TEST_NUMBER = "CS-{year}09-{number:03d}"
_FOUND = (9, 15)
"""Month and day on which the defects were found."""


def rows(cast: Cast) -> Contents:
    """The five sheets of acceptance for the last community of the sample, delivered in the autumn of the year."""
    year, inspector = cast.year, cast.inspectors[0]
    own: dict[str, Value] = {"community": cast.communities[-1]}
    tests = [
        own | {"number": _TEST_NUMBER.format(year=year, number=number), "tester": inspector} | line
        for number, line in enumerate(_lines("acceptance_tests", year), 1)
    ]
    return {
        DeliveryPlan: [own | line for line in _lines("delivery_plans", year)],
        DeliveryDocument: [own | line for line in _lines("delivery_documents", year)],
        AcceptanceTest: tests,
        AcceptanceDefect: [own | _defect(year, inspector, line) for line in _lines("acceptance_defects", year)],
        DesignReview: [own | {"reviewer": inspector} | line for line in _lines("design_reviews", year)],
    }


def _lines(name: str, year: int) -> list[dict[str, Value]]:
    """The rows of a table of the sample; ``09-15`` in a column of days is a day of the year."""
    return [{column: _value(column, text, year) for column, text in line.items() if text} for line in table(name)]


def _value(column: str, text: str, year: int) -> Value:
    if column == "day" or column.endswith("_on"):
        month, day = text.split("-")
        return date(year, int(month), int(day))
    return Decimal(text) if column in ("expected", "received") else text


def _defect(year: int, inspector: str, line: dict[str, Value]) -> dict[str, Value]:
    found = {"day": date(year, *_FOUND), **line}
    if "test" in line:
        found["test"] = _TEST_NUMBER.format(year=year, number=int(str(line["test"])))
    return found | ({"reinspector": inspector} if "outcome" in line else {})
