"""The sample month as contents of a new master: defaults plus people, visits and findings."""

import uuid
from collections.abc import Mapping, Sequence
from random import Random

from pinzhi_xl.model import Value
from pinzhi_xl.month import Month
from pinzhi_xl.sample import regulations, staff, texts
from pinzhi_xl.sample.findings import findings
from pinzhi_xl.sample.followup import rectification_rows
from pinzhi_xl.sample.planted import plant
from pinzhi_xl.sample.rows import Typist, offender_rows
from pinzhi_xl.sample.standards import standards_of
from pinzhi_xl.sample.visits import visits
from pinzhi_xl.schema import Row
from pinzhi_xl.sheets.followup import Rectification
from pinzhi_xl.sheets.inspections import Finding, Inspection, InspectionPlan, Offender
from pinzhi_xl.sheets.organisation import Community, CommunityDepartment, Person, PlaceName
from pinzhi_xl.sheets.settings import SettingRow
from pinzhi_xl.sheets.standards import Clause, StandardItem

_FAMILY = uuid.UUID("5b0a6f0e-6a0d-5c39-9d0a-2f6d7a1c8e14")


def sample_identity(month: Month) -> str:
    """The UUID of the sample master of a month: always the same."""
    return str(uuid.uuid5(_FAMILY, f"sample {month}"))


def sample_contents(
    month: Month,
    defaults: Mapping[type[Row], Sequence[Mapping[str, Value]]],
    *,
    wrong_row: bool = False,
) -> dict[type[Row], list[dict[str, Value]]]:
    """The default contents with the sample month added; the same for the same month, `defaults` untouched.

    With `wrong_row` the rows of `PLANTED` are wrong and nothing else differs.
    """
    rng = Random(f"pinzhi_xl sample {month}")
    standards = standards_of(month, defaults)
    people, inspectors = staff.staff()
    made = visits(month, standards, people, inspectors, rng)
    drafts = findings(made, standards, rng)
    typist = Typist(month, standards, people, rng)
    plans = typist.plan_rows(made)
    found = typist.finding_rows(drafts)
    contents = {kind: [dict(row) for row in rows] for kind, rows in defaults.items()}
    return contents | {
        SettingRow: _settings(defaults.get(SettingRow, ())),
        StandardItem: regulations.item_rows(defaults[StandardItem]),
        Clause: regulations.clause_rows(month),
        Community: staff.community_rows(people),
        CommunityDepartment: staff.department_rows(people),
        PlaceName: staff.place_rows(),
        InspectionPlan: list(plans.values()),
        Inspection: typist.inspection_rows(made, plans),
        Finding: plant(drafts, found) if wrong_row else found,
        Offender: offender_rows(drafts, found, people),
        Rectification: rectification_rows(month, drafts, found, inspectors[0]),
        Person: staff.person_rows(month, people, rng),
    }


def _settings(rows: Sequence[Mapping[str, Value]]) -> list[dict[str, Value]]:
    """The default settings with those of the sample; one that is missing is added."""
    made = [dict(row) for row in rows]
    for name, value in texts.SETTINGS.items():
        present = [row for row in made if row["name"] == name]
        for row in present:
            row["value"] = value
        if not present:
            made.append({"name": name, "value": value})
    return made
