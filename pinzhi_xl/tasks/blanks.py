"""空白单: numbers handed out on blank penalty papers before a visit."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.model import AppendRow, Edit
from pinzhi_xl.numbering import is_monthly
from pinzhi_xl.register.entry import BLANK_HOLDER, Entry
from pinzhi_xl.sheets import TEMPLATE_IDENTITY
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.followup import BlankNotice
from pinzhi_xl.sheets.results import IssuedPaper, RunLog
from pinzhi_xl.sheets.terms import BlankUse
from pinzhi_xl.tasks.desk import Places, desk_for
from pinzhi_xl.tasks.filing import Files
from pinzhi_xl.tasks.notices import number_of
from pinzhi_xl.tasks.papers import Paper, papers_json
from pinzhi_xl.tasks.run import Run, TemplateMaster, as_values, require_columns, write
from pinzhi_xl.wording import notices as notice_words
from pinzhi_xl.wording import reissue as words
from pinzhi_xl.workbook.port import Workbook

GIVEN_BY_THE_REGISTER = frozenset({"number", "edition", "issued_on", "mark"})


class HolderBlank(PinzhiError):
    """A blank that nobody has taken cannot be asked back from anybody."""

    sentence = words.HOLDER_BLANK


@dataclass(frozen=True)
class Reserved:
    """The blanks that were handed out; none on a dry run."""

    papers: Sequence[Paper]

    def as_json(self) -> dict[str, object]:
        """The form of contract §2."""
        return papers_json(self.papers)


def reserve(workbook: Workbook, count: int, holder: str, places: Places, run: Run) -> Reserved:
    """Hand out `count` new numbers on blank papers; those of an earlier call that broke off get their rows too.

    Each call takes new numbers: it asks, and names what the holder has left.
    """
    if not holder:
        raise HolderBlank
    if not run.dry_run:
        workbook.check_writable()
    book = workbook.read()
    if book.identity == TEMPLATE_IDENTITY:
        raise TemplateMaster(name=workbook.path.name)
    files = Files(book, desk_for(workbook.path, book.settings, places))
    require_columns(book, (BlankNotice, IssuedPaper, RunLog))
    if run.dry_run:
        return Reserved([])
    run.confirm(question(book, count, holder))
    entries = [_take(files, holder, run) for _ in run.progress.track(range(count), words.RESERVE, count)]
    for entry in entries:
        files.make(entry)
    numbers = LIST_MARK.join(map(number_of, entries))
    result = words.RESERVED.format(holder=holder, count=count, numbers=numbers)
    edits = [*blank_rows(files), *files.sheet()]
    write(workbook, book, edits, run, words.RESERVE, holder, result)
    return Reserved([files.paper(entry, new=True) for entry in entries])


def question(book: Book, count: int, holder: str) -> str:
    """What is asked before numbers are taken."""
    held = in_hand(book, holder)
    if not held:
        return words.ASK_RESERVE.format(holder=holder, count=count)
    return words.ASK_RESERVE_AGAIN.format(holder=holder, count=count, held=len(held), numbers=LIST_MARK.join(held))


def in_hand(book: Book, holder: str) -> list[str]:
    """The numbers a holder has and has not used."""
    rows = book.rows(BlankNotice)
    return [row.number for row in rows if row.number and row.holder == holder and row.use == BlankUse.IN_HAND]


def _take(files: Files, holder: str, run: Run) -> Entry:
    from pinzhi_xl.documents.papers import FORMS

    kind, settings = notice_words.PENALTY, files.book.settings
    token = f"{run.now:%Y%m%d%H%M%S}-{secrets.token_hex(4)}"
    issued = files.desk.register.issue(
        kind,
        run.as_of.year,
        "/".join((files.book.identity, kind, words.BLANK, token)),
        _payload(files.book, holder),
        run.as_of,
        FORMS[kind].digest(files.desk.templates),
        month=run.as_of.month if is_monthly(settings.number_pattern) else 0,
    )
    return issued.entry


def _payload(book: Book, holder: str) -> dict[str, str]:
    """All that a blank paper says: the form's fields empty, but for what is printed on every one."""
    from pinzhi_xl.documents.notices import PENALTY_FIELDS

    settings = book.settings
    return {
        **{name: "" for name in PENALTY_FIELDS if name not in GIVEN_BY_THE_REGISTER},
        "number_prefix": settings.penalty_prefix,
        "number_pattern": settings.number_pattern,
        "company": settings.company,
        "issuer": settings.issuer,
        "sample_mark": notice_words.SAMPLE_MARK if settings.sample else "",
        "inspector": holder,
        "appeal_days": str(settings.appeal_days),
        BLANK_HOLDER: holder,
    }


def blank_rows(files: Files) -> list[Edit]:
    """The rows of 空白单 that the sheet lacks: of every number that was ever handed out blank."""
    listed = {row.number for row in files.book.rows(BlankNotice)}
    edits: list[Edit] = []
    for entry in files.entries():
        first = entry if entry.revision == 1 else files.desk.register.history(entry)[0]
        if first.was_blank and number_of(entry) not in listed:
            row = BlankNotice(
                number=number_of(entry),
                holder=first.payload[BLANK_HOLDER],
                taken_on=first.issued_on,
                use=_use(entry),
                finding=None if entry.was_blank else entry.key.split("/")[2],
            )
            edits.append(AppendRow(BlankNotice.sheet.label, as_values(row)))
    return edits


def _use(entry: Entry) -> BlankUse:
    if not entry.was_blank:
        return BlankUse.ENTERED
    return BlankUse.VOID if entry.is_void else BlankUse.IN_HAND
