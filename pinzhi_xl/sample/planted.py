"""Wrong rows planted in one community, so that it is blocked and the others go on."""

from collections.abc import Sequence
from dataclasses import dataclass

from pinzhi_xl.model import Value
from pinzhi_xl.sample.drafts import Draft
from pinzhi_xl.sample.tables import table


@dataclass(frozen=True)
class Planted:
    """One wrong row of 问题登记: known by its `facts`, wrong in `field`, met as `problem` of the catalogue."""

    community: str
    field: str
    problem: str
    facts: str
    words: dict[str, str]

    def fits(self, draft: Draft) -> bool:
        """True for a finding that nothing depends on, of a visit where only `field` will be wrong."""
        skipped = self.words["department"] in draft.visit.skipped
        plain = draft.scene is None and draft.visit.community == self.community
        return plain and skipped == (self.field == "department")


_WORDS = ("department", "item", "count", "place", "facts")

PLANTED = tuple(
    Planted(
        row["community"],
        row["field"],
        row["problem"],
        row["facts"],
        {name: row[name] for name in _WORDS},
    )
    for row in table("planted")
)
"""What is wrong in the sample made with ``wrong_row=True``."""


def plant(drafts: Sequence[Draft], rows: Sequence[dict[str, Value]]) -> list[dict[str, Value]]:
    """The rows with plain findings of the community, each of another visit, overwritten by wrong ones."""
    made = [dict(row) for row in rows]
    taken: set[str] = set()
    for planted in PLANTED:
        index = next(
            i for i, draft in enumerate(drafts) if draft.visit.number not in taken and planted.fits(draft)
        )
        taken.add(drafts[index].visit.number)
        made[index] |= {name: text or None for name, text in planted.words.items()}
    return made
