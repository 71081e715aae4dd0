"""The sentences of 供应商月度考核表: why points went off, by which method the fee is settled."""

from collections.abc import Sequence

from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.numerals import plain
from pinzhi_xl.sheets.settings import Settings
from pinzhi_xl.sheets.supplier_terms import Aspect, StandardRule
from pinzhi_xl.sheets.suppliers import SupplierReview
from pinzhi_xl.suppliers.figures import Figures
from pinzhi_xl.suppliers.standard import Standard
from pinzhi_xl.wording import reports as report_words
from pinzhi_xl.wording import suppliers as words


def basis_of(aspect: Aspect, row: SupplierReview, figures: Figures, departments: Sequence[str]) -> str:
    """What the deduction of an aspect rests on."""
    if aspect is Aspect.ATTENDANCE:
        return words.ABSENT.format(count=row.absences or 0)
    if aspect is Aspect.COMPLAINTS:
        return words.COMPLAINED.format(count=row.complaints or 0)
    if aspect is Aspect.QUALITY:
        if figures.inspected is None:
            return words.NOT_INSPECTED
        return words.INSPECTED.format(departments=LIST_MARK.join(departments), score=figures.inspected)
    if aspect is Aspect.RECTIFICATION:
        if figures.due is None:
            return words.RECTIFIED_UNKNOWN
        done = words.RECTIFIED.format(due=figures.due, on_time=figures.on_time)
        return done if figures.due else words.NOTHING_DUE
    return words.EXPLAINED if figures.deductions[aspect] else words.NOTHING_OFF


def result_of(figures: Figures) -> str:
    """Points off and on, and what they come to."""
    pattern = words.SCORED if figures.grade else words.SCORED_UNGRADED
    return pattern.format(
        deducted=plain(figures.deducted),
        bonus=plain(figures.bonus),
        score=f"{figures.score:.1f}",
        grade=figures.grade,
    )


def method_of(settings: Settings, standard: Standard) -> str:
    """扣款法 or 得分率法, in the figures that 参数 and 考核标准 give."""
    if settings.supplier_by_rate:
        steps = [
            words.RATE_STEP.format(low=plain(step.low), value=plain(step.value))
            for step in reversed(standard.steps(StandardRule.RATE))
        ]
        return words.BY_RATE.format(steps=report_words.PARTS.join(steps))
    return words.BY_POINTS.format(
        full=plain(settings.supplier_full_from),
        floor=plain(settings.supplier_floor),
        point=plain(settings.supplier_point_rate),
        fixed=plain(settings.supplier_floor_rate),
    )
