"""The computed cells of 整改跟踪: numbers and day of issue from the register, 状态 and 逾期天数 as of a day."""

from collections.abc import Container, Iterator
from dataclasses import replace
from datetime import date

from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.rectification.issued import Shelf
from pinzhi_xl.rectification.state import overdue_days, state_on
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.followup import Rectification
from pinzhi_xl.sheets.inspections import Finding, Inspection
from pinzhi_xl.sheets.terms import RectificationState


class Marker:
    """Marks rows as of a day; whatever was typed into the computed cells gives way."""

    def __init__(self, facts: Facts, as_of: date, shelf: Shelf) -> None:
        self.book = facts.book
        self.as_of = as_of
        self.shelf = shelf
        void_visits = {row.number for row in self.book.rows(Inspection) if not row.is_valid}
        self._void = {
            row.number
            for row in self.book.rows(Finding)
            if not row.is_valid or (row.inspection is not None and row.inspection in void_visits)
        }

    def marked(self, row: Rectification) -> Rectification:
        """The row as the register knows it; without a number it has no state yet."""
        notices = self.shelf.of(row.finding)
        row = replace(
            row,
            number=LIST_MARK.join(notice.number for notice in notices) or None,
            issued_on=notices[0].issued_on if notices else None,
            state=None,
            overdue_days=None,
        )
        if not notices:
            return row
        if row.finding in self._void or all(notice.void for notice in notices):
            return replace(row, state=RectificationState.VOID.value)
        return self.with_state(row)

    def with_state(self, row: Rectification) -> Rectification:
        """The row with 状态 and 逾期天数."""
        days = overdue_days(row, self.as_of)
        return replace(row, state=state_on(row, self.as_of).value, overdue_days=days or None)

    def changed(self, but: Container[str | None]) -> Iterator[Rectification]:
        """Numbered rows of all months whose computed cells no longer hold, but for some findings."""
        for present in self.book.rows(Rectification):
            if present.finding not in but:
                row = self.marked(present)
                if row.number and row != present:
                    yield row
