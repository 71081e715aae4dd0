"""Rows that several reports print: findings, open rectifications, penalties, plans."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from pinzhi_xl.numerals import plain
from pinzhi_xl.people import PEOPLE
from pinzhi_xl.scoring.facts import Case, Visit
from pinzhi_xl.sheets.followup import Penalty
from pinzhi_xl.sheets.inspections import InspectionPlan
from pinzhi_xl.sheets.terms import Disposition
from pinzhi_xl.summary.figures import points, short_day, times, weekday
from pinzhi_xl.summary.followed import Followed, follow
from pinzhi_xl.summary.source import Source
from pinzhi_xl.wording import reports as words

RowTexts = dict[str, str]


def place_of(source: Source, case: Case) -> str:
    """位置, with 位置说明 behind it."""
    place, note = case.row.place or "", source.masked(case.row.place_note)
    return words.PLACE_WITH_NOTE.format(place=place, note=note) if place and note else place or note


def item_of(case: Case) -> str:
    """Code and short name of a finding's item."""
    name = (case.item.short or case.item.item or "") if case.item else ""
    return words.ITEM.format(code=case.code, name=name).strip()


def count_of(cases: Iterable[Case]) -> int:
    """处数 of findings together; a blank one is 1."""
    return sum(case.row.count or 1 for case in cases)


def deduction_of(source: Source, cases: Iterable[Case]) -> Decimal:
    """What findings cost together."""
    return sum((source.deduction(case) or Decimal(0) for case in cases), Decimal(0))


def owner_of(source: Source, case: Case, followed: Followed) -> str:
    """Who must put it right: as typed in 整改跟踪 or 问题登记, else the head of the department; masked."""
    exception = source.facts.exceptions.get((case.visit.community, case.row.department or ""))
    head = exception.head if exception else None
    typed = (followed.row.owner if followed.row else None) or case.row.owner or head
    return source.person(typed) or words.NOTHING


def finding_row(source: Source, case: Case, number: int) -> RowTexts:
    """One finding with what follows from it."""
    followed = follow(case, source.rectifications.get(case.row.number or ""), source.as_of)
    deduction = source.deduction(case)
    return {
        "no": str(number),
        "number": case.row.number or "",
        "day": short_day(case.visit.day),
        "department": case.row.department or "",
        "place": place_of(source, case),
        "facts": source.masked(case.row.facts),
        "item": item_of(case),
        "count": str(case.row.count or 1),
        "deduction": words.NOT_SCORED if deduction is None else plain(deduction),
        "disposition": str(case.row.disposition or Disposition.RECORD_ONLY),
        "owner": owner_of(source, case, followed) if case.rectifies else words.NOTHING,
        "due": _due(case, followed),
        "state": _state(source, case, followed),
    }


def _due(case: Case, followed: Followed) -> str:
    if case.row.disposition is Disposition.ON_THE_SPOT:
        return words.ON_THE_SPOT
    return short_day(followed.due) if case.rectifies else words.NOTHING


def _state(source: Source, case: Case, followed: Followed) -> str:
    if case.rectifies:
        return followed.state
    if case.row.disposition is Disposition.ON_THE_SPOT:
        return words.CORRECTED
    if case.row.disposition is Disposition.PENALISE:
        issued = any(row.number for row in source.penalties.get(case.row.number or "", ()))
        return words.PENALISED if issued else words.NUMBER_PENDING
    return words.RECORDED


def open_row(source: Source, followed: Followed, number: int) -> RowTexts:
    """One rectification that is still open."""
    case = followed.case
    return {
        "no": str(number),
        "number": case.row.number or "",
        "community": case.visit.community,
        "found": short_day(case.visit.day),
        "department": case.row.department or "",
        "place": place_of(source, case),
        "facts": source.masked(case.row.facts),
        "owner": owner_of(source, case, followed),
        "due": short_day(followed.due),
        "overdue": str(followed.overdue) if followed.overdue else words.NOTHING,
        "state": followed.state,
    }


def penalties_of(source: Source, cases: Iterable[Case]) -> list[tuple[Case, Penalty]]:
    """The penalties that rest on findings, in their order."""
    return [(case, row) for case in cases for row in source.penalties.get(case.row.number or "", ())]


def penalty_row(source: Source, case: Case, row: Penalty, number: int) -> RowTexts:
    """One penalty without the person's full name and without money."""
    return {
        "no": str(number),
        "number": row.number or words.NUMBER_PENDING,
        "finding": row.finding or "",
        "department": row.department or case.row.department or "",
        "person": source.person(row.name or row.person),
        "clause": row.clause or words.NOTHING,
        "points": points(row.points),
        "state": row.state or words.NOTHING,
    }


def plan_row(source: Source, row: InspectionPlan) -> RowTexts:
    """One planned inspection."""
    return {
        "day": short_day(row.day),
        "weekday": weekday(row.day) if row.day else "",
        "community": row.community or "",
        "kind": row.kind or words.PATROL,
        "session": row.session or words.NOTHING,
        "inspector": source.person(row.inspector) or words.NOTHING,
    }


def when(visits: Sequence[Visit]) -> str:
    """The times of a day's visits: 9:00–11:30、14:00–17:30."""
    found = (times(visit.row.start, visit.row.end) for visit in visits)
    return words.LIST.join(dict.fromkeys(filter(None, found))) or words.NOTHING


def inspectors(visits: Iterable[Visit]) -> list[str]:
    """Who inspected, each once, as typed."""
    names = (name.strip() for visit in visits for name in PEOPLE.split(visit.row.inspector or ""))
    return list(dict.fromkeys(name for name in names if name))


def seen_and_missed(source: Source, community: str, visits: Sequence[Visit]) -> tuple[list[str], list[str]]:
    """Departments that some visit covered, and those set up that none did."""
    set_up = [name for name in source.facts.departments if source.facts.is_set_up(community, name)]
    seen = [name for name in set_up if any(visit.covers(name) for visit in visits)]
    return seen, [name for name in set_up if name not in seen]


def listed(names: Iterable[str]) -> str:
    """Names parted by 、; 无 when there are none."""
    return words.LIST.join(names) or words.NONE
