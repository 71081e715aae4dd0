"""检查记录移交单 of a community and day: what goes to 绩效考核处 when the day's records are in order (Z06)."""

from collections.abc import Sequence
from datetime import date

from pinzhi_xl.kinds import SEPARATORS
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import chinese_date, plain
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.scoring.facts import Case, Visit
from pinzhi_xl.sheets.inspections import Inspection
from pinzhi_xl.summary.daily import daily
from pinzhi_xl.summary.figures import times, weekday
from pinzhi_xl.summary.rows import RowTexts, count_of, deduction_of, finding_row, penalties_of, penalty_row
from pinzhi_xl.summary.source import Source
from pinzhi_xl.wording import assignments as words
from pinzhi_xl.wording import reports as report_words


def record_reports(scene: ReportScene, day: date) -> tuple[Sequence[Report], Sequence[Problem]]:
    """A paper for every community inspected on the day; names are masked, the numbers tell the papers."""
    source = Source(scene)

    def found(community: str) -> Sequence[Visit]:
        return source.visits(community, (day, day))

    def made(community: str, visits: Sequence[Visit]) -> Sequence[Report]:
        values = _values(source, community, day, visits)
        return [Report(words.RECORDS, Month.of(day), f"{day} {community}", community, values)]

    return daily(source, day, Inspection, found, made)


def _values(source: Source, community: str, day: date, visits: Sequence[Visit]) -> dict[str, PaperValue]:
    cases = source.cases([community], (day, day))
    penalties = penalties_of(source, cases)
    sentence = words.RECORDS_SUM.format(
        visits=len(visits),
        findings=len(cases),
        places=count_of(cases),
        deduction=plain(deduction_of(source, cases)),
        penalties=len(penalties),
        photos=sum(_photos(case) for case in cases),
    )
    return {
        **source.head(day.year),
        "community": community,
        "date": chinese_date(day),
        "weekday": weekday(day),
        "sentence": sentence,
        "visits": [_visit(source, visit, n) for n, visit in enumerate(visits, 1)],
        "findings": [_finding(source, case, n) for n, case in enumerate(cases, 1)],
        "penalties": [penalty_row(source, case, row, n) for n, (case, row) in enumerate(penalties, 1)],
    }


def _photos(case: Case) -> int:
    return sum(bool(part.strip()) for part in SEPARATORS.split(case.row.photos or ""))


def _visit(source: Source, visit: Visit, number: int) -> RowTexts:
    row = visit.row
    return {
        "no": str(number),
        "number": row.number or report_words.NUMBER_PENDING,
        "times": times(row.start, row.end) or report_words.NOTHING,
        "kind": str(row.kind or report_words.PATROL),
        "inspector": source.person(row.inspector) or report_words.NOTHING,
        "name": report_words.LIST.join(row.skipped_departments) or report_words.NONE,
        "scan": row.scan or report_words.NOTHING,
    }


def _finding(source: Source, case: Case, number: int) -> RowTexts:
    return {**finding_row(source, case, number), "photos": str(_photos(case))}
