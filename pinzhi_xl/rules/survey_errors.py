"""Which surveys have errors in their rows: nothing is drafted from them and no report counts them."""

from collections import defaultdict
from collections.abc import Mapping

from pinzhi_xl.problem import Problem
from pinzhi_xl.rules.base import Scene
from pinzhi_xl.rules.survey import SURVEY_RULES, name_of
from pinzhi_xl.rules.survey_answers import SURVEY_ANSWER_RULES
from pinzhi_xl.sheets.survey import Survey, SurveyAnswer, SurveyTally
from pinzhi_xl.surveys import Surveyed


def survey_errors(scene: Scene) -> Mapping[tuple[str, int], int]:
    """Sheet and row → number of errors in the sheets that a survey is counted from."""
    rules = (*SURVEY_RULES, *SURVEY_ANSWER_RULES)
    labels = {kind.sheet.label for kind in (Survey, SurveyAnswer, SurveyTally)}
    found: dict[tuple[str, int], int] = defaultdict(int)
    for problem in (*scene.book.problems, *(problem for rule in rules for problem in rule(scene))):
        if problem.is_error and problem.cell.sheet in labels:
            found[problem.cell.sheet, problem.cell.row] += 1
    return found


def withhold(scene: Scene, one: Surveyed, errors: Mapping[tuple[str, int], int], what: str) -> Problem | None:
    """Why a survey is left out: errors in its row, its questionnaires or its tallies; `what` says from what."""
    places = [(Survey.sheet.label, one.row.row)]
    places += [(SurveyAnswer.sheet.label, row.row) for row in one.answers]
    places += [(SurveyTally.sheet.label, row.row) for row in one.tallies]
    count = sum(errors.get(place, 0) for place in places)
    if not count:
        return None
    return scene.book.problem("survey-withheld", one.row, "number", about=name_of(one), count=count, what=what)
