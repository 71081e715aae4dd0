"""One act, one penalty: the same person, the same act, the same clause only once (law.md §2, B4)."""

from collections.abc import Collection, Iterable
from datetime import date

from pinzhi_xl.kinds import fold
from pinzhi_xl.scoring.facts import Case, Facts, place_key
from pinzhi_xl.sheets.followup import Penalty

Act = tuple[str, str, date, str, str]
"""Person, community, day, clause, place."""


def act_of(case: Case, person: str | None, clause: str | None) -> Act | None:
    """What makes two notices one; None while person or clause is missing."""
    if not person or not clause:
        return None
    return person, case.visit.community, case.visit.day, fold(clause), place_key(case.row.place or "")


def clause_of(case: Case, row: Penalty | None) -> str | None:
    """The clause of a notice: as typed in 处罚登记, else of the finding, else the item's own."""
    typed = row.clause if row is not None else None
    return typed or case.row.clause or (case.item.clause if case.item else None)


def acts_numbered(
    facts: Facts, void: Collection[str], rows: Iterable[Penalty] | None = None
) -> dict[Act, Penalty]:
    """The acts that have a numbered notice which is not void, the first of each; `rows` as in `standing`."""
    found: dict[Act, Penalty] = {}
    for row in facts.book.rows(Penalty) if rows is None else rows:
        case = facts.case_of(row.finding)
        if case is None or not row.number or row.number in void:
            continue
        act = act_of(case, row.person, clause_of(case, row))
        if act is not None:
            found.setdefault(act, row)
    return found
