"""培训签到表 of the sessions planned for a day: who is expected, with a line to sign (Z41)."""

from collections.abc import Sequence
from datetime import date

from pinzhi_xl.model import Cell
from pinzhi_xl.month import Month
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.sheets.organisation import Person
from pinzhi_xl.sheets.training import TrainingPlan
from pinzhi_xl.summary.rows import RowTexts
from pinzhi_xl.summary.source import Source
from pinzhi_xl.summary.training_plan import name_of, plan_texts, withhold, wrong_rows
from pinzhi_xl.training import Session, Training
from pinzhi_xl.wording import reports
from pinzhi_xl.wording import training as words
from pinzhi_xl.wording.problems import make_problem

SPARE_ROWS = 3
"""Empty lines for those who come unannounced."""

MOST_ROWS = 80
"""No more lines than this; who expects more lists them in 培训记录."""


def sign_in_sheets(scene: ReportScene, day: date) -> tuple[Sequence[Report], Sequence[Problem]]:
    """A list for each session planned for the day; whoever signs must find the name, so it is printed in full."""
    source = Source(scene)
    due = [one for one in Training(scene.facts).sessions if one.plan.is_on and one.plan.planned_on == day]
    wrong = wrong_rows(scene) if due else set()
    made, problems = [], []
    for session in due:
        problem = withhold(source, session, wrong)
        if problem is None:
            made.append(_report(source, session, day))
        else:
            problems.append(problem)
    if not due:
        problems.append(make_problem("nothing-to-report", Cell(TrainingPlan.sheet.label), period=str(day)))
    return made, problems


def _report(source: Source, session: Session, day: date) -> Report:
    plan = session.plan
    people = _expected_people(source, session, day)
    lines = min(max(session.expected - len(people), 0) + SPARE_ROWS, MOST_ROWS)
    values: dict[str, PaperValue] = {
        **source.head(day.year),
        **plan_texts(source, session),
        "lecturer": _lecturer(source, session),
        "internal": words.INTERNAL,
        "people": people,
        "blank_rows": [{"no": str(len(people) + place)} for place in range(1, lines + 1)],
    }
    name = words.INTERNAL_NAME.format(name=f"{name_of(session)} {plan.community or words.WHOLE_COMPANY}")
    community = plan.community or source.facts.settings.company
    return Report(words.SIGN_IN_PAPER, Month.of(day), name, community, values)


def _lecturer(source: Source, session: Session) -> str:
    typed = session.plan.lecturer or ""
    return source.names.get(typed, typed) or reports.NOTHING


def _expected_people(source: Source, session: Session, day: date) -> list[RowTexts]:
    """Those listed in 培训记录; without any, whoever of 人员 the session is for."""
    people = {row.number: row for row in source.book.rows(Person) if row.number}
    listed = [people.get(row.person or "") for row in session.records]
    found = [row for row in listed if row is not None] if listed else _addressed(source, session, day)
    return [
        {
            "no": str(place),
            "employee": row.number or "",
            "person": row.name or "",
            "name": "　".join(filter(None, (row.department, row.post))),
        }
        for place, row in enumerate(found, start=1)
    ]


def _addressed(source: Source, session: Session, day: date) -> list[Person]:
    plan = session.plan
    if plan.community is None and plan.department is None:
        return []
    return [
        row
        for row in source.book.rows(Person)
        if plan.community in (None, row.community)
        and plan.department in (None, row.department)
        and (row.joined is None or row.joined <= day)
        and (row.left is None or row.left >= day)
    ]
