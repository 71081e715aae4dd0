"""The appraisal of departments, communities and the year: parts, weights, targets (practice.md §1.2, §5, §6)."""

from pinzhi_xl.appraisal.figures import Measured, measured
from pinzhi_xl.appraisal.review import Reviewed, review_month
from pinzhi_xl.appraisal.targets import drafted_targets, target_of

__all__ = ["Measured", "Reviewed", "drafted_targets", "measured", "review_month", "target_of"]
