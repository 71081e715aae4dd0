"""The sample year's drills, hidden dangers, equipment, maintenance and failures."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from pinzhi_xl.model import Value
from pinzhi_xl.sample.cast import Cast, Contents
from pinzhi_xl.sample.tables import table
from pinzhi_xl.sheets.dangers import Danger
from pinzhi_xl.sheets.drills import Drill, SafetyRegulation
from pinzhi_xl.sheets.equipment import Equipment, Failure, Upkeep

Words = Mapping[str, str]

SAMPLED = 5
"""Entries of a record that are looked into when one is looked into."""


def rows(cast: Cast) -> Contents:
    """Rows of the module's six sheets."""
    drills = [_drill(cast, words, n) for n, words in enumerate(table("drills"), 1)]
    numbers = {
        f"{words['community']}/{words['month']}/{words['plan']}": row["number"]
        for words, row in zip(table("drills"), drills, strict=True)
    }
    return {
        Drill: drills,
        Danger: [_danger(cast, words, numbers) for words in table("dangers")],
        Equipment: [_equipment(cast, words) for words in table("equipment")],
        Upkeep: [row for words in table("upkeep") for row in _upkeep(cast, words)],
        Failure: [_failure(cast, words) for words in table("failures")],
        SafetyRegulation: [_regulation(cast, words) for words in table("safety_regulations")],
    }


def _day(cast: Cast, words: Words) -> date:
    return date(cast.year, int(words["month"]), int(words["day"]))


def _whole(text: str) -> int | None:
    return int(text) if text else None


def _shifted(cast: Cast, text: str) -> date | None:
    """A day of the tables, which are written for 2026, as many years away as the sample's year is."""
    if not text:
        return None
    day = date.fromisoformat(text)
    return day.replace(year=day.year + cast.year - 2026)


def _drill(cast: Cast, words: Words, number: int) -> dict[str, Value]:
    planned = _day(cast, words)
    community = cast.communities[int(words["community"]) - 1]
    held = None if words["cancelled"] else planned + timedelta(days=int(words["late"]))
    return {
        "number": f"YL-{cast.year}-{number:03d}",
        "community": community,
        "plan": words["plan"],
        "subject": words["subject"],
        "planned_on": planned,
        "organiser": cast.people[community, words["post"]].number,
        "held_on": held,
        **{name: _whole(words[name]) for name in ("owners", "minutes", "asked", "knew")},
        "participants": _whole(words["people"]),
        "verdict": words["verdict"] or None,
        "lessons": words["lessons"] or None,
        "cancelled": words["cancelled"] or None,
    }


def _danger(cast: Cast, words: Words, drills: Mapping[str, Value]) -> dict[str, Value]:
    found = _day(cast, words)
    community = cast.communities[int(words["community"]) - 1]
    done = found + timedelta(days=int(words["done"])) if words["done"] else None
    reviewed = done + timedelta(days=int(words["review"])) if done and words["review"] else None
    return {
        "community": community,
        "source": words["source"],
        "drill": drills[f"{words['community']}/{words['drill']}"] if words["drill"] else None,
        "found_on": found,
        "place": words["place"],
        "facts": words["facts"],
        "level": words["level"],
        "department": words["department"],
        "owner": cast.people[community, words["post"]].number,
        "partners": words["partners"] or None,
        "interim": words["interim"] or None,
        "due_on": found + timedelta(days=int(words["due"])),
        "done_on": done,
        "measure": words["measure"] or None,
        "reviewer": cast.inspectors[1] if reviewed else None,
        "reviewed_on": reviewed,
        "verdict": words["verdict"] or None,
    }


def _equipment(cast: Cast, words: Words) -> dict[str, Value]:
    return {
        **{name: words[name] for name in ("code", "community", "name", "kind", "place")},
        "units": int(words["units"]),
        "valid_until": _shifted(cast, words["valid"]),
        "contractor": words["contractor"] or None,
        "stopped_on": _shifted(cast, words["stopped"]),
    }


def _upkeep(cast: Cast, words: Words) -> Iterator[dict[str, Value]]:
    """Every turn of an item in the year; each `short`-th record lacks an entry, each `wrong`-th has one wrong."""
    owner = next(row for row in table("equipment") if row["code"] == words["code"])
    worker = cast.people[owner["community"], words["post"]].number
    day = date.fromisoformat(f"{cast.year}-{words['first']}")
    stopped = _shifted(cast, owner["stopped"])
    turn, fields = 0, int(words["fields"])
    while day.year == cast.year and (stopped is None or day < stopped):
        turn += 1
        missed = words["missed"] == str(day.month)
        short = bool(int(words["short"])) and turn % int(words["short"]) == 0
        wrong = bool(int(words["wrong"])) and turn % int(words["wrong"]) == 0
        yield {
            "equipment": words["code"],
            "item": words["item"],
            "cycle": words["cycle"],
            "planned_on": day,
            "done_on": None if missed else day,
            "worker": None if missed else worker,
            "fields": None if missed else fields,
            "filled": None if missed else fields - short,
            "sampled": SAMPLED if not missed and turn % 2 else None,
            "right": SAMPLED - wrong if not missed and turn % 2 else None,
            "remark": words["remark"] if missed else None,
        }
        day += timedelta(days=int(words["every"]))


def _failure(cast: Cast, words: Words) -> dict[str, Value]:
    repaired, _, at = words["repair"].partition(" ")
    month, _, day = repaired.partition("-")
    return {
        "equipment": words["code"],
        "failed_on": _day(cast, words),
        "failed_at": words["at"],
        "trapped": words["trapped"] or None,
        "arrived_at": words["arrive"],
        "repaired_on": date(cast.year, int(month), int(day)) if repaired else None,
        "repaired_at": at or None,
        "cause": words["cause"],
    }


def _regulation(cast: Cast, words: Words) -> dict[str, Value]:
    return {
        **{name: words[name] for name in ("name", "kind", "edition", "department")},
        "effective_on": _shifted(cast, words["effective"]),
        "review_on": _shifted(cast, words["review"]),
    }
