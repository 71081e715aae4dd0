"""The score of one inspection day of one community (contract §4)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from pinzhi_xl.keys import natural
from pinzhi_xl.scoring.facts import Case, Facts, Visit
from pinzhi_xl.scoring.repeats import ONCE, Repeat
from pinzhi_xl.sheets.standards import StandardItem
from pinzhi_xl.sheets.terms import Frequency, Verdict

ZERO = Decimal(0)


@dataclass(frozen=True)
class DepartmentDay:
    """A department on a day: points of its items, what was deducted, items counted and left unvisited."""

    department: str
    points: Decimal
    deduction: Decimal
    items: frozenset[str]
    unvisited: int
    red_lines: int

    @property
    def score(self) -> Fraction | None:
        """100 × what is left ÷ total, exact; None without items."""
        if not self.points:
            return None
        return Fraction(100 * (self.points - self.deduction)) / Fraction(self.points)


@dataclass(frozen=True)
class Day:
    """One inspection day: covered departments, exact score P, and the share of each finding by sheet row."""

    day: date
    visits: Sequence[Visit]
    departments: Sequence[DepartmentDay]
    score: Fraction | None
    shares: Mapping[int, Decimal] = field(default_factory=dict)

    @property
    def red_lines(self) -> int:
        """Confirmed red lines of the day."""
        return sum(part.red_lines for part in self.departments)


def weighted_mean(pairs: Sequence[tuple[Decimal, Fraction]]) -> Fraction | None:
    """Σ w·x ÷ Σ w, exact; None when nothing has weight."""
    total = sum((weight for weight, _ in pairs), ZERO)
    if not total:
        return None
    return sum((Fraction(weight) * value for weight, value in pairs), Fraction()) / Fraction(total)


def unvisited_rate(parts: Sequence[DepartmentDay]) -> Fraction | None:
    """未检率 in per cent: unvisited ÷ (unvisited + items); None when there is neither."""
    unvisited = sum(part.unvisited for part in parts)
    total = unvisited + sum(len(part.items) for part in parts)
    return Fraction(100 * unvisited, total) if total else None


def score_day(
    facts: Facts,
    community: str,
    day: date,
    visits: Sequence[Visit],
    counted: frozenset[str],
    repeats: Mapping[int, Repeat],
) -> Day:
    """Score one day; `counted` are the 每月一次 items already counted on an earlier day of the month."""
    by_item: dict[str, list[Case]] = defaultdict(list)
    for case in facts.cases_by_day.get((community, day), ()):
        if case.visit.scored:
            by_item[case.code].append(case)
    shares: dict[int, Decimal] = {
        case.row.row: ZERO for cases in by_item.values() for case in cases if case.row.failed
    }
    parts = []
    for department in facts.departments:
        covering = [visit for visit in visits if visit.covers(department)]
        if covering and facts.is_set_up(community, department):
            parts.append(
                _score_department(facts, community, department, covering, counted, by_item, repeats, shares)
            )
    pairs = [(facts.weight(community, part.department), part.score) for part in parts if part.score is not None]
    score = weighted_mean(pairs)
    if score is not None and any(part.red_lines for part in parts):
        score = min(score, Fraction(facts.settings.red_line_cap))
    return Day(day, visits, parts, score, shares)


def _score_department(
    facts: Facts,
    community: str,
    department: str,
    covering: Sequence[Visit],
    counted: frozenset[str],
    by_item: Mapping[str, Sequence[Case]],
    repeats: Mapping[int, Repeat],
    shares: dict[int, Decimal],
) -> DepartmentDay:
    """Adds the shares of the department's findings to `shares`."""
    listed = facts.not_applicable(community, department)
    points = deduction = ZERO
    items: set[str] = set()
    unvisited = red_lines = 0
    for item in facts.in_force(covering[0].day).get(department, ()):
        code = item.code or ""
        cases = by_item.get(code, ())
        red_lines += sum(case.red_line for case in cases)
        if not _counts(item, code, covering, listed, counted, cases):
            continue
        if all(code in visit.skipped_items for visit in covering):
            unvisited += 1
            continue
        items.add(code)
        points += item.points or ZERO
        failed = [case for case in cases if case.row.failed]
        if failed:
            deduction += _deduct(facts, item, failed, repeats, shares)
    return DepartmentDay(department, points, deduction, frozenset(items), unvisited, red_lines)


def _counts(
    item: StandardItem,
    code: str,
    covering: Sequence[Visit],
    listed: frozenset[str],
    counted: frozenset[str],
    cases: Sequence[Case],
) -> bool:
    """True when the item belongs to the day, visited or not."""
    return (
        any(visit.meets(item.shifts) for visit in covering)
        and code not in listed
        and not any(case.row.verdict is Verdict.NOT_APPLICABLE for case in cases)
        and not (item.frequency is Frequency.MONTHLY and code in counted)
    )


def raw_deduction(facts: Facts, item: StandardItem, case: Case, repeat: Repeat) -> Decimal:
    """单次扣分 × 处数 × repeat factor + 扣分调整, before any cap."""
    unit = item.deduction or ZERO
    return unit * (case.row.count or 1) * facts.settings.factor(repeat.count) + (case.row.adjustment or ZERO)


def _deduct(
    facts: Facts,
    item: StandardItem,
    failed: Sequence[Case],
    repeats: Mapping[int, Repeat],
    shares: dict[int, Decimal],
) -> Decimal:
    """The item's deduction, between 0 and its points, shared over its findings in order of 问题编号.

    Each finding gets what the capped running total grows by, so that the shares add up to the deduction.
    """
    cap = item.points or ZERO
    running = before = ZERO
    for case in sorted(failed, key=lambda c: (natural(c.row.number), c.row.row)):
        running += raw_deduction(facts, item, case, repeats.get(case.row.row, ONCE))
        after = min(max(running, ZERO), cap)
        shares[case.row.row] = after - before
        before = after
    return before
