"""专项检查报告 of a month: by theme what was covered, what failed, how it stands, what is lacking (A15)."""

from collections.abc import Sequence

from pinzhi_xl.kinds import fold
from pinzhi_xl.model import Cell
from pinzhi_xl.month import Month
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.special import SPECIAL_RULES
from pinzhi_xl.sheets.special import SpecialResult
from pinzhi_xl.sheets.special_terms import SpecialState
from pinzhi_xl.special.results import Checked, SpecialFacts
from pinzhi_xl.summary.figures import month_name, share, short_day
from pinzhi_xl.summary.rows import RowTexts, inspectors, listed
from pinzhi_xl.summary.source import Source
from pinzhi_xl.summary.special_errors import withheld
from pinzhi_xl.summary.special_theme import Theme, conclusion, sentences_of, supply_row
from pinzhi_xl.wording import special as words
from pinzhi_xl.wording.problems import make_problem


def special_reports(scene: ReportScene, month: Month) -> tuple[Sequence[Report], Sequence[Problem]]:
    """A paper for every community with results of a special inspection in the month."""
    source = Source(scene)
    joined = SpecialFacts(scene.facts)
    errors = withheld(source, SpecialResult, SPECIAL_RULES, month)
    reports: list[Report] = []
    problems: list[Problem] = []
    for community in scene.facts.communities:
        checked = [
            one
            for one in joined.results
            if one.visit.community == community and one.visit.day in month and one.visit.day <= source.as_of
        ]
        if community in errors:
            problems.append(errors[community])
        elif checked:
            values = _values(source, joined, community, month, checked)
            reports.append(Report(words.SPECIAL_REPORT, month, f"{month} {community}", community, values))
    if not reports and not problems:
        cell = Cell(SpecialResult.sheet.label)
        problems.append(make_problem("nothing-to-report", cell, period=str(month)))
    return reports, problems


def _values(
    source: Source, joined: SpecialFacts, community: str, month: Month, checked: Sequence[Checked]
) -> dict[str, PaperValue]:
    themes = [theme for name in joined.themes if (theme := _theme(source, joined, name, checked)) is not None]
    failed = [one for theme in themes for one in theme.failed]
    visits = list({one.visit.row.row: one.visit for one in checked}.values())
    days = sorted({visit.day for visit in visits})
    return {
        **source.head(month.year),
        "community": community,
        "month": month_name(month),
        "days": listed(short_day(day) for day in days),
        "inspectors": listed(source.person(name) for name in inspectors(visits)),
        "theme_names": listed(theme.name for theme in themes),
        "sentences": [sentence for theme in themes for sentence in sentences_of(theme)],
        "themes": [_theme_row(theme) for theme in themes],
        "failed_total": str(len(failed)),
        "failures": [_failure_row(source, theme, one, n) for n, (theme, one) in enumerate(_failures(themes), 1)],
        "supplies": [supply_row(theme, one) for theme in themes for one in theme.supplies],
        "conclusions": [{"theme": theme.name, "reason": conclusion(theme)} for theme in themes],
    }


def _theme(source: Source, joined: SpecialFacts, name: str, checked: Sequence[Checked]) -> Theme | None:
    """The results of a theme; of an item checked twice in the month the later visit counts."""
    own = [one for one in checked if fold(one.row.theme or "") == fold(name)]
    if not own:
        return None
    latest = {one.row.number: one for one in sorted(own, key=lambda one: (one.visit.day, one.row.row))}
    day = max(one.visit.day for one in own)
    states = {one.row.row: joined.state(one.row, source.as_of) for one in latest.values()}
    ordered = tuple(latest[number] for number in sorted(latest, key=lambda number: number or 0))
    return Theme(name, joined.items_of(name, day), ordered, states)


def _theme_row(theme: Theme) -> RowTexts:
    return {
        "theme": theme.name,
        "items": str(len(theme.items)),
        "checked": str(len(theme.checked)),
        "coverage": share(len(theme.checked), len(theme.items)),
        "met": str(theme.count(SpecialState.MET)),
        "failed": str(len(theme.failed)),
        "not_applicable": str(theme.count(SpecialState.NOT_APPLICABLE)),
        "closed": str(theme.count(SpecialState.CLOSED)),
        "open": str(len(theme.open)),
        "rate": share(theme.count(SpecialState.CLOSED), len(theme.failed)),
    }


def _failures(themes: Sequence[Theme]) -> list[tuple[Theme, Checked]]:
    """Failed items, the key ones of each theme first."""
    return [
        (theme, one)
        for theme in themes
        for one in sorted(theme.failed, key=lambda one: (not one.item.key, one.row.number or 0))
    ]


def _failure_row(source: Source, theme: Theme, one: Checked, number: int) -> RowTexts:
    row, state = one.row, theme.states[one.row.row]
    item = one.item.item or ""
    done = row.done_on if state in (SpecialState.TO_REVIEW, SpecialState.CLOSED) else None
    return {
        "no": str(number),
        "theme": theme.name,
        "item": words.KEY_MARK.format(item=item) if one.item.key else item,
        "facts": source.masked(row.facts) or words.NOTHING,
        "department": row.department or words.UNASSIGNED,
        "owner": source.person(row.owner) or words.NOTHING,
        "due": short_day(row.due_on) if row.due_on else words.UNASSIGNED,
        "done": short_day(done),
        "state": str(state or words.NOTHING),
    }
