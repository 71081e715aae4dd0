"""红线通报: one paper for each confirmed red line of a month, to the general manager (practice.md §1.4)."""

from collections.abc import Sequence

from pinzhi_xl.month import Month
from pinzhi_xl.numerals import chinese_date, plain
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.scoring.facts import Case
from pinzhi_xl.summary.figures import clock, month_name, one
from pinzhi_xl.summary.followed import follow
from pinzhi_xl.summary.rows import finding_row, owner_of
from pinzhi_xl.summary.source import Source, span_of
from pinzhi_xl.wording import reports as report_words
from pinzhi_xl.wording import seminar as words


def red_line_papers(scene: ReportScene, month: Month) -> tuple[Sequence[Report], Sequence[Problem]]:
    """A paper for each red line; none in a month without. Blocked communities are told instead."""
    source = Source(scene)
    reports: list[Report] = []
    problems: list[Problem] = []
    for community in scene.facts.communities:
        red = [case for case in source.cases([community], span_of(month)) if case.red_line]
        problem = source.blocked(community, [month]) if red else None
        if problem is not None:
            problems.append(problem)
            continue
        for place, case in enumerate(red, 1):
            name = f"{case.row.number or report_words.NUMBER_PENDING} {community}"
            values = _values(source, month, case, place, len(red))
            reports.append(Report(words.RED_LINE, month, name, community, values))
    return reports, problems


def _values(source: Source, month: Month, case: Case, place: int, count: int) -> dict[str, PaperValue]:
    row = finding_row(source, case, place)
    followed = follow(case, source.rectifications.get(case.row.number or ""), source.as_of)
    return {
        **source.head(case.visit.day.year),
        "month": month_name(month),
        "community": case.visit.community,
        "number": row["number"] or report_words.NUMBER_PENDING,
        "department": row["department"],
        "day": f"{chinese_date(case.visit.day)} {clock(case.row.found_at)}".strip(),
        "place": row["place"] or report_words.NOTHING,
        "item": row["item"],
        "requirement": (case.item.item if case.item else None) or report_words.NOTHING,
        "facts": row["facts"] or report_words.NOTHING,
        "confirmed_by": source.person(case.row.red_line_by) or report_words.NOTHING,
        "deduction": row["deduction"],
        "disposition": row["disposition"],
        "owner": owner_of(source, case, followed),
        "due": row["due"],
        "state": row["state"],
        "sentences": _sentences(source, month, case, place, count),
    }


def _sentences(source: Source, month: Month, case: Case, place: int, count: int) -> list[str]:
    days = source.days(case.visit.community, (case.visit.day, case.visit.day))
    day_score = one(days[0].score) if days and days[0].score is not None else report_words.NOTHING
    said = [
        words.RED_LINE_EFFECT.format(
            cap=plain(source.facts.settings.red_line_cap), day_score=day_score, month=month_name(month)
        ),
        words.RED_LINE_MONTH.format(month=month_name(month), place=place, count=count),
    ]
    again = source.repeat(case).count
    return [*said, *([words.RED_LINE_AGAIN.format(count=again)] if again > 1 else [])]
