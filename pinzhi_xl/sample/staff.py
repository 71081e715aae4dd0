"""The sample's people and how the communities are staffed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from random import Random

from pinzhi_xl.model import Value
from pinzhi_xl.month import Month
from pinzhi_xl.sample import texts
from pinzhi_xl.sample.tables import Profile, profiles, table


@dataclass(frozen=True)
class Member:
    """One sample person in one post."""

    number: str
    name: str
    community: str
    department: str
    post: str
    is_head: bool
    employer: str


Staff = dict[tuple[str, str], Member]
"""(community, post) → who holds it."""


def names() -> Iterator[str]:
    """员工甲, 员工乙 … 员工癸, 员工甲一 …, as many as are asked for."""
    for turn in ("", *texts.ROUNDS):
        for stem in texts.STEMS:
            yield texts.PERSON.format(stem=stem, round=turn)


def staff() -> tuple[Staff, tuple[str, ...]]:
    """All members by community and post, and the inspectors of 品质管理部, who are no members."""
    pool = names()
    found: Staff = {}
    for profile in profiles():
        for row in table("posts"):
            found[profile.name, row["post"]] = Member(
                f"A{len(found) + 1:03d}",
                next(pool),
                profile.name,
                row["department"],
                row["post"],
                bool(row["head"]),
                _employer(profile.name, row["post"]),
            )
    return found, (next(pool), next(pool), next(pool))


def _employer(community: str, post: str) -> str:
    ours = (row for row in table("departments") if row["community"] == community and row["supplied_post"] == post)
    return next((row["supplier"] for row in ours), "")


def heads(people: Staff, community: str) -> dict[str, Member]:
    """Department → who heads it."""
    return {one.department: one for one in people.values() if one.community == community and one.is_head}


def person_rows(month: Month, people: Staff, rng: Random) -> list[dict[str, Value]]:
    """Rows of 人员; everybody joined well before the month."""
    return [
        {
            "number": one.number,
            "name": one.name,
            "community": one.community,
            "department": one.department,
            "post": one.post,
            "employer": one.employer or None,
            "joined": month.first - timedelta(days=rng.randint(120, 2600)),
        }
        for one in people.values()
    ]


def community_rows(people: Staff) -> list[dict[str, Value]]:
    """Rows of 项目."""
    return [
        {
            "name": profile.name,
            "region": profile.region,
            "manager": _manager(people, profile).name,
            "weekdays": profile.weekday,
            "households": profile.households,
        }
        for profile in profiles()
    ]


def _manager(people: Staff, profile: Profile) -> Member:
    first = table("posts")[0]
    return people[profile.name, first["post"]]


def department_rows(people: Staff) -> list[dict[str, Value]]:
    """Rows of 项目部门: a head for each, and what is special."""
    special = {(row["community"], row["department"]): row for row in table("departments")}
    rows: list[dict[str, Value]] = []
    for one in people.values():
        if one.is_head:
            own = special.get((one.community, one.department), {})
            rows.append(
                {
                    "community": one.community,
                    "department": one.department,
                    "weight": Decimal(own["weight"]) if own.get("weight") else None,
                    "head": one.number,
                    "supplier": own.get("supplier") or None,
                    "not_applicable": own.get("not_applicable") or None,
                }
            )
    return rows


def place_rows() -> list[dict[str, Value]]:
    """Rows of 位置."""
    return [
        {"community": row["community"], "name": row["name"], "must_sign": row["must_sign"] or None}
        for row in table("places")
    ]
