"""What the sample year has of commendations, of persons and of teams."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from pinzhi_xl.model import Value
from pinzhi_xl.sample.cast import Cast, Contents
from pinzhi_xl.sample.tables import table
from pinzhi_xl.sheets.commendations import Commendation, CommendationState


def rows(cast: Cast) -> Contents:
    """Rows of 表彰奖励; communities are named by their place."""
    return {Commendation: [_row(cast, typed) for typed in table("commendations")]}


def _row(cast: Cast, typed: Mapping[str, str]) -> dict[str, Value]:
    community = cast.communities[int(typed["community"]) - 1]
    day = date(cast.year, int(typed["month"]), int(typed["day"]))
    person = cast.people[community, typed["post"]] if typed["post"] else None
    state = CommendationState(typed["state"])
    approved = state in (CommendationState.APPROVED, CommendationState.ANNOUNCED)
    return {
        "day": day,
        "community": community,
        "department": typed["department"],
        "person": person.number if person else None,
        "name": person.name if person else None,
        "team": typed["team"] or None,
        "reason": typed["reason"],
        "basis": typed["basis"],
        "evidence": typed["evidence"],
        "awards": typed["awards"],
        "points": Decimal(typed["points"]) if typed["points"] else None,
        "consent": typed["consent"] or None,
        "approver": cast.inspectors[0] if approved else None,
        "approved_on": day if approved else None,
        "announced_on": date(cast.year, day.month, 28) if state is CommendationState.ANNOUNCED else None,
        "state": state.value,
    }
