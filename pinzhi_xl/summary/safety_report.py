"""安全设备月报 of a community and of all: hidden dangers, equipment, maintenance, drills (G09–G12, J04)."""

from collections.abc import Sequence

from pinzhi_xl.indicators.base import Scope
from pinzhi_xl.indicators.equipment import EQUIPMENT_INDICATORS
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import chinese_date
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.safety import dangers, drills
from pinzhi_xl.safety.equipment import days_valid, is_stopped, units_failed, units_intact
from pinzhi_xl.safety.failures import failures_of
from pinzhi_xl.safety.upkeep import done_by
from pinzhi_xl.sheets.dangers import DangerLevel, DangerState
from pinzhi_xl.sheets.drills import DrillState, SafetyRegulation
from pinzhi_xl.summary.equipment_kinds import kind_rows
from pinzhi_xl.summary.figures import month_name, per_cent
from pinzhi_xl.summary.safety_month import SafetyMonth
from pinzhi_xl.summary.safety_rows import (
    certificate_row,
    danger_row,
    drill_row,
    failure_row,
    upkeep_row,
    year_row,
)
from pinzhi_xl.summary.source import Source
from pinzhi_xl.wording import safety as words

FIGURES = ("failure_rate", "intact_rate", "repair_rate", "upkeep_rate", "complete_rate", "accurate_rate")
"""What the template calls the module's indicators, in their order."""


def safety_reports(scene: ReportScene, month: Month) -> tuple[Sequence[Report], Sequence[Problem]]:
    """One report for each community that keeps any of the sheets, and one for all where there are several."""
    source = Source(scene)
    kept = [name for name in scene.facts.communities if SafetyMonth(source, month, [name]).is_kept]
    wanted = [(name, [name]) for name in kept]
    if len(kept) > 1:
        wanted.append((words.COMPANY, kept))
    return [_report(SafetyMonth(source, month, names), name) for name, names in wanted], ()


def _report(found: SafetyMonth, name: str) -> Report:
    return Report(words.MONTHLY, found.month, f"{found.month} {name}", name, _values(found, name))


def _values(found: SafetyMonth, name: str) -> dict[str, PaperValue]:
    source, day = found.source, found.day
    register = found.register
    owned = [(row, register[row.equipment or ""]) for row in found.failures]
    late = [(row, register[row.equipment or ""]) for row in found.late]
    return {
        **source.head(day.year),
        **_figures(found),
        "subject": name,
        "month": month_name(found.month),
        "day": chinese_date(day),
        "sentences": _sentences(found),
        "dangers": [danger_row(source, row, n, day) for n, row in enumerate(found.dangers, 1)],
        "kinds": kind_rows(source, found.equipment, found.upkeep, found.failures, day),
        "failures": [failure_row(source, row, owner, n, day) for n, (row, owner) in enumerate(owned, 1)],
        "certificates": [certificate_row(row, n, day) for n, row in enumerate(found.certificates, 1)],
        "late": [upkeep_row(source, row, owner, n, day) for n, (row, owner) in enumerate(late, 1)],
        "drills": [drill_row(source, row, n, day) for n, row in enumerate(found.drills, 1)],
        "year": [year_row(source, community, day) for community in found.communities],
    }


def _figures(found: SafetyMonth) -> dict[str, PaperValue]:
    """The indicators of the month, and the counts of hidden dangers at the head."""
    scope = Scope(found.communities, found.month.first, found.month.last, found.source.as_of)
    facts = found.source.facts
    rates = {
        name: per_cent(indicator.count(facts, scope).ratio)
        for name, indicator in zip(FIGURES, EQUIPMENT_INDICATORS, strict=True)
    }
    return {**rates, **{name: str(count) for name, count in _danger_counts(found).items()}}


def _danger_counts(found: SafetyMonth) -> dict[str, int]:
    still = [row for row in found.dangers if found.is_open(row)]
    states = [dangers.state_on(row, found.day) for row in still]
    return {
        "open_total": len(still),
        "serious_total": sum(row.level is DangerLevel.SERIOUS for row in still),
        "overdue_total": states.count(DangerState.OVERDUE),
        "found_total": sum(found.holds(row.found_on) for row in found.dangers),
        "removed_total": sum(not found.is_open(row) and found.holds(row.reviewed_on) for row in found.dangers),
    }


def _sentences(found: SafetyMonth) -> list[str]:
    counts = _danger_counts(found)
    said = [
        words.DANGERS_SUM.format(
            day=chinese_date(found.day),
            **{name.removesuffix("_total"): count for name, count in counts.items()},
        )
    ]
    bare = sum(
        row.level is DangerLevel.SERIOUS and not row.interim and found.is_open(row) for row in found.dangers
    )
    if bare:
        said.append(words.UNGUARDED_SUM.format(count=bare))
    return [*said, _equipment_sentence(found), *_other_sentences(found)]


def _equipment_sentence(found: SafetyMonth) -> str:
    failures, day = failures_of(found.source.book), found.day
    stopped = [row for row in found.equipment if is_stopped(row, day)]
    running = [row for row in found.equipment if not is_stopped(row, day)]
    return words.EQUIPMENT_SUM.format(
        units=sum(row.count for row in found.equipment),
        intact=sum(units_intact(row, failures.get(row.code or "", ()), day) for row in found.equipment),
        failed=sum(units_failed(row, failures.get(row.code or "", ()), day) for row in running),
        stopped=sum(row.count for row in stopped),
        failures=sum(row.count for row in found.failures),
    )


def _other_sentences(found: SafetyMonth) -> list[str]:
    """Certificates, maintenance, drills and regulations in one sentence each."""
    day = found.day
    left = [days for row in found.certificates if (days := days_valid(row, day)) is not None]
    done = sum(done_by(row, day) for row in found.upkeep)
    states = [drills.state_on(row, day) for row in found.drills]
    rules = [row for row in found.source.book.rows(SafetyRegulation) if row.in_force(day)]
    said = [
        words.CERTIFICATES_SUM.format(
            expired=sum(days < 0 for days in left),
            expiring=sum(days >= 0 for days in left),
            days=found.source.facts.settings.certificate_days,
        ),
        words.UPKEEP_SUM.format(planned=len(found.upkeep), done=done, open=len(found.upkeep) - done),
        words.DRILLS_SUM.format(
            held=sum(found.holds(row.held_on) for row in found.drills),
            overdue=states.count(DrillState.OVERDUE),
            waiting=states.count(DrillState.TO_EVALUATE),
        ),
    ]
    if rules:
        due = sum(row.review_on is not None and row.review_on < day for row in rules)
        said.append(words.REGULATIONS_SUM.format(count=len(rules), due=due))
    return said
