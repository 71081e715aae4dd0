"""The tables of 满意度报告: the surveys, the matrices, the lowest figures, improvements, opinions."""

from collections import Counter
from collections.abc import Callable, Iterator
from fractions import Fraction

from pinzhi_xl.improvements import improvement_state, rate
from pinzhi_xl.numerals import half_up
from pinzhi_xl.opinions import Opinions
from pinzhi_xl.sheets.survey import Improvement
from pinzhi_xl.sheets.survey_terms import Dimension
from pinzhi_xl.summary.figures import change, one, per_cent, share, short_day
from pinzhi_xl.summary.rows import RowTexts
from pinzhi_xl.summary.source import Source
from pinzhi_xl.summary.survey_counted import Counted
from pinzhi_xl.surveys import Surveyed
from pinzhi_xl.wording import reports
from pinzhi_xl.wording import survey_papers as words

MOST_LOW, FEWEST_LOW, MOST_OPINIONS = 15, 3, 30

Shown = Callable[[str, Dimension], str]
"""From a community (empty: all of them) and a dimension to the text of a cell."""


def _text(value: object) -> str:
    return reports.NOTHING if value is None else str(value)


def survey_row(one_of: Surveyed) -> RowTexts:
    """How many went out and came back in a community."""
    row, by_phone = one_of.row, one_of.by_phone
    return {
        "community": row.community or "",
        "days": words.DAYS.format(first=row.started_on, last=row.ended_on),
        "way": _text(row.way),
        "households": _text(row.households),
        "issued": _text(row.issued),
        "issue_rate": per_cent(rate(row.issued, row.households)),
        "returned": _text(row.returned),
        "return_rate": per_cent(rate(row.returned, row.issued)),
        "valid": str(one_of.valid),
        "by_phone": reports.NOTHING
        if by_phone is None
        else words.PHONE.format(count=by_phone, share=share(by_phone, row.returned or 0)),
        "rate": per_cent(one_of.overall.satisfied_rate),
    }


def matrix(found: Counted, shown: Shown) -> list[RowTexts]:
    """A row for each community and one for all of them together."""
    names = [*found.now, *([""] if len(found.now) > 1 else [])]
    return [
        {"community": name or words.ALL} | {one.name.lower(): shown(name, one) for one in Dimension}
        for name in names
    ]


def rates(source: Source, found: Counted) -> list[RowTexts]:
    """满意率 of each dimension, marked where it is below target or of a small sample."""
    target = Fraction(source.facts.settings.survey_target)

    def shown(name: str, dimension: Dimension) -> str:
        opinions = _opinions(found, name, dimension)
        value = opinions.satisfied_rate
        low = words.LOW if value is not None and value * 100 < target else ""
        figure = one(None if value is None else value * 100)
        return words.CELL.format(figure=figure, mark=low + _small(source, opinions))

    return matrix(found, shown)


def scores(source: Source, found: Counted) -> list[RowTexts]:
    """满意度得分 of each dimension."""

    def shown(name: str, dimension: Dimension) -> str:
        opinions = _opinions(found, name, dimension)
        return words.CELL.format(figure=one(opinions.score), mark=_small(source, opinions))

    return matrix(found, shown)


def compared(found: Counted) -> list[RowTexts]:
    """How 满意率 of each dimension moved in percentage points; nothing where no community was asked before."""

    def shown(name: str, dimension: Dimension) -> str:
        return rate_change(*(found.pair(name, dimension) if name else found.common_pair(dimension)))

    return matrix(found, shown) if found.common else []


def rate_change(now: Opinions, before: Opinions) -> str:
    """↑ or ↓ percentage points between two printed rates."""
    rounded = [
        None if part.satisfied_rate is None else half_up(part.satisfied_rate * 100) for part in (now, before)
    ]
    return change(*rounded)


def _opinions(found: Counted, name: str, dimension: Dimension) -> Opinions:
    return found.pair(name, dimension)[0] if name else found.total(dimension)


def _small(source: Source, opinions: Opinions) -> str:
    return words.SMALL if 0 < opinions.total < source.facts.settings.survey_small_sample else ""


def below_target(source: Source, found: Counted) -> list[tuple[Surveyed, Dimension]]:
    """Communities and dimensions below target, the lowest first."""
    target = Fraction(source.facts.settings.survey_target) / 100
    low = [(survey, dimension) for survey in found.now.values() for dimension in survey.low(target)]
    return sorted(low, key=lambda pair: pair[0].opinions(pair[1]).satisfied_rate or Fraction(0))


def lowest(source: Source, found: Counted) -> list[RowTexts]:
    """What is below target, lowest first; where nothing is, the three lowest."""
    low = below_target(source, found)
    shown = low[:MOST_LOW]
    if not low:
        every = [(survey, dimension) for survey in found.now.values() for dimension in survey.by_dimension]
        every.sort(key=lambda pair: pair[0].opinions(pair[1]).satisfied_rate or Fraction(0))
        shown = every[:FEWEST_LOW]
    return [
        _low_row(found, survey, dimension, (survey, dimension) in low, no)
        for no, (survey, dimension) in enumerate(shown, 1)
    ]


def _low_row(found: Counted, survey: Surveyed, dimension: Dimension, is_low: bool, number: int) -> RowTexts:
    opinions = survey.opinions(dimension)
    drafted = [row.number or "" for row in survey.improvements if row.dimension == dimension]
    return {
        "no": str(number),
        "community": survey.row.community or "",
        "dimension": dimension.value,
        "rate": per_cent(opinions.satisfied_rate),
        "dissatisfied": per_cent(opinions.dissatisfied_rate),
        "score": one(opinions.score),
        "change": rate_change(*found.pair(survey.row.community or "", dimension)),
        "number": drafted[-1] if drafted else words.UNDRAFTED if is_low else reports.NOTHING,
    }


def improvement_rows(source: Source, surveys: list[Surveyed]) -> list[RowTexts]:
    """The improvements of surveys and how they stand."""
    return [_improvement_row(source, survey, row) for survey in surveys for row in survey.improvements]


def _improvement_row(source: Source, survey: Surveyed, row: Improvement) -> RowTexts:
    opinions = survey.opinions(Dimension(row.dimension)) if row.dimension else Opinions({})
    person = source.person(row.owner)
    responsible = words.OWNER.format(department=row.department or "", person=person).strip()
    return {
        "number": row.number or reports.NOTHING,
        "community": row.community or "",
        "dimension": _text(row.dimension),
        "rate": per_cent(opinions.satisfied_rate),
        "facts": source.masked(row.measure) or words.TO_BE_SET,
        "reason": responsible or words.TO_BE_SET,
        "due": short_day(row.due_on),
        "done": short_day(row.done_on),
        "state": improvement_state(row, source.as_of).value,
    }


def followed_rows(source: Source, found: Counted) -> list[RowTexts]:
    """The improvements of the half year before: done, and what the new survey says of the dimension."""
    rows = []
    for survey in found.before.values():
        for row in survey.improvements:
            if row.dimension is None:
                continue
            now, before = found.pair(survey.row.community or "", Dimension(row.dimension))
            texts = words.BEFORE_AFTER.format(
                before=per_cent(before.satisfied_rate), after=per_cent(now.satisfied_rate)
            )
            moved = f"{texts}　{rate_change(now, before)}"
            rows.append({**_improvement_row(source, survey, row), "change": moved})
    return rows


def opinion_rows(source: Source, found: Counted) -> Iterator[RowTexts]:
    """What people wrote, masked; the same words once, the most frequent of a community first."""
    for name, survey in found.now.items():
        texts = (source.masked(row.opinion) for row in survey.answers if row.counts and row.opinion)
        for text, count in Counter(texts).most_common():
            said = words.OPINION_TIMES.format(text=text, count=count) if count > 1 else text
            yield {"community": name, "facts": said}
