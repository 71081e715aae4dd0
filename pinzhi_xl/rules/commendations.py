"""Rules of 表彰奖励: somebody, a reason, a basis, an approval (A08, practice.md §7)."""

from collections.abc import Iterator
from datetime import date

from pinzhi_xl.kinds import fold, spell
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.rules.honours import HONOUR_RULES, alive
from pinzhi_xl.sheets.commendations import Basis, Commendation, CommendationState
from pinzhi_xl.sheets.organisation import Person
from pinzhi_xl.wording import commendations as words


@serves("A08")
def a_commendation_is_of_somebody(scene: Scene) -> Iterator[Problem]:
    """A person of 人员 or a team, not both."""
    people = {row.number: row for row in scene.book.rows(Person) if row.number}
    for row in alive(scene):
        if not row.is_personal:
            if not row.team and scene.book.is_vacant(row, "person"):
                yield scene.book.problem("commended-nobody", row, "person")
            continue
        if row.team:
            yield scene.book.problem("commended-twofold", row, "team")
        person = people.get(row.person or "")
        if person is None:
            if row.points and scene.book.is_vacant(row, "person"):
                yield scene.book.problem("commended-without-number", row, "person")
            continue
        if row.name and person.name and fold(row.name) != fold(person.name):
            yield scene.book.problem("commended-other-name", row, "name", number=row.person)
        yield from _employed(scene, row, person)


def _employed(scene: Scene, row: Commendation, person: Person) -> Iterator[Problem]:
    month = row.of_month
    if month is None:
        return
    late = person.joined is not None and person.joined > month.last
    if late or (person.left is not None and person.left < month.first):
        joined, left = (spell(one) or words.UNKNOWN_DAY for one in (person.joined, person.left))
        yield scene.book.problem("commended-outsider", row, "person", day=month, joined=joined, left=left)


@serves("A08", "J09")
def a_commendation_can_be_verified(scene: Scene) -> Iterator[Problem]:
    """The month can be read, and what it rests on is written down."""
    for row in alive(scene):
        if row.month and row.of_month is None:
            yield scene.book.problem("commendation-month-unreadable", row, "month")
        if row.basis is not None and not row.evidence:
            yield scene.book.problem(
                "commendation-without-evidence", row, "evidence", basis=Basis(row.basis).value
            )


@serves("A08")
def a_commendation_is_approved_before_it_is_announced(scene: Scene) -> Iterator[Problem]:
    """拟表彰 → 已批准 → 已公布; 撤销 at any time, with the reason. Every step has its name and day."""
    for row in scene.book.rows(Commendation):
        state = row.stands
        if row.is_granted:
            for name in ("approver", "approved_on"):
                if scene.book.is_vacant(row, name):
                    lacking = Commendation.sheet.column(name).label
                    yield scene.book.problem(
                        "commendation-not-approved", row, name, about=state.value, lacking=lacking
                    )
        if state is CommendationState.ANNOUNCED:
            if scene.book.is_vacant(row, "announced_on"):
                yield scene.book.problem("commendation-undated", row, "announced_on")
        elif state is CommendationState.PROPOSED and row.announced_on is not None:
            legal = words.NEXT[state.value]
            yield scene.book.problem(
                "commendation-announced-early", row, "announced_on", state=state.value, legal=legal
            )
        elif state is CommendationState.WITHDRAWN and not row.exception:
            yield scene.book.problem("commendation-withdrawn-silently", row, "exception")


@serves("A08")
def the_days_of_a_commendation_follow_each_other(scene: Scene) -> Iterator[Problem]:
    """日期, 批准日期 and 公布日期 are in this order and not in the future."""
    for row in alive(scene):
        before: tuple[str, date] | None = None
        for name in ("day", "approved_on", "announced_on"):
            day: date | None = getattr(row, name)
            if day is None:
                continue
            if day > scene.as_of:
                yield scene.book.problem("commendation-in-future", row, name, today=scene.as_of)
            elif before is not None and day < before[1]:
                label = Commendation.sheet.column(before[0]).label
                yield scene.book.problem("commendation-days-crossed", row, name, before=label, day=before[1])
            before = (name, day)


COMMENDATION_RULES: tuple[Rule, ...] = (
    a_commendation_is_of_somebody,
    a_commendation_can_be_verified,
    a_commendation_is_approved_before_it_is_announced,
    the_days_of_a_commendation_follow_each_other,
    *HONOUR_RULES,
)
