"""How a hidden danger stands on a day (G12); its deadline is natural time and never moved for holidays."""

from collections.abc import Iterable, Iterator
from datetime import date

from pinzhi_xl.completion import known_done
from pinzhi_xl.deriving import changes
from pinzhi_xl.model import SetCell
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.dangers import Danger, DangerLevel, DangerState, DangerVerdict

_WEIGHT = {DangerLevel.SERIOUS: 0, DangerLevel.MAJOR: 1, DangerLevel.MINOR: 2, None: 3}
_LAST = date.max


def verdict_by(row: Danger, as_of: date) -> DangerVerdict | None:
    """结论 as known on a day; None without the day of the second look."""
    return row.verdict if row.reviewed_on is not None and row.reviewed_on <= as_of else None


def done_by(row: Danger, as_of: date) -> date | None:
    """完成日期 as known on a day; after 未消除 only one later than that second look counts."""
    sent_back = verdict_by(row, as_of) is DangerVerdict.REMAINS
    return known_done(row.done_on, as_of, sent_back=sent_back, looked_on=row.reviewed_on)


def state_on(row: Danger, as_of: date) -> DangerState:
    """状态 on a day."""
    verdict = verdict_by(row, as_of)
    if done_by(row, as_of) is not None:
        return DangerState.CLOSED if verdict is DangerVerdict.REMOVED else DangerState.TO_REVIEW
    if row.due_on is not None and row.due_on < as_of:
        return DangerState.OVERDUE
    return DangerState.REMAINS if verdict is DangerVerdict.REMAINS else DangerState.OPEN


def overdue_days(row: Danger, as_of: date) -> int:
    """Natural days after the deadline, up to completion or to `as_of`; 0 in time."""
    if row.due_on is None:
        return 0
    return max(0, ((done_by(row, as_of) or as_of) - row.due_on).days)


def most_urgent_first(rows: Iterable[Danger], as_of: date) -> list[Danger]:
    """重大 first, then 较大; within a level what is open before what is closed, the longest overdue first."""
    return sorted(
        rows,
        key=lambda row: (
            _WEIGHT[row.level],
            state_on(row, as_of) is DangerState.CLOSED,
            -overdue_days(row, as_of),
            row.due_on or _LAST,
            row.row,
        ),
    )


def derive_dangers(facts: Facts, as_of: date) -> Iterator[SetCell]:
    """状态 and 逾期天数 of every hidden danger that says anything."""
    for row in facts.book.rows(Danger):
        if row.facts is not None or row.found_on is not None:
            values = {"state": state_on(row, as_of).value, "overdue_days": overdue_days(row, as_of)}
            yield from changes(facts.book, row, values)
