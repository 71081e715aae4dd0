"""The papers that are no reports, and the requirement ids they serve."""

from collections.abc import Mapping

from pinzhi_xl.wording import documents as words
from pinzhi_xl.wording import handover as handover_words
from pinzhi_xl.wording import planning as planning_words
from pinzhi_xl.wording import rectification as rectification_words

PAPERS_SERVE: Mapping[str, tuple[str, ...]] = {
    words.PENALTY_NOTICE: ("Z08", "Z09", "Z11", "Z59", "A06", "H05"),
    planning_words.CHECKLIST: ("Z02", "Z04", "Z08", "B11", "B12"),
    planning_words.POST_SIGNATURES: ("Z60",),
    handover_words.SUMMARY: ("Z07", "Z11", "Z16"),
    handover_words.ASSESSMENT: ("Z06", "Z07", "A19", "J09"),
    rectification_words.NOTICE: ("Z15", "A14", "E07", "G06", "H16"),
}
"""Name of the paper → ids."""
