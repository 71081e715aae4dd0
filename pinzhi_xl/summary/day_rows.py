"""The days of a period as rows: when, who, what was found, what the day scored."""

from fractions import Fraction
from itertools import groupby

from pinzhi_xl.numerals import half_up, plain
from pinzhi_xl.sheets.terms import Grade
from pinzhi_xl.summary.figures import short_day, weekday
from pinzhi_xl.summary.rows import RowTexts, deduction_of, inspectors, when
from pinzhi_xl.summary.source import Source, Span
from pinzhi_xl.wording import reports as words


def day_rows(source: Source, community: str, span: Span) -> list[RowTexts]:
    """One row a day with any inspection; a day without a scored one says 不计分."""
    scored = {day.day: day for day in source.days(community, span)}
    rows = []
    for day, found in groupby(source.visits(community, span), key=lambda visit: visit.day):
        visits = list(found)
        cases = source.cases([community], (day, day))
        score = scored[day].score if day in scored else None
        rows.append(
            {
                "day": short_day(day),
                "weekday": weekday(day),
                "times": when(visits),
                "kinds": words.LIST.join(dict.fromkeys(visit.row.kind or words.PATROL for visit in visits)),
                "inspectors": words.LIST.join(source.person(name) for name in inspectors(visits)),
                "findings": str(len(cases)),
                "deduction": plain(deduction_of(source, cases)),
                "score": words.NOT_SCORED if score is None else f"{half_up(score)}",
                "grade": words.NOTHING if score is None else str(grade_of(source, score)),
            }
        )
    return rows


def grade_of(source: Source, score: Fraction) -> Grade:
    """The grade of an exact score once it is rounded."""
    return source.facts.settings.grade_of(half_up(score))
