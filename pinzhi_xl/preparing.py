"""What an inspector takes along for one date: the values of 检查表 and 岗位签署确认表 (Z02, Z60, B12)."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property

from pinzhi_xl.keys import natural
from pinzhi_xl.kinds import SEPARATORS
from pinzhi_xl.masking import mask_personal_numbers
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import chinese_date, plain
from pinzhi_xl.outings import Awaiting, Outing
from pinzhi_xl.papers import PaperValue, Report
from pinzhi_xl.planned import short_date
from pinzhi_xl.scoring.facts import Case, Facts
from pinzhi_xl.sheets.inspections import InspectionPlan
from pinzhi_xl.sheets.organisation import Person
from pinzhi_xl.sheets.standards import StandardItem
from pinzhi_xl.sheets.terms import Frequency, InspectionKind, Outcome, Shift
from pinzhi_xl.wording import planning as words

ROWS_TO_WRITE = 3
"""Empty rows below the items and the posts, for what nobody foresaw."""

Values = Mapping[str, PaperValue]


class Preparer:
    """Makes the values of the papers of one book; findings are joined once for all communities."""

    def __init__(self, facts: Facts, errors: int = 0) -> None:
        self.facts = facts
        self.awaiting = Awaiting(facts)
        self.errors = errors

    def papers(self, outing: Outing) -> list[Report]:
        """检查表 and 岗位签署确认表 of an outing."""
        month, name = Month.of(outing.day), f"{outing.day.isoformat()} {outing.community}"
        head = self._head(outing)
        return [
            Report(words.CHECKLIST, month, name, outing.community, {**head, **self._checklist(outing)}),
            Report(words.POST_SIGNATURES, month, name, outing.community, {**head, **self._signatures(outing)}),
        ]

    @cached_property
    def _names(self) -> Sequence[str]:
        """Names of people, long ones first, that are masked in texts."""
        names = {row.name for row in self.facts.book.rows(Person) if row.name and len(row.name) > 1}
        return sorted(names, key=lambda name: (-len(name), name))

    def _masked(self, text: str) -> str:
        for name in self._names:
            text = text.replace(name, name[0] + words.MASK)
        return mask_personal_numbers(text)

    def _head(self, outing: Outing) -> Values:
        """What both papers say at the top."""
        settings = self.facts.settings
        weekday = words.WEEKDAYS[outing.day.weekday()]
        return {
            "company": settings.company,
            "issuer": settings.issuer,
            "sample_mark": words.SAMPLE_MARK if settings.sample else "",
            "community": outing.community,
            "day": words.DATE_WITH_WEEKDAY.format(date=chinese_date(outing.day), weekday=weekday),
            "session": _joined([part for row in outing.plans for part in SEPARATORS.split(row.session or "")]),
            "shift": words.BOTH.join(sorted(outing.shifts)) or words.ALL_SHIFTS,
            "inspection_type": _joined([_kind(row) for row in outing.plans]),
            "inspector": _joined([part for row in outing.plans for part in SEPARATORS.split(row.inspector or "")]),
        }

    def _checklist(self, outing: Outing) -> Values:
        open_cases = self.awaiting.open_cases(outing)
        stars = self.awaiting.stars(outing)
        rows: list[Mapping[str, str]] = []
        for index, (department, items) in enumerate(self.awaiting.items(outing)):
            rows.append(_item_row(heading=_heading(index, department, items)))
            rows += [self._item(item, outing, stars.get((department, item.code or ""), [])) for item in items]
        return {
            "warning": words.SHEET_ERRORS.format(count=self.errors) if self.errors else "",
            "open_count": str(len(open_cases)) if open_cases else "",
            "open_items": [self._open(place, case, outing.day) for place, case in enumerate(open_cases, start=1)],
            "rows": rows,
            "blank_rows": [""] * ROWS_TO_WRITE,
        }

    def _item(self, item: StandardItem, outing: Outing, starred: Sequence[Case]) -> Mapping[str, str]:
        night_only = tuple(item.shifts) == (Shift.NIGHT,) and outing.shifts != {Shift.NIGHT}
        marks = (words.NIGHT_ONLY if night_only else "") + (
            words.MONTHLY_ITEM if item.frequency is Frequency.MONTHLY else ""
        )
        return _item_row(
            code=item.code or "",
            text=(item.item or "") + marks,
            points=plain(item.points or Decimal(0)),
            deduction=plain(item.deduction or Decimal(0)),
            method=item.method or "",
            stars="\n".join(
                words.STAR.format(
                    place=case.row.place,
                    day=short_date(case.visit.day),
                    number=case.row.number or words.UNNUMBERED,
                )
                for case in sorted(starred, key=lambda case: (case.visit.day, natural(case.row.number)))
            ),
        )

    def _open(self, place: int, case: Case, today: date) -> Mapping[str, str]:
        followed = self.awaiting.followed.get(case.row.number)
        again = followed is not None and followed.outcome is Outcome.AGAIN
        due = None if followed is None else followed.deadline
        if followed is not None and again:
            due = followed.second_due_on or due
        late = (today - due).days if due else 0
        state = [words.SECOND] if again else []
        item = (case.item.short or case.item.item or "") if case.item else ""
        return {
            "index": str(place),
            "number": case.row.number or words.UNNUMBERED,
            "found_on": short_date(case.visit.day),
            "department": case.row.department or "",
            "place": self._masked(_place(case)),
            "item": words.ITEM.format(code=case.code, text=item),
            "facts": self._masked(case.row.facts or ""),
            "due_on": short_date(due) if due else words.NO_DEADLINE,
            "state": words.BOTH.join([*state, *([words.OVERDUE.format(days=late)] if late > 0 else [])]),
        }

    def _signatures(self, outing: Outing) -> Values:
        posts = self.awaiting.posts(outing.community)
        shift = next(iter(outing.shifts)) if len(outing.shifts) == 1 else words.EITHER_SHIFT
        return {
            "posts": [
                {"index": str(n), "post": post, "post_shift": shift} for n, post in enumerate(posts, start=1)
            ],
            "post_count": str(len(posts)),
            "blank_rows": [""] * ROWS_TO_WRITE,
        }


def _heading(index: int, department: str, items: Sequence[StandardItem]) -> str:
    number = words.INDEX[index] if index < len(words.INDEX) else str(index + 1)
    points = plain(sum((item.points or Decimal(0) for item in items), Decimal(0)))
    return words.HEADING.format(index=number, department=department, count=len(items), points=points)


def _item_row(**given: str) -> Mapping[str, str]:
    names = ("heading", "code", "text", "points", "deduction", "method", "stars")
    return {name: given.get(name, "") for name in names}


def _kind(row: InspectionPlan) -> str:
    """The kind of inspection, a special one with its theme."""
    if row.kind is InspectionKind.SPECIAL and row.frequency:
        return words.KIND_WITH_THEME.format(kind=row.kind, theme=row.frequency)
    return row.kind or InspectionKind.PATROL


def _joined(texts: Sequence[str]) -> str:
    return words.BOTH.join(dict.fromkeys(text.strip() for text in texts if text.strip()))


def _place(case: Case) -> str:
    place, note = case.row.place or "", case.row.place_note or ""
    return words.PLACE_WITH_NOTE.format(place=place, note=note) if place and note else place or note
