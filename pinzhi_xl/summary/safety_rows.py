"""The rows of 安全设备月报: hidden dangers, failures, certificates, maintenance, drills."""

from collections.abc import Sequence
from datetime import date

from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.numerals import plain
from pinzhi_xl.safety import dangers, drills
from pinzhi_xl.safety.equipment import days_valid
from pinzhi_xl.safety.failures import hours_still, state_on
from pinzhi_xl.sheets.dangers import Danger, DangerLevel
from pinzhi_xl.sheets.drills import Drill
from pinzhi_xl.sheets.equipment import Equipment, Failure, Upkeep
from pinzhi_xl.summary.figures import clock, short_day
from pinzhi_xl.summary.rows import RowTexts
from pinzhi_xl.summary.source import Source
from pinzhi_xl.wording import reports as report_words
from pinzhi_xl.wording import safety as words


def danger_row(source: Source, row: Danger, number: int, day: date) -> RowTexts:
    """One hidden danger as it stands on a day."""
    days = dangers.overdue_days(row, day)
    interim = source.masked(row.interim)
    if not interim:
        interim = words.NOT_GUARDED if row.level is DangerLevel.SERIOUS else report_words.NOTHING
    return {
        "no": str(number),
        "number": row.number or report_words.NUMBER_PENDING,
        "level": str(row.level or report_words.NOTHING),
        "community": row.community or "",
        "place": source.masked(row.place),
        "facts": source.masked(row.facts),
        "interim": interim,
        "department": row.department or words.NOBODY,
        "owner": source.person(row.owner) or words.NOBODY,
        "due": short_day(row.due_on),
        "overdue": str(days) if days else report_words.NOTHING,
        "state": str(dangers.state_on(row, day)),
    }


def failure_row(source: Source, row: Failure, owner: Equipment, number: int, day: date) -> RowTexts:
    """One failure, how long it lasted and why."""
    hours = hours_still(row)
    when = f"{short_day(row.failed_on)} {clock(row.failed_at)}".strip()
    return {
        "no": str(number),
        "community": owner.community or "",
        "name": owner.name or owner.code or "",
        "when": when,
        "arrived": clock(row.arrived_at) or report_words.NOTHING,
        "repaired": f"{short_day(row.repaired_on)} {clock(row.repaired_at)}".strip(),
        "hours": report_words.NOTHING if hours is None else plain(hours),
        "reason": source.masked(row.cause) or report_words.NOTHING,
        "state": str(state_on(row, day)),
    }


def certificate_row(row: Equipment, number: int, day: date) -> RowTexts:
    """One certificate that has expired or is about to."""
    days = days_valid(row, day)
    if days is None:
        left = words.LACKING
    else:
        left = words.EXPIRED.format(days=-days) if days < 0 else words.EXPIRING.format(days=days)
    return {
        "no": str(number),
        "community": row.community or "",
        "code": row.code or "",
        "name": row.name or "",
        "kind": str(row.kind or report_words.NOTHING),
        "until": report_words.NOTHING if row.valid_until is None else str(row.valid_until),
        "left": left,
        "contractor": row.contractor or report_words.NOTHING,
    }


def upkeep_row(source: Source, row: Upkeep, owner: Equipment, number: int, day: date) -> RowTexts:
    """One item of maintenance that was not done."""
    days = (day - row.planned_on).days if row.planned_on else 0
    return {
        "no": str(number),
        "community": owner.community or "",
        "name": owner.name or owner.code or "",
        "item": row.item or "",
        "cycle": str(row.cycle or report_words.NOTHING),
        "due": short_day(row.planned_on),
        "overdue": str(days) if days > 0 else report_words.NOTHING,
        "reason": source.masked(row.remark) or report_words.NOTHING,
    }


def drill_row(source: Source, row: Drill, number: int, day: date) -> RowTexts:
    """One drill planned for or held in the month."""
    people = report_words.NOTHING
    if row.participants is not None:
        people = str(row.participants)
    return {
        "no": str(number),
        "community": row.community or "",
        "plan": str(row.plan or report_words.NOTHING),
        "planned": short_day(row.planned_on),
        "held": short_day(row.held_on),
        "people": people,
        "owners": report_words.NOTHING if row.owners is None else str(row.owners),
        "verdict": str(row.verdict or report_words.NOTHING),
        "reason": source.masked(row.lessons or row.cancelled) or report_words.NOTHING,
        "state": str(drills.state_on(row, day)),
    }


def year_row(source: Source, community: str, day: date) -> RowTexts:
    """How far a community is with the drills of the year."""
    year = drills.year_of_drills(source.facts, community, day)

    def told(plans: Sequence[str]) -> str:
        return LIST_MARK.join(plans) or report_words.NOTHING

    return {
        "community": community,
        "done": words.OF_YEAR.format(held=len(year.held), plans=len(year.plans)),
        "name": told(year.held),
        "facts": told(year.ahead),
        "reason": told(year.missing),
    }
