"""The root of all operation errors.

A problem in the user's data is a value (`problem.Problem`). What stops an operation as a whole (no workbook,
file held open, disk full) is a `PinzhiError`; each concrete class stands beside the code that raises it and
owns its Chinese sentence, which says what happened, where, and what to do next.
"""

from typing import ClassVar


class PinzhiError(Exception):
    """An operation that failed as a whole: one sentence for the user, exit code 2, nothing half-written."""

    sentence: ClassVar[str] = "{reason}"

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(self.sentence.format(**facts))
