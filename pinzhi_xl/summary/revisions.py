"""流程修订汇总 of a year: what was proposed, approved and in force, and the editions of 检查标准 (Z12)."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from pinzhi_xl.indicators.assignments import improved
from pinzhi_xl.indicators.base import Scope
from pinzhi_xl.keys import natural
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import chinese_date
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.revisions import state_on
from pinzhi_xl.sheets.revisions import Revision, RevisionKind, RevisionState
from pinzhi_xl.summary.figures import short_day
from pinzhi_xl.summary.rows import RowTexts
from pinzhi_xl.summary.source import Source
from pinzhi_xl.wording import assignments as words
from pinzhi_xl.wording import reports as report_words


def revision_reports(scene: ReportScene, day: date) -> tuple[Sequence[Report], Sequence[Problem]]:
    """One paper for the company's year; none while nothing was proposed or took effect in it."""
    source = Source(scene)
    rows = [row for row in source.book.rows(Revision) if row.proposal is not None and _of_year(row, day.year)]
    if not rows:
        return [], []
    rows.sort(key=lambda row: (row.proposed_on or date.max, natural(row.number)))
    name = words.YEAR_FILE.format(year=day.year)
    values = _values(source, day.year, rows)
    return [Report(words.REVISIONS_OF_YEAR, Month.of(day), name, scene.facts.settings.company, values)], []


def _of_year(row: Revision, year: int) -> bool:
    return any(day is not None and day.year == year for day in (row.proposed_on, row.effective_on))


def _values(source: Source, year: int, rows: Sequence[Revision]) -> dict[str, PaperValue]:
    as_of = source.as_of
    proposed = [row for row in rows if row.proposed_on is not None and row.proposed_on.year == year]
    states = [state_on(row, as_of) for row in proposed]
    in_force = [row for row in rows if _took_effect(row, year, as_of)]
    scope = Scope(source.facts.communities, date(year, 1, 1), date(year, 12, 31), as_of)
    counts = {
        "given": len(proposed),
        "agreed": states.count(RevisionState.APPROVED) + states.count(RevisionState.IN_FORCE),
        "refused": states.count(RevisionState.REFUSED),
        "open": states.count(RevisionState.PROPOSED),
        "in_force": len(in_force),
        "improved": int(improved(source.facts, scope).part),
    }
    return {
        **source.head(year),
        "year": words.YEAR.format(year=year),
        **{f"{name}_total": str(count) for name, count in counts.items() if name != "refused"},
        "sentences": [words.REVISED.format(year=year, as_of=chinese_date(as_of), **counts)],
        "by_kind": [_kind_row(kind, proposed, in_force) for kind in RevisionKind],
        "revisions": [_row(source, row, n) for n, row in enumerate(rows, 1)],
        "editions": _editions(source),
    }


def _took_effect(row: Revision, year: int, as_of: date) -> bool:
    effective = row.effective_on is not None and row.effective_on.year == year
    return effective and state_on(row, as_of) is RevisionState.IN_FORCE


def _kind_row(kind: RevisionKind, proposed: Sequence[Revision], in_force: Sequence[Revision]) -> RowTexts:
    return {
        "name": kind.value,
        "given": str(sum(row.kind is kind for row in proposed)),
        "in_force": str(sum(row.kind is kind for row in in_force)),
    }


def _row(source: Source, row: Revision, number: int) -> RowTexts:
    return {
        "no": str(number),
        "number": row.number or report_words.NUMBER_PENDING,
        "name": row.document or "",
        "chapter": row.chapter or words.EVERY_CHAPTER,
        "issue": source.masked(row.origin) or report_words.NOTHING,
        "content": source.masked(row.proposal),
        "kind": str(row.kind or report_words.NOTHING),
        "proposed": short_day(row.proposed_on),
        "approver": source.person(row.approver) or report_words.NOTHING,
        "old": row.old_edition or report_words.NOTHING,
        "new": row.new_edition or report_words.NOTHING,
        "effective": short_day(row.effective_on),
        "state": state_on(row, source.as_of).value,
    }


def _editions(source: Source) -> list[RowTexts]:
    """The editions of 检查标准 in force on the day of the report, the oldest first."""
    groups: dict[tuple[date, str], list[str]] = defaultdict(list)
    for department, items in source.facts.in_force(source.as_of).items():
        for item in items:
            groups[item.since or date.min, item.edition or words.FIRST_EDITION].append(department)
    return [
        {
            "edition": edition,
            "since": report_words.NOTHING if since == date.min else chinese_date(since),
            "count": str(len(departments)),
            "name": report_words.LIST.join(dict.fromkeys(departments)),
        }
        for (since, edition), departments in sorted(groups.items())
    ]
