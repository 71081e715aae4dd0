"""The sample's own tables: phrase bank, planned scenes, communities, posts; read from the package's data."""

import csv
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files

from pinzhi_xl.kinds import SEPARATORS


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``data/sample_<name>.tsv``: column → text, blank where nothing is given."""
    text = files("pinzhi_xl").joinpath("data", f"sample_{name}.tsv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def listed(text: str) -> tuple[str, ...]:
    """The parts of a list written in one cell."""
    return tuple(part.strip() for part in SEPARATORS.split(text) if part.strip())


@dataclass(frozen=True)
class Phrase:
    """What inspectors write about one item; `places` are endings of place names where it is found."""

    item: str
    places: tuple[str, ...]
    most: int
    cause: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Profile:
    """How one community fares: findings a visit day, points lost a day, repeats, findings by department, size."""

    name: str
    region: str
    weekday: str
    findings: int
    loss: Decimal
    repeats: Decimal
    mix: dict[str, int]
    households: int


@dataclass(frozen=True)
class Scene:
    """A finding planned by hand; `words` are the finding's fields as typed, `offenders` post → responsibility."""

    community: str
    visit: int
    session: str
    words: dict[str, str]
    offenders: dict[str, str]

    @property
    def item(self) -> str:
        """Code of the item it is about."""
        return self.words["item"]


@cache
def phrases() -> dict[str, Phrase]:
    """The phrase bank by item code."""
    return {
        row["item"]: Phrase(
            row["item"],
            listed(row["places"]),
            int(row["most"]),
            row["cause"],
            tuple(row[f"text_{n}"] for n in (1, 2, 3) if row[f"text_{n}"]),
        )
        for row in table("findings")
    }


@cache
def profiles() -> tuple[Profile, ...]:
    """The communities of the sample."""
    return tuple(
        Profile(
            row["name"],
            row["region"],
            row["weekday"],
            int(row["findings"]),
            Decimal(row["loss"]),
            Decimal(row["repeats"]),
            {name: int(share) for name, share in _pairs(row["mix"]).items()},
            int(row["households"]),
        )
        for row in table("communities")
    )


@cache
def scenes() -> tuple[Scene, ...]:
    """The findings planned by hand."""
    apart = {"community", "visit", "session", "offenders"}
    return tuple(
        Scene(
            row["community"],
            int(row["visit"]),
            row["session"],
            {name: text for name, text in row.items() if name not in apart and text},
            _pairs(row["offenders"]),
        )
        for row in table("scenes")
    )


@cache
def places(community: str) -> dict[str, str]:
    """Place names of a community → a closer note, perhaps blank."""
    return {row["name"]: row["note"] for row in table("places") if row["community"] == community}


@cache
def exempt(community: str) -> frozenset[str]:
    """Items that never apply to a community."""
    rows = [row for row in table("departments") if row["community"] == community]
    return frozenset(code for row in rows for code in listed(row["not_applicable"]))


def _pairs(text: str) -> dict[str, str]:
    """``a:1、b`` → {a: 1, b: blank}."""
    return {name: rest for name, _, rest in (part.partition(":") for part in listed(text))}
