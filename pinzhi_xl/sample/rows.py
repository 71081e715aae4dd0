"""The rows of 督导计划, 检查记录, 问题登记 and 违纪人员 from visits and findings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random

from pinzhi_xl.model import Value
from pinzhi_xl.month import Month
from pinzhi_xl.sample import texts
from pinzhi_xl.sample.drafts import Draft
from pinzhi_xl.sample.staff import Staff
from pinzhi_xl.sample.standards import Standards
from pinzhi_xl.sample.tables import places, profiles
from pinzhi_xl.sample.visits import Visit, hours, regular_days, running
from pinzhi_xl.sheets.terms import Verdict

ValueRow = dict[str, Value]
Slot = tuple[date, str, str]
"""Day, community and session of a visit."""

UNNUMBERED = 5
"""How many findings at the end of the month are left without a number, for the program to give."""

ALIAS_SHARE = 0.25
OWNER_SHARE = 0.1
PHOTO_SHARE = 0.8
RECORD_PHOTO_SHARE = 0.3


@dataclass(frozen=True)
class Typist:
    """Types rows as people do: sometimes an alias, sometimes a photo."""

    month: Month
    standards: Standards
    people: Staff
    rng: Random

    def department(self, name: str) -> str:
        """The department's name or its alias."""
        alias = self.standards.aliases.get(name, "")
        return alias if alias and self.rng.random() < ALIAS_SHARE else name

    def plan_rows(self, visits: Sequence[Visit]) -> dict[Slot, ValueRow]:
        """A row for each planned visit by its slot, in order of time; those on days off are cancelled."""
        rows = self._cancelled()
        for visit in visits:
            if hours()[visit.session].planned:
                rows[_slot(visit)] = {"inspector": visit.inspector, "state": texts.DONE}
        order = list(hours())
        count = running("JH-{:%Y%m%d}-{}")
        made: dict[Slot, ValueRow] = {}
        for day, community, session in sorted(rows, key=lambda slot: (slot[0], order.index(slot[2]))):
            on = hours()[session]
            made[day, community, session] = {
                "number": count(day),
                "community": community,
                "kind": on.kind,
                "frequency": on.frequency,
                "day": day,
                "session": on.planned,
                **rows[day, community, session],
            }
        return made

    def _cancelled(self) -> dict[Slot, ValueRow]:
        """What is typed for the regular days that are days off."""
        days_off = self.standards.days_off
        return {
            (day, profile.name, session): {
                "state": texts.CANCELLED,
                "cancelled": texts.HOLIDAY_REASON.format(name=days_off[day]),
            }
            for profile in profiles()
            for day in regular_days(self.month, profile)
            if day in days_off
            for session in (texts.MORNING, texts.AFTERNOON)
        }

    def inspection_rows(self, visits: Sequence[Visit], plans: Mapping[Slot, ValueRow]) -> list[ValueRow]:
        """A row for each visit; the first of each community has its date typed as text."""
        names = [profile.name for profile in profiles()]
        return [
            {
                "number": visit.number,
                "plan": plans[_slot(visit)]["number"] if _slot(visit) in plans else None,
                "community": visit.community,
                "day": _typed(visit, names.index(visit.community)),
                "start": visit.start,
                "end": visit.end,
                "shift": hours()[visit.session].shift,
                "kind": hours()[visit.session].kind,
                "inspector": visit.inspector,
                "companion": visit.companion,
                "skipped_departments": _joined([self.department(name) for name in visit.skipped]),
                "skipped_items": _joined(visit.unvisited),
                "scan": texts.SCAN.format(number=visit.number),
            }
            for visit in visits
        ]

    def finding_rows(self, drafts: Sequence[Draft]) -> list[ValueRow]:
        """A numbered row for each finding, the last plain ones unnumbered, one 处数 in full-width digits."""
        rows = [self._finding(number, draft) for number, draft in enumerate(drafts, start=1)]
        wide = next(row for row, draft in zip(rows, drafts, strict=True) if draft.count > 1 and not draft.scene)
        wide["count"] = str(wide["count"]).translate(texts.FULL_WIDTH)
        plain = [row for row, draft in zip(rows, drafts, strict=True) if not draft.scene]
        for row in plain[-UNNUMBERED:]:
            row["number"] = None
        return rows

    def _finding(self, number: int, draft: Draft) -> ValueRow:
        name = self.standards.department(draft.item)
        row: ValueRow = {
            "number": f"WT-{self.month.year:04d}{self.month.number:02d}-{number:03d}",
            "inspection": draft.visit.number,
            "department": self.department(name),
            "item": draft.item,
            "verdict": Verdict.FAILED.value,
            "count": draft.count if draft.count > 1 or self.rng.random() < 0.3 else None,
            "place": draft.place,
            "place_note": self._note(draft),
            "facts": draft.facts,
            "found_at": draft.at,
            "owner": self._owner(draft, name),
            "owner_unit": self._unit(draft, name),
            "disposition": str(draft.disposition) or None,
            "cause": draft.cause or None,
            "photos": self._photos(draft),
        }
        return row | _scene_words(draft)

    def _note(self, draft: Draft) -> str | None:
        note = places(draft.visit.community)[draft.place]
        return note if note and not draft.scene and self.rng.random() < 0.4 else None

    def _owner(self, draft: Draft, department: str) -> str | None:
        """Sometimes another than the head of the department, by number or by name."""
        if draft.scene or self.rng.random() > OWNER_SHARE:
            return None
        own = [one for one in self.people.values() if one.community == draft.visit.community]
        one = self.rng.choice([one for one in own if one.department == department])
        return self.rng.choice((one.number, one.name))

    def _unit(self, draft: Draft, department: str) -> str | None:
        """The supplier, where its people do the department's work."""
        units = {
            one.employer
            for one in self.people.values()
            if one.employer and (one.community, one.department) == (draft.visit.community, department)
        }
        return min(units) if units and draft.deducts and self.rng.random() < 0.5 else None

    def _photos(self, draft: Draft) -> str | None:
        share = PHOTO_SHARE if self.standards.items[draft.item].seen else RECORD_PHOTO_SHARE
        if not draft.deducts or self.rng.random() > share:
            return None
        shots = range(1, self.rng.choice((1, 1, 2)) + 1)
        return _joined([texts.PHOTO.format(day=draft.visit.day, at=draft.at, n=n) for n in shots])


def offender_rows(drafts: Sequence[Draft], rows: Sequence[ValueRow], people: Staff) -> list[ValueRow]:
    """Who is answerable for the findings that are penalised."""
    return [
        {
            "finding": row["number"],
            "person": people[draft.visit.community, post].number,
            "responsibility": how or None,
        }
        for draft, row in zip(drafts, rows, strict=True)
        if draft.scene
        for post, how in draft.scene.offenders.items()
    ]


def _slot(visit: Visit) -> Slot:
    return visit.day, visit.community, visit.session


def _scene_words(draft: Draft) -> ValueRow:
    """The fields of a planned scene as its author gave them."""
    if not draft.scene:
        return {}
    words: ValueRow = dict(draft.scene.words)
    if "adjustment" in words:
        words["adjustment"] = Decimal(str(words["adjustment"]))
    if "count" in words:
        words["count"] = int(str(words["count"]))
    return words


def _typed(visit: Visit, index: int) -> Value:
    first = visit.turn == 1 and visit.session == texts.MORNING
    return texts.TYPED_DATES[index].format(visit.day) if first else visit.day


def _joined(parts: Sequence[str]) -> str | None:
    return texts.LIST.join(parts) or None
