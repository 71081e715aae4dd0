"""What a book shown in a text is told, and what its computed columns become."""

from datetime import date

from pinzhi_xl.derived import derived_edits
from pinzhi_xl.keys import fill_keys
from pinzhi_xl.model import SetCell
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.scoring.facts import Facts
from tests.tables import book_of

AS_OF = date(2014, 8, 29)


def problems_of(text: str, as_of: date = AS_OF) -> list[Problem]:
    return check(Scene(Facts(fill_keys(book_of(text))[0]), as_of))


def told(text: str, code: str, as_of: date = AS_OF) -> list[tuple[str, str]]:
    """Label and message of each problem of a code."""
    return [(p.label, p.message) for p in problems_of(text, as_of) if p.code == code]


def computed(sheet: str, text: str, label: str, as_of: date = AS_OF) -> list[object]:
    """What a computed column of a sheet becomes, row by row."""
    edits = derived_edits(Facts(fill_keys(book_of(text))[0]), as_of)
    mine = [e for e in edits if isinstance(e, SetCell) and (e.sheet, e.label) == (sheet, label)]
    return [edit.value for edit in mine]
