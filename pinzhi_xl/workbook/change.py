"""What happens on one sheet, by position: the form of a plan that every adapter carries out."""

from dataclasses import dataclass, field

from pinzhi_xl.model import Value

Position = tuple[int, int]
"""Row and column."""


@dataclass(frozen=True, slots=True)
class Key:
    """The key a row was read with: the edit that leans on it is refused when the cell reads otherwise."""

    row: int
    column: int
    label: str
    value: Value


@dataclass(slots=True)
class SheetChange:
    """What happens on one sheet, by position; `cleared` columns are emptied below the heading row."""

    sheet: str
    header_row: int
    cells: dict[int, dict[int, Value]] = field(default_factory=dict)
    formulas: dict[Position, bytes] = field(default_factory=dict)
    keys: list[Key] = field(default_factory=list)
    cleared: frozenset[int] = frozenset()
