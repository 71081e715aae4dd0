"""Every person that the sheets name, in 人员 or not."""

import re
from collections.abc import Sequence

from pinzhi_xl.kinds import SEPARATORS
from pinzhi_xl.schema import Holds
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets import SHEETS
from pinzhi_xl.sheets.followup import Penalty, Rectification
from pinzhi_xl.sheets.inspections import Finding, Inspection
from pinzhi_xl.sheets.organisation import Community, Person
from pinzhi_xl.wording.privacy import ARCHIVED

PEOPLE = re.compile(rf"{SEPARATORS.pattern}|[/／]")
"""Parts several people typed into one cell."""


def names_in(facts: Facts) -> Sequence[str]:
    """Every name of a person that stands anywhere in the sheets; what is archived is no name."""
    book = facts.book
    listed = {row.number: row.name for row in book.rows(Person) if row.number and row.name}
    typed: list[str | None] = [row.manager for row in book.rows(Community)]
    for visit in book.rows(Inspection):
        typed += [visit.inspector, visit.companion]
    for finding in book.rows(Finding):
        typed += [finding.owner, finding.red_line_by]
    for line in book.rows(Rectification):
        typed += [line.owner, line.reinspector, line.extended_by]
    for penalty in book.rows(Penalty):
        typed += [penalty.name, penalty.witness_1, penalty.witness_2, penalty.decided_by]
    for kind in SHEETS:
        fields = [col.identifier for col in kind.sheet.columns if col.holds in (Holds.NAME, Holds.EITHER)]
        typed += [getattr(row, field) for row in (book.rows(kind) if fields else ()) for field in fields]
    names = {part.strip() for text in typed if text for part in PEOPLE.split(text)}
    known = {*facts.departments, *facts.communities, *listed, ARCHIVED}
    return [
        *(name for name in listed.values() if name != ARCHIVED),
        *(name for name in sorted(names) if 2 <= len(name) <= 4 and name not in known),
    ]
