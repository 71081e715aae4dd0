"""Reminders of what waits too long between departments: delivery of notices and decisions on them (Z09, Z16)."""

from collections.abc import Iterator
from datetime import date

from pinzhi_xl.problem import Problem
from pinzhi_xl.retention import is_pseudonym
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.sheets.followup import Penalty
from pinzhi_xl.sheets.results import IssuedPaper
from pinzhi_xl.sheets.terms import Validity


def _standing(scene: Scene) -> Iterator[Penalty]:
    """Numbered notices that are not void, and not archived: nobody waits for those any more."""
    void = {row.number for row in scene.book.rows(IssuedPaper) if row.state == Validity.VOID}
    for row in scene.book.rows(Penalty):
        if is_pseudonym(row.person):
            continue
        if row.number and row.state != Validity.VOID and row.number not in void:
            yield row


def _waited(scene: Scene, since: date) -> bool:
    """True from the day on which 催办天数 working days are full."""
    return scene.as_of >= scene.facts.calendar.add(since, scene.book.settings.reminder_days)


@serves("Z16")
def a_decision_does_not_wait(scene: Scene) -> Iterator[Problem]:
    """A notice handed over is decided within 催办天数 working days."""
    for row in _standing(scene):
        if row.handed_on is not None and row.decision is None and _waited(scene, row.handed_on):
            days = (scene.as_of - row.handed_on).days
            yield scene.book.problem(
                "decision-overdue", row, "batch", about=row.number, day=row.handed_on, batch=row.batch, days=days
            )


@serves("Z09")
def a_notice_is_delivered_soon(scene: Scene) -> Iterator[Problem]:
    """A notice is delivered within 催办天数 working days of its issue (law.md §3)."""
    for row in _standing(scene):
        delivered = row.received_on is not None or bool(row.refused)
        if row.issued_on is not None and not delivered and _waited(scene, row.issued_on):
            days = (scene.as_of - row.issued_on).days
            yield scene.book.problem(
                "delivery-overdue", row, "received_on", about=row.number, day=row.issued_on, days=days
            )


HANDOVER_RULES: tuple[Rule, ...] = (a_decision_does_not_wait, a_notice_is_delivered_soon)
