"""What awaits an inspector on one date: communities planned, items, what is still open, what would be a repeat."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pinzhi_xl.keys import natural
from pinzhi_xl.kinds import fold
from pinzhi_xl.planned import is_cancelled
from pinzhi_xl.scoring.facts import Case, Facts, place_key
from pinzhi_xl.sheets.followup import Rectification
from pinzhi_xl.sheets.inspections import InspectionPlan
from pinzhi_xl.sheets.organisation import PlaceName
from pinzhi_xl.sheets.standards import StandardItem
from pinzhi_xl.sheets.terms import Outcome, Shift
from pinzhi_xl.wording import planning as words


@dataclass(frozen=True)
class Outing:
    """One community on one date: the rows of 督导计划 it rests on, none when nothing was planned.

    `shift` narrows the items to one shift; None leaves it to the planned 时段.
    """

    community: str
    day: date
    plans: Sequence[InspectionPlan] = ()
    shift: Shift | None = None

    @property
    def shifts(self) -> frozenset[Shift]:
        """The shifts inspected; empty for all of them."""
        if self.shift is not None:
            return frozenset({self.shift})
        if not self.plans or any(not row.session for row in self.plans):
            return frozenset()
        return frozenset(
            Shift.NIGHT if words.NIGHT_SIGN in (row.session or "") else Shift.DAY for row in self.plans
        )


def outings(facts: Facts, day: date, shift: Shift | None = None) -> list[Outing]:
    """What is planned for a date and not cancelled, one outing for each community in sheet order."""
    planned: dict[str, list[InspectionPlan]] = defaultdict(list)
    for row in facts.book.rows(InspectionPlan):
        if row.day == day and row.community and not is_cancelled(row):
            planned[row.community].append(row)
    return [Outing(name, day, planned[name], shift) for name in facts.communities if name in planned]


class Awaiting:
    """Asks one book what awaits an inspector; findings are joined once for all communities."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts

    def items(self, outing: Outing) -> list[tuple[str, list[StandardItem]]]:
        """Departments in walking order with their items in force on the day and met by the shift."""
        in_force, found = self.facts.in_force(outing.day), []
        for department in self.facts.departments:
            exempt = self.facts.not_applicable(outing.community, department)
            met = [
                item
                for item in in_force.get(department, [])
                if item.code not in exempt and _meets(item.shifts, outing.shifts)
            ]
            if met and self.facts.is_set_up(outing.community, department):
                found.append((department, met))
        return found

    def open_cases(self, outing: Outing) -> list[Case]:
        """Findings of earlier visits to be rectified that no re-inspection has closed, oldest first."""
        found = [
            case
            for case in self.facts.cases_of.get(outing.community, [])
            if case.visit.day < outing.day and case.row.failed and case.rectifies and not self._closed(case)
        ]
        return sorted(found, key=lambda case: (case.visit.day, natural(case.row.number), case.row.row))

    def stars(self, outing: Outing) -> Mapping[tuple[str, str], list[Case]]:
        """(department, item) → at each place, the finding that a new one would repeat (contract §4)."""
        latest: dict[tuple[str, str, str], list[Case]] = {}
        for case in self.facts.cases_of.get(outing.community, []):
            if case.row.failed and case.row.place and case.visit.day < outing.day:
                key = (case.row.department or "", case.code, place_key(case.row.place))
                present = latest.get(key)
                if present is None or case.visit.day > present[0].visit.day:
                    latest[key] = [case]
                elif case.visit.day == present[0].visit.day:
                    present.append(case)
        found: dict[tuple[str, str], list[Case]] = defaultdict(list)
        for (department, code, _), cases in latest.items():
            near = (outing.day - cases[0].visit.day).days <= self.facts.settings.repeat_days
            rectified = [case for case in cases if case.rectifies]
            if near and rectified:
                found[department, code].append(min(rectified, key=lambda case: natural(case.row.number)))
        return found

    def posts(self, community: str) -> list[str]:
        """Posts that must sign, in sheet order."""
        rows = self.facts.book.rows(PlaceName)
        return [row.name for row in rows if row.community == community and row.must_sign and row.name]

    def _closed(self, case: Case) -> bool:
        row = self.followed.get(case.row.number)
        return row is not None and row.outcome in (Outcome.DONE, Outcome.CLOSED)

    @cached_property
    def followed(self) -> Mapping[str | None, Rectification]:
        """问题编号 → its row of 整改跟踪."""
        return {row.finding: row for row in self.facts.book.rows(Rectification) if row.finding}


def find_community(facts: Facts, name: str) -> str | None:
    """The community in charge whose name is spelled so, blanks and width aside."""
    return next((known for known in facts.communities if fold(known) == fold(name)), None)


def _meets(item: Sequence[Shift], inspected: frozenset[Shift]) -> bool:
    """Blank means all, on either side (contract §4)."""
    return not item or not inspected or bool(inspected & set(item))
