"""The department's rules over a book: each a short function whose docstring is the clause it enforces."""

from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.acceptance import ACCEPTANCE_RULES
from pinzhi_xl.rules.acceptance_defects import DEFECT_RULES
from pinzhi_xl.rules.appraisal import APPRAISAL_RULES
from pinzhi_xl.rules.assignments import ASSIGNMENT_RULES
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.rules.blanks import BLANK_RULES
from pinzhi_xl.rules.commendations import COMMENDATION_RULES
from pinzhi_xl.rules.complaint_reminders import COMPLAINT_REMINDERS
from pinzhi_xl.rules.complaints import COMPLAINT_RULES
from pinzhi_xl.rules.corrections import CORRECTION_RULES
from pinzhi_xl.rules.dangers import DANGER_RULES
from pinzhi_xl.rules.drills import DRILL_RULES
from pinzhi_xl.rules.equipment import EQUIPMENT_RULES
from pinzhi_xl.rules.failures import FAILURE_RULES
from pinzhi_xl.rules.findings import FINDING_RULES
from pinzhi_xl.rules.handover import HANDOVER_RULES
from pinzhi_xl.rules.improvement_plans import IMPROVEMENT_PLAN_RULES
from pinzhi_xl.rules.improvements import IMPROVEMENT_RULES
from pinzhi_xl.rules.inspections import INSPECTION_RULES
from pinzhi_xl.rules.locking import LOCKING_RULES
from pinzhi_xl.rules.penalties import PENALTY_RULES
from pinzhi_xl.rules.penalty_life import PENALTY_LIFE_RULES
from pinzhi_xl.rules.privacy import PRIVACY_RULES
from pinzhi_xl.rules.rectifications import RECTIFICATION_RULES
from pinzhi_xl.rules.repairs import REPAIR_RULES
from pinzhi_xl.rules.revisions import REVISION_RULES
from pinzhi_xl.rules.seminar import SEMINAR_RULES
from pinzhi_xl.rules.special import SPECIAL_RULES
from pinzhi_xl.rules.standards import STANDARD_RULES
from pinzhi_xl.rules.supplier_settlement import SETTLEMENT_RULES
from pinzhi_xl.rules.suppliers import SUPPLIER_RULES
from pinzhi_xl.rules.survey import SURVEY_RULES
from pinzhi_xl.rules.survey_answers import SURVEY_ANSWER_RULES
from pinzhi_xl.rules.training import TRAINING_RULES
from pinzhi_xl.rules.training_checks import TRAINING_CHECK_RULES
from pinzhi_xl.rules.training_records import TRAINING_RECORD_RULES
from pinzhi_xl.rules.unannounced import UNANNOUNCED_RULES

RULES: tuple[Rule, ...] = (
    *STANDARD_RULES,
    *INSPECTION_RULES,
    *FINDING_RULES,
    *BLANK_RULES,
    *HANDOVER_RULES,
    *RECTIFICATION_RULES,
    *LOCKING_RULES,
    *CORRECTION_RULES,
    *PENALTY_RULES,
    *PENALTY_LIFE_RULES,
    *TRAINING_RULES,
    *TRAINING_RECORD_RULES,
    *TRAINING_CHECK_RULES,
    *COMMENDATION_RULES,
    *SURVEY_RULES,
    *SURVEY_ANSWER_RULES,
    *IMPROVEMENT_RULES,
    *APPRAISAL_RULES,
    *DRILL_RULES,
    *DANGER_RULES,
    *EQUIPMENT_RULES,
    *FAILURE_RULES,
    *PRIVACY_RULES,
    *SPECIAL_RULES,
    *UNANNOUNCED_RULES,
    *ASSIGNMENT_RULES,
    *REVISION_RULES,
    *SEMINAR_RULES,
    *IMPROVEMENT_PLAN_RULES,
    *COMPLAINT_RULES,
    *COMPLAINT_REMINDERS,
    *REPAIR_RULES,
    *SUPPLIER_RULES,
    *SETTLEMENT_RULES,
    *ACCEPTANCE_RULES,
    *DEFECT_RULES,
)

__all__ = ["RULES", "Rule", "Scene", "check", "serves"]


def check(scene: Scene) -> list[Problem]:
    """Every problem of a book: those met while reading, then those of each rule, each once, in sheet order."""
    found = list(scene.book.problems)
    for rule in RULES:
        found += rule(scene)
    order = {label: index for index, label in enumerate(scene.book.layouts)}
    return sorted(dict.fromkeys(found), key=lambda p: (order.get(p.cell.sheet, 99), p.cell.row, p.cell.column))
