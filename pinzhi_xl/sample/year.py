"""The sample year: twelve sample months in one master, and what each module adds to them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from pinzhi_xl.model import Value
from pinzhi_xl.month import Month
from pinzhi_xl.sample import special, staff, texts
from pinzhi_xl.sample.contents import sample_contents
from pinzhi_xl.sample.staff import Staff
from pinzhi_xl.sample.tables import profiles
from pinzhi_xl.schema import Row
from pinzhi_xl.sheets.followup import Rectification
from pinzhi_xl.sheets.inspections import Finding, Inspection, InspectionPlan, Offender
from pinzhi_xl.sheets.settings import SettingRow

Rows = Sequence[Mapping[str, Value]]
Contents = Mapping[type[Row], Rows]
"""Rows by sheet: field identifier → value, or text as people type it."""

FINDINGS_KEPT = 3
"""Of every so many findings of a sample month one is kept: a year has enough of them."""

_BY_MONTH: tuple[type[Row], ...] = (InspectionPlan, Inspection, Finding, Offender, Rectification)


@dataclass(frozen=True)
class Cast:
    """Whom and what the modules' samples may speak of; `core` are the rows of the twelve months."""

    year: int
    communities: Sequence[str]
    people: Staff
    inspectors: Sequence[str]
    core: Contents
    rng: Random

    def months(self) -> list[Month]:
        """January to December."""
        return [Month(self.year, number) for number in range(1, 13)]


MODULE_SAMPLES: tuple[Callable[[Cast], Contents], ...] = (special.rows,)
"""What each module adds to the sample year."""


def year_contents(year: int, defaults: Contents) -> dict[type[Row], list[dict[str, Value]]]:
    """The default contents with the sample year added; the same for the same year, `defaults` untouched."""
    months = [_thinned(sample_contents(Month(year, number), defaults)) for number in range(1, 13)]
    made = dict(months[0])
    for kind in _BY_MONTH:
        made[kind] = [row for month in months for row in month[kind]]
    people, inspectors = staff.staff()
    names = [profile.name for profile in profiles()]
    cast = Cast(year, names, people, inspectors, made, Random(f"pinzhi_xl sample {year}"))
    for add in MODULE_SAMPLES:
        for kind, rows in add(cast).items():
            made[kind] = [*made.get(kind, ()), *(dict(row) for row in rows)]
    made[SettingRow] = [
        {**row, "value": texts.ALL_MODULES} if row["name"] == texts.MODULES else row for row in made[SettingRow]
    ]
    return made


def _thinned(contents: dict[type[Row], list[dict[str, Value]]]) -> dict[type[Row], list[dict[str, Value]]]:
    """A month with fewer findings, and with what belongs to those that are left."""
    kept = contents[Finding][::FINDINGS_KEPT]
    numbers = {row.get("number") for row in kept}
    made = {**contents, Finding: kept}
    for kind in (Offender, Rectification):
        made[kind] = [row for row in contents[kind] if row.get("finding") in numbers]
    return made
