"""Key places and who was there: a patrol, a finding or a signature counts as a visit (B02)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pinzhi_xl.month import Month
from pinzhi_xl.scoring.facts import Facts, place_key
from pinzhi_xl.sheets.duty import PostSignature
from pinzhi_xl.sheets.organisation import PlaceName
from pinzhi_xl.sheets.special import KeyPatrol
from pinzhi_xl.wording import special as words


@dataclass(frozen=True)
class Seen:
    """Somebody was at a place on a day; `how` is what says so."""

    day: date
    how: str


def key_places(facts: Facts, community: str) -> list[PlaceName]:
    """The places of a community marked as key ones, in sheet order."""
    rows = facts.book.rows(PlaceName)
    return [row for row in rows if row.community == community and row.key and row.name]


def seen_places(facts: Facts, community: str) -> Mapping[str, Sequence[Seen]]:
    """Place (see `place_key`) → every record made there: 重点巡查, 问题登记, 岗位签署."""
    found: dict[str, list[Seen]] = defaultdict(list)
    for patrol in facts.book.rows(KeyPatrol):
        if patrol.community == community and patrol.day and patrol.place:
            found[place_key(patrol.place)].append(Seen(patrol.day, words.BY_PATROL))
    for case in facts.cases_of.get(community, ()):
        if case.row.place:
            found[place_key(case.row.place)].append(Seen(case.visit.day, words.BY_FINDING))
    for row in facts.book.rows(PostSignature):
        if row.community == community and row.day and row.post and row.is_signed:
            found[place_key(row.post)].append(Seen(row.day, words.BY_SIGNATURE))
    return found


def unvisited(facts: Facts, community: str, month: Month, as_of: date) -> list[PlaceName]:
    """The key places of a community at which nothing was recorded in a month up to a day."""
    seen = seen_places(facts, community)
    return [
        place
        for place in key_places(facts, community)
        if not any(one.day in month and one.day <= as_of for one in seen.get(place_key(place.name or ""), ()))
    ]
