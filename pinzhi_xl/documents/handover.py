"""违纪分类汇总表 and 绩效考核清单: what their Word papers hold (Z06, Z16)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pinzhi_xl.documents.cleaning import FieldValue
from pinzhi_xl.handing import Assessment, Batch, Notice
from pinzhi_xl.handing.assessment import decided_money, decided_points
from pinzhi_xl.handing.batches import SummaryLine
from pinzhi_xl.kinds import LIST_MARK, spell
from pinzhi_xl.masking import mask_personal_numbers
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import chinese_date, half_up, plain
from pinzhi_xl.sheets.commendations import Commendation
from pinzhi_xl.sheets.settings import Settings
from pinzhi_xl.wording import handover as words

SUMMARY_TEMPLATE = f"{words.SUMMARY}.docx"
ASSESSMENT_TEMPLATE = f"{words.ASSESSMENT}.docx"


@dataclass(frozen=True)
class Origin:
    """Where a list comes from: the master's UUID, its settings, and the day."""

    identity: str
    settings: Settings
    as_of: date
    holiday_note: str = ""


def remark(batch: Batch, notice: Notice) -> str:
    """What is to be noted of a notice: void, or a late addition."""
    return words.VOID if notice.is_void else words.LATE if batch.is_late else ""


def lock_said(found: Assessment) -> str:
    """Whether the deductions may still change."""
    if not found.deductions:
        return words.UNSCORED
    return words.LOCKED if found.locked else words.UNLOCKED


def batch_values(origin: Origin, batch: Batch, summary: Sequence[SummaryLine]) -> dict[str, FieldValue]:
    """What the template 违纪分类汇总表 is given."""
    return {
        **_common(origin, batch.month),
        "batch": batch.name,
        "late": words.LATE if batch.is_late else "",
        "count": str(len(batch.valid)),
        "points": plain(batch.points),
        "month_count": str(batch.before + len(batch.valid)),
        "money": words.PROPOSED_MONEY if origin.settings.money else "",
        "summary": [
            {
                "department": line.department, "name": line.violation, "count": str(line.count),
                "points": plain(line.points), "numbers": LIST_MARK.join(line.numbers),
            }
            for line in summary
        ],
        "notices": [_notice_row(origin, batch, place, one) for place, one in enumerate(batch.notices, start=1)],
    }  # fmt: skip


def _notice_row(origin: Origin, batch: Batch, place: int, notice: Notice) -> dict[str, str]:
    row = notice.row
    proposal = [mask_personal_numbers(row.proposal or "")]
    if row.points is not None:
        proposal.append(words.PROPOSED_POINTS.format(points=plain(row.points)))
    if row.money and origin.settings.money:
        proposal.append(words.MONEY_OF.format(money=half_up(row.money, 2)))
    return {
        "no": str(place),
        "number": notice.number,
        "department": notice.department,
        "person": row.name or "",
        "facts": mask_personal_numbers(words.FACTS.format(at=row.occurred_at or "", facts=notice.facts)),
        "name": _clause(notice),
        "proposal": "，".join(filter(None, proposal)),
        "remark": remark(batch, notice),
    }


def _clause(notice: Notice) -> str:
    number = notice.row.clause or ""
    return number if notice.violation == number else words.CLAUSE.format(name=notice.violation, number=number)


def assessment_values(origin: Origin, found: Assessment) -> dict[str, FieldValue]:
    """What the template 绩效考核清单 is given."""
    return {
        **_common(origin, found.month),
        "count": str(len(found.confirmed)),
        "points": plain(found.points),
        "money": words.MONEY_OF.format(money=half_up(found.money, 2)) if found.money else "",
        "pending_count": str(len(found.pending)),
        "revoked": str(found.revoked),
        "locked": lock_said(found),
        "confirmed": [
            {
                **_who(one), "decision": str(one.row.decision or ""), "points": _figure(decided_points(one)),
                "money": _figure(decided_money(one)), "decided_on": spell(one.row.decided_on), "no": str(place),
            }
            for place, one in enumerate(found.confirmed, start=1)
        ],
        "pending": [{**_who(one.notice), "reason": one.reason} for one in found.pending],
        "departments": [
            {
                "community": row.community or "", "name": row.department or "", "days": spell(row.days),
                "deduction": _one_place(row.deduction), "score": _one_place(row.score),
                "status": str(row.status or ""),
            }
            for row in found.deductions
        ],
        "bonuses": [_bonus_row(row, place) for place, row in enumerate(found.bonuses, start=1)],
        "bonus_points": plain(found.bonus_points),
    }  # fmt: skip


def _bonus_row(row: Commendation, place: int) -> dict[str, str]:
    return {
        "no": str(place),
        "department": row.department or "",
        "person": row.name or "",
        "employee": row.person or "",
        "reason": mask_personal_numbers(row.reason or ""),
        "points": _figure(row.points),
        "number": row.number or words.NOTHING_SCORED,
    }


def _who(notice: Notice) -> dict[str, str]:
    return {
        "department": notice.department,
        "person": notice.row.name or "",
        "employee": notice.row.person or "",
        "name": notice.violation,
        "number": notice.number,
    }


def _figure(value: Decimal | None) -> str:
    return words.NOTHING_SCORED if value is None else plain(value)


def _one_place(value: Decimal | None) -> str:
    return words.NOTHING_SCORED if value is None else str(half_up(value))


def _common(origin: Origin, month: Month) -> dict[str, FieldValue]:
    settings = origin.settings
    return {
        "company": settings.company,
        "issuer": settings.issuer,
        "sample_mark": words.SAMPLE_MARK if settings.sample else "",
        "holiday_note": origin.holiday_note,
        "month": words.MONTH.format(year=month.year, month=month.number),
        "as_of": chinese_date(origin.as_of),
        "internal": words.INTERNAL,
    }
