"""What a new master holds at first: departments, the inspection standards, settings and holidays.

Communities, people, places and clauses are the user's own; sample ones come from another module.
"""

import csv
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from importlib.resources import files

from pinzhi_xl.kinds import Parsed
from pinzhi_xl.model import Value
from pinzhi_xl.schema import Row
from pinzhi_xl.sheets.acceptance import DeliveryDocument
from pinzhi_xl.sheets.organisation import Department
from pinzhi_xl.sheets.payroll import DeductionRule
from pinzhi_xl.sheets.settings import DEFAULT_SETTINGS, SETTING_COLUMNS, SettingRow
from pinzhi_xl.sheets.special import SpecialItem
from pinzhi_xl.sheets.standards import Holiday, StandardItem
from pinzhi_xl.sheets.suppliers import SupplierStandard
from pinzhi_xl.sheets.terms import DayKind, Frequency
from pinzhi_xl.suppliers.standard import default_rows
from pinzhi_xl.wording import master as words

HOLIDAY_YEARS = (2014, *range(2018, 2027))
"""The year of the worked example, and those whose notices are known."""

Rows = list[dict[str, Value]]


def default_contents() -> dict[type[Row], Rows]:
    """The rows of a new master by sheet; see the module."""
    return {
        Department: _departments(),
        StandardItem: _standard_items(),
        SettingRow: _settings(),
        Holiday: _holidays(),
        DeductionRule: _deduction_rules(),
        SpecialItem: _special_items(),
        SupplierStandard: _supplier_standard(),
        DeliveryDocument: [
            {"name": row["name"], "kind": row["kind"]} for row in data_rows("delivery_documents.tsv")
        ],
    }


def data_rows(name: str) -> list[dict[str, str]]:
    """The rows of a tab-separated file of the package's data folder, by its heading."""
    text = (files("pinzhi_xl") / "data" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def _departments() -> Rows:
    return [
        {"name": row["name"], "aliases": row["aliases"] or None, "weight": Decimal(row["weight"])}
        for row in data_rows("departments.tsv")
    ]


def _standard_items() -> Rows:
    """All items; those of the library end on the day they begin, so they never count until that is cleared."""
    return [_standard_item(row) for row in data_rows("standard_items.tsv")]


def _standard_item(row: Mapping[str, str]) -> dict[str, Value]:
    texts = ("code", "department", "item", "short", "method", "shifts", "severity", "red_line", "target")
    item: dict[str, Value] = {name: row[name] or None for name in texts}
    item["points"] = Decimal(row["points"])
    item["deduction"] = Decimal(row["deduction"])
    item["days"] = int(row["days"])
    item["frequency"] = str(Frequency.EACH_TIME)
    item["edition"] = words.EDITION
    for name in ("since", "until"):
        item[name] = date.fromisoformat(row[name]) if row[name] else None
    return item


def _deduction_rules() -> Rows:
    """What regions say of deductions, unchecked: each serves only once 行政部 has checked it (law.md §1.1)."""
    texts, figures = ("region", "act", "forbids", "in_writing", "once", "basis"), ("ratio", "floor")
    found: Rows = []
    for row in data_rows("deduction_rules.tsv"):
        found.append({name: row[name] or None for name in texts})
        found[-1].update({name: Decimal(row[name]) for name in figures if row[name]})
    return found


def _special_items() -> Rows:
    """What special inspections look at: flood, heating and building sites (A16, A17, G04, practice.md §9)."""
    found: Rows = []
    for row in data_rows("special_items.tsv"):
        made: dict[str, Value] = {name: row[name] or None for name in row}
        found.append({**made, "number": int(row["number"]), "needed": Decimal(row["needed"] or 0) or None})
    return found


def _supplier_standard() -> Rows:
    fields = [col.identifier for col in SupplierStandard.sheet.columns]
    return [{name: getattr(row, name) for name in fields} for row in default_rows()]


def _settings() -> Rows:
    return [
        {"name": col.label, "value": as_typed(getattr(DEFAULT_SETTINGS, col.identifier)), "meaning": col.meaning}
        for col in SETTING_COLUMNS
    ]


def as_typed(value: Parsed) -> str | None:
    """A setting as a person would type it; None for a blank one."""
    if isinstance(value, bool):
        return words.YES if value else words.NO
    if isinstance(value, tuple):
        return words.LIST_SEPARATOR.join(value) or None
    if isinstance(value, Decimal):
        return f"{value:f}"
    return None if value is None else str(value) or None


def _holidays() -> Rows:
    from chinese_calendar.constants import holidays, workdays  # slow to import, and nothing else wants it

    days = {day: (DayKind.OFF, name) for day, name in holidays.items()}
    days |= {day: (DayKind.WORKING, name) for day, name in workdays.items()}
    return [
        {
            "day": day,
            "kind": str(kind),
            "name": words.HOLIDAY_NAMES[name],
            "source": _source(day, words.HOLIDAY_NAMES[name]),
        }
        for day, (kind, name) in sorted(days.items())
        if day.year in HOLIDAY_YEARS
    ]


def _source(day: date, name: str) -> str:
    """The State Council's notice; the turn of the year belongs to the coming year's."""
    if day.year == 2019 and name == words.HOLIDAY_NAMES["Labour Day"]:
        return words.HOLIDAY_SOURCE_2019_MAY
    if date(2020, 1, 31) <= day <= date(2020, 2, 2):
        return words.HOLIDAY_SOURCE_2020_SPRING
    return words.HOLIDAY_SOURCE.format(year=day.year + (day.month == 12))
