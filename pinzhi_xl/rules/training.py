"""Rules of 培训计划, 培训记录 and 培训抽查 (practice.md §7): what cannot be, and what is forgotten."""

from collections.abc import Iterator

from pinzhi_xl.kinds import LIST_MARK, fold
from pinzhi_xl.mandatory_training import Coverage, mandatory_themes
from pinzhi_xl.model import Cell
from pinzhi_xl.people import PEOPLE
from pinzhi_xl.problem import Problem
from pinzhi_xl.quarter import Quarter
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.sheets.organisation import Person
from pinzhi_xl.sheets.settings import SETTING_COLUMNS, SettingRow
from pinzhi_xl.sheets.training import TrainingPlan
from pinzhi_xl.sheets.training_terms import Role, SessionState
from pinzhi_xl.training import Session, Training
from pinzhi_xl.wording import training as words
from pinzhi_xl.wording.problems import make_problem

THEMES_SETTING = next(col.label for col in SETTING_COLUMNS if col.identifier == "mandatory_training")
LEVELS = ("reaction", "learning", "behaviour")


def _sessions(scene: Scene) -> Iterator[Session]:
    """Every session of the book."""
    yield from Training(scene.facts).sessions


@serves("Z52")
def a_mandatory_theme_is_one_of_the_settings(scene: Scene) -> Iterator[Problem]:
    """必选主题 is listed in 参数.必选培训, and a theme that sounds like one is marked as such."""
    themes = {fold(one.theme): one.theme for one in mandatory_themes(scene.facts)}
    for plan in scene.book.rows(TrainingPlan):
        if plan.mandatory:
            if fold(plan.mandatory) not in themes:
                listed = LIST_MARK.join(themes.values())
                yield scene.book.problem("training-theme-unlisted", plan, "mandatory", themes=listed)
            continue
        meant = next((text for folded, text in themes.items() if folded in fold(plan.theme or "")), None)
        if meant is not None:
            yield scene.book.problem("training-theme-unmarked", plan, "theme", theme=meant)


@serves("Z52")
def the_settings_name_known_departments(scene: Scene) -> Iterator[Problem]:
    """A department of 参数.必选培训 that 部门 does not know would never be missed."""
    if not scene.book.rows(TrainingPlan):
        return
    label = SettingRow.sheet.column("value").label
    names = {fold(row.name or ""): row.row for row in scene.book.rows(SettingRow)}
    row = names.get(fold(THEMES_SETTING), 0)
    for one in mandatory_themes(scene.facts):
        if row and one.department and one.department not in scene.facts.departments:
            layout = scene.book.layouts.get(SettingRow.sheet.label)
            cell = Cell(SettingRow.sheet.label, row, layout.columns.get(label, 0) if layout else 0)
            yield make_problem("training-department-unknown", cell, label=label, value=one.department)


@serves("Z52")
def a_mandatory_theme_is_taught_every_quarter(scene: Scene) -> Iterator[Problem]:
    """Of this quarter and the last one: every community was taught, or is going to be (practice.md §7)."""
    training = Training(scene.facts)
    began = min((s.plan.planned_on for s in training.sessions if s.plan.planned_on), default=None)
    if began is None:
        return
    coverage = Coverage(training, scene.as_of)
    now = Quarter.of(scene.as_of)
    for quarter in (now.before, now):
        if quarter < Quarter.of(began):
            continue
        for community, theme in coverage.uncovered(quarter):
            department = words.FOR_DEPARTMENT.format(department=theme.department) if theme.department else ""
            yield make_problem(
                "training-uncovered",
                Cell(TrainingPlan.sheet.label),
                label=TrainingPlan.sheet.column("mandatory").label,
                value=theme.theme,
                quarter=quarter,
                community=community,
                theme=theme.theme,
                department=department,
            )


@serves("A12", "E08", "J08")
def a_session_takes_place(scene: Scene) -> Iterator[Problem]:
    """A planned day gone by without anybody signing in is told; a cancelled session has no sign-in."""
    for session in _sessions(scene):
        plan, present = session.plan, session.present(scene.as_of)
        if not plan.is_on and present:
            number = plan.number or words.UNNUMBERED
            yield scene.book.problem(
                "training-cancelled-yet-held", plan, "cancelled", number=number, count=len(present)
            )
        elif session.state(scene.as_of) is SessionState.MISSED and plan.planned_on is not None:
            late = (scene.as_of - plan.planned_on).days
            name = plan.number or words.UNNUMBERED
            yield scene.book.problem(
                "training-missed", plan, "planned_on", about=name, day=plan.planned_on, days=late
            )


@serves("A04")
def no_more_come_than_are_expected(scene: Scene) -> Iterator[Problem]:
    """参训人数 is at most 应训人数: otherwise 培训覆盖率 is wrong."""
    for session in _sessions(scene):
        count = len(session.present(scene.as_of))
        if session.plan.expected is not None and count > session.plan.expected:
            yield scene.book.problem("training-more-than-expected", session.plan, "expected", count=count)


@serves("A12")
def an_evaluation_follows_the_session(scene: Scene) -> Iterator[Problem]:
    """三级评估 comes after somebody has signed in, and names who evaluated."""
    for session in _sessions(scene):
        filled = [name for name in LEVELS if getattr(session.plan, name) is not None]
        if not filled:
            continue
        if not session.present(scene.as_of):
            yield scene.book.problem("evaluation-before-session", session.plan, filled[0])
        elif not session.plan.evaluator:
            yield scene.book.problem("evaluation-unsigned", session.plan, "evaluator")


@serves("E04")
def a_lecturer_is_a_trainer(scene: Scene) -> Iterator[Problem]:
    """Where 人员 marks trainers, 讲师 who stand in 人员 are among them (E04); guests from outside may teach."""
    people = {key: row for row in scene.book.rows(Person) for key in (row.number, row.name) if key}
    if not any(Role.TRAINER in row.roles for row in people.values()):
        return
    for plan in scene.book.rows(TrainingPlan):
        known = [people.get(part.strip()) for part in PEOPLE.split(plan.lecturer or "")]
        if any(row is not None and Role.TRAINER not in row.roles for row in known):
            yield scene.book.problem("lecturer-is-no-trainer", plan, "lecturer")


TRAINING_RULES: tuple[Rule, ...] = (
    a_mandatory_theme_is_one_of_the_settings,
    the_settings_name_known_departments,
    a_mandatory_theme_is_taught_every_quarter,
    a_session_takes_place,
    no_more_come_than_are_expected,
    an_evaluation_follows_the_session,
    a_lecturer_is_a_trainer,
)
