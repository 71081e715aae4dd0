"""交付验收遗留问题清单 of a community on a day: documents, tests, remaining defects, opinions (G03, G05, G06)."""

from collections.abc import Sequence
from datetime import date, timedelta

from pinzhi_xl.acceptance import deadline_of, documents_of, opinion_state, overdue_days, state_of
from pinzhi_xl.masking import mask_owner
from pinzhi_xl.model import Cell
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import chinese_date
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.sheets.acceptance import (
    AcceptanceDefect,
    AcceptanceTest,
    DeliveryDocument,
    DeliveryPlan,
    DesignReview,
)
from pinzhi_xl.sheets.acceptance_terms import DefectState, PartKind
from pinzhi_xl.summary.acceptance_faults import community_at, wrong_rows
from pinzhi_xl.summary.acceptance_sentences import summary_of
from pinzhi_xl.summary.rows import RowTexts
from pinzhi_xl.summary.source import Source
from pinzhi_xl.wording import acceptance as words
from pinzhi_xl.wording.problems import make_problem

_CLOSED = (DefectState.CLOSED, DefectState.VOID)


def defect_lists(scene: ReportScene, day: date) -> tuple[Sequence[Report], Sequence[Problem]]:
    """One paper for every community with documents, tests or defects; one with a wrong row is told instead."""
    source = Source(scene)
    book = source.book
    typed = [row.community for row in book.rows(DeliveryDocument)]
    typed += [row.community for row in book.rows(AcceptanceTest)]
    typed += [row.community for row in book.rows(AcceptanceDefect)]
    names = {community for community in typed if community}
    wrong = wrong_rows(source)
    reports: list[Report] = []
    problems: list[Problem] = []
    for community in sorted(names):
        own = next((p for p in wrong if community_at(source, p) in (community, None)), None)
        if own is not None:
            sheet, line = own.cell.sheet, own.cell.row
            problems.append(
                make_problem(
                    "acceptance-withheld", own.cell, label=own.label, community=community, sheet=sheet, line=line
                )
            )
            continue
        values = Accepted(source, community, day).values()
        reports.append(Report(words.DEFECT_LIST, Month.of(day), f"{day} {community}", community, values))
    if not names:
        problems.append(make_problem("nothing-to-accept", Cell(AcceptanceDefect.sheet.label), day=day))
    return reports, problems


class Accepted:
    """The acceptance of one community on a day."""

    def __init__(self, source: Source, community: str, day: date) -> None:
        self.source = source
        self.settings = source.facts.settings
        self.day = day
        self.community = community
        book = source.book
        self.plan = next((row for row in book.rows(DeliveryPlan) if row.community == community), None)
        self.documents = documents_of(book, community)
        self.tests = self._till(book.rows(AcceptanceTest))
        self.defects = [row for row in self._till(book.rows(AcceptanceDefect)) if not row.is_void]
        self.opinions = self._till(book.rows(DesignReview))

    def _till(self, rows: Sequence[AcceptanceTest | AcceptanceDefect | DesignReview]) -> list:  # type: ignore[type-arg]
        own = [row for row in rows if row.community == self.community]
        return sorted((r for r in own if r.day is not None and r.day <= self.day), key=lambda r: (r.day, r.row))

    def state(self, row: AcceptanceDefect) -> DefectState:
        """状态 of a defect on the day."""
        return state_of(row, self.settings, self.day)

    @property
    def limit(self) -> date | None:
        """The day by which all documents should have been handed over."""
        if self.plan is None or self.plan.delivered_on is None:
            return None
        return self.plan.delivered_on - timedelta(days=self.settings.handover_lead_days)

    def values(self) -> dict[str, PaperValue]:
        """What the template is given."""
        plan = self.plan or DeliveryPlan()
        still = [row for row in self.defects if self.state(row) not in _CLOSED]
        closed = [row for row in self.defects if self.state(row) in _CLOSED]
        return {
            **self.source.head(self.day.year),
            "community": self.community,
            "day": chinese_date(self.day),
            "delivered_on": _day(plan.delivered_on),
            "accepted_on": _day(plan.accepted_on),
            "developer": plan.developer or words.UNKNOWN,
            "builder": plan.builder or words.UNKNOWN,
            "owners": words.LIST.join(mask_owner(one) for one in (plan.owners or "").split(words.LIST)),
            "sentences": summary_of(self),
            "documents": [self._document(row, number) for number, row in enumerate(self.documents, 1)],
            "parts": self._tests(PartKind.SHARED_PART),
            "equipment": self._tests(PartKind.SHARED_EQUIPMENT),
            "class_a": self._defects([row for row in still if row.severity == "A"]),
            "class_b": self._defects([row for row in still if row.severity == "B"]),
            "class_c": self._defects([row for row in still if row.severity == "C"]),
            "closed": self._defects(closed),
            "opinions": [self._opinion(row, number) for number, row in enumerate(self.opinions, 1)],
        }

    def _document(self, row: DeliveryDocument, number: int) -> RowTexts:
        missing = row.copies_missing
        late = (row.received_on - self.limit).days if row.received_on and self.limit and row.received else 0
        day = _day(row.received_on)
        return {
            "no": str(number),
            "name": row.name or "",
            "kind": str(row.kind or words.NOTHING),
            "expected": str(1 if row.expected is None else row.expected),
            "received": str(row.received or 0),
            "day": words.LATE.format(day=day, days=late) if late > 0 else day,
            "state": words.MISSING.format(missing=missing) if missing else words.COMPLETE,
        }

    def _tests(self, kind: PartKind) -> list[RowTexts]:
        return [
            {
                "no": str(number),
                "day": _day(row.day),
                "place": row.part or "",
                "item": row.checked or "",
                "formula": row.requirement or words.NOTHING,
                "reason": self.source.masked(row.record) or words.NOTHING,
                "result": str(row.result or words.NOT_TESTED),
            }
            for number, row in enumerate((row for row in self.tests if row.kind is kind), 1)
        ]

    def _defects(self, rows: Sequence[AcceptanceDefect]) -> list[RowTexts]:
        return [
            {
                "number": row.number or words.NOTHING,
                "kind": str(row.kind or ""),
                "place": row.place or "",
                "facts": self.source.masked(row.problem),
                "reason": self.source.masked(row.demand) or words.NOTHING,
                "unit": row.unit or words.UNKNOWN,
                "due": _day(deadline_of(row, self.settings, self.day)),
                "state": self._state(row),
                "severity": str(row.severity or ""),
                "done": _day(row.done_on),
                "rechecked": _day(row.reinspected_on),
            }
            for row in rows
        ]

    def _state(self, row: AcceptanceDefect) -> str:
        state, days = self.state(row), overdue_days(row, self.settings, self.day)
        return words.OVERDUE_STATE.format(state=state, days=days) if state is DefectState.OVERDUE else str(state)

    def _opinion(self, row: DesignReview, number: int) -> RowTexts:
        return {
            "no": str(number),
            "stage": str(row.stage or ""),
            "name": row.drawing or "",
            "facts": self.source.masked(row.opinion),
            "reason": self.source.masked(row.answer) or words.NOTHING,
            "state": str(row.adoption or opinion_state(row, self.settings, self.day)),
        }


def _day(day: date | None) -> str:
    return words.NOTHING if day is None else day.isoformat()
