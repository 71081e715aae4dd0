"""Repeated findings (contract §4, practice.md §1.5)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from pinzhi_xl.keys import natural
from pinzhi_xl.scoring.facts import Case, place_key


@dataclass(frozen=True, slots=True)
class Repeat:
    """How often a finding has occurred, and the number of the one it repeats."""

    count: int = 1
    of: str | None = None


ONCE = Repeat()


def find_repeats(cases: Iterable[Case], window_days: int) -> Mapping[int, Repeat]:
    """Sheet row of each failed finding → its `Repeat`.

    Among findings of one community, department, item and place, the latest earlier date counts when it is at
    most `window_days` before and one of its findings asked for rectification. Without a place there is no
    repeat. Scored or not makes no difference. Linear in the number of findings but for sorting dates.
    """
    chains: dict[tuple[str, str | None, str, str], dict[date, list[Case]]] = defaultdict(lambda: defaultdict(list))
    found: dict[int, Repeat] = {}
    for case in cases:
        if case.row.failed:
            found[case.row.row] = ONCE
            if case.row.place:
                key = (case.visit.community, case.row.department, case.code, place_key(case.row.place))
                chains[key][case.visit.day].append(case)
    for by_day in chains.values():
        _follow(by_day, window_days, found)
    return found


def _follow(by_day: Mapping[date, list[Case]], window_days: int, found: dict[int, Repeat]) -> None:
    earlier: tuple[date, list[Case]] | None = None
    for day in sorted(by_day):
        if earlier is not None and (day - earlier[0]).days <= window_days:
            rectified = [case for case in earlier[1] if case.rectifies]
            if rectified:
                count = max(found[case.row.row].count for case in earlier[1]) + 1
                first = min((case.row.number for case in rectified), key=natural)
                for case in by_day[day]:
                    found[case.row.row] = Repeat(count, first)
        earlier = (day, by_day[day])
