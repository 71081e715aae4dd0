"""Sentences composed from figures: never a word that a figure does not carry."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from pinzhi_xl.numerals import chinese_date, half_up, plain
from pinzhi_xl.scoring.facts import Case
from pinzhi_xl.summary.day_rows import grade_of
from pinzhi_xl.summary.figures import per_cent, share
from pinzhi_xl.summary.followed import Followed
from pinzhi_xl.summary.rows import count_of, deduction_of
from pinzhi_xl.summary.source import Source
from pinzhi_xl.wording import reports as words

FEWEST_FINDINGS = 5
"""Fewer findings than this in a month are too few to compare by."""


def week_sentences(
    source: Source,
    days: int,
    score: Decimal | None,
    before: Decimal | None,
    cases: Sequence[Case],
    open_items: Sequence[Followed],
    closed: int,
    penalties: int,
) -> list[str]:
    """What the week comes to."""
    found = [_week_score(source, days, score, before)]
    if cases:
        deduction = plain(deduction_of(source, cases))
        found.append(words.WEEK_FOUND.format(findings=len(cases), places=count_of(cases), deduction=deduction))
    elif days:
        found.append(words.WEEK_NO_FINDING)
    overdue = sum(item.overdue > 0 for item in open_items)
    found.append(words.WEEK_OPEN.format(open=len(open_items), overdue=overdue, closed=closed))
    if penalties:
        found.append(words.WEEK_PENALTIES.format(penalties=penalties))
    return found


def _week_score(source: Source, days: int, score: Decimal | None, before: Decimal | None) -> str:
    if score is None:
        return words.WEEK_UNSCORED
    grade = grade_of(source, Fraction(score))
    if before is None:
        return words.WEEK_SCORED_ALONE.format(days=days, score=score, grade=grade)
    return words.WEEK_SCORED.format(days=days, score=score, grade=grade, change=_compared(score, before))


def _compared(now: Decimal, before: Decimal) -> str:
    if now == before:
        return words.COMPARED_SAME
    pattern = words.COMPARED_UP if now > before else words.COMPARED_DOWN
    return pattern.format(figure=half_up(abs(now - before)))


def month_change(now: Decimal | None, before: Decimal | None) -> list[str]:
    """The score against last month's; nothing when there is no score now."""
    if now is None:
        return []
    if before is None:
        return [words.NOT_COMPARED]
    if now == before:
        return [words.MONTH_SAME.format(before=before)]
    pattern = words.MONTH_UP if now > before else words.MONTH_DOWN
    return [pattern.format(before=before, figure=half_up(abs(now - before)))]


@dataclass(frozen=True)
class Found:
    """What a month's findings come to, for its sentences; `before` is None without an inspection last month."""

    cases: Sequence[Case]
    deduction: Decimal
    before: int | None
    most_unit: tuple[str, int] | None
    most_item: tuple[str, int] | None
    repeats: int


def found_sentences(found: Found) -> list[str]:
    """How many findings, where most of them, and how many come again."""
    if not found.cases:
        return [words.MONTH_NO_FINDING, *_before(found)]
    count = len(found.cases)
    said = [
        words.MONTH_FOUND.format(findings=count, places=count_of(found.cases), deduction=plain(found.deduction)),
        *_before(found),
    ]
    if found.most_unit:
        name, most = found.most_unit
        said.append(words.MOST_DEPARTMENT.format(name=name, count=most, share=share(most, count)))
    if found.most_item:
        name, most = found.most_item
        said.append(words.MOST_ITEM.format(name=name, count=most))
    if found.repeats:
        said.append(words.MONTH_REPEATS.format(count=found.repeats, share=share(found.repeats, count)))
    else:
        said.append(words.NO_REPEATS)
    return said


def _before(found: Found) -> list[str]:
    return [] if found.before is None else [words.MONTH_BEFORE.format(before=found.before)]


def rectified_sentence(asked: Sequence[Followed], on_time: Fraction | None, overdue: int, as_of: date) -> str:
    """What was asked for, what is closed, what is late."""
    if not asked:
        return words.NO_RECTIFICATION.format(overdue=overdue)
    closed = sum(not item.is_open for item in asked)
    return words.MONTH_RECTIFIED.format(
        asked=len(asked),
        as_of=chinese_date(as_of),
        closed=closed,
        rate=share(closed, len(asked)),
        on_time=per_cent(on_time),
        overdue=overdue,
    )


def caution(source: Source, days: int, findings: int) -> list[str]:
    """A warning not to read much into few inspections or few findings."""
    least = source.facts.settings.ranking_days
    if days >= least and findings >= FEWEST_FINDINGS:
        return []
    return [words.SMALL_SAMPLE.format(days=least, findings=FEWEST_FINDINGS)]
