"""What 交付验收遗留问题清单 comes to, in sentences."""

from collections import Counter
from typing import TYPE_CHECKING

from pinzhi_xl.acceptance import opinion_state
from pinzhi_xl.numerals import chinese_date
from pinzhi_xl.sheets.acceptance_terms import Adoption, DefectClass, DefectState, OpinionState, TestResult
from pinzhi_xl.wording import acceptance as words

if TYPE_CHECKING:
    from pinzhi_xl.summary.acceptance import Accepted


def summary_of(accepted: "Accepted") -> list[str]:
    """Documents, tests, defects by class and opinions, counted."""
    said = [_documents(accepted), _tests(accepted), _defects(accepted)]
    states = [(row, accepted.state(row)) for row in accepted.defects]
    if any(row.severity is DefectClass.A and state is not DefectState.CLOSED for row, state in states):
        said.append(words.CLASS_A_OPEN)
    if accepted.opinions:
        said.append(_opinions(accepted))
    return said


def _documents(accepted: "Accepted") -> str:
    wanted = [row for row in accepted.documents if row.expected != 0]
    missing = sum(row.copies_missing > 0 for row in wanted)
    counts = {"kinds": len(wanted), "complete": len(wanted) - missing, "missing": missing}
    if accepted.limit is None:
        return words.SUMMARY_DOCUMENTS_UNDATED.format(**counts)
    lead = accepted.settings.handover_lead_days
    return words.SUMMARY_DOCUMENTS.format(**counts, lead=lead, limit=chinese_date(accepted.limit))


def _tests(accepted: "Accepted") -> str:
    results = Counter(row.result for row in accepted.tests)
    return words.SUMMARY_TESTS.format(
        tests=len(accepted.tests),
        passed=results[TestResult.PASSED],
        failed=results[TestResult.FAILED],
        untested=results[None],
    )


def _defects(accepted: "Accepted") -> str:
    states = [(row.severity, accepted.state(row)) for row in accepted.defects]
    still = [severity for severity, state in states if state is not DefectState.CLOSED]
    return words.SUMMARY_DEFECTS.format(
        all=len(states),
        closed=len(states) - len(still),
        open=len(still),
        a=still.count(DefectClass.A),
        b=still.count(DefectClass.B),
        c=still.count(DefectClass.C),
        overdue=sum(state is DefectState.OVERDUE for _, state in states),
    )


def _opinions(accepted: "Accepted") -> str:
    rows = accepted.opinions
    known = [
        row.adoption
        for row in rows
        if opinion_state(row, accepted.settings, accepted.day) is OpinionState.ANSWERED
    ]
    return words.SUMMARY_OPINIONS.format(
        all=len(rows),
        adopted=known.count(Adoption.ADOPTED),
        partly=known.count(Adoption.PARTLY),
        rejected=known.count(Adoption.REJECTED),
        waiting=len(rows) - len(known),
    )
