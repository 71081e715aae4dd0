"""项目品质值班评估记录 of a community and date, prefilled from what was found (Z55–Z61)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from pinzhi_xl.kinds import fold
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import chinese_date
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.scoring.day import Day, weighted_mean
from pinzhi_xl.scoring.facts import Case, Visit
from pinzhi_xl.sheets.duty import DutyReview, PostSignature
from pinzhi_xl.sheets.inspections import Inspection
from pinzhi_xl.sheets.organisation import Department
from pinzhi_xl.sheets.terms import Grade
from pinzhi_xl.summary.coverage import coverage_of
from pinzhi_xl.summary.daily import daily
from pinzhi_xl.summary.day_rows import grade_of
from pinzhi_xl.summary.figures import weekday
from pinzhi_xl.summary.rows import RowTexts, count_of, inspectors, listed, place_of
from pinzhi_xl.summary.source import Source
from pinzhi_xl.wording import reports as words

MAIN_FINDINGS = 4
"""Findings told one by one under a head; the rest are counted."""

TYPED = (
    ("grounds_grade", "grounds"),
    ("order_grade", "order"),
    ("service_grade", "service"),
    ("repair_grade", "repair"),
)
"""Fields of 值班评估 in the order of the heads."""


def duty_reports(scene: ReportScene, day: date) -> tuple[Sequence[Report], Sequence[Problem]]:
    """A record for every community with an inspection, a 值班评估 row or a signature on the day."""
    source = Source(scene)

    def found(community: str) -> Sequence[DutyReview]:
        typed = [row for row in source.book.rows(DutyReview) if (row.community, row.day) == (community, day)]
        if not typed and _happened(source, community, day):
            return [DutyReview(community=community, day=day)]
        return typed

    def made(community: str, reviews: Sequence[DutyReview]) -> Sequence[Report]:
        reports = []
        for row in reviews:
            session = row.session if len(reviews) > 1 and row.session else ""
            name = " ".join(filter(None, (str(day), session, community)))
            values = _values(source, community, day, row)
            reports.append(Report(words.DUTY, Month.of(day), name, community, values))
        return reports

    return daily(source, day, Inspection, found, made)


def _happened(source: Source, community: str, day: date) -> bool:
    signed = any((row.community, row.day) == (community, day) for row in source.book.rows(PostSignature))
    return signed or bool(source.visits(community, (day, day)))


@dataclass(frozen=True)
class _OnDay:
    """What is known of a community on the day."""

    source: Source
    community: str
    visits: Sequence[Visit]
    cases: Sequence[Case]
    scored: Day | None


def _values(source: Source, community: str, day: date, typed: DutyReview) -> dict[str, PaperValue]:
    days = source.days(community, (day, day))
    cases = source.cases([community], (day, day))
    visits = source.visits(community, (day, day))
    known = _OnDay(source, community, visits, cases, days[0] if days else None)
    penalties = [row.number for case in cases for row in source.penalties.get(case.row.number or "", ())]
    rows = (source.rectifications.get(case.row.number or "") for case in cases if case.rectifies)
    coverage, missing = coverage_of(source, community, day)
    return {
        **source.head(day.year),
        "community": community,
        "date": chinese_date(day),
        "weekday": weekday(day),
        "session": typed.session or "",
        "weather": typed.weather or "",
        "inspector": source.person(typed.inspector) or words.LIST.join(map(source.person, inspectors(visits))),
        "heads": _heads(known, typed),
        "findings_total": str(len(cases)),
        "places_total": str(count_of(cases)),
        "penalty_numbers": _numbers(penalties),
        "rectification_numbers": _numbers(row.number if row else None for row in rows),
        "coverage": coverage,
        "posts_missing": words.POSTS_MISSING.format(names=words.LIST.join(missing)) if missing else "",
        "overall": str(typed.overall or _overall(known)),
    }


def _numbers(numbers: Iterable[str | None]) -> str:
    """Each number once; those not yet numbered say so."""
    return listed(dict.fromkeys(number or words.NUMBER_PENDING for number in numbers))


def _overall(known: _OnDay) -> Grade | str:
    score = known.scored.score if known.scored else None
    return words.NOTHING if score is None else grade_of(known.source, score)


def _heads(known: _OnDay, typed: DutyReview) -> list[RowTexts]:
    """The four heads, and a fifth for departments that belong to none of them."""
    left = {name for name in known.source.facts.departments if _is_set_up(known, name)}
    rows = []
    for (head, wanted), (grade, text) in zip(words.DUTY_HEADS, TYPED, strict=True):
        departments = _departments(known.source, wanted)
        left -= set(departments)
        rows.append(_head(known, head, departments, getattr(typed, grade), getattr(typed, text)))
    if left:
        others = [name for name in known.source.facts.departments if name in left]
        rows.append(_head(known, words.DUTY_OTHER, others, None, None))
    return rows


def _is_set_up(known: _OnDay, name: str) -> bool:
    return known.source.facts.is_set_up(known.community, name)


def _departments(source: Source, wanted: Sequence[str]) -> list[str]:
    """The departments called so, by name or alias."""
    names = {fold(name) for name in wanted}
    rows = source.book.rows(Department)
    return [row.name for row in rows if row.name and names & {fold(name) for name in (row.name, *row.aliases)}]


def _head(
    known: _OnDay, head: str, departments: Sequence[str], grade: Grade | None, typed: str | None
) -> RowTexts:
    return {
        "name": head,
        "departments": words.LIST.join(departments) or words.NOTHING,
        "grade": str(grade or _grade(known, departments)),
        "situation": typed or _situation(known, departments),
    }


def _grade(known: _OnDay, departments: Sequence[str]) -> Grade | str:
    """By the weighted mean of the departments' day scores; “—” when none was scored."""
    facts = known.source.facts
    pairs: list[tuple[Decimal, Fraction]] = [
        (facts.weight(known.community, part.department), part.score)
        for part in (known.scored.departments if known.scored else ())
        if part.department in departments and part.score is not None
    ]
    mean = weighted_mean(pairs)
    return words.NOTHING if mean is None else grade_of(known.source, mean)


def _situation(known: _OnDay, departments: Sequence[str]) -> str:
    cases = [case for case in known.cases if case.row.department in departments]
    if not cases:
        covered = any(
            visit.covers(name) for visit in known.visits for name in departments if _is_set_up(known, name)
        )
        return words.DUTY_NOTHING if covered else words.DUTY_UNVISITED
    worst = sorted(cases, key=lambda case: (not case.red_line, -(known.source.deduction(case) or Decimal(0))))
    told = [
        words.DUTY_ITEM.format(place=place_of(known.source, case), facts=known.source.masked(case.row.facts))
        for case in worst[:MAIN_FINDINGS]
    ]
    more = len(cases) - len(told)
    return words.DUTY_FOUND.format(
        findings=len(cases),
        places=count_of(cases),
        items=words.PARTS.join(text.rstrip("。；") for text in told),
        more=words.DUTY_MORE.format(count=more) if more else "",
    )
