"""The figures of a supplier's month: deductions by aspect, score, grade and what is held back (G15)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from pinzhi_xl.month import Month
from pinzhi_xl.numerals import half_up
from pinzhi_xl.scoring import MonthScores
from pinzhi_xl.scoring.day import weighted_mean
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.settings import Settings
from pinzhi_xl.sheets.supplier_terms import Aspect
from pinzhi_xl.sheets.suppliers import SupplierReview
from pinzhi_xl.sheets.terms import ScoreStatus
from pinzhi_xl.suppliers.served import departments_of
from pinzhi_xl.suppliers.standard import NOTHING, Standard

HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Figures:
    """What a review comes to. `inspected` is None where nothing was inspected, `held` where no fee is given,
    `due` and `on_time` (counts of rectifications) where it was settled without keeping them.

    Points and rates have one decimal, money two (元), both half-up; rates are per cent of the month's fee.
    """

    deductions: Mapping[Aspect, Decimal]
    inspected: Decimal | None
    due: int | None
    on_time: int | None
    deducted: Decimal
    bonus: Decimal
    score: Decimal
    grade: str
    held_rate: Decimal
    held: Decimal | None

    @property
    def pay_rate(self) -> Decimal:
        """得分率: per cent of the month's fee that is paid."""
        return HUNDRED - self.held_rate


class Reviewer:
    """Works out the figures of reviews from the records of their months; `scores` gives a month's scores."""

    def __init__(self, facts: Facts, as_of: date, scores: Callable[[Month], MonthScores]) -> None:
        self.facts = facts
        self.as_of = as_of
        self.standard = Standard(facts.book)
        self._scores = scores

    def figures(self, row: SupplierReview) -> Figures | None:
        """The figures of a valid review; None when its community's month has errors and is not scored."""
        month = row.of_month
        if month is None or not row.community or not row.is_valid:
            return None
        score = next((one for one in self._scores(month).communities if one.name == row.community), None)
        if score is not None and score.status is ScoreStatus.HAS_ERRORS:
            return None
        names = departments_of(self.facts, row)
        parts = {part.name: part.score for part in score.departments} if score else {}
        inspected = weighted_mean(
            [(self.facts.weight(row.community, n), Fraction(s)) for n in names if (s := parts.get(n)) is not None]
        )
        on_time, due = self._on_time(row.community, names, month)
        deductions = self._deductions(row, inspected, Fraction(due - on_time, due) if due else Fraction())
        return self._figures(row, deductions, None if inspected is None else half_up(inspected), on_time, due)

    def _deductions(
        self, row: SupplierReview, inspected: Fraction | None, late: Fraction
    ) -> Mapping[Aspect, Decimal]:
        """Points off by aspect. What was not inspected costs nothing; typed figures cost at most their points."""
        standard = self.standard
        missed = Fraction() if inspected is None else (100 - inspected) / 100
        return {
            Aspect.ATTENDANCE: standard.absences(row.absences or 0),
            Aspect.APPEARANCE: min(row.appearance or NOTHING, standard.points(Aspect.APPEARANCE)),
            Aspect.QUALITY: half_up(Fraction(standard.points(Aspect.QUALITY)) * missed),
            Aspect.RECTIFICATION: half_up(Fraction(standard.points(Aspect.RECTIFICATION)) * late),
            Aspect.COMPLAINTS: standard.complaints(row.complaints or 0),
            Aspect.EQUIPMENT: min(row.equipment or NOTHING, standard.points(Aspect.EQUIPMENT)),
            Aspect.TRAINING: min(row.training or NOTHING, standard.points(Aspect.TRAINING)),
            Aspect.SAFETY: min(row.safety or NOTHING, standard.points(Aspect.SAFETY)),
        }

    def _figures(
        self,
        row: SupplierReview,
        deductions: Mapping[Aspect, Decimal],
        inspected: Decimal | None,
        on_time: int,
        due: int,
    ) -> Figures:
        settings = self.facts.settings
        deducted = half_up(sum(deductions.values(), NOTHING))
        bonus = min(row.bonus or NOTHING, settings.supplier_bonus)
        score = half_up(min(HUNDRED, max(NOTHING, HUNDRED - deducted + bonus)))
        held_rate = self.held_rate(score, settings)
        held = None if row.fee is None else half_up(row.fee * held_rate / 100, 2)
        grade = self.standard.grade(score)
        return Figures(deductions, inspected, due, on_time, deducted, bonus, score, grade, held_rate, held)

    def held_rate(self, score: Decimal, settings: Settings) -> Decimal:
        """Per cent of the month's fee held back for a score, by 扣款法 or by 得分率法 (practice.md §7, S6, S10).

        扣款法: nothing from 不扣款下限, below it 每分扣款比例 a point, below 扣款下限 a fixed rate.
        """
        if settings.supplier_by_rate:
            return half_up(HUNDRED - self.standard.pay_rate(score))
        if score >= settings.supplier_full_from:
            return half_up(NOTHING)
        if score < settings.supplier_floor:
            return half_up(settings.supplier_floor_rate)
        return half_up(min(HUNDRED, (settings.supplier_full_from - score) * settings.supplier_point_rate))

    def _on_time(self, community: str, departments: list[str], month: Month) -> tuple[int, int]:
        """How many rectifications of the departments were done by the deadline, and how many were due.

        What was done early counts as due; what is not due yet and not done does not count (practice.md §6).
        """
        due = on_time = 0
        for row in self.facts.rectifications_of.get(community, ()):
            case = self.facts.case_of(row.finding)
            department = row.department or (case.row.department if case else None)
            if department not in departments or row.deadline is None or row.deadline not in month:
                continue
            if row.deadline < self.as_of or row.done_on is not None:
                due += 1
                on_time += row.done_on is not None and row.done_on <= row.deadline
        return on_time, due


def settled_figures(row: SupplierReview) -> Figures | None:
    """The figures that a settled review was settled with; None when it has none."""
    if not row.is_settled or row.score is None:
        return None
    deductions = {
        Aspect.ATTENDANCE: row.attendance or NOTHING,
        Aspect.APPEARANCE: row.appearance or NOTHING,
        Aspect.QUALITY: row.quality or NOTHING,
        Aspect.RECTIFICATION: row.rectification or NOTHING,
        Aspect.COMPLAINTS: row.complained or NOTHING,
        Aspect.EQUIPMENT: row.equipment or NOTHING,
        Aspect.TRAINING: row.training or NOTHING,
        Aspect.SAFETY: row.safety or NOTHING,
    }
    return Figures(
        deductions,
        row.inspected,
        None,
        None,
        row.deducted or NOTHING,
        row.bonus or NOTHING,
        row.score,
        row.grade or "",
        row.held_rate or NOTHING,
        row.held,
    )
