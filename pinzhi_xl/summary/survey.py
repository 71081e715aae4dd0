"""满意度报告 of a half year: matrix, comparison, lowest dimensions, opinions, improvements (A22, E13, G14)."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from pinzhi_xl.half_year import HalfYear
from pinzhi_xl.model import Cell
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import half_up, plain
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.sheets.survey import Survey
from pinzhi_xl.sheets.survey_terms import Dimension
from pinzhi_xl.summary.figures import change, one, per_cent
from pinzhi_xl.summary.source import Source
from pinzhi_xl.summary.survey_counted import Counted, counted
from pinzhi_xl.summary.survey_rows import (
    MOST_OPINIONS,
    below_target,
    compared,
    followed_rows,
    improvement_rows,
    lowest,
    opinion_rows,
    rate_change,
    rates,
    scores,
    survey_row,
)
from pinzhi_xl.wording import reports
from pinzhi_xl.wording import survey_papers as words
from pinzhi_xl.wording.problems import make_problem

MOST_NAMED = 3
"""So many of the lowest dimensions are named in the text."""


def survey_reports(scene: ReportScene, day: date) -> tuple[Sequence[Report], Sequence[Problem]]:
    """The one report of the half year of a day; where no survey of it has ended, that is told."""
    source, half = Source(scene), HalfYear.of(day)
    found = counted(scene, half)
    if not found.now:
        return [], [
            *found.problems,
            make_problem("nothing-to-report", Cell(Survey.sheet.label), period=str(half)),
        ]
    name = f"{half} {words.COMPANY_FILE}"
    report = Report(words.REPORT, Month.of(half.last), name, scene.facts.settings.company, _values(source, found))
    return [report], found.problems


def _values(source: Source, found: Counted) -> dict[str, PaperValue]:
    settings, overall = source.facts.settings, found.total(Dimension.OVERALL)
    opinions = list(opinion_rows(source, found))
    left = len(opinions) - MOST_OPINIONS
    count = sum(bool(row.counts and row.opinion) for survey in found.now.values() for row in survey.answers)
    return {
        **source.head(),
        "half": str(found.half),
        "before": str(found.half.before),
        "rate": per_cent(overall.satisfied_rate),
        "score": one(overall.score),
        "issue_rate": per_cent(found.sum_of("issued", "households")),
        "return_rate": per_cent(found.sum_of("returned", "issued")),
        "sentences": _sentences(source, found),
        "small_note": _small_note(source, found),
        "cell_note": words.CELL_NOTE.format(limit=settings.survey_small_sample),
        "surveys": [survey_row(survey) for survey in found.now.values()],
        "rates": rates(source, found),
        "scores": scores(source, found),
        "compared": compared(found),
        "lowest": lowest(source, found),
        "opinions_note": words.OPINIONS.format(count=count) if count else words.NO_OPINIONS,
        "opinions": opinions[:MOST_OPINIONS],
        "more_opinions": words.MORE_OPINIONS.format(count=left) if left > 0 else "",
        "needs": [
            {"community": name, "facts": source.masked(survey.row.needs)}
            for name, survey in found.now.items()
            if survey.row.needs
        ],
        "improvements": improvement_rows(source, list(found.now.values())),
        "followed": followed_rows(source, found),
    }


def _sentences(source: Source, found: Counted) -> list[str]:
    surveys, target = list(found.now.values()), plain(source.facts.settings.survey_target)
    low = len(below_target(source, found))
    said = [
        words.FROM_SENTENCES.format(
            half=found.half,
            count=len(surveys),
            issued=sum(survey.row.issued or 0 for survey in surveys),
            returned=sum(survey.row.returned or 0 for survey in surveys),
            valid=sum(survey.valid for survey in surveys),
            issue_rate=per_cent(found.sum_of("issued", "households")),
            return_rate=per_cent(found.sum_of("returned", "issued")),
        ),
        _overall(found),
        _lowest_named(found),
        words.BELOW.format(target=target, count=low) if low else words.NONE_BELOW.format(target=target),
    ]
    if found.common and set(found.common) != set(found.now):
        said.append(words.ONLY_COMMON.format(names=reports.LIST.join(found.common)))
    left_out = ((words.MISSING, found.missing), (words.RUNNING, found.running), (words.WRONG, found.wrong))
    return said + [sentence.format(names=reports.LIST.join(names)) for sentence, names in left_out if names]


def _overall(found: Counted) -> str:
    overall = found.total(Dimension.OVERALL)
    now, before = found.common_pair(Dimension.OVERALL)
    moved = [rate_change(now, before), change(_rounded(now.score), _rounded(before.score))]
    rate_moved, score_moved = (
        words.NOT_COMPARED if text == reports.NOTHING else words.COMPARED.format(change=text) for text in moved
    )
    return words.OVERALL.format(
        rate=per_cent(overall.satisfied_rate),
        score=one(overall.score),
        change_rate=rate_moved,
        change_score=score_moved,
    )


def _rounded(value: Fraction | None) -> Decimal | None:
    return None if value is None else half_up(value)


def _lowest_named(found: Counted) -> str:
    """The dimensions with the lowest rate of all communities together."""
    known = [(rate, d) for d in Dimension if (rate := found.total(d).satisfied_rate) is not None]
    known.sort(key=lambda pair: pair[0])
    parts = (words.LOWEST_PART.format(dimension=d.value, rate=per_cent(rate)) for rate, d in known[:MOST_NAMED])
    return words.LOWEST.format(parts=reports.LIST.join(parts))


def _small_note(source: Source, found: Counted) -> str:
    limit = source.facts.settings.survey_small_sample
    names = [
        words.SMALL_NAME.format(community=name, count=survey.valid)
        for name, survey in found.now.items()
        if survey.valid < limit
    ]
    return words.SMALL_NOTE.format(limit=limit, names=reports.LIST.join(names)) if names else ""
