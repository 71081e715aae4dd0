"""The notices of a list beside their papers: 行政部 decides on what the person was given (contract §5)."""

from collections.abc import Mapping
from dataclasses import replace

from pinzhi_xl.handing.notices import Notice, violation_of
from pinzhi_xl.kinds import fold
from pinzhi_xl.masking import mask_personal_numbers
from pinzhi_xl.penalties.fields import written_in
from pinzhi_xl.penalties.issued import figure
from pinzhi_xl.retention import is_pseudonym
from pinzhi_xl.sheets.book import Book

Papers = Mapping[str, Mapping[str, str]]
"""What the register keeps of each paper, by its number."""


def changed_fields(notice: Notice, paper: Mapping[str, str], book: Book) -> list[str]:
    """Names of the fields that read otherwise on the sheets by now than on the paper; none once archived."""
    if is_pseudonym(notice.row.person):
        return []
    said = written_in(notice.row, book.settings)
    said |= {"community": notice.community, "facts": mask_personal_numbers(notice.facts)}
    return [name for name, value in said.items() if fold(value) != fold(paper.get(name, ""))]


def as_printed(notice: Notice, paper: Mapping[str, str], book: Book) -> Notice:
    """The notice as its paper says it, whatever was typed over the sheets since."""
    row = replace(
        notice.row,
        name=paper.get("person") or None,
        department=paper.get("department") or None,
        occurred_at=paper.get("occurred_at") or None,
        clause=paper.get("clause_number") or None,
        proposal=paper.get("proposal") or None,
        points=figure(paper.get("proposed_points")),
        money=figure(paper.get("proposed_money")),
    )
    return replace(
        notice,
        row=row,
        community=paper.get("community", ""),
        facts=paper.get("facts", ""),
        violation=violation_of(book, row, notice.day),
    )
