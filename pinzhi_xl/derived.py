"""The computed columns of the modules' sheets: a list of short functions, each for one sheet."""

from datetime import date

from pinzhi_xl.assignments import derive_assignments
from pinzhi_xl.deriving import Derivation
from pinzhi_xl.model import SetCell
from pinzhi_xl.revisions import derive_revisions
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.seminar import derive_meetings, derive_plans, derive_resolutions

DERIVATIONS: tuple[Derivation, ...] = (
    derive_assignments,
    derive_revisions,
    derive_meetings,
    derive_resolutions,
    derive_plans,
)


def derived_edits(facts: Facts, as_of: date) -> list[SetCell]:
    """Every computed cell of the modules' sheets that does not hold yet what it should on the day of action."""
    return [edit for derive in DERIVATIONS for edit in derive(facts, as_of)]
