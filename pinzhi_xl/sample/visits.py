"""The visits of the sample month: which days, who goes, what is left out; rows of 督导计划 and 检查记录."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from random import Random

from pinzhi_xl.month import Month
from pinzhi_xl.sample import texts
from pinzhi_xl.sample.staff import Staff, heads
from pinzhi_xl.sample.standards import Standards
from pinzhi_xl.sample.tables import Profile, Scene, exempt, listed, profiles, scenes, table


@dataclass(frozen=True)
class Visit:
    """One visit; `turn` counts the regular days of the community from 1, `skipped` are department names."""

    community: str
    turn: int
    day: date
    session: str
    start: time
    end: time
    inspector: str
    companion: str
    skipped: tuple[str, ...]
    unvisited: tuple[str, ...]
    number: str = ""


@dataclass(frozen=True)
class Hours:
    """When a session takes place and how it is named in plan and record."""

    planned: str
    start: time
    end: time
    shift: str
    kind: str
    frequency: str


def hours() -> dict[str, Hours]:
    """Sessions by name."""
    return {
        row["session"]: Hours(
            row["planned"], _clock(row["start"]), _clock(row["end"]), row["shift"], row["kind"], row["frequency"]
        )
        for row in table("hours")
    }


def _clock(text: str) -> time:
    hour, minute = text.split(":")
    return time(int(hour), int(minute))


def regular_days(month: Month, profile: Profile) -> list[date]:
    """The community's weekdays in the month, days off included."""
    weekday = texts.WEEKDAYS.index(profile.weekday)
    days = (month.first + timedelta(days=n) for n in range(31))
    return [day for day in days if day in month and day.weekday() == weekday]


@dataclass(frozen=True)
class _Planner:
    """What the visits of all communities are made from."""

    month: Month
    standards: Standards
    people: Staff
    inspectors: Sequence[str]
    rng: Random

    def of_community(self, index: int, profile: Profile) -> Iterator[Visit]:
        """All visits to one community."""
        days = [day for day in regular_days(self.month, profile) if day not in self.standards.days_off]
        patterns = table("sessions")
        for turn, day in enumerate(days, start=1):
            pattern = patterns[(index + turn - 1) % len(patterns)]
            for session in hours():
                planned = scenes_on(profile.name, turn, len(days), session)
                regular = session in (texts.MORNING, texts.AFTERNOON)
                if planned or regular:
                    on = self._after(day) if session == texts.SPOT else day
                    visit = self._visit(profile, turn, on, session, planned)
                    yield self._leave_out(visit, pattern, planned) if regular else visit

    def _visit(self, profile: Profile, turn: int, day: date, session: str, planned: Sequence[Scene]) -> Visit:
        """A visit that inspects only what its scenes need."""
        names = {self.standards.department(scene.item) for scene in planned}
        at = list(hours()).index(session)
        leading = heads(self.people, profile.name)
        return Visit(
            profile.name,
            turn,
            day,
            session,
            hours()[session].start,
            hours()[session].end,
            self.inspectors[(turn + at) % len(self.inspectors)],
            self.rng.choice(sorted({one.name for name, one in leading.items() if name in names or not names})),
            tuple(name for name in leading if name not in names),
            (),
        )

    def _leave_out(self, visit: Visit, pattern: dict[str, str], planned: Sequence[Scene]) -> Visit:
        """The visit inspects everything but what the pattern leaves out and no scene needs."""
        when = "morning" if visit.session == texts.MORNING else "afternoon"
        needed = {self.standards.department(scene.item) for scene in planned}
        codes = {scene.item for scene in planned} | exempt(visit.community)
        skipped = tuple(name for name in listed(pattern[f"{when}_skipped"]) if name not in needed)
        items = [code for code in listed(pattern[f"{when}_unvisited"]) if code not in codes]
        companions = [one.name for name, one in heads(self.people, visit.community).items() if name not in skipped]
        return replace(
            visit,
            companion=texts.LIST.join(self.rng.sample(companions, self.rng.choice((1, 1, 2)))),
            skipped=skipped,
            unvisited=tuple(c for c in items if self.standards.department(c) not in skipped),
        )

    def _after(self, day: date) -> date:
        """The working day after `day`, or `day` itself at the end of the month."""
        days = (day + timedelta(days=n) for n in range(1, 15))
        free = self.standards.days_off
        return next((d for d in days if d in self.month and d.weekday() < 5 and d not in free), day)


def scenes_on(community: str, turn: int, turns: int, session: str) -> list[Scene]:
    """The planned scenes of a visit; those of turns the month does not have fall on its last."""
    return [
        scene
        for scene in scenes()
        if (scene.community, min(scene.visit, turns), scene.session) == (community, turn, session)
    ]


def visits(
    month: Month, standards: Standards, people: Staff, inspectors: Sequence[str], rng: Random
) -> list[Visit]:
    """All visits of the month, numbered, in order of time."""
    planner = _Planner(month, standards, people, inspectors, rng)
    made = [visit for index, profile in enumerate(profiles()) for visit in planner.of_community(index, profile)]
    made.sort(key=lambda visit: (visit.day, visit.start))
    count = running("JC-{:%Y%m%d}-{}")
    return [replace(visit, number=count(visit.day)) for visit in made]


def running(pattern: str) -> Callable[[date], str]:
    """A numberer: the n-th call for a day gives the n-th number of that day."""
    seen: dict[date, int] = {}

    def number(day: date) -> str:
        seen[day] = seen.get(day, 0) + 1
        return pattern.format(day, seen[day])

    return number
