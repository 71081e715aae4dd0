"""The sample year of special inspections, draws, mystery visits and key places."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from decimal import Decimal

from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.model import Value
from pinzhi_xl.sample import special_texts as texts
from pinzhi_xl.sample.cast import Cast, Contents
from pinzhi_xl.sample.special_lots import lots_of
from pinzhi_xl.sample.tables import table
from pinzhi_xl.schema import Row
from pinzhi_xl.sheets.inspections import Inspection, InspectionPlan
from pinzhi_xl.sheets.mystery import MysteryTouch
from pinzhi_xl.sheets.organisation import Department, PlaceName
from pinzhi_xl.sheets.special import KeyPatrol, SpecialItem, SpecialResult
from pinzhi_xl.sheets.special_terms import SpecialVerdict
from pinzhi_xl.sheets.spot import SpotDraw
from pinzhi_xl.sheets.terms import InspectionKind

THEMES = ((texts.FLOOD, 5, 3), (texts.HEATING, 10, 3), (texts.BUILDING, 3, 1), (texts.BUILDING, 9, 1))
"""Theme, month, and how many of the communities it concerns."""

DRAWS = ((3, 6), (9, 8))
"""Month and how many are drawn."""

MYSTERY = ((3, 0), (6, 1), (9, 2), (11, 0))
"""Month and which community is visited."""

_FAMILY = uuid.UUID("0f6f2f1e-52c4-5b0e-8d6f-7f9f3f5ac001")
ValueRow = dict[str, Value]


@dataclass
class _Maker:
    """Makes the rows, numbering inspections and plans behind those of the twelve months."""

    cast: Cast
    made: dict[type[Row], list[ValueRow]] = field(default_factory=dict)

    def add(self, kind: type[Row], row: ValueRow) -> ValueRow:
        """One more row of a sheet."""
        self.made.setdefault(kind, []).append(row)
        return row

    def number(self, kind: type[Row], prefix: str) -> str:
        """The next number behind a prefix, whatever the twelve months used."""
        rows: Sequence[Mapping[str, Value]] = [*self.cast.core.get(kind, ()), *self.made.get(kind, ())]
        ends = [str(row.get("number") or "").removeprefix(prefix) for row in rows]
        return f"{prefix}{max((int(end) for end in ends if end.isdigit()), default=0) + 1}"

    def visit(self, community: str, day: date, kind: InspectionKind, frequency: str) -> tuple[str, str]:
        """A planned inspection that took place; the numbers of plan and inspection."""
        inspector = self.cast.inspectors[day.month % len(self.cast.inspectors)]
        plan = self.number(InspectionPlan, f"JH-{day:%Y%m%d}-")
        head: ValueRow = {"community": community, "day": day, "kind": kind.value, "inspector": inspector}
        self.add(
            InspectionPlan,
            {**head, "number": plan, "frequency": frequency, "session": texts.SESSION, "state": texts.DONE},
        )
        number = self.number(Inspection, f"JC-{day:%Y%m%d}-")
        self.add(Inspection, {**head, "number": number, "plan": plan, "start": time(9), "end": time(11, 30)})
        return plan, number


def rows(cast: Cast) -> Contents:
    """Rows of all sheets of the module, and the inspections and plans they rest on."""
    maker = _Maker(cast)
    for theme, month, communities in THEMES:
        for index, community in enumerate(cast.communities[:communities]):
            _special(maker, theme, community, index, _tuesday(cast.year, month) + timedelta(days=index))
    _draws(maker)
    _mystery(maker)
    _key_places(maker)
    return maker.made


def _tuesday(year: int, month: int) -> date:
    """The second Tuesday of a month."""
    first = date(year, month, 8)
    return first + timedelta(days=(1 - first.weekday()) % 7)


def _special(maker: _Maker, theme: str, community: str, index: int, day: date) -> None:
    _, number = maker.visit(community, day, InspectionKind.SPECIAL, texts.FREQUENCIES[theme])
    failed = {
        int(row["number"]): row
        for row in table("special")
        if row["theme"] == theme and int(row["community"]) == index
    }
    for item in maker.cast.core.get(SpecialItem, ()):
        if item["theme"] == theme:
            at = int(str(item["number"]))
            row: ValueRow = {"inspection": number, "theme": theme, "number": at, "have": item["needed"]}
            maker.add(SpecialResult, row | _result(maker, theme, at, failed.get(at), day))


def _result(maker: _Maker, theme: str, at: int, failed: Mapping[str, str] | None, day: date) -> ValueRow:
    if failed is None:
        away = theme == texts.BUILDING and at in texts.SITE_ITEMS_SKIPPED
        verdict = SpecialVerdict.NOT_APPLICABLE if away else SpecialVerdict.MET
        return {"verdict": verdict.value, "facts": texts.NOT_HERE if away else None}
    row: ValueRow = {
        "verdict": failed["verdict"],
        "facts": failed["facts"],
        "department": failed["department"],
        "due_on": day + timedelta(days=int(failed["due"])),
        "done_on": day + timedelta(days=int(failed["done"])) if failed["done"] else None,
    }
    if failed["have"]:
        row["have"] = Decimal(failed["have"])
    if failed["reviewed"]:
        row |= {
            "reviewer": maker.cast.inspectors[0],
            "reviewed_on": day + timedelta(days=int(failed["reviewed"])),
            "outcome": failed["outcome"],
        }
    return row


def _draws(maker: _Maker) -> None:
    cast = maker.cast
    for month, count in DRAWS:
        day = _tuesday(cast.year, month) + timedelta(days=8)
        seed = texts.SEED.format(year=cast.year, month=month)
        lots = lots_of(cast.core, day, seed, count)
        plans: dict[str, str] = {}
        for one in lots.drawn:
            if one.community not in plans:
                plans[one.community], _ = maker.visit(one.community, day, InspectionKind.SPOT, texts.RANDOM)
        for row in lots.rows(plans):
            maker.add(SpotDraw, row)


def _mystery(maker: _Maker) -> None:
    cast = maker.cast
    skipped = LIST_MARK.join(str(row["name"]) for row in cast.core.get(Department, ()))
    for turn, (month, index) in enumerate(MYSTERY):
        day = _tuesday(cast.year, month) + timedelta(days=3)
        community = cast.communities[index]
        number = maker.number(Inspection, f"JC-{day:%Y%m%d}-")
        maker.add(
            Inspection,
            {
                "number": number,
                "community": community,
                "day": day,
                "start": time(14),
                "end": time(15, 30),
                "kind": InspectionKind.MYSTERY.value,
                "skipped_departments": skipped,
            },
        )
        for at, line in enumerate(_touches(turn), 1):
            maker.add(
                MysteryTouch,
                {
                    "number": f"SK-{day:%Y%m%d}-{at:02d}",
                    "community": community,
                    "day": day,
                    **line,
                    "evidence_at": time(14, 3 + at * 7),
                    "released_on": day + timedelta(days=5),
                    "inspection": number,
                    "source": str(uuid.uuid5(_FAMILY, f"{day}")).upper(),
                },
            )


def _touches(turn: int) -> Iterator[ValueRow]:
    """The script as met; each later visit goes a little better."""
    for row in table("mystery"):
        full, score = Decimal(row["full"]), Decimal(row["score"])
        yield {"touch": row["touch"], "full": full, "score": min(full, score + turn), "facts": row["facts"]}


def _key_places(maker: _Maker) -> None:
    cast = maker.cast
    for index, community in enumerate(cast.communities):
        for at, name in enumerate(texts.KEY_PLACES):
            maker.add(PlaceName, {"community": community, "name": name, "key": texts.YES})
            for month in cast.months():
                if (month.number + at + index) % 9 == 0:
                    continue  # now and then nobody gets there
                day = _tuesday(cast.year, month.number) + timedelta(days=1 + at % 3)
                inspector = cast.inspectors[(at + index) % len(cast.inspectors)]
                facts = texts.PATROLS[(month.number * 3 + at * 2 + index) % len(texts.PATROLS)]
                row: ValueRow = {"community": community, "day": day, "place": name, "at": f"{9 + at}:10"}
                maker.add(KeyPatrol, row | {"inspector": inspector, "facts": facts})
