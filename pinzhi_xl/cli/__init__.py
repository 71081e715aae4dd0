"""The verbs: arguments → one task call → words for the user. Each returns its exit code.

Imported in the order in which the help lists them (contract §2), those of the modules before the upkeep.
"""

from pinzhi_xl.cli import masters, week, figures, papers, register, handover, closing  # isort: skip
from pinzhi_xl.cli import review, special, seminar, survey, modules, upkeep  # isort: skip
from pinzhi_xl.cli.options import pinzhi

__all__ = [
    "closing",
    "figures",
    "handover",
    "masters",
    "modules",
    "papers",
    "pinzhi",
    "register",
    "review",
    "seminar",
    "special",
    "survey",
    "upkeep",
    "week",
]
