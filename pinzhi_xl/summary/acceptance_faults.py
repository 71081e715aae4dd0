"""What is wrong in the sheets of acceptance, and whose paper it keeps back."""

from pinzhi_xl.problem import Problem
from pinzhi_xl.rules import Scene
from pinzhi_xl.rules.acceptance import ACCEPTANCE_RULES
from pinzhi_xl.rules.acceptance_defects import DEFECT_RULES
from pinzhi_xl.sheets.acceptance import (
    AcceptanceDefect,
    AcceptanceTest,
    DeliveryDocument,
    DeliveryPlan,
    DesignReview,
)
from pinzhi_xl.summary.source import Source

ACCEPTANCE_SHEETS = (DeliveryPlan, DeliveryDocument, AcceptanceTest, AcceptanceDefect, DesignReview)


def wrong_rows(source: Source) -> list[Problem]:
    """The errors of the module's sheets."""
    labels = {kind.sheet.label for kind in ACCEPTANCE_SHEETS}
    scene = Scene(source.facts, source.as_of)
    found = [*source.book.problems, *(p for rule in (*ACCEPTANCE_RULES, *DEFECT_RULES) for p in rule(scene))]
    return [problem for problem in found if problem.is_error and problem.cell.sheet in labels]


def community_at(source: Source, problem: Problem) -> str | None:
    """The community of a wrong row; None when it cannot be told, which means all."""
    for kind in ACCEPTANCE_SHEETS:
        for row in source.book.rows(kind) if kind.sheet.label == problem.cell.sheet else ():
            if row.row == problem.cell.row:
                found: str | None = getattr(row, "community", None)
                return found
    return None
