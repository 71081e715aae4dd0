"""The computed columns of the modules' sheets: a list of short functions, each for one sheet."""

from datetime import date

from pinzhi_xl.deriving import Derivation
from pinzhi_xl.model import SetCell
from pinzhi_xl.safety import derive_dangers, derive_drills, derive_equipment, derive_failures, derive_upkeep
from pinzhi_xl.scoring.facts import Facts

DERIVATIONS: tuple[Derivation, ...] = (
    derive_drills,
    derive_dangers,
    derive_equipment,
    derive_upkeep,
    derive_failures,
)


def derived_edits(facts: Facts, as_of: date) -> list[SetCell]:
    """Every computed cell of the modules' sheets that does not hold yet what it should on the day of action."""
    return [edit for derive in DERIVATIONS for edit in derive(facts, as_of)]
