"""演练记录 of every drill held in a month: who took part, how it went, what is to be better (G11, Z54)."""

from collections.abc import Sequence

from pinzhi_xl.model import Cell
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import chinese_date
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.safety.dangers import most_urgent_first
from pinzhi_xl.safety.drills import held_by, state_on
from pinzhi_xl.sheets.dangers import Danger
from pinzhi_xl.sheets.drills import Drill
from pinzhi_xl.summary.figures import share
from pinzhi_xl.summary.safety_rows import danger_row
from pinzhi_xl.summary.source import Source
from pinzhi_xl.wording import reports as report_words
from pinzhi_xl.wording import safety as words
from pinzhi_xl.wording.problems import make_problem


def drill_records(scene: ReportScene, month: Month) -> tuple[Sequence[Report], Sequence[Problem]]:
    """One record for each drill held in the month; one whose row is not numbered yet is told instead."""
    source = Source(scene)
    reports: list[Report] = []
    problems: list[Problem] = []
    for row in source.book.rows(Drill):
        held = held_by(row, source.as_of)
        if held is None or held not in month or row.community not in scene.facts.communities:
            continue
        if row.number is None:
            problems.append(make_problem("drill-not-numbered", source.book.cell(row), value=row.community))
            continue
        name = f"{row.number} {row.community}"
        reports.append(Report(words.DRILL_RECORD, month, name, row.community, _values(source, row)))
    if not reports and not problems:
        problems.append(make_problem("drill-not-held", Cell(Drill.sheet.label), period=str(month)))
    return reports, problems


def _values(source: Source, row: Drill) -> dict[str, PaperValue]:
    nothing = report_words.NOTHING
    found = [danger for danger in source.book.rows(Danger) if danger.drill and danger.drill == row.number]
    ordered = most_urgent_first(found, source.as_of)
    return {
        **source.head(),
        "number": row.number or "",
        "community": row.community or "",
        "plan": str(row.plan or nothing),
        "subject": source.masked(row.subject) or nothing,
        "planned": chinese_date(row.planned_on) if row.planned_on else nothing,
        "held": chinese_date(row.held_on) if row.held_on else nothing,
        "organiser": source.person(row.organiser) or nothing,
        "participants": _people(row.participants),
        "owners": _people(row.owners),
        "minutes": nothing if row.minutes is None else words.MINUTES.format(minutes=row.minutes),
        "asked": _asked(row),
        "verdict": str(row.verdict or words.NOT_EVALUATED),
        "lessons": source.masked(row.lessons) or words.NO_LESSONS,
        "state": str(state_on(row, source.as_of)),
        "dangers": [danger_row(source, danger, n, source.as_of) for n, danger in enumerate(ordered, 1)],
    }


def _people(count: int | None) -> str:
    return report_words.NOTHING if count is None else words.PEOPLE.format(count=count)


def _asked(row: Drill) -> str:
    if not row.asked:
        return words.NOT_ASKED
    knew = row.knew or 0
    return words.ASKED.format(asked=row.asked, knew=knew, share=share(knew, row.asked))
