"""The rows of 抽查抽取: from lots, and back again to see whether a draw repeats (H12)."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.special_terms import DrawUnit, DrawWay
from pinzhi_xl.sheets.spot import SpotDraw
from pinzhi_xl.special.lots import Lots, draw_lots


def drawn_on(book: Book, day: date) -> list[SpotDraw]:
    """The draw of a day, the first lot first; empty when there was none."""
    return sorted((row for row in book.rows(SpotDraw) if row.day == day), key=lambda row: row.rank or 0)


def spot_rows(lots: Lots, asked: int, plans: Mapping[str, str]) -> list[SpotDraw]:
    """A row for each lot; `plans` gives the 计划编号 of a community."""
    return [
        SpotDraw(
            day=lots.day,
            seed=lots.seed,
            unit=lots.unit,
            way=lots.way,
            population=len(lots.population),
            digest=lots.digest,
            asked=asked,
            rank=rank,
            community=one.community,
            department=one.department or None,
            item=one.item or None,
            place=one.place or None,
            what=one.what,
            waited=one.waited,
            weight=Decimal(one.weight),
            plan=plans.get(one.community),
        )
        for rank, one in enumerate(lots.drawn, 1)
    ]


def repeats(facts: Facts, rows: Sequence[SpotDraw]) -> bool:
    """True when the same seed still draws the same lots from the same candidates."""
    first = rows[0]
    if first.day is None or first.seed is None:
        return False
    unit, way = first.unit or DrawUnit.ITEM, first.way or DrawWay.EQUAL
    lots = draw_lots(facts, first.day, first.seed, first.asked or len(rows), unit, way)
    again = [(one.community, one.department, one.item, one.place) for one in lots.drawn]
    told = [(row.community or "", row.department or "", row.item or "", row.place or "") for row in rows]
    return lots.digest == first.digest and again == told
