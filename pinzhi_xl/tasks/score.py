"""计算扣分: deductions, scores, grades and ranks of a month, written back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pinzhi_xl.derived import derived_edits
from pinzhi_xl.deriving import changes
from pinzhi_xl.keys import fill_keys
from pinzhi_xl.model import Edit, SetCell, Value
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import half_up
from pinzhi_xl.problem import Problem, errors_of
from pinzhi_xl.rules import Scene, check
from pinzhi_xl.rules.blocking import blocking_errors
from pinzhi_xl.scoring import CommunityScore, MonthScores, score_month
from pinzhi_xl.scoring.day import Day, unvisited_rate
from pinzhi_xl.scoring.facts import Case, Facts
from pinzhi_xl.scoring.locked import is_locked, locked_scores
from pinzhi_xl.scoring.repeats import ONCE
from pinzhi_xl.sheets.book import Book
from pinzhi_xl.sheets.inspections import Finding, Inspection
from pinzhi_xl.sheets.results import ScoreRow
from pinzhi_xl.sheets.terms import TOTAL
from pinzhi_xl.tasks.run import Run, replacing, write
from pinzhi_xl.wording import tasks as words
from pinzhi_xl.workbook.port import Workbook


@dataclass(frozen=True)
class Scored:
    """A month as scored: the book with its keys filled, what was found, and the edits that write it back.

    Of a locked month nothing is recomputed or written but blank keys.
    """

    book: Book
    facts: Facts
    problems: Sequence[Problem]
    blocked: Mapping[str, Sequence[Problem]]
    scores: MonthScores
    edits: Sequence[Edit]
    locked: bool = False
    written: bool = False

    @property
    def errors(self) -> list[Problem]:
        """The problems that block."""
        return errors_of(self.problems)

    def as_json(self) -> dict[str, Any]:
        """The form of contract §2 for ``score --json``."""
        return {
            "month": str(self.scores.month),
            "communities": [_community_json(score) for score in self.scores.communities],
        }


def score_master(workbook: Workbook, month: Month, run: Run) -> Scored:
    """Score the month and write what changed; scoring again writes nothing."""
    if not run.dry_run:
        workbook.check_writable()
    book = workbook.read()
    scored = compute(book, month, run)
    if scored.edits:
        run.confirm(_question(scored, month))
    result = words.SCORED.format(cells=len(scored.edits))
    written = write(workbook, book, scored.edits, run, words.SCORE, str(month), result)
    return Scored(**{**scored.__dict__, "written": written})


def compute(book: Book, month: Month, run: Run) -> Scored:
    """Score a month without writing anything."""
    filled, edits = fill_keys(book)
    facts = Facts(filled)
    problems = check(Scene(facts, run.as_of))
    blocked = blocking_errors(facts, problems, month)
    scores = score_month(facts, month, set(blocked), run.as_of)
    edits = [*edits, *derived_edits(facts, run.as_of)]
    if is_locked(filled, month):
        locked = locked_scores(filled, scores)
        return Scored(filled, facts, problems, blocked, locked, edits, locked=True)
    writer = _Writer(facts, scores)
    return Scored(
        filled,
        facts,
        problems,
        blocked,
        scores,
        [*edits, *writer.inspections(), *writer.findings(), *writer.score_sheet()],
    )


def _question(scored: Scored, month: Month) -> str:
    """What is about to be written, before it is."""
    cases = [case for case in scored.facts.cases if case.visit.day in month and case.row.failed]
    communities = {visit.community for visit in scored.facts.visits.values() if visit.day in month}
    return words.ASK_SCORE.format(communities=len(communities), findings=len(cases), month=month)


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:.1f}"


def _community_json(score: CommunityScore) -> dict[str, Any]:
    return {
        "name": score.name,
        "score": _text(score.score),
        "grade": score.grade,
        "rank": score.rank,
        "status": score.status,
        "days": score.days,
        "red_lines": score.red_lines,
        "unvisited_rate": _text(score.unvisited_rate),
        "departments": [
            {"name": part.name, "score": _text(part.score), "deduction": _text(part.deduction)}
            for part in score.departments
        ],
    }


class _Writer:
    """Turns a month's scores into the edits that make the sheets say them."""

    def __init__(self, facts: Facts, scores: MonthScores) -> None:
        self.facts = facts
        self.book = facts.book
        self.scores = scores
        self.days = {(score.name, day.day): day for score in scores.communities for day in score.by_day}
        self.cases = {case.row.row: case for case in facts.cases}

    def inspections(self) -> list[SetCell]:
        """得分, 等级 and 未检率 of the day, on each of its scored inspections."""
        edits: list[SetCell] = []
        for row in self.book.rows(Inspection):
            if row.day is not None and row.day in self.scores.month:
                day = self.days.get((row.community or "", row.day)) if row.is_scored else None
                edits += changes(self.book, row, self._of_day(day))
        return edits

    def _of_day(self, day: Day | None) -> dict[str, Value]:
        if day is None:
            return {"score": None, "grade": None, "unvisited_rate": None}
        score = None if day.score is None else half_up(day.score)
        rate = unvisited_rate(day.departments)
        return {
            "score": score,
            "grade": None if score is None else self.facts.settings.grade_of(score),
            "unvisited_rate": None if rate is None else half_up(rate),
        }

    def findings(self) -> list[SetCell]:
        """The computed columns of the month's findings, and of those that no longer belong to an inspection."""
        edits: list[SetCell] = []
        for row in self.book.rows(Finding):
            case = self.cases.get(row.row)
            if case is not None and case.visit.day in self.scores.month:
                edits += changes(self.book, row, self._of_case(case))
            elif case is None and row.day is not None and row.day in self.scores.month:
                edits += changes(self.book, row, dict.fromkeys(("repeat", "repeat_of", "deduction")))
        return edits

    def _of_case(self, case: Case) -> dict[str, Value]:
        values: dict[str, Value] = {
            "community": case.visit.community,
            "day": case.visit.day,
            "item_text": case.item.item if case.item else None,
            "unit_deduction": case.item.deduction if case.item and case.row.failed else None,
            "repeat": None,
            "repeat_of": None,
            "deduction": None,
        }
        if case.row.failed:
            repeat = self.scores.repeats.get(case.row.row, ONCE)
            values |= {"repeat": repeat.count, "repeat_of": repeat.of}
            day = self.days.get((case.visit.community, case.visit.day))
            if day is not None and case.visit.scored:
                values["deduction"] = day.shares.get(case.row.row)
        return values

    def score_sheet(self) -> list[Edit]:
        """得分: the month's rows renewed, those of other months kept, months in order."""
        month = str(self.scores.month)
        rows: list[ScoreRow] = [row for row in self.book.rows(ScoreRow) if row.month != month]
        for score in self.scores.communities:
            rows += _score_rows(month, score)
        return replacing(self.book, ScoreRow, sorted(rows, key=lambda row: row.month or ""))


def _score_rows(month: str, score: CommunityScore) -> list[ScoreRow]:
    found = [
        ScoreRow(
            month=month,
            community=score.name,
            department=TOTAL,
            days=score.days,
            deduction=score.deduction,
            score=score.score,
            grade=score.grade,
            rank=score.rank,
            red_lines=score.red_lines,
            unvisited_rate=score.unvisited_rate,
            status=score.status,
        )
    ]
    for part in score.departments:
        found.append(
            ScoreRow(
                month=month,
                community=score.name,
                department=part.name,
                days=part.days,
                deduction=part.deduction,
                score=part.score,
                grade=part.grade,
                red_lines=part.red_lines,
                unvisited_rate=part.unvisited_rate,
                status=score.status,
            )
        )
    return found
