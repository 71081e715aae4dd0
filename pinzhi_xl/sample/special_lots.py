"""The draws of the sample year: made by the very draw of the program from the sample's own rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from pinzhi_xl.kinds import Kind, Reading, parse
from pinzhi_xl.model import Value
from pinzhi_xl.sample.tables import listed
from pinzhi_xl.schema import Row
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.inspections import Inspection
from pinzhi_xl.sheets.organisation import Community, CommunityDepartment, Department
from pinzhi_xl.sheets.special_terms import DrawUnit, DrawWay
from pinzhi_xl.sheets.spot import SpotDraw
from pinzhi_xl.sheets.standards import StandardItem
from pinzhi_xl.special.lots import Candidate, Lots, draw_lots
from pinzhi_xl.special.spot import spot_rows

Contents = Mapping[type[Row], Sequence[Mapping[str, Value]]]


@dataclass(frozen=True)
class SampleLots:
    """A draw of the sample."""

    lots: Lots
    asked: int

    @property
    def drawn(self) -> Sequence[Candidate]:
        """What was drawn, the first one first."""
        return self.lots.drawn

    def rows(self, plans: Mapping[str, str]) -> list[dict[str, Value]]:
        """Its rows of 抽查抽取, as contents."""
        made = spot_rows(self.lots, self.asked, plans)
        return [{col.identifier: getattr(row, col.identifier) for col in SpotDraw.sheet.columns} for row in made]


def lots_of(core: Contents, day: date, seed: str, count: int) -> SampleLots:
    """Draw from the sample's communities, departments and items."""
    tables: dict[type[Row], Sequence[Row]] = {
        Community: [Community(name=str(row["name"])) for row in core[Community]],
        Department: [Department(name=str(row["name"]), weight=Decimal(1)) for row in core[Department]],
        CommunityDepartment: [
            CommunityDepartment(
                community=str(row["community"]),
                department=str(row["department"]),
                not_applicable=listed(str(row.get("not_applicable") or "")),
            )
            for row in core[CommunityDepartment]
        ],
        StandardItem: [_item(row) for row in core[StandardItem]],
        Inspection: list(_visits(core)),
    }
    facts = Facts(Book("", tables, {}))
    return SampleLots(draw_lots(facts, day, seed, count, DrawUnit.ITEM, DrawWay.EQUAL), count)


def _visits(core: Contents) -> Iterator[Inspection]:
    """The inspections as the program would read them: dates as typed, departments by their own names."""
    names = {
        alias: str(row["name"])
        for row in core[Department]
        for alias in (str(row["name"]), *listed(str(row.get("aliases") or "")))
    }
    for row in core[Inspection]:
        day = row["day"]
        read = parse(Kind.DATE, day, Reading()) if isinstance(day, str) else day
        if isinstance(read, date):
            skipped = (names.get(name, name) for name in listed(str(row.get("skipped_departments") or "")))
            yield Inspection(
                number=str(row["number"]),
                community=str(row["community"]),
                day=read,
                skipped_departments=tuple(skipped),
            )


def _item(row: Mapping[str, Any]) -> StandardItem:
    return StandardItem(
        code=row["code"],
        department=row["department"],
        item=row["item"],
        short=row["short"],
        points=row["points"],
        since=row["since"],
        until=row["until"],
    )
