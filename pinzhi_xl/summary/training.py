"""培训记录与评估表 of each session of a month: the plan, who came, results, three-level evaluation (A12, Z41)."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.model import Cell
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import chinese_date, plain
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Scene
from pinzhi_xl.rules.training import TRAINING_RULES
from pinzhi_xl.rules.training_records import TRAINING_RECORD_RULES
from pinzhi_xl.sheets.organisation import Person
from pinzhi_xl.sheets.training import TrainingCheck, TrainingPlan, TrainingRecord
from pinzhi_xl.sheets.training_terms import Depth, ExamResult, SpotResult, SpotWay
from pinzhi_xl.summary.figures import share, short_day
from pinzhi_xl.summary.rows import RowTexts
from pinzhi_xl.summary.source import Source
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


def _is_held(session: Session, month: Month, as_of: date) -> bool:
    """True for a session of the month, not cancelled, that somebody came to."""
    day = session.plan.planned_on
    return session.plan.is_on and day is not None and day in month and bool(session.present(as_of))


def name_of(session: Session) -> str:
    """The number of a session."""
    return session.plan.number or words.UNNUMBERED


def wrong_rows(scene: ReportScene) -> set[tuple[str, int]]:
    """Sheet and row of every error in the sheets of training."""
    rules = (*TRAINING_RULES, *TRAINING_RECORD_RULES)
    looked = Scene(scene.facts, scene.as_of)
    found = [*scene.facts.book.problems, *(problem for rule in rules for problem in rule(looked))]
    return {(problem.cell.sheet, problem.cell.row) for problem in found if problem.is_error}


def withhold(source: Source, session: Session, wrong: set[tuple[str, int]]) -> Problem | None:
    """Why a session gets no paper: errors in its row or in those of its people."""
    plan, number = session.plan, session.plan.number
    rows = [row for row in source.book.rows(TrainingRecord) if number and row.training == number]
    places = [(TrainingPlan.sheet.label, plan.row), *((TrainingRecord.sheet.label, row.row) for row in rows)]
    count = sum(place in wrong for place in places)
    if not count:
        return None
    return source.book.problem("training-withheld", plan, "number", about=name_of(session), count=count)


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


def plan_texts(source: Source, session: Session) -> dict[str, PaperValue]:
    """What the plan says of a session."""
    plan, settings = session.plan, source.facts.settings
    depth = Depth.FAMILIAR if plan.depth is None else Depth(plan.depth)
    examined = words.DEPTH_EXAMINED if depth.is_examined else words.DEPTH_ALONE
    return {
        "number": name_of(session),
        "theme": source.masked(plan.theme),
        "mandatory": words.MANDATORY.format(theme=plan.mandatory) if plan.mandatory else reports.NOTHING,
        "community": plan.community or words.WHOLE_COMPANY,
        "department": plan.department or words.ALL_DEPARTMENTS,
        "audience": source.masked(plan.audience) or reports.NOTHING,
        "expected": words.PEOPLE.format(count=session.expected),
        "day": chinese_date(plan.planned_on) if plan.planned_on else reports.NOTHING,
        "hours": reports.NOTHING if plan.hours is None else words.HOURS.format(hours=plain(plan.hours)),
        "depth": examined.format(depth=depth.value, days=settings.exam_days),
        "pass_mark": words.MARK_OF_PASSING.format(mark=plain(settings.pass_mark)),
    }


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
