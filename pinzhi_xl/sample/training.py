"""What the sample year has of training: sessions, who came and passed, spot checks."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from pinzhi_xl.model import Value
from pinzhi_xl.sample.cast import Cast, Contents
from pinzhi_xl.sample.staff import Member
from pinzhi_xl.sample.tables import table
from pinzhi_xl.sheets.training import TrainingCheck, TrainingPlan, TrainingRecord

ABSENT_SHARE = 0.07
SCORES = (45, 55, 64, 72, 78, 80, 84, 86, 88, 90, 92, 95, 98)
FAILED_BELOW = 60
RETEST_SCORES = (50, 68, 75, 82)
FIRST_DAY, WEEKDAY = 10, 2
"""Sessions are on the first Wednesday from the tenth, a day on which inspectors are about."""


def rows(cast: Cast) -> Contents:
    """Rows of 培训计划, 培训记录 and 培训抽查, the same for the same year."""
    rng = Random(f"pinzhi_xl sample training {cast.year}")
    plans: list[Mapping[str, Value]] = []
    records: list[Mapping[str, Value]] = []
    checks: list[Mapping[str, Value]] = []
    for planned in table("trainings"):
        day = _day(cast.year, int(planned["month"]))
        for place, community in enumerate(cast.communities if planned["each"] else [""], start=1):
            number = f"PX-{day:%Y%m}-{place:02}"
            people = list(_people(cast, planned, community))
            plans.append(_plan(cast, planned, day, number, community, len(people), rng))
            records += [_record(planned, day, number, person, rng) for person in people]
            checks += _checks(cast, planned, day, number, community) if community else []
    return {TrainingPlan: plans, TrainingRecord: records, TrainingCheck: checks}


def _day(year: int, month: int) -> date:
    day = date(year, month, FIRST_DAY)
    return day + timedelta(days=(WEEKDAY - day.weekday()) % 7)


def _people(cast: Cast, planned: Mapping[str, str], community: str) -> Iterator[Member]:
    """The department of the community; without a community of all, without a department the heads."""
    for person in cast.people.values():
        here = community in ("", person.community)
        if here and (person.department == planned["department"] if planned["department"] else person.is_head):
            yield person


def _plan(
    cast: Cast, planned: Mapping[str, str], day: date, number: str, community: str, expected: int, rng: Random
) -> dict[str, Value]:
    return {
        "number": number,
        "community": community or None,
        "department": planned["department"] or None,
        "theme": planned["theme"],
        "mandatory": planned["mandatory"] or None,
        "audience": planned["audience"],
        "expected": expected,
        "lecturer": cast.inspectors[1],
        "planned_on": day,
        "hours": Decimal(planned["hours"]),
        "depth": planned["depth"],
        "reaction": rng.randint(86, 97),
        "behaviour": rng.randint(78, 93),
        "evaluator": cast.inspectors[0],
        "findings": planned["opinion"],
    }


def _record(planned: Mapping[str, str], day: date, number: str, person: Member, rng: Random) -> dict[str, Value]:
    row: dict[str, Value] = {"training": number, "person": person.number}
    if rng.random() < ABSENT_SHARE:
        return row
    row["signed_on"] = day
    if planned["way"]:
        examined = day + timedelta(days=rng.choice((0, 1, 2, 3)))
        score = rng.choice(SCORES)
        row |= {"way": planned["way"], "examined_on": examined, "score": score}
        if score < FAILED_BELOW:
            row |= {"retaken_on": examined + timedelta(days=7), "second_score": rng.choice(RETEST_SCORES)}
    return row


def _checks(
    cast: Cast, planned: Mapping[str, str], day: date, number: str, community: str
) -> Iterator[dict[str, Value]]:
    for row in table("training_checks"):
        if row["month"] == planned["month"]:
            yield {
                "day": day + timedelta(days=int(row["days"])),
                "community": community,
                "person": cast.people[community, row["post"]].number,
                "theme": planned["mandatory"],
                "training": number,
                "way": row["way"],
                "question": row["question"],
                "result": row["result"],
                "inspector": cast.inspectors[2],
                "followup": row["followup"] or None,
            }
