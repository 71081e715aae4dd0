"""满意度问卷: to be copied and handed out, one for each community; nobody is asked who they are (A22, H10)."""

from collections.abc import Sequence
from datetime import date

from pinzhi_xl.half_year import HalfYear
from pinzhi_xl.model import Cell
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import chinese_date
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.sheets.organisation import Community
from pinzhi_xl.sheets.survey_terms import Dimension
from pinzhi_xl.summary.source import Source
from pinzhi_xl.surveys import Surveyed, Surveys
from pinzhi_xl.wording import survey_papers as words
from pinzhi_xl.wording.problems import make_problem


def questionnaires(scene: ReportScene, day: date) -> tuple[Sequence[Report], Sequence[Problem]]:
    """One for each community in charge, for the half year of the day."""
    source, half = Source(scene), HalfYear.of(day)
    surveys = {one.row.community: one for one in Surveys(scene.facts).of(half)}
    if not scene.facts.communities:
        return [], [make_problem("nothing-to-report", Cell(Community.sheet.label), period=str(half))]
    return [
        Report(
            words.QUESTIONNAIRE,
            Month.of(half.last),
            f"{half} {community}",
            community,
            _values(source, half, community, surveys.get(community)),
        )
        for community in scene.facts.communities
    ], []


def _values(source: Source, half: HalfYear, community: str, one: Surveyed | None) -> dict[str, PaperValue]:
    ended = one.row.ended_on if one is not None else None
    number = one.row.number if one is not None else None
    return {
        **source.head(),
        "half": str(half),
        "community": community,
        "number": number or words.NUMBER_LATER,
        "return_by": words.RETURN if ended is None else words.RETURN_BY.format(day=chinese_date(ended)),
        "questions": [
            {"no": str(place), "item": dimension.value, "facts": words.QUESTIONS[dimension.value]}
            for place, dimension in enumerate(Dimension, start=1)
        ],
        "open_questions": [{"facts": question} for question in words.OPEN_QUESTIONS],
    }
