"""部门月度评估表: the composite review and the indicators of a month, for appraisal (A18, A19)."""

from collections.abc import Sequence
from fractions import Fraction

from pinzhi_xl.appraisal import Measured, Reviewed, measured, review_month, target_of
from pinzhi_xl.appraisal.review import weights_of
from pinzhi_xl.appraisal.targets import is_met
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import half_up, plain
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.summary.figures import month_name, one
from pinzhi_xl.summary.indicator_rows import indicator_text
from pinzhi_xl.summary.rows import RowTexts
from pinzhi_xl.summary.source import Source
from pinzhi_xl.wording import appraisal as words
from pinzhi_xl.wording import reports as report_words


def review_papers(scene: ReportScene, month: Month) -> tuple[Sequence[Report], Sequence[Problem]]:
    """The one paper of a month; blocked communities stand in it without figures, and are told."""
    source = Source(scene)
    told = [source.blocked(name, [month]) for name in scene.facts.communities]
    reviewed = review_month(scene.facts, month, scene.scores(month).communities, scene.as_of)
    values: dict[str, PaperValue] = {
        **source.head(month.year),
        "month": month_name(month),
        "draft": report_words.DRAFT if source.is_draft(month) else "",
        "weights": weights_text(scene.facts),
        "communities": [_row(found) for found in _ranked(reviewed)],
        "departments": [_row(found) for found in reviewed if found.department != words.TOTAL],
        "indicators": indicator_rows(scene, month),
        "held": held_text([p.value for p in told if p is not None], scene, month),
    }
    report = Report(words.REVIEW_PAPER, month, f"{month} {words.COMPANY}", scene.facts.settings.company, values)
    return [report], [problem for problem in told if problem is not None]


def held_text(found: Sequence[str], scene: ReportScene, month: Month) -> str:
    """Which communities are left out for their errors."""
    names = [name for name in scene.facts.communities if name in scene.blocked(month)]
    return words.HELD.format(names=report_words.LIST.join(names)) if found and names else ""


def weights_text(facts: Facts) -> str:
    """The weights in one sentence."""
    weights = weights_of(facts.settings)
    parts = [words.WEIGHT.format(part=words.PARTS[name], weight=plain(value)) for name, value in weights.items()]
    return words.WEIGHTS.format(weights=report_words.LIST.join(parts))


def _ranked(reviewed: Sequence[Reviewed]) -> list[Reviewed]:
    totals = [one for one in reviewed if one.department == words.TOTAL]
    return sorted(totals, key=lambda found: (found.rank is None, found.rank or 0))


def _row(found: Reviewed) -> RowTexts:
    return {
        "community": found.community,
        "department": found.department,
        **{name: one(None if value is None else half_up(value)) for name, value in found.parts.items()},
        "total": one(found.total),
        "grade": str(found.grade or report_words.NOTHING),
        "rank": report_words.NOTHING if found.rank is None else str(found.rank),
        "chain": report_words.LIST.join(found.missing) or report_words.NONE,
    }


def indicator_rows(scene: ReportScene, month: Month) -> list[RowTexts]:
    """A row for each indicator: the company's figure, its target, and the figure of each community."""
    found = measured(scene.facts, scene.facts.communities, month.first, month.last, scene.as_of)
    by_name: dict[str, list[Measured]] = {}
    for figure in found:
        by_name.setdefault(figure.indicator.name, []).append(figure)
    return [_indicator_row(scene, month, figures) for figures in by_name.values()]


def _indicator_row(scene: ReportScene, month: Month, figures: Sequence[Measured]) -> RowTexts:
    indicator = figures[0].indicator
    total = next(one for one in figures if one.community == words.TOTAL)
    target = target_of(scene.facts.book, month.year, indicator.name)
    met = is_met(indicator, total.value, target)
    each = (f"{f.community} {shown(f)}" for f in figures if f.community != words.TOTAL)
    return {
        "name": indicator.name,
        "value": shown(total),
        "counts": f"{plain(half_up(total.counted.part))}/{plain(half_up(total.counted.whole))}",
        "target": report_words.NOTHING if target is None else plain(target),
        "met": report_words.NOTHING if met is None else words.YES if met else words.NO,
        "chain": report_words.PARTS.join(each),
        "formula": indicator.formula,
    }


def shown(figure: Measured) -> str:
    """A figure with its unit; “—” when there is nothing to divide by."""
    return indicator_text(figure.indicator, None if figure.value is None else Fraction(figure.value))
