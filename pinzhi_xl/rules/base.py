"""What a rule is: a function from a scene to problems, marked with the requirement ids it serves."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from pinzhi_xl.problem import Problem
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.book import Book


@dataclass(frozen=True)
class Scene:
    """What rules look at: the joined facts of a book and the day of action."""

    facts: Facts
    as_of: date

    @property
    def book(self) -> Book:
        """The book behind the facts."""
        return self.facts.book


Rule = Callable[[Scene], Iterator[Problem]]

SERVED: dict[str, tuple[str, ...]] = {}
"""Rule name → requirement ids it serves."""


def serves(*ids: str) -> Callable[[Rule], Rule]:
    """Record which requirements a rule serves."""

    def mark(rule: Rule) -> Rule:
        SERVED[rule.__name__] = ids
        return rule

    return mark
