"""Rules of 培训记录: signing in, examination, retest (practice.md §7, S36; Z41)."""

from collections.abc import Iterator
from datetime import date

from pinzhi_xl.kinds import LIST_MARK, spell
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.sheets.organisation import Person
from pinzhi_xl.sheets.training import TrainingRecord
from pinzhi_xl.training import Session, Training
from pinzhi_xl.wording import training as words

EXAM = ("examined_on", "score", "retaken_on", "second_score")
RETEST = ("retaken_on", "second_score")


def _records(scene: Scene) -> Iterator[tuple[Session, TrainingRecord]]:
    """Rows of 培训记录 with their session."""
    for session in Training(scene.facts).sessions:
        for row in session.records:
            yield session, row


@serves("Z41")
def signing_in_is_on_the_day_or_after(scene: Scene) -> Iterator[Problem]:
    """签到 is not before 计划日期 and not in the future; without it there is no examination."""
    for session, row in _records(scene):
        planned = session.plan.planned_on
        if row.signed_on is None:
            filled = [name for name in EXAM if getattr(row, name) is not None]
            if filled and scene.book.is_vacant(row, "signed_on"):
                yield scene.book.problem("score-without-signing", row, filled[0])
        elif row.signed_on > scene.as_of:
            yield scene.book.problem("training-day-in-future", row, "signed_on", today=scene.as_of)
        elif planned is not None and row.signed_on < planned:
            number = session.plan.number or words.UNNUMBERED
            yield scene.book.problem("signed-before-session", row, "signed_on", number=number, day=planned)


@serves("A04", "G17")
def an_examination_is_in_its_time(scene: Scene) -> Iterator[Problem]:
    """熟悉、掌握 are examined within 考核期限 days of the lesson, 了解 is not examined (practice.md §7)."""
    limit = scene.facts.settings.exam_days
    for session, row in _records(scene):
        last = session.exam_deadline(row)
        if row.signed_on is None or last is None or row.signed_on > scene.as_of:
            continue
        if not session.plan.is_examined:
            if row.score is not None:
                yield scene.book.problem("exam-not-needed", row, "score", number=session.plan.number)
        elif row.examined_on is not None and row.examined_on < row.signed_on:
            yield scene.book.problem("exam-before-lesson", row, "examined_on", day=row.signed_on)
        elif row.examined_on is not None and row.examined_on > scene.as_of:
            yield scene.book.problem("training-day-in-future", row, "examined_on", today=scene.as_of)
        elif row.examined_on is not None and row.examined_on > last:
            yield scene.book.problem("exam-too-late", row, "examined_on", limit=limit, day=last)
        elif scene.book.is_vacant(row, "score") and scene.as_of > last:
            yield scene.book.problem("exam-overdue", row, "score", limit=limit, day=last)


@serves("A04")
def an_examination_has_its_way(scene: Scene) -> Iterator[Problem]:
    """A score says how it was found: 书面, 口头 or 实操."""
    for _, row in _records(scene):
        if row.signed_on is not None and row.score is not None and scene.book.is_vacant(row, "way"):
            yield scene.book.problem("exam-without-way", row, "way")


@serves("A04")
def a_retest_follows_a_failed_test(scene: Scene) -> Iterator[Problem]:
    """补考 only after a score below 培训合格分, and not before that examination."""
    for _, row in _records(scene):
        filled = [name for name in RETEST if getattr(row, name) is not None]
        if not filled or row.signed_on is None:
            continue
        if row.score is None:
            if not scene.book.is_vacant(row, "score"):
                continue
            yield scene.book.problem("retest-without-test", row, filled[0])
        elif row.score >= scene.facts.settings.pass_mark:
            yield scene.book.problem("retest-though-passed", row, filled[0], score=spell(row.score))
        else:
            yield from _retest_day(scene, row)


def _retest_day(scene: Scene, row: TrainingRecord) -> Iterator[Problem]:
    if row.retaken_on is None:
        yield scene.book.problem("retest-undated", row, "retaken_on")
    elif row.exam_day is not None and row.retaken_on < row.exam_day:
        yield scene.book.problem("retest-before-test", row, "retaken_on", day=row.exam_day)
    elif row.retaken_on > scene.as_of:
        yield scene.book.problem("training-day-in-future", row, "retaken_on", today=scene.as_of)


@serves("Z41", "B06")
def who_is_trained_belongs_there(scene: Scene) -> Iterator[Problem]:
    """A person is employed on the day, and of the community and department the session is for."""
    people = {row.number: row for row in scene.book.rows(Person) if row.number}
    for session, row in _records(scene):
        person, plan = people.get(row.person or ""), session.plan
        if person is None:
            continue
        day = row.signed_on or plan.planned_on
        if day is not None and not _is_employed(person, day):
            joined, left = (spell(one) or words.UNKNOWN_DAY for one in (person.joined, person.left))
            yield scene.book.problem("trained-not-employed", row, "person", day=day, joined=joined, left=left)
        wanted = [(plan.community, person.community), (plan.department, person.department)]
        if any(asked and own and asked != own for asked, own in wanted):
            yield scene.book.problem(
                "trained-of-another-unit",
                row,
                "person",
                unit=LIST_MARK.join(filter(None, (own for _, own in wanted))),
                wanted=LIST_MARK.join(filter(None, (asked for asked, _ in wanted))),
                number=plan.number or words.UNNUMBERED,
            )


def _is_employed(person: Person, day: date) -> bool:
    return (person.joined is None or person.joined <= day) and (person.left is None or day <= person.left)


TRAINING_RECORD_RULES: tuple[Rule, ...] = (
    signing_in_is_on_the_day_or_after,
    an_examination_is_in_its_time,
    an_examination_has_its_way,
    a_retest_follows_a_failed_test,
    who_is_trained_belongs_there,
)
