"""What a 违纪处罚单 says, as the flat texts the register keeps (practice.md §3.2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from pinzhi_xl.masking import mask_personal_numbers
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import capital_money, chinese_date, half_up, plain
from pinzhi_xl.penalties.proposals import is_dismissal
from pinzhi_xl.scoring.facts import Case
from pinzhi_xl.scoring.repeats import Repeat
from pinzhi_xl.sheets.followup import Penalty
from pinzhi_xl.sheets.inspections import Offender
from pinzhi_xl.sheets.organisation import Person
from pinzhi_xl.sheets.settings import Settings
from pinzhi_xl.sheets.standards import Clause
from pinzhi_xl.sheets.terms import Responsibility, Shift
from pinzhi_xl.wording import notices as words
from pinzhi_xl.wording import penalties as penalty_words


@dataclass(frozen=True)
class Charge:
    """What one notice rests on: the finding, who is charged with it, the clause, and the row of 处罚登记."""

    case: Case
    offender: Offender
    person: Person
    clause: Clause
    row: Penalty


def fields_of(charge: Charge, settings: Settings, repeat: Repeat, notes: Mapping[str, str]) -> dict[str, str]:
    """The payload of the register: all the paper says but number, date and mark, and how it is numbered.

    `notes` are fields that say what is not settled yet. A proposal to dismiss is printed as referred (law.md §2).
    """
    case, row, clause = charge.case, charge.row, charge.clause
    inspection = case.visit.row
    in_charge = charge.offender.responsibility is Responsibility.IN_CHARGE
    money = money_of(row, settings)
    return {
        **written_in(row, settings),
        "month": str(Month.of(case.visit.day)),
        "number_prefix": settings.penalty_prefix,
        "number_pattern": settings.number_pattern,
        "company": settings.company,
        "issuer": settings.issuer,
        "sample_mark": words.SAMPLE_MARK if settings.sample else "",
        "community": case.visit.community,
        "post": (charge.person.post or "") + (words.CHARGE_OF if in_charge else ""),
        "shift": inspection.shift or words.ALL_SHIFTS,
        "inspection_type": inspection.kind or words.PATROL,
        "facts": mask_personal_numbers(case.row.facts or ""),
        "regulation": words.REGULATION.format(name=(clause.regulation or "").strip("《》")),
        "regulation_version": clause.edition or "",
        "clause_number": clause.number or "",
        "clause_text": clause.text or "",
        "published_on": chinese_date(clause.published) if clause.published else "",
        "evidence": _evidence(case),
        "proposed_money_words": "" if money is None else words.MONEY.format(capital=capital_money(money)),
        "repeat_note": _repeat_note(repeat, settings.repeat_days),
        "rectification": words.RECTIFY if case.rectifies else words.NO_RECTIFICATION,
        "inspector": inspection.inspector or "",
        "appeal_days": str(settings.appeal_days),
        "red_line": words.YES if case.red_line else "",
        **notes,
    }


def money_of(row: Penalty, settings: Settings) -> Decimal | None:
    """The proposed amount in yuan as it is printed; None while money is off or nothing is proposed."""
    return row.money if settings.money and row.money else None


def written_in(row: Penalty, settings: Settings) -> dict[str, str]:
    """The fields of a paper that stand in 处罚登记 themselves, as they are printed."""
    money, proposal = money_of(row, settings), row.proposal or ""
    return {
        "department": row.department or "",
        "person": row.name or "",
        "employee_number": row.person or "",
        "occurred_at": mask_personal_numbers(row.occurred_at or ""),
        "place": mask_personal_numbers(row.place or ""),
        "clause_number": row.clause or "",
        "proposal": penalty_words.REFERRED if is_dismissal(proposal) else mask_personal_numbers(proposal),
        "proposed_points": "" if row.points is None else plain(row.points),
        "proposed_money": "" if money is None else f"{half_up(money, 2)}",
    }


def _repeat_note(repeat: Repeat, days: int) -> str:
    if repeat.count == 1:
        return words.NOT_REPEATED
    return words.REPEATED_IN.format(days=days, count=repeat.count, of=repeat.of)


def moment_of(case: Case) -> str:
    """When it happened: a night shift that passes midnight belongs to the day it began, its small hours do not."""
    day, at = case.visit.day, case.row.found_at
    if at is None:
        return chinese_date(day)
    start = case.visit.row.start
    if case.visit.row.shift is Shift.NIGHT and start is not None and at < start:
        day += timedelta(days=1)
    return words.OCCURRED.format(date=chinese_date(day), hour=at.hour, minute=at.minute)


def place_of(case: Case) -> str:
    """位置 with its closer note."""
    place, note = case.row.place or "", case.row.place_note or ""
    return words.PLACE_WITH_NOTE.format(place=place, note=note) if place and note else place or note


def _evidence(case: Case) -> str:
    parts = [
        words.EVIDENCE_INSPECTION.format(number=case.row.inspection),
        words.EVIDENCE_FINDING.format(number=case.row.number),
    ]
    if case.row.photos:
        parts.append(words.EVIDENCE_PHOTOS.format(names=mask_personal_numbers(case.row.photos)))
    return words.EVIDENCE_SEPARATOR.join(parts)
