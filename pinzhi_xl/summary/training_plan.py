"""What the papers of training share: the plan in words, and why a session gets no paper."""

from pinzhi_xl.numerals import chinese_date, plain
from pinzhi_xl.papers import PaperValue, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Scene
from pinzhi_xl.rules.training import TRAINING_RULES
from pinzhi_xl.rules.training_records import TRAINING_RECORD_RULES
from pinzhi_xl.sheets.training import TrainingPlan, TrainingRecord
from pinzhi_xl.sheets.training_terms import Depth
from pinzhi_xl.summary.source import Source
from pinzhi_xl.training import Session
from pinzhi_xl.wording import reports
from pinzhi_xl.wording import training as words


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
