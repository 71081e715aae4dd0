"""Rules of 满意度答卷 and 满意度汇总: one way of entering, and no more answers than came back (A22)."""

from collections.abc import Iterator

from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Rule, Scene, serves
from pinzhi_xl.sheets.survey import FIELD_OF
from pinzhi_xl.sheets.survey_terms import Dimension
from pinzhi_xl.surveys import Surveys
from pinzhi_xl.wording import survey as words


@serves("A22")
def a_survey_is_entered_in_one_way(scene: Scene) -> Iterator[Problem]:
    """Questionnaire by questionnaire or as counts of each level, not both."""
    for one in Surveys(scene.facts).all:
        asked = {dimension for dimension in Dimension if any(row.answer(dimension) for row in one.rated)}
        for tally in one.tallies if asked else ():
            if tally.dimension is not None and tally.total:
                code = "survey-both-ways" if tally.dimension in asked else "survey-mixed-ways"
                yield scene.book.problem(code, tally, "dimension", number=tally.survey)


@serves("A22", "F05")
def no_more_answers_than_came_back(scene: Scene) -> Iterator[Problem]:
    """Questionnaires, invalid ones too, and the counts of each dimension are at most 回收份数."""
    for one in Surveys(scene.facts).all:
        returned, name = one.row.returned, one.row.number or words.UNNUMBERED
        if scene.book.is_vacant(one.row, "returned") and one.by_dimension:
            yield scene.book.problem("answers-without-returned", one.row, "returned", about=name)
        if returned is None:
            continue
        if len(one.answers) > returned:
            yield scene.book.problem(
                "answers-over-returned",
                one.row,
                "returned",
                about=name,
                count=len(one.answers),
                returned=returned,
            )
        for tally in one.tallies:
            if tally.total > returned:
                yield scene.book.problem(
                    "tally-over-returned", tally, "dimension", count=tally.total, number=name, returned=returned
                )


@serves("A22", "H10")
def a_questionnaire_says_something(scene: Scene) -> Iterator[Problem]:
    """A valid one has an answer or an opinion; one that cannot be read is told by its cells."""
    for one in Surveys(scene.facts).all:
        for row in one.answers:
            silent = row.counts and not row.opinion and row.number is not None
            if silent and all(scene.book.is_vacant(row, field) for field in FIELD_OF.values()):
                yield scene.book.problem("answer-empty", row, "number")


SURVEY_ANSWER_RULES: tuple[Rule, ...] = (
    a_survey_is_entered_in_one_way,
    no_more_answers_than_came_back,
    a_questionnaire_says_something,
)
