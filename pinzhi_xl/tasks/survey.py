"""满意度改进: what a half year's surveys found below target, drafted as improvements (G14)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pinzhi_xl.half_year import HalfYear
from pinzhi_xl.improvements import drafted, improvement_values, survey_edits
from pinzhi_xl.keys import fill_keys
from pinzhi_xl.model import AppendRow, Cell, Edit
from pinzhi_xl.problem import Problem, errors_of
from pinzhi_xl.rules.base import Scene
from pinzhi_xl.rules.survey_errors import survey_errors, withhold
from pinzhi_xl.scoring.facts import Facts
from pinzhi_xl.sheets.survey import Improvement, Survey
from pinzhi_xl.surveys import Surveyed, Surveys
from pinzhi_xl.tasks.run import Run, as_values, require_columns, write
from pinzhi_xl.wording import survey as words
from pinzhi_xl.wording.problems import make_problem
from pinzhi_xl.workbook.port import Workbook


@dataclass(frozen=True)
class Improved:
    """The improvements of a half year, `new` ones drafted just now and `old` ones, and what stood in the way."""

    half: HalfYear
    new: Sequence[Improvement]
    old: Sequence[Improvement]
    problems: Sequence[Problem]
    written: bool

    @property
    def errors(self) -> list[Problem]:
        """The problems that kept a survey from being evaluated."""
        return errors_of(self.problems)

    def as_json(self) -> dict[str, Any]:
        """The improvements of the half year and the problems."""
        return {
            "period": str(self.half),
            "improvements": [_row_json(row, new=row in self.new) for row in (*self.old, *self.new)],
            "problems": [problem.as_json() for problem in self.problems],
        }

    def lines(self) -> list[str]:
        """One improvement a line, then the sum."""
        return [
            *(_line(row, words.OLD) for row in self.old),
            *(_line(row, words.NEW) for row in self.new),
            words.SUMMARY.format(period=self.half, new=len(self.new), old=len(self.old)),
        ]


def improve(workbook: Workbook, half: HalfYear, run: Run) -> Improved:
    """Draft what a half year lacks; doing it again adds nothing and leaves what people typed as it is."""
    if not run.dry_run:
        workbook.check_writable()
    read = workbook.read()
    require_columns(read, (Survey, Improvement))
    book, keys = fill_keys(read)
    surveys = Surveys(Facts(book))
    ours = surveys.of(half)
    problems, withheld = _in_the_way(Scene(surveys.facts, run.as_of), ours, half)
    new = drafted(surveys, half, run.as_of, withheld)
    old = [
        replace(row, **improvement_values(surveys, row, run.as_of))  # type: ignore[arg-type]  # of its own columns
        for one in ours
        for row in one.improvements
    ]
    with_new = replace(book, tables={**book.tables, Improvement: (*book.rows(Improvement), *new)})
    edits: list[Edit] = [*keys, *survey_edits(Facts(with_new), run.as_of)]
    edits += [AppendRow(Improvement.sheet.label, as_values(row)) for row in new]
    if new:
        run.confirm(words.ASK.format(period=half, new=len(new), old=len(old)))
    result = words.RESULT.format(new=len(new), old=len(old))
    written = write(workbook, read, edits, run, words.TASK, str(half), result)
    return Improved(half, new, old, problems, written)


def _in_the_way(scene: Scene, ours: Sequence[Surveyed], half: HalfYear) -> tuple[list[Problem], frozenset[str]]:
    """What keeps surveys from being evaluated, and the numbers of those that have errors."""
    if not ours:
        return [make_problem("survey-period-empty", Cell(Survey.sheet.label), half=half)], frozenset()
    errors = survey_errors(scene)
    problems, withheld = [], set()
    for one in ours:
        problem = withhold(scene, one, errors, words.NOT_DRAFTED) or _unclear(scene, one)
        if problem is not None:
            withheld.add(one.row.number or "")
        elif not one.has_ended(scene.as_of):
            about = one.row.number or words.UNNUMBERED
            problem = scene.book.problem(
                "survey-still-running", one.row, "ended_on", about=about, as_of=scene.as_of
            )
        elif not one.by_dimension:
            about = one.row.number or words.UNNUMBERED
            problem = scene.book.problem(
                "survey-not-entered", one.row, "ended_on", about=about, day=one.row.ended_on
            )
        problems += [problem] if problem is not None else []
    return problems, frozenset(withheld)


def _unclear(scene: Scene, one: Surveyed) -> Problem | None:
    """An improvement of the community whose survey or dimension is not told may be the one to be drafted."""
    for row in scene.book.rows(Improvement):
        unknown = "dimension" if row.dimension is None else "survey"
        ours = row.survey == one.row.number or row.community == one.row.community
        if ours and getattr(row, unknown) is None:
            return scene.book.problem("improvement-unclear", row, unknown, number=one.row.number)
    return None


def _row_json(row: Improvement, *, new: bool) -> dict[str, Any]:
    return {
        "number": row.number,
        "survey": row.survey,
        "community": row.community,
        "dimension": row.dimension,
        "satisfied_rate": None if row.satisfied_rate is None else str(row.satisfied_rate),
        "state": row.state or "",
        "new": new,
    }


def _line(row: Improvement, mark: str) -> str:
    return words.LINE.format(
        mark=mark,
        number=row.number or words.UNNUMBERED,
        community=row.community or "",
        dimension=row.dimension or "",
        rate="—" if row.satisfied_rate is None else row.satisfied_rate,
        state=row.state or "",
    ).rstrip()
