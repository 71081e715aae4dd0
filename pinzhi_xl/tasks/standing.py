"""Which entry of the register a draft belongs to: its blank, or the notice in place of a void one."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from pinzhi_xl.drafts import REPLACES, Drafts, PaperDraft
from pinzhi_xl.kinds import fold
from pinzhi_xl.register.entry import Entry
from pinzhi_xl.register.journal import Journal
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.followup import Penalty
from pinzhi_xl.sheets.inspections import Offender
from pinzhi_xl.tasks.notices import number_of
from pinzhi_xl.wording import reissue as words

SHOWN_IN = "repeat_note"
"""The field of a penalty notice that says on paper which notice it replaces."""


def entry_of(register: Journal, number: str) -> Entry | None:
    """The entry of a number as printed, whichever master it belongs to."""
    wanted = fold(number)
    return next((entry for entry in register.entries() if fold(number_of(entry)) == wanted), None)


def blank_of(book: Book, register: Journal, draft: PaperDraft) -> Entry | None:
    """The register's entry of the blank on which a notice was written on site; None when there was none.

    违纪人员 names it. A blank that was voided or filled otherwise is given all the same: the register refuses it.
    """
    for row in draft.rows:
        if not isinstance(row, Penalty):
            continue
        for offender in book.rows(Offender):
            if offender.blank and (offender.finding, offender.person) == (row.finding, row.person):
                return entry_of(register, offender.blank)
    return None


def in_force(drafts: Drafts, held: Mapping[str, Entry], book: Book) -> Drafts:
    """The drafts with the keys and fields of the notices that replaced void ones; `held` are entries by key."""
    return replace(drafts, complete=[standing(draft, held, book) for draft in drafts.complete])


def standing(draft: PaperDraft, held: Mapping[str, Entry], book: Book) -> PaperDraft:
    """The draft of the latest round: that of the notice itself, else of the one that replaced it, and so on."""
    key = draft.key
    while _replaced(held, register_key(book, draft.kind, key)):
        key = following(key)
    entry = held.get(register_key(book, draft.kind, key))
    if entry is None or REPLACES not in entry.payload:
        return replace(draft, key=key)
    return replace(draft, key=key, fields=replacing_fields(draft.fields, entry.payload[REPLACES]))


def _replaced(held: Mapping[str, Entry], key: str) -> bool:
    """True when the entry of the next round was issued in place of this very one."""
    entry, after = held.get(key), held.get(following(key))
    return entry is not None and after is not None and after.payload.get(REPLACES) == number_of(entry)


def next_free(key: str, held: Collection[str]) -> str:
    """The key of the next round that no entry has: what was found later is a round of its own."""
    key = following(key)
    while key in held:
        key = following(key)
    return key


def following(key: str) -> str:
    """The key of the next round: ``W1/P1/1`` → ``W1/P1/2``."""
    about, _, turn = key.rpartition("/")
    return f"{about}/{int(turn) + 1}" if turn.isdigit() else f"{key}-2"


def replacing_fields(fields: Mapping[str, str], number: str) -> dict[str, str]:
    """The fields of a notice that stands in place of the void one `number`, and says so on paper."""
    said = {**fields, REPLACES: number}
    if SHOWN_IN in said:
        said[SHOWN_IN] += words.REPLACES.format(number=number)
    return said


def register_key(book: Book, kind: str, about: str) -> str:
    """The key of contract §5: the master's own UUID (of what was carried: the first one's), kind, question."""
    return "/".join((book.owner_of(about), kind, about))


def about_of(entry: Entry) -> str:
    """What the paper of an entry is about, less master and kind."""
    return entry.key.split("/", 2)[2]
