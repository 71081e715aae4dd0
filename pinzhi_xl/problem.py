"""A problem in the user's data: a value with an address, never an exception."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from pinzhi_xl.model import Cell


class Level(Enum):
    """How much a problem matters: 错误 blocks scores and papers, 提醒 does not."""

    ERROR = "错误"
    REMINDER = "提醒"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in one cell: code, address, column label, present value, sentence, and what to do."""

    level: Level
    code: str
    cell: Cell
    label: str
    value: str
    message: str
    fix: str

    @property
    def is_error(self) -> bool:
        """True when scores and papers of the community concerned are blocked."""
        return self.level is Level.ERROR

    def as_json(self) -> dict[str, str]:
        """The form of contract §2 for ``check --json``."""
        return {
            "level": self.level.value,
            "code": self.code,
            "sheet": self.cell.sheet,
            "cell": self.cell.address,
            "label": self.label,
            "value": self.value,
            "message": self.message,
            "fix": self.fix,
        }


def errors_of(problems: Iterable[Problem]) -> list[Problem]:
    """Those of `problems` that block."""
    return [problem for problem in problems if problem.is_error]
