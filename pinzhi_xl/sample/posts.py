"""The sample year's signatures of posts: on the last inspection day of each month most posts sign (Z60)."""

from datetime import date, time

from pinzhi_xl.model import Value
from pinzhi_xl.month import Month
from pinzhi_xl.sample import texts
from pinzhi_xl.sample.cast import Cast, Contents
from pinzhi_xl.sheets.duty import PostSignature
from pinzhi_xl.sheets.inspections import Inspection
from pinzhi_xl.sheets.organisation import PlaceName

ABSENT_EVERY = 11
"""Of so many signatures one is lacking."""


def rows(cast: Cast) -> Contents:
    """A row for each post that must sign, of each community and month."""
    found: list[dict[str, Value]] = []
    posts = [(row["community"], row["name"]) for row in cast.core[PlaceName] if row["must_sign"]]
    names = {one.community: one.name for one in reversed(cast.people.values())}
    for community, day in sorted(_last_days(cast).items(), key=lambda pair: (pair[1], pair[0])):
        for number, (owner, post) in enumerate(posts):
            if owner == community[0]:
                found.append(_row(community[0], day, str(post), names[community[0]], number + day.month))
    return {PostSignature: found}


def _last_days(cast: Cast) -> dict[tuple[str, Month], date]:
    """(community, month) → its last inspection day, of those written as dates."""
    found: dict[tuple[str, Month], date] = {}
    for row in cast.core[Inspection]:
        day = row["day"]
        if isinstance(day, date):
            key = str(row["community"]), Month.of(day)
            found[key] = max(day, found.get(key, day))
    return found


def _row(community: str, day: date, post: str, name: str, number: int) -> dict[str, Value]:
    signed: dict[str, Value] = {"on_duty": name, "signed_at": time(9, 10 + number % 40), "presence": texts.ON_POST}
    lacking: dict[str, Value] = {"presence": texts.OFF_POST}
    return {"community": community, "day": day, "post": post, **(signed if number % ABSENT_EVERY else lacking)}
