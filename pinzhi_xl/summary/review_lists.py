"""复查清单 of a community and day: what is to be looked at again, the most urgent first."""

from collections.abc import Sequence
from datetime import date

from pinzhi_xl.month import Month
from pinzhi_xl.numerals import chinese_date
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.rectification import Review, reviews_due
from pinzhi_xl.sheets.followup import Rectification
from pinzhi_xl.sheets.terms import RectificationState
from pinzhi_xl.summary.daily import daily
from pinzhi_xl.summary.figures import short_day, weekday
from pinzhi_xl.summary.rows import RowTexts
from pinzhi_xl.summary.source import Source
from pinzhi_xl.wording import reports as words


def review_lists(scene: ReportScene, day: date) -> tuple[Sequence[Report], Sequence[Problem]]:
    """A list for every community with something due; of owners the first character of the name (law.md §4)."""
    source = Source(scene)

    def found(community: str) -> Sequence[Review]:
        return reviews_due(scene.facts, day, community=community)

    def made(community: str, due: Sequence[Review]) -> Sequence[Report]:
        values = _values(source, community, day, due)
        return [Report(words.REVIEWS, Month.of(day), f"{day} {community}", community, values)]

    return daily(source, day, Rectification, found, made)


def _values(source: Source, community: str, day: date, due: Sequence[Review]) -> dict[str, PaperValue]:
    return {
        **source.head(day.year),
        "as_of": chinese_date(day),
        "community": community,
        "date": chinese_date(day),
        "weekday": weekday(day),
        "reviews": [_row(source, review) for review in due],
        "total": str(len(due)),
        "overdue": str(sum(review.days_overdue > 0 for review in due)),
        "waiting": str(sum(review.state is RectificationState.TO_REVIEW for review in due)),
    }


def _row(source: Source, review: Review) -> RowTexts:
    facts = source.masked(review.facts, rooms=False)
    return {
        "number": review.finding,
        "notice": review.number or words.NUMBER_PENDING,
        "department": review.department,
        "place": source.masked(review.place, rooms=False),
        "facts": words.RED_LINE.format(facts=facts) if review.red_line else facts,
        "owner": source.person(review.owner) or words.NOTHING,
        "due": short_day(review.deadline),
        "overdue": str(review.days_overdue) if review.days_overdue else words.NOTHING,
        "state": str(review.state),
    }
