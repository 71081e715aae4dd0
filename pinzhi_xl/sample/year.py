"""The sample year: twelve sample months in one master, and what each module adds to them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from pinzhi_xl.model import Value
from pinzhi_xl.month import Month
from pinzhi_xl.sample import (
    acceptance,
    appraisal,
    assignments,
    commendations,
    posts,
    safety,
    seminar,
    service,
    special,
    staff,
    suppliers,
    survey,
    texts,
    training,
)
from pinzhi_xl.sample.cast import Cast, Contents
from pinzhi_xl.sample.contents import sample_contents
from pinzhi_xl.sample.tables import profiles
from pinzhi_xl.schema import Row
from pinzhi_xl.sheets.followup import Rectification
from pinzhi_xl.sheets.inspections import Finding, Inspection, InspectionPlan, Offender
from pinzhi_xl.sheets.settings import SettingRow

FINDINGS_KEPT = 3
"""Of every so many findings of a sample month one is kept: a year has enough of them."""

_BY_MONTH: tuple[type[Row], ...] = (InspectionPlan, Inspection, Finding, Offender, Rectification)


MODULE_SAMPLES: tuple[Callable[[Cast], Contents], ...] = (
    appraisal.rows,
    posts.rows,
    training.rows,
    commendations.rows,
    special.rows,
    assignments.rows,
    seminar.rows,
    service.rows,
    safety.rows,
    suppliers.rows,
    acceptance.rows,
    survey.rows,
)
"""What each module adds to the sample year."""


@dataclass(frozen=True)
class Year:
    """The sample year as it comes in: what a new master holds with January, what each later month adds to it
    (February first), and what the modules hold by the end of the year."""

    start: dict[type[Row], list[dict[str, Value]]]
    months: Sequence[Contents]
    modules: Contents


def sample_year(year: int, defaults: Contents) -> Year:
    """The sample year; the same for the same year, `defaults` untouched."""
    months = [_thinned(sample_contents(Month(year, number), defaults)) for number in range(1, 13)]
    later = [{kind: month[kind] for kind in _BY_MONTH} for month in months[1:]]
    core = {kind: [row for month in months for row in month[kind]] for kind in _BY_MONTH}
    people, inspectors = staff.staff()
    names = [profile.name for profile in profiles()]
    cast = Cast(year, names, people, inspectors, {**months[0], **core}, Random(f"pinzhi_xl sample {year}"))
    modules: dict[type[Row], list[dict[str, Value]]] = {}
    for add in MODULE_SAMPLES:
        for kind, rows in add(cast).items():
            modules.setdefault(kind, []).extend(dict(row) for row in rows)
    start = months[0]
    start[SettingRow] = [
        {**row, "value": texts.ALL_MODULES} if row["name"] == texts.MODULES else row for row in start[SettingRow]
    ]
    return Year(start, later, modules)


def _thinned(contents: dict[type[Row], list[dict[str, Value]]]) -> dict[type[Row], list[dict[str, Value]]]:
    """A month with fewer findings, and with what belongs to those that are left."""
    kept = contents[Finding][::FINDINGS_KEPT]
    numbers = {row.get("number") for row in kept}
    made = {**contents, Finding: kept}
    for kind in (Offender, Rectification):
        made[kind] = [row for row in contents[kind] if row.get("finding") in numbers]
    return made
