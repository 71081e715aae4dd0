"""The sample year's assignments and revisions."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from pinzhi_xl.model import Value
from pinzhi_xl.sample.staff import heads
from pinzhi_xl.sample.tables import table
from pinzhi_xl.sheets.assignments import Assignment
from pinzhi_xl.sheets.revisions import Revision

if TYPE_CHECKING:
    from pinzhi_xl.sample.cast import Cast, Contents

DAYS_TO_VERIFY = 3
"""Between completion and verification."""


def rows(cast: "Cast") -> "Contents":
    """Rows of 任务跟踪 and 流程修订."""
    return {
        Assignment: [_assignment(cast, words) for words in table("assignments")],
        Revision: [_revision(cast, words) for words in table("revisions")],
    }


def owner_in(cast: "Cast", community: str, department: str) -> str:
    """工号 of who heads a department of a community."""
    return heads(cast.people, community)[department].number


def after(day: date, days: str) -> date | None:
    """The day so many days later; None where no number is given."""
    return day + timedelta(days=int(days)) if days else None


def _assignment(cast: "Cast", words: Mapping[str, str]) -> dict[str, Value]:
    given = date(cast.year, int(words["month"]), int(words["day"]))
    community = cast.communities[int(words["community"]) - 1] if words["community"] else None
    done = after(given, words["done"])
    return {
        "source": words["source"],
        "content": words["content"],
        "assigned_by": cast.inspectors[0],
        "department": words["department"],
        "owner": owner_in(cast, community or cast.communities[0], words["department"]),
        "community": community,
        "assigned_on": given,
        "due_on": after(given, words["due"]),
        "progress": int(words["progress"]) if words["progress"] else None,
        "done_on": done,
        "result": words["result"] or None,
        "verifier": cast.inspectors[1] if words["verdict"] else None,
        "verified_on": done + timedelta(days=DAYS_TO_VERIFY) if done and words["verdict"] else None,
        "verdict": words["verdict"] or None,
    }


def _revision(cast: "Cast", words: Mapping[str, str]) -> dict[str, Value]:
    proposed = date(cast.year, int(words["month"]), int(words["day"]))
    return {
        "document": words["document"],
        "chapter": words["chapter"] or None,
        "origin": words["origin"],
        "proposal": words["proposal"],
        "proposed_on": proposed,
        "approval": words["approval"] or None,
        "approver": cast.inspectors[2] if words["approval"] else None,
        "approved_on": after(proposed, words["after"]),
        "old_edition": words["old"] or None,
        "new_edition": words["new"] or None,
        "effective_on": after(proposed, words["effective"]),
        "kind": words["kind"],
    }
