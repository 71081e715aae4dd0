"""重开: the same paper again, the next edition of a number, or a new number for a void one (contract §2)."""

from dataclasses import replace
from datetime import date
from enum import Enum

from pinzhi_xl.drafts import REPLACES, PaperDraft
from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.problem import Problem, errors_of
from pinzhi_xl.register.entry import Entry, State
from pinzhi_xl.sheets.followup import Penalty, Rectification
from pinzhi_xl.sheets.results import IssuedPaper, RunLog
from pinzhi_xl.sheets.terms import PenaltyState
from pinzhi_xl.tasks.correction import Correction, Reissued
from pinzhi_xl.tasks.desk import Places
from pinzhi_xl.tasks.filing import Files
from pinzhi_xl.tasks.notices import NOTICE_KINDS, number_of
from pinzhi_xl.tasks.registering import (
    looked_at,
    month_of,
    opened,
    refuse_executed,
    refuse_locked,
)
from pinzhi_xl.tasks.run import Run, require_columns
from pinzhi_xl.tasks.score import compute
from pinzhi_xl.tasks.settled import refuse_acted_upon, refuse_concluded, refuse_followed
from pinzhi_xl.tasks.standing import about_of, standing
from pinzhi_xl.wording import reissue as words
from pinzhi_xl.workbook.port import Workbook

BEFORE_DELIVERY = (None, "", PenaltyState.DRAFT, PenaltyState.ISSUED)


class Way(Enum):
    """The three ways of contract §2."""

    REPRINT = "reprint"
    CORRECT = "correct"
    REPLACE = "void-and-replace"


class NumberIsVoid(PinzhiError):
    """A void number has no further paper."""

    sentence = words.IS_VOID


class NumberIsBlank(PinzhiError):
    """A blank has no content that could be corrected."""

    sentence = words.IS_BLANK


class NoticeDelivered(PinzhiError):
    """What the person has signed for is not changed under its own number."""

    sentence = words.DELIVERED


class NoticeDecided(PinzhiError):
    """What 行政部 decided on is not changed under its own number, delivered or not."""

    sentence = words.DECIDED


class NotDrafted(PinzhiError):
    """The sheets no longer ask for this paper, and nothing there is wrong."""

    sentence = words.NOT_DRAFTED


def reissue(workbook: Workbook, number: str, way: Way, reason: str, places: Places, run: Run) -> Reissued:
    """Reissue the paper `number` in one of the three ways; a locked month's may be printed again only."""
    if way is Way.REPRINT:
        files = looked_at(workbook, places)
        return _reprint(files, files.entry(number), run)
    files = opened(workbook, places, run)
    entry = files.entry(number)
    book = files.book
    if entry.was_blank:
        raise NumberIsBlank(number=number_of(entry))
    if replacement := _replacement(files, entry):
        if way is Way.REPLACE:
            return Reissued([files.paper(replacement, new=False)])
        raise NumberIsVoid(number=number_of(entry), what=words.NOT_CORRECTED)
    refuse_locked(book, entry)
    _refuse_way(files, entry, way, run.as_of)
    require_columns(book, (Penalty, Rectification, IssuedPaper, RunLog))
    draft, problems = _drafted(files, entry, run)
    if draft is None:
        if not errors_of(problems):
            raise NotDrafted(number=number_of(entry))
        return Reissued(problems=problems)
    clerk = Correction(workbook, files, entry, draft, reason, run)
    done = clerk.correct() if way is Way.CORRECT else clerk.replace()
    return replace(done, problems=[problem for problem in problems if not problem.is_error])


def _reprint(files: Files, entry: Entry, run: Run) -> Reissued:
    """The paper as the register has it; beside one that was changed since, never over it."""
    from pinzhi_xl.documents.store import write_paper

    if entry.is_void:
        raise NumberIsVoid(number=number_of(entry), what=words.NOT_REPRINTED)
    content, path = files.content(entry), files.path(entry)
    if path.exists() and path.read_bytes() != content:
        path = path.with_stem(f"{path.stem}{words.REPRINT_SUFFIX}")
    if not run.dry_run:
        write_paper(path, content)
    return Reissued([replace(files.paper(entry, new=False), path=path)])


def _replacement(files: Files, entry: Entry) -> Entry | None:
    """The notice that was issued for a void one already."""
    if not entry.is_void:
        return None
    mine = (one for one in files.entries() if one.series == entry.series)
    return next((one for one in mine if one.payload.get(REPLACES) == number_of(entry)), None)


def _refuse_way(files: Files, entry: Entry, way: Way, as_of: date) -> None:
    """Each way while it is lawful: correcting before it is signed for, replacing before it is carried out."""
    book, number = files.book, number_of(entry)
    refuse_followed(files, entry)
    if way is Way.REPLACE:
        if not entry.is_void:
            refuse_executed(book, entry, as_of)
            refuse_concluded(book, number)
        return
    if entry.is_void:
        raise NumberIsVoid(number=number, what=words.NOT_CORRECTED)
    for row in book.rows(Penalty):
        signed = row.received_on is not None or row.refused or row.state not in BEFORE_DELIVERY
        if row.number == number and signed:
            raise NoticeDelivered(number=row.number, row=words.ROW_PLACE.format(row=row.row))
        if row.number == number and row.decision is not None:
            raise NoticeDecided(number=row.number, row=words.ROW_PLACE.format(row=row.row))
    refuse_acted_upon(book, number)


def _drafted(files: Files, entry: Entry, run: Run) -> tuple[PaperDraft | None, list[Problem]]:
    """The paper of an entry as the sheets have it now, and the problems about its community and its kind."""
    month = month_of(entry)
    if month is None:
        return None, []
    scored = compute(files.book, month, run)
    known = [_valid(one) if one.key == entry.key else one for one in files.entries()]
    kind = next(kind for kind in NOTICE_KINDS if kind.name == entry.series)
    own = next((one for one in known if one.key == entry.key), None)
    drafts = kind.draft(scored, month, run.as_of, known, own)
    held = {one.key: one for one in known}
    wanted = about_of(entry)
    found = (standing(draft, held, files.book) for draft in drafts.complete)
    draft = next((one for one in found if one.key == wanted), None)
    blocking = scored.blocked.get(entry.payload.get("community", ""), ())
    return draft, list(dict.fromkeys([*blocking, *drafts.problems]))


def _valid(entry: Entry) -> Entry:
    """The entry as it was before it was declared void: what would stand in its place is drafted like it."""
    return replace(entry, state=State.ISSUED)
