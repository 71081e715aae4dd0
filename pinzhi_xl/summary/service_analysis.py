"""投诉报修分析 of a month: complaints, why, what came of them, and how repairs went (A03, B09, J11)."""

from collections.abc import Sequence

from pinzhi_xl.model import Cell
from pinzhi_xl.month import Month
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.service import complaints, repairs
from pinzhi_xl.sheets.complaints import Complaint
from pinzhi_xl.sheets.repairs import RepairOrder
from pinzhi_xl.sheets.service_terms import Urgency
from pinzhi_xl.summary import service_rows as tables
from pinzhi_xl.summary.figures import month_name
from pinzhi_xl.summary.service_source import ServiceSource
from pinzhi_xl.wording import reports as report_words
from pinzhi_xl.wording import service as words
from pinzhi_xl.wording.problems import make_problem


def service_analyses(scene: ReportScene, month: Month) -> tuple[Sequence[Report], Sequence[Problem]]:
    """The one analysis of the company; none in a month in which nothing came in and nothing is open."""
    source = ServiceSource(scene)
    names = source.facts.communities
    present = (
        source.complaints(names, month)
        or source.repairs(names, month)
        or source.overdue_complaints(names)
        or source.overdue_repairs(names)
        or source.invalid(names, month)
    )
    if not present:
        return [], [make_problem("no-service-rows", Cell(Complaint.sheet.label), period=str(month))]
    values = {**_head(source, month, names), **_tables(source, month, names)}
    company = source.facts.settings.company
    return [Report(words.ANALYSIS, month, f"{month} {report_words.COMPANY_FILE}", company, values)], []


def _head(source: ServiceSource, month: Month, names: Sequence[str]) -> dict[str, PaperValue]:
    figures = {
        "handling": words.HANDLING_RATE,
        "on_time": words.ON_TIME_RATE,
        "satisfied": words.SATISFIED_RATE,
        "repeat_rate": words.REPEAT_RATE,
        "complaint_rate": words.COMPLAINT_RATE,
        "repair_on_time": words.REPAIR_ON_TIME,
        "repair_done": words.REPAIR_DONE,
        "repair_satisfied": words.REPAIR_SATISFIED,
        "repair_response": words.REPAIR_RESPONSE,
    }
    wrong = len(source.errors)
    return {
        **source.source.head(month.year),
        "month": month_name(month),
        "draft": report_words.DRAFT if source.source.is_draft(month) else "",
        "complaints_total": str(len(source.complaints(names, month))),
        "orders_total": str(len(source.repairs(names, month))),
        **{field: source.figure(name, names, month) for field, name in figures.items()},
        "sentences": _sentences(source, month, names),
        "wrong": words.WRONG_ROWS.format(count=wrong) if wrong else "",
    }


def _tables(source: ServiceSource, month: Month, names: Sequence[str]) -> dict[str, PaperValue]:
    complained = source.complaints(names, month)
    ordered = source.repairs(names, month)
    return {
        "complaint_sums": tables.complaint_sums(source, names, month),
        "repair_sums": tables.repair_sums(source, names, month),
        "by_category": tables.pareto(tables.categories(complained)),
        "by_cause": tables.pareto(tables.causes(source, complained)),
        "by_repair": tables.pareto(tables.categories(ordered)),
        "repeated": tables.repeat_rows(source, complained),
        "overdue": tables.overdue_rows(source, names),
        "overdue_orders": tables.overdue_repair_rows(source, names),
        "satisfaction": tables.satisfaction_rows(source, complained, ordered),
        "preventions": tables.prevention_rows(source, complained),
    }


def _sentences(source: ServiceSource, month: Month, names: Sequence[str]) -> list[str]:
    rows = source.complaints(names, month)
    before = len(source.complaints(names, month.before))
    said = [_received(source, month, names, rows, before)]
    unanswered = sum(complaints.is_answered_in_time(source.facts, row, source.as_of) is False for row in rows)
    said.append(words.LATE.format(overdue=len(source.overdue_complaints(names)), unanswered=unanswered))
    by_category = tables.pareto(tables.categories(rows))
    if by_category:
        first = by_category[0]
        said.append(words.MOST.format(category=first["name"], count=first["count"], share=first["share"]))
    known = [name for name in tables.causes(source, rows) if name != words.UNKNOWN_CAUSE]
    if known:
        cause = tables.pareto(known)[0]
        said.append(words.MOST_CAUSE.format(cause=cause["name"], count=cause["count"]))
    if lacking := sum(_lacks_prevention(source, row) for row in rows):
        said.append(words.TO_PREVENT.format(count=lacking))
    said.append(_repairs(source, month, names, source.repairs(names, month)))
    return said


def _received(
    source: ServiceSource, month: Month, names: Sequence[str], rows: Sequence[Complaint], before: int
) -> str:
    if not rows:
        return words.NO_COMPLAINT.format(month=month_name(month), before=before)
    return words.RECEIVED.format(
        month=month_name(month),
        count=len(rows),
        before=before,
        invalid=source.invalid(names, month),
        settled=sum(complaints.is_settled(row, source.as_of) for row in rows),
        repeated=sum(row.row in source.repeats for row in rows),
    )


def _lacks_prevention(source: ServiceSource, row: Complaint) -> bool:
    serious = row.row in source.repeats or row.urgency is Urgency.MAJOR
    return serious and not row.prevention and complaints.is_settled(row, source.as_of)


def _repairs(source: ServiceSource, month: Month, names: Sequence[str], rows: Sequence[RepairOrder]) -> str:
    before = len(source.repairs(names, month.before))
    if not rows:
        return words.NO_REPAIR.format(month=month_name(month), before=before)
    return words.REPAIRS.format(
        count=len(rows),
        urgent=sum(bool(row.urgent) for row in rows),
        before=before,
        done=sum(repairs.is_repaired(row, source.as_of) for row in rows),
        overdue=len(source.overdue_repairs(names)),
    )
