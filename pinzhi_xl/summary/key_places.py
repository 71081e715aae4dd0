"""重点部位巡查情况 of a month: every key place of all communities, how often somebody was there (B02)."""

from collections.abc import Sequence

from pinzhi_xl.indicators.base import Counted, Scope
from pinzhi_xl.indicators.special import key_coverage
from pinzhi_xl.model import Cell
from pinzhi_xl.month import Month
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.scoring.facts import place_key
from pinzhi_xl.sheets.organisation import PlaceName
from pinzhi_xl.sheets.special import KeyPatrol
from pinzhi_xl.special.key_places import Seen, key_places, seen_places, unvisited
from pinzhi_xl.summary.figures import month_name, share, short_day
from pinzhi_xl.summary.rows import RowTexts, listed
from pinzhi_xl.summary.source import Source, span_of
from pinzhi_xl.wording import reports as report_words
from pinzhi_xl.wording import special as words
from pinzhi_xl.wording.problems import make_problem


def key_place_reports(scene: ReportScene, month: Month) -> tuple[Sequence[Report], Sequence[Problem]]:
    """The one paper of the month; none where no place is marked as a key one."""
    source = Source(scene)
    communities = [name for name in scene.facts.communities if key_places(scene.facts, name)]
    if not communities:
        return [], [make_problem("no-key-places", Cell(PlaceName.sheet.label))]
    company = scene.facts.settings.company
    name = f"{month} {report_words.COMPANY_FILE}"
    return [Report(words.KEY_REPORT, month, name, company, _values(source, month, communities))], []


def _values(source: Source, month: Month, communities: Sequence[str]) -> dict[str, PaperValue]:
    counted = {name: _counted(source, month, name) for name in communities}
    whole, part = (sum(int(getattr(one, what)) for one in counted.values()) for what in ("whole", "part"))
    missing = [
        words.PLACE_OF.format(community=community, place=place.name)
        for community in communities
        for place in unvisited(source.facts, community, month, source.as_of)
    ]
    return {
        **source.head(month.year),
        "month": month_name(month),
        "places_total": str(whole),
        "seen_total": str(part),
        "rate": share(part, whole),
        "sentences": [
            words.KEY_SUMMARY.format(places=whole, seen=part, rate=share(part, whole)),
            words.KEY_MISSING.format(names=listed(missing)) if missing else words.KEY_NONE_MISSING,
        ],
        "communities": [
            {
                "name": name,
                "places": str(one.whole),
                "seen": str(one.part),
                "rate": share(int(one.part), int(one.whole)),
                "missing": listed(p.name or "" for p in unvisited(source.facts, name, month, source.as_of)),
            }
            for name, one in counted.items()
        ],
        "places": [row for name in communities for row in _place_rows(source, month, name)],
        "remarks": _remarks(source, month, communities),
    }


def _counted(source: Source, month: Month, community: str) -> Counted:
    return key_coverage(source.facts, Scope((community,), *span_of(month), source.as_of))


def _place_rows(source: Source, month: Month, community: str) -> list[RowTexts]:
    seen = seen_places(source.facts, community)
    rows = []
    for place in key_places(source.facts, community):
        found = [one for one in seen.get(place_key(place.name or ""), ()) if _counts(source, month, one)]
        by = {how: sum(one.how == how for one in found) for how in _HOW}
        rows.append(
            {
                "community": community,
                "place": place.name or "",
                "patrols": str(by[words.BY_PATROL]),
                "findings": str(by[words.BY_FINDING]),
                "signatures": str(by[words.BY_SIGNATURE]),
                "days": str(len({one.day for one in found})),
                "last": short_day(max((one.day for one in found), default=None)),
            }
        )
    return rows


_HOW = (words.BY_PATROL, words.BY_FINDING, words.BY_SIGNATURE)


def _counts(source: Source, month: Month, one: Seen) -> bool:
    return one.day in month and one.day <= source.as_of


def _remarks(source: Source, month: Month, communities: Sequence[str]) -> list[RowTexts]:
    """What was written down on the patrols of the month, by day."""
    rows = [
        row
        for row in source.book.rows(KeyPatrol)
        if row.community in communities and row.day and row.day in month and row.day <= source.as_of and row.facts
    ]
    rows.sort(key=lambda row: (row.day or month.first, row.row))
    return [
        {
            "no": str(number),
            "day": short_day(row.day),
            "community": row.community or "",
            "place": row.place or "",
            "inspector": source.person(row.inspector) or words.NOTHING,
            "facts": source.masked(row.facts),
        }
        for number, row in enumerate(rows, 1)
    ]
