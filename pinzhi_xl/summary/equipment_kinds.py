"""Equipment by kind: how much there is, how much works, how it is maintained."""

from collections.abc import Sequence
from datetime import date

from pinzhi_xl.safety.equipment import is_stopped, units_failed, units_intact
from pinzhi_xl.safety.failures import failures_of
from pinzhi_xl.safety.upkeep import done_by
from pinzhi_xl.sheets.equipment import Equipment, EquipmentKind, Failure, Upkeep
from pinzhi_xl.summary.figures import share
from pinzhi_xl.summary.rows import RowTexts
from pinzhi_xl.summary.source import Source


def kind_rows(
    source: Source,
    equipment: Sequence[Equipment],
    upkeep: Sequence[Upkeep],
    failures: Sequence[Failure],
    day: date,
) -> list[RowTexts]:
    """A row for every kind of equipment there is; `upkeep` and `failures` are those of the month."""
    standing = failures_of(source.book)
    found = []
    for kind in EquipmentKind:
        rows = [row for row in equipment if row.kind is kind]
        if not rows:
            continue
        codes = {row.code for row in rows}
        planned = [row for row in upkeep if row.equipment in codes]
        done = sum(done_by(row, day) for row in planned)
        units = sum(row.count for row in rows)
        intact = sum(units_intact(row, standing.get(row.code or "", ()), day) for row in rows)
        stopped = [row for row in rows if is_stopped(row, day)]
        failed = sum(
            units_failed(row, standing.get(row.code or "", ()), day) for row in rows if row not in stopped
        )
        found.append(
            {
                "name": str(kind),
                "units": str(units),
                "intact": str(intact),
                "failed": str(failed),
                "stopped": str(sum(row.count for row in stopped)),
                "share": share(intact, units),
                "failures": str(sum(row.count for row in failures if row.equipment in codes)),
                "planned": str(len(planned)),
                "done": str(done),
                "executed": share(done, len(planned)),
            }
        )
    return found
