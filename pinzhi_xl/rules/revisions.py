"""Rules of 流程修订, and of the editions of 检查标准 that rest on it (Z12, A01, B05, F13)."""

from collections.abc import Iterator
from datetime import date

from pinzhi_xl.kinds import fold
from pinzhi_xl.problem import Problem
from pinzhi_xl.revisions import covers, is_about_standards, state_on
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.sheets.modules import Module
from pinzhi_xl.sheets.revisions import Approval, Revision, RevisionKind, RevisionState
from pinzhi_xl.sheets.standards import StandardItem
from pinzhi_xl.wording.assignments import BEGINS, ENDS, REVISION_STEPS


@serves("Z12", "A01")
def an_approval_is_complete(scene: Scene) -> Iterator[Problem]:
    """审批 comes with 审批人 and 审批日期, between proposal and the day of action."""
    for row in scene.book.rows(Revision):
        if row.approval is None:
            continue
        if not row.approver:
            yield scene.book.problem("revision-without-approver", row, "approver")
        if scene.book.is_vacant(row, "approved_on"):
            yield scene.book.problem("revision-without-approval-day", row, "approved_on")
        elif row.approved_on is not None and row.approved_on > scene.as_of:
            yield scene.book.problem("revision-approved-in-future", row, "approved_on", today=scene.as_of)
        elif row.approved_on is not None and row.proposed_on is not None and row.approved_on < row.proposed_on:
            yield scene.book.problem("revision-approved-too-early", row, "approved_on", day=row.proposed_on)


@serves("Z12", "B05")
def only_what_is_approved_takes_effect(scene: Scene) -> Iterator[Problem]:
    """生效日期 only after 审批 同意, and not before it: else the legal steps are named."""
    for row in scene.book.rows(Revision):
        if row.effective_on is None:
            if row.approval is Approval.AGREED and scene.book.is_vacant(row, "effective_on"):
                yield scene.book.problem("revision-without-effective-day", row, "effective_on")
        elif row.approval is not Approval.AGREED:
            state = state_on(row, scene.as_of)
            legal = REVISION_STEPS[state]
            yield scene.book.problem("revision-not-approved", row, "effective_on", state=state, legal=legal)
        elif row.approved_on is not None and row.effective_on < row.approved_on:
            yield scene.book.problem("revision-effective-too-early", row, "effective_on", day=row.approved_on)


@serves("Z12", "B05")
def editions_fit_the_kind(scene: Scene) -> Iterator[Problem]:
    """新增 has no old edition, 废止 no new one, a change has two that differ."""
    for row in scene.book.rows(Revision):
        if row.kind is None:
            continue
        idle = {RevisionKind.NEW: "old_edition", RevisionKind.ABOLISHED: "new_edition"}.get(row.kind)
        for name in ("old_edition", "new_edition"):
            value = getattr(row, name)
            if name == idle and value:
                yield scene.book.problem("revision-edition-idle", row, name, kind=row.kind)
            elif name != idle and not value and row.approval is Approval.AGREED:
                yield scene.book.problem("revision-edition-lacking", row, name, kind=row.kind)
        if row.new_edition and row.old_edition and fold(row.new_edition) == fold(row.old_edition):
            yield scene.book.problem("revision-same-edition", row, "new_edition")


@serves("Z12", "B05", "F04")
def a_revision_is_in_the_standard(scene: Scene) -> Iterator[Problem]:
    """What changed 检查标准 and is in force has left a row there from the same day."""
    items = scene.book.rows(StandardItem)
    for row in scene.book.rows(Revision):
        if not is_about_standards(row) or state_on(row, scene.as_of) is not RevisionState.IN_FORCE:
            continue
        ends = row.kind is RevisionKind.ABOLISHED
        if not any((_ends_with if ends else _begins_with)(item, row) for item in items):
            what, day = (ENDS if ends else BEGINS), row.effective_on
            yield scene.book.problem(
                "revision-not-in-standard", row, "effective_on", number=row.number or "", day=day, what=what
            )


@serves("Z12", "A01", "B05")
def a_new_edition_rests_on_a_revision(scene: Scene) -> Iterator[Problem]:
    """An edition that began after the first ones, or ended without another, has an approved revision."""
    if not scene.facts.settings.has(Module.TASKS):
        return
    revisions = [row for row in scene.book.rows(Revision) if row.approval is Approval.AGREED]
    items = [item for item in scene.book.rows(StandardItem) if not _never(item)]
    first = min((item.since for item in items if item.since), default=None)
    for item in items:
        edition = item.edition or ""
        later = item.since is not None and first is not None and item.since > first
        begun = later or (item.since is not None and _has_older(scene, item))
        if begun and not any(_begins_with(item, row) for row in revisions):
            yield scene.book.problem("edition-without-revision", item, "since", item=item.code, edition=edition)
        ended = item.until is not None and not _has_successor(scene, item, item.until)
        if ended and not any(_ends_with(item, row) for row in revisions):
            yield scene.book.problem("ended-without-revision", item, "until", item=item.code)


def _begins_with(item: StandardItem, row: Revision) -> bool:
    """True when the edition is the one that a revision brought."""
    if row.kind is RevisionKind.ABOLISHED or not covers(row, item) or item.since != row.effective_on:
        return False
    return not row.new_edition or not item.edition or fold(item.edition) == fold(row.new_edition)


def _ends_with(item: StandardItem, row: Revision) -> bool:
    return row.kind is RevisionKind.ABOLISHED and covers(row, item) and item.until == row.effective_on


def _never(item: StandardItem) -> bool:
    """True for an item laid by: it ends on the day it begins."""
    return item.since is not None and item.until is not None and item.until <= item.since


def _has_older(scene: Scene, item: StandardItem) -> bool:
    editions = scene.facts.editions.get(item.code or "", ())
    return any(
        other is not item and not _never(other) and (other.since is None or other.since < (item.since or date.min))
        for other in editions
    )


def _has_successor(scene: Scene, item: StandardItem, until: date) -> bool:
    editions = scene.facts.editions.get(item.code or "", ())
    return any(other is not item and other.since is not None and other.since >= until for other in editions)


REVISION_RULES: tuple[Rule, ...] = (
    an_approval_is_complete,
    only_what_is_approved_takes_effect,
    editions_fit_the_kind,
    a_revision_is_in_the_standard,
    a_new_edition_rests_on_a_revision,
)
