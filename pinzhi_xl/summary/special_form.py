"""专项检查表 of a planned special inspection, and 抽查单 of what was drawn: papers to fill in on the spot."""

from collections.abc import Sequence
from datetime import date

from pinzhi_xl.kinds import fold
from pinzhi_xl.model import Cell
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import chinese_date, plain
from pinzhi_xl.outings import outings
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.inspections import InspectionPlan
from pinzhi_xl.sheets.special import SpecialItem
from pinzhi_xl.sheets.special_terms import DrawUnit, DrawWay
from pinzhi_xl.sheets.spot import SpotDraw
from pinzhi_xl.sheets.terms import InspectionKind
from pinzhi_xl.special.results import SpecialFacts
from pinzhi_xl.special.spot import drawn_on, repeats
from pinzhi_xl.summary.figures import weekday
from pinzhi_xl.summary.rows import RowTexts
from pinzhi_xl.summary.source import Source
from pinzhi_xl.summary.special_theme import amount
from pinzhi_xl.wording import special as words
from pinzhi_xl.wording.problems import make_problem

Made = tuple[Sequence[Report], Sequence[Problem]]


def special_forms(scene: ReportScene, day: date) -> Made:
    """A form for every community and theme with a special inspection planned for the day."""
    source, joined = Source(scene), SpecialFacts(scene.facts)
    reports: list[Report] = []
    problems: list[Problem] = []
    for community, plans in _planned(scene.facts, day):
        for plan in plans:
            themes = [theme for theme in joined.themes if fold(theme) in fold(plan.frequency or "")]
            if not themes:
                known = words.LIST.join(joined.themes)
                problem = source.book.problem("special-plan-without-theme", plan, "frequency", themes=known)
                problems.append(problem)
            for theme in themes:
                values = _form(source, joined, community, day, theme, plan)
                name = f"{day} {community} {theme}"
                reports.append(Report(words.SPECIAL_FORM, Month.of(day), name, community, values))
    if not reports and not problems:
        problems.append(make_problem("special-none-planned", Cell(InspectionPlan.sheet.label), day=day))
    return list({report.name: report for report in reports}.values()), problems


def _planned(facts: Facts, day: date) -> list[tuple[str, list[InspectionPlan]]]:
    """Community → its special inspections planned for a day."""
    found = []
    for outing in outings(facts, day):
        plans = [row for row in outing.plans if row.kind is InspectionKind.SPECIAL]
        if plans:
            found.append((outing.community, plans))
    return found


def _form(
    source: Source, joined: SpecialFacts, community: str, day: date, theme: str, plan: InspectionPlan
) -> dict[str, PaperValue]:
    items = joined.items_of(theme, day)
    return {
        **source.head(day.year),
        "community": community,
        "date": chinese_date(day),
        "weekday": weekday(day),
        "theme": theme,
        "session": plan.session or words.NOTHING,
        "inspector": plan.inspector or words.NOTHING,
        "count": str(len(items)),
        "items": [_item_row(item) for item in items if item.needed is None],
        "supplies": [_supply_row(item) for item in items if item.needed is not None],
    }


def _item_row(item: SpecialItem) -> RowTexts:
    return {
        "no": str(item.number),
        "group": item.group or "",
        "item": words.KEY_MARK.format(item=item.item or "") if item.key else item.item or "",
        "reason": item.requirement or "",
        "method": str(item.method or ""),
    }


def _supply_row(item: SpecialItem) -> RowTexts:
    return {
        "no": str(item.number),
        "item": words.KEY_MARK.format(item=item.item or "") if item.key else item.item or "",
        "reason": item.requirement or "",
        "needed": amount(item.needed, item.unit),
        "unit": item.unit or "",
    }


def draw_slips(scene: ReportScene, day: date) -> Made:
    """A slip for every community drawn for the day: what to look at, and how the draw can be repeated."""
    source = Source(scene)
    rows = drawn_on(source.book, day)
    reports = []
    for community in dict.fromkeys(row.community or "" for row in rows):
        own = [row for row in rows if row.community == community]
        values = _slip(source, community, day, own, rows)
        reports.append(Report(words.DRAW_SLIP, Month.of(day), f"{day} {community}", community, values))
    if reports:
        return reports, []
    return [], [make_problem("draw-none", Cell(SpotDraw.sheet.label), day=day)]


def _slip(
    source: Source, community: str, day: date, own: Sequence[SpotDraw], rows: Sequence[SpotDraw]
) -> dict[str, PaperValue]:
    first = rows[0]
    unit, way = first.unit or DrawUnit.ITEM, first.way or DrawWay.EQUAL
    options = words.DRAW_OPTIONS.get(unit, "") + words.DRAW_OPTIONS.get(way, "")
    return {
        **source.head(day.year),
        "community": community,
        "date": chinese_date(day),
        "weekday": weekday(day),
        "plan": own[0].plan or words.NOTHING,
        "seed": first.seed or "",
        "way": str(way),
        "population": words.WITH_UNIT.format(amount=first.population, unit=unit),
        "digest": first.digest or "",
        "asked": str(first.asked or len(rows)),
        "drawn": [_lot_row(source, row, n) for n, row in enumerate(own, 1)],
        "how": words.DRAW_HOW.format(day=day, asked=first.asked, seed=first.seed, options=options),
        "changed": "" if repeats(source.facts, rows) else words.SLIP_CHANGED,
    }


def _lot_row(source: Source, row: SpotDraw, number: int) -> RowTexts:
    item = source.facts.item_on(row.item or "", row.day) if row.item and row.day else None
    return {
        "no": str(number),
        "rank": str(row.rank or ""),
        "department": row.department or words.NOTHING,
        "item": " ".join(filter(None, (row.item, row.what))),
        "reason": (item.item or "") if item else "",
        "waited": words.NEVER if row.waited is None else words.WAITED.format(days=row.waited),
        "weight": plain(row.weight) if row.weight is not None else "",
    }
