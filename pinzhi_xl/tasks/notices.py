"""The kinds of numbered notices: what is due, and how a sheet row shows its number."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from pinzhi_xl.drafts import Drafts
from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.month import Month
from pinzhi_xl.numbering import format_number
from pinzhi_xl.penalties import IssuedPenalty, draft_penalties
from pinzhi_xl.rectification import IssuedNotice, draft_rectifications, lines_of
from pinzhi_xl.register.entry import Entry
from pinzhi_xl.schema import Row
from pinzhi_xl.sheets.followup import Penalty, Rectification
from pinzhi_xl.sheets.terms import Validity
from pinzhi_xl.tasks.score import Scored
from pinzhi_xl.wording import notices as words
from pinzhi_xl.wording import rectification as rectification_words

DraftNotices = Callable[[Scored, Month, date, Sequence[Entry], Entry | None], Drafts]


@dataclass(frozen=True)
class NoticeKind:
    """One kind of numbered notice and the function that drafts those due in a month as of a day.

    The function is also given what the register holds of this master already, and which of it is being reissued.
    """

    name: str
    draft: DraftNotices


def _penalties(scored: Scored, month: Month, as_of: date, known: Sequence[Entry], renewed: Entry | None) -> Drafts:
    issued = [
        _penalty(entry, entry is renewed)
        for entry in known
        if entry.series == words.PENALTY and not entry.was_blank
    ]
    return draft_penalties(scored.facts, month, scored.blocked, scored.scores.repeats, as_of, issued)


def _penalty(entry: Entry, renewed: bool) -> IssuedPenalty:
    finding, person, turn = entry.key.split("/")[2:5]
    return IssuedPenalty(number_of(entry), finding, person, int(turn), entry.payload, entry.is_void, renewed)


def _rectifications(
    scored: Scored, month: Month, as_of: date, known: Sequence[Entry], renewed: Entry | None
) -> Drafts:
    issued = [
        IssuedNotice(
            number_of(entry), "/".join(entry.key.split("/")[2:]), entry.issued_on, entry.payload, entry.is_void
        )
        for entry in known
        if entry.series == rectification_words.NOTICE
    ]
    return draft_rectifications(scored.facts, month, scored.blocked, as_of, issued)


NOTICE_KINDS: tuple[NoticeKind, ...] = (
    NoticeKind(words.PENALTY, _penalties),
    NoticeKind(rectification_words.NOTICE, _rectifications),
)
"""In the order they are issued."""


def number_of(entry: Entry) -> str:
    """An entry's number as it was printed on the paper, whatever 参数 says by now."""
    prefix, pattern = entry.payload["number_prefix"], entry.payload["number_pattern"]
    return format_number(prefix, entry.year, entry.number, pattern, month=entry.month)


def stamped(row: Row, entry: Entry) -> Row:
    """The row with what the register says of its paper: number, date, edition, state."""
    if isinstance(row, Rectification):
        return _on_paper(row, entry)
    names = {item.name for item in fields(row)}
    said: dict[str, Any] = {"number": number_of(entry), "issued_on": entry.issued_on, "edition": entry.edition}
    if isinstance(row, Penalty):
        said["state"] = row.state if row.number else words.ISSUED_STATE
    if entry.is_void:
        said["state"] = Validity.VOID.value
    return replace(row, **{name: value for name, value in said.items() if name in names})


def _on_paper(row: Rectification, entry: Entry) -> Rectification:
    """The row with the number of a notice it stands on; a notice keeps the lines it was issued with."""
    numbers = row.number.split(LIST_MARK) if row.number else []
    if all(line["finding"] != row.finding for line in lines_of(entry.payload)):
        return row if numbers else replace(row, state=None, overdue_days=None)
    if number_of(entry) in numbers:
        return row
    return replace(
        row,
        number=LIST_MARK.join([*numbers, number_of(entry)]),
        issued_on=row.issued_on or entry.issued_on,
    )
