"""The computed columns of the modules' sheets: a list of short functions, each for one sheet."""

from datetime import date

from pinzhi_xl.acceptance import acceptance_edits
from pinzhi_xl.assignments import derive_assignments
from pinzhi_xl.deriving import Derivation
from pinzhi_xl.improvements import survey_edits
from pinzhi_xl.model import SetCell
from pinzhi_xl.revisions import derive_revisions
from pinzhi_xl.safety import derive_dangers, derive_drills, derive_equipment, derive_failures, derive_upkeep
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.seminar import derive_meetings, derive_plans, derive_resolutions
from pinzhi_xl.service.deriving import derive_complaints, derive_repairs
from pinzhi_xl.special.results import special_edits
from pinzhi_xl.supplier_columns import supplier_edits
from pinzhi_xl.training import training_edits

DERIVATIONS: tuple[Derivation, ...] = (
    training_edits,  # 培训计划, 培训记录
    survey_edits,  # 满意度调查, 满意度汇总, 满意度改进
    special_edits,  # 专项检查
    derive_assignments,  # 任务跟踪
    derive_revisions,  # 流程修订
    derive_meetings,  # 专题会, 专题会议题
    derive_resolutions,  # 专题会决议
    derive_plans,  # 整改计划
    derive_complaints,  # 投诉台账
    derive_repairs,  # 报修工单
    derive_drills,  # 应急演练
    derive_dangers,  # 演练隐患
    derive_equipment,  # 设备
    derive_upkeep,  # 设备保养
    derive_failures,  # 设备故障
    supplier_edits,  # 供应商考核
    acceptance_edits,  # 交付资料, 交付验收, 设计评审
)


def derived_edits(facts: Facts, as_of: date) -> list[SetCell]:
    """Every computed cell of the modules' sheets that does not hold yet what it should on the day of action."""
    return [edit for derive in DERIVATIONS for edit in derive(facts, as_of)]
