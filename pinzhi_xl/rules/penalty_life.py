"""Rules of the life of a notice: illegal steps, each told with the legal ones (law.md §3, practice.md §3.3)."""

from collections.abc import Iterator

from pinzhi_xl.kinds import LIST_MARK, fold, spell
from pinzhi_xl.penalties.state import Life, is_delivered, is_witnessed, void_numbers
from pinzhi_xl.people import PEOPLE
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.sheets.followup import Appeal, Penalty, Rectification
from pinzhi_xl.sheets.settings import typed_month
from pinzhi_xl.wording import penalties as words
from pinzhi_xl.wording.privacy import ARCHIVED

DECIDED = ("decision", "decided_points", "decided_money", "decided_by", "decided_on")
"""What 行政部 fills in."""


def _life(scene: Scene) -> Life:
    return Life(scene.facts, void_numbers(scene.book), scene.as_of)


def _alive(scene: Scene) -> Iterator[tuple[Life, Penalty]]:
    """Every row of 处罚登记 that is not void."""
    life = _life(scene)
    for row in scene.book.rows(Penalty):
        if not life.is_void(row):
            yield life, row


def _problem(scene: Scene, code: str, life: Life, row: Penalty, name: str, **facts: object) -> Problem:
    """A problem of a step, with the notice and its legal steps."""
    number = row.number or words.UNNUMBERED.format(finding=row.finding, person=row.person)
    facts |= {"number": number, "legal": LIST_MARK.join(life.steps(row))}
    return scene.book.problem(code, row, name, about=None, **facts)


@serves("Z09")
def a_refusal_is_witnessed(scene: Scene) -> Iterator[Problem]:
    """law.md §3 拒签: the day, and two different witnesses; neither the inspector nor the person is one."""
    for life, row in _alive(scene):
        if row.received_on is not None and row.received_on > scene.as_of:
            yield _problem(scene, "received-in-future", life, row, "received_on", today=scene.as_of)
        if not row.refused:
            continue
        if row.received_on is None:
            yield _problem(scene, "refused-without-day", life, row, "received_on")
        if not is_witnessed(row):
            yield _problem(scene, "refused-without-witnesses", life, row, "refused")
        yield from _unfit_witnesses(scene, row)


def _unfit_witnesses(scene: Scene, row: Penalty) -> Iterator[Problem]:
    for name in ("witness_1", "witness_2"):
        witness = getattr(row, name)
        if _is_one_of(witness, _inspectors(scene, row)):
            yield scene.book.problem("witness-is-inspector", row, name)
        elif _is_one_of(witness, {fold(row.name or ""), fold(row.person or "")}):
            yield scene.book.problem("witness-is-person", row, name)


def _inspectors(scene: Scene, row: Penalty | None) -> set[str]:
    """Who inspected: the people of 检查人 behind a notice."""
    case = scene.facts.case_of(row.finding) if row is not None else None
    typed = (case.visit.row.inspector if case is not None else None) or ""
    return {fold(part) for part in PEOPLE.split(typed)}


def _is_one_of(name: str | None, people: set[str]) -> bool:
    """True for one of `people`; what is archived is nobody."""
    parts = {fold(part) for part in PEOPLE.split(name or "")} - {"", fold(ARCHIVED)}
    return bool(parts & people)


@serves("Z09")
def a_decision_follows_the_delivery(scene: Scene) -> Iterator[Problem]:
    """law.md §3 (调查→陈述→核定→告知): no decision before the delivery, none without result, name and day."""
    for life, row in _alive(scene):
        filled = [name for name in DECIDED if getattr(row, name) is not None]
        if not filled:
            continue
        early = row.received_on is not None and row.decided_on is not None and row.decided_on < row.received_on
        if not is_delivered(row) or early:
            yield _problem(scene, "decided-before-delivery", life, row, filled[0])
        if row.decision is None:
            yield _problem(scene, "decision-without-result", life, row, filled[0])
            continue
        yield from (
            _problem(scene, "decision-unsigned", life, row, name)
            for name in ("decided_by", "decided_on")
            if getattr(row, name) is None
        )


@serves("Z09")
def execution_waits_for_decision_and_appeal(scene: Scene) -> Iterator[Problem]:
    """law.md §3, §8 W2: no execution before the decision, within the appeal period, or under an open appeal."""
    for life, row in _alive(scene):
        if row.payroll_month is None:
            continue
        code = life.hurdle(row)
        if typed_month(row.payroll_month) is None:
            yield scene.book.problem("payroll-month-unreadable", row, "payroll_month")
        elif code is not None:
            yield _problem(scene, code, life, row, "payroll_month", day=life.deadline(row))
        elif (month := life.before_act(row)) is not None:
            yield _problem(scene, "executed-before-act", life, row, "payroll_month", month=month)
        elif life.lacks_cap(row):
            money = spell(row.decided_money if row.decided_money is not None else row.money)
            yield _problem(scene, "executed-without-cap", life, row, "payroll_month", money=money)


@serves("Z09")
def an_appeal_is_in_time_and_in_other_hands(scene: Scene) -> Iterator[Problem]:
    """law.md §3 申诉, §8 W6: against a known notice, within the period, not handled by the inspector, answered."""
    life = _life(scene)
    rows = {fold(row.number): row for row in scene.book.rows(Penalty) if row.number}
    for appeal in scene.book.rows(Appeal):
        row = rows.get(fold(appeal.penalty or ""))
        if row is None:
            if appeal.penalty:
                yield scene.book.problem("appeal-unknown-number", appeal, "penalty")
            continue
        if _is_one_of(appeal.handler, _inspectors(scene, row)):
            yield scene.book.problem("handler-is-inspector", appeal, "handler")
        last = life.deadline(row)
        if appeal.day is not None and last is not None and appeal.day > last:
            yield scene.book.problem("appeal-too-late", appeal, "day", day=last)
        if appeal.conclusion is not None and appeal.told_on is None:
            yield scene.book.problem("appeal-not-told", appeal, "told_on")


@serves("Z18")
def the_year_of_a_deadline_has_holidays(scene: Scene) -> Iterator[Problem]:
    """law.md §5.3, §8 W4: a deadline in a year without holidays is a guess, told once a year of it."""
    calendar = scene.facts.calendar
    told = {visit.day.year for visit in scene.facts.visits.values()}  # those are told at their inspection
    deadlines = [(row, "received_on", life.deadline(row)) for life, row in _alive(scene)]
    found = [*deadlines, *((row, "due_on", row.deadline) for row in scene.book.rows(Rectification))]
    for row, name, day in found:
        if day is not None and day.year not in told and not calendar.knows(day.year):
            told.add(day.year)
            yield scene.book.problem("deadline-year-unknown", row, name, year=day.year)


PENALTY_LIFE_RULES: tuple[Rule, ...] = (
    a_refusal_is_witnessed,
    a_decision_follows_the_delivery,
    execution_waits_for_decision_and_appeal,
    an_appeal_is_in_time_and_in_other_hands,
    the_year_of_a_deadline_has_holidays,
)
