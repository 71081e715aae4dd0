"""The modules of the department's work beyond inspections; each is switched on in 参数 and brings its sheets."""

from collections.abc import Sequence
from enum import StrEnum


class Module(StrEnum):
    """A module as 参数.启用模块 names it."""

    TASKS = "任务跟踪"
    SEMINAR = "专题会"
    SERVICE = "投诉报修"
    SURVEY = "满意度"
    TRAINING = "培训"
    SUPPLIERS = "供应商"
    ACCEPTANCE = "交付验收"
    SAFETY = "安全设备"
    SPECIAL = "专项暗访"
    APPRAISAL = "评估考核"


ALL_MODULES = "全部"
"""What may stand in 参数.启用模块 in place of every name."""


def modules_named(names: Sequence[str]) -> tuple[frozenset[Module], list[str]]:
    """The modules that `names` switch on, and the names that are none."""
    known = {module.value: module for module in Module}
    if ALL_MODULES in names:
        return frozenset(Module), [name for name in names if name != ALL_MODULES and name not in known]
    return frozenset(known[name] for name in names if name in known), [n for n in names if n not in known]
