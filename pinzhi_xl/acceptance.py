"""How acceptance stands on a day: remaining defects, documents, opinions on the design (G03, G05, G06)."""

from collections.abc import Iterator
from datetime import date, timedelta

from pinzhi_xl.completion import known_done
from pinzhi_xl.deriving import changes
from pinzhi_xl.kinds import fold
from pinzhi_xl.model import SetCell
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.acceptance import AcceptanceDefect, DeliveryDocument, DesignReview
from pinzhi_xl.sheets.acceptance_terms import DefectClass, DefectState, OpinionState, TestResult
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.settings import Settings


def documents_of(book: Book, community: str) -> list[DeliveryDocument]:
    """The documents a community should have: its own rows, then those of the general list it has no row for."""
    rows = book.rows(DeliveryDocument)
    own = [row for row in rows if row.community == community]
    names = {fold(row.name or "") for row in own}
    return [*own, *(row for row in rows if is_general(book, row) and fold(row.name or "") not in names)]


def is_general(book: Book, row: DeliveryDocument) -> bool:
    """True for a row of the general list: it names no community."""
    return book.is_vacant(row, "community")


def first_deadline(row: AcceptanceDefect, settings: Settings) -> date | None:
    """期限, else the days of its class after 发现日期: A at once, B and C by 参数 (calendar days)."""
    if row.due_on is not None or row.day is None or row.severity is None:
        return row.due_on
    days = {
        DefectClass.A: settings.days_class_a,
        DefectClass.B: settings.days_class_b,
        DefectClass.C: settings.days_class_c,
    }
    return row.day + timedelta(days=days[row.severity])


def outcome_by(row: AcceptanceDefect, as_of: date) -> TestResult | None:
    """复验结论 as known on a day; None when the re-check has no day yet or comes later."""
    known = row.reinspected_on is not None and row.reinspected_on <= as_of
    return row.outcome if known else None


def done_by(row: AcceptanceDefect, as_of: date) -> date | None:
    """整改完成日期 as known on a day; after a failed re-check only one later than it counts."""
    sent_back = outcome_by(row, as_of) is TestResult.FAILED
    return known_done(row.done_on, as_of, sent_back=sent_back, looked_on=row.reinspected_on)


def deadline_of(row: AcceptanceDefect, settings: Settings, as_of: date) -> date | None:
    """二次期限 once a re-check has failed, else the first deadline.

    A second deadline beside a passed re-check is that of the round before; one whose re-check comes later waits.
    """
    if row.second_due_on is None:
        return first_deadline(row, settings)
    waiting = row.outcome is not None and outcome_by(row, as_of) is None
    return first_deadline(row, settings) if waiting else row.second_due_on


def state_of(row: AcceptanceDefect, settings: Settings, as_of: date) -> DefectState:
    """状态 on a day: 待整改/逾期 → 待复验 → 已关闭, or 二次整改 → 待复验."""
    if row.is_void:
        return DefectState.VOID
    outcome = outcome_by(row, as_of)
    if outcome is TestResult.PASSED:
        return DefectState.CLOSED
    if done_by(row, as_of) is not None:
        return DefectState.TO_REVIEW
    deadline = deadline_of(row, settings, as_of)
    if deadline is not None and deadline < as_of:
        return DefectState.OVERDUE
    return DefectState.AGAIN if outcome is TestResult.FAILED else DefectState.OPEN


def overdue_days(row: AcceptanceDefect, settings: Settings, as_of: date) -> int:
    """Calendar days after the deadline until it was done, else until `as_of`; 0 when in time or void."""
    deadline = deadline_of(row, settings, as_of)
    if row.is_void or deadline is None:
        return 0
    return max(0, ((done_by(row, as_of) or as_of) - deadline).days)


def opinion_due(row: DesignReview, settings: Settings) -> date | None:
    """The day by which an opinion should be answered."""
    return None if row.day is None else row.day + timedelta(days=settings.opinion_days)


def opinion_state(row: DesignReview, settings: Settings, as_of: date) -> OpinionState:
    """状态 of an opinion on a day: 待回复 → 逾期未回复 → 已回复."""
    answered = row.adoption is not None and (row.answered_on is None or row.answered_on <= as_of)
    if answered:
        return OpinionState.ANSWERED
    due = opinion_due(row, settings)
    return OpinionState.OVERDUE if due is not None and due < as_of else OpinionState.WAITING


def acceptance_edits(facts: Facts, as_of: date) -> Iterator[SetCell]:
    """缺 of 交付资料; 到期日, 状态 and 逾期天数 of 交付验收; 状态 of 设计评审."""
    book, settings = facts.book, facts.settings
    for document in book.rows(DeliveryDocument):
        yield from changes(
            book, document, {"missing": None if is_general(book, document) else document.copies_missing}
        )
    for row in book.rows(AcceptanceDefect):
        yield from changes(
            book,
            row,
            {
                "deadline": None if row.is_void else deadline_of(row, settings, as_of),
                "state": state_of(row, settings, as_of),
                "overdue_days": overdue_days(row, settings, as_of),
            },
        )
    for opinion in book.rows(DesignReview):
        yield from changes(book, opinion, {"state": opinion_state(opinion, settings, as_of)})
