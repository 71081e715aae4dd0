"""岗位签署情况 of a community and day: who signed where, which posts did not, and the coverage (Z60)."""

from collections.abc import Sequence
from datetime import date

from pinzhi_xl.kinds import fold
from pinzhi_xl.month import Month
from pinzhi_xl.numerals import chinese_date
from pinzhi_xl.papers import PaperValue, Report, ReportScene
from pinzhi_xl.problem import Problem
from pinzhi_xl.sheets.duty import PostSignature
from pinzhi_xl.sheets.organisation import PlaceName
from pinzhi_xl.summary.coverage import coverage_of
from pinzhi_xl.summary.daily import daily
from pinzhi_xl.summary.figures import clock, weekday
from pinzhi_xl.summary.rows import RowTexts
from pinzhi_xl.summary.source import Source
from pinzhi_xl.wording import reports as words


def signed_posts(scene: ReportScene, day: date) -> tuple[Sequence[Report], Sequence[Problem]]:
    """A paper for every community with a row of 岗位签署 on the day; names are masked."""
    source = Source(scene)

    def found(community: str) -> Sequence[PostSignature]:
        rows = source.book.rows(PostSignature)
        return [row for row in rows if (row.community, row.day) == (community, day)]

    def made(community: str, rows: Sequence[PostSignature]) -> Sequence[Report]:
        values = _values(source, community, day, rows)
        return [Report(words.SIGNED_POSTS, Month.of(day), f"{day} {community}", community, values)]

    return daily(source, day, PostSignature, found, made)


def _values(source: Source, community: str, day: date, rows: Sequence[PostSignature]) -> dict[str, PaperValue]:
    coverage, missing = coverage_of(source, community, day)
    return {
        **source.head(day.year),
        "community": community,
        "date": chinese_date(day),
        "weekday": weekday(day),
        "posts": _posts(source, community, rows),
        "coverage": coverage,
        "posts_missing": words.POSTS_MISSING.format(names=words.LIST.join(missing)) if missing else "",
    }


def _posts(source: Source, community: str, rows: Sequence[PostSignature]) -> list[RowTexts]:
    """The posts that must sign in the order of 位置, then the others that did."""
    must = {
        fold(row.name): row.name
        for row in source.book.rows(PlaceName)
        if row.community == community and row.must_sign and row.name
    }
    found: list[RowTexts] = []
    for key, name in must.items():
        own = [row for row in rows if fold(row.post or "") == key]
        found += [_row(source, row, name) for row in own or [PostSignature(post=name)]]
    others = [row for row in rows if fold(row.post or "") not in must]
    found += [_row(source, row, words.POST_BESIDES.format(post=row.post or "")) for row in others]
    return [{"no": str(number), **texts} for number, texts in enumerate(found, 1)]


def _row(source: Source, row: PostSignature, name: str) -> RowTexts:
    signed = row.is_signed
    return {
        "name": name,
        "shift": str(row.shift or words.NOTHING),
        "person": source.person(row.on_duty) or words.NOTHING,
        "signed_at": (clock(row.signed_at) or words.NOTHING) if signed else words.UNSIGNED,
        "presence": row.presence or words.NOTHING,
    }
