"""公共形象标准督察情况 of a month: the findings on the items that 参数.公共形象条款 lists (Z13)."""

from collections.abc import Sequence

from pinzhi_xl.kinds import fold
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import plain
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.scoring.facts import Case
from pinzhi_xl.sheets.standards import StandardItem
from pinzhi_xl.summary.analysis import repeated
from pinzhi_xl.summary.figures import month_name, share
from pinzhi_xl.summary.rows import RowTexts, count_of, deduction_of, finding_row
from pinzhi_xl.summary.source import Source, span_of
from pinzhi_xl.wording import assignments as words
from pinzhi_xl.wording import reports as report_words


def public_image_reports(scene: ReportScene, month: Month) -> tuple[Sequence[Report], Sequence[Problem]]:
    """One paper for the company; communities with errors are left out and told."""
    source = Source(scene)
    problems = {name: source.blocked(name, [month]) for name in scene.facts.communities}
    free = [name for name, problem in problems.items() if problem is None]
    told = [problem for problem in problems.values() if problem is not None]
    items = listed_items(source, month)
    if not items or not any(source.visits(name, span_of(month)) for name in free):
        return [], told
    name = f"{month} {report_words.COMPANY_FILE}"
    values = _values(source, month, free, items)
    return [Report(words.PUBLIC_IMAGE, month, name, scene.facts.settings.company, values)], told


def listed_items(source: Source, month: Month) -> list[StandardItem]:
    """The listed items in force at the end of a month, in the order of 检查标准."""
    wanted = {fold(code) for code in source.facts.settings.public_image}
    in_force = [item for items in source.facts.in_force(month.last).values() for item in items]
    return sorted((item for item in in_force if fold(item.code or "") in wanted), key=lambda item: item.row)


def _values(
    source: Source, month: Month, communities: Sequence[str], items: Sequence[StandardItem]
) -> dict[str, PaperValue]:
    codes = {item.code for item in items}
    cases = [case for case in source.cases(communities, span_of(month)) if case.code in codes]
    before = [case for case in source.cases(communities, span_of(month.before)) if case.code in codes]
    rectified = [one for one in source.followed(communities, span_of(month)) if one.case.code in codes]
    closed = sum(not one.is_open for one in rectified)
    held = [name for name in source.facts.communities if name not in communities]
    return {
        **source.head(month.year),
        "month": month_name(month),
        "held": report_words.LEFT_OUT.format(names=report_words.LIST.join(held)) if held else "",
        "items_total": str(len(items)),
        "findings_total": str(len(cases)),
        "places_total": str(count_of(cases)),
        "deduction": plain(deduction_of(source, cases)),
        "closing_rate": share(closed, len(rectified)),
        "sentences": _sentences(source, month, communities, items, cases, len(before)),
        "by_community": [
            _unit(source, name, [c for c in cases if c.visit.community == name]) for name in communities
        ],
        "items": [_item(source, item, [c for c in cases if c.code == item.code]) for item in items],
        "findings": [
            {**finding_row(source, case, n), "community": case.visit.community} for n, case in enumerate(cases, 1)
        ],
    }


def _sentences(
    source: Source,
    month: Month,
    communities: Sequence[str],
    items: Sequence[StandardItem],
    cases: Sequence[Case],
    before: int,
) -> list[str]:
    visits = sum(len(source.visits(name, span_of(month))) for name in communities)
    earlier = any(source.visits(name, span_of(month.before)) for name in communities)
    compared = [words.IMAGE_BEFORE.format(before=before)] if earlier else []
    if not cases:
        return [words.IMAGE_NONE.format(items=len(items), visits=visits), *compared]
    again = len(repeated(source, cases))
    found = words.IMAGE_FOUND.format(
        items=len(items),
        visits=visits,
        findings=len(cases),
        places=count_of(cases),
        deduction=plain(deduction_of(source, cases)),
        hit=len({case.code for case in cases}),
    )
    return [found, *([words.IMAGE_REPEATS.format(count=again)] if again else []), *compared]


def _unit(source: Source, name: str, cases: Sequence[Case]) -> RowTexts:
    return {"name": name, **_counts(source, cases)}


def _item(source: Source, item: StandardItem, cases: Sequence[Case]) -> RowTexts:
    return {
        "code": item.code or "",
        "name": item.item or "",
        "department": item.department or "",
        **_counts(source, cases),
    }


def _counts(source: Source, cases: Sequence[Case]) -> RowTexts:
    return {
        "findings": str(len(cases)),
        "places": str(count_of(cases)),
        "deduction": plain(deduction_of(source, cases)),
        "repeats": str(len(repeated(source, cases))),
    }
