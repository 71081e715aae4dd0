"""The sample's clauses, and the default items that recommend them."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from pinzhi_xl.model import Value
from pinzhi_xl.month import Month
from pinzhi_xl.sample import texts
from pinzhi_xl.sample.tables import listed, table


def clause_rows(month: Month) -> list[dict[str, Value]]:
    """Rows of 奖惩条款, in force since the first of the month before; consulted on and published earlier."""
    since = month.before.first
    dates: dict[str, Value] = {
        "regulation": texts.REGULATION,
        "edition": texts.EDITION.format(year=since.year),
        "consulted": _weekday(since - timedelta(days=90)),
        "published": _weekday(since - timedelta(days=45)),
        "since": since,
    }
    words = ("number", "short", "first", "again", "text")
    return [
        {**{name: row[name] for name in words}, "points": Decimal(row["points"]), **dates}
        for row in table("clauses")
    ]


def _weekday(day: date) -> date:
    """The day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def recommended() -> dict[str, str]:
    """Item code → number of the clause it recommends."""
    return {code: row["number"] for row in table("clauses") for code in listed(row["items"])}


def item_rows(rows: Sequence[Mapping[str, Value]]) -> list[dict[str, Value]]:
    """Copies of the default items, those concerned with 推荐奖惩条款."""
    clauses = recommended()
    return [dict(row) | ({"clause": clauses[str(row["code"])]} if row["code"] in clauses else {}) for row in rows]
