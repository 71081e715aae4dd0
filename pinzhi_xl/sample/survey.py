"""What the sample year has of surveys: two of each community, as counts or questionnaires; improvements."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from random import Random

from pinzhi_xl.model import Value
from pinzhi_xl.sample.cast import Cast, Contents
from pinzhi_xl.sample.tables import table
from pinzhi_xl.sheets.settings import DEFAULT_SETTINGS
from pinzhi_xl.sheets.survey import FIELD_OF, Improvement, Survey, SurveyAnswer, SurveyTally
from pinzhi_xl.sheets.survey_terms import Answer, Dimension, Effect

BY_QUESTIONNAIRE = "3"
"""The community whose questionnaires are entered one by one; of the others the counts are."""

ALL_DIMENSIONS = "*"
DRAFTED_AFTER, EVALUATED_AFTER, LAST_EVALUATION = 7, 14, (12, 20)
LEVELS = tuple(Answer)


def rows(cast: Cast) -> Contents:
    """Rows of 满意度调查, 满意度答卷, 满意度汇总 and 满意度改进, the same for the same year."""
    surveys: list[Mapping[str, Value]] = []
    answers: list[Mapping[str, Value]] = []
    tallies: list[Mapping[str, Value]] = []
    improvements: list[Mapping[str, Value]] = []
    for typed in table("surveys"):
        number = _number(cast, typed)
        counts = _counts(typed)
        surveys.append(_survey(cast, typed, number))
        if typed["community"] == BY_QUESTIONNAIRE:
            answers += _questionnaires(cast, typed, number, counts)
        else:
            answers += _remarks(typed, number)
            tallies += [_tally(number, dimension, counts[dimension]) for dimension in Dimension]
        improvements += _improvements(cast, typed, number, counts)
    return {Survey: surveys, SurveyAnswer: answers, SurveyTally: tallies, Improvement: improvements}


def _day(cast: Cast, text: str) -> date:
    return date.fromisoformat(f"{cast.year}-{text}")


def _number(cast: Cast, typed: Mapping[str, str]) -> str:
    return f"MY-{_day(cast, typed['start']):%Y%m}-{int(typed['community']):02}"


def _counts(typed: Mapping[str, str]) -> Mapping[Dimension, list[int]]:
    """Dimension → how often each level was given, the best first."""
    return {
        Dimension(row["dimension"]): [int(row[level.name.lower()]) for level in LEVELS]
        for row in table("survey_counts")
        if (row["half"], row["community"]) == (typed["half"], typed["community"])
    }


def _survey(cast: Cast, typed: Mapping[str, str], number: str) -> dict[str, Value]:
    return {
        "number": number,
        "period": f"{cast.year}{'上' if typed['half'] == '1' else '下'}半年",
        "community": cast.communities[int(typed["community"]) - 1],
        "households": int(typed["households"]),
        "issued": int(typed["issued"]),
        "returned": int(typed["returned"]),
        "started_on": _day(cast, typed["start"]),
        "ended_on": _day(cast, typed["end"]),
        "way": typed["way"],
        "by_phone": int(typed["phone"]),
        "owner": cast.inspectors[0],
        "needs": typed["needs"],
    }


def _said(typed: Mapping[str, str]) -> list[str]:
    """Every opinion as often as it was written."""
    ours = (
        r for r in table("survey_opinions") if (r["half"], r["community"]) == (typed["half"], typed["community"])
    )
    return [row["opinion"] for row in ours for _ in range(int(row["times"]))]


def _remarks(typed: Mapping[str, str], number: str) -> Iterator[dict[str, Value]]:
    """Opinions of questionnaires whose levels were counted on paper."""
    for place, opinion in enumerate(_said(typed), start=1):
        yield {"survey": number, "number": place, "opinion": opinion}


def _tally(number: str, dimension: Dimension, counts: list[int]) -> dict[str, Value]:
    levels: dict[str, Value] = {level.name.lower(): count for level, count in zip(LEVELS, counts, strict=True)}
    return {"survey": number, "dimension": dimension.value, **levels}


def _questionnaires(
    cast: Cast, typed: Mapping[str, str], number: str, counts: Mapping[Dimension, list[int]]
) -> list[dict[str, Value]]:
    """Questionnaires that come to the counts; the last ones that came back are invalid, the first by telephone."""
    rng = Random(f"pinzhi_xl sample survey {cast.year} {number}")
    said, by_phone = _said(typed), int(typed["phone"])
    columns = {}
    for dimension, found in counts.items():
        spread = [level.value for level, count in zip(LEVELS, found, strict=True) for _ in range(count)]
        columns[FIELD_OF[dimension]] = rng.sample(spread, len(spread))
    valid = len(columns[FIELD_OF[Dimension.OVERALL]])
    made: list[dict[str, Value]] = []
    for place in range(int(typed["returned"])):
        row: dict[str, Value] = {"survey": number, "number": place + 1}
        if place < valid:
            row |= {field: levels[place] for field, levels in columns.items()}
            row["opinion"] = said[place] if place < len(said) else None
        else:
            row["validity"] = "无效"
        made.append(row | ({"by_phone": "是"} if place < by_phone else {}))
    return made


def _improvements(
    cast: Cast, typed: Mapping[str, str], number: str, counts: Mapping[Dimension, list[int]]
) -> Iterator[dict[str, Value]]:
    target = Fraction(DEFAULT_SETTINGS.survey_target) / 100
    for dimension, found in counts.items():
        satisfied = Fraction(found[0] + found[1], sum(found))
        if satisfied >= target:
            continue
        opened = _day(cast, typed["end"]) + timedelta(days=DRAFTED_AFTER)
        problem = f"“{dimension.value}”有 {found[3] + found[4]} 份不满意、非常不满意（有效 {sum(found)} 份）。"
        for plan in _plans(typed, dimension):
            row = _improvement(cast, typed, plan, opened)
            yield {"survey": number, "dimension": dimension.value, "problem": problem, **row}
            evaluated = row.get("evaluated_on")
            opened = evaluated if isinstance(evaluated, date) else opened


def _plans(typed: Mapping[str, str], dimension: Dimension) -> list[dict[str, str]]:
    """What is planned for a dimension; where nothing is, what is planned for all of the community."""
    ours = [r for r in table("improvements") if (r["half"], r["community"]) == (typed["half"], typed["community"])]
    own = [row for row in ours if row["dimension"] == dimension.value]
    return own or [row for row in ours if row["dimension"] == ALL_DIMENSIONS]


def _improvement(cast: Cast, typed: Mapping[str, str], plan: Mapping[str, str], opened: date) -> dict[str, Value]:
    community = cast.communities[int(typed["community"]) - 1]
    person = cast.people[community, plan["post"]] if plan["post"] else None
    row: dict[str, Value] = {
        "community": community,
        "opened_on": opened,
        "measure": plan["measure"] or None,
        "department": person.department if person else None,
        "owner": person.number if person else None,
        "due_on": opened + timedelta(days=int(plan["days"])),
    }
    if plan["done"]:
        done = opened + timedelta(days=int(plan["done"]))
        late = date(cast.year, *LAST_EVALUATION)
        failed = plan["effect"] == Effect.INEFFECTIVE
        row |= {
            "done_on": done,
            "effect": plan["effect"],
            "evaluated_on": done + timedelta(days=EVALUATED_AFTER) if failed else max(done, late),
            "remark": plan["remark"],
        }
    return row
