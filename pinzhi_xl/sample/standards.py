"""What the sample must know of the default contents: items in force, department weights, days off."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pinzhi_xl.kinds import Kind, Raw, Reading, parse
from pinzhi_xl.model import Link, Value
from pinzhi_xl.month import Month
from pinzhi_xl.sample.tables import listed, phrases
from pinzhi_xl.schema import Row
from pinzhi_xl.sheets.organisation import Department
from pinzhi_xl.sheets.standards import Holiday, StandardItem
from pinzhi_xl.sheets.terms import DayKind, Frequency, Method, Severity

Contents = Mapping[type[Row], Sequence[Mapping[str, Value]]]


@dataclass(frozen=True)
class Item:
    """One item as the sample needs it."""

    code: str
    department: str
    points: Decimal
    deduction: Decimal
    seen: bool
    major: bool
    at_once: bool
    monthly: bool


@dataclass(frozen=True)
class Standards:
    """Items that have phrases, by code; by department an alias (perhaps blank) and its `share`.

    The share is how many points a community's day score loses per point deducted in the department.
    """

    items: Mapping[str, Item]
    aliases: Mapping[str, str]
    share: Mapping[str, Decimal]
    days_off: Mapping[date, str]

    def department(self, code: str) -> str:
        """The department an item belongs to."""
        return self.items[code].department


def standards_of(month: Month, contents: Contents) -> Standards:
    """What the default contents say for a month."""
    rows = [row for row in contents[StandardItem] if _in_force(row, month)]
    totals: dict[str, Decimal] = {}
    for row in rows:
        name = str(row["department"])
        totals[name] = totals.get(name, Decimal()) + _number(row["points"])
    weights = {str(row["name"]): _number(row["weight"]) for row in contents[Department]}
    whole = sum(weights.values(), Decimal())
    return Standards(
        {str(row["code"]): _item(row) for row in rows if row["code"] in phrases()},
        {str(row["name"]): (*listed(str(row.get("aliases") or "")), "")[0] for row in contents[Department]},
        {name: 100 * weights[name] / whole / total for name, total in totals.items()},
        _days_off(contents.get(Holiday, ())),
    )


def _item(row: Mapping[str, Value]) -> Item:
    return Item(
        str(row["code"]),
        str(row["department"]),
        _number(row["points"]),
        _number(row["deduction"]),
        row.get("method") == Method.OBSERVE,
        row.get("severity") in (Severity.MAJOR, Severity.SERIOUS),
        str(row.get("days")) == "0",
        row.get("frequency") == Frequency.MONTHLY,
    )


def _in_force(row: Mapping[str, Value], month: Month) -> bool:
    since, until = as_day(row.get("since")), as_day(row.get("until"))
    return (since is None or since <= month.first) and (until is None or until > month.last)


def _days_off(rows: Sequence[Mapping[str, Value]]) -> dict[date, str]:
    days = ((as_day(row["day"]), str(row.get("name") or "")) for row in rows if row["kind"] == DayKind.OFF)
    return {day: name for day, name in days if day}


def as_day(value: Value) -> date | None:
    """A date as typed; None when blank or no date."""
    found = None if isinstance(value, Link | None) or value == "" else parse(Kind.DATE, _raw(value), Reading())
    return found if isinstance(found, date) else None


def _number(value: Value) -> Decimal:
    found = parse(Kind.POINTS, _raw(value), Reading())
    return found if isinstance(found, Decimal) else Decimal()


def _raw(value: Value) -> Raw:
    return str(value) if isinstance(value, Decimal | Link) else value
