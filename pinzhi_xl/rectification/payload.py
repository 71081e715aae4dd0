"""What a 限期整改通知单 says, as the flat texts the register keeps; the lines as canonical JSON in one of them.

Nothing here changes by itself: no state, no overdue days, no photographs that come in later.

Names (contract §6, law.md §4): the notice is addressed to the person responsible, whom H16 demands named: 责任人
stands in full on its own lines, and nobody in a file name. Everybody else is masked: the inspector, and third
persons in the free text of a line.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date

from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.masking import mask_name, mask_names, mask_personal_numbers
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import chinese_date
from pinzhi_xl.people import PEOPLE
from pinzhi_xl.scoring.facts import Case, Facts
from pinzhi_xl.sheets.followup import Rectification
from pinzhi_xl.sheets.organisation import Person
from pinzhi_xl.sheets.terms import Severity
from pinzhi_xl.wording import notices as notice_words
from pinzhi_xl.wording import rectification as words

Line = tuple[Case, Rectification, date | None]
"""A finding, its row as it shall read, and the deadline its paper names."""


def lines_of(payload: Mapping[str, str]) -> list[dict[str, str]]:
    """The lines of a notice from its payload."""
    lines: list[dict[str, str]] = json.loads(payload["lines"])
    return lines


def payload_of(
    facts: Facts, department: str, lines: Sequence[Line], month: Month, first_number: str, names: Sequence[str]
) -> dict[str, str]:
    """All a notice says but number, date and mark, `names` masked; `first_number` makes it a second notice."""
    settings = facts.settings
    visit = lines[0][0].visit
    return {
        "month": str(month),
        "number_prefix": settings.rectification_prefix,
        "number_pattern": settings.number_pattern,
        "company": settings.company,
        "issuer": settings.issuer,
        "sample_mark": notice_words.SAMPLE_MARK if settings.sample else "",
        "community": visit.community,
        "department": department,
        "inspection": visit.row.number or "",
        "inspected_on": chinese_date(visit.day),
        "inspection_type": visit.row.kind or words.PATROL,
        "inspector": _masked_people(visit.row.inspector),
        "first_number": first_number,
        "holiday_note": _holiday_note(facts, lines),
        "lines": _as_json([_line(facts, names, *line) for line in lines]),
    }


def _as_json(lines: Sequence[Mapping[str, str]]) -> str:
    return json.dumps(lines, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _line(
    facts: Facts, names: Sequence[str], case: Case, row: Rectification, due_on: date | None
) -> dict[str, str]:
    item = case.item
    owner = person_named(facts, row.owner) or ""

    def masked(text: str | None) -> str:
        return mask_names(mask_personal_numbers(text or ""), names, kept=PEOPLE.split(owner))

    return {
        "finding": case.row.number or "",
        "place": masked(place_of(case)),
        "facts": masked(case.row.facts),
        "item": case.code,
        "requirement": (item.item if item else None) or "",
        "severity": (item.severity if item else None) or Severity.MINOR.value,
        "red_line": words.RED_LINE if case.row.red_line else "",
        "target": masked(row.target),
        "owner": owner,
        "unit": case.row.owner_unit or "",
        "due_on": chinese_date(due_on) if due_on else "",
    }


def _masked_people(typed: str | None) -> str:
    """The people of a cell, each masked."""
    return LIST_MARK.join(mask_name(name) for name in PEOPLE.split(typed or "") if name.strip())


def place_of(case: Case) -> str:
    """位置 with its closer note."""
    place, note = case.row.place or "", case.row.place_note or ""
    return words.PLACE_WITH_NOTE.format(place=place, note=note) if place and note else place or note


def person_named(facts: Facts, number_or_name: str | None) -> str | None:
    """The name behind a 工号; anything else as it was typed."""
    if not number_or_name:
        return None
    people = facts.book.rows(Person)
    return next((row.name for row in people if row.number == number_or_name and row.name), number_or_name)


def _holiday_note(facts: Facts, lines: Sequence[Line]) -> str:
    """Said on the paper when deadlines rest on a year whose holidays are not entered (law.md §5.3)."""
    years = {day.year for case, _, due_on in lines for day in (case.visit.day, due_on) if day is not None}
    unknown = sorted(year for year in years if not facts.calendar.knows(year))
    return words.UNCHECKED_HOLIDAYS.format(years=words.YEARS.join(map(str, unknown))) if unknown else ""
