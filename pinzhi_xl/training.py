"""Sessions of training with the people in them: who came, who passed, where a session stands (practice.md §7)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from pinzhi_xl.deriving import changes
from pinzhi_xl.model import SetCell
from pinzhi_xl.numerals import half_up
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.settings import Settings
from pinzhi_xl.sheets.training import TrainingPlan, TrainingRecord
from pinzhi_xl.sheets.training_terms import ExamResult, SessionState

PASSED = (ExamResult.PASSED, ExamResult.PASSED_AGAIN)


@dataclass(frozen=True)
class Session:
    """One planned session with its records; figures are as of the day they are asked for."""

    plan: TrainingPlan
    records: Sequence[TrainingRecord]
    settings: Settings

    def present(self, as_of: date) -> list[TrainingRecord]:
        """Who has signed in by a day."""
        return [row for row in self.records if row.signed_on is not None and row.signed_on <= as_of]

    @property
    def expected(self) -> int:
        """应训人数; the number of people listed where it is blank."""
        return len(self.records) if self.plan.expected is None else self.plan.expected

    def exam_deadline(self, row: TrainingRecord) -> date | None:
        """The last day of a person's examination: 考核期限 days after the lesson (practice.md §7, S36)."""
        return None if row.signed_on is None else row.signed_on + timedelta(days=self.settings.exam_days)

    def result(self, row: TrainingRecord, as_of: date) -> ExamResult:
        """What a session comes to for one person on a day."""
        if row.signed_on is None or row.signed_on > as_of:
            return ExamResult.ABSENT
        if not self.plan.is_examined:
            return ExamResult.NO_EXAM
        if row.score is None:
            return ExamResult.WAITING
        if row.score >= self.settings.pass_mark:
            return ExamResult.PASSED
        if row.second_score is None:
            return ExamResult.TO_RESIT
        return ExamResult.PASSED_AGAIN if row.second_score >= self.settings.pass_mark else ExamResult.FAILED

    def examined(self, as_of: date) -> list[TrainingRecord]:
        """应考: those who came and have a score, or whose time to be examined is over."""
        if not self.plan.is_examined:
            return []
        return [row for row in self.present(as_of) if row.score is not None or self._exam_is_over(row, as_of)]

    def passed(self, as_of: date) -> list[TrainingRecord]:
        """Those who passed, in a retest too."""
        return [row for row in self.records if self.result(row, as_of) in PASSED]

    def _exam_is_over(self, row: TrainingRecord, as_of: date) -> bool:
        last = self.exam_deadline(row)
        return last is not None and last < as_of

    def waiting(self, as_of: date) -> list[TrainingRecord]:
        """Those who came and still have to be examined."""
        return [row for row in self.records if self.result(row, as_of) is ExamResult.WAITING]

    @property
    def learning(self) -> Decimal | None:
        """学习评估; where it is blank the mean of the scores that count, None without any."""
        if self.plan.learning is not None:
            return self.plan.learning
        scores = [row.final_score for row in self.records if row.signed_on and row.final_score is not None]
        if not scores or not self.plan.is_examined:
            return None
        return half_up(sum(map(Fraction, scores), Fraction(0)) / len(scores))

    @property
    def levels(self) -> Mapping[str, tuple[Decimal | None, Decimal]]:
        """Field of each level of evaluation → its score and its weight."""
        settings = self.settings
        return {
            "reaction": (self.plan.reaction, settings.reaction_weight),
            "learning": (self.learning, settings.learning_weight),
            "behaviour": (self.plan.behaviour, settings.behaviour_weight),
        }

    @property
    def overall(self) -> Decimal | None:
        """综合评估: weighted mean of the levels that have a score, one place; None when none counts."""
        given = [(score, weight) for score, weight in self.levels.values() if score is not None]
        weights = sum((Fraction(weight) for _, weight in given), Fraction(0))
        if not weights:
            return None
        return half_up(sum((Fraction(score) * Fraction(weight) for score, weight in given), Fraction(0)) / weights)

    @property
    def is_evaluated(self) -> bool:
        """True once every level has its score; what is not examined needs none for 学习."""
        return all(
            score is not None or (name == "learning" and not self.plan.is_examined)
            for name, (score, _) in self.levels.items()
        )

    def state(self, as_of: date) -> SessionState:
        """Where the session stands on a day."""
        if not self.plan.is_on:
            return SessionState.CANCELLED
        if not self.present(as_of):
            missed = self.plan.planned_on is not None and self.plan.planned_on < as_of
            return SessionState.MISSED if missed else SessionState.PLANNED
        waiting = self.waiting(as_of)
        if any(self._exam_is_over(row, as_of) for row in waiting):
            return SessionState.EXAM_OVERDUE
        if waiting:
            return SessionState.TO_EXAMINE
        return SessionState.DONE if self.is_evaluated else SessionState.TO_EVALUATE


class Training:
    """All sessions of a book."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.book = facts.book

    @cached_property
    def records(self) -> Mapping[str, Sequence[TrainingRecord]]:
        """Session number → its records, in sheet order."""
        found: dict[str, list[TrainingRecord]] = defaultdict(list)
        for row in self.book.rows(TrainingRecord):
            if row.training and row.person:
                found[row.training].append(row)
        return found

    @cached_property
    def sessions(self) -> Sequence[Session]:
        """Every session, in sheet order."""
        return [
            Session(plan, self.records.get(plan.number or "", ()), self.facts.settings)
            for plan in self.book.rows(TrainingPlan)
        ]

    @cached_property
    def by_number(self) -> Mapping[str, Session]:
        """Session by its number."""
        return {session.plan.number: session for session in self.sessions if session.plan.number}


def training_edits(facts: Facts, as_of: date) -> Iterator[SetCell]:
    """状态, 参训人数, 合格人数, 综合评估 of each session, and 合格 of each record."""
    training = Training(facts)
    for session in training.sessions:
        values = {
            "state": session.state(as_of).value,
            "present": len(session.present(as_of)),
            "passed": len(session.passed(as_of)) if session.plan.is_examined else None,
            "overall": session.overall,
        }
        yield from changes(facts.book, session.plan, values)
        for row in session.records:
            yield from changes(facts.book, row, {"result": session.result(row, as_of).value})
