"""The department's indicators, each declared once with its formula (F05–F13, G13, practice.md §6)."""

from collections.abc import Mapping

from pinzhi_xl.indicators.assignments import ASSIGNMENT_INDICATORS
from pinzhi_xl.indicators.base import Counted, Indicator, Scope, Unit
from pinzhi_xl.indicators.core import CORE_INDICATORS
from pinzhi_xl.indicators.equipment import EQUIPMENT_INDICATORS
from pinzhi_xl.indicators.service import SERVICE_INDICATORS
from pinzhi_xl.indicators.special import SPECIAL_INDICATORS
from pinzhi_xl.indicators.suppliers import SUPPLIER_INDICATORS
from pinzhi_xl.indicators.survey import SURVEY_INDICATORS
from pinzhi_xl.indicators.training import TRAINING_INDICATORS

INDICATORS: tuple[Indicator, ...] = (
    *CORE_INDICATORS,  # those of inspections and rectifications
    *TRAINING_INDICATORS,
    *SURVEY_INDICATORS,
    *SPECIAL_INDICATORS,
    *ASSIGNMENT_INDICATORS,
    *SERVICE_INDICATORS,
    *EQUIPMENT_INDICATORS,
    *SUPPLIER_INDICATORS,
)
"""Every indicator, in the order of the sheet 指标."""

BY_NAME: Mapping[str, Indicator] = {indicator.name: indicator for indicator in INDICATORS}

__all__ = ["BY_NAME", "INDICATORS", "Counted", "Indicator", "Scope", "Unit"]
