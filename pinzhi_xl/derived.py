"""The computed columns of the modules' sheets: a list of short functions, each for one sheet."""

from datetime import date

from pinzhi_xl.acceptance import acceptance_edits
from pinzhi_xl.deriving import Derivation
from pinzhi_xl.model import SetCell
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.supplier_columns import supplier_edits
from pinzhi_xl.training import training_edits

DERIVATIONS: tuple[Derivation, ...] = (
    training_edits,  # 培训计划, 培训记录
    supplier_edits,  # 供应商考核
    acceptance_edits,  # 交付资料, 交付验收, 设计评审
)


def derived_edits(facts: Facts, as_of: date) -> list[SetCell]:
    """Every computed cell of the modules' sheets that does not hold yet what it should on the day of action."""
    return [edit for derive in DERIVATIONS for edit in derive(facts, as_of)]
