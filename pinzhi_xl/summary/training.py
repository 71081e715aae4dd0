"""培训记录与评估表 of each session of a month: the plan, who came, results, three-level evaluation (A12, Z41)."""

from collections.abc import Sequence
from decimal import Decimal

from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.model import Cell
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import plain
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.sheets.organisation import Person
from pinzhi_xl.sheets.training import TrainingCheck, TrainingPlan
from pinzhi_xl.sheets.training_terms import ExamResult, SpotResult, SpotWay
from pinzhi_xl.summary.figures import share, short_day
from pinzhi_xl.summary.rows import RowTexts
from pinzhi_xl.summary.source import Source
from pinzhi_xl.summary.training_plan import name_of, plan_texts, withhold, wrong_rows
from pinzhi_xl.training import Session, Training
from pinzhi_xl.wording import reports
from pinzhi_xl.wording import training as words
from pinzhi_xl.wording.problems import make_problem


def training_papers(scene: ReportScene, month: Month) -> tuple[Sequence[Report], Sequence[Problem]]:
    """A paper for every session of the month that somebody came to; names are masked (law.md §4)."""
    source = Source(scene)
    held = [
        session
        for session in Training(scene.facts).sessions
        if session.plan.is_on
        and (day := session.plan.planned_on)
        and day in month
        and session.present(scene.as_of)
    ]
    wrong = wrong_rows(scene)
    withheld = [problem for session in held if (problem := withhold(source, session, wrong)) is not None]
    numbers = {problem.value for problem in withheld}
    made = [_report(source, session, month) for session in held if name_of(session) not in numbers]
    if not held:
        withheld.append(make_problem("nothing-to-report", Cell(TrainingPlan.sheet.label), period=str(month)))
    return made, withheld


def _report(source: Source, session: Session, month: Month) -> Report:
    plan = session.plan
    community = plan.community or words.WHOLE_COMPANY
    name = f"{name_of(session)} {community}"
    values: dict[str, PaperValue] = {
        **source.head(month.year),
        **plan_texts(source, session),
        "lecturer": source.person(plan.lecturer) or reports.NOTHING,
        "sentences": _sentences(source, session),
        "people": _people(source, session),
        **_evaluation(source, session),
        **_checks(source, session),
    }
    return Report(words.RECORD_PAPER, month, name, plan.community or source.facts.settings.company, values)


def _sentences(source: Source, session: Session) -> list[str]:
    as_of = source.as_of
    present, examined = len(session.present(as_of)), len(session.examined(as_of))
    passed = len(session.passed(as_of))
    results = [session.result(row, as_of) for row in session.records]
    waiting, resit = results.count(ExamResult.WAITING), results.count(ExamResult.TO_RESIT)
    said = [
        words.RESULTS.format(
            expected=session.expected,
            present=present,
            coverage=share(present, session.expected),
            examined=examined,
            passed=passed,
            rate=share(passed, examined),
        )
    ]
    if session.expected > present:
        said.append(words.ABSENT_ONES.format(count=session.expected - present))
    if waiting or resit:
        said.append(words.WAITING_ONES.format(count=waiting, resit=resit))
    return said


def _people(source: Source, session: Session) -> list[RowTexts]:
    known = {row.number: row for row in source.book.rows(Person) if row.number}
    return [
        {
            "no": str(place),
            "employee": row.person or "",
            "who": source.person(row.person),
            "post": _post(known.get(row.person or "")),
            "signed": short_day(row.signed_on),
            "way": str(row.way or reports.NOTHING),
            "examined": short_day(row.exam_day if row.score is not None else None),
            "score": _figure(row.score),
            "second": _figure(row.second_score),
            "result": session.result(row, source.as_of).value,
            "reason": source.masked(row.remark),
        }
        for place, row in enumerate(session.records, start=1)
    ]


def _post(person: Person | None) -> str:
    return "" if person is None else person.post or person.department or ""


def _figure(value: Decimal | None) -> str:
    return reports.NOTHING if value is None else plain(value)


def _evaluation(source: Source, session: Session) -> dict[str, PaperValue]:
    """The three levels, each with its weight, and what they come to; absent ones are named."""
    levels = session.levels
    absent = [words.LEVELS[name] for name, (score, _) in levels.items() if score is None]
    computed = session.plan.learning is None and session.learning is not None
    return {
        "levels": [
            {
                "level": words.LEVELS[name],
                "name": words.LEVEL_MEANING[name],
                "weight": words.WEIGHT.format(weight=plain(weight)),
                "score": _figure(score),
                "remark": words.FROM_SCORES if computed and name == "learning" else "",
            }
            for name, (score, weight) in levels.items()
        ],
        "overall": _figure(session.overall),
        "not_counted": words.NOT_COUNTED.format(names=LIST_MARK.join(absent)) if absent else "",
        "evaluator": source.person(session.plan.evaluator) or reports.NOTHING,
        "opinion": source.masked(session.plan.findings),
    }


def _checks(source: Source, session: Session) -> dict[str, PaperValue]:
    """The spot checks of what was learnt (Z51)."""
    number = session.plan.number
    rows = [row for row in source.book.rows(TrainingCheck) if number and row.training == number]
    rows = [row for row in rows if row.day is not None and row.day <= source.as_of]
    said = words.CHECKS.format(
        count=len(rows),
        written=sum(row.way == SpotWay.WRITTEN for row in rows),
        oral=sum(row.way == SpotWay.ORAL for row in rows),
        passed=sum(row.result == SpotResult.PASSED for row in rows),
    )
    return {
        "checked": said if rows else words.NO_CHECKS,
        "checks": [
            {
                "day": short_day(row.day),
                "employee": row.person or "",
                "who": source.person(row.person),
                "way": str(row.way or reports.NOTHING),
                "facts": source.masked(row.question),
                "result": str(row.result or reports.NOTHING),
                "reason": source.masked(row.followup),
            }
            for row in rows
        ],
    }
