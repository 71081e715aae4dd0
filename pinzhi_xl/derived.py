"""The computed columns of the modules' sheets: a list of short functions, each for one sheet."""

from datetime import date

from pinzhi_xl.deriving import Derivation
from pinzhi_xl.improvements import survey_edits
from pinzhi_xl.model import SetCell
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.training import training_edits

DERIVATIONS: tuple[Derivation, ...] = (
    training_edits,  # 培训计划, 培训记录
    survey_edits,  # 满意度调查, 满意度汇总, 满意度改进
)


def derived_edits(facts: Facts, as_of: date) -> list[SetCell]:
    """Every computed cell of the modules' sheets that does not hold yet what it should on the day of action."""
    return [edit for derive in DERIVATIONS for edit in derive(facts, as_of)]
