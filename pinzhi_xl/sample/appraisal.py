"""The sample year's targets (E09): what a company might promise itself."""

from decimal import Decimal

from pinzhi_xl.sample import texts
from pinzhi_xl.sample.cast import Cast, Contents
from pinzhi_xl.sheets.appraisal import Target


def rows(cast: Cast) -> Contents:
    """A target for each of the usual indicators."""
    return {
        Target: [
            {"year": cast.year, "indicator": name, "value": Decimal(value), "owner": owner, "measure": measure}
            for name, value, owner, measure in texts.TARGETS
        ]
    }
