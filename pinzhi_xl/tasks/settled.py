"""限期整改通知单 that were acted upon: which of the three ways of reissuing are left (contract §2, H16)."""

from collections.abc import Iterator
from dataclasses import replace

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.rectification import lines_of
from pinzhi_xl.register.entry import Entry
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.followup import Rectification
from pinzhi_xl.sheets.terms import Outcome, RectificationState
from pinzhi_xl.tasks.filing import Files
from pinzhi_xl.tasks.notices import number_of
from pinzhi_xl.wording import rectification as rectification_words
from pinzhi_xl.wording import reissue as words

LINES = "lines"
"""Payload field of a 限期整改通知单 alone: its lines."""

ACTED_UPON = ("done_on", "outcome")
"""Fields of 整改跟踪 that say that the department has the notice and did what it says."""


class NoticeActedUpon(PinzhiError):
    """What the department has acted upon is not changed under its own number, as little as what is signed for."""

    sentence = words.ACTED_UPON


class NoticeConcluded(PinzhiError):
    """A notice of which every line is closed is not asked for once more."""

    sentence = words.CONCLUDED


class NoticeFollowed(PinzhiError):
    """A notice that a second one names is left as it is, for the second rests on it."""

    sentence = words.FOLLOWED


def refuse_acted_upon(book: Book, number: str) -> None:
    """NoticeActedUpon when a line of the notice has its 完成日期 or 复查结论."""
    for row in standing_on(book, number):
        name = next((name for name in ACTED_UPON if getattr(row, name) is not None), None)
        if name is not None:
            place = words.LINE_PLACE.format(row=row.row)
            raise NoticeActedUpon(number=number, row=place, label=Rectification.sheet.column(name).label)


def refuse_concluded(book: Book, number: str) -> None:
    """NoticeConcluded when every line of the notice is closed; one sent back is not."""
    rows = standing_on(book, number)
    if rows and all(row.outcome in (Outcome.DONE, Outcome.CLOSED) for row in rows):
        raise NoticeConcluded(number=number)


def refuse_followed(files: Files, entry: Entry) -> None:
    """NoticeFollowed when a valid second notice names this one."""
    for other in files.entries():
        second = other.series == rectification_words.NOTICE and not other.is_void
        if second and other.payload["first_number"] == number_of(entry):
            raise NoticeFollowed(number=number_of(entry), next=number_of(other))


def standing_on(book: Book, number: str) -> list[Rectification]:
    """The rows of 整改跟踪 that stand on a notice, whichever others they stand on besides."""
    return [row for row in book.rows(Rectification) if number in (row.number or "").split(LIST_MARK)]


def left_out(book: Book, old: Entry, new: Entry) -> Iterator[Rectification]:
    """Rows that stood on a notice and are no lines of its new content: off its number, or void with it."""
    if LINES not in new.payload:
        return
    number, kept = number_of(old), {line["finding"] for line in lines_of(new.payload)}
    for row in standing_on(book, number):
        others = [one for one in (row.number or "").split(LIST_MARK) if one != number]
        if row.finding in kept:
            continue
        if others:
            yield replace(row, number=LIST_MARK.join(others))
        elif number_of(new) == number:
            yield replace(row, number=None, issued_on=None, state=None, overdue_days=None)
        else:
            yield replace(row, state=RectificationState.VOID.value, overdue_days=None)
