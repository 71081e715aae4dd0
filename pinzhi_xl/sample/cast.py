"""Whom the samples of the modules are about, and the form in which they hand over their rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from pinzhi_xl.model import Value
from pinzhi_xl.month import Month
from pinzhi_xl.sample.staff import Staff
from pinzhi_xl.schema import Row

Rows = Sequence[Mapping[str, Value]]
Contents = Mapping[type[Row], Rows]
"""Rows by sheet: field identifier → value, or text as people type it."""


@dataclass(frozen=True)
class Cast:
    """Whom and what the modules' samples may speak of; `core` are the rows of the twelve months."""

    year: int
    communities: Sequence[str]
    people: Staff
    inspectors: Sequence[str]
    core: Contents
    rng: Random

    def months(self) -> list[Month]:
        """January to December."""
        return [Month(self.year, number) for number in range(1, 13)]
