"""What doctor finds: verdicts, each with a sentence and what to do, and their lines."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from pinzhi_xl.wording import machine as words


class State(StrEnum):
    """How a check came out; only ACT makes doctor exit with 1."""

    FINE = words.FINE
    NOTE = words.NOTE
    ACT = words.ACT


class Verdict(NamedTuple):
    """What one check says; `fix` is blank where all is fine or the message already says what to do."""

    state: State
    message: str
    fix: str = ""


Check = Callable[[], Verdict | None]
"""A check that has nothing to say here gives None; it may raise a PinzhiError, which is then its message."""


@dataclass(frozen=True)
class Checked:
    """A verdict under the name of its check."""

    state: State
    name: str
    message: str
    fix: str = ""

    def as_json(self) -> dict[str, str]:
        """As ``--json`` shows it."""
        return {"state": self.state.value, "name": self.name, "message": self.message, "fix": self.fix}


def checked_lines(checks: Sequence[Checked]) -> list[str]:
    """One line a check, then how many are to be acted on."""
    lines = [
        words.LINE.format(mark=words.MARKS[one.state.value], name=one.name, message=one.message, fix=one.fix)
        for one in checks
    ]
    act, note = (sum(one.state is state for one in checks) for state in (State.ACT, State.NOTE))
    return [*lines, words.SUMMARY.format(act=act, note=note) if act or note else words.ALL_FINE]
