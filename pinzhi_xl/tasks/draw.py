"""抽查抽取: a spot check drawn by lot into 督导计划 and 抽查抽取; asked again it is only repeated (E03, H12)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pinzhi_xl.entering import typed_row
from pinzhi_xl.errors import PinzhiError
from pinzhi_xl.keys import fresh_numbers
from pinzhi_xl.model import AppendRow, Edit
from pinzhi_xl.problem import Problem, errors_of
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.inspections import Inspection, InspectionPlan
from pinzhi_xl.sheets.organisation import Community, CommunityDepartment, Department, PlaceName
from pinzhi_xl.sheets.special_terms import DrawUnit, DrawWay
from pinzhi_xl.sheets.spot import SpotDraw
from pinzhi_xl.sheets.standards import StandardItem
from pinzhi_xl.sheets.terms import InspectionKind, PlanState
from pinzhi_xl.special.lots import Lots, default_seed, draw_lots
from pinzhi_xl.special.spot import drawn_on, repeats, spot_rows
from pinzhi_xl.tasks.run import Run, require_columns, write
from pinzhi_xl.wording import special as words
from pinzhi_xl.wording.problems import make_problem
from pinzhi_xl.workbook.port import Workbook

DRAWN_FROM = (Community, Department, CommunityDepartment, StandardItem, PlaceName, Inspection)
"""With an error here nobody knows who could have been drawn: nothing is."""


USUAL_COUNT = 6
"""How many are drawn where nobody says: about what one person looks at in a day; fewer where there are fewer."""


class AlreadyDrawn(PinzhiError):
    """A day is drawn once: another seed, number or way would be choosing."""

    sentence = words.ALREADY_DRAWN


class TooManyAsked(PinzhiError):
    """More are asked for than there are."""

    sentence = words.TOO_MANY


@dataclass(frozen=True)
class Wish:
    """What was asked for; None leaves it to what was drawn before, or to the default."""

    day: date
    count: int | None = None
    seed: str | None = None
    unit: DrawUnit | None = None
    way: DrawWay | None = None


@dataclass(frozen=True)
class Drawn:
    """The rows of a day's draw, whether they are new, and whether drawing them again gives the same."""

    day: date
    rows: Sequence[SpotDraw]
    problems: Sequence[Problem]
    new: bool
    repeats: bool
    written: bool

    @property
    def errors(self) -> list[Problem]:
        """The problems for which nothing was drawn."""
        return errors_of(self.problems)

    def as_json(self) -> dict[str, Any]:
        """The draw with all that is needed to repeat it, and the problems."""
        first = self.rows[0] if self.rows else SpotDraw()
        return {
            "date": self.day.isoformat(),
            "seed": first.seed,
            "unit": first.unit,
            "way": first.way,
            "population": first.population,
            "digest": first.digest,
            "drawn": [_row_json(row) for row in self.rows],
            "new": self.new,
            "repeats": self.repeats,
            "written": self.written,
            "problems": [problem.as_json() for problem in self.problems],
        }

    def lines(self) -> list[str]:
        """One lot a line, then how they came about."""
        if not self.rows:
            return []
        first = self.rows[0]
        facts = {"day": self.day, "way": first.way, "unit": first.unit, "population": first.population}
        listed = [
            words.DRAW_LINE.format(rank=row.rank, community=row.community, what=what_of(row), plan=row.plan or "")
            for row in self.rows
        ]
        listed.append(
            words.DRAW_SUMMARY.format(**facts, count=len(self.rows), seed=first.seed, digest=first.digest)
        )
        if self.new:
            return listed if self.written else [*listed, words.DRAW_DRY]
        said = words.DRAW_SAME if self.repeats else words.DRAW_CHANGED
        return [*listed, said.format(day=self.day, before=first.population, was=first.digest)]


def draw(workbook: Workbook, wish: Wish, run: Run) -> Drawn:
    """Draw for a day; a day that was drawn before is only repeated, and nothing is added."""
    if not run.dry_run:
        workbook.check_writable()
    book = workbook.read()
    known = drawn_on(book, wish.day)
    if known:
        _refuse_another(wish, known[0])
        return Drawn(wish.day, known, (), False, repeats(Facts(book), known), False)
    problems = _faults(book)
    if problems:
        return Drawn(wish.day, (), problems, False, False, False)
    require_columns(book, (InspectionPlan, SpotDraw))
    lots = _lots(book, wish)
    plans = _plans(book, lots)
    rows = spot_rows(lots, len(lots.drawn), {community: plan.number or "" for community, plan in plans.items()})
    result = words.DRAWN.format(count=len(rows), population=len(lots.population), seed=lots.seed)
    run.confirm(words.ASK_DRAW.format(day=wish.day, count=len(rows), unit=lots.unit, plans=len(plans)))
    edits: list[Edit] = [
        AppendRow(type(row).sheet.label, typed_row(book, row)) for row in (*plans.values(), *rows)
    ]
    written = write(workbook, book, edits, run, words.DRAW, str(wish.day), result)
    return Drawn(wish.day, rows, (), True, True, written)


def what_of(row: SpotDraw) -> str:
    """What was drawn, in words."""
    if row.place:
        return row.place
    return words.DRAW_WHAT.format(department=row.department, item=row.item, what=row.what)


def _lots(book: Book, wish: Wish) -> Lots:
    unit, way = wish.unit or DrawUnit.ITEM, wish.way or DrawWay.EQUAL
    seed = wish.seed or default_seed(book.identity, wish.day)
    count = wish.count or USUAL_COUNT
    lots = draw_lots(Facts(book), wish.day, seed, count, unit, way)
    if len(lots.drawn) < (wish.count or 1):
        raise TooManyAsked(population=len(lots.population), unit=unit, count=count)
    return lots


def _plans(book: Book, lots: Lots) -> dict[str, InspectionPlan]:
    """A spot check for every community drawn, in the order of its first lot."""
    numbers = fresh_numbers(book, InspectionPlan, lots.day)
    return {
        community: InspectionPlan(
            number=next(numbers),
            community=community,
            kind=InspectionKind.SPOT,
            frequency=words.RANDOM,
            day=lots.day,
            state=PlanState.PENDING,
        )
        for community in dict.fromkeys(one.community for one in lots.drawn)
    }


def _refuse_another(wish: Wish, known: SpotDraw) -> None:
    asked = ((wish.seed, known.seed), (wish.unit, known.unit), (wish.way, known.way), (wish.count, known.asked))
    if any(new is not None and new != old for new, old in asked):
        raise AlreadyDrawn(day=wish.day, seed=known.seed, unit=known.unit, way=known.way, asked=known.asked)


def _faults(book: Book) -> list[Problem]:
    """One error a sheet that the draw rests on and that cannot be read."""
    found = []
    for kind in DRAWN_FROM:
        label = kind.sheet.label
        first = next((p for p in errors_of(book.problems) if p.cell.sheet == label), None)
        if first is not None:
            found.append(make_problem("draw-withheld", first.cell, value=first.message, sheet=label))
    return found


def _row_json(row: SpotDraw) -> dict[str, Any]:
    return {
        "rank": row.rank,
        "community": row.community,
        "department": row.department,
        "item": row.item,
        "place": row.place,
        "what": row.what,
        "waited": row.waited,
        "plan": row.plan,
    }
