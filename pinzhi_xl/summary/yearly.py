"""年度考核报告: the year of the communities and departments, what was promised and reached (A20, A21)."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from pinzhi_xl.appraisal.figures import Measured, measured
from pinzhi_xl.appraisal.targets import is_met, target_of
from pinzhi_xl.appraisal.yearly import YearOf, ranked, years_of_communities, years_of_departments
from pinzhi_xl.indicators import BY_NAME, Scope
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import half_up, plain
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.scoring import MonthScores
from pinzhi_xl.sheets.appraisal import Target
from pinzhi_xl.sheets.commendations import Commendation
from pinzhi_xl.sheets.terms import Grade
from pinzhi_xl.summary.appraisal import shown
from pinzhi_xl.summary.figures import change, one
from pinzhi_xl.summary.rows import RowTexts, penalties_of
from pinzhi_xl.summary.source import Source
from pinzhi_xl.wording import appraisal as words
from pinzhi_xl.wording import reports as report_words


def yearly_reports(scene: ReportScene, day: date) -> tuple[Sequence[Report], Sequence[Problem]]:
    """The company's one report of the year of `day`; communities with errors in any month are told."""
    source, year = Source(scene), day.year
    months = [month for number in range(1, 13) if (month := Month(year, number)).first <= scene.as_of]
    told = [p for name in scene.facts.communities if (p := source.blocked(name, months)) is not None]
    scores = [scene.scores(month) for month in months]
    report = Report(
        words.YEAR_PAPER,
        Month(year, 12),
        f"{year} {words.COMPANY}",
        scene.facts.settings.company,
        _values(source, year, scores),
    )
    return [report], told


def _values(source: Source, year: int, scores: Sequence[MonthScores]) -> dict[str, PaperValue]:
    communities, departments = years_of_communities(scores), years_of_departments(scores)
    ranks = ranked(communities)
    figures = list(
        measured(source.facts, source.facts.communities, date(year, 1, 1), date(year, 12, 31), source.as_of)
    )
    totals = [figure for figure in figures if figure.community == words.TOTAL]
    return {
        **source.head(year),
        "year": words.YEAR.format(year=year),
        "next_year": words.YEAR.format(year=year + 1),
        "sentences": _sentences(source, year, communities, ranks, totals),
        "communities": [_year_row(source, one_year, ranks.get(one_year.name)) for one_year in communities],
        "departments": [_year_row(source, one_year, None) for one_year in departments],
        "monthly": [_month_row(one_year) for one_year in communities],
        "records": [_record_row(source, year, name) for name in source.facts.communities],
        "surveys": _surveys(source, year),
        "indicators": [_indicator_row(source, year, figure) for figure in totals],
        "own": [
            {"name": figure.indicator.name, "value": shown(figure), "formula": figure.indicator.formula}
            for figure in totals
            if figure.indicator.name in words.SELF_REVIEW
        ],
        "targets": [_target_row(row) for row in source.book.rows(Target) if row.year == year + 1],
    }


def _sentences(
    source: Source, year: int, communities: Sequence[YearOf], ranks: Mapping[str, int], totals: Sequence[Measured]
) -> list[str]:
    scored = [one_year for one_year in communities if one_year.name in ranks]
    red = [one_year for one_year in communities if one_year.red_lines]
    found = [words.NO_SCORES.format(year=year)]
    if scored:
        best = [one_year for one_year in scored if ranks[one_year.name] == 1]
        mean = half_up(sum((one_year.mean() or Decimal(0) for one_year in scored), Decimal(0)) / len(scored))
        names = report_words.LIST.join(one_year.name for one_year in best)
        found = [
            words.MEAN_LINE.format(year=year, count=len(scored), score=mean, names=names, best=best[0].mean())
        ]
    names = report_words.LIST.join(one_year.name for one_year in red)
    count = sum(one_year.red_lines for one_year in red)
    found.append(words.RED_LINE.format(count=count, names=names) if red else words.NO_RED_LINE)
    met = [is_met(t.indicator, t.value, target_of(source.book, year, t.indicator.name)) for t in totals]
    with_target = [one_met for one_met in met if one_met is not None]
    if with_target:
        found.append(words.TARGETS_MET.format(count=len(with_target), met=sum(with_target)))
    else:
        found.append(words.NO_TARGETS.format(year=year))
    return found


def _year_row(source: Source, year: YearOf, rank: int | None) -> RowTexts:
    mean, (first, second) = year.mean(), year.halves
    grade = None if mean is None else source.facts.settings.grade_of(mean)
    if grade is Grade.EXCELLENT and year.red_lines:
        grade = Grade.GOOD  # practice.md §1.4: no award of 优 with a red line
    return {
        "name": year.name,
        "rank": report_words.NOTHING if rank is None else str(rank),
        "mean": one(mean),
        "grade": str(grade or report_words.NOTHING),
        "first": one(first),
        "second": one(second),
        "change": change(second, first),
        "best": _month(year.best),
        "worst": _month(year.worst),
        "months": str(len(year.scores)),
        "red": str(year.red_lines),
    }


def _month(found: tuple[int, Decimal] | None) -> str:
    return (
        report_words.NOTHING
        if found is None
        else words.MONTH_AND_SCORE.format(month=found[0], score=one(found[1]))
    )


def _month_row(year: YearOf) -> RowTexts:
    months = {f"m{number}": one(year.scores.get(number)) for number in range(1, 13)}
    return {"name": year.name, **months, "mean": one(year.mean())}


def _record_row(source: Source, year: int, community: str) -> RowTexts:
    """Findings, penalties and commendations of a community's year: both sides of the ledger (A08, J09)."""
    cases = source.cases([community], (date(year, 1, 1), date(year, 12, 31)))
    praised = [row for row in source.book.rows(Commendation) if row.community == community and row.day]
    return {
        "name": community,
        "findings": str(len(cases)),
        "penalties": str(len(penalties_of(source, cases))),
        "commendations": str(sum(row.day is not None and row.day.year == year for row in praised)),
    }


def _surveys(source: Source, year: int) -> list[RowTexts]:
    """The two surveys of the year, by community (A22)."""
    indicator = BY_NAME.get(words.SURVEY_SCORE)
    if indicator is None or indicator.module is None or not source.facts.settings.has(indicator.module):
        return []
    rows = []
    for name in [*source.facts.communities, words.TOTAL]:
        communities = source.facts.communities if name == words.TOTAL else [name]
        found = []
        for first, last in ((Month(year, 1), Month(year, 6)), (Month(year, 7), Month(year, 12))):
            scope = Scope(communities, first.first, last.last, source.as_of)
            value = indicator.value(source.facts, scope)
            found.append(None if value is None else half_up(value))
        rows.append(
            {"name": name, "first": one(found[0]), "second": one(found[1]), "change": change(found[1], found[0])}
        )
    return rows


def _indicator_row(source: Source, year: int, figure: Measured) -> RowTexts:
    target = target_of(source.book, year, figure.indicator.name)
    met = is_met(figure.indicator, figure.value, target)
    return {
        "name": figure.indicator.name,
        "value": shown(figure),
        "target": report_words.NOTHING if target is None else plain(target),
        "met": report_words.NOTHING if met is None else words.YES if met else words.NO,
        "formula": figure.indicator.formula,
    }


def _target_row(row: Target) -> RowTexts:
    return {
        "name": row.indicator or "",
        "community": row.community or words.COMPANY,
        "value": report_words.NOTHING if row.value is None else plain(row.value),
        "owner": row.owner or "",
        "reason": row.measure or "",
    }
