"""Rules of handing over a community: documents in time, owners present, opinions on the design (G03, G05)."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from pinzhi_xl.acceptance import documents_of, opinion_due, opinion_state, state_of
from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.sheets.acceptance import AcceptanceDefect, DeliveryDocument, DeliveryPlan, DesignReview
from pinzhi_xl.sheets.acceptance_terms import Adoption, DefectClass, DefectState, DesignStage, OpinionState
from pinzhi_xl.wording import acceptance as words


def plans(scene: Scene) -> Mapping[str, DeliveryPlan]:
    """Community → its row of 交付计划."""
    return {row.community: row for row in scene.book.rows(DeliveryPlan) if row.community}


@serves("G05")
def documents_come_in_time(scene: Scene) -> Iterator[Problem]:
    """All documents are handed over 20 days (参数) before the delivery (practice.md §8, S41)."""
    planned = plans(scene)
    lead = timedelta(days=scene.facts.settings.handover_lead_days)
    unplanned: dict[str, DeliveryDocument] = {}
    for row in scene.book.rows(DeliveryDocument):
        plan = planned.get(row.community or "")
        if plan is None:
            unplanned.setdefault(row.community or "", row)
        elif plan.delivered_on is not None and row.copies_missing and scene.as_of > plan.delivered_on - lead:
            yield scene.book.problem(
                "document-overdue",
                row,
                "name",
                community=row.community,
                day=plan.delivered_on,
                limit=plan.delivered_on - lead,
                missing=row.copies_missing,
            )
    for name, row in unplanned.items():
        if name:
            yield scene.book.problem("delivery-unplanned", row, "community")


@serves("G05")
def the_general_list_is_checked(scene: Scene) -> Iterator[Problem]:
    """Every kind of document of the general list has a row for each community that is to be delivered."""
    for community, plan in plans(scene).items():
        missing = [row.name for row in documents_of(scene.book, community) if row.community is None and row.name]
        if missing:
            yield scene.book.problem("document-not-listed", plan, "community", names=LIST_MARK.join(missing))


@serves("G05")
def copies_are_counted_and_dated(scene: Scene) -> Iterator[Problem]:
    """已交份数 and 移交日期 stand together; no more copies than there should be."""
    for row in scene.book.rows(DeliveryDocument):
        expected = 1 if row.expected is None else row.expected
        if row.received is not None and row.received > expected:
            yield scene.book.problem("document-too-many", row, "received", expected=expected)
        if row.received and scene.book.is_vacant(row, "received_on"):
            yield scene.book.problem("document-undated", row, "received_on")
        if row.received_on is not None and not row.received:
            yield scene.book.problem("document-uncounted", row, "received")


@serves("G05")
def owners_take_part_before_delivery(scene: Scene) -> Iterator[Problem]:
    """验收 is held together with 业主代表 and before 交付日期; class A defects are closed by then."""
    planned = plans(scene)
    for plan in planned.values():
        if plan.accepted_on is not None and not plan.owners:
            yield scene.book.problem("acceptance-without-owners", plan, "owners")
        if plan.accepted_on and plan.delivered_on and plan.accepted_on > plan.delivered_on:
            yield scene.book.problem("acceptance-after-delivery", plan, "accepted_on", day=plan.delivered_on)
    settings = scene.facts.settings
    for row in scene.book.rows(AcceptanceDefect):
        own = planned.get(row.community or "")
        day = None if own is None else own.delivered_on
        if row.severity is DefectClass.A and day is not None and scene.as_of >= day:
            state = state_of(row, settings, scene.as_of)
            if state not in (DefectState.CLOSED, DefectState.VOID):
                yield scene.book.problem(
                    "delivered-with-class-a", row, "severity", about=row.number, community=row.community, day=day
                )


@serves("G03")
def both_stages_of_the_design_are_reviewed(scene: Scene) -> Iterator[Problem]:
    """参与初步设计与施工图两阶段评审: opinions on 施工图 alone are told once for a community."""
    stages: dict[str, dict[DesignStage, DesignReview]] = {}
    for row in scene.book.rows(DesignReview):
        if row.community and row.stage:
            stages.setdefault(row.community, {}).setdefault(row.stage, row)
    for found in stages.values():
        if DesignStage.CONSTRUCTION in found and DesignStage.PRELIMINARY not in found:
            yield scene.book.problem("design-stage-missing", found[DesignStage.CONSTRUCTION], "community")


@serves("G03")
def opinions_are_answered(scene: Scene) -> Iterator[Problem]:
    """An answer says whether the opinion is adopted, and why not; one that is late is told."""
    for row in scene.book.rows(DesignReview):
        if row.answered_on is not None and scene.book.is_vacant(row, "adoption"):
            yield scene.book.problem("opinion-answered-without-adoption", row, "adoption")
        if row.answered_on is not None and row.day is not None and row.answered_on < row.day:
            yield scene.book.problem("opinion-answered-early", row, "answered_on", day=row.day)
        if row.adoption is Adoption.REJECTED and not row.answer:
            yield scene.book.problem("opinion-rejected-without-answer", row, "answer")
        if opinion_state(row, scene.facts.settings, scene.as_of) is OpinionState.OVERDUE:
            yield scene.book.problem(
                "opinion-overdue",
                row,
                "day",
                number=row.number or words.NOTHING,
                day=opinion_due(row, scene.facts.settings),
            )


ACCEPTANCE_RULES: tuple[Rule, ...] = (
    documents_come_in_time,
    the_general_list_is_checked,
    copies_are_counted_and_dated,
    owners_take_part_before_delivery,
    both_stages_of_the_design_are_reviewed,
    opinions_are_answered,
)
