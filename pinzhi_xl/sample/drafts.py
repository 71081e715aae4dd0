"""One finding in the making, and what a day's findings cost a community."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from random import Random

from pinzhi_xl.sample.standards import Item, Standards
from pinzhi_xl.sample.tables import Scene, phrases
from pinzhi_xl.sample.visits import Visit
from pinzhi_xl.sheets.terms import Disposition, Verdict

AT_ONCE = (*(Disposition.ON_THE_SPOT,) * 3, Disposition.RECTIFY)
LATER = (*(Disposition.RECTIFY,) * 7, *(Disposition.ON_THE_SPOT,) * 8, *(Disposition.RECORD_ONLY,) * 2)
"""How often minor findings are put right at once, later or only noted, by whether the standard allows time."""


@dataclass
class Draft:
    """A finding while its day is being made up; `factor` is 2 for a repeat, `scene` set when planned by hand."""

    visit: Visit
    item: str
    place: str
    facts: str
    disposition: str
    cause: str
    count: int = 1
    most: int = 1
    factor: int = 1
    at: time = time()
    scene: Scene | None = None

    @property
    def deducts(self) -> bool:
        """False for 不适用."""
        return self.scene is None or self.scene.words["verdict"] != Verdict.NOT_APPLICABLE


def loss(drafts: Iterable[Draft], standards: Standards) -> Decimal:
    """Roughly how many points of its day score the community loses."""
    lost: dict[str, Decimal] = {}
    for draft in drafts:
        if draft.deducts:
            more = standards.items[draft.item].deduction * draft.count * draft.factor
            lost[draft.item] = lost.get(draft.item, Decimal()) + more
    return sum((_share(standards.items[code], amount, standards) for code, amount in lost.items()), Decimal())


def _share(item: Item, amount: Decimal, standards: Standards) -> Decimal:
    return min(item.points, amount) * standards.share[item.department]


def from_scene(scene: Scene, visit: Visit) -> Draft:
    """The draft of a planned scene."""
    words = scene.words
    return Draft(
        visit,
        scene.item,
        words["place"],
        words["facts"],
        words.get("disposition", ""),
        words.get("cause", ""),
        count=int(words.get("count", "1")),
        scene=scene,
    )


class Writer:
    """Words an inspector would use; a text seldom serves twice in one community."""

    def __init__(self, rng: Random, standards: Standards) -> None:
        self._rng = rng
        self._standards = standards
        self._used: dict[str, int] = {}

    def draft(self, visit: Visit, code: str, place: str) -> Draft:
        """A finding on `code` at `place`, worded from the phrase bank."""
        phrase = phrases()[code]
        facts = min(phrase.texts, key=lambda text: (self._used.get(text, 0), self._rng.random()))
        self._used[facts] = self._used.get(facts, 0) + 1
        cause = phrase.cause if self._rng.random() < 0.6 else ""
        return Draft(visit, code, place, facts, self._disposition(code), cause, most=phrase.most)

    def _disposition(self, code: str) -> str:
        item = self._standards.items[code]
        if item.major:
            return Disposition.RECTIFY
        return self._rng.choice(AT_ONCE if item.at_once else LATER)
