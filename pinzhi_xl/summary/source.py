"""A scene with what several reports look up in it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from functools import cached_property

from pinzhi_xl.drafts import in_day_order
from pinzhi_xl.kinds import LIST_MARK
from pinzhi_xl.masking import mask_name, mask_names, mask_personal_numbers, mask_rooms, nameless
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import chinese_date
from pinzhi_xl.papers import PaperValue, ReportScene
from pinzhi_xl.people import PEOPLE, names_in
from pinzhi_xl.planned import is_cancelled
from pinzhi_xl.problem import Problem
from pinzhi_xl.scoring import CommunityScore
from pinzhi_xl.scoring.day import Day
from pinzhi_xl.scoring.facts import Case, Visit
from pinzhi_xl.scoring.locked import is_locked
from pinzhi_xl.scoring.repeats import ONCE, Repeat
from pinzhi_xl.sheets.followup import Penalty, Rectification
from pinzhi_xl.sheets.inspections import InspectionPlan
from pinzhi_xl.sheets.organisation import Person
from pinzhi_xl.summary.figures import rank_change
from pinzhi_xl.summary.followed import Followed, follow
from pinzhi_xl.wording import reports as words
from pinzhi_xl.wording.problems import make_problem

Span = tuple[date, date]
"""First and last day of a period."""


class Source:
    """The scene of a report, its rows by what they belong to."""

    def __init__(self, scene: ReportScene) -> None:
        self.scene = scene
        self.facts = scene.facts
        self.book = scene.facts.book
        self.as_of = scene.as_of
        self._scores: dict[Month, Mapping[str, CommunityScore]] = {}
        self._shares: dict[Month, Mapping[int, Decimal]] = {}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """工号 → 姓名 of 人员."""
        return {row.number: row.name for row in self.book.rows(Person) if row.number and row.name}

    @cached_property
    def rectifications(self) -> Mapping[str, Rectification]:
        """Finding → its row of 整改跟踪."""
        rows = self.book.rows(Rectification)
        return {row.finding: row for row in rows if row.finding and row.state != words.VOID}

    @cached_property
    def penalties(self) -> Mapping[str, Sequence[Penalty]]:
        """Finding → its rows of 处罚登记 that are not void."""
        found: dict[str, list[Penalty]] = defaultdict(list)
        for row in self.book.rows(Penalty):
            if row.finding and row.state != words.VOID:
                found[row.finding].append(row)
        return found

    @cached_property
    def visits_of(self) -> Mapping[str, Sequence[Visit]]:
        """Community → its valid inspections."""
        found: dict[str, list[Visit]] = defaultdict(list)
        for visit in self.facts.visits.values():
            found[visit.community].append(visit)
        return found

    @cached_property
    def by_number(self) -> Mapping[str, Case]:
        """Finding by its number."""
        return {case.row.number: case for case in self.facts.cases if case.row.number}

    @cached_property
    def everyone(self) -> Sequence[str]:
        """Every name of a person that stands anywhere in the sheets, in 人员 or not."""
        return names_in(self.facts)

    def masked(self, text: str | None, *, rooms: bool = True) -> str:
        """Free text with the names of persons, personal numbers and owners' rooms masked (law.md §4).

        Papers by which somebody has to find the place keep the rooms.
        """
        bare = mask_personal_numbers(text or "")
        return mask_names(mask_rooms(bare) if rooms else bare, self.everyone)

    def nameless(self, text: str | None) -> str:
        """Free text without anybody's name: for what a whole room sees."""
        return nameless(text, self.everyone)

    def person(self, reference: str | None) -> str:
        """Masked names of what is typed as 工号 or 姓名, several parted by 、; departments stay as they are."""
        parts = [part.strip() for part in PEOPLE.split(reference or "")]
        shown = [
            part if part in self.facts.departments else mask_name(self.names.get(part, part)) for part in parts
        ]
        return LIST_MARK.join(filter(None, shown))

    def score(self, community: str, month: Month) -> CommunityScore | None:
        """A community's month; None when it is not in charge."""
        if month not in self._scores:
            self._scores[month] = {score.name: score for score in self.scene.scores(month).communities}
        return self._scores[month].get(community)

    def rank_change(self, score: CommunityScore, month: Month) -> str:
        """How a community's rank moved; “—” when nobody was ranked in the month before."""
        before = self.scene.scores(month.before).communities
        if all(other.rank is None for other in before):
            return words.NOTHING
        return rank_change(score.rank, next((o.rank for o in before if o.name == score.name), None))

    def days(self, community: str, span: Span) -> list[Day]:
        """The scored days of a community in a period, in order."""
        months = dict.fromkeys((Month.of(span[0]), Month.of(span[1])))
        scores = [score for month in months if (score := self.score(community, month)) is not None]
        return [day for score in scores for day in score.by_day if span[0] <= day.day <= span[1]]

    def visits(self, community: str, span: Span) -> list[Visit]:
        """All valid inspections of a community in a period, scored or not, by day and time."""
        found = [visit for visit in self.visits_of.get(community, ()) if span[0] <= visit.day <= span[1]]
        return sorted(found, key=lambda v: (v.day, v.row.start or time.max, v.row.row))

    def cases(self, communities: Iterable[str], span: Span) -> list[Case]:
        """The failed findings of communities in a period, by day and number."""
        return in_day_order(
            case
            for community in communities
            for case in self.facts.cases_of.get(community, ())
            if case.row.failed and span[0] <= case.visit.day <= span[1]
        )

    def followed(self, communities: Iterable[str], span: Span) -> list[Followed]:
        """The rectifications asked for in a period and how they stand on the day of the report."""
        return [
            follow(case, self.rectifications.get(case.row.number or ""), self.as_of)
            for case in self.cases(communities, span)
            if case.rectifies
        ]

    def deduction(self, case: Case) -> Decimal | None:
        """What a finding cost; None when its inspection is not scored."""
        if not case.visit.scored:
            return None
        month = Month.of(case.visit.day)
        if month not in self._shares:
            days = (day for score in self.scene.scores(month).communities for day in score.by_day)
            self._shares[month] = {row: share for day in days for row, share in day.shares.items()}
        return self._shares[month].get(case.row.row)

    def repeat(self, case: Case) -> Repeat:
        """How often a finding has occurred."""
        return self.scene.scores(Month.of(case.visit.day)).repeats.get(case.row.row, ONCE)

    def plans(self, communities: Iterable[str], span: Span) -> list[InspectionPlan]:
        """The inspections planned in a period and not cancelled, by day."""
        wanted = set(communities)
        rows = [
            row
            for row in self.book.rows(InspectionPlan)
            if row.community in wanted
            and row.day is not None
            and span[0] <= row.day <= span[1]
            and not is_cancelled(row)
        ]
        return sorted(rows, key=lambda row: (row.day or span[0], row.row))

    def is_draft(self, month: Month) -> bool:
        """True before the last working day of a month that is not final (Z18)."""
        final = self.scene.final or is_locked(self.book, month)
        return not final and self.as_of < self.facts.calendar.last_workday(month)

    def blocked(self, community: str, months: Iterable[Month]) -> Problem | None:
        """Why a community gets no report: its first error in any of the months."""
        for month in months:
            errors = self.scene.blocked(month).get(community)
            if errors:
                return make_problem(
                    "report-withheld",
                    errors[0].cell,
                    label=errors[0].label,
                    value=errors[0].value,
                    community=community,
                    month=month,
                    count=len(errors),
                )
        return None

    def head(self, *years: int) -> dict[str, PaperValue]:
        """What every report says at its head; `years` are those whose holidays it rests on."""
        settings = self.facts.settings
        known = all(self.facts.calendar.knows(year) for year in years)
        return {
            "company": settings.company,
            "issuer": settings.issuer,
            "sample_mark": words.SAMPLE_MARK if settings.sample else "",
            "as_of": chinese_date(self.as_of),
            "holiday_note": "" if known else words.HOLIDAYS_UNKNOWN,
        }


def span_of(month: Month) -> Span:
    """First and last day of a month."""
    return month.first, month.last
