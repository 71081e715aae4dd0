"""The sample year's complaints and repair orders."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from random import Random
from typing import TYPE_CHECKING

from pinzhi_xl.model import Value
from pinzhi_xl.month import Month
from pinzhi_xl.sample import service_texts as texts
from pinzhi_xl.sample.staff import heads
from pinzhi_xl.sample.tables import table
from pinzhi_xl.sheets.complaints import Complaint
from pinzhi_xl.sheets.inspections import Finding, Inspection
from pinzhi_xl.sheets.repairs import RepairOrder

if TYPE_CHECKING:
    from pinzhi_xl.sample.cast import Cast, Contents

ORDERS_A_MONTH = 2
"""Repair orders of each community in each month."""

ANSWERED_LATE = 7
"""Of every so many urgent repairs one is reached late, of every so many small ones one takes a day too long."""


def rows(cast: "Cast") -> "Contents":
    """Rows of 投诉台账 and 报修工单."""
    return {
        Complaint: [_complaint(cast, words) for words in table("complaints")],
        RepairOrder: _orders(cast, Random(f"pinzhi_xl sample repairs {cast.year}")),
    }


def _complaint(cast: "Cast", words: Mapping[str, str]) -> dict[str, Value]:
    community = cast.communities[int(words["community"]) - 1]
    received = datetime.combine(
        date(cast.year, int(words["month"]), int(words["day"])), time.fromisoformat(words["at"])
    )
    answered = received + timedelta(minutes=int(words["answered"]))
    done = _after(received.date(), words["done"])
    revisited = _after(done, words["revisit"])
    plain = ("channel", "room", "content", "category", "justified", "urgency", "department", "result", "cause")
    found = {name: words[name] or None for name in (*plain, "cause_kind", "prevention", "satisfaction")}
    if words["justified"] == texts.INVALID:
        found["cause"] = texts.INVALID_CAUSE
    return {
        **found,
        "day": received.date(),
        "at": received.time(),
        "community": community,
        "complainant": words["owner"],
        "first_handler": cast.people[community, texts.RECEPTIONIST].number,
        "responded_on": answered.date() if answered.date() != received.date() else None,
        "responded_at": answered.time(),
        "done_on": done,
        "revisitor": heads(cast.people, community)[texts.SERVICE].number if revisited else None,
        "revisited_on": revisited,
        "replied_on": _after(revisited, words["reply"]),
        "finding": _finding(cast, community, Month.of(received.date())) if words["linked"] else None,
    }


def _after(day: date | None, days: str) -> date | None:
    return day + timedelta(days=int(days)) if day is not None and days else None


def _finding(cast: "Cast", community: str, month: Month) -> Value:
    """The first finding of a community's month that is to be rectified."""
    inspected = {row["number"] for row in cast.core[Inspection] if row.get("community") == community}
    mark = f"{month.year}{month.number:02d}"
    return next(
        (
            row["number"]
            for row in cast.core[Finding]
            if row.get("inspection") in inspected
            and mark in str(row["number"])
            and texts.RECTIFY in str(row.get("disposition"))
        ),
        None,
    )


def _orders(cast: "Cast", rng: Random) -> list[dict[str, Value]]:
    made: list[dict[str, Value]] = []
    kinds = table("repairs")
    for month in cast.months():
        last = month.number == len(cast.months())
        for community in cast.communities:
            for _ in range(ORDERS_A_MONTH * 2 if last else ORDERS_A_MONTH):
                asked = datetime.combine(
                    month.first + timedelta(days=rng.randrange(27)), time(rng.randint(8, 17), rng.randrange(60))
                )
                made.append(_order(cast, rng, community, asked, kinds[len(made) % len(kinds)], len(made)))
    made.append(_open_order(cast))
    return sorted(made, key=lambda row: str(row["day"]))


def _order(
    cast: "Cast", rng: Random, community: str, asked: datetime, words: Mapping[str, str], place: int
) -> dict[str, Value]:
    urgent = bool(words["urgent"])
    late = place % ANSWERED_LATE == ANSWERED_LATE - 1
    came = asked + timedelta(minutes=rng.randint(5, 14) + (12 if urgent and late else 0))
    hours = rng.randint(1, 4) if urgent else rng.randint(1, 6) + (48 if late else 0)
    done = came + timedelta(hours=hours)
    public = texts.PUBLIC in words["category"]
    return {
        "day": asked.date(),
        "at": asked.time(),
        "channel": words["channel"],
        "community": community,
        "reporter": texts.PUBLIC_REPORTER if public else rng.choice(texts.OWNERS),
        "room": texts.PUBLIC_PLACE
        if public
        else texts.ROOM.format(
            house=rng.randint(1, 8), unit=rng.randint(1, 2), floor=rng.randint(2, 18), door=rng.randint(1, 4)
        ),
        "content": words["content"],
        "category": words["category"],
        "urgent": texts.YES if urgent else None,
        "worker": cast.people[community, words["post"]].number,
        "responded_at": came.time(),
        "done_on": done.date(),
        "done_at": done.time(),
        "result": words["result"],
        "revisitor": cast.people[community, texts.RECEPTIONIST].number,
        "revisited_on": done.date() + timedelta(days=1),
        "satisfaction": rng.choices(texts.ANSWERS, texts.ANSWER_WEIGHTS)[0],
    }


def _open_order(cast: "Cast") -> dict[str, Value]:
    """One that waits for a spare part and is past its deadline at the end of the year."""
    community = cast.communities[-1]
    return {
        "day": date(cast.year, 12, 22),
        "at": time(10, 15),
        "channel": texts.BY_PHONE,
        "community": community,
        "reporter": texts.OWNERS[0],
        "room": texts.ROOM.format(house=4, unit=1, floor=9, door=2),
        "content": texts.OPEN_CONTENT,
        "category": texts.OPEN_CATEGORY,
        "worker": cast.people[community, texts.REPAIRER].number,
        "responded_at": time(11, 0),
    }
