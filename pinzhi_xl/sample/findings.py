"""Making up the findings of a community's month so that its score comes out as its profile says."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import groupby
from random import Random

from pinzhi_xl.sample import texts
from pinzhi_xl.sample.drafts import Draft, Writer, from_scene, loss
from pinzhi_xl.sample.standards import Standards
from pinzhi_xl.sample.tables import Profile, exempt, phrases, places, profiles, scenes
from pinzhi_xl.sample.visits import Visit, scenes_on
from pinzhi_xl.sheets.terms import Disposition

SWING = tuple(Decimal(text) for text in ("1.15", "0.95", "1.10", "0.80", "0.90"))
"""How a community's days differ from its average."""

USUAL_DAYS = 4
Spot = tuple[str, str]
"""Item code and place."""


def findings(visits: Sequence[Visit], standards: Standards, rng: Random) -> list[Draft]:
    """All findings of the month in the order in which they were found."""
    made = [
        draft
        for profile in profiles()
        for draft in _Maker(profile, [v for v in visits if v.community == profile.name], standards, rng).month()
    ]
    found: list[Draft] = []
    for visit in visits:
        found += _walk([draft for draft in made if draft.visit is visit], standards, rng)
    return found


def _walk(drafts: list[Draft], standards: Standards, rng: Random) -> list[Draft]:
    """The findings of a visit department by department, at times within the visit."""
    if not drafts:
        return []
    visit = drafts[0].visit
    order = sorted({standards.department(draft.item) for draft in drafts})
    rng.shuffle(order)
    drafts.sort(key=lambda draft: (order.index(standards.department(draft.item)), draft.place))
    start = datetime.combine(visit.day, visit.start)
    minutes = int((datetime.combine(visit.day, visit.end) - start).total_seconds()) // 60
    for draft, minute in zip(drafts, sorted(rng.sample(range(5, minutes - 5), len(drafts))), strict=True):
        draft.at = (start + timedelta(minutes=minute)).time()
    return drafts


class _Maker:
    """Makes up the findings of one community, day by day."""

    def __init__(self, profile: Profile, visits: Sequence[Visit], standards: Standards, rng: Random) -> None:
        self._profile = profile
        self._visits = visits
        self._standards = standards
        self._rng = rng
        self._writer = Writer(rng, standards)
        self._turns = max(visit.turn for visit in visits)
        self._used: set[Spot] = {
            (scene.item, scene.words["place"]) for scene in scenes() if scene.community == profile.name
        }
        self._owed = Decimal()

    def month(self) -> Iterator[Draft]:
        """The findings of all days."""
        before: list[Draft] = []
        for _, group in groupby(sorted(self._visits, key=_by_day), key=_by_day):
            visits = list(group)
            drafts = [
                from_scene(scene, visit)
                for visit in visits
                for scene in scenes_on(visit.community, visit.turn, self._turns, visit.session)
            ]
            if any(visit.session == texts.MORNING for visit in visits):
                regular = [visit for visit in visits if visit.session in (texts.MORNING, texts.AFTERNOON)]
                self._fill(drafts, regular, before)
                before = drafts
            yield from drafts

    def _fill(self, drafts: list[Draft], visits: Sequence[Visit], before: Sequence[Draft]) -> None:
        """Add repeats and fresh findings, then raise 处数 until the day costs what it should."""
        drafts += self._repeats(drafts, visits, before)
        wanted = self._profile.findings - (self._turns > USUAL_DAYS)
        while len(drafts) < wanted:
            visit, (code, place) = self._fresh(drafts, visits)
            self._used.add((code, place))
            drafts.append(self._writer.draft(visit, code, place))
        self._raise(drafts, self._profile.loss * SWING[(visits[0].turn - 1) % len(SWING)])

    def _repeats(
        self, drafts: Sequence[Draft], visits: Sequence[Visit], before: Sequence[Draft]
    ) -> Iterator[Draft]:
        """What was to be rectified last time and is found again at the same place."""
        if before:
            self._owed += self._profile.repeats
        taken = {draft.item for draft in drafts}
        again = [draft for draft in before if draft.disposition == Disposition.RECTIFY and draft.item not in taken]
        self._rng.shuffle(again)
        for old in again:
            visit = self._covering(old.item, visits)
            if self._owed >= 1 and visit and not self._standards.items[old.item].monthly:
                self._owed -= 1
                new = self._writer.draft(visit, old.item, old.place)
                new.disposition, new.factor = Disposition.RECTIFY, 2
                yield new

    def _covering(self, code: str, visits: Sequence[Visit]) -> Visit | None:
        """One of the day's visits that looks at an item; None when none does."""
        department = self._standards.department(code)
        found = [v for v in visits if department not in v.skipped and code not in v.unvisited]
        return self._rng.choice(found) if found else None

    def _fresh(self, drafts: Sequence[Draft], visits: Sequence[Visit]) -> tuple[Visit, Spot]:
        """A visit and something not yet found this month, in a department drawn by the profile's mix."""
        taken = {draft.item for draft in drafts if draft.scene} | exempt(self._profile.name)
        names = list(self._profile.mix)
        while True:
            (department,) = self._rng.choices(names, list(self._profile.mix.values()))
            found = [spot for spot in self._spots(department, visits[0].turn) if spot[0] not in taken]
            if found:
                spot = self._rng.choice(found)
                visit = self._covering(spot[0], visits)
                if visit:
                    return visit, spot

    def _spots(self, department: str, turn: int) -> list[Spot]:
        """Items of a department with a place where they may be found, less those found already."""
        items = self._standards.items
        return [
            (code, place)
            for code, phrase in phrases().items()
            if code in items and items[code].department == department and (turn == 1 or not items[code].monthly)
            for place in places(self._profile.name)
            if place.endswith(phrase.places) and (code, place) not in self._used
        ]

    def _raise(self, drafts: Sequence[Draft], target: Decimal) -> None:
        """Raise 处数 one by one as long as the day costs less than `target`."""
        while loss(drafts, self._standards) < target:
            low = [draft for draft in drafts if draft.scene is None and self._may_rise(draft)]
            if not low:
                return
            self._rng.choice(low).count += 1

    def _may_rise(self, draft: Draft) -> bool:
        item = self._standards.items[draft.item]
        return draft.count < draft.most and item.deduction * draft.factor * (draft.count + 1) <= item.points


def _by_day(visit: Visit) -> tuple[date, bool]:
    return visit.day, visit.session == texts.SPOT
