"""表彰通报 of a month: who was commended for what, circulated to all (A08, J09, law.md §4)."""

from collections import Counter
from collections.abc import Sequence

from pinzhi_xl.commendations import Commended, commended
from pinzhi_xl.handing.notices import issued_notices
from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.model import Cell
from pinzhi_xl.month import Month
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.sheets.commendations import Commendation
from pinzhi_xl.summary.figures import month_name, short_day
from pinzhi_xl.summary.rows import RowTexts
from pinzhi_xl.summary.source import Source
from pinzhi_xl.wording import commendations as words
from pinzhi_xl.wording import reports
from pinzhi_xl.wording.problems import make_problem


def commendation_circulars(scene: ReportScene, month: Month) -> tuple[Sequence[Report], Sequence[Problem]]:
    """The one circular of a month; where nothing was granted, that is told.

    Persons stand by their surname. A full name is printed only where 参数.表彰公开姓名 allows it and the row says
    that the person agreed: publishing a name needs the consent of the one who bears it (law.md §4).
    """
    source = Source(scene)
    found = commended(scene.facts, month, scene.as_of)
    if not found.granted:
        return [], [make_problem("nothing-to-report", Cell(Commendation.sheet.label), period=str(month))]
    company = scene.facts.settings.company
    name = f"{month} {words.COMPANY_FILE}"
    return [Report(words.CIRCULAR, month, name, company, _values(source, month, found))], []


def _values(source: Source, month: Month, found: Commended) -> dict[str, PaperValue]:
    people = [row for row in found.granted if row.is_personal]
    teams = [row for row in found.granted if not row.is_personal]
    return {
        **source.head(month.year),
        "month": month_name(month),
        "draft": reports.DRAFT if source.is_draft(month) else "",
        "sentences": _sentences(source, month, found, len(people), len(teams)),
        "people": [
            {**_row(source, row, place), "who": _shown(source, row)} for place, row in enumerate(people, start=1)
        ],
        "teams": [{**_row(source, row, place), "who": row.team or ""} for place, row in enumerate(teams, start=1)],
        "names_note": words.NAMES_MASKED,
    }


def _sentences(source: Source, month: Month, found: Commended, people: int, teams: int) -> list[str]:
    bases = Counter(str(row.basis) for row in found.granted if row.basis)
    parts = LIST_MARK.join(words.PART.format(name=name, count=count) for name, count in bases.most_common())
    penalties = sum(one.month == month and not one.is_void for one in issued_notices(source.book))
    count = len(found.granted)
    said = [words.COUNTED.format(month=month_name(month), count=count, people=people, teams=teams)]
    said.append(words.BY_BASIS.format(parts=parts))
    said.append(words.BESIDE_PENALTIES.format(penalties=penalties, count=count))
    if found.proposed:
        said.append(words.NOT_YET.format(count=found.proposed))
    if found.faulty:
        said.append(words.LEFT_OUT.format(count=found.faulty))
    return said


def _shown(source: Source, row: Commendation) -> str:
    """The name of a person as it may be published."""
    name = row.name or source.names.get(row.person or "", "")
    agreed = source.facts.settings.publish_names and row.consent is True
    return name if agreed else source.person(name) or reports.NOTHING


def _row(source: Source, row: Commendation, place: int) -> RowTexts:
    evidence = source.masked(row.evidence)
    basis = str(row.basis or reports.NOTHING)
    return {
        "no": str(place),
        "day": short_day(row.day),
        "community": row.community or "",
        "department": row.department or reports.NOTHING,
        "facts": source.masked(row.reason),
        "reason": words.EVIDENCE.format(basis=basis, evidence=evidence) if evidence else basis,
        "awards": LIST_MARK.join(map(str, row.awards)) or reports.NOTHING,
    }
