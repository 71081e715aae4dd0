"""Which communities' papers are withheld for errors in the sheets of special inspections and mystery visits."""

from collections.abc import Iterable, Mapping, Sequence

from pinzhi_xl.month import Month
from pinzhi_xl.problem import Problem, errors_of
from pinzhi_xl.rules.base import Rule, Scene
from pinzhi_xl.schema import Row
from pinzhi_xl.sheets.mystery import MysteryTouch
from pinzhi_xl.sheets.special import SpecialResult
from pinzhi_xl.summary.source import Source
from pinzhi_xl.wording.problems import make_problem


def withheld(source: Source, kind: type[Row], rules: Iterable[Rule], month: Month) -> Mapping[str, Problem]:
    """Community → why it gets no paper made from the sheet of `kind` for a month.

    An error in a row that cannot be told apart by community and month concerns them all.
    """
    scene = Scene(source.facts, source.as_of)
    label = kind.sheet.label
    found = [p for p in errors_of(source.book.problems) if p.cell.sheet == label]
    found += [p for rule in rules for p in errors_of(rule(scene)) if p.cell.sheet == label]
    rows = {row.row: row for row in source.book.rows(kind)}
    by_community: dict[str, list[Problem]] = {}
    for problem in dict.fromkeys(found):
        for community in _where(source, rows.get(problem.cell.row), month):
            by_community.setdefault(community, []).append(problem)
    told = {community: _told(community, month, problems) for community, problems in by_community.items()}
    blocked = {name: p for name in source.facts.communities if (p := source.blocked(name, [month])) is not None}
    return {**told, **blocked}


def _where(source: Source, row: Row | None, month: Month) -> Sequence[str]:
    community, day = None, None
    if isinstance(row, SpecialResult):
        visit = source.facts.visits.get(row.inspection or "")
        community, day = (visit.community, visit.day) if visit is not None else (None, None)
    elif isinstance(row, MysteryTouch):
        community, day = row.community, row.day
    if day is not None and day not in month:
        return ()
    return source.facts.communities if community is None else (community,)


def _told(community: str, month: Month, problems: Sequence[Problem]) -> Problem:
    first = problems[0]
    return make_problem(
        "report-withheld",
        first.cell,
        label=first.label,
        value=first.value,
        community=community,
        month=month,
        count=len(problems),
    )
