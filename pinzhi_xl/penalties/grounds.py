"""Whom a notice can be about, and what it can rest on (law.md §8 B1 and B5, §2, §7)."""

from datetime import date

from pinzhi_xl.kinds import fold
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.organisation import Person
from pinzhi_xl.sheets.standards import Clause
from pinzhi_xl.wording import notices as words


def binding_clause(book: Book, number: str | None, day: date) -> Clause | None:
    """The edition of a clause that was published and in force on the day of the act; None when there is none."""
    editions = [row for row in book.rows(Clause) if number and row.number == number and row.binding(day)]
    return editions[-1] if editions and editions[-1].text else None


def is_of_another_employer(person: Person, company: str) -> bool:
    """True for a supplier's or an agency's staff, who are dealt with by the contract and not by a notice."""
    return fold(person.employer or "") not in {"", fold(company), fold(words.OWN)}


def had_left(person: Person, day: date) -> bool:
    """True from 离职日期 on."""
    return person.left is not None and person.left <= day
