"""Rules of 演练隐患: no hidden danger without owner, end and, when serious, protection until then (G12)."""

from collections.abc import Iterator

from pinzhi_xl.kinds import fold
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.safety.dangers import overdue_days, state_on
from pinzhi_xl.sheets.dangers import Danger, DangerLevel, DangerState, DangerVerdict
from pinzhi_xl.sheets.drills import Drill
from pinzhi_xl.sheets.organisation import Person
from pinzhi_xl.wording.safety import DANGER_STEPS

REVIEW = ("reviewer", "reviewed_on", "verdict")
"""The fields of a second look, filled together."""


@serves("G12")
def a_danger_has_owner_and_deadline(scene: Scene) -> Iterator[Problem]:
    """Who removes it and until when, as long as it is not closed."""
    for row in scene.book.rows(Danger):
        if row.found_on is None or state_on(row, scene.as_of) is DangerState.CLOSED:
            continue
        if not row.owner:
            yield scene.book.problem("danger-without-owner", row, "owner")
        if scene.book.is_vacant(row, "due_on"):
            yield scene.book.problem("danger-without-deadline", row, "due_on")


@serves("G12")
def a_serious_danger_is_guarded(scene: Scene) -> Iterator[Problem]:
    """重大 has 临时措施 until it is closed."""
    for row in scene.book.rows(Danger):
        serious = row.level is DangerLevel.SERIOUS and state_on(row, scene.as_of) is not DangerState.CLOSED
        if serious and not row.interim:
            yield scene.book.problem("danger-without-interim", row, "interim")


@serves("G12")
def a_danger_is_removed_in_time(scene: Scene) -> Iterator[Problem]:
    """What is not done by its deadline is told, in natural days."""
    for row in scene.book.rows(Danger):
        if state_on(row, scene.as_of) is DangerState.OVERDUE:
            days = overdue_days(row, scene.as_of)
            yield scene.book.problem("danger-overdue", row, "due_on", days=days)


@serves("G12")
def the_days_of_a_danger_follow_each_other(scene: Scene) -> Iterator[Problem]:
    """Deadline and completion not before it was found, nothing in the future."""
    for row in scene.book.rows(Danger):
        if row.found_on is not None and row.due_on is not None and row.due_on < row.found_on:
            yield scene.book.problem("danger-due-too-early", row, "due_on", day=row.found_on)
        if row.done_on is not None and row.done_on > scene.as_of:
            yield scene.book.problem("danger-done-in-future", row, "done_on", today=scene.as_of)
        elif row.done_on is not None and row.found_on is not None and row.done_on < row.found_on:
            yield scene.book.problem("danger-done-too-early", row, "done_on", day=row.found_on)
        if row.reviewed_on is not None and row.reviewed_on > scene.as_of:
            yield scene.book.problem("danger-reviewed-in-future", row, "reviewed_on", today=scene.as_of)


@serves("G12")
def a_second_look_follows_completion(scene: Scene) -> Iterator[Problem]:
    """复查 only of what is done, and whole: who, when, with what result; else the legal steps are named."""
    for row in scene.book.rows(Danger):
        given = [name for name in REVIEW if not scene.book.is_vacant(row, name)]
        if not given:
            continue
        if scene.book.is_vacant(row, "done_on"):
            late = row.due_on is not None and row.due_on < scene.as_of
            state = DangerState.OVERDUE if late else DangerState.OPEN
            yield scene.book.problem("danger-step", row, given[-1], state=state, legal=DANGER_STEPS[state])
            continue
        for name in REVIEW:
            if name not in given:
                yield scene.book.problem("danger-review-incomplete", row, name)
        early = row.done_on and row.reviewed_on and row.reviewed_on < row.done_on
        if early and row.verdict is DangerVerdict.REMOVED:
            yield scene.book.problem("danger-reviewed-before-done", row, "reviewed_on", done=row.done_on)


@serves("G12")
def nobody_reviews_his_own_work(scene: Scene) -> Iterator[Problem]:
    """复查人 is not the owner, by 工号 or by name."""
    names = {
        fold(person.number): fold(person.name)
        for person in scene.book.rows(Person)
        if person.number and person.name
    }
    legal = DANGER_STEPS[DangerState.TO_REVIEW]
    for row in scene.book.rows(Danger):
        owner, reviewer = fold(row.owner or ""), fold(row.reviewer or "")
        if owner and names.get(owner, owner) == names.get(reviewer, reviewer):
            yield scene.book.problem("danger-own-review", row, "reviewer", legal=legal)


@serves("G11", "G12")
def a_danger_comes_from_a_drill_of_its_community(scene: Scene) -> Iterator[Problem]:
    """演练编号 names a drill of the same community."""
    places = {row.number: row.community for row in scene.book.rows(Drill) if row.number}
    for row in scene.book.rows(Danger):
        community = places.get(row.drill or "")
        if community is not None and row.community is not None and community != row.community:
            yield scene.book.problem("danger-drill-elsewhere", row, "drill", community=community)


DANGER_RULES: tuple[Rule, ...] = (
    a_danger_has_owner_and_deadline,
    a_serious_danger_is_guarded,
    a_danger_is_removed_in_time,
    the_days_of_a_danger_follow_each_other,
    a_second_look_follows_completion,
    nobody_reviews_his_own_work,
    a_danger_comes_from_a_drill_of_its_community,
)
