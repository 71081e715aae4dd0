"""What becomes of the sample year's notices: delivered, appealed against, decided, executed."""

from collections.abc import Iterator
from datetime import date, timedelta

from pinzhi_xl.model import AppendRow, Edit, Value
from pinzhi_xl.month import Month
from pinzhi_xl.sample import texts
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.followup import Appeal, Penalty
from pinzhi_xl.sheets.terms import Conclusion, Decision, Delivery

APPEALS_EVERY, REFUSALS_EVERY = 7, 9
"""Of so many notices one is appealed against, and one refused."""


def replies(book: Book, before: date) -> Iterator[Edit]:
    """The edits that decide every notice issued before a day and not decided yet."""
    for place, row in enumerate(book.rows(Penalty)):
        if row.number and row.decision is None and row.issued_on is not None and row.issued_on < before:
            appealed = place % APPEALS_EVERY == 3
            yield from _decided(book, row, place % REFUSALS_EVERY == 5, appealed)
            if appealed:
                yield _appeal(row.number, row.issued_on)


def _decided(book: Book, row: Penalty, refused: bool, appealed: bool) -> Iterator[Edit]:
    issued = row.issued_on or date.min
    points = row.points
    values: dict[str, Value] = {
        "delivery": Delivery.IN_PERSON,
        "received_on": issued,
        "decision": Decision.AGREED,
        "decided_points": points,
        "decided_by": texts.DECIDER,
        "decided_on": issued + timedelta(days=14),
        "payroll_month": str(Month.of(issued + timedelta(days=20))),
    }
    if refused:
        values |= {"refused": texts.YES, "witness_1": texts.WITNESSES[0], "witness_2": texts.WITNESSES[1]}
    if appealed:
        values |= {"decision": Decision.CHANGED, "decided_points": 1}
    for name, value in values.items():
        if getattr(row, name) is None:
            yield book.set(row, name, value)


def _appeal(number: str, issued: date) -> AppendRow:
    values: dict[str, Value] = {
        "penalty": number,
        "day": issued + timedelta(days=2),
        "reason": texts.APPEAL_REASON,
        "handler": texts.DECIDER,
        "conclusion": Conclusion.CHANGED,
        "told_on": issued + timedelta(days=9),
    }
    return AppendRow(
        Appeal.sheet.label, {Appeal.sheet.column(name).label: value for name, value in values.items()}
    )
