"""The draw of a spot check: who could be drawn, and who is; who knows the seed can repeat it (E03, E11, H12).

Every candidate gets a ticket: SHA-256 of ``seed|candidate`` read as a fraction v of 2²⁵⁶, made −ln(1−v) ÷ weight;
the smallest tickets win. Where all weights are 1 this is the order of the SHA-256 sums themselves.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, localcontext

from pinzhi_xl.scoring.facts import Facts, place_key
from pinzhi_xl.sheets.organisation import PlaceName
from pinzhi_xl.sheets.special_terms import DrawUnit, DrawWay
from pinzhi_xl.special.key_places import seen_places

LONGEST = 365
"""Days after which waiting longer makes no difference; what was never visited has waited so long."""

_SPACE = Decimal(2**256)


@dataclass(frozen=True)
class Candidate:
    """What could be drawn; `waited` days since it was last visited, None when never, `weight` its chance."""

    community: str
    department: str
    item: str
    place: str
    what: str
    waited: int | None
    weight: int = 1

    @property
    def name(self) -> str:
        """What stands behind the seed in the ticket: community, department and item, or community and place."""
        return "|".join(part for part in (self.community, self.department, self.item, self.place) if part)


@dataclass(frozen=True)
class Lots:
    """A draw: its seed, the candidates it was made from, and those drawn, the first one first."""

    day: date
    seed: str
    unit: DrawUnit
    way: DrawWay
    population: Sequence[Candidate]
    drawn: Sequence[Candidate]

    @property
    def digest(self) -> str:
        """Sixteen characters that differ when the candidates or their weights do."""
        listed = "\n".join(sorted(f"{one.name}|{one.weight}" for one in self.population))
        return hashlib.sha256(listed.encode()).hexdigest()[:16]


def default_seed(identity: str, day: date) -> str:
    """The seed of a master and day: nobody chose it."""
    return f"{day:%Y%m%d}-{hashlib.sha256(f'{identity}|{day}'.encode()).hexdigest()[:8]}"


def draw_lots(facts: Facts, day: date, seed: str, count: int, unit: DrawUnit, way: DrawWay) -> Lots:
    """Draw `count` of all that could be visited on `day`; fewer when there are not so many."""
    found = list(items_on(facts, day) if unit is DrawUnit.ITEM else places_on(facts, day))
    if way is DrawWay.WAITING:
        found = [_weighted(one) for one in found]
    drawn = sorted(found, key=lambda one: (ticket(seed, one), one.name))[:count]
    return Lots(day, seed, unit, way, found, drawn)


def ticket(seed: str, one: Candidate) -> Decimal:
    """The candidate's ticket, see the module; the same on every machine."""
    digest = hashlib.sha256(f"{seed}|{one.name}".encode()).digest()
    with localcontext() as context:
        context.prec = 100
        share = Decimal(int.from_bytes(digest)) / _SPACE
        return -(1 - share).ln(context) / one.weight


def _weighted(one: Candidate) -> Candidate:
    waited = LONGEST if one.waited is None else min(max(one.waited, 1), LONGEST)
    return Candidate(one.community, one.department, one.item, one.place, one.what, one.waited, waited)


def items_on(facts: Facts, day: date) -> Iterator[Candidate]:
    """Every item in force on a day of every department set up in a community, less what does not apply there."""
    for community in facts.communities:
        before = [v for v in facts.visits.values() if v.community == community and v.day < day]
        for department in facts.departments:
            if not facts.is_set_up(community, department):
                continue
            days = [visit.day for visit in before if visit.covers(department)]
            waited = (day - max(days)).days if days else None
            exempt = facts.not_applicable(community, department)
            for item in facts.in_force(day).get(department, ()):
                if item.code and item.code not in exempt:
                    yield Candidate(community, department, item.code, "", item.short or item.item or "", waited)


def places_on(facts: Facts, day: date) -> Iterator[Candidate]:
    """Every place of the communities in charge; the last visit is the last record made there before `day`."""
    for community in facts.communities:
        seen = seen_places(facts, community)
        names = dict.fromkeys(
            row.name for row in facts.book.rows(PlaceName) if row.community == community and row.name
        )
        for name in names:
            days = [one.day for one in seen.get(place_key(name), ()) if one.day < day]
            yield Candidate(community, "", "", name, name, (day - max(days)).days if days else None)
