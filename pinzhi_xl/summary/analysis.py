"""Where a month's findings lie: by item, by cause, repeated ones with their chains, penalties by department."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from decimal import Decimal

from pinzhi_xl.numerals import plain
from pinzhi_xl.scoring.facts import Case
from pinzhi_xl.sheets.followup import Penalty
from pinzhi_xl.summary.figures import share, short_day
from pinzhi_xl.summary.rows import RowTexts, count_of, deduction_of, item_of, place_of
from pinzhi_xl.summary.source import Source
from pinzhi_xl.wording import reports as words

MOST_ROWS = 10
"""Items shown one by one; the rest are summed in a row 其他."""

LONGEST_CHAIN = 50


def pareto(source: Source, cases: Sequence[Case], name_of: Callable[[Case], str]) -> list[RowTexts]:
    """Findings by name, most first, with their share and the running share; equal counts by first occurrence."""
    groups: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        groups[name_of(case)].append(case)
    ordered = sorted(groups.items(), key=lambda pair: -len(pair[1]))
    if len(ordered) > MOST_ROWS + 1:
        rest = [case for _, found in ordered[MOST_ROWS:] for case in found]
        others = words.OTHERS.format(count=len(ordered) - MOST_ROWS)
        ordered = [*ordered[:MOST_ROWS], (others, rest)]
    rows, running = [], 0
    for place, (name, found) in enumerate(ordered, 1):
        running += len(found)
        rows.append(
            {
                "no": str(place),
                "name": name,
                "findings": str(len(found)),
                "places": str(count_of(found)),
                "deduction": plain(deduction_of(source, found)),
                "share": share(len(found), len(cases)),
                "running": share(running, len(cases)),
            }
        )
    return rows


def cause_of(case: Case) -> str:
    """原因分类 of a finding."""
    return case.row.cause or words.NO_CAUSE


def most(names: Sequence[str]) -> tuple[str, int] | None:
    """The most frequent name and how often; of equals the first; None without names."""
    return Counter(names).most_common(1)[0] if names else None


def repeated(source: Source, cases: Sequence[Case]) -> list[Case]:
    """Those that repeat an earlier finding."""
    return [case for case in cases if source.repeat(case).count > 1]


def repeat_row(source: Source, case: Case, number: int) -> RowTexts:
    """One repeated finding with the findings it goes back to, oldest first."""
    return {
        "no": str(number),
        "number": case.row.number or "",
        "day": short_day(case.visit.day),
        "community": case.visit.community,
        "department": case.row.department or "",
        "place": place_of(source, case),
        "item": item_of(case),
        "count": words.REPEAT_COUNT.format(count=source.repeat(case).count),
        "chain": words.REPEAT_CHAIN.join([*chain(source, case), case.row.number or ""]),
    }


def chain(source: Source, case: Case) -> list[str]:
    """The numbers a finding goes back to, oldest first."""
    found: list[str] = []
    step: Case | None = case
    while step is not None and (of := source.repeat(step).of) and len(found) < LONGEST_CHAIN:
        found.insert(0, of)
        step = source.by_number.get(of)
    return found


def penalty_sums(found: Sequence[tuple[Case, Penalty]]) -> list[RowTexts]:
    """Penalties and proposed points by department, and together; nobody is named."""
    groups: dict[str, list[Penalty]] = defaultdict(list)
    for case, row in found:
        groups[row.department or case.row.department or ""].append(row)
    rows = [_penalty_sum(name, group) for name, group in groups.items()]
    return [*rows, _penalty_sum(words.TOTAL, [row for _, row in found])] if found else []


def _penalty_sum(name: str, rows: Sequence[Penalty]) -> RowTexts:
    return {
        "department": name,
        "penalties": str(len(rows)),
        "issued": str(sum(row.number is not None for row in rows)),
        "points": plain(sum((row.points or Decimal(0) for row in rows), Decimal(0))),
    }
