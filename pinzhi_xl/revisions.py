"""How a revision of 流程修订 stands on a day, and which items of 检查标准 it is about (Z12, B05)."""

from collections.abc import Iterator
from datetime import date

from pinzhi_xl.deriving import changes
from pinzhi_xl.kinds import SEPARATORS, fold
from pinzhi_xl.model import SetCell
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.revisions import Approval, Revision, RevisionState
from pinzhi_xl.sheets.standards import StandardItem


def state_on(row: Revision, as_of: date) -> RevisionState:
    """状态 on a day: what is approved is in force from 生效日期 on."""
    approved = row.approved_on is None or row.approved_on <= as_of
    if row.approval is None or not approved:
        return RevisionState.PROPOSED
    if row.approval is Approval.REFUSED:
        return RevisionState.REFUSED
    in_force = row.effective_on is not None and row.effective_on <= as_of
    return RevisionState.IN_FORCE if in_force else RevisionState.APPROVED


def is_about_standards(row: Revision) -> bool:
    """True for a revision of 检查标准."""
    return StandardItem.sheet.label in fold(row.document or "")


def covers(row: Revision, item: StandardItem) -> bool:
    """True when a revision of 检查标准 names the item's code or department, or names no chapter at all."""
    if not is_about_standards(row):
        return False
    named = {fold(part) for part in SEPARATORS.split(row.chapter or "") if part.strip()}
    return not named or fold(item.code or "") in named or fold(item.department or "") in named


def derive_revisions(facts: Facts, as_of: date) -> Iterator[SetCell]:
    """状态 of every revision that says anything."""
    for row in facts.book.rows(Revision):
        if row.proposal is not None or row.proposed_on is not None:
            yield from changes(facts.book, row, {"state": state_on(row, as_of).value})
