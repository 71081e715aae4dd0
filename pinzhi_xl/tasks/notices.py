"""The kinds of numbered notices: what is due, and how a sheet row shows its number."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from pinzhi_xl.drafts import Drafts
from pinzhi_xl.month import Month
from pinzhi_xl.numbering import format_number
from pinzhi_xl.penalties import draft_penalties
from pinzhi_xl.register.entry import Entry
from pinzhi_xl.schema import Row
from pinzhi_xl.sheets.followup import Penalty
from pinzhi_xl.sheets.terms import Validity
from pinzhi_xl.tasks.score import Scored
from pinzhi_xl.wording import notices as words

DraftNotices = Callable[[Scored, Month, date], Drafts]


@dataclass(frozen=True)
class NoticeKind:
    """One kind of numbered notice and the function that drafts those due in a month as of a day."""

    name: str
    draft: DraftNotices


def _penalties(scored: Scored, month: Month, as_of: date) -> Drafts:
    return draft_penalties(scored.facts, month, scored.blocked, scored.scores.repeats)


NOTICE_KINDS: tuple[NoticeKind, ...] = (NoticeKind(words.PENALTY, _penalties),)
"""In the order they are issued."""


def number_of(entry: Entry) -> str:
    """An entry's number as it was printed on the paper, whatever 参数 says by now."""
    prefix, pattern = entry.payload["number_prefix"], entry.payload["number_pattern"]
    return format_number(prefix, entry.year, entry.number, pattern, month=entry.month)


def stamped(row: Row, entry: Entry) -> Row:
    """The row with what the register says of its paper: number, date, edition, state."""
    names = {item.name for item in fields(row)}
    said: dict[str, Any] = {"number": number_of(entry), "issued_on": entry.issued_on, "edition": entry.edition}
    if isinstance(row, Penalty):
        said["state"] = row.state or words.ISSUED_STATE
    if entry.is_void:
        said["state"] = Validity.VOID.value
    return replace(row, **{name: value for name, value in said.items() if name in names})
