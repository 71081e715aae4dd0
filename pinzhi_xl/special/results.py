"""专项检查: results joined with their inspection and item, and where each stands on a day (A15–A17, G04)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from pinzhi_xl.deriving import changes
from pinzhi_xl.kinds import fold
from pinzhi_xl.model import SetCell
from pinzhi_xl.rectification import state_on
from pinzhi_xl.scoring.facts import Facts, Visit
from pinzhi_xl.sheets.followup import Rectification
from pinzhi_xl.sheets.special import SpecialItem, SpecialResult
from pinzhi_xl.sheets.special_terms import SpecialReview, SpecialState, SpecialVerdict
from pinzhi_xl.sheets.terms import InspectionKind, RectificationState

_BY_RECTIFICATION = {
    RectificationState.OPEN: SpecialState.OPEN,
    RectificationState.TO_REVIEW: SpecialState.TO_REVIEW,
    RectificationState.DONE: SpecialState.CLOSED,
    RectificationState.AGAIN: SpecialState.AGAIN,
    RectificationState.CLOSED: SpecialState.CLOSED,
    RectificationState.OVERDUE: SpecialState.OVERDUE,
    RectificationState.VOID: SpecialState.CLOSED,
}

Key = tuple[str, int]
"""A theme in its spelling for comparison, and a number within it."""


@dataclass(frozen=True)
class Checked:
    """One result with the special inspection and the item it is about."""

    row: SpecialResult
    visit: Visit
    item: SpecialItem

    @property
    def is_supply(self) -> bool:
        """True for a line of the list of supplies."""
        return self.item.needed is not None

    @property
    def shortage(self) -> Decimal:
        """How much of a supply is lacking; 0 when there is enough or it was not counted."""
        if self.item.needed is None or self.row.have is None:
            return Decimal(0)
        return max(Decimal(0), self.item.needed - self.row.have)


class SpecialFacts:
    """The joined view of the sheets of special inspections."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts

    @cached_property
    def items(self) -> Mapping[Key, SpecialItem]:
        """Theme and number → item of 专项清单."""
        return {
            (fold(row.theme), row.number): row
            for row in self.facts.book.rows(SpecialItem)
            if row.theme and row.number
        }

    @cached_property
    def themes(self) -> Sequence[str]:
        """The themes in sheet order."""
        found: dict[str, str] = {}
        for row in self.items.values():
            found.setdefault(fold(row.theme or ""), row.theme or "")
        return tuple(found.values())

    @cached_property
    def _rectifications(self) -> Mapping[str, Rectification]:
        return {row.finding: row for row in self.facts.book.rows(Rectification) if row.finding}

    def items_of(self, theme: str, day: date) -> list[SpecialItem]:
        """The items of a theme that are checked on a day, by number."""
        found = [row for key, row in self.items.items() if key[0] == fold(theme) and row.in_force(day)]
        return sorted(found, key=lambda row: row.number or 0)

    def item_of(self, row: SpecialResult) -> SpecialItem | None:
        """The item a result is about; None when 专项清单 has none such."""
        return self.items.get((fold(row.theme or ""), row.number or 0))

    def visit_of(self, row: SpecialResult) -> Visit | None:
        """The valid special inspection a result belongs to."""
        visit = self.facts.visits.get(row.inspection or "")
        return visit if visit is not None and visit.row.kind is InspectionKind.SPECIAL else None

    @cached_property
    def results(self) -> Sequence[Checked]:
        """Every result that can be joined, in sheet order."""
        found = []
        for row in self.facts.book.rows(SpecialResult):
            visit, item = self.visit_of(row), self.item_of(row)
            if visit is not None and item is not None and row.verdict is not None:
                found.append(Checked(row, visit, item))
        return found

    def state(self, row: SpecialResult, as_of: date) -> SpecialState | None:
        """状态 of a result on a day; one that was registered as a finding stands as its rectification does."""
        if row.failed and row.finding:
            return self._as_followed(row.finding, as_of)
        return special_state(row, as_of)

    def _as_followed(self, finding: str, as_of: date) -> SpecialState:
        case = self.facts.case_of(finding)
        if case is None or not case.rectifies:
            return SpecialState.CLOSED
        followed = self._rectifications.get(finding)
        return SpecialState.OPEN if followed is None else _BY_RECTIFICATION[state_on(followed, as_of)]


def special_state(row: SpecialResult, as_of: date) -> SpecialState | None:
    """状态 of a result by its own cells, of which those dated later are not known yet; None without 结论."""
    if row.verdict is SpecialVerdict.MET:
        return SpecialState.MET
    if row.verdict is not SpecialVerdict.FAILED:
        return None if row.verdict is None else SpecialState.NOT_APPLICABLE
    reviewed_on = row.reviewed_on if row.reviewed_on is not None and row.reviewed_on <= as_of else None
    done_on = row.done_on if row.done_on is not None and row.done_on <= as_of else None
    if reviewed_on is not None and row.outcome is SpecialReview.PASSED and done_on is not None:
        return SpecialState.CLOSED
    again = reviewed_on is not None and row.outcome is SpecialReview.FAILED
    if done_on is not None and not (again and reviewed_on is not None and done_on <= reviewed_on):
        return SpecialState.TO_REVIEW
    if row.due_on is not None and row.due_on < as_of:
        return SpecialState.OVERDUE
    return SpecialState.AGAIN if again else SpecialState.OPEN


def special_edits(facts: Facts, as_of: date) -> Iterator[SetCell]:
    """项目, 检查项 and 状态 of 专项检查."""
    joined = SpecialFacts(facts)
    for row in facts.book.rows(SpecialResult):
        visit, item = joined.visit_of(row), joined.item_of(row)
        values = {
            "community": visit.community if visit else None,
            "item": row.item or (item.item if item else None),
            "state": joined.state(row, as_of),
        }
        yield from changes(facts.book, row, values)
