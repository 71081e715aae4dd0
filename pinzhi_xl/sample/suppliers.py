"""The sample year of suppliers: whoever the sample hands a department to is reviewed every month."""

from decimal import Decimal

from pinzhi_xl.model import Value
from pinzhi_xl.month import Month
from pinzhi_xl.sample.cast import Cast, Contents
from pinzhi_xl.sample.tables import table
from pinzhi_xl.sheets.supplier_terms import ReviewState, Service
from pinzhi_xl.sheets.suppliers import SupplierReview


def rows(cast: Cast) -> Contents:
    """供应商考核 of every department that a supplier runs; the last month waits for the supplier's signature."""
    return {
        SupplierReview: [
            _review(Month(cast.year, int(line["month"])), own["community"], own["supplier"], line)
            for own in table("departments")
            if own["supplier"] and own["community"] in cast.communities
            for line in table("supplier_reviews")
        ]
    }


def _review(month: Month, community: str, supplier: str, line: dict[str, str]) -> dict[str, Value]:
    typed: dict[str, Value] = {
        name: Decimal(text) if text.isdigit() else text for name, text in line.items() if text not in ("", "0")
    }
    signed = bool(line["signed_by"])
    return typed | {
        "month": str(month),
        "supplier": supplier,
        "community": community,
        "service": Service.CLEANING,
        "contract": line["contract"].format(year=month.year),
        "signed_on": month.last if signed else None,
        "state": ReviewState.CONFIRMED if signed else ReviewState.DRAFT,
    }
