"""The papers whose person archiving has made nameless: 发文登记 does not name whom 处罚登记 no longer does."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from pinzhi_xl.retention import is_pseudonym
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.followup import BlankNotice, Penalty
from pinzhi_xl.sheets.inspections import Offender
from pinzhi_xl.sheets.results import IssuedPaper
from pinzhi_xl.wording.notices import PENALTY
from pinzhi_xl.wording.privacy import ARCHIVED


@dataclass(frozen=True)
class Nameless:
    """Findings whose persons are archived, and numbers of blanks whose holder is."""

    findings: frozenset[str]
    blanks: frozenset[str]

    def has(self, row: IssuedPaper) -> bool:
        """True for the paper of an archived person, whichever round of reissuing it is."""
        return row.kind == PENALTY and (row.finding in self.findings or row.number in self.blanks)

    def shown(self, row: IssuedPaper) -> IssuedPaper:
        """The row as 发文登记 may show it: no name; of the file, whose name is the person's, only its folder."""
        if not self.has(row):
            return row
        folder = PurePosixPath(row.path).parent.as_posix() if row.path and row.path.endswith(".docx") else row.path
        return replace(row, subject=ARCHIVED, path=folder)


def nameless_of(book: Book, findings: Iterable[str] = (), blanks: Iterable[str] = ()) -> Nameless:
    """What of a master is archived already, and what is about to be."""
    rows: list[Penalty | Offender] = [*book.rows(Penalty), *book.rows(Offender)]
    gone = {row.finding for row in rows if row.finding and is_pseudonym(row.person)}
    out = {row.number for row in book.rows(BlankNotice) if row.number and row.holder == ARCHIVED}
    return Nameless(frozenset(gone | {*findings}), frozenset(out | {*blanks}))
