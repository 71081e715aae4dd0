"""The sample year's seminars: a meeting a month with agenda, resolutions, assignments and plans."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.model import Value
from pinzhi_xl.month import Month
from pinzhi_xl.sample import texts
from pinzhi_xl.sample.assignments import after, owner_in
from pinzhi_xl.sample.tables import table
from pinzhi_xl.schema import Row
from pinzhi_xl.sheets.assignments import Assignment, AssignmentSource, Verification
from pinzhi_xl.sheets.seminar import AgendaItem, ImprovementPlan, MeetingKind, Resolution, Seminar

if TYPE_CHECKING:
    from pinzhi_xl.sample.cast import Cast, Contents

Words = Mapping[str, str]
MEETING_DAY, SUBMITTED_AFTER, CHECKED_AFTER = 28, 2, 3
FIRST_TASK = 501
"""Running number of the assignments that come from resolutions: clear of those numbered by the program."""


def rows(cast: "Cast") -> "Contents":
    """A seminar for each month, each with two of the topics in turn."""
    made: dict[type[Row], list[dict[str, Value]]] = {
        kind: [] for kind in (Seminar, AgendaItem, Resolution, Assignment, ImprovementPlan)
    }
    for month in cast.months():
        held = _Held(cast, month)
        made[Seminar].append(held.meeting())
        for place, words in enumerate(held.topics, 1):
            community = cast.communities[(month.number + place) % len(cast.communities)]
            made[AgendaItem].append(held.item(place, words, community))
            made[Resolution].append(held.resolution(place, words, community))
            made[Assignment].append(held.assignment(place, words, community))
            made[ImprovementPlan].append(held.plan(place, words, community))
    return made


@dataclass(frozen=True)
class _Held:
    """One month's meeting as it went."""

    cast: "Cast"
    month: Month

    @property
    def day(self) -> date:
        """The 28th, or the Friday before a weekend."""
        day = date(self.month.year, self.month.number, MEETING_DAY)
        return day - timedelta(days=max(0, day.weekday() - 4))

    @property
    def number(self) -> str:
        return f"ZT-{self.month.year:04d}{self.month.number:02d}-1"

    @property
    def topics(self) -> Sequence[Words]:
        """Those of the month's turn."""
        turn = str((self.month.number - 1) % 3 + 1)
        return [words for words in table("resolutions") if words["turn"] == turn]

    @property
    def unfinished(self) -> bool:
        """What the last meeting of the year resolved is not done yet."""
        return self.month.number == 12

    def meeting(self) -> dict[str, Value]:
        people = [owner_in(self.cast, self.cast.communities[0], name) for name in self._departments()]
        return {
            "number": self.number,
            "kind": MeetingKind.SEMINAR.value,
            "month": str(self.month),
            "day": self.day,
            "place": texts.MEETING_ROOM,
            "chair": self.cast.inspectors[0],
            "departments": LIST_MARK.join(self._departments()),
            "attendees": LIST_MARK.join(people),
            "topic": texts.MEETING_TOPIC.format(month=self.month.number),
            "minutes": "\n".join(words["discussed"] for words in self.topics),
            "recorder": self.cast.inspectors[1],
        }

    def _departments(self) -> list[str]:
        first = self.cast.communities[0]
        return list(dict.fromkeys(one.department for one in self.cast.people.values() if one.community == first))

    def item(self, place: int, words: Words, community: str) -> dict[str, Value]:
        return {
            "seminar": self.number,
            "place": place,
            "source": words["source"],
            "source_number": words["number"] or None,
            "community": community,
            "department": words["department"],
            "content": words["item"],
            "discussed": words["discussed"],
        }

    def _code(self, mark: str, place: int, digits: int) -> str:
        return f"{mark}-{self.month.year:04d}{self.month.number:02d}-{place:0{digits}d}"

    def resolution(self, place: int, words: Words, community: str) -> dict[str, Value]:
        return {
            "number": self._code("JY", place, 2),
            "seminar": self.number,
            "day": self.day,
            "item": place,
            "community": community,
            "department": words["department"],
            "owner": owner_in(self.cast, community, words["department"]),
            "measure": words["measure"],
            "due_on": after(self.day, words["due"]),
            "assignment": self._code("RW", FIRST_TASK + place - 1, 3),
        }

    def assignment(self, place: int, words: Words, community: str) -> dict[str, Value]:
        done = None if self.unfinished else after(self.day, words["done"])
        verified = done + timedelta(days=CHECKED_AFTER) if done else None
        return {
            "number": self._code("RW", FIRST_TASK + place - 1, 3),
            "source": AssignmentSource.SEMINAR.value,
            "source_number": self._code("JY", place, 2),
            "content": words["measure"],
            "assigned_by": self.cast.inspectors[0],
            "department": words["department"],
            "owner": owner_in(self.cast, community, words["department"]),
            "community": community,
            "assigned_on": self.day,
            "due_on": after(self.day, words["due"]),
            "progress": 100 if done else 20,
            "done_on": done,
            "result": words["plan"] if done else None,
            "verifier": self.cast.inspectors[1] if done else None,
            "verified_on": verified,
            "verdict": Verification.PASSED.value if done else None,
        }

    def plan(self, place: int, words: Words, community: str) -> dict[str, Value]:
        submitted = self.day + timedelta(days=SUBMITTED_AFTER)
        done = None if self.unfinished else after(self.day, words["done"])
        return {
            "number": self._code("ZG", place, 2),
            "seminar": self.number,
            "resolution": self._code("JY", place, 2),
            "department": words["department"],
            "community": community,
            "issue": words["item"],
            "measure": words["plan"],
            "owner": owner_in(self.cast, community, words["department"]),
            "submitted_on": submitted,
            "due_on": after(self.day, words["due"]),
            "done_on": done,
            "progress": int(words["progress"]) if done else 20,
            "checker": self.cast.inspectors[1] if done else None,
            "checked_on": done + timedelta(days=CHECKED_AFTER) if done else None,
            "checked": texts.PLAN_CHECKED if done else None,
        }
