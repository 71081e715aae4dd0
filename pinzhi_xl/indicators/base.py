"""What an indicator is: two counts over communities and a period, and how they become one (practice.md §6)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.modules import Module


class Unit(Enum):
    """How part ÷ whole is said: per cent, points of a hundred, a mean, per thousand households, or a count."""

    PER_CENT = "per cent"
    POINTS = "points"
    MEAN = "mean"
    PER_THOUSAND = "per thousand"
    COUNT = "count"


class Scope(NamedTuple):
    """What is counted over: communities, first and last day, the day on which it is counted, and a department.

    An empty department is all of them; only indicators that are counted `by_department` look at it.
    """

    communities: Sequence[str]
    first: date
    last: date
    as_of: date
    department: str = ""

    def covers(self, department: str | None) -> bool:
        """True for a department that is counted."""
        return not self.department or department == self.department

    def holds(self, day: date | None) -> bool:
        """True for a day of the period up to the day of counting."""
        return day is not None and self.first <= day <= min(self.last, self.as_of)


class Counted(NamedTuple):
    """Numerator and denominator; of a mere count the whole is 1."""

    part: Fraction | Decimal | int
    whole: Fraction | Decimal | int

    @property
    def ratio(self) -> Fraction | None:
        """part ÷ whole; None when there is nothing to divide by, which prints “—”."""
        return Fraction(self.part) / Fraction(self.whole) if self.whole else None


@dataclass(frozen=True)
class Indicator:
    """One indicator: its name on sheets and papers, its formula in words, and the function that counts.

    `better` is +1 where more is better and −1 where less is. `module` names the module without which it has no
    data. `serves` are the requirement ids it serves.
    """

    name: str
    formula: str
    unit: Unit
    count: Callable[[Facts, Scope], Counted]
    better: int = 1
    module: Module | None = None
    serves: tuple[str, ...] = ()
    by_department: bool = False

    def value(self, facts: Facts, scope: Scope) -> Fraction | None:
        """The figure in its unit, exact; None when there is nothing to divide by."""
        ratio = self.count(facts, scope).ratio
        scale = {Unit.PER_CENT: 100, Unit.POINTS: 100, Unit.PER_THOUSAND: 1000}.get(self.unit, 1)
        return None if ratio is None else ratio * scale
