"""What a month of safety and equipment is told from: the rows of communities, as they stand on one day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pinzhi_xl.month import Month
from pinzhi_xl.safety import dangers
from pinzhi_xl.safety.equipment import days_valid, is_stopped, is_there
from pinzhi_xl.safety.upkeep import done_by, equipment_by_code
from pinzhi_xl.sheets.dangers import Danger, DangerState
from pinzhi_xl.sheets.drills import Drill
from pinzhi_xl.sheets.equipment import Equipment, EquipmentKind, Failure, Upkeep
from pinzhi_xl.summary.source import Source


@dataclass(frozen=True)
class SafetyMonth:
    """What a month's report is made from; all stands as on `day`, the month's last or that of the report."""

    source: Source
    month: Month
    communities: Sequence[str]

    @property
    def day(self) -> date:
        """The day up to which the report tells."""
        return min(self.month.last, self.source.as_of)

    @property
    def is_kept(self) -> bool:
        """True when the communities have any row of the module's sheets by the day."""
        return bool(self.equipment or self.dangers or self.drills or self.of_year)

    @cached_property
    def register(self) -> dict[str, Equipment]:
        """设备编号 → its line, of the communities."""
        found = equipment_by_code(self.source.book)
        return {code: row for code, row in found.items() if row.community in self.communities}

    @cached_property
    def equipment(self) -> list[Equipment]:
        """What is there on the day."""
        return [row for row in self.register.values() if is_there(row, self.day)]

    @cached_property
    def failures(self) -> list[Failure]:
        """The failures of the month."""
        rows = [row for row in self.source.book.rows(Failure) if row.equipment in self.register]
        return sorted(
            (row for row in rows if self.holds(row.failed_on)), key=lambda row: (str(row.failed_on), row.row)
        )

    @cached_property
    def certificates(self) -> list[Equipment]:
        """Equipment in use whose certificate has expired or soon will; lifts without one; the earliest first."""
        limit = self.source.facts.settings.certificate_days
        found = []
        for row in self.equipment:
            days = days_valid(row, self.day)
            lacking = days is None and row.kind is EquipmentKind.LIFT
            if not is_stopped(row, self.day) and (lacking or (days is not None and days <= limit)):
                found.append(row)
        return sorted(found, key=lambda row: (row.valid_until or date.min, row.row))

    @cached_property
    def upkeep(self) -> list[Upkeep]:
        """The maintenance planned for the month up to the day."""
        rows = [row for row in self.source.book.rows(Upkeep) if row.equipment in self.register]
        return [row for row in rows if self.holds(row.planned_on)]

    @cached_property
    def late(self) -> list[Upkeep]:
        """Maintenance of this month and of months before that was not done by the day, the oldest first."""
        rows = (row for row in self.source.book.rows(Upkeep) if row.equipment in self.register)
        late = [
            row for row in rows if row.planned_on and row.planned_on <= self.day and not done_by(row, self.day)
        ]
        return sorted(late, key=lambda row: (str(row.planned_on), row.row))

    @cached_property
    def dangers(self) -> list[Danger]:
        """Those found in the month, open, or removed in the month; 重大 first."""
        rows = [
            row
            for row in self.source.book.rows(Danger)
            if row.community in self.communities
            and row.found_on is not None
            and row.found_on <= self.day
            and (self.is_open(row) or self.holds(row.found_on) or self.holds(row.reviewed_on))
        ]
        return dangers.most_urgent_first(rows, self.day)

    @cached_property
    def of_year(self) -> list[Drill]:
        """The communities' drills of the year up to the day and planned for later in it."""
        rows = (row for row in self.source.book.rows(Drill) if row.community in self.communities)
        return [row for row in rows if row.planned_on and row.planned_on.year == self.day.year]

    @cached_property
    def drills(self) -> list[Drill]:
        """The drills held in the month or planned for it."""
        rows = (row for row in self.source.book.rows(Drill) if row.community in self.communities)
        found = [
            row for row in rows if (row.planned_on and row.planned_on in self.month) or self.holds(row.held_on)
        ]
        return sorted(found, key=lambda row: (str(row.held_on or row.planned_on), row.row))

    def holds(self, day: date | None) -> bool:
        """True for a day of the month up to the day."""
        return day is not None and self.month.first <= day <= self.day

    def is_open(self, row: Danger) -> bool:
        """True while a hidden danger is not removed."""
        return dangers.state_on(row, self.day) is not DangerState.CLOSED
