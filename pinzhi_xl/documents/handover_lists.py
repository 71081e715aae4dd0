"""The sheets of the hand-over workbooks: the list to be filled in, the summary, 绩效考核清单 (Z06, Z16)."""

import re
from collections.abc import Sequence
from pathlib import Path

from pinzhi_xl.documents.handover import Origin, lock_said, remark
from pinzhi_xl.documents.handover_workbook import CellValue, ListSheet, build_lists
from pinzhi_xl.documents.package import read_package
from pinzhi_xl.handing import Assessment, Batch
from pinzhi_xl.handing.assessment import decided_money, decided_points
from pinzhi_xl.handing.batches import SummaryLine
from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.masking import mask_personal_numbers
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import chinese_date, half_up, plain
from pinzhi_xl.sheets.decision_list import HANDOVER_PROPERTY
from pinzhi_xl.wording import handover as words


def handover_mark(identity: str, batch: str) -> str:
    """What the custom property of a list holds."""
    return f"{identity}/{batch}"


def list_origin(path: Path) -> str:
    """The UUID of the master in the custom property of a list, whoever saved it last; empty when there is none."""
    try:
        custom = read_package(path.read_bytes()).get("docProps/custom.xml", b"")
    except (OSError, ValueError):
        return ""
    found = re.search(rb'"%s".*?>([0-9a-f-]{36})/' % re.escape(HANDOVER_PROPERTY.encode()), custom, re.DOTALL)
    return found[1].decode() if found else ""


def batch_workbook(origin: Origin, batch: Batch, summary: Sequence[SummaryLine]) -> bytes:
    """The list 行政部 fills in, and the summary on a second sheet."""
    mark = (HANDOVER_PROPERTY, handover_mark(origin.identity, batch.name))
    return build_lists([_notice_list(origin, batch), _summary_list(origin, batch, summary)], mark, origin.identity)


def assessment_workbook(origin: Origin, found: Assessment) -> bytes:
    """The confirmed notices, the pending ones apart, and the departments' deductions."""
    mark = (HANDOVER_PROPERTY, handover_mark(origin.identity, ""))
    sheets = [_confirmed_list(origin, found), _pending_list(origin, found), _department_list(origin, found)]
    if found.bonuses:
        sheets.append(_bonus_list(origin, found))
    return build_lists(sheets, mark, origin.identity)


def _title(origin: Origin, month: Month, title: str) -> str:
    shown = words.MONTH.format(year=month.year, month=month.number)
    text = words.SUMMARY_TITLE.format(company=origin.settings.company, month=shown, title=title)
    return f"【{words.SAMPLE_MARK}】{text}" if origin.settings.sample else text


def _batch_head(origin: Origin, batch: Batch) -> str:
    return words.HEAD_BATCH.format(
        batch=batch.name,
        late=words.HEAD_LATE if batch.is_late else "",
        day=chinese_date(origin.as_of),
        count=len(batch.valid),
        points=plain(batch.points),
        all=batch.before + len(batch.valid),
        issuer=origin.settings.issuer,
    )


def _notice_list(origin: Origin, batch: Batch) -> ListSheet:
    money = origin.settings.money
    headings = [*words.LIST_HEADINGS, *([words.PROPOSED_MONEY] if money else []), *words.DECISION_HEADINGS]
    widths = [4, 6, 17, 10, 11, 8, 8, 12, 32, 12, 7, 12, 8, *([8] if money else []), 8, 8, 8, 9, 11]
    identity = words.IDENTITY.format(identity=origin.identity, batch=batch.name)
    lines = [
        _title(origin, batch.month, words.TITLE_LIST),
        _batch_head(origin, batch),
        words.HOW_TO if money else words.HOW_TO + words.MONEY_OFF,
        words.INTERNAL,
        identity,
    ]
    rows: list[list[CellValue]] = []
    for place, notice in enumerate(batch.notices, start=1):
        row = notice.row
        rows.append(
            [
                place, remark(batch, notice), notice.number, notice.community, notice.department,
                row.name or "", row.person or "", row.occurred_at or "", mask_personal_numbers(notice.facts),
                notice.violation, row.clause or "", mask_personal_numbers(row.proposal or ""), row.points,
                *([row.money] if money else []),
                row.decision and str(row.decision), row.decided_points, row.decided_money, row.decided_by,
                row.decided_on,
            ]
        )  # fmt: skip
    return ListSheet(words.SHEET_LIST, lines, headings, widths, rows, to_fill=len(words.DECISION_HEADINGS))


def _summary_list(origin: Origin, batch: Batch, summary: Sequence[SummaryLine]) -> ListSheet:
    lines = [_title(origin, batch.month, words.SUMMARY), _batch_head(origin, batch)]
    rows: list[list[CellValue]] = [
        [line.department, line.violation, line.count, line.points, LIST_MARK.join(line.numbers)]
        for line in summary
    ]
    total: list[CellValue] = [words.TOTAL, "", len(batch.valid), batch.points, ""]
    return ListSheet(words.SHEET_SUMMARY, lines, words.SUMMARY_HEADINGS, (18, 26, 9, 11, 70), rows, total)


def _assessment_head(origin: Origin, found: Assessment) -> str:
    money = words.HEAD_MONEY.format(money=half_up(found.money, 2)) if origin.settings.money else ""
    return words.HEAD_ASSESSMENT.format(
        day=chinese_date(origin.as_of), count=len(found.confirmed), points=plain(found.points), money=money,
        pending=len(found.pending), revoked=found.revoked, issuer=origin.settings.issuer,
    )  # fmt: skip


def _confirmed_list(origin: Origin, found: Assessment) -> ListSheet:
    rows: list[list[CellValue]] = [
        [
            place, one.department, one.row.name or "", one.row.person or "", one.community, one.violation,
            str(one.row.decision or ""), decided_points(one), decided_money(one), one.row.decided_on, one.number,
        ]
        for place, one in enumerate(found.confirmed, start=1)
    ]  # fmt: skip
    total: list[CellValue] = [words.TOTAL, "", "", "", "", "", "", found.points, found.money or None, None, ""]
    lines = [
        _title(origin, found.month, words.ASSESSMENT),
        _assessment_head(origin, found),
        words.INTERNAL,
        words.IDENTITY.format(identity=origin.identity, batch=found.month),
    ]
    widths = (6, 16, 10, 10, 15, 20, 10, 9, 9, 12, 20)
    return ListSheet(words.SHEET_CONFIRMED, lines, words.CONFIRMED_HEADINGS, widths, rows, total)


def _pending_list(origin: Origin, found: Assessment) -> ListSheet:
    rows: list[list[CellValue]] = [
        [
            place, one.notice.department, one.notice.row.name or "", one.notice.row.person or "",
            one.notice.community, one.notice.violation, one.reason, one.notice.number,
        ]
        for place, one in enumerate(found.pending, start=1)
    ]  # fmt: skip
    lines = [_title(origin, found.month, words.SHEET_PENDING), words.HEAD_PENDING]
    widths = (6, 16, 10, 10, 15, 20, 30, 20)
    return ListSheet(words.SHEET_PENDING, lines, words.PENDING_HEADINGS, widths, rows)


def _department_list(origin: Origin, found: Assessment) -> ListSheet:
    rows: list[list[CellValue]] = [
        [row.community or "", row.department or "", row.days, row.deduction, row.score, str(row.status or "")]
        for row in found.deductions
    ]
    lines = [_title(origin, found.month, words.SHEET_DEPARTMENTS), _department_head(found)]
    return ListSheet(words.SHEET_DEPARTMENTS, lines, words.DEPARTMENT_HEADINGS, (18, 18, 11, 11, 11, 16), rows)


def _bonus_list(origin: Origin, found: Assessment) -> ListSheet:
    """Commendations with points, beside the penalties (J09)."""
    rows: list[list[CellValue]] = [
        [
            place, row.department or "", row.name or "", row.person or "", row.community or "",
            mask_personal_numbers(row.reason or ""), row.points,
            row.number or words.NOTHING_SCORED,
        ]
        for place, row in enumerate(found.bonuses, start=1)
    ]  # fmt: skip
    total: list[CellValue] = [words.TOTAL, "", "", "", "", "", found.bonus_points, ""]
    lines = [_title(origin, found.month, words.SHEET_BONUSES), words.INTERNAL]
    widths = (6, 16, 10, 10, 15, 40, 9, 16)
    return ListSheet(words.SHEET_BONUSES, lines, words.BONUS_HEADINGS, widths, rows, total)


def _department_head(found: Assessment) -> str:
    shown = words.MONTH.format(year=found.month.year, month=found.month.number)
    return words.HEAD_DEPARTMENTS.format(month=shown, locked=lock_said(found))
