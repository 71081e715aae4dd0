"""扣分明细确认单 of a community and month: how every deduction came about, for the manager's signature.

It is passed round like a report, so nobody stands on it in full (law.md §4): the manager and the inspectors sign
on blank lines, and their names are masked as all others.
"""

from collections.abc import Sequence
from decimal import Decimal

from pinzhi_xl.model import Cell
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import plain
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.scoring.day import raw_deduction
from pinzhi_xl.scoring.facts import Case
from pinzhi_xl.sheets.inspections import Inspection
from pinzhi_xl.sheets.organisation import Community
from pinzhi_xl.summary.analysis import chain
from pinzhi_xl.summary.day_rows import day_rows
from pinzhi_xl.summary.figures import month_name, one, points, short_day
from pinzhi_xl.summary.rows import RowTexts, count_of, deduction_of, inspectors, item_of, listed, place_of
from pinzhi_xl.summary.source import Source, span_of
from pinzhi_xl.summary.units import department_rows
from pinzhi_xl.wording import reports as words
from pinzhi_xl.wording.problems import make_problem


def confirmations(scene: ReportScene, month: Month) -> tuple[Sequence[Report], Sequence[Problem]]:
    """One paper a community with an inspection day in the month; blocked ones are told instead."""
    source = Source(scene)
    reports: list[Report] = []
    problems: list[Problem] = []
    for community in scene.facts.communities:
        problem = source.blocked(community, [month])
        if problem is not None:
            problems.append(problem)
        elif scene.facts.days(community, month):
            name = f"{month} {community}"
            values = _values(source, community, month)
            reports.append(Report(words.CONFIRMATION, month, name, community, values))
    if not reports and not problems:
        problems.append(make_problem("nothing-to-report", Cell(Inspection.sheet.label), period=str(month)))
    return reports, problems


def _values(source: Source, community: str, month: Month) -> dict[str, PaperValue]:
    span = span_of(month)
    cases = [case for case in source.cases([community], span) if case.visit.scored]
    score = source.score(community, month)
    assert score is not None  # a community in charge always has its month
    visits = [visit for visit in source.visits(community, span) if visit.scored]
    managers = (row.manager for row in source.book.rows(Community) if row.name == community)
    return {
        **source.head(month.year),
        "community": community,
        "month": month_name(month),
        "draft": words.DRAFT if source.is_draft(month) else "",
        "manager": source.person(next(filter(None, managers), "")),
        "inspectors": listed(source.person(name) for name in inspectors(visits)),
        "findings": [_row(source, case, n) for n, case in enumerate(cases, 1)],
        "findings_total": str(len(cases)),
        "places_total": str(count_of(cases)),
        "deduction_total": plain(deduction_of(source, cases)),
        "departments": department_rows(score, None, cases),
        "days": [row for row in day_rows(source, community, span) if row["score"] != words.NOT_SCORED],
        "score": one(score.score),
        "grade": str(score.grade or words.NOTHING),
        "deduction": points(score.deduction),
    }


def _row(source: Source, case: Case, number: int) -> RowTexts:
    share = source.deduction(case) or Decimal(0)
    return {
        "no": str(number),
        "number": case.row.number or "",
        "day": short_day(case.visit.day),
        "department": case.row.department or "",
        "item": item_of(case),
        "place": place_of(source, case),
        "facts": source.masked(case.row.facts),
        "formula": _formula(source, case, share),
        "reason": source.masked(case.row.adjustment_reason),
        "repeat": _repeat(source, case),
        "deduction": plain(share),
    }


def _formula(source: Source, case: Case, share: Decimal) -> str:
    """单次扣分 × 处数 × 倍数 ± 调整 = 扣分, and what the cap leaves of it."""
    if case.item is None or not _counted(source, case):
        return words.LEFT_ITEM
    repeat = source.repeat(case)
    factor = source.facts.settings.factor(repeat.count)
    text = words.FORMULA.format(unit=points(case.item.deduction), count=case.row.count or 1)
    if factor != 1:
        text += words.FORMULA_FACTOR.format(factor=plain(factor))
    adjustment = case.row.adjustment or Decimal(0)
    if adjustment:
        pattern = words.FORMULA_PLUS if adjustment > 0 else words.FORMULA_MINUS
        text += pattern.format(figure=plain(abs(adjustment)))
    raw = raw_deduction(source.facts, case.item, case, repeat)
    text += words.FORMULA_RESULT.format(figure=plain(raw))
    if share != raw:
        text += (words.CAPPED if share < raw else words.FLOORED).format(figure=plain(share))
    return text


def _counted(source: Source, case: Case) -> bool:
    """True when the item was one of the day's items: else it deducts nothing."""
    days = source.days(case.visit.community, (case.visit.day, case.visit.day))
    return any(case.code in part.items for day in days for part in day.departments)


def _repeat(source: Source, case: Case) -> str:
    repeat = source.repeat(case)
    if repeat.count == 1:
        return ""
    return words.REPEATED.format(count=repeat.count, chain=words.REPEAT_CHAIN.join(chain(source, case)))
