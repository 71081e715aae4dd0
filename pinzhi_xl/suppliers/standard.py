"""供应商考核标准: points of each aspect, steps of deductions, rates of pay (practice.md §7, S6 and S10)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.supplier_terms import Aspect, StandardRule
from pinzhi_xl.sheets.suppliers import SupplierStandard
from pinzhi_xl.wording import suppliers as words

NOTHING = Decimal(0)


class Step(NamedTuple):
    """From `low` upwards it is worth `value`; steps of the rate of pay also name a grade."""

    low: Decimal
    value: Decimal
    grade: str = ""


DEFAULT_POINTS: Mapping[Aspect, int] = {
    Aspect.ATTENDANCE: 15,
    Aspect.APPEARANCE: 10,
    Aspect.QUALITY: 30,
    Aspect.RECTIFICATION: 15,
    Aspect.COMPLAINTS: 6,
    Aspect.EQUIPMENT: 8,
    Aspect.TRAINING: 6,
    Aspect.SAFETY: 10,
}
"""Points of each aspect; together 100."""

_DEFAULT_STEPS: Mapping[StandardRule, Sequence[tuple[int, int]]] = {
    StandardRule.ABSENCE: ((1, 5), (6, 10), (11, 15)),
    StandardRule.COMPLAINT: ((1, 1), (2, 2), (3, 6)),
    StandardRule.RATE: ((95, 100), (85, 98), (75, 95), (65, 90), (60, 80), (0, 70)),
}


def default_rows() -> list[SupplierStandard]:
    """The rows of 供应商考核标准 in a new master."""
    rows = [
        SupplierStandard(rule=StandardRule.POINTS, aspect=aspect, low=NOTHING, value=Decimal(points))
        for aspect, points in DEFAULT_POINTS.items()
    ]
    for rule, steps in _DEFAULT_STEPS.items():
        for number, (low, value) in enumerate(steps):
            grade = words.GRADES[number] if rule is StandardRule.RATE else None
            meaning = words.STEP_MEANINGS[rule].format(low=low, value=value)
            rows.append(
                SupplierStandard(rule=rule, low=Decimal(low), value=Decimal(value), grade=grade, meaning=meaning)
            )
    return rows


class Standard:
    """The standard as the sheet says it; a rule of which the sheet has no row is as in a new master."""

    def __init__(self, book: Book) -> None:
        typed = [row for row in book.rows(SupplierStandard) if row.rule and row.value is not None]
        present = {row.rule for row in typed}
        rows = [*typed, *(row for row in default_rows() if row.rule not in present)]
        self._points: dict[Aspect, Decimal] = {}
        self._steps: dict[StandardRule, list[Step]] = {rule: [] for rule in StandardRule}
        for row in rows:
            value = row.value or NOTHING
            if row.rule is StandardRule.POINTS and row.aspect is not None:
                self._points[row.aspect] = value
            elif row.rule is not None and row.low is not None:
                self._steps[row.rule].append(Step(row.low, value, row.grade or ""))
        for steps in self._steps.values():
            steps.sort()

    def points(self, aspect: Aspect) -> Decimal:
        """The most that can be deducted for an aspect; 0 where the sheet does not name it."""
        return self._points.get(aspect, NOTHING)

    def steps(self, rule: StandardRule) -> Sequence[Step]:
        """The steps of a rule, lowest first."""
        return self._steps[rule]

    @property
    def total(self) -> Decimal:
        """The points of all aspects together; 100 unless somebody changed them."""
        return sum(self._points.values(), NOTHING)

    def absences(self, count: int) -> Decimal:
        """What absences of posts cost: 缺岗1–5人次扣5分, 6–10扣10, more 15, at most the points of 人员到岗."""
        return min(self._step(StandardRule.ABSENCE, Decimal(count)).value, self.points(Aspect.ATTENDANCE))

    def complaints(self, count: int) -> Decimal:
        """What valid complaints cost: one 1, two 2, three and more 6, at most the points of 有效投诉."""
        return min(self._step(StandardRule.COMPLAINT, Decimal(count)).value, self.points(Aspect.COMPLAINTS))

    def grade(self, score: Decimal) -> str:
        """等级 of a rounded score."""
        return self._step(StandardRule.RATE, score).grade

    def pay_rate(self, score: Decimal) -> Decimal:
        """Per cent of the month's fee that is paid under 得分率法."""
        return self._step(StandardRule.RATE, score).value

    def _step(self, rule: StandardRule, amount: Decimal) -> Step:
        """The highest step that `amount` reaches; below the first nothing, of the rate of pay the lowest."""
        steps = self._steps[rule]
        reached = [step for step in steps if step.low <= amount]
        if reached:
            return reached[-1]
        return steps[0] if rule is StandardRule.RATE and steps else Step(NOTHING, NOTHING)
