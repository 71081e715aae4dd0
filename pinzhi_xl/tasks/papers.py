"""What tasks that make papers come to: the papers, what stood in the way, what failed."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pinzhi_xl.problem import Problem


@dataclass(frozen=True)
class Paper:
    """One paper of a run: what it is, where it lies, and whether its number is new."""

    kind: str
    number: str
    edition: int
    path: Path
    new: bool
    community: str
    subject: str
    issued_on: str

    def as_json(self) -> dict[str, Any]:
        """The form of contract §2."""
        return {
            "kind": self.kind,
            "number": self.number,
            "edition": self.edition,
            "path": str(self.path),
            "new": self.new,
        }


@dataclass(frozen=True)
class Failure:
    """A file that could not be processed or saved, with the sentence that says why."""

    path: Path
    sentence: str


def papers_json(
    papers: Sequence[Paper], problems: Sequence[Problem] = (), failed: Sequence[Failure] = ()
) -> dict[str, Any]:
    """The outcome of a task that makes papers, in the form of contract §2."""
    return {
        "documents": [paper.as_json() for paper in papers],
        "problems": [problem.as_json() for problem in problems],
        "failed": [{"path": str(one.path), "message": one.sentence} for one in failed],
    }
