"""The workbook, declared once: every sheet of the master in the order of its tabs."""

from pinzhi_xl.schema import Row
from pinzhi_xl.sheets.acceptance import (
    AcceptanceDefect,
    AcceptanceTest,
    DeliveryDocument,
    DeliveryPlan,
    DesignReview,
)
from pinzhi_xl.sheets.appraisal import IndicatorValue, MonthlyReview, Target
from pinzhi_xl.sheets.assignments import Assignment
from pinzhi_xl.sheets.carried import Carried
from pinzhi_xl.sheets.commendations import Commendation
from pinzhi_xl.sheets.complaints import Complaint
from pinzhi_xl.sheets.corrections import Correction
from pinzhi_xl.sheets.dangers import Danger
from pinzhi_xl.sheets.drills import Drill, SafetyRegulation
from pinzhi_xl.sheets.duty import DutyReview, PostSignature
from pinzhi_xl.sheets.entry_form import EntryLine
from pinzhi_xl.sheets.equipment import Equipment, Failure, Upkeep
from pinzhi_xl.sheets.followup import Appeal, BlankNotice, Penalty, Rectification
from pinzhi_xl.sheets.inspections import Finding, Inspection, InspectionPlan, Offender
from pinzhi_xl.sheets.mystery import MysteryTouch
from pinzhi_xl.sheets.organisation import Community, CommunityDepartment, Department, Person, PlaceName
from pinzhi_xl.sheets.payroll import DeductionCap, DeductionRule
from pinzhi_xl.sheets.repairs import RepairOrder
from pinzhi_xl.sheets.results import CheckResult, IssuedPaper, RunLog, ScoreRow
from pinzhi_xl.sheets.revisions import Revision
from pinzhi_xl.sheets.seminar import AgendaItem, ImprovementPlan, Resolution, Seminar
from pinzhi_xl.sheets.settings import SettingRow
from pinzhi_xl.sheets.special import KeyPatrol, SpecialItem, SpecialResult
from pinzhi_xl.sheets.spot import SpotDraw
from pinzhi_xl.sheets.standards import Clause, Holiday, StandardItem
from pinzhi_xl.sheets.suppliers import SupplierReview, SupplierStandard
from pinzhi_xl.sheets.survey import Improvement, Survey, SurveyAnswer, SurveyTally
from pinzhi_xl.sheets.training import TrainingCheck, TrainingPlan, TrainingRecord

SHEETS: tuple[type[Row], ...] = (
    InspectionPlan,
    Inspection,
    Finding,
    Offender,
    Rectification,
    Penalty,
    ScoreRow,
    CheckResult,
    Appeal,
    Correction,
    BlankNotice,
    DutyReview,
    PostSignature,
    Assignment,
    Revision,
    Seminar,
    AgendaItem,
    Resolution,
    ImprovementPlan,
    TrainingPlan,
    TrainingRecord,
    TrainingCheck,
    Commendation,
    Survey,
    SurveyAnswer,
    SurveyTally,
    Improvement,
    MonthlyReview,
    IndicatorValue,
    Target,
    Complaint,
    RepairOrder,
    Drill,
    Danger,
    Equipment,
    Upkeep,
    Failure,
    SafetyRegulation,
    SupplierReview,
    SupplierStandard,
    DeliveryPlan,
    DeliveryDocument,
    AcceptanceTest,
    AcceptanceDefect,
    DesignReview,
    SettingRow,
    Community,
    Department,
    CommunityDepartment,
    PlaceName,
    Person,
    StandardItem,
    Clause,
    DeductionRule,
    DeductionCap,
    Holiday,
    Carried,
    SpecialItem,
    SpecialResult,
    KeyPatrol,
    SpotDraw,
    MysteryTouch,
    IssuedPaper,
    RunLog,
)

FORMS: tuple[type[Row], ...] = (EntryLine,)
"""Sheets that are filled, taken over and emptied: no data yet, and an older master may lack them."""

LATER: tuple[type[Row], ...] = (Correction, DeductionRule, DeductionCap)
"""Sheets declared after masters were in use: a master may lack them, which is no error."""

GUIDE = "使用说明"
"""Sheet of the first steps: text, no table."""

DASHBOARD = "看板"
"""Sheet of charts and key figures: formulas, no table."""

DICTIONARY = "字典"
"""Hidden sheet with the lists behind the dropdowns."""

MASTER_PROPERTY = "pinzhi_xl.master"
"""Custom document property that holds the master's own UUID: only a workbook with it is a master."""

TEMPLATE_IDENTITY = "00000000-0000-0000-0000-000000000000"
"""UUID of the blank master that travels with the program: nothing is issued from it."""
