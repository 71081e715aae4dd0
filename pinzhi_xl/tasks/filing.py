"""The papers of a master as the register has them: where each lies, how it reads, its line on 发文登记."""

from collections.abc import Mapping
from pathlib import Path

from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.kinds import fold
from pinzhi_xl.model import AppendRow, Edit
from pinzhi_xl.month import Month
from pinzhi_xl.nameless import nameless_of
from pinzhi_xl.numerals import chinese_date
from pinzhi_xl.register.entry import BLANK_HOLDER, Entry
from pinzhi_xl.schema import Row
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.results import IssuedPaper
from pinzhi_xl.sheets.terms import Validity
from pinzhi_xl.tasks.desk import Desk
from pinzhi_xl.tasks.notices import number_of
from pinzhi_xl.tasks.papers import Paper
from pinzhi_xl.tasks.run import as_values, replacing
from pinzhi_xl.wording import notices as notice_words
from pinzhi_xl.wording import reissue as words


class NumberNotHere(PinzhiError):
    """A number that the register does not have for this master."""

    sentence = words.NOT_HERE


class Files:
    """The numbered papers of one master at one desk."""

    def __init__(self, book: Book, desk: Desk) -> None:
        self.book = book
        self.desk = desk
        self._places: dict[str, Path] = {}

    def entries(self) -> list[Entry]:
        """This master's entries by kind, year and number, and those of what it took over from a year before."""
        found = [entry for entry in self.desk.register.entries() if self._is_ours(entry)]
        return sorted(found, key=lambda entry: (entry.series, entry.year, entry.month, entry.number))

    def _is_ours(self, entry: Entry) -> bool:
        owner, _, about = (*entry.key.split("/", 2), "", "")[:3]
        taken = number_of(entry) if entry.was_blank else about.partition("/")[0]
        return owner == self.book.identity or self.book.origins.get(taken) == owner

    def entry(self, number: str) -> Entry:
        """The entry of a number as printed; refuses one that this master does not have."""
        wanted = fold(number)
        found = next((entry for entry in self.entries() if fold(number_of(entry)) == wanted), None)
        if found is None:
            raise NumberNotHere(number=number, where=self.desk.register.root)
        return found

    def path(self, entry: Entry) -> Path:
        """Where its paper lies: under its own name, with its mark when the paper of another entry has the name."""
        if entry.hash not in self._places:
            self._places[entry.hash] = self._place(entry)
        return self._places[entry.hash]

    def _place(self, entry: Entry) -> Path:
        from pinzhi_xl.documents.papers import FORMS
        from pinzhi_xl.documents.reread import carries

        month = entry.payload.get("month", str(Month.of(entry.issued_on)))
        folder = self.desk.output / month / (words.BLANK_FOLDER if entry.was_blank else entry.series)
        path = folder / FORMS[entry.series].file_name(paper_fields(entry))
        other = path.exists() and not carries(path, entry.mark)
        return path.with_stem(f"{path.stem} {entry.mark}") if other else path

    def content(self, entry: Entry) -> bytes:
        """Its paper, made from the register alone."""
        from pinzhi_xl.documents.papers import FORMS

        fields = dict(paper_fields(entry))
        if entry.was_blank:
            fields |= {"issued_on": words.BLANK_DAY, "proposed_points": words.TO_WRITE}
        return FORMS[entry.series].render(fields, self.desk.templates)

    def make(self, entry: Entry) -> bool:
        """Make its paper where there is none; False when there is, or when the number is void."""
        from pinzhi_xl.documents.store import write_paper

        path = self.path(entry)
        return not entry.is_void and not path.exists() and write_paper(path, self.content(entry))

    def paper(self, entry: Entry, new: bool) -> Paper:
        """The entry as the outcome of a task."""
        return Paper(
            entry.series,
            number_of(entry),
            entry.edition,
            self.path(entry),
            new,
            entry.payload.get("community", ""),
            shown_subject(entry),
            chinese_date(entry.issued_on),
        )

    def sheet(self) -> list[Edit]:
        """发文登记: this master's entries as the register has them."""
        nameless = nameless_of(self.book)
        return replacing(self.book, IssuedPaper, [nameless.shown(self.registered(e)) for e in self.entries()])

    def registered(self, entry: Entry) -> IssuedPaper:
        """The line of an entry on 发文登记, with the name of the person."""
        return IssuedPaper(
            number=number_of(entry),
            kind=entry.series,
            edition=entry.edition,
            community=entry.payload.get("community") or None,
            subject=shown_subject(entry) or None,
            finding=entry.key.split("/")[2],
            issued_on=entry.issued_on,
            path=self.path(entry).relative_to(self.desk.output).as_posix(),
            mark=entry.mark,
            head=entry.hash,
            state=Validity.VOID if entry.is_void else Validity.VALID,
        )


def paper_fields(entry: Entry) -> Mapping[str, str]:
    """The fields of a paper from its register entry: the same paper whenever it is made."""
    return {
        **entry.payload,
        "number": number_of(entry),
        "edition": "" if entry.edition == 1 else notice_words.EDITION.format(edition=entry.edition),
        "issued_on": chinese_date(entry.issued_on),
        "mark": entry.mark,
    }


def subject_of(fields: Mapping[str, str]) -> str:
    """Whom a paper is about: the person, else the department."""
    return fields.get("person") or fields.get("department", "")


def shown_subject(entry: Entry) -> str:
    """Whom a paper is about: person or department, of a blank who took it."""
    if entry.was_blank:
        return words.BLANK_SUBJECT.format(holder=entry.payload[BLANK_HOLDER])
    return subject_of(entry.payload)


def noted(book: Book, wanted: Row) -> list[Edit]:
    """Make a sheet row read as wanted: added when it is not there, else computed and blank cells filled."""
    kind = type(wanted)
    present = next((row for row in book.rows(kind) if wanted.row and row.row == wanted.row), None)
    if present is None:
        return [AppendRow(kind.sheet.label, as_values(wanted))]
    edits: list[Edit] = []
    for col in kind.sheet.columns:
        now, value = getattr(present, col.identifier), getattr(wanted, col.identifier)
        if now != value and (col.computed or book.is_vacant(present, col.identifier)):
            edits.append(book.set(present, col.identifier, value))
    return edits
