"""冲正 registered in a month: what of locked months was set right, beside the month's own figures (Z18)."""

from collections.abc import Iterable

from pinzhi_xl.month import Month
from pinzhi_xl.sheets.corrections import Correction
from pinzhi_xl.summary.figures import month_name, points, short_day
from pinzhi_xl.summary.rows import RowTexts
from pinzhi_xl.summary.source import Source
from pinzhi_xl.wording.closing import MORE


def correction_rows(source: Source, communities: Iterable[str], month: Month) -> list[RowTexts]:
    """The valid 冲正 of `communities` whose 登记日期 lies in the month, in sheet order; names masked."""
    wanted = set(communities)
    return [
        _row(source, row)
        for row in source.book.rows(Correction)
        if row.is_valid and row.community in wanted and row.day is not None and row.day in month
    ]


def _row(source: Source, row: Correction) -> RowTexts:
    difference = row.difference
    return {
        "number": row.number or "",
        "day": short_day(row.day),
        "month": month_name(row.of_month) if row.of_month is not None else row.month or "",
        "community": row.community or "",
        "department": row.department or "",
        "finding": row.finding or "",
        "difference": (MORE if difference is not None and difference > 0 else "") + points(difference),
        "reason": source.masked(row.reason),
        "approver": source.person(row.approver),
    }
