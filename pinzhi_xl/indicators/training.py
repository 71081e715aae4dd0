"""培训覆盖率 and 培训合格率 (practice.md §6)."""

from collections.abc import Iterator

from pinzhi_xl.indicators.base import Counted, Indicator, Scope, Unit
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.modules import Module
from pinzhi_xl.training import Session, Training
from pinzhi_xl.wording import training as words


def sessions_in(facts: Facts, scope: Scope) -> Iterator[Session]:
    """The sessions due in a period, not cancelled; those of the whole company only where all communities count."""
    everywhere = set(facts.communities) <= set(scope.communities)
    for session in Training(facts).sessions:
        plan = session.plan
        own = plan.community in scope.communities if plan.community else everywhere
        if own and plan.is_on and scope.holds(plan.planned_on):
            yield session


def _coverage(facts: Facts, scope: Scope) -> Counted:
    """参训 ÷ 应训 of the sessions of a period; a session that was missed has nobody present."""
    sessions = list(sessions_in(facts, scope))
    present = sum(len(session.present(scope.as_of)) for session in sessions)
    return Counted(present, sum(session.expected for session in sessions))


def _passed(facts: Facts, scope: Scope) -> Counted:
    """合格 ÷ 应考 of the sessions of a period."""
    sessions = list(sessions_in(facts, scope))
    passed = sum(len(session.passed(scope.as_of)) for session in sessions)
    return Counted(passed, sum(len(session.examined(scope.as_of)) for session in sessions))


TRAINING_INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        words.COVERAGE,
        words.COVERAGE_FORMULA,
        Unit.PER_CENT,
        _coverage,
        module=Module.TRAINING,
        serves=("A04", "A12", "Z41"),
    ),
    Indicator(
        words.PASS_RATE, words.PASS_FORMULA, Unit.PER_CENT, _passed, module=Module.TRAINING, serves=("A04", "G17")
    ),
)
